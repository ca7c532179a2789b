"""The directory's staff pages: caseworkers and editors read, leads vet and edit. Nothing of a person comes in here.

`look` the doors, and what every page stands on · `words` what terms, facts and faults are called · `listing` the list,
by what `search` finds · `page` one service, its `facts` · `inquiry` asking an agency whether it has room · `vetting`
what was asked and answered · `editing` changing a record, by way of a `draft` · `meanwhile` what colleagues changed ·
`reverify` what is to be checked again · `matrix` needs by area, and where there is nothing.
"""

from flask import Flask

from bot.web.directory import capacity_inquiry as inquiry
from bot.web.directory import edit as editing
from bot.web.directory import listing, matrix, vetting
from bot.web.directory import reverification as reverify
from bot.web.directory import service_page as page
from bot.web.directory.base import doors

__all__ = ["editing", "inquiry", "install", "listing", "matrix", "page", "reverify", "vetting"]


def install(app: Flask) -> None:
    """Put the directory on `app`; the staff's rooms stand there already."""
    app.register_blueprint(doors)
