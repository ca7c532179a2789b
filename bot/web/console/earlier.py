"""Earlier cases of a person who wants to be remembered, for the page of their open case; reading a new summary."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import request

from bot.casework.remembered import LONGEST_PLAN, LONGEST_WISHES, Remembered, Summary
from bot.web import labels as words
from bot.web.base import names


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A closed case. Times are in epoch seconds."""

    who: str
    opened_at: int
    closed_at: int
    outcome: str
    plan: str = field(repr=False)
    wishes: str = field(repr=False)
    times: str = field(repr=False)


def earlier_rows(remembered: Remembered | None) -> list[EarlierRow]:
    """Return the earlier cases, the newest first; none of a person who is not remembered."""
    known = names() if remembered and remembered.cases else {}
    return [
        EarlierRow(
            who=known.get(case.by, "A colleague"),
            opened_at=case.opened_at,
            closed_at=case.closed_at,
            outcome=words.OUTCOMES.get(case.outcome, ""),
            plan=case.plan,
            wishes=case.wishes,
            times=words.DAYPARTS.get(case.times, ""),
        )
        for case in reversed(remembered.cases if remembered else ())
    ]


LONGEST = {"plan": LONGEST_PLAN, "wishes": LONGEST_WISHES}
"""Most letters of each part of a summary."""


def typed_summary() -> Summary:
    """Return the summary that was typed into the form by which a case is closed."""
    plan, wishes = (request.form.get(name, "").replace("\r\n", "\n").strip() for name in LONGEST)
    return Summary(plan, wishes)
