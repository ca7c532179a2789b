"""Consent from clear words alone, consent taken back in own words, and sentences that only look like an opt-out."""

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, Talk, talk

EN, ES = TO_NEEDS, ("hola", "1", "1")
ASKED = (*EN, "i want to talk to a person")
ASKED_ES = (*ES, "quiero hablar con alguien")
GIVEN = (*ASKED, "yes please", "no name")
GIVEN_ES = (*ASKED_ES, "acepto", "sin nombre")


def key(at: Talk) -> str:
    return at.session.last_key


@pytest.mark.parametrize(
    ("before", "text"),
    [
        *(
            (ASKED_ES, text)
            for text in ("creo que si", "supongo que si", "eso creo", "pos ya", "pues ya", "yo diria que si")
        ),
        *((ASKED_ES, text) for text in ("pueden ver mi nombre", "si tu dices que si")),
        *((ASKED, text) for text in ("i guess", "yeah i guess", "sure i guess", "why not", "might as well")),
    ],
)
def test_shrug_is_no_consent(before, text):
    at = talk(*before, text)
    assert not at.session.case and at.session.state is State.CONSENT_TALK


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (ASKED_ES, "si"),
        (ASKED_ES, "si claro"),
        (ASKED_ES, "acepto"),
        (ASKED_ES, "dale"),
        (ASKED, "sure"),
        (ASKED, "yes"),
    ],
)
def test_clear_yes_is_one(before, text):
    assert talk(*before, text).session.case


@pytest.mark.parametrize("text", ["es seguro", "es seguro?", "pero es seguro esto", "si es seguro", "es confidencial"])
def test_question_if_it_is_safe_is_no_consent(text):
    at = talk(*ASKED_ES, text)
    assert not at.session.case and key(at) == "consent.answer"


@pytest.mark.parametrize("text", ["is it safe", "wait is this safe", "is it safe to talk to them"])
def test_question_if_it_is_safe_in_english_is_no_consent(text):
    at = talk(*ASKED, text)
    assert not at.session.case and key(at) == "consent.answer"


@pytest.mark.parametrize("text", ["es seguro", "creo que si", "eso creo"])
def test_no_note_is_kept_without_a_clear_yes(text):
    at = talk(*ASKED_ES, "acepto", "ana", text)
    assert not at.session.remembered


@pytest.mark.parametrize(
    ("before", "text"),
    [
        *(
            (GIVEN_ES, text)
            for text in (
                "ya no quiero que sepan nada",
                "ya no quiero q vean",
                "no les digas nada ya",
                "ya no les digas nada de mi",
                "desautorizo",
                "ya no les doy permiso",
                "quitame de ahi",
                "mejor ya no quiero que lean lo mio",
                "quiten mi permiso",
                "ya no comparto nada",
            )
        ),
        *(
            (GIVEN, text)
            for text in (
                "i dont want them knowing my stuff anymore",
                "dont tell them anything else",
                "i take back my permission",
                "get me out of that",
                "stop showing them my stuff",
                "i changed my mind about them",
            )
        ),
    ],
)
def test_consent_is_taken_back_in_own_words(before, text):
    at = talk(*before, text)
    assert not at.session.case and key(at) == "privacy.taken_back"


@pytest.mark.parametrize(
    ("before", "text"), [(GIVEN_ES, "no quiero que sepan de mi"), (GIVEN, "dont tell them anything")]
)
def test_wish_that_may_take_it_back_shows_what_is_shared(before, text):
    at = talk(*before, text)
    assert at.session.case and key(at) == "privacy.shared"


@pytest.mark.parametrize(("before", "text"), [(GIVEN_ES, "no quiero que sepa mi mama"), (GIVEN, "dont tell my dad")])
def test_secret_from_somebody_else_takes_nothing_back(before, text):
    assert talk(*before, text).session.case


