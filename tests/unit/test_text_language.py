"""The language of a text: told by two words or a strong one, never by an article, a letter, a place or an answer."""

from __future__ import annotations

import pytest
import zipcodes
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.machine import PLACES
from bot.flows.names import Answer, State
from bot.runtime.runtime import Runtime
from bot.understanding import normalise, read
from tests.support.person import YoungPerson
from tests.support.shipped import LEXICON
from tests.support.talk import talk

ASKS_MORE = (State.NEEDS_ASK, State.OPTIONS_OFFER, State.WELCOME_LIMITS, State.HESITATION_WHY)
LISTENS = [state for state, place in PLACES.items() if place.free_text is not None]


def language(text: str, state: State = State.NEEDS_ASK, before: str = "en") -> str:
    """Return the language that a text changes the conversation to, "" for none."""
    return read(
        text, place=PLACES[state], language=before, labels=(), lexicon=LEXICON, cover_word="weather",
        find_area=lambda _: None,
    ).language  # fmt: skip


def rows(text: str) -> list[str]:
    """Split rows of texts at semicolons and line ends."""
    return [row.strip() for line in text.strip().splitlines() for row in line.split(";") if row.strip()]


NOT_SPANISH = rows(
    """los angeles; la; LA; east la; downtown la; el paso; la habra; el monte; las vegas; la mirada; del rio
    los gatos; el cajon; la puente; las cruces; el centro; la jolla; el cerrito; de la garza; los banos
    el dorado hills; in la; near el paso; im in los angeles; los angeles california; el paso tx; la county
    la puente ca; el monte please; santa ana; san juan; casa grande; palo alto; agua dulce; vista; rio; nuevo
    san luis rio colorado; y; ya; si; a; o; e; u; k; q; ya ok; si ok; y tho; ya im good; si i guess; gracias
    gracias lol; mi casa; no mas; amigo; señor pink; un poco; la familia; taco; que; do they speak spanish
    does she speak spanish; is it in spanish; do u have spanish there; spanish food; my mom is from mexico
    my tio hit me; mi mom kicked me out; he said mija come here; they only speak spanish there"""
)

FOREIGN = rows(
    """je parle pas anglais; un endroit pour dormir; bonjour j'ai besoin d'aide; je veux mourir
    il me frappe tous les jours; je suis dans la rue avec mon bebe; aidez moi svp; mon mari me bat
    je n'ai pas de maison; où est-ce que je peux dormir; eu preciso de um lugar para dormir
    não tenho casa para dormir; minha mãe me bate todo dia; preciso de ajuda por favor
    estou na rua com meu filho; meu namorado me bate; eu quero comer; não falo inglês; onde posso dormir hoje
    ho bisogno di un posto per dormire; mwen bezwen yon kote pou domi; kailangan ko ng lugar para matulog"""
)

SPANISH = rows(
    """hola; necesito un lugar; un lugar para dormir; me corrieron de la casa
    no tengo pa comer ni donde quedarme; estoy en la calle; me pega mi novio; tengo hambre
    me da miedo que me deporten; mi patron no me paga; auxilio; quiero hablar con alguien
    me quitaron mi pasaporte; ando buscando trabajo; dónde puedo comer; necesito comida para mis hijos; ayuda
    tengo 16; estoy en el paso y necesito ayuda; vivo en los angeles con mi tia
    soy de la puente y no tengo donde dormir"""
)


@pytest.mark.parametrize("text", NOT_SPANISH)
def test_english_stays_english(text: str) -> None:
    for state in (*ASKS_MORE, State.WELCOME_LATER):
        assert language(text, state) in ("", "en"), state


@pytest.mark.parametrize("text", FOREIGN)
@pytest.mark.parametrize("before", ["en", "es"])
def test_sentence_of_another_language_is_neither(text: str, before: str) -> None:
    for state in (State.WELCOME_START, State.NEEDS_ASK, State.WELCOME_LATER):
        assert language(text, state, before) == ""


@pytest.mark.parametrize("text", SPANISH)
def test_spanish_is_recognised_as_a_first_text(text: str) -> None:
    assert language(text, State.WELCOME_START) == "es"


@pytest.mark.parametrize(
    "text",
    rows(
        """no he comido; no he dormido nada; si claro; no; sola; mal; come; tengo 16; el me has pegado; solo
        un doctor; ok thanks; yes please; baby; thanks bye; homeless; el shelter; no phone; hospital; un lawyer
        san diego; long beach; little rock; great neck; hablan ingles; tengo que hablar ingles
        mi mama no habla ingles; alguien sabe ingles ahi; south gate; big bear; im 16"""
    ),
)
def test_spanish_stays_spanish(text: str) -> None:
    for state in ASKS_MORE:
        assert language(text, state, "es") in ("", "es"), state


@pytest.mark.parametrize("state", LISTENS)
def test_answer_to_a_question_about_a_place_or_a_name_tells_no_language(state: State) -> None:
    for text in (*NOT_SPANISH, *SPANISH, "i live here with my mom", "me llamo rosa y tengo 15 anos"):
        if text != "ayuda":  # the carriers' word is no answer
            assert language(text, state) == language(text, state, "es") == "", text


def test_answer_of_one_word_tells_no_language_where_there_are_choices() -> None:
    words = rows(
        "comida; ropa; casa; claro; dale; hola; gracias; necesito; miedo; food; money; home; need; safe; scared"
    )
    for state, place in PLACES.items():
        if place.choices:
            for word in words:
                found = read(
                    word, place=place, language="en", labels=(), lexicon=LEXICON, cover_word="weather",
                    find_area=lambda _: None,
                )  # fmt: skip
                assert found.language in ("", "en"), (state, word)


