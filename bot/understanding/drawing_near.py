"""Somebody who comes nearer, with the place: "he pulled up in the lot", "viene subiendo las escaleras".

`near` hears who is in the room already, for whom no reply is sent. Here he is in sight or on the stairs: a short reply
with the emergency number still helps. In English and Spanish; each form is a whole text.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 16
_KIN = (
    r"man|mans|bf|boyfriend|gf|girlfriend|husband|wife|ex|pimp|p|daddy|dad|father|mom|mother|stepdad|stepmom|uncle|aunt|brother|cousin|boss|"
    r"manager|madam|trafficker|handler|folks|owner|landlord|coach|pastor|bottom"
)
_WHO = (
    rf"(?:he|she|they|(?:my|her|his|their|the) (?:{_KIN}|driver|guy|dude|trucker|john|lady)|(?:his|her|their) (?:brothers?|boys?|friends?|homies?|cousins?|"
    r"people|car|truck|van)|some ?(?:one|body|guy|dude)|(?:a|the|some) (?:car|truck|van|guy|man|dude))"
)
_NOW = r"(?: (?:is|are|was|were|has|have|just|now|already|still|about to|right now|here|like|all|actually|literally|almost|going to|gonna|just now|def))*"
_MOVES = (
    r"(?:pull(?:ed|ing|s|in)? (?:up|in|into|over|around)|park(?:ed|ing|s)|walk(?:ed|ing|s|in)? (?:up|over|to|toward|towards|this way|back|around|down|in|into|by)|"
    r"com(?:e|es|ing|in) (?:up|down|back|over|to|toward|towards|this way|around|in|into|out|home|at|after|for|closer|near|thru|through)|came (?:up|down|back|over|to|out|around|in|into)|"
    r"head(?:ed|ing|in|s) (?:here|this way|back|to|toward|towards|up|over|my way)|on (?:his|her|their|the) way|run(?:ning|nin|s)? (?:up|at|after|to|toward|towards|this way)|ran (?:up|after)|"
    r"driv(?:ing|in|es) (?:up|around|by|past)|drove (?:up|by|past)|circling|outside|right outside|at the (?:door|window|gate|front|desk)|in the (?:lot|parking lot|driveway|hallway|"
    r"hall|lobby|elevator|stairwell|yard|building)|on the (?:stairs|porch|steps)|(?:knock|bang|pound)(?:ing|in|s|ed)?|calling (?:my name|for me)|call(?:ing)? out (?:my name|for me)|yelling (?:my name|for me)|"
    r"look(?:ing|in)? for me|getting (?:close|closer|near)|close(?:r)? (?:by|now)|around the corner|down the (?:hall|street|block))"
)
_PLACE = (
    r"(?: (?:to|up|in|into|at|on|the|my|this|that|our|his|a|of|me|from|outside|toward|towards|by|near|for|right|back|"
    r"car|truck|van|room|door|house|stairs|steps|lot|parking|street|sidewalk|driveway|window|porch|building|hall|hallway|lobby|motel|hotel|store|station|gas|yard|gate|"
    r"front|bathroom|elevator|corner|now|rn|again|fast|omg|fuck|shit|help|please|pls|way|here|there|home|name|where|i|am|hiding|we|are|stall|desk|lane|road|bus|stop|trap|spot))*"
)
_EN = rf"{_WHO}s?{_NOW} {_MOVES}{_PLACE}"
_QUIEN = (
    r"(?:el|ella|ellos|alguien|(?:mi|el|la|su|un|una|sus|los) (?:novio|esposo|marido|ex|padrote|patron|patrona|jefe|jefa|papa|mama|padrastro|tio|tia|"
    r"hermano|primo|hombre|senor|senora|vato|tipo|chofer|amigo|amigos|gente|dueno|encargado|carro|troca|camioneta))"
)
_SE_ACERCA = (
    r"(?:(?:se )?(?:estaciono|estacionaron|esta estacionando|paro|pararon|parqueo|acerca|acercan|esta acercando|acerco)|"
    r"(?:viene|vienen|va|van|llego|llegaron|esta|estan|anda|andan|entro|entraron|subio|sube|suben|bajo|baja|camina|corre)(?: (?:subiendo|bajando|caminando|corriendo|entrando|"
    r"llegando|tocando|golpeando|gritando|buscandome|buscando))?)"
)
_LUGAR = (
    r"(?: (?:(?:hacia|para|pa|por|en|a|al|del|de|con|la|el|las|los|mi|su|otra|afuera|abajo|arriba|cerca|"
    r"carro|coche|troca|camioneta|puerta|ventana|entrada|estacionamiento|parking|escaleras|escalera|pasillo|cochera|lobby|banqueta|calle|esquina|elevador|edificio|motel|hotel|"
    r"gasolinera|patio|porton|donde|estoy|aca|aqui|ya|ahorita|mi nombre|nombre)))+"
)
_ES = rf"(?:{_QUIEN} )?(?:ya |ahi |ahorita |que |se )*{_SE_ACERCA}{_LUGAR}(?: {_QUIEN})?"
_LEAD = r"(?:(?:omg|oh|no|wait|shit|fuck|ok|and|but|i think|i see him|i can see him|help|ay|dios|espera|y|pero|creo que|ya|no no|puta|mierda) )*"
_NEARS = re.compile(
    rf"{_LEAD}(?:{_EN}|{_ES})(?: (?:and |y )?(?:i am hiding|im hiding|estoy escondid[oa]|i am scared|tengo miedo))?"
)
_HAS_PLACE = re.compile(
    r"\b(?:car|truck|van|room|door|house|stairs|steps|lot|parking|street|sidewalk|driveway|window|porch|building|hall|hallway|lobby|motel|hotel|store|station|yard|gate|front|"
    r"bathroom|elevator|corner|block|outside|way|me|knock\w*|bang\w*|pound\w*|circling|name|close|closer|stairwell|desk|"
    r"carro|coche|troca|camioneta|puerta|ventana|entrada|estacionamiento|escaleras?|pasillo|cochera|banqueta|calle|esquina|elevador|edificio|gasolinera|patio|porton|afuera|"
    r"buscandome|nombre|donde)\b"
)
_IS_GOOD = re.compile(r"\b(?:bus|uber|lyft|cops?|police|ambulance|policia|ambulancia|pizza|ride)\b")


def draws_near(said: str) -> bool:
    """Return whether all of `said` tells that somebody comes nearer, and where: "he is walking up to the car"."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _HAS_PLACE.search(full) is None or _IS_GOOD.search(full):
        return False
    return _NEARS.fullmatch(full) is not None
