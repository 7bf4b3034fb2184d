// A canvas that can be moved and zoomed by mouse, touch, pen and keys. World in, screen out.
// A picture that is slow to draw is moved as a bitmap while the hand moves, and drawn anew when it rests.

const SLOW = 14; // milliseconds
const REST = 140;

class View {
  constructor(canvas, { draw, click, hover, least, most }) {
    Object.assign(this, { canvas, draw, click, hover, least, most });
    this.context = canvas.getContext("2d");
    this.x = 0; this.y = 0; this.k = 1;
    this.width = 0; this.height = 0;
    this.padding = () => ({ left: 24, right: 24, top: 24, bottom: 24 });
    this.cost = 0;
    this.pointers = new Map();
    this.still = document.createElement("canvas");
    this._listen();
    this.resize();
    new ResizeObserver(() => this.resize()).observe(canvas);
  }

  resize() {
    const { width, height } = this.canvas.getBoundingClientRect(), ratio = Math.min(2, window.devicePixelRatio || 1);
    if (width === this.width && height === this.height && ratio === this.ratio) return;
    this.ratio = ratio;
    this.width = width; this.height = height;
    this.canvas.width = Math.max(1, Math.round(width * this.ratio));
    this.canvas.height = Math.max(1, Math.round(height * this.ratio));
    this.paint();
  }

  toScreen(x, y) { return [(x - this.x) * this.k + this.width / 2, (y - this.y) * this.k + this.height / 2]; }
  toWorld(sx, sy) { return [(sx - this.width / 2) / this.k + this.x, (sy - this.height / 2) / this.k + this.y]; }

  // ---- drawing

  paint() {
    if (!this.opened) return; // until the first show()
    cancelAnimationFrame(this.frame); this.frame = 0;
    clearTimeout(this.rest); this.rest = 0;
    const start = performance.now();
    this.context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.draw(this.context, this);
    this.cost = performance.now() - start;
    this.drawn = { x: this.x, y: this.y, k: this.k };
    this.kept = false;
  }

  redraw() { if (this.opened && !this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.paint(); }); }

  moved() {
    if (this.cost < SLOW) return this.redraw();
    if (!this.kept) {
      this.still.width = this.canvas.width; this.still.height = this.canvas.height;
      this.still.getContext("2d").drawImage(this.canvas, 0, 0);
      this.kept = true;
    }
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this._slide(); });
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.paint(), REST);
  }

  _slide() {
    const { context, ratio, drawn } = this;
    const scale = this.k / drawn.k;
    const [left, top] = this.toScreen(drawn.x, drawn.y);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = colour("canvas");
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(scale, 0, 0, scale, (left - this.width / 2 * scale) * ratio, (top - this.height / 2 * scale) * ratio);
    context.drawImage(this.still, 0, 0);
  }

  // ---- moving

  move(dx, dy) { this.x -= dx / this.k; this.y -= dy / this.k; this.moved(); }

  zoom(factor, sx = this.width / 2, sy = this.height / 2) {
    const [wx, wy] = this.toWorld(sx, sy);
    this.k = Math.min(this.most, Math.max(this.least, this.k * factor));
    this.x = wx - (sx - this.width / 2) / this.k;
    this.y = wy - (sy - this.height / 2) / this.k;
    this.moved();
  }

  // Where to look so that a box of the world fills what panels leave free.
  framing([x0, y0, x1, y1], most = this.most) {
    const { left, right, top, bottom } = this.padding();
    const wide = Math.max(40, this.width - left - right), high = Math.max(40, this.height - top - bottom);
    const k = Math.min(most, Math.max(this.least, Math.min(wide / Math.max(x1 - x0, 1e-9), high / Math.max(y1 - y0, 1e-9))));
    return [(x0 + x1) / 2 - (left - right) / 2 / k, (y0 + y1) / 2 - (top - bottom) / 2 / k, k];
  }

  show(box, most) { this.opened = true; [this.x, this.y, this.k] = this.framing(box, most); this.paint(); }

  flyTo(box, most) {
    const to = this.framing(box, most), from = [this.x, this.y, this.k], start = performance.now();
    cancelAnimationFrame(this.flight);
    const step = (now) => {
      const t = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : Math.min(1, Math.max(0, (now - start) / 220));
      const ease = t * t * (3 - 2 * t);
      this.k = from[2] * (to[2] / from[2]) ** ease;
      this.x = from[0] + (to[0] - from[0]) * ease;
      this.y = from[1] + (to[1] - from[1]) * ease;
      if (t < 1) { this.moved(); this.flight = requestAnimationFrame(step); } else this.paint();
    };
    step(start);
  }

  // ---- hands and keys

  _listen() {
    const { canvas } = this;
    const at = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 24 : 1;
      this.zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * 0.0022), ...at(event));
    }, { passive: false });
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, at(event));
      this.travelled = this.pointers.size > 1 ? Infinity : 0;
      canvas.classList.add("holding");
    });
    canvas.addEventListener("pointermove", (event) => {
      const here = at(event), last = this.pointers.get(event.pointerId);
      if (!last) return event.pointerType === "mouse" ? this._look(here) : undefined;
      if (this.pointers.size === 2) {
        const [other] = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
        const before = Math.hypot(last[0] - other[0], last[1] - other[1]), now = Math.hypot(here[0] - other[0], here[1] - other[1]);
        if (before > 0) this.zoom(now / before, (here[0] + other[0]) / 2, (here[1] + other[1]) / 2);
      }
      const dx = here[0] - last[0], dy = here[1] - last[1];
      this.pointers.set(event.pointerId, here);
      this.travelled += Math.abs(dx) + Math.abs(dy);
      if (this.travelled > 4) this.move(dx / this.pointers.size, dy / this.pointers.size);
    });
    const up = (event) => {
      const held = this.pointers.delete(event.pointerId);
      if (!this.pointers.size) canvas.classList.remove("holding");
      if (held && event.type === "pointerup" && this.travelled <= 4) this.click(...at(event));
    };
    canvas.addEventListener("pointerup", up);
    canvas.addEventListener("pointercancel", up);
    canvas.addEventListener("pointerleave", () => this._look(null));
    canvas.addEventListener("keydown", (event) => {
      const step = 60, moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (moves[event.key]) this.move(...moves[event.key]);
      else if (event.key === "+" || event.key === "=") this.zoom(1.3);
      else if (event.key === "-" || event.key === "_") this.zoom(1 / 1.3);
      else return;
      event.preventDefault();
    });
  }

  _look(place) {
    this.looking = place;
    if (this.glance) return;
    this.glance = requestAnimationFrame(() => {
      this.glance = 0;
      this.canvas.classList.toggle("over", Boolean(this.hover(this.looking)));
    });
  }
}
