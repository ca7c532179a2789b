"""A small grammar of people kept where they work: a door locked from outside, a debt to work off. English and Spanish.

The words may be indirect ("if a person works in massage and the boss locks the doors"). They tell a danger by
themselves, whatever else the text asks. All texts are words with one space between them, short forms written out.
"""

from __future__ import annotations

import re

_HOLDER = (
    r"(?:he|she|they|(?:(?:the|my|our|her|his|a|this|that) )?(?:\w+ )?(?:boss|bosses|owner|manager|madam|mamasan|lady|ma am|man|woman|guy|"
    r"husband|uncle|aunt|auntie|agent|supervisor|foreman|contractor|people|pimp|driver|guard))"
)
_BETWEEN = r"(?: (?!i\b|we\b|out\b)\w+){0,5}?"
_LOCKS = r"(?:locks?|locked|locking|chains?|chained|bolts?|bolted|padlocks?|padlocked)"
_SHUT_IN = re.compile(
    rf"\b{_HOLDER}{_BETWEEN} {_LOCKS}(?: (?:all|up))*(?: (?:us|me|the girls|everyone|them|her))? ?(?:the |our |all the |all )?(?:from (?:the )?out ?side|doors?|gates?|rooms?|windows?|in(?:side)?|up)\b"
    rf"|\b(?:doors?|rooms?|gates?|windows?|we|i|girls) (?:(?:is|are|was|were|am|get|gets|stay|stays|always|all|be|being|it) )*{_LOCKS}(?: (?:in|up))? (?:from (?:the )?out ?side|at night|by (?:him|her|them|the boss)|when (?:he|she|they)|after work)\b"
    r"|\b(?:nos|me|las|la|los) (?:(?:tiene|tienen|deja|dejan|mantiene|mantienen|tenia|tenian) )?(?:encierra\w*|encierran|encerro|encerraron|encerrad[oa]s?|bajo llave)\b"
    r"|\b(?:cierra|cierran|cerro|cerraron|echa|echan|pone|ponen|puso|deja|dejan)(?: \w+){0,4} (?:con llave|llave|candado|por fuera|desde afuera|por afuera)\b"
    r"|\bpuertas?(?: \w+){0,3} (?:con (?:llave|candado)|cerrad[oa]s?)(?: \w+)? (?:por (?:fuera|afuera)|desde afuera|de noche|en la noche)\b"
)
_WORK = re.compile(
    r"\b(?:work|works|worked|working|job|boss|massages?|nails?|salon|spa|parlor|customers?|clients?|tips|club|kitchen|restaurant|farm|factory"
    r"|(?:we are|we re|us|with) (?:\w+ )?(?:\d+|two|three|four|five|six|many|other|some) (?:\w+ )?(?:girls|women|people|workers)|other girls"
    r"|trabaj\w+|jefe|jefa|patron\w*|masajes?|unas|clientes?|propinas|cocina|restaurante|rancho|fabrica|taller|somos (?:\w+ )?(?:muchachas|chicas|mujeres|ninas|personas|chavas)"
    r"|otras (?:muchachas|chicas|mujeres|chavas))\b"
)
_OF_A_PLACE = re.compile(
    r"\b(?:shelters?|programs?|albergues?|refugios?|group home|dorms?|hospital|school|escuela|detention|juvie|store closes|we close|closing time|at closing|locked out|locks? (?:me|us) out"
    r"|out of the house|car keys?|my (?:own )?room door|escape room|video ?game|juego)\b"
    r"|^(?:do|does|will|can) (?:they|you|the staff|staff) lock\b"
)

