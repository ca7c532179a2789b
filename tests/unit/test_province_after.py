"""A province told after its city, in a text of its own: the numbers of Canada. Pictures are reported there, too."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, Talk, talk

CANADA = "1-833-900-1010"
EN_ESPANOL = ("hola", "1", "ok")


def of_canada(at: Talk, region: str) -> bool:
    area = at.session.area
    return area is not None and (area.country, area.region) == ("CA", region) and not at.session.unsure


@pytest.mark.parametrize(
    ("texts", "region"),
    [
        (("in hamilton", "ontario"), "ON"),
        (("windsor", "ontario canada"), "ON"),
        (("im in surrey", "bc"), "BC"),
        (("im in kingston", "its in ontario"), "ON"),
        (("i need a place", "vancouver", "british columbia"), "BC"),
        (("he hits me", "in hamilton", "ontario"), "ON"),
    ],
)
def test_a_province_after_a_city_is_heard(texts: tuple[str, ...], region: str) -> None:
    assert of_canada(talk(*TO_NEEDS, *texts), region)


def test_its_numbers_are_those_of_canada() -> None:
    at = talk(*TO_NEEDS, "in hamilton", "ontario", "he hits me")
    assert CANADA in at.reply.text and "try texting" not in at.reply.text
    assert CANADA in talk(*EN_ESPANOL, "estoy en hamilton", "ontario", "me pega").reply.text


@pytest.mark.parametrize("texts", [("im in fresno", "ontario california"), ("bc",), ("im in fresno", "bc i like it")])
def test_other_words_tell_no_province(texts: tuple[str, ...]) -> None:
    area = talk(*TO_NEEDS, *texts).session.area
    assert area is None or area.country == "US"


@pytest.mark.parametrize(
    ("texts", "named", "not_named"),
    [
        (("im in hamilton ontario", "some guy has my nudes", "he wants more"), "cybertip.ca", "988"),
        (("im in fresno", "some guy has my nudes", "he wants more"), "1-800-843-5678", "cybertip.ca"),
        (("im in halifax", "some guy has my nudes", "he wants more"), "cybertip.ca", "or 988"),
    ],
)
def test_pictures_are_taken_to_who_takes_them(texts: tuple[str, ...], named: str, not_named: str) -> None:
    at = talk(*TO_NEEDS, *texts)
    assert at.reply.key == "aside.pictures_threat"
    told = at.reply.text.partition("takeitdown.ncmec.org")[2].partition("\n")[0]
    assert named in told and not_named not in told
