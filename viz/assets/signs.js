// One sign for each schema: a shape, a colour of the Okabe-Ito palette and a letter, never colour alone.
// People who were harmed have a sign of their own, and no sign means suspect.

const SIGNS = {
  Person: { shape: "circle", colour: "#0072B2", letter: "P", ink: "#fff" },
  Group: { shape: "people", colour: "#0072B2", letter: "G", ink: "#fff" },
  Company: { shape: "square", colour: "#E69F00", letter: "C", ink: "#000" },
  PublicBody: { shape: "shield", colour: "#56B4E9", letter: "B", ink: "#000" },
  Organization: { shape: "hexagon", colour: "#CC79A7", letter: "O", ink: "#000" },
  Compound: { shape: "house", colour: "#D55E00", letter: "K", ink: "#fff" },
  Location: { shape: "drop", colour: "#8D959F", letter: "L", ink: "#000" },
  CryptoWallet: { shape: "diamond", colour: "#F0E442", letter: "W", ink: "#000" },
  BankAccount: { shape: "diamond", colour: "#F0E442", letter: "$", ink: "#000" },
  UserAccount: { shape: "diamond", colour: "#F0E442", letter: "@", ink: "#000" },
  Phone: { shape: "diamond", colour: "#F0E442", letter: "T", ink: "#000" },
  Email: { shape: "diamond", colour: "#F0E442", letter: "E", ink: "#000" },
  Website: { shape: "diamond", colour: "#F0E442", letter: "S", ink: "#000" },
};
const HARMED = { shape: "ring", colour: "#009E73", letter: "", ink: "#000" };

const signOf = (schema, harmed) => (harmed ? HARMED : SIGNS[schema]);

function corners(path, x, y, points, r) {
  points.forEach(([dx, dy], n) => (n ? path.lineTo(x + dx * r, y + dy * r) : path.moveTo(x + dx * r, y + dy * r)));
  path.closePath();
}

const SHAPES = {
  circle: (p, x, y, r) => { p.moveTo(x + r, y); p.arc(x, y, r, 0, 7); },
  ring: (p, x, y, r) => { p.moveTo(x + r, y); p.arc(x, y, r, 0, 7); },
  people: (p, x, y, r) => {
    p.moveTo(x + r * 0.4, y); p.arc(x - r * 0.35, y, r * 0.75, 0, 7);
    p.moveTo(x + r * 1.1, y); p.arc(x + r * 0.35, y, r * 0.75, 0, 7);
  },
  square: (p, x, y, r) => p.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7),
  shield: (p, x, y, r) => corners(p, x, y, [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.2], [0, 1.05], [-0.85, 0.2]], r),
  hexagon: (p, x, y, r) => corners(p, x, y, [[1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0], [-0.5, -0.87], [0.5, -0.87]], r),
  house: (p, x, y, r) => corners(p, x, y, [[0, -1.1], [1, -0.25], [0.8, -0.25], [0.8, 0.85], [-0.8, 0.85], [-0.8, -0.25], [-1, -0.25]], r),
  drop: (p, x, y, r) => { p.moveTo(x, y + r * 1.15); p.arc(x, y - r * 0.2, r * 0.8, 2.6, 6.82); p.closePath(); },
  diamond: (p, x, y, r) => corners(p, x, y, [[0, -1.05], [1.05, 0], [0, 1.05], [-1.05, 0]], r),
};

function drawSign(context, sign, x, y, r, outline) {
  context.beginPath();
  SHAPES[sign.shape](context, x, y, r);
  if (sign.shape === "ring") {
    context.fillStyle = isDark() ? "#d9f5ea" : "#ffffff";
    context.fill();
    context.strokeStyle = sign.colour;
    context.lineWidth = Math.max(1.5, r * 0.42);
    context.beginPath();
    context.arc(x, y, r * 0.8, 0, 7);
    context.stroke();
  } else {
    context.fillStyle = sign.colour;
    context.fill();
  }
  context.strokeStyle = outline;
  context.lineWidth = 1;
  if (sign.shape === "ring") { context.beginPath(); context.arc(x, y, r, 0, 7); }
  context.stroke();
  if (r >= 7 && sign.letter) {
    context.fillStyle = sign.ink;
    context.font = `600 ${Math.round(r * 1.05)}px ${colour("font")}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(sign.letter, x, y + (sign.shape === "house" ? r * 0.18 : sign.shape === "drop" ? -r * 0.15 : r * 0.06));
  }
}

// A small picture of a sign (or of anything `paint` draws) that follows the theme.
function picture(width, height, paint) {
  const ratio = Math.max(1, window.devicePixelRatio || 1);
  const canvas = make("canvas", { width: Math.round(width * ratio), height: Math.round(height * ratio), "aria-hidden": "true" });
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const redo = () => {
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    paint(context);
  };
  redo();
  themeChanged.push(redo);
  return canvas;
}

const swatch = (schema, harmed, size = 20) =>
  picture(size, size, (context) => drawSign(context, signOf(schema, harmed), size / 2, size / 2, size * 0.38, colour("ink")));
