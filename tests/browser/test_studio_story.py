"""Studio in a browser: an edit from the map to everybody's next text, and back again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.actions.content import ContentActions
from bot.content.editions import EntryName
from bot.runtime.runtime import Runtime
from bot.web import create_app
from tests.support.browser_app import House, Open, be
from tests.support.page_checks import SIZES, sound
from tests.support.two_processes import Processes, two_processes

pytestmark = pytest.mark.browser

LATER = "/studio/message/messages/welcome.later"
HELLO = "/studio/message/messages/welcome.hello"
NEW, NUEVO = (
    "That's ok. Text any time, and we can start fresh.",
    "Est\u00e1 bien. Escribe cuando quieras y empezamos de cero.",
)


@pytest.fixture(scope="module")
def processes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    """Run two web processes with content of their own, because an edition belongs to everybody who shares a Redis."""
    with two_processes(tmp_path_factory.mktemp("house")) as started:
        yield started


@pytest.fixture(scope="module")
def house(processes: Processes) -> Iterator[House]:
    """Return the app that both processes serve. The browsers use the first."""
    seen = House(create_app(processes.settings), processes.addresses[0])
    yield seen
    seen.runtime.store.close()


@pytest.fixture
def words(runtime: Runtime) -> Iterator[ContentActions]:
    """Yield the content actions behind the pages. The draft is empty before and after."""
    desk = ContentActions(runtime)
    yield desk
    for name in desk.draft():
        desk.drop(name, desk.entry(name).mark)


@pytest.fixture
def inside(at: Open) -> Open:
    """Return a function that opens a studio page as a demo account."""

    def open_page(path: str, kind: str = "editor", *size: object) -> Page:
        page = at(f"/staff/login?next={path}", *size)
        be(page, kind)
        return page

    return open_page


def column(page: Page, language: str) -> Locator:
    """Return one language of an entry."""
    return page.get_by_role("region", name=language, exact=True)


def write(page: Page, language: str, text: str) -> None:
    """Type a message's text in a language, and wait for the check."""
    with page.expect_response("**/studio/check"):
        column(page, language).get_by_role("textbox", name=f"Text, {language}", exact=True).fill(text)
    expect(page.locator("#state")).to_contain_text("Checked")


def stopped(page: Page, language: str, says: str) -> None:
    """Check that the language shows this error."""
    expect(
        column(page, language).get_by_role("listitem").filter(has_text="Error").filter(has_text=says)
    ).to_be_visible()


def give_reasons(page: Page) -> None:
    """Give a reason for each warning."""
    for reason in page.get_by_label("Reason for keeping it").all():
        reason.fill("We talked it over.")


def test_edit_is_checked_fixed_published_and_reaches_live_conversations(
    inside: Open, words: ContentActions, processes: Processes
) -> None:
    english, spanish = processes.person(0), processes.person(1)
    english.text("hey")
    spanish.text("hola", "espa\u00f1ol")
    old = [words.entry(EntryName(code, "messages", "welcome.later")).value["text"] for code in ("en", "es")]

    page = inside("/studio")
    page.get_by_label("Search all messages").fill("start fresh")
    page.keyboard.press("Enter")
    page.locator(".hits").get_by_role("link", name="welcome.later").click()
    write(page, "English", "Text any time about ((nobody)).")
    stopped(page, "English", "((nobody)) cannot be used here")
    write(page, "English", "You can text any time about the abuse.")
    stopped(page, "English", 'others may see "abuse" on the screen')
    write(page, "Espa\u00f1ol", "\u00bfTodo bien? \u00bfQuieres seguir?")
    stopped(page, "Espa\u00f1ol", "more than one question")
    write(page, "English", NEW.replace("'", "\u2019"))
    page.get_by_role("button", name="Replace special letters").click()
    expect(column(page, "English").get_by_role("textbox", name="Text, English", exact=True)).to_have_value(NEW)
    write(page, "Espa\u00f1ol", NUEVO)
    for language, text in (("English", NEW), ("Espa\u00f1ol", NUEVO)):
        expect(column(page, language).locator(".bubble")).to_have_text(text)
        expect(column(page, language).get_by_text("Error")).to_have_count(0)
    expect(column(page, "English").locator(".cost")).to_contain_text("Sends as 1 text (limit")
    page.get_by_role("button", name="Save draft").click()
    assert words.edition().number == 0

    page.get_by_role("link", name="Go to the draft").click()
    give_reasons(page)
    page.get_by_label("Reason, for your colleagues").fill("Shorter.")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("status")).to_contain_text("Edition 1 is in use")
    assert [english.text("not now"), spanish.text("ahora no")] == [NEW, NUEVO]

    page.get_by_role("row", name="The built-in messages").get_by_role("link", name="Go back to this").click()
    expect(page.get_by_role("article").first).to_contain_text("+")
    page.get_by_label("Reason, for your colleagues").fill("It was better.")
    page.get_by_role("button", name="Go back to edition 0").click()
    expect(page.get_by_role("status")).to_contain_text("Edition 2 is in use")
    english.text("hey")
    spanish.text("hola")
    assert [english.text("not now"), spanish.text("ahora no")] == old


