"""A child whose abuser comes now, or stays tonight, is told what to do; nobody is told to write some other time."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

CHILD = "1-800-422-4453"


@pytest.mark.parametrize(
    ("texts", "text"),
    [(("tengo 12", "mi padrastro me toca"), "ahorita esta subiendo"), (("tengo 12",
     "mi tio me toca"), "ya viene por mi"),
     (("tengo 11", "mi papa me pega"), "ya llego borracho"),
     (("im 12", "my stepdad touches me"), "hes coming up the stairs"), (("im 11",
     "my dad hits me"), "hes at my door")],
)  # fmt: skip
def test_who_comes_now_is_answered_with_911_and_a_lock(texts: tuple[str, ...], text: str) -> None:
    at = talk(*texts, text)
    assert at.reply.key == "safety.young_now" and "911" in at.reply.text and CHILD in at.reply.text


@pytest.mark.parametrize(
    ("texts", "text"),
    [(("tengo 12", "mi padrastro me toca"), "hoy se queda otra vez"), (("tengo 11",
     "mi tio me toca"), "hoy viene otra vez"),
     (("tengo 12", "mi primo me toca"), "esta noche duerme aqui"), (("im 12",
     "my uncle touches me"), "hes sleeping over tonight"),
     (("im 10", "my uncle touches me"), "hes coming again tonight")],
)  # fmt: skip
def test_who_stays_tonight_is_answered_with_a_plan_for_the_night(texts: tuple[str, ...], text: str) -> None:
    at = talk(*texts, text)
    assert at.reply.key == "safety.young_tonight" and "911" in at.reply.text and CHILD in at.reply.text


@pytest.mark.parametrize(
    ("texts", "text"),
    [(("tengo 12", "mi tio me toca"), "mi mama no me cree"), (("im 12", "my uncle touches me"), "nobody believes me")],
)
def test_who_is_not_believed_is_told_whom_else_to_tell(texts: tuple[str, ...], text: str) -> None:
    assert talk(*texts, text).reply.key == "safety.young_who"


@pytest.mark.parametrize("text", ["esta noche duerme aqui", "hoy se queda otra vez"])
def test_somebody_older_is_told_of_company_and_a_lock(text: str) -> None:
    at = talk("mi tio me toca", text)
    assert at.reply.key == "aside.when_alone" and "911" in at.reply.text


@pytest.mark.parametrize(
    "text", ["mi mama me va a recoger", "my friend is sleeping over tonight", "ok", "tengo hambre"]
)
def test_another_visit_is_none(text: str) -> None:
    assert talk("tengo 12", text).reply.key not in ("safety.young_now", "safety.young_tonight")
