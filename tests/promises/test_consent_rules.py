"""Promise 1 over the whole table: what reaches a human, and after which consent (DESIGN section 1)."""

from __future__ import annotations

import pytest

from bot.casework.consent import AGENCY_DAYS, REMEMBER_DAYS, TEAM, agency
from bot.flows.consent import BACK, UNNAMED
from bot.flows.machine import MOVES, advance
from bot.flows.names import Answer, Event, ShareItem, State
from bot.flows.session import Session, after
from bot.store.jobs import AlertStaff
from tests.support.content import IDS, NOON, commit, commits, pairs
from tests.support.flow_walk import ThreeServices, reading_of


def test_case_opens_only_on_consent_that_names_what_whom_and_until_when():
    shown = {State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_TIMES}
    for session, _, step, made in commits():
        opened = [job for job, _ in made.jobs if isinstance(job, AlertStaff)]
        if not (opened or made.case):
            continue
        assert session.state in shown and step.move.needs_consent
        record = next(r for r in made.ledger if r.kind == "given")
        assert record.items and record.recipient and record.purpose and record.expires_at > NOON
        names_all = State.CONSENT_CHOOSE if session.state is State.CONSENT_TIMES else session.state
        named = BACK.get(names_all, names_all.value) if session.remembered else names_all.value
        assert record.wording == named and record.message_sid == "SM1"


def test_only_transitions_that_need_consent_share():
    sharing = {Event.CONSENT_GIVEN, Event.STORY_SHARED, Event.NAME_SHARED, Event.INTRODUCTION_AGREED,
               Event.REMEMBER_AGREED}  # fmt: skip
    for move in MOVES:
        assert bool(sharing & set(move.events)) == (move.needs_consent and bool(move.events)), move
        assert not sharing & set(move.events) or move.needs_consent


def test_withdrawal_and_erasure_drop_queued_alerts():
    for session, answer, step in pairs():
        if {Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN} & set(step.events):
            made = commit(session, answer, step)
            if session.case:
                assert AlertStaff(session.case) in made.dropped_jobs
            if Event.FORGOTTEN in step.events:
                assert made.session is None and made.erase_ledger


def test_agency_gets_consent_only_on_the_question_that_names_it():
    asked = {State.CONSENT_AGENCY, State.CONSENT_AGENCY_ITEM}
    for session, answer, _, made in commits():
        for record in made.ledger:
            if record.recipient == TEAM or record.kind != "given":
                continue
            assert session.state in asked and answer in (Answer.SHARE, Answer.YES, Answer.KEEP, Answer.NO)
            assert record.recipient == agency(session.agency) and record.wording == State.CONSENT_AGENCY.value
            assert record.expires_at - NOON == AGENCY_DAYS * 86_400
            assert set(record.items) <= {ShareItem.WANTS_TO_TALK, *session.chosen, *session.pending_items[:1]}


def test_remembering_is_agreed_to_only_on_its_own_question_and_ends_when_it_says():
    seen = set()
    for session, answer, step, made in commits():
        for record in made.ledger:
            if record.kind != "given" or ShareItem.REMEMBER not in record.items:
                continue
            named = ShareItem.NAME in session.shared
            seen.add(named)
            assert session.state is State.CONSENT_REMEMBER and answer in (Answer.SHARE, Answer.YES)
            assert named or session.last_caseworker_id
            shown = State.CONSENT_REMEMBER.value if named else UNNAMED[State.CONSENT_REMEMBER]
            assert record.items == (ShareItem.REMEMBER,) and record.wording == shown
            assert record.expires_at - NOON == REMEMBER_DAYS * 86_400
            assert made.remembered and made.remembered.until == record.expires_at and not made.remembered.cases
            assert step.session.remembered
    assert seen == {True, False}, "with a name, and without one"


def test_whatever_ends_remembering_erases_what_is_remembered():
    ended = set()
    for session, answer, step in pairs():
        if session.remembered and not step.session.remembered:
            made = commit(session, answer, step)
            assert made.erase_remembered and made.remembered is None
            gone = [record for record in made.ledger if ShareItem.REMEMBER in record.items]
            assert made.erase_ledger or [record.kind for record in gone] == ["taken_back"]
            ended.add(answer)
    assert {Answer.TAKE_BACK, Answer.STOP, Answer.UNDER_13, Answer.ERASE} <= ended


@pytest.mark.parametrize("hears", [Answer.NAME, Answer.SKIP])
def test_a_person_is_not_asked_twice_in_a_row(hears):
    asked = Session(state=State.CONSENT_NAME, safe=True, limits_told=True, case="K7QM", last_caseworker_id="ana")
    seen = []
    for _ in range(4):
        step = advance(asked, reading_of(hears), ThreeServices(IDS))
        seen.append(step.session.state is State.CONSENT_REMEMBER)
        asked = after(step.session, Event.CONSENT_GIVEN)._replace(state=State.CONSENT_NAME)
    assert seen == [True, False, True, False]


def test_a_person_who_gives_no_name_is_asked_only_after_a_talk_and_never_in_danger():
    asked = Session(state=State.CONSENT_NAME, safe=True, limits_told=True, case="K7QM", last_caseworker_id="ana")
    for other in ({"last_caseworker_id": ""}, {"hazard": "hurt_now"}, {"wary": True}, {"young": True}, {"case": ""}):
        step = advance(asked._replace(**other), reading_of(Answer.SKIP), ThreeServices(IDS))
        assert step.session.state is State.HANDOFF_WAITING and Event.REMEMBER_ASKED not in step.events, other
    step = advance(asked, reading_of(Answer.SKIP), ThreeServices(IDS))
    assert step.says == UNNAMED[State.CONSENT_REMEMBER] and ShareItem.NAME not in step.session.shared


def test_not_now_with_a_caseworker_ends_the_agency_consent():
    seen = 0
    for session, answer, step in pairs():
        if answer is Answer.NOT_NOW and session.state is State.HANDOFF_LIVE and session.agency_items:
            seen += 1
            assert not step.session.agency_items and not step.session.agency
            assert [record.kind for record in commit(session, answer, step).ledger] == ["taken_back"]
    assert seen


def test_withdrawn_item_is_recorded_and_no_longer_shared():
    for item in ShareItem:
        everything = Session(
            state=State.PRIVACY_SHARED, safe=True, limits_told=True, case="K7QM", name="Sky",
            shared=frozenset(ShareItem), agency=IDS[0], agency_items=frozenset(ShareItem),
        )  # fmt: skip
        step = advance(everything, reading_of(Answer.TAKE_ITEM, item), ThreeServices(IDS))
        assert item not in step.session.shared and item not in step.session.agency_items
        records = commit(everything, Answer.TAKE_ITEM, step).ledger
        assert {record.recipient for record in records} == {TEAM, agency(IDS[0])}
        assert all(record.kind == "taken_back" and item in record.items for record in records)
        if item is ShareItem.WANTS_TO_TALK:
            assert not step.session.shared and not step.session.case
