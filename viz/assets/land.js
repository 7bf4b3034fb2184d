// Land, coasts and borders in Mercator degrees, and how coordinates become points of that plane.

const PRECISION_NAME = {
  site: "the site itself", town: "somewhere in or near this town", province: "somewhere in this province", country: "only the country is known",
};

function mercator(latitude, longitude) {
  const phi = Math.max(-84, Math.min(84, latitude)) * Math.PI / 180;
  return [longitude, -Math.log(Math.tan(Math.PI / 4 + phi / 2)) * 180 / Math.PI];
}

// A line that crosses the date line goes on beyond 180 degrees instead of leaping back across the map.
function unwrapped(line) {
  let turn = 0;
  return line.map(([x, y], i) => {
    if (i) turn -= 360 * Math.round((x - line[i - 1][0]) / 360);
    return [x + turn, y];
  });
}

// By how many degrees such a line is drawn again, so that both edges of the map show their part.
function turns(least, most) {
  return [0, ...(most > 180 ? [-360] : []), ...(least < -180 ? [360] : [])];
}

function trace(path, line, turn) {
  line.forEach(([x, y], i) => (i ? path.lineTo(x + turn, y) : path.moveTo(x + turn, y)));
}

class Land {
  constructor({ scale, arcs, countries }) {
    const lines = arcs.map((numbers) => {
      const line = [];
      let x = 0, y = 0;
      for (let n = 0; n < numbers.length; n += 2) { x += numbers[n]; y += numbers[n + 1]; line.push(mercator(y / scale, x / scale)); }
      return unwrapped(line);
    });
    const uses = new Array(arcs.length).fill(0);
    this.area = new Path2D();
    this.names = countries.map(([, name, longitude, latitude, rings]) => {
      let size = 0;
      for (const ring of rings) {
        let outline = [];
        for (const arc of ring) {
          const at = arc < 0 ? ~arc : arc;
          uses[at]++;
          outline = outline.concat(arc < 0 ? [...lines[at]].reverse() : lines[at]);
        }
        outline = unwrapped(outline);
        const xs = outline.map(([x]) => x), least = Math.min(...xs), most = Math.max(...xs);
        for (const turn of turns(least, most)) {
          trace(this.area, outline, turn);
          this.area.closePath();
        }
        size = Math.max(size, most - least);
      }
      return { name, size, point: mercator(latitude, longitude) };
    }).sort((a, b) => b.size - a.size);
    this.coast = new Path2D();
    this.border = new Path2D();
    lines.forEach((line, n) => {
      const path = uses[n] > 1 ? this.border : this.coast;
      const xs = line.map(([x]) => x);
      for (const turn of turns(Math.min(...xs), Math.max(...xs))) trace(path, line, turn);
    });
  }

  draw(context, view) {
    context.fillStyle = colour("sea");
    context.fillRect(0, 0, view.width, view.height);
    context.save();
    context.translate(view.width / 2 - view.x * view.k, view.height / 2 - view.y * view.k);
    context.scale(view.k, view.k);
    context.fillStyle = colour("land");
    context.fill(this.area);
    context.lineJoin = "round";
    context.lineWidth = 0.9 / view.k;
    context.strokeStyle = colour("coast");
    context.stroke(this.coast);
    context.setLineDash([4 / view.k, 2.5 / view.k]);
    context.strokeStyle = colour("border");
    context.stroke(this.border);
    context.restore();
  }

  drawNames(context, view, free, without) {
    context.font = `600 11px ${colour("font")}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = colour("country");
    context.lineWidth = 3;
    context.strokeStyle = colour("land");
    for (const { name, size, point } of this.names) {
      const [x, y] = view.toScreen(...point), text = name.toUpperCase();
      if (without.has(name) || size * view.k < 46 || x < 0 || y < 0 || x > view.width || y > view.height) continue;
      const half = context.measureText(text).width / 2;
      if (half * 2 > size * view.k * 1.5 || !free(x - half, y - 7, x + half, y + 7)) continue;
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }
}

// A length on the ground that is easy to say, with its length on the screen.
function scaleBar(context, view) {
  const latitude = Math.atan(Math.sinh(-view.y * Math.PI / 180));
  const km = 111.2 * Math.cos(latitude) / view.k; // of one pixel
  const fits = [1, 2, 5].flatMap((n) => [0.1, 1, 10, 100, 1000].map((m) => n * m)).filter((length) => length / km < 130);
  const length = Math.max(...fits, 0.1), wide = length / km;
  const x = view.width - wide - 14, y = view.height - 26;
  context.strokeStyle = context.fillStyle = colour("country");
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y - 4); context.lineTo(x, y); context.lineTo(x + wide, y); context.lineTo(x + wide, y - 4);
  context.stroke();
  context.font = `11px ${colour("font")}`;
  context.textAlign = "center"; context.textBaseline = "bottom";
  context.fillText(`${length} km`, x + wide / 2, y - 2);
}
