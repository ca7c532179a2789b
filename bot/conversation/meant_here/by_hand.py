"""Who is deaf or signs, and who can't call: a wish for sign language, a list of numbers that only take calls. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Fact, Level
from bot.flows.session import Session

_SIGNS = re.compile(
    r"\b(?:asl|sign language|video ?phone|vrs|(?:lengua|lenguaje|idioma) de (?:senas|signos)"
    r"|(?:someone|somebody|anyone|anybody|person|who) (?:who |that )?signs|(?:habl\w+|sep\w+|sab\w+|entiend\w+|us\w+|en|por|con)(?: (?:por|con|en|las|de))* senas)\b"
)
_ONLY_CALLS = re.compile(
    r"(?:(?:but|pero|and|y|ok|no|es que|so) )*(?:(?:all|every|both|they|those|these|it|your|ur|the|is|are|todos?|todas?|sus|tus|los|las|esos?|son|es|puros?|pura) )+"
    r"(?:(?:numbers?|lines?|hotlines?|of them|numeros?|lineas?|telefonos?|de ellos|all|just|only|for|are|is|me|to|need|want|you|make|solo|nomas|son|es|de|para|pa|que|hay|se|piden|puros?|pura) )*"
    r"(?:calls?|calling|voice|talking|talk|phone calls?|call only|calls only|llamar|llamadas?|hablar|voz)(?: (?:only|them|numbers?|tho|though|nomas|solo|y|no|puedo|and|i|can|not|hear))*"
)
_CANT = re.compile(
    r"(?:(?:but|and|sorry|pero|es que) )*(?:i )?can not (?:really )?(?:talk|speak)(?: (?:out loud|aloud))?"
)
_OPEN = frozenset(
    {Answer.UNCLEAR, Answer.NEEDS, Answer.ASIDE, Answer.GUIDE, Answer.PERSON, Answer.LANGUAGE, Answer.FOREIGN,
     Answer.OTHER_LANGUAGE, Answer.AREA, Answer.HOW_TO_REACH, Answer.HELP, Answer.DOUBT}
)  # fmt: skip


def of_signing(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a wish for sign language, and of numbers that only take calls, as one for people who can be texted."""
    if session.caseworker_name or session.young or reading.answer in STANDS or reading.level is Level.ALARM:
        return reading
    if reading.answer is Answer.NOT_NOW and _CANT.fullmatch(wrote.said):
        return reading._replace(facts=reading.facts | {Fact.TEXT_ONLY})
    signs = _SIGNS.search(wrote.said) is not None
    told = Fact.DEAF in reading.facts and (
        reading.aside in (Aside.NOTED, Aside.DISABILITY_ACCESS) or reading.answer is Answer.UNCLEAR
    )
    if reading.concern is not None or not (signs or told or _ONLY_CALLS.fullmatch(wrote.said)):
        return reading
    if reading.answer not in _OPEN:
        return reading
    facts = reading.facts | {Fact.DEAF if signs else Fact.TEXT_ONLY}
    heard = reading._replace(facts=facts, needs=(), guide=None, area=None, concern=None, level=None)
    if session.hazard:
        return heard._replace(answer=Answer.REPEAT, aside=None)  # the numbers of the danger, now those to text
    return heard._replace(answer=Answer.ASIDE, aside=Aside.TEXT_INSTEAD)
