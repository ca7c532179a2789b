"""What caseworkers do with a case: claim it, reply, transfer it, close it. Each act is one commit with the session.

The person is told in their own language, as far as their screen allows; the text is queued in the same commit.
Nothing that a person shared is read here: only the consent gate reads that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from bot.casework import cases
from bot.casework.cases import Case, Kind, Line, Status
from bot.casework.escalation import Alert
from bot.casework.remembered import NOTHING_WRITTEN, Summary
from bot.conversation.consent_records import ConsentRecorder
from bot.conversation.effects import day_of, dismissal, relays
from bot.conversation.remembering import after_close
from bot.conversation.render import render
from bot.errors import WarmlineError
from bot.flows.handoff import TALKING
from bot.flows.machine import advance
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Event
from bot.flows.session import Session, is_paused, until
from bot.reports import metrics as counting
from bot.runtime.runtime import Runtime, Snapshot
from bot.store import Commit, Loaded, PersonKey, ScheduledJob, StoredReply
from bot.store.jobs import AlertStaff, RelayToStaff, TellCaseClaimed, TellCaseTransferred
from bot.store.records import CONTACT
from bot.store.retry import retry_on_conflict

LOOK_SECONDS = 60
"""How often a case that waits is looked at between two alerts, for those who come on duty."""


class CaseClosed(WarmlineError):
    """There is no such case, or it is over."""


class NotCaseOwner(WarmlineError):
    """Another caseworker owns the case. `owner` is a staff id."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        super().__init__("held by somebody else")


class ScreenNotSafe(WarmlineError):
    """Somebody else may see the person's screen: nothing is sent before they say that it is safe."""


