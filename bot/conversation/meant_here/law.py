"""Questions about law, court, papers, a child, and with whom one sleeps at a place. Pure.

They were read as questions about this line, or as the danger that one of their words names.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import is_minor
from bot.understanding import law_asked

_OPEN = GIVES_WAY | {Answer.COME, Answer.AREA, Answer.PERSON, Answer.WHAT_IS_KEPT, Answer.FORGET, Answer.WHO_ARE_YOU}
_LITTLE = frozenset({None, Concern.WATCHED, Concern.EXPLOITATION, Concern.SEXUAL_ABUSE, Concern.MINOR_NO_PLACE})
_OF_SEX = frozenset({Concern.EXPLOITATION, Concern.SEXUAL_ABUSE, Concern.CHILD_HURT})
_AT_AN_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY})

_WANTS_HELP = re.compile(
    r"\b(?:help (?:me|us|with|to)|apply\w*|appl(?:y|ying|ication)|lawyers?|attorneys?|need|who can|someone who|somebody who"
    r"|ayud\w+|aplic\w+|solicit\w+|tramit\w+|abogad\w+|necesito|ocupo|quien me)\b"
)


def of_law(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a question about law as that, and a fear of being deported as no other danger."""
    if session.caseworker_name or session.young or reading.answer in STANDS - {Answer.FORGET} or session.case:
        return reading
    said = wrote.said
    if law_asked.asks_of_leaving_with_child(said):  # "is it kidnapping" tells of no kidnapping
        return _plain(reading, Aside.MINE_IN_COURT)
    is_far = reading.level is Level.ALARM or reading.answer not in _OPEN or session.state in CONSENT
    if is_far or reading.concern not in _LITTLE:
        return reading
    if law_asked.asks_to_clear(said):
        return _plain(reading, Aside.COURT)._replace(answer=Answer.GUIDE, aside=None, guide=Guide.OLD_CHARGES)
    aside = _aside(session, wrote, reading) or _of_minor(session, said)
    seeks = aside is Aside.VISA and reading.answer is Answer.NEEDS and _WANTS_HELP.search(said) is not None
    at_offer = aside is Aside.IMMIGRATION_RISK and bool(session.service) and session.state in _AT_AN_OFFER
    if seeks or at_offer:  # who wants help with a visa gets the search, and who asks what it is gets the answer
        return reading
    return reading if aside is None else _plain(reading, aside)


def _aside(session: Session, wrote: Wrote, reading: Interpretation) -> Aside | None:
    said = wrote.said
    told = (
        (Aside.COURT, law_asked.asks_of_court(said, goes_on=session.aside in _COURTS)),
        (
            Aside.MINE_IN_COURT,
            (stands(session) or session.aside in _COURTS) and law_asked.asks_if_child_is_taken(said),
        ),
        (Aside.VISA, law_asked.asks_of_visa(said) or law_asked.asks_of_visa(wrote.plain)),
        (Aside.IMMIGRATION_RISK, law_asked.fears_deportation(said)),
        (Aside.CPS_REPORTING, law_asked.asks_if_reported(said)),
        (
            Aside.SLEEPS_WHERE,
            law_asked.asks_where_they_sleep(said, has_mark="?" in wrote.text)
            and (reading.concern not in _OF_SEX or law_asked.is_of_a_place(said)),
        ),
    )
    return next((aside for aside, found in told if found), None)


_COURTS = frozenset({Aside.COURT, Aside.MINE_IN_COURT})


def _of_minor(session: Session, said: str) -> Aside | None:
    """Return what is asked of sex under 18: two ages, and in danger whether a yes counts and whether it is legal."""
    if law_asked.asks_of_ages(said):
        return Aside.UNDER_AGE
    told = not _OF_SEX.isdisjoint(session.asked) and is_minor(session)
    told = told or session.aside is Aside.UNDER_AGE
    asks = law_asked.says_they_agreed(said) or law_asked.asks_if_legal(said)
    return Aside.UNDER_AGE if told and asks else None


def _plain(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, guide=None, concern=None, level=None, hour=None, area=None, detail=None,
        progress=None, come=False, about_other=False, denial=None, needs=(),
    )  # fmt: skip
