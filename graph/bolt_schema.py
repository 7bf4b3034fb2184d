"""The constraints and indexes of the Neo4j store, the steps from each version to the next, and the whitelisted words.

What an analyst sees in Browser or Bloom: `(:Entity:Person {name})` with the relationships of the ontology, and
`(:Entity)-[:MENTIONED_IN]->(:Document)`. One step behind stand the facts: `(:DocumentEntity)` with `PART_OF`,
`IN_DOCUMENT` and `JUDGED`, `(:Claim)` with `CLAIM_SOURCE`, `CLAIM_TARGET` and `CLAIMED_IN`, `(:Name)` with `NAMED`,
`(:Origin)` with `FOUND_IN`.
"""

from __future__ import annotations

from graph.ontology import LINK_TYPES, SCHEMATA

ANY_LINK = "|".join(LINK_TYPES)
"""For patterns over all relationship types of the ontology."""

_UNIQUE = (
    ("Document", "id"),
    ("DocumentEntity", "id"),
    ("Entity", "id"),
    ("Claim", "id"),
    ("Origin", "address"),
    ("ScamgraphStore", "name"),
)

_KEPT_ONCE = (
    *(
        f"CREATE CONSTRAINT scamgraph_{label.lower()} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
        for label, key in _UNIQUE
    ),
    *(
        f"CREATE CONSTRAINT scamgraph_{name.lower()} IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"
        for name in (*LINK_TYPES, "JUDGED")
    ),
    "CREATE INDEX scamgraph_given IF NOT EXISTS FOR (n:Document) ON (n.given_id)",
    "CREATE INDEX scamgraph_chain IF NOT EXISTS FOR (n:DocumentEntity) ON (n.key, n.id)",
    "CREATE INDEX scamgraph_link IF NOT EXISTS FOR (n:Claim) ON (n.link)",
    "CREATE INDEX scamgraph_found IF NOT EXISTS FOR ()-[r:FOUND_IN]-() ON (r.address)",
)

_FOUND_BY_NAME = (
    "CREATE TEXT INDEX scamgraph_name IF NOT EXISTS FOR (n:Name) ON (n.key)",
    "CREATE FULLTEXT INDEX scamgraph_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases]",
)

STEPS = (_KEPT_ONCE, _FOUND_BY_NAME)
"""Step n leads from version n to n + 1. Every statement may be run again; a released step never changes."""

VERSION = len(STEPS)

NEW_ENTITIES = {
    schema: "UNWIND $rows AS row MERGE (e:Entity:" + schema + " {id: row.id}) SET e += row.kept" for schema in SCHEMATA
}
LINKS_BETWEEN = {
    name: "UNWIND $rows AS row MATCH (s:Entity {id: row.source}) MATCH (t:Entity {id: row.target}) "
    "CALL (s, t) { MATCH (s)-[r:" + name + "]->(t) RETURN r } RETURN row.n, properties(r)"
    for name in LINK_TYPES
}
"""The subquery has both ends given. Else the planner may read all the links of one of them, and that may be a hub."""

NEW_LINKS = {
    name: "UNWIND $rows AS row MATCH (s:Entity {id: row.source}), (t:Entity {id: row.target}) "
    "CREATE (s)-[r:" + name + "]->(t) SET r = row.kept"
    for name in LINK_TYPES
}
CHANGED_LINKS = {
    name: "UNWIND $rows AS row MATCH ()-[r:" + name + " {id: row.id}]->() SET r = row.kept" for name in LINK_TYPES
}
GONE_LINKS = {name: "UNWIND $rows AS id MATCH ()-[r:" + name + " {id: id}]->() DELETE r" for name in LINK_TYPES}
