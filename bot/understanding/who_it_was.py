"""A small grammar of a child's few words after a danger: who it was, how old they are, that they are scared.

In English and Spanish. "Stepdad" and "11" say little alone. Texts are words with one space between them, contractions
written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_SO = r"(?:(?:it is|it was|its|was|is|by|with|from|um|uh|ok|idk|and|so|yes|yeah|like|the one|he is|the person|es|fue|era|con|por|pues|este|si|y|mi) )*"
_OWN = r"(?:(?:my|our|the|a|mi|el|la|un|su) )?(?:(?:own|older|old|big|step|foster|best|little|half|great|propio) )*"
_KIN = (
    r"(?:step ?dad|step ?father|step ?mom|step ?brother|dad|daddy|father|papa|papi|mom|mother|uncle|unkle|tio|auntie|aunt|cousin|brother|bro|grand ?pa|grand ?father|gramps|foster (?:dad|father|brother|mom)|coach|teacher|pastor|priest|baby ?sitter|sitter|neighbor|tutor|counselor|bus driver"
    r"|padrastro|madrastra|abuelo|abuelito|primo|hermano|hermanastro|padrino|maestro|profe|entrenador|vecino|tia|cura|ninero)"
)
_OF_KIN = r"(?:(?:moms?|mothers?|mamas?|dads?|aunts?|aunties?|sisters?|grandmas?|grannys?|cousins?) (?:new |ex )?(?:bf|boyfriend|bfs|man|mans|husband|friend|ex|gf|girlfriend|roommate|brother)|(?:novio|esposo|marido|amigo|pareja|hermano|senor) de (?:mi|la) (?:mama|ama|jefa|tia|abuela|hermana|prima|papa))"
_IS_WHO = re.compile(
    rf"{_SO}{_OWN}(?:{_OF_KIN}|{_KIN})(?: (?:did it|did|does it|does|lo hace|lo hizo|fue|is he|he is))?"
)
_WORDS = {
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12,
}  # fmt: skip
_BARE = re.compile(
    rf"(?:(?:i am|am|im|me|tengo|soy|yo|just|only|like|almost|and|and a half|solo|apenas|casi|y) )*(?P<age>\d{{1,2}}|{'|'.join(_WORDS)})(?: (?:years? old|years?|yrs?|yo|anos?|anitos))?"
)
_UNDER = 13
_OLD_ENOUGH_TO_TEXT = 4
_SCARED = re.compile(
    r"(?:(?:hi|hey|ok|please|um|hola|pls|help) )*(?:i am|tengo|soy de) \d{1,2}(?: (?:years old|yo|anos))?(?: (?:and|n|y|but|pero))*(?: (?:i am|i|me|estoy|tengo|da|so|really|kinda|mucho|muy|scared|very|just|im))* ?(?:scared|afraid|frightened|terrified|miedo|asustad[oa])(?: (?:of him|to go home|at home|right now|of my \w+|rn|help|please|de el|en mi casa|ahorita))*"
)


def is_who(said: str) -> bool:
    """Return whether all of `said` names who it was: "stepdad", "my auntie boyfriend", "el novio de mi mama"."""
    return _IS_WHO.fullmatch(in_full(said)) is not None


def child_age(said: str) -> int:
    """Return the age under 13 that all of `said` tells, 0 for none: "11", "im ten"."""
    told = _BARE.fullmatch(in_full(said))
    if told is None:
        return 0
    age = _WORDS.get(told["age"]) or (int(told["age"]) if told["age"].isdigit() else 0)
    return age if _OLD_ENOUGH_TO_TEXT < age < _UNDER else 0


def is_scared_child(said: str) -> bool:
    """Return whether all of `said` tells an age and fear: "im 13 n scared"."""
    return _SCARED.fullmatch(in_full(said)) is not None
