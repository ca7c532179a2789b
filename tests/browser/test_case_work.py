"""Tasks and referrals on a case's page, in a real browser: by keyboard, on a phone, in the dark, beside a live talk."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from bot.conversation.engine import Conversation
from tests.support.browser_app import House, Open, be
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser


def at_case(at: Open, code: str, *size: object) -> Page:
    """The page of a case that the demo caseworker holds."""
    page = at(f"/staff/login?next=/console/{code}", *size)
    be(page, "caseworker")
    with page.expect_navigation():
        page.get_by_role("button", name="Take the case").click()
    expect(page.get_by_text("Yours")).to_be_visible()
    expect(page.locator("#words")).to_be_focused()  # the way back leads there, maybe after the page is seen
    return page


def a_time(conversation: Conversation, days: int) -> str:
    parts = conversation.parts
    now = dt.datetime.fromtimestamp(parts.clock(), parts.settings.timezone)
    return (now + dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def add_task(page: Page, kind: str, words: str, due: str = "") -> None:
    page.get_by_text("Add a task", exact=True).click()
    page.get_by_role("combobox", name="What", exact=True).select_option(label=kind)
    page.get_by_label("Description").fill(words)
    if due:
        page.get_by_label("Due (optional)").fill(due)
    with page.expect_navigation():  # and with it the browser's own lead of the keyboard
        page.get_by_role("button", name="Add task").click()
    expect(page.locator(".work .words").filter(has_text=words[:20])).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_the_page_is_sound_with_work_on_it(
    at: Open, house: House, conversation: Conversation, size: tuple[int, int, str]
) -> None:
    page = at_case(at, YoungPerson(conversation).share("needs"), *size)
    sound(page)
    add_task(page, "Get the documents they need", "x" * 120, a_time(conversation, -1))
    add_task(page, "Go along to an appointment", "The clinic on 5th street", a_time(conversation, 2))
    expect(page.locator(".overdue")).to_contain_text("Overdue since yesterday")
    page.get_by_role("button", name="Done", exact=True).nth(1).click()
    page.get_by_text("Add a referral", exact=True).click()
    page.get_by_role("combobox", name="Service", exact=True).select_option(index=4)
    page.get_by_role("button", name="Add referral").click()
    page.get_by_role("combobox", name="Outcome at").select_option(label="Turned away: no room")
    page.get_by_role("button", name="Note", exact=True).click()
    expect(page.get_by_text("Not taken: no room, noted")).to_be_visible()
    for name in ("Add a task", "Add a referral"):
        page.get_by_text(name, exact=True).click()
    page.locator("summary").filter(has_text="Done").click()
    expect(page.get_by_role("button", name="Not yet")).to_be_visible()
    sound(page)
    page.goto(f"{house.address}/console")
    expect(page.locator(".next").first).to_contain_text("Overdue: Get the papers they ask for")
    sound(page)


def test_a_task_is_added_and_ticked_off_by_keyboard(at: Open, conversation: Conversation) -> None:
    page = at_case(at, YoungPerson(conversation).share("needs"))
    page.get_by_text("Add a task", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Visit")
    page.keyboard.press("Tab")
    page.keyboard.type("See the drop-in on Monday")
    expect(page.get_by_label("Description")).to_be_focused()
    page.keyboard.press("Enter")
    task = page.locator(".todo li").filter(has_text="See the drop-in on Monday")
    expect(task).to_contain_text("Visit the place together")
    done = page.get_by_role("button", name="Done", exact=True)
    done.focus()
    page.keyboard.press("Enter")
    expect(done).to_have_count(0)
    expect(page.get_by_text("No tasks yet.")).to_be_visible()


def test_news_of_the_talk_disturbs_no_form_and_what_is_taken_back_takes_the_work_along(
    at: Open, conversation: Conversation
) -> None:
    her = YoungPerson(conversation)
    page = at_case(at, her.share("needs"))
    add_task(page, "Reminder", "Ask about the bus pass")
    page.get_by_text("Add a task", exact=True).click()
    words = page.get_by_label("Description")
    words.fill("half a thought")
    page.get_by_role("combobox", name="What", exact=True).select_option(label="Reminder")
    words.focus()
    her.text("are you there")
    expect(page.locator(".text.person")).to_have_count(1)
    expect(words).to_have_value("half a thought")
    expect(words).to_be_focused()
    expect(page.get_by_role("combobox", name="What", exact=True)).to_have_value("reminder")
    her.text("take back")
    expect(page.get_by_text("Consent ended").first).to_be_visible()
    for gone in ("bus pass", "half a thought", "Tasks"):
        expect(page.locator("main")).not_to_contain_text(gone)
