"""A small grammar of who is driven where they did not mean to go: the way, the locks, silence. English, Spanish.

And of what comes next: who gets in a car, and who gets out at a stop where people are. Texts are words with one space
between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_CAR = (
    r"(?:car|truck|van|suv|uber|lyft|ride|cab|taxi|jeep|vehicle|minivan|semi|whip|carro|carrito|coche|auto|troca|camioneta|camion|didi"
    r"|trailer|mueble|nave|guagua|combi|moto)"
)
_DONDE = r"(?:donde|adonde|onde|ande|que lado|que lugar)"
_RIDES = re.compile(
    rf"\b(?:i am|we are|am|stuck|riding)(?: \w+){{0,2}} (?:in|inside|with)(?: (?:a|an|the|his|her|their|this|some|my|back|of|guys|mans|dudes|strangers))* {_CAR}\b"
    rf"|\b(?:i|we) (?:just )?(?:got|hopped|jumped|climbed) (?:in|into|inside)(?: (?:a|an|the|his|her|their|this|some|my|guys|mans|dudes|strangers))* {_CAR}\b|\b(?:picked me up|gave me a ride|giving me a ride)\b"
    rf"|\b(?:he|she|they|this (?:guy|man|dude)|some (?:guy|man|dude)|(?:the|my|this) (?:\w+ )?driver)(?: (?:is|are|just|still|keeps?|kept))* (?:driving\b|taking (?:me|us)\b.*\b{_CAR}\b)"
    rf"|\b(?:voy|vamos|vengo|ando|andamos|estoy|estamos|toy)(?: \w+){{0,2}} en (?:(?:un|una|el|la|su|este|ese) )?(?:\w+ )?{_CAR}\b"
    rf"|\b(?:me|nos) (?:subi|subimos|subio|subieron|metio|metieron)(?: \w+){{0,2}} (?:a|al|en)(?: (?:un|una|el|la|su))? ?{_CAR}\b"
    rf"|\b(?:me|nos) (?:esta llevando|estan llevando|va llevando|(?:lleva|llevan|trae|traen)\b.*\b{_CAR})\b|\b(?:el|ella|ellos|un (?:senor|tipo|vato|hombre|man|bato))(?: \w+)? (?:va|viene|esta|anda) manejando\b"
)
_WHERE_TO = re.compile(
    rf"\b(?:no (?:se|sabemos|tengo idea|me dice|nos dice|me dicen|me quiere decir|me quieren decir)|ni se|ni idea|quien sabe)(?: (?:a|para|hacia|de|por|ni))* {_DONDE}\b(?! (?:queda|esta|es|hay|puedo|comprar))"
    r"|\b(?:do not know|not sure|no idea|no clue|will not (?:say|tell (?:me|us))|did not (?:say|tell (?:me|us))|not (?:saying|telling (?:me|us))|does not (?:say|tell (?:me|us))) where\b(?! (?:the|a|an|my|to|i can|there is)\b)"
)
_OFF_THE_WAY = re.compile(
    r"\b(?:is|am|are|was|did|does|do|went|goes)? ?not (?:going|driving|headed|heading|taking (?:me|us)|drive|go|turn)(?: (?:the|right|back|towards?|to|way))* (?:my|home|where|the (?:right )?way|to my|to the)\b"
    r"|\bnot (?:the|my|our) (?:right )?way\b(?: (?:to|home|there))?|\b(?:passed|missed|drove past|went past|skipped|driving past)(?: \w+)? (?:my|our|the) (?:\w+ )?(?:exit|house|stop|street|turn|place|apartment|apt|school|work|block)\b"
    r"|\b(?:the )?wrong way\b|\b(?:a |another |some )?different (?:way|route|direction|road)\b|\b(?:do not|never)(?: even)? (?:know|recogni[sz]e|seen)(?: \w+)? (?:road|area|highway|street|way|place|freeway|part)\b"
    r"|\bno (?:es|era|va|van|vamos|iba|ibamos|agarro|agarra|tomo|toma|siguio|dio vuelta|jalo)(?: \w+)? (?:para|a|por|hacia|rumbo a|camino a)(?: (?:mi|la|nuestra|el|mi))? (?:casa|escuela|trabajo|depa|cuarto|barrio|rumbo|casa de mi \w+)\b"
    r"|\b(?:se )?(?:paso|pasamos|siguio de)(?: \w+)? (?:mi|la|nuestra|de mi) (?:casa|salida|calle|parada|escuela|cuadra)\b|\bse (?:desvio|metio por otro|fue por otro)\b"
    r"|\b(?:agarro|agarra|tomo|va|vamos|se fue|nos fuimos|iba|jalo)(?: \w+)? (?:por |para |a |en )?otr[oa] (?:lado|camino|carretera|direccion|rumbo|ruta)\b|\bno es (?:el|este|mi|por) (?:camino|aqui|ahi|rumbo|ruta)\b"
    r"|\bno (?:conozco|reconozco|ubico) (?:esta|este|la|el|estas|estos|por) (?:carretera|camino|lugar|calle|calles|zona|rumbo|rumbos|parte|aqui|donde)\b"
)
_DRIVER = re.compile(
    rf"\b(?:driver|{_CAR}|driving|chofer|conductor|taxista|manejando|maneja|(?:senor|tipo|vato|bato|man|muchacho|guy|dude) (?:de la|del|from the) (?:app|aplicacion))\b"
)
_HE_IS_SILENT = re.compile(
    r"\b(?:he|she|they|(?:the|this|my) (?:\w+ )?(?:guy|man|driver|dude|bf|boyfriend|ex|uncle))(?: (?:is|are|just|even))* (?:will not|does not|do not|not|is not|are not|wont) (?:even )?(?:answer\w*|respond\w*|talk\w*|tell\w*|say\w*|listen\w*|stop\w*|turn\w*|let)\b"
    r"|\b(?:el|ella|ellos|senor|tipo|chofer|vato|bato|man|conductor|novio|ex|tio|padrastro|hombre)(?: ya)? no (?:me|nos) (?:contesta|responde|dice|habla|hace caso|pela|quiere (?:decir|contestar|bajar)|deja|escucha)\b"
)
_LOCKS = re.compile(
    r"\b(?:trae|traen|puso|pusieron|cerro|cerraron|tiene|tienen|echo|con)(?: \w+)? seguros?(?: (?:puestos|del (?:carro|coche)|de las puertas))?\b|\bno (?:abren|abre) las? puertas?\b"
    r"|\b(?:locked (?:the|my|all the) doors?|child ?locks?|doors? (?:are |is )?(?:locked|will not open|do not open)|will not unlock|locks (?:are )?on)\b"
)
_STOPS_NOT = re.compile(
    r"\b(?:will not|does not|do not|is not|are not|refuses to|wont)(?: \w+)? (?:stop\w*|pull\w* over|turn\w* (?:around|back)|take me (?:home|back)|let\w* (?:me|us) (?:out|off))\b"
    r"|\bno (?:me |nos )?(?:quiere |quieren )?(?:para|paran|parar|detiene|detener\w*|da vuelta|dar vuelta|bajar|bajarme|bajarnos|regresar|regresarme|deja bajar\w*|dejan bajar\w*)\b"
)
_FAR = re.compile(
    r"\b(?:out of (?:state|town|the (?:state|city))|(?:to )?(?:another|a different) (?:state|city|town)|across the border|otra ciudad|otro estado|otro pais|al otro lado|fuera de la ciudad|la frontera)\b"
)
_TAKEN_NOW = re.compile(
    r"\b(?:he|she|they|my (?:bf|boyfriend|uncle|ex|pimp|boss|stepdad))(?: (?:is|are|just))+ (?:driving|taking|moving) (?:me|us)\b|\b(?:me|nos) (?:esta|estan|va|van|anda|andan) llevando\b"
)
_UNWILLING = re.compile(
    r"\b(?:do not want to|did not want to|against my will|do not know (?:where|which|why)|no quiero|no queria|a la fuerza|no se (?:cual|donde|a donde|para que|por que|que)|no sabemos|scared|tengo miedo|help|ayuda)\b"
)
_PAST_HOME = re.compile(
    r"\b(?:no (?:se )?paro|siguio|sigue|se siguio|se paso)(?: \w+)? (?:de largo|(?:en|de) (?:mi|la|nuestra) (?:casa|parada|calle|escuela))\b"
)
_SAID_ELSE = re.compile(
    r"\b(?:el|ellos|ella|mi (?:novio|tio|padrastro|ex|jefe|patron)|un (?:senor|tipo|amigo de el)|me|nos)(?: \w+)? (?:dijo|dijeron|decia|prometio) que (?:ibamos|iba|nos iba|me iba|me llevaba|nos llevaba|vamos|me lleva|me llevaban)(?: a)?(?: \w+){1,5}?"
    r" (?:pero|y)(?: ya)? (?:vamos|va|me lleva|nos lleva|estamos|agarro|agarramos|cruzamos|me trae|me trajo|me llevo)(?: \w+){1,5}$"
    r"|\b(?:he|they|she|my (?:bf|boyfriend|ex|uncle|stepdad|boss)|this (?:guy|man)) (?:said|told me|told us|says|promised)(?: that)? (?:we (?:are|were)|we was|he (?:is|was)|they (?:are|were))? ?(?:going|taking me|heading|driving)(?: \w+){1,5}?"
    r" but (?:now )?(?:we are|he is|they are|we|were|hes|now)(?: \w+){0,2} (?:going|headed|heading|driving|on the|in|at|crossing|crossed|passed|leaving|to)(?: \w+){0,5}$"
)
_TO_CALM = re.compile(
    r"\b(?:home|house|church|school|park|movies?|store|restaurant|beach|eat|work|grandmas?|doctor|clinic|shelter|cine|casa|iglesia|escuela|parque|tienda|comer|playa|trabajo|abuela|doctor|clinica|refugio|cenar|mcdonalds)$"
)
_NO_STRANGER = re.compile(
    r"\b(?:my|mi) (?:mom|mama|mother|grandma|aunt|sister|friend|caseworker|social worker|abuela|ama|mami|tia|hermana|amiga|trabajadora)\b|\bschool bus\b|\bi (?:am|was) driving\b|\b(?:voy|iba|ando) manejando\b|\byo manejo\b"
    r"|\b(?:yesterday|last (?:night|week|month|year|time)|ago|ayer|anoche|la semana pasada|hace (?:un|una|dos|\d+)|gps|maps|movie|game|pelicula|juego|dream|sueno|sone|how (?:much|do)|cuanto (?:cuesta|cobra))\b"
)
_MOST_WORDS = 26


def is_driven_off(said: str) -> bool:
    """Return whether a text tells of a ride to where they did not mean to go, or to they know not where."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _NO_STRANGER.search(full):
        return False
    rides, off = _RIDES.search(full) is not None, _OFF_THE_WAY.search(full) is not None
    driven, locked = rides or _DRIVER.search(full) is not None, _LOCKS.search(full) is not None
    silent = _HE_IS_SILENT.search(full) is not None
    if (rides and (_WHERE_TO.search(full) or _STOPS_NOT.search(full))) or (off and (driven or silent or locked)):
        return True
    if _is_taken_far(full) or (_PAST_HOME.search(full) and (driven or silent or _A_MAN.search(full))):
        return True
    other = _SAID_ELSE.search(full)
    return (locked and driven and (rides or silent or off)) or (other is not None and _TO_CALM.search(full) is None)


