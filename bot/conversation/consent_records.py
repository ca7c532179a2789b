"""What a turn adds to the consent ledger: consent given, to whom and until when, and consent taken back.

Every record follows from an event of the transition table. Holds no words of a person.
"""

from __future__ import annotations

from typing import Literal

from bot.casework import consent
from bot.casework.consent import TEAM, ConsentDays, ConsentRecord
from bot.flows.consent import BACK, UNNAMED
from bot.flows.names import Event, ShareItem, State
from bot.flows.session import Session

DAY_SECONDS = 86_400
PURPOSES = {TEAM: "a caseworker can help"}
INTRODUCTION = "an introduction to this agency"
REMEMBERING = "who returns does not have to start over"

_REMEMBER = frozenset({ShareItem.REMEMBER})

_TAKES_BACK = frozenset(
    {Event.CONSENT_TAKEN_BACK, Event.ITEM_TAKEN_BACK, Event.UNDER_13_SAID, Event.OPTED_OUT}
)  # fmt: skip
"""Opting out too: a person who comes back later has not agreed to anything yet."""

SHIPPED_WORDS = "shipped"
"""The edition of shipped content."""


class ConsentRecorder:
    """Builds the records of one turn: the message that was shown, and the text that answered it."""

    def __init__(self, person: str, sid: str, before: Session, now: int, days: ConsentDays) -> None:
        self._person, self._sid, self._before, self._now, self._days = person, sid, before, now, days

    def until(self, recipient: str) -> int:
        """Return when a consent to this recipient expires if it is given now, in epoch seconds."""
        return self._now + DAY_SECONDS * (self._days.team if recipient == TEAM else self._days.agency)

    @property
    def remembered_until(self) -> int:
        """Return when a consent to be remembered expires if it is given now, in epoch seconds."""
        return self._now + DAY_SECONDS * self._days.remember

    def record(
        self, kind: Literal["given", "taken_back", "ended"], items: frozenset[ShareItem], recipient: str = TEAM
    ) -> ConsentRecord:
        """Build one record. To be remembered has a purpose and an end of its own."""
        remembers = items == _REMEMBER
        return ConsentRecord(
            kind=kind,
            person=self._person,
            items=tuple(item for item in ShareItem if item in items),
            recipient=recipient,
            purpose=REMEMBERING if remembers else PURPOSES.get(recipient, INTRODUCTION),
            wording=self._shown(),
            edition=str(self._before.edition) if self._before.edition else SHIPPED_WORDS,
            language=self._before.language,
            message_sid=self._sid,
            at=self._now,
            expires_at=self.remembered_until if remembers else self.until(recipient),
        )

    def _shown(self) -> str:
        """Return the key of the message that named what, to whom and until when."""
        state = _SHOWN_BY.get(self._before.state, self._before.state)
        unnamed = {} if ShareItem.NAME in self._before.shared else UNNAMED
        return ({**BACK, **unnamed} if self._before.remembered else unnamed).get(state, state.value)

    def records(self, session: Session, events: set[Event]) -> tuple[tuple[ConsentRecord, ...], Session]:
        """Return the records of a turn that led to `session`, and the session with the new expiry times."""
        before, ledger = self._before, []
        if Event.CONSENT_GIVEN in events and before.shared - session.shared:
            ledger.append(self.record("ended", before.shared - session.shared))
        if events & {Event.CONSENT_GIVEN, Event.NAME_SHARED}:
            named = frozenset({ShareItem.NAME}) if Event.NAME_SHARED in events else session.shared
            session = session._replace(consent_expires_at=max(session.consent_expires_at, self.until(TEAM)))
            ledger.append(self.record("given", named))
        if Event.REMEMBER_AGREED in events:
            session = session._replace(remembered_until=self.remembered_until)
            ledger.append(self.record("given", _REMEMBER))
        elif before.remembered and not session.remembered and Event.FORGOTTEN not in events:
            ledger.append(self.record("taken_back", _REMEMBER))
        if Event.INTRODUCTION_AGREED in events:
            recipient = consent.agency(session.agency)
            session = session._replace(agency_until=self.until(recipient))
            ledger.append(self.record("given", session.agency_items, recipient))
        if events & _TAKES_BACK and before.shared - session.shared:
            ledger.append(self.record("taken_back", before.shared - session.shared))
        if before.agency_items - session.agency_items and Event.FORGOTTEN not in events:
            lost = before.agency_items - session.agency_items
            kind: Literal["taken_back", "ended"] = "taken_back" if events & _BY_PERSON else "ended"
            ledger.append(self.record(kind, lost, consent.agency(before.agency)))
        return tuple(ledger), session


_SHOWN_BY = {State.CONSENT_TIMES: State.CONSENT_CHOOSE, State.CONSENT_AGENCY_ITEM: State.CONSENT_AGENCY}
"""States whose question is not the one that named what, to whom and until when; and the state of that one."""

_BY_PERSON = frozenset({*_TAKES_BACK, Event.INTRODUCTION_ENDED})
