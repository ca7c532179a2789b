"""The times of day at which a person said that a text is safe. Pure: the local time comes in as a value."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

HOURS = {"morning": (8, 12), "afternoon": (12, 17), "evening": (17, 21), "any_time": (8, 21)}
"""From and up to which full hour, on the local clock. The night is in none: a phone that lights up is seen."""


def is_outside(dayparts: Collection[str], local: datetime) -> bool:
    """Whether `local` is in none of the parts of the day they named. False when they named none: nothing is known."""
    spans = [HOURS[part] for part in dayparts if part in HOURS]
    return bool(dayparts) and not any(start <= local.hour < end for start, end in spans)
