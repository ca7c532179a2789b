"""An open page is sent only what has changed, in a browser: it stays whole, and heals if a part is missing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Response, Route, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be, with_empty_board
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

MOST_BYTES = 10_000


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board."""
    return with_empty_board(house)


@pytest.fixture
def talk(at: Open, runtime: Runtime) -> tuple[Page, YoungPerson]:
    """Open the page of a talk with many texts."""
    her = YoungPerson(runtime)
    code = her.share("needs", "area", name="Jayden")
    page = at(f"/staff/login?next=/console/{code}")
    be(page, "caseworker")
    page.get_by_role("button", name="Take the case").click()
    expect(page.locator("#words")).to_be_focused()
    for number in range(20):
        her.text(f"text number {number} of the night")
    expect(page.locator(".thread")).to_contain_text("text number 19 of")
    return page, her


def test_page_stays_whole_and_a_new_text_costs_little(talk: tuple[Page, YoungPerson]) -> None:
    page, her = talk
    page.get_by_text("Add a task", exact=True).click()
    page.get_by_label("Description").fill("half a task")
    page.locator("#words").fill("half a reply")
    seen: list[Response] = []
    page.on("response", lambda answer: seen.append(answer))  # noqa: PLW0108 -- Playwright cannot mark a built-in method
    with page.expect_response(lambda answer: answer.url.endswith("/talks") and answer.status == 200):
        her.text("a zebra stands here")
        expect(page.locator(".thread")).to_contain_text("a zebra stands here")
    weight = sum(len(answer.body()) for answer in seen if answer.status == 200 and "/console/" in answer.url)
    assert 0 < weight < MOST_BYTES, weight
    for number in range(20):
        expect(page.locator(".thread")).to_contain_text(f"text number {number} of")
    expect(page.locator(".text.person")).to_have_count(21)
    expect(page.get_by_label("Description")).to_have_value("half a task")
    expect(page.locator("#words")).to_have_value("half a reply")
    expect(page.get_by_role("heading", name="Referrals")).to_be_visible()
    her.text("take back")
    expect(page.locator(".text")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("Jayden")


def test_part_that_is_missing_comes_back(talk: tuple[Page, YoungPerson]) -> None:
    page, her = talk
    held = page.locator("#live [data-hash]").evaluate_all("parts => parts.map((part) => part.dataset.hash).join(' ')")
    asked = []

    def claim(route: Route) -> None:
        asked.append(route.request.url)
        claims = {"x-held": held} if len(asked) == 1 else {}
        route.continue_(headers={**route.request.headers, **claims})

    page.route("**/live", claim)
    page.locator(".lines").first.evaluate("part => part.remove()")
    her.text("a zebra stands here")
    expect(page.locator(".thread")).to_contain_text("a zebra stands here")
    expect(page.locator(".thread")).to_contain_text("text number 0 of")
    expect(page.locator("#live [data-same]")).to_have_count(0)
