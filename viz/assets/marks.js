// The places on the map: exact ones as signs, vague ones as areas, those that lie too close together as one number.

const NEARBY = 46; // screen pixels within which marks become one
const EXACT = ["site", "town"];

class Marks {
  constructor(facts, rows) {
    this.places = rows.map(([node, latitude, longitude, precision, reach, where, why, source, namesakes, told]) => {
      const [x, y] = mercator(latitude, longitude);
      return { node: facts.nodes[node], x, y, latitude, longitude, precision, reach, where, why, source, namesakes, told, shown: true };
    });
    this.byNode = new Map(this.places.map((place) => [place.node, place]));
    this.places.sort((a, b) => b.told - a.told || a.node.index - b.node.index);
    this.hidden = new Set();
    this.countries = new Set(this.places.filter((place) => place.precision === "country").map((place) => place.where));
    this.chosen = null;
    this.filter();
  }

  filter() {
    for (const place of this.places) place.shown = !this.hidden.has(place.precision);
    this.k = 0;
  }

  get box() {
    const shown = this.places.filter((place) => place.shown && EXACT.includes(place.precision));
    const all = shown.length ? shown : this.places.filter((place) => place.shown);
    const home = all.filter((place) => place.longitude > 91 && place.longitude < 128 && place.latitude > -9 && place.latitude < 27);
    const seen = home.length > all.length / 3 ? home : all;
    if (!seen.length) return [91, -28, 128, 9];
    const xs = seen.map((place) => place.x), ys = seen.map((place) => place.y), room = 1;
    return [Math.min(...xs) - room, Math.min(...ys) - room, Math.max(...xs) + room, Math.max(...ys) + room];
  }

