"""Labels that a text gives to its wallets: `T… ("Wallet A")`, `0x…, which we call NT-Pay`.

A label is the account's name from then on, so each place where it stands is a mention of the account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts.account import Account

_QUOTE = "[\"“”'‘’«»„]"
_NAME = r"[A-Z][\w-]{0,24}(?: (?:[A-Z][\w-]{0,24}|\d{1,3})){0,2}"
_KIND = r"(?:Wallet|Address|Account|Deposit|Cluster|Node|Hop|Till|Vault)"
_SAYS = (
    r"(?:the|an?|label(?:led)?|hereafter|hereinafter|henceforth|below|in what follows|in the following|called|named|"
    r"known as|referred to as|dubbed|tagged|or)[\s:,]{1,3}"
)
_WE = r"(?:we|I) (?:(?:shall|will) )?(?:call|label|name|term)"
_FORMS = (
    rf"\s{{0,2}}[(\[](?:{_SAYS}){{0,3}}{_QUOTE}(?P<quoted>[^\n\"“”«»„]{{2,30}}?){_QUOTE}[)\]]",
    rf"\s{{0,2}}[(\[](?:{_SAYS}){{1,3}}(?P<named>{_NAME})[)\]]",
    rf"\s{{0,2}}[(\[](?P<kind>{_KIND} \w{{1,5}})[)\]]",
    rf",?\s(?:(?:which|that) )?{_WE} (?:the )?{_QUOTE}?(?P<called>{_NAME})",
    rf", (?:called|labelled|named|dubbed) (?:the )?{_QUOTE}?(?P<dubbed>{_NAME})",
    rf"\. (?:We|I) (?:call|label) (?:it|this wallet|this address) (?:the )?{_QUOTE}?(?P<it>{_NAME})",
)
_AFTER = re.compile("|".join(_FORMS))
_BEFORE = re.compile(rf"(?<!\w)(?P<kind>{_KIND} (?:[A-Z]|\d{{1,3}}|[IVX]{{1,4}}|One|Two|Three))\s?[:,=(-]?\s?\(?$")
_LABELLED = ("btc", "ltc", "tron", "evm", "xmr", "solana")
_LONGEST = 110


def labels_of(text: str, accounts: tuple[Account, ...]) -> Iterator[tuple[Account, tuple[int, int]]]:
    """Every place of every label, with the account it stands for; a label of two accounts stands for neither."""
    owners: dict[str, Account] = {}
    doubtful: set[str] = set()
    for account in accounts:
        label = _label(text, account) if account.kind in _LABELLED else None
        if label and owners.setdefault(label, account).value != account.value:
            doubtful.add(label)
    wanted = [re.escape(label) for label in sorted(owners, key=len, reverse=True) if label not in doubtful]
    if not wanted:
        return
    taken = {at for account in accounts for at in (account.start, account.end - 1)}
    for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(wanted)})(?![\w-])", text):
        if match.start() not in taken and match.end() - 1 not in taken:
            yield owners[match[0]], match.span()


def _label(text: str, account: Account) -> str | None:
    after = _AFTER.match(text, account.end, account.end + _LONGEST)
    if after:
        return after[after.lastgroup or 0].strip()
    before = _BEFORE.search(text, max(0, account.start - 40), account.start)
    return before["kind"] if before else None
