"""Fixtures: the app served on a real Redis, with a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect, sync_playwright

from bot.config.settings import load_settings
from bot.runtime.runtime import Runtime
from bot.store.connection import RedisServer
from bot.web import create_app
from tests.support.browser_app import House, Open, be
from tests.support.http_server import free_port, serving
from tests.support.redis_server import RealRedis

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip

# A busy machine is slow, but what never comes still fails the test.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def house(start_redis: Callable[[], RealRedis]) -> Iterator[House]:
    """Serve everything except the worker, in demo mode."""
    port, real = free_port(), start_redis()
    environ = {"DEMO": "1", "PORT": str(port), "VAR_DIR": str(real.folder.parent), "REDIS_URL": real.url,
               "LOCAL_MODEL": "0"}  # fmt: skip
    app = create_app(load_settings(environ))
    house = House(app, f"http://127.0.0.1:{port}")
    _ = house.runtime.hearing.rules  # loaded before the server forks in the product; the first text waits for it here
    with serving(app, port):
        yield house


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Launch the system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation."""
    return house.runtime


@pytest.fixture
def address(house: House) -> str:
    """Return the address of the pages."""
    return house.address


@pytest.fixture
def blank(browser: Browser) -> Iterator[Open]:
    """Return a function that opens an empty page in its own window. An error or dialog on a page fails the test."""
    windows: list[BrowserContext] = []
    faults: list[str] = []

    def refuse(dialog: Dialog) -> None:
        faults.append("a dialog")
        dialog.dismiss()

    def open_page(width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
        window = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        windows.append(window)
        window.set_default_timeout(PATIENCE_MS)
        window.on("weberror", lambda fault: faults.append(str(fault.error)))
        window.on("console", lambda told: faults.append(told.text) if "Security" in told.text else None)
        window.on("dialog", refuse)
        return window.new_page()

    yield open_page
    for window in windows:
        window.close()
    assert faults == []


@pytest.fixture
def at(blank: Open, address: str) -> Open:
    """Return a function that opens a page of the app by its path."""

    def open_page(path: str = "/staff", *size: object) -> Page:
        page = blank(*size)
        page.goto(address + path)
        return page

    return open_page


@pytest.fixture
def opened(blank: Open, address: str) -> Open:
    """Return a function that opens the simulator."""

    def open_page(*size: object, **more: object) -> Page:
        page = blank(*size, **more)
        page.goto(address)
        page.wait_for_selector(".phone")
        return page

    return open_page


@pytest.fixture
def editor(at: Open, address: str, runtime: Runtime) -> Iterator[Open]:
    """Return a function that opens a studio page as an editor. Drafts and editions are undone afterwards."""

    def open_page(path: str, *size: object) -> Page:
        page = at("/staff", *size)
        be(page, "editor")
        page.goto(address + path)
        return page

    yield open_page
    server = RedisServer(runtime.settings.redis_url)
    server.batch([("DEL", key) for key in ("words:at", "words:draft", "words:transcripts")])
    server.close()
    runtime.content.catch_up()
