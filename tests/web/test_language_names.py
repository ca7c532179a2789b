"""Case in an added language: shown by its own name, with every text marked by its language."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.web.labels import tongue
from tests.support.added_language import edition, entries
from tests.support.console import act
from tests.support.person import YoungPerson
from tests.support.signed_texts import PUBLIC, Serve
from tests.support.staff import Team

ARABIC, SAYS, ANSWER = "العربية", "أنا خائفة", "أنا معك"


@pytest.fixture
def arabic(team: Team, runtime: Runtime) -> str:
    """Offer Arabic and return its code."""
    runtime.content.catch_up()
    runtime.store.words.publish(0, edition(entries("ar"), seen=True, name=ARABIC).dump(), {})
    return "ar"


def test_case_shows_added_language_by_name_with_text_direction(
    desk: FlaskClient, her: YoungPerson, arabic: str
) -> None:
    code = her.just_talk(ARABIC, "3")
    called = f'lang="{arabic}" dir="auto">{ARABIC}</span>'
    assert f'class="tongue" {called}' in desk.get("/console").text
    act(desk, code, "take")
    her.text(SAYS)
    act(desk, code, "say", words=ANSWER)
    page = desk.get(f"/console/{code}").text
    assert f'class="tag" {called}' in page
    for kind, lang in (("person", ' lang="ar"'), ("bot", ' lang="ar"'), ("staff", "")):
        assert f'<article class="text {kind}"><p class="words" dir="auto"{lang}>' in page, kind
        assert page.count(f'class="text {kind}"') == page.count(
            f'class="text {kind}"><p class="words" dir="auto"{lang}>'
        )
    assert f'lang="ar" dir="auto" placeholder="Write in {ARABIC}"' in page
    assert SAYS in page and ANSWER in page


def test_language_is_named_in_english_or_by_its_code(served: Flask, team: Team, runtime: Runtime) -> None:
    words = runtime.content
    with served.app_context():
        words.catch_up()
        shipped = [tuple(tongue(code)) for code in ("en", "es", "zzz")]
        assert shipped == [("English", "en"), ("Spanish", "en"), ("zzz", "en")]
        assert tuple(tongue("fr")) == ("Français", "fr"), "one that is gone"
        runtime.store.words.publish(0, edition(entries("fr"), seen=True, name="Le français").dump(), {})
        words.catch_up()
        assert tuple(tongue("fr")) == ("Le français", "fr")


def test_simulator_names_added_language(served: Flask, arabic: str, serve: Serve) -> None:
    client = served.test_client()
    with serve(served):
        for words in ("hey", ARABIC, "3"):
            answer = client.post("/try/text", json={"phone": "young1", "body": words}, headers={"Origin": PUBLIC}).json
    note = answer["texts"][-1]["note"]
    assert (note["language"], note["called"]) == (arabic, ARABIC)
