"""Somebody else of whom the talk is: a partner, a friend, who lies on the floor. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, State
from bot.flows.session import Session
from bot.understanding.grabbed import is_for_a_roof, is_her_role
from bot.understanding.partner import names_partner

_WHO_IS_DOWN = r"(?:(?:some ?(?:one|body)|one of us|he|she|they|(?:my|mi|the|el|la) \w+|alguien|\w+) )?"

_IS_DOWN = re.compile(
    r"(?:(?:yes|yeah|yea|ya|si|ok|omg|please|pls|help|and|but|y) )*"
    rf"{_WHO_IS_DOWN}(?:(?:is|are|just|went|fell|esta|se|ya) )*"
    r"(?:down|out|out cold|passed out|on the (?:floor|ground)|unconscious|"
    r"(?:can|will|does) not (?:wake up|wake|breathe)|not (?:waking up|breathing|moving)|"
    r"tirad[oa]|desmayad[oa]|desmayo|cayo|inconsciente|"
    r"no (?:despierta|respira|reacciona|se mueve))(?: (?:now|rn|here|right now|ya|aqui))*"
)

_WHERE_TO_GET = re.compile(
    r"(?:(?:ok|and|so|but|y|pero) )*"
    r"(?:where|how|donde|como)(?: (?:do|can|to|would|could|lo|la|se|puedo|i|you|u|we))* "
    r"(?:get|buy|find|consigo|compro|conseguir|comprar|venden|consigue|dan|hay)(?: (?:it|some|one|that|eso|uno))*"
)


def after_narcan(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "someone is down" as an emergency after the answer about Narcan, and "where to get it" as about that."""
    stands = reading.level is Level.ALARM or reading.answer in STANDS or session.caseworker_name
    if stands or session.aside is not Aside.NARCAN:
        return reading
    said = wrote.said
    if _IS_DOWN.fullmatch(said):
        return Interpretation(
            Answer.MEDICAL, language=reading.language, concern=Concern.MEDICAL, level=Level.ALARM, about_other=True
        )
    if _WHERE_TO_GET.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.NARCAN, language=reading.language)
    return reading


