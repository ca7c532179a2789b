"""Retention: delete the data that does not expire by itself.

Most data is written with a time to live. What is left: open cases whose person is no longer kept, entries of the list
of open cases without a case, and old entries of the audit and of the disclosures. Any number of workers may run this
at once.
"""

from __future__ import annotations

import logging

from bot.casework.cases import Status, ended
from bot.errors import DecryptionError, safe_kind
from bot.jobs.outcome import one_of_many
from bot.store import PersonKey, Store
from bot.store.audit_anchor import AuditAnchor

log = logging.getLogger(__name__)

DAY_SECONDS = 86_400


def delete_expired(store: Store, now: int, audit_days: int) -> None:
    """Delete data that has expired by `now` (epoch seconds). Raises StoreUnavailable."""
    _end_abandoned(store, now)
    store.cases.sweep()
    store.disclosures.sweep(now)
    try:
        store.staff.audit.cut_before(now - audit_days * DAY_SECONDS)
    except DecryptionError:
        log.error("the audit's start mark was tampered with: nothing is cut")


def anchor_audit(store: Store, anchor: AuditAnchor) -> None:
    """Note the end of the audit on disk. Leave the note as evidence when the audit no longer holds what it names.

    The note only moves forward: an end mark that was put back alone must not take it along.
    """
    trail = store.staff.audit
    try:
        kept, head = anchor.read(), trail.head()
        if kept and not trail.holds(kept):
            log.error(
                "the audit lacks entries that it had: Redis holds an earlier state. Run `flask --app app doctor`."
            )
        elif head.count > (kept.count if kept else 0) and trail.holds(head):
            anchor.write(head)
    except OSError as error:
        log.error("the end of the audit could not be noted on disk: %s", safe_kind(error))


def _end_abandoned(store: Store, now: int) -> None:
    """End each open case whose person's session has expired: staff can neither text them nor close the case.

    A session that does not open is not taken for expired: its key may have left the key ring by mistake.
    """
    for case in store.cases.open():
        with one_of_many("ending an abandoned case"):
            session = store.load_person(PersonKey(case.person)).session
            if session is None or session.case != case.code:
                store.cases.end(ended(case, Status.WITHDRAWN, now))
