"""The console beside a phone: a case comes up by itself, both talk, what is taken back vanishes, the case ends."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bot.conversation.engine import Conversation
from bot.jobs.worker import Worker
from bot.sms.segments import count
from bot.sms.twilio import Sms
from bot.store.connection import Server
from tests.screenshots.story import say
from tests.support.browser_app import House, Open, be
from tests.support.page_checks import SIZES, sound
from tests.support.person import STORY, YoungPerson

pytestmark = pytest.mark.browser

LISTEN = """
window.tones = 0;
const make = AudioContext.prototype.createOscillator;
AudioContext.prototype.createOscillator = function () { window.tones += 1; return make.call(this); };
"""


@pytest.fixture
def conversation(house: House) -> Conversation:
    """The house's own, with nobody on the board."""
    held = house.conversation
    server = Server(held.parts.settings.redis_url)
    server.call("DEL", "cases:open")
    server.close()
    return held


@pytest.fixture
def worker(conversation: Conversation) -> Iterator[None]:
    """Somebody who sends what waits."""
    over, at_work = threading.Event(), Worker(conversation, Sms(conversation.parts.settings))

    def work() -> None:
        while not over.wait(0.05):
            at_work.work_once()

    thread = threading.Thread(target=work)
    thread.start()
    yield
    over.set()
    thread.join()


@pytest.fixture
def board(blank: Open, address: str) -> Open:
    """Opens the board as the demo's caseworker, and counts its tones."""

    def open_board(*size: object) -> Page:
        page = blank(*size)
        page.add_init_script(LISTEN)
        page.goto(f"{address}/staff/login?next=/console")
        be(page, "caseworker")
        expect(page.get_by_role("heading", name="Board")).to_be_visible()
        page.mouse.move(2, 2)
        return page

    return open_board


def test_the_whole_way_without_loading_a_page_anew(
    opened: Open, board: Open, conversation: Conversation, worker: None
) -> None:
    desk = board()
    expect(desk.get_by_text("No one is waiting")).to_be_visible()
    phone = opened().locator(".phone").first
    say(phone, *STORY, "choose what they see", "show it", *["keep it to me"] * 5, "Jay")

    row = desk.locator(".entry")
    expect(row).to_have_count(1)
    assert re.match(r"\(1\) Board", desk.title())
    row.get_by_role("button", name="Take").click()
    expect(desk.get_by_text("Yours")).to_be_visible()
    shared = desk.locator(".shared")
    expect(shared).to_contain_text("A place to sleep tonight")
    expect(shared).to_contain_text("Jay")
    expect(shared).not_to_contain_text("Santa Ana")
    expect(phone.locator(".theirs").last).to_contain_text("Sam from Oak Line is here")

    words = "are you real? <b>really</b>"
    say(phone, words)
    expect(desk.locator(".text.person .words")).to_have_text(words)
    box = desk.get_by_role("textbox", name="Your text to them")
    box.fill("Yes. ¿Cómo estás?")
    expect(desk.locator("#size")).to_contain_text("UCS-2")
    desk.get_by_role("button", name="I'm here. Take your time.").click()
    box.press("Control+Enter")
    expect(box).to_have_value("")
    expect(phone.locator(".theirs").last).to_have_text("Yes. ¿Cómo estás? I'm here. Take your time.")
    expect(desk.locator(".text.staff .words")).to_have_text("Yes. ¿Cómo estás? I'm here. Take your time.")

    box.fill("half a thought")
    say(phone, "ok")
    expect(desk.locator(".text.person")).to_have_count(2)
    expect(box).to_have_value("half a thought")
    expect(box).to_be_focused()

    say(phone, "take back")
    expect(desk.get_by_text("Consent ended").first).to_be_visible()
    for gone in ("A place to sleep", "Jay", "are you real", "Take your time"):
        expect(desk.locator("main")).not_to_contain_text(gone)
    expect(box).to_have_count(0)
    assert "Jay" not in desk.title()


def test_a_case_is_taken_and_closed_by_keyboard(board: Open, conversation: Conversation) -> None:
    code = YoungPerson(conversation).share("needs")
    desk = board()
    desk.get_by_role("link", name=f"Case {code}").focus()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Yours")).to_be_visible()
    expect(desk.get_by_role("textbox", name="Your text to them")).to_be_focused()
    desk.get_by_text("Close", exact=True).focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("button", name="Close the case")).to_be_focused()
    sound(desk)
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Outcome: they go on with a service")).to_be_visible()
    sound(desk)


def test_nothing_moves_under_the_pointer(board: Open, conversation: Conversation) -> None:
    calm = YoungPerson(conversation).share("needs")
    desk = board()
    row = desk.locator(f'[data-code="{calm}"]')
    row.hover()
    before = row.bounding_box()
    urgent = YoungPerson(conversation).just_talk("i want to kill myself")
    bar = desk.get_by_role("button", name="1 new")
    expect(bar).to_be_visible()
    assert row.bounding_box() == before
    expect(desk.locator(".entry")).to_have_count(1)
    desk.mouse.move(2, 2)
    expect(desk.locator(".entry").first).to_contain_text(urgent)
    expect(desk.locator(".entry").nth(1)).to_contain_text(calm)
    expect(bar).to_be_hidden()


