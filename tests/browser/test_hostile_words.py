"""Whatever somebody wrote, wherever it is shown, is text: no script runs, and no element is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from bot.actions.cases import Desk
from bot.casework.cases import Kind, Line
from bot.conversation.engine import Conversation
from bot.directory.directory import Directory
from bot.staff.accounts import Role, Staff, new_id
from bot.store.connection import Server
from tests.support.app import NOON
from tests.support.browser_app import House, Open, be
from tests.support.person import YoungPerson
from tests.support.second_browser import beside

pytestmark = pytest.mark.browser

HOSTILE = (
    "<x-evil>a</x-evil>", '<img src=x onerror="window.hit=1">', "<script>window.hit=1</script>",
    '"><svg onload=window.hit=1>', "</textarea></title><x-evil>b</x-evil>", "' onfocus='window.hit=1' autofocus='",
    "&lt;x-evil&gt;c", "{{ 7*7 }}<!--", "<a href=javascript:window.hit=1>d</a>",
)  # fmt: skip
NAME = '"><x-evil id=e>'
MADE = """[window.hit ?? 0, document.querySelectorAll(
  "x-evil, [onerror], [onload], [onfocus], [href^='javascript'], main script, main svg, [src='x']").length]"""


@pytest.fixture(scope="module")
def house(house: House) -> Iterator[House]:
    """The same house, with a directory whose entries were named by somebody hostile, and nobody on the board."""
    held = house.conversation
    server = Server(held.parts.settings.redis_url)
    server.call("DEL", "cases:open")
    server.close()
    shown = held.parts.directory
    named = Directory((replace(one, name=NAME, organization=NAME) for one in shown), rules=shown.rules)
    with beside(house, directory=named) as served:
        yield served


@pytest.fixture
def inside(at: Open) -> Open:
    """Opens a staff page as a demo colleague; a script kept from running is a fault too."""

    def open_page(path: str, kind: str) -> Page:
        page = at(f"/staff/login?next={path}")
        be(page, kind)
        return page

    return open_page


def colleague(conversation: Conversation) -> Staff:
    """Somebody whose name is hostile."""
    staff_id, roles = new_id(), frozenset({Role.CASEWORKER})
    return conversation.parts.store.staff.add(Staff(staff_id, staff_id, NAME, roles, NOON, password="x", secret="x"))


def plain(page: Page, *texts: str) -> None:
    """These are read there, letter for letter, and nothing was made of them."""
    for words in texts:
        expect(page.locator("body")).to_contain_text(words)
    assert page.evaluate(MADE) == [0, 0], page.url


def test_the_check_itself_sees_what_was_made(inside: Open) -> None:
    page = inside("/console", "caseworker")
    assert page.evaluate(MADE) == [0, 0]
    page.evaluate("document.querySelector('main').append(document.createElement('x-evil'))")
    assert page.evaluate(MADE) == [0, 1]


def test_a_case_shows_hostile_words_as_they_were_written(inside: Open, conversation: Conversation) -> None:
    mean, her = colleague(conversation), YoungPerson(conversation)
    code = her.share("needs", "area", "service", "reach", name="<x-evil>Jay")
    page = inside("/console", "caseworker")
    page.get_by_role("button", name=f"Take case {code}").click()
    expect(page.get_by_text("Yours")).to_be_visible()
    plain(page, NAME)
    assert page.locator("option", has_text=NAME).count() >= 1, "among those to pass it on to"
    for words in HOSTILE:  # the page is open: they come by the live part
        her.text(words)
    plain(page, *HOSTILE)
    page.locator("#words").fill(HOSTILE[0])
    page.keyboard.press("Control+Enter")
    expect(page.locator("#words")).to_have_value("")
    for words in HOSTILE[:2]:
        conversation.parts.store.cases.add_note(code, Line(Kind.NOTE, words, NOON, mean.id))
    page.reload()
    plain(page, *HOSTILE)
    page.goto(page.url.split("#")[0] + "/number")
    page.get_by_label("Why do you need to call?").fill(HOSTILE[1])
    page.get_by_role("button", name="Show the number").click()
    expect(page.locator(".phone")).to_have_text(her.phone)
    plain(page)

    lead = inside("/staff/audit", "lead")
    plain(lead, HOSTILE[1])


def test_the_board_and_the_list_of_colleagues_show_hostile_names_as_names(
    inside: Open, conversation: Conversation
) -> None:
    mean, her = colleague(conversation), YoungPerson(conversation)
    page = inside("/console", "lead")
    code = her.share("needs", name="<x-evil>")
    Desk(conversation).take(code, mean.id, NAME)
    row = page.locator(f"[data-code='{code}']")
    expect(row).to_contain_text(NAME)
    plain(page)
    page.goto(page.url.replace("/console", "/staff/people"))
    plain(page, NAME)
    page.goto(f"{page.url}/{mean.id}")
    plain(page, NAME)
    assert NAME in page.title()
