"""A small grammar of a danger that goes on right now, in English and Spanish: what its first words and its bits are.

Somebody can only write since a call is heard, hides the phone, is followed on a bus, is in a trunk, has 4 % left, left
a baby with who threatens it, or has a nurse coming back in a minute. Texts are words with one space between them,
contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MAN = r"(?:man|mans|bf|boyfriend|husband|ex|pimp|p|daddy|boss|dad|father|stepdad|step dad|uncle|brother|trick|john|guy|dude|stalker|abuser|trafficker|baby daddy|babys dad|traffickers?|folks)"
_HE = rf"(?:he|she|they|(?:my|the|this|that|some|a|his) (?:\w+ )?{_MAN})"
_VARON = r"(?:novio|esposo|marido|pareja|papa|padrastro|padrote|jefe|patron|tio|hermano|senor|tipo|vato|hombre|ex|papa de (?:mi|la|el) \w+)"
_EL = rf"(?:el|ella|ellos|(?:mi|el|un|ese|su) {_VARON})"

_NO_VOICE = re.compile(
    r"\b(?:can ?not|could not|not able to) (?:\w+ ){0,2}?(?:call|talk|speak|phone|dial|scream|yell|make (?:a )?(?:noise|sound)|be loud|say anything)\b"
    r"|(?<!\bi )(?<!\bi can )(?<!\bi could )(?<!\bi just )(?<!\bwe )(?<!\bwe can )\b(?:hears? (?:me|us|it|this|everything|if|when|what|thru|through)|heard me|hearing me|listening|overhear\w*)\b|\b(?:he|she|they|people|everyone|everybody) (?:can|could|would|will|might) hear\b|\b(?:thru|through) the (?:walls?|door|vent|floor)\b|\bwalls (?:are|is) (?:so |really |paper )?thin\b|\bgot to (?:be|stay) (?:quiet|silent)\b|\bhave to (?:be|stay|keep) (?:quiet|silent)\b"
    r"|\b(?:text\w*|whisper\w*|typing) (?:cuz|because|bc|since|so)\b|\bhow (?:do|can|to) (?:i |we |you )?text(?: to)? 911\b|\bhow text 911\b|\bcan (?:i|you|we) text 911\b|\btext(?:ing)? 911 how\b"
    r"|\bno (?:puedo|podemos|debo) (?:\w+ )?(?:hablar|llamar|marcar|gritar|hacer ruido)\b|\bse (?:oye|escucha) todo\b|\b(?:me|nos) (?:oyen?|escuchan?|va a oir|van a oir|va a escuchar|van a escuchar|puede oir|pueden oir|puede escuchar|pueden escuchar)\b"
    r"|\b(?:paredes|pared)\b.*\b(?:delgad\w+|oye|escucha|papel)\b|\bpara que no (?:me|nos) (?:oiga|oigan|escuche|escuchen)\b|\btengo que (?:estar callad[oa]|hablar quedito|escribir quedito)\b"
    r"|\bcomo (?:le )?(?:mando|escribo|hago|se manda|se escribe)(?: \w+){0,3} (?:al )?911\b|\b(?:puedo|se puede) (?:mandar|escribir|textear)(?: \w+){0,3} 911\b"
)
_HIDES_PHONE = re.compile(
    r"(?:(?:ok|and|but|i|we|yes|so|y|pero|si|es que|yo|este|esto|ahorita) )*(?:"
    r"(?:(?:i|we) )?(?:(?:am|are|have|got|keep|kept|still|just|been|has|only) )*(?:hid|hiding|hide|hidden|snuck|sneaking|stashed|sneaked) (?:(?:a|the|my|this|another|second|secret) )*(?:phone|cell|ipad|tablet|burner)(?: .{0,40})?"
    r"|(?:(?:i|we) )?(?:(?:am|are|have|got|keep|kept|still|have got|carry) )+(?:(?:a|the|my|this|another|second) )*(?:phone|cell|burner|ipad) (?:hid|hidden|in my (?:shoe|bra|sock|boot|pants|underwear|pillow|bag)|under (?:the|my) \w+|that (?:he|they) do(?:es)? not know(?: about)?)(?: .{0,30})?"
    r"|(?:(?:i|we) (?:have|got|am using|use) (?:a |the |my )?(?:hidden|secret|burner|extra) (?:phone|cell)(?: .{0,30})?)"
    r"|(?:this |the |my )?(?:phone|cell|ipad) (?:is |stays )?(?:hidden|hid|a secret|secret|in my (?:shoe|bra|sock|boot|pants))(?: .{0,30})?"
    r"|(?:he|they|nobody|no one) (?:do(?:es)? not )?(?:knows?|found) (?:that )?(?:(?:i|we) (?:have|got)|about) (?:this|a|the|my) (?:phone|cell|ipad)"
    r"|(?:tengo|traigo|tenemos|guardo|ando con) (?:(?:el|un|mi|este|otro) )?(?:cel|celular|celu|telefono|tel|movil) (?:(?:bien|muy|aqui) )?escondid[oa](?: .{0,40})?"
    r"|(?:tengo|traigo|tenemos) escondid[oa] (?:(?:el|un|mi|este) )?(?:cel|celular|celu|telefono|tel)(?: .{0,40})?"
    r"|(?:(?:el|un|mi|este) )?(?:cel|celular|celu|telefono|tel) (?:lo tengo|lo traigo|es|esta|anda|lo escondi)(?: (?:bien|muy|aqui))*(?: escondid[oa])?(?: (?:en|debajo|abajo|entre|atras) .{0,40})?(?<!celular es)(?<!cel es)(?<!telefono es)"
    r"|(?:yo )?(?:escondi|estoy escondiendo|ando escondiendo|escondo) (?:el|mi|este|un) (?:cel|celular|celu|telefono|tel)(?: .{0,40})?"
    r"|(?:el |ellos )?no (?:sabe|saben) (?:de|que tengo|que traigo) (?:este|el|un) (?:cel|celular|telefono|tel)"
    r")"
)
_HIDDEN = re.compile(
    r"\b(?:hid|hide|hiding|hidden|snuck|sneak\w*|stashed|secret|burner|shoe|bra|sock|boot|pants|underwear|pillow|not know|knows?|under|escond\w+|sabe|saben|zapato|ropa|brasier|calcetin)\b"
)
_MOST_WORDS = 22


def only_writes(said: str) -> bool:
    """Return whether a text tells that a call or a voice would be heard, or asks how 911 is texted."""
    return said.count(" ") < _MOST_WORDS and _NO_VOICE.search(in_full(said)) is not None


_TEXTS_911 = re.compile(
    r"\bhow (?:do|can|to|would) (?:i |we |you )?text(?: to)? (?:911|them)\b|\bhow text 911\b|\bcan (?:i|you|we) (?:just )?text 911\b|\bcomo (?:le )?(?:mando|escribo|hago|se manda|se escribe)(?: \w+){0,3} (?:al )?911\b|\b(?:puedo|se puede) (?:mandar|escribir|textear)(?: \w+){0,3} 911\b"
)


def asks_to_text_911(said: str) -> bool:
    """Return whether a text asks how 911 is texted."""
    return said.count(" ") < _MOST_WORDS and _TEXTS_911.search(in_full(said)) is not None


def hides_phone(said: str) -> bool:
    """Return whether all of `said` tells that they hide the phone themselves: "tengo el telefono escondido"."""
    full = in_full(said)
    return (
        said.count(" ") < _MOST_WORDS and _HIDDEN.search(full) is not None and _HIDES_PHONE.fullmatch(full) is not None
    )


_PUBLIC = (
    r"(?:store|bus|train|subway|metro|plane|flight|gas station|station|bus stop|bus station|mall|walmart|target|mcdonalds|parking lot|lot|restaurant|diner|library|"
    r"street|block|line|aisle|car wash|laundromat|hospital|clinic|elevator|floor|building|hotel|motel|club|bar|park|casino|truck stop|rest stop|shelter|uber|light ?rail)"
)
_PUBLICO = (
    r"(?:tienda|bus|autobus|camion|guagua|tren|metro|avion|gasolinera|gas|estacion|parada|central|plaza|mall|walmart|restaurante|biblioteca|calle|fila|pasillo|"
    r"lavanderia|hospital|clinica|elevador|edificio|hotel|motel|parque|estacionamiento|supermercado|super|farmacia)"
)
_IN_REACH = re.compile(
    rf"\b{_HE}(?: (?:is|are|was|got|just|right|here|be|sitting|standing|came|walked|on|now|also|legit))* (?:in|on|at|into|onto) (?:the|this|my) same {_PUBLIC}\b"
    rf"|\b(?:in|on|at) (?:the|this) same {_PUBLIC} (?:as|with) (?:him|{_HE})\b"
    rf"|^(?:(?:ok|omg|shit|wait|help|and|fuck|oh god) )*{_HE} (?:is |just )*(?:on|got on) (?:my|the|this) (?:bus|train|subway|flight|plane)(?: (?:with me|rn|now|right now|too))*$"
    rf"|\b(?:we are|i am) (?:in|on|at) the same {_PUBLIC}(?: rn| right now| now)?$"
    rf"|\b{_HE}(?: (?:is|are|been|just|has|have|keeps|still|be|now))+ (?:following|tailing|walking behind|driving behind|chasing|trailing) (?:me|us)(?! on (?:insta\w*|ig|tiktok|snap\w*|twitter|fb|facebook))\b"
    rf"|\bi am being (?:followed|chased|tailed)\b|\b(?:someone|somebody|(?:a|this|the) (?:\w+ )?(?:car|truck|van|man|guy|dude)|some (?:guy|man|dude|car)) (?:is |has been |been |keeps |who is )?(?:following|tailing|chasing) (?:me|us)(?! on (?:insta\w*|ig|tiktok|snap\w*))\b"
    rf"|\b{_HE} (?:found|tracked) me (?:{_HE} |and |he )*(?:is |are )?(?:right )?(?:outside|at|in|across|by|here|inside) ?(?:my|the)? ?(?:work|job|school|house|shelter|store|apartment|apt|hotel|motel|building|campus|library|here|street|program)?\b"
    rf"|^(?:(?:ok|omg|shit|wait|help|and|fuck) )*i (?:just )?(?:see|saw) (?:his|their|my exs|my pimps|the) (?:car|truck|van) (?:(?:out )?(?:in|on|by|across|behind|at|near|outside|driving|following) ?)+(?:the|my|our|a|me|past|by)* ?(?:parking lot|lot|street|house|work|job|school|front|road|me|here|store|building|shelter|block|gas station)?(?: (?:rn|now|right now|again))*$"
    rf"|\b(?:me|nos) (?:(?:esta|estan|viene|vienen|anda|andan|va|sigue|siguen) siguiendo|viene siguiendo|vienen siguiendo|(?:viene|va|anda|vienen) atras de mi|persigue|viene persiguiendo)\b(?! en (?:insta\w*|face\w*|tik\w*|redes))"
    rf"|^(?:(?:oye|ayuda|creo que|hola) )*me (?:sigue|siguen) (?:un|una|unos|el|mi|dos|ese|esa) (?:\w+ ){{0,2}}?(?:carro|camioneta|troca|senor|hombre|tipo|vato|hombres|ex|novio|padrote|moto|coche|taxi|auto)(?: .{{0,30}})?$"
    rf"|\b(?:viene|va|anda|camina|vienen|esta) (?:caminando |manejando )?(?:atras|detras) de (?:mi|nosotras)\b(?! (?:hombro|espalda))"
    rf"|\b(?:{_EL} )?(?:esta|va|viene|anda|estan|se subio|entro)(?: (?:aqui|ahorita|ya|tambien))* (?:en|a|al) (?:la |el |este |esta )?(?:misma|mismo) {_PUBLICO}\b"
    rf"|^(?:(?:ay|ya|creo que|oye) )*veo (?:su|el) (?:carro|troca|camioneta|coche|moto)(?: de (?:el|mi \w+))? (?:en|afuera|estacionad[oa]|pasando|atras|enfrente|aqui|cerca)(?: .{{0,30}})?$"
    rf"|\b(?:ya )?me (?:encontro|encontraron|hallo)(?: (?:y|el|ya|ahorita))* (?:esta|estan|anda) (?:afuera|aqui|enfrente|en) ?"
    r"|^(?:(?:y|and|but|pero|i am|am|ahora) )*(?:no se|creo|siento|a lo mejor|tal vez|capaz|quien sabe|not sure|do not know|i do not know|i think|i feel like|maybe|idk|scared)(?: (?:si|que|if|that|de|no))* (?:me (?:siguio|siguieron|vino siguiendo|venia siguiendo|viene siguiendo|anda siguiendo|sigue|siguen)|(?:he|she|they|someone|somebody) (?:followed|is following|are following) me)(?: (?:aqui|hasta aqui|o no|here|or not|too|home|ahorita))*$"
)
_NO_DANGER = re.compile(
    r"\b(?:crush|cute|lol|lmao|jk|dog|puppy|cat|perro|gato|instagram|insta|ig|tiktok|snap|snapchat|facebook|twitter|teacher|my (?:friend|mom|dad|sister|brother|kid|son|daughter)|friends?|dream|dreamed|soñe|sone|sueno|game|movie|pelicula|"
    r"used to|highway|freeway|driving|carretera|autopista|manejando|last (?:year|week|month|night)|yesterday|years? ago|ayer|anoche|hace (?:un|una|dos|\d+))\b"
)


def is_in_reach(said: str) -> bool:
    """Return whether a text tells that who they fear, or somebody who follows them, is near in the open."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _IN_REACH.search(full) is not None and _NO_DANGER.search(full) is None


