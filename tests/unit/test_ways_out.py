"""The area is not asked a third time, a refused line is remembered, and what somebody is steers the offer."""

from __future__ import annotations

import pytest

from bot.flows.choices import spec_for
from bot.flows.names import Answer, Fact, State
from tests.support.talk import TO_NEEDS, talk

A_BED = (*TO_NEEDS, "i need somewhere to sleep tonight")
HOLA = ("hola", "si", "ok")


@pytest.mark.parametrize("texts", [("ok", "ok"), ("idk", "idk"), ("ok", "somewhere to sleep"), ("idk", "yes")])
def test_the_area_is_not_asked_a_third_time(texts: tuple[str, str]) -> None:
    at = talk(*A_BED, texts[0])
    assert at.reply.key == "needs.area_open" and "No city is fine" in at.reply.text
    at.text(texts[1])
    assert at.session.state is State.OPTIONS_OFFER


def test_no_menu_leads_back_to_the_area() -> None:
    at = talk(*A_BED, "ok", "a place to stay", "1")
    assert at.session.state is State.OPTIONS_OFFER


@pytest.mark.parametrize("texts", [(*A_BED, "idk where im at"), (*HOLA, "necesito donde dormir", "no se donde estoy")])
def test_who_has_no_city_gets_lines_for_the_country_at_once(texts: tuple[str, ...]) -> None:
    assert talk(*texts).session.state is State.OPTIONS_OFFER


def test_a_city_is_still_taken_the_second_time() -> None:
    at = talk(*A_BED, "ok", "long beach ca")
    assert at.session.state is State.OPTIONS_OFFER
    assert at.session.area and at.session.area.city == "Long Beach"


@pytest.mark.parametrize(
    "text", ["i dont want a hotline i want a place", "stop giving me numbers", "no more hotlines pls"]
)
def test_a_refused_line_is_remembered(text: str) -> None:
    at = talk(*A_BED, "rapid city sd", text)
    assert at.reply.key == "options.none.no_hotline"
    assert Fact.NO_HOTLINE in at.session.facts
    assert "1-8" not in at.text("food")


def test_a_place_by_name_comes_where_no_line_is_wanted() -> None:
    at = talk(*TO_NEEDS, "i need a bed tonight no hotlines pls", "santa ana")
    assert "Project CHOICE" in at.reply.text


def test_a_refused_line_is_remembered_in_spanish() -> None:
    at = talk(*HOLA, "otra linea no, ya llame a todas", "comida", "rapid city sd")
    assert at.reply.key == "options.none.no_hotline"


@pytest.mark.parametrize("text", ["is this a hotline", "can u give me a hotline", "i need a hotline number"])
def test_a_line_that_is_asked_about_is_not_refused(text: str) -> None:
    assert Fact.NO_HOTLINE not in talk(*TO_NEEDS, text).session.facts


@pytest.mark.parametrize("text", ["im native i need a place to sleep tonight", "im navajo and i need a bed tonight"])
def test_who_is_native_hears_of_strong_hearts_first(text: str) -> None:
    at = talk(*TO_NEEDS, text, "rapid city sd")
    assert "StrongHearts" in at.reply.text and "1-844-762-8483" in at.reply.text


def test_who_is_not_native_is_not_sent_there_for_a_bed() -> None:
    at, seen = talk(*A_BED, "rapid city sd"), []
    while at.session.state is State.OPTIONS_OFFER:
        seen.append(at.reply.text)
        at.text("another")
    assert len(seen) > 2 and not any("StrongHearts" in said for said in seen)


def test_strong_hearts_is_not_offered_in_canada() -> None:
    at = talk(*TO_NEEDS, "im native i need a place to sleep tonight", "vancouver bc")
    assert "StrongHearts" not in at.reply.text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("im navajo is there anything for us", "aside.for_native"), ("my auntie said ICWA can help", "aside.icwa"),
        ("does mckinney vento help me", "aside.law_named"), ("so can i ask what if", "aside.may_ask_what_if"),
    ],
)  # fmt: skip
def test_named_questions(text: str, key: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == key


def test_a_line_is_not_doubted_for_where_it_is() -> None:
    at = talk(*A_BED, "rapid city sd", "5")
    assert at.session.state is State.HESITATION_WHY
    assert "Where it is" not in at.reply.text and "Getting there" not in at.reply.text
    answers = {choice.answer for choice in spec_for(at.session).heard}
    assert {Answer.WHERE_IT_IS, Answer.GETTING_THERE} <= answers


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ((*A_BED, "long beach ca", "ok im back"), "aside.back_again"),
        ((*A_BED, "long beach ca", "hey its me again"), "aside.back_again"),
        ((*HOLA, "necesito comida", "santa ana", "ya volvi"), "aside.back_again"),
        ((*A_BED, "long beach ca", "1", "its fine"), "welcome.fine"),
        ((*A_BED, "long beach ca", "1", "ok thx"), "welcome.thanked"),
        ((*A_BED, "long beach ca", "thats not what i asked"), "aside.anger_at_you.heard"),
        (
            (*HOLA, "mi nieta de 15 se fue con un hombre mayor y no contesta", "eso no es lo que pregunte"),
            "safety.plan.search",
        ),
    ],
)
def test_small_talk_has_replies_of_its_own(texts: tuple[str, ...], key: str) -> None:
    assert talk(*texts).reply.key == key


def test_back_again_is_said_on_a_safe_screen_only() -> None:
    assert talk("hey", "im back").reply.key != "aside.back_again"
