"""The doors of the directory's pages, and what each of them stands on: the directory as it is at this moment."""

from __future__ import annotations

from bot.web.parts import parts
from bot.web.staff import room

READERS = ("caseworker", "editor", "lead")
"""Who may look. Leads alone change anything."""

doors = room("directory", "/directory")


@doors.before_request
def catch_up() -> None:
    """No page is behind what a colleague has just changed."""
    parts().in_use.catch_up()
