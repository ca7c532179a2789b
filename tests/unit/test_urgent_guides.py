"""A guide that can't wait: its first step and the numbers come before the safe screen, the guide itself behind them."""

from __future__ import annotations

import pytest

from bot.flows.names import Need
from tests.support.talk import TO_NEEDS, talk

MISSING_CHILDREN, HOTLINE, PARTNERS = "1-800-843-5678", "1-888-373-7888", "1-800-799-7233"
HELLO = {"en": TO_NEEDS, "es": ("hola", "1", "ok")}

GONE = [
    "buenas tardes mi nieta de 15 años se fue con un hombre mayor y no contesta",
    "my lil sister left w some guy she met on snap 2 days ago n her phone is off",
    "mi prima tiene 14 y no ha llegado desde ayer, se fue con su novio de 22",
    "our cousin took off with a dude from online and we cant reach her",
    "quiero que busquen a mi nieta",
    "help me find my niece",
]


@pytest.mark.parametrize("text", GONE)
def test_missing_child_gets_police_and_the_line_for_missing_children_in_the_first_reply(text: str) -> None:
    said = talk(text)
    assert said.reply.key == "safety.plan.missing"
    assert "911" in said.reply.text and MISSING_CHILDREN in said.reply.text and "988" not in said.reply.text
    assert said.session.hazard == "missing"


@pytest.mark.parametrize(
    "text",
    [
        "mi nieta no contesta el telefono que hago", "no entiendo. quiero que busquen a mi nieta",
        "yo quiero que la encuentren, no hablar", "i want yall to find her",
        "she is still not home from school what do i do",
    ],
)  # fmt: skip
def test_whoever_asks_again_hears_that_a_program_searches_for_nobody_and_who_does(text: str) -> None:
    said = talk(GONE[0], text)
    assert said.reply.key == "safety.plan.search"
    assert "911" in said.reply.text and MISSING_CHILDREN in said.reply.text


@pytest.mark.parametrize("text", ["quiero hablar con una persona", "hola", "y luego que", "gracias"])
def test_number_for_missing_children_stays_and_the_crisis_line_does_not_come(text: str) -> None:
    said = talk(GONE[0], text)
    assert MISSING_CHILDREN in said.reply.text and "988" not in said.reply.text


def test_guide_comes_after_the_safe_screen_and_the_limits() -> None:
    assert talk(GONE[1], "1", "1", "ok").reply.key == "guide.missing_friend.1"
    assert talk(GONE[1], "What you can do", "yes", "ok").reply.key == "guide.missing_friend.1"


@pytest.mark.parametrize(
    "text", ["i have not seen my brother since we got split up in foster care", "mi hermana me extraña"]
)
def test_who_was_lost_long_ago_is_no_emergency(text: str) -> None:
    assert not talk(text).reply.key.startswith("safety.")


UNSEEN = [
    ("en", "how do i leave without him knowing"), ("en", "how do i get out w/o him seeing"),
    ("en", "whats the best way to dip when hes at work n not get caught"),
    ("en", "i wanna leave without my boyfriend finding out"), ("en", "any way to sneak out without them hearing me"),
    ("es", "como me salgo de aqui sin que se de cuenta"), ("es", "como me voy sin que el se entere"),
    ("es", "quiero irme sin que mi esposo me vea"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), UNSEEN)
def test_way_out_unseen_gets_a_plan_and_its_numbers_wherever_it_is_asked(language: str, text: str) -> None:
    hello, needs = HELLO[language][:1], HELLO[language]
    for before, key in (((), "safety.plan"), (hello, "safety.plan"), ((*hello, "1"), "safety.plan")):
        said = talk(*before, text)
        assert said.reply.key == key
        assert all(number in said.reply.text for number in (HOTLINE, PARTNERS, "911"))
    said = talk(*needs, text)
    assert said.reply.key == "guide.leaving.1"
    assert all(number in said.reply.text for number in (HOTLINE, PARTNERS, "911"))


def test_who_is_watched_and_asks_no_way_out_still_gets_the_cover_word() -> None:
    for text in ("he reads my texts", "he goes thru my phone every nite"):
        assert talk(text).reply.key == "safety.watched"


