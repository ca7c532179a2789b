"""Words at the question for a consent and while a person is awaited; and a wish that somebody is not told. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, ShareItem, State
from bot.flows.session import Session
from bot.understanding.holder import is_holder
from bot.understanding.second_thoughts import (
    asks_about_them,
    asks_if_safe,
    asks_what_is_seen,
    asks_what_is_seen_now,
    backs_out,
    condition,
    drops_it,
    may_take_back,
    names_them,
    takes_back,
    wants_out_of_it,
)
from bot.understanding.secrecy import is_kept_from, may_be_holder, names_office, wishes_secret

_ASKS = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_TIMES})
_WAITS = frozenset({State.HANDOFF_WAITING, State.HANDOFF_LONGER, State.CONSENT_NAME, State.CONSENT_REMEMBER})
_NAMED = frozenset({State.CONSENT_NAME, State.CONSENT_REMEMBER})
_NOTHING_ELSE = frozenset(
    {State.WELCOME_PAUSED, State.WELCOME_HELLO, State.WELCOME_BACK, State.WELCOME_LATER, State.WELCOME_ANYTIME,
     State.HESITATION_PARKED, State.PRIVACY_SHARED, State.UNCLEAR_PERSON, State.UNCLEAR_REST}
)  # fmt: skip
"""States in which nothing else is asked that could be taken back: after a pause the consent is what stands."""
_MAY_BE_GUESSED = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.MAYBE, Answer.BACK, Answer.REPEAT, Answer.DOUBT, Answer.GO_ON, Answer.NEEDS,
     Answer.GUIDE, Answer.NAME, Answer.SKIP, Answer.COME, Answer.WHO_CAN_SEE, Answer.WHO_ARE_YOU}
)  # fmt: skip
"""Answers that are no plain yes, no or later."""
_DROPPED = _MAY_BE_GUESSED | {Answer.NO, Answer.NOT_NOW, Answer.THANKS}


def of_consent(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a condition, a second thought and a question about the person where one is asked for, or was."""
    asks = session.state in _ASKS
    waits = bool(session.case) and not asks
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS or session.caseworker_name or session.young
    in_crisis = reading.concern is Concern.SELF_HARM and session.hazard == Answer.SELF_HARM.value
    if is_sure or in_crisis:
        return reading
    said = wrote.said
    if asks and reading.answer is not Answer.CHOOSE and (rest := condition(said)):
        return _on_condition(reading, rest)
    if (meant := _question(session, said, reading)) is not None:
        return meant._replace(language=reading.language)
    is_shown = waits and session.state in _WAITS | _NOTHING_ELSE and "?" not in wrote.text
    drops = reading.answer in _DROPPED and reading.concern is not Concern.SELF_HARM and drops_it(said)
    if is_shown and (drops or (names_them(said) and takes_back(said))):
        return Interpretation(Answer.TAKE_BACK, language=reading.language)
    may_be = reading.answer in _MAY_BE_GUESSED | {Answer.NO, Answer.THANKS}
    if "?" in wrote.text or not may_be or not (asks or waits):
        return reading
    return _thought_better(session, said, reading, waits=waits)


def _thought_better(session: Session, said: str, reading: Interpretation, *, waits: bool) -> Interpretation:
    """Return what backing out is here: what was agreed to is taken back, or the question is put off."""
    if waits and takes_back(said) and not (session.hazard and wants_out_of_it(said)):  # "get me out of there"
        at_once = session.state in _WAITS | _NOTHING_ELSE or names_them(said)
        plain = Interpretation(Answer.TAKE_BACK) if at_once else _aside(Aside.TAKE_IT_BACK)
        return plain._replace(language=reading.language)
    if waits and may_take_back(said):
        return Interpretation(Answer.WHAT_IS_SHARED, language=reading.language)
    here = session.state in _ASKS | _WAITS
    if here and reading.answer not in (Answer.NO, Answer.THANKS) and backs_out(said):
        return Interpretation(Answer.NOT_NOW, language=reading.language)
    return reading


