"""A small grammar of pictures that an adult found of a child, or that are of a grown-up, in English and Spanish.

All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_PICS = r"(?:pics?|pictures?|photos?|nudes?|images?|screenshots?|videos?|fotos?|imagenes|capturas?|chats?|messages?|mensajes?|evidence|proof|evidencia|pruebas?)"
_SO = r"(?:(?:ok|okay|so|and|but|i|we|the|now|also|should|do|can|y|pero|entonces|ya|ahora|encontre|found|las|los|vi) )*"
_WHAT_NOW = re.compile(
    rf"(?:.* )?(?:should|do|can|must|shud|may|is it ok to|am i allowed to|do i have to|better to) (?:i|we)? ?(?:just |also )?(?:delete|erase|keep|save|send|forward|screenshot|copy|download|show|share|remove|take|print|ask (?:her|him|them|the \w+) for)(?: \w+){{0,6}}"
    rf"|(?:.* )?(?:las|los|se las|se los) (?:borro|guardo|mando|reenvio|copio|imprimo|ensen[oa]|pido|descargo|elimino|debo (?:borrar|guardar|mandar)|tengo que (?:borrar|guardar))(?: .*)?"
    rf"|(?:.* )?(?:borro|guardo|mando|reenvio|copio|le pido|elimino|debo (?:borrar|guardar|pedir)|tengo que (?:borrar|guardar)|puedo (?:borrar|guardar|mandar)) (?:las|los|el|esas|sus|todas|todo) ?(?:{_PICS}|todo)?(?: .*)?"
    rf"|{_SO}{_PICS}(?: (?:de (?:ella|el|mi \w+)|of (?:her|him|my \w+)))?"
    r"|(?:.* )?(?:should|do|can) (?:i|we) (?:take|check|look (?:at|through)|search|keep) (?:away )?(?:her|his|their|the|my \w+s) (?:phone|cell|ipad|tablet)(?: .*)?|(?:.* )?(?:le|les) (?:quito|reviso|confisco|debo quitar|puedo quitar|checo) (?:el|su) (?:cel|celular|telefono|tablet)(?: .*)?"
)
_CHILD_PICTURES = re.compile(
    rf"\b(?:(?:asks?|asked|asking|wants?|wanted|sent|sends|sending|sell|has|found|got|took|demand\w*|pidio|pide|piden|pidieron|mando|mandaron|manda|encontre|tiene|tienen|quiere|ensen\w+)\b.*\b{_PICS}|{_PICS}\b.*\b(?:pid\w+|mand\w+|asked|sent|encontre|found|desnud\w+|naked))\b"
)
_OF_CHILD = re.compile(
    r"\b(?:my|our|a|the|mi|una?|nuestr[oa]) (?:\w+ )?(?:daughter|son|kid|child|niece|nephew|sister|brother|sis|bro|student|foster \w+|granddaughter|grandson|stepdaughter|stepson|little (?:sister|brother)|hij[oa]|nin[oa]|sobrin[oa]|herman[oa]|alumn[oa]|niet[oa]|estudiante|hijastr[oa]|menor)\b"
)
_GET_DOWN = re.compile(
    r"\b(?:get|take|taken|took|bring|pull|how|remove|delete|down|off|bajo|bajar\w*|quit\w+|borr\w+|elimin\w+|como)\b"
)
_HOW = re.compile(
    r"(?:(?:ok|so|and|but|yes|please|y|pero|si|entonces) )*(?:how(?: do i| though| tho| can i)?(?: do (?:it|that)| get (?:it|them) (?:down|off)| report (?:it|them))?|what do i do|where|which site|is (?:it|that) (?:free|safe)|does it work|como(?: (?:le hago|lo hago|las quito|las bajo|se hace))?|donde|que hago|cual pagina|es gratis|(?:i )?(?:do not|can not)(?: \w+){0,2} (?:pay|afford|money|lawyer|want to pay)(?: .*)?|no (?:quiero|puedo|tengo)(?: \w+){0,2} (?:pagar|dinero|abogado)(?: .*)?)"
)


def asks_of_pictures(said: str) -> bool:
    """Return whether a text asks what to do with pictures, or a phone, that were found. It counts after they were told."""
    return _WHAT_NOW.fullmatch(said) is not None


def tells_childs_pictures(said: str) -> bool:
    """Return whether a text tells of pictures of a child that somebody asked for, sent or found."""
    return _CHILD_PICTURES.search(said) is not None and _OF_CHILD.search(said) is not None


def names_pictures(said: str) -> bool:
    """Return whether a text names pictures or proof."""
    return re.search(rf"\b(?:{_PICS})\b", said) is not None


def wants_them_down(said: str) -> bool:
    """Return whether a text that names pictures asks for them to be taken down."""
    return _GET_DOWN.search(said) is not None


def asks_how(said: str) -> bool:
    """Return whether all of `said` asks how, or says that they can't pay. It counts after the way was told."""
    return _HOW.fullmatch(said) is not None
