"""Rota and legally required disclosures in a browser: desktop and phone, light and dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.support.browser_app import House, Open, be
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_caseworker_goes_on_call_and_sets_the_week(at: Open, width: int, height: int, scheme: str) -> None:
    page = at("/console/rota", width, height, scheme)
    be(page, "caseworker")
    page.get_by_role("link", name="On call").click()
    sound(page)
    page.get_by_label("On call until").or_(page.get_by_label("New end time")).fill("18:30")
    page.get_by_role("button", name="Go on call").click()
    expect(page.get_by_text("(added manually).")).to_be_visible()
    page.get_by_role("link", name="Change hours").click()
    page.get_by_label("Friday").fill("22:00-06:00")
    page.get_by_label("Tuesday").fill("9 to five")
    page.get_by_role("button", name="Save hours").click()
    expect(page.get_by_role("alert")).to_contain_text("check the times for 1 day")
    expect(page.get_by_label("Friday")).to_have_value("22:00-06:00")
    sound(page)
    page.get_by_label("Tuesday").fill("09:00-17:00")
    page.get_by_role("button", name="Save hours").click()
    friday = page.get_by_role("row", name=re.compile("^Friday"))
    expect(friday).to_contain_text("Sam Rivera 22:00 to 06:00 on Saturday")
    expect(friday).to_contain_text("09:00 to 21:00")
    sound(page)
    page.get_by_role("button", name="End shift").click()
    expect(page.get_by_role("status")).to_contain_text("Weekly hours haven't changed")


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_lead_records_a_disclosure(at: Open, house: House, width: int, height: int, scheme: str) -> None:
    code = YoungPerson(house.runtime).just_talk()
    page = at(f"/console/{code}/disclosure", width, height, scheme)
    be(page, "lead")
    sound(page)
    page.get_by_label("Mandated report").check()
    page.get_by_label("Who did you tell?").fill("County child abuse hotline")
    page.get_by_label("Why?").fill("The state's law on reporting; Robin and counsel decided.")
    page.get_by_label("Yes, before").check()
    page.get_by_role("button", name="Record disclosure").click()
    expect(page.get_by_role("alert")).to_contain_text("fix 1 problem")
    expect(page.get_by_label("Who did you tell?")).to_have_value("County child abuse hotline")
    sound(page)
    page.get_by_label("Area").check()
    page.get_by_role("button", name="Record disclosure").click()
    expect(page.get_by_role("row", name=code)).to_contain_text("County child abuse hotline")
    sound(page)
    page.goto(f"{house.address}/console/{code}")
    page.get_by_text("Timeline").click()
    expect(page.locator(".timeline")).to_contain_text("A disclosure required by law was recorded")
