"""Labels that a text gives to its wallets and bank accounts ("Address 1", "SC-Collect"), wherever they come back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.found import Found

_NUMBERED = r"(?:[A-Z]\w+ )?(?:Address|Wallet|Deposit|Account|Till|Pool|Node|Hub) (?:[A-Z]|\d{1,3}|One|Two|Three|Four|Five|Six)"
_NAME = r"[A-Z]\w*(?:[ -][A-Z0-9]\w*){0,3}"
_BEFORE = re.compile(rf"\b(?P<label>{_NUMBERED})(?: \([A-Z]{{2,6}}\))?(?:,|:| =| [–-]| is| was)? ?[(“\"]?\Z")
_AFTER = re.compile(
    r"(?: on \w+| \([A-Z]{2,6}\))?(?:"
    r"(?:[,.]|,?\s+which| \()?\s?(?i:we |is |was |(?:\w+ ){1,2})?"
    r"(?i:label(?:led|ed|s)?|call(?:ed|s)?|named|marked|dubbed|known as|referred to (?:here |below )?as|"
    r"hereinafter|hereafter|in what follows)(?: it| them| here)?:? (?:the )?[“\"‘]?"
    rf"(?P<called>{_NUMBERED}|{_NAME})"
    rf"|,? ?\((?:the )?[“\"‘](?P<quoted>{_NUMBERED}|{_NAME}|[a-z]+ wallet)[”\"’]"
    rf"|,? \(?(?P<plain>{_NUMBERED})\b)"
)


def labelled(text: str, accounts: Iterable[Found]) -> Iterator[Found]:
    """Mentions of accounts by label, each with its account's key; a label given to two accounts names neither."""
    owner: dict[str, Found | None] = {}
    for account in accounts:
        label = _label_of(text, account)
        if label:
            known = owner.setdefault(label, account)
            if known is None or known.key != account.key:
                owner[label] = None
    for label, found in owner.items():
        if found is not None:
            for match in re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", text):
                yield Found(match.start(), match.end(), found.schema, found.key)


def _label_of(text: str, account: Found) -> str | None:
    if account.schema not in ("CryptoWallet", "BankAccount"):
        return None
    before = _BEFORE.search(text[max(0, account.start - 40) : account.start])
    if before:
        return before["label"]
    after = _AFTER.match(text[account.end : account.end + 90])
    label = after and (after["called"] or after["quoted"] or after["plain"])
    return label if label and (label[0].isupper() or label.endswith("wallet")) else None
