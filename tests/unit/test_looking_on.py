"""Somebody looks on while the person texts: silence, or words for their eyes, and never the cover word."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

LOOKED_ON = (
    "hes reading over my shoulder", "he's looking at my phone rn", "shes right here reading",
    "my dad is watching me type",
    "hes asking who im texting", "he wants to know who im talking to", "hes coming up the stairs",
    "i hear him on the stairs",
    "they heard me", "he caught me with the phone", "esta leyendo lo que escribo", "me esta viendo el cel",
    "me pregunta a quien le escribo",
    "ya viene subiendo", "me oyo", "me cacharon con el cel", "nos escucharon",
)  # fmt: skip


@pytest.mark.parametrize("text", LOOKED_ON)
@pytest.mark.parametrize("before", [(), TO_NEEDS, ("he locked me in a room",)], ids=["first", "calm", "danger"])
def test_who_is_looked_on_gets_no_text(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    at.text(text)
    assert at.reply.key == "silence"


FOR_HIS_EYES = (
    "hes reading this say something normal", "can u say something boring", "hes making me text u",
    "he says to say hi",
    "di algo normal", "el me esta obligando a escribirte", "dice que te diga hola",
)  # fmt: skip


@pytest.mark.parametrize("text", FOR_HIS_EYES)
@pytest.mark.parametrize("before", [(), TO_NEEDS, ("me tiene encerrada",)], ids=["first", "calm", "danger"])
def test_words_for_his_eyes_name_nothing(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    words = at.text(text)
    assert at.reply.key == "safety.cover"
    assert "WEATHER" not in words and "CLIMA" not in words and "911" not in words


@pytest.mark.parametrize(
    "text",
    ["he checks my phone", "he caught me last week with the phone", "someone is watching me",
     "he made me text a client", "say something", "he said hello", "my mom found my phone",
     "he asks why i cry", "tell me something nice", "me agarraron y me metieron a un cuarto",
     "is he reading this?", "habla de mi caso"],
)  # fmt: skip
def test_what_tells_of_another_time_is_answered(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in ("silence", "safety.cover")


def test_an_emergency_of_the_body_is_not_left_in_silence() -> None:
    assert "911" in talk("i took 40 pills", "he's looking at my screen").reply.text


@pytest.mark.parametrize(
    "text", ["STOP texting me hes here", "stop texting this phone he sees it", "quit messaging me my bf is here"]
)
def test_an_end_with_its_reason_is_one(text: str) -> None:
    for before in ((), ("hi", "1")):
        assert talk(*before, text).reply.key == "carrier.stopped"


@pytest.mark.parametrize(
    "text",
    ["do not reply i will text when safe", "please stop he's holding my phone", "dont text back he has my phone",
     "no contestes yo te escribo cuando pueda", "no me escribas el tiene mi cel",
     "wait dont answer he is looking at it"],
)  # fmt: skip
def test_a_wish_for_silence_is_obeyed(text: str) -> None:
    for before in ((), ("hi", "1"), TO_NEEDS):
        at = talk(*before)
        at.text(text)
        assert at.reply.key == "silence"


def test_beside_a_danger_an_end_in_a_sentence_is_silence_first() -> None:
    assert talk("he beats me", "stop texting me he's here").reply.key == "silence"
    assert talk("he beats me", "STOP texting me he's here").reply.key == "carrier.stopped"
    assert talk("he beats me", "STOP").reply.key == "carrier.stopped"


@pytest.mark.parametrize("text", ["make him stop", "stop he hurts me", "he wont stop", "please make it stop"])
def test_a_cry_is_no_wish_for_silence(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.text and talk(*TO_NEEDS, text).reply.key != "carrier.stopped"


CHECK_IN = (*TO_NEEDS, "remind me later", "evening")


@pytest.mark.parametrize("text", ["no he'll see it", "no he reads it", "my mom will see it",
                                  "he looks at my phone at night",
                                  "no lo va a ver mi novio", "mi mama revisa el cel"])  # fmt: skip
def test_a_check_in_that_would_be_seen_is_not_set(text: str) -> None:
    at = talk(*CHECK_IN, text)
    assert at.reply.key == "followup.when" and "WEATHER" not in at.reply.text


def test_a_check_in_that_is_safe_is_set() -> None:
    assert talk(*CHECK_IN, "yes its safe").reply.key == "followup.set"
