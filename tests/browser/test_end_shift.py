"""End of a shift in a browser: six talks are handed over by two presses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from bot.actions.cases import CaseActions
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff, known_as, new_id
from bot.staff.rota import Duty
from tests.support.browser_app import House, Open, be, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

CLICK = "addEventListener('click', () => sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1, true)"


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board."""
    return with_empty_board(house)


@pytest.fixture
def six(runtime: Runtime, at: Open) -> list[str]:
    """Return the codes of six cases of the demo's caseworker, who is on call with a colleague."""
    be(at("/staff/login"), "caseworker")
    staff, desk = runtime.store.staff, CaseActions(runtime)
    sam = staff.by_handle("demo-sam")
    assert sam
    if not staff.by_handle("noor"):
        noor = Staff(
            new_id(), "noor", "Noor Haddad", frozenset({Role.CASEWORKER}), 1, subject="noor", languages=("en",)
        )
        staff.add(noor)
    noor_id = staff.by_handle("noor")
    assert noor_id
    staff.change(noor_id.id, lambda kept: replace(kept, active=True))
    for who in (sam.id, noor_id.id):
        staff.rota.change(who, lambda _: Duty(until=int(runtime.clock()) + 3600))
    people = [YoungPerson(runtime) for _ in range(6)]
    codes = [who.share("needs", name=f"Jay{number}") for number, who in enumerate(people)]
    for code in codes:
        desk.claim(code, sam.id, known_as(sam.name))
    people[0].text("are you there")
    return codes


@pytest.fixture(autouse=True)
def no_rota_afterwards(runtime: Runtime) -> Iterator[None]:
    """Leave no rota behind for other tests."""
    yield
    for who in runtime.store.staff.everybody():
        runtime.store.staff.rota.change(who.id, lambda _: Duty())
        if who.handle == "noor":
            runtime.store.staff.change(who.id, lambda kept: replace(kept, active=False))


def board(at: Open, *size: object) -> Page:
    page = at("/staff/login?next=/console", *size)
    be(page, "caseworker")
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    return page


def test_six_talks_are_handed_over_by_two_presses(at: Open, six: list[str], runtime: Runtime) -> None:
    page = board(at)
    page.add_init_script(CLICK)
    page.reload()
    page.get_by_role("link", name="End my shift").click()
    expect(page.locator(".shift section")).to_have_count(6)
    expect(page.get_by_label("Note for your colleague").first).to_have_value(re.compile("A place to sleep tonight"))
    page.get_by_role("button", name="Hand over 6 talks and go off call").click()
    expect(page.get_by_text("6 talks handed over. You are off call.")).to_be_visible()
    assert page.evaluate("Number(sessionStorage.clicks)") <= 3
    noor, sam = (runtime.store.staff.by_handle(name) for name in ("noor", "demo-sam"))
    assert noor and sam
    assert {case.owner for code in six if (case := runtime.store.cases.get(code))} == {noor.id}
    assert runtime.store.staff.rota.get(sam.id).until == 0


@pytest.mark.parametrize("size", SIZES)
def test_page_is_sound(at: Open, six: list[str], size: tuple[int, int, str]) -> None:
    page = board(at, *size)
    sound(page)
    page.get_by_role("link", name="End my shift").click()
    expect(page.locator(".shift section")).to_have_count(6)
    sound(page)
    for choice in page.get_by_label("Hand over to").all()[:2]:
        choice.select_option("")
    page.get_by_role("button", name=re.compile("^Hand over")).click()
    expect(page.get_by_role("alert")).to_contain_text("4 talks handed over. Still yours:")
    expect(page.locator(".shift section")).to_have_count(2)
    sound(page)
