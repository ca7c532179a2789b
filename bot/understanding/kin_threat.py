"""A threat to a family or a home: its pictures, its address, a visit. In English and Spanish.

These pictures are no nude ones, and nobody asks for money to keep them: "don't pay, block them" would be wrong.
All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_PICS = r"(?:pics?|pictures?|photos?|fotos?|videos?)"
_KIN = (
    r"(?:(?:lil|little|big|baby|older|younger|whole) )?(?:famil\w+|fam|bro|bros|brother|brothers|sis|sister|sisters|siblings|mom|moms|mother|mama|dad|dads|father|parents|kids?|son|daughter|baby|babys|grandma|grandmas|cousins?|niece|nephew|wife|house|home|crib|street|block|address|car|license plate|plate|school"
    r"|herman\w+|hij\w+|mami|papas?|papi|padres|abuel\w+|prim\w+|sobrin\w+|casa|calle|direccion|carro|placas?|escuela)"
)
_PICTURES = re.compile(
    rf"\b(?:got|have|has|had|took|take|takes|taking|showed|shows|show|sent|send|sends|keep|keeps|put|with|tiene|tienen|tomo|tomaron|sacaron|mando|mandaron|ensenan|ensenaron|enseno|guarda|guardan|traen?)\b(?: \w+){{0,3}}? (?:my |our |mis? |de )?(?:{_PICS} (?:of|with|from|de|del|a) (?:(?:my|our|the|mi|mis|la|nuestra) )?{_KIN}|(?:my |our )(?:\w+ )?{_KIN}s? {_PICS})\b"
)
_NAKED = re.compile(
    r"\b(?:nudes?|naked|sex|sexy|porn|topless|undress\w*|shower|explicit|onlyfans|desnud\w+|sexo|porno|intim\w+|encuerad\w+|money|pay|paid|dinero|pagar?)\b"
)
_WELL_MEANT = re.compile(
    r"\b(?:cute|christmas|album|wedding|birthday|missing|miss|phone wallpaper|wall|navidad|boda|cumple\w*|i (?:got|have|took|keep)|tengo|tome|(?:my|mi) (?:mom|mama|dad|papa|grandma|abuela|sister|hermana|friend|bestie|amiga) (?:has|have|got|took|sent|keeps|tiene|tomo|mando))\b"
)
_COMES = re.compile(
    r"(?:.* )?\b(?:they|he|she|them|gang|the gang|his (?:boys|people|guys|friends)|somebody|men|ellos|el|la pandilla|su gente)(?: (?:will|would|said|say|says|going to|gonna|are going to|is going to|can|could|might|all|just|then|be|always|keep|keeps|already|both|van a|va a|pueden|dicen que|dice que))* (?:come|comes|came|coming|pull up|pulls up|roll up|show up|shows up|go|goes|shoot up|burn|vienen|viene|van|va|llegan|llega|caen|cae|balacean|queman)(?: (?:up|to|at|by|thru|down|over|a|por|en|aqui|hasta))* (?:my|our|mi|nuestra|the|la) (?:\w+ )?(?:house|home|crib|door|moms|mom|family|school|spot|place|casa|escuela|puerta|familia|mama)\b(?: .*)?"
)
_IF_I = re.compile(
    r"\b(?:if i|if we|when i (?:stop|leave|quit)|or (?:else )?they|unless|si (?:me|no|lo|le|dejo|paro|hablo|digo)|o si no)\b"
)
_DEBT = re.compile(
    r"(?:.* )?\b(?:i|we) owe (?:them|him|her|the \w+|my \w+|like|about|money|\$?\d)\b(?: .*)?|(?:.* )?\b(?:les|le) (?:debo|debemos|deb\w+)\b(?: .*)?"
)
_FRIENDLY = re.compile(
    r"\b(?:my friends|visit|party|dinner|help|caseworker|cps|police|cops|social worker|amigos|visita|fiesta|ayudar\w*|policia|trabajadora)\b"
)


def has_pictures_of_kin(said: str) -> bool:
    """Return whether somebody has pictures of a family or a home, which no nude is."""
    return _PICTURES.search(said) is not None and (_NAKED.search(said) or _WELL_MEANT.search(said)) is None


def comes_to_the_house(said: str) -> bool:
    """Return whether somebody would come to the house. It counts where a danger was told, or `is_if` says what for."""
    return _COMES.fullmatch(said) is not None and _FRIENDLY.search(said) is None


def is_if(said: str) -> bool:
    """Return whether it is what happens if they stop, leave or talk."""
    return _IF_I.search(said) is not None


def owes_them(said: str) -> bool:
    """Return whether somebody owes those who hold them. It counts only where that was told."""
    return _DEBT.fullmatch(said) is not None and re.search(r"\b(?:do|did|would|will) i owe\b", said) is None
