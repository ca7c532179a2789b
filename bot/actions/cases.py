"""What a caseworker does with a case: take it, write, pass it on, close it; each one commit with the person's session.

The person is told first, in their own language and only as far as their screen allows; what is said waits in the
same commit to be sent. Nothing that was shared is read here: that goes by `casework.gate` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.casework import cases
from bot.casework.cases import Case, Kind, Line, Status
from bot.casework.escalation import Alert
from bot.conversation.consent_records import Shown
from bot.conversation.effects import day_of, dismissal, relays
from bot.conversation.engine import Conversation
from bot.errors import WarmlineError
from bot.flows.handoff import TALKING
from bot.flows.machine import advance
from bot.flows.model import Reading
from bot.flows.names import Answer, Event
from bot.flows.session import Session, is_paused, until
from bot.reports import metrics as counting
from bot.store import Commit, Loaded, PersonKey, Said, ScheduledJob
from bot.store.conflicts import retry_on_conflict
from bot.store.jobs import AlertStaff, RelayToStaff, TellCaseClaimed, TellCaseTransferred


class CaseGone(WarmlineError):
    """No such case, or it is over: nobody stands behind it any more."""


class HeldByOther(WarmlineError):
    """Somebody else holds the case. `owner` is a staff id."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        super().__init__("held by somebody else")


class NotSafeNow(WarmlineError):
    """The person said that somebody may see the screen: nothing is sent before they say it is ok."""


class Meanwhile(WarmlineError):
    """The case has moved on since it was looked at: there is nothing left to do."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: the case as it becomes, how the conversation hears it, who did it, and words to pass on.

    `sets` changes the person's session before it is heard: by whom the case is held, whom they are introduced to.
    `by` is the id of a colleague, or "".
    """

    case: Case
    answer: Answer | None = None
    by: str = ""
    sets: Mapping[str, Any] = field(default_factory=dict)
    words: str = field(default="", repr=False)
    contact: bool = False  # the words are the contact's of an introduction
    jobs: tuple[ScheduledJob, ...] = ()
    counted: tuple[str, ...] = ()


Plan = Callable[[Case, int], Act | None]
"""What to do with a case as it stands now (seconds since the epoch), None for nothing; may raise to refuse."""


