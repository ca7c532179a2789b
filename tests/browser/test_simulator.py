"""Simulator as a person uses it: in a browser, through the signed webhook."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.config.settings import Settings
from bot.conversation.messages import Inbound, Reply
from bot.inbound.router import Router
from bot.sms.twilio import TwilioClient
from tests.screenshots.story import say
from tests.support.browser_app import House, Open

pytestmark = pytest.mark.browser


def settings(house: House) -> Settings:
    return house.runtime.settings


def phones(page: Page) -> Locator:
    """Return the young people's phones."""
    return page.locator(".phone[data-phone^=young]")


def test_reply_shows_state_language_and_size(opened: Open) -> None:
    phone = phones(opened()).first
    say(phone, "hey")
    expect(phone.locator(".mine")).to_have_text("hey")
    expect(phone.locator(".theirs")).to_contain_text("Oak Line")
    expect(phone.locator(".note")).to_contain_text("welcome.hello · English · ")
    expect(phone.locator(".note")).to_contain_text("GSM-7")
    expect(phone.locator(".mark")).to_have_text("Delivered")
    expect(phone.locator(".stamp")).to_contain_text("Today")


def test_spanish_reply_is_marked_as_spanish(opened: Open) -> None:
    phone = phones(opened()).first
    say(phone, "hola")
    expect(phone.locator(".note").first).to_contain_text("Spanish")
    expect(phone.locator(".theirs").first).to_have_attribute("lang", "es")


def test_typed_markup_is_shown_as_text(opened: Open) -> None:
    page = opened()
    phone = phones(page).first
    attack = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script><b>bold</b>"
    say(phone, attack)
    expect(phone.locator(".mine")).to_have_text(attack)
    page.reload()
    expect(phone.locator(".mine")).to_have_text(attack)
    assert page.locator(".log img, .log script, .log b").count() == 0
    assert "broken" not in page.title()


def test_shift_enter_breaks_the_line_and_empty_text_is_not_sent(opened: Open) -> None:
    phone = phones(opened()).first
    field = phone.get_by_role("textbox")
    expect(phone.get_by_role("button", name="Send", exact=True)).to_be_disabled()
    field.press("Enter")
    field.press_sequentially("one")
    field.press("Shift+Enter")
    field.press_sequentially("two")
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(phone.locator(".mine")).to_have_count(1)
    assert phone.locator(".mine").inner_text() == "one\ntwo"


def test_two_phones_are_two_people(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="Add a phone").click()
    expect(phones(page)).to_have_count(2)
    one, two = phones(page).nth(0), phones(page).nth(1)
    assert one.locator(".own").inner_text() != two.locator(".own").inner_text()
    say(one, "hey")
    say(one, "1")
    say(two, "hey")
    expect(one.locator(".theirs")).to_have_count(2)
    expect(two.locator(".theirs")).to_have_count(1)
    expect(two.locator(".note")).to_contain_text("welcome.hello")
    page.get_by_role("button", name="Add a phone").click()
    expect(phones(page)).to_have_count(3)
    expect(page.get_by_role("button", name="Add a phone")).to_be_disabled()


def test_two_browsers_share_no_phone(opened: Open) -> None:
    here, there = opened(), opened()
    say(phones(here).first, "only here")
    there.reload()
    expect(phones(there).first.locator(".empty")).to_be_visible()
    expect(phones(there).first.locator(".text")).to_have_count(0)


def test_thread_survives_reload_and_restarts_on_request(opened: Open) -> None:
    page = opened()
    phone = phones(page).first
    say(phone, "hey")
    page.reload()
    expect(phone.locator(".text")).to_have_count(2)
    number = phone.locator(".own").inner_text()
    phone.get_by_role("button", name="Start over").click()
    expect(phone.locator(".text")).to_have_count(0)
    expect(phone.locator(".own")).not_to_have_text(number)


def test_photo_is_sent_without_text(opened: Open) -> None:
    phone = phones(opened()).first
    phone.get_by_role("button", name="Send a photo").click()
    expect(phone.get_by_role("img", name="Photo")).to_be_visible()
    expect(phone.locator(".theirs")).to_have_count(1)


def test_stop_is_confirmed_once_then_silence(opened: Open) -> None:
    phone = phones(opened()).first
    say(phone, "STOP")
    expect(phone.locator(".theirs")).to_have_count(1)
    say(phone, "hello?")
    expect(phone.locator(".mine")).to_have_count(2)
    expect(phone.locator(".mark")).to_have_text("Delivered")
    expect(phone.locator(".theirs")).to_have_count(1)


def test_clock_button_moves_clock_and_conversation(opened: Open) -> None:
    page = opened()
    phone = phones(page).first
    say(phone, "hey")
    say(phone, "1")
    before = page.request.get(page.url + "/thread").json()["clock"]
    page.get_by_role("button", name="Two hours later").click()
    expect(page.get_by_role("status")).to_contain_text("It is now")
    assert page.request.get(page.url + "/thread").json()["clock"] == before + 7200
    say(phone, "hi again")
    expect(phone.locator(".stamp")).to_have_count(2)
    expect(phone.locator(".note").last).to_contain_text("welcome.")


def test_worker_text_arrives_without_reload(opened: Open, house: House) -> None:
    page = opened()
    phone = phones(page).first
    expect(phone.locator(".own")).to_contain_text("+1 555")
    number = phone.locator(".own").inner_text().replace(" ", "")
    TwilioClient(settings(house)).send(number, "¿Todo está bien?")
    expect(phone.locator(".theirs")).to_have_text("¿Todo está bien?")
    expect(phone.locator(".note")).to_have_text("1 segment UCS-2")


