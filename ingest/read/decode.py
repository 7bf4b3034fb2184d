"""Text out of bytes, whatever they were written in."""

from __future__ import annotations

import codecs
import re

from graph.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = ["cp1252", "gb18030", "big5", "cp874", "cp1258", "shift_jis", "euc_kr", "cp1251"]
_SAMPLE = 200_000  # bytes that are looked at to tell an old encoding
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`: by byte-order mark, as declared, as UTF-8, or by the encoding that fits best.

    Args:
        declared: the encoding that a header or the user names; it is not believed where it does not fit.

    Raises:
        ReadError: the bytes are no text in any of them.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace"))
    for encoding in filter(None, (declared, "utf-8", _wide(data))):
        try:
            return _checked(_strict(data, encoding))
        except (UnicodeDecodeError, LookupError, ReadError):
            continue
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("�")
    if broken * 20 < sum(1 for c in lenient if not c.isascii()) or broken * 2000 < len(lenient) < 100 * len(data):
        return _checked(lenient)
    return _checked(data.decode(_fitting(data), "replace"))


def _strict(data: bytes, encoding: str) -> str:
    """Decoded without forgiveness, but for a last character that was cut off."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if not 0 < len(data) - error.start < 4:
            raise
        return data[: error.start].decode(encoding)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark shows by zeros in every other byte."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 5 < len(sample) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _fitting(data: bytes) -> str:
    """The old encoding that gives the most plausible text; a character that was cut off at the end does not count."""
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    for cut in range(4):
        best = from_bytes(sample[: len(sample) - cut], cp_isolation=_LIKELY).best()
        if best is not None:
            return str(best.encoding)
    return "cp1252"


def _checked(text: str) -> str:
    """The text, unless it is full of what no text holds."""
    sample = text[:100_000]
    if len(_CONTROLS.findall(sample)) * 50 > len(sample) or sample.count("�") * 4 > len(sample):
        raise ReadError("binary data, not text")
    return text


def tidy(text: str) -> str:
    """Text with plain line breaks and without controls, byte-order marks and invisible joins inside words."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\x85", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\xad", "").replace("\ufeff", "")
    return _CONTROLS.sub("", text).replace("\x1b", "")


def whole(text: str) -> str:
    """The text with U+FFFD for halves of surrogate pairs, which no store can keep; every offset stays."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
