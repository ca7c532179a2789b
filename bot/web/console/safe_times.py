"""The warning for who writes at a time that the person did not call safe. It stops nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.casework.consent_gate import NoConsent
from bot.casework.safe_times import is_outside
from bot.flows.names import Share
from bot.web.console.base import the_gate
from bot.web.console.case_view import View
from bot.web.current import parts
from bot.web.labels import DAYPARTS


def hours_note(view: View) -> str:
    """The warning for who holds the case, or "" while there is nothing to warn of. May raise StoreGone."""
    item = next((row.item for row in view.shared if row.item is Share.TIMES), None)
    if item is None or not view.mine:
        return ""
    try:
        dayparts = the_gate().require(view.case.person, item).values
    except NoConsent:  # taken back in this very moment
        return ""
    return told(dayparts, dt.datetime.fromtimestamp(parts().clock(), parts().settings.timezone))


def told(dayparts: Sequence[str], local: dt.datetime) -> str:
    """The warning at this local time, or ""."""
    if not is_outside(dayparts, local):
        return ""
    safe = "; ".join(DAYPARTS.get(part, part) for part in dayparts)
    return f"They said: {safe[:1].lower()}{safe[1:]}. It's {local:%H:%M} now. Someone else may see a text."
