"""A place that is told by itself at a menu or an offer, where nobody asked for it."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

OFFERED = (*TO_NEEDS, "food", "skip")


@pytest.mark.parametrize("text", ["san bernardino", "riverside ca", "90022", "houston", "anaheim", "Garden Grove"])
@pytest.mark.parametrize(("before", "state"), [(OFFERED, State.OPTIONS_OFFER), (TO_NEEDS, State.NEEDS_ASK)])
def test_bare_place_is_taken_where_nobody_asked_for_it(before, state, text):
    at = talk(*before)
    assert at.session.state is state
    at.text(text)
    assert at.session.area is not None and at.session.area.city
    assert at.session.state is state
    assert at.reply.key in ("needs.area_noted", "options.area_noted", "options.offer")


@pytest.mark.parametrize("need", ["counseling", "a place to stay tonight", "legal help"])
def test_place_at_an_offer_leads_to_one_that_is_nearer(need):
    at = talk(*TO_NEEDS, need, "skip")
    first = at.session.service
    at.text("santa ana ca")
    assert (at.session.state, at.session.area.city) == (State.OPTIONS_OFFER, "Santa Ana")
    assert at.session.service not in ("", first)


@pytest.mark.parametrize("text", ["sandy", "jordan", "idk", "asdf", "reading?", "my mom is in anaheim hills"])
def test_name_or_word_is_no_place(text):
    at = talk(*OFFERED)
    at.text(text)
    assert at.session.area is None or not at.session.area.city
