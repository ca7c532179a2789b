"""How many round trips to Redis one request makes: a pipeline, or a script, is one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.config.settings import Settings
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.store.connection import Arguments, RedisServer
from bot.web import create_app
from tests.support.console import act
from tests.support.person import YoungPerson
from tests.support.signed_texts import texting

Trips = Callable[[Callable[[], Any]], int]


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> Trips:
    """Counts the round trips during a call."""
    made: list[Sequence[Arguments]] = []
    exchange, here = RedisServer._exchange, threading.get_ident()

    def counted(server: RedisServer, commands: Sequence[Arguments]) -> list[Any]:
        if threading.get_ident() == here:  # measures are handed over by a thread of their own
            made.append(commands)
        return exchange(server, commands)

    def count(call: Callable[[], Any]) -> int:
        made.clear()
        with monkeypatch.context() as patch:
            patch.setattr(RedisServer, "_exchange", counted)
            answer = call()
        assert answer.status_code in (200, 304), answer.status
        return len(made)

    return count


@pytest.fixture(scope="module", params=[False, True], ids=["live", "demo"])
def served(settings: Settings, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The app outside demo mode, and in demo mode. It is measured, and floods are held back: both cost no trip."""
    runtime = build(replace(settings, demo=request.param, metrics_token="m" * 32, flood_texts=30))
    yield create_app(runtime=runtime)
    runtime.measures.stop()
    runtime.store.close()


@pytest.fixture
def clock_trip(runtime: Runtime) -> int:
    """1 in demo mode: the clock's offset is read, once a request."""
    return int(runtime.settings.demo)


@pytest.mark.parametrize(
    "page",
    [
        "", "?q=help", "/message/messages/welcome.later", "/message/labels/yes", "/draft", "/editions",
        "/editions/difference", "/hotlines", "/lexicon", "/lists", "/languages", "/languages/es", "/bench",
    ],
)  # fmt: skip
def test_studio_page_makes_at_most_six(editor: FlaskClient, trips: Trips, page: str) -> None:
    assert trips(lambda: editor.get(f"/studio{page}")) <= 6


@pytest.mark.parametrize("page", ["", "/{code}", "/{code}/live"])
def test_console_page_makes_at_most_six(desk: FlaskClient, code: str, trips: Trips, page: str) -> None:
    path = "/console" + page.format(code=code)
    desk.get(path)  # the first view of a case is noted in the audit, with three more
    assert trips(lambda: desk.get(path)) <= 6


def test_board_poll_makes_at_most_four(desk: FlaskClient, code: str, trips: Trips, clock_trip: int) -> None:
    shown = desk.get("/console/board")
    assert code in shown.text
    assert trips(lambda: desk.get("/console/board")) <= 4 + clock_trip, "the last for one's own talks"
    assert trips(lambda: desk.get("/console/board", headers={"If-None-Match": shown.headers["ETag"]})) <= 2 + clock_trip


def test_tasks_on_the_board_add_no_trip(desk: FlaskClient, runtime: Runtime, trips: Trips, clock_trip: int) -> None:
    for _ in range(3):
        made = YoungPerson(runtime).share("needs")
        act(desk, made, "take")
        assert act(desk, made, "task", kind="papers", words="Bring an ID", due="2027-01-04T10:00").status_code == 303
    desk.get("/console/board")  # the first look at the queue is noted in the audit
    assert trips(lambda: desk.get("/console/board")) <= 4 + clock_trip


def test_poll_of_the_own_talks_makes_at_most_four(
    desk: FlaskClient, runtime: Runtime, trips: Trips, clock_trip: int
) -> None:
    made = YoungPerson(runtime).share("needs")
    act(desk, made, "take")
    assert made in desk.get("/console/talks").text
    assert trips(lambda: desk.get("/console/talks")) <= 4 + clock_trip


def test_queue_beside_a_case_adds_no_trip(desk: FlaskClient, runtime: Runtime, trips: Trips, clock_trip: int) -> None:
    made = [YoungPerson(runtime).share("needs", name="Jay") for _ in range(4)]
    act(desk, made[0], "take")
    desk.get(f"/console/{made[0]}")
    assert trips(lambda: desk.get(f"/console/{made[0]}")) <= 6
    assert trips(lambda: desk.get("/console/talks")) <= 4 + clock_trip


@pytest.mark.parametrize(("page", "most"), [("", 5), ("/{service}", 6), ("/matrix", 5), ("/reverify", 5)])
def test_directory_page_makes_few(lead: FlaskClient, service: str, trips: Trips, page: str, most: int) -> None:
    assert trips(lambda: lead.get("/directory" + page.format(service=service))) <= most


@pytest.mark.usefixtures("server")
def test_text_makes_two(served: Flask, settings: Settings, trips: Trips, clock_trip: int) -> None:
    text = texting(served.test_client(), settings)
    text(MessageSid="SM" + "a" * 32)  # the server gets to know the script
    assert trips(lambda: text("hello", MessageSid="SM" + "b" * 32)) == 2 + clock_trip
