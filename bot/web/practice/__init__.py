"""Practice mode: the console's own pages on a space of its own, for one colleague, with made-up people.

- `door`: begins and ends practice, and leads a signed-in colleague's requests to the inner app
- `inner`: a second app that has the console's pages alone, and no way to a real record
"""

from flask import Flask

from bot.web.practice import door

__all__ = ["install"]


def install(app: Flask) -> None:
    """Register the door of practice on `app`. Install the console first."""
    app.register_blueprint(door.bp)
