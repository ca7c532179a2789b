"""Id of a request: in the response, in each line of the log, on the error page of staff, and never in a text."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from bot.logs import JsonLines
from bot.store.connection import RedisServer
from tests.support.signed_texts import runtime_of, said, texting, varied
from tests.support.staff import Team

OWN = re.compile("([bcdfghjkmnpqrstvwxz]{4}-){2}[bcdfghjkmnpqrstvwxz]{4}")
GIVEN = "0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9"
DEPLOY = Path(__file__).parents[2] / "deploy"


@pytest.fixture
def lines() -> Iterator[list[dict[str, Any]]]:
    """Return a list that the lines of this process are added to, as production writes them."""

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(json.loads(self.format(record)))

    found: list[dict[str, Any]] = []
    handler, root = Kept(logging.WARNING), logging.getLogger()
    handler.setFormatter(JsonLines("web"))
    root.addHandler(handler)
    yield found
    root.removeHandler(handler)


def own_app(app: Flask, **changes: Any) -> Flask:
    """Return another app, whose routes a test may replace."""
    return varied(app, demo=False, **changes)


def fail(*_args: object, **_named: object) -> Response:
    raise LookupError("my secret is zanzibar, +12135550123")


@pytest.mark.parametrize("path", ["/", "/healthz", "/nothing", "/static/try.js", "/staff/login", "/sms"])
def test_every_response_has_an_id_of_its_own(client: FlaskClient, path: str) -> None:
    answers = [client.get(path) for _ in range(3)]
    ids = [answer.headers["X-Request-ID"] for answer in answers]
    for answer in answers:
        answer.close()
        assert len(answer.headers.getlist("X-Request-ID")) == 1
    assert all(map(OWN.fullmatch, ids))
    assert len(set(ids)) == 3


def test_id_of_the_client_counts_only_behind_a_trusted_proxy(app: Flask) -> None:
    ids = [
        own_app(app, trusted_proxies=proxies).test_client().get("/healthz", headers={"X-Request-ID": GIVEN})
        .headers["X-Request-ID"] for proxies in (0, 1)
    ]  # fmt: skip
    assert OWN.fullmatch(ids[0])
    assert ids[1] == GIVEN


@pytest.mark.parametrize(
    "given",
    [
        "", "short-1", "a" * 65, "with space", "zanzibar!", "émigrée-1", "a,b-cdefgh", "12135550123", "213-555-0123",
        "+12135550123x", "abcdefgh\tx",
    ],
)  # fmt: skip
def test_other_ids_of_a_proxy_are_not_taken(app: Flask, given: str) -> None:
    client = own_app(app, trusted_proxies=1).test_client()
    assert OWN.fullmatch(client.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"])


def test_each_line_names_the_request_and_no_text_does(app: Flask, lines: list[dict[str, Any]]) -> None:
    faulty = own_app(app)
    assert faulty.test_client().post("/sms", data={"Body": "hey"}).status_code == 403
    answer = texting(faulty.test_client(), runtime_of(faulty).settings)("hey")
    (refused,) = [line for line in lines if line["logger"] == "bot.web.webhook"]
    assert OWN.fullmatch(refused["request_id"])
    assert refused["request_id"] != answer.headers["X-Request-ID"]
    assert said(answer)
    assert answer.headers["X-Request-ID"] not in answer.text
    assert not OWN.search(answer.text)


def test_broken_staff_page_shows_the_id_that_the_log_names(
    app: Flask, server: RedisServer, lines: list[dict[str, Any]]
) -> None:
    faulty = own_app(app)
    team = Team(faulty, runtime_of(faulty).store.staff)
    client = team.inside(team.person("lead"))
    faulty.view_functions["staff_people.everybody"] = fail
    answer = client.get("/staff/people")
    code = answer.headers["X-Request-ID"]
    assert answer.status_code == 500
    assert answer.mimetype == "text/html"
    assert OWN.fullmatch(code)
    assert f'Tell your administrator this code: <b class="code">{code}</b>' in answer.text
    (line,) = lines
    assert (line["request_id"], line["level"], line["event"]) == (
        code, "error", "a staff page failed: LookupError at outside",
    )  # fmt: skip
    assert line["exception"] == "LookupError at outside"
    assert re.fullmatch(r"tests/web/test_request_id\.py:\d+ fail", line["traceback"][-1])
    assert re.fullmatch(r"flask/app\.py:\d+ \w+", line["traceback"][0])
    assert "zanzibar" not in answer.text + json.dumps(lines)


@pytest.mark.parametrize("path", ["/staff/login?next=x", "/staff/nothing", "/console"])
def test_other_staff_pages_show_no_code(app: Flask, path: str) -> None:
    assert "administrator" not in own_app(app).test_client().get(path).text


def test_staff_page_whose_error_page_fails_tells_the_code_in_plain_text(
    app: Flask, lines: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = own_app(app)
    monkeypatch.setattr("bot.web.staff.base.render_template", fail)
    faulty.view_functions["staff_login.sign_in"] = fail
    answer = faulty.test_client().get("/staff/login")
    code = answer.headers["X-Request-ID"]
    assert (answer.status_code, answer.mimetype) == (500, "text/plain")
    assert answer.text == f"Something went wrong. Tell your administrator this code: {code}\n"
    assert [line["request_id"] for line in lines] == [code, code]


class Panic(BaseException):
    """Stands for what compiled libraries throw."""


def panic(*_args: object) -> Response:
    raise Panic("zanzibar")


@pytest.mark.parametrize("how", [fail, panic])
def test_error_past_all_error_pages_is_a_line_with_the_id(app: Flask, lines: list[dict[str, Any]], how: Any) -> None:
    faulty = own_app(app)
    faulty.after_request(how)
    answer = faulty.test_client().get("/healthz")
    assert answer.status_code == 500
    assert {line["request_id"] for line in lines} == {answer.headers["X-Request-ID"]}
    assert "zanzibar" not in answer.text + json.dumps(lines)


def test_webhook_that_fails_shows_no_id(app: Flask, lines: list[dict[str, Any]]) -> None:
    """The provider may keep a body, and the person must never meet a code."""
    faulty = own_app(app)
    faulty.view_functions["webhook.incoming"] = fail
    answer = texting(faulty.test_client(), runtime_of(faulty).settings)("hey")
    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] not in answer.text
    assert lines[-1]["request_id"] == answer.headers["X-Request-ID"]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("nginx.conf", "proxy_set_header X-Request-ID $request_id;"),
        ("Caddyfile", "header_up X-Request-ID {http.request.uuid}"),
    ],
)
def test_examples_of_a_proxy_name_the_request_themselves(file: str, line: str) -> None:
    assert line in (DEPLOY / file).read_text(encoding="utf-8")
