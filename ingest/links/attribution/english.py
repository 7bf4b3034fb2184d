"""How English says who says so: "according to", verbs of saying before and after the speaker, papers that show."""

from __future__ import annotations

import re

from ingest.dateline import dateline

_TITLE = r"(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Pol|Brig|Adm|Rep|Sen|Gov|Insp|Det|Hon|St|[A-Z])\."
_TOKEN = rf"(?:{_TITLE}|@[\w.]{{2,30}}|[^\W\d_a-z][\w'’&-]*(?:\.[\w-]+)?)"
_JOINT = r"(?:(?:of|the|for|and|de|bin|binti|al|von|a/l|a/p|s/o|d/o) ){0,2}"
_NAME = rf"(?>{_TOKEN}(?: {_JOINT}{_TOKEN}){{0,7}})"  # atomic: a name that leads nowhere is not tried again shorter
_FIRST = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Tt]hese|[Tt]hose|[Ss]ome|[Ss]everal|[Mm]any|"
    r"[Oo]ther|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ff]ormer|[Ll]ocal|[Oo]ne|[Bb]oth)"
)
_STOP = (
    r"(?:who|that|which|whom|whose|and|but|or|as|if|when|where|while|because|is|are|was|were|be|been|had|has|have|will|"
    r"would|said|says|told|with|to|in|on|at|from|by|into|it|he|she|they|I|we|you|about|also|not|of)"
)
_WORD = rf"(?!{_STOP}\b)[\w’'.&-]*[\w’']"
_PEOPLE = (
    r"(?:[Pp]olice|[Pp]rosecutors?|[Ii]nvestigators?|[Oo]fficials?|[Aa]uthorities|[Ww]itness(?:es)?|[Vv]ictims|"
    r"[Ss]urvivors|[Ll]awyers|[Aa]nalysts|[Rr]esearchers|[Rr]elatives|[Ff]amilies|[Rr]esidents|[Ss]ources|[Cc]aptives|"
    r"[Nn]eighbours|[Nn]eighbors|[Ww]orkers|[Ee]mployees|[Cc]olleagues|[Dd]etectives|[Aa]gents|[Dd]iplomats|[Cc]ritics|"
    r"[Aa]ctivists|[Rr]escuers|[Oo]thers|[Oo]pponents|[Rr]ivals|[Ff]riends|[Mm]onitors|[Jj]udges)"
)
_PAPERS = (
    r"(?:[Cc]ourt (?:filings|papers|documents|records)|[Rr]ecords|[Dd]ocuments|[Ff]ilings|[Ii]ndictment|[Cc]omplaint|"
    r"[Aa]ffidavit|[Rr]eports?|[Rr]egister|[Rr]egistry|[Aa]rticle|[Ss]tatements?|[Jj]udge?ment|[Ll]edgers?|[Pp]apers|"
    r"[Mm]inutes|[Pp]ost|[Vv]ideo|[Ff]iles?|[Dd]eeds?|[Ww]ebsite|[Ss]ite|[Ww]arrant|[Cc]harge sheet|[Ff]lyers|"
    r"[Ll]etter|[Ss]tudy|[Rr]eceipts|[Cc]ontracts?|[Ss]creenshots|[Mm]essages)"
)
_OF = rf"(?: (?:of|for|in|from|at) (?:the |his |her |their |its )?(?:{_NAME}|[a-z-]+))"
_DESCRIBED = rf"{_FIRST} (?:{_WORD} ){{0,5}}?{_WORD}{_OF}{{0,2}}?"
_PARTY = rf"(?:(?:[Tt]he )?{_NAME}(?: {_PEOPLE})?{_OF}{{0,2}}?|{_DESCRIBED}|(?:[\w-]+ )?{_PEOPLE}{_OF}?)"
_WHO = rf"(?P<who>{_PARTY}|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)"
_SAYS = (
    r"(?:said|says?|told|tells|added|adds|alleged?s?|claim(?:ed|s)?(?! (?:by|from|of))|states?|stated|announced?|"
    r"announces|confirmed|confirms?|reported|reports?(?! (?:by|of|from|that came))|testif(?:ied|ies)|wrote|writes|"
    r"believe[sd]?|suspects?(?: that)|den(?:ied|ies|y)|insists?|insisted|accus(?:ed|es?)(?! (?:of|by))|argued?|argues|"
    r"maintain(?:s|ed)|declare[sd]?|estimate[sd]?|concluded|concludes|found that|answer(?:ed|s)|replie[sd]|clarified|"
    r"has clarified|reject(?:ed|s)|dismisse[sd]|disputes?|disputed|acknowledge[sd]?|admit(?:s|ted)|recall(?:s|ed)|"
    r"remember(?:s|ed)|complain(?:s|ed)|explain(?:s|ed)|note[sd] that|warn(?:s|ed)|reveal(?:s|ed)|disclose[sd]?|"
    r"swears?|swore|contends?|contended|assess(?:es)?|assessed|heard that|puts it|put it|thinks?|assert(?:s|ed)|"
    r"describe[sd]?|attributes?|attributed|links|calls|traced|recognised|posted|suggests?)\b"
    r"(?! (?:to (?:be|have)|as|by|of)\b)"
)
_SHOW = r"(?:says?|said|states?|stated|shows?|showed|names?|named|lists?|listed|alleged?s?|puts?|describes?|gives?)"
_ADVERB = r"(?:(?:also|had|has|have|later|further|then|now|again|since|long|once|flatly|himself|herself|always) ){0,2}"
_ASIDE = r"(?:, (?P<aside>[^,.;\n]{1,80})(?:, [^,.;\n]{1,60})?,|,)?"
_END = r"(?=[’'”\"]?[,.;:()–—]|[’'”\"]?$| (?:to|that|who|which|as|and|in|on|of|from|at|seen|is|are|was|were|has|had)\b)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Aa]ccording to|[Aa]s per|[Pp]er(?= (?:court|police|the|{_PAPERS}))) "
        rf"(?P<who>(?:the |a |an )?(?:{_PARTY}|{_PAPERS})){_END}",
        rf"(?P<who>{_NAME}|[Hh]e|[Ss]he)(?:,[^,.;\n]{{1,80}},|,)? (?:was|were|is|has been) (?:also )?"
        r"quoted (?:by [^,.;]{1,50} )?as saying",
        rf"(?:[,?!]|[.,]?[”\"’]) ?(?:said|says|added|adds|told|wrote|recalls?) (?P<who>{_PARTY}|he|she|they)"
        r"(?=[,.;:]|$| (?:who|in a|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)",
        rf"\b(?P<who>(?:{_FIRST} )?(?:[\w’'-]+ ){{0,3}}?{_PAPERS})(?: (?:of|seen by|by) [^,.;]{{1,50}})? "
        rf"(?:also |had )?{_SHOW}\b",
        rf"\b{_WHO}{_ASIDE} {_ADVERB}{_SAYS}",
        r"\b(?:told|alleged|accused|described|believed|reported|claimed|said|listed|named|suspected) by "
        rf"(?P<who>{_PARTY}){_END}(?:, (?P<aside>[^,.;\n]{{1,80}}),)?",
        r"\b(?:statement|claim|report|account|testimony|allegation|article|complaint)s? (?:made |given |published )?"
        rf"(?:by|from) (?P<who>{_PARTY}){_END}",
        rf"\b[Ii]n (?P<who>{_PARTY})['’]s? (?:account|words|view|telling|version)",
    )
)
_CHAT = re.compile(
    r"\s*(?:\[?[\d/.:-]{4,10}[ ,]{0,2}[\d:]{0,8}\]?[ -]{1,3}(?P<who>[@\w][\w .'’-]{0,28}[\w.])"
    r"|(?P<handle>(?:@|u/)[\w.]{2,30})|(?P<witness>[A-Z][A-Z\d]{1,12}(?: [A-Z\d]{1,12})?)): "
)
_LEAD = re.compile(
    r"(?:(?:In|On|At|By|Since|After|From|But|And|When|While|Before|During|Until|Yet|So|For|As|Through|If|That|Then|"
    r"Also|With|To|Now|Only|Still|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Last|Later|Asked)\b[ ,]*)+"
)
_NOBODY = re.compile(
    r"(?:The|You|Everybody|Everyone|People|Whoever|Nobody|This|That|These|Those|It|Its|His|Her|Their|There|What|Who|Which|Seven|Eight|Nine|Ten|Two|Three|Four|Five|"
    r"Six|One|All|Some|None|Many|Most|NOTE|UPDATE|WARNING|EXPOSED|ATTENTION|TO|FROM|RE|CC|PS|NB|FAQ|URGENT|SUBJECT)"
)
_ONLY_NAME = re.compile(_NAME)


def speaker(sentence: str) -> str | None:
    """The first speaker whom a sentence names, as written."""
    chat = _CHAT.match(sentence)
    if chat and not dateline(sentence):
        who = chat["who"] or chat["handle"] or chat["witness"]
        if not _NOBODY.fullmatch(who):
            return str(who)
    for pattern in _PATTERNS:
        for found in pattern.finditer(sentence):
            aside = found.groupdict().get("aside")
            who = aside if aside and _ONLY_NAME.fullmatch(aside) and " " in found["who"] else found["who"]
            lead = _LEAD.match(who)
            who = who[lead.end() if lead else 0 :].strip(" ,.’'")
            if who and not _NOBODY.fullmatch(who):
                return who
    return None
