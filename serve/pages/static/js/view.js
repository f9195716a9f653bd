// Shows another view without loading the page anew: the page of its address is fetched,
// and what it has in #view takes the place of what is there. The address changes with it,
// so that what is seen can be shared, and the browser's way back works.

let bring = () => {};
let latest = 0; // an answer that was overtaken is dropped
let shown = viewed(); // a change of the fragment alone is no other view

function viewed() { return location.pathname + location.search; }

export async function show(address, push = true) {
  const turn = ++latest;
  const view = document.getElementById("view");
  view.classList.add("busy");
  delete document.documentElement.dataset.ready;
  let page;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    location.assign(address); // the browser says what is wrong
    return;
  }
  if (turn !== latest) return;
  const next = page.getElementById("view");
  if (!next) {
    location.assign(address);
    return;
  }
  const focused = document.activeElement?.id;
  view.replaceWith(next);
  document.title = page.title;
  if (push) history.pushState(null, "", address);
  shown = viewed();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  await bring(next);
}

// wire makes links that are marked as changing the view do so without a new page.
export function wire(after) {
  bring = after;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-swap]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.href);
  });
  addEventListener("popstate", () => {
    if (viewed() !== shown) show(location.href, false);
  });
}
