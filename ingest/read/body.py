"""A page's own text without its furniture, block by block, where the general extractor finds none or only a heap."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from ingest.read.markup import text_of

_CODE = "//script|//style|//noscript|//template|//svg|//iframe|//select|//button"
_OUTSIDE = (
    ".//form|.//nav|.//footer|.//aside|.//dialog|.//*[@hidden]|.//*[@aria-hidden='true']"
    "|.//*[@role='navigation' or @role='banner' or @role='contentinfo' or @role='search' or @role='dialog']"
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navigation|menu|menus|breadcrumbs?|share|sharing|social|related|recommended|recirc|comments?"
    r"|cookies?|consent|sidebar|footer|masthead|newsletter|subscribe|promo|advert|ads?|sponsored|popup|modal|toc|tags"
    r"|pagination|skip|banner|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LINKED = 0.6  # a block with a larger share of its text in links is a list of links


def body_of(root: HtmlElement) -> str:
    """The running text of the page's main part.

    Nothing that holds a quarter of it is taken for furniture: where tags are not closed, a menu holds the story.
    """
    for element in root.xpath(_CODE):
        _drop(element)
    main = _main(root)
    most = _length(main) / 4
    for element in main.xpath(_OUTSIDE):
        if _length(element) < most:
            _drop(element)
    for element in main.xpath(".//div|.//section|.//ul|.//ol|.//header|.//span|.//a|.//li|.//table"):
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _FURNITURE.search(label) and _length(element) < most:
            _drop(element)
    for element in main.xpath(".//ul|.//ol|.//table|.//div|.//section|.//header"):
        size = _length(element)
        if 0 < size < most and sum(map(_length, element.iter("a"))) > _LINKED * size:
            _drop(element)
    return text_of(etree.tostring(main, encoding="unicode", with_tail=False))


def _main(root: HtmlElement) -> HtmlElement:
    """The part that says it is the main one, if it holds most of the paragraphs."""
    total = sum(map(_length, root.iter("p")))
    for path in ("//*[@itemprop='articleBody']", "//article", "//main|//*[@role='main']", "//*[@id='content']"):
        parts = root.xpath(path)
        if len(parts) == 1 and sum(map(_length, parts[0].iter("p"))) * 2 > total:
            return parts[0]
    bodies = root.xpath("//body")
    return bodies[0] if bodies else root


def _length(element: HtmlElement) -> int:
    return len("".join(element.itertext()).strip()) if isinstance(element.tag, str) else 0


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
