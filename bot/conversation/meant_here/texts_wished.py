"""What somebody wishes of the texts themselves: none at all, other ones than these, or that they are erased. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.understanding import carrier
from bot.understanding.binding import erases
from bot.understanding.of_last_texts import erases_last, reads_last, wants_last_again
from bot.understanding.what_is_sent import Sent, without_wish

_WISHED = {Sent.NUMBERS: Aside.NO_HOTLINE, Sent.SO_MUCH: Aside.SHORTER}
_GIVE_WAY = frozenset({Answer.UNCLEAR, Answer.NO, Answer.NOT_NOW, Answer.MAYBE, Answer.ASIDE, Answer.DROP_CHECK_IN})
"""Answers that say less than a wish about what is sent."""
_SAY_MORE = frozenset({Aside.TEXT_INSTEAD, Aside.LANGUAGE_SPOKEN, Aside.NOT_SUICIDAL, Aside.NOT_IN_DANGER})
"""Remarks that say more than it."""

_ASKED = f"aside.{Aside.STOP_TEXTS.value}"


def other_texts(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "don't send me numbers" and "not so much text" as what they wish, where the text tells nothing else."""
    aside = _WISHED.get(wish) if (wish := carrier.unwanted_in(wrote.words)) else None
    if aside is None or session.caseworker_name or reading.answer not in _GIVE_WAY or reading.aside in _SAY_MORE:
        return reading
    if _tells_danger(reading, without_wish(wrote.plain)):
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=aside, concern=None, level=None)


_LITTLE_HEARD = frozenset({None, Concern.WATCHED, Concern.SELF_HARM})


def of_last_texts(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "delete the last text" as "delete this", and "read me the last texts" as asked by who did not get them."""
    may_be = reading.answer in _GIVE_WAY | {Answer.WATCHED, Answer.SELF_HARM, Answer.FORGET, Answer.WHAT_IS_KEPT}
    if session.caseworker_name or not may_be or reading.concern not in _LITTLE_HEARD or reading.level is Level.ALARM:
        return reading
    if wants_last_again(wrote.said):
        return Interpretation(Answer.REPEAT, language=reading.language)
    if erases_last(wrote.said):
        return Interpretation(Answer.WATCHED, language=reading.language)
    return Interpretation(Answer.HOLDER, language=reading.language) if reads_last(wrote.said) else reading


_NEAR = re.compile(
    r"\b(?:he|she|they|him|her|somebody|someone|my \w+|sees?|reads?|checks?|looks?|before|here|phone|"
    r"el|ella|ellos|alguien|mi (?:novio|esposo|marido|pareja|mama|papa|padrastro|tio|jefe|patron)|ve|vea|ven|vean|lee|lea|leen|revisan?|"
    r"checan?|antes|aqui|cel|celular|telefono)\b"
)
"""Words of somebody who may see the texts: "not so many texts, he sees my phone"."""


def _tells_danger(reading: Interpretation, said: str) -> bool:
    """Return whether a reading has a danger. A doubt that the phone is watched needs somebody who may watch it."""
    if reading.concern is Concern.WATCHED and reading.level is Level.ASK:
        return _NEAR.search(said) is not None
    return reading.concern is not None or reading.level is not None


_PLEASE = (
    r"(?:(?:hola|oye|ok|okay|y|pero|ya|mejor|por favor|porfa|porfavor|porfis|me|nos|quiero|quisiera|necesito|te pido|les pido|que|tu|ustedes|puedes|pueden|podrias|podrian|"
    r"hey|hi|please|pls|plz|can|could|would|will|you|u|i|want|need|would like|just|and|now|to) )*"
)
_ERASE = (
    r"(?:borra|borre|borres|borren|borrar|borrame|borreme|borrenme|borrarme|elimina|elimine|elimines|eliminen|eliminar|eliminame|quita|quites|"
    r"olvida|olvide|olvides|olviden|olvidate de|delete|erase|wipe|forget|remove|clear|get rid of|trash)"
)
_WHAT_IS_KEPT = (
    r"(?:todo|toda|all|everything|"
    r"(?:todo |de )*lo (?:mio|de mi|que (?:te |les |le |yo |ya |me |he |de mi )*(?:dije|conte|contado|dicho|puse|escribi|mande|platique|sabes|saben|sabe|tienes|tienen|guardas|guardan|guardaste|apuntaste))|"
    r"(?:todos |todas |toda )?(?:mis|mi|nuestra|nuestros|esta|la|estos) (?:datos|mensajes|mensajitos|textos|cosas|chats?|conversacion|informacion|info|historia|historial|platica)|"
    r"(?:all |all of )?(?:what|that|everything|anything) (?:i|you|u|ive|i have|you have|yall) (?:\w+ )?(?:said|told|texted|wrote|sent|know|have|got|kept|saved)|"
    r"(?:all |all of )?(?:my|our|the|this|these) (?:messages|texts|msgs|data|info|information|stuff|chat|chats|conversation|convo|history))"
)
_REST = (
    r"(?: (?:de|mi|aqui|ahi|esto|eso|esta|este|lo|que|te|les|dije|conte|sabes|tienes|por|favor|porfa|ya|ahora|ahorita|please|pls|plz|now|of|it|me|you|u|about|on|from|here|"
    r"thanks|gracias|told|said|know|have|i|todo|all|mensajes|datos|y|tambien|sobre|hoy))*"
)
_ERASES = re.compile(rf"{_PLEASE}{_ERASE} {_WHAT_IS_KEPT}{_REST}")


def erased(wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "borra todo lo que te dije" as a wish to be forgotten: it is no "delete this before he sees it" (promise 10)."""
    said = wrote.plain
    may_be = reading.answer in _GIVE_WAY | {Answer.FORGET, Answer.WHAT_IS_KEPT, Answer.NEEDS}
    if not may_be or _ERASES.fullmatch(said) is None or not erases(wrote.text) or _tells_danger(reading, said):
        return reading
    return Interpretation(Answer.FORGET, language=reading.language, photo=reading.photo)


def asked_first(session: Session, wrote: Wrote, reading: Interpretation, *, opt_out: str) -> Interpretation:
    """Read an opt-out in a sentence of somebody who told of danger as one to be asked about, once.

    A carrier word is obeyed at once, and so is the sentence that comes again: silence must be what they mean.
    """
    told = session.danger or session.asked or session.hazard
    if reading.answer is not Answer.STOP or opt_out or not told or session.last_key.startswith(_ASKED):
        return reading
    if carrier.is_keyword(wrote.words):
        return reading
    return Interpretation(Answer.ASIDE, aside=Aside.STOP_TEXTS, language=reading.language, photo=reading.photo)
