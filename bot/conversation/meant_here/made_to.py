"""What somebody is made to do, told plainly, and danger that was taken for blackmail with pictures. Pure.

"My mom films me for the site" was noted as a remark, and a baby whom he will sell got advice on taking pictures down.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.understanding import made_to

_OPEN = GIVES_WAY | {Answer.COME, Answer.AREA, Answer.PERSON, Answer.WATCHED, Answer.FRIEND_DANGER}
_MAY_SEEM = frozenset(
    {None, Concern.SEXTORTION, Concern.FRIEND, Concern.WATCHED, Concern.MINOR_NO_PLACE, Concern.EXPLOITATION}
)


def of_being_made_to(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what somebody is made to do as exploitation, and a guess of blackmail that names no picture as danger."""
    is_far = session.caseworker_name or session.young or reading.answer in STANDS or reading.level is Level.ALARM
    if is_far or reading.answer not in _OPEN or reading.concern not in _MAY_SEEM:
        return reading
    said = wrote.said
    if made_to.is_made_to(said) and not session.of_other:
        return reading if Concern.EXPLOITATION in session.asked else _asked(reading, Concern.EXPLOITATION)
    if reading.concern is Concern.SEXTORTION and Concern.SEXTORTION not in session.asked:
        return _no_pictures(said, reading)
    if reading.answer is Answer.NOT_NOW and session.hazard and made_to.hurries(said):
        return reading._replace(answer=Answer.UNCLEAR)
    return reading


def greeted_once(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a first text that only tells something as a greeting: "is now ok to text?" is asked once."""
    is_remark = reading.answer is Answer.ASIDE and reading.aside is Aside.NOTED and reading.concern is None
    is_new = not (session.greeted or session.caseworker_name or session.young)
    return reading._replace(answer=Answer.GREETING, aside=None) if is_remark and is_new else reading


def _no_pictures(said: str, reading: Interpretation) -> Interpretation:
    """Return a guess of blackmail as another danger where no word of it is in the text."""
    if made_to.found_her_ad(said):
        return _asked(reading, Concern.EXPLOITATION)._replace(about_other=True)
    if made_to.names_pictures(said):
        return reading
    return _asked(reading, Concern.VIOLENCE if made_to.is_mad_at_find(said) else Concern.EXPLOITATION)


def _asked(reading: Interpretation, concern: Concern) -> Interpretation:
    return reading._replace(
        answer=Answer.UNCLEAR, concern=concern, level=Level.ASK, about_other=False, aside=None, guide=None, needs=(),
        denial=None, come=False,
    )  # fmt: skip
