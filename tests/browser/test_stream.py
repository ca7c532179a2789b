"""Pages that are told at once, in a browser on the real product: gunicorn, two web processes, a real Redis."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from tests.support.browser_app import Open, be
from tests.support.http_server import free_port
from tests.support.person import YoungPerson
from tests.support.product import Product, running, wait_until
from tests.support.streams import colleague

pytestmark = pytest.mark.browser

AT_ONCE_MS = 2500
"""Less than the interval of polling, and far less than that beside a stream."""

QUIET_SECONDS = 8


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Run the product in demo mode, for its sign-in."""
    port = str(free_port())
    folder = tmp_path_factory.mktemp("stream")
    settings = {"DEMO": "1", "PORT": port, "PUBLIC_URL": f"http://127.0.0.1:{port}", "LOCAL_MODEL": "0"}
    with running(folder, as_served=True, **settings) as made:
        yield made


@pytest.fixture(scope="module")
def runtime(product: Product) -> Runtime:
    """Return a conversation of the test's own on the product's Redis: its commits are those of another process."""
    return build(product.settings)


@pytest.fixture
def address(product: Product) -> str:
    """Return the address of the pages."""
    return product.settings.public_url


class Asked:
    """Addresses that the pages of a window ask for."""

    def __init__(self, window: BrowserContext) -> None:
        self.paths: list[str] = []
        window.on("request", self._note)

    def _note(self, request: Request) -> None:
        self.paths.append("/" + request.url.split("/", 3)[3])

    def count(self, ending: str) -> int:
        return sum(path.endswith(ending) for path in self.paths)

    def settle(self, page: Page) -> None:
        """Wait until the page is told by the stream and asks no more by itself."""
        for _ in range(10):
            before = len(self.paths)
            page.wait_for_timeout(4000)
            if len(self.paths) == before:
                return
        raise AssertionError("the page still polls: is there a stream?")


def at_case(at: Open, code: str) -> tuple[Page, Asked]:
    page = at(f"/staff/login?next=/console/{code}")
    asked = Asked(page.context)
    be(page, "caseworker")
    page.get_by_role("button", name="Take the case").click()
    expect(page.locator("#words")).to_be_focused()
    asked.settle(page)
    return page, asked


def test_text_is_there_at_once_and_a_quiet_page_asks_little(at: Open, runtime: Runtime) -> None:
    her, other = YoungPerson(runtime), YoungPerson(runtime)
    code, _ = her.share("needs"), other.share("needs")
    page, asked = at_case(at, code)
    before = len(asked.paths)
    page.wait_for_timeout(QUIET_SECONDS * 1000)
    assert len(asked.paths) - before <= 2, asked.paths[before:]
    for number in range(3):
        her.text(f"zebra {number} stands here")
        expect(page.locator(".thread")).to_contain_text(f"zebra {number} stands", timeout=AT_ONCE_MS)
    polled = asked.count(f"{code}/live")
    other.text("a text in another case")
    page.wait_for_timeout(1500)
    assert asked.count(f"{code}/live") == polled, "what is in another case is nothing for this page"
    her.text("take back")
    expect(page.locator(".text")).to_have_count(0, timeout=AT_ONCE_MS)


def test_waiting_case_is_on_the_board_at_once_and_tabs_share_a_stream(at: Open, runtime: Runtime) -> None:
    board = at("/staff/login?next=/console")
    asked = Asked(board.context)
    be(board, "caseworker")
    asked.settle(board)
    second = board.context.new_page()
    second.goto(board.url)
    second.wait_for_load_state()
    asked.settle(board)
    assert asked.count("/console/stream") <= 1, "the tab that came first keeps it"
    code = YoungPerson(runtime).share("needs")
    for page in (board, second):
        expect(page.locator(f'[data-code="{code}"]')).to_be_visible(timeout=AT_ONCE_MS)
    board.close()
    asked.settle(second)
    code = YoungPerson(runtime).share("needs")
    expect(second.locator(f'[data-code="{code}"]')).to_be_visible(timeout=AT_ONCE_MS)