class StaleCase(WarmlineError):
    """The case has changed since it was read, so that the act no longer applies."""


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One act: the case after it, the answer that the conversation gets, who acted, and words to pass on.

    `sets` are fields of the person's session to set first, such as the caseworker's name. `by` is a staff id, or "".
    """

    case: Case
    answer: Answer | None = None
    by: str = ""
    sets: Mapping[str, Any] = field(default_factory=dict)
    words: str = field(default="", repr=False)
    note: str = field(default="", repr=False)  # for staff only, kept with the act
    summary: Summary = NOTHING_WRITTEN  # for who works with the person next, if they want to be remembered
    contact: bool = False  # the words are those of an agency's contact
    jobs: tuple[ScheduledJob, ...] = ()
    counted: tuple[str, ...] = ()


Change = Callable[[Case, int], CaseChange | None]
"""Decides what to do with a case as it stands at a time (epoch seconds); None for nothing. May raise to refuse."""


class CaseActions:
    """Acts on cases for all staff. Safe to share between threads. Every act may raise StoreUnavailable, Conflict.

    `sid` is that of the text by which staff act, if any: a repeated webhook acts once.
    """

    def __init__(self, runtime: Runtime) -> None:
        self._runtime, self._store = runtime, runtime.store

    def claim(self, code: str, staff: str, name: str, *, by_text: bool = False) -> Case:
        """Claim the case. The person is told that `name` is here; others who were alerted are told that it is taken.

        With `by_text` the person's messages are texted to `staff`. While danger is not answered, any alerted caseworker
        may claim the case from its owner. Raises NotCaseOwner, CaseClosed.
        """

        def plan(case: Case, now: int) -> CaseChange | None:
            if case.owner == staff and not case.alarm_at:
                return CaseChange(replace(case, by_text=True)) if by_text and not case.by_text else None
            if case.status is Status.HELD and case.owner != staff and not (case.alarm_at and staff in case.paged):
                raise NotCaseOwner(case.owner)
            if case.owner == staff:  # has seen the alarm; the person still waits for a reply
                return CaseChange(replace(case, alarm_at=0, by_text=by_text or case.by_text, asked_at=now), by=staff)
            told = sorted({*case.paged, case.owner} - {staff, ""})
            jobs = tuple(TellCaseClaimed(case.code, case.round, other).at(now) for other in told)
            return CaseChange(
                cases.taken(case, staff, now, by_text=by_text),
                Answer.TAKEN,
                staff,
                {"caseworker_name": name},
                jobs=jobs,
            )

        return self.apply(code, plan)

    def ask(self, code: str, staff: str, name: str) -> Case:
        """Ask the person whether it is safe to talk, in a bland message; say nothing after a cover word.

        An alarm stays on. Raises NotCaseOwner, CaseClosed.
        """

        def plan(case: Case, now: int) -> CaseChange:
            only_owner(case, staff)
            jobs = (AlertStaff(case.code).at(max(now, case.alert_at)),) if case.alarm_at else ()
            return CaseChange(case, Answer.TAKEN, staff, {"caseworker_name": name}, jobs=jobs)

        return self.apply(code, plan)

    def reply(self, code: str, staff: str, words: str, *, sid: str = "") -> Case:
        """Text the caseworker's words to the person. Raises NotCaseOwner, ScreenNotSafe, CaseClosed."""

        def plan(case: Case, now: int) -> CaseChange:
            only_owner(case, staff)
            return CaseChange(cases.answered(case, now), by=staff, words=words)

        return self.apply(code, plan, sid)

    def transfer(self, code: str, staff: str, name: str, to: str, note: str = "") -> Case:
        """Transfer the case to the caseworker `to`, whom the person knows as `name`. The person is told first.

        A `note` for staff is kept in the same commit. Raises NotCaseOwner, CaseClosed.
        """

        def plan(case: Case, now: int) -> CaseChange:
            only_owner(case, staff)
            passed = TellCaseTransferred(case.code, now, to).at(now)
            return CaseChange(
                cases.taken(case, to, now),
                Answer.HANDED_ON,
                staff,
                {"caseworker_name": name},
                note=note,
                jobs=(passed,),
            )

        return self.apply(code, plan)

    def release(self, code: str, staff: str, *, silent_seconds: int = 0) -> Case:
        """Release the case: it waits and alerts again.

        With `silent_seconds`, only if its owner has not answered the person for so long; raises StaleCase otherwise.
        """

        def plan(case: Case, now: int) -> CaseChange:
            if silent_seconds and not cases.is_silent(case, now, silent_seconds):
                raise StaleCase("the caseworker has answered")
            jobs = (AlertStaff(case.code).at(now), *dismissal(case, now))
            return CaseChange(cases.waiting_again(case, now), Answer.STAFF_QUIET, staff, jobs=jobs)

        return self.apply(code, plan)

    def close(self, code: str, staff: str, outcome: str, summary: Summary = NOTHING_WRITTEN) -> Case:
        """Close the case with an outcome. The bot goes on, and tells the person so.

        The case is remembered, with the `summary`, only if the person wants that now; else nothing of it is kept.
        """

        def plan(case: Case, now: int) -> CaseChange:
            over = cases.ended(case, Status.CLOSED, now, outcome)
            return CaseChange(over, Answer.CLOSED, staff, summary=summary, jobs=dismissal(case, now))

        return self.apply(code, plan)

    def set_urgent(self, code: str, *, urgent: bool) -> Case:
        """Set the case urgent, or not urgent. The person is told nothing. Raises CaseClosed."""

        def plan(case: Case, now: int) -> CaseChange | None:
            changed = cases.flagged(case, urgent=urgent)
            return CaseChange(changed) if case.urgent != urgent else None

        return self.apply(code, plan)

    def escalate(self, seen: Case, alert: Alert, jobs: tuple[ScheduledJob, ...] = ()) -> Case:
        """Take the next step of the alert ladder: queue its alerts (`jobs`), and tell the person when it is time to.

        An alert of newcomers leaves the next step where it is. The case is looked at again within a minute. Raises
        StaleCase when the case is no longer at the step at which it was `seen`.
        """

        def plan(case: Case, now: int) -> CaseChange:
            if (case.round, case.step) != (seen.round, seen.step) or not case.needs_attention:
                raise StaleCase("another worker took this step")
            next_at = now + alert.wait_seconds if alert.wait_seconds else case.alert_at
            paged = tuple(dict.fromkeys((*case.paged, *alert.staff)))
            stepped = replace(
                case, step=alert.step + 1, alert_at=next_at, alerted_at=now, paged=paged, rung=alert.staff,
                on_duty=alert.on_duty,
            )  # fmt: skip
            tell = Answer.STILL_WAITING if alert.tell and case.status is Status.WAITING else None
            again = AlertStaff(case.code).at(min(next_at, now + LOOK_SECONDS))
            alerted = counting.named(counting.ALERT, alert.rung)
            return CaseChange(stepped, tell, jobs=(*jobs, again), counted=(alerted,) if alert.staff else ())

        return self.apply(seen.code, plan)

    def alert_failed(self, seen: Case, staff: str, *, again: bool, next_in: int | None) -> Case:
        """Note that an alert did not reach `staff`. `again`: a later step may try them.

        The next step is due in `next_in` seconds, unless it is due sooner anyway; None leaves it where it is.

        Raises StaleCase when the case has moved on since it was `seen`.
        """

        def plan(case: Case, now: int) -> CaseChange:
            if (case.round, case.step) != (seen.round, seen.step) or not case.needs_attention:
                raise StaleCase("the case has moved on")
            left = tuple(who for who in case.paged if who != staff) if again else case.paged
            if next_in is None:
                return CaseChange(replace(case, paged=left))
            at = min(case.alert_at, now + next_in)
            return CaseChange(replace(case, paged=left, alert_at=at), jobs=(AlertStaff(case.code).at(at),))

        return self.apply(seen.code, plan)

    def not_sent(self, code: str, staff: str) -> Case:
        """Note that the caseworker's last text was not sent: the person still waits for an answer.

        The time to answer starts anew. Raises StaleCase when `staff` no longer owns the case, CaseClosed.
        """

        def plan(case: Case, now: int) -> CaseChange | None:
            if case.status is not Status.HELD or case.owner != staff:
                raise StaleCase("somebody else has the case")
            return None if case.asked_at else CaseChange(cases.unanswered(case, now))

        return self.apply(code, plan)

    def apply(self, code: str, plan: Change, sid: str = "") -> Case:
        """Carry out `plan` once on the case as it stands, whoever else acts. Raises CaseClosed and what `plan` does."""
        return retry_on_conflict(lambda: self._try(code, plan, sid))

    def screen_is_safe(self, case: Case) -> bool:
        """Return whether words may go to the person's screen now. Never to a child's."""
        loaded = self._store.load_person(PersonKey(case.person))
        session = _standing(self._runtime.snapshot(), loaded)
        return session is not None and session.safe and not session.young and session.state in TALKING

    def _try(self, code: str, plan: Change, sid: str) -> Case:
        case = self._open(code)
        loaded = self._store.load_person(PersonKey(case.person), sid)
        if loaded.said is not None:  # this very text was acted on before
            return case
        snapshot = self._runtime.snapshot(closed=loaded.closed)
        session = _standing(snapshot, loaded)
        if session is None or session.case != code:
            raise CaseClosed("nobody stands behind this case any more")
        # The version that guards the commit is the session's, so the case is read again after the session.
        case = self._open(code)
        act = plan(case, snapshot.now)
        if act is None:
            return case
        act = replace(act, case=replace(act.case, language=session.language))  # they may text in another one by now
        self._store.commit(loaded, _commit_of(act, _Found(snapshot, loaded, session, case, sid)))
        return act.case

    def _open(self, code: str) -> Case:
        case = self._store.cases.get(code)
        if case is None or not case.is_open or not case.person:
            raise CaseClosed("no such case, or it is over")
        return case


