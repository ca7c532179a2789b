"""What a text means to somebody who is held: a weapon meant for them, whether to run, and a sign by a road. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, State
from bot.flows.session import Session
from bot.understanding.details import was_choked
from bot.understanding.held import (
    asks_to_leave,
    asks_to_run,
    is_held,
    is_lost,
    is_weapon_for_her,
    names_sign,
    tells_position,
)

_CALM = frozenset({None, Concern.WATCHED, Concern.VIOLENCE, Concern.EXPLOITATION})

_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.COME.value})


def threatened(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a weapon that somebody says is meant for the person, or a stranger who has them, as danger that is sure."""
    is_body = reading.level is Level.ALARM and reading.concern is not Concern.SELF_HARM
    if (
        is_body
        or session.young
        or "?" in wrote.text
        or reading.answer in (Answer.STOP, Answer.HOLDER, Answer.UNDER_13, Answer.COVER)
    ):
        return reading
    said = wrote.said
    is_told = is_weapon_for_her(said) or (is_held(said) and reading.level is not Level.ALARM)
    is_told = is_told or (reading.concern is Concern.SELF_HARM and was_choked(said))
    if not is_told:
        return reading
    return reading._replace(
        answer=Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, about_other=False, aside=None, guide=None
    )


def way_out(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "should i run" as a wish for a plan, and a sign by a road as told by somebody who is lost."""
    is_blue = reading.concern is Concern.MEDICAL and session.hazard in _BY_SOMEBODY and tells_position(wrote.said)
    is_calm = reading.concern in _CALM or is_blue  # "veo un letrero azul"
    is_sure = reading.level is Level.ALARM or not is_calm or reading.answer not in GIVES_WAY
    if is_sure or session.caseworker_name or session.young:
        return reading
    said = wrote.said
    plain = reading._replace(concern=None, level=None, aside=None, guide=None, hour=None, needs=())
    if asks_to_run(said) or (stands(session) and asks_to_leave(said)):
        return plain._replace(answer=Answer.GUIDE, guide=Guide.LEAVING)
    is_asked = session.state is State.NEEDS_AREA and not session.hazard
    is_held_somewhere = session.hazard in _BY_SOMEBODY and (is_lost(said) or tells_position(said))
    if "?" not in wrote.text and not is_asked and (names_sign(said) or is_held_somewhere):
        return plain._replace(answer=Answer.ASIDE, aside=Aside.LOST)
    return reading
