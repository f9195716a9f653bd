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

// tickName names a mark on an axis of time by what changes there; the first one has its year.
export function tickName(d, i) {
  const year = d.getUTCFullYear() < 1 ? `${1 - d.getUTCFullYear()} BC` : String(d.getUTCFullYear());
  if (d.getUTCDate() === 1 && d.getUTCMonth() === 0) return year;
  const name = d3.utcFormat(d.getUTCDate() === 1 ? "%b" : "%-d %b")(d);
  return i === 0 ? `${name} ${year}` : name;
}

// stage empties a canvas and returns a new drawing on it. Who can't see it has the table on
// the same page, which says the same and more exactly: the drawing is hidden from them.
export function stage(canvas, width, height) {
  canvas.replaceChildren();
  return d3.select(canvas).append("svg")
    .attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height).attr("aria-hidden", "true");
}

// link makes each of a selection a link, says what it is under the pointer, and returns the
// links. They are out of the order of tabs: a keyboard has the links of the table.
export function link(selection, href, name, figure) {
  const readout = figure.querySelector(".readout");
  const a = selection.append("a").attr("href", href).attr("tabindex", -1).on("pointerenter", (event, d) => { readout.textContent = name(d); });
  a.append("title").text(name);
  return a;
}

// side says by a score what something is.
export const side = (score) => (score == null ? "neutral" : score > 0 ? "cooperation" : score < 0 ? "conflict" : "neutral");

export const number = (n) => n.toLocaleString("en-GB");
