"""Three things told without their name: another one in her place, a blow against an attacker, a no that was not heard.

In English and Spanish. Texts are words with one space between them, with contractions and short forms written out.
"""

from __future__ import annotations

import re

_SOMEONE = (
    r"(?:(?:a|an|another|one|two|three|\d|some|more|other|new|my|the|somebody|someone|his|un|una|otra|otro|dos|tres|mi|a|mas|unas|nueva) (?:\w+ ){0,2}?)?"
    r"(?:replacement|girls?|friends?|sisters?|sis|cousins?|homegirl|bestie|roommate|females?|someone|somebody|one|another|person|girlfriend|niece|daughter|classmate|otra|otro|muchachas?|chavas?|chicas?|morras?|amigas?|hermanit?a|hermana|prim[ao]|sobrina|ninas?|reemplazo|alguien|companera|hija|vecina)"
)
_BRING = r"(?:find|get|bring|give|recruit|send|put|hook|introduce|trade|swap|pull|knock|consig\w+|consegu\w+|llev\w+|traig\w+|traer\w*|doy|dar\w*|encuentr\w+|busc\w+|mand\w+|cambi\w+|entreg\w+|present\w+|met\w+|reclut\w+)"
_FREE = (
    r"(?:(?:i|we|me) (?:can|could|will|get to|am|get|would|may) (?:finally )?(?:go|leave|be (?:done|free|out)|home|out|free|quit|stop|done)|(?:he|they|she|it)(?: \w+){0,3} (?:let(?:s|ting)?|free|release|leave) (?:me|us)(?: (?:go|leave|out|alone|be|home|free|quit|stop))*|let me (?:go|out|leave)"
    r"|(?:me|nos) (?:dej\w+|va a dejar|suelta\w*|libera\w*|soltar\w*)(?: (?:ir\w*|salir\w*|libre|en paz|descansar))*|(?:puedo|podria|podre) (?:irme|salir\w*|dejar\w*|descansar)|quedo libre|ya no (?:tengo que|me toca))"
)
_IN_PLACE = re.compile(
    rf"\bif i (?:\w+ ){{0,3}}?{_BRING} (?:\w+ ){{0,2}}?{_SOMEONE}\b.*{_FREE}|{_FREE}.*\b(?:if|once|when|as long as) i (?:\w+ ){{0,3}}?{_BRING} (?:\w+ ){{0,2}}?{_SOMEONE}\b"
    rf"|\bsi (?:yo )?(?:le |les |l[oa] )?{_BRING} (?:\w+ ){{0,2}}?{_SOMEONE}\b.*{_FREE}|{_FREE}.*\b(?:si|cuando|con que) (?:yo )?(?:le |les |l[oa] )?{_BRING} (?:\w+ ){{0,2}}?{_SOMEONE}\b"
    rf"|\b(?:give|send|offer|trade|bring) (?:him|them|her|my \w+|him my \w+)(?: \w+){{0,4}} (?:instead|in my place|for me)\b|\b(?:take|want|use) (?:my|the) (?:\w+ )?(?:sister|cousin|friend|daughter|niece)(?: \w+){{0,2}} (?:instead|in my place)\b"
    r"|\b(?:dar\w*|doy|mand\w+|llev\w+|ofrec\w+|entreg\w+)(?: \w+){0,5} (?:en mi lugar|en vez de mi|por mi)\b|\b(?:find|get|bring)(?: \w+)? (?:a |my )?replacement\b|\b(?:conseguir|consiga|consigo|buscar|encontrar)(?: \w+)? (?:una |un )?reemplazo\b"
)
_JOB = re.compile(
    r"\b(?:shift|manager|apartment|lease|roommate|rent|sublet|work schedule|coworker|store|walmart|school|team|turno|gerente|departamento|renta|escuela|equipo|babysit\w*|ticket)\b"
)
_OF_PLACE = re.compile(
    r"\b(?:cousin|sister|friend|her|she|girl|girls|someone|them|homegirl|niece|prim[ao]|herman\w+|amiga|ella|otra|muchacha|chava|sobrina|la)\b|\b(?:bad|wrong|messed up|evil|fucked up|terrible|mal|malo|mala persona|feo|pecado)\b|\b(?:should|what else|only way|no choice|i do not know|que hago|no se|unica (?:forma|manera|salida)|no hay de otra)\b"
)

