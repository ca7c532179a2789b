"""A small grammar of somebody who found this number on another's phone, or says whose phone it is (promise 7).

"Mi novia tiene este numero en su cel, que es esto", "im the one who runs this phone". Word order is free: a person who
is theirs, this number or line, and a question what it is. Who asks for help, or tells of a danger, asks none of that.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_HERS = (
    r"(?:my|our) (?:\w+ )?(?:girl|girlfriend|gf|wife|wifey|fiancee?|woman|lady|bitch|shorty|partner|bae|old lady|baby ?mama|daughter|"
    r"stepdaughter|sister|sis|niece|granddaughter|son|stepson|kid|child|bf|boyfriend|husband|teen|teenager|cousin)"
)
_SUYA = (
    r"(?:mi|nuestra) (?:\w+ )?(?:novia|esposa|mujer|pareja|morra|vieja|chava|jaina|ruca|chica|muchacha|senora|prometida|jeva|nina|"
    r"hija|hijastra|hermana|hermanita|sobrina|nieta|hijo|hijastro|novio|esposo|marido|prima|doña|dona)"
)
_PERSON = rf"\b(?:{_HERS}|{_SUYA})s?\b"
_NUMBER = (
    r"\b(?:this|your|ur|that|the) (?:\w+ )?(?:number|contact|chat|line|texts?|messages?|app)\b|\b(?:este|tu|su|ese|el) (?:numero|contacto|chat|mensaje)\b"
    r"|\b(?:estos|esos|sus|tus) mensajes\b"
)
_ON_PHONE = r"\b(?:on|in|off|from) (?:her|his|their|my \w+s|the) (?:\w+ )?(?:phone|cell|cellphone|tablet|ipad|contacts|texts)\b|\ben (?:su|el) (?:cel|celular|celu|telefono|tel|fon|whats|whatsapp)\b"
_TO_YOU = (
    r"\b(?:texts?|texted|texting|messag\w+|talk\w*|calls?|called|calling|writes?|wrote|writing|hit|hitting|chat\w*) (?:to |with |up )?(?:you|u|yall|ya|here|this)\b"
    r"|\b(?:te|les|los|le) (?:ha |anda |esta |estuvo |ando )?(?:escrib\w+|habl\w+|llam\w+|mand\w+|texte\w+|contact\w+|busc\w+)\b|\b(?:escrib\w+|habl\w+|mand\w+|texte\w+|platic\w+)(?: \w+)? (?:a|con|para) (?:este|ese|ustedes|usted|ti|aqui)\b"
)
_WHAT = (
    r"\b(?:what|who|whos|whats|why|wat|wut|how come)\b(?: \w+){0,2}? ?(?:is|are|r|this|that|it|you|u|yall|do|does|did|the|for|she|he|tf|hell|fuck|they)\b|\bwhat (?:is )?(?:it|this) for\b"
    r"|\b(?:que|quien|quienes|de que|para que|por que|porque|d que)\b(?: \w+){0,2}? ?(?:es|son|eres|habla|hablan|esto|quiere\w*|trae\w*|tiene|se trata|sirve|le|les|escribe|anda)\b|\b(?:que|quien|de que|quienes)(?: \w+)?$"
)
_HELP = re.compile(
    r"\b(?:help\w*|safe|worried|hurt\w*|hits?|beats?|danger|missing|in trouble|scared|needs?|lost|ran away|gave (?:it|this|your|the)|told me to|said (?:to|you|i)|recommended|suggested|ayud\w+|segura|a salvo|preocupad[oa]|peg\w+|golpe\w+|lastim\w+|peligro|desaparec\w+|miedo|necesit\w+|ocup[ao]\w*|me (?:hace|pega|tiene|paso|dio|dijo que|recomendo|mando)|perdid[oa]|se (?:fue|escapo))\b"
)
_MINE = re.compile(
    r"(?:.* )?\b(?:i am|im|its|it is) the (?:one|man|guy|person|nigga) (?:who|that|thats|in charge|running|paying)(?: \w+){0,3} (?:this|her|his|the) (?:phone|cell|number|line|account|bill|house)\b.*"
    r"|(?:.* )?\b(?:this|it|that) is (?:my|our) (?:phone|cell|number)(?: \w+)? (?:not|aint|isnt) (?:hers?|his|theirs|my \w+s)\b.*|(?:.* )?\bi (?:run|control|own|pay for|bought|manage) this (?:phone|cell|number|line)\b(?! (?:myself|but|so)).*"
    r"|(?:.* )?\b(?:yo )?soy (?:el|la) (?:que|q|k|quien) (?:manda|paga|controla|maneja|compro|decide|revisa)(?: \w+){0,3} (?:cel|celular|celu|telefono|tel|numero|linea|casa)\b.*"
    r"|(?:.* )?\b(?:este|esto|ese)(?: (?:cel|celular|telefono|numero))? es (?:mi|el mio|mio)(?: (?:cel|celular|celu|telefono|tel|numero))? (?:y )?no (?:es )?(?:el )?(?:de ella|de mi \w+|suyo|su)\b.*"
    r"|(?:y |oye |mira |oiga )*(?:yo )?(?:pago|compre|controlo|mando en|manejo) (?:este|ese|su) (?:cel|celular|celu|telefono|tel|numero)(?: (?:y|asi que|yo|aqui|ok|cabron|q|que)(?: .*)?)?"
)
_SHE = r"(?:my (?:\w+ )?(?:girl|girlfriend|gf|wife|wifey|fiancee|woman|lady|bitch|shorty|old lady|baby ?mama)|mi (?:\w+ )?(?:novia|esposa|mujer|morra|vieja|chava|jaina|ruca|muchacha|senora|prometida|jeva))"
_HER_PHONE = re.compile(
    rf"(?:(?:y|oye|oiga|mira|hola|hey|hi|so|and|no|but|pero) )*(?:(?:this|that|it|this phone|this number) is {_SHE}s? (?:phone|cell|number)|(?:este|ese|esto)(?: (?:cel|celular|telefono|numero))? es (?:el )?(?:(?:cel|celular|celu|telefono|tel|numero) )?de {_SHE}"
    rf"|{_SHE} (?:has|got|saved|keeps|tiene|trae|guardo|guarda) (?:guardado )?(?:this|your|ur|este|tu|su|el) (?:number|contact|numero|contacto)(?: (?:saved|guardado|in her phone|en su (?:cel|celular|telefono)))?"
    rf"|(?:yo |i )?(?:le compre|le di|le pago|bought|got|gave|pay for)(?: (?:her|{_SHE}))? (?:this|that|the|este|ese|el|her) (?:phone|cell|line|cel|celular|celu|telefono|tel)(?: (?:a|for|to) (?:ella|her|{_SHE}))?)(?: (?:who|what|why|quien|que|so|y|asi que|por que) ?.*)?"
)
_OF_HIM = re.compile(r"\b(?:he|they|el|ella|she|mi \w+|my \w+) (?:says?|said|dice|dijo|siempre dice)\b")
_MOST_WORDS = 22


def is_found(said: str) -> bool:
    """Return whether somebody found this number with another, and asks what it is, or says that the phone is theirs."""
    full = in_full(said)
    if full.count(" ") >= _MOST_WORDS or _HELP.search(full) or _OF_HIM.search(full):
        return False
    if _MINE.fullmatch(full) is not None or _HER_PHONE.fullmatch(full) is not None:
        return True
    if _RUDE.search(full) is not None and _TO_LINE.fullmatch(full) is not None:
        return True
    return _is_asked(full)


_PERSON_FOUND, _ANY_NUMBER, _PHONE_OF, _WROTE, _ASKS = (
    re.compile(one) for one in (_PERSON, _NUMBER, _ON_PHONE, _TO_YOU, _WHAT)
)
_HAS = re.compile(
    r"\b(?:has|have|had|got|saved|keeps?|uses?|using|found|saw|seen|see|tiene|tenia|trae|guardo|guarda|guardado|usa|encontre|vi|halle|aparece|sale|hay|esta)\b"
)


def _is_asked(full: str) -> bool:
    """Return whether a person of theirs, this number or line with them, and the question stand in one text."""
    if _PERSON_FOUND.search(full) is None or _ASKS.search(full) is None:
        return False
    on_phone = _PHONE_OF.search(full) is not None and _HAS.search(full) is not None
    has_number = _ANY_NUMBER.search(full) is not None and _HAS.search(full) is not None
    return on_phone or has_number or _WROTE.search(full) is not None


_INSULT = r"(?:pinches?|metiches?|pendej[oa]s?|cabron(?:es|a)?|put[oa]s?|culeros?|mugros[oa]s?|chismos[oa]s?|perr[oa]s?|hij[oa]s? de (?:puta|perra|la chingada)|bitch(?:es)?|assholes?|motherfuckers?|mfs?|hoes?|fuckers?|punks?|nosy)"
_RUDE = re.compile(rf"\b{_INSULT}\b")
_SO = rf"(?:(?:y|ya|pues|oigan?|mira|miren|a|ahora|yo|se|quien(?:es)?|son|eres|donde|estan|queda|que|les|te|los|and|so|i|we|listen|ok|know|who|where|you|u|yall|are|is|all|bro|it|this|lo juro|i swear|swear|to god|{_INSULT}) )*"
_TO_LINE = re.compile(
    rf"{_SO}(?:(?:los|las|l[oa]|te|les|le|los vamos|te vamos) (?:voy|vamos|vua|va) (?:a )?(?:encontrar|hallar|buscar|caer|quemar|matar|romper|partir|chingar|madrear|demandar|denunciar|reportar|rastrear|cargar|visitar|balacear|tronar|ir|pesar|agarrar|echar)\w*"
    r"|(?:se|te|les) (?:van|vas|va) a (?:arrepentir|morir|acordar|pesar|cargar|ir)|(?:me )?(?:las|la) (?:van|vas) a pagar|(?:van|vas) a ver|(?:los|te|las) (?:mato|encuentro|hallo|quemo|busco|reviento|chingo|parto)"
    r"|(?:will|am going to|going to|gonna|ima|imma|finna|am about to|about to)(?: (?:find|track|come|burn|kill|shoot|get|fuck|beat|pull|hunt|sue|report|blow))(?: (?:out|down|up|for|on|to))* ?(?:you|u|yall|your|ur|this|that|the|everyone|everybody|it|all)\b"
    r"|(?:you|u|yall)(?: (?:are|will|all|is|going|gonna|to|gon))* (?:pay|regret|be sorry|dead|die|see|find out)\b"
    r"|ya se (?:quien(?:es)? (?:son|eres)|donde (?:estan|estas|trabajan|viven|queda))|(?:i |we )?know (?:who|where) (?:you|u|yall) (?:are|live|work|at|is))"
    r"(?!.*\b(?:me|us|nos|says|said|dice|dijo|he|scared|miedo)\b).*"
)


_KIN = r"(?:friend|sister|sis|cousin|girl|gf|girlfriend|wife|daughter|niece|brother|homegirl|bestie|amiga|amigo|hermana|hermanita|prima|novia|esposa|mujer|hija|sobrina|hermano|comadre|companera)"
_IS_THERE = re.compile(
    rf"(?:.* )?\b(?:is|are|did)(?: \w+)? my {_KIN}(?: \w+){{0,2}} (?:there|at (?:the|your|yall)(?: \w+)*|staying (?:there|with you)|make it|get there|arrive|arrived|come in|check in)(?: (?:yet|already|now|ok|too))*"
    rf"|(?:.* )?\bmy {_KIN}(?: \w+){{0,3}} (?:is|should be|went|stays?|staying) (?:there|at (?:the|your) (?:shelter|place|house))\b.*\b(?:yet|did she|is she|has she|there|arrive\w*|name)\b.*"
    rf"|(?:.* )?\b(?:ya |si ya |si )?(?:llego|esta|se encuentra|anda|entro|se queda)(?: (?:ya|ahi|alli|alla|bien|con ustedes))* (?:mi|la) {_KIN}\b.*|(?:.* )?\bmi {_KIN}(?: \w+){{0,2}} (?:esta|se queda|anda|vive|llego|fue) (?:ya )?(?:ahi|alli|alla|con ustedes|en (?:el|su|ese) (?:refugio|albergue|shelter|lugar))\b.*\b(?:llego|se llama|esta|la vieron|bien|como)\b.*"
)
_OWN_DANGER = re.compile(
    r"\b(?:he|they|el|ellos|her (?:bf|boyfriend|man|pimp)|su (?:novio|padrote)|help|hurt\w*|ayud\w+|peg\w+|golpe\w+|tienen|encerr\w+|hospital|jail|carcel)\b"
)


def asks_who_is_there(said: str) -> bool:
    """Return whether a text asks if somebody is at a place: "mi amiga esta ahi, ya llego?". Nobody is told."""
    full = in_full(said)
    is_short = full.count(" ") < _MOST_WORDS and _OWN_DANGER.search(full) is None
    return is_short and _IS_THERE.fullmatch(full) is not None


def threatens_line(said: str) -> bool:
    """Return whether all of `said` threatens whom it is written to: it counts where somebody else holds the phone."""
    return said.count(" ") < _MOST_WORDS and _TO_LINE.fullmatch(in_full(said)) is not None


_ERASES = re.compile(
    r"(?:(?:y|ya|pues|oye|oigan?|mira|quiero|quiero que|que|k|q|me|favor de|and|so|you|u|yall|just|please|better|need to|i want you to|i want|now|ok) )*"
    r"(?:borr\w+|elimin\w+|quit\w+|desaparezc\w+|delete|erase|remove|wipe|get rid of|clear)(?:(?: (?:todo|toda|todos|todas|lo|la|los|las|de|esto|eso|sus?|mensajes|textos|datos|informacion|numero|conversacion(?:es)?|chats?|ella|el|nombre|registro|mi|novia|hija|esposa|mujer|everything|all|all of|it|this|that|her|his|the|these|texts?|messages?|stuff|info|data|number|name|chats?|my|girl|girlfriend|wife|daughters?|records?|of|from|off|here|now|ya|ahora|ahorita|pendej\w+|cabron\w*|bitch))*)"
)


def orders_erasing(said: str) -> bool:
    """Return whether all of `said` orders that all be deleted: it counts where somebody else holds the phone."""
    return said.count(" ") < _MOST_WORDS and _ERASES.fullmatch(in_full(said)) is not None


_ASKS_OF_COVER = re.compile(
    r"(?:(?:y|pero|oye|oiga|a ver|hola|and|so|but|hey|wait|ok|bueno|dime|digame|yo) )*"
    r"(?:(?:que|k|q) (?:es|son|significa|quiere decir|novedades|onda con)(?: (?:esto|eso|esta|este|este numero|lo|de|que|q|k|me|mandan?|mandaste|dicen?|cual|cuales|las?|los|novedades|mensajes?))*|(?:de|d) (?:que|q|k|quien|parte de quien)(?: (?:es|son|se trata|novedades|mensaje|me|hablan?|las?|el|los|esto|eso|que|trata|mensajes?))*|(?:cuales|que) novedades"
    r"|(?:por que|porque|para que|pq)(?: (?:me|le|te|llega|llego|mandan?|escriben?|mandaron|escribio|mensaje|mensajes|esto|este|dice|a|mi|ella|novia|esposa|hija|este|numero|cel))+|(?:quien|quienes|de quien)(?: (?:es|son|eres|manda|mando|me|este|esto|escribe|habla|numero|el|mensaje))*"
    r"|what(?: (?:is|are|was|the|this|that|it|these|updates?|news|message|about|kind|of|you|u|sending|mean|does|do|for|is it|new))*|(?:news|updates?|nothing new)(?: (?:about|on|of|from|with))? (?:what|who)|about what|from (?:who|what)|whats this(?: .{0,20})?|why(?: (?:are|is|am|you|u|texting|sending|me|this|i|getting|did|do|her|my|she))+|who(?: (?:is|are|this|you|u|sent|sends|texting|from|that))*)"
)
_ASKS_WEATHER = re.compile(
    r"(?:(?:y|pero|oye|oiga|a ver|hola|and|so|but|hey|ok|bueno|then|well) )*(?:(?:dime|dame|digame|cual es|como (?:esta|estara)|que tal(?: esta)?|mandame|tell me|give me|how is|hows|what is|whats|send me)(?: (?:el|the|about|hoy|todays?|a|is))* (?:clima|tiempo|weather|forecast|pronostico|temperatura|temperature|novedades|updates?|news)"
    r"|(?:que|k) (?:tiempo|clima|temperatura|frio|calor) (?:hace|hay|va a hacer|hara|esta)|(?:va a|is it (?:going to|gonna)) (?:llover|rain|snow|nevar)|hay novedades|(?:any|is there any|are there any) (?:news|updates?)|(?:hace|hara) (?:frio|calor))(?: (?:hoy|today|manana|tomorrow|ahi|aqui|there|here|outside|afuera|en \w+|in \w+|then|pues|now|like))*"
)


def asks_of_cover(said: str) -> bool:
    """Return whether all of `said` asks what the bland line is: it counts right after that line."""
    return said.count(" ") < _MOST_WORDS and _ASKS_OF_COVER.fullmatch(in_full(said)) is not None


def asks_weather(said: str) -> bool:
    """Return whether all of `said` asks for the weather or for news: it counts right after the bland line."""
    return said.count(" ") < _MOST_WORDS and _ASKS_WEATHER.fullmatch(in_full(said)) is not None


_CODE = r"(?:code|codeword|code word|safe ?word|secret word|cover word|password|keyword|key word|palabra (?:clave|secreta|de seguridad|codigo|que)|clave|contrasena|palabrita|codigo|palabra|word|signal|senal)"
_ASKS_CODE = re.compile(
    rf"(?:(?:y|pero|oye|and|so|but|hey|ok|entonces|then|also|hay|tienen|tienes|usan|is there|do you have|you got|u got|do u have|do you|have|got|can we have|can i have|can we use|podemos (?:tener|usar)|cual (?:es|era|seria|sera)|what is|whats|what was|dime|dame|tell me|give me|need|necesito|quiero|i) )*(?:a |an |the |una |un |la |el |alguna |algun |some |any |that |esa |mi |my |our |nuestra )*{_CODE}"
    r"(?:(?: (?:for|if|when|in case|para|por|si|cuando|q|que|k|i|he|she|they|somebody|someone|digo|decir|diga|pongo|poner|escribo|escribir|uso|usar|el|ella|alguien|mi|my|agarra|agarre|ve|vea|lee|viene|llega|esta|anda|cel|celular|telefono|phone|grabs?|takes?|sees?|reads?|comes?|gets?|has|is|the|this|esto|me|lo|here|there|to|use|say|text|type|hide|stop|change|subject|so|you|u|know|sepas|sepan|no|not|cant|can|puedo|hablar|talk|de|tema|cambiar|aqui|novio|bf|dad|papa|man|around|near|cerca|looks?))*)"
)


def asks_code(said: str) -> bool:
    """Return whether all of `said` asks for a word that hides the talk: "cual es la palabra si el agarra el cel"."""
    return said.count(" ") < _MOST_WORDS and _ASKS_CODE.fullmatch(in_full(said)) is not None
