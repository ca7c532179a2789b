"""Check-ins: the chosen part of the day, by the clock of the person, and a "no" that books nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.conversation.effects import CHECK_IN_HOURS, TurnResult, build_commit, check_in_at, is_night
from bot.conversation.messages import Inbound
from bot.directory.canada import PROVINCES
from bot.directory.regions import STATES
from bot.directory.timezones import zone_of
from bot.flows.machine import advance
from bot.flows.model import Area, Interpretation
from bot.flows.names import Answer, Event, State
from bot.flows.serialization import dump, load
from bot.flows.session import Session
from bot.store import PersonKey
from tests.support.content import DIRECTORY, IDS, NOON
from tests.support.flow_walk import ThreeServices
from tests.support.talk import TO_NEEDS, talk

# Check-ins

CHOSEN = (*TO_NEEDS, "not now", "3", "evening")


@pytest.mark.parametrize(
    "text",
    [
        "no its safe",
        "yes but not then",
        "ok no",
        "its safe no one checks",
        "nah its fine",
        "not really ok",
        "si pero no",
        "esta bien, nunca ve",
        "no he checks it then. at night?",
        "never mind its safe no",
    ],
)
def test_a_no_anywhere_books_nothing(text: str) -> None:
    at = talk(*CHOSEN)
    assert at.reply.state == State.FOLLOWUP_SAFE.value
    at.text(text)
    assert "check_in_set" not in at.reply.events and not at.session.check_in
    at.text("its safe")
    assert not at.session.check_in or at.session.daypart == "evening"


@pytest.mark.parametrize(("text", "daypart"), [("morning", "morning"), ("afternoon", "afternoon"), ("3", "evening")])
def test_the_chosen_part_of_the_day_is_booked(text: str, daypart: str) -> None:
    at = talk(*TO_NEEDS, "not now", "3", text, "1")
    assert at.session.check_in and at.session.daypart == daypart


def test_nothing_is_booked_without_a_chosen_part_of_the_day() -> None:
    for answer in (Answer.YES, Answer.GO_ON):
        standing = Session(State.FOLLOWUP_SAFE, safe=True, limits_told=True, greeted=True)
        step = advance(standing, Interpretation(answer), DIRECTORY)
        assert step.session.state is State.FOLLOWUP_WHEN and Event.CHECK_IN_SET not in step.events


def test_a_session_stored_by_an_older_release_is_not_led_back_to_a_check_in() -> None:
    old = Session(
        State.WELCOME_AGAIN,
        safe=True,
        limits_told=True,
        greeted=True,
        trail=(State.NEEDS_ASK, State.FOLLOWUP_SAFE),
    )
    step = advance(load(dump(old)), Interpretation(Answer.GO_ON), DIRECTORY)
    assert step.session.state is State.NEEDS_ASK


@pytest.mark.parametrize(("hour", "night"), [(7, True), (8, False), (20, False), (21, True), (3, True)])
def test_night_is_by_her_own_clock(hour: int, night: bool) -> None:
    for area in (
        Area(region="NY", country="US"),
        Area(region="HI", country="US"),
        Area(region="BC", country="CA"),
        None,
    ):
        zone = zone_of(area, LA)
        at = int(datetime(2026, 11, 28, hour, 30, tzinfo=zone).timestamp())
        assert is_night(Session(area=area), at, LA) is night


LA = ZoneInfo("America/Los_Angeles")


@pytest.mark.parametrize("daypart", list(CHECK_IN_HOURS))
def test_due_times_are_between_8_and_21_h_where_the_person_is(daypart: str) -> None:
    areas = [Area(region=code, country="US") for code in sorted(set(STATES.values()))]
    areas += [Area(region=code, country="CA") for code in sorted(set(PROVINCES.values()))]
    for area in (*areas, Area(country="US"), Area(country="CA")):
        zone = zone_of(area, LA)
        local = datetime.fromtimestamp(check_in_at(NOON, daypart, zone), UTC).astimezone(zone)
        assert 9 <= local.hour < 20, area  # an hour less at each end: a state may have a second zone
        assert local.time() == CHECK_IN_HOURS[daypart]


@pytest.mark.parametrize(
    ("area", "zone"),
    [
        (Area("New York", "", "NY", "US"), "America/New_York"),
        (Area(region="HI", country="US"), "Pacific/Honolulu"),
        (Area("Surrey", "", "BC", "CA"), "America/Vancouver"),
        (Area(region="AZ", country="US"), "America/Phoenix"),
        (Area(region="NL", country="CA"), "America/St_Johns"),
        (None, "America/Los_Angeles"),
    ],
)
def test_the_zone_is_that_of_her_area(area: Area | None, zone: str) -> None:
    assert zone_of(area, LA).key == zone
    before = Session(State.FOLLOWUP_SAFE, safe=True, limits_told=True, greeted=True, area=area, daypart="evening")
    step = advance(before, Interpretation(Answer.YES), ThreeServices(IDS))
    turned = TurnResult(PersonKey("p"), Inbound("SM1", "", ""), before, Interpretation(Answer.YES), step, NOON, LA)
    due = build_commit(turned, None).session
    assert due is not None
    assert datetime.fromtimestamp(due.check_in_at, UTC).astimezone(ZoneInfo(zone)).hour == 19
