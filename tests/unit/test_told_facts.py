"""Facts on the session: kept as closed values, listed to the person alone, and taken back one by one."""

from __future__ import annotations

import pytest

from bot.content.checks import check_sheet
from bot.flows.choices import FACTS_ON_A_PAGE, spec_for
from bot.flows.machine import advance
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Event, Fact, State
from bot.flows.serialization import dump, load
from bot.flows.session import Session, after
from bot.sms.segments import count
from tests.support.content import SHIPPED
from tests.support.flow_walk import ThreeServices
from tests.support.talk import TO_NEEDS, talk

HER = "im 16 and pregnant and i have no car"
SAFE = Session(state=State.NEEDS_ASK, greeted=True, safe=True, limits_told=True)
EVERYTHING = SAFE._replace(state=State.PRIVACY_FACTS, facts=frozenset(Fact), age=16)


def test_a_text_at_any_state_tells_facts() -> None:
    session = talk("hey i ran from my group home and im 15").session
    assert (session.age, session.facts) == (15, {Fact.RAN_FROM_CARE})
    assert talk(*TO_NEEDS, "food", "im a guy btw").session.facts == {Fact.BOY}


def test_a_new_age_replaces_the_last_one() -> None:
    assert talk(*TO_NEEDS, "im 16", "no wait im 17").session.age == 17
    later = talk(*TO_NEEDS, "im a minor", "im 16").session
    assert (later.age, later.facts) == (16, frozenset())
    assert talk(*TO_NEEDS, "im 16", "im a minor").session.age == 16
    grown = talk(*TO_NEEDS, "im 19", "im under 18").session
    assert (grown.age, grown.facts) == (0, {Fact.MINOR})


def test_facts_of_a_friend_count_once_the_text_is_for_the_friend() -> None:
    assert not talk(*TO_NEEDS, "she is 15 and deaf").session.told()
    friend = talk(*TO_NEEDS, "im asking for my friend", "she is 15 and deaf").session
    assert (friend.age, friend.facts) == (15, {Fact.FOR_FRIEND, Fact.DEAF})


def test_stored_facts_are_closed_values() -> None:
    session = talk(*TO_NEEDS, HER).session
    assert dump(session)["facts"] == ["no_ride", "pregnant"] and dump(session)["age"] == 16
    assert load({**dump(session), "facts": ["pregnant", "gone_since"]}).facts == {Fact.PREGNANT}
    assert load(dump(session)) == session


@pytest.mark.parametrize(
    ("ask", "age"),
    [("what do you keep", "age: 16"), ("what did i tell you", "age: 16"), ("my data", "age: 16"),
     ("qué guardas de mí", "edad: 16"), ("mis datos", "age: 16")],
)  # fmt: skip
def test_each_fact_is_listed_with_a_digit(ask: str, age: str) -> None:
    said = talk(*TO_NEEDS, HER, "menu").text(ask)  # the question for a city tells no language
    assert f"\n1 {age}\n2 " in said
    assert len([line for line in said.splitlines() if line[:1] in "123"]) == 3


def test_each_fact_is_taken_back_by_its_digit() -> None:
    her = talk(*TO_NEEDS, HER, "what do you keep")
    assert "pregnant" not in her.text("2") and her.session.told() == (Fact.AGE, Fact.NO_RIDE)
    her.text("1")
    assert her.session.age == 0 and her.session.told() == (Fact.NO_RIDE,)
    assert her.text("1").startswith("Done.") and not her.session.told()
    assert her.session.state is State.PRIVACY_FACTS
    her.text("not now")
    assert her.session.state is State.HESITATION_PARKED


@pytest.mark.parametrize("text", ["pregnant", "im pregnant", "no ride", "age", "16"])
def test_words_take_nothing_back(text: str) -> None:
    her = talk(*TO_NEEDS, HER, "what do you keep")
    her.text(text)
    assert her.session.told() == (Fact.AGE, Fact.PREGNANT, Fact.NO_RIDE)


def test_what_else_is_kept_is_one_digit_away() -> None:
    her = talk(*TO_NEEDS, HER, "what do you keep")
    assert "what you said" in her.text("4") and her.session.state is State.PRIVACY_KEPT
    assert talk(*TO_NEEDS, "what do you keep").session.state is State.PRIVACY_KEPT


def test_a_long_list_has_pages() -> None:
    seen: list[Fact] = []
    session = EVERYTHING
    for _ in range(-(-len(Fact) // FACTS_ON_A_PAGE)):
        seen += [choice.fact for choice in spec_for(session).choices if choice.fact]
        session = advance(session, Interpretation(Answer.MORE), ThreeServices()).session
    assert seen == list(Fact)
    assert spec_for(session).choices == spec_for(EVERYTHING).choices


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_page_fits(code: str) -> None:
    language = SHIPPED.catalog.languages[code]
    assert not [one for one in check_sheet(code, language.sheet) if "privacy.facts" in str(one)]
    for page in range(3):
        offers = spec_for(EVERYTHING._replace(facts_page=page)).choices
        said = language.fill("privacy.facts", State.PRIVACY_FACTS, bland=False, value=lambda _: "", offers=offers)
        assert count(said).encoding == "GSM-7" and count(said).segments <= 3


@pytest.mark.parametrize("change", [{"safe": False}, {"wary": True}, {"young": True}])
def test_facts_are_not_listed_to_somebody_else(change: dict[str, bool]) -> None:
    session = EVERYTHING._replace(**change)
    assert not [choice for choice in spec_for(session).choices if choice.fact]
    asked = advance(session._replace(state=State.NEEDS_ASK), Interpretation(Answer.WHAT_IS_KEPT), ThreeServices())
    assert asked.session.state is not State.PRIVACY_FACTS


def test_a_child_under_13_is_kept_no_fact_of() -> None:
    child = talk(*TO_NEEDS, HER, "im 12")
    assert child.session.young and not child.session.told()
    child.text("im pregnant and 16")
    assert not child.session.told()


@pytest.mark.parametrize("event", [Event.FORGOTTEN, Event.OPTED_OUT, Event.UNDER_13_SAID])
def test_facts_go_with_all_else(event: Event) -> None:
    assert not after(EVERYTHING, event).told()


def test_an_answer_to_the_caseworker_takes_nothing_back() -> None:
    talking = EVERYTHING._replace(case="K7QM", caseworker_name="Ana", spoken_to=True)
    step = advance(talking, Interpretation(Answer.TAKE_FACT, fact=Fact.DEAF), ThreeServices())
    assert step.events == (Event.TEXT_RELAYED,) and Fact.DEAF in step.session.facts
