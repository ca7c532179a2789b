"""Text of any script on staff pages: in its own direction, on sound pages; desktop and phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from bot.runtime.runtime import Runtime
from tests.screenshots.story import say
from tests.support.added_language import edition, entries
from tests.support.browser_app import Open, be
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

ARABIC, SAYS = "العربية", "أنا خائفة، هل يمكنني التحدث؟"
WRONG = "اكتب في أي وقت ((nobody))."


def way(part: Locator) -> str:
    """Return the direction in which the browser shows it."""
    return str(part.evaluate("(node) => getComputedStyle(node).direction"))


@pytest.mark.parametrize("size", SIZES)
def test_spanish_is_reviewed_and_faults_of_a_new_language_are_marked(editor: Open, size: tuple[int, int, str]) -> None:
    page = editor("/studio/languages", *size)
    sound(page)
    page.get_by_role("link", name="Español").click()
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Welcome").click()
    entry = page.get_by_role("article", name="welcome.later, message", exact=True)
    entry.get_by_label("I read this as a native speaker").check()
    page.get_by_role("button", name="Save draft").click()
    expect(entry).to_contain_text("Reviewed by a native speaker.")
    expect(page.get_by_text(f"1 of {len(entries('es'))} reviewed by a native speaker.")).to_be_visible()
    sound(page)
    page.get_by_role("link", name="Draft", exact=True).click()
    expect(page.get_by_role("article")).to_contain_text("messages.welcome.later, Español")
    sound(page)

    page.get_by_role("link", name="Languages", exact=True).click()
    page.get_by_label("Language code").fill("ar")
    page.get_by_role("button", name="Add language").click()
    entry.get_by_role("textbox").first.fill(WRONG)
    page.get_by_role("button", name="Save draft").click()
    expect(entry.get_by_role("listitem").first).to_contain_text("((nobody)) cannot be used here.")
    assert way(entry.get_by_role("textbox").first) == "rtl"
    sound(page)


@pytest.fixture
def her(editor: Open, runtime: Runtime) -> YoungPerson:
    """Return a young person, while Arabic is offered."""
    runtime.content.catch_up()
    runtime.store.words.publish(0, edition(entries("ar"), seen=True, name=ARABIC).dump(), {})
    return YoungPerson(runtime)


@pytest.mark.parametrize("size", SIZES)
def test_arabic_case_is_shown_right_to_left_on_phone_and_page(
    her: YoungPerson, at: Open, opened: Open, address: str, size: tuple[int, int, str]
) -> None:
    phone = opened(*size).locator(".phone[data-phone^=young]").first
    for words in ("hey", ARABIC, "3", SAYS):
        say(phone, words)
    expect(phone.locator(".note").last).to_contain_text(ARABIC)
    assert way(phone.locator(".mine").last) == "rtl"
    assert way(phone.locator(".mine").first) == "ltr"

    code = her.just_talk(ARABIC, "3")
    page = at("/staff", *size)
    be(page, "caseworker")
    page.goto(f"{address}/console/{code}")
    page.get_by_role("button", name="Take the case").click()
    expect(page.get_by_text("Yours")).to_be_visible()
    her.text(SAYS)
    page.reload()
    said = page.locator(".text.person .words").last
    expect(said).to_have_text(SAYS)
    assert way(said) == "rtl"
    page.get_by_role("textbox", name=f"Your text to them, in {ARABIC}").fill("أنا معك")
    assert way(page.get_by_role("textbox", name=f"Your text to them, in {ARABIC}")) == "rtl"
    sound(page)
