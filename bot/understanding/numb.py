"""Whether all that a text tells is that nothing is felt: "i dont care about anything", "no siento nada". Pure."""

from __future__ import annotations

import re

_IS_NUMB = re.compile(
    r"(?:(?:like|idk|i|just|so|honestly|and|lol|why|do|always|it is|is|that|y|es que|pues|la verdad|por que|ya|am) )*"
    r"(?:(?:do not|not|never) (?:really |even )?(?:care|feel)(?: (?:about|abt|for|at|all|anything|nothing|any|of|it|shit|stuff|anymore|no more|much))+"
    r"|feel(?:ing)?(?: (?:so|just|like|kind of|kinda|really|pretty|totally))* (?:nothing|numb|empty|blank|off|weird)(?: (?:inside|anymore|now|lately|all the time))*|numb"
    r"|no (?:me importa|siento)(?: (?:ya|nada|ni|de|mucho))+|(?:me (?:siento )?)(?:vaci[oa]|adormecid[oa]|como vaci[oa])|(?:todo me|me) (?:da igual|vale)(?: (?:todo|ya))*)"
)


def is_numb(said: str) -> bool:
    """Return whether all of `said` tells that nothing is felt, and no more than that."""
    return _IS_NUMB.fullmatch(said) is not None
