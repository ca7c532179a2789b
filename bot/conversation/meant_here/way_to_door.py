"""Beside somebody who is a danger: his weapon, what to take along, no shoes, a call to 911 that was made. Pure.

"La agarro?", "do i take the money", "no tengo zapatos": nothing there is worth the risk, and a weapon is not touched.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.flows.urgent import PARTNER

_IS_FAR = STANDS - {Answer.HOLDER} | {Answer.FOREIGN, Answer.UNDER_13}
_OPEN = GIVES_WAY | {
    Answer.HURT_NOW, Answer.CHILD_HURT, Answer.COME, Answer.WATCHED, Answer.NO_PLACE, Answer.PROGRESS, Answer.HOLDER,
    Answer.HELP, Answer.PERSON, Answer.LANGUAGE, Answer.SPANISH, Answer.ENGLISH,
}  # fmt: skip
_MAY_SEEM = frozenset(
    {None, Concern.VIOLENCE, Concern.EXPLOITATION, Concern.WATCHED, Concern.MINOR_NO_PLACE, Concern.FRIEND}
)
_BY_SOMEBODY = BY_FORCE | {Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER}

_SO = r"(?:(?:ok|so|and|but|or|then|please|omg|hey|y|pero|o|entonces|oye|ay|mejor|ahora|now) )*"
_ARM = r"(?:guns?|weapons?|knife|knives|pistols?|rifle|machete|bat|taser|blade|strap|glock|armas?|pistolas?|cuchillos?|navajas?|fierro|rifle|machete|bate|cuete)"
_SHOULD = r"(?:(?:should|shud|can|could|do|must|shall|what if|better if|would it help if) (?:i|we)(?: (?:just|even|also|try to|try and))*|i want to|i wanna|thinking (?:of|about)|imma|i am gonna|i am going to)"
_GRAB = (
    r"(?:grab|take|hide|steal|get|use|touch|pick up|move|unload|throw(?: away)?|swipe|snatch|grabbing|taking|hiding)"
)
_ARMED = re.compile(
    rf"{_SO}{_SHOULD} {_GRAB}(?: (?:his|the|a|that|their|up|away))* {_ARM}(?: \w+){{0,6}}"
    rf"|{_SO}{_SHOULD} (?:defend|protect|arm) myself(?: \w+){{0,6}}|{_SO}{_SHOULD} (?:fight (?:him )?back|hit him(?: first)?|stab him|shoot him|cut him|attack him)(?: (?:with|first|if|when|while|he|is|asleep|sleeping|a|the) ?\w*)*"
    rf"|{_SO}(?:(?:le|se lo|se la|la|lo|me|yo) )*(?:agarro|agarrar|tomo|quito|quitar|escondo|esconder|robo|saco|uso|cojo|llevo|debo (?:agarrar|quitar|esconder|tomar)|puedo (?:agarrar|quitar|esconder|tomar))(?:le|la|lo|sela|selo)?(?: (?:el|la|su|ese|esa|un|una))* {_ARM}(?: \w+){{0,5}}"
    rf"|{_SO}(?:me (?:defiendo|puedo defender|debo defender)|debo defenderme|puedo defenderme|lo ataco|le pego(?: yo)?|lo apunalo|le disparo|me le aviento)(?: (?:con|si|cuando|primero|algo|un|una|el|la|\w+)){{0,6}}"
)
_GRABS_IT = re.compile(
    rf"{_SO}{_SHOULD} {_GRAB} (?:it|that|them)(?: (?:up|from him|while|he|is|asleep|sleeping|and|or|leave|it|with me|too))*"
    rf"|{_SO}(?:se )?(?:la|lo) (?:agarro|tomo|quito|escondo|saco|cojo|uso|muevo)(?: (?:o|no|la|lo|dejo|ahi|antes|ya|mejor|yo))*"
)
_THINGS = r"(?:money|cash|phone|keys?|car keys|id|passport|papers?|documents?|bag|purse|backpack|clothes|shoes|jacket|charger|pills|stuff|things|drugs|wallet|dinero|lana|feria|billetes?|cel|celular|telefono|llaves?|identificacion|pasaporte|papeles|documentos|bolsa|mochila|ropa|zapatos|chamarra|cosas|cartera)"
_TAKES = re.compile(
    rf"{_SO}{_SHOULD} (?:{_GRAB}|pack|bring|leave|go back for|look for)(?: (?:his|the|my|all|a|that|our|up|some|any|from|him|back))* {_THINGS}(?: \w+){{0,6}}"
    rf"|{_SO}(?:(?:tengo|hay|tiene|esta) (?:el |la |su |mi )?{_THINGS}(?: (?!no)\w+){{0,6}} )?(?:(?:le|se lo|se la|se los|la|lo|los|las|me) )+(?:agarro|tomo|quito|robo|saco|llevo|cojo|escondo|quedo con|dejo)(?: (?:el|la|su|sus|mi|mis|los|las|con))* ?(?:{_THINGS})?(?: \w+){{0,4}}"
    rf"|{_SO}(?:agarro|tomo|saco|llevo|dejo|busco|regreso por)(?: (?:el|la|su|sus|mi|mis|los|las))* {_THINGS}(?: \w+){{0,4}}"
)
_BARE = re.compile(
    rf"{_SO}(?:(?:i|we)(?: (?:am|have|got|do|just|only|still|even))* )?(?:(?:not|no|without|barefoot|bare foot|in my|wearing)(?: (?:have|got|any|my|even|no|a|on))* ?)(?:shoes?|jacket|coat|clothes|pants|bra|socks|pajamas|pjs|underwear|slippers)(?: (?:on|rn|right now|with me|or|and|shoes|jacket|clothes|at all))*"
    rf"|{_SO}(?:no tengo|ando sin|estoy sin|sin|sali sin|me quito|me quitaron|me escondio|no traigo)(?: (?:los|mis|la|mi|ni|el))* (?:zapatos?|tenis|ropa|chamarra|pantalon(?:es)?|chanclas|abrigo)(?: (?:ni|y|o|zapatos|ropa|chamarra|nada|puestos?|ahorita|aqui))*|{_SO}(?:ando|estoy|voy) (?:descalz[oa]|en pijama|en calzones)(?: \w+){{0,3}}"
)
_CALLED = re.compile(
    r"(?:(?:ok|yes|yeah|i|we|si|ya|yo|pues|listo|hey) )*(?:(?:already|just|have|had|did|ya|les|le) )*(?:called|call|texted|phoned|dialed|llame|marque|hable|llamamos|avise|mande (?:un )?(?:texto|mensaje))"
    r"(?: (?:a|al|la|the|to|ya|con|el))* ?(?:911|9 1 1|police|cops|policia|emergencias)(?: (?:already|now|they|are|coming|on|the|way|y|ya|vienen|que|hago|and|what|now|then|i|called|dicen|que|ahi|vienen|hace|rato))*"
)
_NO_SPANISH = re.compile(
    rf"{_SO}(?:(?:ellos|la operadora|el operador|they|the operator|911|nobody|nadie) )*(?:no (?:me )?(?:entienden|entiende|hablan|habla|contestan en)|(?:do|does|can) not (?:speak|understand)|only speak)(?: (?:me|nada|mi|my|el|the|in|en|any))*(?: (?:espanol|spanish|idioma|language|ingles|english))?(?: (?:alli|ahi|en el 911|at 911|there))*"
)


def of_way_to_door(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "la agarro?" beside a weapon, and "no tengo zapatos" on the way out, as asked of what is worth a risk."""
    if session.caseworker_name or session.young or session.hazard not in _BY_SOMEBODY or session.of_other:
        return reading
    guessed = reading.concern is Concern.SELF_HARM and reading.level is Level.ASK and "?" in wrote.text
    if reading.answer in _IS_FAR or reading.answer not in _OPEN or not (guessed or reading.concern in _MAY_SEEM):
        return reading
    aside = _meant(session, wrote, reading)
    if aside is None:
        return reading
    return Interpretation(Answer.ASIDE, aside=aside, language=reading.language, facts=reading.facts, age=reading.age)


