"""A small grammar of who is behind a door while somebody wants in, or alone in a house with them. English and Spanish.

"The handle is moving" says little by itself, and counts beside a danger that was told; a barricade tells it alone.
Texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full
from bot.understanding.under_way import EL, HE

_MOST_WORDS = 20
_SO = r"(?:(?:ok|okay|omg|oh|god|shit|fuck|wait|help|please|and|n|but|so|yes|now|also|i think|i can hear|i hear|rn|again|y|pero|creo que|ay|ahorita|ya|dios|oye|que|oigo que|ayuda) )*"
_NOW = r"(?: (?:now|rn|right now|again|still|hard|real|really|loud|too|help|please|omg|slowly|and|yelling|screaming|my name|ya|ahorita|otra vez|fuerte|recio|ayuda|por favor|todavia|gritando|y grita|me grita))*"
_BE = r"(?: (?:is|are|be|was|keeps?|just|still|now|already|like|started|starting|s|trying|to|trynna|tryna|going|gonna|wants))*"
_DOOR = r"(?:(?:my|the|this|our|his|bathroom|bedroom|room|closet|front|back) )*(?:doors?|door ?knob|knob|handle|lock|window)"
_PUERTA = r"(?:(?:mi|la|el|esta|del|de) )*(?:puerta|chapa|manija|perilla|cerradura|ventana|candado|picaporte)(?: (?:del? )?(?:la |el |mi )?(?:bano|cuarto|recamara|closet|casa))?"

_WANTS_IN = re.compile(
    rf"{_SO}(?:{HE}|somebody|someone){_BE} (?:knock\w*|bang\w*|pound\w*|kick\w*|hit(?:ting|tin)?|beat(?:ing)?|shak\w+|jiggl\w+|rattl\w+|push\w*|break\w*|pick(?:ing)?|turn(?:ing)?|mess(?:ing)? with|open(?:ing)?|unlock\w*|scratch\w*)(?: (?:on|at|down|in|it|up|through|against|like crazy))*(?: {_DOOR})?(?: (?:down|in|open|off|with a \w+))?{_NOW}"
    rf"|{_SO}(?:{HE}){_BE} (?:get|getting|gettin|come|coming|break|breaking|bust|busting) (?:in|inside|through|thru)(?: (?:to|here|the|my|room|bathroom|door|closet|house))*{_NOW}"
    rf"|{_SO}(?:{HE}){_BE} (?:right )?(?:at|outside|behind|by|on the other side of|in front of|standing (?:at|outside|by)) {_DOOR}{_NOW}"
    rf"|{_SO}(?:{_DOOR})(?: (?:is|are|keeps?|just|was|s))* (?:moving|movin|turning|shaking|rattling|jiggling|opening|breaking|about to (?:break|give)|wiggling|coming off|giving|going to break|gonna break){_NOW}"
    rf"|{_SO}(?:{EL} )?(?:(?:me|ya|le|se) )*(?:(?:esta|estan|anda|andan|sigue|siguen|empezo a|quiere|quieren|va a|trata de|tratando de|intenta) )+(?:toca(?:ndo|r)|golpea(?:ndo|r)|patea(?:ndo|r)|empuja(?:ndo|r)|abri(?:endo|r)|tumba(?:ndo|r)|forza(?:ndo|r)|rompe(?:r)?|rompiendo|move(?:r)?|moviendo|jala(?:ndo|r)|azota(?:ndo|r)|rasca(?:ndo|r))(?:la|me|nos)?(?: (?:a|en|con|de|el|la|mi|fuerte|recio))*(?: ?{_PUERTA})?{_NOW}"
    rf"|{_SO}(?:{EL} )?(?:me |ya |le )*(?:toca|tocan|golpea|golpean|patea|empuja|azota|mueve|jala|pega|pegan|da|dio)(?: (?:a|en|de|patadas|golpes|con))* {_PUERTA}{_NOW}|{_SO}tocan(?: (?:a|la|mi|en|puerta|fuerte|muy))*{_NOW}"
    rf"|{_SO}(?:{EL} )?(?:(?:quiere|quieren|trata de|tratan de|intenta|intentan|esta tratando de|va a|esta intentando) )+(?:entrar|meterse|pasar)(?: (?:a|al|en|mi|cuarto|bano|la|casa|recamara|por|ventana|aqui|a la fuerza))*{_NOW}"
    rf"|{_SO}(?:{EL} )?(?:ya )?(?:esta|anda|estan|se paro)(?: (?:parad[oa]|afuera|del otro lado|detras|atras|enfrente|ahi))* (?:en|de|a) {_PUERTA}{_NOW}|{_SO}(?:{EL} )?(?:ya )?(?:esta|anda) (?:afuera|del otro lado) del? (?:mi |el |la )?(?:cuarto|bano|recamara|puerta){_NOW}"
    rf"|{_SO}(?:i (?:can )?see )?(?:his|the|a) (?:shadow|feet|boots) (?:is |are )?(?:under|at|outside|by) {_DOOR}{_NOW}|{_SO}(?:veo|se ve) su (?:sombra|pies?) (?:debajo|abajo|en|por) (?:de )?{_PUERTA}{_NOW}"
    rf"|{_SO}(?:se (?:esta )?)?(?:mueve|moviendo|esta moviendo)(?: se)?(?: {_PUERTA}){_NOW}|{_SO}{_PUERTA} (?:se (?:esta )?(?:mueve|moviendo|abriendo|abre|va a romper))"
)
_HEAVY = r"(?:dresser|bed|chair|desk|couch|table|bookcase|shelf|furniture|stuff|everything|mattress|drawers?|night ?stand|cabinet|comoda|cama|silla|mueble|muebles|escritorio|mesa|sillon|buro|ropero|colchon)"
_BARRED = re.compile(
    rf"\b(?:i|we)(?: (?:just|have|had|got|did|already))* (?:push\w*|put|mov\w+|shov\w+|drag\w*|slid|stack\w*|got|wedg\w+|jam\w+|prop\w*|stuck|pull\w*)(?: (?:a|the|my|some|big|all|up|every|against|his))* {_HEAVY}(?: (?:up|right|and|a|chair|stuff|all|everything))* (?:against|in front of|under|on|to|by|behind|at|up against) {_DOOR}\b"
    rf"|\b(?:i |we )?(?:have |just )?barricad\w+\b|\b(?:i|we)(?: (?:have|got|am|are))* {_DOOR} (?:blocked|barricaded|jammed)\b|\bblock(?:ed|ing) {_DOOR}\b"
    rf"|\b(?:puse|pusimos|empuje|empujamos|movi|movimos|arrime|arrimamos|atore|atoramos|jale)(?: (?:una?|la|el|mi|mis|los|un))* {_HEAVY}(?: (?:y|la|el|una?|silla|todo))* (?:contra|en|enfrente de|delante de|atras de|detras de|a|frente a|debajo de) (?:{_PUERTA}|la puerta)\b|\b(?:tranque|atranque|trabe|bloquee|atore) (?:{_PUERTA})\b|\b(?:la )?puerta (?:esta )?(?:trancada|atrancada|trabada|bloqueada)\b"
)
_LOCKED = re.compile(
    rf"{_SO}(?:i|we)(?: (?:just|have|already|am|got))* (?:lock\w*|shut)(?: (?:the|my|it|this|bathroom|bedroom|room|door|up))+{_NOW}"
    rf"|{_SO}(?:le )?(?:puse|pusimos) (?:el )?(?:seguro|llave|pasador|candado)(?: (?:a|la|mi|puerta|del|cuarto|por dentro))*{_NOW}|{_SO}(?:ya )?(?:cerre|cerramos) (?:la|mi) puerta(?: (?:con|seguro|llave|por|dentro|de mi cuarto))*{_NOW}"
)
_ALONE_WITH = re.compile(
    rf"\b(?:no ?(?:1|one|body)|nobody)(?: else)?(?: is)? (?:is |at )?(?:home|here|around|in the house)(?: (?:but|except|besides|only|just))+ (?:me|us|him|he)(?: and)? ?(?:him|{HE}|me|us)?\b|\b(?:(?:just|only) (?:me|us) and (?:him|{HE})|alone (?:in the house |at home |home |here )?with (?:him|my (?:\w+ )?(?:stepdad|step dad|uncle|dad|brother|cousin|stepbrother|moms (?:bf|boyfriend|friend|man))))\b"
    rf"|\b(?:no hay nadie|nadie|no esta nadie)(?: (?:mas|en|la|casa|aqui|esta))* (?:solo|nomas|mas que|sino|excepto|aparte de)(?: (?:yo|el|nosotros|los dos|el y yo|yo y el|{EL}))+\b|\b(?:estoy|estamos|me dejaron|me quede|nos quedamos)(?: (?:aqui|en la casa))* (?:sol[oa]s? con (?:{EL})|los dos solos)\b|\bsolo (?:estamos|esta|estoy) (?:el y yo|yo y el|yo con el|{EL} y yo)\b"
)
_LEFT_WITH = re.compile(
    r"\bno ?(?:1|one|body)(?: else)?(?: is)? (?:at )?(?:home|here|in the house)(?: (?:but|except|besides|only|just))+ (?:me and him|him and me|us|me and my (?:\w+ )?(?:stepdad|step dad|uncle|dad|stepbrother|cousin|moms \w+))\b"
    r"|\b(?:left|leaves|leaving|home|house|here)(?: (?:me|us|alone))+ (?:with|w) (?:him|my (?:\w+ )?(?:stepdad|step dad|uncle|stepbrother|moms (?:bf|boyfriend|man|friend)))\b"
    r"|\b(?:nobody|no ?(?:1|one|body))(?: else)?(?: is)? (?:home|here|around)(?: \w+){0,4}? (?:and|n|but) (?:he|my \w+)(?: (?:is|has|been|just|really|so))* (?:drinking|drinkin|drunk|high|mad|angry|yelling|pissed)\b"
    r"|\b(?:no hay nadie|no esta nadie|nadie)(?: (?:mas|en|la|casa|aqui|esta))* (?:solo|nomas|mas que|sino|excepto|aparte de) (?:el y yo|yo y el|nosotros dos)\b|\b(?:estoy|me dejaron|me quede|me dejo)(?: (?:aqui|en la casa))* sol[oa] con (?:el|mi (?:padrastro|tio|primo|hermanastro))\b|\bno hay nadie(?: \w+){0,4}? y (?:el )?(?:esta|anda)(?: \w+)? (?:tomando|borracho|drogado|enojado|tomado)\b"
)
_NOBODY_HOME = re.compile(
    rf"{_SO}(?:no ?(?:1|one|body)|nobody)(?: else)?(?: is)? (?:home|here|around|in the house|at home)(?: (?:rn|right now|now|tonight|with me|til \w+|until \w+))*"
    rf"|{_SO}(?:i am|am) (?:home )?alone (?:at home|in the house|here)?{_NOW}|{_SO}(?:no hay nadie|no esta nadie|nadie mas esta|nadie esta|no esta mi mama|estoy sol[oa])(?: (?:mas|en|la|mi|casa|aqui|ahorita|hoy|esta noche))*"
)
_WINDOW = re.compile(
    rf"{_SO}(?:there is|theres|there are|i (?:can )?see|i found|i got|only|hay|veo|tiene|solo hay)(?: (?:a|an|the|one|small|lil|little|tiny|big|open|bathroom|una?|la|chica|chiquita|solo|pero))* (?:windows?|ventanas?|ventanita)(?: (?:here|in here|open|but .{{1,30}}|i can fit|i could fit|its small|it is small|chica|chiquita|abierta|aqui|pero .{{1,30}}|y quepo))*"
)
_JOKES = re.compile(
    r"\b(?:pizza|doordash|delivery|landlord|cps|police|cops|ice|migra|policia|neighbor|vecin[oa]|job|work|dog|cat|perro|gato|game|movie|nephew|kid|baby|bebe|friend|amig[oa])\b"
)


def wants_in(said: str) -> bool:
    """Return whether all of `said` tells that somebody is at the door, or that it moves: "the handle is moving"."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _WANTS_IN.fullmatch(full) is not None and _JOKES.search(full) is None


