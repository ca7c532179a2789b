"""Studio under difficult conditions: other scripts, no JavaScript, mistakes, and the map on a phone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from bot.actions.content import ContentActions
from bot.content.editions import ABOUT, EntryName
from bot.runtime.runtime import Runtime
from tests.support.browser_app import Open
from tests.support.page_checks import SIZES, sound

pytestmark = pytest.mark.browser

LATER = "/studio/message/messages/welcome.later"
HELLO = "/studio/message/messages/welcome.hello"
SCRIPTS = {
    "ar": (
        "rtl",
        "العربية",
        "مرحبا، هذا ((program)). هل الوقت مناسب؟\n((choices))\nأرسل STOP للإيقاف.",
        "نعم",
        "ليس الآن",
    ),
    "zh": ("ltr", "中文", "你好，这里是((program))。现在方便吗？\n((choices))\n发送STOP退订。", "好", "现在不行"),
}
"""Two started languages: direction, name, a first message, and two choices."""


@pytest.fixture
def words(runtime: Runtime) -> ContentActions:
    """Return the content actions behind the pages."""
    return ContentActions(runtime)


@pytest.fixture
def begun(words: ContentActions) -> None:
    """Put both languages into the draft."""
    for code, (_, name, hello, yes, not_now) in SCRIPTS.items():
        for section, key, value in (
            (ABOUT, "language", name), ("messages", "welcome.hello", {"text": hello}),
            ("labels", "yes", yes), ("labels", "not_now", not_now),
        ):  # fmt: skip
            entry = words.entry(EntryName(code, section, key))
            words.save_draft(entry.name, entry.mark, value, "somebody")


def again(page: Page, **how: object) -> Page:
    """Open another window of the same editor with other options."""
    browser = page.context.browser
    assert browser
    return browser.new_context(storage_state=page.context.storage_state(), **how).new_page()  # type: ignore[arg-type]


def line(bubble: Locator, text: str) -> dict[str, float]:
    """Return the left edges of a line's first and last letter, in pixels."""
    found: dict[str, float] = bubble.evaluate(
        """(bubble, text) => {
          const node = bubble.firstChild, at = node.data.indexOf(text);
          const left = (from) => {
            const range = document.createRange();
            range.setStart(node, from);
            range.setEnd(node, from + 1);
            return range.getBoundingClientRect().left;
          };
          return { first: left(at), last: left(at + text.length - 1) };
        }""",
        text,
    )
    return found


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_other_scripts_are_shown_in_their_direction(
    editor: Open, begun: None, width: int, height: int, scheme: str
) -> None:
    page = editor(HELLO, width, height, scheme)
    sound(page)
    for code, (way, name, _, yes, not_now) in SCRIPTS.items():
        column = page.get_by_role("region", name=name, exact=True)
        field = column.get_by_role("textbox", name=f"Text, {name}", exact=True)
        expect(field).to_have_attribute("lang", code)
        expect(field).to_have_css("direction", way)
        bubble = column.locator(".bubble")
        expect(bubble).to_have_attribute("lang", code)
        expect(bubble).to_have_css("direction", way)
        for choice in (f"1 {yes}", f"2 {not_now}"):
            drawn = line(bubble, choice)
            assert (drawn["first"] > drawn["last"]) == (way == "rtl"), choice
    page.goto(page.url.replace(HELLO, "/studio/draft"))
    sound(page)
    for code, (way, _, _, yes, _) in SCRIPTS.items():
        change = page.locator(f".changes dd[lang={code}]").filter(has_text=yes).first
        expect(change).to_have_css("direction", way)
    for code, (way, name, *_) in SCRIPTS.items():
        page.goto(page.url.partition("/studio")[0] + f"/studio/languages/{code}?part=labels")
        sound(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        expect(page.get_by_role("textbox", name="not_now", exact=True)).to_have_css("direction", way)


def test_sandbox_shows_each_line_in_its_direction(editor: Open) -> None:
    page = editor("/studio/bench")
    page.get_by_text("Add a test", exact=True).click()
    page.get_by_label("Name").fill("Arabic")
    page.get_by_label("Lines").fill("# In Arabic.\n> 1 نعم\n< welcome.hello")
    page.get_by_role("button", name="Save and run").click()
    drawn = line(page.locator(".bubble.person"), "1 نعم")
    assert drawn["first"] > drawn["last"]
    boxes = [one.bounding_box() or {} for one in page.locator(".chat > li").all()]
    assert all(upper["y"] + upper["height"] <= lower["y"] for upper, lower in pairwise(boxes)), "one below the other"


def test_interpretation_is_shown_while_typing(editor: Open) -> None:
    page = editor("/studio/lexicon")
    page.get_by_label("Text", exact=True).press_sequentially("i took a lot of pills")
    told = page.locator("#heard")
    expect(told).to_contain_text("A medical emergency")
    expect(told).to_contain_text("Yes: it comes first")
    page.get_by_label("Text", exact=True).fill("")
    expect(told).to_be_empty()
    assert page.url.endswith("/studio/lexicon")


@pytest.mark.parametrize(
    ("path", "script", "field", "told"),
    [(LATER, "studio.js", "Text, English", "Checked"), ("/studio/lexicon", "studio-read.js", "Text", "Not now")],
)
def test_text_typed_before_the_script_loads_is_checked(
    editor: Open, path: str, script: str, field: str, told: str
) -> None:
    page = editor(path)
    held: list[Route] = []
    page.route(f"**/{script}", lambda route: held.append(route))  # noqa: PLW0108 - the library marks it
    page.goto(page.url, wait_until="commit")
    page.get_by_role("textbox", name=field, exact=True).fill("not now")
    held[0].continue_()
    expect(page.locator("#state, #heard")).to_contain_text(told)


def test_leaving_with_unsaved_text_asks_first(editor: Open, words: ContentActions) -> None:
    page = again(editor(LATER))
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    address = editor(LATER).url
    page.goto(address)
    text = page.get_by_role("textbox", name="Text, English", exact=True)
    was = text.input_value()
    way_out = page.get_by_role("link", name="Editions")
    text.fill("Ok. Text any time.")
    way_out.click()
    expect(text).to_have_value("Ok. Text any time.")
    assert (asked, page.url) == (["beforeunload"], address)
    text.fill(was)
    way_out.click()
    page.wait_for_url("**/studio/editions")
    page.goto(address)
    text.fill("Ok. Text any time.")
    with page.expect_navigation():  # and the script that asks is active again
        page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("status").filter(has_text="Saved to the draft")).to_be_visible()
    way_out.click()
    page.wait_for_url("**/studio/editions")
    assert asked == ["beforeunload"]
    page.goto(address)
    text.fill("Sure. Text any time.")
    words.save_draft(EntryName("en", "messages", "welcome.later"), mark(words), {"text": "Fine."}, "somebody")
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("alert")).to_contain_text("Someone else changed this")
    way_out.click()
    expect(text).to_have_value("Sure. Text any time.")
    assert asked == ["beforeunload"] * 2
    page.context.close()


