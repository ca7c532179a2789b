"""The rota by date and legally required disclosures in a browser: desktop and phone, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.rota import Duty, Span
from tests.support.browser_app import House, Open, be, with_empty_board
from tests.support.page_checks import SIZES, sound
from tests.support.person import YoungPerson

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def no_rota_afterwards(runtime: Runtime) -> Iterator[None]:
    """Leave no rota behind for other tests."""
    yield
    for who in runtime.store.staff.rota.all():
        runtime.store.staff.rota.change(who, lambda _: Duty())


@pytest.fixture
def sam(runtime: Runtime, at: Open) -> Staff:
    """Return the demo's caseworker, who works each day but tomorrow."""
    be(at("/staff/login"), "caseworker")
    sam = runtime.store.staff.by_handle("demo-sam")
    assert sam
    week = tuple(Span(day, 0, 0) for day in range(7) if day != tomorrow(runtime).weekday())
    runtime.store.staff.rota.change(sam.id, lambda _: Duty(week))
    return sam


def tomorrow(runtime: Runtime) -> datetime:
    return datetime.fromtimestamp(runtime.clock(), runtime.settings.timezone) + timedelta(days=1)


def day(page: Page, when: datetime) -> Locator:
    """Return a day of the calendar."""
    return page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=f"{when:%a %-d %b}", exact=True))


def rota(at: Open, kind: str, *size: object) -> Page:
    page = at("/staff/login?next=/console/rota", *size)
    be(page, kind)
    return page


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_caseworker_goes_on_call_and_adds_shifts(at: Open, width: int, height: int, scheme: str) -> None:
    page = rota(at, "caseworker", width, height, scheme)
    sound(page)
    page.get_by_label("On call until").or_(page.get_by_label("New end time")).fill("18:30")
    page.get_by_role("button", name="Go on call").click()
    expect(page.get_by_text("(added manually).")).to_be_visible()
    page.get_by_role("link", name="Change my shifts").click()
    sound(page)
    weekly = page.get_by_role("form", name="Weekly shifts")
    for name in ("Friday", "Saturday"):
        weekly.get_by_label(name).check()
    weekly.get_by_label("Start").fill("22:00")
    weekly.get_by_label("End").fill("06:00")
    weekly.get_by_label("Only every second week").check()
    weekly.get_by_role("button", name="Add shift").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the first day")
    expect(weekly.get_by_label("Friday")).to_be_checked()
    expect(weekly.get_by_label("Start")).to_have_value("22:00")
    sound(page)
    weekly.get_by_label("Only every second week").uncheck()
    weekly.get_by_role("button", name="Add shift").click()
    expect(page.get_by_text("Fri, Sat 22:00 to 06:00 the next day")).to_be_visible()
    away = page.get_by_role("form", name="Days away")
    away.get_by_label("First day away").fill("2099-01-01")
    away.get_by_role("button", name="Add days away").click()
    expect(page.get_by_role("alert")).to_contain_text("in the next two years")
    expect(away.get_by_label("First day away")).to_have_value("2099-01-01")
    page.get_by_role("link", name="On call").first.click()
    expect(page.get_by_text("gaps").first).to_be_visible()
    sound(page)
    page.get_by_role("button", name="End shift").click()
    expect(page.get_by_role("status")).to_contain_text("Weekly shifts haven't changed")


@pytest.mark.usefixtures("sam")
@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_one_press_takes_a_gap(at: Open, runtime: Runtime, width: int, height: int, scheme: str) -> None:
    page, when = rota(at, "lead", width, height, scheme), tomorrow(runtime)
    expect(day(page, when)).to_contain_text("Gap 09:00 to 21:00")
    sound(page)
    day(page, when).get_by_role("button", name="Take it").click()
    expect(page.get_by_role("status")).to_contain_text("The shift is yours")
    expect(day(page, when)).to_contain_text("Robin Park 09:00 to 21:00")
    expect(day(page, when)).not_to_contain_text("Gap")
    sound(page)


@pytest.mark.usefixtures("sam")
@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_colleagues_swap_a_shift(at: Open, runtime: Runtime, width: int, height: int, scheme: str) -> None:
    be(at("/staff/login"), "lead")  # who exists from now on
    when = tomorrow(runtime) + timedelta(days=1)
    mine = rota(at, "caseworker", width, height, scheme)
    day(mine, when).get_by_role("link", name="Give the shift").click()
    mine.get_by_label("To").evaluate("to => to.add(new Option('A name that is far too long '.repeat(8)))")
    sound(mine)
    mine.get_by_label("To").select_option("Robin Park")
    mine.get_by_role("button", name="Ask them").click()
    expect(day(mine, when)).to_contain_text("Sam Rivera all day Robin Park is asked")
    sound(mine)
    theirs = rota(at, "lead", width, height, scheme)
    expect(theirs.get_by_role("heading", name="Sam Rivera asks you to take a shift")).to_be_visible()
    sound(theirs)
    theirs.get_by_role("button", name="Accept").click()
    expect(theirs.get_by_role("status")).to_contain_text("The shift is yours")
    mine.reload()
    for page in (mine, theirs):
        expect(day(page, when)).to_contain_text("Robin Park all day for Sam Rivera")
    assert [duty.swaps[0].accepted for duty in runtime.store.staff.rota.all().values() if duty.swaps] == [True]


@pytest.mark.usefixtures("sam")
@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_board_asks_when_a_shift_begins(at: Open, house: House, width: int, height: int, scheme: str) -> None:
    runtime = with_empty_board(house)
    duties = runtime.store.staff.rota.all()
    for who in duties:
        runtime.store.staff.rota.change(who, lambda _: Duty())
    page = at("/staff/login?next=/console", width, height, scheme)
    be(page, "caseworker")
    expect(page.get_by_text("No one is waiting")).to_be_visible()
    for who, duty in duties.items():
        runtime.store.staff.rota.change(who, lambda _, duty=duty: duty)
    YoungPerson(runtime).just_talk()  # which the page asks for
    expect(page.get_by_text("Are alerts reaching you?")).to_be_visible()
    sound(page)
    page.get_by_role("button", name="I am here").click()
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    expect(page.get_by_text("Are alerts reaching you?")).to_have_count(0)


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_lead_records_a_disclosure(at: Open, house: House, width: int, height: int, scheme: str) -> None:
    code = YoungPerson(house.runtime).just_talk()
    page = at(f"/console/{code}/disclosure", width, height, scheme)
    be(page, "lead")
    sound(page)
    page.get_by_label("Mandated report").check()
    page.get_by_label("Who did you tell?").fill("County child abuse hotline")
    page.get_by_label("Why?").fill("The state's law on reporting; Robin and counsel decided.")
    page.get_by_label("Yes, before").check()
    page.get_by_role("button", name="Record disclosure").click()
    expect(page.get_by_role("alert")).to_contain_text("fix 1 problem")
    expect(page.get_by_label("Who did you tell?")).to_have_value("County child abuse hotline")
    sound(page)
    page.get_by_label("Area").check()
    page.get_by_role("button", name="Record disclosure").click()
    expect(page.get_by_role("row", name=code)).to_contain_text("County child abuse hotline")
    sound(page)
    page.goto(f"{house.address}/console/{code}")
    page.get_by_text("Timeline").click()
    expect(page.locator(".timeline")).to_contain_text("A disclosure required by law was recorded")
