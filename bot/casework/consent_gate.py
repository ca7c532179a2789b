"""Only access to what a person has shared. Every read checks the consent ledger first (promise 1).

The gate stores nothing and passes nothing on by itself. It never returns what a person said but did not share.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from bot.casework.consent import TEAM, ConsentRecord, agency, live
from bot.casework.remembered import Remembered
from bot.directory.directory import Directory
from bot.errors import DirectoryError, WarmlineError
from bot.flows.model import Area
from bot.flows.names import ShareItem, State
from bot.flows.session import Session, is_paused


class NoConsent(WarmlineError):
    """No consent in force covers this item for this recipient, or the person's data no longer exists."""


class Screen(StrEnum):
    """Permission to send words to a person's phone now."""

    OPEN = "open"
    ASKED = "asked"  # "is now ok?" was sent and not answered yet
    UNSAFE = "unsafe"  # someone else may see the screen: the bot can ask whether now is ok
    COVERED = "covered"  # the person said so: nothing is sent before they text


@dataclass(frozen=True, slots=True)
class Shared:
    """Item that the recipient may see, and until when (epoch seconds).

    `values` holds names of needs, the answer for times, names of states for reasons to hesitate, else words to show.
    It is empty for WANTS_TO_TALK and for REACH, which says only that the person may be called.
    """

    item: ShareItem
    values: tuple[str, ...] = field(repr=False)
    until: int


class Kept(Protocol):
    """Stored data of one person."""

    @property
    def session(self) -> Session | None: ...
    @property
    def phone(self) -> str: ...
    @property
    def stopped(self) -> bool: ...
    @property
    def remembered(self) -> Remembered | None: ...


class People(Protocol):
    """Part of the store that the gate needs. A person is identified by the keyed hash."""

    def load_person(self, person: Any, /) -> Kept:
        """Return the stored data."""

    def ledger(self, person: Any, /) -> tuple[ConsentRecord, ...]:
        """Return the person's consent records, the oldest first."""


