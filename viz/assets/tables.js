// The same network as two tables, for screen readers and for people who prefer rows.

const ROWS_AT_ONCE = 300;

function tables(graph, choose) {
  const place = $("table");
  const go = (item, text) => make("button", { type: "button", onclick: () => { $("table-button").click(); choose(item, true); } }, said(text));
  const statusText = (link) => link.best.status + (link.best.ended ? ", ended" : "") + (link.disputed && link.best.status !== "denied" ? ", also denied" : "");
  const firstQuote = (link) => graph.evidence.textOf(link.best.quotes[0]);

  function table(caption, columns, items, match) {
    const body = make("tbody"), more = make("button", { type: "button" });
    let order = items, sorted = null, shown = 0;
    const heads = columns.map((column) => make("th", { scope: "col", "aria-sort": "none" }, make("button", { type: "button", onclick: () => sort(column) }, column.name)));
    const fill = () => {
      body.append(...order.slice(shown, shown + ROWS_AT_ONCE).map((item) => make("tr", {}, columns.map((column) => make("td", {}, column.cell ? column.cell(item) : said(String(column.value(item))))))));
      shown = Math.min(order.length, shown + ROWS_AT_ONCE);
      more.hidden = shown >= order.length;
      more.textContent = `Show more (${shown.toLocaleString("en")} of ${order.length.toLocaleString("en")})`;
    };
    const reset = () => { body.replaceChildren(); shown = 0; fill(); };
    function sort(column) {
      const down = sorted === column && column.down === false;
      sorted = column; column.down = down;
      heads.forEach((head, n) => head.setAttribute("aria-sort", columns[n] === column ? (down ? "descending" : "ascending") : "none"));
      const sign = down ? -1 : 1;
      order = [...order].sort((a, b) => {
        const x = column.value(a), y = column.value(b);
        return sign * (typeof x === "number" ? x - y : String(x).localeCompare(String(y)));
      });
      reset();
    }
    more.addEventListener("click", fill);
    const element = make("table", {}, make("caption"), make("thead", {}, make("tr", {}, heads)), body);
    const search = (key) => {
      order = items.filter((item) => item.shown && (!key || match(item, key)));
      element.caption.textContent = `${caption} (${order.length.toLocaleString("en")})`;
      reset();
    };
    return { element: make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": caption }, element, more), search };
  }

  const nodes = table("Entities", [
    { name: "Name", value: (n) => n.name, cell: (n) => go(n, n.name) },
    { name: "Kind", value: (n) => SCHEMA_NAME[n.schema] + (n.harmed ? " (survivor)" : "") },
    { name: "Other names", value: (n) => n.aliases.join(", ") },
    { name: "Links", value: (n) => n.weight },
    { name: "Documents", value: (n) => n.documents },
  ], graph.nodes, (n, key) => [n.name, ...n.aliases].some((name) => fold(name).includes(key)));
  const links = table("Links", [
    { name: "From", value: (l) => l.source.name, cell: (l) => go(l.source, l.source.name) },
    { name: "What", value: (l) => phraseOf(l), cell: (l) => go(l, phraseOf(l)) },
    { name: "To", value: (l) => l.target.name, cell: (l) => go(l.target, l.target.name) },
    { name: "Status", value: statusText },
    { name: "Date", value: (l) => l.best.date || "" },
    { name: "Claims", value: (l) => l.rows.length },
    { name: "First quote", value: firstQuote },
  ], graph.links, (l, key) => [l.source.name, l.target.name, firstQuote(l)].some((text) => fold(text).includes(key)));

  const filter = make("input", { type: "search", placeholder: "Only rows with …", "aria-label": "Only rows with", oninput: () => update() });
  const update = () => { const key = fold(filter.value); nodes.search(key); links.search(key); };
  let built = false;
  return (open) => {
    if (!open) return;
    if (!built) {
      place.append(make("div", { class: "head" }, make("h2", {}, "Table"), filter, make("button", { type: "button", onclick: () => $("table-button").click() }, "Back to the picture")), nodes.element, links.element);
      built = true;
    }
    update();
  };
}
