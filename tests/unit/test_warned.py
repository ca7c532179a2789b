"""A warning about the phone gets the bland words, whatever the watcher is called, and no word of a danger."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

CARE = [
    "he reads all my texts dont say anything weird", "watch what u say he reads this", "use code words ok?",
    "talk in code please", "keep it boring he sees my screen", "hablame en clave",
    "mi jefe lee mis mensajes no digas nada raro",
]  # fmt: skip


@pytest.mark.parametrize("text", CARE)
def test_beside_a_danger_a_wish_for_care_gets_them_too(text: str) -> None:
    at = talk(*TO_NEEDS, "he hit me")
    said = at.text(text)
    assert at.reply.key == "safety.watched" and "911" not in said


@pytest.mark.parametrize(
    "text", ["be careful what u write hes next to me", "cuidado con lo que escribes, esta a mi lado"]
)
@pytest.mark.parametrize("before", [(), TO_NEEDS, (*TO_NEEDS, "he hit me")], ids=["first", "calm", "danger"])
def test_who_is_beside_them_learns_no_cover_word(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    assert "WEATHER" not in at.text(text) and at.reply.key == "silence"


@pytest.mark.parametrize(
    "text", ["my pimp looks at my phone", "my uncle goes thru my phone every night", "mi padrote revisa mi celular"]
)
def test_beside_a_danger_a_phone_that_is_checked_keeps_911_and_no_line(text: str) -> None:
    at = talk(*TO_NEEDS, "he hit me", text)
    assert at.reply.key == "safety.now.seen" and "911" in at.reply.text and "1-8" not in at.reply.text


@pytest.mark.parametrize("before", [(), TO_NEEDS], ids=["first", "calm"])
@pytest.mark.parametrize(
    "text",
    ["he reads all my texts dont say anything weird", "my pimp looks at my phone", "my trafficker checks my texts",
     "watch what u say he reads this", "use code words ok?",
     "talk in code please", "keep it boring he sees my screen", "my uncle goes thru my phone every night",
     "mi padrote revisa mi celular", "hablame en clave",
     "mi jefe lee mis mensajes no digas nada raro"],
)  # fmt: skip
def test_a_warning_gets_the_bland_words(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "safety.watched" and "911" not in said


@pytest.mark.parametrize(
    "text",
    ["can u text like a nail salon", "can you text me back like a pizza place", "reply like its a dentist reminder",
     "make it look like spam", "puedes escribir como si fueras un salon de uñas", "contestame como una pizzeria"],
)  # fmt: skip
def test_who_asks_for_a_shop_gets_one(text: str) -> None:
    assert talk(text).reply.key == "safety.cover"


@pytest.mark.parametrize(
    "text",
    ["he checks my phone and hits me", "my pimp hit me he has my phone", "be careful he has a gun",
     "the shelter takes my phone?", "talk to me like a friend", "i work at a nail salon",
     "el lee mis mensajes y me pega"],
)  # fmt: skip
def test_what_tells_more_is_no_warning(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in ("safety.watched", "safety.cover")
