"""Blueprint of the directory pages, and look-ups in the current directory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from flask import abort, current_app, request, url_for

from bot.actions.directory import DirectoryActions, Seen
from bot.directory.model import Service
from bot.errors import DirectoryError
from bot.web.base import local_now
from bot.web.current import runtime
from bot.web.directory import labels as words
from bot.web.staff import staff_blueprint
from bot.web.staff.session import arrival

READERS = ("caseworker", "editor", "lead")
"""Roles that may read; only leads may change anything."""

NAVIGATION = (
    ("Services", "directory.everything"),
    ("Verification", "directory.reverify"),
    ("Needs by area", "directory.matrix"),
)
"""Pages of the whole directory, by endpoint. A new one adds itself here."""

bp = staff_blueprint("directory", "/directory")


@bp.before_request
def catch_up() -> None:
    """Take over the directory in use, which another process may have changed."""
    runtime().directory.at(arrival().directory, wait=True)


@bp.context_processor
def shared() -> dict[str, Any]:
    """Return the template context of every directory page."""
    return {
        "words": words,
        "demo_rules": runtime().directory.now.rules.demo,
        "example": are_examples(runtime().directory.now),
        "places": [
            (label, url_for(endpoint), request.endpoint == endpoint)
            for label, endpoint in NAVIGATION
            if endpoint in current_app.view_functions
        ],
    }


def are_examples(services: Iterable[Service]) -> bool:
    """Return whether all services are example data, in demo mode. One's own services are none."""
    live = runtime().directory
    return live.now.rules.demo and all(map(live.is_example, services))


def directory_actions() -> DirectoryActions:
    """Return the actions that read and change records."""
    return DirectoryActions(runtime())


def find(service_id: str) -> tuple[Service, Seen]:
    """Return the service as the bot knows it, and its record; abort with 404 if there is none."""
    try:
        return runtime().directory.now.service(service_id), directory_actions().see(service_id)
    except DirectoryError:
        abort(404)


def today() -> dt.date:
    """Return the date to write down: the programme's, but never ahead of UTC, by which services are offered."""
    return min(local_day(), runtime().directory.now.today())


def local_day() -> dt.date:
    """Return the date on the programme's clock."""
    return local_now().date()
