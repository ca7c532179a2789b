"""The simulator under axe-core, the judge of accessibility that most auditors use: nothing serious may be found.

`vendor/axe.min.js` is axe-core 4.14.1 as published, under the Mozilla Public License 2.0, which stands beside it.
The page's own policy forbids strange scripts, so it is not put into the page but run by the browser's debugger.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from house import Open
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
GRAVE = {"serious", "critical"}
TEXTS = ("hey", "1", "quiero hablar con una persona")


def violations(page: Page) -> list[str]:
    """What axe finds that is serious or worse: the rule, and where."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert found["passes"], "axe looked at nothing"
    return [
        f"{fault['id']}: {fault['help']}: {[node['target'] for node in fault['nodes']]}"
        for fault in found["violations"]
        if fault["impact"] in GRAVE
    ]


def settle(page: Page) -> None:
    """Wait until nothing moves: a colour in the middle of its fading in would be judged."""
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (360, 740)], ids=["laptop", "phone"])
def test_axe_finds_nothing_serious(opened: Open, scheme: str, size: tuple[int, int]) -> None:
    page = opened(*size, scheme)
    assert violations(page) == []  # an empty phone
    phone = page.locator(".phone").first
    for number, words in enumerate(TEXTS, 1):
        phone.get_by_role("textbox").fill(words)
        phone.get_by_role("textbox").press("Enter")
        expect(phone.locator(".theirs")).to_have_count(number)
        expect(phone.locator(".typing")).to_have_count(0)
    phone.get_by_role("button", name="Send a photo").click()
    expect(phone.locator(".theirs")).to_have_count(len(TEXTS) + 1)
    settle(page)
    assert violations(page) == []
    if size[0] < 720:
        page.get_by_text("Try", exact=True).click()  # the sheet over the phone
    page.get_by_role("button", name="Add a phone").click()
    expect(page.locator(".phone[data-phone^=young]")).to_have_count(2)
    settle(page)
    assert violations(page) == []


def test_axe_sees_a_fault_where_there_is_one(opened: Open) -> None:
    page = opened()
    page.evaluate("document.querySelector('.send').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('.send').removeAttribute('title')")
    assert [fault.split(":")[0] for fault in violations(page)] == ["button-name"]
