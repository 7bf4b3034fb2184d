// The network as a picture: where nodes and links lie, what the filters leave, and what lies under a point.

const CELL = 2; // world units of the grid that finds nodes by place
const cell = (i, j) => i * 1048576 + j;

class Graph extends Facts {
  constructor(facts, layout) {
    super(facts);
    this.nodes.forEach((node, n) => { [node.x, node.y, node.group] = layout[n]; });
    for (const node of this.nodes) {
      node.r = 0.3 + Math.min(0.05 * Math.sqrt(node.weight), 0.45);
      node.label = shortened(plain(node.name), 34);
    }
    this.ranked = [...this.nodes].sort((a, b) => b.weight - a.weight || a.index - b.index);
    this.hidden = { schema: new Set(), type: new Set(), status: new Set() };
    this._spread();
    this._index();
    this.filter();
  }

  // Parallel links lie side by side: `bend` is the world distance of a link's middle from the straight line.
  _spread() {
    const pairs = new Map();
    for (const link of this.links) {
      const [a, b] = [link.source.index, link.target.index];
      const key = Math.min(a, b) * this.nodes.length + Math.max(a, b);
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push(link);
    }
    for (const bundle of pairs.values()) {
      bundle.forEach((link, n) => {
        const side = link.source.index <= link.target.index ? 1 : -1;
        link.loop = link.source === link.target ? n + 1 : 0;
        link.bend = link.loop ? 0 : (n - (bundle.length - 1) / 2) * Math.min(0.62, 2.6 / bundle.length) * side;
        this._route(link);
      });
    }
  }

  _route(link) {
    const { source: a, target: b } = link;
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const mx = (a.x + b.x) / 2, my = (a.y + b.y) / 2;
    link.mx = mx - ((b.y - a.y) / length) * link.bend;
    link.my = my + ((b.x - a.x) / length) * link.bend;
    link.cx = 2 * link.mx - mx; // the control point of a curve whose middle is (mx, my)
    link.cy = 2 * link.my - my;
    if (link.loop) { link.mx = a.x; link.my = a.y - a.r - 1.1 * link.loop; }
  }

  _index() {
    this.cells = new Map();
    for (const node of this.nodes) {
      const key = cell(Math.floor(node.x / CELL), Math.floor(node.y / CELL));
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(node);
    }
  }

  get box() {
    const shown = this.nodes.filter((node) => node.shown);
    if (!shown.length) return [-5, -5, 5, 5];
    const xs = shown.map((node) => node.x), ys = shown.map((node) => node.y);
    const least = (values) => values.reduce((a, b) => Math.min(a, b)), most = (values) => values.reduce((a, b) => Math.max(a, b));
    return [least(xs) - 1.2, least(ys) - 1.2, most(xs) + 1.2, most(ys) + 1.6];
  }

  filter() {
    const { schema, type, status } = this.hidden;
    for (const node of this.nodes) node.shown = !schema.has(node.schema);
    for (const link of this.links) {
      link.shown = link.source.shown && link.target.shown && !type.has(link.type) && !status.has(link.best.status);
    }
  }

  counts() {
    const tally = (items, of) => items.reduce((all, item) => all.set(of(item), (all.get(of(item)) || 0) + 1), new Map());
    return {
      schema: tally(this.nodes, (node) => node.schema),
      type: tally(this.links, (link) => link.type),
      status: tally(this.links, (link) => link.best.status),
      harmed: this.nodes.filter((node) => node.harmed).length,
      ended: this.links.filter((link) => link.best.ended).length,
      disputed: this.links.filter((link) => link.disputed).length,
    };
  }

  nodeAt(x, y, slack) {
    let best = null, least = Infinity;
    const reach = 1.1 + slack;
    for (let i = Math.floor((x - reach) / CELL); i <= Math.floor((x + reach) / CELL); i++) {
      for (let j = Math.floor((y - reach) / CELL); j <= Math.floor((y + reach) / CELL); j++) {
        for (const node of this.cells.get(cell(i, j)) || []) {
          const away = Math.hypot(node.x - x, node.y - y) - node.r;
          if (node.shown && away < slack && away < least) [best, least] = [node, away];
        }
      }
    }
    return best;
  }

  linkAt(x, y, slack) {
    let best = null, least = slack;
    for (const link of this.links) {
      if (!link.shown) continue;
      const { source: a, target: b } = link, room = slack + Math.abs(link.bend) + 3 * link.loop;
      if (x < Math.min(a.x, b.x) - room || x > Math.max(a.x, b.x) + room || y < Math.min(a.y, b.y) - room || y > Math.max(a.y, b.y) + room) continue;
      const away = distance(link, x, y);
      if (away < least) [best, least] = [link, away];
    }
    return best;
  }
}

function distance(link, x, y) {
  const { source: a, target: b } = link;
  if (link.loop) return Math.abs(Math.hypot(x - a.x, y - (a.y - a.r - 0.55 * link.loop)) - 0.55 * link.loop);
  if (!link.bend) return toSegment(a.x, a.y, b.x, b.y, x, y);
  let least = Infinity, px = a.x, py = a.y;
  for (let n = 1; n <= 12; n++) {
    const t = n / 12, u = 1 - t;
    const qx = u * u * a.x + 2 * u * t * link.cx + t * t * b.x, qy = u * u * a.y + 2 * u * t * link.cy + t * t * b.y;
    least = Math.min(least, toSegment(px, py, qx, qy, x, y));
    [px, py] = [qx, qy];
  }
  return least;
}

function toSegment(ax, ay, bx, by, x, y) {
  const dx = bx - ax, dy = by - ay, square = dx * dx + dy * dy;
  const t = square ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
