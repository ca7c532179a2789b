"""A small grammar of pieces of a story: ages of others, who is dated or met online, who wants them to come along.

Alone they are no danger; what follows may make them one. In English and Spanish. All texts are words with one space
between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

from bot.flows.names import Piece
from bot.understanding.ailments import is_to_head

OF_AGE, ADULT, _OLDEST = 18, 21, 79
_MOST_WORDS = 8

_KIN = (
    r"(?:sister|sis|brother|bro|cousin|niece|nephew|friend|bestie|daughter|son|student|neighbor|stepsister|stepbrother|girl|kid"
    r"|(?:herman|prim|sobrin|hij|niet|ahijad|vecin|cunad|carnal|muchach|nin|chic|chamac)(?:it|uit)?[oa]|carnal|amig(?:uit)?[oa]|alumn[oa])"
)
_MAN = (
    r"(?:bf|boyfriend|man|husband|fiance|guy|dude|manager|boss|pimp|novio|vato|bato|marido|esposo|hombre|senor|tipo|man|chavo|wey|guey|jevo|viejo|pareja"
    r"|muchacho|patron|jefe|padrote)"
)
_NUMBER = r"(?P<years>\d{1,2})(?: (?:years? old|yo|yrs? old|yrs?|anos|anitos))?"
_ABOUT = r"(?: (?:like|almost|already|about|over|only|just|como|casi|ya|unos|solo|apenas|mas de|de|about to be))*"
_AND = r"(?:(?:and|but|y|pero|so|also|es que|ok|es) )*"
_OF_MAN = re.compile(
    rf"{_AND}(?:(?:he|el|my {_MAN}|her {_MAN}|the {_MAN}|mi {_MAN}|su {_MAN}|el {_MAN}|ese {_MAN})(?: (?:is|tiene|es|anda en|turned|de))?"
    rf"|(?:tiene|is)){_ABOUT} {_NUMBER}(?: (?:and|y) .*)?"
)
_YOUNG = re.compile(
    rf"\b(?:my|our|mi|a|una?|la|el|her|su)(?: \w+)? ?{_KIN}(?: (?:is|who is|turned|tiene|que tiene|de|cumplio))?{_ABOUT} {_NUMBER}"
    r"(?! (?:dollars|dolares|pesos|hours|horas|dias|days|kids|times|veces|months|meses|weeks|semanas)\b)"
    rf"|^{_AND}(?:(?:she|ella|he|el|they)(?: (?:is|are|tiene))?|tiene){_ABOUT} (?P<hers>\d{{1,2}})(?: (?:years? old|anos))?$"
)
_ELDER = re.compile(
    rf"\b(?:he|el|my {_MAN}|mi {_MAN}|her {_MAN}|su {_MAN}) (?:is|es)(?: \w+)? (?:way |much |a lot |mucho )?(?:older|mayor|grown|adult|married|casado|un adulto|a grown man)\b"
)
_WITH_AGED = re.compile(
    r"\b(?:con (?:un|uno|una|alguien)(?: \w+){0,2} de|(?:with|dating|seeing) (?:a|an|this|some)(?: \w+){0,2}?(?: (?:who is|that is|of))?) (?P<years>\d{2})\b"
    r"(?! (?:people|hours|minutes|horas|minutos|dollars|dolares))"
)
_DATES = re.compile(
    rf"\b(?:my|mi) (?:bf|boyfriend|novio|fiance|jevo|vato|bato|marido|pareja)\b"
    rf"|\b(?:dating|seeing|talking to|going out with|with) (?:a|an|this|some) (?:\w+ )?{_MAN}\b"
    rf"|\b(?:salgo|ando|estoy saliendo|hablo|me veo|me hablo) con (?:un|ese|este|el|una) (?:\w+ )?(?:{_MAN}|mayor)\b"
)
_NET = (
    r"(?:tiktok|tik tok|insta|instagram|snap|snapchat|facebook|fb|face|internet|online|roblox|discord|free fire|fortnite|telegram|whatsapp|tinder|badoo"
    r"|en linea|las redes|redes|un juego|juego|game|app|chat|xbox|twitter|kik|omegle)"
)
_ONLINE = re.compile(
    rf"\b(?:i )?(?:met|know|meet|talk to|been talking to) (?:him|a (?:\w+ )?{_MAN}|this (?:\w+ )?{_MAN}|some {_MAN})(?: \w+){{0,2}} (?:on|from|off|through|thru|in|online)\b(?: (?:a|the|my))?(?: {_NET})?"
    rf"|\b(?:lo|a un (?:\w+ )?{_MAN}) (?:conoci|conozco)(?: (?:en|por|de|a traves de))+ (?:el |la |las |un )?{_NET}\b"
    rf"|\b{_MAN} (?:that |who )?i (?:met|know|been talking to|talk to)(?: \w+){{0,2}} (?:on|from|online|in)(?: (?:a|the|my))? {_NET}\b"
    rf"|\b{_MAN} que conoci(?: (?:en|por|de|a traves de))+ (?:el |la |las |un )?{_NET}\b"
    rf"|\b(?:we|nos) (?:met|conocimos) (?:(?:on|in|through|en|por|de) )?(?:el |la |las |un )?{_NET}\b"
    rf"|\b(?:un|este|ese|el|a|this|some) {_MAN}(?: \w+)? (?:de|del|from|on|off|en|por)(?: el)? {_NET}\b"
)
_AWAY = re.compile(
    r"\b(?:wants?|wanted|asked|asks|told|tells|says?|said|trying to get|begging)(?: (?:me|that|i|should|us))* (?:to )?(?:go|come|move|run away|leave|live|fly|meet|visit|see|be)"
    r"(?: (?:away|off|in|over|and|live|stay|out|to|up|down|see|meet|visit|abroad|\w+))*? (?:with him|with them|to his|to him|at his|him|meet up|in person)\b"
    r"|\b(?:quiere|quieren|dice|dijo|pide|pidio|propuso|insiste)(?: (?:que|en|me|nos|ya))* (?:vaya|vayamos|vayas|viva|vivamos|mude|escape|fugue|junte|ir|irme|viaje|venga|vea|verlo|verme|vernos)"
    r"(?: \w+){0,4}? (?:con (?:el|ellos)|a (?:verlo|su casa|vivir|buscarlo)|verlo)\b"
    r"|\b(?:quiere|quieren) (?:verme|conocerme)(?: (?:en persona|a solas|hoy|manana|sol[oa]s?))+\b"
    r"|\b(?:sent|gave|mando|paso|envio|dio)(?: me)? (?:me )?(?:his|the|a|su|la|una) (?:location|address|pin|ubicacion|direccion)\b.*\b(?:go|come|see|meet|vaya|ir|verlo|verme|que vaya)\b"
)
_SHORT_DAY = r"(?:sat|sun|mon|tues?|wed|thurs?|thu|fri|2moro|2nite|2night|el finde|finde)"
_ANY_WHEN = (
    r"(?:today|tonight|tomorrow|tmrw|tmr|soon|in an hour|(?:on |this |next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|week)|at \d{1,2}|hoy|manana|al rato|en la noche|esta noche|a las \d{1,2}"
    rf"|(?:el |este )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin de semana)|{_SHORT_DAY})"
)
_MEETS_WHEN = re.compile(
    rf"\b(?:he|they|(?:a|this|the|some) {_MAN}.*) (?:is|are) (?:coming|driving|flying|visiting)(?: (?:over|here|up|down|out|by|see me|to see me|to get me|to my \w+))* {_ANY_WHEN}\b"
    rf"|\b(?:meeting|gonna meet|going to meet|meet(?:ing)? up with|seeing)(?: (?:up|with|him|a|an|the|this|some|my|{_MAN}|client|from|on|roblox|discord|online|snap|insta|tiktok|at|the mall|in person))+ {_ANY_WHEN}\b"
    rf"|\b(?:quede|quedamos|quedo) (?:de vernos |de verlo |en vernos )?(?:con (?:el|un \w+|ese \w+|mi \w+) )?(?:para |de |en |el )*{_ANY_WHEN}\b"
    rf"|\b(?:lo|nos) (?:voy a|vamos a) ver(?:nos)?(?: (?:en persona|en \w+|a solas))? {_ANY_WHEN}\b|\b(?:lo veo|nos vemos|viene a verme|va a venir)(?: (?:en persona|con el))* {_ANY_WHEN}\b"
)
_MEETS = re.compile(
    rf"{_MEETS_WHEN.pattern}|\b(?:wants|they want|wanted|asked|asks|is trying|offered) (?:me )?(?:to |2 )?(?:visit(?! (?:my|his|the)\b)|come (?:over|visit|see me|here|get me)|meet(?: up| me| irl| in person)?(?! (?:my|your|the)\b)|see me|pick me up|hang out)\b"
    r"|\b(?:quiere|quieren|pide|pidio|dice) (?:que )?(?:nos veamos|verme|conocerme|venir|que nos conozcamos|nos conozcamos|visitarme|que lo vea)\b"
    r"|\b(?:meeting|gonna meet|going to meet) (?:him|a guy|this guy|the guy|a client|him in person)\b|\blo voy a (?:ver|conocer) en persona\b"
)
_TRUSTED = re.compile(
    r"\b(?:(?:mi|my) (?:\w+ )?(?:mama|ma|ama|mom|mother|tia|aunt|auntie|abuel[oa]|grandma|grandpa|herman[oa]|sister|brother|prim[oa]|cousin|amig[oa]|friend|papa|dad|father)"
    r"|(?:mi|my|el|la|the|un|una|a) (?:\w+ )?(?:doctor\w*|dr|dentist\w*|terapeuta|therapist|psicolog[oa]|counselor|consejer[oa]|maestr[oa]|teacher|trabajadora?|social worker|case ?worker|"
    r"lawyer|abogad[oa]|juez|judge|police|policia|cops?|principal|director\w*|nurse|enfermer[oa])|cps|dcf|dif) (?:que )?(?:quiere|wants|viene|is coming|va a|pide|asked|wanted|dice|offered)\b"
)
_TICKET = re.compile(
    r"\b(?:bought|buying|got|sent|booked|paid for)(?: me)? (?:me )?(?:my|the|a|us) (?:\w+ )?(?:ticket|flight|plane ticket|bus ticket)\b"
    r"|\bme (?:compro|compraron|mando|pago|consiguio|dio) (?:el|un|los|mi) (?:boletos?|pasaje|vuelo|tiquete)\b"
)
_CROSSED = re.compile(
    r"\b(?:me|nos) (?:van a|quieren|va a|quiere) (?:cruzar|pasar (?:al otro lado|la frontera)|llevar (?:al norte|al otro lado|pal norte))\b"
    r"|\b(?:they|he|she|coyote|smugglers?)(?: (?:is|are|will|going to|gonna|want to|wants to))+ (?:cross|crossing|taking|take|smuggle|smuggling) (?:me|us)(?: (?:across|over|north|the border|to the us))?\b"
)
_WHEN = (
    r"(?:today|tonight|tomorrow|tmrw|tmr|soon|in an hour|in (?:\d+|a few|two|three) (?:hours|days)|(?:on |this |next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|at \d{1,2}(?: ?(?:am|pm))?"
    r"|hoy|hoy mismo|manana|al rato|ahorita|pasado manana|en la (?:noche|manana|tarde|madrugada)|esta noche|a las \d{1,2}|en (?:una hora|\w+ horas|\w+ dias)"
    r"|(?:el |este )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin de semana))"
)
_LEAVES = re.compile(
    rf"{_AND}(?:(?:i|we|it|he|they)(?: (?:am|are|is|will|going to|gonna))? ?(?:leave|leaves|leaving|go|going|fly(?: out| back)?|flying(?: out| back)?|flies|depart\w*|fly out|flying out|picks me up|picking me up|coming for me|comes for me)"
    rf"|(?:the |my )?(?:flight|bus|plane|ticket|trip|it) is(?: for)?|it is|is|sale|salgo|salimos|nos vamos|me voy|vamos|viajo|viajamos|me lleva|nos lleva|viene (?:por mi|por nosotros)|pasa por mi|me recoge"
    rf"|(?:el |mi )?(?:vuelo|avion|camion|bus|boleto|viaje) (?:es|sale)(?: para)?|es)(?: (?:con el|with him|alla|there|ya|para|pa|el|at))* {_WHEN}(?: {_WHEN})*"
)
_PAYS = re.compile(
    r"\b(?:un|ese|el|este|unos) (?:\w+ )?(?:gringo|senor|hombre|tipo|viejo|viejito|vato|man|don|turista)s? (?:que )?(?:me|nos) (?:paga|pagan|da|dan|compra|mantiene|ayuda con la renta)\b"
    r"|\b(?:a|this|some|an|the|older) (?:\w+ )?(?:guy|man|dude|gringo|tourist|old man|sugar daddy) (?:pays|paid|gives|is paying|buys|keeps)(?: for)? (?:me|my|us)\b"
    r"|\b(?:tengo|have|got|veo|see|atiendo|mis) (?:\w+ )?(?:clientes|clients|regulars|tricks|johns)\b"
    r"|\b(?:un|mi|el|los|unos|con un|a|my|the) (?:\w+ )?(?:clientes?|clients?|tricks?|johns?)\b"
)
_KIN_WORKS = re.compile(
    rf"\b(?:my|mi)(?: \w+)? {_KIN}(?: de \d+)? (?:trabaja|works|working|is working|has to work|anda trabajando)\b"
)
_SELLS = re.compile(
    r"\b(?:hago|tengo|abri|vendo|subo|i do|i have|i am on|i made|i sell|i post|selling)(?: \w+){0,3} (?:only ?fans|packs|nudes|contenido(?: adulto)?|fotos mias|(?:mi |mis )?packs?|my pics|pics of me)\b"
    r"|\b(?:prostitucion|prostitution|soliciting|solicitation|prostituirme|prostituyo)\b"
)
_HOME_OFFERED = re.compile(
    rf"\b(?:un|una|ese|este|el|la) (?:{_MAN}|senora|mujer|desconocido)(?: \w+){{0,3}}? me (?:ofrec\w+|dijo que me quede|invita|invito)(?: \w+){{0,3}}? (?:casa|cuarto|depa|departamento|cama|donde dormir|techo)\b"
    rf"|\b(?:a|this|some) (?:\w+ )?(?:{_MAN}|lady|stranger|woman)(?: \w+)? (?:offered|offers|is offering|said i can)(?: \w+){{0,4}}? (?:house|place|room|apartment|bed|couch|home|stay)\b"
)
_NO_CLIENT = re.compile(
    r"\b(?:soy|trabaj\w+|case ?worker|nurse|my client (?:is|has|needs)|mi cliente (?:es|tiene|necesita))\b"
)


def pieces_in(said: str) -> frozenset[Piece]:
    """Return the pieces that a text tells."""
    found = {kind for kind, words in _KINDS if words.search(said)}
    if is_to_head(said):
        found.add(Piece.HEAD)
    if Piece.PAYS in found and _NO_CLIENT.search(said):
        found.discard(Piece.PAYS)
    if (young := _YOUNG.search(said)) is not None and int(young["years"] or young["hers"]) < OF_AGE:
        found.add(Piece.YOUNG_ONE)
    if (years := _years_of_man(said)) is not None:
        found.add(Piece.ADULT if years >= ADULT else Piece.OF_AGE)
    return frozenset(found)


_KINDS = (
    (Piece.DATES, _DATES),
    (Piece.ONLINE, _ONLINE),
    (Piece.TRIP, _AWAY),
    (Piece.TRIP, _TICKET),
    (Piece.TRIP, _CROSSED),
    (Piece.TRIP, _HOME_OFFERED),
    (Piece.PAYS, _SELLS),
    (Piece.PAYS, _PAYS),
    (Piece.WORKS, _KIN_WORKS),
    (Piece.ADULT, _ELDER),
)


def _years_of_man(said: str) -> int | None:
    """Return the age of somebody who is grown, told in a few words: "el tiene 34", "my bf is 26"."""
    told = (_OF_MAN.fullmatch(said) if said.count(" ") < _MOST_WORDS else None) or _WITH_AGED.search(said)
    return int(told["years"]) if told is not None and OF_AGE <= int(told["years"]) <= _OLDEST else None


def is_of_kin(said: str) -> bool:
    """Return whether it is a sister or a friend that somebody would marry off, and not the one who writes."""
    return re.search(rf"\b(?:mi|my)(?: \w+)? {_KIN} (?:la|lo|is|into|off)\b", said) is not None


def is_own_wedding(said: str) -> bool:
    """Return whether it is the one who writes that has to marry: "my dad says i have to marry my cousin"."""
    return (
        re.search(
            r"\b(?:i (?:have|got|must|need|am)|make me|making me|marry me|me (?:quieren?|van?|oblig\w+|casa\w*))\b",
            said,
        )
        is not None
    )


def wants_them_along(said: str) -> bool:
    """Return whether somebody wants the one who writes to come to him, or away with him."""
    return _AWAY.search(said) is not None or (_MEETS.search(said) is not None and _TRUSTED.search(said) is None)


def meets_when(said: str) -> bool:
    """Return whether a text tells when he comes, or when they meet."""
    return _MEETS_WHEN.search(said) is not None and _TRUSTED.search(said) is None


_CLIENT_HARMS = re.compile(
    r"\b(?:un|el|ese|este|mi|otro|a|my|this|the|another) (?:\w+ )?(?:cliente|client|trick|john|buyer) "
    r"(?:(?:ya|si|no|just|even|really|then) )*(?:me (?:peg\w+|golpe\w+|viol\w+|forz\w+|oblig\w+|ahorc\w+|amenaz\w+|quito|robo|encerro|lastim\w+|grabo|no me)"
    r"|se puso (?:\w+ )?(?:violento|agresivo|feo|loco|pesado)|(?:got|gets|was|is|being|turned) (?:\w+ )?(?:violent|rough|aggressive|mean|crazy)"
    r"|(?:hit|beat|raped|choked|hurt|robbed|threatened|forced|slapped|punched|drugged|filmed|locked) me)\b"
)


def is_client_violent(said: str) -> bool:
    """Return whether a client hurts the one who writes: none of a caseworker's."""
    return _CLIENT_HARMS.search(said) is not None and _NO_CLIENT.search(said) is None


