"""988 stays once it was named, a child keeps the line that takes texts, and plain words of danger are heard."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

HELLO = {"en": TO_NEEDS, "es": ("hola", "1", "ok")}


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("es", ("ya no quiero seguir viviendo asi", "tengo una navaja aqui")),
        ("es", ("tengo unas pastillas aqui", "me las voy a tomar")),
        ("en", ("i dont want to live like this anymore", "i have a knife here")),
        ("en", ("i have some pills here", "im gonna take them")),
    ],
)
def test_the_means_are_heard_once_wanting_to_die_was_told(language: str, texts: tuple[str, ...]) -> None:
    at = talk(*HELLO[language], *texts)
    assert at.reply.key == "safety.means" and "988" in at.reply.text and "911" in at.reply.text


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("es", ("ya me da igual todo", "mi novio me obliga", "mi marido me pega")),
        ("en", ("i want to die", "he forces me to do things", "he hits me")),
    ],
)
def test_a_lesser_danger_does_not_replace_the_line_for_suicide(language: str, texts: tuple[str, ...]) -> None:
    at = talk(*HELLO[language], texts[0])
    assert all("988" in at.text(text) for text in texts[1:])


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("es", ("tengo 15", "mi padrastro me toca", "dice que es nuestro secreto")),
        ("es", ("tengo 14", "me mando fotos un tipo y quiere que le mande")),
        ("en", ("im 15", "my stepdad comes in my room at night", "he says its our secret")),
    ],
)
def test_a_child_keeps_the_line_that_takes_texts(language: str, texts: tuple[str, ...]) -> None:
    said = talk(*HELLO[language], *texts).reply.text
    assert "1-800-422-4453" in said and "1-800-656-4673" not in said and "1-888-373-7888" not in said


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("es", "me quiero ir de este mundo", "safety.self_harm"),
        ("es", "quisiera no despertar", "safety.self_harm"),
        ("es", "me quiero ir con mi abuelita que esta en el cielo", "safety.ask.self_harm"),
        ("es", "quiero salirme de la vida", "safety.hurt"),
        ("en", "i want out of the life", "safety.ask.exploitation"),
        ("es", "hago lo que me piden con hombres", "safety.hurt"),
        ("en", "i do what the men ask me to", "safety.hurt"),
        ("es", "bailo y me obligan a tomar con los clientes", "safety.hurt"),
        ("es", "ando huyendo de un vato", "safety.ask.violence"),
        ("en", "im running from a dude", "safety.ask.violence"),
        ("es", "quiero dejar a mi chulo", "safety.ask.exploitation"),
        ("es", "mi jeva se esta vendiendo", "safety.friend"),
        ("es", "si me voy me lo quita", "safety.ask.exploitation"),
        ("es", "tengo 13 y trabajo limpiando en una planta de carne", "safety.ask.exploitation"),
        ("en", "im 13 and i work cleaning in a meat plant", "safety.ask.exploitation"),
        ("es", "me corte con el machete y el patron no me lleva al doctor", "safety.body.wound"),
        ("en", "i cut myself with the machete and my boss wont take me to the doctor", "safety.body.wound"),
        ("es", "me queme trabajando y me duele mucho", "safety.body.blow"),
        ("es", "nadie nos quiere rentar con el bebe", "safety.no_place"),
        ("en", "nobody wants me with my kid", "safety.no_place"),
        ("es", "toy con la nena en casa de una tia y ya no quiere que este aqui", "safety.no_place"),
        ("en", "my aunt kicked me out with my baby girl", "safety.no_place"),
    ],
)
def test_plain_words_are_heard(language: str, text: str, key: str) -> None:
    assert talk(*HELLO[language], text).reply.key == key


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "me da igual el color"), ("es", "nadie me quiere dar trabajo sin papeles"),
        ("es", "quiero salirme de la escuela"), ("es", "mi primo es policia"), ("en", "my cousin is a cop"),
        ("en", "im gonna take them to school"), ("es", "me obligan a tomar la medicina"),
    ],
)  # fmt: skip
def test_what_only_sounds_so_is_not_asked_about(language: str, text: str) -> None:
    assert not talk(*HELLO[language], text).reply.key.startswith("safety.")


def test_a_place_is_looked_for_when_it_is_told_again() -> None:
    at = talk(*HELLO["es"], "nadie nos quiere rentar con el bebe", "estoy en la gasolinera con el niño y hace frio")
    assert at.reply.key.startswith("needs.")
