"""Whole story in a browser, on the product as `make run` starts it: `make story`.

A young person texts, shares a part with the team, and is answered by a caseworker who signed in with a second factor.
An agency's contact joins by a second consent. What was shared is taken back and leaves the open page; the case is
closed, and the report counts it. Each step leaves its picture. Nothing here knows more than the people at the screens.
"""

from __future__ import annotations

import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.actions.cases import CaseActions
from bot.casework.cases import Outcome
from bot.runtime.build import build
from bot.staff.credentials import code_at
from bot.web.demo.phones import CONTACT_PHONE
from tests.screenshots.readme import FLAGS, ZONE, Running, product
from tests.support.person import YoungPerson

PASSWORD = "tidal lamp oboe crisp"
SOON_MS = 15_000
STORY = ("hello", "1", "ok", "need a place to sleep tonight", "santa ana ca", "person")
OTHERS = 5
"""Number of people who have closed cases before: fewer would not appear in a report."""


@dataclass
class Story:
    """One run of the story. `folder` takes the pictures, numbered in order."""

    browser: Browser
    running: Running
    folder: Path
    shots: int = 0
    pages: list[Page] = field(default_factory=list)

    def open(self, path: str, width: int = 1280, height: int = 800) -> Page:
        """Open a window for somebody."""
        window = self.browser.new_context(
            viewport={"width": width, "height": height}, timezone_id=ZONE, locale="en-US", reduced_motion="reduce"
        )
        window.set_default_timeout(SOON_MS)
        page = window.new_page()
        page.goto(f"{self.running.address}{path}")
        self.pages.append(page)
        return page

    def keep(self, page: Page, name: str) -> None:
        """Save the picture of a step."""
        self.shots += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        page.wait_for_timeout(300)
        page.screenshot(path=self.folder / f"{self.shots:02}-{name}.png", animations="disabled")

    def close(self) -> None:
        """Close all windows."""
        for page in self.pages:
            page.context.close()


def phone(page: Page, whose: str) -> Locator:
    """Return one of the simulated phones."""
    return page.get_by_role("region", name=whose, include_hidden=True)


def say(one: Locator, *texts: str) -> None:
    """Type and send each text as the phone's owner."""
    for words in texts:
        one.get_by_role("textbox").fill(words)
        one.get_by_role("textbox").press("Enter")
        expect(one.locator(".typing")).to_have_count(0)


def reads(one: Locator, words: str | re.Pattern[str]) -> None:
    """Wait until the last text on this phone says so."""
    expect(one.locator(".theirs").last).to_contain_text(words, timeout=SOON_MS)


def be(page: Page, kind: str) -> None:
    """Sign in as one of the demo's accounts."""
    page.get_by_role("button", name=f"Sign in as a {kind}").click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()


def others_before(running: Running) -> None:
    """Create earlier conversations for the report, through real turns and actions, without a screen."""
    runtime = build(running.settings)
    desk = CaseActions(runtime)
    for _ in range(OTHERS):
        code = YoungPerson(runtime).share("needs", "area")
        desk.claim(code, "earlier", "Sam")
        desk.close(code, "earlier", Outcome.HELPED)
    runtime.store.close()


def caseworker(story: Story) -> Page:
    """Let Robin, a lead, invite Ana, who joins by the link, sets up her codes and signs in."""
    lead = story.open("/staff/people")
    be(lead, "lead")
    lead.get_by_role("link", name="Invite a team member").click()
    lead.get_by_label("Name, as").fill("Ana Ruiz")
    lead.get_by_label("Caseworker").check()
    lead.get_by_role("button", name="Create link").click()
    link = lead.locator(".link").inner_text()
    desk = story.open(link.removeprefix(story.running.address))
    desk.get_by_label("Choose a password").fill(PASSWORD)
    desk.get_by_label("Confirm password").fill(PASSWORD)
    desk.get_by_role("button", name="Continue").click()
    desk.get_by_text("Enter the key manually").click()
    secret = re.sub(r"\s", "", desk.locator(".key").inner_text())
    desk.get_by_label("Code from your app").fill(code_at(secret, int(time.time())))
    desk.get_by_role("button", name="Join", exact=True).click()
    desk.get_by_role("banner").get_by_role("link", name="Ana Ruiz").click()
    handle = desk.locator("dd.mono").inner_text()
    desk.get_by_role("button", name="Sign out", exact=True).click()
    desk.get_by_label("Sign-in name").fill(handle)
    desk.get_by_label("Password").fill(PASSWORD)
    desk.get_by_label("Code from your app").fill(code_at(secret, int(time.time()) + 30))  # no code is accepted twice
    story.keep(desk, "signing-in-with-a-second-factor")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    desk.goto(f"{story.running.address}/console")
    return desk


def shares_a_part(story: Story, tries: Page) -> tuple[Locator, Locator]:
    """Let the young person ask for a caseworker and share their needs and a name, but not their area or the rest."""
    her, sam = phone(tries, "The young person's phone"), phone(tries, "Sam's phone")
    say(her, *STORY)
    reads(her, "If you say yes, a caseworker")
    say(her, "choose what they see")
    reads(her, "May they see what you need?")
    story.keep(tries, "consent-item-by-item")
    say(her, "show it")
    while "When is it ok" not in her.locator(".theirs").last.inner_text():
        say(her, "keep it to me")
    say(her, "evening", "Jay")
    reads(her, "May staff keep a note")
    say(her, "not now")
    reads(her, "You don't have to wait")
    reads(sam, re.compile(r"case \w{4} has just come in"))
    story.keep(tries, "the-alert-arrives")
    return her, sam


