"""Help lines by region: reads and checks `hotlines.yaml`, and returns the number for a role.

Holds no number of its own: all numbers come from the file. Sends nothing and writes no texts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.errors import ContentError
from bot.flows.names import LANGUAGES

SHIPPED = Path(__file__).with_name("hotlines.yaml")
HOME = "US"
"""Region used in place of an unknown one."""


class Role(StrEnum):
    """Purpose of a line. A role named `_text` needs a number to text, `_video` one for a videophone."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"  # suicide and self-harm
    CRISIS_TEXT = "crisis_text"
    HOTLINE = "hotline"  # the trafficking line; bland texts give its number, never its name
    HOTLINE_TEXT = "hotline_text"
    CHILD = "child"
    CHILD_TEXT = "child_text"
    DV = "dv"
    DV_TEXT = "dv_text"
    SEXUAL_ASSAULT = "sexual_assault"
    SEXUAL_ASSAULT_TEXT = "sexual_assault_text"
    RUNAWAY = "runaway"
    RUNAWAY_TEXT = "runaway_text"
    POISON = "poison"
    MISSING = "missing"  # missing and exploited children
    WAGES = "wages"  # the office for unpaid wages
    LGBTQ = "lgbtq"
    LOCAL = "local"
    NATIVE = "native"
    NATIVE_TEXT = "native_text"
    DEAF_VIDEO = "deaf_video"
    REPORT = "report"  # takes reports about a child; for staff

    @property
    def medium(self) -> str:
        """Return how this role reaches its line: "call", "text" or "video"."""
        _, _, last = self.value.rpartition("_")
        return last if last in {"text", "video"} else "call"


SOME_PLACES_ONLY = frozenset(
    {Role.DV_TEXT, Role.SEXUAL_ASSAULT_TEXT, Role.NATIVE, Role.NATIVE_TEXT, Role.DEAF_VIDEO, Role.REPORT}
)
"""Roles that a country may lack. Texts may not use them, so `numbers` leaves them out."""

PLACEHOLDERS = tuple(role.value for role in Role if role not in SOME_PLACES_ONLY)
"""Closed set of names that `numbers` gives for every region; texts may use these."""

EMERGENCY_NUMBERS = frozenset({"911", "112", "999", "000"})
"""Numbers of emergency services. Nobody may dial or text one to try it: that keeps others from help."""

_NUMBER = r"^(\d{3}|\d{5,6}|(1-)?\d{3}-\d{3}-\d{4})$"
_EXPECTED = {
    "string_pattern_mismatch": 'a number in quotes, like "988", "686868" or 1-800-555-0100',
    "extra_forbidden": "no such key: take it out, or correct its spelling",
    "missing": "this key is missing: write it",
    "date_from_datetime_parsing": "a day like 2026-11-22",
    "date_type": "a day like 2026-11-22",
    "enum": "one of " + ", ".join(Role),
    "string_type": "words in quotes (a number must stand in quotes too)",
}

Number = Annotated[str, StringConstraints(pattern=_NUMBER)]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TextNumber(_Checked):
    """Number to text, and the word to send first, by language."""

    to: Number
    words: dict[str, Words] = {}


class Line(_Checked):
    """One help line.

    `press` is the key to press after calling, by language. `checked` is the day when the line was last tried, or found
    in a reliable document; None if never. An emergency number is only ever looked up.
    """

    country: Literal["US", "CA"]
    names: dict[str, Words]
    call: Number | None = None
    text: TextNumber | None = None
    video: Number | None = None
    press: dict[str, Annotated[str, StringConstraints(pattern="^[0-9]$")]] = {}
    chat: Words | None = None
    hours: Words
    languages: list[Annotated[str, StringConstraints(pattern="^[a-z]{2,3}$")]]
    max_age: int | None = None
    source: Words
    confidence: Literal["sure", "memory"]
    checked: dt.date | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _reachable_and_honest(self) -> Line:
        if set(LANGUAGES) - set(self.names):
            raise ValueError("names: both en and es are needed")
        if not (self.call or self.text or self.video or self.chat):
            raise ValueError("a line needs at least one of call, text, video, chat")
        if (self.confidence == "sure") != (self.checked is not None):
            raise ValueError("a sure line needs checked: a day; a line from memory may not have one")
        return self

    def number(self, medium: str) -> str:
        """Return the number to call, text or reach by video; "" if the line has none."""
        if medium == "text":
            return self.text.to if self.text else ""
        return (self.video if medium == "video" else self.call) or ""


class _File(_Checked):
    lines: dict[Annotated[str, StringConstraints(pattern="^[a-z0-9-]+$")], Line]
    regions: dict[Annotated[str, StringConstraints(pattern="^[A-Z]{2}(-[A-Z]+)*$")], dict[Role, str]]


