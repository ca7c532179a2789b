"""A small grammar of going for good and when, of being out, and of what was better once. English and Spanish. Pure.

"Me voy esta noche" and "antes me dejaba salir, ahora no" have words of "not now" in them, and put nothing off. All texts
are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

from bot.understanding.asked_in_danger import leaves_soon

_SO = (
    r"(?:(?:so|and|but|ok|okay|well|like|um|yes|yeah|i think|honestly|just|y|pero|oye|bueno|pues|si|ya|es que|creo que"
    r"|entonces|por fin|nomas) )*"
)
_WEAK_VERB = re.compile(
    r"\b(?:go|going(?! to)|gotta|bounce|dip|dipping|bouncing|out)\b(?!.*\b(?:from|away)\b)|\b(?:have|got) to (?:go|leave)\b|\btengo que (?:ir|salir)\w*\b|\bme toca\b"
)
_LATER_DAY = re.compile(
    r"\b(?:tonight|today|tomorrow|weekend|this (?:evening|afternoon)|hoy|esta (?:noche|tarde|madrugada|misma)|manana|madrugada|en la noche|cuando|when|before)\b"
)
_FOR_GOOD = re.compile(
    r"\b(?:escap\w+|fug\w+|huy\w+|huir\w*|pelo|largo|run(?:ning)? away|sneak\w*|for good|(?:from|leave|leaving) (?:him|her|them|here|this)|de (?:aqui|ahi|la casa|esta casa|su casa|con (?:el|ella))|this (?:place|house))\b"
)
_HIM = r"(?:him|her|them|my (?:\w+ )?(?:husband|man|bf|boyfriend|wife|girlfriend|gf|ex|pimp|boss|dad|stepdad|uncle|family|partner))"
_EL = r"(?:el|ella|ellos|mi (?:\w+ )?(?:marido|esposo|esposa|novio|novia|pareja|hombre|senor|ex|padrote|patron|patrona|padrastro|tio|papa|suegra))"
_WANTS_OUT = re.compile(
    rf"{_SO}(?:i )?(?:really |just |do )*(?:want to|wanna|need to|have to|gotta|am ready to|am trying to) (?:leave|get away from|get out from|run (?:away )?from|escape|escape from) {_HIM}(?: (?:now|so bad|for good|tho|today|already|asap))*"
    rf"|{_SO}(?:ya )?(?:me )?(?:quiero|quisiera|necesito|kiero|tengo que|ocupo) (?:ya )?(?:ir|salir|zafar|alejar|separar|largar|pelar|escapar|fugar)(?:me)? (?:ya )?(?:de con|lejos de|de) {_EL}(?: (?:ya|ahora|hoy|mismo|hoy mismo|pronto|por favor))*"
    rf"|{_SO}(?:ya )?(?:quiero|quisiera|necesito|kiero|tengo que|ocupo) (?:ya )?dejar(?:lo|la|los)?(?: ya)? a {_EL}(?: (?:ya|ahora|hoy|pronto))*"
)
_OUT = re.compile(
    rf"{_SO}(?:(?:i|we) )?(?:(?:am|are|just|already|finally|did|made it|have|got) )*(?:(?:outside|out|out side)(?: of (?:there|the (?:house|room|motel|hotel|building)))?|got (?:out|away|outside)|escaped|ran(?: away| out| off)?|made it out|left(?: the (?:house|room|motel|hotel))?)(?: (?:now|rn|already|what now|what do i do|and now what))*"
    rf"|{_SO}(?:(?:ya|por fin) )*(?:estoy|estamos|ando|toy|andamos) (?:aca |aqui |ya )*(?:afuera|fuera|en la calle)(?: (?:de (?:la casa|ahi|alli)|del (?:cuarto|motel|hotel)|ya|y ahora|que hago|ahora que|y))*"
    rf"|{_SO}(?:ya |por fin |si )*(?:me )?(?:sali|salimos|escape|escapamos|me escape|nos escapamos|me fui|nos fuimos|logre salir|pude salir|pude escapar|corri|ya corri|me zafe)(?: (?:de (?:la casa|ahi|alli|con el)|del (?:cuarto|motel|hotel)|corriendo|ya|y ahora|que hago|ahora que))*"
)
_ONCE = r"(?:antes|al principio|primero|al inicio|de novios|at first|before|in the beginning|used to|(?:it|he|she|they|this|things) (?:was|were)|era|eran|estaba)"
_NO_MORE = r"(?:(?:pero )?(?:ahora|ahorita|hoy|ya) (?:ya )?no(?: mas)?|(?:but )?(?:not (?:now|any ?more|these days)|now (?:no|not|he does not|she does not|they do not|it is not)))"
_BETTER_ONCE = re.compile(
    rf"(?:.* )?{_ONCE}\b.*\b{_NO_MORE}(?: \w+){{0,4}}|{_SO}(?:ahora|now) (?:no|not) .*\b(?:antes|before|used to)\b.*"
)
_LET = re.compile(
    r"(?:.* )?\b(?:(?:he|she|they|my (?:\w+ )?\w+) (?:used to|would) (?:let|allow) (?:me|us)|(?:let|allowed) (?:me|us) (?:to )?(?:\w+ )+before|(?:antes )?(?:me|nos) dejaba[n]? (?:\w+ )*)\b.*"
)
_WRITES_LITTLE = re.compile(
    r"(?:(?:ok|sorry|perdon|y|and|but|pero|i|yo|please|help|ayuda|sos|no se|es que) )*(?:(?:can not|can|could not|cannot) (?:not )?(?:really )?(?:text|type|write|reply|talk)(?: back)?(?: (?:much|a lot|long|too much|for long))?"
    r"|(?:only|just) (?:short|quick) (?:texts|answers)|no (?:te |les )?puedo (?:escribir|textear|contestar|escribirte|responder|hablar)(?:te|les)?(?: (?:mucho|tanto|largo|bien|muy seguido))?|(?:solo|nomas) puedo (?:escribir )?(?:poco|poquito|cortito))"
    r"(?: (?:now|rn|ok|sorry|perdon|ahora|ahorita|aqui|here|he is close|help|ayuda))*"
)


def goes_for_good(said: str) -> bool:
    """Return whether all of `said` tells that somebody leaves, and when, with no danger told: no word of goodbye."""
    if not leaves_soon(said):
        return False
    return _FOR_GOOD.search(said) is not None or (_LATER_DAY.search(said) is not None and not _WEAK_VERB.search(said))


def wants_out_of(said: str) -> bool:
    """Return whether all of `said` is a wish to get away from a person: "me quiero salir de con mi marido"."""
    return _WANTS_OUT.fullmatch(said) is not None


def is_out(said: str) -> bool:
    """Return whether all of `said` tells that somebody got out: "ya estoy afuera"."""
    return _OUT.fullmatch(said) is not None


def was_better(said: str) -> bool:
    """Return whether a text says that something was better once, and is no more: its "ahora no" puts nothing off."""
    return _BETTER_ONCE.fullmatch(said) is not None


def lets_no_more(said: str) -> bool:
    """Return whether somebody no longer lets the person do what they did: "antes me dejaba salir ahora no"."""
    return was_better(said) and _LET.fullmatch(said) is not None


def writes_little(said: str) -> bool:
    """Return whether all of `said` tells that they cannot write, or not much."""
    return _WRITES_LITTLE.fullmatch(said) is not None
