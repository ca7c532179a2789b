"""What an open page of a case costs: a new text is sent with what has changed, and without the rest of the page."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.runtime.runtime import Runtime
from tests.support.console import act
from tests.support.person import YoungPerson

MOST_BYTES = 10_000
"""A new text costs less than this, in both parts of the page together."""

HASH = re.compile(r'data-hash="(\w{12})"')
PARTS = ("/live", "")


class OpenPage:
    """What a browser does that has the page of a case open: it holds parts, and asks for what has changed."""

    def __init__(self, client: FlaskClient, code: str) -> None:
        self._client, self._paths = client, (f"/console/{code}/live", "/console/talks")
        page = client.get(f"/console/{code}").text
        self._held = {path: set(HASH.findall(page)) for path in self._paths}

    def poll(self) -> tuple[TestResponse, TestResponse]:
        """Ask for both parts of the page, and keep what they hold now."""
        case, talks = (self._ask(path) for path in self._paths)
        return case, talks

    def _ask(self, path: str) -> TestResponse:
        answer = self._client.get(path, headers={"X-Held": " ".join(sorted(self._held[path]))})
        self._held[path] = set(HASH.findall(answer.text))
        return answer


def long_talk(desk: FlaskClient, her: YoungPerson, texts: int) -> str:
    """Let two people text back and forth in a case that shares everything."""
    code = her.share("needs", "area", "said", "reach", name="Jayden", times="evening")
    act(desk, code, "take")
    for number in range(texts):
        her.text(f"this is my text number {number}, it says how my day was and a bit about my night too")
        act(desk, code, "say", words=f"This is our answer to text {number}. Tell me more about that when you like.")
    return code


@pytest.mark.parametrize("texts", [1, 60])
def test_new_text_costs_little(desk: FlaskClient, her: YoungPerson, runtime: Runtime, texts: int) -> None:
    code = long_talk(desk, her, texts)
    for _ in range(20):
        YoungPerson(runtime).share("needs", name="Sky")
    page = OpenPage(desk, code)
    page.poll()
    whole = [len(desk.get(f"/console/{part}").data) for part in (f"{code}/live", "talks")]
    her.text("zebra, i am at the station now")
    case, talks = page.poll()
    assert "zebra" in case.text
    print(f"\n{len(case.data)} and {len(talks.data)} bytes in place of {whole}")
    assert len(case.data) + len(talks.data) < MOST_BYTES


def test_what_is_held_is_not_sent_again_and_what_changes_is(desk: FlaskClient, her: YoungPerson) -> None:
    code = long_talk(desk, her, 12)
    page = OpenPage(desk, code)
    same, _ = page.poll()
    assert "text number 3," not in same.text and "Add a task" not in same.text
    assert 'id="composer" data-hash' in same.text, "an empty element with its name is in the place of a part"
    act(desk, code, "note", note="zebra note")
    case, _ = page.poll()
    assert "zebra note" in case.text and "text number 3," not in case.text and "Add a task" not in case.text
    again, _ = page.poll()
    assert "zebra note" not in again.text


def test_what_is_withdrawn_goes_though_it_was_held(desk: FlaskClient, her: YoungPerson) -> None:
    code = long_talk(desk, her, 12)
    page = OpenPage(desk, code)
    page.poll()
    her.text("take back")
    case, talks = page.poll()
    thread = case.text.partition('class="thread"')[2].partition('class="box"')[0]
    assert "data-same" not in thread and "text number" not in thread
    assert "Jayden" not in case.text + talks.text and code not in talks.text
    assert "Their consent has ended" in case.text


@pytest.mark.parametrize("held", ["", "nonsense", "<script>", "0" * 12, "a" * 100_000, "é"])
def test_other_words_in_the_header_give_the_whole_page(desk: FlaskClient, her: YoungPerson, held: str) -> None:
    code = long_talk(desk, her, 2)
    answer = desk.get(f"/console/{code}/live", headers={"X-Held": held.encode().decode("latin-1")})
    assert answer.status_code == 200
    assert "data-same" not in answer.text and "text number 1" in answer.text
