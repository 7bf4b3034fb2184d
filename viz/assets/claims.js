// What is claimed, in words: a claim with its status, its quotes and the documents they stand in.

const WORDS = data("words");
const SCHEMA_NAME = Object.fromEntries(WORDS.schemata);
const TYPES = Object.fromEntries(WORDS.types.map(([type, phrase, symmetric, roles]) => [type, { phrase, symmetric, roles: new Map(Object.entries(roles)) }]));
const STATUS_NAME = { asserted: "stated as fact", alleged: "alleged", planned: "planned", denied: "denied" };
const PROPERTY_NAME = new Map([["nationality", "Nationality"], ["pseudonym", "Pseudonym"], ["count", "How many"], ["part", "Part"]]);

const words = (name) => name.replace(/_/g, " ");

// A claim's row (see viz/rows.py) as an object.
function claimOf([status, role, ended, by, date, amount, currency, probability, quotes]) {
  return { status, role, ended: Boolean(ended), by, date, amount, currency, probability, quotes };
}

class Evidence {
  constructor({ documents, quotes }) {
    this.documents = documents.map(([title, publisher, published, address]) => ({ title, publisher, published, address }));
    this.quotes = quotes; // rows: document, offset, text
  }

  textOf(number) { return this.quotes[number]?.[2] ?? ""; }

  claim(claim) {
    return make("div", { class: "claim" }, tags(claim), claim.quotes.map((number) => this.quote(number)));
  }

  quote(number) {
    const [document, , text] = this.quotes[number];
    return [said(text, "blockquote"), make("p", { class: "source" }, source(this.documents[document]))];
  }
}

function source({ title, publisher, published, address }) {
  const parts = [];
  if (title) parts.push(said(title));
  if (publisher) parts.push(said(publisher));
  parts.push(published || "undated");
  const link = webAddress(address);
  if (link) parts.push(make("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, "open source"));
  else if (address) parts.push(said(address));
  return parts.flatMap((part, n) => (n ? [" · ", part] : [part]));
}

function tags(claim) {
  const tag = (text, kind = "") => make("span", { class: ("tag " + kind).trim() }, text);
  return make("div", { class: "tags" }, [
    tag(STATUS_NAME[claim.status], claim.status),
    claim.role && tag(words(claim.role)),
    claim.ended && tag("ended"),
    claim.date && tag(claim.date),
    claim.amount && tag([claim.amount, claim.currency].filter(Boolean).join(" ")),
    claim.by && make("span", { class: "tag" }, "says ", said(claim.by)),
    claim.probability != null && tag("extractor " + Math.round(claim.probability * 100) + " %"),
  ]);
}

// What a link says, from its source on or (outgoing: false) from its target on.
function phraseOf({ type, best: { role } }, outgoing = true) {
  const { phrase, roles } = TYPES[type];
  return (roles.get(role) || phrase)[outgoing ? 0 : 1];
}
