"""A person who comes back, in a browser: a summary when the case closes, and what the next case shows, or does not."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be, take, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

PLAN, WISHES = "Visit the zebra house on Friday. She wants company there.", "Only before noon, never on weekends."


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board."""
    return with_empty_board(house)


def board(at: Open, *size: object) -> Page:
    page = at("/staff/login?next=/console", *size)
    be(page, "caseworker")
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    return page


def close(page: Page, plan: str = "", wishes: str = "") -> None:
    """Close the case on the page."""
    page.get_by_text("Close", exact=True).click()
    page.get_by_label("Referred to a service").check()
    if plan:
        page.get_by_label("Plan, for your colleagues").fill(plan)
        page.get_by_label("How they want to be contacted").fill(wishes)
    page.get_by_role("button", name="Close the case").click()
    expect(page.locator(".tags")).to_contain_text("Closed")


def back(her: YoungPerson) -> str:
    her.text("menu", "talk to a person", "just say i want to talk", "no name")
    return her.case


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_person_who_wants_it_is_remembered(at: Open, runtime: Runtime, size: tuple[int, int, str]) -> None:
    page, her = board(at, *size), YoungPerson(runtime)
    first = her.share("needs", "area", name="Jay", times="evening", remember="keep a note")
    take(page, first)
    page.get_by_text("Close", exact=True).click()
    expect(page.get_by_label("Plan, for your colleagues")).to_be_visible()
    sound(page)
    page.get_by_text("Close", exact=True).click()
    close(page, PLAN, WISHES)
    expect(page.locator("main")).not_to_contain_text(PLAN)
    code = back(her)
    page.get_by_role("link", name="Board").first.click()
    expect(page.locator(f'.entry[data-code="{code}"]')).to_contain_text("You worked with them before")
    sound(page)
    take(page, code)
    earlier = page.locator(".earlier")
    for words in (PLAN, WISHES, "Referred to a service", "Evenings, 17:00 to 21:00", "Sam Rivera"):
        expect(earlier).to_contain_text(words)
    sound(page)
    her.text("what did i share", "1")
    expect(earlier).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text(PLAN)


def test_nothing_of_the_past_is_shown_of_a_person_who_did_not_want_it(at: Open, runtime: Runtime) -> None:
    page, her = board(at), YoungPerson(runtime)
    take(page, her.share("needs", name="Jay", remember="not now"))
    page.get_by_text("Close", exact=True).click()
    expect(page.get_by_label("Plan, for your colleagues")).to_have_count(0)
    page.get_by_text("Close", exact=True).click()
    close(page)
    code = back(her)
    page.get_by_role("link", name="Board").first.click()
    row = page.locator(f'.entry[data-code="{code}"]')
    expect(row).to_be_visible()
    expect(row).not_to_contain_text("before")
    take(page, code)
    expect(page.locator(".earlier")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text(re.compile("earlier|remember", re.IGNORECASE))


def test_summary_being_typed_stays_while_the_page_changes(at: Open, runtime: Runtime) -> None:
    page, her = board(at), YoungPerson(runtime)
    take(page, her.share("needs", name="Jay", remember="keep a note"))
    page.get_by_text("Close", exact=True).click()
    page.get_by_label("Plan, for your colleagues").fill(PLAN)
    her.text("are you there")
    expect(page.locator(".thread")).to_contain_text("are you there")
    expect(page.get_by_label("Plan, for your colleagues")).to_have_value(PLAN)
    page.get_by_role("button", name="Close the case").click()  # no outcome is chosen: the browser asks for it
    expect(page.get_by_label("Plan, for your colleagues")).to_have_value(PLAN)
