"""Who is beside somebody: a patient, kin or a friend is no reason for silence, and who hurts them still is one."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.wrote import in_words
from bot.understanding import presence, shared_phone
from tests.support.talk import TO_NEEDS, snapshot, talk

TO_MENU = ("hola", "1", "1")


def said(text: str) -> str:
    return in_words(text, snapshot().lexicon).said


@pytest.mark.parametrize("danger", ["mi amiga tomo muchas pastillas", "me tome unas pastillas"])
@pytest.mark.parametrize(
    "then",
    ["esta conmigo", "esta aqui", "ella esta en el baño", "esta en mi casa", "aki la tengo", "mi mama esta aqui",
     "mi hermano esta en la sala", "mi abuela ya viene", "ya llego mi mama"],
)  # fmt: skip
def test_in_an_overdose_nobody_near_ends_first_aid(danger: str, then: str) -> None:
    at = talk(*TO_MENU, danger)
    assert at.reply.key == "safety.medical"
    text = at.text(then)
    assert at.reply.key.startswith("safety.first_aid") and "911" in text and at.session.hazard == "medical"


@pytest.mark.parametrize("then", ["she is here with me", "shes in the shower", "my mom is here", "my aunt is coming"])
def test_the_same_in_english(then: str) -> None:
    at = talk(*TO_NEEDS, "my friend took a bunch of pills", then)
    assert at.reply.key.startswith("safety.first_aid") and "911" in at.reply.text


@pytest.mark.parametrize(
    ("danger", "then"),
    [
        ("i want to kill myself", "my sister is here with me"),
        ("i want to kill myself", "my dad is home"),
        ("i want to kill myself", "he is here with me"),
        ("me quiero matar", "mi mama esta aqui"),
        ("me quiero matar", "y mi amiga esta conmigo"),
        ("mi novio me pega", "mi hermana esta aqui conmigo"),
        ("mi padrastro me pega", "mi abuela esta aqui conmigo"),
        ("my pimp beats me", "another girl is here with me"),
        ("my boyfriend hits me", "my daughter is in the next room"),
        ("mi novio me pega", "y ella esta aqui conmigo"),
        ("mi novio me pega", "mi hermanita esta aqui a mi lado"),
        ("mi novio me pega", "mi mama esta aqui conmigo y me quiere ayudar"),
        ("my boyfriend hits me", "my friend is here with me"),
        ("my boyfriend hits me", "my baby is here"),
    ],
)
def test_kin_and_friends_are_no_reason_for_silence(danger: str, then: str) -> None:
    at = talk(*TO_NEEDS, danger, then)
    assert at.reply.key == "aside.not_alone" and "911" in at.reply.text and at.session.hazard


@pytest.mark.parametrize(
    ("danger", "then"),
    [
        ("mi novio me pega", "el esta aqui"),
        ("mi novio me pega", "ella esta aqui"),
        ("me tome unas pastillas", "el esta aqui"),
        ("mi novio me pega", "ai viene"),
        ("mi novio me pega", "llego"),
        ("mi novio me pega", "aki esta"),
        ("mi novio me pega", "ahi anda"),
        ("mi papa me pega", "mi papa esta aqui"),
        ("mi papa me pega", "mi mama esta aqui"),
        ("my boyfriend hits me", "he is here"),
        ("my boyfriend hits me", "here he comes"),
        ("my boyfriend hits me", "i hear his truck"),
        ("mi novio me pega", "acaba de llegar"),
        ("mi novio me pega", "se estaciono"),
        ("my boyfriend hits me", "my moms here brb"),
        ("my brother hits me", "my brother is here"),
        ("mi esposo me pega", "mi suegra esta aqui"),
    ],
)
def test_who_may_be_the_danger_is_one(danger: str, then: str) -> None:
    assert talk(*TO_NEEDS, danger, then).reply.key == "silence"


@pytest.mark.parametrize(
    ("danger", "then"),
    [
        ("mi hermana se quiere matar", "esta en su cuarto"),
        ("mi amiga se corto las venas", "esta conmigo"),
        ("my sister wants to kill herself", "shes in her room"),
        ("una paciente de 17 vino con un hombre que no la deja hablar", "el esta aqui en el cuarto"),
        ("una paciente de 17 vino con un hombre que no la deja hablar", "el novio esta en la sala de espera"),
        ("una paciente de 17 vino con un hombre que no la deja hablar", "el acompañante no se va"),
    ],
)
def test_who_writes_for_somebody_else_is_still_answered(danger: str, then: str) -> None:
    at = talk(*TO_NEEDS, danger, then)
    assert at.reply.key == "aside.helping_them" and at.session.hazard


def test_who_helps_may_live_with_who_is_a_danger() -> None:
    assert talk(*TO_NEEDS, "mi papa le pega a mi mama", "el esta aqui").reply.key == "silence"


@pytest.mark.parametrize("text", ["el esta en el otro cuarto", "hes in the next room", "he is still in the other room"])
def test_the_next_room_is_told_of_a_hiding_place(text: str) -> None:
    assert talk(*TO_NEEDS, "mi novio me pega", text).reply.key == "aside.hiding"


@pytest.mark.parametrize(
    "text", ["ya no vive aqui", "no vive aqui", "ya se murio", "he doesnt live here anymore", "he died"]
)
@pytest.mark.parametrize("danger", ["mi tio me hacia cosas de chiquita", "my uncle used to touch me when i was little"])
def test_who_hurt_them_is_gone_and_the_person_is_still_there(danger: str, text: str) -> None:
    at = talk(*TO_NEEDS, danger, text)
    assert at.reply.key == "aside.they_are_gone" and at.session.safe
    assert at.text("nunca le dije a nadie") and at.reply.key != "safety.holder"


@pytest.mark.parametrize("text", ["ella ya no vive aqui", "no vive aqui", "she does not live here anymore"])
def test_without_a_danger_it_is_a_stranger_who_says_so(text: str) -> None:
    assert talk("hola", text).reply.key == "safety.holder"


@pytest.mark.parametrize("text", ["yo soy la mama", "soy su papa", "im her mom", "ella es mi hija"])
@pytest.mark.parametrize("danger", ["a mi niña la quieren los mareros", "a gang wants my daughter"])
def test_a_parent_who_told_of_a_child_is_no_stranger(danger: str, text: str) -> None:
    at = talk(*TO_NEEDS, danger, text)
    assert at.reply.key.startswith("aside.helping_them") and at.session.safe


@pytest.mark.parametrize("text", ["soy su papa", "im her dad", "soy su papa quien habla"])
def test_a_parent_who_is_the_danger_is_one(text: str) -> None:
    assert talk(*TO_NEEDS, "mi papa me pega", text).reply.key == "safety.holder"


@pytest.mark.parametrize("text", ["el tiene 30", "el tiene como 30", "tiene como 25 años", "he has 30", "hes like 30"])
@pytest.mark.parametrize("danger", ["un tipo trae a mi prima en un hotel", "mi novio me pega"])
def test_an_age_is_no_phone(danger: str, text: str) -> None:
    at = talk(*TO_NEEDS, danger, text)
    assert at.reply.text and at.reply.key != "safety.watched" and at.session.hazard


@pytest.mark.parametrize("text", ["el tiene mi telefono", "he has 2 kids", "tengo 15", "el tiene una pistola"])
def test_what_is_no_age_is_none(text: str) -> None:
    assert not presence.tells_age(said(text))


@pytest.mark.parametrize("text", ["y una pistola", "trae un cuchillo", "and a gun"])
def test_a_weapon_added_is_heard(text: str) -> None:
    assert talk(*TO_NEEDS, "mi amiga esta con un tipo que la vende", text).reply.key == "safety.hurt"


SHARED = [
    "comparto el cel con mi mama",
    "usamos el mismo cel",
    "este es el cel de mi hermana",
    "mi madrina checa mis chats",
    "me cacharon el cel",
    "mi vato leyo todo",
    "me revisan todo en la casa",
    "mi roommate me quito el celular ayer",
    "no se si lee esto",
    "i share my phone with my mom",
    "we only got one phone for the whole house",
    "my godmother checks my chats",
    "he took my phone last week",
    "idk if he saw my texts",
    "this is my sisters phone",
    "im on my moms phone",
    "my dad can see my texts on his ipad",
    "el cel es de la casa y todos lo ven",
]


@pytest.mark.parametrize("text", SHARED)
@pytest.mark.parametrize("before", [TO_NEEDS, (*TO_NEEDS, "mi novio me pega")], ids=["needs", "hurt"])
def test_a_phone_that_others_open_gets_a_bland_screen(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.watched" and "911" not in at.reply.text and not at.session.safe


@pytest.mark.parametrize(
    "text",
    ["necesito un cel", "uso el cel para trabajar", "we have a phone at the shelter", "he took my passport",
     "mi novio me quito el pasaporte", "mi amiga checa su cel", "my friend saw everything", "she found my razor",
     "can you check my messages", "idk if he loves me"],
)  # fmt: skip
def test_what_tells_of_no_such_phone_is_left_alone(text: str) -> None:
    assert not shared_phone.tells_shared(said(text))


@pytest.mark.parametrize("text", ["mejor habla de otra cosa", "cambiemos de tema", "lets talk about something else"])
def test_another_topic_beside_a_danger_names_nothing(text: str) -> None:
    at = talk(*TO_NEEDS, "mi novio me pega", text)
    assert at.reply.key == "safety.watched" and "1-8" not in at.reply.text


def test_a_phone_that_came_back_asks_again() -> None:
    at = talk(*TO_NEEDS, "mi roommate me quito el celular ayer", "hoy me lo dio")
    assert at.reply.key == "welcome.back"


@pytest.mark.parametrize("text", ["alguien?", "hay alguien ahi", "anyone there?", "anybody", "estas ahi?"])
def test_is_anyone_there_asks_for_no_person_before_the_ok(text: str) -> None:
    assert talk("hola", text).reply.key == "welcome.hello"
    assert talk(*TO_MENU, "mi jefe me checa el cel", text).reply.key == "welcome.back"


@pytest.mark.parametrize("text", ["estas ahi?", "are you there", "sigues ahi"])
def test_is_anyone_there_is_answered(text: str) -> None:
    at = talk(*TO_MENU, text)
    assert at.reply.key == "aside.still_here"
    assert talk(*TO_MENU, "necesito comida", text).reply.key == "aside.still_here"


@pytest.mark.parametrize(
    "text",
    [
        "quiero saber si mi novia les escribio",
        "mi hija habla con ustedes?",
        "i want to know if my girlfriend texted you",
    ],
)
def test_who_asks_whether_she_texted_is_told_nothing(text: str) -> None:
    at = talk(text, "es por su bien")
    assert at.reply.key == "safety.holder"


@pytest.mark.parametrize(
    "text", ["quiero saber si me ayudan", "mi hija quiere hablar con ustedes", "quiero saber si mi hija esta bien"]
)
def test_who_asks_for_help_is_no_stranger(text: str) -> None:
    assert talk(text).reply.key != "safety.holder"


@pytest.mark.parametrize("text", ["ahorita si pero rapido", "si pero rapidito", "yes but quick"])
def test_a_yes_in_haste_is_one(text: str) -> None:
    assert talk("hola", text).reply.key == "welcome.limits"


@pytest.mark.parametrize("text", ["ya no esta en la casa", "no esta aqui", "mi hermanita esta dormida aqui conmigo"])
def test_who_is_not_here_is_no_reason_for_silence(text: str) -> None:
    assert talk(*TO_MENU, text).reply.text


@pytest.mark.parametrize("text", ["estas ahi?", "alguien?"])
def test_while_a_person_is_awaited_it_is_asked_of_the_person(text: str) -> None:
    at = talk(*TO_MENU, "quiero hablar con alguien", "acepto", "sin nombre", text)
    assert at.reply.key.startswith("handoff.")


@pytest.mark.parametrize("text", ["ayudame", "help me", "please help me"])
def test_a_cry_beside_a_danger_gets_its_numbers(text: str) -> None:
    at = talk(*TO_MENU, "mi novio me pega", text)
    assert at.reply.key == "safety.stay" and "1-800-799-7233" in at.reply.text
    assert talk(*TO_MENU, "mi novio me pega", "ayuda").reply.key == "carrier.help"
