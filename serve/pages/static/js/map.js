// The map: countries by how much is told of them, and places as points. The shapes are part
// of the program; nothing is fetched from anywhere else.
import { d3, link, number, stage } from "./chart.js";

const steps = 5;
let world; // the shapes, fetched once

async function shapes() {
  const answer = await fetch(new URL("../vendored/countries-110m.json", import.meta.url));
  return answer.json();
}

export async function draw(figure, canvas, data) {
  world ??= shapes();
  const atlas = await world;
  const countries = window.topojson.feature(atlas, atlas.objects.countries);
  const width = Math.max(canvas.clientWidth, 280), height = Math.round(width * 0.5);
  const projection = d3.geoEqualEarth().fitExtent([[2, 2], [width - 2, height - 2]], { type: "Sphere" });
  const path = d3.geoPath(projection);
  const svg = stage(canvas, width, height);
  const zoomed = svg.append("g");
  zoomed.append("path").attr("class", "sphere").attr("d", path({ type: "Sphere" }));
  drawCountries(zoomed, figure, countries, data.countries ?? [], path);
  drawPlaces(zoomed, figure, pointsOf(countries, data), projection);
  zoomable(figure, svg, zoomed, width, height);
}

function drawCountries(zoomed, figure, countries, told, path) {
  const byID = new Map(told.map((c) => [c.id, c]));
  zoomed.append("g").selectAll("path").data(countries.features.filter((f) => !byID.has(f.id))).join("path").attr("class", "land").attr("d", path);
  const most = d3.max(told, (c) => c.count) ?? 1;
  const step = (c) => Math.max(1, Math.ceil(Math.sqrt(c.count / most) * steps));
  const shaded = countries.features.filter((f) => byID.has(f.id)).map((f) => ({ shape: f, ...byID.get(f.id) }));
  link(zoomed.append("g").selectAll("g").data(shaded).join("g"), (c) => c.href, (c) => `${c.name}: ${number(c.count)} events`, figure)
    .append("path").attr("class", (c) => `mark told tint-${step(c)}`).attr("d", (c) => path(c.shape));
}

// pointsOf are the places, and the countries that are too small to have a shape.
function pointsOf(countries, data) {
  const drawn = new Set(countries.features.map((f) => f.id));
  const small = (data.countries ?? []).filter((c) => !drawn.has(c.id) && c.lat != null);
  return [...small, ...(data.places ?? [])];
}

function drawPlaces(zoomed, figure, places, projection) {
  const radius = d3.scaleSqrt([0, Math.max(30, d3.max(places, (p) => p.count) ?? 0)], [2, 14]);
  const seen = places.map((p) => ({ ...p, at: projection([p.lon, p.lat]) })).filter((p) => p.at).sort((a, b) => b.count - a.count);
  link(zoomed.append("g").selectAll("g").data(seen).join("g"), (p) => p.href, (p) => `${p.name}: ${number(p.count)} events`, figure)
    .append("circle").attr("class", "mark place")
    .attr("cx", (p) => p.at[0]).attr("cy", (p) => p.at[1]).attr("r", (p) => radius(p.count)).attr("data-r", (p) => radius(p.count));
}

function zoomable(figure, svg, zoomed, width, height) {
  const zoom = d3.zoom().scaleExtent([1, 30]).translateExtent([[0, 0], [width, height]])
    .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button))
    .on("zoom", ({ transform }) => {
      zoomed.attr("transform", transform);
      zoomed.selectAll(".place").attr("r", function () { return this.dataset.r / Math.sqrt(transform.k); });
      zoomed.selectAll(".land, .told").style("stroke-width", 0.6 / transform.k);
      zoomed.selectAll(".place").style("stroke-width", 1 / transform.k);
    });
  svg.call(zoom);
  const tools = figure.querySelector(".tools");
  tools.querySelectorAll(".zoom").forEach((b) => b.remove());
  for (const [name, act] of [["Zoom in", () => svg.call(zoom.scaleBy, 2)], ["Zoom out", () => svg.call(zoom.scaleBy, 0.5)], ["Whole world", () => svg.call(zoom.transform, d3.zoomIdentity)]]) {
    d3.select(tools).append("button").attr("type", "button").attr("class", "quiet zoom").text(name).on("click", act);
  }
}
