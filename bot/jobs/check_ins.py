"""Texts at a time that the person set: the check-in and the reminder. One bland text each, and only what still holds.

A text whose hour has passed is not sent: the person said when it is safe. May log nothing of a job.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from bot.conversation.effects import day_of
from bot.conversation.render import render
from bot.errors import LostRace
from bot.flows.machine import advance
from bot.flows.model import Reading
from bot.flows.names import Answer
from bot.reports import metrics as counting
from bot.runtime.runtime import Runtime
from bot.store import Commit, PersonKey, Said

LATE_SECONDS = 90 * 60
"""A text that is later than this is not sent: the person said when it is safe, and that has passed."""


class Kind(NamedTuple):
    """How its time is heard, where the session holds its revision and its time, and the session without it."""

    hears: Answer
    revision: str
    at: str
    over: dict[str, Any]


CHECK_IN = Kind(Answer.CHECK_IN_DUE, "check_in", "check_in_at", {"check_in": 0, "daypart": "", "check_in_at": 0})
REMINDER = Kind(Answer.REMINDER_DUE, "reminder", "remind_at", {"reminder": 0, "remind_at": 0})


class CheckIns:
    """Queues the texts that are due. Safe to share between threads. May raise StoreGone."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime, self._store = runtime, runtime.store

    def check_in(self, job: str, ref: str, now: int) -> None:
        """How are you, if the person still wants to be asked."""
        self.say(CHECK_IN, ref, now)
        self._store.due.done(job)

    def remind(self, job: str, ref: str, now: int) -> None:
        """The reminder that a caseworker offered, and the person agreed to."""
        self.say(REMINDER, ref, now)
        self._store.due.done(job)

    def say(self, kind: Kind, ref: str, now: int) -> None:
        """One bland text, queued to be sent, if it was not taken back, not moved, and its time has not passed."""
        person, _, revision = ref.rpartition(":")
        while True:
            loaded = self._store.load_person(PersonKey(person))
            session = loaded.session
            if session is None or loaded.stopped or str(getattr(session, kind.revision)) != revision:
                return
            snapshot = self._runtime.snapshot(now)
            step = advance(session, Reading(kind.hears), snapshot.directory)
            then = step.session._replace(last_at=now, edition=snapshot.edition)
            late = now - getattr(session, kind.at) > LATE_SECONDS
            text = "" if late else render(snapshot, step)
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
            try:
                self._store.commit(loaded, commit)
            except LostRace:
                continue
            return
