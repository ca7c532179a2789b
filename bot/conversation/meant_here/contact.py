"""Somebody who is met, or who keeps calling: they have no hold of the phone. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, State
from bot.flows.session import Session

_THEY = (
    r"(?:he|she|they|(?:my|the|this|that|his|her) (?:\w+ )?(?:ex|uncle|cousin|bf|boyfriend|man|pimp|dad|stepdad"
    r"|brother|"
    r"boss|guy|dude|family|friends|husband|gf|girlfriend|grandpa|coach))"
)
_REACHES = (
    r"(?:call|calls|calling|text|texts|texting|message|messages|messaging|msging|dm|dms|dming|hit(?:ting)? me up"
    r"|snapping|snap|"
    r"blow(?:ing|s)? (?:me|up my phone|my phone up)|contact(?:ing)?|reach(?:ing)? out|add(?:ing)? me|follow(?:ing)?"
    r" me on|spam(?:ming)?|"
    r"find(?:s|ing)? me on|leav(?:es|ing) (?:me )?(?:voicemails|messages))"
)
_KEEPS = (
    rf"\b{_THEY}(?: (?:still|just|always|also|even|is|are|has|have|been))* "
    r"(?:keeps?|kept|(?:will not|does not|would not|never|do not) (?:stop|quit)|be|been|constantly|nonstop)(?: on|"
    rf" trying to)? {_REACHES}\b"
)
_SIGUE = (
    r"\b(?:me |el |ella |mi ex )*(?:sigue|siguen|no (?:me |nos )?(?:para|deja|paran|dejan) de|anda|vuelve a)(?: (?:me|de|todo|el"
    r"|dia|a))* "
    r"(?:llam\w+|escrib\w+|marc\w+|mand\w+|texte\w+|busc\w+|habl\w+)(?:me)?\b"
)
_OTHER_NUMBERS = (
    r"\b(?:from|off|with|on) (?:(?:a|like|all|these|so many|bunch of|new|other|another|random|some|\d+) )*"
    r"(?:diff|different|blocked|unknown|new|other|another|fake|random|private|no caller id|text ?now)\b(?: \w+)?"
    r"|\bde (?:otros?|varios|diferentes|muchos|puros|nuevos?) (?:numeros?|tel\w*|cel\w*|cuentas?)\b|\bnumeros?"
    r" (?:privados?|desconocidos?|bloqueados?)\b"
)
_KEEPS_ON = re.compile(rf"{_KEEPS}|{_SIGUE}")
_HIDES = re.compile(
    rf"\b{_THEY}(?: \w+){{0,2}} {_REACHES}(?: me)?\b.*(?:{_OTHER_NUMBERS})"
    rf"|\bme (?:llam\w+|escrib\w+|marc\w+|mand\w+|texte\w+|habl\w+)\b.*(?:{_OTHER_NUMBERS})"
)
_EX = re.compile(r"\b(?:my ex|i left (?:him|her)|since i left|mi ex|lo deje|desde que me fui)\b")

_MEETS = re.compile(
    r"\bi (?:still |always |only |just |have to |gotta |got to |will |am going to )*(?:see|saw|run into|ran into"
    r"|bump into|be around|sit by"
    rf"|pass)(?: to)? (?:him|her|them|{_THEY})"
    r"(?: (?:again|all the time|a lot|everywhere|around|there|daily|still))*"
    r"(?: (?:at|every|each|on|in|around|when|sometimes|most|for|today|tomorrow|next|this|thanksgiving"
    r"|christmas)\b(?: \w+){0,5})?"
    r"|\b(?:he|she) (?:is|will be|comes|be|still comes|goes)(?: (?:always|still|gonna|going|to|be))* (?:at|to)"
    r" (?:every|all|my|our|the|family|church|school|thanksgiving"
    r"|christmas)(?: \w+){0,5}"
    r"|\b(?:lo|la) (?:veo|voy a ver|tengo que ver|sigo viendo|topo|encuentro)(?: (?:en|cada|todos|todas|siempre"
    r"|diario|seguido|cuando"
    r"|a veces|otra vez)\b(?: \w+){0,5})?"
)
_SEES_PHONE = re.compile(
    r"\b(?:phone|texts?|messages?|screen|cel|celular|telefono|mensajes|read|reads|checks?|coming|here|near|now|rn"
    r"|door|ya viene)\b"
)
_NO_HOLD = re.compile(
    r"(?:(?:no|nah|nope|ok|but|and|its ok|it is ok|i mean|wait|pero|es que|y) )*"
    r"(?:(?:he|she|they|nobody|no one|el|ella|nadie) (?:(?:does|do|did|can|could|will|really|even|me|ya|lo|la) )*"
    r"(?:not|never|no)? ?(?:have|has|got|see|check|checks|read|reads|look at|get into|know|tiene|ve|revisa|lee|sabe"
    r"|toca|agarra)"
    r"(?: (?:my|the|this|mi|el|al|de|a|on|to|code|access|of))* (?:phone|cell|texts?|messages?|passcode|password"
    r"|number|cel|"
    r"celular|telefono|tel|mensajes|clave)(?: (?:anymore|now|rn|here|ya))*"
    r"|(?:my|this) phone (?:is|its) (?:safe|mine|new|private|ok)|(?:mi|este) (?:cel|celular|telefono|tel) (?:es"
    r"|esta) (?:mio|seguro|nuevo|solo mio))"
)
_DENIES = re.compile(r"\b(?:not|never|no|nobody|nadie|safe|mine|new|private|ok|mio|seguro|nuevo)\b")


def of_contact(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "i see him at church" and "he keeps calling from diff numbers" as told of them, and of no watched phone."""
    is_sure = reading.level is Level.ALARM or reading.concern not in (None, Concern.WATCHED, Concern.VIOLENCE)
    if is_sure or reading.answer in STANDS or session.caseworker_name or session.young or "?" in wrote.text:
        return reading
    said, is_watch = wrote.said, reading.concern is Concern.WATCHED
    calm = reading._replace(concern=None, level=None, aside=None, guide=None, hour=None, needs=())
    was_watched = session.state is State.WELCOME_BACK and session.last_key == "safety.watched"
    if (is_watch or was_watched) and _NO_HOLD.fullmatch(said) and _DENIES.search(said):
        return (
            calm._replace(answer=Answer.YES) if was_watched else calm._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
        )
    if reading.concern is Concern.VIOLENCE and not stands(session):
        return reading  # it is asked first whether they are safe
    if _HIDES.search(said) or (_KEEPS_ON.search(said) and (is_known(session) or _EX.search(said))):
        return calm._replace(answer=Answer.GUIDE, guide=Guide.FOUND_BY_EX)
    if stands(session) and _MEETS.fullmatch(said) and not _SEES_PHONE.search(said):
        return calm._replace(answer=Answer.ASIDE, aside=Aside.SEES_THEM)
    return reading


def is_known(session: Session) -> bool:
    """Return whether somebody was told of who hurt the person, or whom they left."""
    told = session.guide in (Guide.FOUND_BY_EX, Guide.GOING_BACK, Guide.LEAVING, Guide.BOYFRIEND)
    return stands(session) or told or session.wanted_guide in (Guide.FOUND_BY_EX, Guide.GOING_BACK)
