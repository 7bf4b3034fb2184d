"""The tables of the embedded store, and the steps from each version of them to the next.

Text ids are for the outside; inside, rows refer to each other by integer. `part` is a document entity. The columns
`part.entity` and `claim.link` and the tables `entity`, `name` and `link` are the view, all else is fact.
"""

from __future__ import annotations

APPLICATION_ID = 0x5363616D
"""What SQLite files of ours carry in their header: "Scam"."""

_FACTS_AND_VIEW = """
CREATE TABLE meta (generation INTEGER NOT NULL) STRICT;
INSERT INTO meta VALUES (0);

CREATE TABLE document (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, title TEXT, publisher TEXT, published TEXT,
  language TEXT, reader TEXT NOT NULL, given_id TEXT, extractor TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
CREATE INDEX document_given ON document (given_id);

CREATE TABLE origin (address TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sighting (
  document INTEGER NOT NULL REFERENCES document, origin TEXT NOT NULL, address TEXT NOT NULL, fresh INTEGER NOT NULL,
  PRIMARY KEY (document, origin, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_origin ON sighting (origin);
CREATE INDEX sighting_address ON sighting (address);

CREATE TABLE entity (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, schema TEXT NOT NULL, name TEXT NOT NULL,
  documents INTEGER NOT NULL, links INTEGER NOT NULL
) STRICT;
CREATE INDEX entity_ranked ON entity (schema, links DESC, id);

CREATE TABLE name (
  row INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entity, surface TEXT NOT NULL, key TEXT NOT NULL,
  named INTEGER NOT NULL, said INTEGER NOT NULL, UNIQUE (entity, surface)
) STRICT;

CREATE TABLE part (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL, schema TEXT NOT NULL, name TEXT NOT NULL, mentions TEXT NOT NULL, key TEXT,
  entity INTEGER REFERENCES entity
) STRICT;
CREATE INDEX part_document ON part (document);
CREATE INDEX part_chain ON part (key, id) WHERE key IS NOT NULL;
CREATE INDEX part_entity ON part (entity, id);

CREATE TABLE judgement (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "left" INTEGER NOT NULL REFERENCES part,
  "right" INTEGER NOT NULL REFERENCES part, verdict TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL, at TEXT
) STRICT;
CREATE INDEX judgement_left ON judgement ("left");
CREATE INDEX judgement_right ON judgement ("right");

CREATE TABLE link (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES entity, target INTEGER NOT NULL REFERENCES entity, UNIQUE (source, type, target)
) STRICT;
CREATE INDEX link_target ON link (target, type, source);

CREATE TABLE claim (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document, type TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES part, target INTEGER REFERENCES part, value TEXT, role TEXT, status TEXT NOT NULL,
  ended INTEGER NOT NULL, attributed_to TEXT, date TEXT, amount TEXT, currency TEXT, probability REAL,
  evidence TEXT NOT NULL, link INTEGER REFERENCES link
) STRICT;
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_source ON claim (source);
CREATE INDEX claim_target ON claim (target) WHERE target IS NOT NULL;
CREATE INDEX claim_link ON claim (link, id) WHERE link IS NOT NULL;
"""

_NAMES_BY_TRIGRAM = """
CREATE VIRTUAL TABLE name_text USING fts5 (
  key, content = 'name', content_rowid = 'row', columnsize = 0, tokenize = 'trigram case_sensitive 1'
);
CREATE TRIGGER name_comes AFTER INSERT ON name BEGIN
  INSERT INTO name_text (rowid, key) VALUES (new.row, new.key);
END;
CREATE TRIGGER name_goes AFTER DELETE ON name BEGIN
  INSERT INTO name_text (name_text, rowid, key) VALUES ('delete', old.row, old.key);
END;
INSERT INTO name_text (name_text) VALUES ('rebuild');
"""

STEPS = (_FACTS_AND_VIEW, _NAMES_BY_TRIGRAM)
"""Step n leads from version n to n + 1. A new store takes them all; a step that was released never changes."""

VERSION = len(STEPS)
