"""The numbers that stand for tags, schemata, link types, roles and statuses, in one fixed order."""

from __future__ import annotations

import numpy as np

from graph.ontology import LINK_TYPES, NAMED, SCHEMATA, STATUSES

__all__ = ["NAMED", "SCHEMATA", "STATUSES"]

GENERAL = ("PERSON", "ORG", "LOC")
"""Labels of the general sets, used only before training on the domain."""

TYPES = tuple(LINK_TYPES)
SYMMETRIC = frozenset(name for name, link in LINK_TYPES.items() if link.symmetric)
INVERSE = {"child": "parent", "parent": "child"}
ROLES = tuple(
    (name, role)
    for name, link in LINK_TYPES.items()
    for role in (*link.roles, *((None,) if name == "LOCATED_IN" else ()))
)

FITS = np.array([[[LINK_TYPES[t].joins(a, b) for t in TYPES] for b in SCHEMATA] for a in SCHEMATA])
"""[source schema, target schema, type]: may the type join them?"""

ROLE_OF = np.array([[name == t for name, _ in ROLES] for t in TYPES])
"""[type, role]: is it a role of the type?"""

MARKS = 2 * len(SCHEMATA) + 1
"""What a piece can be to the link layer: outside, or the first or a further piece of a mention of a schema."""

PARTS = 8
"""Windows of a stretch that the link layer can tell apart."""

PAIR_FEATURES = {"sentences": 8, "order": 2, "distance": 9, "entities": 6}
"""Between the nearest two mentions: sentence ends, which comes first, log2 of the words, other mentions."""


def tag_count(labels: tuple[str, ...]) -> int:
    return 1 + 2 * len(labels)
