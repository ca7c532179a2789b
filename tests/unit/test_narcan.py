"""The name of a rescue drug gets first aid: what it is for, how it is given, and where it is, in that order."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

SICK = (*TO_NEEDS, "im dope sick")
FRIEND = (*TO_NEEDS, "my friend is overdosing")
PILLS = (*TO_NEEDS, "i took too many pills")


@pytest.mark.parametrize(
    "before",
    [TO_NEEDS, SICK, FRIEND, PILLS, (*TO_NEEDS, "he hits me"), (*TO_NEEDS, "i want to die"), ("hi",)],
    ids=["menu", "sick", "friend", "pills", "hit", "die", "hello"],
)
@pytest.mark.parametrize(
    "text",
    ["narcan", "naloxone", "do u got narcan", "we have narcan here", "narcan?", "nasal spray",
     "tengo narcan como se usa", "naloxona", "traigo narcan", "como se pone la naloxona"],
)  # fmt: skip
def test_the_name_alone_is_answered_anywhere(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    stood = at.session.state
    said = at.text(text)
    assert at.reply.key in ("aside.narcan", "safety.first_aid", "safety.first_aid_other")
    assert "911" in said and ("one spray up the nose" in said or "un spray en un lado" in said)
    assert at.reply.key != "aside.narcan" or at.session.state is stood


@pytest.mark.parametrize("text", ["how do i use narcan", "narcan how do i give it", "i have narcan"])
def test_how_to_give_it_is_told_in_an_overdose(text: str) -> None:
    assert "one spray up the nose" in talk(*FRIEND).text(text)


@pytest.mark.parametrize("text", ["epipen", "insulin", "he needs his inhaler", "i need a doctor", "necesito un doctor"])
def test_a_need_of_the_body_in_an_emergency_asks_for_no_city(text: str) -> None:
    at = talk(*FRIEND)
    at.text(text)
    assert at.reply.key.startswith("safety.first_aid") and "911" in at.reply.text


@pytest.mark.parametrize("text", ["i need a doctor", "i need insulin refills"])
def test_elsewhere_it_is_a_need(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "needs.area"


@pytest.mark.parametrize("text", ["someone is down", "my friend is out", "hes not breathing", "esta tirado",
                                  "alguien no despierta"])  # fmt: skip
def test_someone_is_down_is_an_emergency_after_it(text: str) -> None:
    assert talk(*TO_NEEDS, "narcan", text).reply.key == "safety.medical"


@pytest.mark.parametrize("text", ["where to get it", "how do i get some", "donde lo consigo"])
def test_where_to_get_it_is_told_again(text: str) -> None:
    at = talk(*TO_NEEDS, "narcan", text)
    assert at.reply.key == "aside.narcan" and "211" in at.reply.text


@pytest.mark.parametrize("text", ["is it out of stock", "im down", "im out", "food", "where are you"])
def test_other_words_after_it_are_no_emergency(text: str) -> None:
    assert not talk(*TO_NEEDS, "narcan", text).reply.key.startswith("safety.medical")
