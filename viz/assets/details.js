// The details panel: who or what it is, and every claim with its quotes. Shared by network and map.

const TIES_AT_ONCE = 40;

// `choose(item, fly)`: what a click on a name does; `more(node)`: further elements under the facts of a node.
function details(graph, choose, more = () => null) {
  const panel = $("details");

  function show(head, ...rest) {
    panel.replaceChildren(
      make("header", {}, head, make("button", { class: "close", type: "button", "aria-label": "Close details", onclick: () => choose(null) }, "×")),
      make("div", { class: "inside", tabindex: "0" }, ...rest));
    panel.hidden = false;
    panel.lastChild.scrollTop = 0;
  }

  const who = (node, tag = "h2") => make("div", { class: "who" }, swatch(node.schema, node.harmed, 22),
    make("div", {}, said(node.name, tag), make("div", { class: "kind" }, SCHEMA_NAME[node.schema] + (node.harmed ? " · survivor" : ""))));

  function tie(link, node, open) {
    const outgoing = link.source === node, other = outgoing ? link.target : link.source;
    return make("details", { class: "tie", open },
      make("summary", {}, phraseOf(link, outgoing) + " ", said(other.name), hint(link)),
      make("div", { class: "inside" },
        make("button", { class: "other", type: "button", onclick: () => choose(other, true) }, "Go to ", said(other.name)),
        link.claims.map((claim) => graph.evidence.claim(claim))));
  }

  function hint(link) {
    const parts = [link.best.status !== "asserted" && link.best.status, link.best.ended && "ended", link.disputed && link.best.status !== "denied" && "denied by somebody", link.best.date].filter(Boolean);
    return parts.length ? make("span", { class: "kind" }, " " + parts.join(", ")) : null;
  }

  function facts(node) {
    const rows = [];
    if (node.aliases.length) rows.push([make("dt", {}, "Also"), make("dd", {}, node.aliases.flatMap((name, n) => (n ? [", ", said(name)] : [said(name)])))]);
    for (const [name, value, status, quotes] of node.facts) {
      const negated = status === "asserted" ? "" : ` (${STATUS_NAME[status]})`;
      const shown = name === "nationality" && value ? value.toUpperCase() : value;
      rows.push([make("dt", {}, PROPERTY_NAME.get(name) || words(name)), make("dd", { class: "fact" }, said(String(shown ?? "")), negated,
        make("details", {}, make("summary", { class: "kind" }, count(quotes.length, "source")), quotes.map((number) => graph.evidence.quote(number))))]);
    }
    rows.push([make("dt", {}, "Documents"), make("dd", {}, node.documents.toLocaleString("en"))]);
    return make("dl", { class: "facts" }, rows);
  }

  function showNode(node) {
    const shown = node.links.filter((link) => link.shown), hidden = node.links.length - shown.length;
    const order = [...shown].sort((a, b) => a.type.localeCompare(b.type) || b.rows.length - a.rows.length || a.index - b.index);
    const list = make("div");
    const fill = (from) => {
      list.append(...order.slice(from, from + TIES_AT_ONCE).map((link, n) => tie(link, node, from + n < 3)));
      if (order.length > from + TIES_AT_ONCE) {
        const next = make("button", { class: "more", type: "button", onclick: () => { next.remove(); fill(from + TIES_AT_ONCE); } }, `Show ${Math.min(TIES_AT_ONCE, order.length - from - TIES_AT_ONCE)} more of ${order.length}`);
        list.append(next);
      }
    };
    fill(0);
    show(who(node), facts(node), more(node) || "",
      make("h3", {}, count(shown.length, "link") + (hidden ? ` shown, ${hidden} filtered out` : "")), list);
    say(`${node.name}, ${SCHEMA_NAME[node.schema]}, ${count(shown.length, "link")}`);
  }

  function showLink(link) {
    const beside = link.source.links.filter((other) => other !== link && other.shown &&
      ((other.source === link.source && other.target === link.target) || (other.source === link.target && other.target === link.source)));
    const end = (node) => make("button", { class: "other", type: "button", onclick: () => choose(node, true) }, said(node.name));
    show(make("h2", {}, said(link.source.name), ` ${phraseOf(link)} `, said(link.target.name)),
      make("div", { class: "tie" }, make("div", { class: "inside" }, make("p", {}, end(link.source), " → ", end(link.target)))),
      make("h3", {}, count(link.rows.length, "claim")),
      link.claims.map((claim) => graph.evidence.claim(claim)),
      beside.length ? [make("h3", {}, "Other links between the two"), beside.map((other) => tie(other, link.source, false))] : "");
    say(`${link.source.name} ${phraseOf(link)} ${link.target.name}, ${count(link.rows.length, "claim")}`);
  }

  return (item) => {
    if (!item) panel.hidden = true;
    else if (item.links) showNode(item);
    else showLink(item);
  };
}
