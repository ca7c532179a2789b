"""Whether what was told is bad, normal or dangerous: asked after harm to the body, to a friend or by somebody. Pure.

"No, it's not dumb" answers who misses somebody. After a blow to the head it would read as "it is not bad".
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.body import as_harm
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BODY, BODY_KEY, CHOKED, is_guessed
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Guide, Level
from bot.flows.session import Session
from bot.flows.urgent import PARTNER

_SO = r"(?:(?:ok|okay|so|and|but|like|um|uh|wait|idk|lol|omg|hey|honestly|y|pero|pues|oye|entonces|bueno|ay|oh|then) )*"
_END = r"(?: (?:tho|though|right|or what|or no|or not|lol|then|now|too|for real|fr|at all|please|pls|to have|for me|after that|when (?:you are |ur )?pregnant|if (?:you are|im|i am) pregnant|o no|o que|verdad|eso|ya|entonces|para mi|despues de eso|en el embarazo))*"
_BAD = r"(?:bad|normal|ok|okay|fine|dangerous|serious|wrong|safe|a problem|weird|an emergency|something bad|a bad sign|supposed to (?:be like that|happen|hurt)|a big deal|from (?:that|it)|messed up|concerning|abuse)"
_MALO = r"(?:malo|mala|normal|grave|peligros[oa]|serio|seria|raro|rara|mala senal|una emergencia|de gravedad|delicado|de cuidado|abuso)"
_IS_IT_BAD = re.compile(
    rf"{_SO}(?:(?:is|was|are|isnt|is not|would) (?:that|it|this|these|they|he)(?: (?:be|so|really|even|just|kinda|like|very|considered))* {_BAD}|(?:that|it|this) (?:is )?(?:bad|normal|ok|dangerous|serious|okay) or (?:no|not|nah|what)|how bad is (?:it|that|this)|is (?:it|that|this) something (?:to worry about|bad|serious)"
    r"|(?:should|do) i (?:need to |have to )?(?:worry|be worried|be scared|be concerned|get (?:it |that |this )?(?:checked|looked at|seen)(?: out)?|see (?:a|the|some) (?:doctor|dr|nurse)|see someone|go (?:in|to (?:the |a )?(?:er|hospital|doctor|dr|clinic|urgent care)))"
    r"|do i need (?:a |the |to see a |to go to the )?(?:doctor|hospital|er|stitches)|will (?:it|that|this) (?:go away|heal|get better)(?: (?:by itself|on its own))?|can (?:it|that|this) (?:kill me|be serious|get worse)|does that (?:happen|mean something)(?: bad)?"
    rf"|(?:y )?(?:eso |esto )?(?:es|sera|esta|estara|estan|fue)(?: (?:eso|esto|muy|tan|algo|como|de))* (?:{_MALO}|mal|bien)(?: (?:que|eso|esto|o no|si)(?: \w+){{0,4}})?|(?:me |debo |tengo que |deberia )(?:preocupo|preocuparme|asustarme|espantarme|preocupar)|que (?:tan|estan) (?:malo|grave|peligroso|serio) es|es para (?:preocuparse|preocuparme|tanto)"
    r"|(?:debo|deberia|tengo que|hace falta|necesito|ocupo)(?: (?:ir|que me (?:vean|revisen|cheque\w*)|ver)(?: (?:al|a un|a|el|un|con un|a la))*)+ ?(?:doctor|doctora|medico|hospital|clinica|urgencias)?|se (?:me )?(?:quita|va a quitar|cura|pasa) (?:sol[oa]|asi)|(?:me puedo|puedo) morir(?: de eso)?)"
    rf"{_END}"
)
_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER})
_LURES = frozenset({"safety.plan.lured", "aside.offer_signs", "aside.offer_signs.again"})
_FOR_NOW = ("safety.body.now", "safety.choked.now")
_ABOUT_BODY = (BODY_KEY, "safety.choked", "safety.medical", "safety.first_aid", "safety.ask.medical", "safety.no_call")
_OPEN = GIVES_WAY | {Answer.MEDICAL, Answer.HEALTH, Answer.WHO_ARE_YOU, Answer.WHO_IS_THIS, Answer.SELF_HARM}


def is_it_bad(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "is that normal" as asked of what was told last: the body, a friend who lies there, or what somebody does."""
    is_open = reading.answer in _OPEN and reading.answer not in STANDS and session.hazard
    if not is_open or session.caseworker_name or session.young or not _IS_IT_BAD.fullmatch(wrote.said):
        return reading
    plain = reading._replace(
        answer=Answer.ASIDE, guide=None, concern=None, level=None, needs=(), hour=None, detail=None, progress=None
    )
    if session.hazard == Answer.MEDICAL.value and session.of_other and not is_guessed(session):
        return plain._replace(
            answer=Answer.MEDICAL, aside=None, concern=Concern.MEDICAL, level=Level.ALARM, about_other=True
        )
    if (of_body := _of_body(session, plain)) is not None:
        return of_body
    is_of_lure = session.last_key in _LURES or Guide.GROOMING in (session.guide, session.wanted_guide)
    if is_of_lure and reading.answer is Answer.GUIDE:
        return reading  # the guide says whether "he" is bad
    aside = Aside.OFFER_SIGNS if is_of_lure else _aside(session)
    return reading if aside is None else plain._replace(aside=aside)


def _aside(session: Session) -> Aside | None:
    if session.hazard in _BY_SOMEBODY and not session.of_other:
        return Aside.IS_IT_LEGAL
    return Aside.ONLY_THOUGHT if session.hazard == Answer.SELF_HARM.value else None


def _of_body(session: Session, plain: Interpretation) -> Interpretation | None:
    if session.hazard == CHOKED or session.last_key.startswith("safety.choked"):
        detail = Detail.BLOW_NOW if session.last_key in _FOR_NOW else Detail.BODY
        if detail is Detail.BODY:
            return plain._replace(answer=Answer.UNCLEAR, aside=None, detail=detail)
        return as_harm(session, plain, detail)
    is_swallowed = session.hazard == Answer.MEDICAL.value and not is_guessed(session)
    if is_swallowed and session.last_key != "safety.ask.medical":
        return plain._replace(aside=Aside.MUST_GO)
    of_body = session.hazard in (BODY, Answer.MEDICAL.value) or session.last_key.startswith(_ABOUT_BODY)
    if not of_body:
        return None
    return as_harm(session, plain, Detail.BLOW_NOW if session.last_key in _FOR_NOW else Detail.IS_BAD)
