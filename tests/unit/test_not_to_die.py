"""A way out, a plan to leave, a ride and fear of being killed sound like a wish to die, and are none."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

CRISIS, HOTLINE = "988", "1-888-373-7888"


@pytest.mark.parametrize("text", [
    "no quiero seguir aqui con este señor", "quiero desaparecer de aqui que no me encuentre el",
    "ya no aguanto estar con mi padrote", "i dont wanna be here with this man no more",
    "i wanna disappear where he cant find me", "no quiero seguir aqui cuando llegue mi padrote",
])  # fmt: skip
def test_to_be_away_from_somebody_is_no_wish_to_die(text: str) -> None:
    at = talk(text)
    assert CRISIS not in at.reply.text and HOTLINE in at.reply.text


@pytest.mark.parametrize("text", [
    "si me voy hoy que me llevo", "planeo irme mañana en la noche", "tengo un plan pa escaparme",
    "voy a dejarlo mañana", "tenemos un plan irnos el jueves", "if i leave tonight what do i bring",
    "plan to leave friday when he works", "im ready to leave but got nobody", "i want out but got no money",
])  # fmt: skip
def test_a_plan_to_leave_gets_the_first_step_of_one(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.plan" and CRISIS not in at.reply.text


def test_when_to_leave_is_asked_of_the_plan() -> None:
    for texts in (("si me voy hoy que me llevo", "a q hora es mejor"), ("how do i leave him", "what time is best")):
        assert talk(*texts).reply.key == "safety.plan"
    assert talk("what time is best").reply.key != "safety.plan"


@pytest.mark.parametrize("text", ["i want out but no place", "i want out but i got nowhere"])
def test_who_has_nowhere_to_go_needs_a_place(text: str) -> None:
    for at in (talk(text), talk("im the bottom", text)):
        assert CRISIS not in at.reply.text and at.session.needs


@pytest.mark.parametrize("text", [
    "quiero irme con diosito mañana", "me voy a ir para siempre hoy", "im going to leave this world tonight",
    "i have a plan to end it tonight", "tengo un plan para matarme mañana",
    "i wanna die and jump out the 2nd floor window",
    "quiero irme de este mundo", "i wanna jump out the window", "quiero desaparecer", "i dont want to be here anymore",
    "me quiero ir para siempre que no me encuentre nadie",
])  # fmt: skip
def test_a_wish_to_die_stays_one(text: str) -> None:
    assert CRISIS in talk(text).reply.text


def test_after_a_wish_to_die_its_line_stays() -> None:
    assert CRISIS in talk("me quiero morir", "quiero desaparecer de aqui que no me encuentre el").reply.text
    assert CRISIS in talk("i wanna kill myself", "no quiero seguir aqui con este señor").reply.text


@pytest.mark.parametrize("text", [
    "si me muero hoy fue Carlos Mendez", "si me pasa algo fue mi novio", "si aparezco muerta fue mi ex",
    "if something happens to me it was my ex", "if i die tonight it was marcus", "if they find me dead look for marcus",
])  # fmt: skip
def test_who_tells_who_did_it_fears_to_be_killed(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.hurt" and "911" in at.reply.text and CRISIS not in at.reply.text


@pytest.mark.parametrize(("told", "news"), [
    ("voy en un carro con el y no me deja bajar",
     ("vamos por la 10", "es un honda rojo", "trae pistola", "ya paro en la gas")),
    ("he is driving me somewhere idk where", ("its a blue honda",)),
    ("me llevan en una troca no se a donde", ("por la 35", "trae pistola")),
    ("he wont let me out the car hes driving", ("i 35 south", "its a white truck", "hes stopping for gas")),
])  # fmt: skip
def test_who_is_driven_off_is_told_what_to_text(told: str, news: tuple[str, ...]) -> None:
    at = talk(told)
    assert at.reply.key in ("safety.car", "safety.now.car")
    for text in news:
        at.text(text)
        assert (
            at.reply.key.startswith(("safety.car", "safety.now.car", "safety.now.way_out"))
            and "911" in at.reply.text
            and CRISIS not in at.reply.text
        )


@pytest.mark.parametrize("texts", [
    ("my mom is driving me to school",), ("he hits me", "we driving to work"), ("its a white truck",),
    ("he hits me", "my sister is driving me home"), ("es blanca la troca",), ("he hits me", "i live in my car"),
])  # fmt: skip
def test_other_rides_are_no_abduction(texts: tuple[str, ...]) -> None:
    assert not talk(*texts).reply.key.startswith("safety.car")


def test_a_way_out_by_a_car_or_a_window() -> None:
    assert talk("im gonna jump out the car at the light").reply.key == "safety.car"
    for text in ("should i jump out the window 2nd floor", "me encerro puedo salir por la ventana"):
        at = talk(text)
        assert at.reply.key == "safety.window" and "911" in at.reply.text and CRISIS in at.reply.text


@pytest.mark.parametrize("text", ["i swore an oath and if i talk i will die", "if i break it i die"])
def test_an_oath_is_how_somebody_is_held(text: str) -> None:
    at = talk(text)
    assert CRISIS not in at.reply.text and HOTLINE in at.reply.text


def test_out_of_here_beside_a_danger_is_out_of_there() -> None:
    for text in (
        "ya no quiero estar aqui ayuda",
        "help i dont want to be here",
        "i dont want to be here when he comes back",
    ):
        at = talk("me tiene encerrada", text)
        assert at.reply.key == "safety.hurt" and CRISIS not in at.reply.text


def test_a_motel_named_beside_a_danger_is_for_911() -> None:
    for texts in (("me tiene encerrada", "motel 6 en la 35"), ("he wont let me leave", "motel 6 off the 35")):
        at = talk(*texts)
        assert at.reply.key == "safety.come" and "911" in at.reply.text
