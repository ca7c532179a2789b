"""The editors' pages: draft, check, preview and publish the messages. They show no case and no person.

`base` blueprint and navigation · `workspace` edition and draft of a request · `overview` the conversation by topic,
with a `diagram` and a search · `transitions` where a message comes from and leads · `message` one entry in all
languages, with its `message_form` and `preview` · `diff` the difference between two texts · `draft` unpublished
changes · `editions` published ones · `labels` names for the pages · `languages`, `translation` languages that staff
add · `hotlines`, `lexicon`, `word_lists` what messages are checked against, with `line_entries` · `sandbox` the test
bench.
"""

from flask import Flask

from bot.web.studio import draft, editions, hotlines, languages, lexicon, message, translation
from bot.web.studio import overview as flow
from bot.web.studio import sandbox as bench
from bot.web.studio import word_lists as lists
from bot.web.studio.base import bp

__all__ = [
    "bench", "draft", "editions", "flow", "hotlines", "install", "languages", "lexicon", "lists", "message",
    "translation",
]  # fmt: skip


def install(app: Flask) -> None:
    """Register the studio on `app`, after the staff's blueprints."""
    app.register_blueprint(bp)
