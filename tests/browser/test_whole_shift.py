"""A shift told as one story: ten wait, four are taken, and four talks go on side by side. Presses are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.runtime.runtime import Runtime
from tests.support.browser_app import House, Open, be, with_empty_board
from tests.support.page_checks import sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser

HALF = "I can come with you, if you"
WAIT = 10


@dataclass
class Hand:
    """The colleague's hand: every press of a button or a key outside a text is counted."""

    page: Page
    clicks: int = 0
    keys: int = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def since(self) -> tuple[int, int]:
        """Return clicks and keys since the last call."""
        done, self.clicks, self.keys = (self.clicks, self.keys), 0, 0
        return done


@pytest.fixture
def runtime(house: House) -> Runtime:
    """Return the app's conversation, with an empty board."""
    return with_empty_board(house)


def ten(runtime: Runtime) -> tuple[YoungPerson, dict[str, YoungPerson]]:
    """Let ten people ask for a caseworker; one spoke of suicide, one texts in Spanish, three gave a name."""
    names = ("Jay", "Kim", "Lou", *["no name"] * 5)
    people = [YoungPerson(runtime) for _ in range(WAIT)]
    codes = {her.share(*(["needs"] if at % 2 else []), name=name): her for at, (her, name) in
             enumerate(zip(people, names, strict=False))}  # fmt: skip
    spanish, urgent = people[-2:]
    spanish.text("hola", "sí", "1", "quiero hablar con una persona", "1", "Luz")
    urgent.text("hey", "1", "ok", "i want to kill myself", "talk to a person", "just say i want to talk", "no name")
    return urgent, codes | {spanish.case: spanish, urgent.case: urgent}


def triage(hand: Hand, urgent: str) -> list[str]:
    """Tell the ten apart without opening one, and return the codes of those that are to be taken."""
    page = hand.page
    queue = page.locator('[data-list="waiting"] .entry')
    expect(queue).to_have_count(WAIT)
    expect(queue.first).to_have_attribute("data-code", urgent)
    expect(queue.first).to_contain_text("Urgent")
    told = queue.all_inner_texts()
    assert sum("A place to sleep tonight" in row for row in told) == 4
    assert [sum(name in row for row in told) for name in ("Jay", "Kim", "Lou", "Luz", "Spanish")] == [1] * 5
    sound(page)
    assert hand.since() == (0, 0)
    rows = [row for row in queue.all() if re.search("Urgent|Jay|Kim|Luz", row.inner_text())]
    return [row.get_attribute("data-code") or "" for row in rows]


def takes_four(hand: Hand, codes: list[str]) -> None:
    """Take four cases with four presses."""
    for code in codes:
        hand.click(hand.page.get_by_role("button", name=f"Take case {code}"))
        expect(hand.page.locator(f'.entry[data-code="{code}"][data-mine]')).to_be_visible()
    assert (len(codes), hand.since()) == (4, (4, 0))


def changes_the_talk(hand: Hand, people: dict[str, YoungPerson], here: int) -> list[str]:
    """Go round the four talks, where each has news: one key a change. Return the codes from where it ended."""
    page = hand.page
    order = page.locator("#mine-list .code").all_inner_texts()
    for step in range(1, 5):
        wanted = order[(here + step) % 4]
        people[wanted].text("are you there")
        expect(page.locator(f'[data-code="{wanted}"] .unread')).to_contain_text("1")
        hand.press("j")
        expect(page.locator("h1 .code")).to_have_text(wanted)
        assert page.url.endswith(wanted)
        assert hand.since() == (0, 1)
        expect(page.locator(".text.person")).to_have_count(1)
        expect(page.locator(f'[data-code="{wanted}"] .unread')).to_have_count(0)
        expect(page.locator("#told")).to_have_text(re.compile(f"^Case {wanted}"))
    return [order[(here + step) % 4] for step in range(4)]


def notes_while_writing(hand: Hand) -> None:
    """Write half a text, and a note in between: five keys beside the words."""
    page = hand.page
    hand.press("r")
    page.keyboard.type(HALF)
    hand.press("Escape")
    hand.press("n")
    page.keyboard.type("Prefers evenings")
    hand.press("Tab")
    hand.press("Enter")
    expect(page.locator(".notes article")).to_contain_text("Prefers evenings")
    expect(page.locator("#told")).to_have_text("Note added")
    expect(page.locator("#note")).to_have_value("")
    expect(page.locator("#words")).to_have_value(HALF)
    assert hand.since() == (0, 5)


def goes_offline_and_back(hand: Hand, following: str) -> None:
    """Lose the server for a while, and nothing else."""
    page = hand.page
    page.context.set_offline(True)
    hand.press("j")
    expect(page.locator("#refused")).to_contain_text("We couldn't reach the server")
    expect(page.locator("#words")).to_have_value(HALF)
    page.context.set_offline(False)
    hand.press("j")
    expect(page.locator("h1 .code")).to_have_text(following)
    expect(page.locator("#refused")).to_be_hidden()
    hand.press("k")
    expect(page.locator("#words")).to_have_value(HALF)
    hand.since()