def test_page_polls_while_the_stream_is_gone_and_gets_it_back(at: Open, runtime: Runtime, product: Product) -> None:
    her = YoungPerson(runtime)
    code = her.share("needs")
    page, asked = at_case(at, code)
    page.context.route("**/console/stream", lambda route: route.abort())
    before, streams = product.web_workers(), asked.count("/console/stream")
    for pid in before:
        os.kill(pid, signal.SIGTERM)
    wait_until(lambda: len(set(product.web_workers()) - set(before)) == 2, 30)
    wait_until(lambda: product.get("/readyz") == 200, 60)
    page.wait_for_timeout(6000)
    polled = asked.count(f"{code}/live")
    page.wait_for_timeout(7000)
    assert asked.count(f"{code}/live") - polled >= 2, "it asks every three seconds"
    her.text("a heron stands here")
    expect(page.locator(".thread")).to_contain_text("a heron stands here", timeout=6000)
    page.context.unroute("**/console/stream")
    until = time.monotonic() + 60
    while asked.count("/console/stream") < streams + 2 and time.monotonic() < until:
        page.wait_for_timeout(500)
    asked.settle(page)
    her.text("an otter swims here")
    expect(page.locator(".thread")).to_contain_text("an otter swims here", timeout=AT_ONCE_MS)


def test_buffered_stream_is_none(at: Open, runtime: Runtime) -> None:
    her = YoungPerson(runtime)
    code = her.share("needs")
    page = at(f"/staff/login?next=/console/{code}")
    held = []
    page.context.route("**/console/stream", lambda route: held.append(route))  # noqa: PLW0108 - the library marks it
    asked = Asked(page.context)
    be(page, "caseworker")
    page.wait_for_timeout(3000)
    polled = asked.count(f"{code}/live")
    page.wait_for_timeout(10_000)
    assert asked.count(f"{code}/live") - polled >= 3
    assert held


def test_other_tab_is_cleared_soon_after_sign_out(at: Open, runtime: Runtime) -> None:
    page, asked = at_case(at, YoungPerson(runtime).share("needs"))
    second = page.context.new_page()
    second.goto(page.url.rpartition("/")[0])
    second.get_by_role("button", name="Sign out", exact=True).click()
    second.wait_for_url("**/staff/login**")
    expect(page.get_by_text("You've been signed out.")).to_be_visible(timeout=12_000)
    assert asked.count("/stream")
    expect(page.locator(".text")).to_have_count(0)


def test_note_task_referral_and_transfer_need_no_reload_and_others_see_them(at: Open, runtime: Runtime) -> None:
    colleague(runtime.store, name="Noor")
    code = YoungPerson(runtime).share("needs")
    page, _ = at_case(at, code)
    lead = at(f"/staff/login?next=/console/{code}")
    be(lead, "lead")
    Asked(lead.context).settle(lead)
    for each in (page, lead):
        each.evaluate("() => { window.sameDocument = true; }")
    page.get_by_label("A note for colleagues").fill("she likes herons")
    page.get_by_role("button", name="Add note").click()
    expect(page.locator("#live")).to_contain_text("she likes herons")
    expect(lead.locator("#live")).to_contain_text("she likes herons", timeout=AT_ONCE_MS)
    page.get_by_text("Add a task", exact=True).click()
    page.get_by_role("combobox", name="Type", exact=True).select_option(label="Other")
    page.get_by_label("Description").fill("See the drop-in")
    page.get_by_role("button", name="Add task").click()
    expect(page.locator("#live")).to_contain_text("See the drop-in")
    expect(lead.locator("#live")).to_contain_text("See the drop-in", timeout=AT_ONCE_MS)
    page.get_by_text("Add a referral", exact=True).click()
    page.locator('[action$="/referral"] [name=service]').fill("runaway safelin")
    page.locator('[action$="/referral"]').get_by_role("option", name="National Runaway Safeline").click()
    page.get_by_role("button", name="Add referral").click()
    for each in (page, lead):
        expect(
            each.locator(".work .words, .work .todo li").filter(has_text="National Runaway Safeline").first
        ).to_be_visible(timeout=AT_ONCE_MS)
    page.locator("summary").get_by_text("Transfer", exact=True).click()
    page.locator("[name=to]").select_option(index=1)
    page.get_by_role("button", name="Transfer", exact=True).click()
    expect(page.locator("#words")).to_have_count(0)
    expect(page.locator(".case-head")).to_contain_text("With Noor")
    expect(lead.locator(".case-head")).to_contain_text("With Noor", timeout=AT_ONCE_MS)
    for each in (page, lead):
        assert each.evaluate("() => window.sameDocument === true"), "the page was not loaded again"
