"""A small grammar of somebody who says that they are from here and asks for money, a photo or a meeting.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_MOST_WORDS = 30
_SOMEBODY = (
    r"(?:some ?(?:one|body)|a (?:\w+ )?(?:girl|lady|woman|man|guy|person|dude|worker|caseworker|number|text)|this (?:\w+ )?(?:girl|lady|woman|man|guy|person|number)|one of you(?:r)?(?: (?:people|staff|workers))?|another number|your (?:staff|worker|coworker|colleague|friend)"
    r"|alguien|una? (?:tal \w+|muchach[oa]|senor[a]?|chic[oa]|mujer|hombre|tip[oa]|persona|trabajador[a]?|numero|dama)|otro numero|un[ao] de (?:ustedes|ahi|alli)|(?:su|tu) (?:companer[oa]|trabajador[a]?|personal))"
)
_FROM_HERE = (
    r"(?:(?:from|with|at|works? (?:for|with|at|there|here)|part of|says (?:she|he|they)(?: is|s)? (?:from|with)|(?:is|are|shes|hes|its|was) (?:from|with)) (?:oak ?line|you|u|yall|you guys|your (?:team|program|line|place|org|group)|here|there|this (?:line|number|program|place))|oak ?line"
    r"|(?:de|con|trabaja (?:con|para|en)|es de|son de|parte de|era de) (?:ustedes|usted|ahi|alli|aqui|oak ?line|esta linea|este (?:numero|programa|lugar|chat)|su (?:equipo|grupo|programa)|tu (?:equipo|programa|grupo))|(?:que|q) (?:son|es|eran|era) ustedes|says? (?:it is|its|theyre|they are|she is|hes|shes) (?:you|yall|u))"
)
_CONTACTS = re.compile(
    rf"\b{_SOMEBODY}\b.*\b{_FROM_HERE}\b|\b{_FROM_HERE}\b.*\b(?:(?:asked|told|texted|called|messaged|wants?|said|says|sent|contacted|offered) (?:me|us|for|to|my)|me (?:escrib\w+|hablo|hablaron|llam\w+|pid\w+|dijo|dijeron|mand\w+|contact\w+|cit\w+|quiere))\b"
    rf"|\b(?:talked|spoke|texted|met|texting|talking) (?:to|with) {_SOMEBODY}(?: \w+){{0,2}} {_FROM_HERE}\b|\bhable con {_SOMEBODY}(?: \w+){{0,2}} (?:{_FROM_HERE}|de ahi|de alli|de ustedes)\b|\bme (?:escrib\w+|llam\w+|habl\w+)(?: de| desde)? (?:otro numero|un numero).*\b(?:ustedes|{_FROM_HERE})\b"
)
_SAYS_SO = re.compile(
    r"\b(?:says?|said|claims?|claiming|saying|tells me|told me)(?: (?:that|me))*(?: (?:he|she|they|hes|shes|theyre|it is|its))?(?: (?:is|are|was))? (?:(?:works?|working) (?:for|with)|with|from|part of) (?:you|u|yall|you guys|oak ?line|your (?:team|program))\b"
    r"|\b(?:dice|dicen|dijo|dijeron|asegura|jura)(?: (?:que|q|ser))*(?: (?:ya|tambien))? (?:(?:es|son|era|viene|vienen|esta|estan) )?(?:trabaja\w* (?:con|para)|(?:de parte )?de|con|parte de) (?:ustedes|usted|oak ?line|su (?:equipo|programa))\b(?! (?:les|me) )"
)
_OURS = re.compile(
    r"(?:(?:y|and|so|but|ok|pero|oye|hey|wait|entonces|si|eso|ese|esa|esto|that|this|it|she|he|they|those|la|el|esas?|de verdad|really|como se si|how do i know (?:if )?) )*(?:(?:es|era|son|eran|fue|fueron|seria|sera)(?: (?:de|parte de))* (?:ustedes|usted|ahi|aqui|tuy[oa]|su gente|su equipo|oak ?line|verdad)|(?:trabaja|esta|trabajan)(?: (?:con|para|de|ahi|aqui))* (?:ustedes|ahi|aqui|usted)"
    r"|(?:is|was|are|were|does|do|did) (?:that|this|it|she|he|they|those|the \w+)(?: (?:really|actually|even|one of|part of|work|works|with|for|from|part|of|text|texting))* (?:you|u|yall|yours|you guys|here|there|legit|real|your (?:staff|team|people|worker|number))|(?:was|is) it (?:really )?(?:you|u|yall)|(?:that|this) (?:was|is) (?:you|u|yall)|(?:is|are) (?:she|he|they|it) (?:legit|real|fake|a scam))(?: (?:de verdad|o no|or not|or what|right|verdad|real|really))*"
)
_FOLLOWS = re.compile(
    r"(?:(?:y|and|so|but|ok|pero|also|tambien|luego|then|que|q) )*(?:(?:me )?(?:pidio|pide|piden|pidieron|quiere|quieren|queria|pidiendo|dijo|dice)(?: (?:que|q|le|una?|unas|mi|mis|la|el|dinero|foto|fotos))*.*|(?:she|he|they|it)(?: \w+)? (?:asked|asks|wants?|wanted|said|says|told|keeps?|asking).*|(?:que |q )?(?:le|les) (?:mand\w+|pag\w+|d[ei]\w*|env\w+|deposit\w+) .*|(?:i )?(?:already )?(?:sent|paid|gave)(?: (?:it|him|her|them|the|my|a|some|like|\d+|money|pic|pics|photo|photos|dollars|bucks))*|ya (?:le |se )?(?:l[ao] |las |los )?(?:mande|pague|di|deposite|envie)(?: .*)?"
    r"|(?:quedamos|nos quedamos|quede|we|i was|were|supposed)(?: \w+){0,3} (?:en|de|a las|vernos|meet|meeting|supposed|at|to).*|(?:nunca |no )(?:llego|vino|aparecio|se presento|contesta|contesto|llegaron)(?: .*)?|(?:she|he|they)(?: never| did not| has not| not)+ (?:came|come|show\w*|shown|answer\w*|there).*"
    r"|(?:por que|porque|pq|para que|why|what for|how come)(?: (?:me|le|les|would|do|does|did|she|he|they|need|that|quieren?|piden?|pediria|pidio|ocupan?|necesitan?|eso|want|ask|asking|money|a|foto|fotos|dinero|pic|picture|photo|my|for))*|(?:should|do|can) i (?:block|go|send|pay|answer|report|reply|meet)(?: .{0,30})?|(?:lo|la|los|las|le|les)? ?(?:bloqueo|reporto|denuncio|contesto|mando|pago|voy|hago caso)(?: .{0,20})?|que hago|what do i do|what should i do|is it (?:a )?(?:scam|trap|safe)|es (?:una )?(?:estafa|trampa|seguro|un engano|fraude))"
)
_ASKS = re.compile(
    r"\b(?:money|pay|cash|dollars|bucks|\d+ ?(?:dolares|dollars|pesos)|deposit|cashapp|zelle|venmo|gift ?cards?|photo|picture|pic|pics|selfie|nude|nudes|address|location|meet\w*|park|store|walmart|mall|hotel|alone|id|social|dinero|dolares|pagar?|pague|deposit\w+|foto|fotos|direccion|domicilio|ubicacion|vernos|vieramos|nos veamos|verme|parque|tienda|cita|quedamos|sola|cama|cuarto|room|bed|place)\b"
)
_WITH_STAFF = re.compile(
    r"\b(?:can|could|may|quiero|puedo|necesito|i want|i need|id like|let me)(?: \w+){0,3} (?:talk|speak|text|hablar|platicar|escribir)\b|\bhow (?:do|can) i (?:talk|reach|meet)\b|\b(?:me )?(?:puede|pueden|podria|podrian|puedes)(?: \w+){0,2} (?:llamar\w*|escribir\w*|hablar\w*|ayudar\w*|contestar\w*)\b|\b(?:can|could|will|would|is there|need|want)(?: \w+)? (?:someone|somebody|anyone|anybody|one of you)\b|\b(?:took my phone|me quito el cel|wrong number)\b"
)


def says_from_here(said: str) -> bool:
    """Return whether a text tells of somebody who says that they are from here: they wrote, called or were met."""
    is_short = said.count(" ") < _MOST_WORDS and _WITH_STAFF.search(said) is None
    return is_short and (_CONTACTS.search(said) is not None or _SAYS_SO.search(said) is not None)


_CLAIMS = re.compile(
    rf"\b(?:que|q|who|that|dice|dicen|dijo|says?|said|claims?|claiming|saying)(?: \w+){{0,2}} (?:es|era|son|eran|is|are|was|shes|hes|theyre|from|with|works?|trabaja\w*)?(?: \w+)? ?{_FROM_HERE}\b|\b(?:another|otro|different|un) (?:number|numero)\b"
)


def claims_it(said: str) -> bool:
    """Return whether somebody only says that they are from here, or wrote from another number."""
    return _CLAIMS.search(said) is not None


def asks_for_much(said: str) -> bool:
    """Return whether money, a picture, an address, a meeting or a bed is named."""
    return _ASKS.search(said) is not None


def asks_if_ours(said: str) -> bool:
    """Return whether all of `said` asks if somebody was from here. It counts once somebody was told of."""
    return said.count(" ") < _MOST_WORDS and _OURS.fullmatch(said) is not None


def goes_on(said: str) -> bool:
    """Return whether all of `said` tells or asks more of who says that they are from here. It counts after that."""
    return said.count(" ") < _MOST_WORDS and _FOLLOWS.fullmatch(said) is not None
