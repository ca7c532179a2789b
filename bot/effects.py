"""What the events of a turn ask of the world: consents, cases, work to queue or drop. Records only, nothing is sent.

Each follows from an event that the table names; it is written in the same commit as the session (section 3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from typing import Literal
from zoneinfo import ZoneInfo

from bot.casework.cases import Case, new_code
from bot.casework.consent import TEAM, TEAM_DAYS, ConsentRecord
from bot.content.catalog import EDITION
from bot.flows.machine import Step
from bot.flows.names import Event, Share
from bot.flows.session import Session
from bot.store.records import Commit, Job, PersonKey, Said

PURPOSE = "a caseworker can help"
DAY = timedelta(days=1)

CHECK_IN_HOURS = {"morning": clock_time(10), "afternoon": clock_time(15), "evening": clock_time(19)}
"""When in each part of the day a check-in is sent, local time."""


@dataclass(frozen=True, slots=True)
class Turned:
    """One turn as it stands before it is committed. Times are seconds since the epoch."""

    person: PersonKey
    sid: str
    phone: str
    before: Session
    step: Step
    now: int
    timezone: ZoneInfo


def commit_of(turned: Turned, case: Case | None) -> Commit:
    """All that the turn changes. `case` is the person's open case, if the store still has it.

    The reply is filled in by the caller, who knows the words: `said` holds only the key and the state.
    """
    events, before, session = set(turned.step.events), turned.before, turned.step.session
    jobs: list[Job] = []
    dropped: list[str] = []
    ledger: list[ConsentRecord] = []
    kept_case: Case | None = None

    if Event.CONSENT_GIVEN in events:
        session, kept_case, job = _open_case(turned, session, case)
        jobs += job
        ledger.append(_record(turned, "given", session.shared))
    if Event.NAME_SHARED in events:
        ledger.append(_record(turned, "given", frozenset({Share.NAME})))
    ends = events & {Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN, Event.OPTED_OUT}
    if ends and before.case:
        dropped.append(_alert(before.case))
        kept_case = _ended(case, "stopped" if Event.OPTED_OUT in ends else "withdrawn")
    if events & {Event.CONSENT_TAKEN_BACK, Event.UNDER_13_SAID} and before.shared - session.shared:
        ledger.append(_record(turned, "taken_back", before.shared - session.shared))
    if before.check_in and session.check_in != before.check_in:
        dropped.append(f"checkin:{turned.person}:{before.check_in}")
    if Event.CHECK_IN_SET in events:
        due = check_in_at(turned.now, session.daypart, turned.timezone)
        session = session._replace(check_in_at=due)
        jobs.append(Job("checkin", f"{turned.person}:{session.check_in}", due))

    gone = bool(events & {Event.FORGOTTEN, Event.OPTED_OUT})
    return Commit(
        sid=turned.sid,
        said=Said("", turned.step.says, session.state.value, session.language),
        phone=turned.phone,
        session=None if gone else session._replace(last_at=turned.now),
        stopped=Event.OPTED_OUT in events,
        jobs=tuple(jobs),
        dropped_jobs=tuple(dropped),
        ledger=tuple(ledger),
        erase_ledger=Event.FORGOTTEN in events,
        case=kept_case,
        events=tuple(event.value for event in turned.step.events),
        day=datetime.fromtimestamp(turned.now, UTC).date().isoformat(),
    )


def check_in_at(now: int, daypart: str, timezone: ZoneInfo) -> int:
    """When a check-in is due: tomorrow, in the part of the day that the person chose."""
    local = datetime.fromtimestamp(now, UTC).astimezone(timezone)
    at = datetime.combine(local.date() + DAY, CHECK_IN_HOURS.get(daypart, CHECK_IN_HOURS["afternoon"]), timezone)
    return int(at.timestamp())


def _alert(code: str) -> str:
    return f"alert:{code}"


def _open_case(turned: Turned, session: Session, case: Case | None) -> tuple[Session, Case | None, list[Job]]:
    """A case and its alert, unless one is open already: asking twice wakes nobody twice."""
    if case and case.status == "waiting":
        return session, None, []
    opened = Case(new_code(), turned.person, turned.now, session.language, urgent=session.danger)
    return session._replace(case=opened.code), opened, [Job("alert", opened.code, turned.now)]


def _ended(case: Case | None, status: str) -> Case | None:
    """The case without the person: whoever holds it learns that it ended, and no more."""
    return replace(case, status=status, person="") if case else None


def _record(turned: Turned, kind: Literal["given", "taken_back"], items: frozenset[Share]) -> ConsentRecord:
    return ConsentRecord(
        kind=kind,
        person=turned.person,
        items=tuple(item for item in Share if item in items),
        recipient=TEAM,
        purpose=PURPOSE,
        wording=turned.before.state.value,
        edition=EDITION,
        language=turned.before.language,
        message_sid=turned.sid,
        at=turned.now,
        expires_at=turned.now + TEAM_DAYS * int(DAY.total_seconds()),
    )