def _question(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return a question who the person is, or what they see: what is shared is listed, where it is more than a wish."""
    asks = session.state in _ASKS
    if (asks or session.state in _NAMED) and asks_if_safe(said):
        return Interpretation(Answer.WHO_CAN_SEE)
    if reading.answer not in _MAY_BE_GUESSED:
        return None
    if not (asks or session.case):
        is_asked = session.limits_told and asks_what_is_seen_now(said)
        return Interpretation(Answer.WHAT_IS_SHARED) if is_asked else None
    if asks_about_them(said):
        return _aside(Aside.WHO_WILL_ANSWER)
    return _what_is_seen(session, asks=asks) if asks_what_is_seen(said) else None


def _what_is_seen(session: Session, *, asks: bool) -> Interpretation:
    only_talk = session.state is State.CONSENT_TALK if asks else session.shared == {ShareItem.WANTS_TO_TALK}
    if only_talk and not session.remembered:
        return _aside(Aside.WHAT_THEY_SEE)
    return Interpretation(Answer.REPEAT if asks else Answer.WHAT_IS_SHARED)


def _aside(aside: Aside) -> Interpretation:
    return Interpretation(Answer.ASIDE, aside=aside)


_LATER = re.compile(
    r"(?:not (?:now|yet|today|tonight|right now)|later|tomorrow|ahorita no|ahora no|orita no|no ahorita|hoy no|luego|"
    r"manana|mas tarde|despues|al rato)\b.*"
)
_NAME = re.compile(r"\b(?:names?|nombre|anonym\w+|anonim\w+|who i am|quien soy)\b")


def _on_condition(reading: Interpretation, rest: str) -> Interpretation:
    """Return the answer to a condition: nothing is agreed to before it is answered, and the question stays."""
    if _LATER.fullmatch(rest):
        meant = Interpretation(Answer.NOT_NOW)
    elif _NAME.search(rest):
        meant = _aside(Aside.ANONYMOUS)
    elif names_office(rest):
        meant = _aside(Aside.POLICE_INVOLVED)
    elif wishes_secret(rest) or is_kept_from(rest):
        meant = _aside(Aside.TELL_NOBODY)
    elif asks_about_them(f"is it {rest}") or re.search(r"\b(?:woman|girl|lady|female|mujer|chava|muchacha)\b", rest):
        meant = _aside(Aside.WHO_WILL_ANSWER)
    else:
        return reading if reading.concern or reading.answer in _TELLS else _asked_once_more(reading)
    return meant._replace(language=reading.language)


_TELLS = frozenset({Answer.ASIDE, Answer.NEEDS, Answer.PERSON, Answer.NOT_NOW, Answer.WHO_CAN_SEE, Answer.MAYBE})


def _asked_once_more(reading: Interpretation) -> Interpretation:
    return Interpretation(Answer.GO_ON, language=reading.language)


_NO_SECRET = STANDS - {Answer.HOLDER} | {
    Answer.PERSON, Answer.COME, Answer.YES, Answer.FOREIGN, Answer.WATCHED, Answer.WHAT_IS_SHARED,
}  # fmt: skip
_SAYS_LESS = frozenset(
    {Aside.PARENTS_TOLD, Aside.SCHOOL_TOLD, Aside.WILL_YOU_TELL_HIM, Aside.FEAR_HIM, Aside.FEAR_PARENTS, Aside.FEELING,
     Aside.NOTED, Aside.WHO_SEES_TEXTS, Aside.CAN_I_TRUST_YOU, Aside.SHAME, Aside.DISTRUST, Aside.OTHER_REASON,
     Aside.LONELY, Aside.GO_GET_THEM, Aside.UNSURE, Aside.NOT_CALLED, Aside.RUMOURS, Aside.COMPANY, Aside.FOUND_IT_YET}
)  # fmt: skip
_CALM_SAYS_LESS = frozenset({Aside.FEELING, Aside.NOTED, Aside.OTHER_REASON, Aside.UNSURE, Aside.NOT_CALLED})


def _may_be_hers(said: str) -> bool:
    """Return whether "dont call her" may be her own: it names nobody as his, and is not about texting her."""
    return not may_be_holder(said) and not is_holder(re.sub(r"\bher\b", "them", said))


_PHONE = re.compile(r"\b(?:phone|cell|texts?|messages?|reads?|checks?|cel|celular|telefono|mensajes?|lee|revisa)\b")


def keep_secret(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "dont call her" as asked of this line: the danger that stands is kept, and "i tell nobody" is the answer."""
    in_danger = stands(session) or bool(session.asked)
    no_wish = session.caseworker_name or session.young or session.other_holds or session.wary
    if (
        no_wish
        or reading.level is Level.ALARM
        or reading.answer in _NO_SECRET
        or session.hazard == Answer.MEDICAL.value
    ):
        return reading
    said = wrote.said
    of_person = session.state in _ASKS | _WAITS
    if "?" in wrote.text or not (wishes_secret(said) or ((in_danger or of_person) and is_kept_from(said))):
        return reading
    if reading.answer is Answer.HOLDER and not (in_danger and _may_be_hers(said)):
        return reading
    less = _SAYS_LESS if in_danger else _CALM_SAYS_LESS
    tells_danger = reading.concern not in (None, Concern.WATCHED) or _PHONE.search(said) is not None
    if (reading.answer is Answer.ASIDE and reading.aside not in less) or (tells_danger and not in_danger):
        return reading
    return Interpretation(Answer.ASIDE, aside=Aside.TELL_NOBODY, language=reading.language, facts=reading.facts)
