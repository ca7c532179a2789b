"""A small grammar of who stays or comes again tonight, and of who is not believed, in English and Spanish.

Each form is a whole text, words with one space between them, contractions written out. It counts after abuse was told.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_LEAD = r"(?:(?:and|but|so|ok|he said|i think|i know|im scared|i am scared|y|pero|es que|creo que|dice que|se que|que|porque|cuz|because|tengo miedo) )*"
_HE = r"(?:(?:he|they|she|(?:my|the) (?:\w+ )?(?:stepdad|step dad|dad|uncle|brother|cousin|grandpa|stepbrother|bf|boyfriend|coach|mans?)|el|ella|ellos|(?:mi|el|ese) (?:padrastro|tio|papa|apa|hermano|primo|abuelo|hermanastro|senor|novio de mi mama|cunado|padrino)) )"
_WHEN = r"(?:tonight|tonite|today|again|tomorrow|this weekend|hoy|esta noche|en la noche|otra vez|de nuevo|manana|la otra noche|al rato|hoy en la noche|este fin)"
_DOES = (
    r"(?:(?:(?:is|be|will|going to|gonna|wants to|supposed to|has to) )*(?:com(?:es?|ing)|stay(?:s|ing)?|sleep(?:s|ing)?|spend(?:s|ing)? the night|babysit\w*|watching (?:me|us)|back|here|in my (?:room|bed)|over)(?: (?:over|here|back|with (?:me|us)|in my (?:room|bed)|in the house|at (?:my|our) house))*"
    r"|(?:me |se |nos )*(?:va a |van a )?(?:viene|venir|queda|quedar|quedarse|duerme|dormir|vuelve|volver|regresa|regresar|llega|llegar|cuida|cuidar|cuidarme|toca cuidarme|entra|entrar)(?: (?:a dormir|aqui|conmigo|en (?:mi|la|el) (?:cuarto|casa|cama|recamara)|a (?:mi|la) (?:casa|cuarto)|con (?:migo|nosotros)|a cuidarme))*)"
)
_TONIGHT = re.compile(
    rf"{_LEAD}(?:{_WHEN} )+{_HE}?{_DOES}(?: {_WHEN})*|{_LEAD}{_HE}?{_DOES}(?: {_WHEN})+|{_LEAD}{_HE}(?:{_WHEN} )+{_DOES}(?: {_WHEN})*"
    r"|(?:(?:and|but|y|pero|el|he|mi \w+|my \w+) )*(?:sleeps in my (?:room|bed)|sleeps with me|duerme (?:conmigo|en mi (?:cuarto|cama|recamara)))(?: (?:every night|todas las noches|siempre|too|tambien))*"
)
_MOST_WORDS = 15
_NOT_THEM = re.compile(
    r"\b(?:mom|mama|friend|sister|grandma|aunt|amig[oa]|abuela|tia|hermana|dog|cat|perro|santa|teacher|maestr[oa]|caseworker)\b(?! (?:novio|boyfriend))"
)


def is_there_tonight(said: str) -> bool:
    """Return whether all of `said` tells that somebody stays or comes tonight, or again: "hoy se queda otra vez"."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _NOT_THEM.search(full.replace("novio de mi mama", "novio")):
        return False
    return _TONIGHT.fullmatch(full) is not None


_IN_ANGER = re.compile(
    rf"{_LEAD}(?:{_HE})?(?:(?:ya|just|is|has|got|he|el) )*(?:llego|viene|vino|entro|esta|anda|came|come|coming|home|here|back|in)(?: (?:a la casa|home|in|here|back|ya|aqui|bien|muy|really|so|super|all))*"
    r"(?: (?:borrach[oa]|tomad[oa]|enojad[oa]|encabronad[oa]|drogad[oa]|gritando|drunk|mad|angry|high|yelling|screaming|wasted|pissed))+(?: (?:otra vez|again|now|ahorita|ya))*"
)


def comes_in_anger(said: str) -> bool:
    """Return whether all of `said` tells that somebody is there and drunk or angry: "ya llego borracho"."""
    return said.count(" ") < _MOST_WORDS and _IN_ANGER.fullmatch(in_full(said)) is not None


_NOT_BELIEVED = re.compile(
    r"\b(?:mama|ama|mami|jefa|abuela|tia|papa|nadie|maestra|hermana|ella|ellos|familia)(?: \w+){0,2} (?:no me (?:cree|creyo|creen|creyeron|hace caso|escucha)|me (?:cree|creyo|creyeron))\b|\bno me (?:cree|creen|creyo|creyeron|van a creer|va a creer|hacen caso)\b"
    r"|\b(?:mom|mama|grandma|aunt|dad|teacher|she|they|he|nobody|no one|sister|family)(?: \w+)? (?:does not|did not|do not|will not|would not|is not going to|never|wont)? ?(?:believes?|listen)(?: to)? me\b|\bdice(?:n)? que (?:miento|es mentira|invento|soy mentiros[oa])\b|\b(?:says?|said|thinks?) (?:that )?i (?:am|was) (?:lying|making it up)\b"
)


def is_disbelieved(said: str) -> bool:
    """Return whether a text tells that somebody does not believe what was told them."""
    return said.count(" ") < _MOST_WORDS and _NOT_BELIEVED.search(in_full(said)) is not None
