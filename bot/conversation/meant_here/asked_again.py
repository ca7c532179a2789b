"""A consent that was asked for and put off: asked again when they come back to it, and nothing was shared. Pure.

"Esta entrando" and "not yet" leave the question open; "perdon ya se fue", "i mean yes" and "siempre si" come back to it.
None of them is the consent: the question is put once more, in full (promise 1).
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Level, State
from bot.flows.session import Session

_QUESTIONS = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_TIMES})
_AWAY = frozenset(
    {State.SAFETY_COVER, State.WELCOME_BACK, State.WELCOME_HELLO, State.WELCOME_LATER, State.WELCOME_ANYTIME, State.HESITATION_PARKED,
     State.PRIVACY_TAKEN_BACK, State.PRIVACY_SHARED, State.WELCOME_AGAIN, State.WELCOME_LIMITS, State.FOLLOWUP_HOW,
     State.HESITATION_WHY, State.UNCLEAR_PERSON}
)  # fmt: skip
_LEAD = r"(?:(?:ok|okay|wait|no|nah|nvm|never mind|actually|hey|sorry|um|hi|yes|yeah|so|well|perdon|espera|oye|hola|ya|bueno|pues|si|mejor|entonces|claro) )*"
_STILL = re.compile(
    rf"{_LEAD}(?:i (?:still |do )+(?:want|need) (?:it|to|this|that|someone|somebody|a person|the person|to talk|to (?:talk|text) (?:to|with) (?:someone|somebody|a person|them))"
    r"|i (?:accept|agree|consent)(?: to it| to that| now)*|(?:tell|show) them|(?:you can )?(?:tell|show) them (?:then|ok|now)|do it|(?:i )?changed my mind (?:again )?(?:yes|i want it|i want to)"
    r"|(?:siempre|mejor) si(?: (?:quiero|acepto|por favor|porfa|hablar|con alguien))*|(?:yo )?(?:si )?(?:lo )?acepto(?: (?:ya|ahora|si|hablar))*|(?:ya )?si quiero(?: (?:hablar|con alguien|la persona|que me escriban))*"
    r"|todavia (?:si )?(?:quiero|lo quiero)(?: (?:hablar|con alguien))*|diles(?: ya| que si)?)(?: (?:please|pls|now|ok|ya|porfa|por favor))*"
)
_MEANS_YES = re.compile(
    rf"{_LEAD}(?:i (?:mean|meant) (?:yes|yeah)|digo (?:que )?si|quise decir (?:que )?si|o sea si)(?: (?:please|pls|lol|porfa|por favor))*"
)
_WHEN_THEY = re.compile(
    rf"{_LEAD}(?:y )?(?:(?:ya |me )*(?:(?:me )?(?:escribieron|contestaron|respondieron|van a escribir|escriben|contestan|llaman|llamaron)|alguien me (?:escribio|contesto|va a escribir))(?: (?:ya|ellos|alguien|hoy))*"
    r"|(?:cuando|a que hora|como a que hora)(?: me)? (?:van a )?(?:escriben|contestan|escribir|llaman|llamar|hablan|hablar|contestar)(?: (?:ellos|ya))*|a que (?:hora|ahora|ora)"
    r"|(?:did|have|has|will|when will|when do|when are|are|do|is) (?:they|she|he|someone|anyone|anybody|somebody)(?: (?:gonna|going to|even|ever|already|yet))* (?:text|write|answer|call|reply|respond|message)\w*(?: (?:me|back|yet|already))*)"
)


def of_asking_again(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what comes back to a consent that was put off as asking for it again, and for no news of one."""
    is_open = session.caseworker_name or session.young or session.other_holds or session.wary
    if is_open or reading.level is not None or reading.answer in STANDS | {Answer.PERSON}:
        return reading
    was_asked = bool(session.trail) and session.trail[-1] in _QUESTIONS
    stands = bool(session.case) or session.state in _QUESTIONS
    if (stands or was_asked) and _WHEN_THEY.fullmatch(wrote.said):
        waits = Interpretation(Answer.ASIDE, aside=Aside.HOW_LONG_WAIT)
        return (waits if stands else Interpretation(Answer.PERSON))._replace(language=reading.language)
    if session.case or "?" in wrote.text or session.state not in _AWAY:
        return reading
    if _comes_back(session, wrote, reading, was_asked=was_asked):
        alone = session.hushed and reading.answer is Answer.YES
        return Interpretation(Answer.PERSON, language=reading.language, now_ok=alone)
    return reading


def _comes_back(session: Session, wrote: Wrote, reading: Interpretation, *, was_asked: bool) -> bool:
    taken_back = session.last_key == State.PRIVACY_TAKEN_BACK.value
    if _STILL.fullmatch(wrote.said) and (was_asked or taken_back or session.state is State.HESITATION_PARKED):
        return True
    if _MEANS_YES.fullmatch(wrote.said):
        return was_asked or taken_back
    return was_asked and session.hushed and session.state is State.WELCOME_BACK and reading.answer is Answer.YES


_GIVES_NUMBER = re.compile(
    r".*\b(?:my|mi) (?:(?:cell|phone|cel|tel|telephone) )?(?:number|numero|cell|cel|celular|telefono|phone)(?: (?:is|es|de))* ?(?:el )?\(?\d.*"
    r"|.*\b(?:call|text|llam\w+|marqu\w+|marc\w+|escrib\w+) (?:me )?(?:at|on|al|a este|a)? ?(?:my )?\(?\d{3}.*"
    r"|(?P<other>(?:(?:please|but|and|y|pero|mejor|que) )*(?:no|do not) (?:me )?(?:llam\w+|marqu\w+|call)(?: (?:al?|a mi|me|on|at|my|mi|this|este|el|ese))* (?:cel|celular|telefono|numero|phone|number|cell)(?: \w+){0,9})"
)

_SHORTEST_NUMBER = 7
"""Digits of a number that somebody could be called at: 911 is none."""


def of_their_number(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a number that is given where a person is asked for as what it is: they text here, and call no number."""
    may_be = not _QUESTIONS.isdisjoint({session.state, *session.trail[-1:]}) or bool(session.case)
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS - {Answer.NAME} or session.caseworker_name
    found = _GIVES_NUMBER.fullmatch(wrote.said)
    has_number = sum(character.isdigit() for character in wrote.text) >= _SHORTEST_NUMBER
    gives = found is not None and (has_number or found["other"] is not None)
    if not may_be or is_sure or session.young or not gives:
        return reading
    return Interpretation(Answer.ASIDE, aside=Aside.WHO_WILL_ANSWER, language=reading.language)
