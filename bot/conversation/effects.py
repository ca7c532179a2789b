"""What the events of a turn change beside the session: consents, cases, jobs to queue or drop.

Builds records only and sends nothing. Everything is written in the same commit as the session.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from zoneinfo import ZoneInfo

from bot.casework.cases import Case, Kind, Line, Status, alarmed, ended, heard, new_code
from bot.casework.consent import DEFAULT_DAYS, ConsentDays
from bot.casework.remembered import Remembered
from bot.casework.safe_times import is_outside
from bot.conversation.consent_records import ConsentRecorder
from bot.conversation.messages import Inbound
from bot.conversation.remembering import after_turn
from bot.directory.timezones import zone_of
from bot.flows.machine import Step
from bot.flows.model import Interpretation
from bot.flows.names import Event
from bot.flows.safety import DANGERS
from bot.flows.session import Session
from bot.reports import metrics as counting
from bot.store.jobs import (
    AT_ONCE,
    AlertStaff,
    CheckIn,
    DismissContact,
    InviteContact,
    Job,
    OrderedJob,
    RelayToContact,
    RelayToStaff,
    Reminder,
    ScheduledJob,
)
from bot.store.records import Commit, PersonKey, StoredReply, Texted

DAY = timedelta(days=1)

ON_INTRODUCTION = frozenset(
    {Event.INTRODUCTION_OFFERED, Event.INTRODUCTION_PUT_OFF, Event.INTRODUCTION_AGREED, Event.INTRODUCTION_ENDED,
     Event.CONTACT_CAME, Event.CONTACT_SILENT, Event.CONTACT_WENT}
)  # fmt: skip
ON_CASE = frozenset({*ON_INTRODUCTION, Event.ITEM_TAKEN_BACK, Event.REMINDER_SET, Event.REMINDER_PUT_OFF})
"""Events that appear in the timeline of a case, and may change the case."""

_NEEDS_CASE = frozenset(
    {Event.CONSENT_GIVEN, Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN, Event.OPTED_OUT, Event.TEXT_RELAYED,
     Event.DANGER_TOLD, *ON_CASE}
)  # fmt: skip

_ENDS_CASE = frozenset({Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN, Event.OPTED_OUT})
_ENDS_INTRODUCTION = frozenset(
    {Event.INTRODUCTION_ENDED, Event.INTRODUCTION_PUT_OFF, Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN, Event.OPTED_OUT,
     Event.UNDER_13_SAID}
)  # fmt: skip

CHECK_IN_HOURS = {"morning": clock_time(10), "afternoon": clock_time(15), "evening": clock_time(19)}
"""When a check-in is sent, in local time, by the part of the day that the person chose."""


@dataclass(frozen=True, slots=True)
class TurnResult:
    """One turn before it is committed. Times are in epoch seconds."""

    person: PersonKey
    inbound: Inbound
    before: Session
    reading: Interpretation
    step: Step
    now: int
    timezone: ZoneInfo
    days: ConsentDays = DEFAULT_DAYS
    lapsed: str = ""  # the case whose consent has expired since the last message
    quiet: bool = False  # the reply is not sent: the text is too old to be answered
    keeps_times: bool = False  # the text is no sign that the person is there, and no answer
    remembered: Remembered | None = None  # of their earlier cases, before this turn
    language: str = ""  # in which the person texted before this turn, "" if that does not matter

    @property
    def needed_case(self) -> str:
        """The code of the case that this turn may change, "" for none."""
        changes = self.language and self.language != self.step.session.language  # the case says in which they text
        return self.lapsed or (self.before.case if changes or _NEEDS_CASE.intersection(self.step.events) else "")


def build_commit(turned: TurnResult, case: Case | None, texted: Texted | None = None) -> Commit:
    """Build everything that the turn changes. `case` is the one that it needs, None if it is gone.

    The text of the reply is left empty: `said` holds only its key, state and language.
    """
    events, before, session = set(turned.step.events), turned.before, turned.step.session
    ledger, session = ConsentRecorder(turned.person, turned.inbound.sid, before, turned.now, turned.days).records(
        session, events
    )
    session, kept_case, jobs = _case(turned, session, case, events)
    dropped = _dropped(turned, events)
    if Event.CHECK_IN_SET in events:
        due = check_in_at(turned.now, session.daypart, zone_of(session.area, turned.timezone), session.check_in_hour)
        session = session._replace(check_in_at=due)
        jobs.append(CheckIn(turned.person, session.check_in).at(due))
    if Event.REMINDER_SET in events:
        jobs.append(Reminder(turned.person, session.reminder).at(session.remind_at))

    remembered = after_turn(turned.remembered, before, session, events)
    gone = bool(events & {Event.FORGOTTEN, Event.OPTED_OUT})
    return Commit(
        sid=turned.inbound.sid,
        said=StoredReply("", turned.step.says, session.state.value, session.language),
        phone=turned.inbound.phone,
        session=None if gone else _at_times(turned, session),
        stopped=Event.OPTED_OUT in events,
        jobs=tuple(jobs),
        dropped_jobs=tuple(dropped),
        ledger=ledger,
        erase_ledger=Event.FORGOTTEN in events,
        case=kept_case,
        lines=() if turned.lapsed else _lines(turned, talks=bool(case and case.is_open)),
        events=tuple(event.value for event in turned.step.events),
        figures=(*counting.of_turn(before, turned.step), *counting.of_case(case, kept_case, turned.now)),
        day=day_of(turned.now),
        relay=relays(case) if case and case.is_open and Event.TEXT_RELAYED in events else (),
        texted=texted,
        remembered=remembered,
        remembered_seconds=remembered.until - turned.now if remembered else 0,
        erase_remembered=before.remembered and not session.remembered,
    )


def _case(
    turned: TurnResult, session: Session, case: Case | None, events: set[Event]
) -> tuple[Session, Case | None, list[ScheduledJob]]:
    """Return the session and the case after the turn, and the jobs for it; no case when it does not change."""
    now = turned.now
    if turned.lapsed:
        over = ended(case, Status.WITHDRAWN, now) if case and case.is_open else None
        return session, over, list(dismissal(case, now)) if case and over else []
    if Event.CONSENT_GIVEN in events:
        return _open_case(turned, session, case)
    if case is None or not case.is_open:
        return session, None, []
    then = replace(case, language=session.language)  # they may text in another one by now
    jobs: list[ScheduledJob] = []
    if Event.TEXT_RELAYED in events:
        then = heard(then, now)
    if Event.DANGER_TOLD in events:
        # told in a talk, it is in the thread that the person consented to; told to the bot alone, it is not
        why = turned.reading.answer.value if Event.TEXT_RELAYED in events and turned.reading.answer in DANGERS else ""
        then = alarmed(then, now, why)
        jobs.append(AlertStaff(case.code).at(max(now, then.alert_at)))
    if Event.INTRODUCTION_AGREED in events and case.introduction:
        then = replace(then, introduction=case.introduction.agreed(now))
        jobs.append(InviteContact(case.code, case.introduction.code).at(now))
    if events & _ENDS_INTRODUCTION and case.introduction:
        then = replace(then, introduction=case.introduction.ended())
        jobs += dismissal(case, now)
    if turned.before.remembered and not session.remembered and case.status is Status.WAITING:
        then = replace(then, known="")
    if events & _ENDS_CASE:
        then = ended(then, Status.STOPPED if Event.OPTED_OUT in events else Status.WITHDRAWN, now)
    # the words of a relayed text are sealed by the key in the case
    return session, then if then != case or Event.TEXT_RELAYED in events else None, jobs


def _at_times(turned: TurnResult, session: Session) -> Session:
    """Return the session with the times of this turn. A text that is processed late was written at its own time."""
    if turned.keeps_times:
        return session._replace(last_at=turned.before.last_at, asked_at=turned.before.asked_at)
    written_at = max(turned.inbound.at or turned.now, turned.before.last_at if turned.inbound.at else 0)
    return session._replace(last_at=written_at, asked_at=turned.now if turned.now != written_at else 0)


def _dropped(turned: TurnResult, events: set[Event]) -> list[Job]:
    """Return the ids of jobs that no longer apply."""
    before, session = turned.before, turned.step.session
    dropped: list[Job] = []
    if turned.lapsed:
        dropped.append(AlertStaff(turned.lapsed))
    if events & _ENDS_CASE and before.case:
        dropped.append(AlertStaff(before.case))
    if before.check_in and session.check_in != before.check_in:
        dropped.append(CheckIn(turned.person, before.check_in))
    if before.reminder and session.reminder != before.reminder:
        dropped.append(Reminder(turned.person, before.reminder))
    return dropped


def dismissal(case: Case, now: int) -> tuple[ScheduledJob, ...]:
    """Build the job that tells an invited contact that the introduction has ended; none when nobody was invited."""
    over = case.introduction
    return (DismissContact(case.code, over.code).at(now),) if over and over.is_invited else ()


def relays(case: Case) -> tuple[type[OrderedJob], ...]:
    """Return the jobs by which a new line of the thread reaches those who are not at the console."""
    to_staff = (RelayToStaff,) if case.owner and case.by_text else ()
    return (*to_staff, RelayToContact) if case.contact_in else to_staff


def day_of(now: int) -> str:
    """Return the day under which events are counted, by UTC, like 2026-11-22."""
    return datetime.fromtimestamp(now, UTC).date().isoformat()


def check_in_at(now: int, daypart: str, timezone: ZoneInfo, hour: int = 0) -> int:
    """Return when a check-in is due: tomorrow, at the hour or in the part of the day that they chose, by their clock.

    Raises KeyError for any other part of the day.
    """
    local = datetime.fromtimestamp(now, UTC).astimezone(timezone)
    at = datetime.combine(local.date() + DAY, clock_time(hour) if hour else CHECK_IN_HOURS[daypart], timezone)
    return int(at.timestamp())


def is_night(session: Session, now: int, home: ZoneInfo) -> bool:
    """Return whether it is before 8 or after 21 h where the person is: a phone that lights up is seen."""
    return is_outside(("any_time",), datetime.fromtimestamp(now, zone_of(session.area, home)))


def _open_case(
    turned: TurnResult, session: Session, case: Case | None
) -> tuple[Session, Case | None, list[ScheduledJob]]:
    """Open a case and queue its alert, unless one is open already: asking twice alerts nobody twice."""
    if case and case.is_open:
        return session, None, []
    opened = Case(
        new_code(), turned.person, turned.now, session.language, urgent=session.danger, waiting_since=turned.now,
        known=session.last_caseworker_id if session.remembered else "",
    )  # fmt: skip
    return session._replace(case=opened.code), opened, [AlertStaff(opened.code).at(AT_ONCE)]


def _lines(turned: TurnResult, *, talks: bool) -> tuple[Line, ...]:
    """Build the new lines of the thread: facts by name; the person's words only while a caseworker is in the talk."""
    facts = [event for event in turned.step.events if event in _FACTS]
    lines = [Line(Kind.EVENT, event.value, turned.now) for event in facts]
    if Event.TEXT_RELAYED in turned.step.events and talks:
        lines.append(Line(Kind.PERSON, turned.inbound.relayed, turned.inbound.at or turned.now))
    return tuple(lines)


_FACTS = frozenset(
    {Event.CONSENT_GIVEN, Event.NAME_SHARED, Event.CONSENT_TAKEN_BACK, Event.DANGER_TOLD, Event.OPTED_OUT,
     Event.FORGOTTEN, Event.WENT_BLAND, Event.PERSON_PAUSED, Event.CASE_TAKEN, Event.CASE_HANDED_ON,
     Event.CASE_WAITS_ON, Event.CASE_CLOSED, Event.HESITATED, Event.SERVICE_OFFERED, Event.ITEM_TAKEN_BACK,
     *ON_INTRODUCTION, Event.REMINDER_SET, Event.REMINDER_PUT_OFF, Event.REMEMBER_AGREED}
)  # fmt: skip
"""Events that appear in the timeline of a case."""
