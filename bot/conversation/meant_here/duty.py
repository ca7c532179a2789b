"""Who works with children and asks of their own duty, or was told to wait by a boss. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Level, State
from bot.flows.session import Session

_STANDS = STANDS | {Answer.FOREIGN}
_MISTAKEN = frozenset({Concern.SEXTORTION, Concern.SELF_HARM})
"""Dangers that the local model hears in "he said to wait"."""

_BOSS = (
    r"(?:(?:vice |assistant )?principal|vp|dean|headmaster|supervisor|charge nurse|head nurse|director|admin|"
    r"administration|administrator|superintendent|my boss|my manager|school|"
    r"director[a]?|supervisor[a]?|mi jef[ae]|jef[ae]|subdirector[a]?|rector[a]?)"
)
_STAFF = (
    r"(?:(?:school )?(?:counselor|nurse|teacher|social worker)|coach|"
    r"maestr[oa]|enfermer[oa]|consejer[oa]|orientador[a]?)"
)
_WAIT = (
    r"(?:(?:to|i should|we should|just|lets|let us|said|just to)(?: (?:just|have to))* "
    r"(?:wait|hold off|leave it|drop it|let it go|stay out|sit on it|give it time|not (?:to )?(?:report|call|say))|wait"
    r"|(?:to )?not (?:to )?(?:report|call|say anything|make a report|file)|do not (?:report|call)"
    r"|que (?:espere|esperemos|espera|me espere|no (?:reporte|diga|llame|avise|haga)\w*)|esperar)"
)
_TOLD = r"(?:said|says|told|tells|wants|asked|dijo|dice|pidio|quiere)"
_TOLD_TO_WAIT = re.compile(
    rf"\b(?:{_BOSS}|{_STAFF})\b(?: \w+){{0,3}}? {_TOLD}(?: (?:me|us|that|nos))*(?: \w+)? ?{_WAIT}\b"
    rf"|\b(?:{_BOSS}|{_STAFF}) (?:me |nos )?{_TOLD} {_WAIT}\b"
)
_OF_MONEY = re.compile(
    r"\b(?:pay|paid|check|raise|schedule|shift|grade|class|test|apply|application|pago|sueldo|turno)\b"
)
_MUST_I = re.compile(
    r"\b(?:do|must|should|would|am|shall) (?:i|we|teachers|nurses|counselors)(?: (?:legally|really|still|even|required|"
    r"obligated|supposed))*(?: (?:have to|need to|got to|to))? (?:report|make a report|file a report|call cps)\b"
    r"(?!.*\b(?:police|cops|rape)\b)"
    r"|\bam i (?:a |considered a )?mandated(?: reporter)?\b|\bi am a mandated reporter\b"
    r"|\b(?:tengo que|debo|estoy obligad[oa] a|hay que) (?:reportar|denunciar)(?:lo|la)?(?: esto)?\b(?!.*\bpolicia\b)"
    r"|\bmi (?:deber|obligacion) de reportar\b"
)
_WORKS = re.compile(
    r"\bi (?:am|work as) (?:a|an|the|her|his|their) (?:\w+ ){0,2}(?:teacher|nurse|counselor|coach"
    r"|social worker|therapist|aide|"
    r"principal|tutor|doctor|paramedic|librarian|youth worker|daycare worker|babysitter)\b"
    r"|\b(?:my|a) (?:student|students|patient|patients)\b|\b(?:mi|mis|una?) (?:alumn|estudiante|paciente)\w*\b"
    r"|\bsoy (?:su |la |el |una? )?(?:maestr|enfermer|consejer|doctor|entrenador|orientador|trabajador)\w*\b"
)
_PUT_OFF = re.compile(
    r"(?:(?:my|mi|the|la|el|but|pero|and|i|ya|le) ?\w* ){0,2}(?:told|tell|dije a)? ?(?:she|he|they"
    r"|\w+)? ?(?:told|said|dijo|"
    r"says|dice)(?: (?:me|us|que))* (?:to |just |me )*(?:wait|espere|esperara)(?: (?:til|till|until|for|hasta"
    r"|a|al|the|el|la|"
    r"\w+day|tomorrow|manana|later|lunes|next|week|semana|morning|fin|de))*"
)


_OF_A_REPORT = re.compile(
    r"(?:(?:so|and|but|ok|y|pero|entonces) )*(?:how (?:long|much time|many (?:hours|days)) do (?:i|we) have(?: to (?:report|call|do it|file))?(?: it)?"
    r"|(?:cuanto tiempo|cuantas horas|cuantos dias) (?:tengo|hay)(?: para (?:reportar|reportarlo|denunciar|avisar))?"
    r"|(?:le|lo|la)? ?(?:reporto|denuncio|aviso) (?:a|con) quien|(?:a|con) quien (?:le |lo |la )?(?:reporto|reportar|denuncio|aviso)"
    r"|(?:a )?que (?:numero|telefono)(?: (?:es|llamo|marco))?|what number(?: (?:is it|do i call))?"
    r"|(?:y )?(?:what if|si)(?: (?:the|my|la|el|mi))? (?:principal|boss|supervisor|school|director|directora|jefa|jefe|escuela|clinica) "
    r"(?:says no|does not want(?: to| me to)?|refuses|no quiere|dice que no|no me deja|wont|will not let me|me dice que no)(?: \w+){0,4}"
    r"|(?:me|nos) (?:pueden|puede|podrian|van a) (?:demandar|correr|despedir|multar|quitar la licencia)(?: (?:por|si) .*)?"
    r"|(?:can|could|will|would) (?:they|she|he|the (?:parents|school|family)|my (?:boss|school)|i) (?:sue me|fire me|get sued|get fired|lose my (?:job|license))(?: (?:for|if) .*)?"
    r"|(?:am i|i am|soy|es que soy)(?: (?:a|an|considered a))? mandated(?: reporter)?)"
)
"""What somebody who works with children asks once they told that they do."""


def of_duty(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "do i have to report this" of who works with a child, and "the principal said to wait", as asked of duty."""
    is_alarm = reading.level is Level.ALARM and reading.concern not in _MISTAKEN
    if session.caseworker_name or session.young or is_alarm or reading.answer in _STANDS:
        return reading
    said = wrote.said
    of_child = session.state is State.SAFETY_FRIEND or session.hazard == Answer.FRIEND_DANGER.value
    is_pro = Fact.FOR_CLIENT in session.facts or session.aside is Aside.DUTY
    if is_pro and _OF_A_REPORT.fullmatch(said):
        return reading._replace(
            answer=Answer.ASIDE, aside=Aside.DUTY, needs=(), guide=None, concern=None, level=None, progress=None,
            come=False,
        )  # fmt: skip
    works = is_pro or of_child or _WORKS.search(said) is not None or session.aside is Aside.DUTY or "mandated" in said
    is_asked = works and _MUST_I.search(said) is not None
    is_told = _TOLD_TO_WAIT.search(said) is not None and _OF_MONEY.search(said) is None
    if is_asked or is_told:
        return reading._replace(answer=Answer.ASIDE, aside=Aside.DUTY, needs=(), guide=None, concern=None, level=None)
    if reading.concern in _MISTAKEN and reading.level is not Level.ALARM and _PUT_OFF.fullmatch(said):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED, concern=None, level=None)
    return reading
