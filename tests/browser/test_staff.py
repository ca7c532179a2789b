"""Staff pages in a browser: joining with a second factor; desktop and phone, light and dark."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from bot.staff.accounts import Role
from bot.staff.credentials import code_at
from tests.support.browser_app import House, Open, be
from tests.support.page_checks import SIZES, sound

pytestmark = pytest.mark.browser

PASSWORD = "tidal lamp oboe crisp"


def choose_a_password(page: Page) -> None:
    """Try a password that is easy to guess, which is refused; then a good one."""
    page.get_by_label("Choose a password").fill("123456789012")
    page.get_by_label("Confirm password").fill("123456789012")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("easy to guess")
    sound(page)
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_label("Confirm password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_invited_person_joins_and_signs_in(at: Open, house: House, width: int, height: int, scheme: str) -> None:
    page = at("/staff/people", width, height, scheme)
    sound(page)
    be(page, "lead")
    sound(page)
    page.get_by_role("link", name="Invite a team member").click()
    page.get_by_label("Name, as").fill("Ana-María Vázquez de la Torre y González")
    page.get_by_label("Caseworker").check()
    sound(page)
    page.get_by_role("button", name="Create link").click()
    link = page.locator(".link").inner_text().replace("localhost", "127.0.0.1")
    sound(page)
    page.reload()
    expect(page.locator(".link")).to_have_count(0)
    for name in ("Team", "Audit log", "Robin Park"):
        page.get_by_role("banner").get_by_role("link", name=name).click()
        sound(page)
    page.goto(house.address + "/staff/code")
    sound(page)
    page.goto(house.address + "/staff/people/nobody")
    sound(page)

    newcomer = at(link.removeprefix(house.address), width, height, scheme)
    sound(newcomer)
    choose_a_password(newcomer)
    expect(newcomer.get_by_role("img", name="QR code")).to_be_visible()
    expect(newcomer.get_by_role("img", name="QR code")).to_have_js_property("complete", True)
    assert newcomer.get_by_role("img", name="QR code").evaluate("node => node.naturalWidth") > 100
    newcomer.get_by_text("Enter the key manually").click()
    secret = re.sub(r"\s", "", newcomer.locator(".key").inner_text())
    sound(newcomer)
    newcomer.get_by_label("Code from your app").fill(code_at(secret, int(time.time())))
    newcomer.get_by_role("button", name="Join", exact=True).click()
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    expect(newcomer.locator(".recovery li")).to_have_count(10)
    sound(newcomer)
    newcomer.get_by_role("link", name="Continue").click()
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("Alerts")
    sound(newcomer)
    newcomer.get_by_role("banner").get_by_role("link", name="Ana-María").click()
    expect(newcomer.get_by_role("heading", level=1)).to_contain_text("Ana-María")
    sound(newcomer)
    handle = newcomer.locator("dd.mono").inner_text()
    newcomer.get_by_role("button", name="Sign out", exact=True).click()

    newcomer.get_by_label("Sign-in name").fill(handle)
    newcomer.get_by_label("Password").fill(PASSWORD)
    newcomer.get_by_label("Code from your app").fill(code_at(secret, int(time.time()) + 30))
    newcomer.keyboard.press("Enter")
    expect(newcomer.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    newcomer.goto(link)
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("This invitation has expired")
    sound(newcomer)


def test_deactivated_account_is_out_at_the_next_click(at: Open, house: House) -> None:
    theirs, ours = at(), at("/staff/people")
    be(theirs, "caseworker")
    be(ours, "lead")
    ours.get_by_role("link", name="Sam Rivera").click()
    ours.get_by_role("button", name="Deactivate").click()
    expect(ours.get_by_role("status")).to_contain_text("They are signed out and can't sign in")
    theirs.reload()
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Sign in")
    person = house.runtime.store.staff.by_handle("demo-sam")
    assert person and not person.active and person.roles == {Role.CASEWORKER}


def test_navigation_follows_roles_and_works_by_keyboard(at: Open) -> None:
    page = at("/staff/account")
    be(page, "caseworker")
    expect(page.get_by_role("link", name="Audit")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Number")).to_be_focused()
    page.keyboard.type("+1 555 555 0123")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("We sent a code to your phone")
    expect(page.get_by_text("Your number ending in 23 is not checked yet.")).to_be_visible()
    for control in page.locator("button, input:not([type=hidden])").all():
        assert control.evaluate("node => node.labels?.length || node.textContent.trim()")


def test_foreign_page_cannot_post(at: Open, house: House) -> None:
    page = at()
    be(page, "caseworker")
    stranger = page.context.new_page()
    stranger.route("http://evil.example/", lambda route: route.fulfill(
        content_type="text/html",
        body=f"<form method=post action='{house.address}/staff/account/out'><button>x</button></form>",
    ))  # fmt: skip
    stranger.goto("http://evil.example/")
    stranger.get_by_role("button").click()
    stranger.wait_for_load_state()
    page.reload()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_navigation_is_visible_on_a_phone(at: Open, scheme: str) -> None:
    page = at("/console", 360, 740, scheme)
    be(page, "lead")
    ways = page.get_by_role("navigation", name="Main")
    for way in ways.get_by_role("link").all():
        found = way.bounding_box()
        assert found and found["x"] >= 0 and found["x"] + found["width"] <= 360, way.inner_text()
    assert ways.evaluate("ways => ways.scrollWidth <= ways.clientWidth")
    sound(page)
