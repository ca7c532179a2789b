"""Page of help lines: access, order, and what checking off a line does."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from bot.actions.content import ContentActions
from bot.cli.doctor import examine
from bot.content.editions import EntryName
from bot.content.hotlines import Hotlines, Line, Role, load_hotlines
from bot.runtime.runtime import Runtime
from bot.staff.audit import Verb
from tests.support.staff import Team, post

ROOT = Path(__file__).parents[2]
PAGE = "/studio/hotlines"
LATER = EntryName("en", "messages", "welcome.later")


@pytest.fixture
def today(runtime: Runtime) -> dt.date:
    """Return the day on the programme's clock."""
    return dt.datetime.fromtimestamp(runtime.clock(), runtime.settings.timezone).date()


@pytest.fixture
def stale(runtime: Runtime, today: dt.date) -> str:
    """Return a phone line that nobody has tried."""
    runtime.content.catch_up()
    lines = runtime.content.now.hotlines
    return next(key for key in lines.stale(today) if lines.lines[key].call and key not in lines.emergencies)


def check_off(editor: FlaskClient, line: str, day: object, way: str = "call") -> int:
    return post(editor, PAGE, PAGE, line=line, day=str(day), way=way).status_code


def test_only_editors_open_it(team: Team) -> None:
    assert team.inside(team.person("caseworker")).get(PAGE).status_code == 403
    assert team.caller().get(PAGE).status_code == 303


def test_lines_are_listed_with_the_longest_unchecked_first(
    editor: FlaskClient, runtime: Runtime, today: dt.date
) -> None:
    page = editor.get(PAGE).text
    lines = runtime.content.now.hotlines
    at = {key: page.index(f'id="{key}"') for key in lines.lines}
    stale = lines.stale(today)
    assert stale, "some are stale"
    assert max(at[key] for key in stale) < min(place for key, place in at.items() if key not in stale)
    for line in lines.lines.values():
        assert (line.number("call") or line.number("text") or line.number("video") or str(line.chat)) in page


def test_checked_line_is_published_at_once_without_the_draft(
    editor: FlaskClient, runtime: Runtime, stale: str, today: dt.date
) -> None:
    desk = ContentActions(runtime)
    desk.save_draft(LATER, desk.entry(LATER).mark, {"text": "Ok. Text any time."}, "ana")
    assert check_off(editor, stale, today) == 303
    assert runtime.content.now.hotlines.lines[stale].checked == today
    assert list(desk.draft()) == [LATER]
    noted = runtime.store.staff.audit.page(0, 1)[0][1]
    assert noted and (noted.entry.what, noted.entry.on) == (Verb.WORDS_PUBLISHED, "edition:1")


@pytest.mark.parametrize("day", ["tomorrow", "", "2999-01-01"])
def test_invalid_or_future_day_is_refused(editor: FlaskClient, stale: str, day: str) -> None:
    answer = post(editor, PAGE, PAGE, line=stale, day=day, way="call")
    assert answer.status_code == 422
    assert "the date you checked it" in answer.text


def test_earlier_day_does_not_replace_a_later_one(
    editor: FlaskClient, runtime: Runtime, stale: str, today: dt.date
) -> None:
    assert check_off(editor, stale, today) == 303
    assert check_off(editor, stale, today - dt.timedelta(days=3)) == 422
    assert runtime.content.now.hotlines.lines[stale].checked == today


def test_two_ways_tried_on_one_day_are_recorded_together(editor: FlaskClient, runtime: Runtime, today: dt.date) -> None:
    runtime.content.catch_up()
    known = runtime.content.now.hotlines
    both = next(key for key in known.stale(today) if known.lines[key].call and known.lines[key].text)
    assert check_off(editor, both, today) == 303
    answer = post(editor, PAGE, PAGE, line=both, day=str(today), way="text")
    assert (answer.status_code, f"done={both}" in answer.location) == (303, True)
    assert ContentActions(runtime).edition().number == 1


def test_unknown_line_or_way_is_refused(editor: FlaskClient, stale: str, today: dt.date) -> None:
    assert check_off(editor, "no-such-line", today) == 400
    assert check_off(editor, stale, today, way="pigeon") == 400


