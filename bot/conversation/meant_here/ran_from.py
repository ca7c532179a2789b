"""Somebody who ran from a man, and money offered for sex: heard also where it comes in bits, or beside a need. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Detail, Level
from bot.flows.session import Session

_OPEN = GIVES_WAY | {
    Answer.NO_PLACE, Answer.COME, Answer.AREA, Answer.PERSON, Answer.WHO_ARE_YOU, Answer.FINE_NOW, Answer.PROGRESS,
    Answer.WATCHED, Answer.HOLDER,
}  # fmt: skip
_MAY_SEEM = frozenset(
    {None, Concern.MINOR_NO_PLACE, Concern.SEXUAL_ABUSE, Concern.WATCHED, Concern.FRIEND, Concern.SELF_HARM}
)

_MAN = r"(?:man|mans|guy|guys|dude|dudes|pimp|pimps|trafficker|creep|sugar daddy|client|john|trick|people|folks|lady|couple|older (?:man|guy|dude))"
_SENOR = r"(?:senor(?:es)?|hombres?|tipos?|vato|viejo|viejito|don|padrote|patron|patrona|senora|tratante|pareja|cliente|fulano|gente|traficantes?|coyote|ruco)"
_HIS_HOUSE = r"(?:(?:his|the|a|this|some|an|that|my|one|these|older|old|white|other|random|grown) )*"
_SU_CASA = r"(?:(?:la|el|un|una|de|del|casa|depa|departamento|cuarto|trailer|rancho|donde|con|ese|este|mi|su|esa|unos|unas|lo) )*"
_FROM = rf"(?:from|of|out of) {_HIS_HOUSE}{_MAN}(?: (?:house|place|apartment|apt|car|crib|room|s))?"
_DE = rf"(?:de|del|con) {_SU_CASA}{_SENOR}"
_RAN = re.compile(
    rf"\b(?:i|we)(?: (?:just|finally|already|had to|managed to|have|kinda))* (?:ran(?: away| off| out)?|run(?: away)?|got away|escaped?|fled|snuck out|broke out|bounced|dipped|took off|left) {_FROM}\b"
    rf"|\b(?:me|nos) (?:escape|escapamos|fugue|sali|fui|largue|hui|escapo|pele|safe|zafe)(?: (?:ya|ayer|hoy|anoche|por fin|corriendo))* {_DE}\b|\b(?:hui|huyo|huimos|escape|sali|me fui|ando huyendo|vengo huyendo|estoy huyendo) {_DE}\b"
    rf"|\bme (?:escape|fugue|sali|fui) de (?:ahi|donde) (?:un|una|el|ese|me)? ?(?:{_SENOR})? ?(?:me|nos) (?:tenia|tenian|tiene|tienen)\b"
)
_BIT = re.compile(
    rf"(?:(?:no|and|but|it was|its|y|pero|es|era|ah) )*(?:{_FROM}|{_DE})(?: (?:who|that|de|como|que|like|about|in his|around|is|he|tiene|mucho|mas|mayor|grande|older|than|me|mi|\d+|years?|old|anos|s|casado|married|del?|la|barrio|calle|tinder|snap|ig))*"
)
_OF_HOME = re.compile(
    r"(?:(?:and|but|it was|y|pero|es|era) )*(?:from|of|de|del) (?:(?:mi|my|casa de mi|casa de|la casa de mi|el|the) )+(?:\w+ )?(?:padrastro|stepdad|step ?dad|papa|dad|father|mama|mom|mother|tio|tia|uncle|aunt|novio|novia|bf|boyfriend|girlfriend|gf|ex|esposo|husband|marido"
    r"|hermano|brother|abuelo|grandpa|primo|cousin|suegr[oa]|pareja|moms (?:bf|boyfriend|man)|familia|family|papas|padres|parents)(?: (?:who|que|me|and|y|he|she|el|house|place|casa)(?: \w+){0,4})?"
)
_NO_DANGER = re.compile(r"\b(?:cops?|police|school|class|escuela|policia|migra|ice|juvie|group home|foster)\b")

_ACT = (
    r"(?:sex|head|(?:a )?bj|(?:a )?blow ?job|oral|a hand ?job|a hj|(?:a )?quickie|nudes?|it all|anal|(?:a )?night|to (?:sleep|fuck|have sex|do it|hook up|suck|strip)(?: \w+){0,3}"
    r"|(?:una? )?(?:mamada|oral|chupada|rapidin|sexo|polvo|noche|acoston|jalada|masaje con final feliz)|(?:tener )?sexo|acostar(?:me|nos)(?: \w+){0,2}|sexo oral|coger|hacerle|tocarlo|que me acueste|dormir con (?:el|ellos))"
)
_OFFERED = re.compile(
    rf"\b(?:offer(?:s|ed|ing)?|pay(?:s|ing)?|paid|gave|giv(?:es|ing|e)|gonna give|will give|said he (?:will |would )?(?:pay|give))(?: (?:me|us|her|to))* ?\$?\d{{1,4}}(?: (?:bucks|dollars|for|a|if|i|some|usd))* {_ACT}\b"
    rf"|\b(?:me|nos) (?:ofreci\w+|ofrece\w*|ofrecen|pag\w+|da|dan|dio|dieron|va a dar|van a dar|prometi\w+)(?: (?:ya|hasta|unos|como|otra vez))* \$?\d{{1,4}}(?: (?:dolares|pesos|varos|bolas|lempiras|por|para|si|a|que|una|un|tener|cambio|de))* ?{_ACT}\b"
)
_GOES = re.compile(
    r"(?:(?:ok|so|and|but|then|y|pero|pues|ya|al final|ni modo|bueno) )*(?:(?:i )?(?:am |will |already |just )*(?:gonna (?:go|do it)|going|imma (?:go|do it)|go|went|did it|do it|said yes|done it|came back|back|did)|(?:ya )?(?:voy(?: a (?:ir|hacerlo))?|fui|lo hice|lo voy a hacer|le dije que si|acepte|regrese|volvi|ya paso|lo hago))(?: (?:anyway|i guess|whatever|now|tho|ni modo|ya|igual|de todos modos|pues|again|with (?:him|it)|con el|hoy|tonight|already|no tengo de otra|que mas))*"
)


def of_running_from(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "me escape", and then "de un señor", as somebody who ran from who kept them."""
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.MINOR_NO_PLACE
    if session.caseworker_name or session.young or is_sure or reading.answer in STANDS - {Answer.HOLDER}:
        return reading
    if reading.answer not in _OPEN or reading.concern not in _MAY_SEEM or session.of_other or reading.about_other:
        return reading
    said = wrote.said
    stands = session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked
    if stands and _goes(session, said, reading):
        return reading._replace(
            answer=Answer.UNCLEAR, concern=None, level=None, aside=None, guide=None, needs=(), detail=Detail.TOLD_ON
        )
    concern = None if stands or reading.concern is Concern.SELF_HARM else _told(session, said, reading)
    if concern is None:
        return reading
    return reading._replace(
        answer=Answer.UNCLEAR, concern=concern, level=Level.ASK, about_other=False, aside=None, guide=None,
        hour=None, progress=None, leaves=False,
    )  # fmt: skip


def _told(session: Session, said: str, reading: Interpretation) -> Concern | None:
    """Return what is told of whom somebody ran from, or of money for sex; None for neither."""
    if _NO_DANGER.search(said):
        return None
    in_bits = session.hazard == Answer.NO_PLACE.value
    if in_bits and reading.concern is None and _OF_HOME.fullmatch(said):
        return Concern.VIOLENCE
    is_told = (in_bits and _BIT.fullmatch(said)) or _RAN.search(said) or _OFFERED.search(said)
    return Concern.EXPLOITATION if is_told else None


def _goes(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether somebody tells that they went, or will, after money was offered: more of that."""
    is_open = reading.concern is None or (
        reading.concern is Concern.SELF_HARM and Concern.SELF_HARM not in session.asked
    )
    return is_open and _GOES.fullmatch(said) is not None
