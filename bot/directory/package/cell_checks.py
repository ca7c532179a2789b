"""Checks of a single cell or row: a date, an age, a phone number. No access to other rows or files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Set

from bot.directory.package.errors import Rule
from bot.directory.package.schema import NEEDED, NUMBER, TABLES, Column, Table
from bot.directory.spelling import clocks, languages, phones, zones

LONGEST_CELL = 100_000
"""Longest cell, in characters."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters, and lone surrogates, which JSON can contain and no file can."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "status": ("active", "inactive", "defunct", "temporarily closed"),
    "place": ("physical", "postal", "virtual"),
    "line": ("text", "voice", "fax", "cell", "video", "pager", "textphone"),
    "freq": ("WEEKLY", "MONTHLY"),
    "weekday": ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    "entity": tuple(name for name in TABLES if name != "attribute"),
}

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DAY = r"[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)"
_SHAPES: Mapping[str, tuple[re.Pattern[str], Rule]] = {
    "uuid": (_UUID, Rule.UUID),
    "number": (NUMBER, Rule.NUMBER),
    "country": (re.compile(r"[A-Z]{2}"), Rule.COUNTRY),
    "currency": (re.compile(r"[A-Z]{3}"), Rule.CURRENCY),
    "email": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+"), Rule.EMAIL),
    "uri": (re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+"), Rule.URI),
    "byday": (re.compile(rf"{_DAY}(, ?{_DAY})*"), Rule.BYDAY),
    "time": (re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:?\d\d)?"), Rule.TIME),
}
_RANGES: Mapping[str, tuple[float, float, Rule]] = {
    "age": (0, 120, Rule.AGE),
    "latitude": (-90, 90, Rule.LATITUDE),
    "longitude": (-180, 180, Rule.LONGITUDE),
    "amount": (0, float("inf"), Rule.AMOUNT),
}

Check = Callable[[str], Rule | None]


def _date(cell: str) -> Rule | None:
    try:
        good = len(cell) == 10 and bool(dt.date.fromisoformat(cell))
    except ValueError:
        good = False
    return None if good else Rule.DATE


def _datetime(cell: str) -> Rule | None:
    try:
        good = cell[10:11] == "T" and bool(dt.datetime.fromisoformat(cell))
    except ValueError:
        good = False
    return None if good else Rule.DATETIME


def _shape(pattern: re.Pattern[str], rule: Rule) -> Check:
    return lambda cell: None if pattern.fullmatch(cell) else rule


def _range(least: float, most: float, rule: Rule) -> Check:
    def check(cell: str) -> Rule | None:
        if not NUMBER.fullmatch(cell):
            return Rule.NUMBER
        return None if least <= float(cell) <= most else rule

    return check


def _choice(choices: tuple[str, ...]) -> Check:
    allowed = frozenset(choices)
    return lambda cell: None if cell in allowed else Rule.ENUM


CHECKS: Mapping[str, Check] = {
    "date": _date,
    "datetime": _datetime,
    "language": lambda cell: None if languages.tag(cell) == cell else Rule.LANGUAGE,
    "timezone": lambda cell: None if zones.zone(cell) is not None else Rule.TIMEZONE,
    "phone": lambda cell: None if phones.is_plain(cell) else Rule.PHONE,
    **{kind: _shape(*shape) for kind, shape in _SHAPES.items()},
    **{kind: _range(*limits) for kind, limits in _RANGES.items()},
    **{kind: _choice(choices) for kind, choices in CHOICES.items()},
}
"""Check for each kind of column: returns the rule that a filled cell breaks, or None. Plain text has no check."""

_PAIRS = (("valid_from", "valid_to"), ("dtstart", "until"))


class RowCheck:
    """Checks of all rows of one table, prepared once for its columns."""

    def __init__(self, table: Table | None, columns: list[str], today: dt.date) -> None:
        known = table.columns if table else {}
        kinds = [(place, column, known[column]) for place, column in enumerate(columns) if column in known]
        self._checks = [(p, c, CHECKS[k.kind], k.kind) for p, c, k in kinds if k.kind in CHECKS]
        self._required = [(p, c, _if_empty(table, k)) for p, c, k in kinds if table and k.required]
        at = {column: place for place, column, _ in kinds}
        is_phones = table is not None and table.name == "phone"
        self._ages = (at["minimum_age"], at["maximum_age"]) if {"minimum_age", "maximum_age"} <= at.keys() else None
        self._pairs = [(at[a], at[b], a, b) for a, b in _PAIRS if a in at and b in at]
        self._assured, self._today = at.get("assured_date"), today.isoformat()
        parents = [place for place, column, known in kinds if known.refers]
        needs = table is not None and table.name in _HANGS and not any(k.required and k.refers for _, _, k in kinds)
        self._parents = parents if needs else None
        self._days = [place for place, _, known in kinds if known.kind == "date"]
        self._zones = [place for place, _, known in kinds if known.kind == "timezone"]
        self._times = [place for place, _, known in kinds if known.kind == "time"]
        self._phone = (at["number"], at["extension"]) if is_phones and {"number", "extension"} <= at.keys() else None
        self._ids = [place for place, _, known in kinds if known.kind == "uuid"]
        self._languages = [place for place, _, known in kinds if known.kind == "language"]
        self._currencies = [place for place, _, known in kinds if known.kind == "currency"]
        self._columns = columns

    def tidy(self, cells: list[str]) -> list[str]:
        """Write each cell as the standard does, as far as its spelling is known; the checks come after this.

        An id in capitals is the same id, and CSV and JSON spell times differently.
        """
        for place in self._ids:
            cells[place] = cells[place].lower()
        for place in self._currencies:
            cells[place] = cells[place].strip().upper()
        for place in self._languages:
            cells[place] = languages.tag(cells[place]) or cells[place]
        for place in self._days:
            cells[place] = clocks.day(cells[place]) or cells[place]
        for place in self._zones:
            cells[place] = zones.standard(cells[place]) or cells[place]
        for place in self._times:
            cells[place] = clocks.clock(cells[place]) or cells[place]
        if self._phone:
            _tidy_phone(cells, *self._phone)
        return cells

    def __call__(self, cells: list[str]) -> list[tuple[Rule, str, dict[str, object]]]:
        """Return the rules that the row breaks, each with its column and the values for its message."""
        found: list[tuple[Rule, str, dict[str, object]]] = []
        if sum(map(len, cells)) > LONGEST_CELL:
            long = [column for column, cell in zip(self._columns, cells, strict=True) if len(cell) > LONGEST_CELL]
            found += [(Rule.CELL_TOO_LONG, column, {"limit": f"{LONGEST_CELL:,}"}) for column in long]
        if CONTROL.search("\n".join(cells)):
            bad = [column for column, cell in zip(self._columns, cells, strict=True) if CONTROL.search(cell)]
            found += [(Rule.CONTROL, column, {}) for column in bad]
        found += [(rule, column, {}) for place, column, rule in self._required if not cells[place].strip()]
        for place, column, check, kind in self._checks:
            if cells[place] and (rule := check(cells[place])):
                rule = Rule.CHOICE if kind in _DECIDES else rule
                found.append((rule, column, {"expected": ", ".join(CHOICES.get(kind, ()))}))
        if self._parents is not None and not any(cells[place] for place in self._parents):
            found.append((Rule.NO_PARENT, "", {}))
        return found + self._together(cells, {column for _, column, _ in found} if found else _NONE)

    def _together(self, cells: list[str], bad: Set[str]) -> list[tuple[Rule, str, dict[str, object]]]:
        """Check rules on several cells of a row, or with today, without the `bad` cells."""
        found: list[tuple[Rule, str, dict[str, object]]] = []
        if self._ages and bad.isdisjoint({"minimum_age", "maximum_age"}):
            least, most = (cells[place] for place in self._ages)
            if least and most and float(least) > float(most):
                found.append((Rule.AGES_REVERSED, "minimum_age", {}))
        for first, last, column, other in self._pairs:
            if cells[first] and cells[last] and bad.isdisjoint({column, other}) and cells[first] > cells[last]:
                found.append((Rule.DATES_REVERSED, column, {"other": other}))
        if self._assured is not None and "assured_date" not in bad and cells[self._assured] > self._today:
            found.append((Rule.FUTURE, "assured_date", {}))
        return found


def _if_empty(table: Table, column: Column) -> Rule:
    """Return the rule that an empty cell breaks. Without a name, an id or what decides, a row cannot be used."""
    is_name = column.name == "name" and table.name in NEEDED
    return Rule.REQUIRED if is_name or column.kind in _STAYS else Rule.BLANK


def _tidy_phone(cells: list[str], number: int, extension: int) -> None:
    """Move an extension from the cell of the number into its own, unless that one says another."""
    own = phones.extension(cells[extension]) or cells[extension]
    found = phones.phone(cells[number])
    if found is None or (found.extension and own and own != found.extension):
        return
    cells[number], cells[extension] = found.number, own or found.extension


_NONE: frozenset[str] = frozenset()
_DECIDES = frozenset({"place", "entity"})
"""Kinds on which it depends whether an address is shown, and to what a term such as "hidden" belongs."""
_STAYS = _DECIDES | {"uuid", "status"}
_HANGS = frozenset({"phone", "contact", "address", "schedule", "service_area", "language", "accessibility",
                    "required_document", "funding", "url"})  # fmt: skip
"""Tables whose rows mean nothing unless they belong to another row."""
