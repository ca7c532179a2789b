"""A danger that goes on right now: its numbers stay, whatever is told of the phone, and each bit goes on with it."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.wrote import in_words
from bot.understanding import at_hand
from tests.support.shipped import LEXICON
from tests.support.talk import TO_NEEDS, talk

A_NEEDS = ("hola", "1", "ok")
LOCKED_IN, ENCERRADA = "he locked me in a room", "me tiene encerrada"


def said(text: str) -> str:
    return in_words(text, LEXICON).said


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        *((LOCKED_IN, text) for text in (
            "i cant call he would hear me", "they can hear everything thru the walls", "have to be quiet",
            "how do i text 911",
            "typing cuz hes in the next room he can hear",
        )),
        *((ENCERRADA, text) for text in (
            "no puedo llamar me oyen", "no puedo hablar se escucha todo", "como le mando mensaje al 911",
            "tengo que estar callada",
        )),
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", [(), TO_NEEDS], ids=["first", "calm"])
def test_who_can_only_write_keeps_the_numbers(before: tuple[str, ...], danger: str, text: str) -> None:
    at = talk(*before, danger, text)
    assert at.reply.key == "safety.now.quietly" and "911" in at.reply.text and at.session.hazard


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        *((LOCKED_IN, text) for text in (
            "i hid the phone in my sock", "he doesnt know i have this phone", "this phone is hidden",
            "he checks my phone",
            "he took my phone this is an old one",
        )),
        *((ENCERRADA, text) for text in (
            "tengo el celular escondido", "traigo el telefono escondido en la ropa", "el no sabe que tengo este cel",
            "el cel lo tengo escondido", "me revisa el celular", "escondi el telefono",
        )),
        ("me acaba de violar un amigo de el", "es que me revisa el cel"),
        ("somebody drugged my drink i cant stand", "he looks thru my phone"),
    ],
)  # fmt: skip
def test_a_phone_that_may_be_seen_leaves_the_emergency(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.now.seen" and "911" in at.reply.text
    assert "1-8" not in at.reply.text and at.session.hazard


def test_nothing_of_a_place_is_shown_on_a_screen_that_is_checked() -> None:
    at = talk(*TO_NEEDS, LOCKED_IN, "he checks my phone")
    assert not at.session.safe
    assert at.text("i need a place to stay").count("?") == 1 and not at.session.service


@pytest.mark.parametrize("text", ["im alone in the bathroom", "im by myself in a car"])
def test_who_is_alone_is_watched_by_nobody(text: str) -> None:
    at = talk("somebody drugged my drink i cant stand", text)
    assert at.reply.key != "safety.watched" and "911" in at.reply.text and at.session.hazard == "medical"


@pytest.mark.parametrize("text", ["he checks my phone", "this is my moms phone", "me revisa el cel"])
def test_without_an_emergency_the_screen_goes_bland(text: str) -> None:
    for before in (TO_NEEDS, (*TO_NEEDS, "my stepdad touches me"), (*TO_NEEDS, "mi novio me pega")):
        assert talk(*before, text).reply.key == "safety.watched"


@pytest.mark.parametrize("text", ["houston i think", "its a blue house", "idk the address"])
def test_a_bit_of_it_goes_on(text: str) -> None:
    at = talk(LOCKED_IN, "i cant call he can hear", text)
    assert at.reply.key == "safety.now.quietly.more" and "911" in at.reply.text


@pytest.mark.parametrize("text", ["1", "4", "not now", "is it free?", "i need a lawyer", "he left"])
def test_a_choice_or_a_wish_is_none(text: str) -> None:
    assert not talk(LOCKED_IN, "i cant call he can hear", text).reply.key.startswith("safety.now")


REACH = (
    "hes on the same train as me", "my ex is in the same walmart as me", "she is in the same store as me",
    "a car is following me",
    "he keeps following me", "i see his truck outside my job", "he found me hes at my job",
    "me viene siguiendo una camioneta", "mi ex esta en la misma tienda", "me sigue un hombre",
    "viene caminando atras de mi",
    "veo su troca afuera",
)  # fmt: skip


@pytest.mark.parametrize("text", REACH)
@pytest.mark.parametrize("before", [(), TO_NEEDS], ids=["first", "calm"])
def test_who_is_in_reach_is_answered_with_people_and_911(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.now.reach" and "911" in at.reply.text


@pytest.mark.parametrize(
    ("first", "bits"),
    [
        (
            "hes on my bus",
            ("he hasnt seen me yet", "next stop is main street", "he sees me", "i got off at a gas station"),
        ),
        ("me sigue un carro", ("es azul", "voy por la calle 8", "me meti al mcdonalds", "sigue afuera")),
    ],
)
def test_each_bit_of_a_pursuit_stays_with_it(first: str, bits: tuple[str, ...]) -> None:
    at = talk(first)
    for bit in bits:
        at.text(bit)
        assert at.reply.key.startswith("safety.now.reach") and "911" in at.reply.text, bit


@pytest.mark.parametrize(
    "text",
    ["he follows me on insta", "my dog is following me", "hes in the same class as me",
     "my crush is in the same store as me lol",
     "me sigue en instagram", "my friend is on the same bus as me", "he was in the same store last week"],
)  # fmt: skip
def test_who_is_no_danger_is_not_in_reach(text: str) -> None:
    assert not at_hand.is_in_reach(said(text))


@pytest.mark.parametrize(
    "text",
    ["im in a trunk", "he put me in the trunk", "they threw me in a van", "he wont let me out of the car",
     "me metieron en una cajuela",
     "me subieron a una troca", "va manejando y no me deja bajar"],
)  # fmt: skip
def test_a_car_with_no_way_out(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.now.car" and "911" in at.reply.text
    at.text("i can hear a highway")
    assert at.reply.key == "safety.now.car.more"


def test_what_is_seen_from_a_car_is_no_drug() -> None:
    at = talk("im in his truck and he locked the doors")
    for bit in ("hes getting gas", "its white", "theres a cop car here"):
        at.text(bit)
        assert at.reply.key.startswith(("safety.now.car", "safety.now.way_out")) and "222-1222" not in at.reply.text


@pytest.mark.parametrize(
    "text",
    ["my stuff is in his trunk", "he put me in a car accident", "he drives me to school",
     "he took me in his truck to work",
     "i want a car", "voy en el carro con mi mama"],
)  # fmt: skip
def test_another_car_is_none(text: str) -> None:
    assert not at_hand.is_in_car(said(text))


@pytest.mark.parametrize(
    "text", ["my battery 3%", "phone dying", "2% left", "losing signal", "me queda 5% de pila", "se me apaga el cel"]
)
def test_a_phone_that_dies_is_for_911(text: str) -> None:
    for danger in (LOCKED_IN, "im in his trunk", ENCERRADA):
        at = talk(danger, text)
        assert at.reply.key == "safety.now.battery" and "911" in at.reply.text
    assert talk(*TO_NEEDS, text).reply.key != "safety.now.battery"


@pytest.mark.parametrize("text", ["its 5 now", "i have 4 kids", "im 15", "its 30% off", "i got 2 left"])
def test_another_number_is_no_battery(text: str) -> None:
    assert not at_hand.dies(said(text), text.replace("30%", "30"))


CHILD = (
    "he has my son and wont answer", "i had to leave my baby with him",
    "hes got my daughter and said ill never see her again",
    "my kids are with him and he said hell hurt them if im late", "tiene a mi bebe y no me contesta",
    "mi hija esta con el y dijo que le hace algo si no regreso",
)  # fmt: skip


@pytest.mark.parametrize("text", CHILD)
def test_a_child_who_is_held_is_called_for(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.now.child" and "911" in at.reply.text and "1-800-422-4453" in at.reply.text
    for bit in ("he dont answer", "what do i do", "im in dallas hes in plano"):
        at.text(bit)
        assert at.reply.key.startswith("safety.now.child") and "911" in at.reply.text, bit


@pytest.mark.parametrize(
    "text",
    ["i left my son with his dad for the weekend", "my mom has my baby", "my kids are with their dad",
     "cps took my baby and wont answer",
     "mi hija esta con su papa", "my friend left her baby with him and he wont answer"],
)  # fmt: skip
def test_a_child_who_is_looked_after_is_not_held(text: str) -> None:
    assert not at_hand.child_is_held(said(text))


@pytest.mark.parametrize(
    "text",
    ["im at the hospital and he told the doctor hes my husband",
     "the nurse asked if im safe and he was right there so i said yes",
     "at the er he answers for me", "my bf wont leave the room the nurse is here what do i say",
     "estoy en urgencias y el no se despega", "la enfermera me pregunto si estoy bien y el estaba ahi"],
)  # fmt: skip
def test_at_a_hospital_there_are_words_for_a_nurse(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.now.nurse" and "911" in at.reply.text
    at.text("what do i say to her")
    assert at.reply.key == "safety.now.nurse.more"


@pytest.mark.parametrize(
    "text",
    ["im at the hospital with my mom", "my boyfriend is in the hospital he broke his arm",
     "the nurse gave me a number", "i need a doctor", "i was at the er last week with my ex",
     "estoy en el hospital con mi hermana"],
)  # fmt: skip
def test_another_hospital_is_none(text: str) -> None:
    assert talk(text).reply.key != "safety.now.nurse"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("he has my baby", "he wont answer"),
        ("he has my baby", "he says come home or youll never see them"),
        ("he has my baby", "he said if im not back by midnight hell do something"),
    ],
)
def test_a_threat_that_comes_next_counts(first: str, then: str) -> None:
    at = talk(first, then)
    assert at.reply.key == "safety.now.child" and "911" in at.reply.text


@pytest.mark.parametrize(
    "text", ["hes here please help me", "help me hes in the house", "ya llego ayudame", "ayuda esta aqui"]
)
def test_a_cry_as_he_is_there_gets_911_and_no_cover_word(text: str) -> None:
    for before in ((), TO_NEEDS):
        words = talk(*before).text(text)
        assert "911" in words and "WEATHER" not in words and "CLIMA" not in words


def test_what_comes_after_the_last_of_a_battery_is_for_911_too() -> None:
    assert talk(LOCKED_IN, "phone at 4%", "its on oak street").reply.key == "safety.now.quietly"


@pytest.mark.parametrize("text", ["si no llevo 300 me pega", "if i dont bring 500 he will beat me"])
def test_a_sum_under_blows_is_no_wound(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.hurt"
    at.text("me faltan 200")
    assert at.reply.key == "safety.held.sum"


@pytest.mark.parametrize("text", ["they took my phone and put me in a room",
                                  "me quitaron el cel y me metieron en un cuarto",
                                  "no puedo salir el tiene las llaves"])  # fmt: skip
def test_who_is_put_in_a_room_is_in_danger(text: str) -> None:
    assert talk(text).reply.key == "safety.hurt"
    assert talk("me golpeo y estoy sangrando mucho", text).reply.key != "safety.watched"


def test_who_hides_with_a_child_is_no_friend() -> None:
    for danger, text in (("hes banging on my door", "im in the closet w my little sister"),
                         ("esta afuera con un cuchillo", "estoy en el closet con mi hermanito")):  # fmt: skip
        assert talk(danger, text).reply.key == "aside.hiding"
