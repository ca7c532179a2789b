"""Whom not to call: "dont call my mama" is about her, and takes no hotline's number away. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Level
from bot.flows.session import Session

_KIN = (
    r"mom|moms|mommy|momma|mama|ma|mother|dad|dads|daddy|father|stepdad|stepmom|parents|folks|sister|sis|brother|bro|aunt|auntie|uncle|"
    r"cousin|grandma|granny|grandpa|bf|boyfriend|gf|girlfriend|husband|wife|ex|man|friend|friends|boss|pimp|family|kids|son|daughter|"
    r"teacher|school|church|pastor|worker|caseworker|social worker|po|probation officer|job|work|house|home"
)
_PARIENTE = (
    r"mama|mami|ama|jefa|papa|papi|apa|padre|madre|padrastro|madrastra|papas|hermana|hermano|tia|tio|prima|primo|abuela|abuelo|abuelita|"
    r"novio|novia|esposo|esposa|marido|mujer|pareja|ex|amiga|amigo|jefe|patron|patrona|familia|hijo|hija|hijos|maestra|escuela|iglesia|"
    r"pastor|trabajadora|trabajo|casa"
)
_OFFICE = (
    r"cops?|police|popo|sheriff|cps|dcf|acs|dhs|ice|immigration|policias?|migra|la ley|dcfs|social services|the law"
)
_CALLED = re.compile(
    rf"\b(?:call|calls|calling|called|phone|ring|dial)(?: \w+)?? (?:her|him|them|(?:(?:my|no|the|any|on my|up my|his|her|their|more|to) )+"
    rf"(?:\w+ )?(?:{_KIN}|{_OFFICE})|(?:{_OFFICE}|home)|(?:me|us) (?:names?|a \w+|out|stupid|dumb|ugly|crazy))\b"
    rf"|\b(?:llam\w+|marc\w+|marqu\w+|habl\w+|hables?)(?: (?:a|con|para|pa|al|mas|ya|nunca|tampoco))* (?:a |con |al )?(?:(?:mi|mis|la|el|los|las|su) )+(?:{_PARIENTE}|{_OFFICE})\b"
    rf"|\b(?:llamar|marcar|hablar)(?:la|lo|le|les|los)\b|\bno (?:la|lo|le|les|los) (?:llam\w+|marc\w+|marqu\w+|habl\w+)\b"
)
_ANY_CALL = re.compile(
    r"\b(?:calls|phone call|on the phone|out loud|hear|hears|listen\w*|talk|talking|speak|whisper\w*|only text|just text|minutes|voice|deaf|quiet|"
    r"llamadas?|por telefono|en voz|oye|oyen|oir|oir\w+|escuch\w+|saldo|minutos|sord[oa]|solo texto)\b"
)
_OF_OFFICE = re.compile(rf"\b(?:{_OFFICE})\b")
_SCARED_TO = re.compile(r"\b(?:scared|afraid|nervous|miedo|pena|nervios)\b")


def of_whom_to_call(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Keep "dont call my mama" from taking calls away, and "im scared to call my sister" from being about her danger."""
    if session.caseworker_name or _CALLED.search(wrote.said) is None or _ANY_CALL.search(wrote.said) is not None:
        return reading
    reading = reading._replace(facts=reading.facts - {Fact.TEXT_ONLY})
    if reading.level is Level.ALARM:
        return reading
    if reading.aside is Aside.TEXT_INSTEAD and reading.answer is Answer.ASIDE:
        return reading._replace(aside=Aside.WHERE_TO_CALL if _OF_OFFICE.search(wrote.said) else Aside.NOTED)
    is_hers = reading.concern in (Concern.CHILD_HURT, Concern.FRIEND) and _SCARED_TO.search(wrote.said) is not None
    if is_hers and session.hazard and _ONLY_FEAR.fullmatch(wrote.said):
        return Interpretation(Answer.ASIDE, aside=Aside.NOTED, language=reading.language)
    return reading


_ONLY_FEAR = re.compile(
    r"(?:(?:i am|i|im|but|and|so|too|really|kinda|to|me|da|tengo|mucho|mucha|pero|y|es que) )*(?:scared|afraid|nervous|miedo|pena|nervios)"
    r"(?: (?:to|of|de))* (?:call|calling|llamar\w*|marcar\w*|hablar\w*)(?: \w+){1,4}"
)
