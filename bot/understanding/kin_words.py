"""A small grammar of family words in what somebody tells of themselves: who falls for it if they go, who sends them.

A grandmother who must pay, a mother who sends them to a man, and a baby who can't be left are no friend in danger. In
English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_MOST_WORDS = 30
_MINE = (
    r"(?:(?:my|our) (?:\w+ )?(?:mom|moms|mama|mother|dad|pops|father|parents|grandma|granny|abuela|grandmother|grandpa|grandparents|family|fam|folks|sister|sisters|sis|brother|brothers|bro|kids?|child|children|baby|son|daughter|cousin|aunt|uncle|niece|nephew|husband|wife|people back home)"
    r"|(?:mi|mis|nuestr[oa]s?) (?:\w+ )?(?:mama|mami|ama|amá|jefa|jefita|jefe|jefito|papa|papi|apa|papas|padres|abuel\w+|familia|gente|herman\w+|hij\w+|nin\w+|bebe|beba|bb|prim\w+|ti[oa]s?|sobrin\w+|viejitos?|viejit[oa]s?|espos[oa]|suegr[oa]))"
)
_IF = r"(?:if|unless|cause if|or|si|o si no|si no|porque si|sino)"
_I_GO = r"(?:i|we|yo|me|nos|no|le|les|lo|la|dejo|digo|voy|vamos|escapo|salgo|hablo|pago|cumplo|trabajo|quiero|acepto|denuncio)"
_DONE_TO = (
    r"(?:(?:le|les|se lo|se la|la|lo|los|las) (?:cobra\w*|cobre\w*|van a (?:cobrar|hacer|matar|pegar|quitar|quemar|buscar|caer|golpear|ir)|va a (?:cobrar|hacer|matar|pegar|quitar|quemar|buscar|caer|golpear|ir|pasar)|hace[ns]?(?! falta)|hagan?|pasa\w*|pase\w*|mata\w*|maten?|pega\w*|quita\w*|quema\w*|busca\w*|cae\w*|golpea\w*|amenaz\w*|carga\w*)"
    r"|(?:pasa|pasara|va a pasar|hacen?|haran?) (?:algo|dano)|van? (?:tras|por|contra|a la casa de)"
    r"|(?:they|he|she|theyll|hell|shell|will|would|gonna|going to|said|says|threaten\w*|something)(?: \w+){0,3}? (?:hurts?|kills?|hit|hits|beat|beats|take|takes|charge|charges|come for|comes for|go after|goes after|get|gets|burn|make|makes|find|collects? from|come after|comes after|touch|touches|deport|deports|sell|sells|happens? to|happen to))"
)
_SUFFERS = (
    r"(?:paga|pagan|pagaria|va a pagar|van a pagar|tiene que pagar|tienen que pagar|(?:la|lo|las|los) (?:matan?|golpean?|lastiman?|buscan?|queman?|deportan?|encuentran?|paga|pagan)|corre peligro|(?:sale|salen) lastimad\w+"
    r"|(?:has|have|gonna|will|would|got|going) (?:to )?(?:pay|suffer|owe|get hurt|die|be hurt|be killed)|(?:pays?|suffers?|gets? (?:hurt|killed|beat|deported))|(?:is|are) in danger)"
)
_I_OR_NO = r"(?:if|unless|or|si|o si no|si no|porque si|sino) (?:i|we|yo|no|me|nos|dejo|digo|hablo|le)\b"
_THREAT = re.compile(
    rf"\b{_IF}\b(?: \w+){{0,2}}? ?{_I_GO}\b.*\b{_DONE_TO}\b(?: \w+){{0,4}}? ?{_MINE}\b|\b{_IF}\b(?: \w+){{0,2}}? ?{_I_GO}\b.*\b{_MINE}(?: \w+){{0,3}}? {_SUFFERS}\b"
    rf"|\b{_DONE_TO}(?: \w+){{0,3}}? ?{_MINE}\b.*\b{_I_OR_NO}|\b{_MINE}(?: \w+){{0,3}}? {_SUFFERS}\b.*\b{_I_OR_NO}"
)
_MILD = re.compile(
    r"\b(?:le|les) (?:digo|cuento|aviso|hablo|llamo) a (?:mi|mis)\b|\b(?:mad|upset|worried|sad|enoj\w+|preocup\w+|triste|hospital|doctor|enferm\w+|sick|surgery|cancer|cps|dcf|school|escuela|gift|birthday|cumple\w*|extran\w+|miss|visit\w*|church|iglesia)\b"
)

_KIN = r"(?:my|mi) (?:own |propi[oa] )?(?:mom|mother|mama|dad|father|aunt|uncle|grandma|grandmother|grandpa|brother|sister|cousin|stepmom|step mom|stepdad|stepmother|godmother|godfather|sister in law|mother in law|ama|mami|papi|apa|papa|jefa|jefe|tia|tio|abuela|abuelita|abuelo|hermano|hermana|primo|prima|padrastro|madrastra|suegra|suegro|cunada|cunado|madrina|padrino|comadre|nuera)"
_TO_ME = re.compile(
    rf"\b{_KIN}(?: (?:ya|siempre|tambien|a veces|antes|es quien|es la que|es el que|la que|el que|que|who|always|still|also|just|used to|is the one who|be))* (?:me|nos) (?:mand\w+|vend\w+|llev\w+|prest\w+|oblig\w+|hac\w+|hizo|rent\w+|pon\w+|met\w+|ofrec\w+|cambi\w+|entreg\w+|pas\w+|dej\w+ con|encierr\w+|encerr\w+|quit\w+|cobr\w+|toc\w+|peg\w+)\b"
    rf"|\b{_KIN}(?: (?:always|still|also|just|is the one who|be|tries to|keeps?|is|was|has been))* (?:makes?|made|making|sends?|sent|sending|sells?|sold|selling|forces?|forced|lends?|rents?|trades?|gives?|gave|takes?|took|pimps?|tells?|locks?|touch\w*) (?:me|us)\b"
)
_TO_HER = re.compile(
    r"\b(?:when i was|used to|cuando (?:era|tenia)|years? ago|hace anos|its over|it is over)\b|\b(?:a|to|at|with|con|y|and) (?:mi|my) (?:\w+ )?(?:herman\w+|amig\w+|prim[oa]\w*|hij[oa]\w*|sobrin\w+|sister|friend|cousin|daughter|niece|brother|son)\b|\b(?:la|lo) (?:vende|manda|obliga|renta)\b|\b(?:told|says?|said|dijo|dice|conto|cuenta) (?:me )?(?:que|that)\b"
)
_BABY = r"(?:my (?:\w+ )?(?:baby|babies|kids?|child|children|son|daughter|newborn|toddler|twins|little (?:one|girl|boy))|(?:a )?mi(?:s)? (?:\w+ )?(?:bebes?|bb|bebita?o?|hij[oa]s?|nin[oa]s?|nen[ea]s?|chamac[oa]s?|chiquit[oa]s?|criatura|gemel[oa]s))"
_LEAVES = re.compile(
    rf"(?:(?:y|pero|but|and|es que|the thing is|yo|i|we|porque|cuz|because|so) )*(?:can not|could not|will not|would never|never|not|no way i can|am not going to|am not)(?: (?:just|ever|gonna|going to))* (?:leave|leaving|go without|abandon)(?: (?:without|behind))? {_BABY}(?: (?:alone|behind|there|here|with (?:him|them|her)|by (?:him|her)self|like that))*"
    rf"|(?:(?:y|pero|es que|yo|porque) )*no (?:la |lo |los |las |le |les )?(?:puedo|quiero|voy a|pienso|podria) (?:dejar|abandonar)(?:l[oa]s?)?(?: (?:sol[oa]s?|aqui|ahi|con (?:el|ella|ellos)))* {_BABY}(?: (?:sol[oa]s?|aqui|ahi|con (?:el|ella|ellos|nadie)))*|(?:(?:y|pero|es que|yo|porque) )*no (?:me voy|puedo irme) sin {_BABY}"
    rf"|(?:(?:y|pero|but|and|what about|que hago con|que pasa con|y que) )+{_BABY}(?: (?:que|what|then|entonces))*"
)


def falls_on_kin(said: str) -> bool:
    """Return whether a text tells what falls on their family if they go or say no: "si me voy le cobran a mi abuela"."""
    if said.count(" ") >= _MOST_WORDS or _MILD.search(said):
        return False
    return _THREAT.search(said) is not None


def kin_does_it_to_me(said: str) -> bool:
    """Return whether somebody of the family does it to the one who writes: "mi mama me manda con el del rancho"."""
    return said.count(" ") < _MOST_WORDS and _TO_ME.search(said) is not None and _TO_HER.search(said) is None


def will_not_leave_baby(said: str) -> bool:
    """Return whether all of `said` tells that they do not go without a child of theirs, or asks what becomes of it."""
    return said.count(" ") < _MOST_WORDS and _LEAVES.fullmatch(said) is not None
