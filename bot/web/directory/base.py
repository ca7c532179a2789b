"""The doors of the directory's pages, and what each of them stands on: the directory as it is at this moment."""

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
"""Who may look. Leads alone change anything."""

WAYS = (
    ("Services", "directory.everything"),
    ("Verification", "directory.reverify"),
    ("Needs by area", "directory.matrix"),
)
"""The pages of the whole directory, by endpoint. A new one adds itself here."""

doors = room("directory", "/directory")


@doors.before_request
def catch_up() -> None:
    """No page is behind what a colleague has just changed."""
    parts().in_use.catch_up()


@doors.context_processor
def shared() -> dict[str, Any]:
    """What every page of this room is given."""
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
    """The way to records, and to changing them."""
    return DirectoryDesk(parts())


def find(service_id: str) -> tuple[Service, Seen]:
    """The service as the bot knows it, and its record. 404 when there is none."""
    try:
        return parts().directory.service(service_id), the_desk().see(service_id)
    except DirectoryError:
        abort(404)


def today() -> dt.date:
    """The day to write down: the programme's, never ahead of universal time's, by which services are offered."""
    return min(local_day(), parts().directory.today())


def local_day() -> dt.date:
    """The day on the programme's clock."""
    return dt.datetime.fromtimestamp(parts().clock(), parts().settings.timezone).date()