@pytest.mark.parametrize("frame", ["{}", "in {}", "near {}", "{} please", "im in {}", "{} ca"])
def test_no_place_in_the_country_tells_spanish(frame: str) -> None:
    names = {row["city"] for row in zipcodes.list_all()} | {row["county"] for row in zipcodes.list_all()}
    assert len(names) > 20_000
    wrong = [name for name in names if LEXICON.language(normalise(frame.format(name)), "en") == "es"]
    assert wrong == []


ARTICLES = rows("el; la; los; las; y; ya; de; del; un; una; si; no; san; santa; e; o; a; u; q; k")


@given(st.lists(st.sampled_from([*ARTICLES, "angeles", "ok", "jay", "vegas", "123"]), max_size=9).map(" ".join))
def test_articles_and_letters_tell_nothing_however_many(text: str) -> None:
    assert language(text, State.WELCOME_LATER) == ""


ABOUT_A_LANGUAGE = rows(
    """do they speak spanish; does anyone there speak spanish; is it in spanish; are the classes in english
    they only speak english; who speaks spanish there; my mom only speaks spanish; i dont speak spanish
    do i have to speak english; hablan ingles ahi; mi mama no habla ingles; tengo que hablar ingles
    alguien habla ingles alla"""
)


@pytest.mark.parametrize("text", ABOUT_A_LANGUAGE)
def test_question_about_a_language_does_not_choose_it(text: str) -> None:
    for state in ASKS_MORE:
        found = read(
            text, place=PLACES[state], language="en", labels=(), lexicon=LEXICON, cover_word="weather",
            find_area=lambda _: None,
        )  # fmt: skip
        assert found.answer not in (Answer.SPANISH, Answer.ENGLISH), state


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("do you speak spanish", Answer.SPANISH), ("can we talk in spanish", Answer.SPANISH),
        ("text me in spanish please", Answer.SPANISH), ("i only speak spanish", Answer.SPANISH),
        ("no hablo ingles", Answer.SPANISH), ("puedes escribir en español", Answer.SPANISH),
        ("can you text me in english", Answer.ENGLISH), ("en ingles por favor", Answer.ENGLISH),
        ("actually can we do english please", Answer.ENGLISH), ("prefiero en inglés", Answer.ENGLISH),
    ],
)  # fmt: skip
def test_wish_for_a_language_is_heard(text: str, answer: Answer) -> None:
    found = read(
        text, place=PLACES[State.OPTIONS_OFFER], language="en", labels=(), lexicon=LEXICON, cover_word="weather",
        find_area=lambda _: None,
    )  # fmt: skip
    assert found.answer is answer


@pytest.mark.parametrize("place", ["east la", "los angeles", "el paso tx", "la puente"])
def test_conversation_stays_english_after_a_place_is_named(runtime: Runtime, place: str) -> None:
    her = YoungPerson(runtime)
    assert her.text("hey", "1", "ok", "need a place to sleep tonight", place).language == "en"
    assert her.text("y", "ya").language == "en"


def test_conversation_turns_spanish_with_a_spanish_sentence(runtime: Runtime) -> None:
    her = YoungPerson(runtime)
    assert her.text("hey", "1", "ok").language == "en"
    assert her.text("no tengo donde dormir hoy").language == "es"
    assert her.text("si", "1").language == "es"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("me quitan el selular", "es"),
        ("mas tardecito porfa", "es"), ("stahp txting me 4ever", ""), ("16 laredo tx", ""), ("el paso la puente", ""),
        ("casa grande az", ""), ("me n my ex", ""),
    ],
)  # fmt: skip
def test_two_words_tell_where_none_is_of_another_language(text: str, language: str) -> None:
    assert LEXICON.language(normalise(text), "en") in {language, *(["en"] if not language else [])}


@pytest.mark.parametrize(
    "text", ["me prometes q no disses nada?", "claro q si", "eres un robot vdd",
             "aora no estoi comiendo", "kiero q me quiten de aki"],
)  # fmt: skip
def test_spanish_spelled_by_ear_is_spanish(text: str) -> None:
    assert language(text) == "es"


@pytest.mark.parametrize(
    "text", ["ta u rn", "yo whats up", "pa said no", "no pos for me", "gimme a min", "u 12 or nah"]
)
def test_short_english_stays_english(text: str) -> None:
    assert language(text) != "es"


@pytest.mark.parametrize(
    "text",
    [
        "oye", "oyeee", "ola", "olaaa", "holaa", "hla", "hey nena", "wena", "bn y tu", "saludos", "disculpa", "alo",
        "eres real", "no entiendes nada", "oigan conocen el covenant house de houston", "es la pizzeria?", "ambre",
        "gracias", "me toca",
    ],
)  # fmt: skip
def test_short_first_text_in_spanish_is_answered_in_spanish(text: str) -> None:
    at = talk(text)
    assert at.session.language == "es"


@pytest.mark.parametrize(
    "text",
    [
        "hey", "yo", "hi real quick", "u up", "come get me", "he hit me", "no one helps", "son of a bitch", "real",
        "can u help my son", "el paso", "los angeles ca", "hi mama", "whats up nena", "alo who is this", "no", "ok",
    ],
)  # fmt: skip
def test_first_text_in_english_stays_english(text: str) -> None:
    assert talk(text).session.language == "en"