@pytest.mark.parametrize(
    "text", ["me arrepenti", "diles que siempre no", "siempre no gracias", "ya no necesito a nadie"]
)
def test_it_is_taken_back_after_a_pause_as_well(text):
    at = talk(*GIVEN_ES).is_at(state=State.WELCOME_BACK, safe=False)
    at.text(text)
    assert not at.session.case and key(at) == "privacy.taken_back"


@pytest.mark.parametrize(("before", "text"), [(ES, "que ven de mi"), (EN, "what can they see about me")])
def test_nothing_is_seen_where_nothing_is_shared(before, text):
    assert key(talk(*before, text)) == "privacy.nothing_shared"


@pytest.mark.parametrize(
    ("before", "text", "says"),
    [
        (ES, "quitame a este vato de encima", "safety.ask.violence"),
        (ES, "quiero que me quiten a mi novio de encima", "safety.ask.violence"),
        (EN, "get this guy off me", "safety.ask.violence"),
        (ES, "ya no quiero que me escriban esos señores", "safety.ask.exploitation"),
        (EN, "i dont want those men texting me anymore", "safety.ask.exploitation"),
        (ES, "borra mi nombre", "aside.stop_texts"),
        (EN, "remove my name", "aside.stop_texts"),
        (EN, "take my name off", "aside.stop_texts"),
        (EN, "make these guys stop texting me", "safety.ask.exploitation"),
        (ES, "borra mi nombre y pon lupe", "aside.stop_texts"),
        (ES, "no me escriban a este cel es de mi mama", "aside.stop_texts"),
        (ES, "quita mi ciudad", "privacy.kept"),
        (EN, "delete my age", "privacy.kept"),
        (ES, "me quitaron un peso de encima", "welcome.thanked"),
    ],
)
def test_sentence_that_only_looks_like_an_opt_out(before, text, says):
    assert key(talk(*before, text)) == says


def test_name_that_was_shared_can_be_taken_out():
    at = talk(*ASKED_ES, "acepto", "ana", "2", "borra mi nombre")
    assert key(at) == "consent.name_gone" and not at.session.name


@pytest.mark.parametrize(
    "text",
    [
        "ya no me escriban",
        "dejen de escribirme",
        "take me off your list",
        "take my name off your list",
        "stop texting me",
        "borrenme de la lista",
        "stop",
    ],
)
def test_opt_out_is_obeyed_at_once(text):
    at = talk(*ES, text)
    assert at.reply.key == "carrier.stopped"


@pytest.mark.parametrize("text", ["borra mi numero", "remove my number"])
def test_wish_that_the_number_is_erased_is_obeyed_at_once(text):
    assert talk(text).reply.key == "carrier.stopped"
    assert talk(*ES, text).reply.key == "carrier.stopped"


@pytest.mark.parametrize("text", ["quiero que el ya no me escriba", "quiero que mi ex ya no me busque"])
def test_who_is_to_stop_texting_is_somebody_else(text):
    assert talk(*ES, text).reply.key not in ("carrier.stopped", "")


@pytest.mark.parametrize("text", ["sacame de esto", "quitame de ahi", "get me out of this", "take me out of here pls"])
def test_who_wants_out_is_asked_of_what(text: str) -> None:
    assert talk("hi", "1", "ok", text).reply.key != "carrier.stopped"


@pytest.mark.parametrize("text", ["im listening", "all ears", "shoot", "fire away", "u can text me", "te escucho"])
def test_who_listens_says_that_it_is_ok_and_agrees_to_no_sharing(text: str) -> None:
    assert talk("hey", text).reply.key == "welcome.limits"
    assert talk("hey", "1", "ok", "can i talk to a person", text).reply.key == "consent.sure"


@pytest.mark.parametrize(
    "text", ["im alone in my room", "yeah nobodys here", "doors locked we good", "all good over here"]
)
def test_who_is_alone_may_be_texted(text: str) -> None:
    assert talk("hey", text).reply.key == "welcome.limits"
