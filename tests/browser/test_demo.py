"""Two-minute demo on the product as `make run` starts it: only web, worker and Redis."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.runtime.build import open_store
from bot.web.demo.phones import CONTACT_PHONE
from tests.screenshots.readme import Running, product
from tests.screenshots.story import phone, say
from tests.support.browser_app import Open
from tests.support.page_checks import sound

pytestmark = pytest.mark.browser

SIZES = [(1024, 768, "dark"), (360, 740, "light")]


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """Run the product for all tests here."""
    with product() as made:
        yield made


@pytest.fixture
def address(running: Running) -> str:
    """Return the address of its pages."""
    return running.address


def last(one: Locator) -> Locator:
    return one.locator(".theirs").last


APART_SECONDS = 60
"""Least time between two alerts to one phone."""


def ask(page: Page, running: Running) -> tuple[Locator, Locator]:
    """Let the young person ask for a caseworker by the steps above the phones, until the alert is on Sam's phone.

    The clock of the demo moves on first, so that Sam's phone may be alerted at once.
    """
    store = open_store(running.settings)
    store.simulated.shift_clock(APART_SECONDS)
    store.close()
    her, sam = phone(page, "The young person's phone"), phone(page, "Sam's phone")
    had = sam.locator(".reply").count()
    page.get_by_role("button", name="Text hello").click()
    her.get_by_role("textbox").press("Enter")
    expect(last(her)).to_contain_text("Is now ok to text?")
    say(her, "1")
    page.get_by_role("button", name="Ask for a person. Say yes.").click()
    her.get_by_role("textbox").press("Enter")
    expect(last(her)).to_contain_text("Yes please")
    say(her, "1")
    expect(sam.locator(".reply")).to_have_count(had + 1)
    return her, sam


def show(page: Page, tab: str) -> None:
    """Select a phone's tab on a narrow screen, which shows one phone at a time."""
    if page.viewport_size and page.viewport_size["width"] < 720:
        page.locator(".tab", has_text=tab).click()


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_demo_runs_from_first_text_to_end_without_reload(
    opened: Open, running: Running, width: int, height: int, scheme: str
) -> None:
    page = opened(width, height, scheme)
    her, sam = ask(page, running)
    expect(page.locator("#news")).to_have_text("New text: Sam's phone, the caseworker on call.")
    expect(page.locator("#news")).to_have_attribute("aria-live", "polite")
    sound(page)
    show(page, "Sam")
    expect(last(sam)).to_contain_text(re.compile(r"case \w{4} has (just come in|waited 1 min)"))
    code = last(sam).inner_text().partition("case ")[2][:4]
    sam.locator(".reply").last.click()
    expect(sam.get_by_role("textbox")).to_have_value(re.compile(r"TAKE \w{4}"))
    sam.get_by_role("textbox").press("Enter")
    expect(last(sam)).to_contain_text("is yours")
    expect(last(her)).to_contain_text("Sam from Oak Line is here")
    say(sam, f"{code}: What would help?")
    expect(last(her)).to_have_text("What would help?")
    show(page, "Young person")
    say(her, "a bed tonight")
    expect(last(sam)).to_contain_text(": a bed tonight")
    show(page, "Sam")
    sound(page)
    say(sam, "CLOSE helped")
    expect(last(sam)).to_contain_text("is closed. We told them.")
    expect(last(her)).to_contain_text("automated")


def test_alert_link_leads_to_the_case_through_demo_sign_in(opened: Open, running: Running) -> None:
    page = opened()
    _, sam = ask(page, running)
    link = last(sam).get_by_role("link")
    with page.expect_popup() as popup:
        link.click()
    desk = popup.value
    desk.get_by_role("button", name="Sign in as a caseworker (demo)").click()
    expect(desk).to_have_url(re.compile(rf"{link.get_attribute('href')}$"))
    desk.get_by_role("button", name="Take the case").click()
    expect(desk.get_by_text("Yours")).to_be_visible()


def test_one_click_opens_the_console_as_sam_repeatedly(opened: Open) -> None:
    page = opened()
    mark = page.locator(".way input[name=mark]")
    for _ in range(2):  # the first sign-in changes the CSRF token of the second's form
        before = mark.input_value()
        with page.expect_popup() as popup:
            page.get_by_role("button", name="Open the console as Sam").click()
        expect(popup.value.get_by_role("heading", name="Board")).to_be_visible()
        popup.value.close()
        expect(mark).not_to_have_value(before)


def test_clock_advances_for_all_phones(opened: Open) -> None:
    page = opened()
    clocks = page.locator(".clock")
    before = clocks.all_inner_texts()
    page.get_by_role("button", name="Two hours later").click()
    expect(page.get_by_role("status")).to_contain_text("It is now")
    after = clocks.all_inner_texts()
    assert len(after) == 2
    assert len(set(after)) == 1 and after != before


def test_contact_joins_when_a_text_is_sent_to_them(opened: Open, running: Running) -> None:
    page = opened(360, 740)
    contact = phone(page, "The agency contact's phone")
    expect(contact).to_have_count(0)
    store = open_store(running.settings)
    store.simulated.add_text(
        CONTACT_PHONE, {"sid": "SM1", "direction": "outbound-api", "body": "Can you join us?", "at": 1.0}
    )
    store.close()
    expect(page.locator("#news")).to_have_text("New text: The agency contact's phone.")
    show(page, "Contact")
    expect(contact.locator(".theirs")).to_have_text("Can you join us?")
    say(contact, "hello")
    expect(contact.locator(".mark")).to_have_text("Delivered")
    sound(page)
