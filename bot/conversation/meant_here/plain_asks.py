"""Plain words that were taken for a refusal, or for other questions: "a place first", "look for a place", "safe for now".

Pure.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, Need, State
from bot.flows.session import Session

_SO = r"(?:(?:ok|okay|yes|yeah|so|and|but|um|no|well|please|pls|just|i said|then|can (?:you|u)|could (?:you|u)|i want you to|u said u would|y|pero|pues|si|bueno|por favor|porfa|oye|mejor|puedes|me puedes) )*"
_END = r"(?: (?:please|pls|plz|tho|though|first|now|for me|for us|near me|then|today|tonight|porfa|por favor|primero|ya|hoy|cerca|para mi|pa mi))*"
_THING = {
    Need.SHELTER_TONIGHT: r"(?:places?|place to (?:stay|sleep|go|live|crash)|beds?|shelters?|rooms?|spot|somewhere(?: to (?:stay|sleep|go|live))?|lugar(?: (?:para|pa|donde) (?:dormir|quedarme|estar))?|camas?|refugio|albergue|cuarto|donde (?:dormir|quedarme))",
    Need.HOUSING: r"(?:housing|apartments?|apt|house|home|departamento|depa|casa|vivienda)",
    Need.FOOD: r"(?:food|something to eat|groceries|comida|de comer|algo de comer)",
    Need.MEDICAL: r"(?:doctors?|clinics?|doctor[a]?|clinica|medico)",
    Need.LEGAL: r"(?:lawyers?|abogad[oa]s?)",
    Need.WORK: r"(?:jobs?|work|trabajo|jale|chamba)",
}
_FIRST = {
    need: re.compile(
        rf"{_SO}(?:(?:a|the|some|un|una|el|la|lo de|lo del) )*{thing} (?:first|1st|comes first|is first|primero|antes){_END}|{_SO}(?:first|primero)(?: (?:the|a|un|una|el|la|lo de|lo del))* {thing}{_END}"
    )
    for need, thing in _THING.items()
}
_LOOK = {
    need: re.compile(
        rf"{_SO}(?:(?:look|search|check)(?: (?:up|around))? (?:for|4)|find|get)(?: (?:me|us))?(?: (?:a|an|the|some|any|that|one))* {thing}{_END}|{_SO}(?:buscame|buscanos|busca|encuentrame|consigueme|buscar(?:me)?)(?: (?:un|una|algun|alguna|el|la))* {thing}{_END}"
    )
    for need, thing in _THING.items()
}
_FOR_NOW = r"(?:for now|for the moment|at the moment|atm|rn|right now|for rn|tonight|por ahora|por el momento|ahorita|de momento|por lo pronto)"
_SAFE = re.compile(
    rf"{_SO}(?:(?:i am|im|we are|am|is|kinda|kind of|i think|estoy|estamos|creo que|yo) )*(?:safe|ok|okay|fine|good|alright|a salvo|bien|segur[oa])(?: (?:enough|here|inside))? {_FOR_NOW}{_END}"
    rf"|{_SO}{_FOR_NOW} (?:(?:i am|im|yes|yeah|yep|si|estoy|creo que|we are) ?)+(?:safe|ok|okay|fine|good|a salvo|bien|segur[oa])?{_END}"
)
_SAYS_SAFE = re.compile(r"\b(?:safe|a salvo|segur[oa]|yes|yeah|yep|si|ok|okay|bien|fine)\b")
_PASTIME = re.compile(
    r"\b(?:dance|dancing|cuddle|sleep|party|vibe|drink|smoke|hook up|make out|fall in love|in love|play|gamble|fight|bailar|jugar|dormir|besar|enamorarme)(?: (?:with|w|con))? (?:some ?(?:one|body)|alguien|any ?(?:one|body))\b"
)
_CLOSES = frozenset({Answer.NOT_NOW, Answer.NO, Answer.UNCLEAR, Answer.ASIDE, Answer.SKIP, Answer.MAYBE, Answer.REPEAT})
_ASK_IF_OK = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK})
_AT_AN_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY})


def of_plain_asks(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what comes first, a plain "look for a place" and "safe for now" as what they say."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS or session.caseworker_name or session.young
    if is_sure or session.other_holds:
        return reading
    said = wrote.said
    if reading.answer is Answer.PERSON and reading.concern is None and _PASTIME.search(said):
        return reading._replace(answer=Answer.UNCLEAR)
    if reading.answer not in _CLOSES:
        return reading
    if reading.concern in (None, Concern.SELF_HARM) and _SAFE.fullmatch(said):
        return _safe(session, said, reading)
    return _of_need(session, said, reading) if reading.concern is None else reading


def _safe(session: Session, said: str, reading: Interpretation) -> Interpretation:
    """Return "safe for now" as an answer where it was asked, and as that where a danger was told. Else it stays."""
    plain = reading._replace(concern=None, level=None, aside=None, guide=None, needs=(), hour=None)
    if session.hazard == Answer.SELF_HARM.value and session.state is not State.SAFETY_ASK:
        return reading
    if session.state is State.SAFETY_ASK or (session.state in _ASK_IF_OK and _SAYS_SAFE.search(said)):
        return plain._replace(answer=Answer.YES)
    if not session.hazard:
        return reading
    # "for now" may change: the numbers stay, unless they are denied in other words
    return plain._replace(answer=Answer.ASIDE, aside=Aside.NOT_IN_DANGER if reading.denial else Aside.NOTED)


def _of_need(session: Session, said: str, reading: Interpretation) -> Interpretation:
    wanted = next((need for need, words in _FIRST.items() if words.fullmatch(said)), None)
    if wanted is not None and session.state not in _AT_AN_OFFER:
        return reading._replace(answer=Answer.NEEDS, aside=None, needs=(wanted,), hour=None)
    looked = next((need for need, words in _LOOK.items() if words.fullmatch(said)), None)
    if looked is None or reading.answer is Answer.NOT_NOW or session.state in _AT_AN_OFFER:
        return reading
    return reading._replace(answer=Answer.NEEDS, aside=None, needs=(looked,), hour=None)
