"""Languages that staff added, in the conversation: chosen by name or number, and gone once removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest

from bot.content.editions import SHIPPED, EntryName, with_entries
from bot.content.plain_language import Kind
from bot.content.readiness import missing_for_release
from bot.content.rules import MOST_ADDED
from bot.conversation.messages import Inbound, Reply
from bot.inbound.router import Router
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from tests.support.added_language import edition, entries
from tests.support.app import settings

LATER = "Le mot qui dit plus tard"


@pytest.fixture
def runtime(tmp_path) -> Iterator[Runtime]:
    """Provide a runtime on a Redis of its own, since edited texts apply to everyone who shares one."""
    with embedded_redis(tmp_path) as url:
        made = build(replace(settings(), redis_url=url))
        yield made
        made.store.close()


class Talk:
    """Texts from a new person."""

    _said = count()

    def __init__(self, runtime: Runtime) -> None:
        self._runtime, self._phone = runtime, f"+1555010{next(self._said):04}"

    def say(self, text: str) -> Reply:
        return Router(self._runtime).handle(Inbound(f"SM{next(self._said):032}", self._phone, text))


def offered(runtime: Runtime, code: str, name: str) -> None:
    own = entries(code) | {EntryName(code, "messages", "welcome.later"): {"text": LATER}}
    store = runtime.store.words
    made = edition(own, seen=True, name=name)
    store.publish(0, made.dump(), {})


@pytest.mark.parametrize(
    ("code", "name", "texted"),
    [("fr", "Français", "francais"), ("ht", "Kreyòl", "KREYOL!"), ("ar", "العربية", "العربية"), ("zh", "中文", "中文")],
)
def test_language_is_chosen_by_name_or_number_after_its_name_is_texted(
    runtime: Runtime, code: str, name: str, texted: str
) -> None:
    offered(runtime, code, name)
    for choice in ("3", texted):
        talk = Talk(runtime)
        talk.say("hi")
        asked = talk.say(texted)
        assert asked.key == "language.ask" and f"3 {name}\n4 Not now" in asked.text
        assert talk.say(choice).language == code
        assert talk.say("not now").text.startswith(LATER)
        back = talk.say("english")
        assert back.language == "en" and LATER not in back.text


def test_language_question_is_the_shipped_one_without_added_languages(runtime: Runtime) -> None:
    talk = Talk(runtime)
    talk.say("hi")
    assert talk.say("français").key != "language.ask"
    asked = talk.say("language").text
    assert asked.splitlines()[-1].startswith("3 ")
    assert talk.say("4").language == "en"


def test_person_continues_in_english_when_their_language_is_removed(runtime: Runtime) -> None:
    offered(runtime, "fr", "Français")
    talk = Talk(runtime)
    talk.say("français")
    assert talk.say("3").language == "fr"
    runtime.store.words.publish(1, replace(SHIPPED, number=2).dump(), {})
    assert talk.say("not now").language == "en"


def test_added_languages_are_limited_to_the_menu_room(runtime: Runtime) -> None:
    words, reviewed, phrases, lists = {}, {}, {}, {}
    for at in range(MOST_ADDED + 1):
        one = edition(entries(f"q{chr(97 + at)}"), seen=True, name=f"Lingua numero {at}")
        words |= with_entries(one.words, [])
        reviewed |= one.reviewed
        phrases |= one.phrases
        lists |= one.lists
    all_of_them = replace(SHIPPED, number=1, words=words, reviewed=reviewed, phrases=phrases, lists=lists)
    made = runtime.content.made(all_of_them, [])
    assert len(made.catalog.added) == MOST_ADDED


def test_danger_in_an_added_language_is_understood(runtime: Runtime) -> None:
    offered(runtime, "fr", "Français")
    talk = Talk(runtime)
    talk.say("français")
    talk.say("3")
    told = talk.say("peligro de self_harm")
    assert told.key == "safety.self_harm" and told.language == "fr" and "988" in told.text


def test_language_is_not_offered_without_danger_phrases_and_unsafe_words() -> None:
    whole = edition(entries(), seen=True)
    assert list(missing_for_release("fr", whole, must_review=True)) == []
    assert list(missing_for_release("fr", replace(whole, reviewed={}), must_review=False)) == []
    told = missing_for_release("fr", replace(whole, phrases={}, lists={}, reviewed={}), must_review=True)
    unread, danger, asked, names = told
    assert asked == "Add a phrase for: not now, asking for a person."
    assert unread.startswith("A native speaker has not reviewed ")
    assert danger == (
        "Add phrases anywhere in a text for: a medical emergency, hurting oneself, being hurt now, "
        "a child being hurt. Without them we miss danger."
    )
    assert names == "Add revealing words that a watched screen must not show."
    some = {"fr": {"within": {"medical": ["urgence"], "not_now": ["plus tard"], "person": ["quelqu'un"]}}}
    some["fr"]["alone"] = {"self_harm": ["mourir"]}
    (danger,) = missing_for_release("fr", replace(whole, phrases=some), must_review=True)
    assert "text for: hurting oneself, being hurt now, a child being hurt." in danger


def test_language_is_not_offered_when_a_bland_text_names_too_much(runtime: Runtime) -> None:
    whole = edition(entries(), seen=True)
    for names, there in ((["zzz"], True), (["asistent"], False)):
        made = runtime.content.made(replace(whole, lists={"fr": {Kind.NAMES: names}}), [])
        assert ("fr" in made.catalog.languages) is there
