"""What the events of a turn ask of the world: consents, cases, work to queue or drop. Records only, nothing is sent.

Each follows from an event that the table names; it is written in the same commit as the session (section 3).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from typing import Literal
from zoneinfo import ZoneInfo

from bot.casework import counting
from bot.casework.cases import Case, Kind, Line, Status, alarmed, ended, heard, new_code
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
    text: str = field(default="", repr=False)  # the person's words, kept only if they are relayed


def commit_of(turned: Turned, case: Case | None) -> Commit:
    """All that the turn changes. `case` is the person's open case, if the store still has it.

    The reply is filled in by the caller, who knows the words: `said` holds only the key and the state.
    """
    events, before, session = set(turned.step.events), turned.before, turned.step.session
    jobs: list[Job] = []
    dropped: list[str] = []
    ledger: list[ConsentRecord] = []
    kept_case: Case | None = None
    relayed = Event.TEXT_RELAYED in events

    if Event.CONSENT_GIVEN in events:
        session, kept_case, job = _open_case(turned, session, case)
        jobs += job
        ledger.append(_record(turned, "given", session.shared))
    if case and case.is_open and events & {Event.TEXT_RELAYED, Event.DANGER_TOLD}:
        kept_case = heard(case, turned.now) if relayed else case
        if Event.DANGER_TOLD in events:
            kept_case = alarmed(kept_case, turned.now)
            jobs.append(Job("alert", case.code, max(turned.now, kept_case.alert_at)))
    if Event.NAME_SHARED in events:
        ledger.append(_record(turned, "given", frozenset({Share.NAME})))
    ends = events & {Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN, Event.OPTED_OUT}
    if ends and before.case:
        dropped.append(_alert(before.case))
        over = Status.STOPPED if Event.OPTED_OUT in ends else Status.WITHDRAWN
        kept_case = ended(case, over, turned.now) if case and case.is_open else None
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
        lines=_lines(turned),
        events=tuple(event.value for event in turned.step.events),
        figures=(*counting.of_turn(before, turned.step), *counting.of_case(case, kept_case, turned.now)),
        day=day_of(turned.now),
        relay=bool(relayed and kept_case and kept_case.owner and kept_case.by_text),
    )


def day_of(now: int) -> str:
    """The day under which events are counted."""
    return datetime.fromtimestamp(now, UTC).date().isoformat()


def check_in_at(now: int, daypart: str, timezone: ZoneInfo) -> int:
    """When a check-in is due: tomorrow, in the part of the day that the person chose."""
    local = datetime.fromtimestamp(now, UTC).astimezone(timezone)
    at = datetime.combine(local.date() + DAY, CHECK_IN_HOURS.get(daypart, CHECK_IN_HOURS["afternoon"]), timezone)
    return int(at.timestamp())


def _alert(code: str) -> str:
    return f"alert:{code}"


def _open_case(turned: Turned, session: Session, case: Case | None) -> tuple[Session, Case | None, list[Job]]:
    """A case and its alert, unless one is open already: asking twice wakes nobody twice."""
    if case and case.is_open:
        return session, None, []
    opened = Case(
        new_code(), turned.person, turned.now, session.language, urgent=session.danger, waiting_since=turned.now,
        known=session.known,
    )  # fmt: skip
    return session._replace(case=opened.code), opened, [Job("alert", opened.code, turned.now)]


def _lines(turned: Turned) -> tuple[Line, ...]:
    """What the case's thread gains: facts by name, and the person's own words only while they talk with a person."""
    facts = [event for event in turned.step.events if event in _FACTS]
    lines = [Line(Kind.EVENT, event.value, turned.now) for event in facts]
    if Event.TEXT_RELAYED in turned.step.events:
        lines.append(Line(Kind.PERSON, turned.text, turned.now))
    return tuple(lines)


_FACTS = frozenset(
    {Event.CONSENT_GIVEN, Event.NAME_SHARED, Event.CONSENT_TAKEN_BACK, Event.DANGER_TOLD, Event.OPTED_OUT,
     Event.FORGOTTEN, Event.WENT_BLAND, Event.PERSON_PAUSED, Event.CASE_TAKEN, Event.CASE_HANDED_ON,
     Event.CASE_WAITS_ON, Event.CASE_CLOSED, Event.HESITATED, Event.SERVICE_OFFERED}
)  # fmt: skip
"""Events that stand in a case's timeline."""


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
