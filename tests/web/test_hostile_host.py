"""A hostile Host header reaches no redirect and no page."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.support.signed_texts import varied
from tests.support.staff import Team

HOSTILE = "evil.example"


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    """Serve outside demo mode, which refuses every other Host."""
    return varied(app, demo=False)


@pytest.mark.parametrize("path", [
    "/", "/staff", "/staff/", "/staff//login", "//staff/login", "/console", "/console/", "/console//ZZ99",
    "/directory/", "/staff/login", "/staff/join", "/staff/join/x", "/staff/people?page=2", "/sms/", "/sms//status",
    "/static/", "/try",
])  # fmt: skip
def test_no_redirect_and_no_page_is_built_from_the_host_header(team: Team, path: str) -> None:
    for client in (team.caller(), team.inside(team.person("lead", "caseworker", "editor"))):
        answer = client.get(path, headers={"Host": HOSTILE, "X-Forwarded-Host": HOSTILE})
        assert HOSTILE not in answer.headers.get("Location", ""), answer.status_code
        assert HOSTILE not in answer.text
        assert answer.status_code != 403 or path != "/staff/login"
