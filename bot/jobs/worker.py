"""Due work, done once each as far as the network allows: check-ins, waiting texts, alerts, catching up after a fault.

Any number of workers may run; a job belongs to one for the length of its lease, then to the next (promise 9).
May not log what a job holds, only its kind and its fault.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from bot.conversation.messages import Inbound
from bot.errors import SmsError, StoreGone, TryLater, Unsubscribed, where
from bot.flows.names import Answer
from bot.inbound.router import Router
from bot.jobs.alerts import Alerts
from bot.jobs.check_ins import CheckIns
from bot.jobs.contact_messages import Contacts
from bot.jobs.delivery_failures import Undelivered
from bot.jobs.outbox import Outbox
from bot.jobs.retention import let_go
from bot.jobs.staff_messages import Pager
from bot.runtime.runtime import Runtime
from bot.sms.twilio import Received, Sms
from bot.understanding import carrier, normalise

log = logging.getLogger(__name__)

IDLE_WAIT_SECONDS = 0.25
GONE_WAIT_SECONDS = 2
LEASE_SECONDS = 30
RENEWALS_A_LEASE = 3
MOST_RENEWALS = 12
"""A job that takes longer than all of these hangs: another worker may have it, which asks the provider first."""
BATCH = 1
"""A claim takes one: a job that waits behind another is held up for nothing."""

SEND_TRIES = 7
SEND_WAIT_SECONDS = 10
"""Before the second try; each further wait is twice as long, about ten minutes in all."""
TRIED_SECONDS = 3600
"""All tries of one text are over within this time."""
NOT_OURS_WAIT_SECONDS = 300
NEVER_DROPPED = frozenset({"alert"})
"""Kinds that are tried for as long as it takes: each of them is a person who waits."""
LOOK_EVERY_SECONDS = 60
CATCH_UP_EVERY_SECONDS = 60
LET_GO_EVERY_SECONDS = 3600
"""Once a day would do; a look that a fault spoils is so made up for soon."""
UNDER_WAY_SECONDS = 30
"""A text younger than this may still be in the hands of a web process."""
OVERLAP_SECONDS = 300
LOOK_BACK_SECONDS = 12 * 3600
"""Replies are kept by sid for a day: looking back no further than half of it can double nothing."""
TURN_TRIES = 3


class Worker:
    """Does what is due. `run` goes on until it is told to stop; `work_once` does what is due now.

    Threads may share one: each job is claimed by one of them alone, and texts to one person go out in their order.
    """

    def __init__(self, runtime: Runtime, sms: Sms) -> None:
        self._runtime, self._sms = runtime, sms
        self._store = runtime.store
        self._clock = runtime.clock
        self._stopping = threading.Event()
        self._next_catch_up = self._next_look = self._next_let_go = 0.0
        self._outbox = Outbox(runtime.settings, self._store, sms)
        self._pager = pager = Pager(runtime, sms)
        self.alerts = Alerts(runtime, pager)
        self.contacts = Contacts(runtime, pager)
        check_ins = CheckIns(runtime)
        self._kinds: dict[str, Callable[[str, str, int], None]] = {
            "checkin": check_ins.check_in, "remind": check_ins.remind,
            "send": self._send, "alert": self.alerts.step, "page": pager.page,
            "taken": pager.tell_taken, "passed": pager.tell_passed, "relay": pager.relay, "post": self.alerts.post,
            "contact": pager.tell_of_contact, "invite": self.contacts.invite, "brief": self.contacts.brief,
            "pass_on": self.contacts.pass_on, "dismiss": self.contacts.dismiss,
            "undelivered": Undelivered(runtime, pager, self.contacts).heard,
        }  # fmt: skip
        self._failed_turns: Counter[str] = Counter()

    def run(self) -> None:
        """Work until SIGTERM or SIGINT, at several jobs at a time; what is under way is finished first."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: self._stopping.set())
        # Nearly all of a job is waiting for the provider: with one hand a busy team's texts would queue up behind it.
        hands = [
            threading.Thread(target=self._keep_at, args=(self.work_once,))
            for _ in range(self._runtime.settings.worker_threads)
        ]
        for hand in hands:
            hand.start()
        self._keep_at(self._look_around)
        for hand in hands:
            hand.join()

    def _keep_at(self, work: Callable[[], bool]) -> None:
        """Call `work` until told to stop; it pauses when there was nothing to do, or something broke."""
        while not self._stopping.is_set():
            busy = False
            try:
                busy = work()
            except StoreGone as error:
                log.error("no store: %s", where(error))
                self._next_catch_up = 0.0  # once it is back, look at once for what was missed
                self._stopping.wait(GONE_WAIT_SECONDS)
            except Exception as error:
                log.error("work failed: %s", where(error))
            if not busy:
                self._stopping.wait(IDLE_WAIT_SECONDS)

    def _look_around(self) -> bool:
        """What comes round from time to time, each at its hour. False: it is never in a hurry."""
        self._runtime.directory.catch_up()
        self._runtime.content.catch_up()
        if time.monotonic() >= self._next_catch_up:
            # set before: a store that goes away meanwhile sets it anew
            self._next_catch_up = time.monotonic() + CATCH_UP_EVERY_SECONDS
            self.catch_up()
        if time.monotonic() >= self._next_look:
            self._next_look = time.monotonic() + LOOK_EVERY_SECONDS
            self.alerts.look_for_silence()
            self.contacts.look()
        if time.monotonic() >= self._next_let_go:
            self._next_let_go = time.monotonic() + LET_GO_EVERY_SECONDS
            let_go(self._store, self._clock(), self._runtime.settings.audit_days)
        return False

    def work_once(self) -> bool:
        """Claim what is due and do it. True when there was something. Raises StoreGone."""
        now = self._clock()
        claimed = self._store.due.claim(now, LEASE_SECONDS, BATCH)
        for job in claimed:
            kind, _, ref = job.partition(":")
            try:
                if kind in self._kinds:
                    with self._leased(job):
                        self._kinds[kind](job, ref, now)
                else:  # of a newer release, which is being rolled out
                    self._store.due.put_off(job, now + NOT_OURS_WAIT_SECONDS)
            except StoreGone:
                raise
            except Exception as error:  # one bad job holds up no other
                log.error("job %s failed: %s", kind, where(error))
                self._put_off_or_drop(job, now)
        return bool(claimed)

    @contextmanager
    def _leased(self, job: str) -> Iterator[None]:
        """The lease is renewed for as long as the job is being done, so that no second worker begins it."""
        over = threading.Event()

        def renew() -> None:
            for _ in range(MOST_RENEWALS):
                if over.wait(LEASE_SECONDS / RENEWALS_A_LEASE):
                    return
                with suppress(StoreGone):
                    self._store.due.renew(job, self._clock() + LEASE_SECONDS)

        threading.Thread(target=renew, daemon=True).start()
        try:
            yield
        finally:
            over.set()

    def _put_off_or_drop(self, job: str, now: int) -> None:
        tries = self._store.due.tries(job)
        if tries >= SEND_TRIES and job.partition(":")[0] not in NEVER_DROPPED:
            self._store.due.done(job)
        else:
            self._store.due.put_off(job, now + SEND_WAIT_SECONDS * 2 ** (min(tries, SEND_TRIES) - 1))

    def _send(self, job: str, ref: str, now: int) -> None:
        """Hand one waiting text over. A second try first asks the provider whether the first went out."""
        waiting = self._store.outgoing(ref)
        if waiting is None:
            self._store.due.done(job)
            return
        phone, text = waiting
        tries = self._store.due.tries(job)
        try:
            self._outbox.send(job, phone, text, 0 if tries < 2 else int(time.time()) - TRIED_SECONDS)
        except TryLater as error:
            log.warning("send put off: provider code %s", error.code)
            if tries < SEND_TRIES:
                self._store.due.put_off(job, now + SEND_WAIT_SECONDS * 2 ** (tries - 1))
                return
            self._pager.note_lost(job, now)
        except Unsubscribed:
            self._store.mark_stopped(phone)
        except SmsError as error:
            log.warning("send refused: provider code %s", error.code)
            self._pager.note_lost(job, now)
        self._store.drop_outgoing(ref)
        self._store.due.done(job)

    def catch_up(self) -> int:
        """Answer the texts that no web process could: Redis was gone, or a turn failed. How many there were.

        The provider does not deliver a text twice by itself, so its own list is asked. A text older than the
        pause that makes the bot bland is not answered any more: who holds the phone by now is not known.
        """
        now = int(time.time())
        since = max(self._store.caught_up(now) - OVERLAP_SECONDS, now - LOOK_BACK_SECONDS)
        try:
            received = self._sms.received_since(datetime.fromtimestamp(since, UTC))
        except SmsError as error:
            log.warning("catching up put off: provider code %s", error.code)
            return 0
        done, until = 0, now - UNDER_WAY_SECONDS
        back_again = {text.phone: text.at for text in received if _carrier(text) is Answer.START}
        for text in received:
            at = int(text.at.timestamp())
            if not text.text.strip() and not text.media:
                continue  # redacted at the provider, or nothing was written: there is nothing to answer
            if at > now - UNDER_WAY_SECONDS:
                continue
            late = now - at > self._runtime.settings.idle_seconds
            said = _carrier(text)
            if late and said not in {Answer.STOP, Answer.START}:
                continue  # those are obeyed however old they are, without a word (promise 6)
            if said is Answer.STOP and text.phone in back_again and back_again[text.phone] > text.at:
                continue  # she has come back since
            try:
                done += self._answer(text, say=not late)
            except StoreGone:
                raise
            except Exception as error:
                log.error("turn failed again: %s", where(error))
                self._failed_turns[text.sid] += 1
                if self._failed_turns[text.sid] < TURN_TRIES:
                    until = min(until, at)
        self._store.set_caught_up(until)
        return done

    def _answer(self, text: Received, *, say: bool) -> bool:
        if not text.phone or self._store.load(text.phone, text.sid).said:
            return False
        if self._failed_turns[text.sid] >= TURN_TRIES:
            return False
        Router(self._runtime).process(Inbound(text.sid, text.phone, text.text, text.media), queue_reply=say)
        return True


def _carrier(text: Received) -> Answer | None:
    return carrier.heard(normalise(text.text))
