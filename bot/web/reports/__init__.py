"""The leads' reports: counts as tables with bars, and as a file. Nothing of one person comes into this room.

`page` the two doors · `words` what counts are called · `sheet` the same tables as a file for a spreadsheet.
"""

from flask import Flask

from bot.web.reports import views as page
from bot.web.reports.views import doors

__all__ = ["install", "page"]


def install(app: Flask) -> None:
    """Put the reports on `app`; the staff's rooms stand there already."""
    app.register_blueprint(doors)