_A_MAN = re.compile(r"\b(?:el|un|este|ese) (?:senor|tipo|vato|bato|hombre|man)\b")


def _is_taken_far(full: str) -> bool:
    """Return whether somebody is being taken to another city or state, and does not want it or know it."""
    is_taken = _TAKEN_NOW.search(full) is not None and _FAR.search(full) is not None
    return is_taken and _UNWILLING.search(full) is not None


_LEAD = r"(?:(?:ok|omg|and|but|so|now|just|he|they|please|help|ay|y|pero|ya|ahorita|ahora|me|nos|creo que|que|es que|it is|hes) )*"
_GETS_IN = re.compile(
    rf"{_LEAD}(?:subi|subimos|subio|subieron|esta subiendo|estan subiendo|metio|metieron)(?: (?:ya|otra vez|al?|en|el|la|su|un|una|otro|{_CAR}))*(?: (?:con (?:el|ellos)|ahorita|y vamos|todas|todos|los tres|las dos))*"
    rf"|{_LEAD}(?:voy|vamos|estoy|estamos|ando|andamos|toy)(?: (?:ya|otra vez|aqui|ahorita|arriba))* (?:en|arriba de|con el en) (?:(?:el|la|su|un|una) )?(?:asiento de \w+ de(?:l| la) )?{_CAR}(?: (?:con (?:el|ellos)|ya|ahorita|de el|y \w+))*"
    rf"|{_LEAD}(?:we|i) (?:all )?(?:just )?(?:got|get|are getting|had to get|am getting)(?: back)? in(?: (?:the|his|a|their|to|some|other))*(?: {_CAR})?(?: (?:now|with (?:him|them)|just now|rn|already))*"
    rf"|{_LEAD}(?:put|made|got|is putting|is making|making|pulled) (?:me|us)(?: get)?(?: back)? (?:in|into)(?: (?:the|his|a|their|some|other))*(?: {_CAR})(?: (?:now|again))*"
    rf"|{_LEAD}(?:i am|we are) (?:(?:back|now|already|all|sitting) )*in (?:the|his|their|a) (?:back ?(?:seat)? of (?:the|his) )?{_CAR}(?: (?:now|rn|with (?:him|them)|already|and \w+ \w+))*"
)


