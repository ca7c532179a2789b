"""Whether somebody may be told or asked for help: "hay una señora aqui, le digo?", "should i tell my teacher". Pure.

A stranger near is told what to do now; somebody whom they know is told when they choose.
"""

from __future__ import annotations

import re

_NEAR = (
    r"(?:lady|ladies|woman|women|man|men|guy|girl|people|person|someone|somebody|anyone|anybody|cashiers?|clerks?|managers?"
    r"|workers?|employees?|staff|security|guards?|cops?|police|officers?|deputy|sheriff|nurses?|doctors?|waitress|waiter|server"
    r"|driver|trucker|bartender|receptionist|desk|maid|housekeeper|cleaner|cleaning|janitor|neighbou?rs?|customers?|stranger"
    r"|store|flight attendant|tsa|passenger|librarian|pharmacist|next door"
    r"|senor[ae]?s?|senoritas?|mujer(?:es)?|hombre|muchach[oa]s?|chic[oa]s?|chav[oa]s?|gente|alguien|persona|cajer[oa]s?|emplead[oa]s?"
    r"|gerente|encargad[oa]|guardias?|seguridad|policias?|oficial|poli|enfermer[oa]s?|doctor[ae]?s?|meser[oa]s?|chofer|trailero"
    r"|camarer[ao]s?|recepcion(?:ista)?|mucama|limpieza|vecin[oa]s?|clientas?|tienda|dependiente|azafata|farmaceutic[oa])"
)
_KNOWN = (
    r"(?:teachers?|counsel(?:or|er)s?|coach(?:es)?|principal|school nurse|social worker|caseworker|pastor|priest|aunt|auntie|tia"
    r"|mom|mama|mother|mami|ama|uncle|grandma|grandmother|granny|nana|grandpa|grandfather|sister|brother|cousin|friend|bestie|friends mom|advocate|mentor"
    r"|maestr[oa]s?|profe|profes|profesor[ae]?s?|consejer[oa]|psicolog[oa]|orientador[a]?|director[a]?|trabajadora social"
    r"|tio|abuel(?:it)?[oa]|wel[oa]|herman[oa]|prim[oa]|amig[oa]|madrina|cura|padre de la iglesia|entrenador[a]?)"
)
_LEAD = r"(?:(?:so|and|but|ok|okay|wait|then|or|y|pero|entonces|o|mejor|oye|ay|que hago|what do i do|maybe) )*"
_TELL = (
    r"(?:tell|ask|talk to|speak to|go to|go up to|say (?:something|smth|it|anything) to|say something|scream (?:to|at|for)|yell (?:to|at|for)"
    r"|wave at|flag down|run to|walk up to|trust|let|show|text|write to|pass a note to)"
)
_SHOULD = r"(?:should|shud|can|could|do|may|must|would it be ok if|is it ok (?:if|to)|what if|am i allowed to)(?: i)?(?: (?:just|even|try to|try and|go|go and))*"
_DIGO = (
    r"(?:(?:le|les|se lo) (?:digo|cuento|aviso|hablo|pido (?:ayuda|el (?:telefono|cel|celular)|que me ayude\w*)|grito|enseno|pregunto)"
    r"|(?:puedo|debo|deberia|tengo que|conviene|esta bien|sera bueno)(?: (?:yo|mejor))? (?:decir|contar|avisar|hablar|pedir|gritar)(?:le|les|selo)?(?: (?:ayuda|algo))?"
    r"|(?:pido ayuda|hablo con|grito))"
)
_NOT_SO = re.compile(
    r"\b(?:ya|no|nunca|siempre|cuando|si|luego|despues|nomas) (?:yo )?(?:le|les|se lo) (?:digo|cuento|aviso|hablo|pido|grito)"
    r"|\b(?:le|les) (?:digo|cuento|aviso) (?:que|cuando|si|todo|mami|amor)\b|\b(?:i|we) (?:always|never|already|did|do not|can not)(?: \w+)? tell\b"
    r"|\b(?:will|do|did|are|would|can|could) (?:you|u|yall|they)\b"
)
_ASKED = re.compile(
    rf"(?:.{{0,90}}\b)?{_SHOULD} {_TELL} (?:(?:the|a|an|my|this|that|some|one of the|her|him|them|at|of|one|lady|old) ?)*(?P<who>(?:\w+ ){{0,4}}?\w+)?"
    rf"(?: (?:about (?:it|this|him|me)|what (?:happened|is happening|he did|is going on)|for help|to (?:call|help)(?: \w+){{0,3}}|here|now|rn|first|anything|something|that works here|at the \w+|or (?:no|not|what|nah|run|hide|wait)))*"
    rf"|(?:.{{0,90}}\b)?{_DIGO}(?: (?:a|al|con|la|el|los|las|mi|un|una|de|del|que|esta|esa|ese|algo|ahi|aqui|alguno|alguna|ella|ellos|yo|o no|trabaja|atiende|mejor|primero|todo|lo que (?:pasa|paso|me hace)|\w+))*"
)
_PERSON = re.compile(rf"\b{_NEAR}\b")
_ONE_KNOWN = re.compile(rf"\b{_KNOWN}\b")
_HIM = re.compile(
    r"\b(?:him|mi (?:novio|marido|esposo|padrastro|papa|jefe|patron|padrote|viejo)|my (?:bf|boyfriend|husband|man|dad|stepdad|boss|pimp|father|parents))\b"
)
_MOST_WORDS = 22


def may_be_told(said: str, *, asks: bool) -> str:
    """Return "near" or "known" for whom `said` asks about telling, "" for nobody. `asks`: it has a question mark.

    Who is told of must be named. "Her" alone is enough where the text has a mark, since she was named before.
    """
    if said.count(" ") >= _MOST_WORDS or _NOT_SO.search(said) or _ASKED.fullmatch(said) is None:
        return ""
    if _ONE_KNOWN.search(said) and not _HIM.search(said):
        return "known"
    if _PERSON.search(said):
        return "near"
    is_her = re.search(r"\b(?:her|them|ella|ellos)\b", said) is not None and not _HIM.search(said)
    return "near" if is_her or (asks and re.search(r"\b(?:le|les) (?:digo|cuento|pido ayuda)$", said)) else ""
