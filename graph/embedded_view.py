"""The view in SQLite, kept up while documents come and go inside a transaction.

`_grow` and `_shrink` undo each other. Both look only at the neighbours of a document's own entities, so a document
costs the same beside an entity that thirty thousand others share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.embedded_reading import Row
from graph.embedded_whole import EmbeddedWhole
from graph.facts import claims_of
from graph.folding import key_of
from graph.model import Claim, DocumentEntity, Extract
from graph.resolution.chain import Group, groups, judged
from graph.view import Use, changed, name_among, uses_of


class _Place(NamedTuple):
    """Where a document entity stands in the chain of its key: the ids beside it, and the entity they are in."""

    before: str | None
    after: str | None
    entity: int | None


class EmbeddedView(EmbeddedWhole):
    """What keeps `entity`, `name`, `link` and the judgements of rules in step with the facts."""

    def _do(self, sql: str, *values: object) -> None:
        self._db.execute(sql, values)

    def _one(self, sql: str, *values: object) -> Row | None:
        row: Row | None = self._db.execute(sql, values).fetchone()
        return row

    def _extract_in(self, row: int) -> Extract:
        (document,) = self._rows(
            "SELECT row, extractor, id, text, title, publisher, published, language, '[]', reader, given_id "
            "FROM document WHERE row = ?",
            row,
        )
        return self._extract(document)

    def _grow(self, document: int, extract: Extract) -> None:
        """Let the view follow from a document's entities and claims, which are kept and in no entity yet."""
        members: dict[int, list[DocumentEntity]] = {}
        entity_of: dict[str, int] = {}
        for group in groups(extract):
            entity = self._entity_for(group)
            members.setdefault(entity, []).extend(group.members)
            entity_of.update((member.id, entity) for member in group.members)
        linked = self._link(claims_of(extract), entity_of)
        self._db.executemany(
            "UPDATE entity SET id = min(id, ?), name = ?, documents = documents + 1, links = links + ? WHERE row = ?",
            [
                (min(part.id for part in parts), self._count_names(entity, parts, 1), linked[entity], entity)
                for entity, parts in members.items()
            ],
        )

    def _entity_for(self, group: Group) -> int:
        """The row of the entity that a group belongs to, with the judgements that say so."""
        place = self._place(group.key, group.first)
        entity = self._new_entity(group) if place.entity is None else place.entity
        self._db.executemany(
            "UPDATE part SET key = ?, entity = ? WHERE id = ?", [(group.key, entity, m.id) for m in group.members]
        )
        if group.key is not None:
            for parted in judged(group.key, (place.before, place.after)):
                self._do("DELETE FROM judgement WHERE id = ?", parted.id)
            self._judge(group.key, (place.before, *(member.id for member in group.members), place.after))
        return entity

    def _new_entity(self, group: Group) -> int:
        cursor = self._db.execute(
            "INSERT INTO entity (id, schema, name, documents, links) VALUES (?, ?, '', 0, 0)",
            (group.first, group.schema),
        )
        return int(cursor.lastrowid or 0)

    def _place(self, key: str | None, id_: str) -> _Place:
        if key is None:
            return _Place(None, None, None)
        before = self._one("SELECT id, entity FROM part WHERE key = ? AND id < ? ORDER BY id DESC LIMIT 1", key, id_)
        after = self._one("SELECT id, entity FROM part WHERE key = ? AND id > ? ORDER BY id LIMIT 1", key, id_)
        left, right = before or (None, None), after or (None, None)
        return _Place(left[0], right[0], right[1] if left[1] is None else left[1])

    def _judge(self, key: str, ids: Iterable[str | None]) -> None:
        self._db.executemany(
            'INSERT INTO judgement (id, "left", "right", verdict, by, why, at) '
            "VALUES (?, (SELECT row FROM part WHERE id = ?), (SELECT row FROM part WHERE id = ?), ?, ?, ?, ?)",
            [(j.id, j.left, j.right, j.verdict, j.by, j.why, j.at) for j in judged(key, ids)],
        )

    def _count_names(self, entity: int, parts: Sequence[DocumentEntity], sign: int) -> str | None:
        """Count the names of document entities in or out of an entity; the name it goes by then, if any is left."""
        kept = self._rows("SELECT surface, named, said FROM name WHERE entity = ?", entity)
        touched = uses_of(parts)
        uses = changed({surface: Use(named, said) for surface, named, said in kept}, touched, sign)
        self._db.executemany(
            "INSERT INTO name (entity, surface, key, named, said) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (entity, surface) DO UPDATE SET named = excluded.named, said = excluded.said",
            [(entity, one, key_of(parts[0].schema, one), *uses[one]) for one in touched if one in uses],
        )
        for surface in touched.keys() - uses.keys():
            self._do("DELETE FROM name WHERE entity = ? AND surface = ?", entity, surface)
        return name_among(uses.items()) if uses else None

    def _link(self, claims: Mapping[str, Claim], entity_of: Mapping[str, int]) -> Counter[int]:
        """Make or widen the links that claims speak for; how many new ones each entity has."""
        linked: Counter[int] = Counter()
        spoken = []
        for id_, claim in claims.items():
            source, target = entity_of[claim.source], entity_of.get(claim.target or "")
            if target is None or source == target:
                continue
            ends = (source, claim.type, target)
            known = self._one("SELECT row, id FROM link WHERE source = ? AND type = ? AND target = ?", *ends)
            if known is None:
                known = self._one(
                    "INSERT INTO link (source, type, target, id) VALUES (?, ?, ?, ?) RETURNING row, id", *ends, id_
                )
                linked.update((source, target))
            row, least = known or (0, "")
            if id_ < least:
                self._do("UPDATE link SET id = ? WHERE row = ?", id_, row)
            spoken.append((row, id_))
        self._db.executemany("UPDATE claim SET link = ? WHERE id = ?", spoken)
        return linked

    def _shrink(self, document: int) -> None:
        """Take out what a document says, and let the view go back to what it would be without."""
        extract = self._extract_in(document)
        links = self._rows("SELECT DISTINCT link FROM claim WHERE document = ? AND link IS NOT NULL", document)
        self._do("DELETE FROM claim WHERE document = ?", document)
        for (link,) in links:
            self._unlink(link)
        entity_of: dict[str, int] = dict(self._rows("SELECT id, entity FROM part WHERE document = ?", document))
        parted: dict[str, str] = dict(
            self._rows("SELECT key, id FROM part WHERE document = ? AND key IS NOT NULL", document)
        )
        self._do(
            'DELETE FROM judgement WHERE "left" IN (SELECT row FROM part WHERE document = ?1) '
            'OR "right" IN (SELECT row FROM part WHERE document = ?1)',
            document,
        )
        self._do("DELETE FROM part WHERE document = ?", document)
        for key, id_ in parted.items():
            place = self._place(key, id_)
            self._judge(key, (place.before, place.after))
        members: dict[int, list[DocumentEntity]] = {}
        for part in extract.entities:
            members.setdefault(entity_of[part.id], []).append(part)
        for entity, parts in members.items():
            self._leave(entity, parts)

    def _unlink(self, link: int) -> None:
        """Give a link that lost claims its id, or take it out where none is left."""
        ((least,),) = self._rows("SELECT min(id) FROM claim WHERE link = ?", link)
        if least is not None:
            self._do("UPDATE link SET id = ? WHERE row = ?", least, link)
            return
        ((source, target),) = self._rows("SELECT source, target FROM link WHERE row = ?", link)
        self._do("UPDATE entity SET links = links - 1 WHERE row IN (?, ?)", source, target)
        self._do("DELETE FROM link WHERE row = ?", link)

    def _leave(self, entity: int, parts: Sequence[DocumentEntity]) -> None:
        name = self._count_names(entity, parts, -1)
        if name is None:
            self._do("DELETE FROM entity WHERE row = ?", entity)
            return
        self._do(
            "UPDATE entity SET id = (SELECT min(id) FROM part WHERE entity = ?1), name = ?2, "
            "documents = documents - 1 WHERE row = ?1",
            entity,
            name,
        )
