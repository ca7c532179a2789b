"""Whether a text that sounds like a wish for a person may be one: it names somebody, or talk, or help. Pure."""

from __future__ import annotations

import re

_OF_A_PERSON = re.compile(
    r"\b(?:person\w*|people|humans?|some ?(?:one|body)|any ?(?:one|body)|case ?workers?|workers?|counsel\w+|advocates?"
    r"|staff"
    r"|adults?|real|live|lady|woman|them|they|her|him|talk\w*|speak\w*|chat|call\w*|text\w*|writ\w+|contact\w*"
    r"|connect\w*"
    r"|bring|reach|hear from|hook me up|help\w*|team|yall|alguien|humano|trabajadora|consejera|asesora|gente|equipo"
    r"|licenciada"
    r"|ellos|ustedes|habl\w+|platic\w*|llam\w+|marqu\w+|marcar|marquen|escrib\w+|comuni\w+|conect\w+|pas(?:a|e"
    r"|en)me\w*|pon(?:me|gan)\w*"
    r"|ayud\w*|escuch\w*|atien\w+|otra cosa que no|dile|diles)\b"
)
_LIVES_WITH = re.compile(
    r"\W*(?:yo |i |and |y |pero )*(?:live|living|stay|staying|vivo|viviendo|duermo)(?: \w+)? (?:with|con)\b"
)
"""Tells whom somebody lives with, and asks for nobody."""


def may_want_person(said: str) -> bool:
    """Return whether `said` may ask for a person: "vivo con el señor" and "me corte con la maquina" do not."""
    return _OF_A_PERSON.search(said) is not None and _LIVES_WITH.match(said) is None
