"""The promises (DESIGN section 1), checked over every state and every answer in it.

The table is finite, so all of it is walked rather than sampled: in both languages, with the screen safe and not. Tests
that depend on texts take the `active` ones; test_edited_rules.py passes edited texts to them.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from zoneinfo import ZoneInfo

from bot.content.characters import has_words
from bot.content.rules import SENTENCE_WORDS, is_carrier_word, names_too_much, questions, sentences, words
from bot.conversation.effects import check_in_at
from bot.flows.guides import PAGE_KEYS
from bot.flows.handoff import BY_STAFF, SILENCE
from bot.flows.machine import MOVES, PLACES, Step, advance, still_fits
from bot.flows.names import Answer, Event, State
from bot.flows.safety import DANGERS
from bot.flows.session import Session
from bot.flows.urgent import is_minor
from bot.runtime.runtime import Snapshot
from bot.sms.segments import count
from bot.store.jobs import CheckIn
from tests.support.app import settings
from tests.support.content import IDS, NOON, SHIPPED, commit, commits, dangers, distinct, pairs, said, told
from tests.support.flow_walk import SPOKEN, ThreeServices, reading_of, sessions

_ASK_ABOUT_THE_TALK = frozenset(
    {"welcome", "language", "privacy", "carrier", "unclear", "safety", "consent", "handoff", "followup", "hesitation",
     "guides"}
)  # fmt: skip
"""Topics whose questions are about this conversation, not about the person's life."""

DRAWS_DISCLOSURE = frozenset(state for state in PLACES if state.value.split(".")[0] not in _ASK_ABOUT_THE_TALK) | {
    State.HESITATION_WHY,
    State.HESITATION_OTHER,
    State.CONSENT_TEAM,
}
"""States whose question could draw a disclosure. A new topic is one until somebody says otherwise."""

TALKING = (State.HANDOFF_LIVE, State.CONSENT_AGENCY, State.CONSENT_AGENCY_ITEM, State.FOLLOWUP_REMIND)
"""States in which a caseworker is present and reads anything that is not an answer."""


def test_walk_covers_every_state_and_answer():
    walked = {(session.state, answer) for session, answer, _ in pairs()}
    missing = {(state, answer) for state in SPOKEN for answer in Answer if answer not in BY_STAFF} - walked
    assert not missing
    kinds = len(sessions(IDS))
    print(f"\nwalked {len(pairs())} (session, answer) pairs: {kinds} kinds of session in {len(SPOKEN)} states,")
    print(f"{len(walked)} (state, answer) pairs, {len(MOVES)} arrows, {len(distinct())} distinct replies x 2 languages")


def test_every_guarded_transition_has_an_unguarded_twin():
    last = {}
    for move in MOVES:
        last[move.source, move.answer] = move
    assert [pair for pair, move in last.items() if move.guard is not None] == []


def test_every_state_is_reachable():
    reached = {step.session.state for _, _, step in pairs()} | {State.WELCOME_START}
    assert set(PLACES) - reached == set()


# Promise 2


def test_confidentiality_limits_come_before_any_disclosure_question():
    for session, answer, step in pairs():
        then = step.session
        if then.state in DRAWS_DISCLOSURE and then.state is not State.CONSENT_TALK:
            assert then.limits_told, (session.state, answer, then.state)


# Promise 3


def test_not_now_works_in_every_state_and_is_never_a_refusal():
    for session, answer, step in pairs():
        if answer is not Answer.NOT_NOW:
            continue
        assert Event.PROVIDER_REFUSED not in step.events
        assert set(session.needs) <= set(step.session.needs) | set(step.session.parked)
        own = (State.SAFETY_YOUNG_REST, State.HANDOFF_LIVE)  # answered there with other words
        asked_again = step.session.state is session.state and step.session.state not in own
        assert not asked_again or PLACES[session.state].idle, session.state


def test_not_now_leads_to_an_open_door_after_at_most_one_question():
    doors = {
        State.HESITATION_PARKED, State.WELCOME_LATER, State.WELCOME_ANYTIME, State.SAFETY_YOUNG_REST,
        State.HANDOFF_WAITING, State.WELCOME_HELLO, State.HANDOFF_LIVE,
    }  # fmt: skip
    directory = ThreeServices(IDS)
    for session in sessions(IDS):
        states = []
        at = session
        for _ in range(
            3 if session.state is State.PRIVACY_FORGET else 2
        ):  # in that state it means "keep my data", which takes one more
            at = advance(at, reading_of(Answer.NOT_NOW), directory).session
            states.append(at.state)
        assert doors & set(states), (session.state, states)


def test_not_now_is_the_last_choice():
    for place in PLACES.values():
        if place.choices:
            assert place.choices[-1].answer is Answer.NOT_NOW, place.state


