"""What a text is aimed at that sounds like an opt-out: the texts of this line, or somebody and something else.

"Let me out please", "no me deja de escribir" and "delete my number from his phone" ask for no end of these texts, and
"this my third time texting yall" asks for more of them. Silence would leave a person alone there. All texts are words
with one space between them, as opt-outs are read.
"""

from __future__ import annotations

import re

_SO = (
    r"(?:please|pls|plz|plis|just|somebody|someone|anybody|anyone|can|could|will|would|you|u|yall|help|me|i|want|need|to|now|right|omg|god|ok|hey|"
    r"por|favor|porfa|ya|que|quiero|necesito|pueden|puede|puedes|alguien|ayuda|ayudenme|dios|hola|oye)"
)
_END = r"(?: (?:please|pls|plz|now|right|already|here|i|am|begging|you|u|omg|god|por|favor|porfa|ya|de|aqui|ahi|ahora|ahorita|les|te|lo|pido|ruego|suplico|dios|mio))*"
_PLACE = (
    r"(?:(?:this|that|the|my|his|her|their|our|a|here|these|whole|fucking|damn|hell|esta|este|esa|ese|la|el|mi|su|las|los) ){0,4}"
    r"(?:house|home|place|room|apartment|apt|car|truck|trailer|trunk|van|motel|hotel|basement|garage|trap|trap house|building|block|brothel|"
    r"farm|school|group home|placement|shelter|state|city|town|street|streets|blade|track|life|situation|relationship|marriage|family|gang|"
    r"man|men|people|dude|guy|pimp|hell|site|website|page|ad|ads|backpage|"
    r"casa|cuarto|carro|troca|camion|camper|traila|sotano|departamento|edificio|lugar|rancho|prostibulo|burdel|calle|infierno|vida|relacion|hombre|senor|tipo|sitio|pagina|anuncio)"
)
_OUT_OF = r"(?:out of|out|from|off of|off|away from|de|del|fuera de)"
_LET_GO = re.compile(
    rf"(?:{_SO} )*(?:let (?:me|us)(?: (?:the fuck|the hell|just))? (?:out|go|leave|go home|outta here|out of here|get out)(?: of)?(?: {_PLACE})?"
    rf"|(?:get|take|pull|remove|move|bring|carry|sneak) (?:me|us) (?:removed |taken |moved |out |away )?{_OUT_OF} {_PLACE}"
    rf"|(?:deja|deje|dejen|dejes|suelta|suelte|suelten)(?:me|nos) (?:salir|ir|irme|irnos|salirme|libre|en libertad)(?: (?:de|del|a) {_PLACE}| a (?:mi )?casa)?"
    rf"|(?:suelten|suelte|suelta)(?:me|nos)"
    rf"|(?:saca|saque|saquen|sacar|llevame|lleve|lleven|quita|quiten)(?:me|nos) {_OUT_OF} {_PLACE}){_END}"
)
_BARE = re.compile(
    rf"(?:{_SO} )*(?:(?:no more|not anymore|not any more|make it end|end (?:this|it)|make this end|no mas|ya no mas|ya no)(?: of (?:this|it))?)(?: (?:no more|no mas|please|pls|por favor|porfa|ever|ya|i am begging you|begging|i beg you|te lo ruego))*"
)
_PLEADS = re.compile(r"\b(?:please|pls|plz|plis|por favor|porfa|beg|begging|god|dios|ruego|suplico)\b")

