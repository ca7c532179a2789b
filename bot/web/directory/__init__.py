"""Staff pages of the directory: caseworkers and editors read, leads vet and edit. They hold no personal data.

- `base`: the blueprint, and the directory that every page shows
- `listing`, `search`: the list of services, and how it is searched
- `service_page`, `facts`: one service, and its facts
- `message_preview`: what the bot would text about a service
- `capacity_inquiry`: a text that asks an agency whether it has room
- `vetting`: the questions asked of an agency, and its answers
- `edit`, `edit_form`, `concurrent_edits`: editing a record, its form, and other editors' changes in the meantime
- `reverification`: services that are due for checking
- `matrix`: needs by area, and where services are missing
- `labels`, `place_labels`: labels of terms, facts, faults and areas
"""

from flask import Flask

from bot.web.directory import capacity_inquiry as inquiry
from bot.web.directory import edit as editing
from bot.web.directory import listing, matrix, vetting
from bot.web.directory import reverification as reverify
from bot.web.directory import service_page as page
from bot.web.directory.base import bp

__all__ = ["editing", "inquiry", "install", "listing", "matrix", "page", "reverify", "vetting"]


def install(app: Flask) -> None:
    """Register the directory's blueprint on `app`. Install the staff pages first."""
    app.register_blueprint(bp)
