"""Reports for leads: counts as tables with bars, and as a file. They hold no personal data.

`views` holds the two endpoints, `labels` the names of the counts, `csv_export` the tables as a spreadsheet file.
"""

from flask import Flask

from bot.web.reports import views as page
from bot.web.reports.views import bp

__all__ = ["install", "page"]


def install(app: Flask) -> None:
    """Register the reports' blueprint on `app`. Install the staff pages first."""
    app.register_blueprint(bp)
