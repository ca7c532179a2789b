"""A small grammar of what somebody texts beside a danger: where they hide, and how long somebody is away.

In English and Spanish. Each form is a whole text: words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 14
_BEFORE = (
    r"(?:(?:ok|okay|yes|yeah|no|so|and|but|well|um|omg|please|he is gone|i am alone|right now|si|no|pues|bueno|ahorita|"
    r"ahora|y|pero|ya) )*"
)
_AFTER = (
    r"(?: (?:right now|now|rn|alone|hiding|locked in|with the door locked|tho|though|still|please|ahora|ahorita|sol[oa]|"
    r"escondid[oa]|encerrad[oa]|ya))*"
)
_HIDING_PLACE = (
    r"(?:(?:womens?|ladies|girls|mens?|public|family|store|gas station|mcdonalds|walmart) (?:bath|rest) ?rooms?|bath ?room|rest ?room|toilet|shower|tub|room|bed ?room|closet|car|truck|van|garage|basement|attic|kitchen|"
    r"laundry room|stairs|stairwell|hallway|porch|yard|back ?yard|alley|parking lot|gas station|store|lobby|house|apartment|"
    r"apt|motel|motel room|hotel|hotel room|bed|corner|woods|bushes|tent|trailer|shed|pantry|library|neighbors?|"
    r"neighbors house|bus stop|staff room|back room|front desk|street)"
)
_ESCONDITE = (
    r"(?:bano|cuarto|recamara|closet|ropero|carro|coche|camioneta|troca|garaje|cochera|sotano|cocina|patio|lavanderia|bodega|almacen|oficina|banos|supermercado|super|mercado|farmacia|"
    r"escaleras?|pasillo|estacionamiento|gasolinera|tienda|casa|apartamento|motel|hotel|cama|rincon|calle|biblioteca|"
    r"vecina|vecino|parada|callejon|regadera|ducha|azotea|trailer)"
)
_IS_HIDING = re.compile(
    rf"{_BEFORE}(?:(?:i am|am|i (?:went|ran|locked myself|got)|hiding|locked myself) )?(?:(?:just|still|only|hiding|hidin|hid|"
    r"locked|up|now|alone|sitting|back|here|like|outside|out) )*"
    r"(?:in|inside|at|by|on|behind|under|to|out(?:side)?|into)(?: (?:the|da|my|a|his|her|our|of|motel|public|back|his))*"
    rf" {_HIDING_PLACE}(?: at the {_HIDING_PLACE})?{_AFTER}"
    rf"|{_BEFORE}(?:(?:i am|am|estoy|ando|me tengo) )?(?:hiding|hidin|hid|escondid[oa]) (?:in|at|behind|inside|under|by|en|atras|detras)(?: (?!from|de mi|with)\w+){{1,6}}"
    rf"|{_BEFORE}(?:i am|am)(?: (?:hiding|outside|hidin|under the bed|upstairs|downstairs))+{_AFTER}"
    rf"|{_BEFORE}(?:(?:estoy|ando|me (?:meti|escondi|encerre|fui)|estamos) )?(?:(?:escondid[oa]|encerrad[oa]|aqui|sol[oa]) )*"
    r"(?:en|adentro|dentro|atras|afuera|debajo|abajo|a|al|del)(?: (?:de|del|el|la|mi|un|una|los|las|su))*"
    rf" {_ESCONDITE}(?: de (?:la |las |el |los |un |una )?(?:mujeres|damas|senoras|hombres|(?:\w+ )?\w+))?{_AFTER}"
    rf"|{_BEFORE}(?:estoy|ando)(?: (?:escondid[oa]|encerrad[oa]|afuera))+{_AFTER}"
)

_LODGING = re.compile(
    rf"{_BEFORE}(?:(?:i am|we are|we|im|i|(?:he|she|they) (?:has|got|have|keeps?|put|took) (?:me|us)|we stay|staying|estoy|estamos|ando|me tiene|me tienen|me trajo) )?(?:(?:still|here|now|stuck|aqui|ahorita) )*"
    r"(?:at|in|to|en) (?:(?:the|a|this|some|el|un|este) )?(?:\w+ ){0,3}?(?:red roof|inn|motel(?: 6)?|hotel|lodge|suites|super 8|days inn|hostel)\b(?: (?!want|going|jump|die|kill|end)\w+){0,7}"
)


def is_at_lodging(said: str) -> bool:
    """Return whether all of `said` tells of a motel or hotel where somebody is."""
    return said.count(" ") < _MOST_WORDS and _LODGING.fullmatch(said) is not None


_ABOUT = r"(?: (?:like|about|maybe|only|just|around|roughly|less than|under|a|an|another|good|at least|como|unos|unas|un|una|nomas|solo|otros?))*"
_AMOUNT = rf"{_ABOUT}(?: (?:\d{{1,3}}|half|one|two|three|four|five|ten|fifteen|twenty|thirty|couple|couple of|few|dos|tres|cinco|diez|quince|veinte|treinta|media|pocos))?"
_UNIT = (
    r" ?(?:an? )?(?:hours?|hrs?|hr|minutes?|mins?|min|h|m|seconds?|secs?|horas?|hora|minutos?|ratito|rato|minutitos?)"
)
_LEFT = (
    r"(?: (?:left|alone|tops|max|maybe|now|right now|to (?:talk|text|leave|go|get out|pack)|(?:before|until|till|til) "
    r"(?:he|she|they)(?: \w+){1,4}|antes de que(?: \w+){1,3}|sol[oa]|para (?:hablar|irme|salir)))*"
)
_WHO = (
    r"(?:he|she|they|my (?:\w+ )?(?:bf|boyfriend|man|husband|ex|boss|dad|mom|pimp|stepdad|uncle|p)|the (?:boss|man))(?: (?:is|will|be|only|usually|"
    r"gonna|going to|should))*"
)
_QUIEN = r"(?:(?:el|ella|ellos|mi (?:novio|esposo|marido|jefe|papa|mama|patron|tio|padrastro)) )?(?:ya )?"
_HAS_TIME = re.compile(
    rf"{_BEFORE}(?:(?:i|we)(?: (?:have|got|only|just|still|do|will|think|i))+|got|have)(?: (?:a window(?: of)?))?{_AMOUNT}{_UNIT}{_LEFT}"
    rf"|{_BEFORE}i(?: (?:have|got))+ (?:a (?:small |short )?window|some time|a little time|time|a chance|a bit)(?: (?:of time|here))?{_LEFT}"
    rf"|{_BEFORE}(?:yo )?tengo{_AMOUNT}{_UNIT}{_LEFT}"
    rf"|{_BEFORE}(?:yo )?tengo (?:tiempo|un ratito|un momento|chance){_LEFT}"
)
_COMES_BACK = re.compile(
    rf"{_BEFORE}{_WHO} (?:be |is )?(?:back|home|here|comes? (?:back|home)|coming (?:back|home)|gets? (?:back|home|off(?: work)?|here)|getting (?:back|home)|"
    rf"return(?:s|ing)?)(?: home)?(?: (?:in{_AMOUNT}{_UNIT}|(?:at|around|by|before|after)(?: like)? \d{{1,2}}(?: ?\d\d)?(?: ?(?:am|pm|a m|p m))?|soon|later|tonight|any (?:minute|second|time)))+(?: (?:or so|i think|tho))*"
    rf"|{_BEFORE}{_WHO} (?:gone|out|at work|asleep|sleeping|working)(?: (?:for{_AMOUNT}{_UNIT}|(?:until|till|til)(?: like)? \d{{1,2}}(?: ?(?:am|pm))?|right now|now))+"
    rf"|{_BEFORE}{_QUIEN}(?:vuelve|regresa|llega|viene|vuelven|regresan|llegan|va a (?:volver|regresar|llegar))(?: (?:a casa|aqui))?(?: (?:en{_AMOUNT}{_UNIT}|(?:a|como a|antes de|hasta|a eso de)(?: las?)? \d{{1,2}}|al rato|pronto|ya mero))+"
    rf"|{_BEFORE}{_QUIEN}(?:esta|anda) (?:trabajando|en el trabajo|fuera|dormido)(?: (?:por{_AMOUNT}{_UNIT}|hasta(?: las?)? \d{{1,2}}))+"
)


def is_hiding(said: str) -> bool:
    """Return whether all of `said` tells a place to hide or wait in: "i am in the bathroom"."""
    return said.count(" ") < _MOST_WORDS and _IS_HIDING.fullmatch(said) is not None


def has_time(said: str) -> bool:
    """Return whether all of `said` tells how long somebody has: "i got like an hour"."""
    return said.count(" ") < _MOST_WORDS and _HAS_TIME.fullmatch(said) is not None


def comes_back(said: str) -> bool:
    """Return whether all of `said` tells when somebody is back, or how long they are gone."""
    return said.count(" ") < _MOST_WORDS and _COMES_BACK.fullmatch(said) is not None


_PLACE_OR_TIME = re.compile(
    r"\b(?:(?:i am|we are) (?:in|at|on|by|inside|outside|behind)|(?:estoy|ando) (?:en|afuera|adentro)"
    r"|(?:hours?|hrs?|minutes?|mins?|horas?|minutos?)(?! (?:later|from now|mas)))\b"
)
_PUTS_OFF = re.compile(
    r"\b(?:not now|later|busy|bye|gtg|got to go|gotta go|have to go|ttyl|text you|talk|hit you|wait|can not|give me|dame|"
    r"(?:text|call|ask|try|talk) (?:me |you |u )?(?:in|at|after)|luego|al rato|despues|ocupad[oa]|me voy|ahora no|adios|espera)\b"
)


def is_place_or_time(said: str) -> bool:
    """Return whether a text names a place or a span of time, and puts nothing off in so many words."""
    return _PLACE_OR_TIME.search(said) is not None and _PUTS_OFF.search(said) is None


_HIM = r"(?:he|they|(?:my |the |this )(?:man|mans|bf|boyfriend|husband|pimp|daddy|ex|p|boss|stepdad|trucker|driver|folks|guy))"
_EL = r"(?:el|ellos|(?:mi|el) (?:novio|esposo|marido|jefe|patron|padrote|ex|padrastro|trailero|hombre|senor))"
_BESIDE_HIM = re.compile(
    rf"\b{_HIM}s?(?: (?:is|are|be|right|sitting|still|just|laying|lying|standing))* (?:driving|with me|(?:here|right here) with me|next to me|beside me|by me|in the (?:car|truck|van|room|bed))\b(?! me )"
    r"|\bi am(?: (?:in|at|on|the|a|car|truck|van|room|store|still|right now|out|riding|here))* with (?:him|my (?:man|bf|boyfriend|husband|pimp|ex|stepdad))\b"
    rf"|\b{_EL} (?:ya )?(?:va|viene|esta|anda|maneja)(?: (?:manejando|conmigo|al lado|a mi lado|junto a mi|aqui conmigo))\b|\b{_EL} maneja\b"
    r"|\b(?:estoy|voy|ando|vengo)(?: (?:en|el|la|carro|coche|troca|camioneta|trailer|aqui|ahorita))* con (?:el|mi (?:novio|esposo|marido|patron|padrote|padrastro))(?! \w*(?:dinero|bebe))\b"
)
_CANT = re.compile(
    r"\b(?:not (?:now|right now)|can not|cant|no puedo|(?:ahora|ahorita|orita) no|later|luego|al rato)\b"
)
_HE_DRIVES = re.compile(
    rf"(?:(?:no|yes|yeah|ok|and|but|so|right now) )*{_HIM}(?: (?:is|be|the one|still|just|right now))* driving(?: (?:us|right now|now|me around|and))*"
    r"(?: (?:we|i|in|at|to) (?!(?:\w+ )*(?:shelter|clinic|hospital|court|work|school)\b)\w+(?: \w+){0,6})?"
    rf"|(?:(?:no|si|y|pero|ahorita) )*{_EL} (?:va|viene|esta|anda) manejando(?: \w+){{0,6}}"
)


_WITH = rf"(?:with|w|con) (?:{_HIM}|him|them|{_EL}|(?:my|the|this) (?:man|mans|bf|boyfriend|husband|pimp|daddy|ex|p|boss|stepdad|dad|uncle|driver))"
_RIDES_WITH = re.compile(
    rf"(?:(?:ok|hey|hi|but|and|btw|right now|rn|i am|we are|am|riding|stuck|sitting|still|just|hola|oye|pero|y|ahorita|estoy|voy|vamos|ando|vengo|viajo|sigo) )*(?:in|on|inside|en|a)(?: (?:the|his|a|this|our|el|la|su|un|una))* "
    rf"(?:car|truck|van|suv|whip|ride|rv|road|bus|carro|coche|troca|camioneta|van|trailer|camion|carretera|camino) {_WITH}(?: (?:btw|rn|right now|now|still|again|ahorita|to|a|rumbo a|going to|headed to)(?: (?!die|my|work|school)\w+){{0,6}}| .{{0,40}}driv\w+| .{{0,40}}manej\w+)?"
    rf"|(?:(?:hola|oye|pero|y|ahorita|estoy|voy|vamos|ando|vengo|sigo) )*con {_EL} en (?:su|el|la|un|una) (?:carro|coche|troca|camioneta|van|trailer)(?: (?:ahorita|rumbo a|a) ?(?:\w+ ?){{0,4}})?"
    rf"|(?:(?:ok|hey|and|but|hola|y|pero|ahorita) )*(?:{_HIM}|(?:my|the) (?:bf|boyfriend|man|pimp|husband|ex|boss)|{_EL})(?: (?:is|be|just|me|nos|va|viene|esta))* (?:driving|drivin|taking|llevando|lleva|manejando) (?:me|us|me|conmigo)?(?: (?:to|a|al|somewhere|home|around))*(?: (?:work|a date|a trick|the motel|the hotel|the track|a client|trabajar|chambear|una cita|un cliente|el motel))?(?: (?:rn|right now|now|ahorita))*"
)


def rides_with_him(said: str) -> bool:
    """Return whether all of `said` tells of a ride beside him: "im in the car with him". No more is told by it."""
    return said.count(" ") < _MOST_WORDS and _RIDES_WITH.fullmatch(in_full(said)) is not None


def puts_off_beside_him(said: str) -> bool:
    """Return whether somebody says that they can't now, and that he is an arm away: "no i cant talk he is driving"."""
    return _CANT.search(said) is not None and is_beside_him(said)


