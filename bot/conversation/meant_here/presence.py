"""Who is beside somebody, and what that means by what was told: a patient, kin or a friend is no reason for silence.

"She is here with me" is the patient after an overdose, the friend in danger after hers was told, a sister after a
boyfriend's blows, and who hits her after those. Only the last is no one for whom a screen goes on. Pure.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BODY, CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING, PARTNER
from bot.flows.welcome import SILENT
from bot.understanding.presence import (
    Who,
    adds_somebody,
    adds_weapon,
    asks_if_anyone,
    comes_now,
    doubts_if_it_works,
    is_gone,
    is_in_company,
    is_kin,
    is_not_gone,
    is_out_of_sight,
    stays_by_them,
    tells_age,
    who_is_there,
)

_BY_SOMEBODY = frozenset(
    {Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, Answer.COME.value, PARTNER, CHOKED}
)
"""Dangers that come from somebody, who may be the one that is near."""

_ARMED = _BY_SOMEBODY | {Answer.FRIEND_DANGER.value, MISSING}
_OF_PARTNER = frozenset({PARTNER, CHOKED})
_NEVER_SILENT = frozenset({Answer.MEDICAL.value, Answer.SELF_HARM.value, BODY})
"""Dangers in which somebody may die while nobody answers."""

_WEAK = frozenset({None, Concern.WATCHED, Concern.FRIEND, Concern.EXPLOITATION})
"""What words of place may be taken for, where no rule is sure."""

_SAYS_LITTLE = frozenset({Answer.HUSH, Answer.UNCLEAR, Answer.NOT_NOW})
_OPEN = GIVES_WAY | {Answer.HUSH, Answer.WATCHED, Answer.COME, Answer.PERSON}


def of_presence(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read who is near as who that is here, where silence or a new start would leave somebody alone in a danger."""
    explained = session.hazard in _NEVER_SILENT | _BY_SOMEBODY or _is_of_them(session)
    is_guess = reading.concern in _WEAK or (explained and reading.level is Level.ASK)
    is_sure = reading.level is Level.ALARM or not is_guess or reading.answer not in _OPEN
    if is_sure or session.caseworker_name or session.young or "?" in wrote.text:
        return reading
    return _of_danger(session, wrote.said, reading) or reading


