"""The conversation as a map: every place by topic, each a way to its words, and a search across all words."""

from __future__ import annotations

from flask import render_template

from bot.web.staff import allowed
from bot.web.studio.look import doors


@doors.get("")
@allowed("editor")
def flow() -> str:
    """The map."""
    return render_template("studio/flow.html")
