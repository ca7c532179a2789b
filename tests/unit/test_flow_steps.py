"""Single steps of the conversation that the walk over the whole table does not tell apart."""

from __future__ import annotations

import pytest

from bot.flows.machine import PLACES, advance
from bot.flows.model import Wishes
from bot.flows.names import Answer, Event, Need, Share, State
from bot.flows.session import Session, until
from tests.walk import reading_of


class OnlyFood:
    """A directory that knows of food and nothing else."""

    def next_service(self, wishes: Wishes) -> str:
        return "food" if wishes.need is Need.FOOD and "food" not in wishes.told else ""


def test_after_a_need_that_nothing_fits_the_next_one_is_offered_what_fits_it() -> None:
    standing = Session(
        state=State.OPTIONS_NONE, safe=True, limits_told=True, area_asked=True, needs=(Need.SHELTER_TONIGHT, Need.FOOD)
    )
    step = advance(standing, reading_of(Answer.NEXT), OnlyFood())
    assert (step.session.state, step.session.service, step.session.needs) == (
        State.OPTIONS_OFFER, "food", (Need.FOOD,),
    )  # fmt: skip


def test_what_was_shared_is_shared_no_more_once_its_time_is_over() -> None:
    session = Session(
        shared=frozenset({Share.NEEDS}), shared_until=100, agency="a", agency_items=frozenset({Share.NEEDS}),
        agency_until=50,
    )  # fmt: skip
    assert until(session, 49) == session
    assert not until(session, 50).agency_items and until(session, 50).shared
    assert not until(session, 100).shared


def test_a_need_spoken_of_in_a_talk_is_told_to_the_caseworker_and_not_noted() -> None:
    talking = Session(state=State.HANDOFF_LIVE, safe=True, limits_told=True, case="K7QM", held="Ana")
    step = advance(talking, reading_of(Answer.NEEDS), OnlyFood())
    assert step.events == (Event.TEXT_RELAYED,) and not step.session.needs


@pytest.mark.parametrize("at", [State.CONSENT_AGENCY, State.CONSENT_AGENCY_ITEM, State.FOLLOWUP_REMIND])
def test_a_bare_yes_is_taken_for_an_answer_to_whoever_wrote_last(at: State) -> None:
    asked = Session(
        state=at, safe=True, limits_told=True, case="K7QM", held="Ana", agency="a", contact="Dana",
        asking=(Share.NEEDS,), remind_at=1,
    )  # fmt: skip
    for answer in (Answer.YES, Answer.NO):
        meant = advance(asked._replace(spoken_to=True), reading_of(answer), OnlyFood())
        assert (meant.session.state, meant.events) == (at, (Event.TEXT_RELAYED,))
        assert advance(asked, reading_of(answer), OnlyFood()).events != (Event.TEXT_RELAYED,)
    chosen = PLACES[at].offers[0].answer
    assert advance(asked._replace(spoken_to=True), reading_of(chosen), OnlyFood()).events != (Event.TEXT_RELAYED,)
