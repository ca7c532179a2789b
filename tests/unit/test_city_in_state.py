"""A city told with its state in many words, and cities of Canada that have no other of that name."""

from __future__ import annotations

from tests.support.talk import TO_NEEDS, talk


def test_the_state_names_which_city() -> None:
    at = talk("i need a bed", "ok", "columbus", "the other columbus the one in georgia")
    area = at.session.area
    assert area is not None and (area.city, area.region) == ("Columbus", "GA")


def test_who_is_stranded_is_there() -> None:
    area = talk("im stranded in reno and he hit me").session.area
    assert area is not None and area.city == "Reno"


def test_a_city_of_canada_gets_the_line_there() -> None:
    for place in ("halifax", "regina sask"):
        at = talk("he hits me", place)
        assert at.session.area is not None and at.session.area.country == "CA"
        assert "833-900-1010" in at.reply.text


def test_an_unknown_city_is_asked_for_with_its_state() -> None:
    assert "state" in talk(*TO_NEEDS, "a place to sleep tonight", "springfield").reply.text
