"""Texts at a time that the person set: the check-in and the reminder. One bland text each, if it is still wanted.

A late text is not sent, nor one at night: the person said when it is safe. May log nothing of a job.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from bot.conversation.effects import day_of, is_night
from bot.conversation.render import render
from bot.flows.machine import advance
from bot.flows.model import NO_CHECK_IN, Interpretation
from bot.flows.names import Answer
from bot.jobs.outcome import DONE, JobResult, JobRun
from bot.reports import metrics as counting
from bot.runtime.runtime import Runtime
from bot.store import Commit, PersonKey, StoredReply
from bot.store.jobs import CheckIn, Reminder
from bot.store.retry import retry_on_conflict

LATE_SECONDS = 90 * 60
"""A text that is later than this is not sent."""


class Kind(NamedTuple):
    """The answer that stands for the time that has come, and the fields of the session that the text uses."""

    hears: Answer
    revision: str
    at: str
    over: dict[str, Any]  # the fields once the text is over


CHECK_IN = Kind(Answer.CHECK_IN_DUE, "check_in", "check_in_at", NO_CHECK_IN)
REMINDER = Kind(Answer.REMINDER_DUE, "reminder", "remind_at", {"reminder": 0, "remind_at": 0})


class CheckIns:
    """Queues the texts that are due. Safe to share between threads. Every call may raise StoreUnavailable, Conflict."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime, self._store = runtime, runtime.store

    def check_in(self, job: CheckIn, run: JobRun) -> JobResult:
        """Ask how the person is, if they still want to be asked."""
        retry_on_conflict(lambda: self.say(CHECK_IN, job, run.now))
        return DONE

    def remind(self, job: Reminder, run: JobRun) -> JobResult:
        """Remind the person of what a caseworker offered and they agreed to."""
        retry_on_conflict(lambda: self.say(REMINDER, job, run.now))
        return DONE

    def say(self, kind: Kind, job: CheckIn | Reminder, now: int) -> None:
        """Queue one bland text, unless the person took it back or moved it, or its time has passed."""
        loaded = self._store.load_person(PersonKey(job.person))
        session = loaded.session
        if session is None or loaded.stopped or getattr(session, kind.revision) != job.revision:
            return
        snapshot = self._runtime.snapshot(now, loaded.closed)
        step = advance(session, Interpretation(kind.hears), snapshot.directory)
        then = step.session._replace(last_at=now, asked_at=now, edition=snapshot.edition)
        late = now - getattr(session, kind.at) > LATE_SECONDS or is_night(session, now, snapshot.settings.timezone)
        text = "" if late else render(snapshot, step)
        commit = Commit(
            sid="",
            said=StoredReply("", step.says, then.state.value, then.language),
            phone=loaded.phone,
            session=session._replace(**kind.over) if late else then,
            stopped=False,
            events=() if late else tuple(event.value for event in step.events),
            figures=counting.of_words(step) if text else (),
            day=day_of(now),
            outgoing=text,
            at=now,
        )
        self._store.commit(loaded, commit)
