"""A draft in another language than the one that the person texts in: a warning, and nothing sent before it is shown."""

from __future__ import annotations

import json
from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from tests.support.console import act, kept, waiting_texts
from tests.support.person import YoungPerson
from tests.support.staff import post

ENGLISH, SPANISH = "I am here with you, what do you need tonight?", "Estoy aquí contigo, ¿qué necesitas esta noche?"
NAMES = "Casa Libre, 123 Main Street"


def talk(desk: FlaskClient, her: YoungPerson, *, spanish: bool) -> str:
    """Let a person ask for somebody in their language, and take the case."""
    if spanish:
        her.text("hola", "sí", "1", "quiero hablar con una persona", "1", "sin nombre")
    else:
        her.just_talk()
    act(desk, her.case, "take")
    return her.case


def save(desk: FlaskClient, code: str, words: str) -> object:
    """Save the reply as a draft, as the page's script does, and return what the server says of it."""
    boxes = json.dumps({"say  words": words})
    answer = post(desk, f"/console/{code}/draft", "/staff/account", boxes=boxes)
    assert answer.status_code in (200, 204)
    return answer.json if answer.status_code == 200 else None


@pytest.mark.parametrize(("spanish", "fits", "other"), [(False, ENGLISH, SPANISH), (True, SPANISH, ENGLISH)])
def test_draft_in_another_language_is_warned_of(
    desk: FlaskClient, her: YoungPerson, spanish: bool, fits: str, other: str
) -> None:
    code = talk(desk, her, spanish=spanish)
    assert save(desk, code, fits) is None
    assert save(desk, code, NAMES) is None, "names and streets are in no language"
    assert save(desk, code, "ok") is None
    names = ("English", "Spanish") if spanish else ("Spanish", "English")
    warning = f"This looks like {names[0]}. They text in {names[1]}."
    assert save(desk, code, other) == {"written": "en" if spanish else "es", "warning": warning}
    assert save(desk, code, "") is None


def test_nothing_is_sent_before_the_warning_is_shown(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code = talk(desk, her, spanish=True)
    refused = act(desk, code, "say", words=ENGLISH)
    page = unescape(refused.text)
    assert refused.status_code == 422 and ENGLISH in page
    assert "Not sent yet. This looks like English. They text in Spanish." in page
    assert 'name="written" value="en"' in page
    assert ENGLISH not in waiting_texts(runtime.store, her)
    assert act(desk, code, "say", words=ENGLISH, written="es").status_code == 422, "a warning of another draft"
    assert act(desk, code, "say", words=ENGLISH, written="en").status_code == 303
    assert waiting_texts(runtime.store, her)[-1] == ENGLISH
    assert act(desk, code, "say", words=SPANISH).status_code == 303
    assert waiting_texts(runtime.store, her)[-1] == SPANISH


def test_case_shows_the_language_that_they_text_in_now(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code = talk(desk, her, spanish=False)
    her.text("no entiendo bien, me puedes escribir en español por favor")
    assert kept(runtime, code).language == "es"
    assert '<span class="tag" lang="en" dir="auto">Spanish</span>' in desk.get(f"/console/{code}").text
    assert save(desk, code, ENGLISH)
