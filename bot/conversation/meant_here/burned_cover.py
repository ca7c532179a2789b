"""Somebody else has the phone now, found something out, follows them, or knows the cover word. Pure (promise 7).

These come last: whatever else a text was taken for, no reply names the cover word to another, and no silence or "is now
ok to text?" meets who is followed or found out.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.at_hand import open_now
from bot.flows.harm import BODY
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.understanding.for_show import is_for_show
from bot.understanding.in_his_hands import (
    burns_word,
    found_out,
    has_it_now,
    is_another,
    is_bare_knowing,
    names_other_word,
    takes_pay,
)
from bot.understanding.pursued import is_behind, is_pursued

_FAR = STANDS - {Answer.HUSH, Answer.HOLDER, Answer.COVER, Answer.NAME, Answer.STOP}
_OF_BODY = frozenset({Answer.MEDICAL.value, Answer.SELF_HARM.value, BODY})
_GRAVE = frozenset({Concern.MEDICAL, Concern.SELF_HARM, Concern.CHILD_HURT, Concern.SEXUAL_ABUSE})
_MAY_BE_SEEN = GIVES_WAY | {
    Answer.WATCHED, Answer.HUSH, Answer.COVER, Answer.AREA, Answer.COME, Answer.WHO_CAN_SEE, Answer.PERSON, Answer.MENU,
    Answer.FRIEND_DANGER, Answer.SEXTORTION, Answer.HURT_NOW, Answer.MEDICAL, Answer.ANOTHER, Answer.LANGUAGE,
    Answer.WHO_IS_THIS, Answer.WHO_ARE_YOU, Answer.BACK, Answer.HOLDER, Answer.NO_PLACE,
}  # fmt: skip


def _is_far(session: Session, reading: Interpretation) -> bool:
    is_open = session.caseworker_name and session.safe
    return bool(is_open) or session.young or reading.answer in _FAR or reading.answer not in _MAY_BE_SEEN


def of_his_hands(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "he has my phone now" and "shes lying about me" as arriving in another's hand: one bland line, and no word."""
    if _is_far(session, reading) or session.hazard in _OF_BODY:
        return reading
    if reading.level is Level.ALARM and reading.concern in _GRAVE:
        return reading
    said = wrote.said
    is_theirs = wrote.once(is_another) and not reading.about_other
    if not is_theirs and ("?" in wrote.text or not wrote.once(has_it_now)):
        return reading
    if reading.answer is Answer.HUSH or (not is_theirs and _GOES.search(said)):
        return Interpretation(Answer.HUSH, language=reading.language)
    return Interpretation(Answer.HOLDER, language=reading.language)


_GOES = re.compile(
    r"\b(?:brb|be right back|gtg|got to go|wait|hold on|bye|shh+|ttyl|talk later|luego te escribo|espera\w*)\b"
)
"""They leave the phone for now: silence."""


def of_the_word(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "dont say weather he knows" and "can i change the word" as a cover word that is of use no more."""
    if _is_far(session, reading) or (reading.level is Level.ALARM and reading.concern is not Concern.WATCHED):
        return reading
    if not session.last_key and reading.answer is Answer.WATCHED:  # a first text: no word was told yet
        return reading
    told_before = session.word_known and session.aside is Aside.WORD_KNOWN
    if not burns_word(wrote.said) and not (told_before and names_other_word(wrote.said)):
        return reading
    language = reading.language or wrote.lexicon.language(wrote.words, "")  # of the word alone none was told
    return Interpretation(Answer.ASIDE, aside=Aside.WORD_KNOWN, language=language)


def of_being_found_out(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "he found my go bag" and "he noticed" as the dangerous hour that it is, with its numbers."""
    if _is_far(session, reading) or session.other_holds or reading.aside is Aside.FOUND_IT_YET:
        return reading  # "ya vieron mi mensaje" is of who waits for staff
    if takes_pay(wrote.said) and reading.concern in (None, Concern.MEDICAL, Concern.WATCHED, Concern.EXPLOITATION):
        return _asked(reading, Concern.EXPLOITATION)
    is_graver = reading.concern in _GRAVE and reading.level is Level.ALARM
    if is_graver or "?" in wrote.text or session.hazard in _OF_BODY or session.of_other:
        return reading
    told = wrote.once(found_out) or (stands(session) and is_bare_knowing(wrote.said))
    if not told or (reading.level is Level.ALARM and reading.concern is Concern.VIOLENCE):
        return reading
    if Concern.VIOLENCE in session.asked or session.hazard:  # it was asked: what they can do now
        return Interpretation(
            Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, language=reading.language,
            facts=reading.facts, age=reading.age,
        )  # fmt: skip
    return _asked(reading, Concern.VIOLENCE)


def _asked(reading: Interpretation, concern: Concern) -> Interpretation:
    return Interpretation(
        Answer.UNCLEAR, concern=concern, level=Level.ASK, language=reading.language, facts=reading.facts,
        age=reading.age,
    )  # fmt: skip


_LEADS_ON = frozenset({None, Concern.WATCHED, Concern.VIOLENCE, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION,
                       Concern.FRIEND})  # fmt: skip


def of_pursuit(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "he is still behind me" as being followed: where people are, and who to tell."""
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.VIOLENCE
    if _is_far(session, reading) or is_sure or reading.concern not in _LEADS_ON or session.hazard in _OF_BODY:
        return reading
    followed = open_now(session) is AtHand.REACH or session.last_key.startswith(_PURSUED)
    if not is_pursued(wrote.said) and not (followed and is_behind(wrote.said)):
        return reading
    return Interpretation(
        Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, language=reading.language, facts=reading.facts,
        age=reading.age, partner=reading.partner, at_hand=AtHand.REACH,
    )  # fmt: skip


_PURSUED = ("safety.plan.found", "safety.hunted", "safety.plan", "safety.now.reach")
_AFTER = frozenset({"safety.cover", "safety.watched", "safety.holder", "welcome.back", "safety.now.seen"})
_BLAND = frozenset({State.SAFETY_COVER, State.WELCOME_BACK, State.WELCOME_START, State.WELCOME_LATER})
_SAYS_NOTHING = GIVES_WAY | {
    Answer.WHO_ARE_YOU,
    Answer.UNCLEAR,
    Answer.WATCHED,
    Answer.FRIEND_DANGER,
    Answer.COME,
}


def of_show(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "hey kayla u comin to the cookout" after a silence as written for who looks on: silence again."""
    is_after = (session.hushed or session.last_key in _AFTER) and session.state in _BLAND and not session.safe
    if not is_after or session.caseworker_name or session.young or reading.answer not in _SAYS_NOTHING:
        return reading
    if reading.level is Level.ALARM or reading.concern not in (None, Concern.WATCHED, Concern.FRIEND):
        return reading
    return Interpretation(Answer.HUSH, language=reading.language) if is_for_show(wrote.said) else reading