_AT_WORK_ON_IT = re.compile(
    r"\b(?:handle|knob|chapa|manija|perilla|cerradura|picaporte|lock|pick\w*|break\w*|bust\w*|kick\w*|rompe\w*|rompiendo|tumba\w*|forza\w*|patea\w*|shadow|feet|sombra|pies|shak\w+|moving|opening|abriendo|mueve|moviendo"
    r"|(?:get|getting|come|coming) (?:in|inside)|entrar|meterse|abrir)\b"
)


def gets_through(said: str) -> bool:
    """Return whether who is at a door is at work on it, or wants in: more than a knock."""
    return wants_in(said) and _AT_WORK_ON_IT.search(in_full(said)) is not None


def is_barred(said: str) -> bool:
    """Return whether a text tells that they put something heavy in front of a door."""
    return said.count(" ") < _MOST_WORDS and _BARRED.search(in_full(said)) is not None


def is_locked_by_them(said: str) -> bool:
    """Return whether all of `said` tells that they locked a door, or themselves in."""
    return said.count(" ") < _MOST_WORDS and _LOCKED.fullmatch(in_full(said)) is not None


def is_alone_with(said: str) -> bool:
    """Return whether a text tells that nobody is there but somebody and they: "no 1 home but me and him"."""
    return said.count(" ") < _MOST_WORDS and _ALONE_WITH.search(in_full(said)) is not None


def is_left_with(said: str) -> bool:
    """Return whether a text tells by itself that they were left alone with somebody to fear: it is asked about."""
    return said.count(" ") < _MOST_WORDS and _LEFT_WITH.search(in_full(said)) is not None


def sees_window(said: str) -> bool:
    """Return whether all of `said` tells of a window where they are shut in."""
    return said.count(" ") < _MOST_WORDS and _WINDOW.fullmatch(in_full(said)) is not None


def is_nobody_home(said: str) -> bool:
    """Return whether all of `said` tells that nobody else is home."""
    return said.count(" ") < _MOST_WORDS and _NOBODY_HOME.fullmatch(in_full(said)) is not None