def mark(words: ContentActions) -> str:
    """Return the entry's content hash."""
    return words.entry(EntryName("en", "messages", "welcome.later")).mark


def test_studio_works_without_script(editor: Open, words: ContentActions) -> None:
    opened = editor(LATER)
    page = again(opened, java_script_enabled=False)
    page.goto(opened.url)
    text = page.get_by_role("textbox", name="Text, English", exact=True)
    text.fill("Text any time ((nobody)).")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("((nobody)) cannot be used here")).to_be_visible()
    text.fill("Fine. Text any time.")
    page.get_by_role("button", name="Save draft").click()
    page.get_by_role("link", name="Go to the draft").click()
    page.get_by_label("Reason for keeping it").fill("We talked it over.")
    page.get_by_label("Reason, for your colleagues").fill("Plainer.")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("status")).to_contain_text("Edition 1 is in use")
    assert words.edition().words["en"]["messages"]["welcome.later"] == {"text": "Fine. Text any time."}
    page.get_by_role("link", name="Go back to this").click()
    page.get_by_label("Reason, for your colleagues").fill("It was better.")
    page.get_by_role("button", name="Go back to edition 0").click()
    expect(page.get_by_role("status")).to_contain_text("Edition 2 is in use")
    page.goto(opened.url.replace(LATER, "/studio/languages"))
    page.get_by_label("Language code").fill("ar")
    page.get_by_role("button", name="Add language").click()
    page.get_by_role("link", name="Choice labels").click()
    page.get_by_role("textbox", name="yes", exact=True).fill("نعم")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("status")).to_contain_text("Saved to the draft")
    page.context.close()


def test_phone_shows_topics_instead_of_the_diagram(editor: Open) -> None:
    phone, desk = editor("/studio", 360, 740), editor("/studio")
    topics = phone.get_by_role("navigation", name="Topics")
    expect(phone.get_by_role("group", name="Map of topics")).to_be_hidden()
    topics.get_by_role("link", name="Consent").click()
    expect(phone.get_by_role("heading", name="Consent", exact=True)).to_be_in_viewport()
    expect(desk.get_by_role("group", name="Map of topics")).to_be_visible()
    expect(desk.get_by_role("navigation", name="Topics")).to_be_hidden()


def test_language_started_meanwhile_does_not_stop_the_check(
    editor: Open, words: ContentActions, request: pytest.FixtureRequest
) -> None:
    page = editor(LATER)
    request.getfixturevalue("begun")
    page.get_by_role("textbox", name="Text, English", exact=True).fill("Ok. Text any time.")
    expect(page.locator("#state")).to_contain_text("Checked, not saved yet")
    page.context.set_offline(True)
    page.get_by_role("textbox", name="Text, English", exact=True).fill("Ok. Text us any time.")
    expect(page.locator("#state")).to_have_text("Not checked: we couldn't reach the server. Your text is still here.")
    page.context.set_offline(False)


BLAME = "Your entries, one per line: Blaming words"


@pytest.mark.parametrize(
    ("shelf", "label"),
    [("/studio/lists", BLAME), ("/studio/lexicon?group=short", "Meaning"), ("/studio/bench", "Lines")],
)
def test_leaving_a_list_with_unsaved_words_asks_first(editor: Open, shelf: str, label: str) -> None:
    opened = editor(shelf)
    page = again(opened)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.goto(opened.url)
    for folded in page.get_by_text("Add a test", exact=True).all():
        folded.click()
    field = page.get_by_label(label)
    field.fill("mine")
    page.get_by_role("link", name="Editions").click()
    expect(field).to_have_value("mine")
    assert asked == ["beforeunload"]
    page.context.close()


def test_saving_one_of_several_forms_asks_about_the_others(editor: Open) -> None:
    opened = editor("/studio/lists")
    page = again(opened)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.goto(opened.url)
    other, trade = page.get_by_label(BLAME, exact=True), page.locator("#jargon")
    other.fill("mine")
    trade.get_by_role("textbox").fill("cohort")
    trade.get_by_role("button", name="Save draft").click()
    expect(other).to_have_value("mine")
    assert asked == ["beforeunload"]
    other.fill("")
    page.get_by_role("link", name="Editions").click()
    expect(trade.get_by_role("textbox")).to_have_value("cohort")
    assert asked == ["beforeunload"] * 2, "who stayed has sent nothing"
    trade.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("status")).to_have_text("Saved to the draft.")
    assert asked == ["beforeunload"] * 2
    page.context.close()
