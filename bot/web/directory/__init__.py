"""The directory's staff pages: caseworkers and editors read, leads vet and edit. Nothing of a person comes into this room.

`look` the doors, and what every page stands on · `listing` the list with its search · `page` one service.
"""

from flask import Flask

from bot.web.directory import listing
from bot.web.directory.look import doors

__all__ = ["install", "listing"]


def install(app: Flask) -> None:
    """Put the directory on `app`; the staff's rooms stand there already."""
    app.register_blueprint(doors)