def _of_danger(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return what is told of who is a danger, or who is beside somebody, None for another text."""
    own = session.hazard in _BY_SOMEBODY and not _is_of_them(session)
    if own and comes_now(said):
        return Interpretation(Answer.HUSH, language=reading.language)
    if session.hazard in _ARMED and adds_weapon(said):
        told = _plain(reading)._replace(aside=None, about_other=session.of_other)
        return told._replace(answer=Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM)
    if _is_of_them(session) and stays_by_them(said):
        return _aside(reading, Aside.HELPING_THEM)
    who = who_is_there(said)
    if own and who in (Who.OTHER, Who.UNSAID, Who.ELDER, None) and is_out_of_sight(said):
        return _aside(reading, Aside.HIDING)
    if own and who is Who.OTHER:
        is_asked = reading.level is Level.ASK and reading.answer is not Answer.HUSH
        return Interpretation(Answer.WATCHED, language=reading.language) if is_asked else None
    return _beside(session, said, reading, who) if who else None


def _beside(session: Session, said: str, reading: Interpretation, who: Who) -> Interpretation | None:
    """Return what it means that `who` is there, None if that may be who must not see a reply."""
    if session.hazard in (Answer.MEDICAL.value, BODY):
        return _patient(session, reading, who, said)
    if _is_of_them(session):
        at_work = Fact.FOR_CLIENT in session.facts
        return _aside(reading, Aside.HELPING_THEM) if session.hazard != MISSING and _is_theirs(who, at_work) else None
    if session.hazard == Answer.SELF_HARM.value:
        return None if _may_be_the_danger(who, said) else _aside(reading, Aside.NOT_ALONE)
    if who is Who.CHILD and session.hazard:
        return _aside(reading, Aside.NOT_ALONE)
    if not session.hazard:  # no need that is named gives way
        is_company = who is Who.CHILD or (who is Who.PEER and is_in_company(said))
        return _aside(reading, Aside.NOTED) if is_company and reading.answer in _SAYS_LITTLE else None
    return _aside(reading, Aside.NOT_ALONE) if _would_help(session, said, who) else None


def _may_be_the_danger(who: Who, said: str) -> bool:
    """Return whether only "he" or "they" are named: that may be who must not see a reply."""
    return who is Who.OTHER and not is_in_company(said)


def _is_of_them(session: Session) -> bool:
    return session.of_other or session.state is State.SAFETY_FRIEND or session.hazard == Answer.FRIEND_DANGER.value


def _patient(session: Session, reading: Interpretation, who: Who, said: str) -> Interpretation | None:
    """Return more of an emergency: whoever is there is the patient, or can call."""
    if reading.progress is not None or (not session.of_other and _may_be_the_danger(who, said)):
        return None  # "they here" and "he woke up" are news of a friend's emergency, and told as before in one's own
    if session.progress or session.hazard == BODY:
        return _plain(reading)._replace(answer=Answer.UNCLEAR, aside=None, concern=None, level=None)
    return _plain(reading)._replace(
        answer=Answer.MEDICAL, aside=None, concern=Concern.MEDICAL, level=Level.ALARM, about_other=session.of_other
    )


def _is_theirs(who: Who, at_work: bool) -> bool:
    """Return whether who is near is the one told of, or cannot read over the shoulder of who helps for a living."""
    return who is not Who.OTHER or at_work


def _would_help(session: Session, said: str, who: Who) -> bool:
    """Return whether who is there is no danger by what was told: kin beside a partner's, a friend at her side."""
    by_partner = session.hazard in _OF_PARTNER
    if who is Who.SHE:
        return by_partner and is_in_company(said) and adds_somebody(said)
    if who is Who.PEER:
        return by_partner or is_in_company(said)
    return who is Who.ELDER and by_partner and not (comes_now(said) or _arrives(said))


def _arrives(said: str) -> bool:
    return not is_in_company(said) and any(word in said.split() for word in ("llego", "viene", "coming", "vino"))


def _plain(reading: Interpretation) -> Interpretation:
    return reading._replace(needs=(), guide=None, hour=None, area=None, progress=None, come=False, denial=None)


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return _plain(reading)._replace(answer=Answer.ASIDE, aside=aside, concern=None, level=None, about_other=False)


def of_their_age(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "el tiene 30" and "he has 30" as an age: no phone is his by it, and nothing is asked of a quota."""
    guesses = reading.concern in (Concern.WATCHED, Concern.EXPLOITATION) and reading.level is Level.ASK
    if not guesses or session.caseworker_name or session.young or not tells_age(wrote.said):
        return reading
    is_open = reading.answer in (Answer.WATCHED, Answer.HUSH)
    return reading._replace(concern=None, level=None, answer=Answer.UNCLEAR if is_open else reading.answer)


def of_who_is_gone(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "ya no vive aqui" beside a danger as told of who hurt them, and no stranger's "she doesn't live here"."""
    gives_way = reading.answer in GIVES_WAY | {Answer.HOLDER, Answer.FINE_NOW, Answer.WATCHED, Answer.HUSH}
    is_sure = reading.level is Level.ALARM or not gives_way
    if is_sure or session.caseworker_name or session.young or session.hazard not in _BY_SOMEBODY:
        return reading
    if session.of_other or "?" in wrote.text:
        return reading
    if is_not_gone(wrote.said):
        return _aside(reading, Aside.HIDING)
    is_open = reading.answer not in (Answer.WATCHED, Answer.HUSH)
    return _aside(reading, Aside.THEY_ARE_GONE) if is_open and is_gone(wrote.said) else reading


def of_their_kin(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "soy su mama" as who tells of a child's danger, where the talk is of one: nobody else holds the phone."""
    told = session.of_other or Concern.FRIEND in session.asked or Fact.FOR_FAMILY in session.facts
    is_open = reading.answer in (Answer.HOLDER, Answer.UNCLEAR, Answer.ASIDE, Answer.WATCHED)
    if not told or not is_open or session.caseworker_name or session.young or reading.level is Level.ALARM:
        return reading
    if session.other_holds or not stands(session) or not is_kin(wrote.said):
        return reading
    return _aside(reading, Aside.HELPING_THEM)._replace(facts=reading.facts | {Fact.FOR_FAMILY})


_WAITS = frozenset({State.HANDOFF_WAITING, State.HANDOFF_LONGER})
_NOT_ASKED = STANDS - {Answer.NAME}


def of_anyone(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "alguien?" and "estas ahi" as asked whether this number is alive. No person is asked for by that.

    Where it is asked if it is ok to text, that is asked again; where it is, "alguien" asks for one.
    """
    if reading.level is not Level.ALARM and doubts_if_it_works(wrote.said):
        reading = reading._replace(concern=None, level=None, answer=Answer.GREETING, aside=None)
    is_danger = reading.level is Level.ALARM or reading.concern not in (None, Concern.WATCHED)
    if is_danger or session.caseworker_name or session.young or reading.answer in _NOT_ASKED:
        return reading
    if not asks_if_anyone(wrote.said):
        return reading
    if session.case:
        waits = session.state in _WAITS and reading.aside is not Aside.HOW_LONG_WAIT
        return reading._replace(answer=Answer.PERSON, aside=None) if waits else reading
    asks_for_person = reading.answer is Answer.PERSON
    if not session.safe or session.state in SILENT:
        return Interpretation(Answer.GREETING, language=reading.language)
    if asks_for_person and session.limits_told:
        return reading
    return _aside(reading, Aside.STILL_HERE)
