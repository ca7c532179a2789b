"""A shift with three talks at once: marks that need no reload, keys, drafts on every browser, and a warning in time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be, with_empty_board
from tests.support.page_checks import sound
from tests.support.person import YoungPerson
from tests.support.second_browser import beside

pytestmark = pytest.mark.browser

HALF = "I can come with you, if you"


class Shift(NamedTuple):
    """The demo caseworker on the page of the first of three talks, in the order of the list."""

    page: Page
    people: list[YoungPerson]
    codes: list[str]


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board."""
    return with_empty_board(house)


def begin(page: Page, address: str, runtime: Runtime, names: tuple[str, ...]) -> Shift:
    people = [YoungPerson(runtime) for _ in names]
    codes = [her.share("needs", name=name) for her, name in zip(people, names, strict=True)]
    page.goto(f"{address}/staff/login?next=/console")
    be(page, "caseworker")
    for code in codes:
        page.goto(f"{address}/console/{code}")
        page.get_by_role("button", name="Take the case").click()
        expect(page.locator("#words")).to_be_focused()
    expect(page.locator("#mine-list .code")).to_have_count(len(codes))
    order = page.locator("#mine-list .code").all_inner_texts()
    people = [people[codes.index(code)] for code in order]
    page.goto(f"{address}/console/{order[0]}")
    return Shift(page, people, order)


@pytest.fixture
def shift(blank: Open, address: str, runtime: Runtime) -> Callable[..., Shift]:
    """Return a function that takes three cases and opens the first, at a size."""
    return lambda *size: begin(blank(*size), address, runtime, ("Jay", "no name", "Kim"))


@pytest.fixture
def hurried(house: House, runtime: Runtime) -> Iterator[House]:
    """Serve the app with a silence limit just above two minutes."""
    with beside(house, settings={"staff_silent_seconds": 124}) as other:
        yield other


def row(page: Page, code: str) -> Locator:
    return page.locator(f'#mine [data-code="{code}"]')


def key(page: Page, name: str) -> None:
    """Press one key outside every box."""
    page.locator("body").press(name)


def write_half(page: Page) -> None:
    """Write half a reply and wait until the server has it."""
    page.locator("#words").click()
    page.keyboard.type(HALF)
    expect(page.locator("#kept")).to_have_text("Draft saved")


def test_news_of_three_talks_needs_no_reload(shift: Callable[..., Shift]) -> None:
    page, people, (first, second, third) = shift()
    expect(row(page, first).locator("a")).to_have_attribute("aria-current", "page")
    expect(page.locator(".mine-row")).to_have_count(3)
    assert sorted(page.locator("#mine .name").all_inner_texts()) == ["Jay", "Kim"], "a name only where it was shared"
    page.evaluate("window.stayed = true")

    page.locator("#words").click()
    page.keyboard.type(HALF)
    people[1].text("are you there")
    people[1].text("hello?")
    people[2].text("i want to kill myself")
    expect(row(page, second).locator(".unread")).to_contain_text("2")
    expect(row(page, second)).to_contain_text("Your turn")
    expect(row(page, second).locator(".left")).to_have_text(re.compile("^(9|10) min left$"))
    expect(row(page, third)).to_contain_text("Urgent")
    expect(page).to_have_title(re.compile(rf"^\(3\) Case {first} "))
    expect(page.locator("#words")).to_have_value(HALF)
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.type(" jknt?")
    expect(page.locator("#words")).to_have_value(f"{HALF} jknt?")
    assert page.evaluate("window.stayed"), "nothing of this took a reload"
    sound(page)


def test_colleague_sees_that_one_writes_and_not_what(shift: Callable[..., Shift], at: Open) -> None:
    page, _, (first, *_) = shift()
    write_half(page)
    lead = at(f"/staff/login?next=/console/{first}")
    be(lead, "lead")
    page.keyboard.type(" want")
    expect(lead.locator(".writing")).to_have_text(re.compile("is writing"))
    expect(lead.locator("main")).not_to_contain_text("I can come")
    assert lead.locator("textarea").evaluate_all("boxes => boxes.map((box) => box.value).join('')") == ""
    sound(lead)


