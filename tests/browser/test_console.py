"""Console beside a phone: a case appears by itself, both sides talk, taken-back data vanishes, the case ends."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from bot.jobs.worker import Worker
from bot.runtime.runtime import Runtime
from bot.sms.segments import count
from bot.sms.twilio import TwilioClient
from tests.screenshots.story import say
from tests.support.browser_app import House, Open, be, take, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import STORY, YoungPerson

pytestmark = pytest.mark.browser

LISTEN = """
window.tones = 0;
const make = AudioContext.prototype.createOscillator;
AudioContext.prototype.createOscillator = function () { window.tones += 1; return make.call(this); };
"""


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board."""
    return with_empty_board(house)


@pytest.fixture
def worker(runtime: Runtime) -> Iterator[None]:
    """Run a worker that sends what waits."""
    over, at_work = threading.Event(), Worker(runtime, TwilioClient(runtime.settings))

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
    """Return a function that opens the board as the demo's caseworker and counts its alert sounds."""

    def open_board(*size: object) -> Page:
        page = blank(*size)
        page.add_init_script(LISTEN)
        page.goto(f"{address}/staff/login?next=/console")
        be(page, "caseworker")
        expect(page.get_by_role("heading", name="Board")).to_be_visible()
        page.mouse.move(2, 2)
        return page

    return open_board


def test_whole_conversation_works_without_reload(opened: Open, board: Open, runtime: Runtime, worker: None) -> None:
    desk = board()
    expect(desk.get_by_text("No one is waiting")).to_be_visible()
    phone = opened().locator(".phone").first
    say(phone, *STORY, "choose what they see", "show it", *["keep it to me"] * 5, "Jay")

    row = desk.locator(".entry")
    expect(row).to_have_count(1)
    assert re.match(r"\(1\) Board", desk.title())
    take(desk, row.locator(".code").inner_text())
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
    expect(desk.locator("#size")).to_have_text("1 text")
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


def test_case_is_claimed_and_closed_by_keyboard(board: Open, runtime: Runtime) -> None:
    code = YoungPerson(runtime).share("needs")
    desk = board()
    desk.get_by_role("link", name=f"Case {code}").focus()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("link", name=f"Case {code}")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Yours")).to_be_visible()
    expect(desk.locator("#keys-open")).to_be_visible()
    desk.keyboard.press("r")
    expect(desk.get_by_role("textbox", name="Your text to them")).to_be_focused()
    desk.get_by_text("Close", exact=True).focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("button", name="Close the case")).to_be_focused()
    sound(desk)
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Outcome: referred to a service")).to_be_visible()
    sound(desk)


def test_refused_text_says_why_and_stays_in_the_box(board: Open, runtime: Runtime) -> None:
    person = YoungPerson(runtime)
    code = person.share("needs")
    desk = board()
    take(desk, code)
    box, message = desk.get_by_role("textbox", name="Your text to them"), desk.locator("#size")
    box.fill("long " * 300)
    box.press("Control+Enter")
    expect(message).to_contain_text("this needs 10 texts, and the limit is 6")
    expect(box).to_have_value("long " * 300)
    desk.route("**/live", lambda route: route.abort())  # the page does not know yet that the person took it back
    box.fill("are you there")
    person.text("take back")
    box.press("Control+Enter")
    expect(desk.locator("#size, #trouble").filter(has_text="no longer open").first).to_be_visible()
    assert runtime.store.cases.get(code) is not None


def test_nothing_moves_under_the_pointer(board: Open, runtime: Runtime) -> None:
    calm = YoungPerson(runtime).share("needs")
    desk = board()
    row = desk.locator(f'[data-code="{calm}"]')
    row.hover()
    before = row.bounding_box()
    urgent = YoungPerson(runtime).just_talk("i want to kill myself")
    bar = desk.get_by_role("button", name="1 new")
    expect(bar).to_be_visible()
    assert row.bounding_box() == before
    expect(desk.locator(".entry")).to_have_count(1)
    desk.mouse.move(2, 2)
    expect(desk.locator(".entry").first).to_contain_text(urgent)
    expect(desk.locator(".entry").nth(1)).to_contain_text(calm)
    expect(bar).to_be_hidden()


