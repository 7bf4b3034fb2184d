"""How pages say the ontology's words: link types and roles as phrases in both directions, schemata as names."""

from __future__ import annotations

from graph.ontology import LINK_TYPES, SCHEMATA

PHRASES = {
    "OWNS": ("owns", "is owned by"),
    "DIRECTS": ("directs", "is directed by"),
    "MEMBER_OF": ("is a member of", "has as a member"),
    "EMPLOYED_BY": ("holds office or works at", "employs"),
    "FAMILY_OF": ("is family of", "is family of"),
    "ASSOCIATE_OF": ("is an associate of", "is an associate of"),
    "LOCATED_IN": ("is located in", "is the location of"),
    "OPERATES": ("operates", "is operated by"),
    "RECRUITED_VIA": ("was recruited via", "was used to recruit"),
    "TRANSPORTED_TO": ("was taken to", "is where they took"),
    "HELD_AT": ("was at", "is where they kept"),
    "SOLD_TO": ("was sold to", "bought"),
    "RELEASED_FROM": ("got out of", "is where they freed"),
    "ACTED_AGAINST": ("acted against", "was acted against by"),
    "PAID": ("paid", "was paid by"),
    "HOLDS_ACCOUNT": ("uses the account", "is used by"),
}
"""Source to target, and target to source."""

ROLES = {
    "OWNS": {
        "shareholder": ("holds shares in", "has as a shareholder"),
        "parent": ("is the parent of", "is a subsidiary of"),
        "beneficial_owner": ("is the beneficial owner of", "has as beneficial owner"),
        "landlord": ("is the landlord of", "rents from"),
    },
    "DIRECTS": {
        "chair": ("chairs", "is chaired by"),
        "chief_executive": ("is chief executive of", "has as chief executive"),
        "director": ("is a director of", "has as a director"),
        "founder": ("founded", "was founded by"),
        "manager": ("manages", "is managed by"),
        "spokesperson": ("speaks for", "has as spokesperson"),
        "registrant": ("registered", "was registered by"),
    },
    "MEMBER_OF": {
        "leader": ("leads", "is led by"),
        "commander": ("commands in", "has as a commander"),
        "ally": ("is an ally of", "has as an ally"),
    },
    "EMPLOYED_BY": {
        "head": ("heads", "is headed by"),
        "minister": ("is a minister of", "has as a minister"),
        "legislator": ("sits in the legislature for", "has as a legislator"),
        "ambassador": ("is ambassador of", "has as ambassador"),
        "spokesperson": ("speaks for", "has as spokesperson"),
        "officer": ("is an officer of", "has as an officer"),
    },
    "FAMILY_OF": {
        "spouse": ("is the spouse of", "is the spouse of"),
        "partner": ("is the partner of", "is the partner of"),
        "child": ("is a child of", "is a parent of"),
        "parent": ("is a parent of", "is a child of"),
        "sibling": ("is a sibling of", "is a sibling of"),
    },
    "ASSOCIATE_OF": {
        "business": ("does business with", "does business with"),
        "co_accused": ("is accused together with", "is accused together with"),
        "front": ("is a front for", "has as a front"),
        "supplier": ("supplies", "is supplied by"),
    },
    "LOCATED_IN": {"near": ("is near", "is near")},
    "OPERATES": {
        "developer": ("developed", "was developed by"),
        "security": ("guards", "is guarded by"),
        "tenant": ("rents at", "has as a tenant"),
        "supplier": ("supplies", "is supplied by"),
        "other": ("works at", "has working there"),
    },
    "HELD_AT": {
        "captive": ("was held captive at", "is where they held"),
        "scammer": ("was in the scams at", "had in its scams"),
        "worker": ("worked at", "had as a worker"),
    },
    "RELEASED_FROM": {
        "escaped": ("escaped from", "is the place of escape of"),
        "rescued": ("was rescued from", "is where they rescued"),
        "released": ("was released from", "let go"),
        "ransomed": ("was ransomed out of", "took ransom for"),
    },
    "ACTED_AGAINST": {
        "frozen": ("froze", "was frozen by"),
        "wanted": ("wants", "is wanted by"),
        "licence_revoked": ("revoked the licence of", "had the licence revoked by"),
    },
}
"""Where the role says it better. Acts that are not listed are their own verb: sanctioned, was sanctioned by."""

PLAIN = {
    "Person": "Person",
    "Group": "Group of people",
    "Company": "Company",
    "PublicBody": "Public body",
    "Organization": "Organization",
    "Compound": "Compound",
    "Location": "Place",
    "CryptoWallet": "Crypto wallet",
    "BankAccount": "Bank account",
    "UserAccount": "User account",
    "Phone": "Phone number",
    "Email": "E-mail address",
    "Website": "Website",
}


def vocabulary() -> dict[str, object]:
    """What the pages' scripts need to know of the ontology."""
    acts = {role: (role, f"was {role} by") for role in LINK_TYPES["ACTED_AGAINST"].roles}
    roles = ROLES | {"ACTED_AGAINST": acts | ROLES["ACTED_AGAINST"]}
    return {
        "schemata": [[name, PLAIN[name]] for name in SCHEMATA],
        "types": [[name, PHRASES[name], link.symmetric, roles.get(name, {})] for name, link in LINK_TYPES.items()],
    }
