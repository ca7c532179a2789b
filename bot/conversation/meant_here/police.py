"""Police who are the danger, and police whom somebody in danger does not want. Pure.

"The guy who pays me is a cop" asks for a way without 911, and "she said dont call cops" for one that saves a life.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.harm import CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.flows.urgent import PARTNER

_COP = (
    r"(?:cops?|police|police ?man|police officers?|officers?|sheriffs?|deput(?:y|ies)|state trooper|trooper|detectives?|law enforcement|feds?|fbi|swat|ice(?: agent)?|border patrol"
    r"|correctional officer|prison guard|jail guard|policias?|poli|polis|oficial(?:es)?|agente(?: de la migra| de ice| federal)?|judicial(?:es)?|federal(?:es)?|sheriff|patrullero|ministerial|de la migra)"
)
_HE = (
    r"(?:he|she|they|all of them|one of (?:them|the (?:guys|men|johns|clients|tricks))|some of them|the (?:guy|man|dude|one|john|trick|client)(?: (?:who|that|i) (?:\w+ ){1,5}?)?"
    r"|my (?:\w+ )?(?:bf|boyfriend|man|husband|ex|dad|father|step ?dad|uncle|brother|cousin|pimp|boss|john|trick|baby daddy|foster dad)|(?:his|her) (?:\w+ )?(?:dad|father|brother|uncle|friends?|boys|cousin|mom)"
    r"|el|ella|ellos|(?:el|los) (?:senor|hombre|tipo|vato|cliente|que) ?(?:que )?(?:(?:me|nos) \w+(?: \w+){0,3}?)?|mi (?:novio|esposo|marido|ex|papa|padrastro|tio|hermano|primo|padrote|patron|jefe)"
    r"|(?:su|sus) (?:papa|hermano|tio|amigos?|primo))"
)
_IS_COP = re.compile(
    rf"\b{_HE} ?(?:(?:is|are|was|were|be|also|literally|actually|even|es|son|era|eran|trabaja|trabajan|works?|as|in|for|with|the|a|an|like|de|en|para|con|la|un|una|tambien|fue|retired|former|local|undercover) )+{_COP}\b"
    rf"|^(?:(?:y|es que|pero|and|but|el) )*(?:es|son) (?:un |de la )?{_COP}(?: (?:el|y \w+ .*))?$"
    rf"|\ba {_COP} (?:is (?:my|the|his)|hits?|hurts?|pays?|buys?|bought|uses?|makes?|made|forces?|runs?|owns?|sells?)\b|\bun {_COP} (?:es mi|me (?:pega|paga|obliga|compra|usa|vende))"
    r"|\b(?:cops?|police|sheriffs?)(?: \w+)? (?:is|are) (?:all )?(?:in on it|with (?:him|them)|his (?:friends?|boys|people|buddies)|on his (?:side|payroll)|paid off|clients?|his clients?|customers?|his cousins?|family)\b"
    r"|\b(?:cops?|police|sheriffs?) (?:\w+ )?(?:work (?:with|for) (?:him|them)|know him|come here too|buy (?:us|me|too)|protect (?:him|them))\b|\bhe (?:knows|pays?|has friends in|is friends with|is cool with|works with)(?: all)?(?: the)? (?:cops?|police|sheriff)\b"
    r"|\bla (?:policia|poli) (?:esta con (?:el|ellos)|lo (?:conoce|protege)|trabaja (?:con|para) (?:el|ellos)|es su amiga)\b|\blos (?:policias|polis) (?:son (?:sus (?:amigos|clientes)|clientes)|estan (?:con (?:el|ellos)|comprados)|lo (?:conocen|protegen))\b"
)
_ANSWERS = re.compile(
    r"\b(?:he is the one|its him|it is him|its (?:his|him)|he|they|him) (?:who |that )?(?:answers?|picks? up|gets the calls?|would (?:answer|come|show up)|comes?|shows up|take the call)(?: (?:the (?:phone|calls?)|when i call|it|911))?$"
    r"|\bel (?:mismo )?(?:es (?:el )?que )?(?:contesta|llega|viene)(?: (?:las llamadas|al 911))?$"
)
_NO_911 = re.compile(
    r"\b(?:i )?(?:can not|cannot|could not|will not|do not want to) call (?:911|the cops|cops|police|the police)\b|\bno puedo (?:llamar|hablarle|marcar)(?: \w+)? (?:911|policia|la policia)\b"
)
_WHO_ELSE = re.compile(
    r"(?:(?:so|ok|okay|and|but|then|well|y|pero|entonces|a) )*(?:(?:who|where|what) (?:else )?(?:do|can|could|should|am|would)? ?(?:i )?(?:(?:supposed to|even) )?(?:call|go|do|tell|text|report|turn)(?: (?:to|then|now|it|him|else|instead))*"
    r"|who (?:can|will|would) help(?: me)?(?: (?:then|now))?|who else|(?:is|are) there (?:a |an |any )?(?:fbi|feds|federal|other cops|someone else|anyone else|another (?:way|number)|other (?:numbers?|people))(?: .{0,20})?|(?:what about )?(?:the )?(?:fbi|feds)(?: .{0,15})?"
    r"|(?:con |a )?(?:quien|donde)(?: mas)? (?:le )?(?:llamo|puedo llamar|hablo|digo|voy|acudo|le digo|denuncio)(?: (?:entonces|ahora|mas))*|(?:quien|alguien) (?:me )?(?:puede ayudar|mas|ayuda)(?: (?:entonces|mas))?|hay (?:fbi|otro numero|alguien mas|otra forma))"
)
_ELSE = re.compile(
    r"(?:(?:so|ok|and|but|then|y|pero) )*(?:who else (?:can|do|could|should) i (?:call|text|tell|go to|talk to)|(?:a|con) (?:quien|donde) mas (?:puedo )?(?:llamo|llamar|hablo|hablar|acudo))(?: (?:then|now|entonces))*"
)
_GOOD = re.compile(
    r"\b(?:help(?:s|ed|ful)?|nice|good|safe|trust|ask him|he can|report|arrested|came|stopped|pulled|dead|died|are you|is this|r u|ayuda|ayudar|bueno|confio|eres|llego|arrestaron)\b"
)
_SAYS_NO_COPS = re.compile(
    r"\b(?:she|they|my (?:homegirl|girl|friend|sister|cousin|mom|bestie|bff|\w+)|ella|mi (?:amiga|hermana|prima|mama))? ?(?:(?:just|also|already|me|said|says|say|told|tells|begged|begs|asked|asks|made|makes|keeps|saying|telling|texted|like|please|pls|promise|swear|wants?|dijo|dice|pidio|pide|hizo|prometer|jurar|que|q|ya) )+"
    r"(?:to )?(?:do not|not|no|never|i (?:can not|should not)|dont)(?: (?:to|le|me|vaya a|vayas a))* ?(?:call|tell|text|get|involve|bring|contact|llam\w+|diga\w*|habl\w+|meta|avis\w+)(?: (?:the|any|no|a|al|con|la|on|him))* ?(?:cops?|police|911|anyone|anybody|nobody|no one|law|policia|poli|nadie)"
    r"|\b(?:she|they|ella) (?:(?:does|do|did|will|is|just|really) )*(?:not|never|no) (?:want|let|wants|quiere)(?: me| any| no| the| to| que| a| la| call| llame| llamar| involve| get| tell)* (?:cops?|police|911|policia)"
    r"|\b(?:i|we) (?:promised|swore)(?: (?:her|them|my \w+|not|to|i|that|would|will|will not|wouldnt|would not|call|tell|get|the|no|on|any|involve))* ?(?:cops?|police|911|anyone|anybody|call|tell)\b|\ble (?:prometi|jure)(?: que)?(?: no| a| la| llamar| decirle| iba| llamaria| decir)+ ?(?:policia|nadie|911)?"
    r"|^(?:she said |pls |please |but )?no (?:cops?|police|911|policias?)(?: (?:please|pls|she said|dijo|por favor|porfa))*$"
)
_NEWS = re.compile(
    r"\b(?:room|rm|apt|apartment|unit|motel|hotel|floor|address|cuarto|habitacion|depa|numero) ?(?:is |number |es |# ?)?\d+|\b(?:motel|hotel) \w+|\b(?:stopped|is not|not|quit|isnt) (?:answer\w*|respond\w*|text\w*|reply\w*|pick\w*)|\b(?:it has|its|it is|been|like|hace|van) (?:been )?(?:like )?\d+ (?:min\w*|hours?|hrs?|horas?)"
    r"|\b(?:ya )?no (?:me )?(?:contesta|responde)|\b(?:i (?:hear|heard)|se oye|escucho)\b|\b(?:what do i do|que hago|should i call|should i go|debo llamar|llamo)\b|\b(?:she|ella) (?:is |esta )?(?:crying|screaming|llorando|gritando)"
)
_OF_LIFE = frozenset({Answer.HURT_NOW.value, Answer.FRIEND_DANGER.value, Answer.CHILD_HURT.value, PARTNER, CHOKED})
_MAY_BE = GIVES_WAY | {
    Answer.NOT_SAFE,
    Answer.HURT_NOW,
    Answer.COME,
    Answer.PERSON,
    Answer.WHO_ARE_YOU,
    Answer.FRIEND_DANGER,
    Answer.AREA,
    Answer.HEALTH,
    Answer.MEDICAL,
}
_HEARD = frozenset(
    {
        None,
        Concern.EXPLOITATION,
        Concern.VIOLENCE,
        Concern.SEXUAL_ABUSE,
        Concern.WATCHED,
        Concern.FRIEND,
        Concern.MEDICAL,
    }
)


def of_police(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read police as the danger that they are here, and a friend's wish for none beside a life at stake."""
    is_sure = reading.answer in STANDS or reading.answer not in _MAY_BE or reading.concern not in _HEARD
    if is_sure or session.caseworker_name or session.young or session.state in CONSENT:
        return reading
    said = wrote.said
    if _is_of_life(session, said, reading):
        return _aside(reading, Aside.NO_COPS)
    on_it_still = session.aside is Aside.HE_IS_POLICE and _NO_911.search(said) is not None
    if (reading.level is Level.ALARM and not on_it_still) or reading.about_other:
        return reading
    on_it = session.aside is Aside.HE_IS_POLICE
    is_cop = _IS_COP.search(said) is not None and _GOOD.search(said) is None
    is_answered = _ANSWERS.search(said) is not None and (
        on_it or session.aside is Aside.TEXT_INSTEAD or _NO_911.search(said) is not None
    )
    if is_cop or is_answered or (on_it and (_WHO_ELSE.fullmatch(said) or _NO_911.search(said))):
        return _aside(reading, Aside.HE_IS_POLICE)
    return _aside(reading, Aside.WHERE_TO_CALL) if stands(session) and _ELSE.fullmatch(said) else reading


def _is_of_life(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether somebody in danger wants no police, or what is told next of them."""
    if reading.aside is Aside.OFFER_SIGNS or (reading.level is Level.ALARM and reading.concern is not Concern.MEDICAL):
        return False
    if session.hazard not in _OF_LIFE and session.state is not State.SAFETY_FRIEND:
        return False
    goes_on = session.aside is Aside.NO_COPS and _NEWS.search(said) is not None
    return goes_on or (stands(session) and _SAYS_NO_COPS.search(said) is not None)


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, concern=None, level=None, detail=None, guide=None, needs=(), hour=None, area=None,
        about_other=False, come=False,
    )  # fmt: skip
