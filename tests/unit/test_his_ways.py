"""What he does at night, his key and where he keeps them is told of him, and not of the phone."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

TOLD = (*TO_NEEDS, "my stepdad touches me")
TOLD_ES = ("hola", "1", "ok", "mi padrastro me toca")


@pytest.mark.parametrize(
    "text",
    ["he comes in when shes at work", "he waits til shes asleep", "he has a key to my room", "i think he made a key",
     "he walks in when im in the shower", "he took my door off", "my door has no lock", "he stands by my bed at night",
     "entra cuando ella trabaja", "espera a que se duerma", "tiene llave de mi cuarto",
     "se mete cuando mi mama trabaja"],
)  # fmt: skip
@pytest.mark.parametrize("before", [TOLD, TOLD_ES, (*TO_NEEDS, "my moms bf touches me")])
def test_more_of_the_story_keeps_it(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key not in ("safety.watched", "welcome.back", "unclear.rephrase")
    assert "911" in said and at.session.hazard


@pytest.mark.parametrize("text", ["he comes in when shes at work", "he waits til my mom is asleep"])
def test_without_a_danger_it_is_asked_about(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "safety.ask.sexual_abuse"


@pytest.mark.parametrize(
    "text",
    ["he wont tell me where we are", "they wont say where they taking us", "he didnt tell me the city",
     "no me dice donde estamos", "no nos dicen a donde nos llevan"],
)  # fmt: skip
def test_who_is_not_told_where_they_are_is_asked(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key in ("safety.ask.exploitation", "safety.car")
    assert talk(*TO_NEEDS, "i need a bed", text).reply.key in ("safety.ask.exploitation", "safety.car")


def test_a_partners_key_is_a_way_to_them() -> None:
    assert talk(*TO_NEEDS, "he hit me", "i think he has a key").reply.key == "safety.hunted"
    assert talk(*TO_NEEDS, "i think he has a key").reply.key == "safety.ask.violence"


@pytest.mark.parametrize("text", ["he reads my texts", "he can see my phone"])
def test_what_is_of_the_phone_stays_so(text: str) -> None:
    assert talk(*TOLD, text).reply.key == "safety.watched"


@pytest.mark.parametrize("text", ["hes coming in", "hes right here"])
def test_who_comes_in_now_gets_silence(text: str) -> None:
    assert talk(*TOLD, text).reply.text == ""


@pytest.mark.parametrize("text", ["i have a key", "the shelter has a key for my room", "i work when shes at work"])
def test_other_keys_and_times_are_no_danger(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("safety")
