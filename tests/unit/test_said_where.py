"""Places that people name in passing: beside an age, in a distance, by a nickname."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    ("text", "city", "age"),
    [
        ("16 laredo tx", "Laredo", 16),
        ("17, yakima wash", "Yakima", 17),
        ("21 boston mass", "Boston", 21),
        ("im 15 from fresno", "Fresno", 15),
        ("i need somewhere to sleep tonight im 17 in fresno", "Fresno", 17),
        ("need a place tonight in santa ana", "Santa Ana", 0),
        ("necesito donde dormir esta noche, estoi en fresno", "Fresno", 0),
        ("need a bed, fresno ca", "Fresno", 0),
        ("tengo 16 en laredo", "Laredo", 16),
        ("like ten min from old town in albuquerque", "Albuquerque", 0),
        ("me n my son in macon ga", "Macon", 0),
        ("aqui en el chuco", "El Paso", 0),
        ("por hialeah cerca del sedanos", "Hialeah", 0),
        ("vivimos en immokalee por los campos", "Immokalee", 0),
        ("Estoy en Montreal, en Canadá.", "Montreal", 0),
    ],
)
def test_place_is_heard_in_passing(text: str, city: str, age: int) -> None:
    session = talk(*TO_NEEDS, text).session
    assert session.area is not None and session.area.city == city
    assert session.age == age


@pytest.mark.parametrize(
    "text",
    [
        "my friend in macon ga",
        "por favor",
        "me in the car",
        "15 min from home",
        "im in pain",
        "i need to wash",
        "he moved to a lot of places, columbus ohio",
        "going to mass",
    ],
)
def test_no_place_is_heard_where_none_is_told(text: str) -> None:
    area = talk(*TO_NEEDS, text).session.area
    assert area is None or not area.city
