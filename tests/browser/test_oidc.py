"""In by an identity provider, in a real browser: the pages on the way, and that the strict rules let it through."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from beside import beside
from house import House
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.casework.credentials import code_at
from bot.casework.staff import Role, Staff
from bot.config import Oidc
from bot.conversation import Conversation
from bot.store.staff import StaffStore
from tests.web.identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
FINDINGS = """axe.run().then((found) => found.violations.map((fault) =>
  `${fault.id}: ${fault.nodes.map((node) => node.target).join(", ")}`))"""
SIZES = [(1280, 800, "light"), (360, 740, "dark")]

At = Callable[..., Page]


@pytest.fixture(scope="module")
def provider() -> Iterator[IdentityProvider]:
    """The agency's."""
    with identity_provider(lambda: int(time.time())) as running:
        yield running


@pytest.fixture(scope="module")
def agency(house: House, provider: IdentityProvider) -> Iterator[House]:
    """The same house, of an agency with a provider."""
    with beside(house, {"oidc": Oidc(provider.issuer, CLIENT, SECRET, "Oak County", (), True)}) as served:
        yield served


@pytest.fixture
def at(browser: Browser, agency: House) -> Iterator[At]:
    """Opens a page in a window of its own; anything the page complains of fails the test."""
    windows: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(path: str, width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
        window = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        windows.append(window)
        page = window.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text) if "Security" in told.text else None)
        page.goto(agency.address + path)
        return page

    yield open_page
    for window in windows:
        window.close()
    assert faults == []


@pytest.fixture
def store(agency: House) -> StaffStore:
    """The colleagues."""
    held: Conversation = agency.app.extensions["warmline"]
    return held.parts.store.staff


def sound(page: Page) -> None:
    """Nothing scrolls sideways, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], page.url  # type: ignore[index]
    page.evaluate(AXE)
    assert page.evaluate(FINDINGS) == [], page.url


def invited(store: StaffStore) -> tuple[Staff, str]:
    person, token = store.invite("Ana", frozenset({Role.LEAD}), int(time.time()))
    return person, f"/staff/join/{token}"


def press(page: Page) -> None:
    page.get_by_role("button", name="Sign in with Oak County").click()


@pytest.mark.parametrize("size", SIZES)
def test_a_colleague_joins_and_signs_in_by_the_provider(
    at: At, store: StaffStore, provider: IdentityProvider, size: tuple[int, int, str]
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
    page.get_by_role("link", name="Colleagues").click()
    page.get_by_role("link", name="Invite somebody").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Once more, please")
    sound(page)
    provider.claims = {"amr": ["mfa"]}
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Invite somebody")


@pytest.mark.parametrize("size", SIZES)
def test_a_code_of_ours_is_asked_for_where_the_provider_shows_no_second_step(
    at: At, store: StaffStore, provider: IdentityProvider, size: tuple[int, int, str]
) -> None:
    vars(provider).update(vars(IdentityProvider(provider.issuer, provider.clock, f"weak {size}")))
    provider.claims = {"amr": ["pwd"]}
    person, link = invited(store)
    page = at(link, *size)
    press(page)
    page.get_by_text("Type it in by hand").click()
    secret = "".join(page.locator(".key").inner_text().split())
    page.get_by_label("Code from your app").fill(code_at(secret, int(time.time())))
    page.get_by_role("button", name="Join", exact=True).click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your code, please")
    sound(page)
    page.get_by_label("Code from your app").fill(code_at(secret, int(time.time()) + 30))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Board")
    assert store.get(person.id)


def test_the_page_on_the_way_stands_by_itself(at: At, provider: IdentityProvider) -> None:
    """Where a browser does not go on by itself, the page says where to, and a click does it."""
    page = at("/staff/login")
    page.route(f"{provider.issuer}/**", lambda route: route.fulfill(status=204))  # it stays where it is
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("One moment")
    sound(page)
    assert page.get_by_role("link", name="Go there now").get_attribute("href").startswith(provider.issuer)  # type: ignore[union-attr]


def test_who_is_refused_is_told_so_calmly(at: At, provider: IdentityProvider) -> None:
    vars(provider).update(vars(IdentityProvider(provider.issuer, provider.clock, "nobody")))
    page = at("/staff/login", 360, 740, "dark")
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("You are not known here")
    sound(page)
