"""The alert ladder at work: each step queues its alerts, tells the person, and sets the next, in one commit.

Also the look at caseworkers who leave a person without an answer. Whom a step alerts is said by `casework.ladder`.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime

from bot.actions.cases import CaseGone, Desk, Meanwhile
from bot.casework import cases
from bot.casework import escalation as ladder
from bot.casework.cases import Case, Status
from bot.casework.escalation import Alert, Team
from bot.errors import LostRace
from bot.jobs import alert_webhook as hook
from bot.jobs.staff_messages import TRIES, WAIT_SECONDS, Pager
from bot.runtime.runtime import Runtime
from bot.staff import rota
from bot.store import Job

log = logging.getLogger(__name__)


class Alerts:
    """Steps of the ladder. Safe to share between threads. Every call may raise StoreGone."""

    def __init__(self, runtime: Runtime, pager: Pager) -> None:
        self._settings, self._store, self._clock = runtime.settings, runtime.store, runtime.clock
        self._desk, self._pager = Desk(runtime), pager

    def step(self, job: str, code: str, now: int) -> None:
        """Take the step that is due, unless somebody holds the case by now. Raises LostRace."""
        case = self._pager.calling(code)
        if case is None:
            self._store.due.done(job)
            return
        if now < case.alert_at:  # a job that came back after a crash: the case knows better
            self._store.due.put_off(job, case.alert_at)
            return
        alert = self._next(case, now)
        if alert is None:  # all were alerted, again and again; who joins the team later is still told
            log.error("a case waits, and everybody was alerted")
            self._store.due.put_off(job, now + 60 * self._settings.alert_minutes[-1])
            return
        if not alert.staff:
            log.error("a case waits, and there is nobody to alert")
        try:
            self._desk.step_on(case, alert, self._jobs(case, alert, now))
        except (Meanwhile, CaseGone):
            log.info("a step of the ladder is of no account any more")
        self._store.due.done(job)

    def post(self, job: str, ref: str, now: int) -> None:
        """Tell the agency's own system of a step."""
        code, round_, step = ref.split(":")
        case = self._pager.calling(code)
        due = self._store.due
        if case and case.round == int(round_) and self._settings.alert_webhook_url:
            minutes = max(0, now - case.waits_since) // 60
            begun = self._store.begun.begin(job, now, str(minutes))
            if begun.state == "begun":
                took = hook.post(self._settings, ref, code, int(begun.note), int(step))
                if took is None and due.tries(job) < TRIES:
                    due.put_off(job, now + WAIT_SECONDS * 2 ** (due.tries(job) - 1))
                    return
                self._store.begun.end(job, "done" if took else "failed")
        due.done(job)

    def look_for_silence(self) -> int:
        """Free every case whose owner has let the person wait too long; the person is told. How many there were."""
        freed, seconds = 0, self._settings.staff_silent_seconds
        for case in self._store.cases.open():
            if cases.is_silent(case, self._clock(), seconds):
                try:
                    self._desk.let_go(case.code, "", silent_seconds=seconds)
                    freed += 1
                except (Meanwhile, CaseGone, LostRace):
                    log.info("a caseworker was not silent after all")
        return freed

    def _next(self, case: Case, now: int) -> Alert | None:
        colleagues = [who for who in self._store.staff.everybody() if self._settings.demo or not who.demo]
        everybody = ladder.reachable(colleagues)
        dead = self._store.unreachable([person.phone for person in everybody])
        duties, local = self._store.staff.rota.all(), datetime.fromtimestamp(now, self._settings.timezone)
        ours = {str(who.id): duties[who.id] for who in colleagues if who.id in duties and ladder.can_be_on_call(who)}
        team = Team(ladder.reachable(everybody, dead), rota.on_duty(ours, local))
        known = case.known
        if case.status is Status.HELD:  # danger: the one who holds it first, on duty or not
            known = case.owner
            team = replace(team, on_duty=None if team.on_duty is None else team.on_duty | {known})
        return ladder.climb(case.step, team, known, case.paged, self._settings.alert_minutes)

    def _jobs(self, case: Case, alert: Alert, now: int) -> tuple[Job, ...]:
        step = f"{case.code}:{case.round}:{alert.step}"
        jobs = [Job("page", f"{step}:{who}", now) for who in alert.staff]
        if self._settings.alert_webhook_url:
            jobs.append(Job("post", step, now))
        return tuple(jobs)
