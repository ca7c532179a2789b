""" "Next" while a guide waits for a safe screen or the limits, and "what if he comes" beside the plan. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import LIMITS, Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.flows.urgent import PARTNER

_NEXT = re.compile(
    r"(?:(?:ok|okay|si|yes|va|y|and|so|ya|dale|bueno|then|please|porfa|por favor|a ver) )*"
    r"(?:(?:la )?(?:siguiente|sig|que sigue|sigue|siguele|sigamos|continua|continuar|adelante)|que mas|y luego|luego que|mas|dime(?: mas| que hacer| que hago)?|que hago|cual es el plan|el plan|next(?: one| page| step)?|more|what else|then what|what is next|whats next|keep going|go on|go ahead|continue|tell me(?: more| what to do)?|the plan|show me)"
    r"(?: (?:pls|please|porfa|por favor|ya|paso|pagina|step))*"
)
_IF_HE_COMES = re.compile(
    r"(?:(?:ok|and|but|so|y|pero|ay) )*(?:what if|what do i do if|si|que hago si|que pasa si|y si) (?:(?:he|she|they|my \w+|el|ella|mi \w+|ya|me) )*(?:(?:comes?|gets?|walks?|is|shows?)(?: (?:back|home|in|up|here|there|now|early|again|mad|angry))+|comes|llega|viene|vuelve|regresa|entra|aparece|se enoja)(?: (?:el|ella|ahorita|ya|antes|otra vez|a la casa|while .*|when .*|mientras .*))*"
)
_MAY_BE = frozenset(
    {Answer.SKIP, Answer.NOT_NOW, Answer.UNCLEAR, Answer.ANOTHER, Answer.ASIDE, Answer.NO, Answer.GUIDE, Answer.MORE,
     Answer.TELL_MORE, Answer.NEXT, Answer.GO_ON, Answer.BACK}
)  # fmt: skip
_WAITS = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK, *LIMITS})
_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED})
_LITTLE = frozenset({None, Concern.WATCHED, Concern.VIOLENCE})


def of_next_page(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "siguiente" as a wish to go on with the guide that waits, and no "skip", which would close the talk."""
    is_far = reading.level is Level.ALARM or reading.answer in STANDS or reading.answer not in _MAY_BE
    if is_far or session.caseworker_name or session.young or reading.concern not in _LITTLE:
        return reading
    if session.wanted_guide is not None and session.state in _WAITS and _NEXT.fullmatch(wrote.said):
        return Interpretation(Answer.GO_ON, language=reading.language)
    if session.hazard in _BY_SOMEBODY and _IF_HE_COMES.fullmatch(wrote.said):
        return reading._replace(
            answer=Answer.ASIDE, aside=Aside.WHEN_ALONE, concern=None, level=None, guide=None, needs=()
        )
    return reading
