"""The words of the graph: schemata, link types with their ends and roles, statuses."""

from __future__ import annotations

from dataclasses import dataclass

NAMED = ("Person", "Group", "Company", "PublicBody", "Organization", "Compound", "Location")
ACCOUNTS = ("CryptoWallet", "BankAccount", "UserAccount", "Phone", "Email", "Website")
SCHEMATA = NAMED + ACCOUNTS

STATUSES = ("asserted", "alleged", "planned", "denied")
"""From what carries a link most to what carries it least."""

PROPERTIES = ("nationality", "pseudonym", "count", "part")
"""What a property claim can say of a document entity, beside what tables bring."""

PARTS = ("victims", "workers", "suspects", "officials", "other")


@dataclass(frozen=True, slots=True)
class LinkType:
    """A link type: which schemata may stand at its ends, and in which roles."""

    name: str
    sources: frozenset[str]
    targets: frozenset[str]
    roles: tuple[str, ...] = ()
    symmetric: bool = False

    def joins(self, source: str, target: str) -> bool:
        return source in self.sources and target in self.targets


def _ends(*names: str) -> frozenset[str]:
    return frozenset(names) | ({"Group"} if "Person" in names else frozenset())


_ACTORS = ("Person", "Company", "Organization")

LINK_TYPES = {
    link.name: link
    for link in (
        LinkType(
            "OWNS",
            _ends(*_ACTORS, "PublicBody", "Compound"),
            _ends("Company", "Compound", "Website"),
            ("owner", "shareholder", "parent", "beneficial_owner", "landlord"),
        ),
        LinkType(
            "DIRECTS",
            _ends("Person"),
            _ends("Company"),
            ("chair", "chief_executive", "director", "founder", "manager", "spokesperson", "registrant", "other"),
        ),
        LinkType(
            "MEMBER_OF",
            _ends("Person", "Organization"),
            _ends("Organization"),
            ("leader", "commander", "member", "ally", "other"),
        ),
        LinkType(
            "EMPLOYED_BY",
            _ends("Person"),
            _ends("PublicBody", "Company", "Organization", "Location"),
            ("head", "minister", "legislator", "ambassador", "spokesperson", "officer", "other"),
        ),
        LinkType(
            "FAMILY_OF",
            _ends("Person"),
            _ends("Person"),
            ("spouse", "partner", "child", "parent", "sibling", "other"),
            symmetric=True,
        ),
        LinkType(
            "ASSOCIATE_OF",
            _ends(*_ACTORS, "Compound"),
            _ends(*_ACTORS, "Compound"),
            ("business", "co_accused", "front", "supplier", "other"),
            symmetric=True,
        ),
        LinkType(
            "LOCATED_IN",
            _ends("Company", "Organization", "PublicBody", "Compound", "Location"),
            _ends("Location", "Compound"),
            ("near",),
        ),
        LinkType(
            "OPERATES",
            _ends(*_ACTORS),
            _ends("Compound"),
            ("operator", "developer", "security", "tenant", "supplier", "other"),
        ),
        LinkType("RECRUITED_VIA", _ends("Person"), _ends("Company", "UserAccount", "Person")),
        LinkType("TRANSPORTED_TO", _ends("Person"), _ends("Location", "Compound")),
        LinkType("HELD_AT", _ends("Person"), _ends("Compound", "Location"), ("captive", "scammer", "worker")),
        LinkType("SOLD_TO", _ends("Person"), _ends("Compound", "Company", "Person")),
        LinkType(
            "RELEASED_FROM",
            _ends("Person"),
            _ends("Compound", "Location"),
            ("escaped", "rescued", "released", "ransomed"),
        ),
        LinkType(
            "ACTED_AGAINST",
            _ends("PublicBody", "Organization", "Company", "Location"),
            _ends(*_ACTORS, "PublicBody", "Compound", *ACCOUNTS),
            (
                "sanctioned",
                "arrested",
                "charged",
                "convicted",
                "extradited",
                "raided",
                "seized",
                "frozen",
                "deported",
                "wanted",
                "investigated",
                "accused",
                "licence_revoked",
            ),
        ),
        LinkType("PAID", _ends(*_ACTORS, *ACCOUNTS), _ends(*_ACTORS, *ACCOUNTS)),
        LinkType(
            "HOLDS_ACCOUNT",
            _ends(*_ACTORS, "PublicBody", "Compound"),
            _ends(*ACCOUNTS),
            ("holder", "official"),
        ),
    )
}

INVERSE_ROLES = {"child": "parent", "parent": "child"}
"""The role of a symmetric link seen from its other end, where it is another."""