_TO_HIM = r"(?:my|his|her|their) (?!number|phone|line|cell|work|job)\w+|him|her|them|men|guys|johns|clients|tricks|people|strangers"
_HIS_PHONE = (
    r"(?:(?:his|her|their|(?:my|the) (?:\w+ )?(?:bf|boyfriend|ex|man|husband|wife|gf|girlfriend|pimp|mom|moms|dad|dads|boss|uncle|stepdad|brother|sister)s?)"
    r" (?:phone|cell|contacts|list|book|account|ipad|tablet|computer|page|site|ad|ads)|(?:the|a|that|this) (?:list|page|site|group|chat) of (?:\w+ )?(?:girls|women|escorts|hoes|bitches|us)"
    r"|(?:this|that|the|his|her|their|an?) (?:site|website|ad|ads|page|backpage|megapersonal\w*|skip ?the ?games))"
)
_ELSEWHERE = re.compile(
    # he who does not stop: "no me deja de escribir", "no paran de mandarme mensajes"
    r"^(?!.*\bustedes\b)(?:\w+ ){0,4}?no (?:me |nos |se )?(?:deja|para|dejan|paran|dejaba|paraba|ha dejado|han dejado|ha parado) (?:de )?(?:\w+ )?(?:escrib|mand|texte|llam|marc|busc|molest|fastid|habl|envi|acosar|acosand|seguir)\w*"
    # another's phone, list or page
    rf"|\b(?:delete|erase|remove|take|get|wipe|clear|block)(?: \w+){{0,4}}? (?:from|off|off of|out of|on|in) {_HIS_PHONE}\b"
    r"|\b(?:borra|borrale|quita|elimina|saca|borro)(?: \w+){0,4}? de (?:su|sus) (?:cel|celular|telefono|tel|contactos|lista|agenda)\b(?!.*\bustedes?\b)"
    r"|\b(?:borr\w+|quit\w+|elimin\w+|sa[cq]\w+)(?: \w+){0,4}? de(?:l| la| el) (?:cel|celular|telefono|lista|anuncio|pagina|sitio) de (?:el|ella|ellos|mi \w+|ese \w+|un \w+)\b"
    # whom somebody does or does not text
    rf"|^(?:(?:and|but|so|well|yeah|no) )*i (?:do not|never|did not|no longer|can not) (?:even |really |ever )?(?:text|talk to|message|write|contact) (?:{_TO_HIM})\b"
    # alone with what somebody thinks
    r"|\balone with (?:my|the|all (?:my|the)|these|those|this|his|her|him|them|it|that) ?(?:thoughts?|head|mind|feelings|pain|memories|man|guy|dude)?$"
    r"|\bsol[oa] con (?:mis|estos|esos) pensamientos\b"
    # a number or a place that was given and is wrong
    r"|\b(?:you|u|yall|they|this|it)(?: (?:guys|all|just|have|had))* (?:gave|give|sent|texted|send|got|told) (?:me |us )(?:the |a |that |an? )?(?:wrong|bad|dead|fake|old|broken|disconnected) (?:number|num|#|phone|info|address|place|line)\b"
    r"|\b(?:the|that|this|ur|your) (?:number|line|phone) (?:you|u|yall) (?:gave|sent|texted|told)\b"
    r"|\bme (?:diste|dieron|mandaste|mandaron|pasaste|pasaron)(?: (?:el|un|ese|otro|mal))* (?:numero|telefono|lugar|direccion)\b"
    r"|\b(?:el|ese|este) numero que (?:me )?(?:diste|dieron|mandaste|mandaron|pasaste|pasaron)\b"
)