@pytest.fixture
def broken_webhook(house: House) -> Iterator[None]:
    """Point the simulator at a dead webhook."""
    right = house.app.config["WEBHOOK_AT"]
    house.app.config["WEBHOOK_AT"] = "http://127.0.0.1:9"
    yield
    house.app.config["WEBHOOK_AT"] = right


@pytest.mark.usefixtures("broken_webhook")
def test_missing_reply_is_shown_as_such(opened: Open) -> None:
    page = opened()
    phone = phones(page).first
    say(phone, "hey")
    expect(phone.locator(".mark.fault")).to_have_text("No answer")
    page.reload()
    expect(phone.locator(".mark.fault")).to_have_text("No answer")


def test_lost_server_is_reported_and_the_text_kept(opened: Open) -> None:
    page = opened()
    phone = phones(page).first
    page.route("**/try/*", lambda route: route.abort())
    say(phone, "hey")
    expect(phone.locator(".mine")).to_have_text("hey")
    expect(phone.locator(".mark.fault")).to_have_text("No answer")
    expect(page.get_by_role("status")).to_contain_text("We can't reach the server")
    page.unroute("**/try/*")
    expect(page.get_by_role("status")).to_have_text("")


def test_while_a_reply_is_awaited_the_phone_shows_that_somebody_types(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = Router.handle

    def slow(router: Router, inbound: Inbound) -> Reply:
        time.sleep(1)
        return handle(router, inbound)

    monkeypatch.setattr(Router, "handle", slow)
    phone = phones(opened()).first
    phone.get_by_role("textbox").fill("hey")
    phone.get_by_role("textbox").press("Enter")
    expect(phone.locator(".typing")).to_be_visible()
    expect(phone.locator(".mine")).to_have_text("hey")
    expect(phone.locator(".theirs")).to_have_count(1)
    expect(phone.locator(".typing")).to_have_count(0)
    expect(phone.locator(".mine")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_small_screen_shows_one_phone_without_sideways_scroll(opened: Open, scheme: str) -> None:
    page = opened(360, 740, scheme)
    phone = phones(page).first
    say(phone, "hey " + "w" * 200)
    page.get_by_text("Try", exact=True).click()
    page.get_by_role("button", name="Add a phone").click()
    expect(phones(page).nth(1)).to_be_visible()
    expect(phones(page).nth(0)).to_be_hidden()
    page.get_by_role("button", name="Young person", exact=True).click()
    expect(phones(page).nth(0)).to_be_visible()
    expect(phones(page).nth(1)).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("document.documentElement.scrollHeight") == 740
    box = phone.bounding_box()
    assert box
    assert box["width"] == 360


def test_small_phone_shows_the_text_and_its_whole_offer_with_unbroken_numbers(opened: Open) -> None:
    page = opened(360, 640)
    phone = phones(page).first
    for words in ("need a place 2 sleep 2nite", "ok", "fresno ca"):
        say(phone, words)
    expect(phone.locator(".note").last).to_contain_text("options.offer")
    log, mine = phone.locator(".log").bounding_box(), phone.locator(".mine").last.bounding_box()
    assert log
    assert mine
    assert mine["y"] >= log["y"]
    numbers = phone.locator(".theirs .number")
    expect(numbers).not_to_have_count(0)
    assert numbers.evaluate_all("all => all.map((one) => one.getClientRects().length)") == [1] * numbers.count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast(opened: Open, scheme: str) -> None:
    page = opened(scheme=scheme)
    phone = phones(page).first
    say(phone, "hey")
    phone.locator(".text").first.evaluate("node => Promise.all(node.getAnimations().map((one) => one.finished))")
    grounds = {
        ".text.mine": None, ".text.theirs": None, ".note": ".screen", ".mark": ".screen", ".stamp": ".screen",
        ".contact p": ".screen", ".idea span": ".idea", ".small": "body", ".own": "body",
        ".whose": "body", ".way span": "body", ".step": None,
    }  # fmt: skip
    for words, ground in grounds.items():
        front = page.locator(words).first.evaluate("node => getComputedStyle(node).color")
        if ground == "body":  # a gradient: check its darkest and lightest ends
            backs = [page.evaluate(f"getComputedStyle(document.documentElement).getPropertyValue('{name}')")
                     for name in ("--paper", "--paper-deep")]  # fmt: skip
        else:
            backs = [page.locator(ground or words).first.evaluate("node => getComputedStyle(node).backgroundColor")]
        for back in backs:
            assert contrast(front, back) >= 4.5, (words, scheme)


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two opaque colours."""

    def light(colour: str) -> float:
        colour = colour.strip()
        parts = (
            [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
            if colour.startswith("#")
            else [int(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        )
        linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_control_is_reachable_and_named(opened: Open) -> None:
    page = opened()
    for control in page.locator("button, textarea").all():
        name = control.evaluate("node => node.getAttribute('aria-label') || node.textContent.trim()")
        assert name
    page.locator("#later").focus()
    assert page.locator("#later").evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    for thread in page.get_by_role("log").all():
        expect(thread).to_have_attribute("aria-live", "polite")


def test_foreign_page_cannot_send_texts(house: House) -> None:
    body = json.dumps({"slot": 0, "body": "hey"}).encode()
    for origin in ("https://evil.example", "null", ""):
        headers = {"Content-Type": "application/json", "Origin": origin}
        request = Request(house.address + "/try/text", body, headers)  # noqa: S310 our own server
        with pytest.raises(OSError, match="403"):
            urlopen(request)  # noqa: S310 our own server
