"""Plain words in place of a number lead on all the same: nobody is greeted twice, or held up by a gate."""

from __future__ import annotations

import pytest

from bot.flows.machine import advance
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Level, Need, State
from tests.support.content import DIRECTORY, NOON
from tests.support.talk import TO_NEEDS, talk

AT_AN_OFFER = (*TO_NEEDS, "i need food", "santa ana ca")


@pytest.mark.parametrize(
    "need",
    ["i need food", "need a lawyer", "where can i sleep tonight", "necesito ropa", "busco trabajo", "ocupo un doctor"],
)
@pytest.mark.parametrize("before", ["hey", "hola", "he hits me", "mi novio me pega"])
def test_a_need_after_the_first_reply_is_taken_up_without_a_second_greeting(before: str, need: str) -> None:
    at = talk(before)
    said = at.text(need)
    assert at.session.needs and at.session.safe  # who asks for something after a reply goes on: it answers "is now ok"
    assert "Msg&data" not in said and "cargos" not in said
    assert not said.startswith(("Hi,", "Hola"))


@pytest.mark.parametrize("text", ["im 16", "im in fresno", "tengo 15", "vivo en fresno", "im a boy", "fresno"])
def test_who_tells_something_before_the_ok_is_asked_for_it_again(text: str) -> None:
    at = talk("hey")
    at.text(text)
    assert at.reply.key == "welcome.told" and not at.session.safe


@pytest.mark.parametrize("text", ["nobody believes me", "nadie me cree", "im in reno", "ando en tulare"])
def test_what_declines_nothing_is_no_goodbye(text: str) -> None:
    at = talk("hey")
    at.text(text)
    assert at.session.state is not State.WELCOME_LATER


@pytest.mark.parametrize(
    "need", ["i need food", "need a ride", "necesito un abogado", "quiero quitarme un tatuaje", "i need a job"]
)
@pytest.mark.parametrize("read", [("1",), ("1", "2"), ("1", "2", "1")], ids=["limits", "more", "report"])
def test_a_need_named_at_the_limits_goes_on(need: str, read: tuple[str, ...]) -> None:
    at = talk("hey", *read)
    assert not at.session.limits_told
    at.text(need)
    assert at.session.limits_told and at.reply.key == "needs.area"


@pytest.mark.parametrize("text", ["fresno", "im 17 and in fresno", "vivo en fresno"])
def test_a_fact_told_at_the_limits_goes_on_to_the_offer(text: str) -> None:
    at = talk("i need food").is_at(state=State.WELCOME_LIMITS, limits_told=False, safe=True)
    at.text(text)
    assert at.session.limits_told and at.session.state in (State.OPTIONS_OFFER, State.NEEDS_AREA)


@pytest.mark.parametrize("answer", ["yeah", "1", "fresno"])
def test_a_place_to_sleep_told_at_the_limits_is_not_read_back(answer: str) -> None:
    at = talk("hey", "1", "i got kicked out im 16 nowhere to sleep")
    assert at.session.state is State.SAFETY_NO_PLACE and at.session.limits_told
    at.text(answer)
    assert at.session.state in (State.NEEDS_AREA, State.OPTIONS_OFFER)


@pytest.mark.parametrize(
    "text",
    [
        "they full", "they said they r full", "no beds", "they have a waitlist", "nobody answered",
        "it went to voicemail",
        "it just rings", "they never called me back", "they wouldnt take me", "esta lleno", "no hay camas",
        "nadie contesta",
        "me mando a buzon", "me dijeron que no", "no me aceptaron", "dicen que ya estan llenos",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at_contact", [False, True])
def test_who_tried_in_vain_gets_another(text: str, at_contact: bool) -> None:
    at = talk(*AT_AN_OFFER)
    if at_contact:
        at.text("1")
    first = at.session.service
    said = at.text(text)
    assert at.session.state is State.OPTIONS_NONE or at.session.service != first
    assert "not on you" in said or "No es por ti" in said


@pytest.mark.parametrize(
    "text",
    [
        "what else",
        "another one",
        "anything else?",
        "ok what else is there",
        "otro",
        "otro lugar",
        "que mas hay",
        "algo mas?",
    ],
)
def test_who_asks_for_another_gets_one_without_comfort(text: str) -> None:
    at = talk(*AT_AN_OFFER, "1")
    first = at.session.service
    said = at.text(text)
    assert at.session.state is State.OPTIONS_NONE or at.session.service != first
    assert "not on you" not in said


@pytest.mark.parametrize(
    "text",
    ["im full of hope", "i ate im full", "what else do they see", "is there another person there", "full time job"],
)
def test_what_only_looks_like_it_is_no_wish_for_another(text: str) -> None:
    at = talk(*AT_AN_OFFER)
    first, _ = at.session.service, at.text(text)
    assert (
        at.session.service == first or at.session.state is not State.OPTIONS_OFFER or at.session.needs != (Need.FOOD,)
    )


def test_before_an_offer_nothing_is_another() -> None:
    at = talk(*TO_NEEDS)
    at.text("what else")
    assert at.session.state is State.NEEDS_ASK


def test_a_new_need_after_an_offer_is_served_at_once_and_the_first_rests() -> None:
    at = talk(*AT_AN_OFFER, "actually i also need a lawyer")
    assert at.session.state is State.OPTIONS_OFFER
    assert at.session.needs == (Need.LEGAL,) and at.session.parked == (Need.FOOD,)


@pytest.mark.parametrize(
    "text", ["nvm ill figure it out", "forget it", "olvidalo", "ya veo como le hago", "its nothing nvm"]
)
def test_who_leaves_it_is_let_go(text: str) -> None:
    at = talk(*TO_NEEDS, "i need food")
    at.text(text)
    assert at.session.state in (State.HESITATION_PARKED, State.HESITATION_WHY)


@pytest.mark.parametrize("text", ["what do i do", "que hago", "idk if i can leave", "no se si puedo irme"])
def test_in_danger_what_to_do_is_a_plan(text: str) -> None:
    at = talk("he hits me")
    at.text(text)
    assert at.session.state is State.SAFETY_PLAN and "1-888-373-7888" in at.reply.text


def test_who_worries_for_a_friend_gets_a_line_for_what_may_be_done_to_her() -> None:
    friend = Interpretation(Answer.UNCLEAR, concern=Concern.FRIEND, level=Level.ASK, about_other=True)
    session = advance(talk("hey").session, friend, DIRECTORY.at(NOON)).session
    at = talk("hey").is_at(**session._asdict())
    at.text("hm")
    assert "1-888-373-7888" in at.reply.text
    assert "988" not in at.reply.text, "a line for suicide only after a hint at it"


@pytest.mark.parametrize(
    "text", ["where do i go", "where can we go me and my son", "a donde voy", "donde puedo ir con mi bebe"]
)
def test_where_to_go_is_a_place_to_stay(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.session.needs[:1] == (Need.SHELTER_TONIGHT,)
