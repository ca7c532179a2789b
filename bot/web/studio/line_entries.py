"""Entries that are lines of words, as phrases and word lists are: what is shown of them, and how a form is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import abort, request

from bot.content.draft import Draft, mark_of, published_value
from bot.content.editions import Edition, Name
from bot.content.language_file import Sheet
from bot.errors import ContentError, LostRace

CHANGED = (
    "Someone else changed these lines while you were editing. Their version is below yours. Copy what you want to keep."
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one entry. `drafted_by` is a staff id, "" when nothing is drafted.

    `typed` and `faults` are of a form that was refused.
    """

    name: Name
    lines: tuple[str, ...]
    mark: str
    drafted_by: str = ""
    typed: str | None = None
    faults: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What stands in the form's field."""
        return "\n".join(self.lines) if self.typed is None else self.typed


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that could not be kept, shown again as it was typed. `status`: 409 when somebody was faster, else 422."""

    name: Name
    typed: str
    faults: tuple[str, ...]
    status: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The state of all such entries at one time."""

    sheets: Mapping[str, Sheet]
    edition: Edition
    draft: Draft
    refused: Refused | None = None

    def of(self, name: Name) -> Lines:
        """One entry."""
        drafted = self.draft.get(name)
        value: Any = drafted.value if drafted else published_value(self.sheets, self.edition, name)
        again = self.refused if self.refused and self.refused.name == name else None
        return Lines(
            name, tuple(value or ()), mark_of(value), drafted.by if drafted else "",
            again.typed if again else None, again.faults if again else (),
        )  # fmt: skip


def name_of_form(section: str | None = None) -> Name:
    """Which entry the form is of. 400 for one that says none."""
    language, key = request.form.get("language", ""), " ".join(request.form.get("key", "").lower().split())
    section = section or request.form.get("section", "")
    if not (language and key and section) or "|" in language + section:
        abort(400)
    return Name(language, section, key)


def refused(name: Name, error: ContentError | LostRace) -> Refused:
    """What to show when the form could not be kept."""
    faults, status = (error.problems, 422) if isinstance(error, ContentError) else ((CHANGED,), 409)
    return Refused(name, request.form.get("lines", ""), tuple(faults), status)
