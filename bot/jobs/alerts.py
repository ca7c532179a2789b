"""The alert ladder: each step queues its alerts, tells the person, and schedules the next step, in one commit.

Also finds caseworkers who leave a person without an answer. `casework.escalation` decides whom a step alerts.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.actions.cases import LOOK_SECONDS, CaseActions, CaseClosed, StaleCase
from bot.casework import cases
from bot.casework import escalation as ladder
from bot.casework.cases import Case, Status
from bot.casework.consent_gate import ConsentGate
from bot.casework.escalation import Alert, EscalationStep, Progress, Team
from bot.errors import Conflict
from bot.jobs import alert_webhook as hook
from bot.jobs.cases import case_to_alert
from bot.jobs.outcome import DONE, FAILED, JobResult, JobRun, Retry, one_of_many
from bot.runtime.runtime import Runtime
from bot.staff.roster import Roster
from bot.store import ScheduledJob
from bot.store.jobs import AlertStaff, PageStaff, PostAlert

log = logging.getLogger(__name__)


class Alerts:
    """Takes the steps of the alert ladder. Safe to share between threads. Every call may raise StoreUnavailable."""

    def __init__(self, runtime: Runtime, gate: ConsentGate) -> None:
        self._settings, self._store, self._clock = runtime.settings, runtime.store, runtime.clock
        self._desk, self._gate = CaseActions(runtime), gate

    def step(self, job: AlertStaff, run: JobRun) -> JobResult:
        """Take the step that is due, unless a caseworker holds the case by now. Raises Conflict."""
        case = case_to_alert(self._store, self._gate, job.case)
        if case is None:
            return DONE
        alert = self._next(case, run.now)
        if alert is None:
            return Retry(at=min(case.alert_at, run.now + LOOK_SECONDS))
        if not alert.staff:
            log.error("a case waits, and there is nobody to alert")
        elif alert.rung is EscalationStep.AGAIN:
            log.error("a case waits, and everybody was alerted before")
        try:
            self._desk.escalate(case, alert, self._jobs(case, alert, run.now))
        except (StaleCase, CaseClosed):
            log.info("a step of the ladder no longer matters")
        return DONE

    def post(self, job: PostAlert, run: JobRun) -> JobResult:
        """Post one step to the agency's alert webhook."""
        case = case_to_alert(self._store, self._gate, job.case)
        if case is None or case.round != job.round or not self._settings.alert_webhook_url:
            return DONE
        minutes = max(0, run.now - case.waits_since) // 60
        begun = self._store.begun.start(job.dump(), run.now, str(minutes))
        if begun.state != "begun":
            return DONE
        ref = f"{job.case}:{job.round}:{job.step}"
        took = hook.send(self._settings, ref, job.case, int(begun.note), job.step)
        if took is None and not run.is_last:
            return FAILED
        self._store.begun.finish(job.dump(), "done" if took else "failed")
        return DONE

    def look_for_silence(self) -> int:
        """Release every case whose owner has let the person wait too long, and tell the person. Return how many."""
        freed, seconds = 0, self._settings.staff_silent_seconds
        for case in self._store.cases.open():
            if cases.is_silent(case, self._clock(), seconds):
                with one_of_many("the watch for silence"):
                    try:
                        self._desk.release(case.code, "", silent_seconds=seconds)
                        freed += 1
                    except (StaleCase, CaseClosed, Conflict):
                        log.info("a caseworker was not silent after all")
        return freed

    def _next(self, case: Case, now: int) -> Alert | None:
        """Return the step that is due, or between two steps the alert of newcomers; None when there is neither."""
        minutes, done = self._settings.alert_minutes, Progress(case.step, case.paged, case.on_duty)
        team, known = self._team(case, now)
        if now >= case.alert_at:
            return ladder.next_alert(done, team, known, minutes)
        return ladder.newcomers(done, team, also_new=now - case.alerted_at >= 60 * minutes[-1])

    def _team(self, case: Case, now: int) -> tuple[Team, str]:
        """Return the team as it is now, and the caseworker whom the case alerts first."""
        colleagues = [who for who in self._store.staff.everybody() if self._settings.demo or not who.demo]
        everybody = ladder.reachable(colleagues)
        dead = self._store.unreachable([person.phone for person in everybody])
        people = frozenset(str(who.id) for who in colleagues if ladder.can_be_on_call(who))
        roster = Roster(self._store.staff.rota.all(), people, self._settings.timezone)
        language = "" if case.urgent or case.status is Status.HELD else case.language
        team = Team(ladder.reachable(everybody, dead), roster.on_call(now), language)
        known = case.known
        if case.status is Status.HELD:  # danger: the owner first, on duty or not
            known = case.owner
            team = replace(team, on_duty=None if team.on_duty is None else team.on_duty | {known})
        return team, known

    def _jobs(self, case: Case, alert: Alert, now: int) -> tuple[ScheduledJob, ...]:
        jobs = [PageStaff(case.code, case.round, alert.step, staff).at(now) for staff in alert.staff]
        if self._settings.alert_webhook_url:
            jobs.append(PostAlert(case.code, case.round, alert.step).at(now))
        return tuple(jobs)
