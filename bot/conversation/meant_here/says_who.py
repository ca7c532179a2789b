"""Who says that they hold another's phone, an office that demands, and a boss who looks for work for others. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING
from bot.flows.welcome import SILENT
from bot.understanding.says_who import says_who

_STANDS = frozenset({Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HUSH, Answer.FORGET})
_DEMANDS = re.compile(
    r"(?:.* )?(?:identify (?:yourself|yourselves|urself)|identifiquese|identifiquense|identificate)(?: .*)?"
    r"|(?:.* )?(?:looking|lookin|look|searching|tryna find|trying to find|find|got|need|wants?|busco|buscando|consigue\w*|necesito|ando buscando|hay) (?:for )?(?:some )?(?:more )?(?:work|jobs?|clients?|customers?|dates|tricks|johns|trabajo|jale|chamba|clientes?) (?:for|para|pa) (?:my|mis|unas|some|the|las) (?:girls|ladies|hoes|bitches|females|women|chicas|morras|muchachas|viejas|putas|nenas|mujeres)(?: .*)?"
)
_WHO_HURTS = re.compile(
    r"(?:(?:i think|yes|yeah|and|but|si|creo que) )*(?:it is|its|that is|es|fue) (?:her|his|su|el) (?:\w+ )?(?:bf|boyfriend|man|husband|dad|father|stepdad|uncle|brother|ex|pimp|boss|"
    r"novio|esposo|marido|papa|padrastro|tio|hermano|jefe|padrote)(?: (?:who|that|que) .*)?"
)
"""Tells, in a talk about a friend, who hurts them."""
_THREATENS = re.compile(
    r"(?:(?:i am|i|im|we|voy|los|te|les|yo|a|ok|bitch|you|fuck) )*(?:ill |will |going to |gonna |'ll )?(?:sue|suing|report|reporting|demandar|demando|denunciar|demandarlos|demandarte|denunciarlos) ?(?:you|yall|u|this|your|ur|a|ustedes|esto|los|te)?(?: (?:people|guys|all|number|company|line|asses?|for .*|numero|linea|todos))*"
)


def of_who_says(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "this isnt kayla its her boyfriend" and "identify yourself" as written by who may learn nothing here."""
    if session.caseworker_name or session.young or reading.answer in _STANDS:
        return reading
    of_friend = session.of_other or session.hazard == MISSING or session.state is State.SAFETY_FRIEND
    of_friend = of_friend or not FOR_WHOM.isdisjoint(session.facts)
    if of_friend and reading.answer is Answer.HOLDER and _WHO_HURTS.fullmatch(wrote.said):
        return Interpretation(Answer.ASIDE, aside=Aside.HELPING_THEM, language=reading.language)
    if reading.answer is Answer.HOLDER:
        return reading
    is_own = bool(session.hazard) and session.safe and reading.level is Level.ALARM
    if not is_own and (says_who(wrote.said, of_friend=of_friend) or _DEMANDS.fullmatch(wrote.said)):
        return Interpretation(Answer.HOLDER, language=reading.language)
    scolds = session.state in SILENT and reading.answer is Answer.NEEDS and reading.level is None
    if scolds and _THREATENS.fullmatch(wrote.said):
        return Interpretation(Answer.ASIDE, aside=Aside.ANGER, language=reading.language)
    return reading
