"""The whole story in a real browser, on the product as `make run` starts it: `make story`.

A young person texts, shares a part with the team, and is answered by a caseworker who signed in with a second factor;
an agency's contact comes in by a second consent; what was shared is taken back and leaves the open page; the case is
closed, and the report counts it. Each step leaves its picture. Nothing here knows more than somebody at the screens.
"""

from __future__ import annotations

import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.actions.cases import Desk
from bot.casework.cases import Outcome
from bot.runtime.build import build
from bot.staff.credentials import code_at
from bot.web.demo.phones import CONTACT_PHONE
from tests.screenshots.readme import FLAGS, ZONE, Running, product
from tests.support.person import YoungPerson

PASSWORD = "tidal lamp oboe crisp"
SOON_MS = 15_000
STORY = ("hello", "1", "ok", "need a place to sleep tonight", "thats right", "santa ana ca", "person")
OTHERS = 5
"""So many have closed cases before: fewer would not show in a report."""


@dataclass
class Story:
    """One telling. `folder` takes the pictures, numbered in their order."""

    browser: Browser
    running: Running
    folder: Path
    shots: int = 0
    pages: list[Page] = field(default_factory=list)

    def open(self, path: str, width: int = 1280, height: int = 800) -> Page:
        """A window of somebody's own."""
        window = self.browser.new_context(
            viewport={"width": width, "height": height}, timezone_id=ZONE, locale="en-US", reduced_motion="reduce"
        )
        window.set_default_timeout(SOON_MS)
        page = window.new_page()
        page.goto(f"{self.running.address}{path}")
        self.pages.append(page)
        return page

    def keep(self, page: Page, name: str) -> None:
        """The picture of a step."""
        self.shots += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        page.wait_for_timeout(300)
        page.screenshot(path=self.folder / f"{self.shots:02}-{name}.png", animations="disabled")

    def close(self) -> None:
        """All windows shut."""
        for page in self.pages:
            page.context.close()


def phone(page: Page, whose: str) -> Locator:
    """One of the simulated phones."""
    return page.get_by_role("region", name=whose, include_hidden=True)


def say(one: Locator, *texts: str) -> None:
    """Type and send each, as its owner."""
    for words in texts:
        one.get_by_role("textbox").fill(words)
        one.get_by_role("textbox").press("Enter")
        expect(one.locator(".typing")).to_have_count(0)


def reads(one: Locator, words: str | re.Pattern[str]) -> None:
    """The last text on this phone comes to say that."""
    expect(one.locator(".theirs").last).to_contain_text(words, timeout=SOON_MS)


def be(page: Page, kind: str) -> None:
    """Sign in as one of the demo's people."""
    page.get_by_role("button", name=f"Sign in as a {kind}").click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()


def others_before(running: Running) -> None:
    """Earlier conversations, for the report: real turns and acts, without a screen."""
    conversation = build(running.settings)
    desk = Desk(conversation)
    for _ in range(OTHERS):
        code = YoungPerson(conversation).share("needs", "area")
        desk.take(code, "earlier", "Sam")
        desk.close(code, "earlier", Outcome.HELPED)
    conversation.parts.store.close()


def caseworker(story: Story) -> Page:
    """Robin, a lead, invites Ana; she joins by the link, sets up her codes, and signs in with one."""
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
    desk.get_by_role("button", name="Go on").click()
    desk.get_by_text("Enter the key manually").click()
    secret = re.sub(r"\s", "", desk.locator(".key").inner_text())
    desk.get_by_label("Code from your app").fill(code_at(secret, int(time.time())))
    desk.get_by_role("button", name="Join", exact=True).click()
    desk.get_by_role("banner").get_by_role("link", name="Ana Ruiz").click()
    handle = desk.locator("dd.mono").inner_text()
    desk.get_by_role("button", name="Sign out", exact=True).click()
    desk.get_by_label("Sign-in name").fill(handle)
    desk.get_by_label("Password").fill(PASSWORD)
    desk.get_by_label("Code from your app").fill(code_at(secret, int(time.time()) + 30))  # no code opens twice
    story.keep(desk, "signing-in-with-a-second-factor")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    desk.goto(f"{story.running.address}/console")
    return desk


def shares_a_part(story: Story, tries: Page) -> tuple[Locator, Locator]:
    """She asks for a person: what she needs may be seen, and a name; her area and all else she keeps."""
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
    reads(her, "I've noted that you want to talk")
    reads(sam, re.compile(r"case \w{4} waits 0 min"))
    story.keep(tries, "the-alert-arrives")
    return her, sam


def takes_and_talks(story: Story, desk: Page, her: Locator, tries: Page) -> None:
    """She sees that part and no more, and both write."""
    row = desk.locator(".entry")
    expect(row).to_have_count(1, timeout=SOON_MS)
    story.keep(desk, "the-board")
    desk.get_by_role("button", name=re.compile("Take case")).click()
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
    """A second consent, for one agency, item by item; the contact joins by a code, and three are in the talk."""
    desk.get_by_text("Introduce to an agency").click()
    form = desk.locator("#introduction form", has=desk.get_by_label("Their mobile number"))
    form.get_by_label("Service").select_option(index=1)
    form.get_by_label("The contact's first name").fill("Dana")
    form.get_by_label("Their mobile number").fill(CONTACT_PHONE)
    form.scroll_into_view_if_needed()
    story.keep(desk, "choosing-the-agency")
    form.get_by_role("button", name="Ask them").click()
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
    """The agency first, by "not now"; then what she needs, by its number. The open page loses it by itself."""
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
    """Closed with an outcome; the lead's report counts one more."""
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
    """Tell it all; how many pictures there are."""
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
    """Play it, and leave the pictures in ./var/story."""
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