def finds_a_bed(hand: Hand) -> None:
    """Find a service beside the text: one key, the words, one press. A second tab shows the same draft."""
    page = hand.page
    hand.press("s")
    page.keyboard.type("bed tonight")
    first = page.get_by_role("button", name=re.compile("^Put in reply")).first
    expect(first).to_be_visible()
    hand.click(first)
    expect(page.locator("#words")).to_have_value(re.compile(rf"^{HALF} \w"))
    expect(page.locator('[data-key="referrals"] .todo li')).to_have_count(1)
    assert hand.since() == (1, 1)
    sound(page)
    expect(page.locator("#kept")).to_have_text("Draft saved")
    tab = page.context.new_page()
    tab.goto(page.url)
    expect(tab.locator("#words")).to_have_value(re.compile(rf"^{HALF} \w"))
    tab.close()


def replies_quickly(hand: Hand) -> None:
    """Send a quick reply by "/", and go to another talk by a name: four keys."""
    page = hand.page
    page.locator("#words").fill("")
    page.locator("#words").press_sequentially("/")
    expect(page.get_by_role("option").first).to_be_visible()
    sound(page)
    hand.press("Enter")
    expect(page.locator("#words")).not_to_have_value("/")
    hand.press("Control+Enter")
    expect(page.locator(".text.staff")).to_have_count(1)
    hand.press("Control+k")
    page.keyboard.type("kim")
    expect(page.get_by_role("option", name=re.compile("Kim"))).to_be_visible()
    sound(page)
    hand.press("Enter")
    kim = page.locator("#mine-list a", has_text="Kim").locator(".code").inner_text()
    expect(page.locator("h1 .code")).to_have_text(kim)
    assert hand.since() == (0, 4)


def takes_a_fifth_and_gives_one_back(hand: Hand) -> None:
    """Take one more from the queue beside the talk, and return the talk on the page to the queue."""
    page = hand.page
    here = page.locator("h1 .code").inner_text()
    hand.press("q")
    hand.press("Enter")
    expect(page.locator(".mine-row[data-unread]")).to_have_count(5)
    expect(page.locator("h1 .code")).to_have_text(here)
    page.locator("summary", has_text="Return to queue").click()
    page.get_by_role("button", name="Return to queue").click()
    expect(page.locator(".mine-row[data-unread]")).to_have_count(4)
    expect(page.locator("#told")).to_have_text("Case returned to the queue")
    sound(page)


def test_shift_of_ten_waiting_and_four_talks(blank: Open, address: str, runtime: Runtime) -> None:
    urgent, people = ten(runtime)
    page = blank()
    page.goto(f"{address}/staff/login?next=/console")
    be(page, "caseworker")
    hand = Hand(page)
    codes = triage(hand, urgent.case)
    takes_four(hand, codes)
    page.get_by_role("link", name=f"Case {codes[0]}").click()
    expect(page.locator(".mine-row[data-unread]")).to_have_count(4)
    expect(page.locator("[data-waits]")).to_have_count(WAIT - 4)
    page.evaluate("window.stayed = true")
    order = page.locator("#mine-list .code").all_inner_texts()
    order = changes_the_talk(hand, people, order.index(codes[0]))
    notes_while_writing(hand)
    goes_offline_and_back(hand, order[1])
    finds_a_bed(hand)
    replies_quickly(hand)
    takes_a_fifth_and_gives_one_back(hand)
    assert page.evaluate("window.stayed"), "all of it on one page that was never loaded again"


def test_same_marks_and_presses_on_a_phone(blank: Open, address: str, runtime: Runtime) -> None:
    _, people = ten(runtime)
    page = blank(375, 667, "dark")
    page.goto(f"{address}/staff/login?next=/console")
    be(page, "caseworker")
    queue = page.locator('[data-list="waiting"] .entry')
    expect(queue).to_have_count(WAIT)
    told = queue.all_inner_texts()
    assert sum("A place to sleep tonight" in row for row in told) == 4
    assert sum("Urgent" in row for row in told) == 1
    hand = Hand(page)
    for code in list(people)[:4]:
        hand.click(page.get_by_role("button", name=f"Take case {code}"))
        expect(page.locator(f'.entry[data-code="{code}"][data-mine]')).to_be_visible()
    assert hand.since() == (4, 0)
    sound(page)
    page.get_by_role("link", name=f"Case {next(iter(people))}").click()
    page.get_by_role("button", name="Queue").click()
    expect(page.locator("#queue-list")).to_be_visible()
    sound(page)


def test_forms_and_links_work_without_a_script(browser: object, address: str, runtime: Runtime) -> None:
    code = YoungPerson(runtime).share("needs", name="Jay")
    window = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page: Page = window.new_page()
    page.goto(f"{address}/staff/login?next=/console")
    be(page, "caseworker")
    expect(page.locator(".entry")).to_contain_text("A place to sleep tonight")
    page.get_by_role("button", name=f"Take case {code}").click()
    expect(page.get_by_text("Yours")).to_be_visible()
    page.locator("#words").fill(HALF)
    page.locator("summary", has_text="Find a service").click()
    page.locator("#ask").fill("refugio")
    page.locator("#ask").press("Enter")
    expect(page.locator("#words")).to_have_value(HALF)
    page.get_by_role("button", name=re.compile("^Put in reply")).first.click()
    expect(page.locator("#words")).to_have_value(re.compile(rf"^{HALF} \w"))
    expect(page.locator(".text.staff")).to_have_count(0)
    page.locator("#note").fill("Prefers evenings")
    page.get_by_role("button", name="Add note").click()
    expect(page.locator(".notes article")).to_contain_text("Prefers evenings")
    window.close()