_CAR = r"(?:car|truck|van|suv|uber|rv|trailer|semi|minivan|vehicle|jeep|cab|taxi)"
_CARRO = r"(?:carro|coche|auto|troca|camioneta|van|trailer|taxi|camion|vehiculo|vagoneta)"
_IN_CAR = re.compile(
    rf"\b(?:in|inside|into) (?:the|a|his|my|this|their|some)(?: \w+)? trunk\b(?! of (?:a|the) tree)|\b(?:put|threw|shoved|locked|stuffed|got|has|have) (?:me|us) (?:in|into|inside) (?:the|a|his|their)(?: back of (?:the|a|his))?(?: (?:car|back))* ?(?:trunk|back of (?:the|a|his) {_CAR})\b"
    rf"|\b(?:he|she|they)(?: \w+)? (?:got|has|have|put|threw|forced|dragged|pulled|shoved|took|grabbed|kidnapped)(?: (?:me|us))(?: (?:up|off|and|put|me|us|threw|in|into|inside|with|them|him|inside of))* (?:a|the|his|their|this)(?: \w+)? {_CAR}\b"
    rf"|\b(?:he|she|they)(?: (?:is|are|be|just))* driving(?: (?:me|us|fast|somewhere|around|and|now|really|so))* (?:and )?(?:(?:he|she|they) )?(?:will|would|wont|do(?:es)?|is|are|can)(?: not)? not (?:let|letting|stop|stopping|pull over|pulling over|tell(?:ing)?)\b"
    rf"|\b(?:will|would|do(?:es)?|is) not (?:let|letting|lettin) (?:me|us) (?:get )?out (?:of )?(?:the|his|this) {_CAR}\b|\b(?:cant|can not) get out (?:of )?(?:the|his|this) {_CAR}\b(?! (?:seat|keys))"
    rf"|\b(?:en|dentro de|adentro de|a) (?:la|su|una) (?:cajuela|maletero|batea|maletera)\b|\b(?:me|nos) (?:subio|subieron|metio|metieron|trae|traen|lleva|llevan|agarro y me subio|aventaron|aventaron) (?:\w+ ){{0,3}}?(?:a|en|al|adentro de)(?: (?:la|el|un|una|su))? (?:{_CARRO}|cajuela|maletero|batea)\b"
    rf"|\b(?:voy|vamos|estoy|ando)(?: (?:atras|aqui))* (?:en|con)(?: (?:un|una|el|su|la))? {_CARRO}\b.*\bno (?:me|nos) (?:deja|dejan|quiere dejar) (?:bajar|salir)\w*|\b(?:esta|va|viene|anda) manejando\b.*\bno (?:me|nos) (?:deja|dejan) (?:bajar|salir)\w*"
)
_KIDNAPPED = re.compile(
    rf"\bkidnap\w*\b.*\b(?:{_CAR}|trunk)\b|\b(?:{_CAR}|trunk)\b.*\bkidnap\w*\b|\bsecuestr\w+\b.*\b(?:{_CARRO}|cajuela)\b"
)
_LOCKED_IN_CAR = re.compile(
    rf"\bi am (?:stuck |trapped |still )?in (?:his|the|their|a|this|some)(?: \w+)? {_CAR}\b.*\b(?:locked|child locks?|not stop|not let|not pull over|has a (?:gun|knife)|kidnap\w*|take me|taking me|where (?:he|they) (?:is|are) taking)\b"
    rf"|\b(?:estoy|voy|ando)(?: \w+)? en (?:su|el|la|un|una)(?: \w+)? {_CARRO}\b.*\b(?:seguro|no para|no me deja|trae (?:pistola|cuchillo|arma)|no se (?:a )?donde|cerro las puertas|encerr\w+)\b"
)
_OF_TRUNK = re.compile(
    r"\b(?:my (?:stuff|clothes|bag|bags|things|wallet|shoes|money)|his (?:stuff|gun)|body|groceries|elephant|mis cosas|mi ropa|la maleta|las cosas|bags?|in the trunk of my|accident|crash|wreck|race|movie|game|when i was|years? ago|last (?:year|month|week)|yesterday|ayer|hace (?:un|una|dos|\d+)|choque|accidente|to (?:school|work|church|the (?:doctor|mall|store|shelter|clinic|hospital))|al (?:doctor|trabajo|hospital)|a la (?:escuela|iglesia|tienda))\b"
)


