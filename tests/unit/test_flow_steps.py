"""Single steps of the conversation that the walk over the whole table does not distinguish."""

from __future__ import annotations

import pytest

from bot.casework.consent import ConsentDays
from bot.conversation.consent_records import ConsentRecorder
from bot.flows.guards import GUARDS
from bot.flows.handoff import SILENCE
from bot.flows.machine import MOVES, PLACES, advance
from bot.flows.model import Guard, ServiceQuery
from bot.flows.names import Answer, Event, Need, ShareItem, State
from bot.flows.session import Session, until
from tests.support.flow_walk import reading_of


class OnlyFood:
    """Directory with services for food only."""

    def next_service(self, wishes: ServiceQuery) -> str:
        return "food" if wishes.need is Need.FOOD and "food" not in wishes.already_offered else ""


def test_every_guard_has_a_function_and_a_move() -> None:
    assert set(GUARDS) == set(Guard) == {move.guard for move in MOVES if move.guard}


def test_next_need_is_offered_when_nothing_fits_the_first() -> None:
    standing = Session(
        state=State.OPTIONS_NONE, safe=True, limits_told=True, area_asked=True, needs=(Need.SHELTER_TONIGHT, Need.FOOD)
    )
    step = advance(standing, reading_of(Answer.NEXT), OnlyFood())
    assert (step.session.state, step.session.service, step.session.needs) == (
        State.OPTIONS_OFFER, "food", (Need.FOOD,),
    )  # fmt: skip


def test_shared_items_end_at_their_expiry() -> None:
    session = Session(
        shared=frozenset({ShareItem.NEEDS}), consent_expires_at=100, agency="a",
        agency_items=frozenset({ShareItem.NEEDS}), agency_until=50,
    )  # fmt: skip
    assert until(session, 49) == session
    assert not until(session, 50).agency_items and until(session, 50).shared
    assert not until(session, 100).shared


def test_need_in_a_live_conversation_is_relayed_and_not_recorded() -> None:
    talking = Session(state=State.HANDOFF_LIVE, safe=True, limits_told=True, case="K7QM", caseworker_name="Ana")
    step = advance(talking, reading_of(Answer.NEEDS), OnlyFood())
    assert step.events == (Event.TEXT_RELAYED,) and not step.session.needs


@pytest.mark.parametrize("at", [State.CONSENT_AGENCY, State.CONSENT_AGENCY_ITEM, State.FOLLOWUP_REMIND])
def test_bare_yes_answers_whoever_wrote_last(at: State) -> None:
    asked = Session(
        state=at, safe=True, limits_told=True, case="K7QM", caseworker_name="Ana", agency="a", contact="Dana",
        pending_items=(ShareItem.NEEDS,), remind_at=1,
    )  # fmt: skip
    for answer in (Answer.YES, Answer.NO):
        meant = advance(asked._replace(spoken_to=True), reading_of(answer), OnlyFood())
        assert (meant.session.state, meant.events, meant.says) == (at, (Event.TEXT_RELAYED,), at.value)
        assert not meant.session.spoken_to, "it is asked again, and then the answer is one"
        assert advance(asked, reading_of(answer), OnlyFood()).events != (Event.TEXT_RELAYED,)
    chosen = PLACES[at].choices[0].answer
    assert advance(asked._replace(spoken_to=True), reading_of(chosen), OnlyFood()).events == (Event.TEXT_RELAYED,)


@pytest.mark.parametrize("at", [State.PRIVACY_SHARED, State.PRIVACY_KEPT, State.PRIVACY_FORGET, State.CARRIER_HELP])
def test_text_that_fits_no_choice_is_relayed_in_a_live_conversation(at: State) -> None:
    looked = Session(
        state=at, safe=True, limits_told=True, case="K7QM", caseworker_name="Ana", shared=frozenset(ShareItem)
    )
    said = advance(looked, reading_of(Answer.UNCLEAR), OnlyFood())
    assert (said.session.state, said.events, said.says) == (State.HANDOFF_LIVE, (Event.TEXT_RELAYED,), SILENCE)
    hurt = advance(looked, reading_of(Answer.HURT_NOW), OnlyFood())
    assert {Event.TEXT_RELAYED, Event.DANGER_TOLD} <= set(hurt.events) and hurt.says == "safety.hurt"


def test_answer_to_the_caseworker_withdraws_and_erases_nothing() -> None:
    looked = Session(
        safe=True, limits_told=True, case="K7QM", caseworker_name="Ana", shared=frozenset(ShareItem), spoken_to=True
    )
    for at, answer in (
        (State.PRIVACY_SHARED, Answer.TAKE_ITEM), (State.PRIVACY_FORGET, Answer.YES),
        (State.PRIVACY_FORGET, Answer.ERASE),
    ):  # fmt: skip
        step = advance(looked._replace(state=at), reading_of(answer), OnlyFood())
        assert (step.events, step.says) == ((Event.TEXT_RELAYED,), at.value)


def test_child_in_a_live_conversation_stays_with_the_caseworker() -> None:
    talking = Session(state=State.HANDOFF_LIVE, safe=True, limits_told=True, case="K7QM", caseworker_name="Ana")
    young = advance(talking, reading_of(Answer.UNDER_13), OnlyFood())
    assert young.session.young and young.session.caseworker_name and Event.TEXT_RELAYED in young.events
    assert advance(young.session, reading_of(Answer.UNCLEAR), OnlyFood()).events == (Event.TEXT_RELAYED,)


def test_narrower_consent_ends_the_wider_one() -> None:
    before = Session(
        state=State.CONSENT_TEAM,
        safe=True,
        limits_told=True,
        name="Jay",
        needs=(Need.FOOD,),
        shared=frozenset(ShareItem),
    )
    step = advance(before, reading_of(Answer.JUST_TALK), OnlyFood())
    assert step.session.shared == {ShareItem.WANTS_TO_TALK}
    records, _ = ConsentRecorder("p", "SM1", before, 0, ConsentDays()).records(step.session, set(step.events))
    assert [(record.kind, set(record.items)) for record in records] == [
        ("ended", set(ShareItem) - {ShareItem.WANTS_TO_TALK}), ("given", {ShareItem.WANTS_TO_TALK}),
    ]  # fmt: skip


def test_dropped_reminder_is_not_sent() -> None:
    agreed = Session(state=State.HANDOFF_LIVE, safe=True, case="K7QM", caseworker_name="Ana", reminder=7, remind_at=9)
    assert not advance(agreed, reading_of(Answer.DROP_CHECK_IN), OnlyFood()).session.reminder
