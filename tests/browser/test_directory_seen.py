"""Directory pages in a browser: sound at both sizes; a service is vetted until the bot offers it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.directory.directory import Directory
from bot.directory.vetting import MUST
from bot.runtime.runtime import Runtime
from bot.store.connection import RedisServer
from bot.web import create_app
from tests.support.app import with_directory
from tests.support.browser_app import House
from tests.support.http_server import serving
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

STORY = ("hey", "1", "ok", "need a place to sleep tonight", "santa ana ca")
NAME = "Project CHOICE"


@pytest.fixture
def runtime(house: House) -> Iterator[Runtime]:
    """Yield the app's conversation, with the shipped directory before and after."""
    held: Runtime = house.app.extensions["warmline"]
    yield held
    server = RedisServer(held.settings.redis_url)
    for key in server.call("KEYS", "directory:*"):
        server.call("DEL", key)
    server.close()
    held.directory.catch_up()


@pytest.fixture
def strict(runtime: Runtime) -> Runtime:
    """Return it outside demo mode with the full rules, reached through the demo sign-in."""
    shown = runtime.directory.now
    return with_directory(runtime, Directory(shown, shown.country, clock=runtime.clock))


def opened(browser: Browser, address: str, width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
    """Open the directory as a lead. Errors on the page fail the test."""
    window = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = window.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda told: pytest.fail(told.text) if "Security" in told.text else None)
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(address + "/staff")
    page.get_by_role("button", name="Sign in as a lead (demo)").click()
    page.get_by_role("link", name="Directory").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Directory")
    return page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("runtime")
def test_every_directory_page_is_sound(browser: Browser, house: House, size: tuple[int, int, str]) -> None:
    page = opened(browser, house.address, *size)
    sound(page)
    page.get_by_text("More filters").click()
    sound(page)
    page.get_by_label("City, county, ZIP or state").fill("nowhere at all")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("We don't know that place")
    sound(page)
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    sound(page)
    page.get_by_role("link", name="Vet", exact=True).click()
    page.get_by_role("button", name="Save answers").click()
    expect(page.get_by_role("alert")).to_contain_text("Answer at least one question")
    sound(page)
    page.go_back()
    page.go_back()
    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_label("Minimum age in years").fill("eleven")
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_label("Minimum age in years")).to_have_value("eleven")
    expect(page.get_by_label("Minimum age in years")).to_have_attribute("aria-invalid", "true")
    sound(page)
    page.goto(f"{house.address}/directory/new")
    sound(page)
    page.context.close()


@pytest.mark.usefixtures("runtime")
def test_inquiry_is_copied_and_characters_are_counted_while_typing(browser: Browser, house: House) -> None:
    page = opened(browser, house.address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name=NAME).click()
    page.get_by_text("Choose questions").click()
    page.get_by_role("checkbox", name="Children").check()
    page.get_by_role("button", name="Create text").click()
    sound(page)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert "Can they bring their child?" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("link", name=NAME).click()
    said = page.locator("figure", has_text="The offer, English").locator("p").last.inner_text()
    page.get_by_role("link", name="Edit", exact=True).click()
    told = page.get_by_label("Description, English")
    size = page.locator("[id='told.en-size']")
    expect(size).to_have_text(said)  # the same count as the server's
    told.press("End")
    told.fill("x" * 600)
    expect(size).to_contain_text("too long. Shorten it")
    told.fill("A drop-in for you, free. ")
    expect(size).to_have_text("2 texts")
    told.fill("A drop-in for you \u2013 free. ")
    expect(size).to_contain_text("3 texts")  # one letter that takes extra space changes the count
    page.context.close()


def test_vetted_and_verified_service_is_then_offered(browser: Browser, strict: Runtime) -> None:
    service = next(one for one in strict.directory.now if one.name == NAME)
    told = service.told["en"]
    assert told not in YoungPerson(strict).text(*STORY).text
    with serving(create_app(runtime=strict)) as port:
        page = opened(browser, f"http://127.0.0.1:{port}")
        expect(page.get_by_text("Example data")).to_have_count(0)
        page.get_by_label("Name, organization or keyword").fill("project choice")
        page.get_by_role("button", name="Search", exact=True).click()
        expect(page.get_by_role("row", name=NAME)).to_contain_text("Not vetted")
        page.get_by_role("link", name=NAME).click()
        page.get_by_role("link", name="Vet", exact=True).click()
        page.get_by_label("Who you asked (role)").first.fill("intake worker")
        for factor in MUST:
            page.locator(f"#{factor}").get_by_label("Yes", exact=True).check()
        page.get_by_role("button", name="Save answers").click()
        expect(page.locator(".tag", has_text="Needs verification")).to_be_visible()
        assert told not in YoungPerson(strict).text(*STORY).text
        page.get_by_label("I asked them or checked myself").check()
        page.get_by_role("button", name="Mark as verified today").click()
        expect(page.get_by_text("The bot can offer it until")).to_be_visible()
        sound(page)
        page.context.close()
    assert told in YoungPerson(strict).text(*STORY).text
