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


_GONE = re.compile(
    rf"{_SO}(?:i |we |yo )?(?:just |really |only |all i |do )*(?:want|need|wish|wanna)(?: (?:the|my|all|of|those|these|just))*(?: (?:it|them|those|these|that|{_PICS}))(?: (?:to be|to|be|just|all))* (?:gone|deleted|erased|removed|down|taken down|off(?: the (?:internet|site|web|phone)| there| his phone| line)?|off of there|disappear\w*)(?: (?:now|forever|for good|please|so bad|from (?:his phone|there|the internet|everywhere)))*"
    rf"|{_SO}(?:can|could|will|do|how (?:do|can) (?:i|we|you) get|how (?:do|can)) (?:(?:you|u|yall|i|we|it|they|them|those|the|that|be|get|my|these|{_PICS}) )*(?:erased?|deleted?|removed?|taken down|take (?:it |them )?down|gone|off(?: (?:the internet|a site|there|the site|his phone))?|down)(?: (?:my |the |those |these )?(?:{_PICS}))?(?: (?:off|from|on|of|a|the|his|site|sites|website|internet|online|phone|there|somehow|please|pls|pornhub|insta\w*|snap\w*|telegram))*"
    rf"|{_SO}(?:yo )?(?:solo |nomas )?(?:quiero|necesito|quisiera)(?: (?:ya|que|se|las?|los?|me|todas?|esas?|mis?|sus?|{_PICS}))* (?:desaparezcan?|borren?|quiten?|eliminen?|bajen?|borrarl[ao]s|quitarl[ao]s|eliminarl[ao]s|bajarl[ao]s)(?: (?:esas?|mis|las|{_PICS}|de (?:internet|ahi|su (?:cel|celular|telefono)|todos lados)|ya|porfa|por favor))*"
    rf"|{_SO}(?:se |las |los |me |como |tu |ustedes )*(?:pueden?|puedo|podrian?|hago para)(?: (?:que|se|las|los|ser))* ?(?:borrar\w*|quitar\w*|eliminar\w*|bajar\w*|desaparecer|borren|quiten)(?: (?:esas?|mis|las|{_PICS}|de (?:internet|ahi|una pagina|la pagina|su (?:cel|celular|telefono))|ya|porfa|por favor))*"
)
_ONLINE = re.compile(
    rf"(?=.*\b{_PICS}\b)(?=.*\b(?:sites?|websites?|online|internet|pornhub|onlyfans|insta\w*|snap\w*|telegram|twitter|facebook|paginas?|web)\b).*\b(?:delet\w*|eras\w*|remov\w*|take|taken|get|off|down|borr\w+|quit\w+|elimin\w+|baj\w+)\b.*"
)


def wants_them_gone(said: str) -> bool:
    """Return whether all of `said` wishes or asks for something to be gone, which after pictures is them."""
    return _GONE.fullmatch(said) is not None


def asks_of_a_site(said: str) -> bool:
    """Return whether a text asks to get pictures off a site."""
    return _ONLINE.fullmatch(said) is not None


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
