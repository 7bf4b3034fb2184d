// Entities and links as the page's data tells them (rows of viz/rows.py), and who is tied to whom.

class Facts {
  constructor({ nodes, links, documents, quotes }) {
    this.evidence = new Evidence({ documents, quotes });
    this.nodes = nodes.map(([id, schema, name, aliases, harmed, documents, facts], index) =>
      ({ id, schema, name, aliases, harmed: Boolean(harmed), documents, facts, index, links: [], shown: true }));
    this.links = links.map(([id, type, source, target, claims], index) =>
      ({ id, type, source: this.nodes[source], target: this.nodes[target], claims: claims.map(claimOf), index, shown: true }));
    for (const link of this.links) {
      link.best = link.claims[0];
      link.disputed = link.claims.some((claim) => claim.status === "denied");
      link.source.links.push(link);
      if (link.target !== link.source) link.target.links.push(link);
    }
    for (const node of this.nodes) node.weight = node.links.length;
    this.byId = new Map(this.nodes.map((node) => [node.id, node]));
    this.linkById = new Map(this.links.map((link) => [link.id, link]));
  }
}
