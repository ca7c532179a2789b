"""Questions, doubts and small remarks, answered in place; at an offer from its record."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType

import pytest

from bot.content.remark_rules import PINNED_ASIDES
from bot.content.rules import names_too_much
from bot.conversation.offer_answers import answer_at_offer
from bot.conversation.render import render
from bot.directory.directory import Directory
from bot.directory.factors import ASKED, Factor, Finding
from bot.directory.factors import Answer as Found
from bot.directory.hours import Hours
from bot.directory.model import Phone, Service, Trait
from bot.directory.vetting import Rules
from bot.flows import asides, wording
from bot.flows.choices import spec_for
from bot.flows.machine import PLACES, TERMINAL, advance
from bot.flows.model import Area, Interpretation
from bot.flows.names import LANGUAGES, LIMITS, Answer, Aside, Guide, Need, State, Worry
from bot.flows.session import Session
from bot.sms.segments import count
from tests.support.content import CATALOG, DIRECTORY, NOON
from tests.support.flow_walk import ThreeServices
from tests.support.talk import TO_NEEDS, Talk, snapshot

SAID = [one for one in Aside if one not in asides.DOUBTS.keys() | asides.MEANT.keys()]
TALKING = (State.HANDOFF_LIVE, State.CONSENT_AGENCY, State.CONSENT_AGENCY_ITEM, State.FOLLOWUP_REMIND)
ASKING = [
    place.state for place in PLACES.values()
    if not place.idle and place.state not in {*TERMINAL, *TALKING, State.WELCOME_START, State.WELCOME_PAUSED}
]  # fmt: skip


def at(state: State, **values: object) -> Session:
    session = Session(state=state, greeted=True, safe=True, limits_told=True, needs=(Need.FOOD,), last_at=NOON)
    return session._replace(**values)


def asked(session: Session, aside: Aside):
    return advance(session, Interpretation(Answer.ASIDE, aside=aside), ThreeServices())


@pytest.mark.parametrize("state", ASKING)
def test_a_question_is_answered_in_every_state_and_moves_nothing(state):
    means_more = frozenset()
    if state in asides.IN_DANGER:
        means_more = asides.WAITS_IN_DANGER | asides.OF_ANYBODY_COMING
    elif state in asides.CONSENT:
        means_more = asides.OF_STAFF | asides.OF_THE_END
    elif state is State.SAFETY_SEXTORTION:
        means_more = asides.OF_THREATS | {Aside.WHAT_DO_YOU_NEED}
    elif state is State.SAFETY_FRIEND:
        means_more = frozenset({Aside.WHAT_DO_YOU_NEED})
    elif state in LIMITS:
        means_more = frozenset({Aside.NOTED})  # who goes on telling has read them
    for aside in (one for one in SAID if one not in means_more):
        session = at(state)
        step = asked(session, aside)
        assert step.session.state is state
        assert spec_for(step.session).choices == spec_for(session).choices
        told = Interpretation(Answer.ASIDE, aside=aside)
        assert step.says == wording.fitting(asides.key_of(session, aside), session, step.session, told)
        assert step.session.unclear == 0
        for language in LANGUAGES:
            text = render(snapshot(), step._replace(session=step.session._replace(language=language)))
            size = count(text)
            assert 0 < size.segments <= (3 if size.encoding == "GSM-7" else 4), (state, aside, language)


@pytest.mark.parametrize("state", sorted(asides.CONSENT, key=str))
def test_a_question_about_staff_is_answered_from_the_limits_where_a_consent_is_asked(state):
    for aside in asides.OF_STAFF:
        step = asked(at(state), aside)
        assert (step.session.state, step.says) == (state, "consent.answer")
    for aside in asides.OF_THE_END:
        step = asked(at(state), aside)
        assert (step.session.state, step.says) == (state, "aside.can_i_take_it_back")


@pytest.mark.parametrize("state", sorted(asides.IN_DANGER, key=str))
def test_in_danger_a_question_whether_somebody_comes_hears_that_nobody_does(state):
    for aside in asides.OF_ANYBODY_COMING:
        assert asked(at(state), aside).session.state is State.SAFETY_COME


def test_answers_on_a_screen_that_others_may_see_name_nothing():
    for language in LANGUAGES:
        for aside in SAID:
            session = at(State.WELCOME_BACK, safe=False, language=language)
            text = render(snapshot(), asked(session, aside))
            assert not names_too_much(text, language), aside


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("whats the catch", Aside.COST), ("do they charge me", Aside.COST), ("am i too old", Aside.AGE_LIMIT),
        ("do they ask for id", Aside.ID_NEEDED), ("are there cops there", Aside.POLICE_INVOLVED),
        ("are u a mandated reporter", Aside.CPS_REPORTING), ("will they tell my mom", Aside.PARENTS_TOLD),
        ("will they call ice", Aside.IMMIGRATION_RISK), ("will i get arrested", Aside.ARREST_RISK),
        ("am i in trouble", Aside.IN_TROUBLE), ("do they drug test u", Aside.SOBER_NEEDED),
        ("can i bring my baby", Aside.KIDS_ALLOWED), ("do they take guys", Aside.BOYS_MEN),
        ("can i bring my dog", Aside.PETS), ("how long can i stay", Aside.HOW_LONG_STAY),
        ("are they full", Aside.BEDS_FREE), ("do they take ur phone", Aside.PHONE_TAKEN_AWAY),
        ("can i come and go", Aside.CAN_I_LEAVE), ("are they open rn", Aside.OPEN_HOURS),
        ("wheres it at", Aside.WHERE_IS_IT), ("how do i get there", Aside.RIDE),
        ("is there wifi", Aside.PHONE_TAKEN_AWAY),
        ("is this a scam", Aside.PROVE_IT), ("are u a cop", Aside.IS_THIS_COPS),
        ("why do u need to know", Aside.WHY_DO_YOU_ASK),
        ("who pays u", Aside.WHO_PAYS), ("was it my fault", Aside.IS_IT_MY_FAULT),
        ("is that trafficking", Aside.IS_IT_TRAFFICKING), ("what if im 15", Aside.HYPOTHETICAL_AGE),
        ("can i trust u", Aside.CAN_I_TRUST_YOU), ("im so tired", Aside.FEELING), ("u are useless", Aside.ANGER),
        ("i dont trust you", Aside.DISTRUST), ("can u just talk to me", Aside.STAY),
        ("cuanto cuesta", Aside.COST), ("le van a decir a mi mama", Aside.PARENTS_TOLD),
        ("me van a deportar", Aside.IMMIGRATION_RISK), ("hay camas", Aside.BEDS_FREE),
        ("hay wifi", Aside.PHONE_TAKEN_AWAY),
        ("fue mi culpa", Aside.IS_IT_MY_FAULT), ("aceptan niños", Aside.KIDS_ALLOWED),
        ("a que hora abren", Aside.OPEN_HOURS),
    ],
)  # fmt: skip
def test_the_commonest_questions_are_heard_without_the_model(text, aside):
    talk = Talk()
    talk.text(*TO_NEEDS)
    talk.is_at(state=State.OPTIONS_NONE, needs=(Need.FOOD,))
    talk.text(text)
    assert talk.session.aside is aside
    assert talk.session.state is State.OPTIONS_NONE


def test_a_question_asked_twice_gets_another_answer():
    talk = Talk()
    first = talk.text(*TO_NEEDS, "is it free")
    second = talk.text("is it free")
    assert first != second
    assert "PERSON" in second
    third = talk.text("can i bring my dog")
    assert talk.session.aside is Aside.PETS
    assert third not in (first, second)


def test_what_if_is_answered_by_the_law_of_the_place_in_two_texts():
    talk = Talk()
    talk.text(*TO_NEEDS)
    assert "In some places" in talk.text("what if im 16")
    assert talk.session.age == 0 and not talk.session.facts
    talk.is_at(area=Area("Houston", "Harris County", "TX", "US"), aside=None)
    first = talk.text("will you call cps")
    assert "Texas" in first
    second = talk.text("what if i told u my age")
    assert second != first and "no names" in second


def test_a_first_text_that_asks_is_answered_within_the_hello():
    talk = Talk()
    said = talk.text("is it free")
    assert talk.session.state is State.WELCOME_HELLO
    assert said.startswith("Hi, this is Oak Line. I'm an automated helper, not a person. Texting me costs nothing")
    assert "Is now ok to text?\n1" in said


def test_after_the_cover_word_no_question_is_answered():
    talk = Talk()
    talk.text(*TO_NEEDS, "weather")
    said = talk.text("will they tell my mom")
    assert talk.session.state is State.WELCOME_BACK
    assert "family" not in said


def test_in_a_live_talk_a_question_goes_to_the_caseworker():
    session = at(State.HANDOFF_LIVE, case="K7QM", caseworker_name="Sam")
    step = asked(session, Aside.COST)
    assert step.says == "silence"
    assert step.session.aside is None


@pytest.mark.parametrize(
    ("aside", "state"),
    [
        (Aside.PLACE, State.HESITATION_PLACE), (Aside.TRAVEL, State.HESITATION_TRAVEL),
        (Aside.WENT_BADLY, State.HESITATION_BADLY), (Aside.RUMOURS, State.HESITATION_RUMOURS),
        (Aside.SHAME, State.HESITATION_OTHER), (Aside.FEAR_HIM, State.HESITATION_OTHER),
        (Aside.FEAR_POLICE, State.HESITATION_OTHER), (Aside.RULES, State.HESITATION_OTHER),
    ],
)  # fmt: skip
@pytest.mark.parametrize("start", [State.OPTIONS_OFFER, State.HESITATION_WHY, State.OPTIONS_CONTACT])
def test_a_doubt_in_own_words_leads_where_the_menu_leads(aside, state, start):
    step = asked(at(start, service="a"), aside)
    assert step.session.state is state
    if state is State.HESITATION_OTHER:
        assert step.says == f"hesitation.{aside.value}"


def test_fear_of_the_police_changes_the_next_offer():
    step = asked(at(State.OPTIONS_OFFER, service="a"), Aside.FEAR_POLICE)
    assert Worry.NO_POLICE in step.session.worries


@pytest.mark.parametrize("aside", list(asides.DOUBTS))
def test_a_doubt_without_an_offer_is_answered_in_place(aside):
    step = asked(at(State.NEEDS_ASK), aside)
    assert step.session.state is State.NEEDS_ASK
    assert step.says == f"aside.{asides.ELSEWHERE[aside].value}"


@pytest.mark.parametrize(
    "aside", [Aside.HOW_LONG_WAIT, Aside.ARE_THEY_COMING, Aside.FOUND_IT_YET, Aside.WHO_WILL_ANSWER]
)
def test_somebody_who_waits_gets_the_truth_about_the_wait(aside):
    step = asked(at(State.HANDOFF_WAITING, case="K7QM"), aside)
    assert step.says == f"aside.{aside.value}.waiting"
    before = asked(at(State.NEEDS_ASK), aside)
    assert before.says == f"aside.{aside.value}"
    assert render(snapshot(), step) != render(snapshot(), before)


ENGLISH = CATALOG.language("en")
ON = dt.date(2026, 10, 3)
SERVICE = next(iter(DIRECTORY))


def service(**values: object) -> Service:
    return replace(SERVICE, hours=(), phones=(), traits=frozenset(), minimum_age=None, maximum_age=None, is_free=None,
                   documents=(), vetting=MappingProxyType({}), **values)  # fmt: skip


def told(one: Service, aside: Aside) -> str:
    return answer_at_offer(one, aside, ENGLISH, "en", NOON)


@pytest.mark.parametrize("aside", sorted(asides.OF_THREATS))
def test_paying_and_deleting_are_about_the_threat_where_pictures_are_one(aside):
    step = asked(at(State.SAFETY_SEXTORTION), aside)
    assert (step.session.state, step.session.guide) == (State.GUIDES_PAGE, Guide.SEXTORTION)


@pytest.mark.parametrize(("aside", "factor"), ASKED.items())
def test_an_offer_answers_yes_no_or_does_not_know(aside, factor):
    for answer, piece in ((Found.YES, f"fits.{factor}"), (Found.NO, f"not.{factor}")):
        found = Finding(answer, by="s1", whom="intake", on=ON)
        said = told(replace(service(), vetting=MappingProxyType({factor: found})), aside)
        assert ENGLISH.piece(piece) in said
        assert "October 3, 2026" in said
    unknown = told(service(), aside)
    assert ENGLISH.piece("answer.unknown") in unknown
    assert ENGLISH.piece(f"fits.{factor}") not in unknown


@pytest.mark.parametrize("aside", sorted(asides.OF_A_SERVICE))
def test_what_no_record_says_is_never_guessed(aside):
    bare = replace(service(), languages=frozenset())
    assert told(bare, aside).startswith((ENGLISH.piece("answer.unknown"), ENGLISH.piece("answer.no_text")))


def test_plain_fields_of_the_record_answer():
    assert "free" in told(replace(service(), is_free=True), Aside.COST)
    assert "may cost" in told(replace(service(), is_free=False), Aside.COST)
    assert "11 to 21" in told(replace(service(), minimum_age=11, maximum_age=21), Aside.AGE_LIMIT)
    assert "13 and up" in told(replace(service(), minimum_age=13), Aside.AGE_LIMIT)
    assert "up to 17" in told(replace(service(), maximum_age=17), Aside.AGE_LIMIT)
    day = Hours(frozenset(range(7)), 0, 24 * 60 - 1, 0)
    assert "day and night" in told(replace(service(), hours=(day,)), Aside.OPEN_HOURS)
    shut = Hours(frozenset(range(7)), 0, 1, 0)
    assert "closed" in told(replace(service(), hours=(shut,)), Aside.OPEN_HOURS)
    number = Phone("66008", "text")
    assert "66008" in told(replace(service(), phones=(number,)), Aside.TEXT_INSTEAD)
    assert "private" in told(replace(service(), traits=frozenset({Trait.PRIVATE_PLACE})), Aside.WHERE_IS_IT)
    assert "papers" in told(replace(service(), documents=("Birth certificate",)), Aside.ID_NEEDED)


def test_at_an_offer_the_reply_is_about_that_service():
    found = Finding(Found.YES, by="s1", whom="intake", on=ON)
    one = replace(service(), id="a", vetting=MappingProxyType({Factor.TAKES_YOUNG_MEN: found}))
    shelf = Directory([one], rules=Rules(demo=True), clock=lambda: NOON)
    step = asked(at(State.OPTIONS_OFFER, service="a"), Aside.BOYS_MEN)
    assert step.says == asides.OFFER
    said = render(replace(snapshot(), directory=shelf), step)
    assert "They take young men" in said
    assert "October 3, 2026" in said


def test_words_about_law_money_and_consent_are_pinned():
    for one in (Aside.COST, Aside.POLICE_INVOLVED, Aside.IMMIGRATION_RISK, Aside.RIGHTS):
        assert f"aside.{one.value}" in PINNED_ASIDES
