// The network: who acts on whom. A line is as wide as much is told of the two, and has the
// colour of the mean of its scores. Where nodes lie means nothing; the same data always lies
// the same way.
import { d3, link, number, side, stage } from "./chart.js";

export function draw(figure, canvas, data) {
  const width = Math.max(canvas.clientWidth, 280), height = Math.round(Math.max(340, Math.min(width * 0.72, 640)));
  const nodes = data.nodes.map((n) => ({ ...n }));
  const links = data.links.map((l) => ({ ...l }));
  const most = d3.max(nodes, (n) => n.count) ?? 1;
  const radius = d3.scaleSqrt([0, most], [3, Math.min(22, width / 30)]);
  const wide = d3.scaleSqrt(d3.extent(links, (l) => l.count), [1.2, 6]).unknown(1.2);
  lay(nodes, links, radius, width, height);
  const svg = stage(canvas, width, height);
  const edges = link(svg.append("g").selectAll("g").data(links).join("g"), (l) => l.href,
    (l) => `${l.source.name} and ${l.target.name}: ${number(l.count)} events${l.mean == null ? "" : `, mean score ${l.mean.toFixed(1)}`}`, figure);
  edges.append("line").attr("class", (l) => `mark edge stroke-${side(l.mean)}`).attr("stroke-width", (l) => wide(l.count))
    .attr("x1", (l) => l.source.x).attr("y1", (l) => l.source.y).attr("x2", (l) => l.target.x).attr("y2", (l) => l.target.y);
  const dots = link(svg.append("g").selectAll("g").data(nodes).join("g"), (n) => n.href, (n) => `${n.name}: ${number(n.count)} events`, figure);
  dots.append("circle").attr("class", "mark node").attr("cx", (n) => n.x).attr("cy", (n) => n.y).attr("r", (n) => radius(n.count));
  dots.append("text").attr("class", "label").attr("x", (n) => n.x).attr("y", (n) => n.y - radius(n.count) - 4).attr("text-anchor", "middle").text((n) => n.name);
  dots.on("pointerenter.near", (_, n) => edges.classed("far", (l) => l.source !== n && l.target !== n))
    .on("pointerleave.near", () => edges.classed("far", false));
}

// lay finds where the nodes lie, and stretches that over the drawing.
function lay(nodes, links, radius, width, height) {
  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((n) => n.key).distance(90).strength((l) => 0.12 + 0.4 / Math.sqrt(nodes.length)))
    .force("charge", d3.forceManyBody().strength(-260))
    .force("x", d3.forceX().strength(0.06)).force("y", d3.forceY().strength(0.09))
    .force("collide", d3.forceCollide((n) => radius(n.count) + 14))
    .stop().tick(300);
  for (const [axis, from, to] of [["x", 46, width - 46], ["y", 34, height - 26]]) {
    const scale = d3.scaleLinear(d3.extent(nodes, (n) => n[axis]), [from, to]);
    for (const n of nodes) n[axis] = nodes.length > 1 ? scale(n[axis]) : (from + to) / 2;
  }
}
