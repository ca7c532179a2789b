"""Caseworkers' pages: the board, the cases and the rota. Shared data is read only through `casework.consent_gate`.

- `base`: the blueprint, finding a case, and who may see it
- `board`, `case`: the waiting and held cases, and one case
- `talks`: the colleague's own talks beside a case, with what is unread and whose turn it is
- `case_view`, `introduction_view`, `task_view`: what a case's page shows
- `drafts`: what a colleague has half written, kept for them alone
- `actions`: what a caseworker does with a case
- `tasks`: tasks and referrals
- `introduction`: an agency's contact and a reminder, offered or ended
- `phone_number`: the phone number, for a call that the person agreed to
- `disclosure`: the form for a legally required disclosure
- `mandated`, `mandated_reports`: a mandated report, begun by who heard it; reading, listing and signing one
- `queue`: what a list shows of a waiting case
- `find`, `service_search`: the search for people, services and quick replies, as somebody types
- `replies`: quick replies, and the page on which staff write them
- `draft_language`: a draft in another language than the person's
- `stream`: tells open pages that something has changed
- `unchanged`: parts of an open page that are not sent again
- `end_shift`, `own_talks`, `handover_note`: handing over all talks at the end of a shift
- `safe_times`: the person's safe times
- `rota`, `rota_shifts`, `rota_swaps`: who is on call when; a colleague's shifts; swaps
- `rota_base`: what these share
- `shift_check`: whether a colleague whose shift has begun is there
"""

from flask import Flask

from bot.web.console import actions as acts
from bot.web.console import (
    board,
    case,
    disclosure,
    drafts,
    end_shift,
    find,
    introduction,
    mandated,
    mandated_reports,
    replies,
    rota,
    rota_base,
    rota_shifts,
    rota_swaps,
    stream,
    talks,
)
from bot.web.console import phone_number as number
from bot.web.console import tasks as work
from bot.web.console.base import bp

__all__ = [
    "acts",
    "board",
    "case",
    "disclosure",
    "drafts",
    "end_shift",
    "find",
    "install",
    "introduction",
    "mandated",
    "mandated_reports",
    "number",
    "replies",
    "rota",
    "rota_shifts",
    "rota_swaps",
    "stream",
    "talks",
    "work",
]


def install(app: Flask) -> None:
    """Register the console's blueprints on `app`. Install the staff pages first."""
    app.register_blueprint(bp)
    app.register_blueprint(rota_base.bp)
