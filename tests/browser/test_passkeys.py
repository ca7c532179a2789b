"""Passkeys in a real browser whose virtual device makes and uses them: added, signed in, unlocked with, removed."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import CDPSession, Page, expect

from bot.actions.cases import CaseActions
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff, known_as, new_id
from bot.staff.credentials import code_at, new_secret
from bot.web.staff.passwords import Passwords
from tests.support.browser_app import House, Open, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

PASSWORD = "tidal lamp oboe crisp"
HALF = "half a thought"


@dataclass
class VirtualDevice:
    """Device in the browser of one page, as a phone or laptop with a screen lock has it."""

    cdp: CDPSession
    id: str

    def set(self, verifies: bool) -> None:
        """Say whether the owner proves themselves at the device."""
        self.cdp.send("WebAuthn.setUserVerified", {"authenticatorId": self.id, "isUserVerified": verifies})

    def passkeys(self) -> list[dict[str, Any]]:
        """List what the device holds."""
        found: list[dict[str, Any]] = self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.id})[
            "credentials"
        ]
        return found

    def turn_back(self) -> None:
        """Set the counter of its passkey back, as in a copy that was made earlier."""
        (passkey,) = self.passkeys()
        self.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": self.id})
        self.cdp.send("WebAuthn.addCredential", {
            "authenticatorId": self.id, "credential": {**passkey, "signCount": 0},
        })  # fmt: skip


def with_device(page: Page) -> VirtualDevice:
    """Give the page's browser a device."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable", {"enableUI": False})
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    made = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return VirtualDevice(cdp, made["authenticatorId"])


@pytest.fixture
def address(house: House) -> str:
    """Return the address that passkeys belong to. A number, such as 127.0.0.1, cannot have passkeys."""
    return house.runtime.settings.public_url


@pytest.fixture
def runtime(house: House) -> Runtime:
    return with_empty_board(house)


@pytest.fixture
def ines(runtime: Runtime) -> Iterator[Staff]:
    """Return a lead who also works on cases. She is deactivated afterwards, so that no other test alerts her."""
    made = new_id()
    roles = frozenset({Role.LEAD, Role.CASEWORKER})
    yield runtime.store.staff.add(
        Staff(
            made, f"ines-{made}", "Inés Rey", roles, int(time.time()), password=Passwords().hash(PASSWORD),
            secret=new_secret(),
        )
    )  # fmt: skip
    runtime.store.staff.change(made, lambda kept: replace(kept, active=False))


def code_for(runtime: Runtime, person: Staff) -> str:
    """Return a code that counts, however many were used within this half minute."""
    runtime.store.staff.change(person.id, lambda kept: replace(kept, last_step=0))
    return code_at(person.secret, int(time.time()))


def enter(page: Page, runtime: Runtime, person: Staff) -> None:
    page.get_by_label("Sign-in name").fill(person.handle)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code from your app").fill(code_for(runtime, person))
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()


def add(page: Page, name: str = "Work laptop") -> None:
    page.get_by_label("Name of the device").fill(name)
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Add a passkey").click()


def added(page: Page, runtime: Runtime, person: Staff) -> None:
    """Sign in with password and code, and add a passkey."""
    enter(page, runtime, person)
    page.goto(f"{runtime.settings.public_url}/staff/account/passkeys")
    add(page)
    expect(page.get_by_role("status")).to_have_text("Passkey added.")


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def path_of(page: Page) -> str:
    return urlsplit(page.url).path


@pytest.mark.parametrize("size", SIZES)
def test_passkey_is_added_signs_in_and_is_removed(
    at: Open, runtime: Runtime, ines: Staff, size: tuple[int, int, str]
) -> None:
    page = at("/staff/login?next=/staff/account", *size)
    device = with_device(page)
    sound(page)
    enter(page, runtime, ines)
    page.get_by_role("link", name="Add a passkey").click()
    sound(page)
    page.get_by_label("Name of the device").fill("Work laptop")
    page.get_by_label("Your password").fill("not the password")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("not your current password")
    sound(page)
    add(page)
    expect(page.get_by_role("status")).to_have_text("Passkey added.")
    expect(page.get_by_text("Not used yet.")).to_be_visible()
    assert [one["rpId"] for one in device.passkeys()] == ["localhost"]
    sound(page)
    add(page, "Work laptop again")
    expect(page.get_by_role("alert")).to_have_text("This device already has a passkey of yours.")

    sign_out(page)
    sound(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    page.goto(f"{runtime.settings.public_url}/staff/account")
    expect(page.locator(".passkeys")).to_contain_text("Last used")
    sound(page)

    page.get_by_role("link", name="Manage passkeys").click()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("status")).to_contain_text("Passkey removed.")
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("That passkey didn't match.")
    sound(page)


