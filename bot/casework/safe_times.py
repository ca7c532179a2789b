"""Times of day at which a person said that a text is safe. Pure: the local time is passed in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

HOURS = {"morning": (8, 12), "afternoon": (12, 17), "evening": (17, 21), "any_time": (8, 21)}
"""First hour, and the hour at which it ends, local time. No part covers the night: a phone that lights up is seen."""


def is_outside(dayparts: Collection[str], local: datetime) -> bool:
    """Tell whether `local` is outside all the parts of day the person named. False if they named none."""
    spans = [HOURS[part] for part in dayparts if part in HOURS]
    return bool(dayparts) and not any(start <= local.hour < end for start, end in spans)
