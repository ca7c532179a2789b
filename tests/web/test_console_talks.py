"""A colleague's own talks beside a case: what is unread, whose turn it is, and drafts that nobody else can read."""

from __future__ import annotations

import json
import re

from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.store.drafts import place, writers_place
from bot.store.reads import _place as reads_place
from bot.web.console.case_view import WRITING_SECONDS
from tests.support.console import act, kept
from tests.support.person import YoungPerson
from tests.support.staff import Team

SECRET = "the aunt in Fresno would take her"


def rows(client: FlaskClient) -> dict[str, str]:
    """Return the rows of the colleague's own talks by code."""
    page = client.get("/console/talks").text
    found = re.findall(r'<li class="mine-row[^>]*data-code=.*?</li>', page, re.DOTALL)
    return {row.partition('data-code="')[2][:4]: row for row in found}


def save(client: FlaskClient, code: str, **boxes: str) -> int:
    return act(client, code, "draft", boxes=json.dumps(boxes)).status_code


# My talks


def test_list_has_the_own_held_cases_alone(team: Team, desk: FlaskClient, runtime: Runtime) -> None:
    mine, waiting, others = (YoungPerson(runtime).share("needs") for _ in range(3))
    act(desk, mine, "take")
    other = team.inside(team.person(name="Noor"))
    act(other, others, "take")
    assert mine in rows(desk)
    assert not {waiting, others} & rows(desk).keys()
    assert rows(other).keys() == {others}
    assert f'data-code="{mine}"' in desk.get(f"/console/{others}").text, "beside every case"


def test_name_and_reason_are_shown_while_a_consent_covers_them(desk: FlaskClient, runtime: Runtime) -> None:
    her, him = YoungPerson(runtime), YoungPerson(runtime)
    named, unnamed = her.share("needs", name="Jayden"), him.share("needs")
    for code in (named, unnamed):
        act(desk, code, "take")
    assert "Jayden" in rows(desk)[named]
    assert 'class="name"' not in rows(desk)[unnamed]
    assert "Jayden" in desk.get("/console").text, "the same mark on the board"
    her.text("i want to kill myself")
    assert "Urgent" in rows(desk)[named]
    her.text("take back")
    assert named not in rows(desk)
    assert "Jayden" not in desk.get("/console/talks").text + desk.get("/console").text


