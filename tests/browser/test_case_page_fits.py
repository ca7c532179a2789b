"""The case page on a wide screen and on a phone: no quick reply is cut, and a line parts all that can be done."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.runtime.runtime import Runtime
from tests.browser.test_case_work import at_case
from tests.support.browser_app import Open
from tests.support.page_checks import SIZES
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

CUT = """buttons => buttons.filter(one => {
    const box = one.parentElement.getBoundingClientRect(), own = one.getBoundingClientRect();
    return own.right > box.right + 1 || own.right > innerWidth || one.scrollWidth > one.clientWidth;
}).map(one => one.textContent)"""
LINES = "all => all.slice(1).map(one => getComputedStyle(one).borderTopWidth)"
AROUND = """form => {
    const own = form.getBoundingClientRect(), button = form.querySelector("button").getBoundingClientRect();
    return [button.top - own.top, own.bottom - button.bottom].map(Math.round); }"""


@pytest.mark.parametrize("size", SIZES)
def test_case_page_cuts_no_quick_reply_and_parts_its_acts(
    at: Open, runtime: Runtime, size: tuple[int, int, str]
) -> None:
    page = at_case(at, YoungPerson(runtime).share("needs"), *size)
    expect(page.locator(".quick button").first).to_be_visible()
    assert page.locator(".quick button").evaluate_all(CUT) == []
    parts = page.locator('.acts[data-key="acts"] > *')
    assert set(parts.evaluate_all(LINES)) == {"1px"}
    above, below = page.locator('.acts[data-key="acts"] > form').evaluate(AROUND)
    assert abs(above - below) <= 1
