"""Which services somebody should check again, the most pressing first, and what to ask them. Pure: the day comes in.

What somebody said of a service is known here by its reason alone. It judges no service: `vetting` does.
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
    """Why a service is on the list, in the order of how pressing that is."""

    DOUBT = "doubt"  # what came back throws doubt on it
    OVER = "over"  # its verification is over
    SOON = "soon"  # its verification ends before long; a hotline is checked more often
    NEVER = "never"


class Listed(NamedTuple):
    """A service on the list. `doubts`: reasons and the last day each was noted; `ask`: what has to be good, and is not
    known to be; `until`: the last day of its verification, None when it was never verified.
    """

    service: Service
    why: Why
    until: dt.date | None
    doubts: tuple[tuple[str, str], ...]
    ask: tuple[Factor, ...]


def to_verify(
    services: Iterable[Service], doubts: Iterable[tuple[str, str, str]], today: dt.date, rules: Rules
) -> dict[Why, list[Listed]]:
    """Every service to check again, once, under the most pressing reason; each reason has its list, be it empty.

    `doubts` are services' ids, reasons and days. Those of services that are gone, or not active, wait for nobody.
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
