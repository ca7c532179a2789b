"""Periodic tasks: newest content, missed texts, silent caseworkers and contacts, and retention.

May log the place of an error and the provider's codes only.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.conversation.messages import Inbound
from bot.errors import NOT_FAULTS, LogSafe, SmsError, StoreUnavailable, safe_location
from bot.flows.names import Answer
from bot.inbound.router import Router
from bot.jobs.alerts import Alerts
from bot.jobs.contact_messages import Contacts
from bot.jobs.outcome import one_of_many
from bot.jobs.push import Push
from bot.jobs.retention import anchor_audit, delete_expired
from bot.logs import in_job
from bot.runtime.clock import steady_now
from bot.runtime.runtime import Runtime
from bot.sms.addresses import number_of
from bot.sms.twilio import Received, TwilioClient
from bot.store.audit_anchor import AuditAnchor
from bot.store.jobs import EraseAtProvider
from bot.understanding import carrier, normalise

log = logging.getLogger(__name__)

CATCH_UP_EVERY_SECONDS = 60
LOOK_EVERY_SECONDS = 60
PUSH_EVERY_SECONDS = 3
"""How soon a text in a held case is pushed to the devices of its owner."""
LET_GO_EVERY_SECONDS = 3600
"""Once a day would do; an hour makes up soon for a run that failed."""

REPLAY_EVERY_SECONDS = 1
"""How soon after an outage the opt-outs of the journal are in Redis."""
REWRITE_EVERY_SECONDS = 60
"""How soon after an erasure the append-only file is rewritten without what was erased."""
FORGET_EVERY_SECONDS = 24 * 3600
"""How often it is rewritten without what has expired by itself."""

ANCHOR_EVERY_SECONDS = 60
"""How old the note of the audit's end on disk may be: younger entries could be taken away unnoticed."""

ERASE_EVERY_SECONDS = 300
"""How often the provider's lists are asked for words to erase."""

UNDER_WAY_SECONDS = 30
"""A web process may still be answering a text younger than this."""
OVERLAP_SECONDS = 300
LOOK_BACK_SECONDS = 30 * 24 * 3600
"""The marks of processed texts are kept longer, so looking back processes nothing twice."""
TURN_TRIES = 3


@dataclass
class PeriodicTask:
    """A task, as the log names it, and its interval. `due_at` is on the monotonic clock."""

    name: str
    run: Callable[[], object]
    every_seconds: float
    due_at: float = 0.0


class PeriodicTasks:
    """Runs each task at its interval, in one thread of the worker."""

    def __init__(self, runtime: Runtime, sms: TwilioClient, alerts: Alerts, contacts: Contacts, push: Push) -> None:
        self.missed_texts = MissedTexts(runtime, sms)
        self._catch_up = PeriodicTask("catch_up", self.missed_texts.catch_up, CATCH_UP_EVERY_SECONDS)
        self._tasks = (
            PeriodicTask("replay_stops", self.missed_texts.replay_stops, REPLAY_EVERY_SECONDS),
            PeriodicTask("directory", runtime.directory.catch_up, 0),
            PeriodicTask("content", runtime.content.catch_up, 0),
            self._catch_up,
            PeriodicTask("silent_staff", alerts.look_for_silence, LOOK_EVERY_SECONDS),
            PeriodicTask("silent_contacts", contacts.look, LOOK_EVERY_SECONDS),
            PeriodicTask("push_watch", push.watch, PUSH_EVERY_SECONDS),
            PeriodicTask(
                "retention",
                lambda: delete_expired(runtime.store, runtime.clock(), runtime.settings.audit_days),
                LET_GO_EVERY_SECONDS,
            ),
            PeriodicTask(
                "anchor_audit",
                lambda: anchor_audit(runtime.store, AuditAnchor(runtime.settings.var_dir)),
                ANCHOR_EVERY_SECONDS,
            ),
            PeriodicTask("note_erasure", lambda: runtime.store.erasure.note(runtime.clock()), FORGET_EVERY_SECONDS),
            PeriodicTask("rewrite", runtime.store.erasure.rewrite, REWRITE_EVERY_SECONDS),
            PeriodicTask("queue_erasing", lambda: self._queue_erasing(runtime), ERASE_EVERY_SECONDS),
        )

    def run_due(self) -> bool:
        """Run the periodic tasks that are due. Return False, so that the loop sleeps. Raises StoreUnavailable."""
        for task in self._tasks:
            if time.monotonic() >= task.due_at:
                # set before: a store that goes away meanwhile sets it anew
                task.due_at = time.monotonic() + task.every_seconds
                with in_job(LogSafe(task.name)), one_of_many("a periodic task"):  # the next ones still run
                    task.run()
        return False

    def _queue_erasing(self, runtime: Runtime) -> None:
        """Queue the job that erases words at the provider. It is one for all workers, and holds up none of these."""
        if runtime.settings.has_provider and runtime.settings.erase_after_seconds is not None:
            runtime.store.due.add(EraseAtProvider().at(runtime.clock()))

    def catch_up_soon(self) -> None:
        """Look for missed texts as soon as the store is back. Any thread may call this."""
        self._catch_up.due_at = 0.0