def test_passkey_unlocks_with_page_place_and_draft_kept(at: Open, runtime: Runtime, ines: Staff) -> None:
    page = at("/staff/login")
    device = with_device(page)
    added(page, runtime, ines)
    her = YoungPerson(runtime)
    code = her.share("needs", name="Jayden")
    CaseActions(runtime).claim(code, ines.id, known_as(ines.name))
    for number in range(30):
        her.text(f"and another thing, number {number}")
    page.goto(f"{runtime.settings.public_url}/console/{code}")
    box = page.get_by_role("textbox", name="Your text to them")
    box.fill(HALF)
    page.locator(".thread").evaluate("thread => thread.scrollTop = 200")
    box.press("Escape")
    page.keyboard.press("l")
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    press = page.get_by_role("button", name="Unlock with a passkey")
    expect(press).to_be_visible()
    assert "Jayden" not in page.content()
    sound(page)

    device.set(verifies=False)
    press.click()
    expect(page.get_by_role("alert")).to_have_text("No passkey was used. Try again, or use another way.")
    expect(press).to_be_focused()
    assert "Jayden" not in page.content()
    device.set(verifies=True)
    her.text("my mom kicked me out")
    press.click()
    expect(box).to_have_value(HALF)
    expect(page.locator(".text.person .words").last).to_have_text("my mom kicked me out")
    assert page.locator(".thread").evaluate("thread => thread.scrollTop") == 200
    assert path_of(page) == f"/console/{code}"
    box.fill(f"{HALF} more")
    expect(page.locator("#kept")).to_have_text("Draft saved")

    page.get_by_role("button", name="Lock", exact=True).click()
    expect(press).to_be_visible()
    page.reload()  # now the lock page itself
    expect(page).to_have_url(re.compile("/staff/locked"))
    press.click()
    expect(box).to_have_value(f"{HALF} more")


def test_copied_passkey_is_refused_and_the_code_still_works(at: Open, runtime: Runtime, ines: Staff) -> None:
    page = at("/staff/login")
    device = with_device(page)
    added(page, runtime, ines)
    for _ in range(2):
        sign_out(page)
        page.get_by_role("button", name="Sign in with a passkey").click()
        expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    sign_out(page)
    device.turn_back()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("This passkey may have been copied")
    enter(page, runtime, ines)


def test_passkey_is_enough_when_a_recent_check_is_due(at: Open, runtime: Runtime, ines: Staff) -> None:
    page = at("/staff/login")
    with_device(page)
    added(page, runtime, ines)
    page.goto(f"{runtime.settings.public_url}/staff/code?next=/staff/account/app")
    sound(page)
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="New authenticator app")).to_be_visible()


def test_buttons_appear_only_where_the_browser_can(at: Open, house: House, runtime: Runtime, ines: Staff) -> None:
    elsewhere = at("/staff/login")
    elsewhere.goto(f"{house.address}/staff/login")  # by its number, for which no browser has passkeys
    expect(elsewhere.get_by_label("Sign-in name")).to_be_visible()
    elsewhere.wait_for_load_state()
    expect(elsewhere.get_by_role("button", name="Sign in with a passkey")).to_have_count(0)

    page = at("/staff/login")
    with_device(page)
    added(page, runtime, ines)
    address = runtime.settings.public_url
    plain = page.context.browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    tab = plain.new_page()
    tab.goto(f"{address}/staff/account/passkeys")
    expect(tab.get_by_text("This browser can't add a passkey here.")).to_be_visible()
    expect(tab.get_by_role("button", name="Add a passkey")).to_have_count(0)
    tab.get_by_role("button", name="Remove").click()
    expect(tab.get_by_role("status")).to_contain_text("Passkey removed.")
    tab.get_by_role("button", name="Sign out", exact=True).click()
    expect(tab.get_by_role("button", name="Sign in with a passkey")).to_have_count(0)
    enter(tab, runtime, ines)
    plain.close()
