"""A small grammar of an escape that is under way: out of a car, while he is away, where staff are, behind a door.

In English and Spanish. Most of it says little by itself ("we stopped", "shower stopped"), and counts only beside a
danger that was told. Texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 20

_SO = r"(?:(?:ok|okay|omg|oh|god|shit|fuck|wait|help|please|pls|and|n|but|so|yes|yeah|like|now|also|then|i think|i guess|rn|right now|finally|btw|ya|y|pero|creo que|creo|ay|ahorita|ahora|dios|si|oye|bueno|pues|entonces|que|por fin|ayuda) )*"
_NOW = r"(?: (?:now|rn|right now|again|still|hard|real|really|loud|too|i think|btw|help|please|omg|slowly|fast|ya|ahorita|ahora|otra vez|fuerte|recio|creo|ayuda|por favor|todavia|poquito|un poco))*"
_MAN = r"(?:man|mans|bf|boyfriend|husband|ex|pimp|p|daddy|boss|dad|father|stepdad|step dad|stepfather|stepbrother|uncle|brother|cousin|grandpa|trick|john|guy|dude|friend|driver|madam|stalker|trafficker|roommate|landlord|coach|mom|aunt|auntie|aunts?)"
HE = rf"(?:he|she|they|(?:my|the|this|that|his|her|a|some) (?:\w+ ){{0,3}}?{_MAN}|pimp|daddy|stepdad|step dad|dad|bf|boyfriend|trucker|driver|trick|john|uncle)s?"
_VARON = r"(?:novio|novia|esposo|marido|pareja|papa|padrastro|padrote|jefe|patron|tio|tia|primo|hermano|hermanastro|abuelo|senor|senora|tipo|vato|viejo|hombre|ex|chofer|trailero|cliente|cunado|padrino|madrina|encargado|dueno)"
EL = rf"(?:el|ella|ellos|(?:mi|el|la|un|ese|este|su) (?:\w+ ){{0,2}}?{_VARON}(?: de mi \w+)?)"
_BE = r"(?: (?:is|are|be|was|keeps?|just|still|now|already|like|legit|has|have|been|going|started|starting|now|s))*"
_ESTA = r"(?: (?:ya|ahorita|ahora|me|se|nos|le|lo))*(?: (?:esta|estan|anda|andan|sigue|siguen|empezo a|quiere|quieren|va a|van a))?"

_VEHICLE = r"(?:car|van|truck|bus|suv|whip|ride|carro|coche|camioneta|troca|van|trailer|camion)"
_STOPPED = re.compile(
    rf"{_SO}(?:i feel (?:it|us) |(?:we|it|he|they|she|(?:the|this|his) {_VEHICLE}|{_VEHICLE})(?: (?:are|is|just|have|has|had|finally|all|like|only))* )(?:stop|stopp?ed|pulled (?:over|in|up|off)|parked|slow(?:ed|ing|in|s)?(?: (?:down|up))?|not moving|no longer moving|quit moving)"
    rf"(?: (?:at|in|by|near|on|for|behind|outside|next to|somewhere) .{{1,40}}| moving)?{_NOW}"
    rf"|{_SO}(?:we are|we) (?:at|in) (?:a|the|some) (?:\w+ )?(?:gas station|rest stop|rest area|truck stop|parking lot|red light|light|drive thru|gas pump){_NOW}"
    rf"|{_SO}(?:ya )?(?:(?:nos|se|el|la|{_VEHICLE}|ellos) )*(?:paro|paramos|pararon|detuvo|detuvimos|detuvieron|estaciono|estacionamos|estacionaron|orillo|orillaron|va (?:mas )?despacio|bajo la velocidad|ya no se mueve|no se mueve)"
    rf"(?: (?:en|a|por|cerca de|para|junto a) .{{1,40}})?{_NOW}"
    rf"|{_SO}(?:estamos|estoy|esta|estan)(?: ya)? (?:parad[oa]s?|estacionad[oa]s?)(?: (?:en|a|por|cerca de) .{{1,40}})?{_NOW}"
)
_PEOPLE_NEAR = re.compile(
    rf"{_SO}i(?: (?:can|could|do|still|just|also))* (?:hear|heard|see|saw|hearing|seeing)(?: (?:a|some|other|lots of|a lot of|two|the|more|a few|random|lil|like))* (?:people|persons?|voices?|someone|somebody|folks|lady|ladies|man|men|women|woman|guys?|kids?|family|workers?|talking|cars|traffic|cop|cops|police|cop car|police car|officer)(?: (?:talking|outside|walking|near|around|by|here|close|laughing|nearby|out there|passing|over there|in the parking lot|at the pump|by the car))*{_NOW}"
    rf"|{_SO}(?:there is|there are|theres)(?: (?:a|some|other|lots of|two|like|a few))* (?:people|lady|man|woman|voices?|workers?|family|folks|cops?|police|cop car|police car)(?: (?:outside|here|walking|near|around|by|talking|out there|nearby|over there|by the car|at the pump|next to us|by us))*{_NOW}"
    rf"|{_SO}(?:oigo|escucho|veo|oi|vi|se oyen?|se escuchan?|hay|puedo oir|puedo ver)(?: (?:a|como|mucha|unas?|unos|otras?|la|una|un))* (?:gente|voces|voz|personas?|alguien|senora|senor|familia|muchacha|muchacho|policias?|patrulla|carros|trafico|ninos|trabajadores)(?: (?:hablando|afuera|cerca|caminando|por aqui|aqui|alla|al lado|pasando|junto|parada|parado))*{_NOW}"
)
_LATCH = re.compile(
    rf"{_SO}(?:i(?: (?:can|could|just|do))* (?:feel|felt|see|found|got|have|touch|reach)|there is|theres|it is)(?: (?:a|the|this|that|some|like|kind|of|sort|lil|little|metal|plastic|glow\w*|bright|green|trunk|inside))* (?:lock|latch|handle|lever|cable|release|cord|string|knob|hook|pull|button)(?: (?:thing|thingy|tab|part|piece|in here|inside|back here|here|but .{{1,30}}))*{_NOW}"
    rf"|{_SO}(?:siento|encontre|veo|hay|toco|tengo|agarre|alcanzo|senti|tente)(?: (?:una?|la|el|como|cosa|de|del|lo|que parece))* (?:palanca|seguro|manija|cable|chapa|cerradura|jaladera|boton|cordon|gancho|agarradera|palanquita)(?: .{{1,30}})?{_NOW}"
    rf"|{_SO}(?:the |his |its |back )*(?:trunk|door|doors|back door)(?: (?:is|are|is not|isnt|not|came|just|looks|feels))* (?:open(?:ed)?|unlocked|locked anymore|ajar){_NOW}|{_SO}(?:la |el )?(?:puerta|cajuela)(?: (?:no|ya|se|esta|le puso))* (?:abierta|abrio|seguro|sin seguro){_NOW}"
)


def may_get_out(said: str) -> bool:
    """Return whether all of `said` tells, in a car, of a stop, of people near, or of a latch: "i hear people"."""
    if said.count(" ") >= _MOST_WORDS:
        return False
    full = in_full(said)
    return any(tells.fullmatch(full) for tells in (_STOPPED, _PEOPLE_NEAR, _LATCH))


_OF_A_STOP = re.compile(
    r"\b(?:pull\w+|park\w+|gas|rest (?:stop|area)|truck stop|light|drive thru|orill\w+|estaciona\w*|gasolinera|semaforo)\b"
)


_WAITS = re.compile(r"\b(?:outside|waving|waiting|house|afuera|esperando\w*|enfrente)\b")


def has_stopped(said: str) -> bool:
    """Return whether all of `said` tells that a car stands, by itself: "he pulled over"."""
    is_told = said.count(" ") < _MOST_WORDS and _STOPPED.fullmatch(in_full(said)) is not None
    return is_told and _OF_A_STOP.search(said) is not None and _WAITS.search(said) is None


_ROAD = r"(?:(?:high|free|turn|ex?press|park)way|interstate|hwy|i ?\d{1,3}|us \d{1,3}|route \d+|exit|toll|bridge|tunnel|road|gravel|dirt road|back ?roads?|mile marker|overpass|autopista|carretera|libre|cuota|puente|tunel|terraceria|brecha|salida|camino)"
_OF_ROAD = re.compile(
    rf"{_SO}(?:(?:we|i|it|he|they)(?: (?:are|is|am|be|just|still|feel|feels|sounds|like|got|going|goin|gone))* )?(?:on|in|onto|off|getting on|got on|by|near|at|going|goin|over|through|passing|passed|pasamos|vamos|voy|estamos|por|en|sobre|the|heading)(?: (?:the|a|an|some|to|down|on|la|el|una?|por|en|sobre|kind|of|de|like|como))* {_ROAD}(?: .{{1,40}})?"
    rf"|{_SO}(?:(?:we|it)(?: (?:are|is|just|still|been|keep|keeps))* )(?:moving|movin|driving|drivin|going fast|goin fast|turn(?:ing|ed|in)?|bumpy|speeding|flying)(?: .{{1,30}})?"
    rf"|{_SO}(?:nos|se|vamos|va|estamos)(?: (?:esta|estan|ya))* ?(?:moviendo|movemos|mueve|dando vuelta|dio vuelta|rapido|recio|muy rapido|en movimiento)(?: .{{1,30}})?"
)


_COLOR = r"(?:white|black|red|blue|gray|grey|silver|green|gold|brown|tan|dark|blanc[oa]|negr[oa]|roj[oa]|azul|gris|plata|verde|dorad[oa]|cafe|guinda)"
_MAKE = r"(?:honda|toyota|ford|chevy|chevrolet|nissan|dodge|ram|jeep|gmc|kia|hyundai|bmw|benz|mercedes|tahoe|camry|civic|accord|corolla|altima|sentra|silverado|tundra|tacoma|charger|impala|malibu|mazda|lexus|cadillac|escalade|f ?150|explorer|suburban|durango|tsuru|jetta)"
_CAR_NAMED = re.compile(
    rf"{_SO}(?:(?:it is|he is|its|is|in|a|an|his|the|he|has|got|drives|driving|old|new|big|plates?|texas|like|es|en|un|una|su|trae|la|el|viej[oa]|color) )*(?:{_COLOR} (?:(?:old|color|de|la) )*(?:{_MAKE}|{_VEHICLE}|pickup|suv|truck)|{_VEHICLE} {_COLOR}|(?:{_COLOR} )?{_MAKE})(?: (?:{_COLOR}|{_MAKE}|{_VEHICLE}|with|tinted|windows|vidrios|polarizados|con|plates?|placas?|de|texas|\w{{2,3}}\d{{2,4}}|i think|creo))*"
)


def names_car(said: str) -> bool:
    """Return whether all of `said` names a car: "its a gray malibu"."""
    return said.count(" ") < _MOST_WORDS and _CAR_NAMED.fullmatch(in_full(said)) is not None


def is_on_the_road(said: str) -> bool:
    """Return whether all of `said` tells of a road or of moving: "i think we on the highway"."""
    return said.count(" ") < _MOST_WORDS and _OF_ROAD.fullmatch(in_full(said)) is not None


_ERRAND = r"(?:food|gas|ice|smokes?|cigs?|cigarettes?|weed|beer|liquor|drinks?|snacks?|coffee|breakfast|lunch|dinner|groceries|stuff|something|sumn|money|change|the mail|pizza|mcdonalds|chips|water|condoms)"
_SHOP = r"(?:store|gas ?station|shop|bank|atm|bathroom|restroom|office|lobby|front desk|car ?wash|laundry|mcdonalds|walmart|cvs|7 ?eleven|circle k|loves|pilot|bar|counter|register|vending machine|line|parking lot|car|truck|balcony|shower|bath|tub|other room)"
_GONE_FOR = re.compile(
    rf"\b{HE}(?: (?:is|are|just|now|be|has|have|finally|only))* (?:about|left|going|goin|went|gone|stepped|ran|walked|out|getting|gettin|grabbing|buying|paying|smoking|pumping|gonna)(?: (?:to|for|out|off|and|go|over|down|inside|outside|quick))* ?(?:(?:get|grab|buy|pick up|cop|pump|find)?(?: (?:some|a|the|us|more|his|up|another|me))* ?{_ERRAND}|pay|smoke|pee|shower|take a (?:shower|leak|call|piss)|piss|check (?:us )?(?:in|out)|talk to the \w+)\b"
    rf"|\b{HE}(?: (?:is|are|just|now|still|be))* (?:on the phone|outside|out (?:back|front)|distracted)(?: (?:on|the|phone|and|outside|out|there|by|car|truck|smoking|smokin|talking|talkin|with|a|someone|pumping|gas))*\b"
    rf"|\b{HE}(?: (?:is|are|just|now|be|has|have|finally|went|gone|left|stepped|ran|walked|still|out))+ (?:in|into|inside|to|at|out to)(?: (?:the|a|that|his|my))* {_SHOP}\b"
    rf"|\b(?:{EL} )?(?:(?:ya|se|ahorita|fue|fueron|esta|anda|salio|salieron|entro|va|van|a ir|metio|bajo|solo) )+(?:a |al |por |para |en |de )*(?:la |el |un |una |los |las |unos )*(?:comida|comer|comprar|gas|gasolina|gasolinera|tienda|cigarros?|cerveza|cheves|agua|pagar|banar(?:se)?|bano|regadera|ducha|cajero|banco|oficina|recepcion|fumar|hielo|lonche|cambio|orinar|oxxo|farmacia|lavanderia)\b"
)
_SMALL = r"(?:\d|1\d|20|two|three|four|five|ten|fifteen|couple|few|one|a|dos|tres|cuatro|cinco|diez|quince|unos|pocos|un par de)"
_MINUTES = re.compile(
    rf"\b(?:we|i)(?: (?:have|got|only|just|have got|like|about|maybe|bout))* {_SMALL}(?: of)? ?(?:min|mins|minutes?|secs?|seconds?|m)\b|\b{_SMALL} (?:min|mins|minutes?) (?:to|before|till|til|until)\b"
    rf"|\b(?:tengo|tenemos|hay|quedan)(?: (?:como|solo|nomas|unos|apenas))* {_SMALL} (?:min|mins|minutos?|minutitos|segundos?)\b"
)
_GET_OUT = re.compile(
    r"\b(?:get(?:ting)? out|leave|run|escape|go|dip|bounce|bolt|sneak out|get away|out the|out of|wanna|want to|(?:me|nos) (?:quiero|queremos|voy a|puedo|podemos) (?:ir|salir|escapar)|irme|irnos|salir(?:me|nos)?|escapar(?:me|nos)?|correr|huir|bajar(?:me|nos)?)\b"
)
_HAVEN = r"(?:gas ?station|store|walmart|mcdonalds|dennys|waffle house|7 ?eleven|circle k|police station|fire station|hospital|er|church|diner|restaurant|bus ?stop|bus station|truck stop|loves|hotel|cvs|walgreens|dollar general|shell|chevron|neighbors?(?: house)?|house with (?:a )?lights?(?: on)?|laundromat|school|library|bar)"
_REFUGIO = r"(?:gasolinera|tienda|oxxo|walmart|estacion de policia|policia|bomberos|hospital|iglesia|restaurante|farmacia|parada|mcdonalds|super|casa con luz|vecin[oa]s?|lavanderia|escuela|biblioteca)"
_CLOSE = r"(?:across (?:the|from)?|next door|down the|right (?:there|here|across|next)|near|nearby|close|around the corner|up the (?:road|street)|a block|over there|outside|behind (?:us|the|here)|enfrente|al lado|cruzando|cerca|a una cuadra|a la vuelta|ahi|alla|al otro lado|atras|en la esquina|aqui)"
_TAIL = r"(?: (?:me|us|here|the|road|street|way|highway|from|motel|hotel|this|house|corner|it|is|open|24|hours|i can see it|like|a|block|blocks|away|min|minutes|door|right|lot|parking|light|\d+|su casa|la casa|el motel|la calle|del motel|de aqui|abierta|abierto|cuadra|de|del|la|el))*"
_HAVEN_NEAR = re.compile(
    rf"{_SO}(?:there is|theres|there are|i (?:can )?(?:see|saw)|i know)(?: (?:a|an|the|this|one|some|like))* (?:\w+ )?{_HAVEN}(?: (?:like|right|just|is|open))*(?: {_CLOSE}{_TAIL})?{_NOW}"
    rf"|{_SO}(?:the |a )?{_HAVEN} (?:is )?(?:right |just )?{_CLOSE}{_TAIL}"
    rf"|{_SO}(?:hay|veo|esta)(?: (?:una?|la|el|como))* {_REFUGIO}(?: (?:como|casi|justo|que esta|abierta|abierto))*(?: {_CLOSE}{_TAIL})?{_NOW}|{_SO}(?:la|el) {_REFUGIO} (?:esta|queda) {_CLOSE}{_TAIL}"
)


_NOT_NOW = re.compile(
    r"\b(?:if|when|whenever|every|always|usually|sometimes|until|till|yesterday|last|tomorrow|tonight|cuando|si el|siempre|manana|ayer|cada|a veces)\b"
)
_HIM_WITH = re.compile(
    r"\b(?:moms?|mama|aunt|auntie|tia|sister|hermana|friend|amiga|kids?|baby|bebe|with me|with him|took me|makes me|made me|conmigo|con el|me llevo|me mando|me manda|sends? me)\b"
)


def is_away_for_now(said: str) -> bool:
    """Return whether a text tells that somebody is gone for a moment, on an errand: "he in the store"."""
    if said.count(" ") >= _MOST_WORDS or _NOT_NOW.search(said) or _HIM_WITH.search(said):
        return False
    return _GONE_FOR.search(in_full(said)) is not None


_NEAR_STILL = re.compile(
    r".*\b(?:still|sigue|siguen|todavia)\b.*\b(?:other room|next room|outside|afuera|otro cuarto|kitchen|living room|cocina|sala)\b.*"
    rf"|{_SO}{HE}(?: is)? (?:right )?outside{_NOW}"
)


def is_near_still(said: str) -> bool:
    """Return whether a text tells that somebody is there yet, a wall away: "he is still in the other room"."""
    return _NEAR_STILL.fullmatch(in_full(said)) is not None


_OUT_COLD = re.compile(
    rf"\b{HE}(?: (?:is|are|just|got|so|really|too|be|been|finally|fell|all))* (?:passed out|knocked out|blacked out|asleep|sleeping|snoring)(?: (?:from|off|on|the|in|and|right now|now))* ?(?:drunk|drinking|liquor|beer|couch|bed|floor)\b|\b{HE}(?: (?:is|got|so|just))* drunk (?:and|n) (?:asleep|sleeping|passed out|knocked out)\b"
    rf"|\b(?:{EL} )?(?:se quedo|esta|quedo|se durmio)(?: (?:bien|muy|ya))* (?:dormid[oa]|tirad[oa])?(?: (?:de|por|bien))* ?(?:borrach[oa]|tomad[oa]|ped[oa])\b"
)


def is_out_cold(said: str) -> bool:
    """Return whether a text tells that somebody sleeps off what they drank: no emergency of theirs is told by it."""
    is_told = said.count(" ") < _MOST_WORDS and _OUT_COLD.search(in_full(said)) is not None
    return is_told and _HIM_WITH.search(said) is None


_HOLDS = re.compile(
    r"\b(?:(?:got|has|have|keeps?|kept|locked|took) (?:me|us)|sells?|sold|pimp\w*|traffick\w*|daddy|trick|john|beats?|hits?|hit|hurts?|rap\w+|will not let|wont let|forc\w+|me (?:tiene|vende|pega|golpe\w*|encerr\w+|obliga|viol\w+)|padrote|no me deja|cliente)\b"
)


def tells_hold(said: str) -> bool:
    """Return whether a text has words for who holds, sells or hurts them."""
    return _HOLDS.search(in_full(said)) is not None


def has_minutes(said: str) -> bool:
    """Return whether a text tells that they have a few minutes."""
    return said.count(" ") < _MOST_WORDS and _MINUTES.search(in_full(said)) is not None


def would_go_now(said: str) -> bool:
    """Return whether a text has words of getting out: they count beside who is gone for a moment."""
    return _GET_OUT.search(in_full(said)) is not None


def sees_haven(said: str) -> bool:
    """Return whether all of `said` names a place with people that is near: "theres a gas station across the road"."""
    return said.count(" ") < _MOST_WORDS and _HAVEN_NEAR.fullmatch(in_full(said)) is not None


_STIRS = re.compile(
    rf"{_SO}(?:the |his )?(?:shower|water|sink|faucet|bath|tv|music|toilet)(?: (?:is|has|just|got|all))* (?:stop(?:ped|ping)?|off|shut off|cut off|turned off|done|flushed|went off|quit){_NOW}"
    rf"|{_SO}{HE}{_BE} (?:getting|gettin) (?:dressed|up|out|his (?:shoes|keys|clothes))(?: (?:of|from|the|out|shower|bed|tub|bathroom|now))*{_NOW}|{_SO}{HE}{_BE} (?:moving|movin|stirring|waking|wakin|rolling over|putting on (?:his )?\w+|drying off)(?: (?:around|up|his|the|clothes|in bed|over there))*{_NOW}"
    rf"|{_SO}{HE}{_BE} (?:woke up|wakes up|awake|up now|done|finishing|hanging up|off the phone|out of the shower|done (?:in the shower|showering|paying|smoking|eating|pumping)){_NOW}"
    rf"|{_SO}(?:(?:ya|se|le|la|el|agua|regadera|ducha) )+(?:apago|cerro|paro|corto|dejo de sonar)(?: (?:la|el|agua|regadera|ducha|del|bano|de|llave))*{_NOW}|{_SO}(?:la |el )?(?:agua|regadera|ducha)(?: (?:ya|se))* (?:paro|apago|cerro|dejo de (?:sonar|caer)){_NOW}"
    rf"|{_SO}(?:{EL} )?(?:ya |se )*(?:esta|estan|anda|se esta) (?:vistiendo(?:se)?|despertando(?:se)?|levantando(?:se)?|moviendo(?:se)?|secando(?:se)?|poniendo(?:se)? (?:la|los|el) \w+){_NOW}|{_SO}(?:{EL} )?(?:ya )?(?:se )?(?:desperto|levanto|esta despierto|salio (?:del bano|de banarse|de la regadera|de la ducha)|acabo de banarse|termino de banarse|colgo){_NOW}"
)


def is_about_to_see(said: str) -> bool:
    """Return whether all of `said` tells that who was away, asleep or in the shower is about to be back."""
    return said.count(" ") < _MOST_WORDS and _STIRS.fullmatch(in_full(said)) is not None


_RAN = re.compile(
    rf"{_SO}(?:we|i)(?: (?:just|already|did it|have|had|actually|finally|both|all))* (?:ran|running|am running|are running|got out|got away|made it(?: out)?|escaped|jumped out|climbed out|snuck out|bolted|dipped|am out|are out|out|left out|ran out|ran off|ran away)(?: (?:of|from|the|his|that|out|back|front|door|window|car|van|truck|house|room|motel|to|across|into|a|him|them|it|there|street|road|gas|station|store|barefoot|with|my|kid|baby|sister|friend|her|and|on foot|in|woods))*{_NOW}"
    rf"|{_SO}(?:i am |we are |we |i )?out (?:the|of the|in the|by the) (?:back|front|side|window|car|van|truck|house|room|motel){_NOW}"
    rf"|{_SO}(?:ya )?(?:(?:me|nos) )?(?:corri|corrimos|estoy corriendo|estamos corriendo|voy corriendo|me sali|nos salimos|me escape|nos escapamos|me baje|nos bajamos|logre salir|logramos salir|pude salir|pudimos salir|sali|salimos|estoy afuera|estamos afuera|sali por la \w+|brinque|me pele)(?: (?:de|del|la|el|por|casa|carro|cuarto|motel|van|troca|camioneta|corriendo|ventana|puerta|de atras|atras|con|mi|hij[oa]|bebe|hermana|amiga|afuera|a|calle|monte))*{_NOW}"
)
_STAFF = r"(?:clerk|cashier|worker|workers|employee|manager|lady|guy|man|woman|security|guard|waitress|nurse|staff|attendant|driver|cop|cops|officer|police|neighbor|trucker|person|somebody|someone|girl at the counter|dude at the counter)"
_PERSONAL = r"(?:cajer[oa]|empleada|empleado|senora|senor|guardia|policia|policias|muchacha|muchacho|chava|chavo|mesera|mesero|enfermera|chofer|gerente|trabajador|trabajadora|vecin[oa]|encargad[oa]|recepcionista|patrulla|alguien|gente)"
_WITH_STAFF = re.compile(
    rf"{_SO}(?:there is|theres|i see|i can see|i am with|i found|i am by|only|just)(?: (?:a|an|the|one|some|this|another|old|nice|young|other|a lot of|lots of))* {_STAFF}(?: (?:here|inside|working|at the (?:counter|register|desk|door|gas station)|in here|in the bathroom|with me|by the door|outside|car|too|looking at me|over there|behind the counter))*{_NOW}"
    rf"|{_SO}(?:what|wat)(?: (?:do|should|can|would|am))* i(?: (?:even|supposed|to|just))* (?:say|tell|ask)(?: (?:to|her|him|them|the|that|a|this))* ?(?:{_STAFF})?{_NOW}"
    rf"|{_SO}(?:should|can|do|could) i (?:just )?(?:tell|ask|go to|talk to|say something to|show)(?: (?:the|a|that|this|some|for help))* ?(?:{_STAFF}|them|her|him)(?: (?:for help|to call|to help|something|this|my phone|the texts?))*{_NOW}"
    rf"|{_SO}(?:can|should|could|do) (?:i|we) (?:just )?(?:hide|stay|wait)(?: (?:in|here|there|inside|with|the|bathroom|store|a|back|behind|counter|them|her|him|staff))*{_NOW}"
    rf"|{_SO}(?:hay|veo|estoy con|encontre|esta aqui|nomas hay|solo hay|viene)(?: (?:una?|la|el|otra|otro|mucha|unos|unas))* {_PERSONAL}(?: (?:aqui|en el bano|adentro|en la caja|atendiendo|trabajando|conmigo|en la tienda|viendome|afuera|de seguridad|de la tienda))*{_NOW}"
    rf"|{_SO}(?:que|q) (?:le |les )?(?:digo|debo decir|tengo que decir|puedo decir(?:le)?)(?: (?:a|al|la|el|a la|a los))* ?(?:{_PERSONAL})?(?: (?:de la tienda|del 911))*{_NOW}|{_SO}(?:le|les) (?:digo|pido ayuda|pido|cuento|enseno)(?: (?:a|al|la|el|a la|ayuda|que llame|que llamen|el cel|esto))* ?(?:{_PERSONAL})?(?: (?:o no|mejor))*{_NOW}"
    rf"|{_SO}(?:me|nos) (?:puedo|podemos) (?:esconder|quedar)(?: (?:aqui|ahi|adentro|en|el|la|bano|tienda|con|ella|ellos))*{_NOW}|{_SO}puedo (?:esconderme|quedarme)(?: (?:aqui|ahi|adentro|en|el|la|bano|tienda|con|ella|ellos))*{_NOW}"
)
_IN_HAVEN = re.compile(
    rf"{_SO}(?:(?:i am|we are|we|i|hiding|locked|i (?:went|ran|got|made it)|we (?:went|ran|got|made it)|made it|am|got) )*(?:in|inside|at|to|into|behind)(?: (?:the|a|this|some|womens?|ladies))* (?:{_HAVEN}|bath ?room|rest ?room|stall|neighbors?|staff room|back room)(?: (?:at|in|of|with|the|a|gas station|store|clerk|door|locked|lock|now|inside|hiding|he|she|here))*{_NOW}"
    rf"|{_SO}(?:we|i|we are|i am)(?: in)? (?:the )?(?:bath ?room|rest ?room|stall) (?:and )?(?:the )?(?:door )?lock(?:ed)?{_NOW}|{_SO}(?:the )?doors? (?:is )?lock(?:ed|s)?{_NOW}|{_SO}(?:i|we) locked (?:the|it|us|myself|ourselves)(?: (?:door|in|bathroom|the))*{_NOW}"
    rf"|{_SO}(?:(?:estoy|estamos|me meti|nos metimos|me encerre|nos encerramos|me escondi|nos escondimos|llegue|llegamos|entre|entramos|ando|ya|adentro|aqui) )+(?:en|a|al|dentro de|adentro de|con)(?: (?:la|el|una?|los|las))* (?:{_REFUGIO}|bano|banos|bodega)(?: .{{1,30}})?{_NOW}|{_SO}(?:le )?(?:puse|pusimos) (?:el )?seguro(?: a la puerta)?{_NOW}|{_SO}(?:ya )?(?:cerre|cerramos) (?:la puerta|con (?:seguro|llave)){_NOW}"
)
_CALLS_FOR_US = re.compile(
    rf"{_SO}(?:(?:she|they|(?:the |a |this )?{_STAFF}|someone|somebody)(?: (?:is|are|just|going|gonna|will|now|said|says|to|already|has|s|he|she|they))* (?:call(?:ing|ed|s)?|phon(?:ing|ed)|dial(?:ing|ed))(?: (?:911|the|cops?|police|them|it|for|me|us|now|someone))*){_NOW}"
    rf"|{_SO}he(?: (?:is|just|going|gonna|will|to))* (?:calling|called|call)(?: (?:the|for|me|us|now))* ?(?:911|cops?|police|help){_NOW}"
    rf"|{_SO}(?:(?:ella|el|ellos|(?:la|el|una?) {_PERSONAL}) )?(?:(?:ya|me|les|le|esta|estan|va a|van a|dice que|dijo que|si) )*(?:llamando|llamo|llamaron|llamar|marcando|marco|marcaron|hablo|hablando)(?: (?:al|a|la|911|policia|ya|por|mi|por mi|ahorita|con))+{_NOW}"
)


def has_run(said: str) -> bool:
    """Return whether all of `said` tells that they got out a moment ago: "we ran", "im out the back"."""
    return said.count(" ") < _MOST_WORDS and _RAN.fullmatch(in_full(said)) is not None


def is_by_staff(said: str) -> bool:
    """Return whether all of `said` names somebody who could call, or asks what to tell them: "theres a clerk"."""
    return said.count(" ") < _MOST_WORDS and _WITH_STAFF.fullmatch(in_full(said)) is not None


_WHAT_TO_SAY = re.compile(
    rf"{_SO}(?:what|wat)\b.*\b(?:say|tell|ask)(?: (?:to|her|him|them|it|that|this|now))*{_NOW}"
    rf"|{_SO}(?:que|q) (?:le|les) (?:digo|debo decir|tengo que decir|puedo decir(?:le)?)(?: (?:a el|a ella|a ellos))?{_NOW}"
    rf"|{_SO}(?:should|can|do|could) i (?:just )?(?:tell|ask)\b.*|{_SO}(?:le|les) (?:digo|cuento|enseno|pido)\b.*"
)


def asks_what_to_say(said: str) -> bool:
    """Return whether all of `said` asks what to tell somebody whom it does not name: "what do i say to him"."""
    return _WHAT_TO_SAY.fullmatch(in_full(said)) is not None


def is_in_haven(said: str) -> bool:
    """Return whether all of `said` tells of a place where they got to, or of a lock: "in the bathroom locked"."""
    return said.count(" ") < _MOST_WORDS and _IN_HAVEN.fullmatch(in_full(said)) is not None


def is_being_called(said: str) -> bool:
    """Return whether all of `said` tells that somebody calls for help for them: "ok she is calling"."""
    return said.count(" ") < _MOST_WORDS and _CALLS_FOR_US.fullmatch(in_full(said)) is not None
