"""Warm hand-off on a case's page in a browser: updates leave the form alone, and three people talk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.actions.introductions import IntroductionActions
from bot.runtime.runtime import Runtime
from tests.browser.test_case_work import at_case
from tests.support.browser_app import Open
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_contact_is_invited_joins_and_leaves(at: Open, runtime: Runtime, size: tuple[int, int, str]) -> None:
    her = YoungPerson(runtime)
    code = her.share("needs", "service", name="Jay")
    page = at_case(at, code, *size)
    hand = page.locator("#introduction")
    hand.locator("summary", has_text="Introduce to an agency").click()
    service = hand.locator("[name=service]")
    expect(service).not_to_have_value("")  # the one that they asked for
    service.fill("shelter")
    expect(hand.get_by_role("option").first).to_be_visible()
    service.press("Enter")
    expect(hand.get_by_role("listbox")).to_have_count(0)
    expect(service).not_to_have_value("shelter")
    hand.get_by_label("first name").fill("Dana")
    hand.get_by_label("mobile number").fill("12")
    hand.get_by_role("button", name="Ask the young person").click()
    expect(page.locator("#refused")).to_contain_text("mobile number")
    her.text("still here")
    expect(page.locator(".text.person")).to_have_count(1)  # an update arrived and was applied
    expect(hand.get_by_label("first name")).to_have_value("Dana")
    expect(hand.get_by_label("mobile number")).to_have_value("12")
    sound(page)
    hand.get_by_label("mobile number").fill("+1 555 555 0162")
    hand.get_by_role("button", name="Ask the young person").click()
    expect(hand).to_contain_text("Dana doesn't know yet")

    page.get_by_role("textbox", name="Your text to them").fill("half a thought")
    reply = her.text("bring them in", "show it")
    while reply.state == "consent.agency_item":
        reply = her.text("keep it to me")
    expect(hand).to_contain_text("who hasn't joined yet")
    case = runtime.store.cases.get(code)
    assert case and case.introduction
    acts = IntroductionActions(runtime)
    acts.joined(code, case.introduction.code)
    acts.said(code, case.introduction.code, "We have a bed, and cats.", sid=f"SM{code}")
    expect(page.get_by_text("Dana gets this too.")).to_be_visible()
    expect(page.locator(".text.contact")).to_contain_text("We have a bed")
    expect(page.get_by_role("textbox", name="Your text to them")).to_have_value("half a thought")
    sound(page)

    hand.locator("summary", has_text="End introduction").click()
    hand.get_by_role("button", name="End introduction").click()
    expect(hand).to_contain_text("Dana gets no more texts")
    expect(page.get_by_text("Dana gets this too.")).to_be_hidden()
    hand.locator("summary", has_text="Offer a reminder").click()
    sound(page)
