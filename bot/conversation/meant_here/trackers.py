"""Something that traces somebody: a tag, a device, an app, a shared location, and what is asked of it next. Pure.

To take it off may show that she knows, and it must not come along to where she is safe. So that is said at once. Where
the phone itself traces her, the screen turns bland first, since whoever looks there may read along.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, Need
from bot.flows.session import Session
from bot.understanding import trackers

_MAY_SEEM = frozenset({None, Concern.WATCHED, Concern.EXPLOITATION, Concern.VIOLENCE})
_OPEN = GIVES_WAY | {
    Answer.WATCHED,
    Answer.COME,
    Answer.AREA,
    Answer.HUSH,
    Answer.WHO_ARE_YOU,
    Answer.WHO_CAN_SEE,
    Answer.PERSON,
}
_SAYS_MORE = frozenset({Guide.MISSING_FRIEND, Guide.HELPING_A_FRIEND})
_OF_APPS = "safety.watched"


def of_trackers(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a tag, a device or a shared location as what traces them, and "should i take it off" as asked of it."""
    is_far = reading.level is Level.ALARM or reading.concern not in _MAY_SEEM or reading.answer not in _OPEN
    if is_far or reading.answer in STANDS - {Answer.HUSH} or session.caseworker_name or session.young:
        return reading
    if session.state in CONSENT or reading.about_other or reading.guide in _SAYS_MORE or _seeks(reading):
        return reading
    said, stands = wrote.said, session.aside is Aside.TRACKER or session.guide is Guide.TRACKED_PHONE
    if stands and trackers.is_caught_up(said):
        return _plain(reading)._replace(answer=Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM)
    if session.aside is Aside.TRACKER and "?" not in wrote.text and trackers.goes_with_it(said):
        return _told(reading, said)
    after_app = session.last_key == _OF_APPS
    may_tell = reading.answer is not Answer.HUSH and reading.concern is not Concern.VIOLENCE
    by_phone = may_tell and trackers.is_traced_by_phone(said)
    if by_phone and not ("?" in wrote.text or trackers.asks_how(said)):
        return _plain(reading)._replace(answer=Answer.WATCHED, concern=Concern.WATCHED, level=Level.ASK)
    is_told = by_phone or (may_tell and trackers.is_traced(said))
    asks = (stands or after_app or reading.guide is Guide.TRACKED_PHONE) and trackers.asks_of_it(said)
    if asks and session.guide is Guide.TRACKED_PHONE and session.limits_told and session.aside is not Aside.TRACKER:
        asks = "?" in wrote.text  # the pages of the guide go on
    return _told(reading, said) if is_told or asks else reading


def _seeks(reading: Interpretation) -> bool:
    """Return whether somebody looks for who is missing, and is traced by nobody."""
    return Need.MISSING_PERSON in reading.needs


def _told(reading: Interpretation, said: str) -> Interpretation:
    language = "en" if trackers.is_english(said) else reading.language
    return _plain(reading)._replace(answer=Answer.ASIDE, aside=Aside.TRACKER, language=language)


def _plain(reading: Interpretation) -> Interpretation:
    return reading._replace(
        needs=(), aside=None, guide=None, concern=None, level=None, come=False, detail=None, hour=None, area=None,
        progress=None, about_other=False, denial=None, fine=False,
    )  # fmt: skip