def test_waiting_case_sounds_once_sound_is_on(board: Open, runtime: Runtime) -> None:
    desk = board()
    toggle = desk.get_by_role("button", name="Sound is off")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    YoungPerson(runtime).share("needs")
    expect(desk.locator(".entry")).to_have_count(1)
    assert desk.evaluate("window.tones") == 0
    toggle.click()
    expect(desk.get_by_role("button", name="Sound is on")).to_have_attribute("aria-pressed", "true")
    first = desk.evaluate("window.tones")
    assert first > 0, "one hears what it will sound like"
    desk.mouse.move(2, 2)
    YoungPerson(runtime).just_talk("i want to kill myself")
    expect(desk.get_by_role("status").filter(has_text="Urgent case")).to_have_count(1)
    assert desk.evaluate("window.tones") > first
    desk.get_by_role("button", name="Sound is on").click()
    expect(desk.get_by_role("button", name="Sound is off")).to_be_visible()


def test_signed_out_board_shows_nothing(board: Open, runtime: Runtime) -> None:
    code = YoungPerson(runtime).share("needs", name="Jay")
    desk = board()
    desk.goto(desk.url.replace("/console", f"/console/{code}"))
    expect(desk.locator(".shared")).to_contain_text("Jay")
    desk.context.clear_cookies()
    expect(desk.get_by_role("link", name="Sign in to keep going")).to_be_visible()
    expect(desk.locator("main")).not_to_contain_text("Jay")


def test_signed_out_sender_is_told_that_nothing_was_sent(board: Open, runtime: Runtime) -> None:
    code, sent = YoungPerson(runtime).share("needs"), []
    desk = board()
    take(desk, code)
    box = desk.get_by_role("textbox", name="Your text to them")
    box.fill("hello")
    desk.wait_for_load_state()  # the script handles the keys
    desk.on("request", lambda request: sent.append(request) if request.url.endswith("/say") else None)
    desk.route("**/live", lambda route: route.continue_() if sent else route.abort())
    desk.context.clear_cookies()
    box.press("Control+Enter")
    expect(desk.get_by_text("Your last text was not sent.")).to_be_visible()
    expect(desk.get_by_role("link", name="Sign in to keep going")).to_be_visible()
    assert runtime.store.cases.thread(code)[-1].text != "hello"


def test_update_requested_before_a_send_is_not_taken_for_its_result(board: Open, runtime: Runtime) -> None:
    code, held = YoungPerson(runtime).share("needs"), []
    desk = board()
    take(desk, code)
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


def test_page_counts_segments_like_the_server(board: Open) -> None:
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
def test_every_console_page_is_sound(board: Open, runtime: Runtime, house: House, size: tuple[int, int, str]) -> None:
    desk = board(*size)
    sound(desk)
    her = YoungPerson(runtime)
    code = her.share("needs", "area", "service", "reach", name="W" * 25)
    YoungPerson(runtime).just_talk("i want to kill myself")
    expect(desk.locator(".entry")).to_have_count(2)
    sound(desk)
    desk.goto(f"{house.address}/console/{code}")
    sound(desk)
    desk.get_by_role("button", name="Take the case").click()
    expect(desk.get_by_text("Yours")).to_be_visible()
    her.text("word " * 40, "https://example.org/" + "x" * 200)
    expect(desk.locator(".text.person")).to_have_count(2)
    sound(desk)
    for name in ("Transfer", "Return to queue", "Close", "Timeline"):
        desk.get_by_text(name, exact=True).first.click()
    sound(desk)
    her.text(runtime.settings.cover_word)
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
