"""Vetting rules: whether a service may be offered, and its status for staff. Pure: the day is an argument.

A service that was not verified lately withdraws itself (promise 11). The danger texts use the hotlines of
`bot.content`, which are not subject to these rules and never disappear.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.directory.factors import NOT_ASKED, Answer, Factor, Finding
from bot.directory.model import Hidden, Service, Trait

MUST = frozenset(
    {Factor.WILLING, Factor.CONFIDENTIALITY, Factor.INFORMED_CONSENT, Factor.NON_DISCRIMINATION, Factor.TRAUMA_INFORMED}
)
"""Factors that must be known and good before a referral: the minimum that keeps a referral from doing harm."""

REMINDED_BEFORE = dt.timedelta(days=30)


class OfferStatus(StrEnum):
    """Status of a service on one day. The first two are offered, the others are not."""

    OFFERED = "offered"
    EXPIRING = "expiring"  # still offered; due for verification
    EXPIRED = "expired"
    FAULTY = "faulty"  # its record must be corrected first
    NOT_VETTED = "not_vetted"
    INACTIVE = "inactive"
    STAFF_ONLY = "staff_only"


@dataclass(frozen=True, slots=True)
class Rules:
    """Requirements for being offered: the factors that must be good, and for how many months a verification holds.

    A hotline is due for its next check after `hotline_months`, and is withdrawn after `months` like any other service.
    `demo` allows example data that nobody has vetted or verified, but nothing known to be bad.
    """

    must: frozenset[Factor] = MUST
    months: int = 12
    hotline_months: int = 1
    demo: bool = False


DEMO = Rules(demo=True)


def finding(service: Service, factor: Factor) -> Finding:
    """Return the finding for one factor."""
    return service.vetting.get(factor, NOT_ASKED)


def missing(service: Service, rules: Rules) -> tuple[Factor, ...]:
    """Return the required factors that are not known to be good: asked by a team member, and answered yes."""
    return tuple(f for f in Factor if f in rules.must and not _is_good(finding(service, f)))


def last_day(service: Service, rules: Rules) -> dt.date | None:
    """Return the last day of its verification; None if it was never verified."""
    return service.assured_on and _months_later(service.assured_on, rules.months)


def reminder_day(service: Service, rules: Rules) -> dt.date | None:
    """Return the day from which it is due for verification; None if it was never verified."""
    last = last_day(service, rules)
    if last is None or service.assured_on is None:
        return None
    early = last - REMINDED_BEFORE
    if Trait.HOTLINE in service.traits:
        return min(early, _months_later(service.assured_on, rules.hotline_months))
    return early


def standing(service: Service, today: dt.date, rules: Rules) -> OfferStatus:
    """Return its status by the full rules; demo mode affects what is offered, not what staff see."""
    if service.status != "active":
        return OfferStatus.INACTIVE
    if Hidden.SERVICE in service.staff_only:
        return OfferStatus.STAFF_ONLY
    if service.faults:
        return OfferStatus.FAULTY
    if missing(service, rules):
        return OfferStatus.NOT_VETTED
    last, reminder = last_day(service, rules), reminder_day(service, rules)
    if last is None or reminder is None or not _is_past(service, today) or today > last:
        return OfferStatus.EXPIRED
    return OfferStatus.EXPIRING if today >= reminder else OfferStatus.OFFERED


def is_offered(service: Service, today: dt.date, rules: Rules) -> bool:
    """Return True if the bot may name the service to a person on that day."""
    span = offered_span(service, rules)
    return span is not None and span[0] <= today <= span[1]


def offered_span(service: Service, rules: Rules) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day on which the bot may name the service; None for never."""
    if service.status != "active" or Hidden.SERVICE in service.staff_only or service.faults:
        return None
    if rules.demo:
        bad = any(finding(service, factor).answer is Answer.NO for factor in rules.must)
        return None if bad else (dt.date.min, dt.date.max)
    last = last_day(service, rules)
    if last is None or service.assured_on is None or missing(service, rules):
        return None
    return service.assured_on, last


def due(services: Iterable[Service], today: dt.date, rules: Rules) -> list[Service]:
    """Return the services to verify: never verified ones first, then the longest overdue."""
    late = []
    for service in services:
        day = reminder_day(service, rules)
        if service.status == "active" and (day is None or day <= today or not _is_past(service, today)):
            late.append((day or dt.date.min, service.name, service.id, service))
    return [service for *_, service in sorted(late, key=lambda one: one[:3])]


def _is_good(found: Finding) -> bool:
    return found.answer is Answer.YES and found.was_asked


def _is_past(service: Service, today: dt.date) -> bool:
    """Return True unless the day is missing or in the future, which can only be a typo."""
    return service.assured_on is not None and service.assured_on <= today


def _months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day of a later month, or that month's last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
