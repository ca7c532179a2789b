"""A small grammar of who stands outside, knocks, comes up or fetches somebody, in English and Spanish.

`near` finds who is beside somebody and may see the screen. Here they are at a door, a window, across the street, on the
stairs or on their way: what is told can be read before they are there. Texts are words with one space between them,
contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MAN = r"(?:man|mans|bf|boyfriend|husband|ex|pimp|p|daddy|boss|dad|father|stepdad|step dad|uncle|brother|trick|john|guy|dude|stalker|trafficker|baby daddy|cop|folks)"
_HE = rf"(?:he|she|they|(?:my|the|this|that|some|a|his) (?:\w+ )?{_MAN})"
_VARON = r"(?:novio|esposo|marido|pareja|papa|padrastro|padrote|jefe|patron|tio|hermano|senor|tipo|vato|bato|hombre|ex|policia|poli|primo|pastor|coach|cunado|suegro|abuelo)"
_EL = rf"(?:el|ella|ellos|(?:mi|el|un|ese|su) {_VARON}(?: de \w+)?|el que me \w+)"
_NOW = r"(?:ya|ahorita|ahora|aqui|ahi|alla|todavia|otra vez|apenas|right|still|just|now|already|out|over|here|there|is|are|been|back|again)"
_OUT = (
    r"(?:(?:outside(?: of)?|out front(?: of)?|out there|across(?: the street)?(?: from)?|in front of|parked by|down the (?:street|block)|downstairs|in the (?:driveway|parking lot|hallway|hall|yard|lobby|stairwell)|behind the door)"
    r"(?: (?:my|the|our|this|his|your|a))*(?: (?:window|door|front door|back door|house|home|apartment|apt|room|building|gate|porch|driveway|street|parking lot|stairs|school|work|job|motel|hotel|shelter|bathroom door|closet door|car))?"
    r"|(?:at|by) (?:my|our|the) (?:\w+ )?(?:door|window|gate)|at (?:my|our) (?:job|work|school|building)|on (?:my|our|the) (?:porch|stairs|steps))"
)
_AFUERA = (
    r"(?:(?:afuera|enfrente|en frente|al otro lado|cruzando la calle|en la (?:esquina|calle|entrada|puerta|ventana|banqueta|acera|parada|cochera)|en el (?:porche|patio|estacionamiento|parqueo|pasillo|carro|lobby)|atras de la puerta|detras de la puerta|del otro lado de la puerta)"
    r"(?: (?:de (?:mi|la|el|esta)|del|mi|la|de))*(?: (?:casa|ventana|puerta|cuarto|escuela|trabajo|edificio|depa|motel|hotel|cuadra|calle|bano|refugio|baño|entrada))?)"
)
_LEAD = r"(?:(?:ok|omg|oh|no|and|but|so|now|he|please|help|shit|fuck|wait|i think|i can see him|he found me|ay|y|pero|creo que|oigan|ayuda|es que|dios|me hallo|me encontro) )*"
_TAIL = r"(?: (?:ya|ahorita|ahora|aqui|otra vez|ahi|now|right now|rn|again|please|ayuda|help|que hago|what do i do|and|y|esperandome|esperando|waiting|for me|viendo|viendome|mirando|looking|staring|watching|gritando|yelling|screaming|tocando|pitando|honking|in his (?:car|truck)|en su (?:carro|troca|coche)|borracho|drunk))*"
_STANDS_OUT = re.compile(
    rf"{_LEAD}{_HE}s?(?: {_NOW})*(?: (?:standing|parked|waiting|sitting|parking|staring|yelling|honking|posted|pacing|lurking|circling|looking in))*(?: {_NOW})* {_OUT}{_TAIL}"
    rf"|{_LEAD}(?:{_NOW} )*(?:{_EL} )?(?:{_NOW} )*(?:me |nos )?(?:esta|estan|anda|andan|sigue|siguen|se quedo|llego|se paro|se estaciono)(?: {_NOW})*(?: en (?:el|su|la|un) (?:carro|coche|troca|camioneta|moto))?(?: (?:parad[oa]s?|sentad[oa]s?|estacionad[oa]s?|esperando(?:me)?|afuera|viendo|gritando|pitando|dando vueltas))*(?: {_NOW})* {_AFUERA}(?: {_EL})?{_TAIL}"
    rf"|{_LEAD}{_EL} (?:{_NOW} )*{_AFUERA}{_TAIL}"
)
_AT_DOOR = re.compile(
    rf"(?:\b{_HE}(?: {_NOW})* |^(?:omg |help )?)(?:(?:keeps?|trying to|tryna|going to|about to) )*(?:bang|knock|pound|beat|kick|break|hit|com|get)(?:ing|s)?(?: (?:on|at|in|down|through))+(?: (?:my|the|our))?(?: (?:bedroom|front|back|bathroom|room|motel|hotel|closet))? ?(?:door|window)\b"
    rf"|\b{_HE}(?: {_NOW})* (?:(?:keeps?|is|are) )*(?:trying to (?:get|come|break) in|turning the (?:knob|handle)|breaking in|unlocking the door)\b"
    rf"|\b(?:{_EL} )?(?:esta|estan|anda|sigue|siguen|quiere|quieren|viene|trata de|ya)(?: {_NOW})*(?: a)? (?:tocando|tocar|golpeando|golpear|pateando|patear|tumbando|tumbar|abriendo|abrir|forzando|empujando|rompiendo|romper|pegandole a|dandole a)(?: (?:la|el|mi|duro|bien|fuerte|mucho))* (?:puerta|ventana|chapa|cerradura|manija)\b"
    rf"|^{_LEAD}(?:{_EL} )(?:(?:ya )?me )?(?:toca|patea|golpea|tumba) (?:la|mi) (?:puerta|ventana)(?: (?:otra vez|ahorita|ya|duro|fuerte))*$"
    rf"|\b{_EL} (?:esta |anda )?(?:tratando de|queriendo) (?:entrar|meterse|abrir)\b|\b{_EL} quiere (?:entrar|meterse)\b"
)
_COMES_UP = re.compile(
    rf"{_LEAD}{_HE}s?(?: {_NOW})* (?:coming|walking|heading|running|going)(?: {_NOW})* (?:(?:up|down)(?: (?:the|my|our))* ?(?:stairs|steps|hall|hallway|driveway)?|upstairs|downstairs|(?:to|towards|into|in) (?:my|the|our) (?:room|door|bed|bedroom|house|apartment|apt)){_TAIL}"
    rf"|{_LEAD}(?:i (?:can )?hear )(?:him|them|her|his (?:steps|footsteps)|footsteps|{_HE})(?: (?:is|are|coming|walking|going|on|up|down|the|stairs|outside|hall|hallway|my|door|to|in|at))*{_TAIL}"
    rf"|{_LEAD}(?:{_NOW} )*(?:{_EL} )?(?:{_NOW} )*(?:viene|vienen|va|van|esta|estan|anda|andan)(?: {_NOW})* (?:subiendo|bajando|entrando|caminando|acercandose|para (?:mi|el|aca)|a mi|hacia mi|hacia aca)(?: (?:las?|los?|por|escaleras|al?|mi|el|cuarto|casa|puerta|recamara|para|aca|elevador|piso))*(?: {_EL})?{_TAIL}"
    rf"|{_LEAD}(?:{_NOW} )*(?:{_EL} )?(?:{_NOW} )*(?:sube|entra|subio)(?: {_NOW})*(?: (?:las escaleras|a mi cuarto|al cuarto|a mi recamara|a la casa|para aca))(?: {_EL})?{_TAIL}"
)
_WANTS_IN_CAR = re.compile(
    r"\b(?:waving|waves|yelling|telling|tells|wants|signaling|signing|motioning|says?|honking)(?: (?:at|for|me|us|to|that))* (?:to )?(?:get|come|hop) (?:in|over|out|here|outside|inside|with him)\b"
    r"|\bme (?:hace|esta haciendo|hacen|anda haciendo) senas?(?: (?:de|para|que|me|suba|subir|vaya|salga|venga|ya|ahorita|otra vez|con|la|mano|acerque|del|desde|el|su|carro|coche|troca))*$"
    r"|\bme (?:dice|grita|esta (?:diciendo|gritando)|pide|exige|dicen|gritan) que (?:me suba|salga|vaya|me acerque|baje|suba|abra)\b|\bquiere que (?:me suba|salga|baje)\b"
)
_NOT_THEM = re.compile(
    r"\b(?:my|mi|the|la|el) (?:moms?|momma|mommy|mama|mother|grandmas?|aunts?|sisters?|friends?|cops?(?= (?:is|are|was))|police|policia|dog|cat|caseworker|social worker|neighbor|teacher|abuela|ama|mami|tia|hermana|amiga|perro|gato|vecina|vecino|trabajadora|maestra|pizza|uber|taxi|bus|camion|ride|cartero)\b"
    r"|\b(?:doordash|amazon|pizza|uber eats|delivery|landlord|game|movie|pelicula|juego|dream|sueno|sone|lol|lmao|jaja\w*|crush|yesterday|last night|ago|ayer|anoche|hace (?:un|una|dos|\d+)|ice|migra|la\s?migra|agentes?|mailman)\b"
)
_MOST_WORDS = 18


def _may_be(said: str) -> bool:
    return said.count(" ") < _MOST_WORDS and _NOT_THEM.search(said) is None


def stands_outside(said: str) -> bool:
    """Return whether a text tells that somebody is outside, or is trying the door: it counts beside a danger."""
    full = in_full(said)
    if not _may_be(full):
        return False
    return _STANDS_OUT.fullmatch(full) is not None or _AT_DOOR.search(full) is not None or comes_up(said)


def comes_up(said: str) -> bool:
    """Return whether all of `said` tells that somebody comes up the stairs or to the room."""
    full = in_full(said)
    return _may_be(full) and _COMES_UP.fullmatch(full) is not None


def forces_door(said: str) -> bool:
    """Return whether a text tells by itself of somebody who forces a door or a window."""
    full = in_full(said)
    return _may_be(full) and _AT_DOOR.search(full) is not None and _BY_FORCE.search(full) is not None


_BY_FORCE = re.compile(
    r"\b(?:bang\w*|pound\w*|kick\w*|break\w*|beat\w*|trying to (?:get|come|break) in|golpea\w*|patea\w*|tumba\w*|forzando|rompe\w*|romper|rompiendo|empujando|entrar|meterse)\b"
)


def wants_them_in(said: str) -> bool:
    """Return whether a text tells that somebody waves or shouts for them to come, or to get in."""
    full = in_full(said)
    return _may_be(full) and _WANTS_IN_CAR.search(full) is not None


_CLOCK = r"(?:(?:in|at|around|by|like|about|en|a|las?|como|a eso de|unos|dentro de|de|\d{1,2}(?: ?\d\d)?|am|pm|min|mins|minutes?|hours?|hour|hora|horas|minutos?|half|an|a|media|un rato|al rato|rato|ratito|soon|pronto|ya mero|tonight|today|tomorrow|hoy|manana|esta noche|en la noche|after (?:work|school)|saliendo|when he gets off|una|un|dos|tres|cinco|diez)(?: |$))*"
_FETCHES = re.compile(
    rf"(?:(?:ok|and|but|so|hurry|y|pero|ya|que|creo que|ahorita|orita|es que|hoy|esta noche|tonight|i think|please|help|rapido) )*"
    rf"(?:(?:{_HE}s?(?: (?:is|are|just|already|now))* (?:(?:going to|gonna|will|about to|supposed to|be|is) )*(?:pick(?:s|ing)? (?:me|us) up|(?:com(?:es?|ing)|on (?:his|the|their) way|pulling up|here)(?: (?:to|and|over|back))* (?:get|pick up|grab|fetch) (?:me|us)|(?:com(?:es?|ing)|here|back) for (?:me|us)|gets? here|getting here)"
    rf"|(?:{_EL} )?(?:(?:ya|ahorita) )*(?:me|nos) (?:va|van|viene|vienen|pasa|pasan)(?: a)? (?:recoger|traer|buscar|levantar|llevar)|(?:{_EL} )?(?:(?:ya|ahorita) )*(?:me|nos) (?:recoge|recogen|levanta)"
    rf"|(?:{_EL} )?(?:(?:ya|ahorita|me|ahi) )*(?:viene|vienen|llego|llega|llegaron|pasa|pasan|vino|va a venir|va a pasar|vuelve|van a venir)(?: (?:ya|ahorita))* (?:por|a (?:recoger|buscar|traer|llevarse)) ?(?:mi|nosotr[oa]s|me|nos|recogerme|buscarme|llevarme)?(?: (?:y|ya|ahorita|otra vez|again))*"
    rf"|(?:{_EL} )?(?:ya )?viene a (?:recogerme|buscarme|llevarme|traerme)) ?{_CLOCK}(?:(?:now|again|ya|otra vez|que hago|what do i do|help|ayuda|tengo miedo|im scared|i am scared) ?)*)"
)
_CALM_FETCH = re.compile(
    r"\b(?:school|work|practice|church|doctor|escuela|trabajo|iglesia|doctora?|cita|clinic|clinica|library|mall|party|fiesta|weekend|custody|visit)\b"
)


def is_fetched(said: str) -> bool:
    """Return whether all of `said` tells that somebody, no kin or friend by name, comes to fetch them: "ya viene por mi"."""
    full = in_full(said)
    return _may_be(full) and _CALM_FETCH.search(full) is None and _FETCHES.fullmatch(full) is not None


_IS_BACK_AT = re.compile(
    r"(?:(?:ok|and|but|so|y|pero|es que|porque|cuz|because) )*(?:(?:he|they|my (?:bf|boyfriend|man|husband|stepdad|ex|uncle|boss))(?: (?:is|will|be|gonna|going to))* (?:comes?|coming|gets?|getting|back|be back|returns?|home)(?: (?:back|home|here|off))*"
    r"|(?:el|ellos|mi (?:novio|marido|esposo|padrastro|tio|patron|jefe|ex)) (?:ya )?(?:vuelve|regresa|llega|viene|vuelven|regresan|llegan|vienen)(?: (?:a (?:la )?casa|aqui))?)"
    r"(?: (?:at|around|by|in|like|about|a las?|como a las?|en|a eso de las?))* \d{1,2}(?: ?\d\d)?(?: ?(?:am|pm|minutes?|mins?|min|minutos|hours?|horas?|o clock|de la \w+|del trabajo|from work|off work|every day|todos los dias|hoy|today))*"
)


def is_hours_away(said: str) -> bool:
    """Return whether a text names an hour, or later, and no minutes: there is time for a plan."""
    full = in_full(said)
    return _HOURS.search(full) is not None and re.search(r"\b(?:min|mins|minutes?|minutos?)\b", full) is None


_HOURS = re.compile(
    r"\b(?:at|around|by|a las?|como a las?) \d{1,2}\b|\b(?:hours?|horas?|tonight|tomorrow|manana|esta noche|en la noche|al rato|later|after (?:work|school)|saliendo)\b"
)


def says_when_back(said: str) -> bool:
    """Return whether all of `said` tells at what hour he is back, which nobody had asked: "el vuelve a las 5"."""
    return _IS_BACK_AT.fullmatch(in_full(said)) is not None


_MEN = r"(?:hombres|batos|vatos|tipos|senores|weyes|morros|chavos|monos|manes|chamos|amigos de el|guys|men|dudes|boys|people)"
_AMONG_MEN = re.compile(
    rf"\b(?:hay|son|estan|there is|there are|it is|theres|see|veo|con|with)(?: \w+){{0,3}} {_MEN}\b"
    r"|\b(?:he|they|somebody|someone|a guy|some guy) (?:is |are |was )?(?:just )?(?:filming|recording|videoing|touching|undressing|on top of) (?:me|us)\b"
    r"|\b(?:me|nos) (?:esta|estan|anda|andan) (?:grabando|filmando|tocando|desvistiendo|quitando la ropa)\b|\b(?:esta|estan|andan) (?:grabando|filmando)(?:me|nos)?\b"
)


def is_among_men(said: str) -> bool:
    """Return whether a text tells of men around, or of one who films: it counts beside a drug that was given."""
    full = in_full(said)
    return _may_be(full) and _AMONG_MEN.search(full) is not None


_TO_911 = re.compile(
    r"\b(?:what (?:do|should|can|would) (?:i|we) (?:say|tell)(?: (?:to|them|when|if|i|we|call|the))*(?: (?:911|police|cops|dispatch\w*|operator))?|how (?:do|can|should) (?:i|we) (?:call|talk to|tell) (?:911|the (?:police|cops)))\b.*"
    r"|\b(?:que|q) (?:les?|tengo que|debo|puedo)? ?(?:digo|decir|decirles?)(?: (?:al|a la|a los|cuando|si|llamo|al))*(?: (?:911|policia|operador\w*))\b.*|\bque les? digo(?: si (?:llamo|contestan))?$"
    r"|\bcomo (?:les? )?(?:llamo|hablo|marco|aviso|pido)(?: (?:ayuda|al|a la))* (?:911|policia)\b.*"
)
_NO_WORDS = re.compile(
    r"(?:(?:pero|y|es que|but|and|because|porque|cuz|help|ayuda|i|yo|tambien|casi|the problem is) )*(?:no (?:se |puedo )?(?:hablo|hablar|se|entiendo|habla)(?: (?:nada de|bien|mucho|el|casi))* ingles|(?:do not|can not|dont) (?:really |even )?(?:speak|know|talk)(?: (?:any|much|good|no))* english|my english is(?: (?:not|very|so|really))* (?:bad|good)|mi ingles es(?: muy)? malo)"
    r"(?: (?:bien|casi|nada|mucho|good|well|y|que hago|como|ayuda|what do i do|how))*"
)


def asks_what_to_say(said: str) -> bool:
    """Return whether a text asks how 911 is called, or what is said there."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _TO_911.search(full) is not None and _HAS_911.search(full) is not None


_HAS_911 = re.compile(r"\b(?:911|police|cops|dispatch\w*|operator|policia|operador\w*)\b")


def has_no_english(said: str) -> bool:
    """Return whether all of `said` tells that they speak no English, which beside a danger is a reason not to call."""
    return _NO_WORDS.fullmatch(in_full(said)) is not None
