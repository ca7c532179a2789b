"""An address that was asked for or given is danger, and who lives in a shelter wants no other bed."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

ASKED, GIVEN = "safety.address.asked", ("safety.address", "safety.address.more")


@pytest.mark.parametrize(
    "texts",
    [("la cague le dije donde queda el refugio",), ("le di la direccion a mi ex",),
     ("mi ex me pidio la direccion y se la di",), ("estoy en un shelter y mi pimp ya sabe cual es",),
     ("estoy en un albergue", "le mande mi ubicacion"), ("mi novio me vende", "le mande mi ubicacion"),
     ("im in a shelter", "i told him where it is"), ("i gave my ex the address of the safe house",),
     ("im in a safe house and my pimp found out where i am",), ("i messed up i sent him my location",)],
)  # fmt: skip
def test_an_address_that_he_has_is_told_to_staff(texts: tuple[str, ...]) -> None:
    at = talk(*texts[:-1])
    said = at.text(texts[-1])
    assert at.reply.key == GIVEN[0] and "911" in said and ("staff" in said or "personal" in said)


@pytest.mark.parametrize(
    "texts",
    [("estoy en un shelter ya me sacaron de eso", "me dijo q me perdona y q le mande la direccion"),
     ("im staying at a safe house", "my ex keeps asking for my location"),
     ("mi ex quiere saber donde vivo ahora",), ("vivo en un refugio", "me pide que le diga donde queda")],
)  # fmt: skip
def test_who_is_asked_for_it_need_not_send_it(texts: tuple[str, ...]) -> None:
    at = talk(*texts[:-1])
    said = at.text(texts[-1])
    assert at.reply.key == ASKED and "911" in said
    assert at.text("se la mande") and at.reply.key in GIVEN


@pytest.mark.parametrize(
    "text",
    ["dice q viene en una hora", "ya viene", "esta afuera", "q hago", "el personal me va a correr si se enteran?",
     "he says hes on his way", "hes outside", "what do i do", "will they kick me out"],
)  # fmt: skip
def test_what_follows_is_answered_with_the_numbers(text: str) -> None:
    for before in ("le di la direccion del refugio a mi ex", "i gave my ex the address of the shelter"):
        at = talk(before)
        said = at.text(text)
        assert at.reply.key in GIVEN and "911" in said


@pytest.mark.parametrize(
    "text",
    ["le di la direccion a mi trabajadora", "i gave the address to my caseworker", "i sent my mom my location",
     "whats the address", "cual es la direccion", "i told my job where i live", "le mande la ubicacion al uber"],
)  # fmt: skip
def test_who_else_has_it_is_no_danger(text: str) -> None:
    assert talk("im in a shelter", text).reply.key not in (ASKED, *GIVEN)


@pytest.mark.parametrize(
    "text", ["estoy viviendo en un refugio, todo bien", "im in a shelter", "vivo en una casa segura"]
)
def test_who_has_a_bed_is_offered_none(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "welcome.hello" and not at.session.needs


@pytest.mark.parametrize("text", ["estoy en un refugio pero me corren manana",
    "im in a shelter but they kick me out friday",
                                  "necesito un shelter", "busca un lugar"])  # fmt: skip
def test_who_needs_another_place_is_heard(text: str) -> None:
    assert talk(text).session.needs
