"""Sends texts through the provider: each once, with what follows when the provider does not take it.

May log the provider's codes only.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.config.settings import Settings
from bot.errors import BadNumber, ServiceRefused, SmsError, TryLater, Unsubscribed
from bot.jobs.outcome import JobRun
from bot.runtime.clock import steady_now
from bot.runtime.measures import NOT_MEASURED, Measures
from bot.sms.twilio import TwilioClient
from bot.store import Store

log = logging.getLogger(__name__)

CLOCK_SKEW = timedelta(seconds=60)
"""By how much the provider's clock and ours may differ."""


class SendResult(StrEnum):
    """Result of sending a text. All but RETRY are final. The value is stored with the send attempt."""

    SENT = "done"
    RETRY = "later"
    GAVE_UP = "gave_up"  # not the number's fault; a later text to it may arrive
    REFUSED = "failed"  # the number takes no texts, or its owner opted out


class MessageSender:
    """Sends texts. Safe to share between threads. Every call may raise StoreUnavailable."""

    def __init__(self, settings: Settings, store: Store, sms: TwilioClient, measures: Measures = NOT_MEASURED) -> None:
        self._store, self._sms, self._measures = store, sms, measures
        self._callback = f"{settings.public_url}/sms/status"

    def send_once(
        self,
        run: JobRun,
        phone: str,
        words: Callable[[str], str],
        note: str = "",
        check: Callable[[], object] | None = None,
    ) -> SendResult:
        """Send the text of a job, and record the send attempt, so that a repeat does no harm.

        `words` makes the text from the `note` of the first attempt, so that a second attempt can recognise the text
        in the provider's list. `phone` is "" when the recipient has none. Raises what `check` raises, see `send`.
        """
        reachable = phone and not self._store.unreachable([phone])
        begun = self._store.begun.start(run.job_id, steady_now(), note)
        if begun.state != "begun":
            return SendResult(begun.state)
        result = SendResult.REFUSED
        if reachable:
            result = self.send(run, phone, words(begun.note), 0 if begun.first else begun.at, check)
        if result is not SendResult.RETRY:
            self._store.begun.finish(run.job_id, result.value)
        return result

    def send(
        self,
        run: JobRun,
        phone: str,
        text: str,
        begun_at: int = 0,
        check: Callable[[], object] | None = None,
    ) -> SendResult:
        """Send the text of a job, unless the provider has taken it since `begun_at`.

        `begun_at` is in epoch seconds, or 0 at the first try. `check` runs right before the text is sent; what it
        raises stops the text and is raised. After RETRY and StoreUnavailable the text may have been sent all the same.
        An opt-out that Redis has not taken yet is obeyed too.
        """
        if self._store.journal.holds(self._store.person(phone)):
            return SendResult.REFUSED
        try:
            self._hand_over(run.job_id, phone, text, begun_at, check)
        except SmsError as error:
            self._measures.send_error(error.code)
            return self._after(error, run, phone)
        return SendResult.SENT

    def _after(self, error: SmsError, run: JobRun, phone: str) -> SendResult:
        """Note what follows from an error of the provider, and return the result."""
        if isinstance(error, TryLater):
            if isinstance(error, ServiceRefused):
                log.error("the provider refuses our account or sender: provider code %s", error.code)
                self._store.sent.mark_refused(error.code)
            else:
                log.warning("a text put off: provider code %s", error.code)
            return SendResult.GAVE_UP if run.is_last else SendResult.RETRY
        if isinstance(error, Unsubscribed | BadNumber):
            log.warning("a text refused: provider code %s", error.code)
            if isinstance(error, Unsubscribed):
                self._store.mark_stopped(phone)
            else:
                self._store.mark_bad(phone)
            return SendResult.REFUSED
        log.error("a text refused: provider code %s", error.code)
        return SendResult.GAVE_UP

    def _hand_over(self, job_id: str, phone: str, text: str, begun_at: int, check: Callable[[], object] | None) -> None:
        sid = self._sent_before(job_id, phone, text, begun_at) if begun_at else ""
        if check and not sid:
            check()
        self._store.sent.record(sid or self._sms.send(phone, text, self._callback), job_id)

    def _sent_before(self, job_id: str, phone: str, text: str, begun_at: int) -> str:
        """Return the provider's id of this text, or "". An equal text of another job does not count."""
        since = datetime.fromtimestamp(begun_at, UTC) - CLOCK_SKEW
        equal = [sid for sid, body in self._sms.sent_since(phone, since) if body == text]
        others = self._store.sent.belonging_to_other_jobs(equal, job_id)
        return next((sid for sid in equal if sid not in others), "")
