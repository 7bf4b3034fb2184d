"""How much a hostile input may cost: sizes, depth, time; every limit has a flag of its name that raises it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from graph.errors import LimitExceeded

MIB = 1 << 20


def _limit(default: int, help_: str) -> int:
    return field(default=default, metadata={"help": help_})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may be and take. The flag of `max_bytes` is `--max-bytes`, and so on."""

    max_bytes: int = _limit(256 * MIB, "Bytes of one file.")
    max_characters: int = _limit(2_000_000, "Characters of one document.")
    max_depth: int = _limit(5, "Archives and attachments inside one another.")
    max_ratio: int = _limit(200, "How often larger than its packed form a member may be.")
    max_expanded: int = _limit(1024 * MIB, "Bytes that one file may hold once unpacked.")
    max_members: int = _limit(100_000, "Members, messages, rows or entries of one file.")
    max_pages: int = _limit(5_000, "Pages of one PDF.")
    max_seconds: int = _limit(120, "Seconds that reading one file may take.")
    max_memory: int = _limit(4096 * MIB, "Bytes of memory that reading may take.")

    @classmethod
    def flags(cls) -> list[tuple[str, int, str]]:
        """(field, default, help) of every limit, for the command line."""
        return [(f.name, f.default, f.metadata["help"]) for f in fields(cls)]  # type: ignore[misc]


SMALL = MIB
"""Below this many bytes a ratio says nothing: an empty table packs well."""


@dataclass(slots=True)
class Budget:
    """What one file has used so far of what it may unpack. Reading ends where it is used up."""

    limits: Limits
    expanded: int = 0
    members: int = 0

    def member(self) -> None:
        """Count one more member, message, row or entry."""
        self.members += 1
        if self.members > self.limits.max_members:
            raise LimitExceeded(f"more than {self.limits.max_members} members; raise --max-members")

    def expand(self, size: int) -> None:
        """Count bytes that were unpacked."""
        self.expanded += size
        if self.expanded > self.limits.max_expanded:
            raise LimitExceeded(f"more than {self.limits.max_expanded} bytes once unpacked; raise --max-expanded")

    def check_ratio(self, size: int, packed: int) -> None:
        """Refuse what is far larger than its packed form."""
        if size > SMALL and size > self.limits.max_ratio * max(packed, 1):
            raise LimitExceeded(f"packed more than {self.limits.max_ratio} times, as a bomb is; raise --max-ratio")

    def check_depth(self, depth: int) -> None:
        if depth > self.limits.max_depth:
            raise LimitExceeded(f"more than {self.limits.max_depth} archives inside one another; raise --max-depth")

    def check_characters(self, count: int) -> None:
        if count > self.limits.max_characters:
            raise LimitExceeded(f"{count} characters, {self.limits.max_characters} are allowed; raise --max-characters")
