"""Pieces of a story that are a danger together: ages, who is dated or met online, a trip, a client, a used child. Pure.

What a piece tells is kept in the session, so that "el tiene 34" after "salgo con un man" and "yo 14" are one story.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Detail, Fact, Guide, Level, Need, Piece
from bot.flows.session import OF_AGE, Session
from bot.flows.welcome import SILENT
from bot.understanding import pieces, traded
from bot.understanding.bought import is_buyer

_CLOSE = 16
"""Age from which somebody of 18 to 20 is no grown-up to the one who dates them."""

_FEW = 4
"""Most spaces of a text that tells somebody's age and no more."""

_MAY_SEEM = frozenset({None, Concern.MINOR_NO_PLACE, Concern.WATCHED, Concern.FRIEND, Concern.CHILD_HURT})
_OF_SEX = frozenset({Concern.SEXUAL_ABUSE, Concern.EXPLOITATION})
_OPEN = GIVES_WAY | {
    Answer.WATCHED,
    Answer.NO_PLACE,
    Answer.HUSH,
    Answer.PROGRESS,
    Answer.AREA,
    Answer.HEALTH,
    Answer.COME,
}
_AGES = frozenset({Piece.YOUNG_ONE, Piece.OF_AGE, Piece.ADULT})
_GROWN = frozenset({Piece.OF_AGE, Piece.ADULT})
_LURED = ("safety.plan.lured", "safety.held.leaving")


class _Story(NamedTuple):
    """What was told so far. told: by this text. age: of the one who writes, 0 if unknown; new: this text tells it."""

    told: frozenset[Piece]
    all: frozenset[Piece]
    age: int
    new: bool
    minor: bool
    of_child: bool


_IN_PERSON = re.compile(r"\b(?:en persona|in person)\b")
_ASKS_FOR_ONE = re.compile(
    r"^(?:can|could|i want|i wanna|i need|quiero|puedo|necesito)\b|\b(?:talk|speak|someone|somebody|hablar|platicar|alguien|hable|oak line|ustedes)\b"
)


