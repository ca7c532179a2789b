"""A small grammar of who saw somebody in danger, or is beside them: a stranger, a clerk, a driver, a buyer who tells.

"There is a kid being sold in room 9", "the girl i paid looks 13", "vi a una nina amarrada en una camioneta". English and
Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_GIRL = (
    r"(?:girls?|kids?|child(?:ren)?|minors?|teens?|teenagers?|boys?|lady|ladies|wom[ae]n|females?|chicks?|escorts?|hookers?|prostitutes?"
    r"|toddler|passenger|customer|guest|young (?:person|one|lady))"
)
_NINA = (
    r"(?:muchach(?:it)?[oa]s?|chic(?:uit)?[oa]s?|morr(?:it)?[oa]s?|nin(?:it)?[oa]s?|chav(?:it)?[oa]s?|menor(?:es)?|jovencit[oa]s?|mujer(?:es)?"
    r"|chamac(?:it)?[oa]s?|huerc[oa]s?|plebitas?|cipot[oa]s?|patoj[oa]s?|cham[oa]s?|senora|senorita|joven(?:es)?|clienta|pasajera|pelada|nena)"
)
_HELD = (
    r"(?:tied(?: up)?|bound|chained|zip ?tied|handcuffed|cuffed|gagged|blindfolded|locked (?:up|in)|in (?:a|the|his) (?:cage|basement|trunk)|dragged|drug (?:out|in)|forced|being (?:sold|hurt|held|beat|beaten|pimped|trafficked|forced|rented|made to)"
    r"|getting (?:sold|pimped|beat|hit|rented)|pimped|traffick\w*|for sale|sold|against (?:her|his|their) will|underage|under ?aged?|crying|cryin|screaming|begging|begged|bruises?|bruised|barefoot|black eye|bleeding"
    r"|(?:will|would|can|could|does|did) not (?:let|leave) (?:her|him|them)?|made (?:her|him|them) get in|after (?:her|him|them)|chasing (?:her|him)|wants? (?:help|out)|ask(?:ed|ing)? (?:me )?(?:for|to) help|says? help|sayin(?:g)? help|help me"
    r"|(?:with|w) (?:\w+ )?(?:different|a bunch of|lots? of|several|older|grown|random|multiple|two|three|\d+) (?:men|guys|dudes|man)|do not (?:take|drive|let|bring) (?:her|him|me)|scared of (?:him|the (?:man|guy|driver)))"
)
_PRESA = (
    r"(?:amarrad[oa]s?|atad[oa]s?|encadenad[oa]s?|esposad[oa]s?|encerrad[oa]s?|a la fuerza|golpead[oa]s?|descalz[oa]s?|llorando|gritando|con moretones|moretead[oa]|vendad[oa]|drogad[oa]"
    r"|(?:la|lo|las|los) (?:(?:estan|esta|tienen|tiene|andan) )?(?:vend\w+|obliga\w*|prostituy\w+|tienen|tiene|golpe\w+|persig\w+|encerr\w+|arrastr\w+|fuerza\w*|explot\w+|rent\w+)|que la (?:obligan|venden|tienen)|es menor|menor de edad|pide ayuda|pidio ayuda|pidiendo ayuda|me pidio|dice ayuda\w*|quiere (?:ayuda|salir\w*)"
    r"|con (?:varios|muchos|distintos|diferentes|puros|tres|dos) (?:hombres|senores|tipos|viejos)|no la (?:dejan|deja|lleve|suelta)|que no la lleve|huyendo|un hombre la (?:sigue|busca)|siendo vendid[oa])"
)
_YOUNG = r"(?:(?:like|about|only|maybe|is|was|looks?|looked|are|under|think she is|be) (?:like |about |only |maybe |under )?(?:1[0-7]|[5-9])\b|(?:a|some) (?:1[0-7]|[5-9]) (?:year|yr|yo)|minor|underage|a child|a kid)"
_JOVEN = r"(?:(?:de|como de|tiene|tendra|como|parece de|unos) (?:unos |como )?(?:1[0-7]|[5-9])\b|menor|una nina|nina de|muy chica)"
_ROOM = r"(?:room|rm|motel|hotel|inn|super 8|street|corner|track|blade|truck ?stop|club|massage|airbnb|paid|pay|men|john|date|cuarto|habitacion|calle|esquina|antro|bar|cantina|masajes|hombres|clientes|pague|pagan)"

_BOUGHT = re.compile(
    rf"\bi (?:just |kinda |already |think i |may have )*(?:paid(?: for)?|bought|hired|ordered|rented|booked|picked up|purchased)(?: \w+)? (?:a|an|the|this|that|some)(?: (?:young|little|\w+ year old|\d+ yo))? (?:{_GIRL})\b"
    r"(?! (?:a|an|some|dinner|lunch|breakfast|drinks?|food|scout|clothes|shoes|coffee|flowers|gift|s|her)\b)"
    rf"|\bthe (?:{_GIRL}) (?:that |who )?i (?:just )?(?:paid(?: for)?|hired|bought|ordered|rented|booked|am (?:paying|with)|picked up)\b"
    r"|\bi (?:am|was) (?:a|the|her|just a) (?:\w+ )?(?:john|trick|buyer|customer|client)\b(?=.*\b(?:she|girl|kid|minor)\b)"
    rf"|\b(?:pague|page|contrate|compre|alquile|rente|pedi|levante)(?: \w+)? (?:por |a )?(?:una?|la|esta|esa) (?:\w+ )?{_NINA}\b(?! (?:un|una|de comer|la cena|ropa))"
    rf"|\bla (?:{_NINA}) (?:que|por la que) (?:yo )?(?:pague|contrate|compre|rente|pedi|levante)\b"
    r"|\b(?:soy|fui) (?:el |un |su )?(?:cliente|putero|comprador)\b(?=.*\b(?:ella|muchacha|nina|chica|menor|chava|morra)\b)"
)
_OF_HER = re.compile(
    rf"\b(?:she|her|ella|la|le)\b.*\b(?:{_HELD}|{_PRESA}|{_YOUNG}|{_JOVEN}|scared|afraid|forced|miedo|asustada|obligada)|\b(?:{_YOUNG}|{_JOVEN}|{_PRESA})|(?:looks?|parece|se ve) (?:like )?(?:1\d|[5-9]|young|muy chica|menor)|\b(?:forced|underage|{_HELD}|{_PRESA})\b"
)
_MEETS = r"(?:saw|seen|see|seeing|heard|hear|watched|watching|witnessed|noticed|found|picked up|looking at|hearing|have (?=a girl (?:here|in|who|that)))"
_SEES = re.compile(
    rf"\b(?:i|we|my \w+) (?:just |am |can |think i |think we |have |literally |keep )*{_MEETS} (?:(?:a|an|the|this|that|some|two|three|\d+|these|another|very|really|young|little|\w+ year old|like|man|guy|of|with|w|and) )*{_GIRL}\b(?: (?!my\b)\w+){{0,9}}? {_HELD}"
    rf"|\bthere (?:is|are|was) (?:(?:a|an|the|this|that|some|two|three|\d+|these|another|man|guy|with|w|very|really|young|little) )*{_GIRL}\b(?: (?!my\b)\w+){{0,9}}? (?:{_HELD}|being)\b"
    rf"|\b(?:vi|veo|estoy viendo|acabo de ver|oigo|escuche|escucho|hay|encontre|recogi|vimos|(?:tengo|traigo) (?=a una)) ?(?:(?:a|una?|unas|unos|dos|tres|varias|esta|esa) )*{_NINA}\b(?: (?!mi\b)\w+){{0,9}}? {_PRESA}"
)
_SEES_CHILD = re.compile(
    rf"\b(?:i|we) (?:just |am |think i |have )*(?:saw|seen|see|noticed|found) (?:(?:a|an|the|this|some|another|very|really|young|little) )*{_GIRL}\b(?: (?!my\b)\w+){{0,8}}? {_YOUNG}"
    rf"|\bthere (?:is|are|was) (?:(?:a|an|the|this|some|another|very|young|little) )*(?:{_GIRL})\b(?: (?!my\b)\w+){{0,10}}"
    rf"|\b(?:vi|veo|hay|vimos) (?:(?:a|una?|unas|dos|tres|esta|esa) )*{_NINA}\b(?: (?!mi\b)\w+){{0,8}}"
)
_AT_ROOM = re.compile(
    rf"\b{_ROOM}\b.*\b(?:{_YOUNG}|{_JOVEN})|\b(?:{_YOUNG}|{_JOVEN}|kid|child|nina|menor)\b.*\b{_ROOM}\b"
)
_TAKEN = re.compile(
    r"\b(?:some ?(?:one|body)|some (?:guys?|man|men|dudes?|people)|a (?:guy|man|dude|van|couple)|two (?:guys|men)|these (?:guys|men)|this (?:guy|man|dude)|they|he)(?: (?:just|literally|is|are))* "
    rf"(?:grabb\w+|snatch\w+|took|threw|throw\w*|dragg?\w+|push\w+|forc\w+|put|pull\w+|shov\w+|stuff\w+) (?:(?:a|an|my|this|some|the|that|our|little|lil|young|best) )*(?:{_GIRL}|friend|homegirl|sister|cousin|daughter|niece|bestie|classmate|her|him)(?: \w+){{0,3}} (?:in|into|inside)(?: \w+){{0,3}} (?:car|van|truck|suv|trunk|vehicle)\b"
    r"|\b(?:acaban de |lo vi |vi que )?(?:sub\w+|met\w+|jal\w+|agarr\w+|avent\w+|llev\w+|arrastr\w+) (?:a )?(?:(?:una|un|mi|la|esta|esa) )*"
    rf"(?:{_NINA}|amiga|prima|hermana|vecina|companera) (?:a la fuerza |jalando |arrastrando )*(?:a|en|al|dentro de) (?:un|una|su|la|el)? ?(?:carro|camioneta|troca|van|coche|auto|cajuela|trailer)\b"
)
_KIN = r"(?:(?:little|lil|baby|big|older|younger|best|step|god) )*(?:cousin|sister|sis|brother|bro|friend|homegirl|bestie|niece|nephew|classmate|roommate)"
_HAVE_KIN = re.compile(
    rf"(?:(?:yo|hey|omg|help|please|and|so|ok|bro) )*(?:they|some (?:guys?|men|dudes?|people|man|dude)|a (?:guy|man|van)|somebody|someone|these (?:guys|men|dudes)|her pimp|that man)(?: (?:just|still|have|has|had))* (?:got|have|has|took|grabbed|snatched|kidnapped|holding|hold) (?:my|our) {_KIN}(?: (?:right now|now|in (?:a|the|his|their) \w+(?: \w+){{0,3}}|and (?:she|he|will|they)\b.*|tied up|hostage|they will not\b.*|he will not\b.*|please|help))*"
    r"|(?:(?:oye|ayuda|por favor|ay|hola) )*(?:unos? (?:tipos?|hombres?|vatos?|senor(?:es)?|weyes)|ellos|su padrote)? ?(?:tienen|agarraron|se llevaron|secuestraron|levantaron) a mi (?:herman(?:it)?[oa]|prim(?:it)?[oa]|amig(?:uit)?[oa]|sobrin(?:it)?[oa]|companera)(?: (?:ahorita|en (?:un|una|la|el|su) \w+(?: \w+){0,3}|a la fuerza|y no la sueltan|y no la dejan\b.*|amarrad[oa]|hace rato|ayuda))*"
)
_NOTE = re.compile(
    rf"\b(?:{_GIRL})(?: \w+){{0,3}} (?:passed|gave|slipped|handed|left|wrote|mouthed|signed)(?: me| us)? (?:a (?:note|napkin|paper|sign)|help)\b"
    rf"|\b{_NINA}(?: \w+){{0,3}} (?:me|nos) (?:paso|dio|dejo|escribio|hizo) (?:un|una) (?:papel\w*|nota|recado|servilleta|sena)\b"
)
_CAME = re.compile(
    rf"\b(?:{_GIRL})(?: \w+){{0,3}} (?:showed up|came (?:to|up|in|into)|knocked|walked (?:in|up)|ran (?:up|in|into)|is (?:at|on|in)|hiding (?:in|at)|on)(?: \w+){{0,3}} (?:my|our) (?:\w+ )?(?:door|house|porch|kitchen|yard|store|job|work|shop|car|truck|backseat|restaurant)\b"
    rf"|\b(?:llego|toco|entro|vino|corrio|esta|se metio)(?: \w+){{0,3}} (?:una|un) {_NINA}(?: \w+){{0,6}} (?:mi|nuestra) (?:puerta|casa|cocina|tienda|trabajo|carro|negocio)\b"
    rf"|\b{_NINA}(?: \w+){{0,3}} (?:llego|toco|entro|vino|corrio|se metio)(?: \w+){{0,3}} (?:mi|nuestra) (?:puerta|casa|cocina|tienda|trabajo|carro|negocio)\b"
)
_HERE_WITH_US = re.compile(
    rf"\bi (?:have|got|found)(?: got)? (?:a|this|the) (?:young |teenage |\w+ year old )?{_GIRL}(?: (?:right )?here)?(?: \w+)? (?:in|at|on) my (?:\w+ )?(?:kitchen|house|home|porch|store|shop|car|truck|office|garage|yard)\b"
    rf"|\b(?:tengo|encontre|esta) (?:a )?(?:una|esta|la) {_NINA}(?: (?:aqui|escondida))? en mi (?:casa|cocina|tienda|carro|troca|negocio)\b"
)
_OUTSIDE_NOW = re.compile(
    r"(?:(?:omg|oh god|ok|and|now|update|y|ay|dios|ahora|ya) )*(?:there is |theres |i see |we see |hay |veo )?(?:a|the|that|his|some|an|un|una|el|la|esa|ese) (?:\w+ )?(?:truck|car|van|suv|pickup|man|guy|vehicle|troca|carro|camioneta|hombre|tipo|senor)(?: (?:is|was|just|keeps?|has|who|that|es|esta|que|se|ya|esta))* "
    r"(?:outside|out front|parked|going slow|driving (?:by|slow|past)|circling|stopped|pulled (?:up|in)|slowing|coming (?:up|in|back)|sitting|at the (?:door|gate|end)|in (?:the|my|our) (?:driveway|yard|street)|knocking|looking|afuera|parado|parada|paro|estacionad[oa]|pasando|dando vueltas|en la (?:puerta|entrada|calle)|tocando)(?: .{0,40})?"
    r"|(?:(?:omg|ok|and|now|y) )*(?:he|they|somebody|someone|el|ellos|alguien)(?: (?:is|are|esta|estan|just|ya))* (?:outside|at the door|knocking|pulled up|in the driveway|banging|afuera|en la puerta|tocando)(?: .{0,30})?"
)
_KIN_SOLD = re.compile(
    r"\bmy (?:\w+ )?(?:room ?mate|roomie|friend|coworker|neighbou?r|classmate|sister|cousin|niece|daughter|student)(?: \w+)? (?:is|was|may be|might be|gets?)(?: being| getting)? (?:sex |human )?(?:traff\w+|pimped|sold|groomed|exploited)\b"
)
_NO_CALL = re.compile(
    r"\b(?:she|he|they|ella|el) (?:(?:will|does|would|do|is|ya|me|just|really) )*(?:not|no)(?: (?:want|let|quiere|me|deja|to|que))+ ?(?:call|calling|tell|get|involve|llam\w+|avis\w+|dig\w+)(?: (?:the|a|al|to|la))* (?:rcmp|police|cops?|911|sheriff|policia|anyone|nadie)\b"
)
_YELLS = re.compile(
    r"(?:(?:omg|and|now|ok|y) )*(?:he|they|the (?:man|guy)|his \w+|el|ellos) (?:is |are |esta |estan |just )*(?:here|back|in there|inside|aqui)?(?: (?:now|right now|again|and|ahora|ya|y))*(?: (?:is|he|esta))* ?(?:yelling|screaming|hitting|beating|choking|dragging|pulling|shouting|gritando\w*|pegando\w*|jalando\w*|golpeando\w*)(?: (?:at|on|le|la|a))* ?(?:her|him|them|ella|el)?(?: .{0,20})?"
)
_JOB = re.compile(
    r"\b(?:driver|clerk|cook|waitress|waiter|bartender|trucker|cashier|housekeeper|maid|janitor|guard|security|desk|barista|nurse|cleaner|delivery|lyft|uber|chofer|conductor\w*|mesera|mesero|recepcion\w*|camarera|guardia|cajer[oa]|trailero) (?:\w+ ){0,2}here\b"
    r"|\bi (?:am|work)(?: (?:a|an|as|at|in|the|front|for|night|shift|overnight))* (?:\w+ )?(?:driver|clerk|desk|waitress|waiter|bartender|trucker|cashier|housekeep\w+|maid|janitor|guard|security|barista|uber|lyft|motel|hotel|diner|gas station|truck ?stop|store|restaurant|bar|casino|airport|salon|nail|laundromat)\b"
    r"|\b(?:soy|trabajo (?:de|como|en))(?: (?:el|la|un|una))* (?:chofer|conductor\w*|uber|taxista|mesera|mesero|recepcion\w*|camarera|guardia|cajer[oa]|trailero|hotel|motel|gasolinera|restaurante|tienda|bar|antro|limpieza|repartidor\w*)\b"
)
_IS_OF_JOB = re.compile(
    rf"\b(?:{_GIRL})\b(?: \w+){{0,9}}? (?:{_HELD}|\d+ (?:girls|men))|\b(?:man|guy|men|dude)(?: \w+){{0,2}} (?:with|w) (?:(?:a|an|\d+|two|three|some|young|little|different|underage) )*(?:girls|kids|minors|teens)\b"
    rf"|\b{_NINA}\b(?: \w+){{0,9}}? {_PRESA}|\b(?:un )?(?:hombre|senor|tipo)(?: \w+){{0,2}} con (?:(?:una|unas|dos|tres|\d+|varias) )*(?:ninas|menores|muchachitas|jovencitas|chavitas)\b"
)
_KEEPS = re.compile(
    rf"\b(?:neighbou?rs?|guy|man|people|dude|couple|landlord|vecin[oa]s?|senor|tipo|hombre|gente)(?: \w+){{0,4}} (?:has|have|keeps?|got|hold(?:s|ing)?|tienen?|esconden?) (?:a |an |una? |some |unas )?(?:\w+ )?(?:{_GIRL}|{_NINA})(?: \w+){{0,3}} (?:locked|tied|chained|(?:in|down in) (?:the|his|their|a) (?:basement|cage|shed|garage)|hostage|encerrad[oa]s?|amarrad[oa]s?|en (?:el|su) (?:sotano|cuarto|garaje))\b"
    rf"|\bi (?:run|manage|watch|drive|work the door for) (?:the |some |his |their )?girls\b.*\b(?:wants? out|help her|is (?:like )?1[0-7]|underage)\b|\b(?:yo )?(?:manejo|cuido|llevo) a las (?:muchachas|chicas|morras)\b.*\b(?:quiere salir\w*|ayudarl[ae]|tiene 1[0-7]|menor)\b"
)

_TO_HELPER = re.compile(
    r"\b(?:passed|gave|slipped|handed|begged|told|asked|flagged|texted|let|for|called|paso|dio|pidio|dijo|rogo|hizo senas|mouthed|help|ayuden|nos) (?:me|us|nos)\b|\b(?:me|nos) (?:paso|dio|pidio|dijo|rogo|hizo|conto|dejo)\b|\bhelp me\b|\bayuden?me\b|\btake me\b"
)
_OF_ME = re.compile(
    r"\b(?:me|us|myself|nos|conmigo|i am (?:being|one|scared he)|soy yo|a mi(?: me| tambien|$)|yo tambien|me too|my (?:bf|boyfriend|husband|pimp|man|client|clients|dad|stepdad|mom|uncle|boss)|mi (?:novio|esposo|marido|padrote|cliente|papa|padrastro|mama|tio|jefe))\b"
)
_TALK = re.compile(
    r"\b(?:movie|film|show|game|song|episode|series|book|netflix|documentary|tiktok|video|dream\w*|class|homework|at school|en la escuela|mi salon|el salon|pelicula|serie|cancion|juego|libro|novela|sone|tarea|clase|years ago|last year|hace anos)\b"
)


def saw_somebody(said: str) -> bool:
    """Return whether a text tells, in the words of who is beside it, of somebody held, sold, taken or asking for help."""
    if _TALK.search(said) or _OF_ME.search(_TO_HELPER.sub(" ", said)):
        return False
    told = any(form.search(said) is not None for form in (_SEES, _TAKEN, _NOTE, _KEEPS))
    return told or bought(said) or _HAVE_KIN.fullmatch(said) is not None or _beside(said)


def _beside(said: str) -> bool:
    """Return whether a clerk, a driver or a neighbour tells of a child in a room, or of somebody at their door."""
    at_work = _JOB.search(said) is not None and _IS_OF_JOB.search(said) is not None
    of_child = _SEES_CHILD.search(said) is not None and _AT_ROOM.search(said) is not None
    here = _HERE_WITH_US.search(said) is not None
    came = (here or _CAME.search(said) is not None) and (re.search(_HELD, said) or re.search(_PRESA, said)) is not None
    return at_work or of_child or came


def bought(said: str) -> bool:
    """Return whether a buyer tells of somebody young, forced or asking for help: "i paid for a girl, she is like 14"."""
    return _BOUGHT.search(said) is not None and _OF_HER.search(said) is not None


def is_outside(said: str) -> bool:
    """Return whether all of a text tells that a car or a man is outside: "theres a truck going slow past the house"."""
    return _OUTSIDE_NOW.fullmatch(said) is not None


def tells_kin_sold(said: str) -> bool:
    """Return whether a text tells that somebody near is trafficked."""
    return _KIN_SOLD.search(said) is not None and _OF_ME.search(said) is None


def wants_no_call(said: str) -> bool:
    """Return whether a text tells that who is in danger wants no police."""
    return _NO_CALL.search(said) is not None


def is_hurt_now(said: str) -> bool:
    """Return whether all of a text tells that somebody else is yelled at, or hurt, right now."""
    return _YELLS.fullmatch(said) is not None