def test_talk_changes_by_one_key_and_keeps_the_draft(shift: Callable[..., Shift]) -> None:
    page, people, (first, second, third) = shift()
    page.evaluate("window.stayed = true")
    write_half(page)
    people[1].text("are you there")
    people[1].text("hello?")
    people[2].text("hey")
    expect(page).to_have_title(re.compile(r"^\(3\) "))
    page.keyboard.press("Escape")
    key(page, "j")
    page.wait_for_url(f"**/console/{second}")
    expect(page.locator(".text.person")).to_have_count(2)
    expect(row(page, second).locator(".unread")).to_have_count(0)
    expect(page).to_have_title(re.compile(rf"^\(1\) Case {second} "))
    expect(page.locator("#words")).to_have_value("")
    key(page, "k")
    page.wait_for_url(f"**/console/{first}")
    expect(page.locator("#words")).to_have_value(HALF)
    key(page, "k")
    page.wait_for_url(f"**/console/{third}")  # round the end
    page.go_back()
    expect(page.locator("h1 .code")).to_have_text(first)
    expect(page.locator("#words")).to_have_value(HALF)
    assert page.evaluate("window.stayed"), "no page was loaded"


def test_draft_is_there_on_a_second_browser(shift: Callable[..., Shift], at: Open) -> None:
    page, _, (first, *_) = shift()
    write_half(page)
    elsewhere = at(f"/staff/login?next=/console/{first}", 375, 667, "dark")
    be(elsewhere, "caseworker")
    expect(elsewhere.locator("#words")).to_have_value(HALF)
    expect(elsewhere.locator("#mine-list")).to_be_hidden()
    elsewhere.get_by_role("button", name="My talks").click()
    expect(elsewhere.locator("#mine-list")).to_be_visible()
    sound(elsewhere)
    elsewhere.get_by_role("button", name="Send", exact=True).click()
    expect(elsewhere.locator(".text.staff")).to_have_count(1)
    page.reload()
    expect(page.locator(".text.staff")).to_have_count(1)
    page.wait_for_timeout(300)
    expect(page.locator("#words")).to_have_value("", timeout=1000)


def test_keys_open_boxes_and_the_list_of_keys(shift: Callable[..., Shift]) -> None:
    page, _, codes = shift()
    for name, box in (("r", "#words"), ("n", "#note"), ("t", '[action$="/task"] [name=kind]')):
        key(page, name)
        expect(page.locator(box)).to_be_focused()
        assert page.locator(box).input_value() == "", "the key itself is not typed"
        page.keyboard.press("Escape")
    key(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    sound(page)
    page.get_by_role("checkbox", name="Use single keys").uncheck()
    page.get_by_role("button", name="Hide keys").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    for name in ("j", "r", "?"):
        key(page, name)
    page.wait_for_timeout(200)
    assert page.url.endswith(codes[0])
    expect(page.locator("#words")).not_to_be_focused()
    page.get_by_role("button", name="Keys", exact=False).first.click()
    page.get_by_role("checkbox", name="Use single keys").check()
    page.keyboard.press("Escape")
    key(page, "j")
    page.wait_for_url(f"**/console/{codes[1]}")


def test_board_has_the_same_marks_and_keys(shift: Callable[..., Shift], address: str) -> None:
    page, people, codes = shift()
    people[1].text("are you there")
    page.goto(f"{address}/console")
    entry = page.locator(f'.entry[data-code="{codes[1]}"]')
    expect(entry.locator(".unread")).to_contain_text("1")
    expect(entry.locator(".left")).to_have_text(re.compile("min left"))
    expect(page.locator(".entry .name")).to_have_count(2)
    sound(page)
    key(page, "j")
    page.wait_for_url(f"**/console/{codes[1]}")  # on the board whose turn it is comes first


def test_warning_lets_what_lies_under_it_be_pressed(blank: Open, hurried: House, runtime: Runtime) -> None:
    page, people, _ = begin(blank(375, 667), hurried.address, runtime, ("Jay",))
    people[0].text("are you there")
    expect(page.get_by_role("alert")).to_contain_text("this case")
    page.get_by_role("link", name="Board", exact=True).first.click()
    page.wait_for_url("**/console")


def test_warning_comes_before_a_talk_is_lost(blank: Open, hurried: House, runtime: Runtime) -> None:
    page, people, codes = begin(blank(), hurried.address, runtime, ("Jay", "Kim"))
    warning = page.get_by_role("alert")
    expect(warning).to_have_count(0)
    people[1].text("are you there")
    expect(warning).to_contain_text("Less than 2 minutes left to reply")
    expect(warning.get_by_role("link", name=codes[1])).to_be_visible()
    expect(row(page, codes[1]).locator(".left")).to_have_text(re.compile(r"^[01]:\d\d left$"))
    people[0].text("hello?")
    expect(warning).to_contain_text("this case")
    page.locator("#words").fill("I'm here")
    page.locator("#words").press("Control+Enter")
    expect(page.locator(".text.staff")).to_have_count(1)
    expect(warning).not_to_contain_text("this case")
    sound(page)
