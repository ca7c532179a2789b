"""Reports in a browser: full and empty; desktop, phone and print, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from bot.reports.tables import months
from bot.runtime.runtime import Runtime
from bot.store.connection import RedisServer
from tests.support.browser_app import Open, be
from tests.support.page_checks import SIZES, sound

pytestmark = pytest.mark.browser


COUNTED = {
    "need_asked|shelter_tonight|": 41, "need_placed|shelter_tonight|US-CA/Orange County": 22,
    "need_placed|shelter_tonight|US-CA/Los Angeles County": 9, "need_met|shelter_tonight|US-CA/Orange County": 17,
    "need_unmet|shelter_tonight|US-CA/Los Angeles County": 7, "need_asked|food|US-CA/Orange County": 13,
    "need_met|food|US-CA/Orange County": 11, "need_asked|sexual_assault_care|": 6, "need_asked|legal|": 2,
    "hesitated|where_it_is": 12, "hesitated|getting_there": 8, "hesitated|went_badly": 3, "hesitated|not_said": 19,
    "waited|5_min": 14, "waited|15_min": 9, "waited|1_hour": 2, "alert|on_duty": 25, "alert|leads": 6,
    "outcome|helped": 11, "outcome|referred": 7, "outcome|only_talked": 1, "asked_for_person": 26,
    "introduction_asked": 8, "check_in_set": 5, "language|en": 44, "language|es": 12,
}  # fmt: skip


@pytest.fixture
def counted(runtime: Runtime) -> Iterator[None]:
    """Store counts of half a year."""
    server = RedisServer(runtime.settings.redis_url)
    today = datetime.fromtimestamp(runtime.clock(), UTC).date().isoformat()
    keys = [f"counts:{month}" for month in months(today, 6)]
    server.batch([("DEL", key) for key in keys])
    for key in (keys[0], keys[4]):
        for name, count in COUNTED.items():
            server.call("HSET", key, name, count)
    yield
    server.batch([("DEL", key) for key in keys])
    server.close()


@pytest.fixture
def reports(at: Open) -> Open:
    """Return a function that opens the reports as a lead, through the navigation."""

    def open_reports(*size: object) -> Page:
        page = at("/staff", *size)
        be(page, "lead")
        page.get_by_role("link", name="Reports").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Reports")
        return page

    return open_reports


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_lead_reads_and_downloads_a_report(reports: Open, width: int, height: int, scheme: str) -> None:
    page = reports(width, height, scheme)
    sound(page)
    needs = page.get_by_role("table", name="Needs", exact=True)
    expect(needs.get_by_role("row", name="A place to sleep tonight")).to_contain_text("41")
    page.get_by_role("link", name="6 months").click()
    expect(page.get_by_role("link", name="6 months")).to_have_attribute("aria-current", "true")
    expect(needs.get_by_role("row", name="A place to sleep tonight")).to_contain_text("82")
    sound(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    told = download.value.path().read_text(encoding="utf-8")
    assert "Needs,A place to sleep tonight,Asked,82" in told
    assert "Reason" not in told and "Needs,Help with the law" not in told


@pytest.mark.usefixtures("counted")
def test_bar_length_matches_its_figure_and_prints(reports: Open) -> None:
    page = reports(1280, 800, "dark")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("link", name="Download as CSV")).to_be_hidden()
    row = page.get_by_role("row", name="Getting there")
    bar, ground = (row.locator(f"rect.{part}").bounding_box() for part in ("bar", "ground"))
    assert bar and ground
    assert bar["width"] / ground["width"] == pytest.approx(8 / 19, abs=0.02)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_empty_report_says_what_will_come(reports: Open, runtime: Runtime) -> None:
    server = RedisServer(runtime.settings.redis_url)
    server.batch([("DEL", key.decode()) for key in server.call("KEYS", "counts:*")] or [("PING",)])
    server.close()
    page = reports(360, 740, "light")
    expect(page.get_by_text("once there are more").first).to_be_visible()
    sound(page)
