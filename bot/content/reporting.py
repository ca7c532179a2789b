"""Reporting law by place: reads and checks `reporting.yaml`, and returns what may be told about an area.

Holds no law of its own and no words: the rows come from the file, and so do the words about a report that a caseworker
may tell a young person. What the bot texts comes from the language files. Not legal advice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from bot.content.language_file import Place, read_yaml
from bot.errors import ContentError
from bot.flows.model import Area
from bot.flows.names import LANGUAGES

FILE = "reporting.yaml"
SHIPPED = Path(__file__).with_name(FILE)

WIDEST_AGE = 18
"""Age that texts name while that of a place is not known. All places have a duty below it, or may report."""

LONGEST_PLACE = 18
"""Most letters in the name of a place, for counting segments."""


class Who(StrEnum):
    """People who must report by the law of a place."""

    EVERYONE = "everyone"
    LISTED = "listed"  # certain jobs


class Mark(StrEnum):
    """How a cell is known."""

    LAW = "law"  # read in the law's text or on an official page
    SECONDARY = "secondary"  # read somewhere else
    UNCHECKED = "unchecked"  # general knowledge: never told


class Note(StrEnum):
    """What is worth telling about a place; the piece `reporting.note.<name>` says it. Closed set."""

    HELD = "held"
    HELD_12H = "held_12h"
    POLICE_TOLD = "police_told"
    PARENT_TOLD = "parent_told"
    FRIENDS_TOO = "friends_too"
    HELPERS_TOO = "helpers_too"
    EVERYONE_IN_DANGER = "everyone_in_danger"
    AGE_THEN = "age_then"
    TRADING_COUNTS = "trading_counts"
    LOOKED_INTO = "looked_into"
    LINE_ASKS_NAME = "line_asks_name"
    SAFE_HOMES = "safe_homes"
    PREGNANT = "pregnant"
    COUNSELLING_12 = "counselling_12"
    COUNSELLING_13 = "counselling_13"
    CARE_14 = "care_14"
    ADVOCATE = "advocate"
    NAVIGATOR = "navigator"
    ALONE_WITH_YOU = "alone_with_you"
    LEARNT_AT_18 = "learnt_at_18"
    LAST_3_YEARS = "last_3_years"
    HELP_TO_24 = "help_to_24"
    ASK_YOURSELF_16 = "ask_yourself_16"
    NO_GUARDIAN_16 = "no_guardian_16"


COSTS = frozenset(
    {
        Note.HELD, Note.HELD_12H, Note.POLICE_TOLD, Note.PARENT_TOLD, Note.FRIENDS_TOO, Note.HELPERS_TOO,
        Note.EVERYONE_IN_DANGER, Note.AGE_THEN, Note.TRADING_COUNTS, Note.LOOKED_INTO, Note.LINE_ASKS_NAME,
    }
)  # fmt: skip
"""Notes about what telling could cost a young person: told, with "may", before the agency has checked the row."""

_KNOWN = {
    Mark.LAW: "read in the law or on an official page",
    Mark.SECONDARY: "read in a secondary source",
    Mark.UNCHECKED: "NOT CHECKED",
}
_EXPECTED = {
    "string_too_short": "some words",
    "string_type": 'words in quotes, such as "by county"',
    "extra_forbidden": "no such key: take it out, or correct its spelling",
    "missing": "this key is missing: write it",
    "date_from_datetime_parsing": "a day like 2026-11-27",
    "date_type": "a day like 2026-11-27",
    "greater_than_equal": "an age from 16 to 21",
    "less_than_equal": "an age from 16 to 21",
    "int_type": "a number without quotes",
    "int_parsing": "a number without quotes",
    "model_type": "keys and values, such as {is: listed, mark: law}",
    "dict_type": "keys and values",
}

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_PLACE, strip_whitespace=True)]
Age = Annotated[int, Field(strict=True, ge=16, le=21)]


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Known(_Checked):
    """How a cell is known. `year` is that of the text that was read; None if it had no date."""

    mark: Mark
    year: Annotated[int, Field(strict=True, ge=1900, le=2999)] | None = None

    @property
    def is_told(self) -> bool:
        """Return whether texts may say it."""
        return self.mark is not Mark.UNCHECKED

    @property
    def said(self) -> str:
        """Return the cell as a lawyer reads it: what it holds, how it is known, the year of the text."""
        known = _KNOWN[self.mark] + (f", {self.year}" if self.year else "")
        return f"{value} ({known})" if (value := self.value()) else known

    def value(self) -> str:
        """Return what it holds, in words for staff; "" for a note."""
        return ""


class WhoCell(Known):
    """Who must report."""

    is_: Who = Field(alias="is")

    def value(self) -> str:
        return self.is_.value


class AgeCell(Known):
    """Age below which they must report, and up to which they may."""

    is_: Age = Field(alias="is")
    may_under: Age | None = None

    def value(self) -> str:
        return f"{self.is_}; may report under {self.may_under}" if self.may_under else f"{self.is_}"

    @model_validator(mode="after")
    def _in_order(self) -> AgeCell:
        if self.may_under is not None and self.may_under <= self.is_:
            raise ValueError("may_under: an age above the one below which they must")
        return self


class StaffCell(Known):
    """Where reports go, a number or words; or how soon. For staff."""

    is_: Words = Field(alias="is")

    def value(self) -> str:
        return self.is_


class Row(_Checked):
    """Law of one place. `checked_by` names who at the agency checked it, "" for nobody."""

    names: dict[str, Name]
    who: WhoCell
    under: AgeCell
    line: StaffCell
    deadline: StaffCell | None = None
    notes: dict[Note, Known] = {}
    source: Words
    seen: dt.date
    checked_by: str
    checked_on: dt.date | None = None

    @model_validator(mode="after")
    def _whole_and_honest(self) -> Row:
        if set(LANGUAGES) - set(self.names):
            raise ValueError("names: both en and es are needed")
        if bool(self.checked_by.strip()) != (self.checked_on is not None):
            raise ValueError("checked_by and checked_on go together: who checked the row, and on which day")
        unknown = [key for key, cell in self.cells().items() if not cell.is_told]
        if self.is_checked and unknown:
            raise ValueError(f"{', '.join(unknown)}: a checked row has no unchecked cell; correct its mark or the cell")
        return self

    @property
    def is_checked(self) -> bool:
        """Return whether somebody at the agency has checked the row."""
        return bool(self.checked_by.strip())

    def cells(self) -> dict[str, Known]:
        """Return every cell by its key."""
        return {
            "who": self.who,
            "under": self.under,
            "line": self.line,
            **({"deadline": self.deadline} if self.deadline else {}),
            **{f"notes.{n}": k for n, k in self.notes.items()},
        }


class ReportWords(_Checked):
    """Words to tell a young person before and after a report, by language. `read_by` names the advocate who read them.

    They may name the emergency number as ((emergency)), and no other number.
    """

    before: dict[str, Words]
    after: dict[str, Words]
    read_by: str
    read_on: dt.date | None = None

    @model_validator(mode="after")
    def _whole_and_honest(self) -> ReportWords:
        for name, told in (("before", self.before), ("after", self.after)):
            if set(LANGUAGES) - set(told):
                raise ValueError(f"{name}: both en and es are needed")
            if any(re.search(r"\d{3}", words) for words in told.values()):
                raise ValueError(f"{name}: no number but ((emergency))")
        if bool(self.read_by.strip()) != (self.read_on is not None):
            raise ValueError("read_by and read_on go together: which advocate read them, and on which day")
        return self


class _File(_Checked):
    areas: dict[Annotated[str, StringConstraints(pattern="^(US|CA)-[A-Z]{2}$")], Row] = {}
    words: ReportWords | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be told about the law of a place.

    `who` is None if it is not known. `must`: the agency has checked it; texts say "may" otherwise. `may_under`: from
    `under` to this age people may report, but need not.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    who: Who | None = None
    under: int = WIDEST_AGE
    may_under: int | None = None
    note: Note | None = None
    must: bool = False


ANYWHERE = Rule()
"""The widest rule that is true everywhere, with "may"."""


@dataclass(frozen=True)
class Reporting:
    """Reporting law of every place that is known, and the words about a report; None if they did not load."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    words: ReportWords | None = None

    def rule(self, area: Area | None) -> Rule:
        """Return what may be told about the law in `area`; `ANYWHERE` if nothing is known about it."""
        row = self.rows.get(f"{area.country}-{area.region}") if area else None
        if row is None or not row.who.is_told:
            return ANYWHERE
        age = row.under if row.under.is_told else None
        return Rule(
            names=row.names,
            who=row.who.is_,
            under=age.is_ if age else WIDEST_AGE,
            may_under=age.may_under if age else None,
            note=next(iter(self.notes(row)), None),
            must=row.is_checked,
        )

    @staticmethod
    def notes(row: Row) -> list[Note]:
        """Return the notes of a row that may be told, the most important first."""
        return [note for note, known in row.notes.items() if _may_tell(row, note, known)]

    @property
    def unchecked(self) -> list[str]:
        """Return the places whose row nobody at the agency has checked."""
        return [place for place, row in self.rows.items() if not row.is_checked]


