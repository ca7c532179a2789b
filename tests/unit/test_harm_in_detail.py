"""Details of harm that change what helps: choking, others who want to jump them, a threat to die, work without pay."""

from __future__ import annotations

import pytest

from bot.sms.segments import count
from tests.support.talk import Talk, talk

PARTNERS, HOTLINE, CHILDREN = "1-800-799-7233", "1-888-373-7888", "1-800-422-4453"


def told(*texts: str) -> Talk:
    return talk("hi", "ok", *texts)


@pytest.mark.parametrize("text", [
    "he choked me last nite but he said sorry", "my boyfriend strangled me and i peed myself",
    "my voice is all raspy since he choked me", "he put his hands around my neck", "i got choked by my ex",
    "mi novio me apreto el cuello anoche", "mi novio me ahorcó anoche", "mi esposo me estrangulo",
])  # fmt: skip
def test_choking_gets_a_doctor_and_the_line_for_partners(text: str) -> None:
    at = told(text)
    assert at.reply.key == "safety.choked"
    assert "911" in at.reply.text and PARTNERS in at.reply.text and HOTLINE not in at.reply.text
    assert "ER" in at.reply.text or "urgencias" in at.reply.text
    assert count(at.reply.text).segments <= 2


@pytest.mark.parametrize(("danger", "then"), [
    ("he choked me last nite", "my throat still hurts"), ("he choked me last nite", "can i go to a doctor"),
    ("he choked me last nite", "im dizzy and my voice is hoarse"), ("my dad choked me yesterday", "my throat hurts"),
    ("mi novio me apreto el cuello", "me duele la garganta"), ("mi novio me apreto el cuello", "puedo ir al doctor"),
])  # fmt: skip
def test_the_symptom_stays_with_it(danger: str, then: str) -> None:
    at = told(danger, then)
    assert at.reply.key == "safety.choked.more" and "911" in at.reply.text


@pytest.mark.parametrize("texts", [
    ("grabbed me by the throat and its hard to swallow",), ("he choked me", "i cant breathe right"),
    ("mi novio me ahorcó anoche", "no puedo respirar bien"),
])  # fmt: skip
def test_breath_that_goes_is_for_now(texts: tuple[str, ...]) -> None:
    at = told(*texts)
    assert at.reply.key == "safety.choked.now" and "911" in at.reply.text


def test_feeling_fine_takes_no_number_away() -> None:
    at = told("he choked me last nite", "im fine tho")
    assert PARTNERS in at.reply.text


@pytest.mark.parametrize("text", [
    "my dad choked me yesterday", "he choked me years ago", "that movie choked me up", "i choked on my food",
    "a trick choked me",
])  # fmt: skip
def test_who_is_no_partner_gets_no_line_for_partners(text: str) -> None:
    assert PARTNERS not in told(text).reply.text


@pytest.mark.parametrize("text", ["my throat hurts", "can i go to a doctor", "me duele la garganta"])
def test_a_sore_throat_alone_is_a_need(text: str) -> None:
    assert not told(text).reply.key.startswith("safety.choked")


@pytest.mark.parametrize("text", [
    "im scared somebody gonna jump me out here", "im scared somebody gonna jump me", "my cousins gonna jump me",
    "these girls said theyre gonna jump me after school", "they wanna jump me",
    "me van a brincar saliendo de la escuela",
])  # fmt: skip
def test_who_may_be_jumped_is_told_where_to_go(text: str) -> None:
    at = told(text)
    assert at.reply.key == "safety.hunted" and "988" not in at.reply.text
    assert "911" in at.reply.text and HOTLINE in at.reply.text


@pytest.mark.parametrize(
    "text", ["im gonna jump", "im going to jump off the bridge", "i want to jump in front of a train"]
)
def test_who_wants_to_jump_is_heard(text: str) -> None:
    assert told(text).reply.key == "safety.self_harm"


@pytest.mark.parametrize("text", [
    "he said hed kill himself if i go", "my bf says hell shoot himself if i break up",
    "my bf said he will hurt himself if i go",
    "if i leave he will kill himself", "dice que se mata si lo dejo", "mi novio dice que se va a matar si me voy",
])  # fmt: skip
def test_a_threat_to_die_holds_nobody(text: str) -> None:
    at = told(text)
    assert at.reply.key == "safety.holds"
    assert all(number in at.reply.text for number in ("988", "911", PARTNERS))
    assert count(at.reply.text).segments <= 2


@pytest.mark.parametrize("text", [
    "my friend says shell kill herself if i tell", "my sister wants to kill herself", "mi amiga se quiere matar",
])  # fmt: skip
def test_a_friend_who_wants_to_die_is_a_friend(text: str) -> None:
    assert told(text).reply.key != "safety.holds"


@pytest.mark.parametrize("text", ["i want to kill myself if i leave him", "hell kill me and himself if i go"])
def test_ones_own_danger_comes_first(text: str) -> None:
    assert told(text).reply.key != "safety.holds"


@pytest.mark.parametrize(("danger", "then", "key"), [
    ("my cousin locked me in", "i clean his house and watch his kids", "safety.held.work"),
    ("my cousin locked me in", "no he dont pay me", "safety.held.work"),
    ("my uncle wont let me outside", "i watch his babies", "safety.held.work"),
    ("my cousin locked me in", "he says i came illegal", "safety.held.papers"),
    ("my cousin locked me in", "what if he calls police on me", "safety.held.papers"),
    ("mi primo me encerro", "limpio su casa y cuido a sus hijos", "safety.held.work"),
    ("mi primo me encerro", "dice que soy ilegal", "safety.held.papers"),
])  # fmt: skip
def test_who_is_held_for_work_stays_with_one_line(danger: str, then: str, key: str) -> None:
    at = told(danger, then)
    assert at.reply.key == key
    assert HOTLINE in at.reply.text and CHILDREN not in at.reply.text and "656-4673" not in at.reply.text


def test_pay_comes_second_and_then_no_text_twice() -> None:
    at = told("my cousin locked me in", "i clean his house", "no he dont pay me")
    assert at.reply.key == "safety.held.pay" and "1-866-487-9243" in at.reply.text
    at.text("he dont pay me")
    assert at.reply.key == "safety.stay"


@pytest.mark.parametrize("text", ["i clean his house and watch his kids", "he dont pay me", "he says i came illegal"])
def test_the_same_words_alone_are_no_alarm(text: str) -> None:
    assert not told(text).reply.key.startswith("safety.held")
