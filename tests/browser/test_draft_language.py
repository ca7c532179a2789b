"""Languages between two people, in a browser: the warning before a text in another language, and quick replies."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

ENGLISH, SPANISH = "I am here with you, what do you need?", "Estoy aquí contigo, ¿qué necesitas?"
WARNING = "This looks like English. They text in Spanish."


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board and no quick replies of staff."""
    runtime = with_empty_board(house)
    runtime.store._server.call("DEL", "{staff}:quick")
    return runtime


def spanish_talk(at: Open, runtime: Runtime, *size: object) -> Page:
    her = YoungPerson(runtime)
    her.text("hola", "sí", "1", "quiero hablar con una persona", "1", "sin nombre")
    page = at(f"/staff/login?next=/console/{her.case}", *size)
    be(page, "caseworker")
    page.get_by_role("button", name="Take the case").click()
    expect(page.locator("#words")).to_be_focused()
    return page


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_warning_comes_while_one_writes_and_goes_with_the_words(
    at: Open, runtime: Runtime, size: tuple[int, int, str]
) -> None:
    page = spanish_talk(at, runtime, *size)
    box, warning = page.locator("#words"), page.locator("#tongue")
    expect(warning).to_be_hidden()
    box.press_sequentially(ENGLISH)
    expect(warning).to_contain_text(WARNING)
    sound(page)
    box.fill(SPANISH)
    expect(warning).to_be_hidden()
    box.fill(ENGLISH)
    expect(warning).to_be_visible()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".thread")).to_contain_text(ENGLISH)
    expect(warning).to_be_hidden()
    expect(box).to_have_value("")


def test_text_that_is_sent_at_once_waits_for_a_second_press(at: Open, runtime: Runtime) -> None:
    page = spanish_talk(at, runtime)
    page.locator("#words").fill(ENGLISH)
    page.locator("#words").press("Control+Enter")  # the draft is saved first, and nothing is shown yet
    expect(page.locator("#tongue")).to_contain_text(WARNING)
    expect(page.locator("#words")).to_have_value(ENGLISH)
    expect(page.locator(".thread")).not_to_contain_text(ENGLISH)
    page.locator("#words").press("Control+Enter")
    expect(page.locator(".thread")).to_contain_text(ENGLISH)


def test_quick_reply_of_the_team_is_put_into_the_box_with_its_gloss_below(at: Open, runtime: Runtime) -> None:
    page = at("/staff/login?next=/console/replies")
    be(page, "caseworker")
    form = page.locator(".card").first
    form.get_by_label("English").fill("The zebra bus stops at the corner.")
    form.get_by_label("Spanish").fill("El bus cebra para en la esquina.")
    page.get_by_role("button", name="Add quick reply").click()
    expect(page.get_by_text("Quick reply added.")).to_be_visible()
    page = spanish_talk(at, runtime)
    page.locator("#words").press_sequentially("/zebra")
    option = page.get_by_role("option", name="El bus cebra")
    expect(option).to_contain_text("The zebra bus stops at the corner.")
    option.click()
    expect(page.locator("#words")).to_have_value("El bus cebra para en la esquina.")
    expect(page.locator("#tongue")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
def test_page_of_quick_replies_is_sound(at: Open, runtime: Runtime, size: tuple[int, int, str]) -> None:
    page = at("/staff/login?next=/console/replies", *size)
    be(page, "caseworker")
    sound(page)
    page.locator(".card").first.get_by_label("English").fill("x" * 200)
    page.get_by_role("button", name="Add quick reply").click()
    page.get_by_text("Change", exact=True).click()
    sound(page)
    page.get_by_role("button", name="Remove for everyone").click()
    expect(page.get_by_text("Quick reply removed.")).to_be_visible()