def is_in_car(said: str) -> bool:
    """Return whether a text tells that they are held in a car or a trunk."""
    full = in_full(said)
    return (
        said.count(" ") < _MOST_WORDS
        and (_IN_CAR.search(full) or _KIDNAPPED.search(full) or _LOCKED_IN_CAR.search(full)) is not None
        and _OF_TRUNK.search(full) is None
    )


_PHONE = r"(?:(?:my|this|the|her|his) )?(?:phone|battery|cell|it|ipad|tablet|signal|service|minutes|data|wifi)"
_CEL = r"(?:(?:mi|el|la|este|me|se me) )*(?:cel|celular|celu|telefono|tel|pila|bateria|carga|senal|saldo|internet|wifi)"
_LOW = (
    r"(?:(?:ok|and|but|hurry|please|help|omg|shit|fuck|y|pero|ayuda|apurate|rapido|also|i|only|just|like|got|have|i have|i got|i am|am|at|on|about|solo|tengo|me|queda|quedan|como|al|en) )*"
    rf"(?:{_PHONE} (?:(?:is|at|on|s|about|bout|almost|nearly|gonna|going to|only|got|has|just|like|to|low|low on|will|really|super|under) )*"
    r"(?:\d{1,2}(?: (?:percent|bars?))?|die|dies|dying|dyin|dieing|dyn|dead|low|red|gone|out|running out|cut off|cutting (?:out|off)|shut (?:off|down)|going)"
    r"|(?:almost |about |bout |nearly )?(?:out of|no|low on|losing|low) (?:battery|charge|juice|signal|service|minutes|data|bars)"
    r"|\d{1,2}(?: percent)?(?: (?:left|battery|percent|on my phone|charge|of battery))+"
    r"|i am (?:on|at|about to lose|losing) (?:\d{1,2}(?: percent)?|signal|service|battery)"
    rf"|{_CEL} (?:(?:esta|al|ya|casi|se|me|va|a|tiene|en|por|le|queda|quedan|solo|como|anda) )*(?:\d{{1,2}}(?: por ciento)?|morir|muere|muriendo|apaga|apagar|apagando|acaba|acabando|acabar|baj[oa]|roja|descargando|terminando)"
    r"|(?:casi )?(?:sin|ya no tengo|no tengo|poca|se (?:me )?(?:acaba|acabo|esta acabando|va a acabar|va|termina)) (?:(?:casi|mucha|la|el|ya) )*(?:pila|bateria|carga|senal|saldo)"
    r"|(?:se (?:me )?(?:esta |va a )?(?:apaga|apagar|apagando|muere|morir|muriendo|descarga|descargando)) (?:(?:el|mi|este) )?(?:cel|celular|telefono|tel)"
    r"|\d{1,2}(?: por ciento)?(?: de)? (?:pila|bateria|carga))"
    r"(?: (?:soon|now|rn|any (?:sec|second|minute|min)|in a (?:sec|minute|bit)|left|percent|battery|charge|pronto|ya|ahorita|de (?:pila|bateria|carga)|por ciento|hurry|please|here|too|help|on me))*"
)
_BATTERY = re.compile(_LOW)


