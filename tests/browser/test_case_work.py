"""Tasks and referrals on a case's page in a browser: by keyboard, on a phone, in dark mode, beside live texts."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser


def at_case(at: Open, code: str, *size: object) -> Page:
    """Open the page of a case that the demo caseworker holds."""
    page = at(f"/staff/login?next=/console/{code}", *size)
    be(page, "caseworker")
    page.get_by_role("button", name="Take the case").click()
    expect(page.get_by_text("Yours")).to_be_visible()
    expect(page.locator("#words")).to_be_focused()  # the focus may move there after the page is visible
    return page


def a_time(runtime: Runtime, days: int) -> str:
    now = dt.datetime.fromtimestamp(runtime.clock(), runtime.settings.timezone)
    return (now + dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def add_task(page: Page, kind: str, words: str, due: str = "") -> None:
    page.get_by_text("Add a task", exact=True).click()
    page.get_by_role("combobox", name="Type", exact=True).select_option(label=kind)
    page.get_by_label("Description").fill(words)
    if due:
        page.get_by_label("Due (optional)").fill(due)
    page.get_by_role("button", name="Add task").click()
    expect(page.locator(".work .words").filter(has_text=words[:20])).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_case_page_with_work_is_sound(at: Open, house: House, runtime: Runtime, size: tuple[int, int, str]) -> None:
    page = at_case(at, YoungPerson(runtime).share("needs"), *size)
    sound(page)
    add_task(page, "Get the documents they need", "x" * 120, a_time(runtime, -1))
    add_task(page, "Go along to an appointment", "The clinic on 5th street", a_time(runtime, 2))
    expect(page.locator(".overdue")).to_contain_text("Overdue since yesterday")
    page.get_by_role("button", name="Done", exact=True).nth(1).click()
    page.get_by_text("Add a referral", exact=True).click()
    page.locator('[action$="/referral"] [name=service]').fill("runaway safelin")
    page.locator('[action$="/referral"]').get_by_role("option", name="National Runaway Safeline").click()
    page.get_by_role("button", name="Add referral").click()
    page.get_by_role("combobox", name="Outcome at").select_option(label="Turned away: no room")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Turned away: no room, recorded")).to_be_visible()
    for name in ("Add a task", "Add a referral"):
        page.get_by_text(name, exact=True).click()
    page.locator("summary").filter(has_text="Done").click()
    expect(page.get_by_role("button", name="Reopen")).to_be_visible()
    sound(page)
    page.goto(f"{house.address}/console")
    expect(page.locator(".next").first).to_contain_text("Overdue: Get the documents they need")
    sound(page)


def test_task_is_added_and_ticked_off_by_keyboard(at: Open, runtime: Runtime) -> None:
    page = at_case(at, YoungPerson(runtime).share("needs"))
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


def test_updates_leave_forms_alone_and_withdrawal_removes_work(at: Open, runtime: Runtime) -> None:
    her = YoungPerson(runtime)
    page = at_case(at, her.share("needs"))
    add_task(page, "Reminder", "Ask about the bus pass")
    page.get_by_text("Add a task", exact=True).click()
    words = page.get_by_label("Description")
    words.fill("half a thought")
    page.get_by_role("combobox", name="Type", exact=True).select_option(label="Reminder")
    words.focus()
    her.text("are you there")
    expect(page.locator(".text.person")).to_have_count(1)
    expect(words).to_have_value("half a thought")
    expect(words).to_be_focused()
    expect(page.get_by_role("combobox", name="Type", exact=True)).to_have_value("reminder")
    her.text("take back")
    expect(page.get_by_text("Consent ended").first).to_be_visible()
    for gone in ("bus pass", "half a thought", "Tasks"):
        expect(page.locator("main")).not_to_contain_text(gone)


def test_services_are_found_after_an_update_of_the_page(at: Open, runtime: Runtime) -> None:
    her = YoungPerson(runtime)
    page = at_case(at, her.share("needs"))
    page.get_by_text("Add a referral", exact=True).click()
    form = page.locator('[action$="/referral"]')
    form.locator("[name=service]").press_sequentially("run")
    expect(form.get_by_role("option").first).to_be_visible()
    her.text("are you there")
    expect(page.locator(".text.person")).to_have_count(1)
    expect(form.get_by_role("option").first).to_be_visible()
    form.locator("[name=service]").press_sequentially("away safelin")
    form.get_by_role("option", name="National Runaway Safeline").click()
    expect(form.locator("[name=service]")).to_have_value("National Runaway Safeline")
    page.get_by_role("button", name="Add referral").click()
    expect(page.locator(".words").filter(has_text="National Runaway Safeline")).to_be_visible()
