"""She asks that the bot pass for somebody else: the cover. He asks why its number is in her phone: a bland line."""

from __future__ import annotations

from time import monotonic

import pytest

from bot.understanding.pretence import asks_to_pretend
from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    "text",
    [
        "pretend ur the pharmacy",
        "pretend you're my friend sarah",
        "act like ur a store",
        "just say ur pizza hut if he calls",
        "can u pretend to be my cousin",
        "hes here pretend ur the dentist",
        "tell him ur the nail salon",
        "haz como que eres la farmacia",
        "haz de cuenta que eres mi prima",
        "hazte pasar por una tienda",
        "actúa como si fueras mi amiga",
        "finge que eres la pizzería",
        "di que eres mi tía",
    ],
)
@pytest.mark.parametrize("before", [(), ("hey", "1"), (*TO_NEEDS, "food"), ("hey", "1", "he hits me")])
def test_to_pass_for_somebody_else_is_the_cover(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.cover" and not at.session.safe
    assert at.text("hey") and at.reply.key == "welcome.back"


@pytest.mark.parametrize(
    "text",
    [
        "where is the pharmacy",
        "i need the pharmacy",
        "he makes me pretend to be his cousin",
        "i had to act like his girlfriend",
        "i pretend im ok",
        "text my friend",
        "can i talk to a doctor",
        "say its my mom who hits me",
        "escribe a mi jefe",
        "habla la doctora",
        "dile a mi mama",
        "act like nothing happened",
        "play a game",
    ],
)
def test_what_asks_for_no_pretence_is_none(text: str) -> None:
    assert not asks_to_pretend(text.split())
    assert talk(*TO_NEEDS, text).reply.key != "safety.cover"


@pytest.mark.parametrize(
    "text",
    [
        "whos this why is this in my gfs phone",
        "who is this whats this doing on my gfs phone",
        "whos this and how come my wife has this number",
        "why is this number in my girlfriends phone",
        "who r u and why does my girl have ur number",
        "how did this number get in my girls phone",
        "why u in my gf phone",
        "quien es y por que mi novia tiene este numero",
        "por que mi esposa tiene este numero guardado",
        "quien es este y que hace en el telefono de mi mujer",
    ],
)
@pytest.mark.parametrize("before", [(), ("hey", "1"), (*TO_NEEDS, "food")])
def test_who_asks_why_the_number_is_in_her_phone_gets_the_bland_line(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.holder"
    assert "texted" not in at.reply.text and "Oak" not in at.reply.text


@pytest.mark.parametrize(
    "text",
    [
        "he found this number in my phone",
        "how come he has my phone",
        "my boyfriend asked why this number is in my phone",
        "why is he on my phone",
        "my girlfriend said i can text this number",
        "how do i get this number off my phone",
        "can you get my pics off his phone",
        "my wife has a number for a shelter",
        "mi novia me dio este numero",
    ],
)
def test_she_herself_is_not_taken_for_him(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "safety.holder"


def test_the_forms_are_found_fast_whatever_the_text_says() -> None:
    for piece in (
        "pretend you are like ",
        "ok he is here and ",
        "haz como que eres ",
        "di que a el ",
        "tell him its the ",
    ):
        said = (piece * 8).split()[:16]
        began = monotonic()
        asks_to_pretend(said)
        assert monotonic() - began < 0.25, said