@dataclass(frozen=True)
class Hotlines:
    """Help lines, and which of them serves which role in each region."""

    lines: Mapping[str, Line]
    regions: Mapping[str, Mapping[Role, str]]
    _numbers: dict[str, Mapping[str, str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_numbers", {region: self._map(region) for region in self.regions})

    def numbers(self, region: str) -> Mapping[str, str]:
        """Return the number for every placeholder in `region`, its larger region, or else the United States.

        Empty only if no lines could be loaded, for example from a broken file; the last-resort texts need none.
        """
        return self._numbers.get(next(_within(region, self.regions), HOME), MappingProxyType({}))

    def line(self, region: str, role: Role) -> Line | None:
        """Return the line that serves `role` in `region` or in a larger region around it; None if there is none."""
        where = next(_within(region, self.regions), HOME)
        for place in _within(where, self.regions):
            if role in self.regions[place]:
                return self.lines[self.regions[place][role]]
        return None

    @property
    def emergencies(self) -> frozenset[str]:
        """Return the ids of lines that are emergency numbers: they are checked by document, never dialled to try."""
        served = {roles[Role.EMERGENCY] for roles in self.regions.values() if Role.EMERGENCY in roles}
        numbered = {
            key for key, line in self.lines.items()
            if EMERGENCY_NUMBERS & {line.number(medium) for medium in ("call", "text", "video")}
        }  # fmt: skip
        return frozenset(served | numbered)

    def stale(self, today: dt.date, days: int = 31) -> list[str]:
        """Return the ids of lines that were not checked in the last `days` days, or never."""
        oldest = today - dt.timedelta(days=days)
        return [key for key, line in self.lines.items() if line.checked is None or line.checked < oldest]

    def checked_on(self, days: Mapping[str, dt.date]) -> Hotlines:
        """Return a copy with the days on which staff checked lines, where later than those in the file."""
        tried = {
            key: line.model_copy(update={"checked": days[key], "confidence": "sure"})
            for key, line in self.lines.items()
            if key in days and days[key] > (line.checked or dt.date.min)
        }
        return Hotlines({**self.lines, **tried}, self.regions)

    def _map(self, region: str) -> Mapping[str, str]:
        found = {}
        for name in PLACEHOLDERS:
            line = self.line(region, Role(name))
            found[name] = line.number(Role(name).medium) if line else ""
        return MappingProxyType(found)


def _within(region: str, known: Mapping[str, object]) -> Iterator[str]:
    """Yield the known regions that contain `region`, the smallest first: US-CA-ORANGE, US-CA, US."""
    parts = region.upper().split("-")
    while parts:
        place = "-".join(parts)
        if place in known:
            yield place
        parts.pop()


def load_hotlines(path: Path | None = None) -> Hotlines:
    """Load the help lines of `path`, or the shipped ones.

    Raises ContentError with all faults, each with file, line, key and the expected value.
    """
    path = path or SHIPPED
    tree = _parse(path)
    try:
        file = _File.model_validate(_plain(tree))
    except ValidationError as wrong:
        raise ContentError([_say(path, tree, e["loc"], e["type"], e["msg"]) for e in wrong.errors()]) from None
    problems = [_at(path, tree, key) + text for key, text in _role_faults(file)]
    if problems:
        raise ContentError(problems)
    return Hotlines(file.lines, file.regions)


def _parse(path: Path) -> Any:
    try:
        return YAML(typ="rt").load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError):
        raise ContentError([f"{path.name}: cannot be read; expected a YAML file in UTF-8"]) from None
    except MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        first = (wrong.problem or "not YAML").splitlines()[0]
        raise ContentError([f"{path.name}:{line}: {first}; expected valid YAML"]) from None
    except (YAMLError, ValueError, RecursionError):
        raise ContentError([f"{path.name}:1: not YAML; expected `lines:` and `regions:`"]) from None


def _plain(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    return node


def _role_faults(file: _File) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield faults that need more than one key to see: unknown lines, lines of another country, missing roles."""
    for region, roles in file.regions.items():
        for role, name in roles.items():
            line = file.lines.get(name)
            key = ("regions", region, role.value)
            if line is None:
                yield key, f"{name!r} is not a line; expected one of the ids under lines"
            elif not line.number(role.medium):
                yield key, f"{name!r} has no {role.medium} number; expected a line with one"
            elif line.country != region[:2]:
                yield key, f"{name!r} is a line of {line.country}; expected one of {region[:2]}"
        if "-" not in region:
            missing = [name for name in PLACEHOLDERS if Role(name) not in roles]
            if missing:
                yield ("regions", region), f"roles missing: {', '.join(missing)}; a country names them all"
        elif region[:2] not in file.regions:
            yield ("regions", region), f"{region[:2]} is missing; expected the country beside its places"
    if HOME not in file.regions:
        yield ("regions",), f"{HOME} is missing; unknown regions fall back to it"


def _say(path: Path, tree: Any, loc: tuple[int | str, ...], kind: str, text: str) -> str:
    keys = tuple(part for part in loc if part != "[key]")
    text = re.sub("^Value error, ", "", text)
    return _at(path, tree, keys) + _EXPECTED.get(kind, text)


def _at(path: Path, tree: Any, keys: tuple[int | str, ...]) -> str:
    """Return `file:line: key: `, with the line of the nearest key that exists."""
    line, node = 1, tree
    for key in keys:
        try:
            line = (node.lc.item if isinstance(key, int) else node.lc.key)(key)[0] + 1
            node = node[key]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
    return f"{path.name}:{line}: {'.'.join(map(str, keys)) or 'file'}: "
