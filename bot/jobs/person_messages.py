"""Texts to people: replies that no request waited for, check-ins, reminders and what caseworkers write.

May log no text or number.
"""

from __future__ import annotations

from bot.jobs.cases import note_lost
from bot.jobs.outcome import DONE, FAILED, JobResult, JobRun
from bot.jobs.sender import MessageSender, SendResult
from bot.runtime.clock import steady_now
from bot.store import Store
from bot.store.jobs import SendToPerson

TRIES_SECONDS = 3600
"""All tries of one text are over within this time."""


class PersonMessages:
    """Sends the texts that wait for people. Safe to share between threads. Every call may raise StoreUnavailable."""

    def __init__(self, store: Store, sender: MessageSender) -> None:
        self._store, self._sender = store, sender

    def send(self, job: SendToPerson, run: JobRun) -> JobResult:
        """Send one waiting text. A second try first asks the provider whether the first one was sent.

        No send attempt is recorded: the waiting text is itself the record, and after FORGET its number is used again.
        """
        waiting = self._store.outgoing(job)
        if waiting is None:
            return DONE
        phone, text = waiting
        begun_at = 0 if run.number == 1 else steady_now() - TRIES_SECONDS
        result = self._sender.send(run, phone, text, begun_at)
        if result is SendResult.RETRY:
            return FAILED
        if result is not SendResult.SENT:
            note_lost(self._store, job, run.now)
        self._store.drop_outgoing(job)
        return DONE
