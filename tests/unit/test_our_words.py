"""Our own words, whose readings are kept: the same reading as without, and nothing of anybody's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.catalog import Catalog
from bot.conversation import engine, our_words
from bot.conversation.messages import Inbound
from bot.conversation.our_words import OneText
from bot.flows.machine import PLACES
from bot.flows.model import Area
from bot.flows.names import State
from bot.flows.session import Session
from bot.runtime.runtime import Snapshot
from tests.support.app import NOON
from tests.support.shipped import SHEETS
from tests.support.talk import snapshot

OURS = ("1", "7", "12", "ok", "OK", "menu", "back", "skip", "not now", "yes", "Sí", "hola", "one", "thanks", "forget")
THEIRS = ("i ran away", "rape", "hostage", "razor", "Sky", "santa ana", "92701", "ok i ran away", "1 and my ex", "")


@pytest.fixture
def active() -> Snapshot:
    return replace(snapshot(), catalog=Catalog(SHEETS))


def read(active: Snapshot, session: Session, text: str):
    return engine._read(active, session, Inbound("SM1", "+15550100", text), stopped=False, late=False)


@pytest.mark.parametrize("text", ["1", "OK", "not now", "Sí"])
def test_kept_reading_is_the_one_that_is_made_anew(
    text: str, active: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Session(greeted=True, safe=True, limits_told=True, last_at=NOON)
    sessions = [
        session._replace(state=state, language=code)
        for state in PLACES
        for code in ("en", "es")
        for session in (known, known._replace(area=Area("CA", "Santa Ana"), unsure=code == "es", age=15))
    ]
    first = [read(active, session, text) for session in sessions]
    kept = [read(active, session, text) for session in sessions]
    monkeypatch.setattr(our_words.OurWords, "of", lambda self, text: OneText(text, active.lexicon))
    assert first == kept == [read(active, session, text) for session in sessions]


@pytest.mark.parametrize("text", OURS)
def test_our_words_are_kept(text: str, active: Snapshot) -> None:
    words = our_words.our_words(active)
    assert words.of(text) is words.of(text)


@pytest.mark.parametrize("text", THEIRS)
def test_nothing_of_other_words_is_kept(text: str, active: Snapshot) -> None:
    words = our_words.our_words(active)
    read(active, Session(State.NEEDS_ASK, greeted=True, safe=True, limits_told=True, last_at=NOON), text)
    assert words.of(text) is not words.of(text)


def test_what_is_kept_has_a_limit(active: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(our_words, "MOST_KEPT", 1)
    words = our_words.our_words(active)
    assert words.of("1") is words.of("1")
    assert words.of("2") is not words.of("2")


def test_other_rules_or_words_have_readings_of_their_own(active: Snapshot) -> None:
    words = our_words.our_words(active)
    assert our_words.our_words(active) is words
    assert our_words.our_words(replace(active, hearing=active.hearing.without_model())) is not words
    assert our_words.our_words(replace(active, settings=replace(active.settings, cover_word="one"))) is not words
    assert our_words.our_words(replace(active, catalog=Catalog(SHEETS))) is not words