_OF_PHONE = re.compile(
    r"\b(?:phone|battery|cell|ipad|tablet|signal|service|minutes|data|wifi|percent|charge|juice|bars|por ciento|cel|celular|celu|telefono|tel|pila|bateria|carga|senal|saldo|internet)\b"
)


def dies(said: str, text: str) -> bool:
    """Return whether all of `said` tells that the phone goes out soon: "my battery 4%", "3% left". `text`: as it came."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _BATTERY.fullmatch(full) is None:
        return False
    return "%" in text or _OF_PHONE.search(full) is not None


_OVER_MONEY = re.compile(
    r"\b(?:if|unless|when|til|till|until) (?:i|we) (?:(?:do|can|am|are|come|will|cant|dont)(?: not)? )*(?:bring|have|make|get|give|earn|hit|pay|come (?:up|back) with|short|got)(?: (?:him|her|them|back|home|with|my|the|at least|another|like|under|less than|by))* \d+.*\b(?:he|she|they|my \w+) .*\b(?:breaks?|beats?|hits?|kills?|hurts?|cuts?|burns?|whoops?|beat|punch\w*|locks?|sells?)\b"
    r"|\b(?:he|she|they|my \w+) .*\b(?:breaks?|beats?|hits?|kills?|hurts?|cuts?|burns?|whoops?|punch\w*)\b.*\b(?:if|when|unless) (?:i|we) (?:(?:do|can|am|come|dont|cant)(?: not)? )*(?:bring|have|make|get|give|earn|hit|pay|short)(?: \w+){0,2} \d+"
    r"|\bsi no (?:le |les |lo )?(?:traigo|llevo|junto|hago|gano|doy|pago|tengo|saco|completo|entrego|consigo)(?: (?:al dia|por noche|hoy|los|las|mis|unos|como|de a))* \d+.*\b(?:me|nos) (?:(?:va|van) a )?(?:romp\w+|peg\w+|golp\w+|mat\w+|madre\w+|quem\w+|cort\w+|lastim\w+|parte|encierr\w+|vend\w+|chinga\w*)"
    r"|\b(?:me|nos) (?:(?:va|van) a )?(?:romp\w+|peg\w+|golp\w+|mat\w+|madre\w+|quem\w+|cort\w+|lastim\w+|parte|encierr\w+) .*\bsi no (?:le |les |lo )?(?:traigo|llevo|junto|hago|gano|doy|pago|tengo|saco|completo|entrego|consigo)(?: \w+){0,2} \d+"
)


def is_threat_for_money(said: str) -> bool:
    """Return whether a text tells of blows if a sum is not brought: "si no traigo 500 me rompe la cara"."""
    return said.count(" ") < _MOST_WORDS and _OVER_MONEY.search(in_full(said)) is not None


_BABY = r"(?:my (?:\w+ )?(?:baby|babies|kids?|child|children|son|daughter|newborn|toddler|little (?:one|girl|boy)|boys?|girls?(?! friend)|lil (?:man|girl|boy)|infant)|(?:the|our) (?:baby|babies|kids|children))"
_NENE = r"(?:(?:mi|mis|al|la|el|los|a mi|a mis|al) (?:bebe|bebes|bebita|bebito|hij[oa]s?|hijit[oa]s?|nin[oa]s?|nen[oa]s?|criatura|chiquit[oa]s?))"
_HAS_CHILD = re.compile(
    rf"\b{_HE}(?: (?:still|just|is|has|have|already|be))* (?:got|has|have|keeps?|keeping|kept|holding|grabbed|hiding|with) {_BABY}\b"
    rf"|\b(?!they)(?!some){_HE}(?: (?:just|already))* (?:took|takes) {_BABY}\b"
    rf"|\b{_BABY} (?:is |are |was )?(?:still |over there |there |stuck |home |alone )*(?:with|w) (?:him|{_HE}|them|her)\b"
    rf"|\b(?:left|leave|leaving|had to leave) {_BABY} (?:(?:there|behind|alone|home|over there|in the house|at the house) )*(?:with|w) (?:him|{_HE}|them|her)\b"
    rf"|(?:^|\b(?:el|ella|ellos|mi \w+|su papa|el papa|y|pero|que) )(?:(?:se|me|lo|la|ya|todavia|los) )*(?:tiene|tienen|quedo con|quedo|llevo|quito|agarro|escondio|esconde|trae)(?: (?:con|a))? {_NENE}"
    rf"|\b(?:deje|tuve que dejar|se quedo|se quedaron|esta|estan) (?:(?:a|con) )?{_NENE} con (?:el|ella|ellos|mi \w+|su papa)\b|{_NENE} (?:esta|estan|se quedo|se quedaron|sigue|siguen) con (?:el|ella|ellos|mi \w+|su papa)\b"
)
_THREATENS = re.compile(
    r"\b(?:hurts?|kill\w*|harm|do (?:something|smth|sumn)|never see (?:him|her|them|my|the)|wont see|take (?:him|her|them) (?:away|far)|drown|throw|shake|regret|pay for it|if i (?:do not|am not|am late|leave|tell|call|come|dont)|or else|unless i|"
    r"not answering|do(?:es)? not answer|wont answer|will not answer|not picking up|will not pick up|wont pick up|do(?:es)? not pick up|blocked me|by midnight|wont give|will not give|wont let me|will not let me|high|drunk|crying|screaming|scared)\b"
    r"|\b(?:lastim\w+|mat\w+|hac\w+ algo|no (?:l[oae]s? )?(?:vuelvo|voy) a ver|nunca (?:l[oae]s? )?(?:vuelvo|voy) a ver|si no (?:regreso|vuelvo|llego|voy)|no (?:me )?contesta|no contestan|no me l[oae]s? (?:da|quiere|regresa|devuelve)|se l[oae]s? lleva|drogad[oa]|borrach[oa]|llorando|va a pegar|me amenaza\w*|amenaza)\b"
)
_TUVE = re.compile(
    rf"^(?:(?:ok|so|and|y|pero) )*(?:i )?(?:had to|have to|was forced to) (?:leave|leaving) {_BABY} (?:(?:there|behind|alone) )*(?:with|w) (?:him|them|{_HE})$|^(?:(?:y|pero) )*tuve que dejar (?:a )?{_NENE} con (?:el|ellos)$"
)
_CALM_LEAVING = re.compile(
    r"\b(?:weekends?|custody|cps|dcf|dcfs|foster|caseworker|court|visit\w*|babysit\w*|school|work|fin de semana|custodia|corte|trabajar|visita\w*)\b"
)


def child_is_held(said: str) -> bool:
    """Return whether a text tells that their child is with somebody who threatens it or does not answer."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS + 8 or _HAS_CHILD.search(full) is None:
        return False
    return _TUVE.search(full) is not None or (
        _THREATENS.search(full) is not None and _CALM_LEAVING.search(full) is None
    )


