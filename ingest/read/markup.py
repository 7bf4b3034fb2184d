"""The whole text of a piece of HTML, block by block; for mails, feeds and fields, where nothing is furniture."""

from __future__ import annotations

import re

_BLOCK_NAMES = """
    address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead title tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(("script", "style", "noscript", "template", "head", "svg", "math", "object", "iframe"))
_LOOKS = re.compile(r"<[a-zA-Z!/][^<>]{0,1000}>|&(?:#\d{1,6}|#x[\da-fA-F]{1,6}|\w{2,12});")


def looks_marked_up(text: str) -> bool:
    """Whether a field that may hold HTML does."""
    return _LOOKS.search(text) is not None


def text_of(html: str) -> str:
    """The visible text; a paragraph or cell a line, blocks apart, nothing of scripts and styles."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if not html.strip():
        return ""
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    try:
        root = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but comments
        return ""
    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not hidden and element.tail:
                parts.append(_spaced(element.tail))
            continue
        name = element.tag
        if event == "start":
            hidden += name in _SILENT
            if name in _BLOCKS:
                parts.append("\n")
            elif name in ("td", "th"):
                parts.append("\t")
            if not hidden and element.text:
                parts.append(_spaced(element.text))
            continue
        hidden -= name in _SILENT
        if name in _BLOCKS:
            parts.append("\n")
        if not hidden and element.tail:
            parts.append(_spaced(element.tail))
    lines = (re.sub(r"[ \t]*\t[ \t]*", "\t", line.strip(" \t\xa0")) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)
