"""What the page of a mandated report shows of a place: its law, the numbers to call, and words for the young person.

All of it comes from the content. What is not known there is said to be not known, and each cell says how it is known.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.content.hotlines import HOME, Line, Role
from bot.content.reporting import Known, Mark, Row, Who
from bot.directory.canada import PROVINCES
from bot.directory.regions import STATES
from bot.errors import MissingMessage
from bot.flows.model import Area
from bot.web.current import runtime
from bot.web.labels import usual_tongue

WHO = {
    Who.EVERYONE: "Everyone",
    Who.LISTED: "People with certain jobs. Ask your lead if yours is one.",
}
KNOWN = {
    Mark.LAW: "Read in the law or on an official page",
    Mark.SECONDARY: "Read in another source",
    Mark.UNCHECKED: "Not checked",
}


class Cell(NamedTuple):
    """Line of the law: what it is about, what it says, and how that is known. Both are "" if it is not known here."""

    label: str
    value: str
    known: str


class Number(NamedTuple):
    """Line that takes reports in a part of the place. `theirs`: of the county that the person shared."""

    name: str
    number: str
    note: str
    source: str
    theirs: bool


class Law(NamedTuple):
    """Law of one place. `row` is None if nothing is known about it."""

    name: str
    row: Row | None
    cells: list[Cell]
    notes: list[str]
    numbers: list[Number]
    guide: str  # line that can be asked who takes reports, where that is not known; "" for none


class ToSay(NamedTuple):
    """Words for the young person in one language."""

    code: str
    name: str
    before: str
    after: str


def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for country, table in (("US", STATES), ("CA", PROVINCES)):
        for name, code in table.items():
            if len(name) > 3:  # the tables also hold codes, and other names after the usual one
                found.setdefault(f"{country}-{code}", name.title().replace(" Of ", " of ").replace(" And ", " and "))
    found["CA-NL"] = "Newfoundland and Labrador"
    return found


PLACES = _places()
"""Name of each state and province by its key, like "US-CA"."""


def place_of(area: Area | None) -> str:
    """Return the key of the state or province of an area; "" if it is not known."""
    place = f"{area.country}-{area.region}" if area else ""
    return place if place in PLACES else ""


def law_of(place: str, area: Area | None) -> Law:
    """Return the law of a place. `area` is what the person shares of where they are, None for nothing."""
    row = runtime().reporting.rows.get(place)
    return Law(
        name=PLACES[place],
        row=row,
        cells=_cells(row) if row else [],
        notes=_notes(row) if row else [],
        numbers=_numbers(place, area),
        guide="" if row else _guide(place),
    )


def emergency_number(place: str) -> str:
    """Return the emergency number of a place, or that of the United States for ""."""
    return runtime().content.now.hotlines.numbers(place).get(Role.EMERGENCY, "")


def _guide(place: str) -> str:
    """Return the name and number of a line that knows who takes reports in the country; "" if none is known."""
    known = runtime().content.now.hotlines
    helps = known.lines.get(known.regions.get(HOME, {}).get(Role.CHILD, "")) if place.startswith(HOME) else None
    return f"{helps.names['en']}, {helps.call}" if helps and helps.call else ""


def _cells(row: Row) -> list[Cell]:
    under = f"A person under {row.under.is_}"
    if row.under.may_under:
        under = f"{under}. From {row.under.is_} to {row.under.may_under - 1}, people may report, but need not."
    cells = row.cells()
    return [
        Cell("Who must report", WHO[row.who.is_], _known(row.who)),
        Cell("About", under, _known(row.under)),
        _cell("How soon", cells.get("deadline")),
        _cell("Where to", cells["line"]),
    ]


def _cell(label: str, cell: Known | None) -> Cell:
    """Build a cell of the file's own words; `known` is "" if the file has none."""
    words = cell.value() if cell else ""
    return Cell(label, words[:1].upper() + words[1:], _known(cell) if cell else "")


def _known(cell: Known) -> str:
    return KNOWN[cell.mark] + (f", {cell.year}" if cell.year else "")


def _notes(row: Row) -> list[str]:
    """Return what the bot may tell of the place, in its English words."""
    try:
        words = runtime().content.now.catalog.language("en")
    except MissingMessage:
        return []
    pieces = (words.piece(f"reporting.note.{note.value}") for note in runtime().reporting.notes(row))
    return [piece for piece in pieces if piece]


def _numbers(place: str, area: Area | None) -> list[Number]:
    """Return the lines that take reports in a county of the place, that of the person's county first."""
    known = runtime().content.now.hotlines
    county = area.county.removesuffix(" County").upper().replace(" ", "-") if area and place_of(area) == place else ""
    within = {
        region: known.lines[roles[Role.REPORT]]
        for region, roles in known.regions.items()
        if region.startswith(f"{place}-") and Role.REPORT in roles
    }
    found = [
        Number(
            line.names["en"], line.number(Role.REPORT.medium), line.note or "", _source(line),
            theirs=region == f"{place}-{county}",
        )
        for region, line in within.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: not one.theirs)


def _source(line: Line) -> str:
    return f"{line.source}, {line.checked:%-d %b %Y}" if line.checked else f"{line.source}, not checked"


def to_say(place: str, first: str) -> list[ToSay]:
    """Return the words for the young person by language, that of the case `first`."""
    words = runtime().reporting.words
    if words is None:
        return []
    number = emergency_number(place)
    both = sorted((code for code in words.before if code in words.after), key=lambda code: code != first)
    filled = {
        code: [said[code].replace("((emergency))", number) for said in (words.before, words.after)] for code in both
    }
    return [ToSay(code, usual_tongue(code).name, *said) for code, said in filled.items()]
