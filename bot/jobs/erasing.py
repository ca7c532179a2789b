"""Erases at the provider what was written and answered, once it is old enough by the setting.

It goes by the provider's own lists, so that replies, whose ids we never learn, are erased too. Nothing is erased that
catch-up may still have to read, nor what a worker may look up by its words to send no text twice. May log the
provider's codes and counts only.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from time import monotonic

from bot.errors import ServiceRefused, SmsError, TryLater
from bot.jobs.outcome import DONE, FAILED, JobResult, JobRun, Retry
from bot.jobs.periodic import OVERLAP_SECONDS
from bot.runtime.clock import steady_now
from bot.runtime.runtime import Runtime
from bot.sms.twilio import Held, TwilioClient
from bot.store.delivery import KEPT_SECONDS
from bot.store.jobs import EraseAtProvider

log = logging.getLogger(__name__)

RUN_SECONDS = 20.0
"""A run ends after so long, and another goes on: a slow provider holds up none of the other jobs."""

LOOK_BACK_SECONDS = KEPT_SECONDS + 86_400
"""What could not be erased for so long is given up, with an error in the log."""

UNDER_WAY = frozenset({"accepted", "scheduled", "queued", "sending", "receiving"})
"""Statuses of a text that the provider has not done with: it keeps the words until then."""

MOST_REFUSALS = 3
"""After so many texts in a row whose erasure is refused, the account is the reason."""


class ProviderEraser:
    """Erases words at the provider. Every call may raise StoreUnavailable."""

    def __init__(self, runtime: Runtime, sms: TwilioClient) -> None:
        self._store, self._sms, self._measures = runtime.store, sms, runtime.measures
        self._after_seconds = runtime.settings.erase_after_seconds

    def erase(self, job: EraseAtProvider, run: JobRun) -> JobResult:
        """Erase what is due, the oldest first. What is put off is tried again at the next run."""
        caught_up = self._store.caught_up(0)
        if self._after_seconds is None or not caught_up:
            return DONE
        now = steady_now()
        until = min(caught_up - OVERLAP_SECONDS, now - self._after_seconds)
        since = self._store.sent.erased_until(until)
        if since >= until:
            return DONE
        if since < until - LOOK_BACK_SECONDS:
            log.error("texts of more than %d days are not erased at the provider", LOOK_BACK_SECONDS // 86_400)
            since = until - LOOK_BACK_SECONDS
        try:
            held = self._sms.held_since(datetime.fromtimestamp(since, UTC))
        except SmsError as error:
            log.warning("erasing put off: provider code %s", error.code)
            return FAILED
        due = [one for one in held if (one.has_words or one.media) and one.at.timestamp() < until]
        return self._erase_all(due, until, now)

    def _erase_all(self, due: list[Held], until: int, now: int) -> JobResult:
        """Erase these, and record up to when all is done."""
        ready = self._ready(due, now)
        result: JobResult = DONE
        reached, erased, refusals, ends_at = until, 0, 0, monotonic() + RUN_SECONDS
        for one in due:
            if one.sid not in ready:
                reached = min(reached, int(one.at.timestamp()))
                continue
            if monotonic() >= ends_at or refusals >= MOST_REFUSALS:
                reached = min(reached, int(one.at.timestamp()))
                result = FAILED if refusals else Retry(after=1)
                break
            try:
                self._sms.erase(one.sid, one.media)
                erased, refusals = erased + 1, 0
            except SmsError as error:
                log.warning("a text is not erased yet: provider code %s", error.code)
                reached = min(reached, int(one.at.timestamp()))
                if isinstance(error, TryLater) and not isinstance(error, ServiceRefused):
                    result = FAILED
                    break
                refusals += 1
        self._measures.erased(erased)
        self._store.sent.set_erased_until(reached)
        return result

    def _ready(self, due: list[Held], now: int) -> frozenset[str]:
        """Return the texts that nobody needs any more.

        A text that a worker sent is needed until its job is done. If we do not know the job, because the record of it
        was lost, its words are kept for as long as the job could come back.
        """
        sent = [one.sid for one in due if not one.is_inbound and not one.is_reply]
        settled = self._store.sent.settled(sent)
        oldest = now - KEPT_SECONDS
        return frozenset(
            one.sid
            for one in due
            if one.status not in UNDER_WAY
            and (one.is_inbound or one.is_reply or one.sid in settled or one.at.timestamp() < oldest)
        )
