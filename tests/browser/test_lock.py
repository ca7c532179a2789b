"""The lock in a browser: nothing of a person is left on the screen, and the same page is back after a code."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from bot.actions.cases import CaseActions
from bot.runtime.runtime import Runtime
from bot.staff.accounts import known_as
from tests.support.browser_app import House, Open, be, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

HALF = "half a thou"


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board."""
    return with_empty_board(house)


@pytest.fixture
def her(runtime: Runtime) -> YoungPerson:
    return YoungPerson(runtime)


@pytest.fixture
def code(her: YoungPerson, runtime: Runtime, at: Open) -> str:
    """Return the code of a case of the demo's caseworker, whose talk is longer than the screen."""
    be(at("/staff/login"), "caseworker")  # the account is made by the first sign-in
    sam = runtime.store.staff.by_handle("demo-sam")
    assert sam
    made = her.share("needs", name="Jayden")
    CaseActions(runtime).claim(made, sam.id, known_as(sam.name))
    for number in range(30):
        her.text(f"and another thing, number {number}")
    return made


def open_case(at: Open, code: str, *size: object) -> Page:
    page = at(f"/staff/login?next=/console/{code}", *size)
    be(page, "caseworker")
    expect(page.get_by_role("heading", name=re.compile("Jayden|Case")).first).to_be_visible()
    return page


def second_tab(page: Page, path: str) -> Page:
    tab = page.context.new_page()
    tab.goto(page.url.partition("/console")[0] + path)
    expect(tab.get_by_role("heading").first).to_be_visible()
    return tab


def fresh_code(runtime: Runtime) -> None:
    """Let the code that the demo shows count again, as if half a minute had passed."""
    sam = runtime.store.staff.by_handle("demo-sam")
    assert sam
    runtime.store.staff.change(sam.id, lambda kept: replace(kept, last_step=0))


def unlock(page: Page, runtime: Runtime) -> None:
    fresh_code(runtime)
    field = page.get_by_label("Code from your app")
    expect(field).to_be_focused()
    field.fill(page.locator("#unlock b.code").inner_text())
    page.get_by_role("button", name="Unlock").click()


def is_covered(page: Page) -> None:
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    expect(page).to_have_title("Locked")
    assert "Jayden" not in page.content() and "another thing" not in page.content(), "not even under the cover"


def test_lock_and_back_in_the_middle_of_a_text(at: Open, code: str, runtime: Runtime, her: YoungPerson) -> None:
    page = open_case(at, code)
    other = second_tab(page, f"/console/{code}")
    box = page.get_by_role("textbox", name="Your text to them")
    box.fill(HALF)
    page.locator(".thread").evaluate("thread => thread.scrollTop = 200")
    box.press("Escape")
    page.keyboard.press("l")
    asked: list[str] = []
    for tab in (page, other):
        is_covered(tab)
        tab.on("request", lambda request: asked.append(request.url))
    her.text("my mom kicked me out")
    page.keyboard.press("Control+k")
    page.wait_for_timeout(7000)  # more than two polls
    for tab in (page, other):
        is_covered(tab)
    assert [url for url in asked if "/console/" in url] == [], "nothing is asked for"

    unlock(page, runtime)
    expect(box).to_have_value(HALF)
    expect(page.locator(".text.person .words").last).to_have_text("my mom kicked me out")
    assert page.locator(".thread").evaluate("thread => thread.scrollTop") == 200
    box.press_sequentially("ght")
    expect(box).to_have_value(f"{HALF}ght")
    expect(other.locator(".text.person .words").last).to_have_text("my mom kicked me out")
    expect(other.get_by_role("textbox", name="Your text to them")).to_have_value(HALF)
    expect(page.locator("#kept")).to_have_text("Draft saved")


def test_what_was_taken_back_meanwhile_is_gone_after_unlocking(
    at: Open, code: str, runtime: Runtime, her: YoungPerson
) -> None:
    page = open_case(at, code)
    page.get_by_role("button", name="Lock", exact=True).click()
    is_covered(page)
    her.text("take back")
    unlock(page, runtime)
    expect(page.get_by_text("Consent ended").first).to_be_visible()
    assert "Jayden" not in page.content()


def test_server_locks_and_the_open_page_follows(at: Open, code: str, runtime: Runtime) -> None:
    """As after a pause: the page learns it by its next poll, the board of another tab by the first."""
    page = open_case(at, code)
    board = second_tab(page, "/console")
    token = page.locator("#lock-now [name=mark]").input_value()
    page.context.request.post(page.url.partition("/console")[0] + "/staff/lock", form={"mark": token})
    for tab in (page, board):
        is_covered(tab)
    page.reload()
    expect(page).to_have_url(re.compile(f"/staff/locked\\?next=/console/{code}$"))
    unlock(page, runtime)
    expect(page).to_have_url(re.compile(f"/console/{code}$"))
    expect(board.get_by_role("heading", name="Board")).to_be_visible()


def test_wrong_code_recovery_field_and_signing_out_under_the_cover(at: Open, code: str, runtime: Runtime) -> None:
    page = open_case(at, code)
    page.get_by_role("button", name="Lock", exact=True).click()
    page.get_by_label("Code from your app").fill("000000")
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_text("That code didn't match")).to_be_visible()
    page.get_by_role("link", name="Use a recovery code").click()
    expect(page.get_by_label("Recovery code")).to_be_focused()
    page.get_by_role("link", name="Use the code from your app").click()
    expect(page.get_by_label("Code from your app")).to_be_focused()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_lock_holds_without_script(at: Open, code: str, runtime: Runtime) -> None:
    page = open_case(at, code)
    plain = page.context.browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    tab = plain.new_page()
    tab.goto(page.url)
    tab.get_by_role("button", name="Lock", exact=True).click()
    expect(tab.get_by_role("heading", name="Locked")).to_be_visible()
    tab.goto(page.url)
    is_covered_by_the_page = tab.get_by_role("heading", name="Locked")
    expect(is_covered_by_the_page).to_be_visible()
    fresh_code(runtime)
    tab.get_by_label("Code from your app").fill(tab.locator("#unlock b.code").inner_text())
    tab.get_by_role("button", name="Unlock").click()
    expect(tab).to_have_url(page.url)
    plain.close()


@pytest.mark.parametrize("size", SIZES)
def test_lock_page_is_sound(at: Open, code: str, size: tuple[int, int, str]) -> None:
    page = open_case(at, code, *size)
    page.get_by_role("button", name="Lock", exact=True).click()
    expect(page.get_by_label("Code from your app")).to_be_focused()
    sound(page)
