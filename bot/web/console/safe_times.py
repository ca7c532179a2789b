"""Warning for a caseworker who writes at a time that the person did not call safe; it blocks nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.casework.consent_gate import NoConsent
from bot.casework.safe_times import is_outside
from bot.flows.names import ShareItem
from bot.web.base import local_now
from bot.web.console.case_view import View
from bot.web.labels import DAYPARTS


def hours_note(view: View) -> str:
    """Return the warning for the case's holder, or "" if there is nothing to warn of; may raise StoreUnavailable."""
    item = next((row.item for row in view.shared if row.item is ShareItem.TIMES), None)
    if item is None or not view.mine:
        return ""
    try:
        dayparts = view.gate.require(view.case.person, item).values
    except NoConsent:  # consent was withdrawn just now
        return ""
    return told(dayparts, local_now())


def told(dayparts: Sequence[str], local: dt.datetime) -> str:
    """Return the warning at this local time, or ""."""
    if not is_outside(dayparts, local):
        return ""
    safe = "; ".join(DAYPARTS.get(part, part) for part in dayparts)
    return f"They said: {safe[:1].lower()}{safe[1:]}. It's {local:%H:%M} now. Someone else may see a text."
