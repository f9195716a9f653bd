// A series: cooperation above the line and conflict below it, period after period, a panel
// for each direction; and the mean of the scores. Each bar is a link to its events.
import { d3, number, tickName } from "./chart.js";

const kinds = [ // from the line outwards
  ["material_cooperation", 1, "fill-cooperation", "material cooperation"],
  ["verbal_cooperation", 1, "fill-cooperation-soft", "verbal cooperation"],
  ["material_conflict", -1, "fill-conflict", "material conflict"],
  ["verbal_conflict", -1, "fill-conflict-soft", "verbal conflict"],
];
const panel = 190, means = 90; // heights
const xlink = "http://www.w3.org/1999/xlink";

export function draw(figure, canvas, data) {
  const Plot = window.Plot;
  const readout = figure.querySelector(".readout");
  const width = Math.max(canvas.clientWidth, 280);
  const time = (p) => { const d = new Date(Date.UTC(2000, p.month - 1, 1)); d.setUTCFullYear(p.year); return d; };
  const step = data.by === "month" ? d3.utcMonth : d3.utcYear;
  const bars = data.points.flatMap((p) => kinds.map(([key, sign, fill, name]) => ({ ...p, start: time(p), end: step.offset(time(p), 1), value: sign * p[key], fill, kind: name })));
  const scored = data.points.filter((p) => p.mean != null).map((p) => ({ ...p, middle: new Date((+time(p) + +step.offset(time(p), 1)) / 2) }));
  const names = data.directions;
  const most = (a, b) => d3.max(data.points, (p) => p[a] + p[b]);
  const whole = d3.ticks(-most("verbal_conflict", "material_conflict"), most("verbal_cooperation", "material_cooperation"), 5).filter(Number.isInteger);
  const domain = [d3.min(bars, (b) => b.start), d3.max(bars, (b) => b.end)];
  const few = Math.max(2, width / 90);
  const ticks = step.count(...domain) <= few ? step.range(...domain) : d3.utcTicks(...domain, few).filter((d) => step(d).getTime() === d.getTime());
  const plot = (marks, y, height) => Plot.plot({
    width, height: height * names.length + 40, marginLeft: 46, marginRight: 12, marginTop: 18, className: "plot",
    x: { type: "utc", label: null, domain }, y, fy: { domain: names, label: null, axis: null, padding: 0.22 },
    marks: [
      Plot.axisX(ticks, { tickFormat: tickName, tickSize: 4 }),
      ...marks,
      Plot.text(names, { fy: (d) => d, text: (d) => d, frameAnchor: "top-left", dy: -15, fontWeight: 600, fill: "currentColor" }),
    ],
  });
  const title = (p) => `${p.direction}, ${p.label}: ${number(p.events)} events in ${number(p.reports)} reports` + (p.mean == null ? "" : `, mean score ${p.mean.toFixed(1)}`);
  const counts = plot([
    Plot.gridY(whole, { stroke: "currentColor", strokeOpacity: 0.12 }),
    ...kinds.map(([, , fill, name]) => Plot.rectY(bars.filter((b) => b.kind === name && b.value), Plot.stackY({
      x1: "start", x2: "end", y: "value", fy: "direction", href: "href", title, fill: "currentColor", className: `bars ${fill}`, insetLeft: 0.5, insetRight: 0.5,
    }))),
    Plot.ruleY([0], { stroke: "currentColor" }),
  ], { label: null, tickFormat: (n) => number(Math.abs(n)), ticks: whole }, panel);
  const scores = plot([
    Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
    Plot.lineY(scored, { x: "middle", y: "mean", fy: "direction", stroke: "currentColor", strokeOpacity: 0.4 }),
    Plot.dot(scored, { x: "middle", y: "mean", fy: "direction", r: 3.5, href: "href", title, fill: "currentColor", className: "dots" }),
  ], { label: null, domain: [-10, 10], ticks: [-10, 0, 10] }, means);
  canvas.replaceChildren(...[counts, scores].map((svg) => tame(svg, readout)));
}

// tame takes the inline styles out of a drawing before it comes into the page, whose
// policy forbids them: app.css says the same. Links stay out of the order of tabs, because
// the table below has them too.
function tame(svg, readout) {
  svg.querySelectorAll("style").forEach((s) => s.remove());
  svg.setAttribute("aria-hidden", "true");
  svg.querySelectorAll("a").forEach((a) => {
    const title = a.querySelector("title")?.textContent ?? "";
    const address = a.getAttributeNS(xlink, "href");
    a.removeAttributeNS(xlink, "href"); // the old way to name it, which nobody needs any more
    a.setAttribute("href", address);
    a.setAttribute("tabindex", "-1");
    a.firstElementChild?.classList.add("mark");
    a.addEventListener("pointerenter", () => { readout.textContent = title; });
  });
  return svg;
}
