// Draws the network: links by what is said of them, signs by schema, names where there is room for them.

const STROKES = {
  asserted: [], alleged: [7, 5], planned: [1.5, 4.5], denied: [11, 4, 2, 4],
};
const PLAIN_LINES = 5000; // above so many links in view all lines are drawn plain while far away
const MOST_NAMES = 130;

const ARROW = 7;

function stroke(context, status, scale = 1) {
  context.setLineDash(STROKES[status].map((length) => length * scale));
  context.lineCap = status === "planned" ? "round" : "butt";
}

class Painter {
  constructor(graph) {
    this.graph = graph;
    this.widths = new Map();
    this.chosen = null; // a node or a link
    this.over = null;
  }

  near() {
    const { chosen } = this;
    if (!chosen) return null;
    const nodes = new Set(), links = new Set();
    for (const link of chosen.links || [chosen]) if (link.shown) { links.add(link); nodes.add(link.source).add(link.target); }
    if (chosen.links) nodes.add(chosen);
    return { nodes, links };
  }

  draw(context, view) {
    const near = this.near();
    const [x0, y0] = view.toWorld(-40, -40), [x1, y1] = view.toWorld(view.width + 40, view.height + 40);
    context.fillStyle = colour("canvas");
    context.fillRect(0, 0, view.width, view.height);
    const links = this.graph.links.filter(({ shown, source: a, target: b }) => shown &&
      !((a.x < x0 && b.x < x0) || (a.x > x1 && b.x > x1) || (a.y < y0 && b.y < y0) || (a.y > y1 && b.y > y1)));
    const nodes = this.graph.ranked.filter(({ shown, x, y }) => shown && x > x0 && x < x1 && y > y0 && y < y1);
    this._links(context, view, near ? links.filter((link) => !near.links.has(link)) : links, near ? 0.16 : 0.62, colour("muted"));
    this._signs(context, view, near ? nodes.filter((node) => !near.nodes.has(node)) : nodes, near ? 0.28 : 1);
    if (near) {
      this._links(context, view, links.filter((link) => near.links.has(link)), 1, colour("accent"), true);
      this._signs(context, view, nodes.filter((node) => near.nodes.has(node)), 1);
      if (this.chosen.links) this._ring(context, view, this.chosen);
    }
    this._names(context, view, nodes, near);
  }

  // ---- links

  _links(context, view, links, strength, ink, strong = false) {
    const simple = !strong && links.length > PLAIN_LINES;
    context.globalAlpha = simple ? Math.min(strength, 0.25) : strength;
    context.strokeStyle = ink;
    const groups = new Map();
    for (const link of links) {
      const style = simple ? "asserted" : link.best.status + (link.best.ended ? "/" : "");
      if (!groups.has(style)) groups.set(style, []);
      groups.get(style).push(link);
    }
    const thick = strong ? 2 : view.k > 14 ? 1.3 : 0.9;
    for (const [style, group] of groups) {
      const status = style.replace("/", "");
      context.lineWidth = style.endsWith("/") ? thick * 0.75 : thick;
      if (!simple) stroke(context, status, view.k > 14 ? 1 : 0.7);
      context.strokeStyle = status === "denied" ? colour("warn") : ink;
      context.beginPath();
      for (const link of group) this._line(context, view, link);
      context.stroke();
    }
    context.setLineDash([]);
    if (!simple && (strong || (view.k > 11 && links.length < 2500))) this._marks(context, view, links, ink);
    context.globalAlpha = 1;
  }

  _line(context, view, link) {
    const [ax, ay] = view.toScreen(link.source.x, link.source.y);
    if (link.loop) {
      const r = 0.55 * link.loop * view.k, [, top] = view.toScreen(0, link.source.y - link.source.r);
      context.moveTo(ax + r, top - r); context.arc(ax, top - r, r, 0, 7);
      return;
    }
    const [bx, by] = view.toScreen(link.target.x, link.target.y);
    context.moveTo(ax, ay);
    if (link.bend) context.quadraticCurveTo(...view.toScreen(link.cx, link.cy), bx, by);
    else context.lineTo(bx, by);
  }

  // Arrowheads; a bar across what has ended; a cross on what somebody denies.
  _marks(context, view, links, ink) {
    for (const link of links) {
      if (link.loop) continue;
      const { target: b } = link;
      const fromX = link.bend ? link.cx : link.source.x, fromY = link.bend ? link.cy : link.source.y;
      const length = Math.hypot(b.x - fromX, b.y - fromY);
      if (!length) continue;
      const dx = (b.x - fromX) / length, dy = (b.y - fromY) / length;
      context.fillStyle = context.strokeStyle = link.best.status === "denied" ? colour("warn") : ink;
      if (!TYPES[link.type].symmetric) {
        const [tx, ty] = view.toScreen(b.x - dx * b.r * 1.08, b.y - dy * b.r * 1.08);
        const size = Math.min(ARROW, view.k * 0.4);
        context.beginPath();
        context.moveTo(tx, ty);
        context.lineTo(tx - dx * size - dy * size * 0.5, ty - dy * size + dx * size * 0.5);
        context.lineTo(tx - dx * size + dy * size * 0.5, ty - dy * size - dx * size * 0.5);
        context.fill();
      }
      if (!link.best.ended && !link.disputed) continue;
      const [mx, my] = view.toScreen(link.mx, link.my);
      const ux = (b.x - link.source.x) / length, uy = (b.y - link.source.y) / length;
      context.lineWidth = 1.6;
      context.beginPath();
      if (link.disputed) {
        context.strokeStyle = colour("warn");
        cross(context, mx, my, 4);
      } else bar(context, mx, my, ux, uy, 5);
      context.stroke();
    }
  }

