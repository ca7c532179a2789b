"""The whole app, really served on a real Redis, and a real browser in front of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from house import House, Open
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bot.config import load_settings
from bot.embedded import embedded_redis
from bot.web import create_app
from tests.serving import free_port, serving

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Everything but the worker, in demo mode."""
    port = free_port()
    var_dir = tmp_path_factory.mktemp("var")
    with embedded_redis(var_dir) as redis_url:
        environ = {"DEMO": "1", "PORT": str(port), "VAR_DIR": str(var_dir), "REDIS_URL": redis_url}
        app = create_app(load_settings(environ))
        with serving(app, port):
            yield House(app, f"http://127.0.0.1:{port}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, house: House) -> Iterator[Open]:
    """Opens the simulator in a browser window of its own; a fault on the page fails the test."""
    windows: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
        window = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        windows.append(window)
        page = window.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(house.address)
        page.wait_for_selector(".phone")
        return page

    yield open_page
    for window in windows:
        window.close()
    assert faults == []
