"""What is to be checked again: services by how pressing it is, and the help lines. It reminds; each is verified on its
own page. Nothing tells who threw doubt on a service, for nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from flask import render_template

from bot.casework.tasks import Ended
from bot.content.hotlines import Hotlines, Line, load_hotlines
from bot.directory.factors import Factor
from bot.directory.model import Phone, Trait
from bot.directory.reverify import Listed, Why, to_verify
from bot.directory.vetting import Standing
from bot.errors import ContentError
from bot.staff.accounts import Role
from bot.web.current import parts
from bot.web.directory import labels as words
from bot.web.directory.base import READERS, doors
from bot.web.labels import ENDED
from bot.web.staff import allowed, me

MOST = 50
"""So many services stand under one heading; of the others it is told how many there are."""

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
    Ended.NOT_ELIGIBLE.value: "Who do they accept, and who not?",
    Ended.FULL.value: "Do they have room? How long is the wait?",
    Ended.WENT_BADLY.value: "How do they make sure everyone is treated well?",
}
"""What to ask besides, by what came back."""


@dataclass(frozen=True, slots=True)
class Call:
    """One service to ask: its numbers, why it is here, and what to ask."""

    id: str
    name: str
    organization: str
    standing: Standing
    hotline: bool
    phones: tuple[Phone, ...]
    told: tuple[str, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineToCheck:
    """A help line, its numbers, and the day on which it was found right, "" for never."""

    name: str
    country: str
    numbers: tuple[str, ...]
    hours: str
    checked: str


@doors.get("/reverify")
@allowed(*READERS)
def reverify() -> str:
    """The list."""
    directory, rules = parts().directory, parts().directory.rules
    found = to_verify(directory, parts().store.reverify.listed(), directory.today(), rules)
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
        standing=parts().directory.standing(service.id),
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
    """What has to be good and is not known to be; those that stand above the list are not said again for each."""
    if len(one.ask) > 1 and len(one.ask) == len(parts().directory.rules.must):
        return (ALL,)
    return tuple(words.QUESTIONS[factor] for factor in one.ask)


def _told(one: Listed) -> Iterator[str]:
    """Why it is here, in words."""
    known = {ended.value: ENDED[ended] for ended in Ended}
    for reason, day in one.doubts:
        yield f"{known.get(reason, reason.replace('_', ' '))}, last reported {words.day(date.fromisoformat(day))}"
    if one.until is None:
        yield "never verified"
    else:
        verified = words.day(one.service.assured_on)
        ended = "expired" if one.until < parts().directory.today() else "valid until"
        yield f"verified {verified}, {ended} {words.day(one.until)}"


def _lines() -> Iterator[LineToCheck]:
    """The help lines that nobody has checked for too long, never checked ones first."""
    lines = _hotlines()
    directory = parts().directory
    stale = lines.stale(directory.today(), DAYS_A_MONTH * directory.rules.hotline_months)
    for line in sorted((lines.lines[key] for key in stale), key=lambda one: (str(one.checked or ""), one.names["en"])):
        yield LineToCheck(line.names["en"], line.country, tuple(_numbers(line)), line.hours, words.day(line.checked))


def _numbers(line: Line) -> Iterator[str]:
    for medium in ("call", "text", "video"):
        if number := line.number(medium):
            yield f"{medium} {number}"


@cache
def _hotlines() -> Hotlines:
    """Those that ship. The texts read the same file, and do without when it is broken."""
    try:
        return load_hotlines()
    except ContentError:
        return Hotlines({}, {})