_BROUGHT = re.compile(
    r"\b(?:who|that|she|he|they|lady|man|woman|uncle|aunt|auntie|madam|agent|friend) (?:\w+ )?(?:brought|bring|brings|took|flew|sponsored|paid for|carried|smuggled) (?:me|us)\b"
    r"|\b(?:brought|flew|smuggled) (?:me|us) (?:here|over|from|to)\b|\b(?:que|quien|ella|el|senora|senor|coyote|pollero|madrina)(?: \w+)? (?:me|nos) (?:trajo|trajeron|trae|cruzo|cruzaron|paso|pasaron|pago el viaje|mando traer)\b"
    r"|\b(?:me|nos) (?:trajo|trajeron|cruzo|cruzaron) (?:de|para|aqui|a|del|desde)\b"
    r"|\b(?:she|he|they|lady|madam|boss|woman|man) (?:says?|said|told me|makes? me|made me|wants? me)\b|\b(?:me|nos) (?:dice|dicen|dijo|dijeron|obliga|obligan|hace|hacen)\b"
)
_OFF = re.compile(
    r"\b(?:work|works|working|serve|clean|dance|customers?|clients?|dates?|sleep with|bar|club|salon|massage|sex|trabaj\w+|atend\w+|clientes?|ficha\w*|bail\w+|acost\w+)\b.*"
    r"\b(?:(?:until|till|til|unless|to) (?:i |we |it |she |he |is )?(?:pay|pays|paid|payed|have paid|finish paying|pay(?:ed|ing)? (?:off|back)|clear|cover)|pay(?:ing)? (?:it|her|him|them|the debt|my debt|the money)? ?(?:off|back)"
    r"|(?:i|we) owe (?:her|him|them)|hasta (?:que )?(?:le |les |yo )?(?:pague\w*|pagar\w*|acabe de pagar|termine de pagar|cubra|salde)|para pagar(?:le|les)?(?: (?:la|mi) deuda| lo que| el (?:viaje|coyote|pasaje|cruce))|(?:le|les) (?:debo|debemos))\b"
    r"|\b(?:(?:i|we) owe (?:her|him|them)|(?:le|les) (?:debo|debemos))\b.*\b(?:(?:so|and) (?:i|we) (?:have to |must |got to |gotta )?(?:work|see|sleep|serve|do)|customers?|clients?|trabaj\w+|clientes?|acost\w+)\b"
)
_OF_LIFE = re.compile(
    r"\b(?:student loan|tuition|rent|bail|fine|credit card|car|my (?:mom|dad|mother|father|parents|sister|brother|grandma)|colegiatura|renta|tarjeta|mi (?:mama|papa|hermana|hermano|abuela))\b"
)
_SPOKEN_OF = re.compile(r"\b(?:movie|book|song|show|class|essay|homework|pelicula|libro|cancion|clase|tarea)\b")

_OATH = re.compile(
    r"\b(?:juju|ju ju|voodoo|vodou|vudu|black magic|brujeria|santeria|hechizo|amarre|(?:an? |the |my )oath|juramento|jure (?:ante|por|en|con)|me hizo jurar|shrine|native doctor"
    r"|(?:put|did|do|casts?|has) (?:a |some )?(?:curse|spell|magic|hex) on (?:me|us|my)|cursed (?:me|us|my)|me (?:hizo|hicieron|echo|echaron) (?:un trabajo|una maldicion|un mal|un hechizo|brujeria))\b"
)


def tells_oath(said: str) -> bool:
    """Return whether an oath or a curse is told, by which somebody is kept: it counts beside a danger."""
    return _OATH.search(said) is not None


def is_shut_in(said: str) -> bool:
    """Return whether people who work are locked in: "he locked from outside, we work in nails"."""
    if _OF_A_PLACE.search(said) or _SPOKEN_OF.search(said):
        return False
    return _SHUT_IN.search(said) is not None and _WORK.search(said) is not None


def works_off(said: str) -> bool:
    """Return whether who brought somebody, or has power over them, has them work until a sum is paid."""
    told = _BROUGHT.search(said) is not None and _OFF.search(said) is not None
    return told and _OF_LIFE.search(said) is None and _SPOKEN_OF.search(said) is None