NOTHING_KNOWN = Reporting()


def _may_tell(row: Row, note: Note, known: Known) -> bool:
    return known.is_told and (row.is_checked or note in COSTS)


def load_reporting(own: Path | None = None, path: Path = SHIPPED) -> Reporting:
    """Load the shipped rows, and those of an agency's own folder over them, place by place. Its words replace ours.

    Raises ContentError with all faults, each with file, line, key and the expected value.
    """
    files = [path, *([own / FILE] if own and (own / FILE).exists() else [])]
    rows: dict[str, Row] = {}
    words: ReportWords | None = None
    problems: list[str] = []
    for file in files:
        try:
            found = _read(file)
        except ContentError as error:
            problems += error.problems
        else:
            rows |= found.areas
            words = found.words or words
    if problems:
        raise ContentError(problems)
    return Reporting(rows, words)


def _read(path: Path) -> _File:
    place = read_yaml(path)
    try:
        return _File.model_validate(place.data or {})
    except ValidationError as wrong:
        raise ContentError([_fault(place, e["loc"], e["type"], e["msg"]) for e in wrong.errors()]) from None


def _fault(place: Place, loc: tuple[Any, ...], kind: str, says: str) -> str:
    says = re.sub("^Value error, ", "", says)
    return f"{place.at(*(part for part in loc if part != '[key]'))}: {_EXPECTED.get(kind, says)}"
