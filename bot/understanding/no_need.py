"""Hears that all of a text denies a need or a state: "im not pregnant", "no tengo hijos". It asks for nothing. Pure.

Words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_SO = r"(?:(?:no|nah|ok|okay|but|and|lol|wait|well|i mean|i said|bro|like|honestly|just so you know|btw|y|pero|oye|que|pues|o sea|ya|es que|te dije que) )*"
_END = r"(?: (?:so|but|idk|ok|okay|lol|tho|though|anymore|any more|right now|now|yet|i swear|i promise|at all|thanks|thank you|if that is what you think|ya|todavia|gracias|eh|ni nada|or anything|or nothing))*"
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

_BUT = re.compile(
    r"(?:(?:ok|but|and|so|no|y|pero) )*(?:i )?(?:do not|not) (?:need|want|looking for) (?:\w+ ){1,5}?(?:just|only|but)(?: (?:i|need|want|some|a|wanna|just|really))* (?P<rest>\w+(?: \w+){0,6})"
    r"|(?:(?:ok|no|y|pero) )*no (?:necesito|quiero|ocupo|busco) (?:\w+ ){1,5}?(?:solo|nomas|nada mas|sino|pero)(?: (?:si|necesito|quiero|un|una|algo|de|poco))* (?P<resto>\w+(?: \w+){0,6})"
)
_OF_WHO = re.compile(r"\b(?:lgbt\w*|gay|trans|queer|lesbian\w*|lesbiana|religious|church|religios\w+|iglesia)\b")


def wished_instead(said: str) -> str:
    """Return what is wished for where help of a kind is refused, "" otherwise: "i dont need lgbt stuff just food"."""
    found = _BUT.fullmatch(said)
    if found is None:
        return ""
    wish: str = found["rest"] or found["resto"]
    return wish if _OF_WHO.search(said[: -len(wish)]) else ""


def is_denied(said: str) -> bool:
    """Return whether all of a text denies a need or a state."""
    return _DENIED.fullmatch(said) is not None
