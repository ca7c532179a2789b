"""The list under Transfer says who is on call, and whom no alert reaches."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.rota import Span
from tests.support.staff import Team

ALL_WEEK = tuple(Span(day, 0, 24 * 60) for day in range(7))


def offered(desk: FlaskClient, code: str) -> list[str]:
    """Return the colleagues in the list, in their order."""
    page = desk.get(f"/console/{code}").text
    found = re.search(r'<select name="to".*?</select>', page, re.DOTALL)
    assert found
    return [unescape(name) for name in re.findall(r"<option value=\"\w[^>]*>([^<]+)<", found[0])]


def test_list_says_who_is_on_call_and_has_a_phone(desk: FlaskClient, team: Team, runtime: Runtime, code: str) -> None:
    people: dict[str, Staff] = {
        name: team.person(name=name, phone=phone)
        for name, phone in {
            "Abe": "", "Bea": "+15555550161", "Cleo": "+15555550162", "Dee": "", "Eve": "+15555550163",
        }.items()
    }  # fmt: skip
    by_hand = int(runtime.clock()) + 3600
    for name, fields in {"Dee": {"until": by_hand}, "Cleo": {"until": by_hand}, "Eve": {"spans": ALL_WEEK}}.items():
        runtime.store.staff.rota.change(people[name].id, lambda duty, fields=fields: replace(duty, **fields))
    runtime.store.mark_stopped("+15555550163")
    assert offered(desk, code) == [
        "Cleo (on call)", "Bea (not on call)", "Dee (on call, no phone)", "Eve (on call, phone gets no texts)",
        "Abe (not on call, no phone)",
    ]  # fmt: skip


def test_list_without_a_rota_says_only_who_has_no_phone(desk: FlaskClient, team: Team, code: str) -> None:
    team.person(name="Abe")
    team.person(name="Bea", phone="+15555550161")
    assert offered(desk, code) == ["Bea", "Abe (no phone)"]
