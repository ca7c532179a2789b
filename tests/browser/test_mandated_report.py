"""Mandated report in a browser: begun on a case, and signed by a lead; desktop and phone, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browser_app import House, Open, be, take, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_caseworker_begins_a_report_and_a_lead_signs_it(
    at: Open, house: House, width: int, height: int, scheme: str
) -> None:
    code = YoungPerson(with_empty_board(house)).share("needs", "area", name="Jay")
    page = at("/console", width, height, scheme)
    be(page, "caseworker")
    take(page, code)
    page.get_by_role("link", name="Mandated report").click()
    expect(page.get_by_label("State or province")).to_have_value("US-CA")
    expect(page.get_by_text("714-940-1000")).to_be_visible()
    sound(page)
    page.get_by_label("What did you hear?").fill("Someone takes them to hotels.")
    page.get_by_label("State or province").select_option("Nevada")
    page.get_by_role("button", name="Show the law").click()
    expect(page.get_by_text("Las Vegas 702-399-0081")).to_be_visible()
    expect(page.get_by_label("What did you hear?")).to_have_value("Someone takes them to hotels.")
    sound(page)
    page.get_by_label("Who does it concern?").fill("The young person of this case")
    page.get_by_label("Agency that you tell").fill("State hotline")
    page.get_by_label("Not yet. Add the rest").check()
    page.get_by_label("Not yet", exact=True).check()
    page.get_by_role("button", name="Keep the report").click()
    expect(page.get_by_role("status")).to_contain_text("A lead reads and signs it")
    report = page.url.partition("?")[0]
    sound(page)
    page.get_by_role("link", name="My mandated reports").click()
    expect(page.get_by_role("listitem").filter(has_text=code)).to_contain_text("Waits for a lead")
    sound(page)
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto(f"{house.address}/console")
    be(page, "lead")
    page.get_by_role("link", name="for a lead's signature").click()
    sound(page)
    page.locator(f'a[href="{report.removeprefix(house.address)}"]').click()
    expect(page.get_by_text("Someone takes them to hotels.")).to_be_visible()
    sound(page)
    page.get_by_role("button", name="Seen and signed").click()
    expect(page.get_by_role("status")).to_contain_text("You have seen and signed this report.")
    sound(page)