class _Found(NamedTuple):
    """The person and the case as an act finds them."""

    snapshot: Snapshot
    loaded: Loaded
    session: Session
    case: Case
    sid: str


def only_owner(case: Case, staff: str) -> None:
    """Raise NotCaseOwner unless `staff` owns the case."""
    if case.owner != staff:
        raise NotCaseOwner(case.owner)


def _standing(snapshot: Snapshot, loaded: Loaded) -> Session | None:
    """Return the person's session now: without what has expired, and bland again after a pause (promise 7)."""
    if loaded.session is None or loaded.stopped:
        return None
    session = until(loaded.session, snapshot.now)
    if session.safe and is_paused(session, snapshot.now, snapshot.settings.idle_seconds):
        return advance(session, Interpretation(Answer.PAUSE), snapshot.directory).session
    return session


def _commit_of(act: CaseChange, found: _Found) -> Commit:
    """Build the commit of an act: the session, the case, its thread and what is texted. Raises ScreenNotSafe."""
    snapshot, loaded, session, case, sid = found
    before, now, counted = session, snapshot.now, act.counted
    text = _words(act, session)
    events: tuple[Event, ...] = ()
    if act.answer:
        step = advance(session._replace(**act.sets), Interpretation(act.answer), snapshot.directory)
        session, events = step.session._replace(edition=snapshot.edition, asked_at=now), step.events
        text = render(snapshot, step)
        counted += counting.of_words(step) if text else ()
    if act.words:
        session = session._replace(spoken_to=True)
    if act.case.owner and act.answer:
        session = session._replace(last_caseworker_id=act.case.owner)
    shown = ConsentRecorder(case.person, sid, before, now, snapshot.settings.consent_days)
    ledger, session = shown.records(session, set(events))
    lines = [Line(Kind.NOTE, act.note, now, act.by)] if act.note else []
    lines += [Line(Kind.EVENT, event.value, now, act.by) for event in events]
    if text or act.words:
        speaker = Kind.CONTACT if act.contact else Kind.STAFF if act.words else Kind.BOT
        lines.append(Line(speaker, act.words or text, now, act.by))
    closes = act.answer is Answer.CLOSED
    remembered = after_close(loaded.remembered, before, act.case, act.summary, now) if closes else None
    relay = tuple(job for job in relays(act.case) if (job is RelayToStaff) == act.contact) if act.words else ()
    return Commit(
        sid=sid,
        said=StoredReply("", "", session.state.value, session.language),
        phone=loaded.phone,
        session=session,
        stopped=False,
        jobs=act.jobs,
        dropped_jobs=(AlertStaff(case.code),) if act.answer in (Answer.TAKEN, Answer.CLOSED) else (),
        case=act.case,
        ledger=ledger,
        lines=tuple(lines),
        events=tuple(event.value for event in events),
        figures=(*counted, *counting.of_case(case, act.case, now)),
        day=day_of(now),
        outgoing=text,
        of_case=True,
        at=now,
        needs_safe_screen=session.safe,
        words_of=CONTACT if act.contact else act.by if act.words else "",
        relay=relay,
        remembered=remembered,
        remembered_seconds=remembered.until - now if remembered else 0,
    )


def _words(act: CaseChange, session: Session) -> str:
    """Return what the person gets of the words, led by a name once more than one writes. Raises ScreenNotSafe."""
    if act.words and not session.safe and not act.contact:
        raise ScreenNotSafe("the screen may be seen")
    if not act.words or not session.safe:
        return ""  # the contact's words wait in the thread, for the caseworker
    speaker = session.contact if act.contact else session.caseworker_name if session.contact_in else ""
    return f"{speaker}: {act.words}" if speaker else act.words
