"""What staff remember of a person who wants to be remembered: a short record of each closed case. Pure.

A record is added when a case closes, and only while the consent to it holds; no case before that is in it. It holds
what a caseworker wrote for the next one, the outcome, and when a text is ok if the person shared that; no text of the
person.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.tolerant import known_fields

MOST_CASES = 10
"""Up to so many closed cases are remembered. The oldest go first."""

LONGEST_PLAN, LONGEST_WISHES = 800, 300


@dataclass(frozen=True, slots=True)
class Summary:
    """What the caseworker writes when a case closes, for whoever works with the person next."""

    plan: str = field(default="", repr=False)
    wishes: str = field(default="", repr=False)  # when and how the person wants to be reached

    @property
    def fits(self) -> bool:
        """Tell whether both are short enough."""
        return len(self.plan) <= LONGEST_PLAN and len(self.wishes) <= LONGEST_WISHES


NOTHING_WRITTEN = Summary()


@dataclass(frozen=True, slots=True)
class EarlierCase:
    """Record of a closed case. Times are in epoch seconds; `by` is the staff id of the caseworker who held it."""

    opened_at: int
    closed_at: int
    by: str
    outcome: str
    plan: str = field(default="", repr=False)
    wishes: str = field(default="", repr=False)
    times: str = field(default="", repr=False)  # the answer that said when a text or a call is ok


@dataclass(frozen=True, slots=True)
class Remembered:
    """All that is remembered of a person, the oldest case first, and until when (epoch seconds)."""

    until: int
    cases: tuple[EarlierCase, ...] = ()

    @property
    def last_by(self) -> str:
        """Return the staff id of the caseworker who worked with the person last, "" for none."""
        return self.cases[-1].by if self.cases else ""

    def with_case(self, case: EarlierCase) -> Remembered:
        """Add a closed case."""
        return replace(self, cases=(*self.cases, case)[-MOST_CASES:])

    def without_times(self) -> Remembered:
        """Forget when a text or a call is ok."""
        return replace(self, cases=tuple(replace(case, times="") for case in self.cases))

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Remembered:
        """Build it from its stored form."""
        cases = stored.get("cases", ())
        return cls(int(stored["until"]), tuple(EarlierCase(**known_fields(EarlierCase, case)) for case in cases))
