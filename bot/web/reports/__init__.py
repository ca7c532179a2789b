"""Reports for leads: counts as tables with bars, and as a CSV file.

No data about an individual enters this package. `views` the two routes · `labels` names of the counts · `csv_export`
the tables as a file for a spreadsheet.
"""

from flask import Flask

from bot.web.reports import views as page
from bot.web.reports.views import doors

__all__ = ["install", "page"]


def install(app: Flask) -> None:
    """Register the blueprint on `app`, after those of `bot.web.staff`."""
    app.register_blueprint(doors)
