// The search box: by name, alias, native script or account number; arrows choose, Enter goes there.

const HITS = 12;
const packed = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

// `items`: {names: [text], ...}; `show(item)`: elements of an option; `go(item)`: what Enter does.
function search(items, show, go) {
  const box = $("search");
  const list = $("hits");
  const keyed = (name) => { const key = fold(name); return { name, key, run: packed(key) }; };
  let index = null; // made at the first letter: most pages open to be looked at
  let found = [];
  let chosen = -1;

  function rank(entry, key, run) {
    let best = null;
    for (const { name, key: own, run: ownRun } of entry.names) {
      const at = own.indexOf(key);
      let score = own === key ? 0 : at === 0 ? 1 : at > 0 && own[at - 1] === " " ? 2 : at > 0 ? 3 : -1;
      if (score < 0 && run.length > 3 && ownRun.includes(run)) score = ownRun === run ? 0 : 3;
      if (score >= 0 && (!best || score < best.score)) best = { score, name };
    }
    return best;
  }

  function look() {
    const key = fold(box.value);
    const run = packed(key);
    found = [];
    if (key) {
      index ||= items.map((item) => ({ item, names: item.names.map(keyed) }));
      for (const entry of index) {
        const best = rank(entry, key, run);
        if (best) found.push({ ...best, item: entry.item });
      }
      found.sort((a, b) => a.score - b.score || b.item.weight - a.item.weight || a.name.length - b.name.length);
    }
    const total = found.length;
    found = found.slice(0, HITS);
    list.replaceChildren(...found.map((hit, n) =>
      make("div", { role: "option", id: "hit-" + n, "aria-selected": "false", onmousedown: (e) => e.preventDefault(), onclick: () => take(n) },
        show(hit.item, hit.name))));
    if (key && !total) list.append(make("div", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing of that name in this page"));
    list.hidden = !key;
    choose(found.length ? 0 : -1);
    if (key) say(total > HITS ? `${count(total, "match", "matches")}, the first ${HITS} listed` : count(total, "match", "matches"));
  }

  function choose(n) {
    chosen = n;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === n)));
    if (n >= 0) {
      box.setAttribute("aria-activedescendant", "hit-" + n);
      list.children[n].scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  }

  function take(n) {
    if (!found[n]) return;
    list.hidden = true;
    go(found[n].item);
  }

  box.addEventListener("input", look);
  box.addEventListener("focus", () => { if (box.value) look(); });
  box.addEventListener("blur", () => { list.hidden = true; });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && found.length) choose((chosen + 1) % found.length);
    else if (event.key === "ArrowUp" && found.length) choose((chosen + found.length - 1) % found.length);
    else if (event.key === "Enter") take(chosen);
    else if (event.key === "Escape") { list.hidden = true; return; }
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); box.focus(); }
  });
}
