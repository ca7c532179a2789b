"""A small grammar of a job, a trip or a home that somebody offers, and of what is asked about it next.

In English and Spanish. All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_JOB = r"(?:jobs?|gigs?|work|working|model\w*|hostess\w*|waitress\w*|danc\w+|nanny|babysit\w*|massage|cleaning|club|bar|contract|trabajo|trabajar|jale|chamba|modelo|modelar|modelaje|meser[oa]|edecan|bailar|bailarina|nin?era|limpiar|masajes?|contrato|antro)"
_FAR = (
    r"(?:(?:pays?|paid|paying|buys?|bought|covers?|send(?:s|ing)?) (?:(?:for|the|my|a|me|us|everything|it|all) )*(?:flight|ticket|plane|trip|bus|travel|visa|hotel|everything|way)|another (?:state|city|country)|other state|out of state|abroad|overseas|far away|vegas|miami|new york|la\b|cancun|dubai|europe"
    r"|(?:paga|pagan|pago|pagaron|compra|compran|compro|manda|mandan|cubre|cubren) (?:(?:el|mi|los|un|me|todo|todos|nos) )*(?:vuelo|pasaje|boleto|viaje|avion|camion|visa|hotel|gastos|todo)|otro estado|otra ciudad|otro pais|lejos|extranjero|(?:las )?vegas|insta\w*|ig|facebook|face|tik ?tok|snap\w*|whats\w*|telegram|online|internet|discord|linkedin|craigslist|indeed)"
)
_OFFERS = r"(?:offer\w*|propos\w+|invit\w+|promis\w+|wants? me (?:to|as)|want me (?:to|as)|says? (?:i|she|he|they) can (?:get|give)|got me|ofrec\w+|propus\w+|propon\w+|invit\w+|promet\w+|consigui\w+|consigue\w*|quiere(?:n)? que)"
_OFFERED = re.compile(
    rf"(?=.*\b{_OFFERS}\b)(?=.*\b{_JOB}\b)(?=.*\b{_FAR}).*"
    rf"|(?:.* )?(?:me (?:quiere|quieren|va a|van a) llevar|quieren? llevarme|wants? to (?:take|bring|fly) me|(?:is|are) (?:taking|flying|bringing) me)\b.*\b{_JOB}\b.*"
    rf"|(?:.* )?(?:me vaya a vivir|irme a vivir|me mude|move in with|come live with|live with)\b.*\b(?:bailar|club|antro|dance|dancing|strip\w*|bar|clientes?|trabajar en su)\b.*"
)
_STRANGER = r"(?:(?:this|that|a|an|some|these|two) (?:(?:\w+ )?(?:older|old|nice|random|pretty) )*(?:lady|woman|man|guy|dude|couple|girl|stranger|people|guys|men)|un[ao]s? (?:senor[a]?|hombre|tipo|muchacha|mujer|pareja|chav[oa]|vato|desconocid[oa])(?:es|s)?)"
_IN_PASSING = r"(?:bus|greyhound|station|terminal|train|airport|mall|truck ?stop|rest stop|gas station|park|corner|shelter|outside|street|store|walmart|mcdonalds|laundromat|central|camiones|parada|estacion|aeropuerto|plaza|parque|esquina|calle|tienda|gasolinera|albergue)"
_GIVES = r"(?:rides?|places?|rooms?|food|crash|couch|bed|money|job|modeling|model|work|put me on|come with|go with|stay with|her (?:brother|house|place)|his (?:house|place|sister)|raite|aventon|casa|cuarto|comida|trabajo|dormir|donde quedarme|modelo|jale)"
_AT_A_STATION = re.compile(
    rf"(?=.*\b{_STRANGER}\b)(?=.*\b{_IN_PASSING}\b)(?=.*\b(?:offer\w*|keeps?|keep|wants? me|says? (?:she|he|they|i)|being (?:real |so |really )?nice|bein|bought me|gave me|asked me|talk\w* (?:about|to me)|can put me on|ofrec\w+|dice que|me compro|insiste|quiere que)\b)(?=.*\b{_GIVES}\b).*"
)
_KNOWN = re.compile(
    r"\b(?:my (?:\w+ )?(?:mom|mother|dad|father|grandma|aunt|uncle|school|church|teacher|coach)|college|army|navy|internship|mi (?:mama|papa|abuela|tia|tio|escuela|iglesia|maestra|ama|apa)|practicas)\b"
)
_DONE = re.compile(
    r"\b(?:makes? me|made me|forc\w+|sells? me|sold me|will not pay|does not pay|not paid|keeps? my|took my|took our|locked|me obliga\w*|me vend\w+|no me paga\w*|me quito|me quitaron|me pega|me encierra|no me deja\w*)\b"
)
_NEXT = re.compile(
    r"(?:(?:ok|so|and|but|like|idk|well|also|y|pero|entonces|pues|que|o sea|bueno) )*(?:(?:is|are|was|does|do|sounds?|seems?|looks?|would) (?:it|that|this|she|he|they|the \w+)(?: (?:even|really|sound|seem|look|like|all))* (?:legit|real|a scam|scam|safe|fake|ok|true|a trap|good|for real|trust\w*|sus|normal)"
    r"|sounds? (?:good|legit|ok|nice|real)(?: (?:right|huh|tho|though|no|lol))*|(?:should|shud|do|can|shall) i (?:just |even )?(?:go|take it|do it|trust|cancel|say (?:yes|no)|tell|accept|sign|pay|owe|back out|answer|block|send)\b.*|(?:do|will) i (?:owe|have to pay|have to go)\b.*|i (?:already )?(?:owe|sent|gave|signed|said yes|told her|told him)\b.*|(?:what (?:do|should) i do|what now)(?: .*)?"
    r"|(?:they|she|he|it)(?: (?:will|would|said|says|can))* (?:pays?|paid|bought|asks?|asked|wants?|needs?|told|tells|says|said|does not|did not|will not|sent)\b.*|(?:the )?(?:flight|plane|bus|trip|interview|ticket) (?:is|leaves|was)\b.*|(?:i|we) (?:leave|fly|go|meet|start)\b.*|my (?:parents|mom|dad|family) (?:do|does|did) not (?:know|met)\b.*|and (?:a )?(?:pic|picture|photo|copy) of my .*"
    r"|(?:es|sera|suena|se (?:oye|ve|escucha)|parece|esta)(?: (?:muy|eso|todo|de|que))* (?:verdad|estafa|real|segur[oa]|confianza|confiable|bien|legal|trampa|mentira|raro|normal|bueno|buena)\b.*|voy(?: o no(?: voy)?)?|acepto(?: o no)?|le (?:creo|debo|digo|pago|mando)\b.*|(?:lo |la )?cancelo|(?:que )?hago(?: .*)?|debo (?:ir|cancelar|aceptar|decir|pagar)\b.*|(?:ya )?(?:le|les) (?:mande|di|dije|firme|pague|debo)\b.*|ya (?:pago|compro|acepte|firme|mande)\b.*"
    r"|(?:me )?(?:pide|piden|pidio|quiere|quieren|dice|dijo|pagan?|ofrecen?|mando|compro)\b.*|(?:el |la )?(?:vuelo|avion|camion|viaje|entrevista|boleto|salida) (?:es|sale|esta|fue)\b.*|(?:me voy|salgo|salimos|nos vamos|empiezo)\b.*|(?:ella |el )?no (?:conoce|conocen|saben|sabe)\b.*|(?:y )?(?:la|una|mi) (?:foto|copia|pasaporte)\b.*|mis papas no .*)"
)
_PICS = re.compile(
    r"\b(?:pide|piden|pidio|quiere|quieren|manda(?:le)?|asks?|asked|wants?|needs?|send)\b.*\b(?:fotos?|pics?|pictures?|photos?|videos?)\b.*\b(?:ropa interior|interior|lenceria|bikini|desnud\w+|sin ropa|calzones|underwear|lingerie|bra|nudes?|naked|body|cuerpo|sexy)\b"
    r"|\b(?:fotos?|pics?|pictures?|photos?|videos?)\b.*\b(?:ropa interior|lenceria|desnud\w+|sin ropa|underwear|lingerie|nudes?|naked)\b"
)
_MOST_WORDS = 30


def is_lure(said: str) -> bool:
    """Return whether a text tells of a job or a trip far off that somebody offers, and of nothing that was done yet."""
    if said.count(" ") >= _MOST_WORDS or _KNOWN.search(said) or _DONE.search(said):
        return False
    return _OFFERED.fullmatch(said) is not None or _AT_A_STATION.fullmatch(said) is not None


def asks_of_lure(said: str) -> bool:
    """Return whether all of a text goes on about such an offer: "es de confianza?", "the flight is tomorrow"."""
    told = _NEXT.fullmatch(said) or _IS_NORMAL.fullmatch(said)
    return said.count(" ") < _MOST_WORDS and told is not None


_IS_NORMAL = re.compile(
    r"(?:(?:so|and|but|y|pero) )*(?:is (?:that|this|it) (?:normal|ok|weird|bad|safe|a trap|sketchy|sus)|(?:eso )?es normal(?: eso)?|(?:she|he)(?: (?:is|just|also|says?|said|her|his|and|bought|brought|gave|got|me|a|the))* (?:food|modeling|clothes|phone|drink|brother|cousin|friend)\b.*|me compro (?:comida|ropa|algo).*)"
)
_COMES_BACK = re.compile(
    r"(?:(?:omg|ok|and|now|y|ya|ay) )*(?:she|he|they|ella|el|ellos)? ?(?:is |are |ya |ahi )?(?:coming|comin|walking|comes|came|viene|vienen|regresa|regreso)(?: (?:back|over|here|towards|to|me|again|now|otra vez|para aca|aca))*(?: (?:with|w|con) (?:him|her|them|a (?:man|guy|dude)|another \w+|some \w+|two \w+|el|ella|un (?:senor|hombre|tipo)|otro \w+|su \w+))*"
)


def comes_back_for_her(said: str) -> bool:
    """Return whether all of a text tells that who made an offer comes back: "she comin back over here w him"."""
    return _COMES_BACK.fullmatch(said) is not None


def asks_if_to_go(said: str) -> bool:
    """Return whether all of a text asks whether to go along: "voy o no voy"."""
    return (
        re.fullmatch(
            r"(?:(?:y|entonces|pero|que|o sea) )*(?:me )?voy o no(?: (?:me )?voy)?|do i go or (?:not|no|nah)", said
        )
        is not None
    )


def wants_body_pictures(said: str) -> bool:
    """Return whether a text tells that pictures of the body are asked for."""
    return _PICS.search(said) is not None
