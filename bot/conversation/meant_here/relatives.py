"""A mother or an aunt who is worried and writes: nobody who holds another's phone, where no one's talk is on it. Pure.

"Im her mom" may be written by who found the texts. Where nothing was told on a phone, and nothing is asked of it,
there is nobody whom a greeting could betray (promise 7).
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Level
from bot.flows.session import Session
from bot.understanding.demands import is_against_her, is_demand, is_held_demand

_KIN = (
    r"(?:mom|mother|mama|mum|dad|father|aunt|auntie|uncle|grandma|grandmother|granny|nana|grandpa|grandfather|(?:big |older |little )?(?:sister|brother)"
    r"|cousin|step ?mom|step ?mother|guardian|god ?mother|foster (?:mom|mother|parent))"
)
_PARIENTE = r"(?:mama|mami|papa|madre|padre|tia|tio|abuel(?:it)?[oa]|herman[oa](?: mayor)?|prim[oa]|madrina|tutora|cunada|madre de crianza)"
_INTRODUCES = re.compile(
    rf"\b(?:i am|im|this is) (?:the |a )?(?:(?:his|her|their|\w+s) )?(?:\w+ )?{_KIN}\b(?! (?:of nobody|figure))"
    rf"|\b(?:soy|habla|le habla|te habla|le escribe|escribe|te escribe) (?:la |el |su |una? )+{_PARIENTE}\b"
)
_LOOKS_FOR = re.compile(
    r"\b(?:stop|leave (?:her|him)|do not|dont|where is|wheres|who (?:is|are|r)|whos|tell me|police|cops|lawyer|sue|warrant|address|give me|number"
    r"|(?:text|talk|call|messag)\w* (?:to )?(?:her|him|my)|why (?:is|are)|deja\w*|dejen|donde esta|quien(?:es)? (?:eres|es|son|habla)|dime|digame|policia|denunci\w+|no le (?:escrib|habl)\w+|direccion)\b"
)
_PICTURES = re.compile(
    r"\b(?:videos?|pictures?|pics?|nudes?|fotos?|packs?)\b(?: \w+){0,2} (?:of|de) (?:her|him|ella|el|mi \w+)\b|\b(?:her|his|sus?) (?:nudes|videos|pics|pictures|fotos)\b"
)
_FOUND_NUMBER = re.compile(
    r"\b(?:found|saw|see|seen) (?:this|the|your|a) (?:number|line|contact|text)(?: \w+){0,3} (?:in|on) (?:my|our) (?:\w+ )?(?:sons?|daughters?|kids?|childs?|nieces?|nephews?|grand\w+|sisters?|brothers?|teens?)\b"
    r"|\b(?:encontre|vi|halle) este (?:numero|contacto|mensaje)(?: \w+){0,3} en el (?:cel|celular|telefono) de mi (?:hij|niet|sobrin|herman|nin)\w+\b"
)
_WORRIES = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:daughter|son|kid|child|niece|nephew|granddaughter|grandson|godson|goddaughter|stepson|stepdaughter|(?:little |lil |baby |younger )?(?:sister|brother)|cousin)(?: \w+)? "
    r"(?:(?:is|has|has been|been|keeps?|started|acts?|acting|seems?|got|just) )+(?:\w+ ){0,2}?(?:weird|different|off|strange|distant|quiet|secretive|moody|scared|sad|withdrawn|sneaking\w*|hiding\w*|\d{1,2}|new \w+|not (?:herself|himself))\b"
    r"|\b(?:worried|scared|concerned) (?:about|for) (?:my|our) (?:\w+ )?(?:daughter|son|kid|child|niece|nephew|grand\w+|sister|brother|cousin|step\w+)\b"
    r"|\b(?:mi|nuestr[oa]) (?:\w+ )?(?:hij|niet|sobrin|ahijad|herman(?:it)?)[oa](?: \w+)? (?:(?:esta|anda|se porta|actua|se ve|tiene|ha estado) )+(?:muy |bien |como |mas )?(?:rar[oa]|distint[oa]|diferente|callad[oa]|asustad[oa]|triste|\d{1,2})\b"
    r"|\b(?:preocupad[oa]|me preocupa) (?:por )?(?:mi|nuestr[oa]) (?:hij|niet|sobrin|ahijad|herman|prim)\w+\b"
)
_OF_ME = re.compile(r"\b(?:me|us|nos|conmigo)\b")
_STANDS = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.UNDER_13, Answer.FORGET, Answer.TAKE_BACK}
)
_OPEN = frozenset(
    {Answer.HOLDER, Answer.UNCLEAR, Answer.GREETING, Answer.ASIDE, Answer.NEEDS, Answer.WHO_IS_THIS, Answer.WHO_ARE_YOU}
)
_WILL_NOT_TALK = re.compile(
    r"(?:(?:and|but|he|she|they|y|pero|el|ella) )*(?:(?:will|does|do|would) not|refuses to|no)(?: (?:want to|even|me|nos|quiere|le))* (?:talk|tell|say|open up|speak|hablar?|habla|decir|dice|cuenta|contar)(?: (?:about|it|to|me|us|anything|nothing|de eso|nada|conmigo|a nadie))*"
)
_TOOK_IT = re.compile(
    r"\b(?:i )?took (?:her|his|the) (?:phone|cell)\b|\ble quit(?:e|o|amos) (?:el|su) (?:cel|celular|telefono)\b|\b(?:el|su) (?:telefono|cel|celular) de (?:ella|el)\b|\bwith (?:her|his) phone\b"
)


def told_nothing(session: Session) -> bool:
    """Return whether nobody's need, danger or place is known on this phone: nothing could be betrayed."""
    facts = session.facts - {Fact.FOR_FAMILY}
    return not (session.needs or session.hazard or session.asked or session.case or session.area or facts)