def test_bot_texts_first_only_at_the_agreed_time():
    at = check_in_at(NOON, "evening", ZoneInfo("America/Los_Angeles"))
    assert 12 * 3600 < at - NOON < 48 * 3600
    for session, answer, _, made in commits():
        if any(isinstance(job, CheckIn) for job, _ in made.jobs):
            assert session.state is State.FOLLOWUP_SAFE and answer is Answer.YES
            assert session.daypart, "a time that was never chosen"
        assert made.outgoing == ""


# Promise 4


def test_danger_leads_to_its_answer_in_every_state():
    for session, answer, step in dangers():
        if _has_caseworker(session, step):
            assert step.says == DANGERS.get(answer, State.SAFETY_YOUNG).value and Event.TEXT_RELAYED in step.events
        else:
            told = {DANGERS.get(answer, State.SAFETY_YOUNG)}
            if answer is Answer.HURT_NOW and session.hazard == Answer.CHILD_HURT.value and is_minor(session):
                told.add(State.SAFETY_CHILD)  # the line for children stays, if it is they who are hurt
            assert step.session.state in told, (session.state, answer)
            assert Answer.PERSON in {offer.answer for offer in PLACES[step.session.state].choices}


def test_danger_is_answered_with_numbers(active: Snapshot = SHIPPED):
    numbers = active.hotlines.numbers("US")
    for answer, step, talks in _danger_replies():
        rules = PLACES[step.session.state].rules
        for code in active.catalog.languages:
            text = said(step, code, active)
            assert numbers["emergency"] in text
            assert talks or all(numbers[name] in text for name in rules.required & set(numbers)), (answer, code)


def test_replies_to_danger_depend_on_nothing_else():
    kept = {(answer, talks, told(step)): step for answer, step, talks in _danger_replies()}
    texts = {(key, code): said(step, code) for key, step in kept.items() for code in SHIPPED.catalog.languages}
    for session, answer, step in dangers():
        key = (answer, _has_caseworker(session, step), told(step))
        assert all(said(step, code) == texts[key, code] for code in SHIPPED.catalog.languages), key


def _has_caseworker(session: Session, step: Step) -> bool:
    """Return whether a caseworker is present, and reads the text, too."""
    return session.state in TALKING or bool(
        session.caseworker_name and session.safe and step.session.state is State.HANDOFF_LIVE
    )


@cache
def _danger_replies() -> list[tuple[Answer, Step, bool]]:
    """Return each distinct reply to danger once."""
    replies = {}
    for session, answer, step in dangers():
        talks = _has_caseworker(session, step)
        replies.setdefault((answer, talks, told(step)), (answer, step, talks))
    return list(replies.values())


def test_conversation_resumes_after_danger():
    directory = ThreeServices(IDS)
    for session in sessions(IDS):
        if (
            session.state not in PLACES
            or not PLACES[session.state].returnable
            or session.trail[-1:] != (session.state,)
        ):
            continue
        if not (session.safe and session.limits_told) or session.young or session.caseworker_name:
            continue
        hurt = advance(session, reading_of(Answer.HURT_NOW), directory).session
        back = advance(hurt, reading_of(Answer.GO_ON), directory).session
        assert back.state is session.state or not still_fits(session, session.state), (session.state, back.state)


# Promise 5


def test_a_person_is_one_text_away_from_every_state():
    for session, answer, step in pairs():
        if answer is Answer.PERSON and session.state not in (State.CONSENT_NAME,):
            found = step.session.state
            if session.state in TALKING or (found is State.HANDOFF_LIVE and session.caseworker_name):
                assert Event.TEXT_RELAYED in step.events  # a caseworker is present, and reads it
            elif session.caseworker_name:
                assert found is State.HANDOFF_HELD, session.state
            elif session.case:
                assert found is State.HANDOFF_WAITING, session.state
            else:
                assert found in (State.CONSENT_TEAM, State.CONSENT_TALK), session.state


def test_replies_state_the_wait_and_that_a_bot_writes(active: Snapshot = SHIPPED):
    minutes = re.compile(rf"\b{settings().team_wait_minutes}\b")
    told = {"en": ("automated",), "es": ("automátic", "automatiz")}
    for _, _, step in distinct():
        for code in active.catalog.languages:
            text = said(step, code, active)
            if step.says in ("consent.name", "handoff.waiting"):
                assert minutes.search(text)
            if step.says in ("welcome.hello", "privacy.who_am_i"):
                assert any(
                    one in text.lower() for one in told.get(code, ("",))
                )  # for an added language, a native reader checks this


# Promise 6


def test_stop_ends_everything_in_every_state():
    for session, answer, step in pairs():
        if answer is Answer.STOP:
            assert step.session.state is State.CARRIER_STOPPED
            made = commit(session, answer, step)
            assert made.stopped and made.session is None and not made.jobs
            if session.check_in:
                assert any(isinstance(job, CheckIn) for job in made.dropped_jobs)


