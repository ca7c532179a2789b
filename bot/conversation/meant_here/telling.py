"""What somebody in danger asks about who is near them: "theres a lady who works here, should i tell her". Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE, CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding.telling import may_be_told

_BY_SOMEBODY = BY_FORCE | {Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, Answer.COME.value, PARTNER, CHOKED}
_OF_CHILD = frozenset({Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value})
_OPEN = GIVES_WAY | {Answer.PERSON, Answer.HOLDER, Answer.AREA, Answer.FRIEND_DANGER, Answer.SHARE}
_WEAK = frozenset({None, Concern.FRIEND, Concern.VIOLENCE, Concern.SEXUAL_ABUSE, Concern.WATCHED, Concern.EXPLOITATION})
_AT_HAND = frozenset({Aside.HIDING, Aside.TELL_HERE})
_FOR_CARE = re.compile(
    r"\b(?:go|get|taken?|see|ir|voy|vaya|ver|llev\w+) (?:to )?(?:an? |al? |con |un[oa]? |the |el |la )*(?:doctors?|nurse|er|hospital|clinic|medico|doctora?|enfermera|clinica)\b"
)
"""Asks about care, and not whom to tell."""
_NOW_WHAT = re.compile(
    r"(?:(?:so|and|ok|but|y|pero|entonces|ay|oye) )*(?:what (?:do|should|can) i do|now what|what now|que hago|que puedo hacer"
    r"|y ahora(?: que)?|ahora que)(?: (?:now|rn|right now|here|ahorita|ahora|aqui|entonces))*"
    r"|(?:(?:he|she|they|el|ella|ellos) )?(?:(?:is|are|still|sigue|siguen|esta|estan|todavia|aun) )+(?:out ?side|out there|out front|here|looking|afuera|aca|buscando\w*|en el (?:carro|estacionamiento))"
    r"|(?:i )?(?:can not|could not) (?:get out|leave|go out)|no puedo salir(?:me)?"
    r"|(?:they|she|he|the \w+) (?:let|put|hid) me (?:in|into|hide|stay|wait)(?: \w+){0,5}"
    r"|me (?:dejaron|dejo|metieron|metio|pasaron|escondieron|escondio)(?: (?:estar|quedar\w*|esperar|pasar))? (?:en|a|al|atras|adentro)(?: \w+){0,4}"
)


def of_telling(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "le digo a la cajera?" beside a danger as asked of who may help there, and "que hago ahorita" after it."""
    is_sure = reading.level is Level.ALARM or reading.concern not in _WEAK or reading.answer in STANDS - {Answer.HOLDER}
    if is_sure or session.caseworker_name or session.young or not stands(session):
        return reading
    by_somebody = session.hazard in _BY_SOMEBODY or session.aside in _AT_HAND
    said = wrote.said
    if not by_somebody or session.of_other or reading.answer not in _OPEN or _FOR_CARE.search(said):
        return reading
    whom = may_be_told(said, asks="?" in wrote.text)
    if not whom and session.aside in _AT_HAND and _NOW_WHAT.fullmatch(said):
        return _aside(reading, Aside.HIDING)
    if not whom:
        return reading
    is_known = whom == "known" or (session.hazard in _OF_CHILD and session.aside in _OF_SCHOOL)
    return _aside(reading, Aside.TELL_ADULT if is_known else Aside.TELL_HERE)


_OF_SCHOOL = frozenset({Aside.SCHOOL_TOLD, Aside.TELL_ADULT})


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return Interpretation(Answer.ASIDE, aside=aside, language=reading.language, facts=reading.facts)
