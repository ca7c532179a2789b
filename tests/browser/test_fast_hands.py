"""Enter comes before the server's answer: what was typed is chosen, and never the first option of an older list."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be, take, with_empty_board
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

SLOW_MS = 900


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board and no quick replies of staff."""
    runtime = with_empty_board(house)
    runtime.store._server.call("DEL", "{staff}:quick")
    return runtime


def two_talks(at: Open, runtime: Runtime) -> tuple[Page, str, str]:
    """Take two cases. Return the page of the first, and both codes."""
    first, second = (YoungPerson(runtime).share("needs", name=name) for name in ("Lou", "Kim"))
    page = at("/staff/login?next=/console")
    be(page, "caseworker")
    page.get_by_role("button", name=f"Take case {second}").click()
    expect(page.locator(f'.entry[data-code="{second}"][data-mine]')).to_be_visible()
    take(page, first)
    return page, first, second


def slow_from_here(page: Page) -> None:
    """Let every search from now on take long."""

    def wait(route: Route) -> None:
        page.wait_for_timeout(SLOW_MS)
        route.continue_()

    page.route("**/console/find", wait)


def test_enter_after_a_name_opens_that_person_though_another_list_is_shown(at: Open, runtime: Runtime) -> None:
    page, first, second = two_talks(at, runtime)
    expect(page.locator("h1 .code")).to_have_text(first)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.type("kim")
    page.keyboard.press("Enter")
    expect(page.locator("h1 .code")).to_have_text(second)


def test_enter_before_any_list_waits_for_the_first(at: Open, runtime: Runtime) -> None:
    page, _, second = two_talks(at, runtime)
    slow_from_here(page)
    page.keyboard.press("Control+k")
    page.keyboard.type("kim")
    page.keyboard.press("Enter")
    expect(page.locator("h1 .code")).to_have_text(second)


def test_words_typed_after_enter_take_the_choice_back(at: Open, runtime: Runtime) -> None:
    page, first, second = two_talks(at, runtime)
    slow_from_here(page)
    page.keyboard.press("Control+k")
    page.keyboard.type("kim")
    page.keyboard.press("Enter")
    page.keyboard.type("x")
    page.wait_for_timeout(3 * SLOW_MS)
    expect(page.locator("#palette")).to_be_visible()
    expect(page.locator("h1 .code")).to_have_text(first)
    page.keyboard.press("Backspace")
    expect(page.get_by_role("option", name=re.compile("Kim"))).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("h1 .code")).to_have_text(second)


def test_quick_reply_that_was_typed_is_put_in_and_not_the_first_of_all(at: Open, runtime: Runtime) -> None:
    page, _, _ = two_talks(at, runtime)
    box = page.locator("#words")
    box.press_sequentially("/")
    expect(page.get_by_role("option").first).to_be_visible()
    wanted = page.locator("[role=option][data-words]").last.get_attribute("data-words")
    assert wanted
    word = max(re.findall(r"[a-z]+", wanted.lower()), key=len)
    page.keyboard.type(word)
    page.keyboard.press("Enter")
    expect(box).to_have_value(re.compile(word, re.IGNORECASE))
    expect(box).not_to_have_value(re.compile("^/"))
