"""What somebody does who is a danger, told beside it: more of the story, and no sign that he reads this now. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Level, State
from bot.flows.session import Session
from bot.understanding.his_ways import enters, has_key, hides_where, is_asleep, is_of_him

_IS_FAR = STANDS - {Answer.HUSH, Answer.NAME}
_OPEN = GIVES_WAY | {Answer.HUSH, Answer.COME, Answer.WATCHED, Answer.AREA, Answer.NAME}
_GUESSES = frozenset({None, Concern.WATCHED, Concern.VIOLENCE, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION})
_OF_ABUSE = frozenset({Answer.ABUSE_TOLD.value, Answer.CHILD_HURT.value, Answer.FRIEND_DANGER.value})


def of_his_ways(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "he comes in when shes at work", "he has a key" and "he wont say where we are" as told of a danger."""
    is_sure = reading.level is Level.ALARM or reading.concern not in _GUESSES or reading.answer not in _OPEN
    if is_sure or session.caseworker_name or session.young or session.other_holds or "?" in wrote.text:
        return reading
    said = wrote.said
    told = reading._replace(answer=Answer.UNCLEAR, aside=None, guide=None, needs=(), hour=None, area=None)
    if hides_where(said):
        return told._replace(concern=Concern.EXPLOITATION, level=Level.ASK)
    if session.state is State.SAFETY_ASK and is_asleep(said):
        return told._replace(concern=None, level=None)  # no yes to "are you safe right now?", and no screen to hide
    if enters(said):
        return _of_abuse(session, told)
    return _with_key(session, said, told) if has_key(said) else reading


def _with_key(session: Session, said: str, told: Interpretation) -> Interpretation:
    """Return what tells that somebody can get in by the danger that stands, which it makes worse."""
    if not stands(session) or not session.hazard:
        asks = is_of_him(said) and Concern.VIOLENCE not in session.asked
        return (
            told._replace(concern=Concern.VIOLENCE, level=Level.ASK)
            if asks
            else told._replace(concern=None, level=None)
        )
    if Concern.EXPLOITATION in session.asked:
        return told._replace(concern=None, level=None)  # more of what holds them
    if session.hazard in _OF_ABUSE or Concern.SEXUAL_ABUSE in session.asked:
        return _of_abuse(session, told)
    return told._replace(
        answer=Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, detail=Detail.HUNTED, about_other=False
    )


def _of_abuse(session: Session, told: Interpretation) -> Interpretation:
    """Return what tells of somebody at night as asked about once, and later as a lot to carry."""
    asked = {Concern.SEXUAL_ABUSE, Concern.CHILD_HURT} & session.asked
    if asked or session.hazard == Answer.CHILD_HURT.value:
        return told._replace(answer=Answer.ASIDE, aside=Aside.SEES_THEM, concern=None, level=None)
    return told._replace(concern=Concern.SEXUAL_ABUSE, level=Level.ASK, about_other=False)
