"""A colleague's own account in a browser: a lost phone, a new one, and a new password."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from bot.staff.accounts import Role, Staff, new_id
from bot.staff.credentials import code_at, new_secret
from bot.staff.recovery import hash_codes, new_codes
from bot.web.staff.passwords import Passwords
from tests.support.browser_app import House, Open
from tests.support.page_checks import SIZES, sound

pytestmark = pytest.mark.browser

PASSWORD, NEW = "tidal lamp oboe crisp", "velvet crane onion dusk"


def colleague(house: House, codes: tuple[str, ...]) -> Staff:
    """Create a lead who has joined, and has these recovery codes."""
    made = new_id()
    return house.runtime.store.staff.add(
        Staff(
            made, f"ines-{made}", "Inés Rey", frozenset({Role.LEAD}), int(time.time()),
            password=Passwords().hash(PASSWORD), secret=new_secret(), recovery=hash_codes(made, codes),
        )
    )  # fmt: skip


def enter(page: Page, handle: str, password: str, label: str, code: str) -> None:
    """Fill in the sign-in form and send it."""
    page.get_by_label("Sign-in name").fill(handle)
    page.get_by_label("Password").fill(password)
    page.get_by_label(label).fill(code)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_lost_phone_is_replaced_and_password_changed(
    at: Open, house: House, width: int, height: int, scheme: str
) -> None:
    codes = new_codes()
    person = colleague(house, codes)
    page = at("/staff/login?next=/staff/account", width, height, scheme)
    sound(page)
    page.get_by_role("link", name="Use a recovery code").click()
    enter(page, person.handle, PASSWORD, "Recovery code", "k7qm-x2ab-9fgh")
    expect(page.get_by_role("alert")).to_contain_text("That didn't match")
    sound(page)
    enter(page, person.handle, PASSWORD, "Recovery code", codes[0].upper())
    expect(page.get_by_role("status")).to_have_text("You used a recovery code. 9 are left.")
    sound(page)

    page.get_by_role("link", name="Set up a new authenticator app").click()
    expect(page.get_by_role("img", name="QR code")).to_have_js_property("complete", True)
    sound(page)
    page.get_by_text("Enter the key manually").click()
    secret = re.sub(r"\s", "", page.locator(".key").inner_text())
    page.get_by_label("Code from your app").fill(code_at(secret, int(time.time())))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Change app").click()
    expect(page.locator(".recovery li")).to_have_count(10)
    made = page.locator(".recovery li").all_inner_texts()
    assert not set(made) & set(codes)
    sound(page)
    page.reload()
    expect(page.locator(".recovery li")).to_have_count(0)
    page.get_by_role("link", name="Continue").click()
    expect(page.get_by_text("You have 10 recovery codes left.")).to_be_visible()
    sound(page)

    page.get_by_role("link", name="Change password").click()
    for old, told in (("not the old one", "not your current password"), (PASSWORD, "")):
        page.get_by_label("Current password").fill(old)
        page.get_by_label("New password", exact=True).fill(NEW)
        page.get_by_label("Confirm new password").fill(NEW)
        page.get_by_role("button", name="Change password").click()
        expect(page.get_by_role("alert" if told else "status")).to_contain_text(told or "Password saved.")
        sound(page)
    page.get_by_role("button", name="Sign out", exact=True).click()
    enter(page, person.handle, NEW, "Code from your app", code_at(secret, int(time.time()) + 30))
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
