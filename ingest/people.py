"""What a document says of its people beside their names: count and part of a group, whether a name is a pseudonym."""

from __future__ import annotations

import re


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE)


_VICTIM = _any_of(
    "victims? survivors? traffick\\w+ rescued? freed released held captives? forced lured tricked deceived sold beaten "
    "tortured escaped fled repatriat\\w+ jobseekers? job-seekers missing stranded detainees trapped enslaved hostages? "
    "duped cheated defrauded recruit(?:s|ed) saved kidnapped abducted returnees evacuat\\w+ embassy girls? children "
    "minors boys? youths? students?"
)
_SUSPECT = _any_of(
    "arrest\\w* suspects? suspected charged charges indicted convicted sentenced accused defendants? wanted fugitives? "
    "detain(?:ed|s) scammers? fraudsters? gang members ringleaders? accomplices recruiters traffickers deported "
    "sanction\\w* designat\\w+ prosecuted jailed mules? directors owners agents brokers leaders guards managers bosses "
    "criminals? perpetrators extradited jail"
)
_WORKER = _any_of(
    "workers? employees? staff employed labourers operators cleaners cooks drivers dancers dealers interpreters "
    "technicians personnel work(?:s|ed|ing)?"
)
_OFFICIAL = _any_of(
    "officials? officers? police(?:men)? soldiers troops lawmakers legislators MPs judges prosecutors inspectors"
)
_OTHER = _any_of("witnesses relatives families parents lawyers residents investors shareholders")
_SUMMED = ((_VICTIM, "victims"), (_SUSPECT, "suspects"), (_WORKER, "workers"))

_CALLED = re.compile(
    r"(?:known (?:only |to \w+ |there |locally )*(?:only )?as|nicknamed|(?:call(?:s|ed)|calling) (?:\w+self )?|"
    r"by the name(?: of)?|under the name|using the name|whom \w+ (?:shall )?call|(?:be|were|was) called|"
    r"name used[^:]{0,20}:|the alias|alias)[\s|“\"'‘]*\Z",
    re.IGNORECASE,
)
_DISGUISED = re.compile(
    r"[”\"’']?\s*[,(][^()]{0,40}\b(?:pseudonym|not (?:his|her|their) real name|real name|alias|"
    r"name (?:has been )?changed|changed)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:victim|survivor|witness|co-?conspirator|person|individual|subject|complainant|accused|SP|PW)"
    r"[ -]?(?:\d+|[A-Z])\Z",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"(?:boss|brother|sister|uncle|aunt(?:ie|y)?|ah|old|little|big|mama|madam|lao|xiao|bang|kak|abang|director|teacher)"
    r"[ -]\S+\Z",
    re.IGNORECASE,
)


def part_of(mention: str, sentence: str) -> str:
    """The part that a group plays: by its own words first, then by its sentence; what befell it before what it did."""
    for words, part in (*_SUMMED, (_OFFICIAL, "officials"), (_OTHER, "other")):
        if words.search(mention):
            return part
    counts = [(len(words.findall(sentence)), -n, part) for n, (words, part) in enumerate(_SUMMED)]
    best = max(counts)
    return best[2] if best[0] else "victims"


def is_pseudonym(text: str, mentions: list[tuple[int, int]]) -> bool:
    """Whether a person is named by a pseudonym alone."""
    surfaces = [text[start:end] for start, end in mentions]
    if any(len(s.split()) > 1 and not _ROLE.match(s) and not _NICKNAME.match(s) for s in surfaces):
        return any(_DISGUISED.match(text[end : end + 60]) for _, end in mentions)
    for (start, end), surface in zip(mentions, surfaces, strict=True):
        before, after = text[max(0, start - 40) : start], text[end : end + 60]
        quoted = before[-1:] in ("“", '"', "‘") and after[:1] in ("”", '"', "’", ",")
        if _ROLE.match(surface) or _NICKNAME.match(surface) or quoted:
            return True
        if _CALLED.search(before) or _DISGUISED.match(after):
            return True
    return False