def test_pinned_message_waits_for_a_second_editor(inside: Open, words: ContentActions) -> None:
    ana, number = inside(HELLO), words.edition().number
    text = ana.get_by_role("textbox", name="Text, English", exact=True)
    write(ana, "English", text.input_value().replace("Is now ok to text?", "Is it ok now?"))
    ana.get_by_role("button", name="Save draft").click()
    ana.get_by_role("link", name="Go to the draft").click()
    expect(ana.get_by_text("Needs a second person's approval. Ask")).to_be_visible()
    give_reasons(ana)
    ana.get_by_label("Reason, for your colleagues").fill("Plainer.")
    ana.get_by_role("button", name="Publish").click()
    expect(ana.get_by_role("alert")).to_contain_text("Not published yet")
    expect(ana.get_by_label("Reason, for your colleagues")).to_have_value("Plainer.")
    robin = inside("/studio/draft", "lead")
    robin.get_by_role("button", name="Approve").click()
    expect(robin.get_by_text("Approved by Robin Park")).to_be_visible()
    assert words.edition().number == number
    ana.get_by_role("button", name="Publish").click()
    expect(ana.get_by_role("row", name="Plainer.")).to_contain_text("approved by Robin Park")


def test_concurrent_editors_see_each_other_and_lose_nothing(inside: Open, words: ContentActions) -> None:
    ana, robin = inside(LATER), inside(LATER, "lead")
    write(ana, "English", "Ok. Text any time.")
    ana.get_by_role("button", name="Save draft").click()
    expect(ana.get_by_role("status").filter(has_text="Saved to the draft")).to_be_visible()
    write(robin, "English", "Sure. Text any time.")
    robin.get_by_role("button", name="Save draft").click()
    expect(robin.get_by_role("alert")).to_contain_text("Someone else changed this")
    expect(robin.get_by_role("textbox", name="Text, English", exact=True)).to_have_value("Sure. Text any time.")
    sound(robin)
    robin.get_by_role("button", name="Continue from theirs").click()
    expect(robin.get_by_role("textbox", name="Text, English", exact=True)).to_have_value("Ok. Text any time.")
    expect(robin.get_by_text("Sure. Text any time.")).to_be_visible()
    write(robin, "English", "Sure, ok. Text any time.")
    robin.get_by_role("button", name="Save draft").click()
    expect(robin.get_by_role("status").filter(has_text="Saved to the draft")).to_be_visible()
    assert words.entry(EntryName("en", "messages", "welcome.later")).value == {"text": "Sure, ok. Text any time."}


def test_signed_out_editor_is_told_and_keeps_the_text(inside: Open, words: ContentActions) -> None:
    page = inside(LATER)
    page.context.clear_cookies()
    write = page.get_by_role("textbox", name="Text, English", exact=True)
    write.fill("Sure. Text any time.")
    expect(page.locator("#state")).to_contain_text("You've been signed out")
    expect(write).to_have_value("Sure. Text any time.")
    assert words.draft() == {}


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the element has the focus, as a keyboard user does."""
    for _ in range(80):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the focus never came there")


def test_studio_works_by_keyboard(inside: Open, words: ContentActions) -> None:
    page, number = inside("/studio"), words.edition().number
    tab_to(page, page.get_by_label("Search all messages"))
    page.keyboard.type("start fresh")
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".hits").get_by_role("link", name="welcome.later"))
    page.keyboard.press("Enter")
    keep = page.get_by_role("button", name="Save draft")
    expect(keep).to_be_visible()
    tab_to(page, page.get_by_role("textbox", name="Text, English", exact=True))
    page.keyboard.press("Control+A")
    page.keyboard.type("Fine. Text any time.")
    expect(page.locator("#state")).to_contain_text("Checked")
    while not keep.evaluate("node => node === document.activeElement"):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Go to the draft")).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Go to the draft"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Reason for keeping it"))
    page.keyboard.type("Spanish says so already.")
    tab_to(page, page.get_by_label("Reason, for your colleagues"))
    page.keyboard.type("Plainer.")
    tab_to(page, page.get_by_role("button", name="Publish"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(f"Edition {number + 1} is in use")


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_every_studio_page_is_sound(inside: Open, words: ContentActions, width: int, height: int, scheme: str) -> None:
    name = EntryName("en", "messages", "welcome.anytime")
    words.save_draft(name, words.entry(name).mark, {"text": "Text ((nobody))\u2026 for an assessment."}, "somebody")
    hello = EntryName("en", "messages", "welcome.hello")
    words.save_draft(
        hello, words.entry(hello).mark, {**words.entry(hello).value, "text": "Hi, ((program))."}, "somebody"
    )
    page = inside("/studio", "editor", width, height, scheme)
    sound(page)
    for path in (
        "/studio?q=text", "/studio/message/messages/welcome.anytime", "/studio/message/labels/go_on",
        "/studio/message/needs/food", "/studio/draft", "/studio/editions", "/studio/editions/difference?from=1&to=0",
    ):  # fmt: skip
        page.goto(page.url.split("/studio")[0] + path)
        sound(page)
