"""Texts of whole conversations that were heard as something else: the words texted, and siblings of their kind."""

from __future__ import annotations

import pytest

from bot.flows.names import Aside, Need, State
from bot.flows.table import PLACES
from bot.understanding.topics import Said, goes_there
from bot.understanding.words import normalise
from tests.support.talk import TO_NEEDS, talk

A_TOS = ("hola", "1", "ok")
"""Texts of a person up to the first question, in Spanish."""

# The number that fits


@pytest.mark.parametrize(("texts", "number"), [
    ((*TO_NEEDS, "need a place to stay", "person", "1", "skip"), "66008"),
    ((*TO_NEEDS, "i want to go back to my family", "person", "1", "skip"), "66008"),
    ((*A_TOS, "no tengo donde dormir", "persona", "1", "saltar"), "66008"),
])  # fmt: skip
def test_who_waits_is_told_the_number_for_their_need(texts: tuple[str, ...], number: str) -> None:
    at = talk(*texts)
    assert at.reply.state == "handoff.waiting"
    assert number in at.reply.text and "988" not in at.reply.text


@pytest.mark.parametrize(("texts", "said"), [
    ((*TO_NEEDS, "person", "1", "skip"), "It's for any worry."),
    ((*TO_NEEDS, "i need a lawyer", "person", "1", "skip"), "It's for any worry."),
    ((*A_TOS, "persona", "1", "saltar"), "Es para hablar de lo que sea."),
])  # fmt: skip
def test_the_crisis_line_is_said_to_be_for_any_worry(texts: tuple[str, ...], said: str) -> None:
    at = talk(*texts)
    assert at.reply.state == "handoff.waiting"
    assert "988" in at.reply.text and said in at.reply.text


@pytest.mark.parametrize("texts", [(*TO_NEEDS, "i want to die"), (*A_TOS, "me quiero morir")])
def test_who_wants_to_die_gets_the_crisis_line_as_it_is(texts: tuple[str, ...]) -> None:
    said = talk(*texts).reply.text
    assert "988" in said and "any worry" not in said and "lo que sea" not in said


# Read back as told


@pytest.mark.parametrize("text", ["i need somewhere to stay", "somewhere to sleep tn", "looking for a couch tonight"])
def test_a_place_is_read_back_without_a_night_that_nobody_named(text: str) -> None:
    at = talk(*TO_NEEDS, text, "anaheim ca")
    assert "a place to sleep" in at.reply.text and "tonight" not in at.reply.text


def test_un_lugar_se_repite_sin_esta_noche() -> None:
    at = talk(*A_TOS, "no tengo donde dormir", "anaheim ca")
    assert "un lugar para dormir" in at.reply.text and "esta noche" not in at.reply.text


# Who goes where

AN_OFFER = (*TO_NEEDS, "i need a place to stay", "long beach ca")
UNA_OFERTA = (*A_TOS, "no tengo donde dormir", "long beach ca")


