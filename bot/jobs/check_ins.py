"""Texts at a time that the person set: the check-in and the reminder. One bland text each, if it is still wanted.

A late text is not sent: the person said when it is safe. May log nothing of a job.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from bot.conversation.effects import day_of
from bot.conversation.engine import Conversation
from bot.flows.machine import advance
from bot.flows.model import Reading
from bot.flows.names import Answer
from bot.jobs.outcome import DONE, JobResult, JobRun
from bot.reports import metrics as counting
from bot.store import Commit, PersonKey, Said
from bot.store.conflicts import retry_on_conflict
from bot.store.jobs import CheckIn, Reminder

LATE_SECONDS = 90 * 60
"""A text that is later than this is not sent."""


class Kind(NamedTuple):
    """The answer that stands for the time that has come, and the fields of the session that the text uses."""

    hears: Answer
    revision: str
    at: str
    over: dict[str, Any]  # the fields once the text is over


CHECK_IN = Kind(Answer.CHECK_IN_DUE, "check_in", "check_in_at", {"check_in": 0, "daypart": "", "check_in_at": 0})
REMINDER = Kind(Answer.REMINDER_DUE, "reminder", "remind_at", {"reminder": 0, "remind_at": 0})


class CheckIns:
    """Queues the texts that are due. Safe to share between threads. Every call may raise StoreGone, LostRace."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation, self._store = conversation, conversation.parts.store

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
        talk = self._conversation.still()
        step = advance(session, Reading(kind.hears), talk.parts.directory)
        then = step.session._replace(last_at=now, edition=talk.parts.edition)
        late = now - getattr(session, kind.at) > LATE_SECONDS
        text = "" if late else talk.say_unasked(step, now)
        commit = Commit(
            sid="",
            said=Said("", step.says, then.state.value, then.language),
            phone=loaded.phone,
            session=session._replace(**kind.over) if late else then,
            stopped=False,
            events=() if late else tuple(event.value for event in step.events),
            figures=counting.of_words(step) if text else (),
            day=day_of(now),
            outgoing=text,
        )
        self._store.commit(loaded, commit)
