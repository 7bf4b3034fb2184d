"""What a page's own head says of it: title, publisher, date of publication, address. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from ingest.dates import iso_date

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "article:published",
    "date",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher", "copyright")
_STORY = ("article", "report", "posting", "webpage")
_DAY = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_LARGEST = 500_000  # characters of one block of linked data


class Head(NamedTuple):
    """Metadata of a page; None where it does not say."""

    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


def head_of(root: HtmlElement) -> Head:
    """The page's metadata: linked data first, then meta elements, then title, time and link elements."""
    linked = _linked(root)
    meta = _meta(root)
    title = _text(linked.get("headline")) or _first(meta, _TITLES) or _element_text(root, "//h1") or None
    publisher = _named(linked.get("publisher")) or _first(meta, _PUBLISHERS)
    plain = _element_text(root, "//title")
    url = _attribute(root, "//link[@rel='canonical']", "href") or meta.get("og:url")
    dates = [linked.get("datePublished"), *(meta.get(name) for name in _DATES), *_times(root), _in_address(url)]
    published = next((iso for value in dates if (iso := iso_date(value))), None)
    return Head(
        _without_site(title or plain, publisher),
        publisher,
        published,
        url if url and url.startswith(("http://", "https://")) else None,
    )


def _times(root: HtmlElement) -> Iterator[str | None]:
    """The moment that the page marks as its publication, or the only one that it marks at all."""
    for element in root.xpath("//*[@itemprop='datePublished' or @pubdate]")[:2]:
        yield element.get("content") or element.get("datetime") or element.text_content()[:60]
    yield _attribute(root, "//time[contains(@class,'publish') or contains(@class,'entry-date')]", "datetime")
    moments = {time.get("datetime") for time in root.xpath("//time[@datetime]")[:20]}
    if len(moments) == 1:
        yield moments.pop()


def _in_address(url: str | None) -> str | None:
    """The day that stands in the page's address: /2025/09/08/."""
    match = _DAY.search(url or "")
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" if match else None


def _linked(root: HtmlElement) -> dict[str, Any]:
    """The fields of the first story that the page's linked data describe; a web page's where there is no story."""
    found: list[dict[str, Any]] = []
    for script in root.xpath("//script[@type='application/ld+json']")[:20]:
        try:
            found.extend(_things(json.loads((script.text or "")[:_LARGEST], strict=False)))
        except (ValueError, RecursionError):
            continue
    for kind in _STORY:
        for thing in found:
            if kind in str(thing.get("@type", "")).lower():
                return thing
    return {}


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 4:
        for item in value[:50]:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict) and depth < 4:
        yield value
        yield from _things(value.get("@graph"), depth + 1)


def _meta(root: HtmlElement) -> dict[str, str]:
    """The first value of every meta element and item property, by its name in lower case."""
    values: dict[str, str] = {}
    for element in root.xpath("//meta[@content]")[:500]:
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            values.setdefault(name.lower(), content)
    return values


def _first(values: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((values[name] for name in names if name in values), None)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _named(value: Any) -> str | None:
    """The name of a publisher, which linked data give as a thing, a list of things or a text."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _element_text(root: HtmlElement, path: str) -> str | None:
    for element in root.xpath(path)[:1]:
        return " ".join(element.text_content().split()) or None
    return None


def _attribute(root: HtmlElement, path: str, name: str) -> str | None:
    return next((value for element in root.xpath(path)[:5] if (value := element.get(name))), None)


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """`Cambodia - United States Department of State` without the outlet at its end."""
    if not title or not publisher:
        return title
    for sign in (" - ", " | ", " – ", " — ", " :: ", " · "):
        front, found, back = title.rpartition(sign)
        if found and front and back.strip().casefold() == publisher.strip().casefold():
            return front.strip()
    return title
