"""Pictures of the console for the README, part of `make pictures`: a busy board and a live case."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from bot.actions.cases import CaseActions
from bot.config.settings import Settings
from bot.flows.names import State
from bot.runtime.build import build
from tests.support.person import YoungPerson

SAM = "Sam Rivera"
MINUTE = 60


def be_sam(page: Page) -> None:
    """Sign in as the demo's caseworker."""
    page.get_by_role("button", name="Sign in as a caseworker (demo)").click()
    expect(page.get_by_role("heading", name="Board")).to_be_visible()


def open_console(browser: Browser, address: str, size: tuple[int, int], zone: str) -> Page:
    """Open the board in Sam's window."""
    window = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, timezone_id=zone, locale="en-US", reduced_motion="reduce"
    )
    page = window.new_page()
    page.goto(f"{address}/console")
    be_sam(page)
    return page


def people(settings: Settings) -> None:
    """Create people who wait, one in danger, and one in conversation, through real turns and actions."""
    runtime = build(settings)
    desk, store = CaseActions(runtime), runtime.store
    sam = next(person for person in store.staff.everybody() if person.name == SAM)
    YoungPerson(runtime).share("needs")
    store.simulated.shift_clock(4 * MINUTE)
    YoungPerson(runtime).just_talk()
    store.simulated.shift_clock(3 * MINUTE)
    hurt = YoungPerson(runtime)
    hurt.text("hey", "1", "ok", "he is hitting me", "text with a person", "just say i want to talk")
    store.simulated.shift_clock(MINUTE)
    her = YoungPerson(runtime)
    held = her.share("needs", "area", "said", name="Jay", times="evening")
    desk.claim(held, sam.id, "Sam")
    desk.reply(held, sam.id, "Hi Jay, I'm Sam. Are you somewhere ok right now?")
    her.text("yeah at a friends till 9. is that runaway line legit")
    desk.reply(held, sam.id, "It is. They look for a bed with you. Want me to ask them where there is room tonight?")
    her.text("yes pls. do i need id")
    store.simulated.shift_clock(MINUTE)
    assert her.state == State.HANDOFF_LIVE.value
    store.close()


def console(browser: Browser, settings: Settings, address: str, zone: str) -> tuple[Page, Page]:
    """Prepare the board and a case's page."""
    first = open_console(browser, address, (1280, 800), zone)  # Sam's account is created at the first sign-in
    people(settings)
    first.reload()
    expect(first.locator(".entry")).to_have_count(6)  # two more asked for a caseworker in the other pictures
    case = open_console(browser, address, (1280, 900), zone)
    case.locator(".entry[data-mine]").get_by_role("link").first.click()
    expect(case.locator(".thread")).to_contain_text("do i need id")
    return first, case
