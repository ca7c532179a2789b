"""The only way to what a person shared: each look asks the ledger first, at this very moment (promise 1).

Nothing is kept here and nothing is passed on unasked. What was told but not shared does not come out by any way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from bot.casework.consent import TEAM, ConsentRecord, agency, live
from bot.directory.directory import Directory
from bot.errors import DirectoryError, WarmlineError
from bot.flows.model import Area
from bot.flows.names import Share, State
from bot.flows.session import Session, is_paused


class NoConsent(WarmlineError):
    """No live consent covers this item for this recipient, or nothing is kept of the person any more."""


class Screen(StrEnum):
    """Whether words may be sent to a person's phone now."""

    OPEN = "open"
    ASKED = "asked"  # "is now ok?" was sent, and not answered yet
    UNSAFE = "unsafe"  # somebody else may see it: they can be asked whether now is ok
    COVERED = "covered"  # they said so themselves: nothing at all is sent before they text


@dataclass(frozen=True, slots=True)
class Shared:
    """One item that may be seen, and until when (seconds since the epoch).

    `values` are needs by their name, times by the answer's, reasons to hesitate by their state's, else words to show;
    empty where there is nothing to see: WANTS_TO_TALK, and
    REACH, which says only that they may be called.
    """

    item: Share
    values: tuple[str, ...] = field(repr=False)
    until: int


class Kept(Protocol):
    """What is stored of one person."""

    @property
    def session(self) -> Session | None: ...
    @property
    def phone(self) -> str: ...
    @property
    def stopped(self) -> bool: ...


class People(Protocol):
    """The store, as far as the gate needs it. A person is named by the keyed hash."""

    def load_person(self, person: Any, /) -> Kept:
        """What is stored of them."""

    def ledger(self, person: Any, /) -> tuple[ConsentRecord, ...]:
        """Their consents, the oldest first."""


class Gate:
    """Looks things up for a recipient. Safe to share between threads. Every call may raise StoreGone.

    After `idle_seconds` without a text of theirs, somebody else may hold the phone.
    """

    def __init__(self, store: People, directory: Directory, clock: Callable[[], int], idle_seconds: int) -> None:
        self._store, self._directory, self._clock = store, directory, clock
        self._idle_seconds = idle_seconds

    def require(self, person: str, item: Share, recipient: str = TEAM) -> Shared:
        """The item, if `recipient` may have it now. Raises NoConsent."""
        kept, until = self._look(person, recipient)
        if kept.session is None or item not in until:
            raise NoConsent(f"no live consent for {item}")
        return Shared(item, self._values(kept.session, item), until[item])

    def talks(self, person: str, recipient: str = TEAM) -> bool:
        """Whether they want to talk with this recipient, at this moment: without that nothing is passed on."""
        _, until = self._look(person, recipient)
        return Share.WANTS_TO_TALK in until

    def shared(self, person: str, recipient: str = TEAM) -> tuple[Shared, ...]:
        """All that `recipient` may have now, in a fixed order; what turned out empty is left out."""
        kept, until = self._look(person, recipient)
        session = kept.session
        if session is None:
            return ()
        found = (Shared(item, self._values(session, item), until[item]) for item in Share if item in until)
        return tuple(shared for shared in found if shared.values or shared.item in _WITHOUT_VALUE)

    def number(self, person: str, recipient: str = TEAM) -> str:
        """The phone number, for a call they agreed to. Raises NoConsent. Who calls this notes it in the audit first."""
        kept, until = self._look(person, recipient)
        if Share.REACH not in until or not kept.phone:
            raise NoConsent(f"no live consent for {Share.REACH}")
        return kept.phone

    def screen(self, person: str) -> Screen:
        """Whether words may be sent to them now; nothing of what they told."""
        session = self._store.load_person(person).session
        if session is None:
            return Screen.COVERED
        if session.safe:
            return Screen.UNSAFE if is_paused(session, self._clock(), self._idle_seconds) else Screen.OPEN
        if session.state is State.HANDOFF_HELD:
            return Screen.ASKED
        return Screen.COVERED if session.state in _COVERED else Screen.UNSAFE

    def _look(self, person: str, recipient: str) -> tuple[Kept, dict[Share, int]]:
        """What is kept, and the items that are open with their ends.

        The ledger is read last: a consent that was taken back in between does not count. What the session does not
        know as shared is not: it may have been lost with all it held, and what they cannot see they cannot take back.
        """
        kept = self._store.load_person(person)
        if not person or kept.session is None or kept.stopped:
            return kept, {}
        ledger, now = self._store.ledger(person), self._clock()
        ends = _ends(ledger, recipient)
        return kept, {item: ends[item] for item in live(ledger, recipient, now) & _known(kept.session, recipient)}

    def _values(self, session: Session, item: Share) -> tuple[str, ...]:
        if item is Share.NEEDS:
            return tuple(need.value for need in session.needs or session.parked)
        if item is Share.SAID:
            return tuple(self._went_over(session, what) for what in session.gone_over)
        words = {
            Share.AREA: _area(session.area) if session.area else "",
            Share.NAME: session.name,
            Share.TIMES: session.times,
            Share.SERVICE: self._service(session.introduction) if session.introduction else "",
        }.get(item, "")
        return (words,) if words else ()

    def _went_over(self, session: Session, what: str) -> str:
        """A service, and whether it was set aside; or a reason to hesitate, by the name of its state."""
        if what.startswith("hesitation."):
            return what
        aside = " (set aside)" if what in session.refused else ""
        return f"{self._service(what)}{aside}"

    def _service(self, service_id: str) -> str:
        try:
            return self._directory.describe(service_id, "en").name
        except DirectoryError:
            return "A service that is no longer listed"


_WITHOUT_VALUE = frozenset({Share.WANTS_TO_TALK, Share.REACH})
_COVERED = frozenset({State.SAFETY_COVER, State.WELCOME_LATER})


def _known(session: Session, recipient: str) -> frozenset[Share]:
    """What the person is told that this recipient may have, should they ask."""
    if recipient == TEAM:
        return session.shared
    return session.agency_items if session.agency and recipient == agency(session.agency) else frozenset()


def _area(area: Area) -> str:
    """ "Santa Ana, CA", or as much of it as is known."""
    place = area.city or (f"{area.county.removesuffix(' County')} County" if area.county else "")
    return ", ".join(part for part in (place, area.region) if part) or area.country


def _ends(ledger: tuple[ConsentRecord, ...], recipient: str) -> dict[Share, int]:
    """For each item ever given and not taken back since, the latest end of what was given."""
    ends: dict[Share, int] = {}
    for record in ledger:
        if record.recipient != recipient:
            continue
        for item in record.items:
            if record.kind != "given":
                ends.pop(item, None)
            else:
                ends[item] = max(ends.get(item, 0), record.expires_at)
    return ends
