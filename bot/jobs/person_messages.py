"""Texts to people: replies that no request waited for, check-ins, reminders and what caseworkers write.

Age, screen, hold and consent are asked again at the moment of sending. May log no text or number.
"""

from __future__ import annotations

import logging

from bot.actions.cases import CaseActions, CaseClosed, StaleCase
from bot.casework.cases import Case, Kind, Line, NotSent, Status
from bot.casework.consent_gate import ConsentGate, Screen
from bot.errors import Conflict, WarmlineError
from bot.jobs.cases import note_lost
from bot.jobs.outcome import DONE, FAILED, JobResult, JobRun
from bot.jobs.sender import MessageSender, SendResult
from bot.runtime.clock import steady_now
from bot.runtime.runtime import Runtime
from bot.store.jobs import SendToPerson, TellNotSent
from bot.store.records import CONTACT, OutgoingText

log = logging.getLogger(__name__)

TRIES_SECONDS = 3600
"""All tries of one text are over within this time."""

PARTING_SECONDS = 60
"""For how long a contact's words may still go out after the contact has left."""

OLDEST_SECONDS = 900
"""A text that waited longer is not sent: the talk has moved on, and the phone may be in other hands."""


class _Hindered(WarmlineError):
    """The text may not be sent now."""

    def __init__(self, why: NotSent) -> None:
        self.why = why
        super().__init__(why.value)


class PersonMessages:
    """Sends the texts that wait for people. Safe to share between threads. Every call may raise StoreUnavailable."""

    def __init__(self, runtime: Runtime, sender: MessageSender, gate: ConsentGate) -> None:
        self._store, self._clock, self._sender, self._gate = runtime.store, runtime.clock, sender, gate
        self._desk = CaseActions(runtime)

    def send(self, job: SendToPerson, run: JobRun) -> JobResult:
        """Send one waiting text. A second try first asks the provider whether the first one was sent.

        No send attempt is recorded: the waiting text is itself the record, and after FORGET its number is used again.
        """
        waiting = self._store.waiting_text(job)
        if waiting is None:
            return DONE
        begun_at = 0 if run.number == 1 else steady_now() - TRIES_SECONDS
        try:
            result = self._sender.send(run, waiting.phone, waiting.text, begun_at, lambda: self._check(job, waiting))
        except _Hindered as hindered:
            log.warning("a text was not sent: %s", hindered.why)
            self._not_sent(job, waiting, hindered.why)
            result = SendResult.SENT  # there is nothing more to note
        if result is SendResult.RETRY:
            return FAILED
        if result is not SendResult.SENT:
            note_lost(self._store, job, run.now)
        self._store.drop_outgoing(job)
        return DONE

    def _check(self, job: SendToPerson, waiting: OutgoingText) -> None:
        """Raise _Hindered if the text may not be sent at this moment."""
        if self._store.waiting_text(job) is None:
            raise _Hindered(NotSent.CONSENT)
        if waiting.at and self._clock() - waiting.at > OLDEST_SECONDS:
            raise _Hindered(NotSent.LATE)
        case = self._store.cases.get(waiting.case) if waiting.case else None
        if waiting.words_of:
            self._check_words(case, waiting)
        if waiting.needs_safe_screen and not self._is_safe(job.person, case):
            raise _Hindered(NotSent.SCREEN)

    def _check_words(self, case: Case | None, waiting: OutgoingText) -> None:
        """Raise _Hindered unless whoever wrote these words is still in the talk, with consent.

        Words from right before a contact left or a case was closed still go out.
        """
        if case is None or not (case.is_open or case.status is Status.CLOSED):
            raise _Hindered(NotSent.CONSENT)
        if waiting.words_of == CONTACT:
            if not case.contact_in and self._clock() - waiting.at > PARTING_SECONDS:
                raise _Hindered(NotSent.CONSENT)
        elif case.status is Status.WAITING or case.owner != waiting.words_of:
            raise _Hindered(NotSent.HOLD)
        if case.person and not self._gate.talks(case.person):
            raise _Hindered(NotSent.CONSENT)

    def _is_safe(self, person: str, case: Case | None) -> bool:
        """Return whether words may go to the screen now. In a talk, never to a child's."""
        if case and case.status is Status.HELD and not self._desk.screen_is_safe(case):
            return False
        return self._gate.screen(person) is Screen.OPEN

    def _not_sent(self, job: SendToPerson, waiting: OutgoingText, why: NotSent) -> None:
        """Mark a text of a case as not sent, and tell its author, or the owner of the case for the contact's words."""
        if not waiting.case:
            return
        case, now = self._store.cases.get(waiting.case), self._clock()
        author = waiting.words_of
        by = "" if author == CONTACT else author
        self._store.cases.add_fact(waiting.case, Line(Kind.EVENT, why.value, now, by), f"{job.dump()}:{waiting.at}")
        told = by or (case.owner if case and author else "")
        if not told:
            return
        self._store.due.add(TellNotSent(waiting.case, waiting.at, told).at(now))
        try:
            self._desk.not_sent(waiting.case, told)
        except (StaleCase, CaseClosed, Conflict):
            log.info("the case of a text that was not sent has moved on")
