"""Who sees or knows that somebody else is sold: a friend, a cousin, a neighbour, a clerk at a desk. Pure.

What they tell is about that person, and what they ask ("should i knock") is no question about a shelter.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING

_IS_FAR = STANDS - {Answer.HOLDER, Answer.HUSH, Answer.NAME} | {Answer.FOREIGN}
_OPEN = GIVES_WAY | {
    Answer.HOLDER, Answer.NO_PLACE, Answer.FRIEND_DANGER, Answer.WATCHED, Answer.WHO_ARE_YOU, Answer.COME, Answer.HUSH,
    Answer.AREA, Answer.PERSON, Answer.WHO_CAN_SEE, Answer.HURT_NOW, Answer.CHILD_HURT, Answer.FINE_NOW,
}  # fmt: skip
_MAY_SEEM = frozenset(
    {None, Concern.FRIEND, Concern.MINOR_NO_PLACE, Concern.WATCHED, Concern.EXPLOITATION, Concern.SEXUAL_ABUSE,
     Concern.VIOLENCE, Concern.CHILD_HURT}
)  # fmt: skip

_OF_ME = re.compile(
    r"\b(?:me|us|myself|mine|nos|conmigo|i am (?:being|the one)|soy yo|a mi(?: me| tambien|$)|yo tambien|my (?:bf|boyfriend|husband|pimp|man|client|clients)|mi (?:novio|esposo|marido|padrote|cliente))\b"
)
_GIRLS = r"(?:girls?|women|kids?|children|minors?|teens?|females|underage (?:girls|kids))"
_NINAS = r"(?:muchach(?:it)?as?|chic(?:uit)?as?|morr(?:it)?as?|nin[oa]s?|chav(?:it)?as?|menores|jovencitas|mujeres|chamac[oa]s|huercas|viejas|plebitas|cipotas|patojas|chamas)"
_SOLD_HER = re.compile(
    r"\b(?:la|las|lo|los) (?:(?:estan|esta|andan|anda|quieren|quiere|van a|va a|tienen|tiene|traen|trae|mandan|manda|obligan a|obliga a|ponen a|pone a) )*"
    r"(?:vend(?:en|e|iendo|er|ieron|io)|prostituy\w*|prostituir|explot\w+|padrote\w*|rent(?:an|ando|ar|aron)\b|ofrec(?:en|e|iendo)(?! (?:trabajo|ayuda|comida))|acostarse)\b"
)
_SOLD = re.compile(
    rf"\b(?:vend\w+|prostituy\w+|explot\w+|padrote\w+|rent(?:a|an|ando)|mueve|mueven|trafic\w+|maneja|manejan|regentea|trae|traen) (?:a )?(?:(?:una|unas|dos|tres|varias|muchas|las|otras|sus|\d+) )*(?:de 1\d|{_NINAS})\b"
    rf"|\b(?:he|she|they|who|that|cousin|uncle|neighbou?r|friend|brother|guy|man|lady|couple|boss|dad|people|them|boyfriend|bf|coworker|landlord)(?: (?:is|are|was|been|just|be|also|has|have|always|like|who|that|next|door|from|school|my|kinda))* "
    rf"(?:sell(?:s|ing)?|sold|pimp(?:s|ing|in)?(?: out)?|traffick\w*|pimping out|moves|moving|runs|running|rents? out|renting out|prostitut\w+|makes? money off|is making) (?:(?:a|an|some|these|other|two|three|young|little|out|his|her|their|the|of|underage|\d+|year|old|yr) )*(?:her|him|them|{_GIRLS}|sister|daughter|niece|cousin|girlfriend|friend)\b"
    r"|\b(?:she|he|they|girl|kid|daughter|sister|friend|cousin|niece|student|classmate|(?:girl|kid) \w+ \w+)(?: \w+){0,2} (?:is|are|gets?|getting|was|being) (?:being |getting )?(?:sold|pimped(?: out)?|trafficked|rented(?: out)?|prostituted|sex trafficked|groomed|exploited)\b"
)
_PAID = re.compile(
    r"\b(?:men|(?:older|grown|old|some|random) (?:men|guys|dudes|man|guy|dude))(?: (?:is|are|be|always|keep|been))* (?:pay|pays|paying|paid) (?:her|him|them)\b|\b(?:she|he)(?: (?:is|says|said|she|he))* (?:gets?|getting|got|is) paid (?:for|to)(?: (?:go|do|have|on))* (?:dates?|sex|dating|sleep|hook ?ups?|be with)\b"
    r"|\b(?:hombres|senores|tipos|un (?:hombre|senor|tipo|viejo))(?: \w+)? le (?:pag(?:a|an|o|aron)|dan? dinero)\b"
)
_KIN = re.compile(
    r"\b(?:my|our|a) (?:\w+ ){0,2}?(?:son|daughter|sister|brother|cousin|niece|nephew|friend|student|patient|client|grandson|granddaughter|kid)\b|\bmi (?:\w+ )?(?:hij|herman|prim|sobrin|amig|alumn|pacient|client|niet)\w+\b"
)
_WITH_PIMP = re.compile(
    r"\b(?:my|our|a) (?:\w+ )?(?:sister|sis|cousin|friend|bestie|niece|daughter|homegirl|roommate|classmate|brother|student)(?: \w+){0,3} (?:with|back with|living with|works for|working for|belongs to|went back to) (?:a|her|his|that|this|some) (?:pimp|trafficker|p)\b"
    r"|\bmi (?:\w+ )?(?:herman|prim|amig|sobrin|hij|cunad|companer|vecin)\w+(?: \w+){0,3} (?:con|a|para) (?:su|el|un|ese) (?:padrote|tratante|chulo|proxeneta|pimp)\b"
)
_SEEN = re.compile(
    rf"\b(?:lot(?:s)? of|many|different|random|diff|a bunch of|so many|several|older|grown) (?:men|guys|dudes|cars|people)(?: (?:are|keep|be|kept|always|all))* (?:com(?:e|es|ing)|go(?:ing)?|goes|in and out|visit\w*|at night)\b.*|\b(?:entran|salen|llegan|vienen|van)(?: \w+){{0,2}} (?:muchos|varios|puros|diferentes) (?:hombres|senores|carros|tipos)\b"
    rf"|\b(?:muchos|varios|diferentes) (?:hombres|senores|tipos|carros) (?:entran|salen|llegan|vienen)\b|\b(?:there is|theres|hay|vi|i saw|i see|i hear|oigo|escucho) (?:(?:a|an|some|una?|unas|two|three|dos|tres|young|little|very|estas|other|lots? of) )*(?:{_GIRLS}|{_NINAS})\b"
)
_THING = re.compile(
    r"\b(?:casa|carro|troca|camioneta|terreno|depa|departamento|ropa|tienda|comida|droga|moto|house|car|truck|clothes|cookies|tickets?)\b"
)
_PERSON = re.compile(
    r"\b(?:ella|tiene \d\d|anos|nin[oa]s?|muchach\w+|chic[oa]s?|morr\w+|chav\w+|menor(?:es)?|mujer(?:es)?|herman\w+|amig\w+|prim[oa]s?|hij\w+|sobrin\w+|se llama|girls?|women|kids?|her|him|minors?|daughter|sister|friend|niece|years? old)\b"
)
_AT = re.compile(
    r"\b(?:(?:she|he|they|ella|ellas|girl|kid)(?: (?:is|are|was|just|now|still|being|kept|held|staying|stay|stays))*|esta|estan|la tiene|la tienen|las tienen|anda|viven?) (?:at|in|en) (?:(?:a|an|the|this|un|una|el|la|ese|este|su|his) )?(?:\w+ ){0,3}?"
    r"(?:motel|hotel|inn|red roof|super 8|days inn|lodge|suites|airbnb|trap house|truck stop|room \d+|cuarto \d+|apartment \d+|apt \d+|casa (?:azul|roja|blanca|verde|amarilla|de la \w+|numero \w+)|calle \w+)\b"
)
_I_AM = re.compile(
    r"\b(?:i am|im|i work (?:as|at)|this is) (?:a |an |the |her |their |his )?(?:\w+ ){0,3}?(?:clerk|neighbou?r|front desk|receptionist|housekeep\w*|maid|cleaner|janitor|driver|uber|lyft|trucker|cashier|waitress|bartender|guard|security|landlord|passenger|coach|classmate|manager|delivery)\b"
    r"|\b(?:soy|trabajo de|trabajo como|trabajo en la|somos) (?:el |la |un |una |su |los )?(?:vecin\w+|recepcion\w*|camarera|limpieza|mucama|chofer|conductor\w*|uber|trailer\w*|cajer\w+|mesera?|guardia|vigilante|casero|repartidor\w*|companer\w+)\b"
    r"|\bmy neighbou?rs?\b|\bmis? vecin\w+\b|\bnext door\b|\bal lado\b"
)
_DO_I_GO = re.compile(
    r"(?:(?:ok|so|and|but|or|y|pero|o|entonces) )*(?:(?:should|can|could|do|must|shall|what if) (?:i|we)(?: (?:just|go|even))* (?:knock|go in|go over|go up|go there|go inside|check on|confront|step in|say something|talk to (?:him|them|her)|call (?:it in|them|someone|somebody|security)|follow|take a (?:pic|picture|photo)|record|film|get involved|do something|stop (?:him|them)|open the door|intervene|break in)(?: \w+){0,5}"
    r"|(?:le |les )?(?:toco|tocar|toco la puerta|entro|me meto|voy|debo ir|voy a ver|me asomo|le digo algo|les digo algo|lo enfrento|los enfrento|la saco|las saco|intervengo|tomo fotos?|grabo|lo sigo|los sigo|debo entrar|debo tocar|puedo entrar|me acerco)(?: \w+){0,4})"
)
_NOW = re.compile(
    r"(?:(?:and|but|now|right now|omg|oh god|y|ahorita|ahora|otra vez|ay|dios|ya|se oye|se oyen|i hear|i can hear|oigo|escucho) )*(?:(?:(?:esta|estan|anda) (?:gritando|llorando|pidiendo ayuda|pegandole)|le (?:esta|estan) pegando|(?:una|otra|ella|alguien|la nina|una nina)? ?(?:grita|gritando|llora|gritos|pide ayuda))"
    r"|(?:(?:one|someone|somebody|a girl|the girl|she|he|they|a kid|another one)(?: (?:is|are|of them|just|was))* )?(?:screaming|yelling|crying|scream(?:s|ed)?|begging|calling for help|hitting (?:her|them|him)))(?: (?:una|otra|ella|alguien|de ellas|ahorita|ahora|now|right now|rn|again|for help|in there|over there|next door|ayuda|mucho|loud|alli|ahi|de nuevo|otra vez|una de ellas))*"
)
_HELP_THEM = re.compile(
    r"(?:(?:y|pero|oye|ok|entonces|and|but|so|quiero|i want to|hola|hi|hey) )*(?:como (?:le|la|lo|les|las) (?:ayudo|puedo ayudar|hago para ayudar\w*|saco)(?: (?:a|ella|el|ellas|mi \w+|de ahi|sin|que|se|entere|enteren|lo|sepa|sepan|nadie))*|como (?:ayudo|ayudar|puedo ayudar|puedo ayudarle|saco|puedo sacar|sacar)(?:la|lo|le|las)? ?(?:a )?(?:ella|mi \w+|una \w+|la|las|esa \w+)?(?: (?:sin|que|se|entere|enteren|de ahi|el|ellos|lo|sepa|nadie))*"
    r"|how (?:do|can|could|should|would) (?:i|we) (?:help|get|save) (?:her|him|them|my (?:friend|sister|cousin)|a friend|the girl|the girls|a girl)(?: (?:out|away|without|him|them|knowing|finding|he|her|noticing|get|getting|caught|from|the|guy|she|says|no))*)"
)


def of_bystander(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "la estan vendiendo" and "theres a girl in 212" as told of another, and "should i knock" as asked of that."""
    if session.caseworker_name or session.young or reading.answer in _IS_FAR or reading.answer not in _OPEN:
        return reading
    of_them = session.of_other or session.state is State.SAFETY_FRIEND or session.hazard == Answer.FRIEND_DANGER.value
    said, of_me = wrote.said, _OF_ME.search(wrote.said) is not None
    is_news = reading.concern in _MAY_SEEM or reading.level is not Level.ALARM
    if of_them and is_news and not of_me and (found := _asked(session, said)) is not None:
        return _aside(reading, found)
    if reading.concern not in _MAY_SEEM or (reading.level is Level.ALARM and reading.about_other):
        return reading
    stands = bool(session.hazard) and not of_them and session.hazard != MISSING
    if of_me or stands:
        return reading
    of_person = _PERSON.search(said) is not None
    is_sold = (_SOLD.search(said) and (of_person or not _THING.search(said))) or (of_person and _SOLD_HER.search(said))
    is_paid = _PAID.search(said) is not None and _KIN.search(said) is not None
    is_told = is_sold or is_paid or _WITH_PIMP.search(said) or _HELP_THEM.fullmatch(said)
    if is_told or (_I_AM.search(said) and _SEEN.search(said)):
        return _of_friend(reading)
    return reading


def _asked(session: Session, said: str) -> Aside | None:
    if _DO_I_GO.fullmatch(said) or _NOW.fullmatch(said):
        return Aside.BYSTANDER
    if _AT.search(said) is not None:
        return Aside.GO_GET_THEM
    return Aside.HELPING_THEM if session.hazard != MISSING and _HELP_THEM.fullmatch(said) else None


def _of_friend(reading: Interpretation) -> Interpretation:
    return reading._replace(
        answer=Answer.UNCLEAR, concern=Concern.EXPLOITATION, level=Level.ASK, about_other=True, aside=None, guide=None,
        needs=(), detail=None, hour=None, progress=None,
    )  # fmt: skip


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, concern=None, level=None, guide=None, needs=(), detail=None, hour=None,
        progress=None,
    )  # fmt: skip
