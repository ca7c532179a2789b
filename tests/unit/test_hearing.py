"""What the local model is asked about: only what nothing else has decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.ear_file import load_ear
from bot.flows.names import Concern, State
from bot.understanding.hearing import Hearing
from bot.understanding.words import normalise
from tests.support.talk import TO_NEEDS, Talk, snapshot


class Listening:
    """Model that hears danger in everything, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def guess(self, text: str) -> Listening:
        return self

    @property
    def danger(self) -> Concern:
        self.asked += 1
        return Concern.EXPLOITATION

    @property
    def likely_danger(self) -> Concern:
        return self.danger

    @property
    def topic(self) -> None:
        """No topic: danger comes first."""

    likely_topic = sure_topic = stated_topic = topic
    remark = answer = None
    is_calm = is_certain = opts_out = looks_alike = False

    def confirms(self, concern: Concern) -> bool:
        """Confirm nothing: a rule's question stays one."""
        return False


@pytest.fixture
def model() -> Listening:
    return Listening()


def with_model(model: Listening) -> Talk:
    at = Talk()
    known = snapshot().hearing
    hearing = Hearing(lambda: known.rules, lambda: model, known.others, known.facts)
    at._snapshot = replace(at._snapshot, hearing=hearing)
    for text in TO_NEEDS:
        at.text(text)
    model.asked = 0
    return at


def test_model_is_asked_about_a_text_that_nothing_understands(model: Listening) -> None:
    at = with_model(model)
    at.text("they say the lamp goes where the lady wants it")
    assert model.asked == 1 and at.reply.key == "safety.ask.exploitation"


@pytest.mark.parametrize(
    "text",
    [
        "i need somewhere to stay tonight",
        "je cherche un endroit pour dormir ce soir avec mon bebe",
        "he is hitting me right now",
        "that test beat me up so bad",
        "he shot me in valorant three times",
        "weather",
        "not now",
    ],
)
def test_model_is_not_asked_about_what_is_decided(model: Listening, text: str) -> None:
    with_model(model).text(text)
    assert model.asked == 0


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("my uncle brings men over", "safety.ask.sexual_abuse"),
        ("hes got my little sister", "safety.ask.child_hurt"),
        ("is it only for girls or can guys go", "aside.boys_men"),
    ],
)
def test_statement_that_only_a_topic_would_explain_is_asked_about(text: str, key: str) -> None:
    assert with_shipped_model(*TO_NEEDS, text).reply.key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("finally friday and the sun is out lol", "aside.joke"),
        ("my teacher roasted me in front of everybody haha", "aside.joke"),
        ("im cuban and i do nails", "aside.noted"),
        ("jaja mi hermano se durmio en el cine", "aside.joke"),
    ],
)
def test_mere_talk_is_answered_as_talk(text: str, key: str) -> None:
    assert with_shipped_model(*TO_NEEDS, text).reply.key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("i keep singing that song about shooting my man down", "aside.joke"),
        ("that test beat me up so bad", "aside.joke"),
        ("i keep singing that song about stabbing him. the lamp goes where the lady wants it", "unclear.rephrase"),
    ],
)
def test_talk_that_looks_like_danger_is_known_without_the_model_if_it_is_the_whole_text(text: str, key: str) -> None:
    at = Talk()
    at.text(*TO_NEEDS, text)
    assert at.reply.key == key


def test_mere_talk_agrees_to_nothing() -> None:
    at = with_shipped_model(*TO_NEEDS, "person", "finally friday and the sun is out lol")
    assert at.session.state is State.CONSENT_TALK and not at.session.shared


def with_shipped_model(*texts: str) -> Talk:
    at, ear = Talk(), load_ear()
    known = snapshot().hearing
    at._snapshot = replace(at._snapshot, hearing=Hearing(lambda: known.rules, lambda: ear, known.others, known.facts))
    at.text(*texts)
    return at


@pytest.mark.parametrize(
    "text",
    [
        "every week we go to a new hotel and guys come to the room",
        "he waits outside with the engine on until i have the money",
        "i put my dresser in front of my door because of my brother",
        "cada semana me llevan a otro hotel y llegan hombres",
    ],
)
def test_model_reads_letters_that_look_like_latin_ones(text: str) -> None:
    hearing = Hearing(lambda: snapshot().hearing.rules, load_ear)
    disguised = text.translate(str.maketrans("aeopcxyi", "аеорсхуі"))
    plain, read = (hearing.guess(one, normalise(one)) for one in (text, disguised))
    assert plain is not None and read is not None
    assert read.danger is plain.danger is not None
