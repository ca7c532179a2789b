"""The queue: what a colleague may know of a waiting case before they take it, so that cases can be told apart.

It shows what the person shared with the team while a consent covers that, and notes once an hour that somebody looked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import g

from bot.casework.cases import Case, Status
from bot.casework.consent_gate import ConsentGate
from bot.flows.names import Need, ShareItem
from bot.staff.audit import Verb
from bot.store import Query
from bot.web.base import names
from bot.web.console.base import SEEN_SECONDS
from bot.web.current import runtime
from bot.web.labels import URGENT, Tongue, need, tongue
from bot.web.staff import me, note

MOST_NEEDS = 3
"""Up to so many needs of a case are named in a list. The most urgent come first."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a consent in force covers of a case, for a list. `more` is how many needs are left out."""

    talks: bool = False
    name: str = field(default="", repr=False)
    needs: tuple[str, ...] = ()
    more: int = 0
    reason: str = ""  # why the case is urgent, in one word
    known: str = ""  # of a waiting case: who worked with the person last, if they want to be remembered


NONE = Marks()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the queue. `since` is when the wait began, in epoch seconds."""

    code: str
    urgent: bool
    since: int
    language: Tongue
    spoken: bool  # the colleague texts in that language
    marks: Marks


def marks_of(case: Case, gate: ConsentGate) -> Marks:
    """Return what the team may know of a case at this moment."""
    shared = {item.item: item.values for item in gate.shared(case.person)} if case.person else {}
    if ShareItem.WANTS_TO_TALK not in shared:
        return NONE
    needs = shared.get(ShareItem.NEEDS, ())
    remembered = gate.remembered(case.person) if case.status is Status.WAITING else None
    return Marks(
        talks=True,
        name=next(iter(shared.get(ShareItem.NAME, ())), ""),
        needs=tuple(need(Need(value)) for value in needs[:MOST_NEEDS]),
        more=max(0, len(needs) - MOST_NEEDS),
        reason=URGENT.get(case.why_urgent, "") if case.urgent else "",
        known=_known(remembered.last_by) if remembered else "",
    )


def _known(staff_id: str) -> str:
    """Say who worked with a person who is back, so that the same colleague can take the case first."""
    if staff_id == me().id:
        return "You worked with them before"
    name = names().get(staff_id, "") if staff_id else ""
    return f"Worked with {name} before" if name else ""


def queue_of(cases: Sequence[Case], gate: ConsentGate) -> list[Waiting]:
    """Return those of the cases that wait, in the order of `offered`, and note the look if there is anything to see."""
    waiting = [
        Waiting(
            case.code, case.urgent, case.waits_since, tongue(case.language), me().texts_in(case.language),
            marks_of(case, gate),
        )
        for case in offered(cases)
    ]  # fmt: skip
    if not g.queue_is_noted and any(row.marks.name or row.marks.needs or row.marks.known for row in waiting):
        note(Verb.QUEUE_SEEN)
        runtime().store.staff.seen.put(_seen_key(), {}, SEEN_SECONDS)
        g.queue_is_noted = True
    return waiting


def offered(cases: Sequence[Case]) -> list[Case]:
    """Return those of the cases that wait: urgent ones first, then those in a language that the colleague texts in."""
    waiting = [case for case in cases if case.status is Status.WAITING]
    return sorted(waiting, key=lambda case: (not case.urgent, not me().texts_in(case.language)))


def look_query() -> Query[bytes | None]:
    """Query whether the colleague's look at the queue was noted in the last hour."""
    return runtime().store.staff.seen.sealed_query(_seen_key())


def _seen_key() -> str:
    return f"{me().id} queue"
