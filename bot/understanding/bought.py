"""A small grammar of a client who buys the one who writes, and is no client of a caseworker. English and Spanish.

"Un cliente no me deja salir del cuarto", "tengo un cliente que me da miedo", "fui con un cliente al motel": he does
something to them, or they are alone with him. Who names their work, or tells what a client told them, means another one.
All texts are words with one space between them; contractions may stand as they are.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 40
_HE = r"(?:un|el|ese|este|mi|otro|unos|los|mis|otros|a|my|this|the|another|that|some|one of (?:my|the)|uno de (?:mis|los)) (?:(?!client)\w+ )?(?:clientes?|clients?|tricks?|johns?|buyers?)"
_ADVERB = r"(?: (?:ya|si|no|nunca|siempre|hoy|ayer|anoche|antier|tambien|casi|que|q|hasta|luego|just|even|really|then|always|never|did|do|does|not|will|would|wont|keeps?|kept|is|was|has|had|tried to|trying to|wants to|wanted to|threatened to|going to|still|last night|today|who|that|a veces|sometimes|de|del|hotel|motel|hace|\d+|y))*"
_ME = re.compile(rf"\b{_HE}{_ADVERB} (?:me|nos)\b|\b{_HE}{_ADVERB} (?:\w+ ){{1,4}}?(?:me|us|conmigo|a mi)\b")
_WITH_HIM = re.compile(
    rf"\b(?:fui|voy|iba|ir|sali|salgo|subi|estoy|estaba|estuve|ando|quede|quedo|deje|acosté|acoste|encerrada?|sola?|cuarto|hotel|motel|carro|condon|sexo|relaciones|went|go|going|left|stuck|locked|alone|was|in (?:a|the) (?:room|car|hotel|motel)|hotel|motel|room|car|condom|sex|date|upstairs)(?: \w+){{0,4}}? (?:con|with|w) {_HE}\b"
    rf"|\b{_HE}\b.*\b(?:condon|condones|condom|condoms|motel|hotel|mi cuerpo|my body|sin pagar|no pago|without paying|nudes?)\b"
)
_HAS_MINE = re.compile(
    rf"\b{_HE}{_ADVERB} (?:has|have|got|knows?|found|sabe|tiene|encontro|consiguio|supo)(?: (?:out|ya|where))* (?:my|mi|donde|i live|where i)\b|\b(?:gave|told|sent|showed|le (?:di|dije|mande|pase)|les di)(?: \w+){{0,3}} (?:to |a )?{_HE}\b(?=.*\b(?:my|where i)\b)|\ble (?:di|dije|mande|pase) (?:mi|donde)\b.*\ba {_HE}\b"
)
_TELLS = re.compile(
    rf"\b{_HE}{_ADVERB} (?:(?:me|nos|us|le) )?(?:dijo|dice|conto|cuenta|conto|platico|comento|confeso|reporto|revelo|hablo|llamo|escribio|texteo|pregunto|pidio (?:ayuda|un lugar|que la ayud\w+)|necesita|told|tells|said|says|called|texted|disclosed|reported|shared|asked (?:me )?(?:for help|about|if)|came|reached out|confided|opened up|needs)\b"
)
_DID = re.compile(
    r"\b(?:condon\w*|condom\w*|desnud\w*|fotos?|nudes?|pics?|sexo|sex|violo|raped?|pego|golpe\w+|hit|beat|choke\w*|ahorc\w+|mat\w+|kill|naked|encuer\w+|vivir con el|live with him|huir|casar\w*|marry|sin pagar|miedo|scared|novia|girlfriend)\b"
)
_OF_THEIRS = re.compile(
    r"\b(?:(?:su|her|his|their) (?:\w+ )?(?:novio|novia|esposo|marido|pareja|ex|papa|padrastro|jefe|patron|boyfriend|bf|husband|partner|dad|stepdad|boss|pimp|man|trafficker)|(?:la|lo|le|se la) (?:peg\w+|golpe\w+|viol\w+|vend\w+|oblig\w+|amenaz\w+|quiere|tiene)|(?:hits?|beats?|hurts?|sells?|raped?|choke[sd]?|controls?) (?:her|him|them)|she is|shes|ella (?:es|esta))\b"
)
_SERVES = re.compile(
    r"\b(?:meser[oa]|waitress|waiter|server|bartender|cashier|cajer[oa]|host(?:ess)?|salon|nails|unas|restaurante?|restaurant|tienda|store|shop|call center|uber|lyft|barber\w*|peluquer\w+|estilista|stylist|tattoo|lashes|cleaning|limpieza|limpio casas|gym|fast food|mcdonalds|walmart|starbucks|cafe|coffee|retail|delivery)\b"
)
_AT_WORK = re.compile(
    r"\b(?:soy|somos|trabaj[oa]\w* (?:de|como|en|social|con)|case ?worker|case manager|social worker|nurse|counsel\w+|therapist|advocate|attorney|lawyer|intake|caseload|our agency|agency|agencia|abogad[oa]|enfermer[oa]|consejer[oa]|terapeuta|intercesor[a]?|psicolog[oa]|freelance|invoice|factura)\b"
)
_YOUNG_CLIENT = re.compile(
    rf"\b{_HE} (?:mi[oa] )?(?:de (?:\d|[12]\d)|menor|joven|adolescente|youth|minor|who is (?:\d|1\d)|is (?:1\d|\d)\b)|\b(?:\d|1\d) (?:year|yr|yo)s?(?: old)? (?:client)\b|\bmy client (?:is|has|needs)\b|\bmi cliente (?:es|tiene|necesita|esta|vive|busca)\b"
)
_HARMS = re.compile(
    r"\b(?:peg\w+|golpe\w+|viol\w+|forz\w+|oblig\w+|ahorc\w+|amenaz\w+|quit(?:o|aron)|rob(?:o|aron|aba)|encerr\w+|encierr\w+|lastim\w+|grab(?:o|aron|a)|deja(?:ba)? (?:salir|ir|irme|bajar)|dejo (?:toda?|tirada?|salir|ir)|quiere dejar (?:salir|ir)|quiso (?:matar|ahorcar|violar|pegar|grabar)|quiere (?:matar|encerrar|pegar)|mat(?:ar|arme)|sigue|seguia|persigue|dro(?:go|garon|ga)|cuchillo|pistola|arma|madre(?:o|aron)|jal(?:o|aron)"
    r"|hit|hits|beat|beats|raped?|choked?|chokes|hurt|hurts|robbed|threatened|threatens|forced|forces|slapped|punched|drugged|filmed|locked|stalk\w*|follow\w*|strangled|gun|knife|wont let|not let|will not let|kept|kill)\b"
)


def is_buyer(said: str) -> bool:
    """Return whether a text tells of a client who buys the one who writes."""
    full = in_full(said)
    if full.count(" ") >= _MOST_WORDS or "client" not in full:
        return False
    if _AT_WORK.search(full) or _YOUNG_CLIENT.search(full) or _SERVES.search(full):
        return False
    if _TELLS.search(full) and _OF_THEIRS.search(full):
        return False
    is_his = any(one.search(full) is not None for one in (_ME, _WITH_HIM, _HAS_MINE))
    return is_his and (_TELLS.search(full) is None or _DID.search(full) is not None)


def is_customer(said: str) -> bool:
    """Return whether a text tells what a customer did to the one who serves them: he is no caseworker's client."""
    full = in_full(said)
    is_his = full.count(" ") < _MOST_WORDS and "client" in full and _ME.search(full) is not None
    return is_his and _SERVES.search(full) is not None and _YOUNG_CLIENT.search(full) is None


def is_harmed(said: str) -> bool:
    """Return whether such a text tells that he hurts, holds or robs them."""
    return _HARMS.search(in_full(said)) is not None