_HIM = r"(?:him|her|them|(?:a|the|my|this|some|that|her|one) (?:\w+ )?(?:trick|john|client|pimp|man|guy|dude|ex|bf|boyfriend|husband|stepdad|dad|uncle|boss|date)|some ?(?:one|body))"
_STRUCK = re.compile(
    rf"\b(?:stab(?:s|bed|bing)?|shoots?|shot|knif(?:e|ed)|killed|kills?) {_HIM}(?! (?:a (?:text|message|dm|pic|look)|up|down|off)\b)|\bi (?:\w+ )?(?:cut|hit|hurt|sliced|slashed|bit|pushed|bashed|smashed|struck|beat|burned) {_HIM}(?! (?:up|off|out|back up|loose|some slack|a (?:break|check|deal))\b)"
    r"|\b(?:yo )?(?:l[oae]s?|le) (?:pique|apunale|acuchille|clave|dispare|balee|di (?:un|una) (?:balazo|tiro|navajazo|cuchillada|punalada|golpe)|corte|pegue (?:con|en)|encaje|avente|mate)\b|\b(?:apunala|apunalo|acuchilla|mata|mato|pica|dispara|balea) (?:a )?(?:un|su|al|el|mi) (?:cliente|padrote|novio|hombre|tipo|esposo|patron)\b"
)
_SURELY = re.compile(
    r"\b(?:stab(?:s|bed|bing)?|shot|knifed|apunal\w+|acuchill\w+|balazo|dispar\w+|navajazo|cuchillada|punalada|pique)\b"
)
_HE_DID = re.compile(
    r"\b(?:he|they|she|trick|john|client) (?:was|were|is|had|tried|kept|would|started)(?: \w+){0,3} (?:chok\w+|strangl\w+|rap\w+|hurt\w*|hit\w*|beat\w*|attack\w*|kill\w*|on top|forc\w+|grab\w*|hold\w+|on me|touch\w+)\b|\bself ?defen[sc]e\b|\b(?:not waking|will not wake|not moving|not breathing|unconscious|bleeding|knocked out|out cold)\b"
    r"|\bme (?:estaba|quiso|queria|iba a|intento|trato de|andaba)(?: \w+){0,2} ?(?:ahorc\w+|asfixi\w+|viol\w+|peg\w+|golpe\w+|mat\w+|forz\w+|atac\w+|tocando)\b|\b(?:estaba encima|encima de mi|defensa propia|para defenderme|me defendi|no despierta|no se mueve|no respira|esta sangrando|inconsciente)\b"
)
_NO_BLOW = re.compile(
    r"\b(?:game|fortnite|gta|cod|movie|show|episode|dreams?|dreamt|song|juego|pelicula|serie|sone|sueno|cancion|text|snap|video|hair|fade|want|wanna|wish|could|would|might|gonna|going to|if i|think about|thinking|quiero|quisiera|voy a|podria|ganas|"
    r"(?:little|lil|baby) (?:brother|sister)|my (?:brother|sister|cousin) (?:and|lol)|pillow|almohada|ball|paintball|nerf|vaccine|flu shot)\b"
)
_OF_HIM = re.compile(
    r"(?:(?:like|and|but|y|pero|ya|he|the guy|el|ella|she|they|is|just|still|esta|sigue|i think|creo que|kind of|no|not|se|lo|i|si|yes) )*(?:breathing|bleeding|moving|alive|awake|unconscious|knocked out|moaning|on the (?:floor|bed|ground)|passed out|waking up|dead|out|respira(?:ndo)?|sangrando|mueve|viv[oa]|despiert[oa]|inconsciente|tirad[oa]|muert[oa]|en el (?:piso|suelo)|en la cama)(?: (?:still|tho|though|now|like|a lot|todavia|ahorita|mucho|lol|rn|right now))*"
)