_OR_ELSE = re.compile(
    r"\b(?:if|unless|when) i(?: (?:am|do|will|can|have))*(?: not)?(?: (?:back|come|home|go|get|there|late|return|leave|tell|call|here|go back|come back|come home|get back))+\b"
    r"|\b(?:come|get|go) (?:back|home|here)(?: \w+){0,4} or\b|\bnever see (?:them|him|her|my)\b|\bsi no (?:regreso|vuelvo|llego|voy|me devuelvo)\b|\b(?:regresa|vuelve)(?: \w+){0,3} o\b|\bno (?:l[oae]s? )?(?:vuelvo|voy) a ver\b"
)
_HIS_WORDS = re.compile(
    rf"\b(?:{_HE}|{_EL}) (?:(?:me|ya|just|keeps|is|also) )*(?:says?|said|told|texted|saying|threaten\w*|will|going to|dice|dijo|amenaz\w+|me dijo|escribio)\b|\bor (?:you|i) will\b"
)


_NO_ANSWER = re.compile(
    r"\b(?:he|she|they|it)?(?: (?:just|still|is|keeps))* ?(?:do(?:es)? not|will not|is not|not|never) (?:answer\w*|pick(?:ing)? up|respond\w*|reply\w*|text(?:ing)? back)\b|\bblocked me\b|\bno (?:me )?(?:contesta|contestan|responde|responden)\b|\b(?:turned|shut) (?:his|her|the) phone off\b|\bapago el (?:cel|celular|telefono)\b"
)


