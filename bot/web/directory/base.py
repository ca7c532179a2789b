"""Blueprint of the directory pages, and look-ups in the current directory."""

from __future__ import annotations

import datetime as dt
from typing import Any

from flask import abort, current_app, request, url_for

from bot.actions.directory import DirectoryDesk, Seen
from bot.directory.model import Service
from bot.errors import DirectoryError
from bot.web.current import parts
from bot.web.directory import labels as words
from bot.web.staff import room

READERS = ("caseworker", "editor", "lead")
"""Roles that may read; only leads may change anything."""

WAYS = (("List", "directory.everything"), ("Re-verify", "directory.reverify"), ("Matrix", "directory.matrix"))
"""Pages of the whole directory, by endpoint. A new one adds itself here."""

doors = room("directory", "/directory")


@doors.before_request
def catch_up() -> None:
    """Load pending changes of the directory, so that no page lags behind a colleague's edit."""
    parts().in_use.catch_up()


@doors.context_processor
def shared() -> dict[str, Any]:
    """Return the template context of every directory page."""
    return {
        "words": words,
        "example": parts().directory.rules.demo,
        "places": [
            (label, url_for(endpoint), request.endpoint == endpoint)
            for label, endpoint in WAYS
            if endpoint in current_app.view_functions
        ],
    }


def the_desk() -> DirectoryDesk:
    """Return the actions that read and change records."""
    return DirectoryDesk(parts())


def find(service_id: str) -> tuple[Service, Seen]:
    """Return the service as the bot knows it, and its record; abort with 404 if there is none."""
    try:
        return parts().directory.service(service_id), the_desk().see(service_id)
    except DirectoryError:
        abort(404)


def today() -> dt.date:
    """Return the date to write down: the programme's, but never ahead of UTC, by which services are offered."""
    return min(local_day(), parts().directory.today())


def local_day() -> dt.date:
    """Return the date on the programme's clock."""
    return dt.datetime.fromtimestamp(parts().clock(), parts().settings.timezone).date()
