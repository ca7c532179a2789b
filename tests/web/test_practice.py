"""Practice mode: what a colleague does there, and that nothing of it reaches anything real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from bot.actions.cases import CaseActions
from bot.casework.cases import Status
from bot.content.practice import made_up
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.store.connection import RedisServer
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

BOARD = "/practice/console"


@pytest.fixture
def practising(desk: FlaskClient) -> FlaskClient:
    """Return Sam's browser, in practice."""
    assert post(desk, "/practice/begin", "/staff/account").headers["Location"] == BOARD
    return desk


def codes(client: FlaskClient) -> list[str]:
    return re.findall(r'data-code="(\w{4})"', client.get(BOARD).text)


def test_begin(practising: FlaskClient) -> None:
    print(codes(practising))
    page = practising.get(BOARD)
    Path("/tmp/pics/board.html").write_text(page.text)
    assert page.status_code == 200
    code = codes(practising)[0]
    page = practising.get(f"{BOARD}/{code}")
    Path("/tmp/pics/case.html").write_text(page.text)
    for what in ("take", "say"):
        a = post(practising, f"{BOARD}/{code}/{what}", "/staff/account", words="hi there")
        print(a.status_code, a.headers.get("Location"))
    print(re.findall(r'(?:href|action|src)="([^"]*)"', page.text))