_BOSS = r"(?:boss\w*|patron\w*|jef[ea]s?|manager|owner|supervisor|foreman|mayordom[oa]|contratista|farmer|encargad[oa]|duen[oa])"
_LOCKED_IN = re.compile(
    rf"\b{_BOSS}(?: \w+){{0,2}} (?:lock\w*|chain\w*|bolt\w*)(?: \w+){{0,2}} (?:doors?|gates?|us|me|in|house|bunk\w*|trailer|rooms?)\b"
    rf"|\b{_BOSS}(?: \w+){{0,2}} (?:(?:nos|me) (?:encierra\w*|encierran|encerro|deja encerrad[oa]s?)|(?:cierra|cierran|pone|echa)(?: \w+){{0,4}} (?:llave|candado|seguro))\b"
)


def is_locked_in(said: str) -> bool:
    """Return whether who one works for locks the door: "boss lock the door at night"."""
    return _LOCKED_IN.search(said) is not None


def is_taken_across(said: str) -> bool:
    """Return whether somebody is to be brought across a border."""
    return _CROSSED.search(said) is not None


def asks_at_airport(said: str) -> bool:
    """Return whether a text asks about the airport or the border, on the way there."""
    return re.search(r"\b(?:airport|aeropuerto|bus station|terminal|customs|aduana)\b", said) is not None


def tells_when(said: str) -> bool:
    """Return whether all of `said` tells when they leave: "sale mañana", "the flight is friday"."""
    return _LEAVES.fullmatch(said) is not None