@pytest.mark.parametrize(("before", "text"), [
    (AN_OFFER, "Pick up there"), (AN_OFFER, "pick up where we left off"), (TO_NEEDS, "lets pick back up where we were"),
    (UNA_OFERTA, "Seguir con lo mismo"), (UNA_OFERTA, "seguir donde nos quedamos"),
])  # fmt: skip
def test_to_pick_up_a_talk_is_to_go_on(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert not at.reply.key.startswith(("safety.", "unclear.")) and not at.session.hazard


@pytest.mark.parametrize(("text", "is_of_her"), [
    ("can i come there", True), ("can i come by tomorrow", True),
    ("when can we come in", True), ("i can come now", True),
    ("puedo ir para alla", True), ("can u come get me", False), ("will someone pick me up", False),
    ("i need somebody to come for me", False),
])  # fmt: skip
def test_who_would_come_herself_asks_for_nobody(text: str, is_of_her: bool) -> None:
    asked = Said(text, normalise(text), frozenset(), (), PLACES[State.NEEDS_ASK])
    assert (goes_there(asked) is Aside.WHERE_IS_IT) == is_of_her


def test_asked_what_was_found_the_offer_is_told_again() -> None:
    at = talk(*AN_OFFER)
    offer = at.reply.text
    assert offer.split(".")[1] in at.text("did u find me a place yet")


# Who cannot call


@pytest.mark.parametrize("texts", [
    (*TO_NEEDS, "deaf. need place live. no call phone", "riverside ca"),
    (*TO_NEEDS, "i need a lawyer and i cant talk on the phone only text", "riverside ca"),
    (*A_TOS, "soy sorda, busco cuarto, no llamadas", "houston tx"),
])  # fmt: skip
def test_who_cannot_call_is_offered_what_takes_texts(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == "options.offer" and Need.DISABILITY not in at.session.needs
    assert "Call " not in at.reply.text and "Llama " not in at.reply.text and "211." not in at.reply.text
    assert "233733" in at.reply.text or "66008" in at.reply.text


def test_who_asks_for_aid_with_a_disability_still_gets_it() -> None:
    assert Need.DISABILITY in talk(*TO_NEEDS, "i need disability support").session.needs


@pytest.mark.parametrize(("text", "numbers"), [
    ("i cant talk out loud", ("233733", "988")), ("no puedo hablar por telefono", ("233733", "AYUDA al 988")),
])  # fmt: skip
def test_no_calls_gets_numbers_to_text(text: str, numbers: tuple[str, ...]) -> None:
    said = talk(*(A_TOS if "puedo" in text else TO_NEEDS), text).reply.text
    assert all(number in said for number in numbers) and "call me" not in said


@pytest.mark.parametrize("text", ["i dont wanna call", "can i text them"])
def test_a_child_who_cannot_call_gets_only_the_line_for_children(text: str) -> None:
    at = talk("my stepdad touches me im 12", text)
    assert "1-800-422-4453" in at.reply.text and "233733" not in at.reply.text


@pytest.mark.parametrize(("text", "at"), [
    ("can i text 211", TO_NEEDS), ("can i text planned parenthood", TO_NEEDS), ("puedo textear al 988", A_TOS),
])  # fmt: skip
def test_whether_a_line_takes_texts_is_not_answered_with_a_yes(text: str, at: tuple[str, ...]) -> None:
    said = talk(*at, text).reply
    assert said.key == "aside.can_text_them" and "233733" in said.text and not said.text.startswith(("Yes", "Claro"))


# Asked for by name


@pytest.mark.parametrize(("before", "text", "key", "said"), [
    (TO_NEEDS, "narcan", "narcan", "no prescription"), (TO_NEEDS, "where do i get fent strips", "narcan", "211"),
    (A_TOS, "donde consigo narcan", "narcan", "sin receta"), (TO_NEEDS, "plan b?", "plan_b", "within 3 days"),
    (A_TOS, "plan b cerca", "plan_b", "3 días"), (TO_NEEDS, "my auntie said ICWA can help", "icwa", "awyer"),
    (TO_NEEDS, "does mckinney vento help me", "law_named", "LAWYER"),
    (A_TOS, "me sirve la icwa", "icwa", "bogado"),
    (AN_OFFER, "trans lifeline?", "trans_lifeline", "1-877-565-8860"),
    (TO_NEEDS, "victimlink", "victim_link", "1-800-563-0808"),
    (TO_NEEDS, "kids help phone?", "kids_help_phone", "kidshelpphone.ca"),
    (A_TOS, "loveisrespect?", "love_is_respect", "22522"),
    (TO_NEEDS, "planned parenthood?", "planned_parenthood", "with no name"),
    (TO_NEEDS, "u guys do hawaii?", "where_we_help", "Canada"),
    (TO_NEEDS, "do u guys help here or just states", "where_we_help", "Canada"),
    (TO_NEEDS, "do u even care", "do_you_care", "PERSON"), (A_TOS, "a ti ni te importa", "do_you_care", "PERSONA"),
    (TO_NEEDS, "i dont want another hotline", "no_hotline", "PERSON"),
    (TO_NEEDS, "they hung up", "let_down", "don't hang up"),
    (TO_NEEDS, "988 left me on read", "let_down", "don't hang up"),
    (A_TOS, "tambien me vas a dejar en visto", "let_down", "no cuelgo"),
    (TO_NEEDS, "yall helped me get my id, ty", "good_news", "good to hear"),
    (A_TOS, "gracias, si me recibieron", "good_news", "bueno saberlo"),
])  # fmt: skip
def test_what_is_asked_for_by_name_is_answered(before: tuple[str, ...], text: str, key: str, said: str) -> None:
    reply = talk(*before, text).reply
    assert reply.key == f"aside.{key}" and said in reply.text


def test_no_hotline_where_nothing_else_is_left_says_so_and_offers_a_person() -> None:
    reply = talk(*AN_OFFER, "i dont want a hotline i want a place").reply
    assert reply.key == "options.none.no_hotline" and "Talk to a person" in reply.text


@pytest.mark.parametrize(
    "text",
    ["need narcan now hes blue", "i gave him narcan he isnt breathing", "le di narcan y sigue igual"],
)
def test_narcan_in_an_overdose_is_an_emergency(text: str) -> None:
    assert talk(text).reply.key == "safety.medical"


@pytest.mark.parametrize("text", ["they hung up on me", "are u gonna hang up on me too"])
def test_a_second_let_down_is_not_answered_with_what_is_known(text: str) -> None:
    at = talk(*TO_NEEDS, "a hotline. the trafficking one. they put me on hold then hung up", text)
    assert at.reply.key == "aside.let_down.again"


def test_good_news_as_a_first_text_gets_no_menu_of_crises() -> None:
    reply = talk("just wanted to say thank u. that place u told me about let me in").reply
    assert reply.text.startswith("Hi, this is Oak Line. I'm an automated helper, not a person. That's good to hear.")


# Told, and heard as something else


@pytest.mark.parametrize(("before", "text"), [
    (TO_NEEDS, "he took my passport"), (TO_NEEDS, "they wont give me my papers back"),
    (A_TOS, "me quitaron mi pasaporte"),
    (A_TOS, "la señora no me devuelve los papeles"),
])  # fmt: skip
def test_papers_that_somebody_keeps_are_no_papers_to_apply_for(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key in ("guide.wages_held.1", "safety.ask.exploitation")
    assert Need.ID_DOCUMENTS not in at.session.needs


@pytest.mark.parametrize(("before", "text"), [(TO_NEEDS, "i lost my passport"), (A_TOS, "perdi mi pasaporte")])
def test_lost_papers_are_papers_to_apply_for(before: tuple[str, ...], text: str) -> None:
    assert Need.ID_DOCUMENTS in talk(*before, text).session.needs


@pytest.mark.parametrize(("before", "text"), [
    (AN_OFFER, "i never called them"), (AN_OFFER, "didnt go yet"), (UNA_OFERTA, "no les he marcado"),
])  # fmt: skip
def test_who_has_not_called_was_not_treated_badly(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "aside.not_called" and not at.session.refused


@pytest.mark.parametrize(("hello", "text"), [
    ("hey", "yeah im alone"), ("hey", "just me here"), ("hola", "si estoy sola"), ("hola", "solo yo"),
])  # fmt: skip
def test_who_is_alone_says_that_it_is_ok_to_text(hello: str, text: str) -> None:
    assert talk(hello, text).reply.key == "welcome.limits"


@pytest.mark.parametrize("text", ["i am so alone", "i feel alone", "me siento sola"])
def test_who_feels_alone_agrees_to_nothing(text: str) -> None:
    assert talk("hey" if "i " in text else "hola", text).reply.key != "welcome.limits"


@pytest.mark.parametrize(("before", "text", "said"), [
    (TO_NEEDS, "is this anonymous", "I do keep your number"),
    (TO_NEEDS, "do yall have my number", "I do keep your number"),
    (A_TOS, "es anonimo", "lo guardo"),
])  # fmt: skip
def test_anonymous_is_answered_with_what_is_kept(before: tuple[str, ...], text: str, said: str) -> None:
    assert said in talk(*before, text).reply.text


@pytest.mark.parametrize("text", ["i ned sum wer to slep an fud", "slep"])
def test_a_place_to_sleep_is_heard_as_it_sounds(text: str) -> None:
    assert Need.SHELTER_TONIGHT in talk(*TO_NEEDS, text).session.needs


def test_food_beside_it_is_heard_too() -> None:
    assert Need.FOOD in talk(*TO_NEEDS, "i ned sum wer to slep an fud").session.needs


@pytest.mark.parametrize(
    ("text", "need"), [("🏠", Need.SHELTER_TONIGHT), ("😴🏠", Need.SHELTER_TONIGHT), ("🍔", Need.FOOD)]
)
@pytest.mark.parametrize("before", [TO_NEEDS, A_TOS])
def test_a_picture_of_a_need_names_it_in_the_language_of_the_talk(
    before: tuple[str, ...], text: str, need: Need
) -> None:
    at = talk(*before)
    language = at.session.language
    at.text(text)
    is_asked_which = need is Need.SHELTER_TONIGHT and at.session.state is State.NEEDS_STAY
    assert (need in at.session.needs or is_asked_which) and at.session.language == language


@pytest.mark.parametrize("text", ["😴", "😭", "💛"])
def test_a_picture_of_a_feeling_names_no_need(text: str) -> None:
    assert not talk(*TO_NEEDS, text).session.needs
