"""Notices a machine at the other end, so that two machines stop texting each other.

After a few equal texts that led nowhere, or a few that take turns, nothing is said until a different one comes. A text
that reads like a machine's reply is answered once, so that danger in it is heard, and not again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.conversation.messages import Inbound
from bot.flows.model import Interpretation, StateSpec
from bot.flows.names import Answer, Event
from bot.flows.session import Session
from bot.understanding import MOST_CHARACTERS, carrier, normalise
from bot.understanding.own_words import looks_automatic

MOST_EQUAL = 3
"""How many equal texts in a row are answered."""
MOST_IN_TURN = 6
"""How many are answered of a few texts that take turns."""
_REMEMBERED = 3
_ROBOT = "robot"


class Run(NamedTuple):
    """Texts in a row that are the same, or take turns. `before` is how many came before this one and led nowhere."""

    digest: str
    before: int
    is_machine: bool = False
    earlier: tuple[str, ...] = ()

    def counted(
        self, session: Session, reading: Interpretation, events: Iterable[Event] = (), place: StateSpec | None = None
    ) -> Session:
        """Return the session with this text counted. An answer to what was asked is no sign of a machine."""
        choices = {choice.answer for choice in place.choices} if place else set()
        led_on = reading.answer in choices | {Answer.YES, Answer.NO} and Event.NOT_UNDERSTOOD not in events
        recent = (*(one for one in self.earlier if one != self.digest), self.digest)[-_REMEMBERED:]
        return session._replace(last_text=" ".join(recent), equal_texts=0 if led_on else self.before + 1)


def repeated(session: Session | None, inbound: Inbound, *, in_talk: bool) -> Run:
    """Compare a text with the last one. In a live talk a human reads it: nothing is held back there."""
    digest = _ROBOT if looks_automatic(inbound.text) else digest_of(inbound.text, inbound.media)
    earlier = tuple(session.last_text.split()) if session else ()
    count = session.equal_texts if session and digest in earlier else 0
    most = 1 if digest == _ROBOT else MOST_EQUAL if earlier[-1:] == (digest,) else MOST_IN_TURN
    return Run(digest, count, count >= most and not in_talk and not _is_for_carrier(inbound), earlier)


def _is_for_carrier(inbound: Inbound) -> bool:
    """Return whether a text is STOP or HELP, which is obeyed however often it comes."""
    return carrier.heard(normalise(inbound.text), opt_out=inbound.opt_out, stopped=False) is not None


def is_echo(session: Session | None, inbound: Inbound) -> bool:
    """Return whether a text is our last reply, word for word, as some machines send back what they get."""
    if session is None or not session.last_said or inbound.media or len(inbound.text) < _SHORTEST_REPLY:
        return False
    if len(normalise(inbound.text).tokens) < _FEW_WORDS:
        return False
    return digest_of(inbound.text, 0, exact=True) == session.last_said


def digest_of(text: str, media: int, *, exact: bool = False) -> str:
    """Return a digest of the words of a text, whatever their case and what stands between them.

    Numbers beside words may change, because machines count and tell the time; not if it has to be `exact`.
    """
    words = _WORD.findall(text[:MOST_CHARACTERS].lower())
    if not exact:
        without_numbers = [word for word in words if not word.isdecimal()]
        words = words if len(without_numbers) < _FEW_WORDS else without_numbers
    said = " ".join(words) or text.strip()
    return hashlib.blake2s(f"{media} {said}".encode(errors="replace"), digest_size=4).hexdigest()


_WORD = re.compile(r"[^\W_]+")


_FEW_WORDS = 4
_SHORTEST_REPLY = 8
"""Length in characters below which a text is none of our replies."""