class ConsentGate:
    """Access to shared items for a recipient. Thread-safe. Every method may raise StoreUnavailable.

    After `idle_seconds` without a text from the person, someone else may hold the phone.
    """

    def __init__(self, store: People, directory: Directory, clock: Callable[[], int], idle_seconds: int) -> None:
        self._store, self._directory, self._clock = store, directory, clock
        self._idle_seconds = idle_seconds

    def require(self, person: str, item: ShareItem, recipient: str = TEAM) -> Shared:
        """Return the item if `recipient` may have it now. Raise NoConsent otherwise."""
        kept, until = self._look(person, recipient)
        if kept.session is None or item not in until:
            raise NoConsent(f"no live consent for {item}")
        return Shared(item, self._values(kept.session, item), until[item])

    def talks(self, person: str, recipient: str = TEAM) -> bool:
        """Tell whether the person wants to talk to this recipient now. Without that nothing is passed on."""
        _, until = self._look(person, recipient)
        return ShareItem.WANTS_TO_TALK in until

    def shared(self, person: str, recipient: str = TEAM) -> tuple[Shared, ...]:
        """Return all items `recipient` may have now, in a fixed order, without empty ones."""
        kept, until = self._look(person, recipient)
        session = kept.session
        if session is None:
            return ()
        items = [item for item in ShareItem if item in until and item is not ShareItem.REMEMBER]
        found = (Shared(item, self._values(session, item), until[item]) for item in items)
        return tuple(shared for shared in found if shared.values or shared.item in _WITHOUT_VALUE)

    def area(self, person: str, recipient: str = TEAM) -> Area | None:
        """Return the area if `recipient` may have it now; None if they may not, or if it is not known."""
        kept, until = self._look(person, recipient)
        return kept.session.area if kept.session and ShareItem.AREA in until else None

    def remembered(self, person: str) -> Remembered | None:
        """Return what the team remembers of a person who wants to talk now and to be remembered, else None.

        Empty if no case has closed since they agreed. Of anybody else it tells nothing, not even that they were here.
        """
        kept, until = self._look(person, TEAM)
        if not {ShareItem.REMEMBER, ShareItem.WANTS_TO_TALK} <= until.keys():
            return None
        ends = until[ShareItem.REMEMBER]
        return replace(kept.remembered, until=ends) if kept.remembered else Remembered(ends)

    def number(self, person: str, recipient: str = TEAM) -> str:
        """Return the phone number for a call that the person agreed to. Raise NoConsent otherwise.

        Write the audit entry before calling this.
        """
        kept, until = self._look(person, recipient)
        if ShareItem.REACH not in until or not kept.phone:
            raise NoConsent(f"no live consent for {ShareItem.REACH}")
        return kept.phone

    def screen(self, person: str) -> Screen:
        """Tell whether words may be sent to the person now. Reveals nothing they said."""
        session = self._store.load_person(person).session
        if session is None:
            return Screen.COVERED
        if session.safe:
            return Screen.UNSAFE if is_paused(session, self._clock(), self._idle_seconds) else Screen.OPEN
        if session.state is State.HANDOFF_HELD:
            return Screen.ASKED
        return Screen.COVERED if session.state in _COVERED else Screen.UNSAFE

    def _look(self, person: str, recipient: str) -> tuple[Kept, dict[ShareItem, int]]:
        """Return the stored data, and the items in force with their expiry.

        The ledger is read last, so that a consent taken back in between does not count. Items unknown to the session do
        not count either: the session may have been lost with its data, and the person can't take back what they can't
        see.
        """
        kept = self._store.load_person(person)
        if not person or kept.session is None or kept.stopped:
            return kept, {}
        ledger, now = self._store.ledger(person), self._clock()
        ends = _ends(ledger, recipient)
        return kept, {item: ends[item] for item in live(ledger, recipient, now) & _known(kept.session, recipient)}

    def _values(self, session: Session, item: ShareItem) -> tuple[str, ...]:
        if item is ShareItem.NEEDS:
            return tuple(need.value for need in session.needs or session.parked)
        if item is ShareItem.SAID:
            return tuple(self._went_over(session, what) for what in session.topics_discussed)
        words = {
            ShareItem.AREA: _area(session.area) if session.area else "",
            ShareItem.NAME: session.name,
            ShareItem.TIMES: session.times,
            ShareItem.SERVICE: self._service(session.introduction) if session.introduction else "",
        }.get(item, "")
        return (words,) if words else ()

    def _went_over(self, session: Session, what: str) -> str:
        """Describe a service and whether it was set aside, or name the state of a reason to hesitate."""
        if what.startswith("hesitation."):
            return what
        aside = " (set aside)" if what in session.refused else ""
        return f"{self._service(what)}{aside}"

    def _service(self, service_id: str) -> str:
        try:
            return self._directory.describe(service_id, "en").name
        except DirectoryError:
            return "A service that is no longer listed"


_WITHOUT_VALUE = frozenset({ShareItem.WANTS_TO_TALK, ShareItem.REACH})
_COVERED = frozenset({State.SAFETY_COVER, State.WELCOME_LATER})


def _known(session: Session, recipient: str) -> frozenset[ShareItem]:
    """Return the items that the person would be told this recipient may have."""
    if recipient == TEAM:
        return session.given()
    return session.agency_items if session.agency and recipient == agency(session.agency) else frozenset()


def _area(area: Area) -> str:
    """Format as "Santa Ana, CA", or as much of it as is known."""
    place = area.city or (f"{area.county.removesuffix(' County')} County" if area.county else "")
    return ", ".join(part for part in (place, area.region) if part) or area.country


def _ends(ledger: tuple[ConsentRecord, ...], recipient: str) -> dict[ShareItem, int]:
    """Return the latest expiry of each item that was given and not taken back since."""
    ends: dict[ShareItem, int] = {}
    for record in ledger:
        if record.recipient != recipient:
            continue
        for item in record.items:
            if record.kind != "given":
                ends.pop(item, None)
            else:
                ends[item] = max(ends.get(item, 0), record.expires_at)
    return ends
