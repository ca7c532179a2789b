"""Who was sent, dared or put in touch by another asks for no end of the texts."""

from __future__ import annotations

import pytest

from bot.understanding import carrier, normalise
from tests.support.talk import TO_NEEDS, talk

STOPPED = "carrier.stopped"
SPANISH = ("hola", "1", "1")


@pytest.mark.parametrize("text", [
    "lmaooo my homegirl dared me to text this", "my homegirl told me to text this number",
    "my bestie made me text yall", "my auntie told me i should hit this number up",
    "the school nurse gave me this number", "hola, mi nieta me dijo que escribiera a este numero, soy su abuela",
    "mi sobrina me dijo que escribiera a este numero", "mi prima me reto a escribir aqui jaja",
    "una senora me paso este numero", "somebody used my phone and texted you", "ponme en contacto",
    "mi hermanita agarro mi cel y les escribio", "i never texted u. my cousin used my phone", "si, que me escriban",
])  # fmt: skip
def test_how_they_came_to_text_ends_nothing(text: str) -> None:
    """The local model takes these for an opt-out, and hears only what words allow."""
    assert not carrier.may_opt_out(normalise(text), surely=True)


@pytest.mark.parametrize("text", [
    "my cousin signed me up take me off", "who gave you my number, lose it", "my friend put my number in, remove it",
    "que ya no me escriban",
])  # fmt: skip
def test_a_word_of_an_end_counts_beside_it(text: str) -> None:
    assert carrier.may_opt_out(normalise(text), surely=True)


def test_danger_after_a_dare_is_heard() -> None:
    said = talk("lmaooo my homegirl dared me to text this", "jk im the one lol", "he's hitting me")
    assert "911" in said.reply.text


@pytest.mark.parametrize(
    "text", ["i never texted u. my cousin used my phone", "nunca les escribi, mi prima uso mi cel"]
)
def test_who_never_texted_may_be_somebody_else(text: str) -> None:
    assert talk("hi", text).reply.key == "safety.holder"


@pytest.mark.parametrize("before", [TO_NEEDS, (*TO_NEEDS, "safety"), ("he sells me",), ("my boss dont pay me",)])
@pytest.mark.parametrize("text", ["put me in touch", "connect me", "have someone text me", "put me in touch please"])
def test_put_in_touch(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key.startswith("consent.")


@pytest.mark.parametrize("before", [SPANISH, (*SPANISH, "seguridad"), ("mi novio me vende",), ("mi jefe no me paga",)])
@pytest.mark.parametrize("text", ["ponme en contacto", "si, que me escriban", "si escribanme", "contactame porfa"])
def test_put_in_touch_in_spanish(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key.startswith("consent.")


def test_chat_is_erased_on_request() -> None:
    assert talk("borra este chat").reply.key == talk("delete this chat").reply.key == "privacy.forget"


@pytest.mark.parametrize("text", [
    "my dad used my phone, stop texting", "que ya no me escriban",
    "si no me escriban ya", "stop", "my friend gave you my number remove it",
])  # fmt: skip
def test_a_wish_for_no_texts_is_obeyed(text: str) -> None:
    assert talk(text).reply.key == STOPPED
