"""Whether a text names a partner, an ex or the other parent of one's child, in English and Spanish.

Who is hit by one of them gets the line for violence at home. A text that names another person as well, or being sold,
is not read as such: the line that serves everybody is given then.
"""

from __future__ import annotations

import re

_KIND = r"(?:abusive|old|new|first|crazy|drunk|ex|former|live in|own|jealous|baby)"
_PARTNER = (
    r"(?:boyfriend|bf|bfs|husband|hubby|fiance|fiancee|girlfriend|gf|wife|spouse|partner|ex|exboyfriend|exhusband|"
    r"baby ?daddy|bd|baby ?mama|baby father|common law)"
)
_CHILDS = r"(?:(?:baby|babies|child|childs|kid|kids|son|sons|daughter|daughters) (?:dad|father|daddy))"
_PAREJA = (
    r"(?:novio|novia|marido|esposo|esposa|pareja|conyuge|concubino|marinovio|prometido|ex|exnovio|exmarido|exesposo|"
    r"expareja|viejo|vato|bato|jevo|chavo|morro|senor|hombre)"
)
_HIJOS = r"(?:hij|nin|beb|nen|chamac|chiquit|babi)\w*"
_NOT_AS_EX = (
    r"(?! (?:boss|pimp|manager|jefe|patron|padrote|chulo|foster|teacher|coach|friend|roommate|suegr\w+|cunad\w+|"
    r"amig\w+))"
)
_OWN = re.compile(
    rf"\bmy (?:{_KIND} )*(?:{_PARTNER}|{_CHILDS}){_NOT_AS_EX}\b"
    r"|\b(?:father|dad) of my (?:baby|child|kid|kids|son|daughter)\b"
    rf"|\bmi (?:ex )?{_PAREJA}{_NOT_AS_EX}\b|\bel (?:papa|padre) de (?:mi|mis|la|el|las|los|nuestr\w+) {_HIJOS}"
    r"|\bel (?:papa|padre) me (?:pega|golpea|pego|golpeo|maltrata)\b"
    r"|\bel (?:hombre|senor|tipo|vato|muchacho) con (?:el )?(?:que|quien) vivo\b"
)
_OF_OTHER = re.compile(
    rf"\b(?:her|his|their|my \w+s) (?:{_KIND} )*(?:{_PARTNER}|{_CHILDS}){_NOT_AS_EX}\b"
    rf"|\bsu (?:ex )?{_PAREJA}{_NOT_AS_EX}\b|\bel {_PAREJA} de (?:mi|una) \w+"
    r"|\b(?:vive|anda|esta) con (?:un|el|su) (?:senor|hombre|tipo|vato|bato|muchacho|chavo)\b"
    r"|\b(?:lives|is|living|goes out) with (?:a|this|her|his) (?:man|guy|dude|boyfriend|husband)\b"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:my|his|her|the) (?:step ?)?(?:dad|father|mom|mother|brother|sister|uncle|aunt|cousin|boss|manager|coach|"
    r"teacher|cops?|roommate|landlord|foster \w+)\b"
    r"|\bmi (?:mama|papa|padre|madre|hermano|tio|tia|primo|padrastro|madrastra|jefe|jefa|patron|patrona|suegr[oa]|"
    r"cunad[oa]|abuel[oa]|casero)\b|\b(?:el|la|los) (?:patron|patrona|jefe|coyote|policia)\b"
)
_SOLD = re.compile(
    r"\b(?:pimp\w*|traffick\w+|padrote|chulo|proxeneta|prostitu\w+|clients?|clientes?|johns?|tricks?|quota)\b"
    r"|\b(?:sells?|sold|selling|vende|vendio|vendia|obliga|obligan|obligo)\b"
    r"|\bmakes? me (?:work|sell|fuck|sleep|have sex|do (?:dates|tricks|it))\b"
)


def names_partner(said: str, *, of_other: bool = False) -> bool | None:
    """Return whether `said` names a partner and nobody else who may hurt, None if it names nobody.

    `of_other`: it is of a friend's danger.
    """
    if _SOLD.search(said):
        return False
    if of_other:
        return True if _OF_OTHER.search(said) else None
    if _SOMEBODY_ELSE.search(said):
        return False
    return True if _OWN.search(said) else None
