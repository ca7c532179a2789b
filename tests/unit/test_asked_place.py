"""Places as an answer to "what city are you near?"."""

from __future__ import annotations

import pytest

from bot.directory.asked_place import asked_area
from tests.support.talk import snapshot

TOLD = [
    ("omaha south side", "Omaha"), ("miami little haiti", "Miami"), ("albuqerque", "Albuquerque"),
    ("pheonix az", "Phoenix"),
    ("atlanta by the greyhound", "Atlanta"), ("filadelpia", "Philadelphia"), ("jiuston", "Houston"),
    ("bakersfield i think", "Bakersfield"), ("the bus depot in san bernardino on 4th", "San Bernardino"),
    ("anchorage but im from a village", "Anchorage"), ("santa ana calle 17", "Santa Ana"), ("baltimor", "Baltimore"),
    ("winnipeg north end", "Winnipeg"), ("witchita kansas", "Wichita"),
]  # fmt: skip
UNTOLD = [
    "orlando is my boyfriend", "my name is austin", "im with jackson", "savannah said i should text",
    "i dont want to say", "en la casa de mi tia", "estoy en la calle 5 numero 20", "somewhere safe i hope",
    "find me a bed", "phoenix is my dogs name", "denver or what?", "ahorita en el carro", "none of your business",
    "he would find me",
]  # fmt: skip


@pytest.mark.parametrize(("text", "city"), TOLD)
def test_city_is_found_among_other_words(text: str, city: str) -> None:
    area = asked_area(text, snapshot(region="US-CA").find_area)
    assert area is not None and area.city == city


@pytest.mark.parametrize("text", UNTOLD)
def test_names_and_other_words_are_no_city(text: str) -> None:
    assert asked_area(text, snapshot(region="US-CA").find_area) is None


def test_long_and_hostile_texts_are_left_to_the_usual_look_up() -> None:
    asked: list[str] = []

    def look(text: str) -> None:
        asked.append(text)

    asked_area("omaha " * 300, look)
    assert len(asked) == 1
