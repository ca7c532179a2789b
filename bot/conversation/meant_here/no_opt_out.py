"""Cries and complaints that sound like an opt-out, and plain ways of wanting none of this as a first text. Pure.

"Let me out please" and, beside a danger, "no more please" are asked about. "Fuck off" from who was told nothing yet gets
the line for a wrong number, and no question.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote, in_words
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.flows.welcome import SILENT
from bot.understanding.goodbyes import is_wrong_number
from bot.understanding.optout_aim import is_aimed_elsewhere, is_bare_plea, is_of_a_page, lets_go

_OF_HARM = frozenset({Answer.SELF_HARM.value})
_MAY_BE_PLEA = frozenset(
    {Answer.UNCLEAR, Answer.NOT_NOW, Answer.NO, Answer.YES, Answer.MAYBE, Answer.SKIP, Answer.THANKS, Answer.ASIDE,
     Answer.GREETING, Answer.NEEDS, Answer.AREA, Answer.BACK, Answer.GUIDE, Answer.DOUBT}
)  # fmt: skip


def of_pleas(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "let me out please", and "no more please" beside a danger, as a danger to be asked about."""
    if session.caseworker_name or session.young or reading.concern is not None:
        return reading
    said = wrote.said
    if reading.answer is Answer.FORGET and is_aimed_elsewhere(said):  # of his phone, and not of what is kept here
        return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
    if reading.answer in STANDS or reading.answer not in _MAY_BE_PLEA or reading.aside is Aside.COME_GET_ME:
        return reading
    pleads = lets_go(said) and not is_of_a_page(said)
    if not pleads and not (is_bare_plea(said) and stands(session)):
        return reading
    of_self = session.hazard in _OF_HARM and not pleads
    concern = Concern.SELF_HARM if of_self else Concern.VIOLENCE
    return reading._replace(
        answer=Answer.UNCLEAR, concern=concern, level=Level.ASK, about_other=False, aside=None, guide=None, needs=()
    )


_DELETE_ME = re.compile(
    r"(?:(?:please|pls|just|ok|no|nvm|can you|you can) )*(?:delete|erase|remove|forget) me(?: (?:please|pls|now|rn|from (?:this|it|there|here)|out|off|all|right))*"
)


def of_deleting(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "delete me" where a person was asked for as a wish to be forgotten, and as no wish to die."""
    is_it = reading.answer is Answer.SELF_HARM and session.case and _DELETE_ME.fullmatch(wrote.said)
    if not is_it or session.caseworker_name or session.hazard in _OF_HARM or Concern.SELF_HARM in session.asked:
        return reading
    return Interpretation(Answer.FORGET, language=reading.language)


_SO = (
    r"(?:(?:hi|hey|hello|yo|um|no|nah|nope|lol|ok|okay|k|kk|bro|dude|man|sorry|srry|srs|seriously|just|please|pls|oye|hola|bueno|va|pues|ya|que|y|"
    r"perdon|gracias|thanks|thank you|ty|i am|im|i|we|we are|really) )*"
)
_REST = (
    r"(?: (?:bro|dude|man|please|pls|now|lol|already|bye|byee+|thanks|ty|sorry|srry|here|anymore|any more|in (?:this|it|any of this|that)|at all|ya|por favor|porfa|gracias|"
    r"perdon|adios|chao|wey|guey|mas|con (?:nadie|ustedes|usted)|en (?:esto|eso|nada)|eso|esto|bitch|bot|robot|weirdo|creep|you|u|yall))*"
)
_WANTS_NONE = re.compile(
    rf"{_SO}(?:(?:not|never|is not) (?:really )?(?:interested|into (?:it|this))|do not care(?: about this)?|no (?:thanks|thank you|ty|gracias)|(?:fuck|eff|f|piss|back|bug|buzz|screw) off|fuck (?:you|u|this|yall|outta here)|go away|get (?:lost|bent|outta here)|leave me (?:alone|be)|"
    r"shut (?:up|the fuck up)|(?<=k )bye+|(?<=que )bye+|(?<=ok )bye+|(?<=bueno )(?:bye|adios)|(?<=va )(?:bye|adios)|do not (?:want|wanna) (?:to )?(?:talk|chat|text|do this)(?: (?:to|with) (?:you|u|yall|(?:a|this) bot))?|no me interesa|no (?:estoy )?interesad[oa]|no quiero (?:hablar|platicar|nada|esto|saber nada)|dejame en paz|dejenme en paz|"
    rf"vete(?: a la (?:chingada|verga|mierda))?|larg[au]ense|largate|chinga(?: a)? tu madre|callate|callense|no molest(?:es|en|e)){_REST}"
)
_WRONG = re.compile(
    rf"{_SO}(?:(?:i )?(?:think|guess|believe|must have|just|have|creo que|me parece que) )*(?:you |u |they |it is |its |this is |that was |i |it was )*(?:got |have |texted |dialed |typed |sent (?:it|this) to )*(?:the |a |al |el |un |de )*"
    r"(?:wrong(?: (?:number|num|numbr|person|chat|contact|#))|(?:me |se )?(?:equivoque|equivocaron|equivoco|equivocaste)(?: (?:de|el|al|con el))*(?: (?:numero|persona|contacto|chat|telefono))?|(?:numero|persona|contacto) (?:equivocad[oa]|incorrect[oa]))"
    rf"{_REST}"
)
_NEW_NUMBER = re.compile(
    r"(?:(?:hi|hey|hello|yo|um|so|ok|i|we|just|only|bro|sorry) )*(?:got|bought|have|changed to|picked up|compre|tengo|me dieron|saque|agarre) (?:this|a new|este|un) (?:\w+ )?(?:number|phone|line|sim|numero|telefono|chip|cel|celular)\b"
    r"(?=.*\b(?:keep|keeps|getting|get|gettin|texts?|messages?|stuff|calls?|meant|for|llegan|mensajes|textos|siguen)\b)(?!.*\b(?:help|need|hurt|scared|him|his|he|safe|hide|hidden|ayuda|necesito|miedo|el)\b).*"
)


def of_wrong_number(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "wrong # dude" and, as a first text, "fuck off" as a stranger's, who is asked nothing."""
    is_open = session.caseworker_name or session.young or reading.concern is not None or "?" in wrote.text
    if is_open or (reading.answer in STANDS and reading.answer is not Answer.STOP) or session.case:
        return reading
    if session.hazard == Answer.SELF_HARM.value:  # its line stays
        return reading
    said = in_words(wrote.text.replace("#", " number "), wrote.lexicon).said if "#" in wrote.text else wrote.said
    is_first = session.state in SILENT and not session.hazard and not session.asked
    is_wrong = _WRONG.fullmatch(said) is not None or is_wrong_number(said)
    if reading.answer is Answer.STOP:
        is_none = is_first and is_wrong  # a number that was mistyped sends nobody texts
    else:
        is_none = (is_first or stands(session)) if is_wrong else (is_first and _strange(said))
    if is_first and _ENOUGH.fullmatch(said) and reading.answer in _MAY_BE_PLEA:
        return Interpretation(Answer.ASIDE, aside=Aside.STOP_TEXTS, language=reading.language)
    return Interpretation(Answer.HOLDER, language=reading.language) if is_none else reading


_ENOUGH = re.compile(
    r"(?:ya|y|enough|ok|please) (?:basta|already|no mas)(?: ya| por favor| please)*|basta(?: ya)?|enough"
)


def _strange(said: str) -> bool:
    return _WANTS_NONE.fullmatch(said) is not None or _NEW_NUMBER.fullmatch(said) is not None
