"""The cover word: anywhere in a short text, in each language, with a slip; not where the thing itself is meant."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.cases import CaseActions
from bot.casework.cases import Kind
from bot.config.settings import load_settings
from bot.errors import SettingsError
from bot.flows.machine import PLACES
from bot.flows.names import Answer, State
from bot.runtime.runtime import Runtime
from bot.understanding import Lexicon, carrier, read
from tests.support.flow_walk import SPOKEN
from tests.support.person import YoungPerson
from tests.support.shipped import LEXICON


def heard(text: str, state: State = State.OPTIONS_OFFER, lexicon: Lexicon = LEXICON) -> Answer:
    """Return what a text means in a state, with both cover words that ship."""
    return read(
        text, place=PLACES[state], language="en", labels=(), lexicon=lexicon, cover_word="weather",
        cover_words=("clima",), find_area=lambda _: None,
    ).answer  # fmt: skip


def rows(text: str) -> list[str]:
    """Split rows of texts at semicolons and line ends."""
    return [row.strip() for line in text.strip().splitlines() for row in line.split(";") if row.strip()]


COVERS = rows(
    """weather; Weather!; WEATHER WEATHER; the weather; weather pls; pls weather; ok weather; weather now
    weather👀; "weather"; hes here weather; weather hes back; he's looking weather; mom walked in weather
    i can't talk he's here weather; gtg weather; my dad came home early weather; someone took my phone weather
    weather brb; shh weather; dad weather; weather he got a gun; omg hes here hes here weather weather pls
    whats the weather he is here; weather my bf is up; hold on weather; weather stop; whether; wether; weahter
    wheather; weatehr; weathe; weatherr; weatherrr; hes here wether; waether hes back; w e a t h e r; clima
    CLIMA!; clima por favor; clima ya llegó; ahí viene clima; mi mamá está aquí clima
    esta aqui mi novio clima; climaa; cilma; espera clima; clima no puedo hablar; mi papá clima; clma
    viene mi jefe clima"""
)
NO_COVERS = rows(
    """is there a cold weather shelter; sleeping outside in cold weather; i need clothes for this weather
    im freezing in this weather; the shelter closes when the weather is bad and i got nowhere to go
    how is the weather; hows the weather there; the weather is killing me; rain weather gear
    idk whether to go; i dont know whether i can trust you; heather; im heather; leather; feather
    i can climb out the window; climb; climax; lima; que clima hace; como esta el clima hoy
    hace frio por el clima
    weather is nice today but i still need a place to sleep tonight and food for my baby; father; together
    mother; whatever"""
)


COVERS_ANYWHERE = rows("hes here weather; weather pls; whether; weather my mom is here; ya viene clima; clima xfa")


@pytest.mark.parametrize("text", COVERS)
def test_cover_word_is_heard(text: str) -> None:
    assert heard(text) is Answer.COVER


@pytest.mark.parametrize("text", NO_COVERS)
def test_text_about_the_thing_itself_or_another_word_is_no_cover(text: str) -> None:
    assert heard(text) is not Answer.COVER


@pytest.mark.parametrize("language", ["en", "es"])
def test_cover_word_beside_others_is_heard_in_every_state(language: str) -> None:
    for state, text in product(SPOKEN, COVERS_ANYWHERE):
        found = read(
            text, place=PLACES[state], language=language, labels=(), lexicon=LEXICON, cover_word="weather",
            cover_words=("clima",), find_area=lambda _: None,
        )  # fmt: skip
        assert found.answer is Answer.COVER, (state, text)


def test_cover_words_are_heard_without_any_lexicon() -> None:
    assert {heard(word, lexicon=Lexicon.empty()) for word in ("weather", "clima", "hes here weather")} == {Answer.COVER}


@given(st.text(max_size=200))
def test_any_text_is_read_beside_a_cover_word(text: str) -> None:
    assert isinstance(heard(f"{text} weather"), Answer)


def test_each_language_names_its_own_cover_word(runtime: Runtime) -> None:
    her, ella = YoungPerson(runtime), YoungPerson(runtime)
    assert "WEATHER" in her.text("hey", "1", "who can see this").text
    assert "CLIMA" in ella.text("hola", "1", "quién puede ver esto").text
    assert ella.text("ahí viene clima").key == her.text("weather hes back").key == "safety.cover"


@pytest.mark.parametrize("word", sorted({*carrier.STOP_WORDS, *carrier.START_WORDS, *carrier.HELP_WORDS, "YES", "SI"}))
def test_no_cover_word_is_a_carrier_word(word: str) -> None:
    for name in ("COVER_WORD", "COVER_WORD_ES"):
        with pytest.raises(SettingsError):
            load_settings({"DEMO": "1", name: word.lower()})


@pytest.mark.parametrize("word", ["", "sol", "canción", "NUBES"])
def test_spanish_cover_word_is_a_setting(word: str, tmp_path: object) -> None:
    settings = load_settings({"DEMO": "1", "VAR_DIR": str(tmp_path), "COVER_WORD_ES": word})
    assert settings.cover_word_in("es") == (word.lower() or "clima")
    assert settings.cover_word_in("en") == settings.cover_word_in("vi") == "weather"
    said = f"ya viene {settings.cover_word_es}"
    found = read(
        said, place=PLACES[State.NEEDS_ASK], language="es", labels=(), lexicon=LEXICON, cover_word="weather",
        cover_words=(settings.cover_word_es,), find_area=lambda _: None,
    )  # fmt: skip
    assert found.answer is Answer.COVER


@pytest.mark.parametrize(
    "words",
    ["hes here weather", "weather hes back", "whether", "mom walked in weather", "weather pls", "ya viene clima"],
)
def test_cover_word_in_a_live_talk_is_not_relayed_and_turns_the_screen_bland(runtime: Runtime, words: str) -> None:
    her, desk = YoungPerson(runtime), CaseActions(runtime)
    code = her.just_talk()
    desk.claim(code, "sam", "Sam")
    assert her.text("i can talk now").text == "", "the bot is silent, the caseworker reads it"
    reply = her.text(words)
    assert reply.key == "safety.cover"
    lines = runtime.store.cases.thread(code)
    assert [line.text for line in lines if line.kind is Kind.PERSON] == ["i can talk now"]
    assert "went_bland" in [line.text for line in lines], "the caseworker sees that the screen is not safe"
    session = runtime.store.load(her.phone, "").session
    assert session is not None and not session.safe
    assert her.text("hey").key == "welcome.back"