def is_left_without_answer(said: str) -> bool:
    """Return whether a text tells that somebody does not answer."""
    return said.count(" ") < _MOST_WORDS and _NO_ANSWER.search(in_full(said)) is not None


def threatens_over(said: str) -> bool:
    """Return whether a text tells what somebody threatens if they are not back: it counts where a child was told of."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _OR_ELSE.search(full) is not None and _HIS_WORDS.search(full) is not None


_HERE = rf"(?:{_HE}(?: (?:is|are|s|just|right|still))* (?:here|back|home|outside|in the (?:house|room)|at the door|coming(?: in)?|inside)(?: (?:now|rn|right now|with me))*|(?:{_EL} )?(?:ya |ahi |aqui )*(?:esta|anda|viene|llego|entro|volvio)(?: (?:aqui|afuera|en la (?:casa|puerta)|adentro|ya|ahorita|{_EL}))+|(?:ya |ahi )+(?:viene|llego|entro|esta aqui)(?: {_EL})?)"
_CRY = r"(?:(?:please|pls|plz|omg|god|oh|hurry|quick|i need|can you|can u|someone|somebody|and|y|por favor|porfa|ay|dios|rapido|alguien) )*(?:help(?: me| us)?|ayuda(?:me|nos|nme)?|ayudenme|auxilio|i am scared|im so scared|save me|tengo miedo)(?: (?:please|pls|plz|now|rn|hurry|me|por favor|porfa|ya|rapido|omg))*"
_CRIES = re.compile(
    rf"(?:(?:ok|omg|oh|shit|fuck|ay|dios|no) )*(?:{_HERE} (?:and |so |y |i am scared )?{_CRY}|{_CRY} {_HERE})"
)


def cries_beside(said: str) -> bool:
    """Return whether all of `said` is a cry for help as somebody is there: "hes here please help me"."""
    return said.count(" ") < _MOST_WORDS and _CRIES.fullmatch(in_full(said)) is not None


_CLINIC = r"(?:hospital|er|emergency room|urgent care|clinic|doctors?(?: office)?|nurses?|ultrasound|sala de (?:emergencias?|urgencias?|espera)|urgencias|emergencias|clinica|enfermer[oa]s?|doctora?|consultorio|ambulancia|ambulance|paramedics?|ems)"
_AT_CLINIC = re.compile(rf"\b{_CLINIC}\b")
_WITH_HIM = re.compile(
    rf"\b(?:with|w) (?:him|{_HE}|them)\b|\b{_HE}(?: (?:is|are|was|were|just|also|still|right|be|has|will|would|do(?:es)?))*(?: not)? (?:(?:right )?(?:here|there|next to me|beside me|in (?:the|my) room)|(?:sitting|standing|waiting)\b|told|tells|said|says|answers?|answering|talks for|speaks for|talking for|(?:will |do(?:es)? )?not leave|stays|staying|came|come|brought|pretend\w*)"
    r"|\b(?:wont|will not|would not|do(?:es)? not|never) leave (?:me|my side|us|the room)\b"
    r"|\bcon (?:el|mi (?:novio|esposo|marido|pareja|padrote|jefe|patron|padrastro))\b|\b(?:el|mi (?:novio|esposo|marido|pareja|padrote|jefe|patron|padrastro))(?: (?:le|les|no|se|me|ya|esta|estaba|aqui|siempre))* (?:dijo|dice|contesta|contesto|habla|esta|estaba|vino|trajo|entro|se hace|despega|quita|va|ahi|aqui)\b|\bno (?:me|se) (?:deja|despega|separa|sale|va)(?: \w+){0,3}\b"
)
_ASKED_IF_SAFE = re.compile(
    r"\b(?:asked|ask|asks|asking) (?:me )?(?:if|whether|is|am|are) ?(?:i|it|me)? ?(?:am|was|feel|felt|is)? ?(?:ok|okay|safe|being hurt|hurt|in danger|abused|at home)\b.*\b(?:lied|said (?:yes|yeah|i am|i was|no|it)|could not|there|standing|nothing)\b"
    r"|\b(?:me )?pregunt\w+ si (?:estoy|estaba|me siento|alguien|me) ?(?:bien|segura|seguro|a salvo|peg\w+|lastim\w+|hac\w+|\w+)?\b.*\b(?:menti|dije que (?:si|no)|no pude|estaba|ahi|enfrente)\b"
)
_NOT_THEM = re.compile(
    r"\b(?:with|w|of|by|and) my (?:\w+ )?(?:friend|mom|mama|sister|brother|dad|grandma|kid|son|daughter|client|baby)\b|^(?:(?:hi|hey|so) )*my (?:\w+ )?(?:friend|mom|sister|brother|dad|grandma|kid|son|daughter|client|baby) (?:is|was|has)\b|\bcon mi (?:amiga|amigo|mama|hermana|hermano|papa|abuela|hij[oa]|clienta)\b|^mi (?:amiga|amigo|mama|hermana|hermano|papa|abuela|hij[oa]|clienta) (?:esta|fue)\b|\bi am (?:a|the|an|her|his) (?:nurse|doctor|social worker|er)\b|\bsoy (?:enfermer\w+|doctor\w*|medic\w*)\b|\b(?:vet|dentist|bills?|last (?:week|month|year|time)|yesterday|ago|ayer|la semana pasada|hace (?:un|una|dos|\d+))\b"
)


_ANSWERS_FOR = re.compile(
    r"\b(?:(?:told|tells?|lied to|telling) (?:the |my |that )?(?:nurse|doctor|lady|staff|people|them|her)|(?:answer\w*|talk\w*|speak\w*) for me|(?:wont|will not|would not|do(?:es)? not|never) (?:leave|let)|not leave|pretend\w*"
    r"|what (?:do|should|can) i (?:say|tell)|le (?:dijo|dice) a|contesta\w* por mi|habla por mi|no se (?:despega|separa|sale|va|quita)|no me deja|que (?:le )?digo|se hace pasar)\b"
)


def is_at_clinic_with(said: str) -> bool:
    """Return whether a text tells that they are with a nurse or a doctor, and somebody stays beside them."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _AT_CLINIC.search(full) is None or _NOT_THEM.search(full):
        return False
    return _WITH_HIM.search(full) is not None or _ASKED_IF_SAFE.search(full) is not None


def was_asked_if_safe(said: str) -> bool:
    """Return whether a text tells that somebody asked if they are safe, and they could not say it."""
    return _ASKED_IF_SAFE.search(in_full(said)) is not None


def is_kept_from_telling(said: str) -> bool:
    """Return whether such a text tells itself that they can't say it: somebody answers for them, or they lied."""
    full = in_full(said)
    return _ANSWERS_FOR.search(full) is not None or _ASKED_IF_SAFE.search(full) is not None
