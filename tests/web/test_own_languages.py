"""The languages a colleague texts in, which they say on their own page."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from bot.staff.accounts import Staff
from tests.support.staff import Team, post


def test_languages_are_chosen_on_the_own_page(desk: FlaskClient, team: Team, sam: Staff) -> None:
    answer = post(desk, "/staff/account/languages", "/staff/account", language=["es", "xx"])
    assert answer.status_code == 303
    found = team.store.get(sam.id)
    assert found and found.languages == ("es",)
    assert re.search(r'value="es" checked', desk.get("/staff/account").text)