@pytest.mark.parametrize(
    "text",
    ["can i leave without telling them", "how do i leave this chat", "he left without me", "me voy sin chaqueta"],
)
def test_leaving_something_else_is_no_plan(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in {"safety.plan", "guide.leaving.1"}


@pytest.mark.parametrize(
    "text",
    [
        "i was staying with my cousin but her boyfriend started asking me to do things with his friends and he said"
        " i owe him for food and rent and im seventeen and he has my id",
        "my aunts man says i gotta be nice to his homies cuz i eat there n he got my phone im 16",
        "me deja quedarme pero dice que le debo y que me toca con sus amigos, tengo 16",
        "dice que sea amable con sus amigos porque como ahi y tiene mi cel tengo 17",
    ],
)
def test_what_is_asked_in_return_for_a_bed_goes_before_the_missing_bed(text: str) -> None:
    said = talk(text)
    assert said.reply.key in {"safety.ask.exploitation", "safety.hurt", "safety.ask.sexual_abuse"}
    assert HOTLINE in said.reply.text


@pytest.mark.parametrize(
    "text", ["im 16 got kicked out nowhere to sleep", "tengo 16 y me corrieron no tengo donde dormir"]
)
def test_minor_without_a_bed_still_gets_the_line_for_that(text: str) -> None:
    said = talk(text)
    assert said.reply.key == "safety.no_place"
    assert Need.SHELTER_TONIGHT in said.session.needs


LURED = (
    "this guy on roblox wants me to meet him he sent me robux",
    "un tipo en free fire quiere verme y me mando diamantes",
)
CHILDHELP = "1-800-422-4453"


@pytest.mark.parametrize(
    "texts",
    [
        (LURED[0], "ok", "im 13", "is he bad"), (LURED[0], "yes", "ok", "im 13", "is he bad"),
        (LURED[1], "ok", "tengo 13", "es malo?"),
    ],
)  # fmt: skip
def test_question_what_he_is_gets_a_straight_word_and_the_line_for_children(texts: tuple[str, ...]) -> None:
    said = talk(*texts)
    assert said.reply.key in {"safety.plan.lured", "guide.grooming.1"} and CHILDHELP in said.reply.text
    assert "1-888-373-7888" not in said.reply.text


@pytest.mark.parametrize("yes", ["ok", "yes"])
@pytest.mark.parametrize("text", ["hes gonna come to my school", "im scared", "he hit me"])
def test_line_for_children_stays_once_their_age_is_told(yes: str, text: str) -> None:
    said = talk(LURED[0], yes, "im 13", text)
    assert CHILDHELP in said.reply.text and "1-888-373-7888" not in said.reply.text


def test_adult_in_danger_keeps_the_lines_for_adults() -> None:
    assert HOTLINE in talk("im 22", "hes gonna come to my job", "1", "im scared").reply.text
    assert HOTLINE in talk(LURED[0], "yes", "im 19", "im scared").reply.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "my ex found me again"), ("en", "my ex is looking for me and he knows where i live"),
        ("es", "me anda buscando mi ex y sabe donde vivo"), ("es", "mi ex anda preguntando por mi en el trabajo"),
    ],
)  # fmt: skip
def test_ex_who_searches_is_a_danger_with_its_numbers_everywhere(language: str, text: str) -> None:
    for before in ((), HELLO[language][:2], HELLO[language]):
        said = talk(*before, text)
        assert said.reply.key in {"safety.ask.violence", "safety.hurt", "safety.plan.found"}
        assert "1-800-799-7233" in said.reply.text and "911" in said.reply.text


@pytest.mark.parametrize(
    "text",
    [
        "he said hell tell everyone", "hes gonna tell my mom what i did", "my ex says hes gonna expose me",
        "dice que va a contar todo en la escuela", "jura que va a contarle a mi mama",
    ],
)  # fmt: skip
def test_threat_to_tell_guesses_no_picture(text: str) -> None:
    for before in ((), TO_NEEDS):
        said = talk(*before, text)
        assert said.reply.key == "safety.exposed" and HOTLINE in said.reply.text and "911" in said.reply.text
        assert not any(words in said.reply.text for words in ("send more", "takeitdown", "mandes nada"))
    if text.isascii() and "he" in text.split():
        assert CHILDHELP in talk(LURED[0], "yes", "im 13", text).reply.text


@pytest.mark.parametrize(
    "text",
    [
        "he says he will post my nudes if i dont pay", "someone has my nudes and wants money",
        "he said hell send my pics to everyone", "dice que va a subir mis fotos",
    ],
)  # fmt: skip
def test_threat_with_pictures_keeps_what_to_do_about_them(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "safety.sextortion"
