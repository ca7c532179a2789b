"""Who has somebody in their care: a foster parent, a nurse, a teacher. What they ask is asked for that person. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING

_IS_FAR = STANDS - {Answer.HOLDER, Answer.NAME} | {Answer.FOREIGN}
_OPEN = GIVES_WAY | {Answer.NO_PLACE, Answer.WHO_ARE_YOU, Answer.COME, Answer.HOLDER, Answer.PERSON, Answer.AREA}
_MAY_SEEM = frozenset({None, Concern.MINOR_NO_PLACE, Concern.FRIEND, Concern.WATCHED, Concern.VIOLENCE})

_THEIR = (
    r"\b(?:my|our|the|a|one of (?:my|our)) (?:(?:\w+ ){0,2}(?:foster|placement|resident|ward)\w*(?: \w+)?"
    r"|(?:\w+ ){0,2}?(?:kid|child|daughter|son|sister|brother|niece|nephew|cousin|friend|bestie|homegirl|roommate|student"
    r"|patient|client|teen|girl|youth)|placement|resident)\b"
)
_SU = (
    r"\b(?:mi|la|el|una?) (?:\w+ )?(?:nin|chic|chav|muchach|hij|herman|sobrin|prim|amig|alumn|paciente|menor|adolescente"
    r"|joven)\w*\b"
)
_RAN = re.compile(
    rf"{_THEIR}(?: (?!me\b|i\b|we\b|us\b)\w+){{0,5}}? (?:ran(?= (?:away|off|again|last|from|yesterday|out|this|today)|$)"
    r"|run away|runaway|ran away|awol\w*|went awol|eloped|took off|snuck out|is on the run)\b"
    rf"|{_SU}(?: (?!me\b|yo\b|nos\b)\w+){{0,4}}? se (?:me )?(?:escapo|fugo|salio de la casa|fue de la casa|largo)\b"
)
_IS_NEAR = re.compile(
    r"\b(?:(?:me|i) and|and (?:me|i)|with (?:me|us)|(?:at|to|in) (?:my|our) (?:house|place|room|apartment)|back|needs? (?:a|somewhere)"
    r"|years? ago|last year|y yo|conmigo|en mi casa|ya (?:volvio|regreso)|necesita|hace \w+ anos)\b"
)
_LETS_GO = re.compile(
    r"(?:(?:so|and|but|ok|wait|please|hey|y|pero|entonces) )*(?:(?:do|should|can|could|must|may|am) (?:i|we)|how (?:do|can) (?:i|we)|what if)(?: (?:just|allowed to|legally|have to))*"
    r" (?:let|allow|stop|keep|hold|release|discharge|detain|delay)(?: \w+){0,3} ?(?:\b(?:her|him|them|go)\b)(?: \w+){0,5}"
    r"|(?:(?:so|and|but|ok|wait|please|help) )*(?:she|he|they|the (?:girl|patient|kid|student)|my (?:patient|student))(?: (?:is|are|just|wants to|going to|about to|now|gonna))* (?:leaving|leave|leaves|walking out|going|left|go)(?: \w+){0,2} with (?:him|her|them|that man|the man|this guy|the guy|the woman)(?: \w+){0,3}"
    r"|(?:(?:should|do|can) i )?(?:call |get )?(?:hospital |our |the )?security"
    r"|(?:(?:y|pero|oiga|oye|entonces|ok) )*(?:la|lo) (?:dejo|detengo|puedo detener|puedo dejar|debo dejar|suelto|doy de alta|entrego)(?: \w+){0,4}"
    r"|(?:(?:y|pero|ya) )*(?:ella )?se (?:va|quiere ir|esta yendo)(?: \w+){0,2} con (?:el|ella|ellos|ese \w+|un \w+)(?: \w+){0,2}|(?:llamo|le llamo) a (?:los )?(?:seguridad|guardias?|la seguridad)"
)
_SPEAKS_FOR = re.compile(
    r"\b(?:speaking|speaks|talking|talks|answering|answers|answered|spoke) for (?:her|him|them)\b|\bwill not let (?:her|him) (?:talk|speak|answer|be alone)\b"
    r"|\b(?:habla|contesta|responde|hablando|contestando) por (?:ella|el)\b|\bno la deja (?:hablar|contestar|sola)\b"
)
_ALONE = re.compile(
    r"(?:(?:so|and|but|ok|y|pero) )*(?:how (?:do|can) (?:i|we)|como (?:le hago para|hago para|puedo)) (?:get|talk to|see|speak (?:to|with)|hablar con|ver)"
    r"(?: \w+){0,3} (?:alone|by (?:her|him)self|a solas|sol[oa])(?: \w+){0,3}"
)
_WHERE = re.compile(
    r"(?:where|wheres|donde)\b(?: (?:is|are|could|esta|anda|puede estar|be|she|he|they|my \w+|ella|el))+"
)
_OF_DUTY = re.compile(
    r"(?:(?:so|and|but|ok|wait|then|first|y|pero|entonces) )*(?:(?:do|should|must|can|shall) (?:i|we)(?: (?:have to|need to|just|also))*|am i supposed to) (?:tell|call|go to|inform|ask|talk to|notify|contact|let) (?:(?:the|my|her|his|their|our) )?"
    r"(?:principal|boss|supervisor|director|counselor|admin\w*|mom|mother|dad|father|parents?|family|guardian|school|nurse|charge nurse|manager|head)(?: \w+){0,4}"
    r"|(?:(?:so|and|ok|then) )*(?:who|where|whom|what number) (?:do|should|can|would) (?:i|we) (?:call|report|contact|phone)(?: (?:it|this|to))* (?:in|for|at) \w+(?: \w+)?"
    r"|(?:(?:so|and|ok|i need|what is) )*(?:the |a )?(?:phone )?number (?:for|of|to) (?:the )?(?:cps|dcfs?|dss|dhs|child (?:protective )?(?:services|protection|welfare)|the (?:state )?hotline|report)(?: \w+){0,3}"
    r"|(?:(?:so|and|but|ok) )*(?:do|must|should) (?:i|we) (?:have to |need to )?(?:give|say|leave|tell)(?: them)? (?:my|our|a) name(?: \w+){0,3}|(?:(?:so|and|but|ok) )*(?:can|will|could) (?:i|we) (?:be |get )?(?:sued|fired|in trouble|anonymous|report anonymously)(?: \w+){0,4}"
    r"|(?:(?:so|and|but|ok|y|pero) )*(?:what if|y si|que pasa si) (?:i am|im|i was|me|estoy)(?: \w+)? ?(?:wrong|mistaken|equivoc\w+)(?: \w+){0,3}"
    r"|(?:(?:y|pero|entonces|primero) )*(?:le |les )?(?:digo|aviso|hablo|llamo|pregunto|informo|debo decirle|tengo que decirle)(?: (?:primero|a|al|la|el|su|sus|mi))* (?:directora?|jef[ae]|mama|papa|padres|familia|supervisora?|consejera?)(?: \w+){0,3}"
    r"|(?:(?:y|pero) )*(?:tengo que|debo|hay que) dar mi nombre(?: \w+){0,3}|(?:(?:y|cual es) )*(?:el )?numero (?:de|del|para) (?:cps|dcf|dif|proteccion(?: de menores| al menor| infantil)?|reportar)(?: \w+){0,3}"
)
_WHOM = re.compile(
    r"(?:(?:so|and|but|ok|y|pero|then) )*(?:who|whom) (?:do|should|must) (?:i|we)(?: (?:have to|need to))* (?:tell|call|report(?: (?:it|this|her|him))?(?: to)?|contact|notify|inform)(?: \w+){0,2}"
    r"|(?:(?:y|pero|entonces) )*(?:a |con )?quien (?:tengo que |debo |hay que )?(?:le )?(?:aviso|avisar|avisarle|llamo|llamar|digo|decirle|reporto)(?: \w+){0,2}"
)


def of_responsible_adult(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what somebody asks who has another person in their care, and "my foster kid ran" as somebody missing."""
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.MINOR_NO_PLACE
    is_sure = is_sure or reading.answer in _IS_FAR or reading.answer not in _OPEN | {Answer.FRIEND_DANGER}
    if session.caseworker_name or session.young or is_sure or reading.concern not in _MAY_SEEM:
        return reading
    said = wrote.said
    ran = _RAN.search(said) and not _IS_NEAR.search(said)
    if ran or (session.hazard == MISSING and (_WHOM.fullmatch(said) or _WHERE.fullmatch(said))):
        return _missing(reading)
    is_pro = Fact.FOR_CLIENT in session.facts | reading.facts or session.aside in (Aside.DUTY, Aside.WITH_HIM)
    if is_pro and reading.concern is None and _SPEAKS_FOR.search(said):
        return reading._replace(
            answer=Answer.UNCLEAR, concern=Concern.EXPLOITATION, level=Level.ASK, about_other=True, aside=None
        )
    aside = _asked(session, said) if is_pro or session.state is State.SAFETY_FRIEND else None
    if aside is None:
        return reading
    return Interpretation(Answer.ASIDE, aside=aside, language=reading.language, facts=reading.facts)


def _asked(session: Session, said: str) -> Aside | None:
    """Return what somebody asks whose story of another stands."""
    is_pro = Fact.FOR_CLIENT in session.facts or session.aside is Aside.DUTY
    if is_pro and _OF_DUTY.fullmatch(said):
        return Aside.DUTY
    if _ALONE.fullmatch(said):
        return Aside.HELPING_THEM
    return Aside.WITH_HIM if _LETS_GO.fullmatch(said) else None


def _missing(reading: Interpretation) -> Interpretation:
    return reading._replace(
        answer=Answer.GUIDE,
        guide=Guide.MISSING_FRIEND,
        concern=None,
        level=None,
        aside=None,
        needs=(),
        facts=frozenset(),
    )
