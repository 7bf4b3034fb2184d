"""Words that tell a link: each cue is a family of word beginnings, learned from as one feature."""

from __future__ import annotations

from functools import lru_cache

CUES = tuple(
    tuple(line.split())
    for line in """
        arrest detain apprehend nabbed captur custody rounded
        charge indict prosecut arraign
        convict sentenc jail prison guilty verdict
        sanction designat blacklist
        extradit surrender
        raid search storm swoop
        seiz confiscat forfeit impound
        froze freez
        deport repatriat expel
        wanted warrant notice fugitive manhunt hunting
        investigat probe inquir examin
        accus blam alleg suspect
        revok licen suspend cancel
        own owns owned owner owning belong acquir bought buys buy purchas property
        shareholder share stake percent
        subsidiar parent affiliat
        beneficial
        landlord lease leas rent tenant
        chair
        ceo executive president
        director board
        found establish
        manag run runs ran administrat
        spokes
        regist
        officer official deputy colonel general captain
        minister secretary
        senator lawmaker legislator mp parliament congress
        ambassador envoy consul
        head governor mayor commissioner chief
        leader boss kingpin command leads led
        member belong
        ally allied alliance
        wife husband spouse married marri widow
        girlfriend boyfriend fianc partner
        son sons daughter child
        father mother
        brother sister sibling twin
        uncle nephew niece cousin aunt in-law relative grand family
        business associate joint venture
        together along accomplice conspir co
        front proxy nominee behalf
        suppl audit lawyer contractor banker
        located based headquarter situat stands lies address
        near outside opposite miles km kilomet
        operat
        develop built build construct
        guard protect security militia
        recruit advert job jobs lured offer agent agenc broker interview
        taken brought flew flown cross drove driven traffick smuggl travel transport arriv
        held captive lock confin kept forced beat worked working
        sold sell resold sale
        releas rescu freed free escap fled ransom
        paid pay transfer sent wire wired deposit receiv remit
        account wallet telephone phone email mail contact hotline number page website
        deny denied denies denial
        former ex formerly
        will plan planned expected would next
        victim survivor
        according said told
    """.strip().splitlines()
)
_SHORT = 4  # letters; a shorter cue is a whole word


@lru_cache(maxsize=50_000)
def cues_of(word: str) -> tuple[int, ...]:
    """The numbers of the cues that a word is."""
    low = word.lower()
    return tuple(n for n, family in enumerate(CUES) if any(_is(low, cue) for cue in family))


def _is(word: str, cue: str) -> bool:
    return word == cue or (len(cue) >= _SHORT and word.startswith(cue))
