// The network page: puts the parts together.

const head = data("head");
const graph = new Graph(data("facts"), data("layout"));
const painter = new Painter(graph);
const stage = $("stage");

$("title").textContent = head.title;
$("note").textContent = head.note;
$("note").hidden = !head.note;
stage.setAttribute("aria-label", `Picture of ${count(graph.nodes.length, "entity", "entities")} and ${count(graph.links.length, "link")}`);

const hit = (sx, sy) => {
  const [x, y] = view.toWorld(sx, sy);
  return graph.nodeAt(x, y, 4 / view.k) || graph.linkAt(x, y, 7 / view.k);
};
const view = new View(stage, {
  draw: (context, v) => painter.draw(context, v),
  click: (sx, sy) => choose(hit(sx, sy)),
  hover: (place) => {
    const item = place && hit(...place), node = item && item.links ? item : null;
    if (node !== painter.over) { painter.over = node; view.redraw(); }
    return item;
  },
  least: 0.4, most: 160,
});
view.padding = () => ({
  left: 24 + (narrow() || $("legend").hidden ? 0 : 236), right: 24 + (narrow() || $("details").hidden ? 0 : $("details").offsetWidth + 12),
  top: 24, bottom: 44 + (narrow() && !$("details").hidden ? $("details").offsetHeight : 0),
});

const showDetails = details(graph, choose);

// Takes up a node or link (null: lets go); `fly` also brings it to the middle.
function choose(item, fly = false) {
  painter.chosen = item;
  if (item && narrow()) setLegend(false);
  showDetails(item);
  if (item && fly) {
    const around = item.links ? [item] : [item.source, item.target];
    const xs = around.map((n) => n.x), ys = around.map((n) => n.y), room = 5;
    view.flyTo([Math.min(...xs) - room, Math.min(...ys) - room, Math.max(...xs) + room, Math.max(...ys) + room], 60);
  } else view.redraw();
}

function tally() {
  const nodes = graph.nodes.filter((n) => n.shown).length, links = graph.links.filter((l) => l.shown).length;
  const of = (shown, all, one, many) => (shown === all ? count(all, one, many) : `${shown.toLocaleString("en")} of ${count(all, one, many)}`);
  $("tally").textContent = `${of(nodes, graph.nodes.length, "entity", "entities")}, ${of(links, graph.links.length, "link")}`;
}

legend(graph, () => {
  graph.filter();
  if (painter.chosen && !painter.chosen.shown) choose(null);
  else if (painter.chosen) showDetails(painter.chosen);
  tally();
  view.redraw();
});
const setLegend = toggle($("legend-button"), $("legend"));
toggle($("table-button"), $("table"), tables(graph, choose));
$("zoom-in").addEventListener("click", () => view.zoom(1.4));
$("zoom-out").addEventListener("click", () => view.zoom(1 / 1.4));
const showAll = () => view.flyTo(graph.box, 46);
$("zoom-all").addEventListener("click", showAll);

search(
  graph.nodes.map((node) => ({ node, names: [node.name, ...node.aliases, node.id], weight: node.weight })),
  ({ node }, name) => [swatch(node.schema, node.harmed), make("span", {}, said(node.name), name !== node.name && name !== node.id ? make("small", {}, " also ", said(name)) : null), make("small", {}, SCHEMA_NAME[node.schema])],
  ({ node }) => { if (!node.shown) { graph.hidden.schema.delete(node.schema); graph.filter(); tally(); } choose(node, true); },
);

stage.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (key === "0") showAll();
  else if (key === "escape") choose(null);
  else if (key === "n" || key === "p") {
    const [x0, y0] = view.toWorld(0, 0), [x1, y1] = view.toWorld(view.width, view.height);
    const seen = graph.ranked.filter((n) => n.shown && n.x > x0 && n.x < x1 && n.y > y0 && n.y < y1);
    if (seen.length) choose(seen[(seen.indexOf(painter.chosen) + (key === "n" ? 1 : -1) + seen.length) % seen.length]);
  } else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !$("details").hidden && $("details").contains(document.activeElement)) { choose(null); stage.focus(); }
});

themeChanged.push(() => view.redraw());
setLegend(!narrow());
tally();
view.show(graph.box, 46);

const onPage = (x, y) => {
  const box = stage.getBoundingClientRect(), [sx, sy] = view.toScreen(x, y);
  return { x: box.left + sx, y: box.top + sy };
};
Object.defineProperty(window, "graphExplorer", { value: Object.freeze({
  screenPos: (id) => { const node = graph.byId.get(id); return node ? onPage(node.x, node.y) : null; },
  edgePos: (id) => { const link = graph.linkById.get(id); return link ? onPage(link.mx, link.my) : null; },
  visible: () => ({ nodes: graph.nodes.filter((n) => n.shown).length, links: graph.links.filter((l) => l.shown).length }),
  count: () => ({ nodes: graph.nodes.length, links: graph.links.length }),
}) });
performance.mark("explorer-ready");
