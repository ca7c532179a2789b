"""Somebody else of whom the talk is: a partner, a friend, who lies on the floor. Pure."""

from __future__ import annotations

import re

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


_FRIEND_WANTS_NONE = re.compile(
    r"(?:(?:but|and|pero|y|es que|the thing is) )*(?:she|he|they|ella|el|my friend|mi amig[oa]) "
    r"(?:(?:do|does|did|just|ya|me|dice que|says she|says he) )*(?:not|never|no) "
    r"(?:(?:even|really|se) )*(?:want|wants|quiere|acepta|deja)\b"
    r"(?!.*\b(?:you|u|yall|text|txt|ti|ustedes|escrib\w+|hables?|hablen)\b).*"
)


def of_friend(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "she doesnt want help" as a friend's worry where the talk is of a friend: nobody else holds the phone."""
    of_them = session.state is State.SAFETY_FRIEND or session.hazard == Answer.FRIEND_DANGER.value
    is_open = (reading.answer is Answer.HOLDER or reading.answer is Answer.UNCLEAR) and not session.caseworker_name
    if not (of_them or Concern.FRIEND in session.asked) or not is_open or reading.level is Level.ALARM:
        return reading
    if _FRIEND_WANTS_NONE.fullmatch(wrote.said) is None:
        return reading
    return Interpretation(Answer.GUIDE, guide=Guide.HELPING_A_FRIEND, language=reading.language)
