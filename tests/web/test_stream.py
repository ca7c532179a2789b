"""Door of the stream, where the app runs without the worker that keeps streams, and what a stream says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

import pytest
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.server.streams import DOOR
from bot.staff.accounts import Staff
from bot.store.news import Change, Kind
from bot.web.console.drafts import REPLY
from bot.web.console.stream import events, name_of
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

STREAM = "/console/stream"


@dataclass
class Gate:
    """Stands for the streams of a process, and keeps what it was asked for."""

    has_room: bool = True
    owners: list[str] = field(default_factory=list)
    checks: list[object] = field(default_factory=list)

    def open(self, owner: str, is_allowed: object, news: object) -> bool:
        assert news
        self.owners.append(owner)
        self.checks.append(is_allowed)
        return self.has_room

    def count(self) -> int:
        return len(self.owners)


def test_without_the_worker_there_is_no_stream(desk: FlaskClient, team: Team) -> None:
    assert desk.get(STREAM).status_code == 204
    assert team.caller().get(STREAM).status_code == 401
    assert team.inside(team.person("editor", name="Ed")).get(STREAM).status_code == 403


def test_locked_session_opens_none(desk: FlaskClient) -> None:
    post(desk, "/staff/lock", "/staff/account")
    gate = Gate()
    answer = desk.get(STREAM, environ_overrides={DOOR: gate})
    assert (answer.status_code, answer.json, gate.owners) == (401, {"session": "locked"}, [])


def test_stream_is_opened_for_its_owner_and_asks_again(desk: FlaskClient, team: Team) -> None:
    gate = Gate()
    answer = desk.get(STREAM, environ_overrides={DOOR: gate})
    assert (answer.status_code, answer.mimetype, answer.data) == (200, "text/event-stream", b":\n\n")
    assert answer.headers["X-Accel-Buffering"] == "no"
    assert "Content-Length" not in answer.headers
    sam = next(who for who in team.store.everybody() if who.name == "Sam Rivera")
    assert gate.owners == [sam.id]
    (ask,) = gate.checks
    assert ask() is True  # type: ignore[operator]
    post(desk, "/staff/lock", "/staff/account")
    assert ask() is False  # type: ignore[operator]


def test_look_at_the_address_opens_none(desk: FlaskClient) -> None:
    gate = Gate()
    assert desk.head(STREAM, environ_overrides={DOOR: gate}).status_code == 204
    assert gate.owners == []


def test_no_room_is_told_with_when_to_come_back(desk: FlaskClient) -> None:
    answer = desk.get(STREAM, environ_overrides={DOOR: Gate(has_room=False)})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_practice_has_no_stream_and_its_pages_ask_for_none(desk: FlaskClient) -> None:
    assert "data-stream" in desk.get("/console").text
    assert post(desk, "/practice/begin", "/staff/account").status_code == 303
    gate = Gate()
    assert desk.get(f"/practice{STREAM}", environ_overrides={DOOR: gate}).status_code == 204
    assert gate.owners == []
    assert "data-stream" not in desk.get("/practice/console").text


def test_pages_know_their_cases_by_the_name_in_the_stream(
    desk: FlaskClient, her: YoungPerson, runtime: Runtime, sam: Staff
) -> None:
    code = her.share("needs")
    name = name_of(runtime.settings.session_key, code)
    assert f'data-news="{name}"' in desk.get(f"/console/{code}/live").text
    for page in ("/console/board", "/console/talks"):
        assert name not in desk.get(page).text, "what waits is news for all"
    post(desk, f"/console/{code}/take", "/staff/account")
    for page in ("/console/board", "/console/talks", f"/console/{code}"):
        assert f'data-news="{name}"' in desk.get(page).text, page


def test_events_name_kinds_and_nothing_else() -> None:
    said = events("key" * 20, [Change(Kind.TALKS, ("K7QM",)), Change(Kind.TEAM), Change(Kind.TALKS, ("AB23", "K7QM"))])
    one, other = name_of("key" * 20, "K7QM"), name_of("key" * 20, "AB23")
    assert said.decode() == f"event: talks\ndata: {one} {other}\n\nevent: team\ndata: \n\n"
    assert events("key", []) == b""
    assert re.fullmatch("[0-9a-f]{12}", one)
    assert name_of("another key", "K7QM") != one


@pytest.mark.parametrize("message", ["queue K7QM AB23", "later K7QM"])
def test_news_of_every_release_is_understood(runtime: Runtime, message: str) -> None:
    heard = runtime.store.cases.news.listen()
    assert next(heard) == []
    runtime.store._server.call("PUBLISH", "news", message)
    found = next(changes for changes in heard if changes)
    known = message.startswith("queue")
    assert found == [Change(Kind.QUEUE, ("K7QM", "AB23")) if known else Change(Kind.TEAM)]
    heard.close()  # type: ignore[attr-defined]


ACTS: tuple[tuple[str, dict[str, object], Kind], ...] = (
    ("take", {}, Kind.QUEUE),
    ("note", {"note": "she likes herons"}, Kind.TALKS),
    ("task", {"kind": "other", "words": "ask"}, Kind.TALKS),
    ("read", {"entries": 3}, Kind.READ),
    ("draft", {"boxes": json.dumps({REPLY: "half a"})}, Kind.CASE),
    ("back", {}, Kind.QUEUE),
)


def test_every_act_on_a_case_is_news(desk: FlaskClient, her: YoungPerson, runtime: Runtime, sam: Staff) -> None:
    heard = runtime.store.cases.news.listen()
    assert next(heard) == []

    def tells(code: str, kind: Kind) -> bool:
        """Tell whether such news of this case comes within some seconds."""
        return any(kind is one.kind and code in one.codes for _ in range(5) for one in next(heard))

    code = her.share("needs")
    assert tells(code, Kind.QUEUE), "a new case"
    for act, form, kind in ACTS:
        answer = post(desk, f"/console/{code}/{act}", "/staff/account", **form)
        assert answer.status_code in (204, 303), (act, answer.status_code)
        assert tells(code, kind), act
    her.text("take back")
    assert tells(code, Kind.QUEUE), "consent ends"
    heard.close()  # type: ignore[attr-defined]


def test_practice_is_no_news(desk: FlaskClient, runtime: Runtime) -> None:
    assert post(desk, "/practice/begin", "/staff/account").status_code == 303
    code = re.findall('data-code="([A-Z2-9]{4})"', desk.get("/practice/console").text)[0]
    heard = runtime.store.cases.news.listen()
    assert next(heard) == []
    answer = post(desk, f"/practice/console/{code}/take", "/staff/account")
    assert answer.status_code == 303
    assert [change for _ in range(2) for change in next(heard) if change.kind is not Kind.TEAM] == []
    heard.close()  # type: ignore[attr-defined]


def test_turn_that_changes_no_case_is_news_for_its_page_alone(her: YoungPerson, runtime: Runtime) -> None:
    code = her.share("needs")
    heard = runtime.store.cases.news.listen()
    assert next(heard) == []
    her.text("somebody is looking at my phone")
    found = [change for _ in range(2) for change in next(heard)]
    assert [change.codes for change in found] == [(code,)]
    YoungPerson(runtime).text("hey")
    assert [change for _ in range(2) for change in next(heard)] == [], "who has no case is no news"
    heard.close()  # type: ignore[attr-defined]
