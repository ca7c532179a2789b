"""What follows when the provider reports that a text of ours did not arrive: it is told, and nothing is sent again.

An alert that did not arrive is a missed one: the ladder goes on. A text of a talk stands in the case's timeline as
one that did not arrive. May log the kind of the text and the provider's code only.
"""

from __future__ import annotations

import logging

from bot.jobs.contact_messages import TO_CONTACTS, Contacts
from bot.jobs.staff_messages import Pager
from bot.runtime.runtime import Runtime
from bot.sms.twilio import FILTERED

log = logging.getLogger(__name__)


class Undelivered:
    """Does "undelivered" jobs. Every call may raise StoreGone, LostRace."""

    def __init__(self, runtime: Runtime, pager: Pager, contacts: Contacts) -> None:
        self._store, self._pager, self._contacts = runtime.store, pager, contacts

    def heard(self, job: str, mark: str, now: int) -> None:
        """Follow up one report."""
        lost = self._store.sent.lost(mark)
        if lost:
            kind, _, ref = lost.job.partition(":")
            log.warning("a text did not arrive: %s, provider code %s", kind, lost.code)
            if lost.code == FILTERED:
                log.error("the carrier filters our texts: provider code %s", lost.code)
            if kind == "page":
                self._pager.undelivered(lost.job, ref, lost.code)
            elif kind in TO_CONTACTS:
                self._contacts.undelivered(lost.job, ref, now)
            else:
                self._pager.note_lost(lost.job, now)
        self._store.due.done(job)
