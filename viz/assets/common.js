// Small things every page uses. Text from documents enters the page only as text nodes (make, never markup).

const $ = (id) => document.getElementById(id);

const data = (name) => JSON.parse($("data-" + name).textContent);

// An element. `attributes`: names and values of our own; "on…" are listeners. Children: elements, or text.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  return add(element, ...children);
}

function add(element, ...children) {
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ""));
  return element;
}

// Text that somebody else wrote: its direction is its own, and cannot turn what stands beside it.
const said = (text, tag = "span") => make(tag, { class: "said", dir: "auto" }, text);

const count = (number, one, many = one + "s") => number.toLocaleString("en") + " " + (number === 1 ? one : many);

function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/\s+/g, " ").trim();
}

// For pictures, where no isolation helps: without control, direction and other unseen characters.
const plain = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");

const shortened = (text, most) => (text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text);

const webAddress = (address) => (address && /^https?:\/\/[^\s]+$/i.test(address) ? address : null);

let speaking = 0;
function say(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => { $("spoken").textContent = text; }, 60);
}

// ---- light and dark

const themeChanged = [];
const colours = new Map();

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  $("theme-button").setAttribute("aria-pressed", String(dark));
  colours.clear();
  for (const listener of themeChanged) listener();
}

function colour(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim());
  return colours.get(name);
}
const isDark = () => document.documentElement.dataset.theme === "dark";

setTheme(matchMedia("(prefers-color-scheme: dark)").matches);
$("theme-button").addEventListener("click", () => setTheme(!isDark()));

function toggle(button, panel, changed = () => {}) {
  const set = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-pressed", String(open));
    changed(open);
  };
  button.addEventListener("click", () => set(panel.hidden));
  return set;
}

const narrow = () => matchMedia("(max-width: 720px)").matches;
