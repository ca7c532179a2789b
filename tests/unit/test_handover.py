"""Who is suggested for the talks of a colleague who ends their shift, and what ending it does to the rota."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.casework.handover import Receiver, suggest
from bot.staff.roster import Roster
from bot.staff.rota import Duty, Span

NINE_TO_FIVE = tuple(Span(day, 540, 1020) for day in range(7))


def at(hour: int, day: int = 0) -> datetime:
    """Return an hour of a Monday, or of a later day."""
    return datetime(2026, 11, 23 + day, hour, tzinfo=UTC)


def test_language_comes_before_the_number_of_talks() -> None:
    ana, ben = Receiver("ana", ("en", "es"), talks=4), Receiver("ben", ("en",), talks=0)
    assert suggest({"A2": "es", "B2": "en"}, [ana, ben]) == {"A2": "ana", "B2": "ben"}


def test_talks_that_are_given_count() -> None:
    ana, ben = Receiver("ana", talks=1), Receiver("ben", talks=0)
    found = suggest({f"A{number}": "en" for number in range(2, 7)}, [ana, ben])
    assert sorted(found.values()) == ["ana", "ana", "ben", "ben", "ben"]


def test_rare_language_is_served_first() -> None:
    """Else the only colleague for it would already have been given the others."""
    ana, ben = Receiver("ana", ("en", "es")), Receiver("ben", ("en",), talks=1)
    assert suggest({"A2": "en", "B2": "es"}, [ana, ben]) == {"B2": "ana", "A2": "ana"}
    assert suggest({"A2": "en", "B2": "es", "C2": "en"}, [ana, ben])["B2"] == "ana"


def test_colleague_whom_alerts_reach_comes_first() -> None:
    found = suggest({"A2": "en"}, [Receiver("ana", reached=False), Receiver("ben", talks=3)])
    assert found == {"A2": "ben"}


def test_without_the_language_or_anybody() -> None:
    assert suggest({"A2": "so"}, [Receiver("ana", talks=2), Receiver("ben", talks=1)]) == {"A2": "ben"}
    assert suggest({"A2": "en"}, []) == {"A2": ""}


def roster(duty: Duty) -> Roster:
    return Roster({"ana": duty}, frozenset({"ana"}), UTC)


def end(duty: Duty, when: datetime) -> Duty:
    return roster(duty).ended("ana", int(when.timestamp()), duty)


def on_call(duty: Duty, when: datetime) -> bool:
    return "ana" in (roster(duty).on_call(int(when.timestamp())) or ())


def test_ended_shift_does_not_count_until_its_usual_end() -> None:
    ended = end(Duty(NINE_TO_FIVE, until=int(at(20).timestamp())), at(12))
    assert ended.until == 0 and ended.spans == NINE_TO_FIVE
    for hour, day, there in ((12, 0, False), (16, 0, False), (8, 1, False), (9, 1, True)):
        assert on_call(ended, at(hour, day)) is there
    assert Duty.load(ended.dump()) == ended
    assert end(Duty(NINE_TO_FIVE), at(18)) == Duty(NINE_TO_FIVE), "no shift was running"


def test_shift_over_midnight_ends_until_morning() -> None:
    night = end(Duty((Span(0, 22 * 60, 6 * 60),)), at(23))
    assert not on_call(night, at(5, 1))
    assert night.off_until == at(6, 1).timestamp()
