// The legend: what signs and lines mean, how many there are, and filters by each.

function legend(graph, changed) {
  const counts = graph.counts();
  const inside = $("legend-inside");

  function box(kind, value, name, sample, number) {
    const input = make("input", { type: "checkbox", checked: true, onchange: () => {
      graph.hidden[kind][input.checked ? "delete" : "add"](value);
      changed();
    } });
    return make("label", { class: "row" }, input, sample || make("span"), make("span", {}, name), make("span", { class: "count" }, number.toLocaleString("en")));
  }
  const line = (paint) => picture(24, 14, paint);
  const sample = (status, ended) => line((context) => {
    context.strokeStyle = status === "denied" ? colour("warn") : colour("ink");
    context.lineWidth = ended ? 1.2 : 1.8;
    stroke(context, status, 0.8);
    context.beginPath(); context.moveTo(1, 7); context.lineTo(23, 7); context.stroke();
    context.setLineDash([]);
    context.lineWidth = 1.6;
    context.beginPath();
    if (status === "denied") cross(context, 12, 7, 3.5);
    else if (ended) bar(context, 12, 7, 1, 0, 5);
    context.stroke();
  });
  const note = (picture, text, number) => make("div", { class: "row plain" }, picture, make("span", {}, text), make("span", { class: "count" }, number.toLocaleString("en")));

  add(inside,
    make("h3", {}, "Entities"),
    WORDS.schemata.filter(([schema]) => counts.schema.has(schema)).map(([schema, name]) =>
      box("schema", schema, name, swatch(schema, false), counts.schema.get(schema))),
    counts.harmed ? note(swatch("Person", true), "Survivor (of any kind above)", counts.harmed) : "",
    make("h3", {}, "Links"),
    Object.keys(STROKES).filter((status) => counts.status.has(status)).map((status) =>
      box("status", status, STATUS_NAME[status], sample(status, false), counts.status.get(status))),
    counts.ended ? note(sample("asserted", true), "ended", counts.ended) : "",
    counts.disputed ? note(line((context) => {
      context.strokeStyle = colour("warn"); context.lineWidth = 1.6; context.beginPath(); cross(context, 12, 7, 4); context.stroke();
    }), "denied by somebody", counts.disputed) : "",
    make("details", {}, make("summary", {}, "Kinds of link"),
      WORDS.types.filter(([type]) => counts.type.has(type)).map(([type, phrase]) => box("type", type, phrase[0], null, counts.type.get(type)))),
    make("p", { class: "why" }, "A line says what documents claim, not what is proved. No sign means suspect."),
  );
}