def of_pieces(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a piece of a story with those before it, and keep it for those that follow."""
    if session.caseworker_name or session.young or reading.answer in STANDS or reading.foreign:
        return reading
    if reading.answer is Answer.PERSON and _IN_PERSON.search(wrote.said) and not _ASKS_FOR_ONE.search(wrote.said):
        reading = reading._replace(answer=Answer.UNCLEAR, aside=None)  # "quiere verme en persona" asks for nobody
    told = wrote.once(pieces.pieces_in) | reading.pieces
    if Piece.PAYS in told and (0 < session.age < OF_AGE or pieces.wants_them_along(wrote.said)):
        reading = reading._replace(facts=reading.facts - {Fact.FOR_CLIENT})
    if reading.detail is Detail.MARRIED_OFF:
        told |= {Piece.TRIP}
        if pieces.is_of_kin(wrote.said) or pieces.is_own_wedding(wrote.said):
            reading = reading._replace(about_other=not pieces.is_own_wedding(wrote.said))
    reading = reading._replace(pieces=told)
    found = _by_client(wrote, reading)
    if "?" not in wrote.text and found is None:
        found = _used(session, wrote, reading)
    if found is not None:
        return found
    if (found := _exposed(session, wrote, reading)) is not None:
        return found
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.MINOR_NO_PLACE
    if is_sure or reading.answer not in _OPEN:
        return reading
    story = _story(session, reading, told)
    for meant in (_lured, _leaving, _with_a_grown_up, _of_their_age, _sold, _of_hers):
        if (found := meant(session, wrote, reading, story)) is not None:
            return found
    return _noted(session, reading, told)


def _story(session: Session, reading: Interpretation, told: frozenset[Piece]) -> _Story:
    for_other = not FOR_WHOM.isdisjoint(session.facts | reading.facts)
    age = 0 if for_other else reading.age or session.age
    minor = 0 < age < OF_AGE or (not for_other and Fact.MINOR in session.facts | reading.facts)
    theirs = reading.age or reading.age_of_other or session.age
    all_told = session.pieces | told
    of_child = Piece.YOUNG_ONE in all_told or (for_other and 0 < theirs < OF_AGE)
    return _Story(told, all_told, age, bool(reading.age) and not for_other, minor, of_child)


def _ask(reading: Interpretation, concern: Concern, *, of_other: bool = False) -> Interpretation:
    return reading._replace(
        answer=Answer.UNCLEAR, concern=concern, level=Level.ASK, about_other=of_other, aside=None, guide=None, needs=(),
        hour=None, area=None, detail=None, progress=None,
    )  # fmt: skip


def _told(reading: Interpretation, detail: Detail, *, minor: bool) -> Interpretation:
    answer = Answer.CHILD_HURT if minor else Answer.HURT_NOW
    concern = Concern.CHILD_HURT if minor else Concern.EXPLOITATION
    return reading._replace(
        answer=answer, concern=concern, level=Level.ALARM, detail=detail, about_other=False, aside=None,
        guide=None, needs=(), hour=None, area=None, progress=None,
    )  # fmt: skip


def _by_client(wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a client who hurts the one who writes as that: it is no client of a caseworker, and no friend's."""
    is_open = reading.level is not Level.ALARM or reading.concern is Concern.FRIEND or reading.about_other
    if not is_open or not wrote.once(pieces.is_client_violent):
        return None
    return _told(reading, Detail.TOLD_ON, minor=False)._replace(detail=None, facts=reading.facts - {Fact.FOR_CLIENT})


def _used(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a child who is made to carry, cross or work as a friend's danger, and the same of oneself as one's own."""
    if reading.level is Level.ALARM or reading.answer not in _OPEN or session.hazard == Answer.MEDICAL.value:
        return None
    may_be = reading.concern in _MAY_SEEM | {Concern.SEXUAL_ABUSE, Concern.VIOLENCE}
    if may_be and not reading.about_other and wrote.once(pieces.is_locked_in):
        return _ask(reading, Concern.EXPLOITATION)
    if reading.concern in _MAY_SEEM and wrote.once(traded.is_used):
        return _ask(reading, Concern.EXPLOITATION)
    is_young = Piece.YOUNG_ONE in session.pieces or Piece.YOUNG_ONE in reading.pieces
    is_kept_at_work = is_young and wrote.once(traded.works_hard)
    if wrote.once(traded.is_child_used) or is_kept_at_work:
        return _ask(reading, Concern.EXPLOITATION, of_other=True)
    return None


def _exposed(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return fear of an infection as what is asked of it: the medicine works for some days only."""
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.VIOLENCE
    if Fact.FOR_CLIENT in session.facts or session.of_other:
        return None
    if is_sure or reading.answer not in _OPEN | {Answer.HURT_NOW, Answer.FRIEND_DANGER}:
        return None
    again = session.aside is Aside.RAPE_HEALTH and (wrote.once(traded.tells_since) or Piece.PAYS in reading.pieces)
    if not again and not wrote.once(traded.is_exposed):
        return None
    is_urgent = wrote.once(traded.names_prevention) and session.state not in SILENT  # a hello has no room for it
    if (
        reading.concern in _OF_SEX
        and not (again or is_urgent)
        and not (reading.about_other or reading.concern in session.asked or (session.safe and wrote.once(is_buyer)))
    ):
        return None  # the question with the numbers comes first; the medicine is asked for next
    return reading._replace(
        answer=Answer.ASIDE, aside=Aside.RAPE_HEALTH, concern=None, level=None, about_other=False, detail=None,
        needs=(Need.SEXUAL_ASSAULT_CARE,), guide=None, hour=None, area=None, progress=None,
        facts=reading.facts - {Fact.FOR_CLIENT},
    )  # fmt: skip


def _lured(session: Session, wrote: Wrote, reading: Interpretation, story: _Story) -> Interpretation | None:
    """Return somebody from the internet who wants the person as that: to who is under 18 what to do, else the signs."""
    along = pieces.wants_them_along(wrote.said)
    is_new = story.new or along or Piece.ONLINE in story.told
    is_said_better = reading.concern is Concern.CHILD_HURT or reading.guide not in (None, Guide.GROOMING)
    if reading.concern not in _MAY_SEEM or is_said_better or reading.about_other:
        return None
    if session.last_key in _LURED or not is_new:
        then = Detail.LEAVES if session.last_key == _LURED[0] else Detail.LURED
        return _told(reading, then, minor=True) if along and story.age < OF_AGE else None
    if story.minor and (along or Piece.ONLINE in story.all):
        return _told(reading, Detail.LURED, minor=True)
    if story.age == 0 and Piece.ONLINE in story.all and pieces.meets_when(wrote.said):
        return _told(reading, Detail.LURED, minor=False)
    if story.age >= OF_AGE or not (along or Piece.ONLINE in story.told):
        return None
    return reading._replace(
        answer=Answer.GUIDE, guide=Guide.GROOMING, concern=None, level=None, aside=None, needs=(), detail=None
    )


def _leaving(session: Session, wrote: Wrote, reading: Interpretation, story: _Story) -> Interpretation | None:
    """Return when they leave with somebody, after it was told who, as what can't wait."""
    said = wrote.said
    if Piece.TRIP not in session.pieces or session.of_other or reading.about_other or reading.concern not in _MAY_SEEM:
        return None
    at_airport = pieces.asks_at_airport(said)
    stands = session.hazard in BY_FORCE | {Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value} or story.minor
    tells = pieces.tells_when(said) and "?" not in wrote.text
    if not stands or not (tells or at_airport):
        return None
    return _told(reading, Detail.LEAVES, minor=story.minor and session.hazard not in BY_FORCE)


def _with_a_grown_up(session: Session, wrote: Wrote, reading: Interpretation, story: _Story) -> Interpretation | None:
    """Return who is under 18 and dates a grown-up as what one text with both would be: a question, with the number."""
    is_grown = Piece.ADULT in story.all or (Piece.OF_AGE in story.all and 0 < story.age < _CLOSE)
    is_new = story.new or not story.told.isdisjoint({*_GROWN, Piece.DATES})
    # a grown man's age and nothing else, of somebody under 18: there is a reason why it is told
    bare = wrote.said.count(" ") < _FEW and Piece.ADULT in story.told and not FOR_WHOM & session.facts
    if not (story.minor and is_grown and is_new and (bare or Piece.DATES in story.all)):
        return None
    if reading.concern not in _MAY_SEEM or not _OF_SEX.isdisjoint(session.asked):
        return None
    return _ask(reading, Concern.SEXUAL_ABUSE)


def _of_their_age(session: Session, _wrote: Wrote, reading: Interpretation, story: _Story) -> Interpretation | None:
    """Return a child of whom somebody grown was told next as a friend's danger. Where that stands, how to help."""
    works = {Piece.WORKS, Piece.YOUNG_ONE} <= story.all and Piece.YOUNG_ONE in story.told
    if story.told.isdisjoint(_AGES) or reading.concern not in _MAY_SEEM | _OF_SEX or reading.about_other:
        return None
    if session.of_other and session.hazard:
        plain = reading.answer in (Answer.UNCLEAR, Answer.ASIDE)
        return _help(reading) if plain else None
    if not works and (not story.of_child or story.all.isdisjoint(_GROWN)):
        return None
    return _ask(reading, Concern.EXPLOITATION, of_other=True)


def _help(reading: Interpretation) -> Interpretation:
    return reading._replace(answer=Answer.ASIDE, aside=Aside.HELPING_THEM, concern=None, level=None, guide=None)


def _sold(session: Session, wrote: Wrote, reading: Interpretation, story: _Story) -> Interpretation | None:
    """Return what is given for the rent, or a man who pays somebody under 18, as a question about exploitation."""
    said = wrote.said
    gives = traded.gives_for_it(said)
    may_be = reading.concern in _MAY_SEEM or (gives and reading.concern is Concern.SEXTORTION)
    if not may_be or Concern.EXPLOITATION in session.asked or reading.about_other:
        return None
    paid = story.minor and Piece.PAYS in story.all and (story.new or Piece.PAYS in story.told)
    across = pieces.is_taken_across(said) and "?" not in wrote.text
    return _ask(reading, Concern.EXPLOITATION) if paid or across or gives else None


def _of_hers(session: Session, _wrote: Wrote, reading: Interpretation, story: _Story) -> Interpretation | None:
    """Return the age of a minor, told after a danger, as more of that: no place for that age is looked for then."""
    is_open = reading.answer in (Answer.UNCLEAR, Answer.GREETING) or reading.aside is Aside.NOTED
    says_age = story.new and story.minor and is_open
    if not says_age or session.age or session.of_other or reading.concern:
        return None
    if session.hazard == Answer.ABUSE_TOLD.value:
        return reading._replace(
            answer=Answer.HURT_NOW, concern=Concern.SEXUAL_ABUSE, level=Level.ALARM, aside=None, needs=()
        )
    if session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked:
        return reading._replace(answer=Answer.UNCLEAR, aside=None, detail=Detail.TOLD_ON)
    return None


def _noted(session: Session, reading: Interpretation, told: frozenset[Piece]) -> Interpretation:
    """Return a piece that nothing else explains as noted: it is no text that was not understood."""
    is_guess = reading.answer is Answer.UNCLEAR or reading.aside is Aside.PARTNER_ALLOWED
    if not told or not is_guess or reading.concern or reading.detail or session.hazard:
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
