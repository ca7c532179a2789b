"""Staff pages of the directory: caseworkers and editors read, leads vet and edit.

No data about a person enters this package.

`base` blueprint and shared lookups · `labels` names of terms, facts and faults · `listing` the list, filtered by
`search` · `service_page` one service, with its `facts` · `capacity_inquiry` a text that asks an agency whether it has
room · `vetting` questions of the vetting and their answers · `edit` changes to a record, by way of `edit_form` ·
`concurrent_edits` what colleagues changed meanwhile · `reverification` what to verify again · `matrix` needs by area,
and gaps · `message_preview` what the bot would text · `place_labels` names of areas.
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
    """Register the blueprint on `app`, after those of `bot.web.staff`."""
    app.register_blueprint(doors)
