"""Accessibility of the simulator by axe-core, the tool that most auditors use: it must find nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browser_app import Open
from tests.support.page_checks import findings, sound

pytestmark = pytest.mark.browser

TEXTS = ("hey", "1", "quiero hablar con una persona")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (360, 740)], ids=["laptop", "phone"])
def test_simulator_has_no_axe_findings(opened: Open, scheme: str, size: tuple[int, int]) -> None:
    page = opened(*size, scheme)
    sound(page)  # an empty phone
    phone = page.locator(".phone").first
    for number, words in enumerate(TEXTS, 1):
        phone.get_by_role("textbox").fill(words)
        phone.get_by_role("textbox").press("Enter")
        expect(phone.locator(".theirs")).to_have_count(number)
        expect(phone.locator(".typing")).to_have_count(0)
    phone.get_by_role("button", name="Send a photo").click()
    expect(phone.locator(".theirs")).to_have_count(len(TEXTS) + 1)
    sound(page)
    if size[0] < 720:
        page.get_by_text("Try", exact=True).click()  # the sheet over the phone
    page.get_by_role("button", name="Add a phone").click()
    expect(page.locator(".phone[data-phone^=young]")).to_have_count(2)
    sound(page)


def test_axe_detects_a_planted_fault(opened: Open) -> None:
    page = opened()
    page.evaluate("document.querySelector('.send').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('.send').removeAttribute('title')")
    assert [fault.split(":")[0] for fault in findings(page)] == ["button-name"]
