"""Changes that colleagues made to a record since a form was opened, in words."""

from __future__ import annotations

from collections.abc import Iterator

from flask import request

from bot.actions.directory import Seen
from bot.directory.edits import history
from bot.web.directory import labels as words

REPLACED = "An import replaced the whole record."
LONGEST = 120


def since(seen: Seen) -> Iterator[str]:
    """Yield each change since the form was opened, newest first.

    The form carries the number of history lines at that time; if there are no more lines now, the record was replaced.
    """
    lines = history(seen.record)
    new = len(lines) - request.form.get("lines", len(lines), type=int)
    if new <= 0:
        yield REPLACED
    for line in lines[:new]:
        yield f"{line.by or 'Someone'} changed {words.change(line.field)}: now {line.after[:LONGEST]}"
