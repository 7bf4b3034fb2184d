"""E-mail addresses.

Issued by whoever runs the domain. Often defanged (`broker[at]gold-fx[.]com`) or spelt out (`broker at gold-fx dot
com`). A Message-ID has the same form and is nobody's mailbox. The normal form is in lower case.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("info(at)Prince-Recruit(dot)net, not user@localhost"))]
['info@prince-recruit.net']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.page import Page
from ingest.accounts.suffixes import registrable

_LOCAL = r"(?<![A-Za-z0-9._%+@-])(?P<local>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+)"
_LABEL = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}+"
_MAIL = re.compile(rf"{_LOCAL}@(?P<host>{_LABEL}(?:\.{_LABEL}){{1,12}}+)(?![A-Za-z0-9@])")
_SPELT = re.compile(
    rf"{_LOCAL}[ ]?(?:@|[ ]at[ ])[ ]?(?P<host>{_LABEL}(?:(?:\.|[ ]dot[ ]){_LABEL}){{1,4}}+)(?![A-Za-z0-9@])",
    re.IGNORECASE,
)
_NO_MAILBOX = re.compile(
    r"(?:message-id|in-reply-to|references|content-id|resent-message-id)\s*:?\s*(?:<[^<>\n]{1,200}>\s*)*<?$"
)
_WALLET = re.compile(r"0x[0-9a-f]{40}|[0-9A-Za-z]{26,}")


def find(page: Page) -> Iterator[Account]:
    """Mailboxes below a public suffix."""
    patterns = [_MAIL] if "@" in page.text else []
    if " dot " in page.lower:
        patterns.append(_SPELT)
    for pattern in patterns:
        for mail in pattern.finditer(page.text):
            host = re.sub(r"\s+dot\s+", ".", mail["host"].lower())
            local = mail["local"].lower().rstrip(".")
            if ".." in local or not registrable(host) or host.rpartition(".")[2].isdigit() or _WALLET.fullmatch(local):
                continue
            if not _NO_MAILBOX.search(page.lower[max(0, mail.start() - 300) : mail.start()]):
                yield Account("email", f"{local}@{host}", mail.start(), mail.end(), "a mailbox below a public suffix")
