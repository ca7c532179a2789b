"""What is over goes. Most of it ends by itself, at the time set as it is written (`store`); here is what cannot.

A case whose person is no longer kept is ended, the list of open cases forgets those that are gone, and the audit and
the disclosures lose what has outlived its time. Any number of workers may do this at once.
"""

from __future__ import annotations

import logging

from bot.casework.cases import Status, ended
from bot.errors import SealBroken
from bot.store import PersonKey, Store

log = logging.getLogger(__name__)

DAY_SECONDS = 86_400


def let_go(store: Store, now: int, audit_days: int) -> None:
    """Let go of what is over at `now` (seconds since the epoch). Raises StoreGone."""
    _end_abandoned(store, now)
    store.cases.sweep()
    store.disclosures.sweep(now)
    try:
        store.staff.audit.cut_before(now - audit_days * DAY_SECONDS)
    except SealBroken:
        log.error("the audit's start mark was tampered with: nothing is cut")


def _end_abandoned(store: Store, now: int) -> None:
    """End each open case whose person's session is over: nobody can be written to, and nobody could close it."""
    for case in store.cases.open():
        try:
            session = store.load_person(PersonKey(case.person)).session
        except SealBroken:  # its key has left the ring, perhaps by mistake
            continue
        if session is None or session.case != case.code:
            store.cases.end(ended(case, Status.WITHDRAWN, now))
