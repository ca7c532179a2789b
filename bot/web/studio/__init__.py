"""The editors' doors: the words, drafted, checked, seen and published. Nothing of a case or a person comes in here.

`look` the doors, the way around, and the desk that all pages start from · `flow` the conversation as a map, `drawn` as
well, and the search · `ways` where a message comes from and leads · `message` one entry in all languages, by a `form`,
`shown` as on a phone · `difference` two wordings, word by word · `draft` what is not yet published · `editions` what
was · `words` what things are called here · `languages`, `translation` languages of the staff's own.

`hotlines`, `lexicon`, `lists` what words are held against, the last two by `own_lines` · `bench` made-up conversations,
played on the draft.
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
    """Put the studio on `app`; the staff's rooms stand there already."""
    app.register_blueprint(doors)