  // ---- signs

  _signs(context, view, nodes, strength) {
    context.globalAlpha = strength;
    const outline = colour("ink");
    const small = [];
    for (let n = nodes.length - 1; n >= 0; n--) {
      const node = nodes[n], r = Math.max(2.2, node.r * view.k);
      if (r < 4.5) { small.push(node); continue; }
      const [x, y] = view.toScreen(node.x, node.y);
      drawSign(context, signOf(node.schema, node.harmed), x, y, Math.min(r, 26), outline);
    }
    const groups = new Map();
    for (const node of small) {
      const sign = signOf(node.schema, node.harmed);
      if (!groups.has(sign)) groups.set(sign, []);
      groups.get(sign).push(node);
    }
    for (const [sign, group] of groups) {
      context.fillStyle = sign.colour;
      context.strokeStyle = outline;
      context.lineWidth = 0.5;
      context.beginPath();
      for (const node of group) {
        const [x, y] = view.toScreen(node.x, node.y);
        SHAPES[sign.shape](context, x, y, Math.max(2.2, node.r * view.k));
      }
      context.fill();
      if (nodes.length < 6000) context.stroke();
    }
    context.globalAlpha = 1;
  }

  _ring(context, view, node) {
    const [x, y] = view.toScreen(node.x, node.y);
    context.strokeStyle = colour("accent");
    context.lineWidth = 3;
    context.beginPath();
    context.arc(x, y, Math.min(26, Math.max(5, node.r * view.k)) + 5, 0, 7);
    context.stroke();
  }

  // ---- names

  _names(context, view, nodes, near) {
    const taken = new Set();
    const free = (left, top, right, bottom, take) => {
      const spots = [];
      for (let i = Math.floor(left / 14); i <= Math.floor(right / 14); i++) {
        for (let j = Math.floor(top / 8); j <= Math.floor(bottom / 8); j++) {
          if (taken.has(i * 4096 + j)) return false;
          spots.push(i * 4096 + j);
        }
      }
      if (take) for (const spot of spots) taken.add(spot);
      return true;
    };
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    const halo = colour("canvas"), ink = colour("ink"), faint = colour("muted");
    const first = [this.over, this.chosen].filter((item) => item && item.links && item.shown);
    const order = near ? [...first, ...nodes.filter((n) => near.nodes.has(n)), ...nodes.filter((n) => !near.nodes.has(n))] : [...first, ...nodes];
    const most = view.k < 5 ? 40 : MOST_NAMES, room = { left: view.padding().left - 22 };
    const done = new Set();
    for (const node of order) {
      if (done.size >= most) break;
      if (done.has(node)) continue;
      const must = first.includes(node), inside = !near || near.nodes.has(node);
      const size = must ? 13 : 12;
      const r = Math.min(26, Math.max(2.2, node.r * view.k));
      if (!must && r < 3 && node.weight < 4 && !(near && inside)) continue;
      const [sx, y] = view.toScreen(node.x, node.y);
      const width = this._width(context, node.label, size), half = width / 2 + 4;
      const x = Math.max(Math.min(sx, view.width - half), sx > room.left ? Math.min(room.left + half, sx + half) : half);
      const top = y + r + 3;
      if (!free(x - width / 2 - 2, top, x + width / 2 + 2, top + size + 2, true) && !must) continue;
      done.add(node);
      context.font = `${must ? 600 : 500} ${size}px ${colour("font")}`;
      context.globalAlpha = inside ? 1 : 0.45;
      context.strokeStyle = halo;
      context.lineWidth = 3.5;
      context.strokeText(node.label, x, top);
      context.fillStyle = inside ? ink : faint;
      context.fillText(node.label, x, top);
    }
    context.globalAlpha = 1;
    if (near) this._phrases(context, view, near, free, halo);
  }

  _phrases(context, view, near, free, halo) {
    context.font = `italic 11.5px ${colour("font")}`;
    context.textBaseline = "middle";
    for (const link of near.links) {
      const text = phraseOf(link), [x, y] = view.toScreen(link.mx, link.my);
      const width = this._width(context, text, 11.5);
      if (!free(x - width / 2, y - 7, x + width / 2, y + 7, true)) continue;
      context.strokeStyle = halo;
      context.lineWidth = 4;
      context.strokeText(text, x, y);
      context.fillStyle = colour("accent");
      context.fillText(text, x, y);
    }
  }

  _width(context, text, size) {
    const key = size + text;
    if (!this.widths.has(key)) {
      context.font = `500 ${size}px ${colour("font")}`;
      this.widths.set(key, context.measureText(text).width);
    }
    return this.widths.get(key);
  }
}

function cross(context, x, y, r) {
  context.moveTo(x - r, y - r); context.lineTo(x + r, y + r);
  context.moveTo(x + r, y - r); context.lineTo(x - r, y + r);
}

function bar(context, x, y, ux, uy, r) {
  context.moveTo(x - uy * r - ux * 1.5, y + ux * r - uy * 1.5); context.lineTo(x + uy * r - ux * 1.5, y - ux * r - uy * 1.5);
  context.moveTo(x - uy * r + ux * 1.5, y + ux * r + uy * 1.5); context.lineTo(x + uy * r + ux * 1.5, y - ux * r + uy * 1.5);
}
