"""The link model's numbering of link types, roles and schemata, in one fixed order."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.ontology import LINK_TYPES, SCHEMATA

TYPES = tuple(LINK_TYPES)
ROLES: tuple[tuple[str, str | None], ...] = tuple(
    (name, role)
    for name, link in LINK_TYPES.items()
    for role in (*link.roles, *((None,) if name == "LOCATED_IN" else ()))
)
FITS = np.array([[[LINK_TYPES[t].joins(a, b) for t in TYPES] for b in SCHEMATA] for a in SCHEMATA])
"""[source schema, target schema, type]: may the type join them?"""
JOINS: np.ndarray[Any, Any] = np.asarray(FITS.any(2))
ROLE_OF = np.array([[name == t for name, _ in ROLES] for t in TYPES])
"""[type, role]: is it a role of the type?"""