_NO = r"(?:(?:i|yo) )?(?:(?:really|did|had|just|even|keep|kept|clearly|le|les|te lo|se lo|se|si|claro|l[oa]) )*(?:said|say|saying|told (?:him|them|her)(?: that)?|tell (?:him|them)|screamed|yelled|begged|asked (?:him|them) to|dije|decia|grite|pedi|repeti|suplique)(?: (?:que|to|him|them|a el|like|al))* (?:no|not to|stop|nah|i did not want (?:to|it)|parara|pararan|parar|que no|no queria|que me dejara)"
_WHEN = r"(?:last (?:night|nite|time|week)|yesterday|today|tonight|this (?:time|morning)|the other (?:night|day)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|anoche|ayer|hoy|esta (?:vez|noche|manana)|antier|la otra (?:vez|noche)|el otro dia|la ultima vez|el (?:viernes|sabado|domingo|lunes|martes|miercoles|jueves))"
_NOT_HEARD = re.compile(
    rf"(?:(?:and|but|so|well|mostly|like|y|pero|es que|bueno|pues|except|though|until|hasta que|excepto|solo que) )*(?:{_WHEN} )?{_NO}(?: {_WHEN})?(?: (?:tho|though|and|but|y|pero|lol|like \d+ times|twice|to (?:him|one|them|it)|a (?:el|uno)|mil veces|dos veces|muchas veces|varias veces))*"
    rf"(?: (?:he|they|it|still|kept|el|ellos|igual|de todos modos|no le importo|siguio|siguieron|lo hizo|lo hicieron|me obligo|paso|didnt|did not)(?: \w+){{0,5}})?"
)
_TIMED = re.compile(
    rf"\b{_WHEN}\b|\b(?:he|they) (?:still|did|kept|would)\b|\b(?:siguio|siguieron|no le importo|lo hizo|igual)\b"
)
_PAID_FOR = re.compile(
    r"\b(?:(?:your|my|ur|the|a) )?(?:boyfriend|bf|man|husband|novio|marido|esposo|pareja)(?: \w+){0,3} (?:gets? paid|getting paid|takes? (?:the )?money|gets? money|collects?|le pagan|cobra|recibe dinero|se queda con el dinero)\b(?! (?:more|less|weekly|biweekly|every|on friday|minimum|by the hour|mas|menos|poco|bien|well|at|from his job|en su trabajo))"
)
_OTHER_MEN = re.compile(
    r"\b(?:when|if|so|cuando|si|para que|que|for|por)(?: \w+){0,2} (?:other|different|random|old|otros|unos|sus|los) (?:guys?|men|dudes?|people|friends|hombres|tipos|vatos|senores|amigos)\b|\b(?:other|different|random) (?:guys?|men|dudes?)(?: \w+){0,3} (?:with|on|sleep|touch\w*) (?:with )?me\b|\b(?:otros|unos|sus) (?:hombres|amigos|tipos|senores)(?: \w+){0,3} (?:conmigo|estan conmigo|me tocan)\b"
)


def is_in_her_place(said: str) -> bool:
    """Return whether somebody may go if another one takes their place: "if i bring my friend he lets me go"."""
    return _IN_PLACE.search(said) is not None and _JOB.search(said) is None


def is_of_place(said: str) -> bool:
    """Return whether a text is more of that: whom, if it is bad, what else there is."""
    return _OF_PLACE.search(said) is not None


def hit_back(said: str) -> bool:
    """Return whether somebody struck, cut or shot who attacked them, or asks what happens to one who did."""
    if _STRUCK.search(said) is None or _NO_BLOW.search(said):
        return False
    return _SURELY.search(said) is not None or _HE_DID.search(said) is not None


def is_of_him(said: str) -> bool:
    """Return whether all of `said` tells how he is: "like he's breathing"."""
    return _OF_HIM.fullmatch(said) is not None


def said_no(said: str) -> bool:
    """Return whether all of `said` tells that they said no, which beside a danger was not heard."""
    return _NOT_HEARD.fullmatch(said) is not None


def said_no_then(said: str) -> bool:
    """Return whether somebody said no at a time they name, or tells that he went on."""
    return said_no(said) and _TIMED.search(said) is not None


def is_paid_for(said: str) -> bool:
    """Return whether a partner gets paid for something: beside other men it is for them."""
    return _PAID_FOR.search(said) is not None


def names_other_men(said: str) -> bool:
    """Return whether a text names other men who are with them."""
    return _OTHER_MEN.search(said) is not None
