"""Reverification list and matrix in a browser: desktop, phone and print, light and dark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House
from tests.support.page_checks import SIZES, sound

pytestmark = pytest.mark.browser

Size = tuple[int, int, str]


@pytest.fixture
def doubtful(house: House) -> Iterator[str]:
    """Yield the id of a service with a reported problem."""
    held: Runtime = house.app.extensions["warmline"]
    key = next(iter(held.directory.now)).id
    held.store.reverify.add(key, "went_badly", "2026-11-20")
    yield key
    held.store.reverify.clear(key)


def opened(browser: Browser, house: House, place: str, size: Size) -> Page:
    """Open one of the directory's pages as a lead. Errors on the page fail the test."""
    width, height, scheme = size
    window = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = window.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda told: pytest.fail(told.text) if "Security" in told.text else None)
    page.goto(house.address + "/staff")
    page.get_by_role("button", name="Sign in as a lead (demo)").click()
    page.get_by_role("link", name="Directory").click()
    page.get_by_role("navigation", name="Directory").get_by_role("link", name=place).click()
    return page


@pytest.mark.parametrize("size", SIZES)
def test_matrix_leads_to_the_list(browser: Browser, house: House, size: Size) -> None:
    page = opened(browser, house, "Needs by area", size)
    sound(page)
    page.get_by_role("combobox", name="Area").select_option("CA")
    page.get_by_role("button", name="Show").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(["Need", "British Columbia", "Yukon", "Nationwide"])
    sound(page)
    food = table.get_by_role("row", name="Food").first
    expect(food.get_by_role("link").nth(1)).to_contain_text("none")
    food.get_by_role("link").last.click()
    expect(page.get_by_label("City, county, ZIP or state")).to_have_value("Canada")
    expect(page.get_by_role("combobox", name="Need", exact=True)).to_have_value("food")
    page.context.close()


def test_matrix_scrolls_inside_its_box_on_a_phone(browser: Browser, house: House) -> None:
    page = opened(browser, house, "Needs by area", (360, 740, "light"))
    page.goto(house.address + "/directory/matrix?region=CA")
    box = page.get_by_role("region", name="Services by need and area")
    box.evaluate("(box) => box.scrollTo(30, 400)")
    there = box.bounding_box()
    head = page.get_by_role("columnheader", name="Nationwide").bounding_box()
    need = page.get_by_role("rowheader", name="A lawyer").bounding_box()
    assert there and head and need and box.evaluate("(box) => [box.scrollLeft, box.scrollTop]") == [30, 400]
    assert head["y"] == pytest.approx(there["y"], abs=1)
    assert need["x"] == pytest.approx(there["x"], abs=1)
    assert page.evaluate("scrollX") == 0
    page.context.close()


def test_printed_matrix_is_complete_without_colour(browser: Browser, house: House) -> None:
    page = opened(browser, house, "Needs by area", (760, 900, "dark"))
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
    box = page.get_by_role("region", name="Services by need and area")
    assert box.evaluate("(box) => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    fields = page.locator("td a.cell")
    assert all(text.split()[0] == "none" or text.split()[0].isdecimal() for text in fields.all_inner_texts())
    nothing = page.locator("td a.heat0").first
    assert nothing.evaluate("(field) => getComputedStyle(field).borderStyle") == "dashed"
    assert "gradient" in nothing.evaluate("(field) => getComputedStyle(field).backgroundImage")
    page.context.close()


@pytest.mark.parametrize("size", SIZES)
def test_lead_goes_from_the_list_to_the_service(browser: Browser, house: House, doubtful: str, size: Size) -> None:
    page = opened(browser, house, "Verification", size)
    sound(page)
    first = page.get_by_role("region", name="Problems reported")
    expect(first).to_contain_text("Went badly, last reported 20 Nov 2026")
    first.locator(f'a[href$="{doubtful}"]').first.click()
    page.wait_for_url(f"**/{doubtful}")
    page.context.close()


@pytest.mark.usefixtures("doubtful")
def test_printed_list_has_room_to_write(browser: Browser, house: House) -> None:
    page = opened(browser, house, "Verification", (760, 900, "dark"))
    notes = page.get_by_text("Who we asked, and when:").first
    expect(notes).to_be_hidden()
    page.emulate_media(media="print")
    expect(notes).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.context.close()
