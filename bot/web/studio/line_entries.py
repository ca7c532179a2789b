"""Entries that are lists of lines, as phrases and word lists are: what the page shows, and how its form is read."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, request

from bot.content.editions import EntryName
from bot.errors import Conflict, ContentError
from bot.web.studio.workspace import Workspace

CHANGED = (
    "Someone else changed these lines while you were editing. Their version is below yours. Copy what you want to keep."
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one entry. `drafted_by` is a staff id, "" when nothing is drafted.

    `typed` and `faults` come from a form that was refused.
    """

    name: EntryName
    lines: tuple[str, ...]
    mark: str
    drafted_by: str = ""
    typed: str | None = None
    faults: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The text for the form's field."""
        return "\n".join(self.lines) if self.typed is None else self.typed


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was refused, to show again as it was typed. `status` is 409 after a conflict, else 422."""

    name: EntryName
    typed: str
    faults: tuple[str, ...]
    status: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """All such entries of a workspace, and the form that was refused."""

    space: Workspace
    refused: Refused | None = None

    def of(self, name: EntryName) -> Lines:
        """Return the lines of one entry."""
        entry = self.space.entry(name)
        again = self.refused if self.refused and self.refused.name == name else None
        return Lines(
            name, tuple(entry.value or ()), entry.mark, entry.drafted.by if entry.drafted else "",
            again.typed if again else None, again.faults if again else (),
        )  # fmt: skip


def name_of_form(section: str | None = None) -> EntryName:
    """Return the name of the entry in the form. 400 when there is none."""
    language, key = request.form.get("language", ""), " ".join(request.form.get("key", "").lower().split())
    section = section or request.form.get("section", "")
    if not (language and key and section) or "|" in language + section:
        abort(400)
    return EntryName(language, section, key)


def refused(name: EntryName, error: ContentError | Conflict) -> Refused:
    """Describe a form that was refused because of `error`."""
    faults, status = (error.problems, 422) if isinstance(error, ContentError) else ((CHANGED,), 409)
    return Refused(name, request.form.get("lines", ""), tuple(faults), status)