def is_beside_him(said: str) -> bool:
    """Return whether somebody tells that he is an arm away."""
    return said.count(" ") < _MOST_WORDS and _BESIDE_HIM.search(said) is not None


def is_driven(said: str) -> bool:
    """Return whether all of `said` tells that he drives: "my man is driving we at a truck stop"."""
    return said.count(" ") < _MOST_WORDS and _HE_DRIVES.fullmatch(said) is not None


_OK_WORDS = (
    r"(?:yes|yeah|yea|yep|yup|ya|ok|okay|k|sure|hi|hey|hello|its|it is|is|fine|good|cool|safe|alright|right|well|so|and|bc|cuz|because|"
    r"cause|since|now|rn|right now|i think|finally|already|for now|we good|we are good|im good|i am good|all good|"
    r"go ahead|its just me|it is just me|just me|(?:i|we|you|u|yall) (?:can|could) (?:talk|text|chat|write|type|speak|msg|message)(?: (?:to|with))?(?: (?:me|you|u|here))?|"
    r"(?:freely|tho|though|again|a little|a bit|a sec|a minute)|(?:text|talk to|write) me|for (?:a|an|the|like|about|\d+|few|couple|hours?|"
    r"minutes?|mins?|while|bit|night|day|rest|of|now| )+|(?:until|till|til) (?:\w+ )?\d+|tonight|today|rest of the (?:day|night)|"
    r"si|sip|simon|va|claro|dale|ya|ahorita|ahora|bueno|pues|porque|es que|esta bien|todo bien|por fin|y|hola|oye|que|listo|orale|sale|"
    r"(?:ya )?(?:te |les |me )?(?:puedo|puedes|podemos|pueden) (?:hablar|escribir|textear|platicar|contestar)(?:te|les|me)?|"
    r"(?:escribe|escribeme|dime|adelante|sigue|hablame)|(?:un|una|como|unas|por|ratito|rato|media|hora|horas|minutos|noche|hoy|\d+)|solo yo|nomas yo|tranquil[oa])"
)
_WHO_IS = (
    r"(?:he|she|they|everybody|everyone|(?:my|the) (?:\w+ )?(?:dad|father|mom|mother|mama|brother|husband|man|mans|boyfriend|bf|guardian|"
    r"grandma|aunt|uncle|owner|sister|ex|pimp|stepdad|boss|parents|folks|madam|trafficker|roommate|daddy|p))s?"
)
_IS_AWAY = (
    r"(?:gone|left|out|away|asleep|sleeping|sleep|napping|passed out|knocked out|at (?:his |her |their )?(?:work|job|school|church|the gym|the store|the bar|practice)|"
    r"working|in (?:the )?shower|in the bathroom|went (?:out|home|somewhere|to (?:his |her |their |the )?(?:work|bed|sleep|store|church|school|gym|bar|job|shop|game|party))|"
    r"fell asleep|stepped out|drove off|ran out|not (?:here|home|around)|off to work|headed out|nowhere near|outside)"
    r"(?: (?:for work|to work|to the store|for the (?:day|night)|the house|home|out|in (?:the|his|her) (?:bed|room|couch)|at work|working|sleeping))*"
)
_EL_ES = (
    r"(?:el|ella|ellos|todos|(?:mi|el|la) (?:novio|novia|esposo|marido|papa|mama|padrastro|padrote|tio|tia|patron|patrona|jefe|jefa|hermano|senor|"
    r"senora|pareja|hombre|vato|ex|encargado|madrastra|abuela|abuelo|suegra))"
)
_NO_ESTA = (
    r"(?:(?:ya |se |bien )*(?:fue|fueron|salio|salieron|largo|largaron|durmio|durmieron|quedo dormid[oa]|quedaron dormidos)"
    r"|(?:ya |todavia |bien )*(?:esta|estan|anda|andan|sigue|siguen)(?: (?:bien|ya|bien))* (?:dormid[oa]s?|durmiendo|fuera|afuera|trabajando|chambeando|jalando|"
    r"banando(?:se)?|jetead[oa]|borrach[oa] dormid[oa]|lejos|en (?:el|la|su) (?:trabajo|jale|chamba|bano|tienda|escuela|calle|iglesia|regadera|ducha|gym))"
    r"|(?:ya )?no (?:esta|estan|anda|andan)(?: (?:aqui|en casa|en la casa|cerca))?)"
    r"(?: (?:al trabajo|a trabajar|a la tienda|a la chamba|al jale|de (?:la )?casa|a dormir|a comprar|de viaje|ahorita|ya|hace rato|de compras|temprano))*"
)
_NOBODY_BY = (
    r"(?:i am (?:all |home |now |finally )*(?:alone|by myself)(?: in (?:my|the) (?:own )?(?:room|bathroom|car|house))?|alone|(?:the )?coast is clear|"
    r"(?:no ?one|nobody)(?: else)? (?:is )?(?:here|home|around)(?: with me)?|(?:(?:the|my) )?doors?(?: is)? locked(?: we (?:are )?(?:good|ok))?|everyone (?:is )?(?:asleep|gone|out)|"
    r"(?:all |we are |it is )*(?:good|clear|quiet) (?:over )?here|"
    r"(?:ya |ahora |ahorita )?(?:estoy|ando|me quede) (?:ya )?sol[oa]|no hay nadie(?: (?:mas|aqui|en casa|en la casa|cerca|conmigo))*|no hay moros(?: en la costa)?)"
)
_ALONE_NOW = re.compile(
    rf"(?:{_OK_WORDS} )*(?:{_WHO_IS}(?: (?:is|are|has|have|just|finally|already|now|all|still|be|s|ya))* {_IS_AWAY}"
    rf"|(?:{_EL_ES} )?{_NO_ESTA}(?: {_EL_ES})?|{_NOBODY_BY})(?: (?:{_OK_WORDS}|{_NOBODY_BY}))*"
)


