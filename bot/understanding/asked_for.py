"""Whether a text asks for what it names, and what "safe" is answered: "he pays my rent" asks for no home. Pure.

In English and Spanish; words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_WANTS = re.compile(
    r"\b(?:need|needs|want|wanna|would like|looking for|look for|lookin for|searching|find|where|wheres|how|can i|can we|could i|could we|can you|could you|can u|could u|can yall|"
    r"can somebody|can someone|may i|help|is there|are there|any|anywhere|anyone|do you|do u|do yall|get me|gimme|give me|have to (?:get|see|find)|got to (?:get|see|find)|trying to|tryna|hope|like to|"
    r"who can|what about|please|pls|plz|should|do i|does|"
    r"necesito|necesitamos|ocupo|ocupamos|quiero|queremos|quisiera|busco|buscamos|buscar|buscando|donde|adonde|como|puedo|podemos|puedes|pueden|podria|podrian|ayuda|ayudame|ayudenme|dame|denme|conseguir|consigo|"
    r"urge|alguien|gustaria|por favor|porfa|hay (?:algun|alguna|un|una|donde|como)|debo|tengo que|cuanto|cual)\b"
)
_LACKS = re.compile(
    r"\b(?:no|not|nowhere|without|none|nothing|nobody|hungry|starving|homeless|cold|freezing|lost|kicked|evicted|broke|out of|ran out|pregnant|late|sick|hurts?|pain|infected|infection|fever|bleeding|"
    r"thrown out|threw me out|sleeping (?:in|on|outside)|on the street|outside|last (?:dollar|diaper)|missing|gone|owe|owed|owes|court|warrant|ticket|"
    r"sin|nada|nadie|hambre|calle|frio|embarazada|atras\w+|enferm\w+|duelen?|corrieron|corrio|echaron|echo|falta|faltan|perdi|infeccion|fiebre|debe|deben|corte|perdid[oa]|desaparec\w+)\b"
)
_TELLS = re.compile(
    r"\b(?:i|he|she|they|it|we|you|him|her|them|his|el|ella|ellos|me|le|les|lo|se|nos|my|mi|mis|or|o)\b"
)
_SHORT = 4


def asks_for(said: str, text: str) -> bool:
    """Return whether a text that names a need asks for it: by a wish, a question, a lack, or by its name alone."""
    if "?" in text or "question mark" in said or _WANTS.search(said) or _LACKS.search(said):
        return True
    return len(said.split()) <= _SHORT and _TELLS.search(said) is None


_SO = r"(?:(?:yes|yeah|yea|yep|yup|ok|okay|um|uh|well|i guess|i think|period|comma|so|and|but|for|now|si|sip|pues|bueno|ahorita|ahora|claro|punto|ya|creo) )*"
_AWAY = (
    r"(?:(?:he|she|they|my \w+|el|ella|ellos|mi \w+) (?:is |are |esta |estan |anda |se )*(?:at work|working|gone|out|asleep|sleeping|not here|not home|away|at the store|trabajando|en el trabajo|dormid[oa]s?|fuera|"
    r"no esta|fue|salio)|no esta|se fue|i am (?:alone|at (?:school|work|a friends|my friends(?: house)?|my aunts|home))|estoy sol[oa])"
)
_SAFE = re.compile(
    rf"{_SO}(?:(?:i am|we are|im|estoy|stoy|toy|me siento|ando) )?(?:(?:pretty|totally|kind of|really|mas|muy|bien|fine and|ok and) )*(?:safe|a salvo|segur[oa])"
    rf"(?: (?:right now|rn|now|here|period|for real|fr|today|tonight|ahorita|ahora|aqui|hoy|por el momento|punto|comma|and|y|bc|because|cuz|porque|que|thanks|gracias|{_AWAY}))*"
)
_WHAT_IS_SAFE = re.compile(
    r"(?:(?:i|do|not|really|even|honestly|idk|like|um|well|wait|but|so|and|no|se|yo|la|verdad|pero|y|ni) )*(?:know |sure |se )?(?:what|how|que|como)(?: (?:do|does|is|are|you|u|yall|even|it|exactly|counts?|counted|qualifies|cuenta|significa|es|quieres|quiere|seria))*"
    r" ?(?:(?:mean|means|decir|counts|be|by|as|con|por|como|eso|de|to you|for you) ?)*(?:safe|a salvo|estar a salvo|segur[oa])(?: (?:mean|means|anymore|right now|is|exactly|for you|para ti|ya|even|tho|though|significa))*"
)


def says_safe(said: str) -> bool:
    """Return whether all of `said` answers that they are safe: "yes safe", "yes i am safe right now he is at work"."""
    return _SAFE.fullmatch(in_full(said)) is not None


def asks_what_is_safe(said: str) -> bool:
    """Return whether all of `said` asks, or does not know, what safe means: "idk what counts as safe"."""
    return _WHAT_IS_SAFE.fullmatch(in_full(said)) is not None


_GO_BACK = re.compile(
    r"(?:(?:ok|well|so|idk|honestly|maybe|i think|i guess|forget it|nvm|never mind|whatever|and|but|fine|ya|mejor|pues|bueno|olvidalo|creo que|la verdad|entonces|igual) )*"
    r"(?:(?:ill |i )(?:am |will |would |might |may |should |guess i will |think i will |am probably |better |have to |need to )*(?:just |probably |prob |honestly )*(?:going to |about to |gonna |rather )?(?:just )?(?:go|going|went|come|crawl) back"
    r" (?:to|with|home to) (?:him|her|them|my (?:bf|boyfriend|ex|man|husband|pimp|daddy|gf|girlfriend|wife))|i (?:am )?(?:just )?going back to (?:him|her|them)"
    r"|(?:ya )?(?:mejor )?(?:me (?:voy a |vuelvo a )?(?:regreso|regresar|vuelvo|volver|voy)|voy a (?:regresar|volver)(?:me)?|regreso|vuelvo)(?: otra vez| de regreso| de vuelta| mejor)* con (?:el|ella|ellos|mi (?:novio|ex|esposo|marido|hombre|padrote|pareja)))"
    r"(?: (?:tonight|today|anyway|now|then|again|tho|though|whatever|lol|hoy|ya|mejor|entonces|otra vez|esta noche))*"
)


def goes_back(said: str) -> bool:
    """Return whether all of `said` tells that they go back to who hurt them: "forget it im just gonna go back to him"."""
    return _GO_BACK.fullmatch(in_full(said)) is not None


_FIND_ME = re.compile(
    r"\b(?:can|could|will|would) (?:you all|you|u|yall|they|someone|somebody|the police|911)(?: (?:just|please|even|guys))* (?:find|track|trace|locate|ping|geolocate|pinpoint)(?: (?:down|out))? "
    r"(?:me|us|my (?:phone|location|cell|number)|this (?:phone|number)|where (?:i|we) (?:am|are)|from)\b"
    r"|\b(?:me|nos) (?:puedes|pueden|podrias|podrian) (?:rastrear|encontrar|ubicar|localizar|hallar)\b|\b(?:puedes|pueden|podrian) (?:rastrear|ubicar|localizar|encontrar)(?:me|nos)\b"
    r"|\b(?:puedes|pueden|podrian) (?:rastrear|ubicar|localizar) (?:mi|este|el) (?:cel|celular|telefono|numero)\b"
)


def asks_to_be_found(said: str) -> bool:
    """Return whether somebody asks to be found by their phone, which nobody here can do."""
    return _FIND_ME.search(in_full(said)) is not None
