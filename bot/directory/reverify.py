"""Services that staff should verify again, the most urgent first, and what to ask. Pure: the day is an argument.

A doubt about a service is known here by its reason only. Services are judged in `vetting`, not here.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from bot.directory.factors import Factor
from bot.directory.model import Service
from bot.directory.vetting import Rules, due, last_day, missing


class Why(StrEnum):
    """Reason why a service is on the list, the most urgent first."""

    DOUBT = "doubt"  # feedback casts doubt on it
    OVER = "over"  # its verification has expired
    SOON = "soon"  # its verification expires soon; hotlines are verified more often
    NEVER = "never"


class Listed(NamedTuple):
    """Service on the list.

    `doubts`: reasons and the last day each was recorded. `ask`: factors that must be good and are not known to be.
    `until`: last day of its verification, None if it was never verified.
    """

    service: Service
    why: Why
    until: dt.date | None
    doubts: tuple[tuple[str, str], ...]
    ask: tuple[Factor, ...]


def to_verify(
    services: Iterable[Service], doubts: Iterable[tuple[str, str, str]], today: dt.date, rules: Rules
) -> dict[Why, list[Listed]]:
    """Return every service to verify, once, under its most urgent reason; every reason has a list, even if empty.

    `doubts` are service ids, reasons and days. Doubts about services that are gone or not active are ignored.
    """
    active = {service.id: service for service in services if service.status == "active"}
    noted: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for service_id, reason, day in doubts:
        if service_id in active:
            noted[service_id].append((day, reason))
    newest = sorted(noted, key=lambda key: (max(noted[key]), key), reverse=True)
    found: dict[Why, list[Listed]] = {why: [] for why in Why}
    rest = (service for service in due(active.values(), today, rules) if service.id not in noted)
    for service in (*(active[key] for key in newest), *rest):
        told = tuple((reason, day) for day, reason in sorted(noted.get(service.id, ()), reverse=True))
        last = last_day(service, rules) if service.assured_on and service.assured_on <= today else None
        why = Why.NEVER if last is None else Why.OVER if last < today else Why.SOON
        why = Why.DOUBT if told else why
        found[why].append(Listed(service, why, last, told, missing(service, rules)))
    return found
