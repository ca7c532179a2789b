"""Questions about court, papers, a child and rooms; a fear of being deported; a choice in a pregnancy."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

_ES = ("hola", "1", "1")
_COURT = ("aside.court", "aside.court.again")


@pytest.mark.parametrize(
    "text",
    [
        "what happens if i miss court",
        "should i go to court",
        "can i skip my court date",
        "i have court friday for prostitution and i was 17",
    ],
)
def test_a_missed_court_day_is_no_small_thing(text: str) -> None:
    reply = talk(*TO_NEEDS, text).reply
    assert reply.key == "aside.court" and "warrant" in reply.text and "LAWYER" in reply.text


@pytest.mark.parametrize("text", ["que pasa si falto a la corte", "me arrestan si no voy a la corte"])
def test_court_is_heard_in_spanish(text: str) -> None:
    assert talk(*_ES, text).reply.key == "aside.court"


@pytest.mark.parametrize("text", ["what if i dont go", "do i have to say who", "i cant afford a lawyer"])
def test_what_follows_is_asked_of_court(text: str) -> None:
    assert talk(*TO_NEEDS, "what happens if i miss court", text).reply.key in _COURT


@pytest.mark.parametrize("text", ["what if i dont go", "we play basketball on the court"])
def test_without_a_court_date_it_is_not(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in _COURT


@pytest.mark.parametrize(
    "text",
    [
        "if i leave w my baby is it kidnapping",
        "is it illegal to take my kids and leave",
        "es secuestro si me llevo a mi hijo",
    ],
)
def test_leaving_with_a_child_is_no_kidnapping_that_is_told(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "aside.mine_in_court"


@pytest.mark.parametrize("text", ["he kidnapped my baby", "i was kidnapped"])
def test_a_kidnapping_is_danger(text: str) -> None:
    assert "911" in talk(*TO_NEEDS, text).reply.text and talk(*TO_NEEDS, text).reply.key.startswith("safety.")


@pytest.mark.parametrize("text", ["can they take my baby", "can he keep my kids", "me los quitan?"])
def test_beside_a_danger_a_child_that_may_be_taken_is_asked_of_a_lawyer(text: str) -> None:
    assert talk(*TO_NEEDS, "he hits me", text).reply.key == "aside.mine_in_court"


@pytest.mark.parametrize(
    "text",
    [
        "que es la visa T?",
        "si denuncio me dan papeles?",
        "eso es visa U?",
        "la T es para los que los trafican no",
    ],
)
def test_a_visa_is_explained_beside_a_danger(text: str) -> None:
    reply = talk("mi jefe me quito el pasaporte y no me paga", text).reply
    assert reply.key == "aside.visa" and "ABOGADO" in reply.text and "911" in reply.text


@pytest.mark.parametrize("text", ["what is a u visa", "how do i get a t visa", "if i report him do i get papers"])
def test_a_visa_is_explained_in_english(text: str) -> None:
    reply = talk(*TO_NEEDS, text).reply
    assert reply.key == "aside.visa" and "LAWYER" in reply.text


@pytest.mark.parametrize("text", ["he bought me a visa gift card", "i lost my visa card"])
def test_a_card_is_no_visa(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "aside.visa"


@pytest.mark.parametrize(
    "text",
    [
        "tengo miedo q me deporten si digo algo",
        "me da miedo decir algo y que venga ICE",
        "si digo algo me echan a la migra",
    ],
)
def test_a_fear_of_being_deported_is_no_rape(text: str) -> None:
    assert "migra" in talk(text).reply.text and "1-800-656" not in talk(text).reply.text


def test_a_fear_of_being_deported_is_heard_in_english() -> None:
    assert talk(*TO_NEEDS, "im scared ill get deported if i say something").reply.key == "aside.immigration_status_risk"


@pytest.mark.parametrize("text", ["me vas a reportar?", "me vas a acusar?", "are you gonna report me"])
def test_being_reported_is_not_being_deported(text: str) -> None:
    first = "mi papa me pega, tengo 14" if text.startswith("me") else "my dad hits me, im 14"
    assert talk(first, text).reply.key.startswith("reporting.")


@pytest.mark.parametrize("text", ["y si yo quise?", "pero yo dije que si", "es ilegal eso?"])
def test_a_yes_under_18_is_no_fault(text: str) -> None:
    reply = talk("mi novio de 26 me hace acostarme con sus amigos tengo 17", text).reply
    assert reply.key == "aside.under_age" and "No es tu culpa" in reply.text


@pytest.mark.parametrize("text", ["what if ur 17 and hes 34 is that legal", "whats the age of consent in texas"])
def test_two_ages_are_a_question_of_law(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "aside.under_age"


@pytest.mark.parametrize(
    "text",
    [
        "do the shelters put me w men",
        "im a trans girl will they put me with men",
        "en el refugio duermo con hombres?",
    ],
)
def test_with_whom_they_sleep_is_asked_of_the_place(text: str) -> None:
    opening = _ES if "hombres" in text else TO_NEEDS
    assert talk(*opening, text).reply.key == "aside.sleeps_where"


@pytest.mark.parametrize("text", ["he makes me sleep with men", "they put me with men for money"])
def test_who_is_made_to_sleep_with_men_is_in_danger(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key.startswith("safety.")


@pytest.mark.parametrize(
    "texts",
    [
        ("quiero abortar estoy en texas",),
        ("no quiero abortar solo preguntaba",),
        ("puedo abortar aqui?",),
        ("estoy embarazada y no lo quiero tener",),
        ("estoy embarazada de un cliente", "no lo quiero tener"),
        ("can i get an abortion",),
        ("im pregnant and i dont want to keep it",),
    ],
)
def test_a_pregnancy_is_their_choice(texts: tuple[str, ...]) -> None:
    assert any(one in talk(*texts).reply.text for one in ("lo decides a tu modo", "It's your choice"))


def test_how_late_is_asked_of_it() -> None:
    assert talk("estoy embarazada de un cliente", "no lo quiero tener", "hay plazo?").reply.key.startswith(
        "aside.pregnant"
    )


@pytest.mark.parametrize("text", ["he wants me to get an abortion", "i had an abortion and im bleeding a lot"])
def test_an_abortion_that_is_forced_or_past_is_none(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "aside.pregnant_choice"


@pytest.mark.parametrize("text", ["i need an immigration lawyer for a T visa"])
def test_who_wants_help_with_a_visa_gets_the_search(text: str) -> None:
    assert talk("hi", "1", "ok", text).reply.key != "aside.visa"
