"""Sign-in through an identity provider in a browser: the pages on the way work under the strict headers."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bot.config.settings import Oidc
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff
from bot.staff.credentials import code_at
from bot.store.staff import StaffStore
from tests.support.browser_app import House, Open
from tests.support.identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider
from tests.support.page_checks import SIZES, sound
from tests.support.second_browser import beside

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def provider() -> Iterator[IdentityProvider]:
    """Run the agency's provider."""
    with identity_provider(lambda: int(time.time())) as running:
        yield running


@pytest.fixture(scope="module")
def house(house: House, provider: IdentityProvider) -> Iterator[House]:
    """Serve the same app for an agency with a provider."""
    with beside(house, {"oidc": Oidc(provider.issuer, CLIENT, SECRET, "Oak County", (), True)}) as served:
        yield served


@pytest.fixture
def store(runtime: Runtime) -> StaffStore:
    """Return the staff accounts."""
    return runtime.store.staff


def invited(store: StaffStore) -> tuple[Staff, str]:
    person, token = store.invite("Ana", frozenset({Role.LEAD}), int(time.time()))
    return person, f"/staff/join#{token}"


def press(page: Page) -> None:
    page.get_by_role("button", name="Sign in with Oak County").click()


@pytest.mark.parametrize("size", SIZES)
def test_staff_join_and_sign_in_through_the_provider(
    at: Open, store: StaffStore, provider: IdentityProvider, size: tuple[int, int, str]
) -> None:
    vars(provider).update(vars(IdentityProvider(provider.issuer, provider.clock, f"strong {size}")))
    _, link = invited(store)
    page = at(link, *size)
    sound(page)
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Board")
    page.get_by_role("button", name="Sign out", exact=True).click()
    sound(page)
    press(page)
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    page.get_by_role("button", name="Sign out", exact=True).click()

    provider.claims = {"auth_time": int(time.time()) - 3600, "amr": ["mfa"]}
    press(page)
    page.get_by_role("link", name="Team").click()
    page.get_by_role("link", name="Invite a team member").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in again")
    sound(page)
    provider.claims = {"amr": ["mfa"]}
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Invite a team member")


@pytest.mark.parametrize("size", SIZES)
def test_own_code_is_asked_for_without_the_providers_second_factor(
    at: Open, store: StaffStore, provider: IdentityProvider, size: tuple[int, int, str]
) -> None:
    vars(provider).update(vars(IdentityProvider(provider.issuer, provider.clock, f"weak {size}")))
    provider.claims = {"amr": ["pwd"]}
    person, link = invited(store)
    page = at(link, *size)
    press(page)
    page.get_by_text("Enter the key manually").click()
    secret = "".join(page.locator(".key").inner_text().split())
    page.get_by_label("Code from your app").fill(code_at(secret, int(time.time())))
    page.get_by_role("button", name="Join", exact=True).click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Enter your code")
    sound(page)
    page.get_by_label("Code from your app").fill(code_at(secret, int(time.time()) + 30))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Board")
    assert store.get(person.id)


def test_redirect_page_works_by_itself(at: Open, provider: IdentityProvider) -> None:
    """If the browser does not continue by itself, the page says where to go, and a click does it."""
    page = at("/staff/login")
    page.route(f"{provider.issuer}/**", lambda route: route.fulfill(status=204))  # it stays on this page
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("One moment")
    sound(page)
    assert page.get_by_role("link", name="Continue now").get_attribute("href").startswith(provider.issuer)  # type: ignore[union-attr]


def test_refused_sign_in_is_explained_calmly(at: Open, provider: IdentityProvider) -> None:
    vars(provider).update(vars(IdentityProvider(provider.issuer, provider.clock, "nobody")))
    page = at("/staff/login", 360, 740, "dark")
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("You don't have an account here")
    sound(page)
