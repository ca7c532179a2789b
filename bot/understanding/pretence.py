"""A small grammar of a wish that the bot pass for somebody else, in English and Spanish (promise 7).

"Pretend ur the pharmacy", "act like ur my friend sarah", "haz como que eres la farmacia": somebody may look on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_THING = (
    r"(?:pharmacy|drug ?store|cvs|walgreens|rite aid|walmart|target|amazon|ebay|fedex|ups|usps|post office|store|shop|"
    r"boutique|restaurant|pizza|pizza (?:hut|place|guy|man|shop)|dominos|mcdonalds|taco bell|starbucks|chinese (?:food|place)|"
    r"doordash|uber|uber eats|uber driver|lyft|delivery(?: (?:guy|place|driver))?|dentist|doctor|doctors|doctors office|dr|"
    r"drs office|clinic|hospital|vet|nail (?:shop|salon|place|tech)|nails|hair (?:salon|shop|place)|salon|barber|hairdresser|"
    r"bank|library|school|teacher|job|work|boss|manager|supervisor|coworker|co worker|employer|landlord|church|gym|"
    r"phone company|insurance|cable company|survey|ad|bot|robot|company|business|customer service|telemarketer|weather|"
    r"horoscope|game|app|friends?|best friend|bestie|homegirl|bff|classmate|roommate|neighbor|girl|girlfriend|cousin|aunt|auntie|"
    r"uncle|sister|sis|brother|mom|mama|mother|dad|grandma|grandmother|niece|babysitter|sitter|someone else|somebody else|"
    r"some(?:one|body) i know|nobody|no one|another (?:person|number|girl))"
)
_COSA = (
    r"(?:farmacia|botica|tienda|tiendita|oxxo|walmart|amazon|super|mercado|pizzeria|pizza|pizzas|restaurante|comida|uber|didi|"
    r"rappi|repartidor|entrega|dentista|doctor|doctora|medico|consultorio|clinica|hospital|veterinari[ao]|estetica|salon|peluqueria|"
    r"unas|banco|biblioteca|escuela|maestr[ao]|trabajo|jef[ae]|patron|patrona|iglesia|gimnasio|companera|companero|compania|"
    r"empresa|encuesta|anuncio|amig[ao]s?|prim[ao]|ti[ao]|mama|papa|herman[ao]|abuel[ao]|vecin[ao]|comadre|cunad[ao]|sobrina|"
    r"ninera|otra persona|alguien mas|cliente|clima|horoscopo|juego)"
)
_BEFORE = (
    r"(?:(?:ok|okay|hey|yo|pls|please|plz|just|now|shh+|can|could|will|you|u|quick|hurry|hes|shes|theyre|he|she|is|are|here|"
    r"back|coming|looking|reading|watching|so|and|if|anything|need|i|to|want|for|a|sec|min|minute|omg|wait|"
    r"oye|porfa|por|favor|ahora|rapido|ya|viene|llego|esta|aqui|ahi|puedes|el|si) )*"
)
_YOU = r"(?:you are|you re|youre|ur|u r|u are|you were|u were|you work at|u work at|this is|its|it is|it s)"
_YOU_ARE = (
    r"(?:(?:like|that|as|if|to|be) )*(?:you are|you re|youre|ur|u r|u are|your|you were|u were|you work at|u work at|"
    r"this is|its|it is|it s|thats|be|a|the|my)"
)
_SHOP = (
    r"(?:pharmacy|drug ?store|cvs|walgreens|walmart|amazon|fedex|ups|usps|store|shop|boutique|restaurant|pizza (?:hut|place|shop)|"
    r"pizzeria|pizza|dominos|mcdonalds|starbucks|takeout|chinese (?:food|place)|doordash|uber|lyft|delivery(?: (?:guy|place|driver))?|dentist|"
    r"doctors? office|nail (?:shop|salon|place|tech)|hair (?:salon|shop|place)|salon|barber(?: ?shop)?|bank|phone company|insurance|"
    r"survey|ad|spam|scam|wrong number|customer service|telemarketer|weather(?: app)?|horoscope|coupon|advertisement|promo)"
)
_TIENDA = (
    r"(?:farmacia|botica|tienda|pizzeria|pizza|restaurante|uber|didi|rappi|dentista|consultorio|veterinaria|estetica|salon(?: de (?:unas|belleza))?|"
    r"peluqueria|banco|compania|empresa|encuesta|anuncio|spam|publicidad|clima|horoscopo|numero equivocado)"
)
_WHEN = (
    r"(?: (?:(?:if|when|in case|cuz|cause|because|bc|until|til|till|so) \w+(?: \w+){0,5}|now|rn|ok|okay|please|pls|plz|for (?:a|now|me)(?: \w+)?|"
    r"named \w+|called \w+|instead|he is \w+|hes \w+|si \w+(?: \w+){0,4}|cuando \w+(?: \w+){0,4}|porque \w+(?: \w+){0,4}|por favor|porfa|ahora|ahorita))*"
)
_PRETEND = re.compile(
    rf"{_BEFORE}(?:pretend|pretent|pertend|act|play(?= like)|make believe|make out|make it (?:look|seem|sound))"
    rf" {_YOU_ARE}(?: (?:my|the|a|an|some|just|from|like|at))* {_THING}(?: (?!is\b|said\b|has\b)\w+)?{_WHEN}"
    rf"|{_BEFORE}(?:talk|text|write|sound|say|reply|answer)(?: (?:like|that|as|if))* {_YOU}(?: (?:my|the|a|an|some|just|from|like|at))* {_THING}{_WHEN}"
    # "can you text me back like a pizza place"
    rf"|{_BEFORE}(?:talk|text|write|sound|reply|answer|respond|message)(?: (?:me|back|to me|with me))* (?:like|as|as if|as though)(?: {_YOU})?(?: (?:a|an|the|some|from|at))+ {_SHOP}(?: (?!is\b|said\b|has\b)\w+)?{_WHEN}"
    rf"|{_BEFORE}(?:make|have|let)(?: (?:it|this|them|your texts|ur texts|the texts))? (?:look|seem|sound) (?:like|as)(?: {_YOU})?(?: (?:a|an|the|some|from))* {_SHOP}(?: (?!is\b|said\b|has\b)\w+)?{_WHEN}"
    rf"|{_BEFORE}(?:escribir|escribe|escribeme|contestar|contesta|contestame|responder|responde|respondeme|hablar|habla|hablame)(?: (?:me|te))? como(?: si)?(?: (?:eres|fueras|fuera|seas|fueran))?(?: (?:el|la|un|una|de))+ {_TIENDA}(?: (?!es\b|me\b)\w+)?{_WHEN}"
    rf"|{_BEFORE}(?:tell|say to) (?:him|her|them|whoever|anyone|anybody)(?: \w+)? {_YOU_ARE}(?: (?:my|the|a|an|some|just|from))* {_THING}{_WHEN}"
    rf"|{_BEFORE}(?:haz|has|hazle|hagan|hagale)(?: de cuenta)?(?: (?:como|que|si))* (?:eres|fueras|seas|es|fuera|son|fueran|esto es)"
    rf"(?: (?:el|la|los|las|mi|un|una|de|del|nomas))* {_COSA}(?: (?!es\b|me\b)\w+)?{_WHEN}"
    rf"|{_BEFORE}(?:hazte|haste|haganse)(?: (?:pasar|como|de|por|que|eres))+(?: (?:el|la|mi|un|una|de))* {_COSA}(?: (?!es\b|me\b)\w+)?{_WHEN}"
    rf"|{_BEFORE}(?:finge|fingele|finjan|simula|actua|actue|pretende|aparenta|(?:contesta|responde|escribe|habla)(?= como))(?: (?:como|que|si|ser|de|cual))*"
    rf"(?: (?:eres|fueras|seas|es|fuera|ser))?(?: (?:el|la|mi|un|una|de))+ {_COSA}(?: (?!es\b|me\b)\w+)?{_WHEN}"
    rf"|{_BEFORE}(?:di|dile|diles|digan|digale)(?: (?:que|a|el|ella|le|mi novio))* (?:eres|soy|son|somos)(?: (?:el|la|mi|un|una|de))+ {_COSA}{_WHEN}"
)
_MOST_WORDS = 16


def asks_to_pretend(tokens: Sequence[str]) -> bool:
    """Return whether all of a text asks the bot to pass for somebody else, or for a shop."""
    return len(tokens) <= _MOST_WORDS and _PRETEND.fullmatch(" ".join(tokens)) is not None
