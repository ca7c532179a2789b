"""Who grabbed the phone asks her, or asks of her, and gets the bland line. What he wants of her introduces nobody."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

HIT = ("hola", "si", "me pega mi novio")
HIT_EN = ("hey", "yes", "he hits me")


@pytest.mark.parametrize("before", [(), HIT, HIT_EN, TO_NEEDS], ids=["first", "es", "en", "calm"])
@pytest.mark.parametrize(
    "text",
    ["con quien hablas puta", "con quien esta hablando mi hija?", "con quien anda platicando ella",
     "a quien le escribes",
     "contesta kien eres", "que le dicen a mi hija", "aqui no hay nadie con ese nombre", "no esta disponible ella",
     "who u texting", "who is my daughter talking to", "who does she talk to on here", "nobody here by that name",
     "shes not available", "answer me who tf are you"],
)  # fmt: skip
def test_a_question_to_her_or_of_her_is_somebody_elses(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "safety.holder" and "911" not in said


@pytest.mark.parametrize("before", [HIT, HIT_EN, ("hola", "si", "el me vende en un hotel")])
@pytest.mark.parametrize(
    "text",
    ["este cel es mio", "ya se quien eres", "q chingados es esto", "k es esto", "bro quien es", "quien chingados eres",
     "wtf is this", "who the hell are u", "bro who is this", "this is my phone", "i know who you are", "what is this",
     "put her on the phone", "pasamela", "quien te dio este numero", "who gave her this number"],
)  # fmt: skip
def test_rude_words_beside_a_danger_are_somebody_elses(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text, "ok")
    assert at.reply.key == "safety.holder" and "911" not in said


@pytest.mark.parametrize("text", ["wtf is this", "k es esto", "quien chingados eres", "este cel es mio"])
def test_without_a_danger_they_may_be_hers(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "safety.holder"


@pytest.mark.parametrize(
    "text", ["con quien hablo", "a quien le dicen esto", "who am i talking to", "quien eres",
             "no hay nadie que me ayude",
             "no puedo hablar", "hes not available to help me"]
)  # fmt: skip
def test_her_own_questions_are_answered(text: str) -> None:
    assert talk(*HIT, text).reply.key != "safety.holder"


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("hola", "si", "un señor me ofrece un cuarto si soy su novia"), "safety.ask.exploitation"),
        (("hola", "si", "si soy su novia me deja kedar en su casa"), ""),
        (("hola", "si", "un señor kiere q sea su novia"), ""),
        ((*TO_NEEDS, "a guy says i can stay if im his girlfriend"), "safety.ask.exploitation"),
    ],
)
def test_what_he_wants_her_to_be_is_no_introduction(texts: tuple[str, ...], key: str) -> None:
    at = talk(*texts)
    assert at.reply.key != "safety.holder" and (not key or at.reply.key == key)
    at.text("tengo 17" if texts[0] == "hola" else "im 17")
    assert at.reply.key != "safety.holder"


@pytest.mark.parametrize("text", ["tengo 17", "im 16", "estoy embarazada", "im pregnant"])
def test_the_lock_opens_for_what_only_she_would_tell(text: str) -> None:
    at = talk(*HIT, "este cel es mio", text)
    assert at.reply.key != "safety.holder" and not at.session.other_holds


@pytest.mark.parametrize(
    "text", ["i know its a shelter", "we know this is for food", "you can tell me im her uncle", "tengo 45",
             "ya se que es un refugio", "soy su tio dime"]
)  # fmt: skip
def test_it_holds_for_who_found_out(text: str) -> None:
    for before in (("why does my girl have this number",), ("hola", "1", "ok", "quien eres y que quieres con ella")):
        at = talk(*before, text)
        assert at.reply.key == "safety.holder"
        at.text("ok")
        assert at.reply.key == "safety.holder"
