"""The name that staff see: taken off, replaced or asked about, once it was asked for. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Level, ShareItem, State
from bot.flows.session import Session
from bot.understanding import normalise
from bot.understanding.naming import asks_which_name, drops_name, new_name

_ASKED = frozenset({State.CONSENT_NAME, State.CONSENT_REMEMBER, State.HANDOFF_WAITING, State.HANDOFF_LONGER})
_ASKS = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_TIMES})
_STANDS = frozenset(
    {Answer.STOP, Answer.START, Answer.COVER, Answer.HUSH, Answer.UNDER_13, Answer.FORGET, Answer.TAKE_BACK}
)


def of_name(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "dont call me that, he knows that name" as a name taken off, and "use bird" as one put in its place."""
    if session.caseworker_name or reading.answer in _STANDS:
        return reading
    if session.state in _ASKS and reading.level is not Level.ALARM and drops_name(wrote.text, "", wrote.lexicon):
        return Interpretation(Answer.ASIDE, aside=Aside.ANONYMOUS, language=reading.language)
    if not session.case:
        return reading
    if asks_which_name(wrote.said):
        return Interpretation(Answer.ASIDE, aside=Aside.NAME_SEEN, language=reading.language)
    if ShareItem.NAME in session.shared and drops_name(wrote.text, session.name, wrote.lexicon):
        here = session.state in _ASKED
        gone = Interpretation(Answer.TAKE_ITEM, item=ShareItem.NAME) if here else Interpretation(Answer.WHAT_IS_SHARED)
        return gone._replace(language=reading.language)
    meant = None if "?" in wrote.text or reading.level is Level.ALARM else _name(session, wrote)
    return reading if meant is None else meant._replace(language=reading.language)


def _name(session: Session, wrote: Wrote) -> Interpretation | None:
    """Return the name put in the place of another, or given beside what it is not, None where there is none."""
    is_seen = ShareItem.NAME in session.shared and session.state in _ASKED
    if not (is_seen or session.state is State.CONSENT_NAME):
        return None
    name, before = new_name(wrote.text, wrote.lexicon)
    if not name:
        return None
    is_about_it = set(normalise(before).tokens) <= _BEFORE or drops_name(before, session.name, wrote.lexicon)
    return Interpretation(Answer.NAME, name=name) if is_about_it else None


_BEFORE = frozenset(
    [
        "no",
        "wait",
        "ok",
        "okay",
        "actually",
        "sorry",
        "please",
        "pls",
        "nvm",
        "hey",
        "but",
        "better",
        "mejor",
        "espera",
        "perdon",
        "oye",
        "bueno",
        "pero",
        "y",
        "and",
        "or",
        "just",
    ]
)
