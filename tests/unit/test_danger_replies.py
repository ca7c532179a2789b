"""Danger, and who waits to be fetched: several forms of each, in both languages, said to the real engine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from string import ascii_lowercase

import pytest

from bot.flows.hazards import HAZARD_TURNS
from bot.flows.names import Event, State
from bot.flows.serialization import dump, load
from bot.flows.session import Session, after
from bot.sms.segments import count
from tests.support.talk import TO_NEEDS, Talk, talk

# Nobody comes

COME = [
    "im at 1420 main st room 6 come now",
    "can u come get me",
    "pls send someone",
    "r they coming",
    "hurry",
    "come pick me up im scared of the dark",
    "how long till they get here",
    "someone come to 88 oak ave",
    "u coming?",
    "vengan por mi",
    "cuanto tardan en llegar",
    "manden a alguien por favor",
    "estoy en la calle 5 numero 20",
    "pueden venir por mi",
    "recojanme",
    "room 214 days inn hurry",
    "im outside the walmart on 5th come",
    "how far away are you",
    "eta?",
    "will someone be here soon",
    "i shared my location",
    "track my phone and come",
]


@pytest.mark.parametrize("text", COME)
@pytest.mark.parametrize("before", [(), TO_NEEDS, (*TO_NEEDS, "food")], ids=["first", "menu", "area"])
def test_who_waits_to_be_fetched_is_told_that_nobody_comes(text: str, before: tuple[str, ...]) -> None:
    said = talk(*before).text(text)
    assert "can't send anyone" in said or "no puedo mandar a nadie" in said
    assert "911" in said and ("where you are" in said or "di el lugar" in said)
    assert " here in " not in said


@pytest.mark.parametrize("text", ["how long till they come", "are they coming", "1420 main st", "ya vienen en camino"])
def test_the_wait_says_that_somebody_texts_and_nobody_comes(text: str) -> None:
    at = talk(*TO_NEEDS, "person", "1")
    assert "texts you back" in at.reply.text and "here in" not in at.reply.text
    at.text("skip")
    assert at.reply.state == State.HANDOFF_WAITING.value
    said = at.text(text)
    assert at.reply.state == State.HANDOFF_WAITING.value
    assert "send anyone" in said or "mandar a nadie" in said


@pytest.mark.parametrize(
    "text",
    [
        "can i come now",
        "he said he will come get me",
        "dont send the cops",
        "winter is coming",
        "5 years on the street",
        "mi mama viene por mi",
        "no manden a la policia",
        "2 nights in a safe place",
        "how far is the shelter",
        "he tracks my phone",
        "will i be here long",
    ],
)
def test_what_only_sounds_like_it_is_not_answered_so(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.state != State.SAFETY_COME.value


def test_danger_with_an_address_has_both() -> None:
    said = talk("he has a gun im at 1420 main st").text("he has a gun im at 1420 main st")
    assert "911" in said and "1-888-373-7888" in said and "can't send anyone" in said


def test_an_address_where_the_area_is_asked_tells_the_area() -> None:
    at = talk(*TO_NEEDS, "food", "12 main st, santa ana ca")
    assert at.session.area is not None and at.session.area.city == "Santa Ana"


# Numbers by what was told

TOLD = {
    "my friend took too many pills she wont wake up": ("911", "1-800-222-1222"),
    "i want to kill myself": ("911", "988"),
    "he has a knife": ("911", "1-888-373-7888"),
    "my dad touches my little sister": ("911", "1-800-422-4453"),
    "me quiero morir": ("911", "988"),
    "tomo muchas pastillas y no respira": ("911", "1-800-222-1222"),
    "mi novio me pega": ("911", "1-800-799-7233"),
}


@pytest.mark.parametrize("danger", TOLD)
@pytest.mark.parametrize(
    "next_texts",
    [
        ("what do i do", "asdf", "qwer zxcv", "hm"),
        ("2", "1", "ok", "blorp"),
        ("person", "1", "how is this", "ok"),
        ("que hago", "is it my fault", "i called"),
    ],
    ids=["unclear", "goes on", "person", "asks"],
)
def test_the_numbers_of_a_danger_stay_in_each_reply(danger: str, next_texts: tuple[str, ...]) -> None:
    at = talk(danger)
    for text in ("", *next_texts):
        said = at.text(text) if text else at.reply.text
        assert all(number in said for number in TOLD[danger]), (at.reply.key, said)
        plans = {"1-888-373-7888"} if at.reply.key == "safety.plan" else set()  # both lines plan with somebody
        foreign = {"988", "1-888-373-7888", "1-800-222-1222", "1-800-422-4453"} - set(TOLD[danger]) - plans
        if at.reply.key not in ("carrier.help", "safety.medical"):
            assert not any(f"{number} " in said or f"{number}." in said for number in foreign), (at.reply.key, said)
        size = count(said)
        assert size.segments <= (3 if size.encoding == "GSM-7" else 4), at.reply.key


def test_the_numbers_go_after_some_turns_and_at_once_when_the_line_turns_bland() -> None:
    at = talk("he has a knife", "2", "1", *(f"asdf{letter}" for letter in ascii_lowercase[:HAZARD_TURNS]))
    assert not at.session.hazard
    bland = talk("he has a knife", "weather")
    assert not bland.session.hazard and "911" not in bland.reply.text and "911" not in bland.text("hi")


@pytest.mark.parametrize(
    "text",
    [
        "what do i do",
        "i called",
        "shes breathing",
        "is she gonna be ok",
        "ok",
        "que hago",
        "ya llame",
        "she is so pale",
    ],
)
def test_overdose_is_followed_by_first_aid(text: str) -> None:
    said = talk("my friend is overdosing").text(text)
    assert "line open" in said or "no cortes" in said
    assert "side" in said or "de lado" in said
    assert "988" not in said and "1-800-222-1222" in said


@pytest.mark.parametrize(
    "text",
    [
        "i threw up but im fine",
        "im ok now",
        "i puked alot and i feel better",
        "i feel fine",
        "ya estoy bien",
        "vomite y ya se me paso",
        "nothing happened im good",
    ],
)
def test_feeling_fine_after_pills_gets_poison_help(text: str) -> None:
    at = talk("i took a bunch of tylenol", text)
    assert "1-800-222-1222" in at.reply.text and at.reply.key == "safety.fine_now"
    assert "later" in at.reply.text or "empeorar luego" in at.reply.text


def test_being_fine_means_nothing_special_without_an_emergency() -> None:
    assert talk(*TO_NEEDS, "im fine").reply.key != "safety.fine_now"


CLOSED = "01:00-02:00"


@pytest.mark.parametrize("danger", [*TOLD, "come get me", "vengan por mi"])
def test_out_of_hours_is_said_before_a_person_is_offered(danger: str) -> None:
    said = talk(danger, hours=CLOSED).reply.text
    reads = "Nobody here reads texts before 1 am" if "Nobody here" in said else "Nadie lee antes de las 1 am"
    assert reads in said and said.index(reads) < said.index("\n1 ")
    again = talk(danger, "a person", hours=CLOSED).reply
    assert again.state == State.CONSENT_TALK.value and reads in again.text
    assert reads not in talk(danger).reply.text


@pytest.mark.parametrize("danger", TOLD)
def test_no_name_is_asked_in_danger(danger: str) -> None:
    at = talk(danger, "1")
    assert at.reply.state == State.CONSENT_TALK.value
    at.text("1")
    assert at.reply.state == State.HANDOFF_WAITING.value
    assert talk(*TO_NEEDS, "person", "1").reply.state == State.CONSENT_NAME.value


@pytest.mark.parametrize("text", ["me quiero morir", "me quiero matar", "ya no quiero vivir"])
def test_spanish_is_told_the_word_to_text(text: str) -> None:
    said = talk(text).reply.text
    assert "manda AYUDA al 988" in said and "marca 2" in said


# What is stored


def test_the_new_facts_survive_the_store_and_old_sessions_load() -> None:
    told = Session(hazard="medical", hazard_left=3, wary=True, who_asked=True, unsure=True)
    assert load(dump(told)) == told
    assert load({"v": 1, "state": "safety.stay"}).hazard == ""


def test_bland_events_calm_the_session() -> None:
    told = Session(hazard="medical", hazard_left=3, safe=True)
    for event in (Event.WENT_BLAND, Event.CHECKED_IN):
        assert not after(told, event).hazard


def _every_reply(texts: Iterable[str]) -> list[str]:
    at = Talk()
    return [at.text(text) for text in texts]


def test_the_same_words_do_not_follow_each_other_in_a_medical_emergency() -> None:
    replies = _every_reply(["my friend is overdosing", *(f"asdf{letter}" for letter in ascii_lowercase[:6])])
    assert all(first != second for first, second in pairwise(replies))


# Dangers that share their numbers


@pytest.mark.parametrize(
    ("first", "then", "reached"),
    [
        ("he is hitting me right now", "he says he will post my nudes if i dont pay", "safety.sextortion"),
        ("he is hitting me right now", "somebody leaked my nudes at school", "safety.sextortion"),
        ("me esta pegando ahorita", "mi ex filtro mis fotos", "safety.sextortion"),
        ("i want to kill myself", "he keeps my id until i pay what i owe him", "safety.ask.exploitation"),
    ],
)
def test_another_danger_is_answered_while_the_numbers_of_one_stand(first: str, then: str, reached: str) -> None:
    at = talk(*TO_NEEDS, first)
    at.text(then)
    assert at.reply.key == reached


@pytest.mark.parametrize(("first", "number"), [
    ("i took a whole bottle of pills", "1-800-222-1222"), ("my dad touches me", "1-800-422-4453"),
    ("me tome un frasco de pastillas", "1-800-222-1222"), ("mi papa me toca", "1-800-422-4453"),
])  # fmt: skip
@pytest.mark.parametrize("then", ["im scared", "tengo miedo", "come get me", "he is outside"])
def test_fear_after_pills_or_of_a_child_keeps_their_numbers(first: str, number: str, then: str) -> None:
    at = talk(*TO_NEEDS, first)
    assert number in at.text(then)
    assert number in at.text("what do i do")


@pytest.mark.parametrize(
    "text", ["he comes in when im sleeping", "he touches my leg when mom works", "he says its our secret"]
)
def test_child_who_tells_more_is_told_the_line_for_children_wherever_they_are(text: str) -> None:
    at = talk("hi im 12 and my stepdad is being weird", "will u tell my mom")
    at.text(text)
    assert at.reply.key in {"safety.young_more", "safety.child"} and "1-800-422-4453" in at.reply.text


@pytest.mark.parametrize("text", ["i got raped last night", "he raped me", "me violaron anoche", "i was raped"])
def test_rape_is_told_the_line_for_it(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.key == "safety.hurt" and "1-800-656-4673" in at.reply.text and "911" in at.reply.text
    assert "1-800-656-4673" in at.text("what do i do")


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("someone has my nudes and wants money", "safety.sextortion"),
        ("a girl has my pics and wants 200", "safety.sextortion"),
        ("he comes in when im sleeping", "safety.ask.sexual_abuse"),
        ("my uncle gets in with me while i was asleep", "safety.ask.sexual_abuse"),
        ("her bf sells her shes 15", "safety.friend"),
        ("his cousin pimps me", "safety.hurt"),
    ],
)
def test_what_was_heard_as_something_else_has_its_own_answer(text: str, reached: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == reached


@pytest.mark.parametrize(
    "text",
    [
        "cant talk rn",
        "sorry i cant talk right now",
        "is it true u call the cops",
        "they call the cops on ppl",
        "thats a suicide line",
        "nvm im fine everything is fine",
        "everything is ok now",
        "my cat comes in when im sleeping",
        "my cousin sold me out",
    ],
)
def test_no_alarm_is_raised_by_what_tells_of_none(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("safety.")


@pytest.mark.parametrize(
    "news", ["shes breathing now theyre here", "she is awake but still out of it", "the ambulance took her"]
)
def test_news_of_a_danger_that_stands_is_no_question_anew(news: str) -> None:
    at = talk(*TO_NEEDS, "my friend took too much and she wont wake up")
    at.text(news)
    assert not at.reply.key.startswith("safety.ask")


NOBODY_CALLED = (
    "did u call 911", "call 911 for me", "u have to call 911", "i cant talk call 911", "can u dial 911 pls",
    "how long til police get here", "when will the ambulance come", "is this going to 911", "did you call someone",
    "ya llamaste al 911", "puedes llamar al 911", "cuanto tarda la policia",
)  # fmt: skip
SOMEBODY_OUTSIDE = (
    "is that your person outside", "i see a car is that u", "theres a lady here is she from u", "should i go outside",
    "ok im going outside now", "im at the door waiting outside", "the uber is it yours", "tell them im in room 9",
    "i unlocked the back door", "my room number is 14", "do u have my location", "did u get my address",
    "hay un carro afuera son ustedes", "les abro la puerta",
)  # fmt: skip


@pytest.mark.parametrize("text", [*NOBODY_CALLED, *SOMEBODY_OUTSIDE])
def test_nobody_was_called_or_sent(text: str) -> None:
    for before in (TO_NEEDS, (*TO_NEEDS, "he has a gun"), (*TO_NEEDS, "i need food", "skip", "person", "3", "no name")):
        at = talk(*before)
        at.text(text)
        assert at.reply.key in {"safety.come", "handoff.nobody_comes"}, before
        assert re.search("can't send anyone|no puedo mandar a nadie", at.reply.text)


@pytest.mark.parametrize(
    "text", ["will you tell the cops", "do u call the police", "he called 911 on me", "i called the cops last week",
             "my mom said to wait outside", "salgo a las 5 del trabajo", "can i go out at night there"],
)  # fmt: skip
def test_question_about_the_police_or_going_out_is_no_wish_to_be_fetched(text: str) -> None:
    at = talk(*TO_NEEDS)
    at.text(text)
    assert at.reply.key != "safety.come"


def test_told_numbers_stay_where_911_is_asked_for() -> None:
    at = talk(*TO_NEEDS, "i took a bunch of pills", "call 911 for me")
    assert at.session.hazard == "medical"
    assert at.reply.key == "safety.come"


@pytest.mark.parametrize("text", ["im scared to die", "i changed my mind i want to live", "i dont want to die anymore"])
def test_poison_help_stays_after_pills(text: str) -> None:
    at = talk(*TO_NEEDS, "i took a bunch of pills")
    at.text(text)
    assert at.session.hazard == "medical"


@pytest.mark.parametrize(
    "text",
    ["im 12 n hes 30", "tengo 11 años y me toca mi padrastro", "i am 12 and he is 25", "im 11 he makes me do stuff"],
)
def test_child_who_tells_of_danger_is_asked_nothing(text: str) -> None:
    at = talk(*TO_NEEDS)
    at.text(text)
    assert at.reply.key in {"safety.young", "safety.child"}
    assert "1-800-422-4453" in at.reply.text


@pytest.mark.parametrize(
    "text", ["he told me to wait", "my mom told me to stop", "she told me to come here", "he told me to smile"]
)
def test_being_told_to_do_something_is_no_lost_home(text: str) -> None:
    at = talk(*TO_NEEDS)
    at.text(text)
    assert at.reply.key != "safety.no_place"
    assert not at.session.needs