class Desk:
    """Acts on cases for all staff. Safe to share between threads. Every act may raise StoreGone, LostRace.

    `sid` is that of the text by which staff act, if it was one: a repeated webhook acts once.
    """

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._parts = conversation.parts

    def take(self, code: str, staff: str, name: str, *, by_text: bool = False) -> Case:
        """Hold the case; the person is told that somebody is here, and who else was alerted that it is taken.

        With `by_text` what the person writes is texted to `staff`. While danger goes unanswered, whoever was alerted
        to it may take the case from its owner. Raises HeldByOther, CaseGone.
        """

        def plan(case: Case, now: int) -> Act | None:
            if case.owner == staff and not case.alarm_at:
                return Act(replace(case, by_text=True)) if by_text and not case.by_text else None
            if case.status is Status.HELD and case.owner != staff and not (case.alarm_at and staff in case.paged):
                raise HeldByOther(case.owner)
            if case.owner == staff:  # has heard the alarm; the person still waits for a word
                return Act(replace(case, alarm_at=0, by_text=by_text or case.by_text, asked_at=now), by=staff)
            told = sorted({*case.paged, case.owner} - {staff, ""})
            jobs = tuple(TellCaseClaimed(case.code, case.round, other).at(now) for other in told)
            return Act(cases.taken(case, staff, now, by_text=by_text), Answer.TAKEN, staff, {"held": name}, jobs=jobs)

        return self.act(code, plan)

    def ask(self, code: str, staff: str, name: str) -> Case:
        """Ask the person whether now is ok, in words that name nothing; silent while they keep their screen covered.

        An alarm goes on. Raises HeldByOther, CaseGone.
        """

        def plan(case: Case, now: int) -> Act:
            only_owner(case, staff)
            jobs = (AlertStaff(case.code).at(max(now, case.alert_at)),) if case.alarm_at else ()
            return Act(case, Answer.TAKEN, staff, {"held": name}, jobs=jobs)

        return self.act(code, plan)

    def say(self, code: str, staff: str, words: str, *, sid: str = "") -> Case:
        """Send the caseworker's words to the person. Raises HeldByOther, NotSafeNow, CaseGone."""

        def plan(case: Case, now: int) -> Act:
            only_owner(case, staff)
            return Act(cases.answered(case, now), by=staff, words=words)

        return self.act(code, plan, sid)

    def hand_on(self, code: str, staff: str, name: str, to: str) -> Case:
        """Pass the case to a colleague, who is known to the person as `name`; the person is told first.

        Raises HeldByOther, CaseGone.
        """

        def plan(case: Case, now: int) -> Act:
            only_owner(case, staff)
            passed = TellCaseTransferred(case.code, now, to).at(now)
            return Act(cases.taken(case, to, now), Answer.HANDED_ON, staff, {"held": name}, jobs=(passed,))

        return self.act(code, plan)

    def let_go(self, code: str, staff: str, *, silent_seconds: int = 0) -> Case:
        """Put the case back on the board: it waits again, and alerts again.

        With `silent_seconds` only if its owner has let the person wait so long, else raises Meanwhile.
        """

        def plan(case: Case, now: int) -> Act:
            if silent_seconds and not cases.is_silent(case, now, silent_seconds):
                raise Meanwhile("the caseworker has answered")
            jobs = (AlertStaff(case.code).at(now), *dismissal(case, now))
            return Act(cases.waiting_again(case, now), Answer.STAFF_QUIET, staff, jobs=jobs)

        return self.act(code, plan)

    def still_waiting(self, code: str) -> Case:
        """Tell the person honestly that it takes longer, with open numbers."""
        return self.act(code, lambda case, _: Act(case, Answer.STILL_WAITING))

    def close(self, code: str, staff: str, outcome: str) -> Case:
        """End the talk with an outcome; the bot takes up again and says so."""

        def plan(case: Case, now: int) -> Act:
            over = cases.ended(case, Status.CLOSED, now, outcome)
            return Act(over, Answer.CLOSED, staff, jobs=dismissal(case, now))

        return self.act(code, plan)

    def step_on(self, seen: Case, alert: Alert, jobs: tuple[ScheduledJob, ...] = ()) -> Case:
        """The alert ladder goes one step on: who is alerted (`jobs`), and the person is told if it is time to.

        Raises Meanwhile when the case is no longer at the step at which it was `seen`.
        """

        def plan(case: Case, now: int) -> Act:
            if (case.round, case.step) != (seen.round, seen.step) or not case.calls:
                raise Meanwhile("another worker took this step")
            next_at = now + alert.wait_seconds
            paged = tuple(dict.fromkeys((*case.paged, *alert.staff)))
            stepped = replace(
                case, step=alert.step + 1, alert_at=next_at, alerted_at=now, paged=paged, rung=alert.staff
            )
            tell = Answer.STILL_WAITING if alert.tell and case.status is Status.WAITING else None
            again = AlertStaff(case.code).at(next_at)
            alerted = counting.named(counting.ALERT, alert.rung)
            return Act(stepped, tell, jobs=(*jobs, again), counted=(alerted,) if alert.staff else ())

        return self.act(seen.code, plan)

    def missed(self, seen: Case, staff: str, *, again: bool, all_missed: bool) -> Case:
        """An alert did not reach `staff`; `again`: another step may try. With `all_missed` the next step is due now.

        Raises Meanwhile when the case has moved on since it was `seen`.
        """

        def plan(case: Case, now: int) -> Act:
            if (case.round, case.step) != (seen.round, seen.step) or not case.calls:
                raise Meanwhile("the case has moved on")
            left = tuple(who for who in case.paged if who != staff) if again else case.paged
            jobs = (AlertStaff(case.code).at(now),) if all_missed else ()
            return Act(replace(case, paged=left, alert_at=now if all_missed else case.alert_at), jobs=jobs)

        return self.act(seen.code, plan)

    def act(self, code: str, plan: Plan, sid: str = "") -> Case:
        """Carry out `plan` on the case as it stands, once, whoever else acts. Raises what the plan raises, CaseGone."""
        return retry_on_conflict(lambda: self._act_once(code, plan, sid))

    def _act_once(self, code: str, plan: Plan, sid: str) -> Case:
        case = self._parts.store.cases.get(code)
        if case is None or not case.is_open or not case.person:
            raise CaseGone("no such case, or it is over")
        loaded = self._parts.store.load_person(PersonKey(case.person), sid)
        if loaded.said is not None:  # this very text was acted on before
            return case
        now = self._parts.clock()
        session = self._standing(loaded, now)
        if session is None or session.case != code:
            raise CaseGone("nobody stands behind this case any more")
        # once more: the version that guards the commit is the session's, and a case read before it may be older
        case = self._parts.store.cases.get(code)
        if case is None or not case.is_open:
            raise CaseGone("no such case, or it is over")
        act = plan(case, now)
        if act is None:
            return case
        self._commit(loaded, session, case, act, sid)
        return act.case

    def _standing(self, loaded: Loaded, now: int) -> Session | None:
        """The person as they stand now: without what has ended by itself, and bland again after a pause (promise 7)."""
        if loaded.session is None or loaded.stopped:
            return None
        session = until(loaded.session, now)
        if session.safe and is_paused(session, now, self._parts.settings.idle_seconds):
            return advance(session, Reading(Answer.PAUSE), self._parts.directory).session
        return session

    def screen_is_safe(self, case: Case) -> bool:
        """Whether words may go to the person's screen at this moment, and they are no child."""
        session = self._standing(self._parts.store.load_person(PersonKey(case.person)), self._parts.clock())
        return session is not None and session.safe and not session.young and session.state in TALKING

    def _commit(self, loaded: Loaded, session: Session, case: Case, act: Act, sid: str) -> None:
        before, now, counted = session, self._parts.clock(), act.counted
        text = self._words(act, session)
        events: tuple[Event, ...] = ()
        if act.answer:
            talk = self._conversation.still()
            step = advance(session._replace(**act.sets), Reading(act.answer), talk.parts.directory)
            session, events = step.session._replace(edition=talk.parts.edition), step.events
            text = talk.say_unasked(step, now)
            counted += counting.of_words(step) if text else ()
        if act.words:
            session = session._replace(spoken_to=True)
        if act.case.owner and act.answer:
            session = session._replace(known=act.case.owner)
        shown = Shown(case.person, sid, before, now, self._parts.settings.consent_days)
        ledger, session = shown.records(session, set(events))
        lines = [Line(Kind.EVENT, event.value, now, act.by) for event in events]
        if text or act.words:
            speaker = Kind.CONTACT if act.contact else Kind.STAFF if act.words else Kind.BOT
            lines.append(Line(speaker, act.words or text, now, act.by))
        relay = tuple(job for job in relays(act.case) if (job is RelayToStaff) == act.contact) if act.words else ()
        self._parts.store.commit(
            loaded,
            Commit(
                sid=sid,
                said=Said("", "", session.state.value, session.language),
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
                relay=relay,
            ),
        )

    def _words(self, act: Act, session: Session) -> str:
        """What the person gets of somebody's words: led by the name, once more than one writes. Raises NotSafeNow."""
        if act.words and not session.safe and not act.contact:
            raise NotSafeNow("the screen may be seen")
        if not act.words or not session.safe:
            return ""  # the contact's words wait in the thread, for the caseworker
        speaker = session.contact if act.contact else session.held if session.contact_in else ""
        return f"{speaker}: {act.words}" if speaker else act.words


def only_owner(case: Case, staff: str) -> None:
    """Raises HeldByOther."""
    if case.owner != staff:
        raise HeldByOther(case.owner)
