"""Studio pages for help lines, phrases, word lists and the sandbox in a browser, as editors use them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.browser_app import Open
from tests.support.page_checks import SIZES, sound

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_help_line_is_checked_off(editor: Open, width: int, height: int, scheme: str) -> None:
    page = editor("/studio/hotlines", width, height, scheme)
    sound(page)
    first = page.locator(".line").first
    expect(first).to_contain_text("Never checked")
    name = first.get_by_role("heading").inner_text()
    first.get_by_role("button", name="Checked by call").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded")
    expect(page.locator(".line", has=page.get_by_role("status"))).to_contain_text("Today")
    expect(page.locator(".line").first.get_by_role("heading")).not_to_have_text(name)
    sound(page)


def test_help_lines_print_as_a_checklist(editor: Open) -> None:
    page = editor("/studio/hotlines")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("button", name="Checked by call").first).to_be_hidden()
    expect(page.get_by_text("Checked on").first).to_be_visible()


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_phrase_is_tried_refused_and_saved(editor: Open, width: int, height: int, scheme: str) -> None:
    page = editor("/studio/lexicon", width, height, scheme)
    sound(page)
    page.get_by_label("Text", exact=True).fill("gonna yeet myself")
    page.get_by_role("button", name="Test").click()
    expect(page.locator("#heard")).to_contain_text("None")
    page.locator(".topic summary", has_text="Self-harm or suicide").click()
    topic = page.locator(".topic", has_text="Self-harm or suicide")
    own = topic.get_by_label("anywhere in a text")
    own.fill("(gonna yeet myself")
    topic.get_by_role("button", name="Save draft").first.click()
    expect(page.get_by_role("alert")).to_contain_text("without its")
    sound(page)
    own.fill("gonna yeet myself")
    topic.get_by_role("button", name="Save draft").first.click()
    expect(page.get_by_role("status")).to_have_text("Saved to the draft.")
    page.get_by_label("Text", exact=True).fill("gonna yeet myself")
    page.get_by_role("button", name="Test").click()
    expect(page.locator("#heard")).to_contain_text("Self-harm or suicide")
    sound(page)
    page.get_by_role("link", name="Short forms").click()
    sound(page)


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_word_is_added_to_a_list(editor: Open, width: int, height: int, scheme: str) -> None:
    page = editor("/studio/lists", width, height, scheme)
    page.get_by_label("Jargon").get_by_role("textbox").fill("stakeholder")
    page.get_by_label("Jargon").get_by_role("button").click()
    expect(page.get_by_role("status")).to_have_text("Saved to the draft.")
    expect(page.get_by_label("Jargon").get_by_role("textbox")).to_have_value("stakeholder")
    sound(page)


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_conversation_is_written_and_played(editor: Open, width: int, height: int, scheme: str) -> None:
    page = editor("/studio/bench", width, height, scheme)
    sound(page)
    page.get_by_text("Add a test").click()
    page.get_by_label("Name").fill("Tired")
    page.get_by_label("Lines").fill("# Tired.\n> hey\n< welcome.hello\n> not now\n< needs.ask")
    page.get_by_role("button", name="Save and run").click()
    expect(page.locator(".bubble.person")).to_have_count(2)
    expect(page.get_by_text("expected needs.ask, got welcome.later")).to_be_visible()
    sound(page)
