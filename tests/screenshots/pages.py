"""Pictures of every staff page and the simulator, at desktop and phone width, and of the short way on a small phone.

`make pages` puts them in ./var/pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.screenshots.console import open_console, people
from tests.screenshots.readme import FLAGS, ZONE, Running, product, small_screens
from tests.screenshots.short_way import SHORT_WAY

SIZES = {"desk": (1280, 800), "phone": (360, 740)}
OPEN = {"sign-in": "/staff/login", "phones": "/try"}
PAGES = {
    "board": "/console", "case": "/console/{code}", "number": "/console/{code}/number",
    "disclosure": "/console/{code}/disclosure", "mandated": "/console/{code}/report",
    "mandated-own": "/console/reports", "mandated-new": "/console/reports/new",
    "rota": "/console/rota", "rota-hours": "/console/rota/hours",
    "end-shift": "/console/end-shift", "replies": "/console/replies", "first-hour": "/staff/first-hour",
    "colleagues": "/staff/people", "invite": "/staff/people/new", "audit": "/staff/audit",
    "disclosures": "/staff/disclosures", "account": "/staff/account", "password": "/staff/account/password",
    "passkeys": "/staff/account/passkeys", "recovery": "/staff/account/recovery", "new-app": "/staff/account/app",
    "reports": "/staff/reports",
    "code": "/staff/code", "directory": "/directory", "directory-new": "/directory/new",
    "service": "/directory/{service}", "service-vetting": "/directory/{service}/vetting",
    "service-edit": "/directory/{service}/edit", "service-inquiry": "/directory/{service}/inquiry",
    "reverify": "/directory/reverify", "matrix": "/directory/matrix",
    "studio": "/studio", "studio-message": "/studio/message/messages/welcome.hello", "studio-draft": "/studio/draft",
    "studio-editions": "/studio/editions", "studio-compared": "/studio/editions/difference",
    "studio-hotlines": "/studio/hotlines", "studio-lexicon": "/studio/lexicon",
    "studio-lists": "/studio/lists", "studio-bench": "/studio/bench",
    "studio-chat": "/studio/bench/shipped/phone_is_taken", "studio-languages": "/studio/languages",
    "studio-spanish": "/studio/languages/es",
}  # fmt: skip


def keep(page: Page, folder: Path, name: str, size: str) -> None:
    """Save the whole page, and report whether it scrolls sideways."""
    page.wait_for_timeout(300)
    page.screenshot(path=folder / f"{name}-{size}.png", full_page=True, animations="disabled")
    width = page.viewport_size["width"] if page.viewport_size else 0
    if page.evaluate("document.documentElement.scrollWidth") > width:
        raise SystemExit(f"{name} scrolls sideways at {size}")
    if " object at 0x" in page.content():
        raise SystemExit(f"{name} shows something that is no words")


def lead(browser: Browser, running: Running, size: tuple[int, int]) -> Page:
    """Open a window in which a lead is signed in."""
    window = browser.new_context(viewport={"width": size[0], "height": size[1]}, timezone_id=ZONE, locale="en-US")
    page = window.new_page()
    page.goto(f"{running.address}/staff/login")
    page.get_by_role("button", name="Sign in as a lead (demo)").click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    return page


def main() -> None:
    """Take all pictures."""
    folder = Path("var/pages")
    folder.mkdir(parents=True, exist_ok=True)
    with product() as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        sam = open_console(browser, running.address, SIZES["desk"], ZONE)
        people(running.settings)
        sam.reload()
        held = sam.locator(".entry[data-mine]").get_by_role("link").first.inner_text()
        sam.goto(f"{running.address}/directory")
        link = sam.get_by_role("link", name="National hotline").first.get_attribute("href") or ""
        service = link.rpartition("/")[2]
        for size, measure in SIZES.items():
            page = lead(browser, running, measure)
            for name, path in PAGES.items():
                page.goto(running.address + path.format(code=held, service=service))
                keep(page, folder, name, size)
            page.context.clear_cookies()
            for name, path in OPEN.items():
                page.goto(running.address + path)
                keep(page, folder, name, size)
            page.context.close()
        for language, turns in SHORT_WAY.items():
            for number, screen in enumerate(small_screens(browser, running, turns), 1):
                (folder / f"short-way-{language}-{number}.png").write_bytes(screen)
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    sys.exit(main())