  // Marks for this zoom: each stands for the places within reach of its best-told one.
  at(k) {
    if (this.k === k) return this.marks;
    this.k = k;
    const cells = new Map(), reach = NEARBY / k, marks = [];
    for (const place of this.places) {
      if (!place.shown) continue;
      const kind = EXACT.includes(place.precision) ? "exact" : place.precision;
      let mark = null;
      const i = Math.floor(place.x / reach), j = Math.floor(place.y / reach);
      const near = kind === "exact" ? reach : 1e-6; // areas join only their own like
      for (let a = i - 1; a <= i + 1 && !mark; a++) for (let b = j - 1; b <= j + 1 && !mark; b++) {
        mark = (cells.get(`${kind}:${a}:${b}`) || []).find((other) => Math.hypot(other.x - place.x, other.y - place.y) <= near) || null;
      }
      if (mark) { mark.places.push(place); continue; }
      mark = { x: place.x, y: place.y, kind, places: [place] };
      marks.push(mark);
      const key = `${kind}:${i}:${j}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(mark);
    }
    this.marks = marks;
    return marks;
  }

  area(place, view) { return Math.max(14, place.reach / 111.2 / Math.cos(place.latitude * Math.PI / 180) * view.k); }

  radius(mark) { return mark.places.length > 1 ? 11 + Math.min(9, 2.2 * Math.log2(mark.places.length)) : 9; }

  under(view, sx, sy) {
    let best = null, least = Infinity;
    for (const mark of this.at(view.k)) {
      const chip = mark.chip;
      if (chip && Math.abs(sx - chip.x) < chip.wide / 2 && Math.abs(sy - chip.y) < 11) return mark;
      if (mark.kind === "country") continue;
      const [x, y] = view.toScreen(mark.x, mark.y), away = Math.hypot(x - sx, y - sy);
      const reach = mark.kind === "exact" ? this.radius(mark) + 5 : 18;
      const rank = away + (mark.kind === "exact" ? 0 : 1000);
      if (away < reach && rank < least) [best, least] = [mark, rank];
    }
    return best;
  }

  draw(context, view, free) {
    const marks = this.at(view.k).map((mark) => ({ mark, at: view.toScreen(mark.x, mark.y) }))
      .filter(({ at: [x, y] }) => x > -200 && y > -200 && x < view.width + 200 && y < view.height + 200);
    const only = (kind) => marks.filter(({ mark }) => mark.kind === kind);
    const exact = only("exact").reverse();
    for (const { mark, at } of only("province")) this._area(context, view, mark, ...at);
    for (const { mark, at } of exact) this._halo(context, view, mark, ...at);
    for (const { mark, at } of exact) this._sign(context, mark, ...at);
    for (const { mark, at: [x, y] } of exact) {
      const r = this.radius(mark) - 2;
      free(x - r, y - r, x + r, y + r, true);
    }
    for (const { mark, at } of only("exact")) this._name(context, mark, ...at, this.radius(mark) + 4, free);
    for (const { mark, at } of only("province")) this._name(context, mark, ...at, 9, free);
    for (const { mark, at } of only("country")) this._chip(context, mark, ...at, free);
  }

  // A province: no dot, an area with a broken rim.
  _area(context, view, mark, x, y) {
    context.beginPath();
    context.arc(x, y, Math.min(this.area(mark.places[0], view), 400), 0, 7);
    context.fillStyle = "#8D959F";
    context.globalAlpha = 0.16;
    context.fill();
    context.globalAlpha = 1;
    context.setLineDash([6, 4]);
    this._rim(context, mark);
    context.stroke();
    context.setLineDash([]);
    this._number(context, x, y, told(mark), colour("ink"), 11);
  }

  // A country: a label, moved aside where exact places lie, since it stands for no point.
  _chip(context, mark, x, y, free) {
    const text = `${shortened(plain(mark.places[0].where), 24)} ${told(mark).toLocaleString("en")}`;
    context.font = `500 11.5px ${colour("font")}`;
    const wide = context.measureText(text).width + 16;
    const aside = [[0, 0], [0, -26], [0, 26], [-wide, 0], [wide, 0], [-wide, -26], [wide, -26], [-wide, 26], [wide, 26], [0, -52], [0, 52]];
    const [dx, dy] = aside.find(([a, b]) => free(x + a - wide / 2, y + b - 10, x + a + wide / 2, y + b + 10)) || [0, 0];
    free(x + dx - wide / 2, y + dy - 10, x + dx + wide / 2, y + dy + 10, true);
    mark.chip = { x: x + dx, y: y + dy, wide };
    context.beginPath();
    context.roundRect(x + dx - wide / 2, y + dy - 10, wide, 20, 10);
    context.globalAlpha = 0.8;
    context.fillStyle = colour("surface");
    context.fill();
    context.globalAlpha = 1;
    context.setLineDash([2, 3]);
    this._rim(context, mark);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = colour("ink");
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, x + dx, y + dy + 0.5);
  }

  _rim(context, mark) {
    context.lineWidth = this._is(mark) ? 2.6 : 1.3;
    context.strokeStyle = this._is(mark) ? colour("accent") : colour("muted");
  }

  _halo(context, view, mark, x, y) {
    const town = mark.places.find((place) => place.precision === "town");
    if (!town || mark.places.length > 1) return;
    context.beginPath();
    context.arc(x, y, Math.min(this.area(town, view), 400), 0, 7);
    context.fillStyle = "#56B4E9";
    context.globalAlpha = 0.28;
    context.fill();
    context.globalAlpha = 1;
  }

  _sign(context, mark, x, y) {
    const r = this.radius(mark), ink = colour("ink");
    if (mark.places.length === 1) {
      drawSign(context, signOf(mark.places[0].node.schema, false), x, y, r, ink);
    } else {
      const compounds = mark.places.some((place) => place.node.schema === "Compound");
      context.beginPath();
      context.arc(x, y, r, 0, 7);
      context.fillStyle = compounds ? "#D55E00" : "#6b737d";
      context.fill();
      context.lineWidth = 1.2;
      context.strokeStyle = ink;
      context.stroke();
      context.beginPath();
      context.arc(x, y, r + 3, 0, 7);
      context.stroke();
      this._number(context, x, y, mark.places.length, "#fff", 12);
    }
    if (!this._is(mark)) return;
    context.beginPath();
    context.arc(x, y, r + 6, 0, 7);
    context.strokeStyle = colour("accent");
    context.lineWidth = 3;
    context.stroke();
  }

  _number(context, x, y, number, ink, size) {
    context.fillStyle = ink;
    context.font = `600 ${size}px ${colour("font")}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(number.toLocaleString("en"), x, y + 0.5);
  }

  _name(context, mark, x, y, below, free) {
    const [place] = mark.places;
    const name = mark.kind === "exact" ? place.node.name : place.where.split(",")[0];
    const text = shortened(plain(name), 28) + (mark.places.length > 1 && mark.kind === "exact" ? " …" : "");
    context.font = `${this._is(mark) ? 600 : 500} 12px ${colour("font")}`;
    const wide = context.measureText(text).width, top = y + below;
    if (!free(x - wide / 2 - 2, top, x + wide / 2 + 2, top + 13, true) && !this._is(mark)) return;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = colour("land");
    context.strokeText(text, x, top);
    context.fillStyle = colour("ink");
    context.fillText(text, x, top);
  }

  _is(mark) { return this.chosen && mark.places.includes(this.chosen); }
}

const told = (mark) => mark.places.reduce((sum, place) => sum + place.told, 0);