class MissedTexts:
    """Texts that no web process could answer: Redis was gone, or the turn failed."""

    def __init__(self, runtime: Runtime, sms: TwilioClient) -> None:
        self._runtime, self._router, self._sms = runtime, Router(runtime), sms
        self._store = runtime.store
        self._failed_turns: Counter[str] = Counter()

    def replay_stops(self) -> int:
        """Obey the opt-outs that Redis could not take, and return how many there were. Raises StoreUnavailable."""
        return self._router.replay_stops()

    def catch_up(self) -> int:
        """Process the missed texts and return how many there were. Raises StoreUnavailable.

        The provider does not deliver a text twice by itself, so its own list is asked. What a late text may still do is
        for the engine to say (`conversation.late`). Without a provider (demo mode) there is nothing to ask: our own web
        process takes its place, is not up when the worker starts, and learns of a text only after the webhook did.
        """
        if not self._runtime.settings.has_provider:
            return 0
        now = steady_now()
        since = max(self._store.caught_up(now) - OVERLAP_SECONDS, now - LOOK_BACK_SECONDS)
        try:
            received = self._sms.received_since(datetime.fromtimestamp(since, UTC))
        except SmsError as error:
            log.warning("catching up put off: provider code %s", error.code)
            return 0
        done, until = 0, now - UNDER_WAY_SECONDS
        last_word = {number_of(text.phone): text.sid for text in received if _carrier(text) in _SUBSCRIBING}
        for text in received:
            at = int(text.at.timestamp())
            if not text.text.strip() and not text.media:
                continue  # redacted at the provider, or empty: there is nothing to answer
            said = _carrier(text)
            if at > now - UNDER_WAY_SECONDS and said is not Answer.STOP:
                continue
            if said in _SUBSCRIBING and last_word[number_of(text.phone)] != text.sid:
                continue  # the person has opted out or in again since
            try:
                done += self._answer(text, at)
            except StoreUnavailable:
                raise
            except NOT_FAULTS:
                raise
            except BaseException as error:  # compiled parts throw what is no Exception
                log.error("turn failed again: %s", safe_location(error))
                self._failed_turns[text.sid] += 1
                if self._failed_turns[text.sid] < TURN_TRIES:
                    until = min(until, at)
        self._store.set_caught_up(until)
        self._runtime.measures.missed(done)
        return done

    def _answer(self, text: Received, at: int) -> bool:
        if not text.phone or self._store.load(text.phone, text.sid).said:
            return False
        if self._failed_turns[text.sid] >= TURN_TRIES:
            return False
        self._router.process(Inbound(text.sid, text.phone, text.text, text.media, at=at), queue_reply=True)
        return True


_SUBSCRIBING = frozenset({Answer.STOP, Answer.START})


def _carrier(text: Received) -> Answer | None:
    return carrier.heard(normalise(text.text))
