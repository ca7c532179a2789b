"""A ride that a stranger offers, and what is asked about it; a bag, a phone or a number that somebody traces."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

A_NEEDS = ("hola", "si", "ok")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        *((TO_NEEDS, text) for text in (
            "truck guy says hell give me a ride", "some guy offered me a ride",
            "a trucker wants to take me to amarillo",
            "some trucker is offering me a ride should i", "should i get in his car",
            "some guy said he can drive me home",
        )),
        *((A_NEEDS, text) for text in (
            "un trailero me ofrece ride", "un señor me ofrecio llevarme", "me subo a su carro?",
        )),
    ],
)  # fmt: skip
def test_ride_of_a_stranger_is_one_to_think_about(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "aside.offer_signs"


@pytest.mark.parametrize("text", ["should i", "he seems nice", "is it safe", "should i go with him"])
def test_what_is_asked_next_stays_with_it(text: str) -> None:
    assert talk(*TO_NEEDS, "some guy offered me a ride", text).reply.key == "aside.offer_signs.again"


@pytest.mark.parametrize("text", ["i need a ride", "my uncle will give me a ride", "should i call them", "a ride pls"])
def test_ride_of_nobody_else_is_none(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "aside.offer_signs"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        *((TO_NEEDS, text) for text in (
            "can u see if my phone has a tracker", "should i change my number",
        )),
        *((A_NEEDS, text) for text in ("cambio mi numero?",)),
    ],
)  # fmt: skip
def test_what_may_be_traced_gets_the_guide(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "guide.tracked_phone.1"


@pytest.mark.parametrize(
    ("before", "text"), [(TO_NEEDS, "theres an airtag in my bag"), (A_NEEDS, "hay un airtag en mi bolsa")]
)
def test_a_tag_that_was_found_is_left_for_now(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "aside.tracker"


@pytest.mark.parametrize("text", ["should i go out the back", "should i sneak out the window"])
def test_way_out_gets_the_guide(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "guide.leaving.1"
