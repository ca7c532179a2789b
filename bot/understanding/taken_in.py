"""A small grammar of what went into a body, or did not: a drug that spilled, nothing taken, a child with a fever.

In English and Spanish. Texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_LEAD = r"(?:(?:no|nah|but|and|so|ok|hey|i swear|lol|what|wait|pero|y|ay|oye|es que|de verdad|neta|yo|ya dije que|i said|que|like|bro|dude|not that) )*"
_NOTHING = re.compile(
    rf"{_LEAD}(?:(?:i )?(?:did not|have not|never|am not)(?: (?:even|really))? (?:take|taken|took|taking|swallow|eat|drink|do|use|on)(?: (?:anything|nothing|any (?:pills?|drugs?|poison|meds)|pills|drugs|poison))+"
    r"|(?:i )?took nothing|no (?:pills|poison|drugs)|(?:it|this) is not (?:about )?(?:pills|poison|drugs)"
    r"|(?:yo )?no (?:me )?(?:tome|tomo|he tomado|tomamos|comi|trague|meti|use|bebi|consumi)(?: (?:nada|ninguna?|pastillas?|veneno|drogas?|de eso))+|no son (?:pastillas|drogas)|no (?:es|fue) (?:de )?(?:veneno|pastillas|drogas?)|nada de (?:pastillas|drogas|veneno))"
    r"(?: (?:tho|though|lol|i swear|ok|today|te lo juro|lo juro|de verdad|hoy|eh|ni (?:pastillas|drogas|nada)|or (?:pills|drugs|anything)|no|anything like that|de eso))*"
)


def took_nothing(said: str) -> bool:
    """Return whether all of `said` says that nothing was taken."""
    return _NOTHING.fullmatch(in_full(said)) is not None


_DRUG = r"(?:fent\w*|fenta|fetty|heroin\w*|heroina|coke|cocaine|cocaina|coca|perico|cristal|crystal|meth|tina|chiva|tranq|powder|polvo|dope|xylazine|carfentanil\w*|droga|drogas|mercancia|product)"
_PACK = r"(?:bag|bags|baggie|baggies|balloon|balloons|pack|package|brick|condom|bolsa|bolsas|bolsita|globo|globos|paquete|paquetes|condon|capsula|envoltorio)"
_SPILLS = (
    r"(?:broke|break|broken|burst|opened|open|ripped|tore|spilled|leaked|leaking|popped|busted|got on|all over|touched|breathed|inhaled|sniffed|in my (?:face|mouth|nose|hands?|eyes?)"
    r"|abrio|abrieron|rompio|rompieron|revento|reventaron|tire|tiro|derram\w+|cayo|salio|riego|rego|regado|toque|respire|aspire|inhale|en la (?:cara|boca|nariz|mano|ropa)|en las manos)"
)
_SPILLED = re.compile(rf"\b{_DRUG}\b.*\b{_SPILLS}\b|\b{_SPILLS}\b.*\b{_DRUG}\b")
_PACK_BROKE = re.compile(
    rf"\b(?:se (?:me )?(?:rompio|abrio|revento|rompieron|abrieron))(?: \w+){{0,3}} {_PACK}\b|\b{_PACK}(?: \w+){{0,2}} (?:broke|burst|ripped|opened|leaked|leaking|popped|busted|se (?:me )?(?:rompio|abrio|revento))\b"
)
_ILL = re.compile(
    r"\b(?:mare\w+|mareo|desmay\w+|vomit\w+|guacar\w+|me siento (?:mal|raro|rara|debil)|no (?:puedo )?respir\w+|dormid[oa]|durmiendo|sueno|borroso|dizzy|faint\w*|light ?headed|sleepy|drowsy|throw\w* up|threw up|nause\w*|can not breathe|hard to breathe|feel (?:weird|sick|funny|bad|off|strange)|passing out|numb|heart (?:is )?(?:racing|pounding)|corazon)\b"
)
_NO_SPILL = re.compile(
    r"\b(?:movie|song|game|show|class|test strips?|story|trend|money|school|dinero|cancion|pelicula|serie|clase|escuela|of (?:chips|candy|groceries)|de (?:papas|dulces|mandado|basura)|trash|years? ago|last (?:year|month|week)|hace (?:un|dos|\d+) (?:ano|anos|mes|meses|semanas?)|someone elses)\b"
)


def is_spilled(said: str) -> bool:
    """Return whether a text tells of a drug that opened, broke or got on somebody."""
    full = in_full(said)
    return _SPILLED.search(full) is not None and _NO_SPILL.search(full) is None


def pack_broke(said: str) -> bool:
    """Return whether a text tells of a bag or a balloon that broke: it counts beside a drug."""
    full = in_full(said)
    return _PACK_BROKE.search(full) is not None and _NO_SPILL.search(full) is None


def is_ill_by_it(said: str) -> bool:
    """Return whether a text tells that somebody is dizzy, sleepy or sick."""
    return _ILL.search(in_full(said)) is not None


_BABY = (
    r"(?:(?:my|the|our) (?:\w+ )?(?:baby|newborn|infant|toddler|kid|child|son|daughter|little (?:one|boy|girl)|\d+ (?:month|week|year) old)|(?:baby|newborn)"
    r"|(?:mi|el|la|al?|a mi) (?:\w+ )?(?:bebe|bb|bebita|bebito|nene|nena|nin[oa]|hij[oa]|hijit[oa]|recien nacid[oa]|criatura|chiquit[oa]|baby))"
)
_FEVER = r"(?:fever|temp(?:erature)?|burning up|fiebre|calentura|temperatura|bien caliente|ardiendo|throwing up|vomiting|vomitando|vomita|vomito|diarrhea|diarrea)"
_SICK_CHILD = re.compile(rf"\b{_BABY}\b(?: \w+){{0,6}} {_FEVER}\b|\b{_FEVER}\b(?: \w+){{0,4}} {_BABY}\b")
_WELL = re.compile(
    r"\b(?:no fever|no tiene (?:fiebre|calentura)|fever (?:is )?(?:gone|went|broke)|ya (?:se le quito|no tiene)|last (?:week|month|year)|yesterday|ayer|la semana pasada|dog|cat|perro|gato|fever dream)\b"
)


def is_sick_child(said: str) -> bool:
    """Return whether a text tells of a small child of theirs with a fever, or who throws up."""
    full = in_full(said)
    return _SICK_CHILD.search(full) is not None and _WELL.search(full) is None


_DOSE = re.compile(
    r"\b(?:le (?:doy|puedo dar|pongo)|cuanto (?:le )?(?:doy|tylenol)|(?:should|can|do) i give|how much (?:tylenol|motrin|medicine|ibuprofen))\b"
)


def asks_dose(said: str) -> bool:
    """Return whether a text asks what to give a child."""
    return _DOSE.search(in_full(said)) is not None
