"""What is half written on a case's page stays there, and the page does not move under the caseworker."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, Route, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

SIZES = [(1280, 800), (375, 667)]
WORDS = "I can call the drop-in for you, if ¿quieres?"


TOPMOST = """() => {
  const { x, y, width, height } = document.querySelector(".below").getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2).className;
}"""
"""What lies on top in the middle of the button for a new text."""


class Case(NamedTuple):
    """A case that the demo caseworker holds, on its page."""

    page: Page
    her: YoungPerson
    code: str


@pytest.fixture
def case(at: Open, runtime: Runtime) -> Callable[..., Case]:
    """Return a function that opens the page of a new case, taken, at a size."""

    def open_case(*size: int) -> Case:
        her = YoungPerson(runtime)
        code = her.share("needs")
        page = at(f"/staff/login?next=/console/{code}", *size)
        be(page, "caseworker")
        page.get_by_role("button", name="Take the case").click()
        expect(page.locator("#words")).to_be_focused()
        return Case(page, her, code)

    return open_case


def boxes(page: Page) -> dict[str, str]:
    """Return what stands in the boxes of the page, by a name of each."""
    return {
        "text": page.locator("#words").input_value(),
        "note": page.locator("#note").input_value(),
        "task": page.locator('[action$="/task"] [name=words]').input_value(),
        "kind": page.locator('[action$="/task"] [name=kind]').input_value(),
        "referral": page.locator('[action$="/referral"] [name=service]').input_value(),
        "contact": page.locator('[name=contact]').input_value(),
    }  # fmt: skip


def fill(page: Page) -> dict[str, str]:
    """Write something into every box and return it."""
    page.locator("#words").fill(WORDS)
    page.locator("#note").fill("Prefers evenings.\nAsk on Monday.")
    for name in ("Add a task", "Add a referral", "Introduce to an agency"):
        page.get_by_text(name, exact=True).click()
    page.locator('[action$="/task"] [name=words]').fill("Ask about the bus pass")
    page.locator('[action$="/task"] [name=kind]').select_option("reminder")
    page.locator('[action$="/referral"] [name=service]').fill("National Runaway Safeline")
    page.locator("[name=contact]").fill("Dana")
    typed = boxes(page)
    assert all(typed.values()), typed
    return typed


def drafts_of(runtime: Runtime, code: str) -> list[str]:
    """Return who has a draft in a case."""
    return [*runtime.store.fetch(runtime.store.cases.drafts.writers_query(code))]


def top_of(page: Page, selector: str) -> float:
    """Return how far below the top of the window an element begins."""
    top: float = page.locator(selector).evaluate("(element) => element.getBoundingClientRect().top")
    return top


def expect_saved(page: Page) -> None:
    """Wait until the server has the draft, as the page says."""
    expect(page.locator("#kept")).to_have_text("Draft saved")


def expect_boxes(page: Page, wanted: dict[str, str]) -> None:
    for _ in range(100):
        if boxes(page) == wanted:
            return
        page.wait_for_timeout(50)
    assert boxes(page) == wanted


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sent", ["note", "task", "referral"])
def test_one_form_leaves_every_other_box_alone(case: Callable[..., Case], size: tuple[int, int], sent: str) -> None:
    page = case(*size).page
    typed = fill(page)
    button = page.locator(f'[action$="/{sent}"] button')
    button.scroll_into_view_if_needed()
    before = top_of(page, f"#{sent}s")
    page.evaluate("window.stayed = true")
    button.click()
    shown = {
        "note": ".notes article",
        "task": '[data-key="tasks"] .todo li',
        "referral": '[data-key="referrals"] .todo li',
    }
    expect(page.locator(shown[sent])).to_have_count(1)
    emptied = {"note": ("note",), "task": ("task", "kind"), "referral": ("referral",)}[sent]
    expect_boxes(page, typed | dict.fromkeys(emptied, ""))
    at_end = page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 2")
    # the form that was sent folds up again: a page that has got shorter than that can only end
    assert abs(top_of(page, f"#{sent}s") - before) <= 2 or (at_end and sent != "note"), "the page stays where it was"
    assert "saved" not in page.url
    assert page.evaluate("window.stayed"), "no page was loaded"
    expect(page.locator("#told")).to_have_text(f"{sent.capitalize()} added")


@pytest.mark.parametrize("size", SIZES)
def test_drafts_outlast_leaving_reloading_and_signing_out(
    case: Callable[..., Case], house: House, size: tuple[int, int]
) -> None:
    page, _, code = case(*size)
    typed = fill(page)
    page.get_by_role("link", name="Board", exact=True).first.click()
    page.get_by_role("link", name=f"Case {code}").click()
    expect_boxes(page, typed)
    page.reload()
    expect_boxes(page, typed)
    page.get_by_role("button", name="Sign out", exact=True).click()
    stored = page.evaluate("JSON.stringify([...Object.entries(sessionStorage), ...Object.entries(localStorage)])")
    for words in ("drop-in", "evenings", "bus pass", "Dana", code):
        assert words not in stored, "the browser keeps nothing"
    be(page, "caseworker")
    page.goto(f"{house.address}/console/{code}")
    expect_boxes(page, typed)


def test_drafts_outlast_the_end_of_a_session(case: Callable[..., Case], house: House) -> None:
    page, _, code = case()
    typed = fill(page)
    expect_saved(page)
    page.context.clear_cookies()
    expect(page.locator("main")).not_to_contain_text("Prefers evenings")
    page.get_by_role("link", name="Sign in to keep going").click()
    be(page, "caseworker")
    assert page.url == f"{house.address}/console/{code}"
    expect_boxes(page, typed)


def test_form_sent_after_the_session_ended_keeps_its_words(case: Callable[..., Case], house: House) -> None:
    page, _, code = case()
    page.route("**/live", lambda route: route.abort())  # the page does not know yet
    typed = fill(page)
    expect_saved(page)
    page.context.clear_cookies()
    page.get_by_role("button", name="Add note").click()
    be(page, "caseworker")
    assert page.url == f"{house.address}/console/{code}"
    expect(page.locator(".notes article")).to_have_count(0)
    expect_boxes(page, typed)


def test_refused_form_keeps_all_words(case: Callable[..., Case]) -> None:
    page = case().page
    typed = fill(page)
    page.evaluate("document.querySelector('[action$=\"/task\"] [name=words]').removeAttribute('maxlength')")
    page.locator('[action$="/task"] [name=words]').fill("x" * 400)
    page.get_by_role("button", name="Add task").click()
    expect(page.locator("#refused")).to_contain_text("Describe the task")
    expect(page.locator("#words")).to_have_value(typed["text"])
    expect(page.locator("#note")).to_have_value(typed["note"])


def test_another_colleague_and_another_case_get_no_draft(
    case: Callable[..., Case], house: House, runtime: Runtime
) -> None:
    page, _, code = case()
    fill(page)
    other = YoungPerson(runtime).share("needs")
    page.goto(f"{house.address}/console/{other}")
    page.get_by_role("button", name="Take the case").click()
    assert not any(boxes(page).values())
    page.get_by_role("button", name="Sign out", exact=True).click()
    be(page, "lead")
    page.goto(f"{house.address}/console/{code}")
    expect(page.locator("#note")).to_have_value("")
    page.wait_for_timeout(300)
    expect(page.locator("#note")).to_have_value("")


def test_sent_text_leaves_no_draft(case: Callable[..., Case]) -> None:
    page, _, _ = case()
    page.locator("#words").fill("hello")
    page.locator("#words").press("Control+Enter")
    expect(page.locator(".text.staff")).to_have_count(1)
    page.reload()
    page.wait_for_timeout(300)
    expect(page.locator("#words")).to_have_value("")


NEWS = {
    "are you there": "are you there",
    "not now": "not now",
    "i want to kill myself": "They mentioned danger",
    "weather": "You can't send now",
    "he's back": "You can't send now",
}
"""What she texts, and what of it appears on the page above the box."""


@pytest.mark.parametrize("text", NEWS)
def test_news_does_not_empty_a_box(case: Callable[..., Case], text: str) -> None:
    page, her, _ = case()
    typed = fill(page)
    page.locator("#words").focus()
    her.text(text)
    expect(page.get_by_text(NEWS[text]).first).to_be_visible()
    assert boxes(page) == typed
    expect(page.locator("#words")).to_be_focused()


def test_withdrawal_drops_the_drafts(case: Callable[..., Case], runtime: Runtime) -> None:
    page, her, code = case()
    fill(page)
    expect_saved(page)
    assert drafts_of(runtime, code)
    her.text("take back")
    expect(page.get_by_text("Consent ended").first).to_be_visible()
    expect(page.locator("#words")).to_have_count(0)
    assert not drafts_of(runtime, code)


@pytest.mark.parametrize("size", SIZES)
def test_page_does_not_jump_after_take(at: Open, runtime: Runtime, size: tuple[int, int]) -> None:
    code = YoungPerson(runtime).share("needs", "area", name="Jay")
    page = at(f"/staff/login?next=/console/{code}", *size)
    be(page, "caseworker")
    take = page.get_by_role("button", name="Take the case")
    take.scroll_into_view_if_needed()
    before = top_of(page, ".talk")
    take.click()
    expect(page.locator("#words")).to_be_focused()
    page.wait_for_timeout(300)
    assert abs(top_of(page, ".talk") - before) <= 2
    if size[0] > 860:
        expect(page.locator("h1 .code")).to_be_in_viewport()


@pytest.mark.parametrize("size", SIZES)
def test_second_press_after_take_opens_the_case(at: Open, runtime: Runtime, size: tuple[int, int]) -> None:
    code = YoungPerson(runtime).share("needs", "area", name="Jay")
    page = at("/staff/login?next=/console", *size)
    be(page, "caseworker")
    spot = page.get_by_role("button", name=f"Take case {code}").bounding_box()
    assert spot
    middle = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    page.mouse.click(*middle)
    expect(page.locator(f'.entry[data-code="{code}"][data-mine]')).to_be_visible()
    page.mouse.click(*middle)  # the same place now opens it
    page.wait_for_url(f"**/console/{code}")
    page.wait_for_timeout(300)
    if size[0] <= 860:
        expect(page.locator("#words")).to_be_in_viewport()
        return
    assert page.evaluate("scrollY") == 0
    expect(page.locator("h1 .code")).to_be_in_viewport()
    expect(page.locator(".shared").get_by_text("Jay")).to_be_in_viewport()


@pytest.mark.parametrize("size", SIZES)
def test_new_text_is_announced_where_the_eye_is(case: Callable[..., Case], size: tuple[int, int]) -> None:
    page, her, _ = case(*size)
    for number in range(14):
        her.text(f"this is text number {number} of a long talk, with some more words in it")
    expect(page.locator(".text.person")).to_have_count(14)
    below = page.locator(".below")
    page.evaluate("(document.querySelector('.thread').scrollTop = 0, scrollTo(0, 0))")
    her.text("and one more")
    expect(below).to_have_text("New message below")
    expect(below).to_be_in_viewport(ratio=1)
    assert page.evaluate(TOPMOST) == "below", "nothing covers it"
    below.click()
    expect(page.locator(".text.person").last).to_be_in_viewport()
    expect(below).to_be_hidden()


def test_slow_list_does_not_move_who_has_scrolled_on(case: Callable[..., Case]) -> None:
    page = case(375, 667).page
    page.locator("#note").fill("half a")
    held: list[Route] = []
    page.route("**/console/talks", lambda route: held.append(route))  # noqa: PLW0108 - the library marks it
    page.get_by_role("button", name="Add note").click()
    expect(page.locator(".notes article")).to_have_count(1)
    page.evaluate("scrollTo(0, 100)")
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    assert held and page.evaluate("scrollY") == 100


def test_new_text_does_not_move_who_writes_a_note_on_a_phone(case: Callable[..., Case]) -> None:
    page, her, _ = case(375, 667)
    page.locator("#note").fill("half a")
    page.locator("#note").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.timeline').scrollIntoView()")
    before = page.evaluate("document.querySelector('#note').getBoundingClientRect().top")
    her.text("are you there")
    expect(page.locator(".text.person")).to_have_count(1)
    page.wait_for_timeout(300)
    after = page.evaluate("document.querySelector('#note').getBoundingClientRect().top")
    assert abs(after - before) <= 80, "the text itself takes its place, no more"
    expect(page.locator(".below")).to_be_in_viewport()
