"""Handle delivery failures reported by the provider. Notifies staff; never resends.

An alert that did not arrive is a missed one, so the alert ladder goes on. A text of a conversation is noted in the
case's timeline. May log the kind of the job and the provider's code only.
"""

from __future__ import annotations

import logging

from bot.errors import LogSafe
from bot.jobs.cases import note_lost
from bot.jobs.contact_messages import Contacts
from bot.jobs.outcome import DONE, JobResult, JobRun
from bot.jobs.staff_messages import Pager
from bot.runtime.runtime import Runtime
from bot.sms.twilio import FILTERED, REFUSES_US
from bot.store.jobs import (
    BriefContact,
    HandleDeliveryFailure,
    InviteContact,
    PageStaff,
    RelayToContact,
    UnreadableJob,
    load,
)

log = logging.getLogger(__name__)


class Undelivered:
    """Passes each report to the sender of the text. Every call may raise StoreUnavailable, Conflict."""

    def __init__(self, runtime: Runtime, pager: Pager, contacts: Contacts) -> None:
        self._store, self._measures, self._pager, self._contacts = runtime.store, runtime.measures, pager, contacts

    def heard(self, report: HandleDeliveryFailure, run: JobRun) -> JobResult:
        """Follow up one report."""
        lost = self._store.sent.failure(report.mark)
        if lost is None:
            return DONE
        self._measures.send_error(lost.code)
        try:
            job = load(lost.job)
        except UnreadableJob as error:
            log.warning("a text did not arrive: unreadable job %s, provider code %s", error.kind, lost.code)
            return DONE
        log.warning("a text did not arrive: %s, provider code %s", LogSafe(job.kind), lost.code)
        if lost.code == FILTERED:
            log.error("the carrier filters our texts: provider code %s", lost.code)
        if lost.code in REFUSES_US:
            log.error("the carrier refuses our account or sender: provider code %s", lost.code)
            self._store.sent.mark_refused(lost.code)
        if isinstance(job, PageStaff):
            self._pager.undelivered(job, lost.code)
        elif isinstance(job, InviteContact | BriefContact | RelayToContact):
            self._contacts.undelivered(job, run.now)
        else:
            note_lost(self._store, job, run.now)
        return DONE
