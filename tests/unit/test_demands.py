"""Who demands records, names a warrant or threatens the line is somebody else: the line stays bland."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

HELD = ("hi", "this is her man")
HELD_ES = ("hola", "soy su esposo")


@pytest.mark.parametrize(
    "text",
    ["ill call the cops", "i'll call the cops on you", "we have a subpoena", "i need her messages",
     "can you give me her location", "im calling my lawyer", "i'm gonna kill her", "let me see her texts",
     "release the messages", "what time is she leaving", "voy a llamar a la policia", "necesito sus mensajes",
     "los voy a demandar", "me das su ubicacion", "tenemos una orden"],
)  # fmt: skip
@pytest.mark.parametrize("before", [HELD, HELD_ES])
def test_threats_and_demands_get_the_bland_line_once_another_holds_the_phone(
    before: tuple[str, ...], text: str
) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "safety.holder" and "911" not in said


@pytest.mark.parametrize("text", ["come get me", "call 911", "send help", "he hit me", "help me please"])
def test_her_own_plea_is_heard_then(text: str) -> None:
    assert talk(*HELD, text).reply.key != "safety.holder"


@pytest.mark.parametrize("before", [(), TO_NEEDS], ids=["first", "later"])
@pytest.mark.parametrize(
    "text",
    ["we have a warrant", "we got a court order for this phone", "give me the records for this number",
     "i'm her lawyer", "im her boss", "her boyfriend here", "this her man", "im her now lol", "where is she going",
     "where she going", "when is she leaving", "soy su abogado", "soy el jefe de ella", "aqui su novio",
     "tenemos una orden del juez", "a donde va ella"],
)  # fmt: skip
def test_who_shows_it_is_not_her_gets_the_bland_line(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.holder"
    at.text("where is she going")
    assert at.reply.key == "safety.holder"


@pytest.mark.parametrize(
    "text",
    ["i have a warrant", "i got a subpoena", "we got a warrant out on us", "my lawyer says i have a warrant",
     "im her sister she needs help", "can you give me her number", "im her social worker", "tengo una orden de arresto",
     "what time does it close", "im going to call the police"],
)  # fmt: skip
def test_her_own_warrant_and_a_helper_are_no_demand(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "safety.holder"


def test_a_friend_may_ask_where_she_is() -> None:
    assert talk(*TO_NEEDS, "my friend is missing", "where is she going").reply.key != "safety.holder"
