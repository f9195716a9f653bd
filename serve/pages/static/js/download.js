// Saves what a chart shows as a picture: the drawing itself, or the points of it.

const looks = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "paint-order", "opacity", "font-size", "font-family", "font-weight", "text-anchor"];
const ns = "http://www.w3.org/2000/svg";

export function downloads(figure) {
  const tools = figure.querySelector(".tools");
  if (tools.querySelector(".save")) return;
  for (const [name, make] of [["SVG", picture], ["PNG", points]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet save";
    button.textContent = `Save ${name}`;
    button.addEventListener("click", async () => save(await make(figure), `annals-${figure.dataset.chart}.${name.toLowerCase()}`));
    tools.append(button);
  }
}

// picture is the drawing with the looks that the page gives it.
async function picture(figure) {
  return new Blob([new XMLSerializer().serializeToString(copy(figure))], { type: "image/svg+xml" });
}

function copy(figure) {
  const drawings = [...figure.querySelectorAll(".canvas svg")];
  const width = drawings[0].clientWidth;
  const all = document.createElementNS(ns, "svg");
  all.setAttribute("xmlns", ns);
  let top = 0;
  for (const svg of drawings) {
    const twin = svg.cloneNode(true);
    dress(svg, twin);
    twin.setAttribute("y", top);
    twin.setAttribute("width", svg.clientWidth);
    twin.setAttribute("height", svg.clientHeight);
    top += svg.clientHeight;
    all.append(twin);
  }
  const ground = document.createElementNS(ns, "rect");
  for (const [name, value] of [["width", width], ["height", top], ["fill", getComputedStyle(figure).backgroundColor]]) ground.setAttribute(name, value);
  all.prepend(ground);
  all.setAttribute("viewBox", `0 0 ${width} ${top}`);
  all.setAttribute("width", width);
  all.setAttribute("height", top);
  return all;
}

function dress(from, to) {
  const style = getComputedStyle(from);
  for (const name of looks) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value);
  }
  to.removeAttribute("class");
  to.removeAttribute("style");
  if (to.localName === "a" && to.getAttribute("href")) to.setAttribute("href", new URL(to.getAttribute("href"), location.href).href);
  for (let i = 0; i < from.children.length; i++) dress(from.children[i], to.children[i]);
}

// points draws the picture at twice its size.
async function points(figure) {
  const address = URL.createObjectURL(await picture(figure));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function save(blob, name) {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(blob);
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 10_000);
}
