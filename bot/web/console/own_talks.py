"""The colleague's own talks with their cases, and who is on call to receive them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from flask import g

from bot.casework.cases import Case, CaseCode, Status
from bot.casework.handover import Receiver
from bot.staff.accounts import Staff
from bot.web.console.case_view import colleagues, on_call, phone_faults
from bot.web.console.talks import Talk, listed_query, talks_of
from bot.web.current import runtime


@dataclass(frozen=True, slots=True)
class OwnTalk:
    """A talk of the colleague, as its list shows it, and its case."""

    talk: Talk
    case: Case = field(repr=False)


@dataclass(frozen=True, slots=True)
class Shift:
    """What the colleague holds at this moment, and to whom they can hand it over, by id."""

    own: tuple[OwnTalk, ...]
    receivers: dict[str, Staff]
    busy: Counter[str]  # how many talks each colleague holds


def shift_now() -> Shift:
    """Read the colleague's talks, in the order of their list, and the others who are on call."""
    listing, read = runtime().store.fetch(listed_query(g.board[1]))
    by_code = {case.code: case for case in listing.cases}
    talks, _ = talks_of(listing.cases, read)
    people = colleagues()
    on = on_call() if people else None
    return Shift(
        tuple(OwnTalk(talk, by_code[CaseCode(talk.code)]) for talk in talks),
        {who.id: who for who in people if on is None or who.id in on},
        Counter(case.owner for case in listing.cases if case.status is Status.HELD),
    )


def receivers_of(shift: Shift) -> list[Receiver]:
    """Return the receivers with their languages, their number of talks, and whether a text finds them."""
    people = list(shift.receivers.values())
    faults = phone_faults(people)
    return [Receiver(who.id, who.languages, shift.busy[who.id], who.id not in faults) for who in people]
