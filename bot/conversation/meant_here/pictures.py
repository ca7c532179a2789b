"""Pictures of a grown-up, and pictures of a child that an adult found. Pure.

Take It Down is for pictures from before 18: who is older needs another site. What is found on a child's phone is
neither deleted nor passed on.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Fact, Guide, Level, Need, State
from bot.flows.session import OF_AGE, Session
from bot.understanding import found_pictures

_OPEN = GIVES_WAY | {
    Answer.FRIEND_DANGER,
    Answer.SEXTORTION,
    Answer.WHAT_IS_KEPT,
    Answer.FORGET,
    Answer.WHO_CAN_SEE,
    Answer.WATCHED,
}
_MAY_SEEM = frozenset(
    {None, Concern.FRIEND, Concern.SEXTORTION, Concern.WATCHED, Concern.CHILD_HURT, Concern.EXPLOITATION}
)
_OF_PICTURES = frozenset({Aside.PICTURES_THREAT, Aside.GROWN_PICTURES})
_TOLD = frozenset({Concern.SEXTORTION, Concern.FRIEND, Concern.CHILD_HURT})
_OF_OTHER = frozenset({Answer.FRIEND_DANGER.value, Answer.CHILD_HURT.value})
_OLDEST = 79


def of_pictures(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "las borro?" of a child's pictures as that, and name the site for grown-ups where somebody is one."""
    if session.caseworker_name or session.young or reading.answer in STANDS - {Answer.FORGET}:
        return reading
    if (gone := _gone(session, wrote, reading)) is not None:
        return gone
    if (found := _of_child(session, wrote, reading)) is not None:
        return found
    is_grown = _is_grown(session, reading) and reading.level is not Level.ALARM
    return _of_grown_up(session, wrote, reading) if is_grown else reading


def _gone(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return "i want them gone" after pictures, and "delete my pics off a site", as how to get them down."""
    said = wrote.said
    of_other = session.of_other or not FOR_WHOM.isdisjoint(session.facts | reading.facts)
    may_be = reading.answer in _OPEN | {Answer.SELF_HARM} and reading.concern in _MAY_SEEM | {Concern.SELF_HARM}
    is_own = not of_other and session.state is not State.PRIVACY_FORGET
    if not may_be or not is_own or session.hazard == Answer.SELF_HARM.value:
        return None
    before = (Concern.SEXTORTION in session.asked and session.hazard) or session.aside in _OF_PICTURES
    before = before or session.last_key.startswith("safety.sextortion")
    if before and found_pictures.wants_them_gone(said):
        return _plain(reading, Aside.GROWN_PICTURES if _is_grown(session, reading) else Aside.PICTURES_THREAT)
    is_asked = reading.answer in _ABOUT_NOTES or reading.aside is Aside.IS_IT_KEPT
    if not is_asked or not found_pictures.asks_of_a_site(said):
        return None
    return _plain(reading, Aside.GROWN_PICTURES)._replace(needs=(Need.IMAGE_REMOVAL,))


_ABOUT_NOTES = frozenset({Answer.WHAT_IS_KEPT, Answer.FORGET})


def _of_grown_up(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    said = wrote.said
    if reading.aside is Aside.PICTURES_THREAT:
        return reading._replace(aside=Aside.GROWN_PICTURES)
    if reading.concern is not None or reading.answer not in GIVES_WAY or (session.safe and session.limits_told):
        return reading
    is_asked = Need.IMAGE_REMOVAL in reading.needs or reading.guide is Guide.PICTURES_ONLINE
    goes_on = session.aside in _OF_PICTURES and found_pictures.asks_how(said)
    if goes_on or (is_asked and found_pictures.wants_them_down(said)):
        return _plain(reading, Aside.GROWN_PICTURES)._replace(needs=(Need.IMAGE_REMOVAL,))
    return reading


def _is_grown(session: Session, reading: Interpretation) -> bool:
    """Return whether who writes is 18 or older, and writes for nobody else."""
    age = reading.age or session.age
    facts = session.facts | reading.facts
    return OF_AGE <= age <= _OLDEST and Fact.MINOR not in facts and FOR_WHOM.isdisjoint(facts)


def _of_child(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return what an adult asks about pictures of a child, in this text or after one that told of them."""
    if reading.answer not in _OPEN or reading.concern not in _MAY_SEEM:
        return None
    said, asks = wrote.said, found_pictures.asks_of_pictures(wrote.said)
    here = found_pictures.tells_childs_pictures(said)
    for_other = session.of_other or not FOR_WHOM.isdisjoint(session.facts | reading.facts) or here
    before = session.aside is Aside.CHILD_PICTURES or (for_other and not _TOLD.isdisjoint(session.asked))
    before = before or (session.hazard in _OF_OTHER and for_other)
    told = here or before
    if here and not asks and reading.answer in (Answer.UNCLEAR, Answer.NEEDS, Answer.ASIDE) and not reading.concern:
        return _friend(reading)
    if asks and not for_other and Concern.SEXTORTION in session.asked and session.hazard:
        return _plain(reading, Aside.GROWN_PICTURES if _is_grown(session, reading) else Aside.PICTURES_THREAT)
    if not asks or not ((here and for_other) or (before and told)):
        return None
    return _plain(reading, Aside.CHILD_PICTURES)


def _friend(reading: Interpretation) -> Interpretation | None:
    if reading.answer not in (Answer.UNCLEAR, Answer.NEEDS, Answer.ASIDE):
        return None
    return reading._replace(
        answer=Answer.UNCLEAR, aside=None, needs=(), guide=None, concern=Concern.FRIEND, level=Level.ASK,
        about_other=True,
    )  # fmt: skip


def _plain(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, guide=None, concern=None, level=None, needs=(), hour=None, area=None,
        detail=None, progress=None,
    )  # fmt: skip
