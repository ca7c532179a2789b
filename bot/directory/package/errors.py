"""Rules that a package can break, in plain words, and the list of faults found. Never repeats a cell's content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum

SHOWN, SHOWN_STRICTLY = 20, 10_000
"""Faults listed in full for each rule and file; the rest are counted."""


class Rule(Enum):
    """Rule in words: what is wrong, and what is expected."""

    NOT_THERE = "cannot be read; expected a folder or zip of CSV files, or a JSON file"
    NOT_A_PACKAGE = "is not a package; expected a folder or zip of CSV files, or a .json file"
    ZIP_BROKEN = "is damaged; expected a zip that opens"
    ZIP_LOCKED = "is locked with a password; expected an open zip"
    ZIP_OUTSIDE = "has a file name that points outside the package; expected plain names"
    ZIP_BOMB = "grows more than {limit} times when unpacked; expected an ordinary zip"
    TOO_BIG = "is larger than {limit}; expected a smaller package"
    TOO_MANY_FILES = "has more than {limit} files; expected fewer"
    TOO_MANY_ROWS = "has more than {limit} rows; expected fewer. The rest was not read"
    DESCRIPTOR = "is not a descriptor; expected JSON with a list of resources, each with name and path"
    MISSING_FILE = "is missing; expected it in the package"
    TWO_FILES = "holds the same table as {other}; expected one file for a table"
    UNKNOWN_TABLE = "is an unknown table; we keep it as it is"
    EMPTY_FILE = "is empty; expected a first line with the names of the columns"
    NOT_UTF8 = "is not UTF-8 from here on; expected UTF-8. The rest was not read"
    UTF16 = "is UTF-16; expected UTF-8"
    DELIMITER = "separates columns with {other}; expected commas"
    QUOTES = "has quotes that do not pair up; expected CSV. The rest was not read"
    ROW_LENGTH = "has {count} cells; expected {expected}, as in the first line"
    SAME_COLUMN = "appears twice in the first line; expected each name once"
    NAMELESS_COLUMN = "has no name; expected one for every column"
    TOO_MANY_COLUMNS = "has more than {limit} columns; expected fewer. The file was not read"
    MISSING_COLUMN = "is missing; expected this column"
    UNKNOWN_COLUMN = "is an unknown column; we keep it as it is"
    CELL_TOO_LONG = "has more than {limit} letters; expected a shorter text"
    ROW_TOO_LONG = "has a row of more than {limit} bytes; expected shorter rows. The rest was not read"
    CONTROL = "has a control character; expected plain text"
    NOT_JSON = "is not JSON in UTF-8 at line {line}; expected JSON"
    NOT_RECORDS = "holds no services; expected one service, a list of them, or a list under contents"
    NOT_A_RECORD = "has the wrong type; expected {expected}"
    NOT_TEXT = "is not text; expected words in quotes"
    TWO_STORIES = "differs from another entry with the same id; expected the same"
    REQUIRED = "is empty; expected a value"
    BLANK = "is empty, though the standard asks for it; expected a value"
    UUID = "is not a UUID; expected one like 1ba212ca-254f-4411-bd72-2098a24a2d31"
    SAME_ID = "repeats an earlier row; expected its own id"
    SAME_CODE = "repeats an earlier row of the same taxonomy; expected its own code"
    DANGLING = "points to nothing; expected the id of a row in {other}"
    OUTSIDE = "points to a row outside this package; we keep it as it is"
    CIRCLE = "points back to itself; expected a parent above it"
    NO_PARENT = "belongs to nothing; expected the id of its parent"
    DATE = "is not a date; expected one like 2026-11-22"
    DATETIME = "is not a date and time; expected one like 2026-11-22T09:00:00Z"
    TIME = "is not a time; expected one like 09:00"
    FUTURE = "is in the future; expected a past date"
    NUMBER = "is not a number; expected one like 12 or 12.5"
    ENUM = "is not known; expected one of {expected}"
    CHOICE = "is not known, and decides what may be shown; expected one of {expected}"
    AGE = "is not an age; expected a number from 0 to 120"
    AGES_REVERSED = "is greater than maximum_age; expected the smaller of the two"
    DATES_REVERSED = "is after {other}; expected the earlier of the two"
    LATITUDE = "is out of range; expected -90 to 90"
    LONGITUDE = "is out of range; expected -180 to 180"
    TIMEZONE = "is not a time zone; expected hours from UTC, -12 to 14, or a name like America/Chicago"
    AMOUNT = "is below zero; expected 0 or more"
    PHONE = "is not a phone number; expected digits, like 1-800-555-0100 or 988"
    LANGUAGE = "is not a language; expected an ISO 639 code like en or spa"
    COUNTRY = "is not a country; expected two letters like US"
    CURRENCY = "is not a currency; expected three letters like USD"
    EMAIL = "is not an email address; expected one like desk@example.org"
    URI = "is not a web address; expected one like https://example.org"
    BYDAY = "is not a list of days; expected one like MO,TU or 1MO"
    PRIVATE = "is hidden, but has {other}; expected no address and no coordinates for a place that is hidden"

    @property
    def is_warning(self) -> bool:
        """Return True for a rule that is reported but does not stop an import."""
        return self in _WARNINGS

    @property
    def is_unknown(self) -> bool:
        """Return True for a value that stays unknown: it is kept as it is, and stops a strict import only."""
        return self in _UNKNOWN


_WARNINGS = frozenset({Rule.UNKNOWN_TABLE, Rule.UNKNOWN_COLUMN, Rule.NO_PARENT, Rule.OUTSIDE})
_UNKNOWN = frozenset({
    Rule.BLANK, Rule.DATE, Rule.DATETIME, Rule.TIME, Rule.NUMBER, Rule.ENUM, Rule.AGE, Rule.AGES_REVERSED,
    Rule.DATES_REVERSED, Rule.LATITUDE, Rule.LONGITUDE, Rule.TIMEZONE, Rule.AMOUNT, Rule.PHONE, Rule.LANGUAGE,
    Rule.COUNTRY, Rule.CURRENCY, Rule.EMAIL, Rule.URI, Rule.BYDAY,
})  # fmt: skip
"""Rules on a single value that no id, no reference and nothing hidden depends on."""


@dataclass(frozen=True, slots=True)
class PackageError:
    """One broken rule.

    `at` is "row 5", counted without the header, or a path in JSON; "" for a whole file.
    """

    rule: Rule
    file: str
    at: str
    column: str
    says: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.at, self.column) if part) + f": {self.says}"


class PackageErrors:
    """Faults of one package, in the order in which they were found. With `strict` an unknown value stops the import."""

    def __init__(self, *, strict: bool = False) -> None:
        self.strict, self._most = strict, SHOWN_STRICTLY if strict else SHOWN
        self._kept: list[PackageError] = []
        self._counts: Counter[tuple[Rule, str]] = Counter()

    def add(self, rule: Rule, file: str, at: str = "", column: str = "", **facts: object) -> None:
        """Record a broken rule; `facts` fill the placeholders in its message."""
        self._counts[rule, file] += 1
        if self._counts[rule, file] <= self._most:
            self._kept.append(PackageError(rule, _plain(file), _plain(at), _plain(column), rule.value.format(**facts)))

    def __iter__(self) -> Iterator[PackageError]:
        return iter(self._kept)

    @property
    def stop(self) -> bool:
        """Return True if a fault must be corrected before an import."""
        return any(map(self._stops, self._rules()))

    @property
    def unknown(self) -> int:
        """Return the number of values that stay unknown."""
        return sum(count for (rule, _), count in self._counts.items() if rule.is_unknown)

    def lines(self, *, warnings: bool) -> list[str]:
        """Return the faults with the unknown values, or the warnings, as sentences.

        The last ones count those that are not listed.
        """
        return self._lines({rule for rule in self._rules() if rule.is_warning == warnings})

    def unknown_lines(self) -> list[str]:
        """Return the values that stay unknown, as sentences."""
        return self._lines({rule for rule in self._rules() if rule.is_unknown})

    def stop_lines(self) -> list[str]:
        """Return what stops the import, as sentences."""
        return self._lines(set(filter(self._stops, self._rules())))

    def _stops(self, rule: Rule) -> bool:
        return not rule.is_warning and (self.strict or not rule.is_unknown)

    def _rules(self) -> set[Rule]:
        return {rule for rule, _ in self._counts}

    def _lines(self, rules: Set[Rule]) -> list[str]:
        told = [str(fault) for fault in self if fault.rule in rules]
        more = [
            f"{_plain(file)}: and {count - self._most} more: {rule.name.lower().replace('_', ' ')}"
            for (rule, file), count in self._counts.items()
            if count > self._most and rule in rules
        ]
        return told + more


def _plain(name: str) -> str:
    """Make a name from a foreign file safe for a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:80])