def of_relative(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "im her aunt" and "my nephew is being weird" as written by a relative who worries."""
    is_sure = reading.level is Level.ALARM or reading.answer in _STANDS or session.caseworker_name or session.young
    if is_sure:
        return reading
    said, for_family = wrote.said, Fact.FOR_FAMILY in session.facts
    if for_family and (asked := _goes_on(session, said, reading)) is not None:
        return asked
    rest = _FOUND_NUMBER.sub(" ", _INTRODUCES.sub(" ", said)).strip()
    hostile = is_demand(rest) or is_against_her(rest) or is_held_demand(rest) or _LOOKS_FOR.search(rest)
    if rest != said and reading.answer in _OPEN and not hostile and (for_family or told_nothing(session)):
        return _introduced(session, said, reading)
    worries = _WORRIES.search(said) and not _OF_ME.search(said) and reading.concern is None
    if worries and reading.answer in (Answer.UNCLEAR, Answer.ASIDE):
        return reading._replace(facts=reading.facts | {Fact.FOR_FAMILY})
    return reading


def _introduced(session: Session, said: str, reading: Interpretation) -> Interpretation:
    facts = reading.facts | {Fact.FOR_FAMILY}
    plain = reading._replace(concern=None, level=None, about_other=False, facts=facts, aside=None, guide=None, needs=())
    if _PICTURES.search(said):
        return plain._replace(answer=Answer.UNCLEAR, concern=Concern.SEXTORTION, level=Level.ASK, about_other=True)
    if session.greeted and not session.other_holds:
        return plain._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
    return plain._replace(answer=Answer.GREETING)


def _goes_on(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return what a relative tells or asks next, where a guess took it for a skip or for who holds the phone."""
    if _WILL_NOT_TALK.fullmatch(said):
        aside = Aside.HELPING_THEM if session.safe else Aside.NOTED
        return reading._replace(answer=Answer.ASIDE, aside=aside, concern=None, level=None, guide=None, needs=())
    if reading.answer in (Answer.HOLDER, Answer.ASIDE) and _TOOK_IT.search(said):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.HELPING_THEM, concern=None, level=None, needs=())
    return None
