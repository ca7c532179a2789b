"""A wish about what is sent, in English and Spanish: no phone numbers, not so much text (promise 6).

"Don't send me numbers" ends no messages. The wish is struck from a text: only what is left of it may opt out.
"""

from __future__ import annotations

import re
from enum import Enum

_DETS = (
    r"(?:(?:me|us|any|anymore|more|no|the|these|those|your|ur|all|of|with|so|too|many|just|only|another|other|phone|hotline|help|"
    r"mas|los|las|esos|esas|estos|estas|tus|sus|unos|tantos|tantas|puros|puras|de|con|nada|eso|esto|ya|nomas|solo|otros|otras) )*+"
)
_SEND = r"(?:send|sending|text|texting|txt|give|giving|gimme|message|messaging|tell|telling|show|showing|throw|throwing|drop|dropping)"
_MANDA = (
    r"(?:mand|envi|texte|pas)(?:es|e|en|ar|arme|ando|andome)|(?:des|den|de|dar|darme|dando|dandome|pongas|pongan|poner|ponerme)|"
    r"escrib(?:as|an|a|ir|irme|iendo|iendome)|digas|digan"
)
_NOT = (
    r"(?:do not|dont|dnt|never|no need to|stop|quit|no more|enough(?: with| of)?|can you not|please not|tired of|sick of|done with|"
    r"i (?:do not|dont) (?:want|need)(?: you to)?)"
)
_NO = (
    r"(?:(?:ya )?no (?:quiero|necesito|ocupo|hace falta|es necesario)(?: mas)?(?: que)?|(?:ya )?(?:no|nunca)|"
    r"(?:ya )?(?:deja|deje|dejen|dejes|para|pare|paren|stop|basta|parale|parenle) (?:ya )?(?:de|con|a)?|(?:ya )?basta|(?:estoy )?hart[oa] de|ya estuvo)"
)
_NUMBER = (
    r"(?:numeros(?: de (?:telefono|ayuda))?|telefonos|lineas(?: de ayuda)?|hotlines?|numbers|nums|numbs|hot ?lines?|help ?lines?|"
    r"crisis (?:lines?|numbers?)|phone numbers|988|1 ?800(?: numbers?)?|211|233733)"
)
_ONE_NUMBER = r"(?:(?:that|this|the|ese|este|el|otro|otra|another|one more)(?: same| mismo)? (?:\w+ )?(?:number|numero|hotline|helpline|linea|988|211|911))"
_KINDS = r"(?:links?|ligas?|enlaces|pics?|pictures?|photos?|fotos?|addresses|direcciones|menus?|listas?|lists|opciones|options|preguntas|questions)"
_SAME = r"(?:lo mismo(?: de siempre)?|la misma cosa|las mismas cosas|el mismo (?:mensaje|texto)|los mismos (?:mensajes|textos)|(?:the )?same (?:thing|things|stuff|shit|text|texts|message|messages|number|numbers|answer))"
_TEXT = r"(?:texts?|texto|textos|mensajes?|mensajitos?|messages?|msgs?|letras?|cosas?|stuff|things?|palabras?|words?|info|rollo|choro|biblias?)\b"
_MUCH = (
    rf"(?:(?:so|too|this|that) (?:much|many|long)|(?:such |very |really |these |those )*(?:long|big|huge)|a lot(?: of)?|tan (?:larg[oa]s?|seguido|rapido|mucho)|"
    rf"(?:muy )?larg[oa]s?|much[oa]s?|demasiad[oa]s?|tant[oa]s?|tantisim[oa]s?)(?: (?:{_TEXT}|{_NUMBER}|veces|at once|at a time|junt[oa]s|de una vez|largo|largos|jale))*+"
)

_NUMBERS = re.compile(
    rf"\b(?:{_NOT}(?: {_SEND})? {_DETS}{_NUMBER}|{_NOT} (?:send|sending|give|giving) {_DETS}{_ONE_NUMBER}|"
    rf"{_NO} ?(?:me |nos |vuelvas? a |vuelvan a |sigas |sigan )*+(?:(?:{_MANDA}) )?{_DETS}(?:{_NUMBER}|(?<! al ){_ONE_NUMBER}))(?= |$)"
)


def _sent(what: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_NOT} (?:{_SEND}|writ(?:e|ing)|talk(?:ing)?) (?:me |us |to me )?(?:{_TEXT} )?{what}|"
        rf"{_NO} ?(?:me |nos |vuelvas? a |vuelvan a |sigas |sigan )*+(?:{_MANDA}) (?:mas )?(?:{_TEXT} )?{what})(?= |$)"
    )


_AMOUNT = _sent(_MUCH)
_OTHERS = _sent(rf"(?:{_SAME}|{_DETS}{_KINDS})")
_OF_THIS_PHONE = re.compile(
    r"\b(?:text|texting|message|messaging|use) (?:me on |at |to )?(?:this|my) (?:\w+ )?(?:number|phone|line)\b"
)
_TO_THIS = re.compile(r"\ba (?:este|ese|mi) (?:numero|telefono|cel|celular)\b")


class Sent(Enum):
    """What somebody does not want to be sent."""

    NUMBERS = "numbers"
    SO_MUCH = "so_much"
    OTHERS = "others"  # the same again, links, questions


_WISHES = {Sent.NUMBERS: _NUMBERS, Sent.SO_MUCH: _AMOUNT, Sent.OTHERS: _OTHERS}


def unwanted(said: str) -> Sent | None:
    """Return what a text, its words with one space between them, asks not to be sent, None if it asks no such thing."""
    own = _own(said)
    return next((kind for kind, wish in _WISHES.items() if wish.search(own) is not None), None)


def without_wish(said: str) -> str:
    """Return a text without its wish about what is sent: the same text if it has none."""
    if unwanted(said) is None:
        return said
    for wish in _WISHES.values():
        said = wish.sub(" ", said)
    return " ".join(said.split())


def _own(said: str) -> str:
    """Return a text without the person's own phone: "don't text this number" is about no number that is sent."""
    return _TO_THIS.sub(" ", _OF_THIS_PHONE.sub(" ", said))
