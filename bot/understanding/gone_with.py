"""A small grammar of a mother, an aunt or a sister whose girl is gone with who sells her, or is kept somewhere.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_MOST_WORDS = 40
_CHILD = (
    r"(?:(?:my|our) (?:\w+ ){0,2}?(?:daughter|son|kid|child|girl|boy|baby girl|sister|sis|brother|niece|nephew|granddaughter|grandson|grandbaby|stepdaughter|stepson|goddaughter|cousin)\b(?! ?(?:friend|friends)\b)"
    r"|(?:mi|nuestra|nuestro) (?:\w+ )?(?:(?:hij|herman|sobrin|niet|hijastr|ahijad|prim|nin|chamac|muchach|nen)(?:it|uit)?[oa])\b)"
)
_LEFT = r"(?:left|ran (?:away|off)|run (?:away|off)|took off|went off|gone|disappeared|snuck out|is with|has been with|was taken|got taken|se (?:me )?(?:fue|escapo|fugo|largo|salio|la llevo|perdio|desaparecio|nos fue|huyo)|anda con|esta con|vive con|se la llev\w+|desaparecio|falta|no (?:aparece|llega|regresa|vuelve))"
_SOLD = (
    r"(?:sell(?:s|ing)? (?:her|him|them)|sold (?:her|him|them|to)|(?:being|been|is|was|getting|gets) (?:sold|pimped)|pimp(?:s|ed|ing)? (?:her|him)|traffick\w*|prostitut\w*|escort\w*|backpage|ads|(?:in|on) an ad|posted (?:for|as|on)|advertis\w+|making her|makes her|forc\w+ her|turning (?:her )?(?:out|tricks)|working (?:the streets|as)"
    r"|(?:la|lo|las) (?:vende|venden|vendan|vendio|vendieron|anda vendiendo|esta vendiendo|andan vendiendo|estan vendiendo|prostituye\w*|anda prostituyendo|explota\w*|padrotea\w*|ofrece\w*|anuncia\w*|renta\w*|obliga\w*|trae trabajando|tiene trabajando)|prostitu\w+|vendiendol[ao]|trata de personas|en (?:una |esas? )?paginas?)"
)
_GONE_AND_SOLD = re.compile(
    rf"{_CHILD}.*\b{_LEFT}\b.*\b{_SOLD}\b|\b{_LEFT}\b.*{_CHILD}.*\b{_SOLD}\b|{_CHILD}.*\b{_SOLD}\b.*\b{_LEFT}\b"
    rf"|{_CHILD}.*\b(?:left|ran (?:away|off)|took off|went off|gone|snuck out|se (?:me |nos )?(?:fue|escapo|fugo|largo|salio))\b.*\b(?:pimp|trafficker|padrote|proxeneta|tratante|chulo)\b"
)
_PRONOUN_GONE = re.compile(
    rf"(?:(?:y|and|ella|she|el|he|pues|pero|but) )*(?:se (?:me |nos )?(?:fue|escapo|fugo|largo|salio)(?: de (?:la |mi |su )?casa)?|(?:she|he) (?:left|ran (?:away|off)|took off|has been gone|is gone|disappeared))\b.*\b(?:{_SOLD}|hace (?:\w+ )?\w+|(?:\d+|one|two|three|four|five|a few|several) (?:days?|weeks?|nights?|hours?|dias?|semanas?)|since|desde|con (?:un|el|su|ese) \w+|with (?:a|an|her|his|this|some) \w+)\b.*"
)
_HELD = re.compile(
    rf"{_CHILD}.*\b(?:la|lo|las) (?:tienen?|traen?|tuvieron|encerr\w+|retuvieron|retienen)(?: (?:encerrad\w+|amarrad\w+|secuestrad\w+|escondid\w+))?(?: (?:en|a|contra|y|con|dentro|encerrad\w*)\b.*|$)"
    rf"|{_CHILD}.*\b(?:ya )?no (?:la|lo) (?:van a|quieren|dejan|quiere|deja) (?:soltar|dejar|salir|ir|dejar ir|venir|regresar|hablar)\b.*|{_CHILD}.*\b(?:being held|is held|kept|keeping (?:her|him)|locked (?:up|in)|(?:have|has|got) (?:her|him) (?:in|at|locked)|(?:wont|will not|not) (?:let|letting) (?:her|him) (?:go|leave|come)|not letting (?:her|him) go|cant leave|can not leave)\b.*"
    rf"|{_CHILD}.*\b(?:secuestr\w+|kidnap\w+|se (?:la|lo) llevaron|took (?:her|him) (?:away|to)|got (?:in|into) (?:a|his) (?:car|van|truck) with)\b.*"
)
_OF_ME = re.compile(
    r"\b(?:(?:me|nos) (?:vende|venden|obliga\w*|pega\w*|tiene|tienen|hace|llev\w+|encierr\w+|prostituye\w*|manda\w*)|(?:sells?|hits?|makes?|forces?|beats?|keeps?|holds?) (?:me|us)|and me|y a mi|y yo tambien|with me|conmigo|my (?:dad|stepdad|uncle|mom|bf|boyfriend)(?: \w+)? (?:sells?|sold)|mi (?:papa|padrastro|tio|mama|novio)(?: \w+)? (?:vende|vendio))\b"
)
_PAST = re.compile(
    r"\b(?:ya (?:regreso|volvio|aparecio|esta (?:en casa|conmigo|bien|a salvo))|is (?:back|home|safe)|came (?:back|home)|got (?:her|him) back|la (?:rescataron|encontramos|trajimos)|hace (?:\w+ )?anos|years? ago|last year|used to|when she was|dijeron|se fue al? (?:escuela|trabajo|tienda))\b"
)


def is_gone_and_sold(said: str) -> bool:
    """Return whether a text tells that a child of theirs is gone with who sells it, or is held somewhere."""
    if said.count(" ") >= _MOST_WORDS or _OF_ME.search(said) or _PAST.search(said):
        return False
    return _GONE_AND_SOLD.search(said) is not None or _HELD.search(said) is not None


def is_theirs_gone(said: str) -> bool:
    """Return whether a text tells that "she" is gone: it counts where a relative wrote of a child."""
    is_short = said.count(" ") < _MOST_WORDS and _OF_ME.search(said) is None and _PAST.search(said) is None
    return is_short and _PRONOUN_GONE.fullmatch(said) is not None


_PHOTOS = re.compile(
    r"\b(?:vi|encontre|hallamos|encontramos|vimos|salen?|aparecen?|estan|hay|found|saw|seen|there are|posted)(?: \w+){0,3} (?:(?:sus?|her|his|the|las|unas) )?(?:fotos?|anuncios?|videos?|photos?|pics?|pictures?|ads?|nombre)\b(?: (?:de ella|de mi \w+|of (?:her|him|my \w+)))?(?: .*)?\b(?:paginas?|internet|sitio|site|website|online|web|facebook|anuncio|ad|escort\w*|telefono|number|phone|page)\b"
    r"|\b(?:tengo|i have|we have|se|sabemos|i know)(?: \w+){0,2} (?:el (?:telefono|numero|nombre|carro)|las placas|la placa|his (?:number|phone|name|car|plate)|the (?:plate|number|car))\b"
)
_POLICE_SAY = re.compile(
    r"\b(?:policias?|police|cops?|officer|oficial|sheriff|detective|they)\b.*\b(?:fugitiv[oa]|runaway|ran away|escap\w+|por (?:su )?gusto|no (?:pueden|puede|hacen|hicieron|quieren)|nothing|can ?not|not (?:do|help|look)|wont|will not|refus\w+|esper\w+|wait)\b"
)
_GOES = re.compile(
    r"\b(?:voy|vamos|ir|iremos|ire|pienso ir|me voy)\b.*\b(?:por (?:ella|el)|a (?:sacarla|buscarla|traerla|recogerla|rescatarla)|la (?:saco|traigo)|alla|ahi|al motel)\b|\b(?:direccion|address|location|ubicacion|room|cuarto|motel|hotel)\b.*\b(?:voy|vamos|going|go|ir)\b"
    r"|\b(?:tengo|i have|got|tenemos|se|sabemos) (?:la |el |the |an? )?(?:direccion|address|ubicacion|location|motel|hotel|nombre del motel)\b"
)


def is_news(said: str) -> bool:
    """Return whether a text tells what was found of who is gone: pictures, a number. It counts while one is missing."""
    return said.count(" ") < _MOST_WORDS and _PHOTOS.search(said) is not None


def says_police_do_nothing(said: str) -> bool:
    """Return whether a text tells that the police call it a runaway or do nothing."""
    return said.count(" ") < _MOST_WORDS and _POLICE_SAY.search(said) is not None


def would_go(said: str) -> bool:
    """Return whether somebody would go and fetch who is gone, or knows where: it counts while one is missing."""
    return said.count(" ") < _MOST_WORDS and _GOES.search(said) is not None


_NOT_ME = re.compile(
    r"(?:(?:no|oh|sorry|perdon|es que|oiga|oye|pero|but|ah) )*(?:(?:no soy yo|yo no soy|yo no|no es para mi|it is not (?:me|for me)|not me|i am not the one|this is not about me)(?: (?:es|it is|but|sino|its|is))* ?)?(?:(?:es|it is|its|about|por|para|sobre|de) )?(?:for )?(?:mi|my) (?:\w+ )?(?:hij[oa]|herman[oa]|sobrin[oa]|niet[oa]|nin[oa]|prim[oa]|daughter|son|sister|brother|niece|nephew|granddaughter|grandson|kid|child|cousin)(?: (?:la que|quien|who|que)(?: \w+){1,4})?"
)


def says_not_me(said: str) -> bool:
    """Return whether all of `said` tells that the talk is of a child of theirs: "no soy yo es mi hija"."""
    return said.count(" ") < _MOST_WORDS and _NOT_ME.fullmatch(said) is not None
