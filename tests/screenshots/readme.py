"""Takes the README's pictures and draws docs/design.md: `make pictures`.

It starts the real product and texts on its simulated phones. Each turn names the state it must lead to, so that no
picture shows another conversation. The clock is fixed at one evening hour; only the phones' numbers differ from run to
run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.config.settings import Settings, load_settings
from bot.flows.diagram import mermaid
from bot.runtime.build import open_store
from tests.screenshots.console import console
from tests.screenshots.short_way import SCALE, SHORT_WAY, SMALL, TEXTS, Turn, beside
from tests.screenshots.studio import studio
from tests.support.http_server import free_port

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
DESIGN = ROOT / "docs" / "design.md"
DRAWING = re.compile(r"(?<=<!-- flow -->\n).*?(?=<!-- /flow -->)", re.DOTALL)
LAYERS = re.compile(r"(?<=<!-- layers -->\n).*?(?=<!-- /layers -->)", re.DOTALL)
LARGEST_BYTES = 300_000
EVENING = "20:40"
ZONE = "America/Los_Angeles"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]

ENGLISH: tuple[Turn, ...] = (
    ("hey", "welcome.hello"),
    ("1", "welcome.limits"),
    ("ok", "needs.ask"),
    ("someone to talk to", "needs.talk"),
    ("counseling", "needs.area"),
    ("santa ana ca", "options.offer"),
    ("not now", "hesitation.why"),
    ("heard things", "hesitation.rumours"),
    ("1", "options.offer"),
    ("not now", "hesitation.parked"),
)
WATCHED: tuple[Turn, ...] = (
    ("need a place 2 sleep 2nite", "welcome.heard"),
    ("1", "needs.area"),
    ("santa ana ca", "options.offer"),
    ("weather", "safety.cover"),
)
SPANISH: tuple[Turn, ...] = (
    ("hola", "welcome.hello"),
    ("sí", "welcome.limits"),
    ("1", "needs.ask"),
    ("quiero hablar con una persona", "consent.talk"),
    ("1", "consent.name"),
    ("Luz", "consent.remember"),
    ("ahora no", "handoff.waiting"),
)
OTHER_SPANISH = (*SPANISH[:-2], ("Eli", "consent.remember"), SPANISH[-1])


@dataclass(frozen=True)
class Running:
    """Running product."""

    settings: Settings
    address: str


@contextmanager
def product() -> Iterator[Running]:
    """Run web, worker and Redis in demo mode, in a folder of their own, with the evening on the phones' clock."""
    with tempfile.TemporaryDirectory(prefix="warmline-pictures-") as folder:
        environ = {**os.environ, "DEMO": "1", "REGION": "US-CA", "TIMEZONE": ZONE, "VAR_DIR": folder, "REDIS_URL": ""}
        environ["PORT"] = str(free_port())
        settings = load_settings(environ)
        process = subprocess.Popen([sys.executable, "-m", "bot.server"], cwd=ROOT, env=environ, stdout=subprocess.PIPE)
        try:
            _await(f"{settings.public_url}/readyz", process)
            store = open_store(settings)
            store.simulated.shift_clock(_seconds_until_evening(settings))
            store.close()
            yield Running(settings, settings.public_url)
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):  # a busy machine needs more than half a minute
        try:
            with urlopen(address):  # noqa: S310 our own server
                return
        except (URLError, ConnectionError):
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise SystemExit("the product did not start: try `make run`")


def _seconds_until_evening(settings: Settings) -> int:
    now = datetime.now(settings.timezone)
    hour, minute = map(int, EVENING.split(":"))
    evening = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return int((evening + timedelta(days=evening < now) - now).total_seconds())


def open_page(browser: Browser, running: Running, size: tuple[int, int], scheme: str, scale: float = 1) -> Page:
    """Open the simulator in its own window, in that time zone."""
    window = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=scale, timezone_id=ZONE, locale="en-US", reduced_motion="reduce",
    )  # fmt: skip
    page = window.new_page()
    page.goto(f"{running.address}/try")
    page.wait_for_selector(".phone")
    return page


