"""The README's pictures of the console: part of `make pictures`. A board with work on it, and a case in mid-talk."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from bot.actions.cases import Desk
from bot.config.settings import Settings
from bot.flows.names import State
from bot.runtime.build import build
from tests.support.person import YoungPerson

SAM = "Sam Rivera"


def be_sam(page: Page) -> None:
    """Sign in as the demo's caseworker."""
    page.get_by_role("button", name="Sign in as a caseworker (demo)").click()
    expect(page.get_by_role("heading", name="Board")).to_be_visible()


def open_console(browser: Browser, address: str, size: tuple[int, int], zone: str) -> Page:
    """The board, in a window of Sam's."""
    window = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, timezone_id=zone, locale="en-US", reduced_motion="reduce"
    )
    page = window.new_page()
    page.goto(f"{address}/console")
    be_sam(page)
    return page


def people(settings: Settings) -> None:
    """Some who wait, one in danger, and one who is talked with: real turns, real acts."""
    conversation = build(settings)
    desk, store = Desk(conversation), conversation.parts.store
    sam = next(person for person in store.staff.everybody() if person.name == SAM)
    her = YoungPerson(conversation)
    held = her.share("needs", "area", "said", name="Jay", times="evening")
    desk.take(held, sam.id, "Sam")
    desk.say(held, sam.id, "Hi Jay, I'm Sam. Are you somewhere ok right now?")
    her.text("yeah at a friends till 9. is that place in santa ana legit")
    desk.say(held, sam.id, "It is. I know the people there. Want me to ask if they have room tonight?")
    her.text("yes pls. do i need id")
    assert her.state == State.HANDOFF_LIVE.value
    YoungPerson(conversation).share("needs")
    YoungPerson(conversation).just_talk()
    hurt = YoungPerson(conversation)
    hurt.text("hey", "1", "ok", "he is hitting me", "1", "just say i want to talk", "no name")
    store.close()


def console(browser: Browser, settings: Settings, address: str, zone: str) -> tuple[Page, Page]:
    """The board and a case's page, ready to be kept."""
    first = open_console(browser, address, (1280, 800), zone)  # Sam is made when first signed in
    people(settings)
    first.reload()
    expect(first.locator(".entry")).to_have_count(6)  # two more asked for a person in the other pictures
    case = open_console(browser, address, (1280, 900), zone)
    case.locator(".entry", has_text=re.compile("You")).get_by_role("link").first.click()
    expect(case.locator(".thread")).to_contain_text("do i need id")
    return first, case
