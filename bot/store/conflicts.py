"""The one way to try again after a conflict."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from bot.errors import LostRace

GIVE_UP_SECONDS = 3.0

Result = TypeVar("Result")


def retry_on_conflict(commit: Callable[[], Result]) -> Result:
    """Call `commit` until it raises no LostRace, and return what it returns.

    `commit` must load what it changes anew at each call. Raises LostRace after three seconds.
    """
    until = monotonic() + GIVE_UP_SECONDS
    while True:
        try:
            return commit()
        except LostRace:
            if monotonic() > until:
                raise