_TEXTS_US = re.compile(
    # how often, from where and with what result somebody texts this line
    r"\b(?:i|we|im)(?: (?:just|already|even|have|had|been|be|was|am|is|are|already|still|only|did|keep|kept|tried))* (?:text|texted|texting|txt|txted|txting|wrote|writing|messaged|messaging|hit|called|calling|tried|reached out|contacted|contacting)(?: (?:to|up))? "
    r"(?:you|u|yall|ya|this (?:number|line|thing)|here|this|back)\b"
    r"|\b(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th)|another|every) time (?:that )?(?:i|we|im|i am)? ?(?:\w+ )?(?:text|texted|texting|txt|txting|wrote|writing|messag\w+|hit\w*|call\w*|tr(?:y|ied|ying)|reach\w*)\b"
    r"|^(?:(?:ok|so|hey|hi|lol|its|it|is|me|back|im|i|am|just) )*(?:texting|txting|messaging|hitting|writing)(?: to| up)? (?:you|u|yall|ya|this number|here)(?: (?:guys|all))?\b"
    r"|\b(?:texted|txted|messaged|wrote|hit up|called)(?: to| up)? (?:you|u|yall|ya|this number|here)\b"
    r"|\b(?:you|u|yall|ya|anyone|anybody|someone|somebody)(?: (?:gonna|going to|even|ever|not|never|ever gonna|ever going to))* (?:texting|text|txt|txting|hitting|hit|writing|write|answering|answer|replying|reply) (?:me )?back\b"
    r"|\b(?:said|says|told|tell|say|tells|heard|hear)(?: (?:me|us|to|i|we|can|could|should|you|u|about|that|just|we can|i can))* (?:text|txt|message|hit|hit up|call|write|contact|try|use)(?: up| to)? (?:this|yall|you|u|here|it|the number)\b"
    r"|\b(?:gave|give|gives|passed|showed|sent|slipped|handed|shared) (?:me|us|her|my \w+) (?:this|your|ur|the|yalls?) (?:\w+ )?(?:number|line|info|card|contact|digits)\b"
    r"|\b(?:this|your|ur|yalls?|the) (?:number|line)(?: (?:is|was))* (?:on|in|at|off|from|written)\b"
    r"|\b(?:les|te|le) (?:he |habia |ya )*(?:escrib\w+|mand\w+|texte\w+|hable|marque|llame)\b.*\b(?:veces|vez|nada|nadie|ayer|antes|semana)\b"
    r"|\b(?:segunda|tercera|cuarta|primera|otra|ultima|\w+) vez que (?:les|te|le|yo)? ?(?:les |te )?(?:escrib\w+|mand\w+|texte\w+|hablo|marco|llamo|busco)\b"
    r"|\b(?:estoy|ando|sigo) (?:escribiendo|texteando|mandando)(?:les|te|le)?(?: (?:mensajes?|textos?))?(?: (?:de|desde|del|otra vez|de nuevo|otra))\b"
    r"|\b(?:me|nos) (?:van|vas|va) a (?:contestar|responder|escribir)\b"
    r"|\b(?:les|te|le) escribo (?:de|desde|del|otra vez|de nuevo)\b"
)
_ASKS_FOR_OUR_TEXTS = re.compile(
    r"\b(?:send|give|show|forward|email|provide|verify|need)\b(?: \w+){0,4} (?:list|copy|copies|records?|log|logs|transcripts?|all) (?:of|from)\b(?: \w+){0,2} (?:texts|messages|users|people|clients|girls|conversations?)\b"
)
_NO_ANSWER = re.compile(
    r"\b(?:(?:and|but|n|with|got|get|getting|still|y|pero) )*(?:no|not|never|nobody|no one|nothing|zero|nah|nope|ni|nada|nadie|sin) ?(?:an? )?(?:answers?|answered|reply|replies|response|responded|reply back|text back|texted back|back|contest\w+|respond\w+|respuesta|nada)?(?: yet| back| still)?$"
    r"|\b(?:no|not) (?:an? )?(?:answers?|answering|answered|reply|replies|replied|response|responding)\b|\bor (?:nah|not|no|what)$|\bnobody\b|\bno one\b|\bnadie\b|\bno (?:me )?contest\w+|\bno (?:me )?respond\w+"
)
_NO_END = re.compile(r"\b(?:(?:truck|bus|rest|gas|pit|train|metro) ?stops?|non ?stop|rest stop|leave of absence)\b")
_ENDS = re.compile(
    r"\b(?:no|not|nor|never|none|stop\w*|quit\w*|unsub\w*|remov\w*|delet\w*|eras\w*|opt|opts|opted|opting|block\w*|lose|leave|done|cancel\w*|"
    r"baja|borr\w*|quit\w*|saqu\w*|sacame|elimin\w*|dej\w+|paren?|ni|nunca|jamas|ya no|report\w*|spam|harass\w*|wrong|joke|prank\w*|equivocad\w*|mistake|accident\w*)\b"
)


def lets_go(said: str) -> bool:
    """Return whether all of `said` begs to be let out or taken away: "let me out please", "sacame de esta casa"."""
    return _LET_GO.fullmatch(said) is not None


def is_of_a_page(said: str) -> bool:
    """Return whether a text is about a page or an ad that somebody is on, and no house."""
    return _PAGE.search(said) is not None


_PAGE = re.compile(r"\b(?:site|website|page|ads?|backpage|sitio|pagina|anuncio)\b")


def is_bare_plea(said: str) -> bool:
    """Return whether all of `said` begs for an end, of what is not said: "no more please", "please end this"."""
    return _BARE.fullmatch(said) is not None and _PLEADS.search(said) is not None


def is_aimed_elsewhere(said: str) -> bool:
    """Return whether a text that has words of an end wants it of somebody or something else than these texts."""
    return lets_go(said) or _ELSEWHERE.search(said) is not None


def tells_of_texting(said: str) -> bool:
    """Return whether a text tells how somebody came to text, or that nobody answered, and asks for no end of it."""
    if _ASKS_FOR_OUR_TEXTS.search(said) is not None:
        return True
    if _TEXTS_US.search(said) is None:
        return False
    return _ENDS.search(_NO_ANSWER.sub(" ", _NO_END.sub(" ", said))) is None