def test_no_choice_is_a_carrier_word(active: Snapshot = SHIPPED):
    for code in active.catalog.languages:
        for place in PLACES.values():
            for offer in place.choices:
                label = active.catalog.language(code).label(place.state, offer)
                assert label.strip() and not is_carrier_word(label), (code, place.state)


# Promise 7


def test_nothing_is_named_before_it_is_safe_to_talk(active: Snapshot = SHIPPED):
    for session, answer, step in distinct():
        if step.session.safe:
            continue
        for code in active.catalog.languages:
            assert not names_too_much(said(step, code, active), code), (session.state, answer, step.says, code)


def test_states_that_are_not_bland_need_a_safe_screen():
    for session, answer, step in pairs():
        assert step.session.safe or PLACES[step.session.state].rules.bland, (session.state, answer)


def test_guides_are_shown_on_a_safe_screen_after_the_limits_alone():
    shown = [step.session for _, _, step in pairs() if step.says in PAGE_KEYS]
    assert shown
    assert all(then.safe and then.limits_told and not then.young for then in shown)
    assert not any(then.caseworker_name for then in shown), "in a live talk, everything goes to the caseworker"


def test_cover_word_and_pause_make_every_state_bland():
    for session, answer, step in pairs():
        if answer in (Answer.COVER, Answer.PAUSE):
            assert not step.session.safe
            live = session.state in TALKING and answer is Answer.PAUSE  # the bot is silent there anyway
            assert live or step.session.state in (State.SAFETY_COVER, State.WELCOME_PAUSED)


def test_old_topic_is_not_resumed_unasked_after_a_pause():
    bland = {
        State.WELCOME_BACK, State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_LATER, State.WELCOME_ANYTIME,
        State.SAFETY_YOUNG, State.SAFETY_YOUNG_REST,
    }  # fmt: skip
    own = {Answer.YES, Answer.NO, Answer.GO_ON, Answer.NOT_NOW, Answer.SKIP, Answer.BACK, Answer.MENU, Answer.UNCLEAR,
           Answer.GREETING, Answer.REPEAT, Answer.PHOTO, Answer.NEEDS, Answer.THANKS}  # fmt: skip
    for session, answer, step in pairs():
        if session.state in (State.WELCOME_PAUSED, State.SAFETY_COVER) and answer in own:
            assert step.session.state in bland, (session.state, answer, step.session.state)


# Promise 8


def test_every_reply_has_text_in_every_language(active: Snapshot = SHIPPED):
    for session, answer, step in distinct():
        for code in active.catalog.languages:
            assert has_words(said(step, code, active)), (session.state, answer, step.says)


# Promise 12


def test_replies_are_short_and_ask_one_question(active: Snapshot = SHIPPED):
    worst = Counter()
    for _, _, step in distinct():
        for code in active.catalog.languages:
            text = said(step, code, active)
            size = count(text)
            most = 3 if size.encoding == "GSM-7" else 4
            worst[size.encoding, size.segments] += 1
            assert size.segments <= most, (step.says, code, size)
            assert questions(text) <= 1, (step.says, code)
            for sentence in sentences(text):
                assert len(words(sentence)) <= SENTENCE_WORDS, (step.says, code, sentence)
    print(f"\nreplies by encoding and segments: {sorted(worst.items())}")


def test_person_is_offered_after_two_misunderstood_texts():
    directory = ThreeServices(IDS)
    for session in sessions(IDS):
        step = advance(session, reading_of(Answer.UNCLEAR), directory)
        keys = [step.says]
        for _ in range(3):
            step = advance(step.session, reading_of(Answer.UNCLEAR), directory)
            keys.append(step.says)
        offers = {offer.answer for offer in PLACES[step.session.state].choices}
        waiting = step.session.state in (
            State.HANDOFF_WAITING,
            State.CONSENT_TALK,
            State.CONSENT_TEAM,
            State.CONSENT_CHOOSE,
            State.CONSENT_TIMES,
            *TALKING,
        )  # fmt: skip -- a consent question stands: it is about a person, and has its answer in place
        assert Answer.PERSON in offers or waiting or step.session.state in (State.SAFETY_YOUNG,), (session.state, keys)
        looping = keys[-1] == keys[-2] != SILENCE and not step.session.young
        assert not looping, (session.state, keys)


# Promise 13


def test_declining_still_gives_numbers_and_an_open_door(active: Snapshot = SHIPPED):
    numbers = active.hotlines.numbers("US")
    for _, _, step in distinct():
        if step.says == "hesitation.parked":
            for code in active.catalog.languages:
                text = said(step, code, active)
                assert numbers["hotline"] in text and numbers["emergency"] in text
            offered = [offer.answer for offer in PLACES[State.HESITATION_PARKED].choices]
            assert Answer.WHAT_HELP in offered and Answer.RIGHTS in offered
