"""Picture of the studio for the README, part of `make pictures`: a message being edited, stopped by a check."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

ENGLISH = "That’s ok. Text any time, and nobody will know. Is now ok? Or later?"


def be_ana(page: Page) -> None:
    """Sign in as the demo's editor."""
    page.get_by_role("button", name="Sign in as an editor (demo)").click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()


def studio(browser: Browser, address: str, zone: str) -> Page:
    """Prepare a message's page. The typed text is checked, and none of it is published."""
    window = browser.new_context(
        viewport={"width": 1280, "height": 1160}, timezone_id=zone, locale="en-US", reduced_motion="reduce"
    )
    page = window.new_page()
    page.goto(f"{address}/staff/login?next=/studio/message/messages/welcome.later")
    be_ana(page)
    with page.expect_response("**/studio/check"):
        page.get_by_role("textbox", name="Text, English", exact=True).fill(ENGLISH)
    expect(page.locator("#state")).to_contain_text("Checked")
    return page
