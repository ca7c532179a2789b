"""Questions about lines: of somebody who is in neither the United States nor Canada, and in which language. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Guide, Level
from bot.flows.session import Session
from bot.flows.urgent import MISSING

_OF_NUMBERS = re.compile(
    r"\b(?:what|which|whats|any|got|have|know|is there|do you|there|give me|need) (?:\w+ ){0,4}"
    r"(?:numbers?|hotlines?|lines?)\b"
    r"|\b(?:not|is it|is|does|do|will|can i|call) (?:\w+ ){0,3}(?:911|988)\b"
    r"|\b(?:911|988) (?:\w+ ){0,3}(?:here|work|works)\b"
    r"|\b(?:who|what) (?:do|can|should) i (?:call|text)(?: \w+){0,2} (?:here|in \w+)\b"
    r"|\b(?:que|cual|algun|tienes|tienen|hay|dame|conoces|sabes) (?:\w+ ){0,4}(?:numeros?|lineas?|telefonos?)\b"
    r"|\b(?:no es|es|sirve|funciona|llamo) (?:\w+ ){0,2}(?:911|988)\b"
    r"|\b(?:911|988) (?:\w+ ){0,3}(?:aqui|sirve|funciona)\b"
    r"|\ba (?:quien|donde|que numero) (?:llamo|marco|hablo|puedo llamar)\b"
)
_HERS = re.compile(r"\b(?:my|his|her|new|diff|different|mi|su) (?:phone )?numbers?\b|\b(?:mi|su) (?:numero|telefono)\b")
_MAY_ASK = GIVES_WAY | {Answer.WHO_ARE_YOU, Answer.WHO_IS_THIS, Answer.HELP, Answer.HOW_TO_REACH}


_SPEAKS = re.compile(
    r"\b(?:hablan|habla|contestan|contesta|atienden|entienden|hay alguien que hable|alguien habla)(?: \w+){0,2}? (?:espanol|mi idioma)\b"
    r"|\bno (?:hablo|se|entiendo)(?: \w+){0,2}? (?:frances|ingles)\b|\b(?:solo|nomas) hablo espanol\b"
    r"|\b(?:do|does|will|can|is there|anyone|someone)(?: \w+){0,3}? (?:speak|speaks|talk|answer)(?: \w+){0,2}? (?:spanish|my language)\b"
    r"|\b(?:do not|can not) (?:speak|understand|know)(?: \w+)? (?:french|english)\b"
)
_WORKS_HERE = re.compile(
    r"(?:(?:y|pero|el|and|but|is|does|do|will) )*(?:911|9 1 1)(?: (?:si|tambien|me|even|still))* "
    r"(?:sirve|funciona|contesta|jala|works?|working)(?: (?:aca|aqui|alla|en \w+|in \w+|here|for me|also|too|up here))*"
    r"|(?:sirve|funciona) el 911(?: (?:aca|aqui|en \w+))*|a quien (?:llamo|marco|hablo) en espanol"
)
_LANGUAGES = frozenset(
    {Answer.NOT_SAFE, Answer.LANGUAGE, Answer.SPANISH, Answer.ENGLISH, Answer.FOREIGN, Answer.OTHER_LANGUAGE}
)


def of_lines(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read whether a line speaks one's language, and whether 911 works here, as asked of the numbers that stand."""
    is_sure = reading.level is Level.ALARM or reading.answer not in _MAY_ASK | _LANGUAGES
    if session.abroad or not session.hazard or is_sure or session.caseworker_name or session.young:
        return reading
    code = session.language
    aside = Aside.WHERE_TO_CALL if _WORKS_HERE.fullmatch(wrote.said) else None
    if aside is None and _SPEAKS.search(wrote.said):
        aside = Aside.LANGUAGE_SPOKEN
    if aside is None or (code == "en" and reading.answer is Answer.SPANISH):
        return reading
    return Interpretation(Answer.ASIDE, aside=aside, language=reading.language)


_COUNTRY = re.compile(
    r"\b(?:(?:this|it|that|she|he|they|we|i)(?: \w+)? (?:is|are|am|live|lives)|estamos|estoy|esto es|vivimos|vivo|es|esta|queda)(?: (?:in|en|actually|here|el|aqui))* canada\b"
    r"|^(?:(?:no|ok|sorry|wait|actually|perdon|pero|but|it is|in|en) )*canada\b(?! (?:goose|dry))"
    r"|\bnot (?:in |from )?(?:the )?(?:us|usa|u s|u s a|united states|states|america)\b|\b(?:us|american) numbers?\b.*\b(?:not|wrong|canada)\b"
    r"|\bno (?:es |estamos |estoy |vivo |vivimos |esta )?(?:en )?(?:los )?(?:ee ?uu|estados unidos|usa|e u)\b"
)
"""Tells the country, or that it is not the United States, to whom another one's numbers were told."""
_LONGEST_COUNTRY = 12


def of_country(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "no this is canada" after a danger as asked for the numbers there."""
    is_sure = reading.level is not None or reading.answer not in _MAY_ASK | {Answer.COME, Answer.AREA}
    if session.abroad or not session.hazard or is_sure or session.caseworker_name or session.young:
        return reading
    if wrote.said.count(" ") >= _LONGEST_COUNTRY or _COUNTRY.search(wrote.said) is None:
        return reading
    if session.hazard == MISSING:
        return reading._replace(answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND, aside=None, concern=None, needs=())
    return reading._replace(answer=Answer.ASIDE, aside=Aside.WHERE_TO_CALL, guide=None, needs=())


def of_numbers_abroad(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "what number do i call here" of somebody abroad as what it asks: no number of ours works there."""
    is_sure = reading.level is Level.ALARM or reading.concern is not None or reading.answer not in _MAY_ASK
    if not session.abroad or is_sure or session.caseworker_name or session.young:
        return reading
    if _OF_NUMBERS.search(wrote.said) is None or _HERS.search(wrote.said):
        return reading
    return Interpretation(Answer.ASIDE, aside=Aside.ABROAD, language=reading.language)