def _meant(session: Session, wrote: Wrote, reading: Interpretation) -> Aside | None:
    said = wrote.said
    if _CALLED.fullmatch(said) or (session.aside is Aside.CALLED_FOR_ME and _NO_SPANISH.fullmatch(said)):
        return Aside.CALLED_FOR_ME
    if _ARMED.fullmatch(said):
        return Aside.LEAVE_IT
    if reading.level is Level.ALARM or reading.concern is Concern.SELF_HARM:
        return None
    asks = "?" in wrote.text or said.startswith(_ASKING)
    if asks and _GRABS_IT.fullmatch(said):
        return Aside.LEAVE_IT
    takes = asks and _TAKES.fullmatch(said)
    bare = session.last_key in _ON_THE_WAY and _BARE.fullmatch(said)
    return Aside.GO_AS_YOU_ARE if takes or bare else None


_ASKING = (
    "should",
    "shud",
    "can i",
    "do i",
    "ok should",
    "and should",
    "le quito",
    "la agarro",
    "lo agarro",
    "me llevo",
)
_ON_THE_WAY = frozenset(
    {"safety.plan", "safety.stay", "safety.come", "aside.leave_it", "aside.leave_it.again", "aside.go_as_you_are",
     "safety.stay.plan", "safety.stay.person", "aside.if_caught", "aside.called_for_me", "aside.called_for_me.again", "safety.plan.found", "aside.hiding"}
)  # fmt: skip
