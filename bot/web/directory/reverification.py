"""List of what to verify again: services by urgency, and the help lines.

The list only reminds; each service is verified on its own page. It does not tell who cast doubt on a service, because
nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from flask import render_template

from bot.casework.tasks import ReferralOutcome
from bot.content.hotlines import Hotlines, Line, load_hotlines
from bot.directory.factors import Factor
from bot.directory.model import Phone, Trait
from bot.directory.reverify import Listed, Why, to_verify
from bot.directory.vetting import OfferStatus
from bot.errors import ContentError
from bot.staff.accounts import Role
from bot.web.current import runtime
from bot.web.directory import labels as words
from bot.web.directory.base import READERS, bp
from bot.web.labels import ENDED
from bot.web.staff import me, role_required

MOST = 50
"""Largest number of services under one heading; the others are only counted."""

DAYS_A_MONTH = 31
PHONES = 3

TITLES = {
    Why.DOUBT: ("Problems reported", "A referral there went badly. Ask them soon."),
    Why.OVER: ("Verification expired", "The bot doesn't offer these until someone verifies them."),
    Why.SOON: ("Due soon", "The bot still offers these, unless something else stops it."),
    Why.NEVER: ("Never verified", "The bot offers these once you vet and verify them."),
}  # fmt: skip

ALL = "All questions above."
FACTS = "Are the number, hours, eligibility and cost still right?"
ASK = {
    ReferralOutcome.NOT_ELIGIBLE.value: "Who do they accept, and who not?",
    ReferralOutcome.FULL.value: "Do they have room? How long is the wait?",
    ReferralOutcome.WENT_BADLY.value: "How do they make sure everyone is treated well?",
}
"""Additional question for each reason of doubt."""


@dataclass(frozen=True, slots=True)
class Call:
    """Service to call: its numbers, why it is listed, and what to ask."""

    id: str
    name: str
    organization: str
    standing: OfferStatus
    hotline: bool
    phones: tuple[Phone, ...]
    told: tuple[str, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineToCheck:
    """Help line with its numbers and the day on which it was last found right, "" for never."""

    name: str
    country: str
    numbers: tuple[str, ...]
    hours: str
    checked: str
    is_emergency: bool  # looked up in a document, and never dialled to try it


@bp.get("/reverify")
@role_required(*READERS)
def reverify() -> str:
    """Show the list."""
    directory, rules = runtime().directory.now, runtime().directory.now.rules
    found = to_verify(directory, runtime().store.reverify.listed(), directory.today(), rules)
    return render_template(
        "directory/reverify.html",
        groups=[
            (why.value, *TITLES[why], len(some), [_call(one) for one in some[:MOST]]) for why, some in found.items()
        ],
        lines=list(_lines()),
        must=[words.QUESTIONS[factor] for factor in Factor if factor in rules.must],
        months=rules.hotline_months,
        total=sum(map(len, found.values())),
        today=words.day(directory.today()),
        leads=me().may({Role.LEAD}),
    )


def _call(one: Listed) -> Call:
    service = one.service
    return Call(
        id=service.id,
        name=service.name,
        organization=service.organization if service.organization != service.name else "",
        standing=runtime().directory.now.standing(service.id),
        hotline=Trait.HOTLINE in service.traits,
        phones=service.phones[:PHONES],
        told=tuple(_told(one)),
        ask=(
            FACTS,
            *(ASK[reason] for reason, _ in one.doubts if reason in ASK),
            *_unknown(one),
        ),
    )


def _unknown(one: Listed) -> tuple[str, ...]:
    """Return the questions that need a yes and lack one; if these are all above the list, do not repeat them."""
    if len(one.ask) > 1 and len(one.ask) == len(runtime().directory.now.rules.must):
        return (ALL,)
    return tuple(words.QUESTIONS[factor] for factor in one.ask)


def _told(one: Listed) -> Iterator[str]:
    """Yield why the service is listed, in words."""
    known = {ended.value: ENDED[ended] for ended in ReferralOutcome}
    for reason, day in one.doubts:
        yield f"{known.get(reason, reason.replace('_', ' '))}, last reported {words.day(date.fromisoformat(day))}"
    if one.until is None:
        yield "never verified"
    else:
        verified = words.day(one.service.assured_on)
        ended = "expired" if one.until < runtime().directory.now.today() else "valid until"
        yield f"verified {verified}, {ended} {words.day(one.until)}"


def _lines() -> Iterator[LineToCheck]:
    """Yield the help lines whose last check is too long ago, those never checked first."""
    lines = _hotlines()
    directory = runtime().directory.now
    stale = lines.stale(directory.today(), DAYS_A_MONTH * directory.rules.hotline_months)
    found = [(lines.lines[key], key in lines.emergencies) for key in stale]
    for line, is_emergency in sorted(found, key=lambda one: (str(one[0].checked or ""), one[0].names["en"])):
        numbers, checked = tuple(_numbers(line)), words.day(line.checked)
        yield LineToCheck(line.names["en"], line.country, numbers, line.hours, checked, is_emergency)


def _numbers(line: Line) -> Iterator[str]:
    for medium in ("call", "text", "video"):
        if number := line.number(medium):
            yield f"{medium} {number}"


@cache
def _hotlines() -> Hotlines:
    """Return the help lines that ship; none if their file is broken, as for the bot's texts."""
    try:
        return load_hotlines()
    except ContentError:
        return Hotlines({}, {})
