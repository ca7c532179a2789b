"""Fear of what help would do: call a parent, take a child, send somebody back. It asks; no danger is told. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, State
from bot.flows.session import Session

_MOST_WORDS = 18

_FEARS = (
    r"\b(?:scared|afraid|worried|nervous|terrified|anxious|fear|paranoid|what if|i do not know(?: if)?|not sure if"
    r"|do not want|not if)(?: (?:that|of|if|bc|because|like|but|cuz|maybe|about|u|and))*"
)
_HELPERS = (
    r"(?:they|yall|you|u|you guys|people|ppl|someone|somebody|some1|it|staff|cps|dcf|dcfs|police|cops|social"
    r" workers?|(?:the|a|that|this) "
    r"(?:shelter|place|line|worker|social worker|caseworker|office|hotline|program|person|lady|nurse|doctor|clinic"
    r"|er|"
    r"hospital|state|cops|police))"
)
_WILL = (
    r"(?: (?:will|would|could|can|may|might|are|is|going to|gonna|just|all|even|try|to|have|has|want|be|then|still"
    r"|ever))*"
)
_TEMO = (
    r"\b(?:miedo|asusta|preocupa|temo|nervios|y si|que tal si|no quiero|no se si|me da cosa)"
    r"(?: (?:a|d|de|que|q|k|si|me|mucho|es))*"
)
_VAN = r"(?:(?:ustedes|ellos|alguien|me|le|les|se|lo|la|van|vayan|a|quieran|tengan|que|q|todo) )*"

_PARENT = (
    r"(?:mom|moms|mama|momma|mother|ma|dad|dads|papa|father|pops|parents?|folks|family|fam|guardian|grandma|granny|"
    r"grandmother|grandpa|aunt|auntie|uncle|stepdad|stepmom|foster (?:mom|dad|mother|parents?)|sister|brother)"
)
_MADRE = (
    r"(?:mama|mami|ama|madre|jefa|jefita|papa|papas|papi|apa|padres?|familia|abuela|abuelo|tia|tio|padrastro"
    r"|madrastra|"
    r"hermana|hermano|tutora?)"
)
_TELL = (
    r"(?:calling|telling|call|tell|text|contact|notify|snitch|report|talk)(?: (?:it|me|on|to|back|out"
    r"|everything|with|up))*"
)
_LLAMAR = (
    r"(?:hab[l]\w+|llam\w+|dig\w+|dic\w+|decir\w*|avis\w+|cuent\w+|contar\w*|marq\w+|marc\w+|report\w+"
    r"|enter\w+)"
)
_SEND = r"(?:send|sending|put|putting|ship|return|take|taking|place|stick|throw|bring|make)"
_MANDAR = r"(?:mand\w+|regres\w+|met\w+|llev\w+|devuelv\w+|devolver\w*|pon\w+|encierr\w+)"
_CARE = (
    r"(?:foster(?: care| home)?|care|(?:a |the )?group home|the system|system|juvie|placement|cps|dcf|dcfs"
    r"|residential)"
)
_ACOGIDA = r"(?:foster\w*|cps|dcf|dcfs|dif|hogar(?:es)?|casa hogar|sistema|orfanato|albergue de menores|juvenil)"
_CHILD = r"(?:baby|babies|kids?|child|children|son|daughter|toddler|newborn|little (?:one|girl|boy))"
_BEBE = r"(?:bebes?|bebita|bebito|hij\w+|nin\w+|nen\w+|chamac\w+|chiquit\w+)"

_Rule = tuple[re.Pattern[str], Aside]


def _rule(en: str, es: str, aside: Aside) -> _Rule:
    return re.compile(rf"{_FEARS} {_HELPERS}{_WILL} {en}\b|{_TEMO} {_VAN}{es}\b"), aside


_RULES: tuple[_Rule, ...] = (
    _rule(
        rf"(?:take|taking|steal|keep|remove) (?:away )?(?:(?:my|our) {_CHILD}|him|her)",
        rf"(?:quit\w+|sa[cq]\w+|llev\w+) (?:a )?(?:mis?|el|la|los) {_BEBE}",
        Aside.CPS_REPORTING,
    ),
    _rule(
        rf"(?:{_SEND} (?:me|us)(?: back| away)*(?: (?:to|in|into|with|a|the|go))* {_CARE}|{_TELL} (?:to )?(?:cps"
        r"|dcf|dcfs))",
        rf"(?:{_MANDAR}(?: (?:me|de|vuelta|otra|vez|pa|para|a|al|con|en|un|una|el|la|los))* {_ACOGIDA}"
        rf"|{_LLAMAR} (?:al? |con )?(?:el |la )?(?:cps|dcf|dif))",
        Aside.CPS_REPORTING,
    ),
    _rule(
        rf"(?:{_TELL} (?:my|the|our) {_PARENT}|{_SEND} me (?:go )?(?:back )?(?:home|to my {_PARENT}|with my"
        rf" {_PARENT}|back))",
        rf"(?:{_LLAMAR} (?:(?:a|con|al|de) )?(?:mis?|la|el) {_MADRE}"
        rf"|{_MANDAR}(?: (?:me|de|vuelta|otra|vez|pa|para))* (?:a mi casa|a la casa|con mis? {_MADRE}|de vuelta|pa"
        r" atras))",
        Aside.PARENTS_TOLD,
    ),
    _rule(
        rf"{_TELL} (?:my|the) (?:school|teachers?|counselor|principal)",
        rf"{_LLAMAR} (?:a |en |con )?(?:mi|la) (?:escuela|maestr\w+|director\w*)",
        Aside.SCHOOL_TOLD,
    ),
    _rule(
        rf"{_TELL} (?:the )?(?:police|cops|cop|law|feds)", rf"{_LLAMAR} (?:a |con )?la policia", Aside.POLICE_INVOLVED
    ),
)

_HARM = re.compile(
    r"\b(?:kill|kills|hurt|hurts|beat|beats|hit|hits|rape|rapes|gun|knife|choke|sell|sells|make me|touch\w*"
    r"|molest\w*|mat\w+|"
    r"peg\w+|golpe\w+|viol\w+|vend\w+|toca|pistola|cuchillo)\b"
)
_BY_SOMEBODY = frozenset({None, Concern.VIOLENCE, Concern.CHILD_HURT, Concern.EXPLOITATION, Concern.SEXTORTION})
_AS_DOUBT = {Aside.PARENTS_TOLD: Aside.FEAR_PARENTS, Aside.POLICE_INVOLVED: Aside.FEAR_POLICE}
_AT_AN_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY})


def of_helpers(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "im scared theyll call my mom" as the question that it asks. "And she will beat me" keeps its danger."""
    stands = reading.answer in STANDS or reading.concern not in _BY_SOMEBODY or session.caseworker_name or session.young
    said = wrote.said
    if stands or said.count(" ") >= _MOST_WORDS or _HARM.search(said):
        return reading
    if session.hazard == Answer.MEDICAL.value and reading.progress is not None:
        return reading  # who refuses to call for help hears what helps without
    aside = next((aside for rule, aside in _RULES if rule.search(said)), None)
    if aside is None:
        return reading
    if session.service and session.state in _AT_AN_OFFER:
        aside = _AS_DOUBT.get(aside, aside)
    return Interpretation(Answer.ASIDE, aside=aside, language=reading.language, age=reading.age)