def test_unread_texts_are_counted_until_the_page_has_shown_them(desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    entries = re.search(r'data-entries="(\d+)"', desk.get(f"/console/{code}").text)
    assert entries
    assert act(desk, code, "read", entries=entries[1]).status_code == 204
    assert 'data-unread="0"' in rows(desk)[code]
    her.text("are you there")
    her.text("hello?")
    assert 'data-unread="2"' in rows(desk)[code]
    assert '<span class="unread">2' in desk.get("/console").text
    assert act(desk, code, "read", entries=str(int(entries[1]) + 1)).status_code == 204
    assert act(desk, code, "read", entries="0").status_code == 204
    assert 'data-unread="1"' in rows(desk)[code], "an older mark changes nothing"
    assert [act(desk, code, "read", entries=wrong).status_code for wrong in ("-1", "x", "")] == [400] * 3


def test_turn_and_time_left_follow_the_talk(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    assert "Their turn" in rows(desk)[code]
    assert "data-left" not in rows(desk)[code]
    her.text("are you there")
    limit = runtime.settings.staff_silent_seconds
    left = re.search(r'data-left="(\d+)"', rows(desk)[code])
    assert left
    assert limit - 30 <= int(left[1]) <= limit
    assert "Your turn" in rows(desk)[code]
    assert re.search(r'data-left="\d+"', desk.get("/console").text), "the same on the board"
    act(desk, code, "say", words="I'm here")
    assert ("Their turn" in rows(desk)[code], "data-left" in rows(desk)[code]) == (True, False)


def test_poll_of_the_list_responds_only_to_news(team: Team, desk: FlaskClient, runtime: Runtime) -> None:
    her, stranger = YoungPerson(runtime), YoungPerson(runtime)
    code = her.share("needs")
    act(desk, code, "take")
    theirs = stranger.share("needs")
    act(team.inside(team.person(name="Noor")), theirs, "take")
    first = desk.get("/console/talks")
    same = {"If-None-Match": first.headers["ETag"]}
    stranger.text("are you there")
    assert desk.get("/console/talks", headers=same).status_code == 304, "another's talk is no news"
    her.text("are you there")
    assert desk.get("/console/talks", headers=same).status_code == 200


def test_marks_of_cases_that_are_over_are_dropped(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    act(desk, code, "read", entries="3")
    key = reads_place(kept(runtime, code).owner)
    assert runtime.store._server.call("HEXISTS", key, code) == 1
    her.text("forget", "1")
    desk.get("/console/talks")
    assert runtime.store._server.call("HEXISTS", key, code) == 0


# Drafts


def test_draft_is_read_by_its_author_alone(team: Team, desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    assert save(desk, code, **{"say  words": SECRET, "note  note": SECRET}) == 204
    assert desk.get(f"/console/{code}/draft").json == {"say  words": SECRET, "note  note": SECRET}
    author = runtime.store.staff.get(kept(runtime, code).owner)
    assert author
    second = team.inside(author)
    assert second.get(f"/console/{code}/draft").json == desk.get(f"/console/{code}/draft").json, "on any browser"
    others = {name: team.inside(team.person(name, name=name)) for name in ("caseworker", "lead", "editor")}
    for name, client in others.items():
        for path in ("", f"/{code}", f"/{code}/live", f"/{code}/draft", "/board", "/talks"):
            answer = client.get(f"/console{path}")
            assert SECRET not in answer.text, (name, path)
            assert answer.status_code == (403 if name == "editor" else 200), (name, path)
    assert others["lead"].get(f"/console/{code}/draft").json == {}
    assert team.app.test_client().get(f"/console/{code}/draft").status_code == 303, "to the sign-in"


def test_colleagues_see_that_somebody_writes_and_never_what(
    team: Team, desk: FlaskClient, her: YoungPerson, runtime: Runtime
) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    noor = team.inside(team.person(name="Noor"))
    before = noor.get(f"/console/{code}/live")
    assert "is writing" not in before.text
    save(desk, code, **{"say  words": SECRET})
    news = noor.get(f"/console/{code}/live", headers={"If-None-Match": before.headers["ETag"]})
    assert (news.status_code, "Sam Rivera is writing" in news.text) == (200, True)
    assert "is writing" not in desk.get(f"/console/{code}/live").text, "the author knows"
    runtime.store._server.call(
        "HSET", writers_place(code), kept(runtime, code).owner, runtime.clock() - WRITING_SECONDS - 1
    )
    assert "is writing" not in noor.get(f"/console/{code}/live").text


def test_sent_text_leaves_the_draft(desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    save(desk, code, **{"say  words": "hello", "note  note": "later"})
    assert act(desk, code, "say", words="hello").status_code == 303
    assert desk.get(f"/console/{code}/draft").json == {"note  note": "later"}


def test_no_draft_is_kept_or_shown_without_consent(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    save(desk, code, **{"say  words": SECRET})
    owner = kept(runtime, code).owner
    her.text("take back")
    assert desk.get(f"/console/{code}/draft").json == {}
    assert save(desk, code, **{"say  words": SECRET}) == 409
    assert runtime.store._server.call("EXISTS", place(code, owner)) == 0


def test_odd_drafts_are_refused(desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    for wrong in ("", "x", "[]", '{"a": 1}', json.dumps({"a": "x" * 4001}), json.dumps({"a" * 81: "x"}),
                  json.dumps({str(number): "x" for number in range(51)})):  # fmt: skip
        assert act(desk, code, "draft", boxes=wrong).status_code == 400, wrong[:20]
    answer = desk.post(f"/console/{code}/draft", data={"boxes": '{"a": "b"}'})
    assert answer.status_code == 403, "without the CSRF token"
    assert act(desk, "ZZ99", "draft", boxes='{"a": "b"}').status_code == 404