def phone(page: Page, slot: int) -> Locator:
    """Return one of the young people's simulated phones."""
    return page.locator(".phone[data-phone^=young]").nth(slot)


def hold(one: Locator, turns: tuple[Turn, ...]) -> None:
    """Text each turn's words. Each reply must come from the state that the turn names."""
    for number, (words, state) in enumerate(turns, one.locator(".note").count() + 1):
        one.get_by_role("textbox").fill(words)
        one.get_by_role("textbox").press("Enter")
        expect(one.locator(".note")).to_have_count(number)
        expect(one.locator(".note").last).to_contain_text(f"{state} ·")
        expect(one.locator(".typing")).to_have_count(0)


def both(browser: Browser, running: Running, scheme: str, english: tuple[Turn, ...], spanish: tuple[Turn, ...]) -> Page:
    """Show an English and a Spanish conversation on a laptop's screen."""
    page = open_page(browser, running, (1280, 800), scheme)
    page.get_by_role("button", name="Add a phone").click()
    expect(phone(page, 1)).to_be_visible()
    hold(phone(page, 0), english)
    hold(phone(page, 1), spanish)
    return page


def small_screens(browser: Browser, running: Running, turns: tuple[Turn, ...]) -> list[bytes]:
    """Text each turn on a small phone, and picture its screen after each reply."""
    page = open_page(browser, running, SMALL, "light", SCALE)
    screens = []
    for turn in turns:
        hold(phone(page, 0), (turn,))
        page.evaluate("document.activeElement.blur()")
        page.wait_for_timeout(400)
        screens.append(page.screenshot(animations="disabled"))
    page.context.close()
    return screens


def keep(page: Page, name: str) -> None:
    """Save the picture, with nothing blinking in it."""
    page.evaluate("document.activeElement.blur()")
    page.evaluate("document.body.style.background = 'var(--paper)'")  # a gradient's grain would double the file
    page.mouse.move(0, 0)
    page.wait_for_timeout(400)
    path = PICTURES / name
    page.screenshot(path=path, animations="disabled")
    size = path.stat().st_size
    if size > LARGEST_BYTES:
        raise SystemExit(f"{name}: {size} bytes, more than {LARGEST_BYTES}")
    print(f"{path.relative_to(ROOT)}  {size // 1000} kB")
    page.context.close()


def layers() -> list[list[str]]:
    """Read the packages of each layer, top first, from the import contract in pyproject.toml."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (contract,) = (contract for contract in contracts if contract["type"] == "layers")
    return [[name.strip() for name in layer.split("|")] for layer in contract["layers"]]


def layers_drawing() -> str:
    """Return the layers as a Mermaid drawing: one box a layer, each above those it may import."""
    rows = [" · ".join(f"bot.{name}" for name in layer) for layer in layers()]
    boxes = "".join(f'  layer{number}["{row}"]\n' for number, row in enumerate(rows))
    arrows = "  " + " --> ".join(f"layer{number}" for number in range(len(rows))) + "\n"
    return f"```mermaid\nflowchart TB\n{boxes}{arrows}```\n"


def draw() -> None:
    """Write the drawings of the conversation and of the layers into docs/design.md."""
    text = DRAWING.sub(lambda _: f"{mermaid()}\n", DESIGN.read_text(encoding="utf-8"))
    DESIGN.write_text(LAYERS.sub(lambda _: layers_drawing(), text), encoding="utf-8")


def main() -> None:
    """Draw the diagram, then take all pictures."""
    draw()
    PICTURES.mkdir(parents=True, exist_ok=True)
    with product() as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        keep(both(browser, running, "light", ENGLISH, SPANISH), "simulator.png")
        keep(both(browser, running, "dark", WATCHED, OTHER_SPANISH), "simulator-dark.png")
        for language, turns in SHORT_WAY.items():
            screens = small_screens(browser, running, turns[:TEXTS])
            keep(beside(browser, screens), f"short-way-{language}.png")
        board, case = console(browser, running.settings, running.address, ZONE)
        keep(board, "board.png")
        keep(case, "case.png")
        keep(studio(browser, running.address, ZONE), "studio.png")
        browser.close()


if __name__ == "__main__":
    main()
