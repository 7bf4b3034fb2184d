"""WeChat ids.

Issued by WeChat: `wxid_…` at first, or 6 to 20 letters, digits, underscores and hyphens that the user chose; they
begin with a letter and are kept as printed. They stand after the service's name ("微信号：", "加V", "WeChat ID").

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("微信：jinbian668hr；WeChat Pay was accepted"))]
['jinbian668hr']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account
from ingest.accounts.handles import handles_of
from ingest.accounts.page import Page

_FIRST_ID = re.compile(r"(?<![A-Za-z0-9_])wxid_[a-z0-9]{6,20}(?![A-Za-z0-9_])")


def find(page: Page) -> Iterator[Account]:
    """Ids after the service's name, and those that WeChat made."""
    for match in _FIRST_ID.finditer(page.text) if "wxid_" in page.text else ():
        yield Account("wechat", match[0], match.start(), match.end(), "wxid_")
    for handle in handles_of(page):
        if handle.service == "wechat" and not handle.at:
            yield Account("wechat", handle.name, handle.start, handle.end, handle.reason)
