"""An escape, a fire, a night outside or a meeting under way: each bit gets its next step, and keeps its numbers."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

TRUNK, CAJUELA = "help im in the trunk", "estoy en la cajuela ayuda"


@pytest.mark.parametrize(
    ("first", "bits"),
    [
        (TRUNK, ("its slowing down", "we stopped", "i hear people", "i feel a latch", "i hear a lady talking")),
        ("they got me in the back of a van", ("we pulled over", "i see people outside", "the door is unlocked")),
        (CAJUELA, ("ya paramos", "oigo gente", "siento una palanca", "se paro en una gasolinera", "hay gente afuera")),
    ],
)
def test_a_stop_a_latch_and_people_near_are_the_way_out_of_a_car(first: str, bits: tuple[str, ...]) -> None:
    for before in ((), TO_NEEDS):
        for bit in bits:
            at = talk(*before, first, bit)
            assert at.reply.key.startswith("safety.now.way_out") and "911" in at.reply.text, bit


@pytest.mark.parametrize(("first", "road"), [(TRUNK, "i think we on the highway"), (CAJUELA, "vamos por la autopista")])
def test_a_dying_phone_does_not_end_what_is_told_of_a_car(first: str, road: str) -> None:
    at = talk(first, road)
    assert at.reply.key.startswith("safety.now.car")
    at.text("phone 9%")
    assert at.reply.key == "safety.now.battery"
    at.text("we stopped")
    assert at.reply.key == "safety.now.way_out" and at.session.hazard == "hurt_now"


@pytest.mark.parametrize(
    ("danger", "bit"),
    [
        ("he got a gun to me", "we on i-40"),
        ("he got a gun to me", "its a gray malibu"),
        ("me va a matar", "vamos en la carretera"),
    ],
)
def test_a_road_and_a_car_are_for_911_right_after_a_danger(danger: str, bit: str) -> None:
    assert talk(danger, bit).reply.key.startswith("safety.now.car")


HITS, PEGA = "he beat me and wont let me leave", "mi novio me pega y no me deja salir"


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        *((HITS, text) for text in (
            "shower stopped", "water just cut off", "he getting dressed", "he movin around", "he woke up",
            "im in the car with him",
        )),
        *((PEGA, text) for text in (
            "ya cerro la regadera", "se esta vistiendo", "ya se desperto", "voy en el carro con el",
        )),
    ],
)  # fmt: skip
def test_who_is_about_to_see_the_phone_gets_a_short_reply(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.now.seen" and "911" in at.reply.text and "1-8" not in at.reply.text


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        *((HITS, text) for text in (
            "he going to get food!! we got like 10 min", "hes in the store", "he went to pay for gas",
            "theres a gas station across the road", "i see a walmart",
        )),
        *((PEGA, text) for text in (
            "fue a la tienda", "salio por cigarros", "hay una gasolinera enfrente", "va a ir por comida",
        )),
    ],
)  # fmt: skip
def test_a_moment_without_him_is_told_where_to_go(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.now.chance" and "911" in at.reply.text and at.session.hazard


def test_minutes_to_get_out_tell_themselves() -> None:
    assert talk("hes in the store i got 3 minutes to get out the car").reply.key == "safety.now.chance"
    assert talk("se metio a banar tengo 5 minutos para salirme").reply.key == "safety.now.chance"


@pytest.mark.parametrize(
    ("danger", "texts"),
    [
        (
            HITS,
            ("hes in the store", "we ran", "we in the bathroom locked", "theres a clerk", "what do i tell the clerk"),
        ),
        (PEGA, ("fue a la tienda", "ya corri", "me meti al bano", "hay una cajera", "que le digo a la cajera")),
    ],
)
def test_who_got_out_is_told_to_stay_where_staff_can_call(danger: str, texts: tuple[str, ...]) -> None:
    at = talk(danger, texts[0])
    for text in texts[1:]:
        at.text(text)
        assert at.reply.key.startswith("safety.now.refuge") and "911" in at.reply.text, text


@pytest.mark.parametrize(
    ("danger", "comes", "text"),
    [
        *((HITS, "hes coming back", text) for text in (
            "im in the bathroom", "can i hide here", "i see a cop car", "im out the back",
        )),
        (PEGA, "ahi viene", "me meti al bano"), (PEGA, "ahi viene", "me puedo esconder aqui"),
    ],
)  # fmt: skip
def test_silence_does_not_end_the_danger(danger: str, comes: str, text: str) -> None:
    at = talk(danger, "should i run" if danger == HITS else "me escapo?", comes, text)
    assert at.reply.key == "safety.now.refuge" and "911" in at.reply.text and at.session.hazard


def test_a_call_that_somebody_makes_is_good_news() -> None:
    assert talk(HITS, "we ran", "ok she is calling").reply.key == "aside.called_for_me"
    assert talk(PEGA, "ya corri", "ya esta llamando al 911").reply.key == "aside.called_for_me"
    assert talk(HITS, "we ran", "he is calling").reply.key != "aside.called_for_me"  # who hurts them calls their phone


COMES, ENTRA = "my stepdad comes in my room at night", "mi padrastro se mete a mi cuarto en la noche"


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        *((COMES, text) for text in (
            "he knocking", "i locked the door", "the handle is moving", "hes kicking the door", "hes tryna get in",
        )),
        *((ENTRA, text) for text in (
            "esta tocando la puerta", "puse el seguro", "se mueve la chapa", "quiere entrar", "esta pateando la puerta",
        )),
        ("hey", "i pushed the dresser in front of the door"), ("hola", "puse la comoda contra la puerta"),
    ],
)  # fmt: skip
def test_who_is_behind_a_door_keeps_it_shut(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key in ("safety.now.barred", "safety.now.door") and "911" in at.reply.text
    assert "422-4453" in at.reply.text or danger in ("hey", "hola")


@pytest.mark.parametrize(
    ("danger", "text"),
    [("he locked me in the bathroom", "theres a window"), ("me encerro en el cuarto", "hay una ventana")],
)
def test_a_window_where_they_are_shut_in_is_not_to_be_jumped_from(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.window" and "911" in at.reply.text


@pytest.mark.parametrize(
    "text",
    [
        "my pimp got me in the room n he passed out drunk. i wanna dip",
        "el padrote se quedo dormido borracho y me quiero ir",
    ],
)
def test_who_sleeps_off_drink_is_a_chance(text: str) -> None:
    assert talk(text).reply.key == "safety.now.chance"


def test_a_friend_or_a_partner_who_passed_out_is_a_patient() -> None:
    for text in ("my friend passed out drunk and wont wake up i wanna go home", "my boyfriend passed out drunk"):
        assert not talk(text).reply.key.startswith("safety.now")


@pytest.mark.parametrize("text", ["no 1 else is home rn", "no 1 home but me and him", "no hay nadie en la casa"])
def test_who_is_alone_with_them_says_no_not_now(text: str) -> None:
    at = talk(ENTRA if text.startswith("no hay") else COMES, text)
    assert at.reply.key == "aside.hiding" and at.session.hazard == "child_hurt"


@pytest.mark.parametrize("text", ["no 1 home but me and him", "nobody else is home rn n he drinkin"])
def test_who_is_left_alone_with_somebody_is_asked_if_they_are_safe(text: str) -> None:
    assert talk(text).reply.key == "safety.ask.violence"


@pytest.mark.parametrize(
    "text",
    [
        "he put me out on the highway at nite in the middle of nowhere",
        "like literally lost we in the woods he dropped me off",
        "walkin on the highway its minus 30 he kicked me out the truck", "im outside in the cold rn no shoes",
        "he left me on the side of the road", "i got dropped off in the middle of nowhere",
        "me dejo tirada en la carretera de noche", "nos bajaron del carro en medio de la nada",
        "ando descalza en la nieve afuera", "me aventaron de la troca",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", [(), TO_NEEDS], ids=["first", "calm"])
def test_who_is_left_outside_is_told_of_911(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.now.outside" and "911" in at.reply.text and "988" not in at.reply.text
    for bit in ("i got no shoes", "i see a light", "a truck stopped"):
        at.text(bit)
        assert at.reply.key.startswith("safety.now.outside"), bit


def test_a_phone_that_dies_outside_does_not_end_it() -> None:
    at = talk("he dropped me off in the woods", "cell 1 bar")
    assert at.reply.key == "safety.now.battery"
    at.text("its snowing")
    assert at.reply.key == "safety.now.outside"


@pytest.mark.parametrize(
    ("texts", "of_other"),
    [
        (("smoke coming under the door and its locked from outside",), False),
        (("theres a fire in the hallway and i cant get out",), False),
        (("shes locked in and theres a fire",), False),
        (("he locks me in when he leaves", "i smell smoke"), False),
        (("her man lock her in w a padlock from outside when he go to work", "theres smoke"), True),
        (("hay humo y estamos encerradas",), False),
        (("mi jefe nos encierra con candado", "huele a humo"), False),
    ],
)
def test_a_fire_comes_first(texts: tuple[str, ...], of_other: bool) -> None:
    at = talk(*texts)
    assert at.reply.key == "safety.now.fire" and "911" in at.reply.text and at.session.hazard, of_other


@pytest.mark.parametrize(
    "text",
    [
        "he wants me at the park at 7 or he post my pics", "he says meet him tonight or he shows my dad the video",
        "this guy online wants to meet me at the mall in an hour or hell leak my nudes",
        "he told me come to the motel or he sends the pics to my school",
        "un vato dice que vaya al motel o sube mis fotos",
        "quiere verme hoy en el parque o le manda el video a mi mama",
    ],
)  # fmt: skip
def test_nobody_has_to_meet_who_threatens_them(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.now.meets" and "911" in at.reply.text
    goes = ("ya voy para alla", "mejor voy") if text.startswith(("un", "quiere")) else ("fine ill just go", "im omw")
    for one in goes:
        at.text(one)
        assert at.reply.key.startswith("safety.now.meets"), one


@pytest.mark.parametrize(
    ("threat", "text"),
    [
        ("he says he will post my nudes if i dont pay", "he wants me at the park at 7"),
        ("he says he will tell my school", "he says come to his house"),
        ("me amenaza con subir mis fotos", "quiere verme hoy en el parque"),
    ],
)
def test_a_meeting_after_a_threat_is_one_with_who_threatens(threat: str, text: str) -> None:
    at = talk(threat, text)
    assert at.reply.key == "safety.now.meets"
    at.text("its 640")
    assert at.reply.key == "safety.now.meets.more"


@pytest.mark.parametrize(
    "texts",
    [
        ("we stopped",), ("i hear people",), ("shower stopped",), ("he going to get food",), ("he knocking",),
        ("theres a gas station across the road",), ("im on my way",), ("theres smoke",), ("we ran",),
        (*TO_NEEDS, "i need food", "hes in the store"), ("ya paramos",), ("fue a la tienda",), ("ya voy para alla",),
        ("i smoke a lot",), ("my house burned in a fire last year and we need clothes",), ("that party was fire",),
        ("he dropped me off at school",), ("my boyfriend left me in the middle of the night",), ("im lost in life",),
        ("im walking to school its cold",), ("i live on the highway near tulsa",), ("mi mama me dejo en la escuela",),
        ("he wants me to meet his parents",), ("my friend wants to meet at the mall",),
        (HITS, "im at work", "theres a store near me hiring"), (HITS, "somebody is knocking its the pizza guy"),
        (HITS, "i need a lawyer"), (HITS, "1"), ("im in the car with my mom",), ("just me and my boyfriend at home",),
        ("hay humo de cigarro en mi cuarto",), ("i wanna jump in front of cars on the highway",),
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_none(texts: tuple[str, ...]) -> None:
    assert not talk(*texts).reply.key.startswith("safety.now")


@pytest.mark.parametrize(
    "text", ["im in the car with him", "my boyfriend drivin me to work rn", "voy en el carro con el"]
)
def test_a_first_text_from_beside_him_names_no_line(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.watched" and "Oak" not in at.reply.text


def test_a_moment_without_him_ends_the_cover() -> None:
    at = talk(HITS, "im in the car with him", "weather", "ok hes gone in the gas station")
    assert at.reply.key == "safety.now.chance" and "911" in at.reply.text
