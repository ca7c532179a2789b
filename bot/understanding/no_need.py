"""Hears that all of a text denies a need or a state: "im not pregnant", "no tengo hijos". It asks for nothing. Pure.

Words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_SO = r"(?:(?:no|nah|ok|okay|but|and|lol|wait|well|i mean|i said|bro|like|honestly|just so you know|btw|y|pero|oye|que|pues|o sea|ya|es que|te dije que) )*"
_END = r"(?: (?:ok|okay|lol|tho|though|anymore|any more|right now|now|yet|i swear|i promise|at all|thanks|thank you|if that is what you think|ya|todavia|gracias|eh|ni nada|or anything|or nothing))*"
_STATE = (
    r"(?:pregnant|gay|lesbian|bi|trans|queer|homeless|bleeding|raped|assaulted|molested|sick|high|drunk|on drugs|an addict|addicted|disabled|deaf|undocumented|illegal|hungry|cold|cutting"
    r"|a (?:mom|mother|runaway|druggie|junkie|prostitute|hoe|ho|drug addict|foster kid|veteran)|embarazad[oa]|gay|lesbiana|trans|joto|bisexual|violad[oa]|enferm[oa]|drogad[oa]|drogadict[oa]|borrach[oa]|discapacitad[oa]|sord[oa]|indocumentad[oa]|ilegal"
    r"|adict[oa]|madre|mama|prostituta|sin casa|en la calle|sangrando)"
)
_DENIED = re.compile(
    rf"{_SO}(?:(?:i|we) (?:am|was|are|were|is)(?: (?:even|actually|really|like))* (?:not|never)(?: (?:even|actually|really|like|being|getting|a|an))* {_STATE}(?: (?:or|and|nor) (?:a )?{_STATE})?"
    r"|(?:i|we) (?:do|did) not have(?: (?:a|any|no))* (?:bab(?:y|ies)|kids?|child|children|std|sti|stds|hiv|aids|pets?|dog|cat|problem with drugs|drug problem|addiction)"
    rf"|(?:yo )?no (?:estoy|soy|ando|estaba|fui|vivo)(?: (?:ni|un|una))* {_STATE}|no tengo (?:(?:un|una|ningun|ninguna) )?(?:bebes?|hij[oa]s?|nin[oa]s|sida|vih|perros?|mascotas?|problema con drogas)|(?:a mi )?no me violaron"
    rf"|(?:yo )?no (?:necesito|ocupo|quiero|pedi)(?: (?:una?|la|el|ningun|ninguna|de))* (?:comida|ropa|albergue|refugio|doctor|medico|abogad[oa]|cama|lugar|dinero)){_END}"
)


def is_denied(said: str) -> bool:
    """Return whether all of a text denies a need or a state."""
    return _DENIED.fullmatch(said) is not None
