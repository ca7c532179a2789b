"""Who found this number with another, or says whose phone it is, is told nothing, and erases nothing."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

HOLDER = "safety.holder"
HELD = ("hola", "soy el novio de ella, que le andas diciendo")
HELD_EN = ("im her man who is this",)


@pytest.mark.parametrize("before", [(), TO_NEEDS], ids=["first", "calm"])
@pytest.mark.parametrize(
    "text",
    ["mi novia tiene este numero en su cel, que es esto", "mi esposa tiene este numero guardado que es",
     "soy el q manda en este cel", "que es esto, mi novia lo tiene en su cel",
     "mi novia te escribio q quieres con ella",
     "hola mi hermana tiene este numero en su telefono de q es",
     "mi vieja le anda escribiendo a este numero quien habla",
     "yo le compre ese cel a ella quien habla", "mi novia tiene este numero guardado",
     "este es el telefono de mi esposa",
     "te voy a encontrar pendejo", "this is my wifes phone who is this",
     "este numero lo tiene mi morra quien es", "yo pago este celular", "este es mi cel no el de ella",
     "my girlfriend has this number in her phone what is this", "im the one who runs this phone",
     "what is this my sister has it on her phone", "my wife saved your number who are you",
     "who is this my girl be texting you", "this is my phone not hers"],
)  # fmt: skip
def test_who_found_the_number_gets_the_bland_line(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text, "ok")
    assert at.reply.key == HOLDER and not any(word in said for word in ("911", "CLIMA", "WEATHER", "Oak Line"))


@pytest.mark.parametrize(
    "text",
    ["estoy usando el cel de mi mama", "this is my moms phone", "mi novio me dijo te voy a encontrar pendeja",
     "mi hermana me dio este numero que es esto", "my sister said you help, what is this",
     "mi novio me pega y tiene este numero que hago", "what is this number for", "de que es este numero",
     "my friend gave me this number what is it", "i have your number saved what do you do"],
)  # fmt: skip
def test_who_got_the_number_or_asks_for_help_is_met(text: str) -> None:
    assert talk(text).reply.key != HOLDER


@pytest.mark.parametrize("before", [HELD, HELD_EN], ids=["es", "en"])
@pytest.mark.parametrize(
    "text",
    ["borra todo", "quiero q borren todo lo de ella", "borra sus mensajes", "los voy a encontrar",
     "les voy a quemar el lugar", "ya se quienes son", "se van a arrepentir", "pinches metiches los voy a matar",
     "delete everything", "erase all her texts", "im gonna find yall", "i will burn that place down",
     "i know where you are", "yall will regret this"],
)  # fmt: skip
def test_his_threats_and_orders_open_nothing(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == HOLDER and "911" not in said and at.session.other_holds
    assert at.text("ok") and at.reply.key == HOLDER


@pytest.mark.parametrize("text", ["he hits me", "me quiere matar", "forget me", "stop", "i want to die"])
def test_her_danger_and_control_words_stand(text: str) -> None:
    assert talk(*HELD_EN).text(text) and talk(*HELD_EN, text).reply.key != HOLDER


def test_a_relative_erases_nothing_on_a_phone_without_a_talk() -> None:
    assert talk("soy su papa", "borra todo").reply.key == HOLDER
    assert talk("borra todo").reply.key == "privacy.forget"
    assert talk("hola", "si", "me pega mi novio", "borra mis mensajes").reply.key == "privacy.forget"


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("hola", "clima", "q es esto de q me mandan"), HOLDER),
        (("hola", "clima", "de q son las novedades"), HOLDER),
        (("hola", "clima", "por que me mandan esto"), HOLDER),
        (("hola", "clima", "dime el clima"), "safety.cover"),
        (("hola", "clima", "que tiempo hace hoy"), "safety.cover"),
        (("hey", "weather", "what updates"), HOLDER),
        (("hey", "weather", "what is this about"), HOLDER),
        (("hey", "weather", "hows the weather"), "safety.cover"),
        (("hey", "weather", "any news"), "safety.cover"),
        (("hey", "weather", "what is this", "is it going to rain tomorrow"), "safety.cover"),
    ],
)
def test_the_bland_line_holds_when_it_is_asked_about(texts: tuple[str, ...], key: str) -> None:
    assert talk(*texts).reply.key == key


@pytest.mark.parametrize(
    "text",
    ["y una palabra clave?", "cual es la palabra q digo si el agarra el cel", "hay una clave por si el viene?",
     "is there a code word if he grabs my phone", "whats the safe word", "can we have a code word"],
)  # fmt: skip
def test_the_word_is_told_to_who_asks_for_it(text: str) -> None:
    for before in ((), TO_NEEDS, ("mi novio me vende",)):
        said = talk(*before).text(text)
        assert "CLIMA" in said or "WEATHER" in said
    for before in (HELD, HELD_EN):
        said = talk(*before).text(text)
        assert "CLIMA" not in said and "WEATHER" not in said


@pytest.mark.parametrize(
    "text",
    ["mi amiga esta ahi se llama brenda, ya llego?", "ya llego mi hermana ahi?", "is my friend jess there yet?",
     "did my cousin make it there ok?"],
)  # fmt: skip
def test_nobody_is_told_who_is_where(text: str) -> None:
    at = talk("hola")
    at.text(text)
    assert at.reply.key == "aside.who_texted"
    at.text("dile q la ando buscando")
    assert at.reply.key == "aside.pass_on"
