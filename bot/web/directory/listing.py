"""The list of services: searched and sifted by what stands in the address. It holds nothing about a person."""

from __future__ import annotations

from flask import render_template

from bot.web.directory.look import READERS, doors
from bot.web.staff import allowed


@doors.get("")
@allowed(*READERS)
def everything() -> str:
    """The services that fit the search, a page of them."""
    return render_template("directory/list.html")
