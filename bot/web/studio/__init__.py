"""The editors' doors: the words, drafted, checked, seen and published. Nothing of a case or a person comes in here.

`look` the doors, the way around, and the desk that all pages start from · `flow` the conversation as a map
`hotlines`, `lexicon`, `lists` what words are held against · `bench` made-up conversations on the draft
"""

from flask import Flask

from bot.web.studio import bench, flow, hotlines, lexicon, lists
from bot.web.studio.look import doors

__all__ = ["bench", "flow", "hotlines", "install", "lexicon", "lists"]


def install(app: Flask) -> None:
    """Put the studio on `app`; the staff's rooms stand there already."""
    app.register_blueprint(doors)
