"""Alert escalation and rota: whom each step alerts, when the next is due, and who is on call."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.casework.escalation import EscalationStep, Progress, Team, newcomers, next_alert, reachable
from bot.staff.accounts import Role, Staff, StaffId
from bot.staff.roster import Roster
from bot.staff.rota import Duty, Span, next_at, read_time

HOME = ZoneInfo("America/Los_Angeles")
MINUTES = (3, 5, 5, 10)


def colleague(who: str, *roles: Role, **more: object) -> Staff:
    known = {"phone": "+1555555" + who.encode().hex()[:4], "password": "x", "secret": "y"} | more
    return Staff(StaffId(who), who, who, frozenset(roles or {Role.CASEWORKER}), 0, **known)  # type: ignore[arg-type]


ANN, BEN, LEA = colleague("ann"), colleague("ben"), colleague("lea", Role.LEAD)
TEAM = (ANN, BEN, LEA)


def way(team: Team, known: str = "") -> list[tuple[EscalationStep, tuple[str, ...], int, bool]]:
    """Return the first steps of a case that nobody takes, up to the second of the hourly ones."""
    steps, done = [], Progress()
    while sum(wait == 60 for *_, wait, _ in steps) < 2:
        alert = next_alert(done, team, known, MINUTES)
        steps.append((alert.rung, alert.staff, alert.wait_seconds // 60, alert.tell))
        done = Progress(alert.step + 1, (*done.paged, *alert.staff), alert.on_duty)
    return steps


def test_escalation_goes_from_known_caseworker_to_duty_leads_everyone() -> None:
    cat = colleague("cat")
    team = Team((*TEAM, cat), frozenset({"ann", "ben"}))
    everyone = ("ann", "ben", "lea", "cat")
    assert way(team, "ben") == [
        (EscalationStep.KNOWN, ("ben",), 3, False),
        (EscalationStep.ON_DUTY, ("ann",), 5, True),
        (EscalationStep.LEADS, ("lea",), 5, True),
        (EscalationStep.EVERYONE, ("cat",), 10, True),
        *[(EscalationStep.AGAIN, everyone, 10, True)] * 2,
        (EscalationStep.AGAIN, everyone, 60, True),
        (EscalationStep.AGAIN, everyone, 60, False),
    ]


def test_known_caseworker_off_duty_is_not_alerted_first() -> None:
    assert way(Team(TEAM, frozenset({"ann"})), "ben")[0] == (EscalationStep.ON_DUTY, ("ann",), 5, False)


def test_steps_without_anyone_new_are_skipped() -> None:
    assert [step[0] for step in way(Team((ANN,), None))] == [EscalationStep.ON_DUTY, *[EscalationStep.AGAIN] * 4]
    assert way(Team((LEA,), frozenset()))[0] == (EscalationStep.LEADS, ("lea",), 5, False)


def test_those_on_duty_who_text_in_the_language_come_before_the_others() -> None:
    eva, gil = colleague("eva", languages=("es",)), colleague("gil", languages=("en", "es"))
    team = Team((ANN, eva, gil, LEA), frozenset({"ann", "eva"}), "es")
    assert way(team)[:3] == [
        (EscalationStep.SPEAKERS, ("eva",), 3, False),
        (EscalationStep.ON_DUTY, ("ann",), 5, True),
        (EscalationStep.LEADS, ("lea",), 5, True),
    ]
    assert way(replace(team, language="en"))[0] == (EscalationStep.SPEAKERS, ("ann",), 3, False)
    assert way(team, "ann")[:2] == [
        (EscalationStep.KNOWN, ("ann",), 3, False), (EscalationStep.SPEAKERS, ("eva",), 3, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("on_duty", "language"),
    [({"ann", "eva"}, ""), ({"ann"}, "es"), ({"eva"}, "es"), ({"ann", "eva"}, "vi"), (set(), "es")],
    ids=["urgent", "nobody speaks it", "all speak it", "a language of nobody", "nobody on duty"],
)
def test_language_delays_no_alert_where_it_makes_no_difference(on_duty: set[str], language: str) -> None:
    team = Team((ANN, colleague("eva", languages=("es",)), LEA), frozenset(on_duty), language)
    assert EscalationStep.SPEAKERS not in [step[0] for step in way(team)]
    assert way(team) == way(replace(team, language=""))


def test_person_is_updated_when_there_is_nobody_to_alert() -> None:
    steps = way(Team((), None))
    assert [(wait, tell) for _, _, wait, tell in steps] == [
        (3, False), (5, True), (5, True), *[(10, True)] * 3, (60, True), (60, False),
    ]  # fmt: skip


def test_alerts_never_end() -> None:
    for step in (8, 9, 50, 1000):
        alert = next_alert(Progress(step, ("ann", "ben", "lea")), Team(TEAM, None), "", MINUTES)
        assert (alert.staff, alert.wait_seconds, alert.tell) == (("ann", "ben", "lea"), 3600, False)


def test_late_joiner_is_alerted_between_two_steps() -> None:
    done = Progress(7, ("ann", "lea"))
    late = newcomers(done, Team(TEAM, None), also_new=True)
    assert late is not None
    assert (late.staff, late.tell) == (("ben",), False)
    assert newcomers(done, Team(TEAM, None), also_new=False) is None
    assert newcomers(Progress(7, ("ann", "ben", "lea")), Team(TEAM, None), also_new=True) is None


@pytest.mark.parametrize(
    ("before", "on_duty", "alerted"),
    [
        ((), {"ann"}, ("ann",)), (("ben",), {"ann", "ben"}, ("ann",)), (("ann",), {"ann"}, None),
        (("ann",), set(), None), (("ben",), {"ann", "lea"}, ("ann", "lea")), (("ann",), None, None),
    ],
)  # fmt: skip
def test_start_of_duty_alerts_again(
    before: tuple[str, ...], on_duty: set[str] | None, alerted: tuple[str, ...] | None
) -> None:
    team = Team(TEAM, None if on_duty is None else frozenset(on_duty))
    found = newcomers(Progress(6, ("ann", "ben", "lea"), before), team, also_new=True)
    assert (found.staff if found else None) == alerted


def test_start_of_duty_before_everyone_was_alerted_joins_the_next_step() -> None:
    team = Team(TEAM, frozenset({"ann"}))
    done = Progress(3, ("ann", "ben"), ("ben",))
    assert newcomers(done, team, also_new=True) is None
    assert next_alert(done, team, "", MINUTES).staff == ("lea", "ann")


@pytest.mark.parametrize(
    "out",
    [
        colleague("out", active=False), colleague("out", password=""), colleague("out", secret=""),
        colleague("out", phone=""), colleague("out", Role.EDITOR),
    ],
)  # fmt: skip
def test_only_active_caseworkers_and_leads_with_a_phone_are_alerted(out: Staff) -> None:
    assert reachable((ANN, out)) == (ANN,)


def test_phone_without_texts_is_skipped() -> None:
    assert reachable(TEAM, frozenset({BEN.phone})) == (ANN, LEA)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a time in November 2026, which begins on a Sunday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=HOME)


def on_duty(duties: dict[str, Duty], when: datetime) -> frozenset[str] | None:
    return Roster(duties, frozenset(duties), HOME).on_call(int(when.timestamp()))


def test_weekly_span_covers_its_day_from_start_to_end() -> None:
    rota = {"ann": Duty((Span(0, 9 * 60, 17 * 60),))}
    said = {when: on_duty(rota, when) for when in (at(2, 8, 59), at(2, 9), at(2, 16, 59), at(2, 17), at(3, 10))}
    assert [bool(found) for found in said.values()] == [False, True, True, False, False]


def test_span_over_midnight_continues_on_the_next_day() -> None:
    rota = {"ben": Duty((Span(6, 22 * 60, 6 * 60),))}
    assert [bool(on_duty(rota, when)) for when in (at(8, 21), at(8, 22), at(9, 5, 59), at(9, 6), at(8, 5))] == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_on_call_until_a_time_adds_to_the_spans_and_ends() -> None:
    rota = {"ann": Duty((Span(0, 540, 1020),)), "ben": Duty((), int(at(2, 18).timestamp()))}
    assert on_duty(rota, at(2, 10)) == {"ann", "ben"}
    assert on_duty(rota, at(2, 17, 59)) == {"ben"}
    assert on_duty(rota, at(2, 18)) == frozenset()


def test_on_duty_is_unknown_without_a_rota() -> None:
    assert on_duty({}, at(2, 10)) is None
    assert on_duty({"ann": Duty((), int(at(2, 9).timestamp()))}, at(2, 10)) is None


def test_duty_survives_storage() -> None:
    duty = Duty((Span(4, 540, 1020),), 99)
    assert Duty.load(duty.dump()) == duty


@pytest.mark.parametrize(
    ("text", "minute"), [("18:30", 1110), ("9:05", 545), ("24:00", 1440), ("25:00", None), ("9", None), ("", None)]
)
def test_time_of_day_is_parsed(text: str, minute: int | None) -> None:
    assert read_time(text) == minute


def test_next_time_of_day_follows_local_time() -> None:
    assert next_at(at(2, 10), 18 * 60) == at(2, 18)
    assert next_at(at(2, 20), 6 * 60) == at(3, 6)
    assert next_at(at(2, 20), 24 * 60) == at(3, 0)
    eve = datetime(2026, 10, 31, 20, tzinfo=HOME)  # the night when daylight saving time ends
    assert next_at(eve, 6 * 60).timestamp() - eve.timestamp() == 11 * 3600
