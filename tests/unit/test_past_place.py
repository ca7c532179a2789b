"""A place where it went badly before is not the line on offer, unless they say that it is."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

OFFERS = ((*TO_NEEDS, "a place to sleep", "los angeles"), (*TO_NEEDS, "food", "los angeles"))


@pytest.mark.parametrize("before", OFFERS, ids=["sleep", "food"])
@pytest.mark.parametrize(
    "text",
    ["i went to one n they put me w boys", "last shelter i was at they stole my stuff", "fui a uno y me trataron mal",
     "en un albergue me pusieron con hombres"],
)  # fmt: skip
def test_another_place_strikes_nothing_out(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    service = at.session.service
    at.text(text)
    assert at.reply.key == "hesitation.past_place"
    assert at.session.service == service and service not in at.session.refused
    at.text("contact")
    assert at.reply.key == "options.contact" and at.session.service == service


@pytest.mark.parametrize("text", ["i went there and they kicked me out", "Been there, not good"])
def test_the_place_on_offer_is_struck_out(text: str) -> None:
    at = talk(*OFFERS[0])
    service = at.session.service
    at.text("nah", text)
    assert service in at.session.refused


def test_where_nothing_is_on_offer_it_is_a_feeling() -> None:
    assert talk(*TO_NEEDS, "i went to one n they put me w boys").reply.key == "aside.feeling"
