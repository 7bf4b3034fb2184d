// The map page: puts the parts together.

const head = data("head");
const facts = new Facts(data("facts"));
const land = new Land(data("land"));
const marks = new Marks(facts, data("places"));
const lost = data("lost").map((index) => facts.nodes[index]);
const stage = $("stage");

$("title").textContent = head.title;
$("note").textContent = head.note;
$("note").hidden = !head.note;
stage.setAttribute("aria-label", `Map of ${count(marks.places.length, "place")}`);

const view = new View(stage, { draw: paint, click, hover: (place) => place && marks.under(view, ...place), least: 1.2, most: 6000 });
view.padding = () => ({
  left: 30 + (narrow() || $("legend").hidden ? 0 : 276), right: 30 + (narrow() || $("details").hidden ? 0 : $("details").offsetWidth + 12),
  top: 30, bottom: 50 + (narrow() && !$("details").hidden ? $("details").offsetHeight : 0),
});

function paint(context, v) {
  const taken = new Set();
  const free = (left, top, right, bottom, take) => {
    const spots = [];
    for (let i = Math.floor(left / 12); i <= Math.floor(right / 12); i++) {
      for (let j = Math.floor(top / 8); j <= Math.floor(bottom / 8); j++) spots.push(i * 4096 + j);
    }
    if (spots.some((spot) => taken.has(spot))) return false;
    if (take) spots.forEach((spot) => taken.add(spot));
    return true;
  };
  land.draw(context, v);
  marks.draw(context, v, free);
  land.drawNames(context, v, free, marks.countries);
  scaleBar(context, v);
}

// ---- details

const showDetails = details(facts, choose, whereabouts);

function whereabouts(node) {
  const place = marks.byNode.get(node);
  if (!place) {
    return lost.includes(node) ? make("div", { class: "where" }, make("p", {}, "Not on the map."), make("p", {}, "No gazetteer entry bears this name, and no document puts it inside a place that has one.")) : null;
  }
  return make("div", { class: "where" },
    make("p", {}, "Drawn at ", said(place.where), `: ${PRECISION_NAME[place.precision]}`, place.precision === "site" ? "." : ` (within about ${place.reach} km).`),
    make("p", {}, "Why there: ", said(place.why), ". Source: ", said(place.source), "."),
    place.namesakes.length ? make("p", {}, "Could also be: ", place.namesakes.flatMap((name, n) => (n ? ["; ", said(name)] : [said(name)])), ".") : null);
}

function choose(node, fly = false) {
  const place = node ? marks.byNode.get(node) || null : null;
  marks.chosen = place;
  if (node && narrow()) setLegend(false);
  showDetails(node);
  if (place && fly) {
    const room = place.precision === "country" ? 6 : place.precision === "province" ? 1.6 : 0.25;
    view.flyTo([place.x - room, place.y - room, place.x + room, place.y + room], place.precision === "site" ? 900 : 420);
  } else view.redraw();
}

function click(sx, sy) {
  const mark = marks.under(view, sx, sy);
  if (!mark) return choose(null);
  if (mark.places.length === 1) return choose(mark.places[0].node);
  const xs = mark.places.map((p) => p.x), ys = mark.places.map((p) => p.y);
  const spread = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  if (spread * view.most > NEARBY * 1.5) {
    const room = spread * 0.12;
    view.flyTo([Math.min(...xs) - room, Math.min(...ys) - room, Math.max(...xs) + room, Math.max(...ys) + room]);
    say(`${count(mark.places.length, "place")} here, zooming in`);
  } else list(mark);
}

// Places that no zoom tells apart: all are only known to be at this spot.
function list(mark) {
  marks.chosen = mark.places[0];
  if (narrow()) setLegend(false);
  $("details").replaceChildren(
    make("header", {}, make("h2", {}, `${count(mark.places.length, "place")} at `, said(mark.places[0].where)),
      make("button", { class: "close", type: "button", "aria-label": "Close details", onclick: () => choose(null) }, "×")),
    make("div", { class: "inside", tabindex: "0" }, make("p", { class: "kind" }, "The sources tell no more exactly where each of them is."),
      make("ul", { class: "places" }, mark.places.map((place) => entry(place.node, place)))));
  $("details").hidden = false;
  view.redraw();
}

const entry = (node, place) => make("li", {}, make("button", { type: "button", onclick: () => choose(node, true) },
  swatch(node.schema, false, 18), make("span", {}, said(node.name), place && place.where.split(",")[0] !== node.name ? make("small", {}, said(place.where)) : null),
  make("span", { class: "count" }, (place ? place.told : node.weight).toLocaleString("en"))));

// ---- legend and list

const PLACES_AT_ONCE = 60;

