// What the charts share: days, names of days, links in a drawing, and the line below a
// chart that says what is under the pointer or the focus.

export const d3 = window.d3;

// day reads YYYY-MM-DD, with a minus sign for years before 1 BC.
export function day(text) {
  const [, sign, year, month, date] = /^(-?)(\d+)-(\d\d)-(\d\d)$/.exec(text);
  const d = new Date(Date.UTC(2000, Number(month) - 1, Number(date)));
  d.setUTCFullYear(Number(sign + year));
  return d;
}

// iso writes a day as day reads it.
export function iso(d) {
  const year = d.getUTCFullYear();
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0") + d3.utcFormat("-%m-%d")(d);
}

export const dayAfter = (d) => new Date(d.getTime() + 864e5);

// tickName names a mark on an axis of time by what changes there.
export function tickName(d) {
  const year = d.getUTCFullYear();
  if (d.getUTCDate() !== 1) return d3.utcFormat("%-d %b")(d);
  if (d.getUTCMonth() !== 0) return d3.utcFormat("%b")(d);
  return year < 1 ? `${1 - year} BC` : String(year);
}

// stage empties a canvas and returns a new drawing on it, with a name for who can't see it.
export function stage(canvas, width, height, name) {
  canvas.replaceChildren();
  return d3.select(canvas).append("svg")
    .attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height)
    .attr("role", "group").attr("aria-label", name);
}

// link makes each of a selection a link, and returns the links. In a picture of many things
// the table is the way for the keyboard: then they are left out of the order of tabs.
export function link(selection, href, name, figure, reachable = false) {
  const readout = figure.querySelector(".readout");
  const say = (d) => { readout.textContent = name(d); };
  const a = selection.append("a")
    .attr("href", href)
    .attr("aria-label", name)
    .on("pointerenter focus", (event, d) => say(d));
  if (!reachable) a.attr("tabindex", -1);
  return a;
}

// side says by a score what something is.
export const side = (score) => (score == null ? "neutral" : score > 0 ? "cooperation" : score < 0 ? "conflict" : "neutral");

export const number = (n) => n.toLocaleString("en-GB");
