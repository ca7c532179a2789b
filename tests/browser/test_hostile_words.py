"""Hostile input is text wherever it is shown: no script runs, and no element is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from bot.actions.cases import CaseActions
from bot.casework.cases import Kind, Line
from bot.directory.directory import Directory
from bot.runtime.directory import LiveDirectory
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff, new_id
from tests.support.app import NOON
from tests.support.browser_app import House, Open, be, take, with_empty_board
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
    """Serve the same app with a directory of hostile names and an empty board."""
    held = with_empty_board(house)
    shown = held.directory.now
    named = Directory((replace(one, name=NAME, organization=NAME) for one in shown), rules=shown.rules)
    with beside(house, directory=LiveDirectory(held.store.directory, named)) as served:
        yield served


@pytest.fixture
def inside(at: Open) -> Open:
    """Return a function that opens a staff page as a demo account. A blocked script fails the test too."""

    def open_page(path: str, kind: str) -> Page:
        page = at(f"/staff/login?next={path}")
        be(page, kind)
        return page

    return open_page


def colleague(runtime: Runtime) -> Staff:
    """Create an account with a hostile name."""
    staff_id, roles = new_id(), frozenset({Role.CASEWORKER})
    return runtime.store.staff.add(Staff(staff_id, staff_id, NAME, roles, NOON, password="x", secret="x"))


def plain(page: Page, *texts: str) -> None:
    """Check that these texts appear letter for letter and made no elements."""
    for words in texts:
        expect(page.locator("body")).to_contain_text(words)
    assert page.evaluate(MADE) == [0, 0], page.url


def test_check_detects_injected_elements(inside: Open) -> None:
    page = inside("/console", "caseworker")
    assert page.evaluate(MADE) == [0, 0]
    page.evaluate("document.querySelector('main').append(document.createElement('x-evil'))")
    assert page.evaluate(MADE) == [0, 1]


def test_case_page_shows_hostile_text_literally(inside: Open, runtime: Runtime) -> None:
    mean, her = colleague(runtime), YoungPerson(runtime)
    code = her.share("needs", "area", "service", "reach", name="<x-evil>Jay")
    page = inside("/console", "caseworker")
    take(page, code)
    expect(page.get_by_text("Yours")).to_be_visible()
    plain(page, NAME)
    assert page.locator("option", has_text=NAME).count() >= 1, "among those to pass it on to"
    for words in HOSTILE:  # the page is open: they arrive through the live update
        her.text(words)
    plain(page, *HOSTILE)
    page.locator("#words").fill(HOSTILE[0])
    page.keyboard.press("Control+Enter")
    expect(page.locator("#words")).to_have_value("")
    for words in HOSTILE[:2]:
        runtime.store.cases.add_note(code, Line(Kind.NOTE, words, NOON, mean.id))
    page.reload()
    plain(page, *HOSTILE)
    page.goto(page.url.split("#")[0] + "/number")
    page.get_by_label("Why do you need to call?").fill(HOSTILE[1])
    page.get_by_role("button", name="Show the number").click()
    expect(page.locator(".phone")).to_have_text(her.phone)
    plain(page)

    lead = inside("/staff/audit", "lead")
    plain(lead, HOSTILE[1])


def test_board_and_staff_list_show_hostile_names_literally(inside: Open, runtime: Runtime) -> None:
    mean, her = colleague(runtime), YoungPerson(runtime)
    page = inside("/console", "lead")
    code = her.share("needs", name="<x-evil>")
    CaseActions(runtime).claim(code, mean.id, NAME)
    row = page.locator(f"[data-code='{code}']")
    expect(row).to_contain_text(NAME)
    plain(page)
    page.goto(page.url.replace("/console", "/staff/people"))
    plain(page, NAME)
    page.goto(f"{page.url}/{mean.id}")
    plain(page, NAME)
    assert NAME in page.title()
