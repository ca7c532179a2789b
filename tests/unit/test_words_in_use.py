"""Live content in several processes: an edition applies in the next turn, as a whole, and never breaks a turn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.content.editions import Edition, EntryName, load, with_entries
from bot.conversation.engine import standing
from bot.conversation.messages import Inbound
from bot.errors import Conflict
from bot.inbound.router import Router
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from tests.support.app import settings

HELLO = EntryName("en", "messages", "welcome.hello")
SPANISH = EntryName("es", "messages", "welcome.hello")
NEW = "Hello there, this is ((program)), an automated helper. Is now ok?\n((choices))\nHELP for help, STOP to opt out."


@pytest.fixture
def runtime(tmp_path) -> Iterator[Runtime]:
    """Provide a runtime on a Redis of its own, since edited texts apply to everyone who shares one."""
    with embedded_redis(tmp_path) as url:
        made = build(replace(settings(), redis_url=url))
        yield made
        made.store.close()


def publish(runtime: Runtime, *changes: tuple[EntryName, object], **more: object) -> int:
    store = runtime.store.words
    after = store.newest()
    edition = Edition(after + 1, "ana", words=with_entries({}, changes), **more)
    return store.publish(after, edition.dump(), {})


def first_words(runtime: Runtime, number: int, words: str = "hi") -> str:
    return Router(runtime).handle(Inbound(f"SM{number:032}", f"+1555010{number:04}", words)).text


def test_edition_applies_in_the_next_turn_of_every_process(runtime: Runtime) -> None:
    other = build(runtime.settings)
    assert "Hello there" not in first_words(runtime, 1) + first_words(other, 2)
    text = {"text": NEW, "choices": {"yes": "It's ok"}}
    spanish = "Hola hola, soy ((program)), un ayudante automático. ¿Se puede?\n((choices))\nAYUDA o STOP."
    publish(runtime, (HELLO, text), (SPANISH, {"text": spanish}))
    for each, number in ((runtime, 3), (other, 5)):
        assert first_words(each, number).startswith("Hello there")
        assert first_words(each, number + 1, "hola").startswith("Hola hola")
    other.store.close()


def test_turn_keeps_one_edition(runtime: Runtime) -> None:
    before = runtime.snapshot()
    publish(runtime, (HELLO, {"text": NEW}))
    runtime.content.catch_up()
    assert (before.edition, runtime.snapshot().edition) == (0, 1)
    assert before.catalog is not runtime.snapshot().catalog


def test_invalid_text_is_replaced_by_the_shipped_one(runtime: Runtime) -> None:
    publish(runtime, (HELLO, {"text": "Hi ((nobody)). Is it ok? Is it?"}))
    shipped = first_words(runtime, 1)
    assert "((" not in shipped and shipped.startswith("Hi, this is")
    assert runtime.content.now.edition.number == 1


def test_going_back_makes_a_new_edition(runtime: Runtime) -> None:
    publish(runtime, (HELLO, {"text": NEW}))
    publish(runtime)
    assert first_words(runtime, 1).startswith("Hi, this is")
    store = runtime.store.words
    assert [load(one).number for one in store.editions(range(1, 9))] == [1, 2]


def test_concurrent_publishing_conflicts(runtime: Runtime) -> None:
    store = runtime.store.words
    store.publish(0, Edition(1).dump(), {})
    with pytest.raises(Conflict):
        store.publish(0, Edition(1).dump(), {})


def test_publishing_takes_the_draft_as_seen_or_nothing(runtime: Runtime) -> None:
    store = runtime.store.words
    store.put_draft({str(HELLO): (b"", b"one")})
    with pytest.raises(Conflict):
        store.put_draft({"another": (b"", b"three"), str(HELLO): (b"", b"two")})
    assert store.draft() == {str(HELLO): b"one"}
    store.put_draft({str(HELLO): (b"one", b"two")})
    with pytest.raises(Conflict):
        store.publish(0, Edition(1).dump(), {str(HELLO): b"one"})
    assert (store.newest(), store.draft()) == (0, {str(HELLO): b"two"})
    store.publish(0, Edition(1).dump(), {str(HELLO): b"two"})
    assert (store.newest(), store.draft()) == (1, {})


def test_phrases_are_added_and_a_faulty_one_is_left_out(runtime: Runtime) -> None:
    phrases = {"en": {"needs": {"dental": ["my toof hurts", "(broken"]}}}
    publish(runtime, phrases=phrases)
    lexicon = runtime.content.now.lexicon
    runtime.content.catch_up()
    assert runtime.content.now.lexicon is not lexicon
    assert "toof" in runtime.content.now.lexicon.vocabulary


def test_check_of_a_line_counts_unless_it_is_older(runtime: Runtime) -> None:
    publish(runtime, checked={"us-988": "2031-01-01", "us-911": "2001-01-01", "no-line": "2031-01-01"})
    runtime.content.catch_up()
    lines = runtime.content.now.hotlines.lines
    assert (str(lines["us-988"].checked), "no-line" in lines) == ("2031-01-01", False)
    assert str(lines["us-911"].checked) != "2001-01-01"


def test_person_whose_language_was_withdrawn_is_answered_in_english(runtime: Runtime) -> None:
    person = "+15550107777"
    Router(runtime).handle(Inbound("SM1", person, "hola"))
    loaded = runtime.store.load(person, "")
    assert loaded.session is not None
    snapshot = runtime.snapshot()
    del snapshot.catalog.languages["es"]
    assert standing(snapshot, loaded).language == "en"


def test_edition_of_a_newer_release_loads_without_unknown_fields() -> None:
    stored = json.loads(Edition(3, "ana").dump()) | {"unheard_of": 1}
    assert load(json.dumps(stored).encode()) == Edition(3, "ana")


@pytest.mark.parametrize("stored", [b"no JSON", b'{"checked": {"x": null}}', b'{"words": 7}'])
def test_unreadable_edition_is_replaced_by_the_shipped_content(
    runtime: Runtime, stored: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    runtime.store.words.publish(0, stored, {})
    reply = Router(runtime).handle(Inbound("SM" + "7" * 32, "+15550107777", "hi"))
    assert reply.key == "welcome.hello"
    assert "cannot be read" in caplog.text
    build(runtime.settings).store.close()


def test_slower_turn_does_not_restore_older_content(runtime: Runtime) -> None:
    publish(runtime, (HELLO, {"text": NEW}))
    publish(runtime)
    words = runtime.content
    words.at(2)
    words.at(1)
    assert words.now.edition.number == 2
