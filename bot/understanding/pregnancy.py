"""A small grammar of a pregnancy that somebody may not want, in English and Spanish.

All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_ENDS = re.compile(
    r"(?:.* )?\b(?:abort\w*|abortion\w*|aborto|plan c|abortion pills?|terminate (?:it|the pregnancy|my pregnancy)|end (?:it|the|my) pregnancy|get rid of (?:it|the baby|this baby)|interrumpir(?:lo| el embarazo| mi embarazo)?|pastillas? (?:para|pa) (?:abortar|no tenerlo))\b.*"
)
_NOT_KEPT = re.compile(
    r"(?:.* )?\b(?:(?:do not|dont|not) (?:want|wanna|ready|going)(?: to)? (?:keep|have|be a mom|raise|this|carry)\b|can not (?:keep|have|raise) (?:it|this|the|a)\b|not keeping (?:it|this)|(?:should|do) i (?:have to )?(?:keep|have) it|no (?:lo|la) (?:quiero|puedo|voy a|kiero) (?:tener|criar)|no quiero (?:tenerlo|ser mama|el bebe|tener (?:el|un|al) bebe|este bebe)|no puedo tenerlo|lo tengo o no|debo tenerlo|tengo que tenerlo)\b.*"
)
_OTHERS = re.compile(
    r"\b(?:my (?:friend|sister|sis|mom|cousin|daughter|girl|homegirl|client|student)|mi (?:amiga|hermana|prima|mama|hija|alumna|clienta)|he (?:wants|told|is making|makes|made|says|said)|made me|makes me|forc\w+|makin me|me (?:obliga|obligo|hizo|dice|quiere obligar|hicieron)|quiere que (?:yo )?abort\w*|had an? abort\w*|tuve un aborto|aborte|miscarr\w*|aborto espontaneo|bleed\w*|sangr\w+|pain|dolor|clinics?|clinica|doctor|planned parenthood)\b"
)
_DEADLINE = re.compile(
    r"(?:(?:y|pero|so|and|but|ok) )*(?:hay (?:un )?(?:plazo|limite|tiempo limite|fecha limite)|(?:cuantas|hasta que|hasta cuantas) (?:semanas?|meses)|is there (?:a|any) (?:deadline|limit|time limit|cut ?off)|how many weeks|what is the (?:deadline|limit|cutoff))(?: .{0,30})?"
)
_MOST_WORDS = 16


def asks_to_end(said: str, *, is_known: bool) -> bool:
    """Return whether a text asks about an abortion, or does not want a pregnancy. `is_known`: it was told of before."""
    if said.count(" ") >= _MOST_WORDS or _OTHERS.search(said):
        return False
    is_told = is_known or re.search(r"\b(?:pregnan\w*|preggo|preg|embaraz\w+)\b", said) is not None
    return _ENDS.fullmatch(said) is not None or (is_told and _NOT_KEPT.fullmatch(said) is not None)


def asks_deadline(said: str) -> bool:
    """Return whether all of a text asks until when it can be done."""
    return _DEADLINE.fullmatch(said) is not None