def test_who_waits_is_heard_once_the_sound_is_on(board: Open, conversation: Conversation) -> None:
    desk = board()
    toggle = desk.get_by_role("button", name="Sound is off")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    YoungPerson(conversation).share("needs")
    expect(desk.locator(".entry")).to_have_count(1)
    assert desk.evaluate("window.tones") == 0
    toggle.click()
    expect(desk.get_by_role("button", name="Sound is on")).to_have_attribute("aria-pressed", "true")
    first = desk.evaluate("window.tones")
    assert first > 0, "one hears what it will sound like"
    desk.mouse.move(2, 2)
    YoungPerson(conversation).just_talk("i want to kill myself")
    expect(desk.get_by_role("status").filter(has_text="Urgent case")).to_have_count(1)
    assert desk.evaluate("window.tones") > first
    desk.get_by_role("button", name="Sound is on").click()
    expect(desk.get_by_role("button", name="Sound is off")).to_be_visible()


def test_who_is_signed_out_sees_nothing_any_more(board: Open, conversation: Conversation) -> None:
    code = YoungPerson(conversation).share("needs", name="Jay")
    desk = board()
    desk.goto(desk.url.replace("/console", f"/console/{code}"))
    expect(desk.locator(".shared")).to_contain_text("Jay")
    desk.context.clear_cookies()
    expect(desk.get_by_role("link", name="Sign in again")).to_be_visible()
    expect(desk.locator("main")).not_to_contain_text("Jay")


def test_who_is_signed_out_while_sending_is_told_that_nothing_was_sent(board: Open, conversation: Conversation) -> None:
    code, sent = YoungPerson(conversation).share("needs"), []
    desk = board()
    desk.get_by_role("button", name=f"Take case {code}").click()
    box = desk.get_by_role("textbox", name="Your text to them")
    box.fill("hello")
    desk.wait_for_load_state()  # the keys are the script's
    desk.on("request", lambda request: sent.append(request) if request.url.endswith("/say") else None)
    desk.route("**/live", lambda route: route.continue_() if sent else route.abort())
    desk.context.clear_cookies()
    box.press("Control+Enter")
    expect(desk.get_by_text("Your last text was not sent.")).to_be_visible()
    expect(desk.get_by_role("link", name="Sign in again")).to_be_visible()
    assert conversation.parts.store.cases.thread(code)[-1].text != "hello"


def test_news_asked_for_before_a_text_is_sent_does_not_pass_for_what_came_of_it(
    board: Open, conversation: Conversation
) -> None:
    code, held = YoungPerson(conversation).share("needs"), []
    desk = board()
    desk.get_by_role("button", name=f"Take case {code}").click()
    box = desk.get_by_role("textbox", name="Your text to them")
    box.fill("hello")
    desk.wait_for_load_state()
    desk.route("**/live", lambda route: route.continue_() if held else held.append(route))
    with desk.expect_request("**/live"):
        pass
    desk.context.clear_cookies()
    box.press("Control+Enter")
    answered = "performance.getEntriesByType('resource').some((one) => one.name.endsWith('/say'))"
    for _ in range(300):
        if desk.evaluate(answered):
            break
        desk.wait_for_timeout(50)
    held[0].fulfill(status=304)
    expect(desk.get_by_text("Your last text was not sent.")).to_be_visible()


def test_the_page_counts_as_the_server_does(board: Open) -> None:
    texts = [
        "", "a", "a" * 160, "a" * 161, "a" * 306, "a" * 307, "é" * 70, "ñ" * 160, "á" * 70, "á" * 71, "a{b}~€\\[^]|",
        "{" * 80, "{" * 81, "a" * 152 + "{" + "b" * 20, "👩‍👩‍👧" * 9, "👩‍👩‍👧" * 20, "e\u0301" * 40, "a\nb\rc\r\nd",
        "漢" * 134, "漢" * 135, "I’m ok", "👍🏽" * 34 + "x", "🇲🇽" * 18,
    ]  # fmt: skip
    page = board()
    told = page.evaluate(
        "async (texts) => { const { count } = await import('/static/parts.js'); return texts.map(count); }", texts
    )
    for text, counted in zip(texts, told, strict=True):
        expected = count(text)
        assert (counted["encoding"], counted["parts"], counted["units"]) == expected, ascii(text)


@pytest.mark.parametrize("size", SIZES)
def test_every_page_of_the_console_is_sound(
    board: Open, conversation: Conversation, house: House, size: tuple[int, int, str]
) -> None:
    desk = board(*size)
    sound(desk)
    her = YoungPerson(conversation)
    code = her.share("needs", "area", "service", "reach", name="W" * 25)
    YoungPerson(conversation).just_talk("i want to kill myself")
    expect(desk.locator(".entry")).to_have_count(2)
    sound(desk)
    desk.goto(f"{house.address}/console/{code}")
    sound(desk)
    desk.get_by_role("button", name="Take the case").click()
    her.text("word " * 40, "https://example.org/" + "x" * 200)
    expect(desk.locator(".text.person")).to_have_count(2)
    sound(desk)
    for name in ("Transfer", "Return to queue", "Close", "Timeline"):
        desk.get_by_text(name, exact=True).first.click()
    sound(desk)
    her.text(conversation.parts.settings.cover_word)
    expect(desk.get_by_text("You can't send now.")).to_be_visible()
    expect(desk.get_by_role("button", name="Send")).to_be_disabled()
    sound(desk)
    desk.goto(f"{house.address}/console/{code}/number")
    sound(desk)
    desk.get_by_label("Why do you need to call?").fill("cannot type now")
    desk.get_by_role("button", name="Show the number").click()
    expect(desk.locator(".phone")).to_have_text(her.phone)
    sound(desk)
    assert her.phone not in desk.url + desk.title()