_IN_HASTE = re.compile(
    r"(?:(?:ok|okay|yes|yeah|yea|ya|sure|i guess|right now|now|si|sip|bueno|va|claro|ahorita|ahora|orita) )+(?:(?:but|pero|y|just|solo|nomas|que sea|make it|be|hazlo|tiene que ser) )*"
    r"(?:quick|quickly|fast|hurry|real quick|for a (?:sec|second|minute|min|bit)|rapido|rapidito|poquito|un rato|un ratito|corto|apurate|apurale|un momento|un segundo)(?: (?:please|pls|tho|porfa|por favor|nomas|si))*"
)


def agrees_in_haste(said: str) -> bool:
    """Return whether all of `said` says yes for a short while: "ahorita si pero rapido"."""
    return said.count(" ") < _MOST_WORDS and _IN_HASTE.fullmatch(in_full(said)) is not None


def is_alone_now(said: str) -> bool:
    """Return whether all of `said` tells that nobody is near to see the texts: "its ok now hes at work"."""
    return said.count(" ") < _MOST_WORDS and _ALONE_NOW.fullmatch(in_full(said)) is not None


_IN_THE_HOUSE = re.compile(
    rf"(?:(?:yes|yeah|and|right now|now|but|si|y|ahorita|ahora|pero|es que) )*(?:{_WHO_IS}(?: (?:is|are|still|always|here|right now|s))* (?:(?:in|inside|at) (?:the|my|our|this) (?:house|home|apartment|apt|trailer)|upstairs|downstairs|in (?:his|her|their) (?:room|bedroom)|in the (?:(?:other|next|living) room|kitchen|garage|basement))"
    rf"|(?:{_EL_ES} )?(?:ahorita |ahora |todavia |siempre )?(?:esta|estan|anda|andan|sigue|vive)(?: (?:ahorita|ahora|todavia|siempre|aqui|conmigo))* en (?:la|mi|esta|nuestra|el) (?:misma )?(?:casa|depa|departamento|apartamento|traila)(?: {_EL_ES})?)"
    r"(?: (?:right now|rn|now|with me|with us|too|every night|ahorita|ahora|conmigo|con nosotros|tambien|todo el tiempo|todas las noches))*"
)


def is_in_the_house(said: str) -> bool:
    """Return whether all of `said` tells that who is a danger is under the same roof: no haste, and no arrival."""
    return said.count(" ") < _MOST_WORDS and _IN_THE_HOUSE.fullmatch(in_full(said)) is not None
