"""Help in Spanish: AYUDA as a first text, the Spanish keywords, and how 988 is called and texted in Spanish."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.content.catalog import load_sheets
from bot.content.hotlines import load_hotlines
from bot.content.last_resort import LAST_WORDS
from bot.content.overlay import apply_entries
from bot.conversation.messages import Inbound
from bot.conversation.placeholders import Placeholders
from bot.flows.model import Area
from bot.flows.session import Session
from bot.inbound.fallback import fallback
from bot.runtime.runtime import Runtime
from bot.understanding import carrier
from tests.support.content import SHIPPED, distinct, said
from tests.support.person import YoungPerson

CALLED, TEXTED = "988 y marca 2", "AYUDA al 988"
TEXTS_A_KEY = re.compile(r"(escrib|text|mensaje)\w* al 988|988 \(marca", re.IGNORECASE)


@pytest.mark.parametrize(
    "text",
    ["ayuda", "AYUDA", "Ayuda!", "¡ayuda!", "ayuda por favor", "ayuda pls", "información", "INFORMACION", "alluda",
     "ayudaaaa", "alguien me ayude"],
)  # fmt: skip
def test_first_text_that_asks_for_help_in_spanish_is_answered_in_spanish(runtime: Runtime, text: str) -> None:
    reply = YoungPerson(runtime).text(text)
    assert (reply.key, reply.language) == ("carrier.help", "es")
    assert CALLED in reply.text and TEXTED in reply.text and "STOP" in reply.text


@pytest.mark.parametrize(
    ("text", "language"),
    [("hola necesito ayuda", "es"), ("necesito ayuda porfa", "es"), ("me puedes ayudar", "es"), ("i need help", "en"),
     ("hey can you help me", "en"), ("ayudame a buscar trabajo", "es")],
)  # fmt: skip
def test_sentence_that_asks_for_help_is_a_first_text_and_no_keyword(runtime: Runtime, text: str, language: str) -> None:
    reply = YoungPerson(runtime).text(text)
    assert (reply.key.split(".")[0], reply.language) == ("welcome", language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("ayúdame", "es"), ("ayudame por favor", "es"), ("alguien por favor", "es"), ("HELP ME", "en"),
     ("help me please", "en"), ("HELP PLS", "en"), ("someone pls", "en"), ("code red", "en"), ("pls help", "en")],
)  # fmt: skip
def test_cry_as_first_text_gets_numbers_at_once(runtime: Runtime, text: str, language: str) -> None:
    reply = YoungPerson(runtime).text(text)
    assert (reply.key, reply.language) == ("carrier.help", language) and "911" in reply.text


def test_sentence_that_asks_for_help_is_answered_with_the_question_that_stands(runtime: Runtime) -> None:
    assert YoungPerson(runtime).text("hola", "si", "ok", "necesito ayuda").key == "needs.ask"
    assert YoungPerson(runtime).text("hey", "1", "ok", "HELP").key == "carrier.help"
    assert YoungPerson(runtime).text("me pegan", "ayudame por favor").key == "safety.stay"  # with the numbers


def test_keyword_for_help_is_answered_in_the_language_of_the_talk(runtime: Runtime) -> None:
    her, ella = YoungPerson(runtime), YoungPerson(runtime)
    assert her.text("HELP").language == her.text("INFO").language == "en"
    assert ella.text("hola", "HELP").language == "es"
    assert her.text("hey", "1", "ok", "AYUDA").language == "es"


@pytest.mark.parametrize("word", sorted(carrier.SPANISH_WORDS))
def test_spanish_keyword_is_obeyed_and_confirmed_in_spanish(runtime: Runtime, word: str) -> None:
    her = YoungPerson(runtime)
    if word in carrier.START_WORDS:
        her.text("STOP")
    reply = her.text(word.capitalize())
    assert reply.key == {"AYUDA": "carrier.help", "INFORMACION": "carrier.help"}.get(
        word, "welcome.hello" if word in carrier.START_WORDS else "carrier.stopped"
    )
    assert reply.language == "es"


@pytest.mark.parametrize(
    "text", ["no me escriban más", "denme de baja", "ya no quiero mensajes", "quiten mi numero de la lista"]
)
def test_opt_out_in_spanish_words_is_confirmed_in_spanish(runtime: Runtime, text: str) -> None:
    reply = YoungPerson(runtime).text(text)
    assert (reply.key, reply.language) == ("carrier.stopped", "es")


def test_no_spanish_message_tells_to_press_a_key_in_a_text() -> None:
    told = 0
    for _, _, step in distinct():
        text = said(step, "es")
        assert not TEXTS_A_KEY.search(text), step.says
        if "988" in text and not step.says.startswith("foreign."):  # that line names calls with an interpreter
            told += 1
            assert CALLED in text and TEXTED in text, step.says
    assert told > 50
    assert CALLED in LAST_WORDS["es"] and TEXTED in LAST_WORDS["es"] and not TEXTS_A_KEY.search(LAST_WORDS["es"])


@pytest.mark.parametrize(
    ("text", "language"), [("ayuda", "es"), ("necesito ayuda ya", "es"), ("alto", "es"), ("help", "en")]
)
def test_turn_that_fails_is_answered_in_the_language_of_the_text(runtime: Runtime, text: str, language: str) -> None:
    reply = fallback(runtime, Inbound("SM1", "+15555550100", text))
    assert reply.language == language
    if reply.key == "fallback" and language == "es":
        assert CALLED in reply.text and TEXTED in reply.text and not TEXTS_A_KEY.search(reply.text)


def test_line_without_a_key_or_a_word_is_told_plainly() -> None:
    language = SHIPPED.catalog.language("es")
    value = Placeholders(SHIPPED).values(Session(language="es", area=Area("", "", "BC", "CA")), language)
    assert (value("crisis"), value("crisis_text")) == ("988", "un texto al 988")
    english = Placeholders(SHIPPED).values(Session(), SHIPPED.catalog.language("en"))
    assert (english("crisis"), english("crisis_text")) == ("988", "a text to 988")


def test_word_of_the_line_follows_the_file() -> None:
    lines = load_hotlines()
    line = lines.lines["us-988"]
    assert line.text is not None
    other = line.model_copy(update={"text": line.text.model_copy(update={"words": {"es": "HOLA"}})})
    snapshot = replace(SHIPPED, hotlines=replace(lines, lines={**lines.lines, "us-988": other}))
    value = Placeholders(snapshot).values(Session(language="es"), SHIPPED.catalog.language("es"))
    assert value("crisis_text") == "HOLA al 988"


def test_published_spanish_message_that_lacks_the_word_gives_way_to_the_shipped_one() -> None:
    sheet, start, end = (
        load_sheets()[0]["es"],
        "((program)): un programa. STOP para cancelar.",
        "En peligro: ((emergency)).",
    )
    old = {"text": f"{start} Llama o escribe al ((crisis)), o llama al ((hotline)). {end}"}
    laid, found = apply_entries("es", sheet, [("messages", "carrier.help", old)])
    assert laid.messages["carrier.help"] == sheet.messages["carrier.help"]
    assert any("((crisis_text)) is missing" in one.says for one in found)
    new = {"text": f"{start} Llama al ((crisis)), o manda ((crisis_text)), o llama al ((hotline)). {end}"}
    laid, found = apply_entries("es", sheet, [("messages", "carrier.help", new)])
    assert (laid.messages["carrier.help"].text, found) == (new["text"], [])
