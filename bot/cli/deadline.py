"""Time limit for checks that ask another server. One that sends a byte now and then outlasts any socket time-out."""

from __future__ import annotations

import threading
from collections.abc import Callable

LIMIT_SECONDS = 20.0


def within(ask: Callable[[], list[str]], who: str) -> list[str]:
    """Return what `ask` finds, or one finding that `who` took too long. An error in `ask` is a finding, too."""
    found: list[list[str]] = []

    def run() -> None:
        try:
            found.append(ask())
        except Exception as error:  # a check must not end the others; the error's text may hold anything
            found.append([f"{who} was not checked: {type(error).__name__}."])

    thread = threading.Thread(target=run, daemon=True)  # the process may end beside it
    thread.start()
    thread.join(LIMIT_SECONDS)
    return found[0] if found else [f"{who} was not checked: no whole answer within {LIMIT_SECONDS:g} seconds."]
