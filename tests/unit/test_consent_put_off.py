"""A consent that was put off is asked for again in full (promise 1), and nothing passes for a yes that is none."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

ASKED = ("can i talk to someone",)
PIDE = ("quiero hablar con alguien",)
IN_DANGER = ("my bf hits me", "text with a person")
TEAM = ("i need food", "ok", "90044", "2")
EQUIPO = ("necesito comida", "si", "90044", "2")


@pytest.mark.parametrize("texts", [
    (*ASKED, "not yet", "i mean yes"),
    (*IN_DANGER, "forget it i changed my mind", "wait no i still want it"),
    (*ASKED, "not now", "i still want to talk to someone"),
    (*PIDE, "espera ya viene", "ya", "acepto"),
    (*PIDE, "esta mi papa aqui", "ya se fue", "si"),
    (*PIDE, "ahora no", "siempre si"),
    (*PIDE, "si", "sin nombre", "retirar", "siempre si"),
])  # fmt: skip
def test_comes_back_to_the_question(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.session.state is State.CONSENT_TALK and not at.session.case


@pytest.mark.parametrize("texts", [(*ASKED, "not now", "yes"), ("hey", "not now", "i mean yes"), ("i still want it",)])
def test_yes_to_something_else_asks_for_nobody(texts: tuple[str, ...]) -> None:
    assert talk(*texts).session.state is not State.CONSENT_TALK


@pytest.mark.parametrize("text", [
    "exactly", "true", "that's right", "correct", "no yeah", "1?",
    "ugh fine", "facts", "sobres", "exacto", "asi es", "Kayla",
    "dile lupita", "ni modo pues",
])  # fmt: skip
@pytest.mark.parametrize("before", [IN_DANGER, PIDE, TEAM])
def test_no_clear_yes_is_asked_about(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "consent.sure" and not at.session.case


@pytest.mark.parametrize("text", ["yes", "yes please", "sure", "si claro", "acepto"])
def test_clear_yes_still_is_one(text: str) -> None:
    assert talk(*IN_DANGER, text).session.case


@pytest.mark.parametrize("text", [
    "not my area", "show my need not my area",
    "yeah but not my city", "only the food part ok",
    "all but my location", "solo la comida", "todo menos mi ciudad", "si pero no mi zona",
])  # fmt: skip
@pytest.mark.parametrize("before", [TEAM, EQUIPO])
def test_part_of_it_is_chosen_item_by_item(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.session.state is State.CONSENT_CHOOSE and not at.session.case


def test_item_by_item_in_own_words() -> None:
    at = talk(*TEAM, "choose what they see", "not my area")
    assert at.session.state is State.CONSENT_CHOOSE and "area" not in {str(item) for item in at.session.chosen}
    assert "your area" in at.text("just the need")
    assert "your area" not in at.text("not my area") and {str(item) for item in at.session.chosen} == {"needs"}


@pytest.mark.parametrize(("text", "key"), [
    ("k but only if its a woman", "aside.who_will_answer.waiting"),
    ("mi numero es 956 555 0134", "aside.who_will_answer.waiting"),
    ("call me at 956 555 0134", "aside.who_will_answer.waiting"),
    ("que no llamen al cel, llamen al de mi prima", "aside.who_will_answer.waiting"),
    ("despues de la escuela", "aside.no_hour_set"),
    ("after school", "aside.no_hour_set"),
    ("actually no dont use my real name", "aside.anonymous"),
    ("choose what they see", "aside.what_they_see"),
    ("if i say my name do they come to my house", "aside.what_they_see"),
    ("my mom cant know", "aside.tell_nobody"),
    ("when will they text", "aside.how_long_wait.asked"),
    ("ya me van a escribir?", "aside.how_long_wait.asked"),
])  # fmt: skip
@pytest.mark.parametrize("before", [ASKED, IN_DANGER])
def test_answered_there_and_the_question_stays(before: tuple[str, ...], text: str, key: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == key and at.session.state is State.CONSENT_TALK


@pytest.mark.parametrize(
    "text", ["cancel that share", "delete what they saw", "actually dont let them see that", "borra lo que vieron"]
)
@pytest.mark.parametrize("before", [(*ASKED, "yes", "Renee", "yes"), (*ASKED, "yes", "Renee")])
def test_taken_back_in_own_words(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "privacy.taken_back"


def test_name_taken_off() -> None:
    assert talk(*ASKED, "yes", "Renee", "wait i dont want them knowin my name").reply.key == "consent.name_gone"


def test_how_to_undo_the_note() -> None:
    assert talk(*ASKED, "yes", "Mike", "keep a note", "how do i undo the note").reply.key == "aside.can_i_take_it_back"


@pytest.mark.parametrize("text", ["no erase it", "no mejor borralo"])
def test_erased_after_all_is_asked(text: str) -> None:
    assert talk("FORGET", "keep it", text).reply.key == "privacy.forget"


@pytest.mark.parametrize("text", [
    "he pulled up in the lot", "hes walkin up to the car",
    "Tay, he's coming up the stairs", "his truck pulled in the driveway",
    "viene subiendo las escaleras", "se estaciono afuera", "ya esta en la puerta",
])  # fmt: skip
@pytest.mark.parametrize("before", [(*ASKED, "yes"), (*ASKED, "yes", "no name"), ASKED])
def test_who_comes_nearer_is_a_danger(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert not at.reply.text or ("911" in at.reply.text and "988" not in at.reply.text)


@pytest.mark.parametrize("text", ["im hiding", "im in the bathroom of a burger king", "estoy escondida en el baño"])
def test_who_hides_is_no_name(text: str) -> None:
    at = talk(*ASKED, "yes", text)
    assert "911" in at.reply.text and "988" not in at.reply.text


@pytest.mark.parametrize(("text", "name"), [
    ("my name is nay", "nay"), ("Nay", "Nay"),
    ("ppl call me Nay", "Nay"), ("u can call me whatever. Tori i guess", "Tori"),
    ("my street name is Candy", "Candy"), ("my name jeff", "jeff"), ("me dicen la Flaca", "Flaca"),
    ("pon nomas la Güera", "Güera"), ("me llamo nay", "nay"), ("Kayla but dont tell him", "Kayla"),
])  # fmt: skip
def test_name_in_own_words_is_taken(text: str, name: str) -> None:
    at = talk(*ASKED, "yes", text)
    assert at.session.name == name and at.session.state is State.CONSENT_REMEMBER


@pytest.mark.parametrize(
    "text",
    ["the bus pulled up to the stop", "an uber is on the way to the house", "dime la verdad", "they call me names"],
)
def test_no_danger_and_no_name(text: str) -> None:
    at = talk(*TO_NEEDS, "person", "yes", text)
    assert not at.session.name and not at.session.hazard
