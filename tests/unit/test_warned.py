"""A warning about the phone gets the bland words, whatever the watcher is called, and no word of a danger."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize("before", [(), TO_NEEDS, (*TO_NEEDS, "he hit me")], ids=["first", "calm", "danger"])
@pytest.mark.parametrize(
    "text",
    ["he reads all my texts dont say anything weird", "my pimp looks at my phone", "my trafficker checks my texts",
     "be careful what u write hes next to me", "watch what u say he reads this", "use code words ok?",
     "talk in code please", "keep it boring he sees my screen", "my uncle goes thru my phone every night",
     "mi padrote revisa mi celular", "hablame en clave", "cuidado con lo que escribes, esta a mi lado",
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
