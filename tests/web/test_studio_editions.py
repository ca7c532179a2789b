"""Pages of editions, and the audit of publishing: the number of what was published, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from bot.actions.content import ContentActions
from bot.content.editions import EntryName
from bot.runtime.runtime import Runtime
from bot.staff.audit import Verb
from bot.store.content import ContentStore
from bot.web.studio.editions import PAGE
from tests.support.staff import mark
from tests.support.studio import draft_form

LATER = EntryName("en", "messages", "welcome.later")


def written(words: ContentActions, text: str, name: EntryName = LATER) -> None:
    """Put a text into the draft."""
    words.save_draft(name, words.entry(name).mark, {"text": text}, "ben")


def published(words: ContentActions, text: str) -> None:
    """Publish a text."""
    written(words, text)
    words.publish("ben", "calmer", {str(LATER): "we talked it over"})


def noted(runtime: Runtime) -> list[str]:
    """List the editions recorded as published, the newest first."""
    links = (link for _, link in runtime.store.staff.audit.page(0, 50))
    return [link.entry.on for link in links if link and link.entry.what is Verb.WORDS_PUBLISHED]


def numbers(page: str) -> list[int]:
    """List the editions in a page's table."""
    return [int(number) for number in re.findall(r'<th scope="row">(\d+)', page)]


def test_editions_are_paginated(editor: FlaskClient, words: ContentActions) -> None:
    for at in range(PAGE + 2):
        published(words, f"Text any time, {'yes' if at % 2 else 'and start fresh'}.")
    newest = editor.get("/studio/editions").text
    assert numbers(newest) == list(range(PAGE + 2, 2, -1))
    assert "Newest" not in newest and newest.count("in use</span>") == 1
    older = re.findall(r'href="(/studio/editions\?before=\d+)">Older', newest)
    last = editor.get(older[0]).text
    assert numbers(last) == [2, 1, 0]
    assert "Older" not in last and "Newest" in last and "in use</span>" not in last
    assert f"from={PAGE + 2}&amp;to=1" in last and f"from={PAGE + 2}&amp;to=0" in last


@pytest.fixture
def raced(monkeypatch: pytest.MonkeyPatch, words: ContentActions) -> Callable[[], None]:
    """Return a function after which somebody else publishes right before the next editor."""
    publish = ContentStore.publish

    def late(store: ContentStore, *asked: object) -> int:
        monkeypatch.undo()
        published(words, "Somebody else was quicker.")
        return publish(store, *asked)  # type: ignore[arg-type]

    return lambda: monkeypatch.setattr(ContentStore, "publish", late)


def test_lost_race_is_not_audited_as_published(
    editor: FlaskClient, words: ContentActions, runtime: Runtime, raced: Callable[[], None]
) -> None:
    written(words, "Ok.", LATER._replace(language="es"))
    form = {**draft_form(editor), "act": "publish", "why": "calmer"}
    raced()
    assert editor.post("/studio/draft", data=form).status_code == 409
    assert (words.edition().number, noted(runtime)) == (1, [])
    written(words, "Claro.", LATER._replace(language="es"))
    again = {**draft_form(editor), "act": "publish", "why": "calmer"}
    assert editor.post("/studio/draft", data=again).status_code == 303
    assert noted(runtime) == ["edition:2"]


def test_late_restore_is_not_audited(
    editor: FlaskClient, words: ContentActions, runtime: Runtime, raced: Callable[[], None]
) -> None:
    published(words, "Text any time.")
    form = {"mark": mark(editor, "/studio/draft"), "to": "0", "newest": "1", "why": "as it was"}
    raced()
    assert editor.post("/studio/editions/back", data=form).status_code == 409
    assert (words.edition().number, noted(runtime)) == (2, [])
    assert editor.post("/studio/editions/back", data=form | {"newest": "2"}).status_code == 303
    assert noted(runtime) == ["edition:3"]


def test_late_hotline_check_is_not_audited(
    editor: FlaskClient, words: ContentActions, runtime: Runtime, raced: Callable[[], None]
) -> None:
    page = editor.get("/studio/hotlines").text
    line, way = (re.findall(rf'name="{field}" value="([^"]+)"', page)[0] for field in ("line", "way"))
    day = re.findall(r'name="day" value="([\d-]+)"', page)[0]
    form = {"mark": mark(editor, "/studio/hotlines"), "line": line, "way": way, "day": day}
    raced()
    assert editor.post("/studio/hotlines", data=form).status_code == 409
    assert noted(runtime) == []
    assert editor.post("/studio/hotlines", data=form).status_code == 303
    assert noted(runtime) == [f"edition:{words.edition().number}"]
