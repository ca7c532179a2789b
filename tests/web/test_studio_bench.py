"""Sandbox: conversations played against the draft, shown as chats, saved by editors, and without side effects."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from werkzeug.test import TestResponse

from bot.actions.content import ContentActions
from bot.content.draft import content_hash
from bot.content.editions import EntryName
from bot.conversation.replay import shipped
from bot.conversation.transcript import seconds
from bot.store.connection import RedisServer
from bot.store.content import ContentStore
from tests.support.staff import Team, post

PAGE = "/studio/bench"
LATER = EntryName("en", "messages", "welcome.later")
TEXT = "# They are tired.\n> hey\n< welcome.hello\n! greeted\n> not now\n< welcome.later"


def keep(
    editor: FlaskClient, text: str, title: str = "Tired", old: str = "", before: str = "", **more: str
) -> TestResponse:
    """Send the form."""
    return post(editor, PAGE, "/studio/lists", old=old, title=title, text=text, seen=content_hash(before), **more)


def test_only_editors_open_it(team: Team) -> None:
    caseworker = team.inside(team.person("caseworker"))
    assert caseworker.get(PAGE).status_code == 403
    assert caseworker.get(f"{PAGE}/shipped/phone_is_taken").status_code == 403


def test_shipped_transcripts_play_as_written(editor: FlaskClient) -> None:
    page = editor.get(PAGE).text
    assert f"All {len(shipped())} passed." in page


@pytest.mark.parametrize("name", ["phone_is_taken", "wants_a_person_and_shares", "stop_and_start", "spanish_whole_way"])
def test_transcript_is_shown_as_a_chat(editor: FlaskClient, name: str) -> None:
    page = editor.get(f"{PAGE}/shipped/{name}").text
    assert page.count("bubble person") == sum(line.mark == ">" for line in shipped()[name])
    assert "✗" not in page


def test_steps_that_need_the_worker_are_marked_unplayed(editor: FlaskClient) -> None:
    assert "needs timed texts" in editor.get(f"{PAGE}/shipped/check_in_arrives").text


def test_sandbox_plays_the_draft(editor: FlaskClient, words: ContentActions) -> None:
    words.save_draft(LATER, words.entry(LATER).mark, {"text": "Sure. Text us whenever."}, "ana")
    page = editor.get(f"{PAGE}/shipped/declines_everything").text
    assert "Sure. Text us whenever." in page
    assert "conversations with the draft." in editor.get(PAGE).text


def test_failing_transcript_names_the_line(editor: FlaskClient) -> None:
    answer = keep(editor, TEXT.replace("welcome.later", "needs.ask"))
    assert answer.status_code == 303
    page = editor.get(answer.location).text
    assert "✗ expected needs.ask, got welcome.later" in page
    assert "1 of" in editor.get(PAGE).text


def test_playing_stores_sends_and_counts_nothing(editor: FlaskClient, server: RedisServer) -> None:
    def everything() -> set[bytes]:
        return {key for key in server.call("KEYS", "*") if not key.startswith((b"staff:", b"ticket", b"session"))}

    before = everything()
    editor.get(PAGE)
    for name in shipped():
        editor.get(f"{PAGE}/shipped/{name}")
    assert everything() == before


def test_transcript_is_saved_changed_and_deleted(editor: FlaskClient, words: ContentActions) -> None:
    there = keep(editor, TEXT).location
    assert "They are tired." in editor.get(PAGE).text
    more = TEXT.replace("tired", "very tired")
    assert keep(editor, more, old="tired", before=TEXT).status_code == 303
    assert "very tired" in editor.get(there).text
    late = keep(editor, TEXT, old="tired", before=TEXT)
    assert (late.status_code, "Someone else changed this" in late.text) == (409, True)
    assert f"{escape(more)}</pre>" in late.text and f"{escape(TEXT)}</textarea>" in late.text
    late = keep(editor, TEXT, old="tired", before=TEXT, act="drop")
    assert (late.status_code, f"{escape(more)}</pre>" in late.text) == (409, True)
    assert "very tired" in editor.get(there).text
    assert "deletes the test for everyone" in editor.get(there).text
    assert keep(editor, more, old="tired", before=more, act="drop").status_code == 303
    assert editor.get(there).status_code == 404
    assert keep(editor, more, old="tired", before=more, act="drop").status_code == 303
    gone = keep(editor, more, old="tired", before=more)
    assert (gone.status_code, "deleted this" in gone.text) == (409, True)
    assert keep(editor, more, gone.text.partition('name="title" value="')[2].partition('"')[0]).location == there


def test_concurrent_deletion_shows_the_newer_transcript(
    editor: FlaskClient, words: ContentActions, server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(editor, TEXT)
    put = ContentStore.put_transcript

    def put_after_somebody(store: ContentStore, name: str, before: bytes, after: bytes) -> None:
        server.call("HSET", "words:transcripts", "tired", TEXT.replace("tired", "wide awake"))
        put(store, name, before, after)

    monkeypatch.setattr(ContentStore, "put_transcript", put_after_somebody)
    answer = keep(editor, TEXT, old="tired", before=TEXT, act="drop")
    assert (answer.status_code, "wide awake" in answer.text) == (409, True)


WRONG = [
    ("> hey", "Tired", "begin with #"),
    ("# Why.", "Tired", "nobody texts yet"),
    ("# Why.\n> hey\n< no.such", "Tired", "Line 3: no.such is no place"),
    ("# Why.\n> hey\n! no_such", "Tired", "Line 3: no_such is no event"),
    ("# Why.\n> hey\n@ soon", "Tired", "Line 3: expected a time"),
    ("# Why.\n> hey\n@ 99999999999999 days", "Tired", "Line 3: at most a year"),
    ("# Why.\n> hey\n@ 300 days\n> hey\n@ 100 days", "Tired", "Line 5: at most a year"),
    (f"# Why.\n> hey\n@ {'9' * 5000} days", "Tired", "Line 3: expected a time"),
    ("# Why.\n> hey\nhello", "Tired", "Line 3: expected a line that begins"),
    (TEXT, "!!!", "Enter a name"),
    (TEXT + "\n> 1" * 200, "Tired", "at most 200 lines"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "says"), WRONG)
def test_invalid_transcript_is_refused_with_its_line(editor: FlaskClient, text: str, title: str, says: str) -> None:
    answer = keep(editor, text, title)
    assert answer.status_code == 422
    assert says.lower() in answer.text.lower()


def test_second_transcript_of_the_same_name_is_refused(editor: FlaskClient) -> None:
    keep(editor, TEXT)
    answer = keep(editor, TEXT.replace("tired", "bored"))
    assert (answer.status_code, "Another test has this name" in answer.text) == (422, True)


def test_transcript_unreadable_after_a_release_is_reported(
    editor: FlaskClient, words: ContentActions, server: RedisServer
) -> None:
    server.call("HSET", "words:transcripts", "old_one", "# Why.\n> hey\n< gone.place")
    assert "Can't run" in editor.get(PAGE).text
    assert "gone.place is no place" in editor.get(f"{PAGE}/own/old_one").text


def test_failing_transcript_does_not_affect_others(
    editor: FlaskClient, words: ContentActions, server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.call("HSET", "words:transcripts", "long", "# Why.\n> hey\n@ 99999999999999 days\n> hey")
    server.call("HSET", "words:transcripts", "far", "# Why.\n> hey\n@ 3 days\n> hey")
    monkeypatch.setattr("bot.conversation.replay.seconds", lambda told: 10**18 if told == "3 days" else seconds(told))
    page = editor.get(PAGE)
    assert (page.status_code, page.text.count("Can't run")) == (200, 2)
    assert "at most a year may go by" in editor.get(f"{PAGE}/own/long").text
    assert "can&#39;t run this test. Change" in editor.get(f"{PAGE}/own/far").text
