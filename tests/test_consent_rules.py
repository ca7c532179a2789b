"""Promise 1, checked over the whole table: what reaches a human, and by which words (DESIGN section 1)."""

from __future__ import annotations

from bot.flows.machine import MOVES
from bot.flows.names import Event, State
from tests.whole import NOON, commit, pairs


def test_a_case_is_opened_only_by_a_yes_to_the_words_that_name_what_and_whom_and_until_when():
    shown = {State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE}
    for session, answer, step in pairs():
        made = commit(session, answer, step)
        opened = [job for job in made.jobs if job.kind == "alert"]
        if not (opened or made.case):
            continue
        assert session.state in shown and step.move.needs_consent
        record = next(r for r in made.ledger if r.kind == "given")
        assert record.items and record.recipient and record.purpose and record.expires_at > NOON
        assert record.wording == session.state.value and record.message_sid == "SM1"


def test_arrows_that_need_consent_are_the_only_ones_that_share():
    sharing = {Event.CONSENT_GIVEN, Event.STORY_SHARED, Event.NAME_SHARED}
    for move in MOVES:
        assert bool(sharing & set(move.notes)) == (move.needs_consent and bool(move.notes)), move
        assert not sharing & set(move.notes) or move.needs_consent


def test_what_is_taken_back_or_forgotten_leaves_nothing_queued():
    for session, answer, step in pairs():
        if {Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN} & set(step.events):
            made = commit(session, answer, step)
            if session.case:
                assert f"alert:{session.case}" in made.dropped_jobs
            if Event.FORGOTTEN in step.events:
                assert made.session is None and made.erase_ledger
