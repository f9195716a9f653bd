// The timeline: how much is told of each stretch of time, cooperation above the line and
// conflict below it, and where there are few, each event as the span of days on which it
// may have been. It is zoomed by the wheel with Ctrl, by dragging, and by the links below it,
// which work without scripts too. Another stretch of time is another view.
import { d3, day, dayAfter, iso, link, number, stage, tickName } from "./chart.js";
import { show } from "./view.js";

const margin = { left: 46, right: 12, top: 10, axis: 26 };
const barsHeight = 150;
const lane = 18;
const longestName = 34; // letters
const longestWait = 350; // ms after the last turn of the wheel

export function draw(figure, canvas, data) {
  const width = Math.max(canvas.clientWidth, 280);
  const bars = data.bins?.length ? barsHeight : 0;
  const x = d3.scaleUtc([day(data.from), dayAfter(day(data.to))], [margin.left, width - margin.right]);
  const spans = laid(data.spans ?? [], x, width);
  const lanes = d3.max(spans, (s) => s.lane + 1) ?? 0;
  const height = margin.top + bars + margin.axis + lanes * lane + 8;
  const svg = stage(canvas, width, height);
  const clip = `clip-${figure.dataset.chart}`;
  svg.append("clipPath").attr("id", clip).append("rect")
    .attr("x", margin.left).attr("width", width - margin.left - margin.right).attr("height", height);
  const back = svg.append("rect").attr("class", "hit").attr("width", width).attr("height", height);
  const axis = svg.append("g").attr("class", "axis").attr("transform", `translate(0,${margin.top + bars})`);
  const content = svg.append("g").attr("class", "content").attr("clip-path", `url(#${clip})`);
  if (bars) drawBars(svg, content, figure, data.bins, x);
  drawSpans(content, figure, spans, margin.top + bars + margin.axis);
  const place = (scale) => {
    const days = scale.ticks(Math.max(2, width / 90)).filter((d) => !d.getUTCHours());
    axis.call(d3.axisBottom(scale).tickValues(days).tickFormat(tickName).tickSizeOuter(0));
    content.selectAll(".timed").each(function (d) {
      const from = scale(d.start), to = scale(d.end);
      d3.select(this).attr("x", from).attr("width", Math.max(to - from - (d.gap ?? 0), d.least ?? 1));
    });
    content.selectAll(".label").attr("x", (d) =>
      d.flipped ? scale(d.start) - 4 : d.inside ? Math.max(scale(d.start), margin.left) + 6 : Math.max(scale(d.end), scale(d.start) + 7) + 4);
  };
  place(x);
  if (data.base) zoomable(svg, back, x, place, data);
}

function drawBars(svg, content, figure, bins, x) {
  const up = d3.max(bins, (b) => b.cooperation + b.other), down = d3.max(bins, (b) => b.conflict);
  const y = d3.scaleLinear([-down, up], [margin.top + barsHeight, margin.top]).nice();
  svg.insert("g", ".content").attr("class", "axis").attr("transform", `translate(${margin.left},0)`)
    .call(d3.axisLeft(y).tickValues(y.ticks(5).filter(Number.isInteger)).tickFormat((n) => d3.format("~s")(Math.abs(n))).tickSize(-(x.range()[1] - margin.left)))
    .call((g) => g.select(".domain").remove());
  const parts = [
    ["cooperation", (b) => [0, b.cooperation]],
    ["neutral", (b) => [b.cooperation, b.cooperation + b.other]],
    ["conflict", (b) => [-b.conflict, 0]],
  ];
  const timed = bins.map((b) => ({ ...b, start: day(b.from), end: dayAfter(day(b.to)), gap: 1 }));
  const a = link(content.selectAll("g.bin").data(timed).join("g").attr("class", "bin"), (b) => b.href,
    (b) => `${b.label}: ${number(b.cooperation)} cooperation, ${number(b.conflict)} conflict, ${number(b.other)} other`, figure)
    .attr("data-swap", "");
  a.append("rect").attr("class", "hit timed").attr("y", margin.top).attr("height", barsHeight);
  for (const [kind, range] of parts) {
    a.filter((b) => range(b)[1] > range(b)[0]).append("rect").attr("class", `mark timed fill-${kind}`)
      .attr("y", (b) => y(range(b)[1])).attr("height", (b) => y(range(b)[0]) - y(range(b)[1]));
  }
  content.append("line").attr("class", "baseline").attr("x1", x.range()[0]).attr("x2", x.range()[1]).attr("y1", y(0)).attr("y2", y(0));
}

// laid puts each span in the first lane that is free where it lies, its name included. A
// name that has no room to the right stands to the left.
function laid(spans, x, width) {
  const lanes = [];
  const named = width > 500 && spans.length <= 60;
  return spans.map((s) => ({ ...s, start: day(s.from), end: dayAfter(day(s.to)), least: 7, named })).map((s) => {
    const room = named ? Math.min(s.label.length, longestName) * 6.3 + 12 : 0;
    const from = x(s.start), to = Math.max(x(s.end), from + 7);
    const right = to + room <= width - margin.right, left = from - room >= margin.left;
    const inside = to - from > room && (s.unsure || !right && !left), flipped = !inside && !right && left;
    const taken = inside ? [from, to] : flipped ? [from - room, to] : [from, to + room];
    let at = lanes.findIndex((lane) => lane.every(([a, b]) => taken[1] + 3 < a || b + 3 < taken[0]));
    if (at < 0) at = lanes.push([]) - 1;
    lanes[at].push(taken);
    return { ...s, inside, flipped, lane: at };
  });
}

function drawSpans(content, figure, spans, top) {
  const a = link(content.selectAll("g.span").data(spans).join("g").attr("class", "span"), (s) => s.href, (s) => `${s.label} · ${s.date}`, figure);
  a.append("rect").attr("class", (s) => `mark timed fill-${s.side} stroke-${s.side}${s.unsure ? " unsure" : ""}`)
    .attr("rx", 3).attr("y", (s) => top + s.lane * lane + 2).attr("height", lane - 6);
  a.filter((s) => s.named).append("text").attr("class", (s) => (s.inside && !s.unsure ? "label on" : "label")).attr("y", (s) => top + s.lane * lane + lane - 6.5)
    .attr("text-anchor", (s) => (s.flipped ? "end" : "start"))
    .text((s) => (s.label.length > longestName ? s.label.slice(0, longestName - 1) + "…" : s.label));
}

// zoomable lets wheel and dragging change the stretch of time. When they rest, the view of
// the new stretch is fetched: from centuries to days there is always as much as can be drawn.
function zoomable(svg, back, x, place, data) {
  let timer;
  const zoom = d3.zoom()
    .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button && event.type !== "dblclick"))
    .on("start", () => clearTimeout(timer))
    .on("zoom", (event) => place(event.transform.rescaleX(x)))
    .on("end", (event) => {
      if (event.transform.k === 1 && event.transform.x === 0) return;
      timer = setTimeout(() => show(viewOf(event.transform.rescaleX(x).domain(), data)), longestWait);
    });
  svg.call(zoom).on("dblclick.zoom", null);
  svg.on("click.moved", (event) => event.defaultPrevented && event.stopPropagation(), true);
  back.attr("cursor", "grab");
}

// viewOf is the address of a stretch of time.
function viewOf([from, to], data) {
  const address = new URL(data.base, location.href);
  const until = new Date(Math.max(to.getTime() - 864e5, from.getTime()));
  address.searchParams.set("from", iso(from));
  address.searchParams.set("to", iso(until));
  return address.href;
}