def test_doctor_knows_what_was_tried(editor: FlaskClient, runtime: Runtime, stale: str, today: dt.date) -> None:
    settings = runtime.settings

    def told() -> str:
        return next((one for one in examine(settings) if one.startswith("hotlines.yaml")), "")

    assert stale in told()
    ContentActions(runtime).hotline_checked(stale, today, "ana")
    assert f" {stale}," not in told()
    assert stale in next(
        one for one in examine(replace(settings, redis_url="redis://127.0.0.1:9/0")) if one.startswith("hotlines.yaml")
    )


# Emergency numbers


def card(page: str, line: str) -> str:
    """Return the part of the page about one line."""
    return page.split(f'id="{line}"')[1].split("</li>", maxsplit=1)[0]


@pytest.mark.parametrize("line", ["us-911", "ca-911"])
def test_emergency_number_is_checked_by_document_alone(
    editor: FlaskClient, runtime: Runtime, today: dt.date, line: str
) -> None:
    runtime.content.catch_up()
    shown = card(editor.get(PAGE).text, line)
    assert "Never dial or text this number to test it." in shown
    assert re.findall('name="way" value="([a-z]+)"', shown) == ["document"]
    for way in ("call", "text", "video", "chat", ""):
        assert check_off(editor, line, today, way=way) == 400
    assert "Checked by call" not in shown
    assert check_off(editor, line, today, way="document") == 303
    assert runtime.content.now.hotlines.lines[line].checked == today
    noted = runtime.store.staff.audit.page(0, 1)[0][1]
    assert noted
    assert noted.entry.reason == f"checked {line} by document"


def test_no_other_line_is_checked_by_document(editor: FlaskClient, stale: str, today: dt.date) -> None:
    assert "Checked by call" in card(editor.get(PAGE).text, stale)
    assert check_off(editor, stale, today, way="document") == 400


@pytest.mark.parametrize(
    ("number", "role", "emergency"),
    [("911", "emergency", True), ("112", "local", True), ("999", "crisis", True), ("000", "poison", True),
     ("1-800-555-0100", "emergency", True), ("988", "crisis", False), ("211", "local", False)],
)  # fmt: skip
def test_emergency_numbers_are_known_by_number_and_by_role(number: str, role: str, *, emergency: bool) -> None:
    line = Line(
        country="US", names={"en": "A line", "es": "Una linea"}, call=number, hours="always", languages=["en"],
        source="a book", confidence="memory",
    )  # fmt: skip
    lines = Hotlines({"one": line}, {"US": {Role(role): "one"}})
    assert lines.emergencies == ({"one"} if emergency else frozenset())


def test_doctor_and_documents_never_ask_to_dial_an_emergency_number(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = load_hotlines()
    old = {key: line.model_copy(update={"checked": dt.date(2020, 1, 1)}) for key, line in known.lines.items()}
    monkeypatch.setattr("bot.cli.doctor.load_hotlines", lambda: Hotlines(old, known.regions))
    told = [one for one in examine(runtime.settings) if one.startswith("hotlines.yaml")]
    for one in told:
        named = {key for key in known.emergencies if re.search(rf"\b{key}\b", one)}
        assert named == (("Never dial" in one and known.emergencies) or set())
    assert len(told) == 2
    for document in ("README.md", "docs/operate.md", "CONTRIBUTING.md", "bot/content/hotlines.yaml"):
        text = re.sub(r"[\s#*]+", " ", (ROOT / document).read_text(encoding="utf-8"))
        assert re.search(r"(?i)never dial or text (911|an emergency number)", text), document


def test_page_of_what_to_verify_says_not_to_dial(
    editor: FlaskClient, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = load_hotlines()
    old = {key: line.model_copy(update={"checked": dt.date(2020, 1, 1)}) for key, line in known.lines.items()}
    monkeypatch.setattr("bot.web.directory.reverification._hotlines", lambda: Hotlines(old, known.regions))
    page = team.inside(team.person("lead")).get("/directory/reverify").text
    assert page.count("Do not dial or text it.") == len(known.emergencies)
    assert "Never dial or text 911" in page
