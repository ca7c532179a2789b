"""One retry policy for work that loads, decides and commits: run it again while somebody else commits first."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from bot.errors import Conflict

GIVE_UP_SECONDS = 3.0
"""No new try begins after this long: a fallback reply must still reach the provider within 5 s."""

T = TypeVar("T")


def retry_on_conflict(attempt: Callable[[], T]) -> T:
    """Run `attempt` until it commits, and return its result. Raise Conflict when it still conflicts after 3 s."""
    until = monotonic() + GIVE_UP_SECONDS
    while True:
        try:
            return attempt()
        except Conflict:
            if monotonic() > until:
                raise
