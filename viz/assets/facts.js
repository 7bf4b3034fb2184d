// Entities and links as the page's data tells them (rows of viz/rows.py), and who is tied to whom.

class Link {
  constructor(row, index, nodes) {
    [this.id, this.type] = row;
    this.source = nodes[row[2]];
    this.target = nodes[row[3]];
    this.rows = row[4];
    this.index = index;
    this.shown = true;
    this.best = claimOf(this.rows[0]);
    this.disputed = this.rows.some(([status]) => status === "denied");
  }

  get claims() { return this.rows.map(claimOf); }
}

class Facts {
  constructor({ nodes, links, documents, quotes }) {
    this.evidence = new Evidence({ documents, quotes });
    this.nodes = nodes.map(([id, schema, name, aliases, harmed, documents, facts], index) =>
      ({ id, schema, name, aliases, harmed: Boolean(harmed), documents, facts, index, links: [], shown: true }));
    this.links = links.map((row, index) => new Link(row, index, this.nodes));
    for (const link of this.links) {
      link.source.links.push(link);
      if (link.target !== link.source) link.target.links.push(link);
    }
    for (const node of this.nodes) node.weight = node.links.length;
    this.byId = new Map(this.nodes.map((node) => [node.id, node]));
    this.linkById = new Map(this.links.map((link) => [link.id, link]));
  }
}