def gets_in(said: str) -> bool:
    """Return whether all of `said` tells that they got in a car: beside a danger it is the one who is a danger that drives."""
    return _GETS_IN.fullmatch(in_full(said)) is not None


_PEOPLE = (
    r"(?:gente|(?:una?|otra|otras|unas|la|las|el|un|varias|muchas) (?:\w+ )?(?:senoras?|senor|mujer(?:es)?|muchachas?|muchacho|chicas?|empleada|empleado|cajer[oa]|trabajador[a]?|policia|guardia|familia|personas?|chofer|pareja)"
    r"|(?:a|an|the|another|some|other|lots of|two|many)(?: \w+)? (?!cop car)(?:lady|ladies|woman|women|girls?|guy|worker|clerk|cashier|cop|guard|people|person|family|employee|couple|trucker|mom|man)|people)"
)
_ROOM = (
    r"(?:bathroom|restroom|toilet|stall|gas station|store|rest stop|truck stop|mcdonalds|loves|pilot|7 eleven|walmart|diner|lobby|inside"
    r"|bano|banos|tienda|gasolinera|parada|oxxo|seven|walmart|restaurante|baño|adentro|love s|mcdonald s)"
)
_AT_STOP = re.compile(
    rf"{_LEAD}(?:estoy|estamos|ando|toy|me meti|me metio|entre|entramos|me baje|me bajo|baje|fui|me dejo (?:ir|entrar|bajar)|sali)(?: (?:ya|sola|solo|aqui|yo|ahorita))*(?: (?:en|al|a|adentro de|dentro de|del|de))*(?: (?:el|la|un|una|su|los))*(?: {_ROOM})?(?: (?:del?|de (?:las? )?(?:mujeres|damas|senoras|hombres)|de la|sola|solo|ahorita|con seguro|{_ROOM}|carro|coche|troca|y.*))*"
    rf"|{_LEAD}(?:i )?(?:am|was|got|went|snuck|ran|made it|let me)(?: (?:me|in|into|inside|at|to|out|now|the|a|alone|go|use|his|car|truck|of|here|womens?|ladies|girls))*(?: {_ROOM})(?: (?:now|alone|here|of|at|the|a|rn|by myself|{_ROOM}|and.*))*"
    rf"|{_LEAD}(?:hay|there is|there are|i see|veo|theres|con|with|esta)(?: (?:aqui|here|a lot of|mucha))* {_PEOPLE}(?: .{{0,30}})?|{_LEAD}(?:la|el|una?) (?:cajer[oa]|empleada|empleado|senora|muchacha|trabajadora|guardia) (?:me|esta|ya|se).{{0,30}}|{_LEAD}(?:the|a) (?:cashier|clerk|worker|lady|lady|woman|guard) (?:is|saw|sees|keeps|asked).{{0,30}}"
    rf"|{_LEAD}(?:i )?(?:got out|jumped out|hopped out|get out)(?: (?:of|the|his|car|truck|van|now))*|{_LEAD}me (?:baje|sali|escape|avente)(?: (?:del?|la|su|{_CAR}|ya))*"
)


def is_at_stop(said: str) -> bool:
    """Return whether all of `said` tells that they are out of the car, or near people. It counts beside such a ride."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _AT_STOP.fullmatch(full) is not None and gets_in(said) is False