def of_partner(wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Note whether a danger is a partner's or an ex's: "my husband hits me"."""
    if reading.level is None or reading.concern not in (None, Concern.VIOLENCE, Concern.FRIEND):
        return reading
    said = wrote.said
    return reading._replace(partner=names_partner(said, of_other=reading.about_other))


def of_role(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a room "if im his girlfriend" as one that is paid for, and "quiere que sea su novia" as told of oneself."""
    if session.caseworker_name or session.young or reading.level is Level.ALARM or reading.answer in STANDS:
        return reading
    is_taken_for_friend = reading.concern is Concern.FRIEND and is_her_role(wrote.said)
    if not is_taken_for_friend and (reading.concern is not None or not is_for_a_roof(wrote.said)):
        return reading
    return reading._replace(
        answer=Answer.UNCLEAR, concern=Concern.EXPLOITATION, level=Level.ASK, about_other=False, aside=None, guide=None
    )


_THEIR_KIN = (
    r"(?:(?:little|lil|baby|big|older|younger|best|step|foster|half) ?)*(?:sister|sis|brother|bro|cousin|niece"
    r"|nephew|friend|"
    r"bestie|daughter|son|homegirl|classmate|roommate|herman\w+|prim[oa]\w*|amig[oa]\w*|hij[oa]\w*|sobrin[oa]\w*"
    r"|vecin[oa])"
)
_YOUNG_WITH_OLDER = re.compile(
    rf"\b(?:my|mi|una?) {_THEIR_KIN}(?: de)?(?: (?:is|who|only|just|turned|tiene|apenas|solo|nomas|que|and|y))*"
    r" (?:[5-9]|1[0-7])\b"
    r"(?!.*\b(?:my|mi) (?:bf|boyfriend|husband|novio|marido)).*\b(?:bf|boyfriend|man|dude|guy|husband|he|novio|vato"
    r"|hombre|senor|marido|tipo|el)\b(?: \w+){0,3} (?:1[89]"
    r"|[2-7]\d)\b"
)
"""Somebody else, who is under 18, with a man of age."""

_CALLS_FOR_ME = re.compile(
    r"(?:(?:ok|so|but|and|please|pls|pero|y|oye|hey) )*(?:(?:can|could|will|would) (?:you|u|yall|somebody|someone"
    r"|they)(?: (?:please|pls|just|maybe))*"
    r" (?:call|phone|ring)(?: up)? (?:her|him|them|my \w+|his \w+|her \w+|the (?:police|cops)|cops|police|911|cps"
    r"|an? ambulance)"
    r"|(?:me |le |les |lo |la )?(?:puedes|pueden|podrias|puede)(?: (?:tu|por|favor|me|alguien))* (?:llamar|llamarle"
    r"|hablarle|hablar|marcarle|marcar|avisarle|llamarla"
    r"|llamarlo)(?: (?:a|al) (?:mi \w+|su \w+|la policia|ella|el|911|cps|dcf))?)"
    r"(?: (?:for me|please|pls|for us|por mi|porfa|por favor|now|ya))*"
)
_AWAY = re.compile(
    r"(?:(?:but|and|its just|pero|y|es que|no) )*(?:(?:my|mi|mis|la|el|our) )?(?:step|foster )?(?:mom|moms|mama|dad"
    r"|dads|papa|mother|father|parents|folks|grandma|abuela|papas|jefa|"
    r"aunt|tia|ama|apa)(?: (?:is|are|be|s|esta|estan|anda|still|just|all|always|both|ahorita))* "
    r"(?:at (?:work|church|school|the store|her job|his job)|working|asleep|sleeping|not (?:home|here)|out|gone"
    r"|away|in (?:jail|prison|the hospital|mexico)|"
    r"en (?:el |la )?(?:trabajo|chamba|escuela|iglesia|carcel)|trabajando|dormid[oa]s?|fuera|no esta)(?: (?:now|rn"
    r"|right now|till \w+|until \w+|tonight|today|ahorita|hoy))*"
)
_TOLD_SOMEBODY = re.compile(
    r"(?:(?:ok|okay|yes|yeah|si|hey|so|and|bueno|y|ya) )*(?:i (?:just |already |finally |did |have )*(?:told|talked"
    r" to|called|texted) (?:my |a |the |our |her )?"
    r"(?:mom|mama|dad|parents|grandma|aunt|uncle|sister|brother|teacher|counselor|nurse|coach|principal|doctor"
    r"|social worker|caseworker|someone|somebody|friend)"
    r"|(?:ya )?(?:le|les) (?:dije|conte|avise|hable)(?: (?:todo|de eso|ya))* a (?:mi|una?|la|el|mis|su) \w+)"
    r"(?: (?:about it|everything|today|already|all of it|now|todo|hoy|ya|de eso))*"
)
_CHILDS = frozenset({Concern.SEXUAL_ABUSE, Concern.FRIEND, Concern.CHILD_HURT})
_MISREAD = frozenset({Answer.UNCLEAR, Answer.NOT_NOW, Answer.GUIDE, Answer.NO, Answer.MAYBE, Answer.YES, Answer.PERSON})


def of_kin(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read texts of who tells of a child near them: a man of age, a parent who is away or knows, a call."""
    if reading.level is Level.ALARM or reading.answer in STANDS or session.caseworker_name or session.young:
        return reading
    said = wrote.said
    may_be = reading.concern in _CHILDS or (reading.concern is None and reading.answer is Answer.UNCLEAR)
    if may_be and _YOUNG_WITH_OLDER.search(said):
        return reading._replace(
            answer=Answer.UNCLEAR, concern=Concern.CHILD_HURT, level=Level.ASK, about_other=True, guide=None
        )
    return reading if reading.concern is not None else _around(session, said, reading)


def _around(session: Session, said: str, reading: Interpretation) -> Interpretation:
    if stands(session) and _CALLS_FOR_ME.fullmatch(said):
        return Interpretation(Answer.COME, language=reading.language)
    if reading.answer in _MISREAD and _TOLD_SOMEBODY.fullmatch(said):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.GOOD_NEWS, guide=None)
    if reading.answer in _MISREAD and stands(session) and _AWAY.fullmatch(said):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED, guide=None)
    return reading


_FRIEND_WANTS_NONE = re.compile(
    r"(?:(?:but|and|pero|y|es que|the thing is) )*(?:she|he|they|ella|el|my friend|mi amig[oa]) "
    r"(?:(?:do|does|did|just|ya|me|dice que|says she|says he) )*(?:not|never|no) "
    r"(?:(?:even|really|se) )*(?:want|wants|quiere|acepta|deja)\b"
    r"(?!.*\b(?:you|u|yall|text|txt|ti|ustedes|escrib\w+|hables?|hablen)\b).*"
)


_HINTS_AT_DYING = re.compile(
    r"\b(?:suicid\w*|(?:kill|hurt|harm|cut|hang|drown|shoot) (?:her|him|them)sel(?:f|ves)"
    r"|(?:want|wants|wanted|going|ready) to die|not want to (?:live|be here|wake up|exist)"
    r"|(?:say|said|saying|says)(?: \w+){0,2} (?:good ?bye|bye)|good ?bye (?:letter|note|text|message)|goodbyes"
    r"|(?:she|he|they|friend)(?: \w+){0,2} cuts?|cutting|self ?harm\w*|overdos\w*|o ?d ?ed|pills"
    r"|end (?:it|her life|his life|things|their life)|jump(?:ing)? off|gave away (?:her|his|their)"
    r"|(?:hates?|hating) (?:her|him)self|better off (?:dead|without)|matarse"
    r"|se (?:quiere|va a|iba a) (?:matar|morir|quitar la vida|colgar)|(?:quiere|queria) morir\w*"
    r"|no quiere (?:vivir|seguir)|se corta|se cortaba|cortarse|cortando|pastillas|se (?:despidio|despide)"
    r"|despidiendo|hacerse dano|sobredosis)\b"
)
"""What a friend may tell of somebody's wish to die. Only then is the line for it named."""


def of_friends_life(wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Return a danger of somebody else that hints at dying as that danger, whose line is named then."""
    is_open = reading.concern is Concern.FRIEND or (
        reading.answer is Answer.FRIEND_DANGER and reading.concern in (None, Concern.FRIEND)
    )
    if not is_open or _HINTS_AT_DYING.search(wrote.said) is None:
        return reading
    return reading._replace(concern=Concern.SELF_HARM, about_other=True, level=reading.level or Level.ASK)


def of_friend(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "she doesnt want help" as a friend's worry where the talk is of a friend: nobody else holds the phone."""
    of_them = session.state is State.SAFETY_FRIEND or session.hazard == Answer.FRIEND_DANGER.value
    is_open = (reading.answer is Answer.HOLDER or reading.answer is Answer.UNCLEAR) and not session.caseworker_name
    if not (of_them or Concern.FRIEND in session.asked) or not is_open or reading.level is Level.ALARM:
        return reading
    if _FRIEND_WANTS_NONE.fullmatch(wrote.said) is None:
        return reading
    return Interpretation(Answer.GUIDE, guide=Guide.HELPING_A_FRIEND, language=reading.language)
