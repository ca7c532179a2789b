"""Relatives who worry, grief, a yes with an accent, and "he" with a verb of the past: no holder, no danger."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

EN_ESPANOL = ("hola", "1", "ok")
HOLDER = "safety.holder"


@pytest.mark.parametrize("text", [
    "im her aunt", "im his mom", "i found this number in my sons phone what is it", "mijita soy la abuela de brenda",
    "habla su abuela",
])  # fmt: skip
def test_a_relative_who_writes_first_is_greeted(text: str) -> None:
    assert talk(text).reply.key == "welcome.hello"


@pytest.mark.parametrize("before", ["my nephew is 12", "worried about my brother", "my niece is acting different"])
def test_a_relative_of_whom_was_told_goes_on(before: str) -> None:
    assert talk("hi", before, "im his aunt").reply.key != HOLDER


def test_a_mother_after_a_holders_words_is_heard_where_nothing_was_told() -> None:
    assert talk("what did she tell you", "im her mother im worried").reply.key != HOLDER


@pytest.mark.parametrize("text", ["im her mom who is this", "im her dad stop texting her", "soy su mama quien eres"])
def test_who_asks_for_her_stays_the_holder(text: str) -> None:
    assert talk(text).reply.key == HOLDER


@pytest.mark.parametrize("text", ["im his mom", "im her aunt", "this is her sister"])
def test_on_a_phone_with_a_story_nobody_else_is_answered(text: str) -> None:
    assert talk(*TO_NEEDS, "he hits me", text).reply.key == HOLDER


def test_a_grandmother_may_keep_the_phone() -> None:
    brenda = "brenda llego llorando y dice que un muchacho tiene videos de ella"
    assert talk("soy la abuela de brenda", brenda, "le quite el telefono hice bien?").reply.key == "aside.helping_them"


@pytest.mark.parametrize(("start", "text"), [
    (TO_NEEDS, "i miss her"), (TO_NEEDS, "my mom died"), (TO_NEEDS, "i want my mom shes dead"),
    (TO_NEEDS, "i miss my mom she passed"), (EN_ESPANOL, "la extraño mucho"), (EN_ESPANOL, "mi mama murio"),
])  # fmt: skip
def test_grief_is_no_search_and_no_need(start: tuple[str, ...], text: str) -> None:
    at = talk(*start, text)
    assert at.reply.key in ("aside.feeling", "aside.grief") and not at.session.needs


@pytest.mark.parametrize("text", ["a girl i work with is missing", "she disappeared"])
def test_a_girl_who_is_gone_is_missing(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "guide.missing_friend.1"


@pytest.mark.parametrize(("text", "key"), [
    ("si acepto", "consent.sure"), ("si acepto hablar con alguien", "consent.sure"),
    ("si por favor ayudame", "consent.sure"), ("sí acepto", "consent.name"), ("si, acepto", "consent.name"),
    ("claro q acepto", "consent.name"), ("y si acepto?", "consent.answer"), ("ayuda", "carrier.help"),
])  # fmt: skip
def test_a_yes_to_a_consent_in_spanish(text: str, key: str) -> None:
    assert talk(*EN_ESPANOL, "quiero hablar con una persona", text).reply.key == key


@pytest.mark.parametrize(("start", "text", "key"), [
    (EN_ESPANOL, "mi mama quiere q me case", "safety.held.married"),
    (EN_ESPANOL, "q haces si tu mama kiere q te cases", "safety.held.married"),
    (EN_ESPANOL, "no me quiero casar", "safety.held.married"),
    (TO_NEEDS, "my mom wants me to get married", "safety.held.married"),
    (EN_ESPANOL, "me pusieron a cuidar migrantes y no puedo salirme", "safety.ask.exploitation"),
    (EN_ESPANOL, "me pusieron de halcon", "safety.ask.exploitation"),
    (TO_NEEDS, "boss lock the door at night", "safety.ask.exploitation"),
    (EN_ESPANOL, "me cruzan mañana y ya no quiero", "safety.ask.exploitation"),
    (EN_ESPANOL, "no kiero ir mañana con el señor", "safety.ask.exploitation"),
    (TO_NEEDS, "i see his car everywhere", "safety.hunted"),
])  # fmt: skip
def test_what_holds_somebody_is_heard_as_that(start: tuple[str, ...], text: str, key: str) -> None:
    assert talk(*start, text).reply.key == key


@pytest.mark.parametrize("text", [
    "they took 900 for the bed", "lady let me use the bathroom", "he says hes sorry", "he took me to dinner",
])  # fmt: skip
def test_everyday_words_are_no_danger(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("safety.")


@pytest.mark.parametrize(("start", "text", "key"), [
    (TO_NEEDS, "its hard to say", "aside.stay_and_talk"), (TO_NEEDS, "i wanna stop driving", "aside.noted"),
    (TO_NEEDS, "its at 10", "aside.noted"), (EN_ESPANOL, "no quiero q mi equipo sepa", "aside.tell_nobody"),
    ((*TO_NEEDS, "nvm"), "ok wait", "needs.ask"), ((*TO_NEEDS, "nvm"), "nvm i do need smth", "needs.ask"),
])  # fmt: skip
def test_what_is_told_closes_no_talk(start: tuple[str, ...], text: str, key: str) -> None:
    assert talk(*start, text).reply.key == key


@pytest.mark.parametrize("text", ["not now", "nvm", "maybe later", "no thanks", "gtg"])
def test_not_now_stays_that(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "hesitation.parked"
