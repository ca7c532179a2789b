"""Practice in a browser: a colleague's first talk, from the button on the board to the end, and no real request."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, expect

from bot.content.practice import made_up
from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be, take, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

JAY = made_up().people["bed_tonight"]


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board."""
    return with_empty_board(house)


@pytest.fixture(autouse=True)
def no_practice_afterwards(runtime: Runtime) -> Iterator[None]:
    """End practice of the demo's people."""
    yield
    for who in runtime.store.staff.everybody():
        runtime.store.practice.end(who.id)


def practise(at: Open, *size: object, kind: str = "caseworker") -> Page:
    """Sign in and press the button on the real board."""
    page = at("/staff/login?next=/console", *size)
    be(page, kind)
    page.get_by_role("button", name="Practise").click()
    page.wait_for_url("**/practice/console")
    expect(page.get_by_text("These people are made up.")).to_be_visible()
    return page


def open_jay(page: Page) -> str:
    """Take the person who needs a bed, and open the talk."""
    code = page.locator(".entry", has_text="Jay").get_attribute("data-code")
    assert code
    take(page, code)
    return code


def test_first_talk_by_the_real_page_and_its_scripts(at: Open, runtime: Runtime) -> None:
    her = YoungPerson(runtime)
    real = her.share("needs", name="Marabel")
    page = practise(at)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(re.sub(r"^https?://[^/]+", "", request.url))

    page.on("request", note)
    expect(page.locator(".entry")).to_have_count(len(made_up().people))
    expect(page.get_by_text("Marabel")).to_have_count(0)
    code = open_jay(page)
    page.get_by_label("Your text to them").fill("hi, i am sam. are you safe?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".text.person .words").last).to_have_text(JAY.safety)
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").last.fill("Marabel")
    page.wait_for_timeout(800)
    expect(page.get_by_role("option", name=re.compile("Marabel"))).to_have_count(0)
    page.keyboard.press("Escape")
    page.locator("details.services summary").click()
    page.get_by_label("What do they need?").fill("bed tonight")
    page.get_by_role("button", name="Put in reply").first.click()
    expect(page.get_by_label("Your text to them")).not_to_have_value("")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".text.person .words").last).to_have_text(JAY.offered)
    page.get_by_label("A note for colleagues").fill("asked about id")
    page.get_by_role("button", name="Add note").click()
    expect(page.locator(".notes article")).to_have_count(1)
    page.get_by_text("Close", exact=True).click()
    page.get_by_label("Got a service").or_(page.get_by_role("radio").first).first.check()
    page.get_by_role("button", name="Close the case").click()
    expect(page.get_by_text("Outcome:")).to_be_visible()
    page.get_by_role("button", name="End practice").click()
    expect(page.get_by_text("Practice has ended.")).to_be_visible()
    for step in ("talk", "service"):
        expect(page.locator(f"#{step} .tag")).to_have_text("✓ Done")
    expect(page.locator("#hand_over .tag")).to_have_text("○ Open")
    real_console = [path for path in asked if path.startswith("/console")]
    assert real_console == []
    assert any(path.startswith(f"/practice/console/{code}/live") for path in asked)
    case = runtime.store.cases.get(real)
    assert case
    assert case.owner == ""


def test_practice_without_script(at: Open, house: House) -> None:
    page = practise(at)
    window = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    window.add_cookies(
        [{"name": one["name"], "value": one["value"], "url": house.address} for one in page.context.cookies()]
    )
    plain = window.new_page()
    plain.goto(f"{house.address}/practice/console")
    row = plain.locator(".entry", has_text="Jay")
    row.get_by_role("button", name="Take").click()
    expect(plain).to_have_url(re.compile("/practice/console/"))
    plain.get_by_label("Your text to them").fill("hello")
    plain.get_by_role("button", name="Send").click()
    expect(plain.locator(".text.staff .words")).to_have_text("hello")
    plain.wait_for_timeout(6000)
    plain.reload()
    expect(plain.locator(".text.person .words")).to_have_text(JAY.greeting)
    window.close()


def test_lock_in_practice_leads_back_to_practice(at: Open, address: str) -> None:
    page = practise(at)
    code = open_jay(page)
    page.get_by_role("button", name="Lock", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("Locked|locked"))).to_be_visible()
    shown = page.get_by_text(re.compile("your app would show")).inner_text()
    page.get_by_label("Code from your app").fill(re.findall(r"\d{6}", shown)[0])
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_role("heading", name=f"Case {code}")).to_be_visible()
    assert page.url == f"{address}/practice/console/{code}"


def test_lock_is_tried_from_the_list_and_ticked(at: Open) -> None:
    page = at("/staff/login?next=/staff/first-hour")
    be(page, "lead")
    expect(page.get_by_role("heading", name="My first hour")).to_be_visible()
    page.get_by_role("button", name="Lock now").click()
    shown = page.get_by_text(re.compile("your app would show")).inner_text()
    page.get_by_label("Code from your app").fill(re.findall(r"\d{6}", shown)[0])
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_role("heading", name="My first hour")).to_be_visible()
    expect(page.locator("#lock .tag")).to_have_text("✓ Done")


def test_end_in_another_tab_is_told(at: Open, runtime: Runtime) -> None:
    page = practise(at)
    open_jay(page)
    sam = runtime.store.staff.by_handle("demo-sam")
    assert sam
    runtime.store.practice.end(sam.id)
    expect(page.get_by_text("You no longer have access to this page.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Practice has ended.")).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_pages_are_sound(at: Open, address: str, size: tuple[int, int, str]) -> None:
    page = practise(at, *size, kind="lead")
    sound(page)
    code = open_jay(page)
    sound(page)
    for path in ("/practice/console/end-shift", f"/practice/console/{code}/report", "/practice/console/reports",
                 "/staff/first-hour", "/console"):  # fmt: skip
        page.goto(address + path)
        sound(page)
    page.goto(f"{address}/practice/console")
    page.get_by_role("button", name="End practice").click()
    expect(page.get_by_text("Practice has ended.")).to_be_visible()
    sound(page)