function fillLegend() {
  const number = (precision) => marks.places.filter((place) => place.precision === precision).length;
  const sample = (paintSample) => picture(26, 18, paintSample);
  const dashed = (dash, fill, alpha) => sample((context) => {
    context.beginPath(); context.arc(13, 9, 7, 0, 7);
    context.globalAlpha = alpha; context.fillStyle = fill; context.fill(); context.globalAlpha = 1;
    context.setLineDash(dash); context.strokeStyle = colour("muted"); context.stroke();
  });
  const samples = {
    site: [sample((context) => drawSign(context, SIGNS.Compound, 13, 9, 7, colour("ink"))), "exact site"],
    town: [sample((context) => {
      context.globalAlpha = 0.35; context.fillStyle = "#56B4E9"; context.beginPath(); context.arc(13, 9, 9, 0, 7); context.fill(); context.globalAlpha = 1;
      drawSign(context, SIGNS.Location, 13, 9, 5, colour("ink"));
    }), "town: in or near it"],
    province: [dashed([4, 3], "#8D959F", 0.25), "province: anywhere in it"],
    country: [dashed([2, 3], colour("surface"), 1), "country only"],
  };
  const box = (precision) => {
    const input = make("input", { type: "checkbox", checked: true, onchange: () => {
      marks.hidden[input.checked ? "delete" : "add"](precision);
      marks.filter(); tally(); view.redraw();
    } });
    return make("label", { class: "row" }, input, samples[precision][0], make("span", {}, samples[precision][1]), make("span", { class: "count" }, number(precision).toLocaleString("en")));
  };
  const several = sample((context) => {
    context.beginPath(); context.arc(13, 9, 5.5, 0, 7); context.fillStyle = "#D55E00"; context.fill();
    context.strokeStyle = colour("ink"); context.stroke(); context.beginPath(); context.arc(13, 9, 8, 0, 7); context.stroke();
  });
  const items = make("ul", { class: "places" });
  const fill = (from) => {
    items.append(...marks.places.slice(from, from + PLACES_AT_ONCE).map((place) => entry(place.node, place)));
    if (marks.places.length <= from + PLACES_AT_ONCE) return;
    const more = make("li", {}, make("button", { class: "more", type: "button", onclick: () => { more.remove(); fill(from + PLACES_AT_ONCE); } }, `Show more of ${marks.places.length}`));
    items.append(more);
  };
  fill(0);
  add($("legend-inside"),
    make("h3", {}, "How exactly known"), ["site", "town", "province", "country"].filter(number).map(box),
    make("div", { class: "row" }, make("span"), several, make("span", {}, "several; click opens them"), make("span")),
    make("p", { class: "why" }, "Numbers beside a name and in areas count links told of the place."),
    make("details", { open: lost.length > 0 && marks.places.length === 0 }, make("summary", {}, `Not on the map (${lost.length.toLocaleString("en")})`),
      lost.length ? make("ul", { class: "places" }, lost.map((node) => entry(node, null))) : make("p", { class: "why" }, "Every place was found.")),
    make("h3", {}, "Places"), items);
}

function tally() {
  const shown = marks.places.filter((place) => place.shown).length;
  $("tally").textContent = `${shown.toLocaleString("en")} of ${count(marks.places.length, "place")} on the map, ${lost.length.toLocaleString("en")} not found`;
}

fillLegend();
const setLegend = toggle($("legend-button"), $("legend"));
$("zoom-in").addEventListener("click", () => view.zoom(1.6));
$("zoom-out").addEventListener("click", () => view.zoom(1 / 1.6));
$("zoom-all").addEventListener("click", () => view.flyTo(marks.box, 120));
stage.addEventListener("keydown", (event) => {
  if (event.key === "0") view.flyTo(marks.box, 120);
  else if (event.key === "Escape") choose(null);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && $("details").contains(document.activeElement)) { choose(null); stage.focus(); }
});

search(
  facts.nodes.map((node) => ({ node, names: [node.name, ...node.aliases, node.id], weight: (marks.byNode.has(node) ? 1e6 : 0) + node.weight })),
  ({ node }, name) => [swatch(node.schema, node.harmed), make("span", {}, said(node.name), name !== node.name && name !== node.id ? make("small", {}, " also ", said(name)) : null), make("small", {}, SCHEMA_NAME[node.schema])],
  ({ node }) => choose(node, true),
);

themeChanged.push(() => view.redraw());
setLegend(!narrow());
tally();
view.show(marks.box, 120);

const onScreen = (sx, sy) => {
  const box = stage.getBoundingClientRect();
  return { x: box.left + sx, y: box.top + sy };
};
const onPage = (x, y) => onScreen(...view.toScreen(x, y));
Object.defineProperty(window, "mapExplorer", { value: Object.freeze({
  // where the mark is drawn that stands for a place
  screenPos: (id) => {
    const place = marks.byNode.get(facts.byId.get(id)), mark = place && marks.at(view.k).find(({ places }) => places.includes(place));
    return mark ? (mark.chip ? onScreen(mark.chip.x, mark.chip.y) : onPage(mark.x, mark.y)) : null;
  },
  visible: () => marks.at(view.k).map((mark) => ({ ...onPage(mark.x, mark.y), kind: mark.kind, places: mark.places.map((place) => place.node.id) })),
  count: () => ({ places: marks.places.length, lost: lost.length }),
  precision: (id) => { const place = marks.byNode.get(facts.byId.get(id)); return place ? place.precision : null; },
}) });
performance.mark("explorer-ready");
