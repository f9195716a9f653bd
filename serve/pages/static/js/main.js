// Draws the charts of a page and brings its forms to life. A page can be read and used
// without any of this.
import { wire } from "./view.js";
import { downloads } from "./download.js";

// What draws a chart, by the name that its figure has. Each is fetched where it is needed.
const charts = {
  timeline: () => import("./timeline.js"),
  spans: () => import("./timeline.js"),
  map: () => import("./map.js"),
  network: () => import("./network.js"),
  series: () => import("./series.js"),
};

async function draw(figure) {
  const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
  const { draw } = await charts[figure.dataset.chart]();
  figure.classList.add("drawn"); // before drawing, so that the canvas has a width
  const paint = () => draw(figure, figure.querySelector(".canvas"), data);
  await paint();
  downloads(figure);
  let width = figure.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(figure.clientWidth - width) < 2) return;
    width = figure.clientWidth;
    paint();
  }).observe(figure);
}

// bring makes what stands below a node live.
async function bring(root) {
  if (root.querySelector("form[data-add]")) import("./add.js").then((add) => add.bring(root));
  await Promise.all([...root.querySelectorAll("figure.chart")].map((figure) =>
    draw(figure).catch((error) => {
      figure.classList.remove("drawn"); // the table below says the same
      console.error("drawing the chart", figure.dataset.chart, error);
    })));
  document.documentElement.dataset.ready = "yes"; // tests wait for it
}

wire(bring);
bring(document);
