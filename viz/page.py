"""Assembles a page: one HTML file that holds its scripts, styles and data, and may load nothing.

Two walls stand between what documents say and the reader's browser. Data is JSON in which <, > and & are escaped,
and scripts put it into the page as text only; and a content security policy admits only the scripts and styles
whose hashes it names, and no connection at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

_ASSETS = Path(__file__).with_name("assets")

_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}

_SKELETON = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
<noscript><p>This page draws with the script inside it and loads nothing. Please allow scripts for it.</p></noscript>
{data}
<script>{script}</script>
</body>
</html>
"""


def page(title: str, body: str, styles: Sequence[str], scripts: Sequence[str], data: Mapping[str, object]) -> str:
    """A whole page.

    Args:
        body: name of the asset with its markup; it holds no text from documents.
        styles: names of the style assets, in order.
        scripts: names of the script assets, in order; they share one scope.
        data: what scripts find under each name (letters only) by `data(name)`.
    """
    style = "".join(map(_asset, styles))
    script = '(() => {\n"use strict";\n' + "".join(map(_asset, scripts)) + "})();\n"
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    blocks = "\n".join(
        f'<script type="application/json" id="data-{name}">{embedded(value)}</script>' for name, value in data.items()
    )
    return _SKELETON.format(
        policy=policy, title=html.escape(_sound(title)), style=style, body=_asset(body), data=blocks, script=script
    )


def embedded(value: object) -> str:
    """JSON that cannot leave a script element; lone surrogates, which no file can hold, become U+FFFD."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _sound(text).translate(_ESCAPES)


def _sound(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
