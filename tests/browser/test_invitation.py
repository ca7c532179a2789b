"""Joining by the invitation link and by pasting it: what the server, the Referer header and the history see of it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.staff.accounts import Role
from bot.staff.credentials import code_at
from tests.browser.conftest import FLAGS
from tests.support.browser_app import House, Open
from tests.support.page_checks import SIZES, sound
from tests.support.second_browser import beside

pytestmark = pytest.mark.browser

PASSWORD = "tidal lamp oboe crisp"


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Return what the server was sent before the body of each request, as an access log could hold it."""
    return []


@pytest.fixture(scope="module")
def house(house: House, asked: list[str]) -> Iterator[House]:
    """Serve the same app, and write down every request line and header."""
    with beside(house) as served:
        inner = served.app.wsgi_app

        def logged(environ: dict[str, object], start: Callable[..., object]) -> Iterable[bytes]:
            asked.append(repr({name: value for name, value in environ.items() if isinstance(value, str)}))
            return inner(environ, start)  # type: ignore[arg-type]

        served.app.wsgi_app = logged  # type: ignore[method-assign, assignment]
        yield served


def invited(house: House) -> str:
    """Return the token of a new invitation."""
    return house.runtime.store.staff.invite("Ana", frozenset({Role.CASEWORKER}), int(time.time()))[1]


def join(page: Page) -> None:
    """Go through both steps, from the page that asks for a password."""
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_label("Confirm password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Enter the key manually").click()
    secret = "".join(page.locator(".key").inner_text().split())
    page.get_by_label("Code from your app").fill(code_at(secret, int(time.time())))
    page.get_by_role("button", name="Join", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")


def test_link_joins_and_no_request_or_history_entry_holds_its_token(at: Open, house: House, asked: list[str]) -> None:
    token = invited(house)
    asked.clear()
    page = at(f"/staff/join#{token}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Ana")
    assert page.url == f"{house.address}/staff/join"
    join(page)
    assert len(asked) >= 6
    assert not any(token in line for line in asked)
    history = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
    seen = [entry[kind] for entry in history["entries"] for kind in ("url", "userTypedURL")]
    assert f"{house.address}/staff/join" in seen
    assert not any(token in address for address in seen)


def test_link_pasted_into_the_page_joins_without_script(browser: Browser, house: House, asked: list[str]) -> None:
    token = invited(house)
    asked.clear()
    window = browser.new_context(java_script_enabled=False)
    try:
        page = window.new_page()
        page.goto(f"{house.address}/staff/join#{token}")
        expect(page.get_by_role("heading", level=1)).to_have_text("Open your invitation")
        page.get_by_label("Paste your invitation link").fill(token[:-1])
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("alert")).to_contain_text("This isn't a whole link or code")
        page.get_by_label("Paste your invitation link").fill(f"{house.address}/staff/join#{token}")
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Ana")
        join(page)
        assert not any(token in line for line in asked)
    finally:
        window.close()


@pytest.mark.parametrize("size", SIZES)
def test_page_that_takes_the_link_is_sound(at: Open, size: tuple[int, int, str]) -> None:
    page = at("/staff/join", *size)
    sound(page)
    page.get_by_label("Paste your invitation link").fill("half a link")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_be_visible()
    sound(page)


def test_link_put_into_the_address_of_the_open_page_works(at: Open, house: House) -> None:
    page = at("/staff/join")
    page.evaluate("token => location.hash = token", invited(house))
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Ana")


def test_pasted_link_stays_out_of_the_history_on_disk_and_an_opened_one_out_of_its_paths(
    browser: Browser, house: House, tmp_path: Path
) -> None:
    """A browser files the address that was opened, fragment and all. It is used up by joining."""
    pasted, opened = invited(house), invited(house)
    with browser.browser_type.launch_persistent_context(
        str(tmp_path), executable_path="/usr/bin/chromium", args=FLAGS
    ) as window:
        page = window.pages[0]
        page.goto(f"{house.address}/staff/join")
        page.get_by_label("Paste your invitation link").fill(f"{house.address}/staff/join#{pasted}")
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Ana")
        page.goto(f"{house.address}/staff/join#{opened}")
        expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Ana")
    with closing(sqlite3.connect(tmp_path / "Default" / "History")) as kept:
        filed = [address for (address,) in kept.execute("select url from urls")]
    assert f"{house.address}/staff/join" in filed
    assert not any(pasted in address for address in filed)
    assert not any(opened in address.partition("#")[0] for address in filed)
