"""Editors' pages: draft, check, preview and publish messages. They hold no case and no personal data.

- `base`: the blueprint, navigation, and the content that all pages start from
- `overview`, `diagram`, `transitions`: the conversation as a map, as a drawing, and the links of one message
- `message`, `message_form`, `preview`, `diff`: one entry in all languages, its form, its look on a phone, and changes
- `draft`, `editions`: what is not published yet, and what was
- `languages`, `translation`: languages that staff added
- `hotlines`, `lexicon`, `word_lists`, `line_entries`: help lines, phrases, word lists, and entries of lines
- `sandbox`: invented conversations, played against the draft
- `labels`: names of topics, sections, answers and parts
"""

from flask import Flask

from bot.web.studio import draft, editions, hotlines, languages, lexicon, message, translation
from bot.web.studio import overview as flow
from bot.web.studio import sandbox as bench
from bot.web.studio import word_lists as lists
from bot.web.studio.base import doors

__all__ = [
    "bench", "draft", "editions", "flow", "hotlines", "install", "languages", "lexicon", "lists", "message",
    "translation",
]  # fmt: skip


def install(app: Flask) -> None:
    """Register the studio's blueprint on `app`. Install the staff pages first."""
    app.register_blueprint(doors)
