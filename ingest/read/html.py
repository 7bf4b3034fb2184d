"""Web pages: the story without the page around it, with what the page's head says of it."""

from __future__ import annotations

import re

from graph.errors import ReadError
from ingest.read.body import body_of
from ingest.read.decode import decode, tidy
from ingest.read.head import head_of
from ingest.read.session import Items, Piece, Session

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEAP = 1_500  # characters without a line break: the extractor has not understood the page


def read(piece: Piece, session: Session) -> Items:
    """One document, or the stories of a page that shows several."""
    declared = _CHARSET.search(piece.data[:4096])
    encoding = session.settings.encoding or (declared[1].decode("ascii") if declared else None)
    html = decode(piece.data, encoding)
    root = tree_of(html)
    head = head_of(root)
    text = tidy(main_text(html))
    if head.title and _fold(head.title) not in _fold(text[: 3 * len(head.title) + 200]):
        text = f"{head.title}\n\n{text}"
    document = session.document(
        text,
        piece.address,
        "html",
        title=head.title,
        publisher=head.publisher,
        published=head.published,
        url=head.url,
    )
    yield from session.stories(document)


def tree_of(html: str):  # type: ignore[no-untyped-def]  # lxml's elements have no useful types
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise ReadError("empty: a page without an element") from None


def main_text(html: str) -> str:
    """The page's story: trafilatura's extraction, or our own where that gave nothing, a heap or a small part."""
    from trafilatura import extract

    found = extract(html, include_comments=False, include_tables=True, deduplicate=False) or ""
    heap = len(found) > _HEAP and found.count("\n") * _HEAP < len(found)
    if not heap and len(found) > 400:
        return found
    own = body_of(tree_of(html))
    return own if heap or len(own) > 3 * len(found) else found


def _fold(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
