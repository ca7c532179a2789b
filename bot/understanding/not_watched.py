"""A small grammar of what only sounds like a phone that is watched, in English and Spanish.

A parent finds messages on a child's phone; some hide together; a door stays shut. Texts are words with one space between
them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_CHILD = r"(?:(?:mi|mis|a mi|su|my|our) (?:\w+ )?(?:hij[oa]s?|hijit[oa]s?|nin[oa]s?|nen[oa]s?|hermanit[oa]s?|herman[oa]|sobrin[oa]s?|niet[oa]s?|hijastr[oa]|ahijad[oa]|primit[oa]|son|daughter|kid|child|sister|brother|niece|nephew|stepson|stepdaughter|granddaughter|grandson|cousin|girl|boy)s?(?! friend))"
_FOUND = r"(?:(?:le|les) (?:halle|encontre|vi|cache|descubri|lei|revise)|(?:halle|encontre|vi|cache|descubri|lei)|(?:found|saw|read|came across|caught|discovered)|looked (?:through|at))"
_MESSAGES = r"(?:mensajes?|chats?|textos?|fotos?|conversaciones|dms?|messages?|msgs?|texts?|pics|pictures|photos)"
_GROWN = r"(?:senor(?:es)?|hombres?|tipos?|adultos?|viejos?|vatos?|batos?|desconocidos?|senora|man|men|guys?|adult|grown|older|stranger|strangers|dude|grindr|snap\w*|insta\w*|tinder|discord|roblox|whatsapp|telegram)"
_FINDS = re.compile(rf"\b{_FOUND}\b(?: \w+){{0,4}} {_MESSAGES}\b")


def finds_on_their_phone(said: str, *, of_other: bool) -> bool:
    """Return whether an adult found messages of a grown-up on the phone of a child. `of_other`: a child was told of."""
    full = in_full(said)
    if _FINDS.search(full) is None or re.search(rf"\b{_GROWN}\b", full) is None:
        return False
    mine = re.search(
        r"\b(?:my (?:phone|messages)|mi (?:cel|celular|telefono)|me (?:hallo|encontro|vio|leyo|cacho))\b", full
    )
    return mine is None and (of_other or re.search(rf"\b{_CHILD}\b", full) is not None)


_HIDES = re.compile(
    r"\b(?:estoy|estamos|ando|andamos|seguimos|sigo|nos tienen)(?: \w+)? escondid[oa]s?\b|\b(?:me escondi|nos (?:escondimos|encerramos))\b|\b(?:i am|we are|we|me and \w+(?: \w+)?)(?: (?:all|are|still|just))* (?:hiding|hid) (?:in|under|behind|from)\b"
)
_PHONE = re.compile(r"\b(?:phone|cell|cel|celular|telefono|tel|tablet|texts?|mensajes?)\b")


def hides(said: str) -> bool:
    """Return whether a text tells that they hide themselves, and no phone."""
    return _HIDES.search(said) is not None and _PHONE.search(said) is None


_AT_HAND = re.compile(
    r"\b(?:aqui|conmigo|al lado|a mi lado|viendo(?:me)?|mirando(?:me)?|cerca|next to me|beside me|right here|with me|over my shoulder|watching me|looking at me|in the (?:same )?room|behind me|detras de mi|atras de mi|ley(?:o|eron)|lee|leido|reads?|saw|vio|vieron|found out|se entero|se enteraron)\b"
)


def is_at_hand(said: str) -> bool:
    """Return whether somebody is told of as near: the screen may be seen."""
    return _AT_HAND.search(in_full(said)) is not None


_SHUT_OUT = re.compile(
    r"\bno (?:me|nos) (?:deja|quiere dejar|abre|quiere abrir)(?: (?:entrar|pasar|la puerta|al?|su|el|cuarto|bano))*|\b(?:se encerro|esta encerrad[oa])\b|\b(?:will not|does not|is not|wont)(?: \w+)? (?:let|letting|open)(?: (?:me|us|in|the|door|her|his|room|up|bathroom))*|\blocked (?:herself|himself|themsel\w+|the door|me out)\b"
)


def is_shut_out(said: str) -> bool:
    """Return whether somebody in danger does not open the door to who tells it."""
    return _SHUT_OUT.search(in_full(said)) is not None