def takes_and_talks(story: Story, desk: Page, her: Locator, tries: Page) -> None:
    """Let the caseworker see only that part, and both write."""
    row = desk.locator(".entry")
    expect(row).to_have_count(1, timeout=SOON_MS)
    story.keep(desk, "the-board")
    desk.get_by_role("button", name=re.compile("Take case")).click()
    row.get_by_role("link").click()
    shared = desk.locator(".shared")
    expect(shared).to_contain_text("A place to sleep tonight")
    expect(shared).to_contain_text("Jay")
    expect(desk.locator("main")).not_to_contain_text("Santa Ana")
    reads(her, "Ana from Oak Line is here now")
    desk.get_by_label("Your text to them").fill("Hi Jay, I'm Ana. Are you somewhere ok right now?")
    desk.get_by_role("button", name="Send").click()
    reads(her, "Are you somewhere ok")
    say(her, "yes at a friends till 9")
    expect(desk.locator(".thread")).to_contain_text("yes at a friends till 9", timeout=SOON_MS)
    story.keep(desk, "the-case-and-the-talk")
    story.keep(tries, "the-talk-on-the-phone")


def hands_over(story: Story, desk: Page, her: Locator, tries: Page) -> Locator:
    """Give a second consent to one agency, item by item. The contact joins by a code, and three people talk."""
    desk.get_by_text("Introduce to an agency").click()
    form = desk.locator("#introduction form", has=desk.get_by_label("Their mobile number"))
    service = form.locator("[name=service]")
    service.fill("shelter")
    expect(form.get_by_role("option").first).to_be_visible()
    service.press("Enter")
    form.get_by_label("The contact's first name").fill("Dana")
    form.get_by_label("Their mobile number").fill(CONTACT_PHONE)
    form.scroll_into_view_if_needed()
    story.keep(desk, "choosing-the-agency")
    form.get_by_role("button", name="Ask the young person").click()
    reads(her, "It's Dana")
    story.keep(tries, "a-second-consent")
    say(her, "1")
    reads(her, "May Dana also see what you need?")
    say(her, "show it")
    while "May Dana also see" in her.locator(".theirs").last.inner_text():
        say(her, "keep it to me")
    reads(her, "I've asked them to join")
    dana = phone(tries, "The agency contact's phone")
    expect(dana).to_have_count(1, timeout=SOON_MS)
    invited = dana.locator(".theirs").first
    expect(invited).to_contain_text("join", timeout=SOON_MS)
    assert "Jay" not in invited.inner_text()
    code = re.search(r"\b(?=\w*\d)(?=\w*[A-Z])[A-Z0-9]{4,6}\b", invited.inner_text())
    assert code, "the invitation names the code to reply"
    say(dana, code.group())
    reads(her, "Dana is here now too")
    say(dana, "Hi, we have a bed tonight from 8.")
    reads(her, "Dana: Hi, we have a bed tonight from 8.")
    say(her, "do i need id")
    reads(dana, "do i need id")
    expect(desk.locator(".thread")).to_contain_text("do i need id", timeout=SOON_MS)
    assert "Jay" not in dana.inner_text(), "the name was kept from the agency"
    story.keep(tries, "three-in-one-thread")
    story.keep(desk, "the-case-with-three")
    return dana


def takes_back(story: Story, desk: Page, her: Locator, dana: Locator, tries: Page) -> None:
    """Take back the agency by "not now", then the needs by their number. The open page drops them by itself."""
    say(her, "not now")
    reads(her, "They get nothing more from you")
    expect(dana.locator(".theirs").last).to_contain_text("ended", timeout=SOON_MS)
    had = dana.locator(".theirs").count()
    say(her, "what did i share")
    reads(her, "1 what you need")
    story.keep(tries, "what-did-i-share")
    say(her, "1")
    shared = desk.locator(".shared")
    expect(shared).not_to_contain_text("A place to sleep tonight", timeout=SOON_MS)
    expect(shared).to_contain_text("Jay")
    story.keep(desk, "gone-from-the-open-page")
    say(her, "ok")
    assert dana.locator(".theirs").count() == had, "nothing more went to the agency"


def is_closed_and_counted(story: Story, desk: Page, her: Locator) -> None:
    """Close the case with an outcome. The lead's report counts one more."""
    desk.get_by_text("Close", exact=True).click()
    desk.get_by_label("Got the help they wanted").check()
    desk.get_by_role("button", name="Close the case").click()
    reads(her, "That talk is closed now")
    story.keep(desk, "closed")
    lead = story.open("/staff/reports")
    be(lead, "lead")
    row = lead.locator("tr", has_text="Got the help they wanted")
    expect(row).to_contain_text(str(OTHERS + 1))
    story.keep(lead, "the-report")


def play(browser: Browser, running: Running, folder: Path) -> int:
    """Play the whole story and return the number of pictures."""
    story = Story(browser, running, folder)
    others_before(running)
    tries = story.open("/try", 1440, 900)
    expect(tries.locator(".phone")).not_to_have_count(0)
    her, _ = shares_a_part(story, tries)
    desk = caseworker(story)
    takes_and_talks(story, desk, her, tries)
    dana = hands_over(story, desk, her, tries)
    takes_back(story, desk, her, dana, tries)
    is_closed_and_counted(story, desk, her)
    story.close()
    return story.shots


def main() -> None:
    """Play the story and leave the pictures in ./var/story."""
    folder = Path("var/story")
    for old in folder.glob("*.png"):
        old.unlink()
    with product() as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        shots = play(browser, running, folder)
        browser.close()
    print(f"{shots} pictures in {folder}")


if __name__ == "__main__":
    sys.exit(main())
