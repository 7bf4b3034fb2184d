"""Internet addresses, IPv4 and IPv6.

Issued by the regional registries to networks. Version numbers, section numbers and hardware addresses look alike; what
the text calls a version or section is none, and neither are four small numbers unless the text says server, host or IP.
An address is no entity of the graph.

>>> from ingest.accounts.page import page_of
>>> [a.value for a in find(page_of("C2 at 198[.]51[.]100[.]23, version 1.2.3.4, 2001:db8::7334"))]
['198.51.100.23', '2001:db8::7334']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address

from ingest.accounts.account import Account
from ingest.accounts.page import Page

_V4 = re.compile(r"\d(?<![\w.].)(?<!\d[-/].)\d{0,2}(?:\.\d{1,3}){3}(?![\w]|\.\d|-\d)")
_V6 = re.compile(
    r"(?<![\w:.])(?=[0-9A-Fa-f:]{0,40}:[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}+(?![\w:.])"
)
_COLONS = re.compile(r":[0-9A-Fa-f]{0,4}:")
_NOT = re.compile(
    r"(?:\b(?:version|versi|ver\.?|\bv\.?|build|release|firmware|sections?|sec\.?|clause|article|art\.?|chapter|ch\.|para(?:graph)?|"
    r"annex|table|figure|fig\.?|rule|seksyen|bab|pasal)|§|phiên bản|版本|第|เวอร์ชัน|มาตรา|ข้อ)\s*$"
)
_SAID = re.compile(
    r"\bip|ipv4|server|host|address|dns|c2|range|gateway|proxy|node|endpoint"
    r"|地址|服务器|伺服器|ไอพี|เซิร์ฟเวอร์|máy chủ"
)
_SMALL = 32


def find(page: Page) -> Iterator[Account]:
    """Addresses that are well formed and not called something else."""
    for match in _V4.finditer(page.text):
        before = page.lower[max(0, match.start() - 30) : match.start()]
        if _NOT.search(before):
            continue
        parts = [int(part) for part in match[0].split(".")]
        if max(parts) > 255 or parts[0] == 0 or (max(parts) < _SMALL and not _SAID.search(before)):
            continue
        if all(part == str(int(part)) for part in match[0].split(".")):
            yield Account("ip", match[0], match.start(), match.end(), "four numbers up to 255")
    if not _COLONS.search(page.text):
        return
    for match in _V6.finditer(page.text):
        try:
            address = ip_address(match[0])
        except ValueError:
            continue
        if len(match[0]) > 4:
            yield Account("ip", match[0].lower(), match.start(), match.end(), f"well-formed IPv{address.version}")
