"""Editing of content: what editors may publish, what stops them with which message, and that nothing is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.actions.content import ContentActions, NotPublishable
from bot.content.checks import Severity
from bot.content.draft import PHRASES
from bot.content.editions import EntryName
from bot.content.translation import review_of
from bot.errors import Conflict, ContentError
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from tests.support.added_language import edition, entries
from tests.support.app import settings

MENU = EntryName("en", "messages", "needs.ask")
SPANISH_MENU = EntryName("es", "messages", "needs.ask")
HELLO = EntryName("en", "messages", "welcome.hello")
END = "((choices))\nHELP for help, STOP to opt out."
SHORTER = f"Hi, this is ((program)), an automated helper. Is it ok?\n{END}"
LATER = EntryName("en", "messages", "welcome.later")


@pytest.fixture
def runtime(tmp_path) -> Iterator[Runtime]:
    """Provide a runtime on a Redis of its own, since edited texts apply to everyone who shares one."""
    with embedded_redis(tmp_path) as url:
        made = build(replace(settings(), redis_url=url))
        yield made
        made.store.close()


@pytest.fixture
def desk(runtime: Runtime) -> ContentActions:
    return ContentActions(runtime)


def put(desk: ContentActions, name: EntryName, text: object, by: str = "ana") -> None:
    value = {**desk.entry(name).value, "text": text} if name.section == "messages" else text
    desk.save_draft(name, desk.entry(name).mark, value, by)


def said(desk: ContentActions, name: EntryName, severity: Severity = Severity.ERROR) -> list[str]:
    return [one.says for one in desk.findings() if one.name == name and one.severity is severity]


def in_use(runtime: Runtime) -> str:
    return runtime.content.now.catalog.language("en").sheet.messages["welcome.later"].text


ERRORS = [
    (MENU, "What would help ((nobody))?", "((nobody)) cannot be used here."),
    (HELLO, f"An automated helper. Is now ok?\n{END}", "((program)) is missing."),
    (HELLO, f"Hi, this is ((program)). Is now ok?\n{END}", '"automated" is missing.'),
    (HELLO, "Hi, this is ((program)), automated. Is now ok?\n((choices))\nHELP for help.", '"STOP" is missing.'),
    (MENU, "word " * 8 + ". " + "Again and again. " * 40, "segments (GSM-7)"),
    (MENU, "What would help? And what else?", "more than one question"),
    (MENU, "one two three four five six seven eight " * 2, "a sentence of 16"),
    (LATER, "Text any time about the abuse.", 'others may see "abuse" on the screen.'),
    (LATER, "Call 800-555-0199 any time.", "800-555-0199 is not in the list of help lines."),
    (LATER, "Text 55555 any time.", "55555 is not in the list of help lines."),
    (LATER, "   ", "the text is empty."),
    (LATER, "Text any time ((program.", "a placeholder is not closed."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "says"), ERRORS)
def test_error_prevents_publishing_and_says_what_to_do(
    desk: ContentActions, name: EntryName, text: str, says: str
) -> None:
    put(desk, name, text)
    assert any(says in one for one in said(desk, name)), said(desk, name)
    with pytest.raises(NotPublishable) as stopped:
        desk.publish("ana", "why not", {str(name): "because"})
    assert any(one.severity is Severity.ERROR for one in stopped.value.findings)
    assert desk.edition().number == 0


WARNINGS = [
    (LATER, "It’s fine. Text any time…", "’ … cannot be sent in the cheaper alphabet"),
    (LATER, "Text any time for an assessment.", '"assessment" is jargon.'),
    (LATER, "You should have said so. Text any time.", '"you should have" may sound like blame.'),
    (LATER, "I promise to answer. Text any time.", '"i promise" is a promise we may not keep.'),
    (LATER, "Text any time notwithstanding.", '"notwithstanding" is a long word.'),
    (LATER, "Text any time.", "Español may now be out of date."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "says"), WARNINGS)
def test_warning_needs_a_reason(desk: ContentActions, name: EntryName, text: str, says: str) -> None:
    put(desk, name, text)
    assert said(desk, name) == []
    assert any(says in one for one in said(desk, name, Severity.WARNING)), said(desk, name, Severity.WARNING)
    with pytest.raises(NotPublishable):
        desk.publish("ana", "clearer", {})
    assert desk.publish("ana", "clearer", {str(name): "we talked it over"}).reasons == {str(name): "we talked it over"}


@pytest.mark.parametrize("label", ["STOP", "Something new", "i took pills", "Not now"])
def test_choice_understood_as_another_is_refused(desk: ContentActions, label: str) -> None:
    again = EntryName("en", "messages", "welcome.again")
    value = desk.entry(again).value
    desk.save_draft(again, desk.entry(again).mark, {**value, "choices": {**value["choices"], "go_on": label}}, "ana")
    told = " ".join(said(desk, again))
    assert "heard as" in told or "carrier's word" in told or "Make them differ" in told, told


def test_stale_number_is_refused_until_checked(desk: ContentActions, runtime: Runtime) -> None:
    today = dt.datetime.fromtimestamp(runtime.clock(), dt.UTC).date()
    lines = runtime.content.now.hotlines
    line = next(key for key in lines.stale(today) if lines.lines[key].call)
    put(desk, LATER, f"Text any time, or call {lines.lines[line].call}.")
    assert any("was not checked in the last month" in one for one in said(desk, LATER))
    desk.hotline_checked(line, today, "ben")
    assert said(desk, LATER) == []
    assert (desk.edition().why, list(desk.draft())) == (f"Tried {line}", [LATER])


def test_pinned_text_needs_a_second_person(desk: ContentActions) -> None:
    put(
        desk,
        HELLO,
        "Hi, this is ((program)), an automated helper. Is it ok?\n((choices))\nHELP for help, STOP to opt out.",
    )
    reasons = {str(HELLO): "the Spanish says so already"}
    with pytest.raises(NotPublishable) as stopped:
        desk.publish("ana", "shorter", reasons)
    assert stopped.value.unapproved == [HELLO]
    mark = desk.entry(HELLO).mark
    with pytest.raises(ContentError):
        desk.approve({HELLO: mark}, "ana")
    desk.approve({HELLO: mark}, "ben")
    assert desk.publish("ana", "shorter", reasons).seconds == ("ben",)


def test_text_changed_after_approval_needs_new_approval(desk: ContentActions) -> None:
    put(desk, HELLO, SHORTER)
    mark = desk.entry(HELLO).mark
    desk.approve({HELLO: mark}, "ben")
    put(desk, HELLO, SHORTER.replace("it ok", "now ok for you"))
    with pytest.raises(Conflict):
        desk.approve({HELLO: mark}, "ben")
    with pytest.raises(NotPublishable):
        desk.publish("ana", "shorter", {str(HELLO): "because"})


def test_concurrent_edits_of_one_message_conflict(
    desk: ContentActions,
) -> None:
    mark = desk.entry(LATER).mark
    put(desk, LATER, "Ok. Text any time.")
    with pytest.raises(Conflict):
        desk.save_draft(LATER, mark, {"text": "Sure. Text any time."}, "ben")
    assert desk.entry(LATER).value["text"] == "Ok. Text any time."
    put(desk, MENU, "What would help most now?", by="ben")
    assert set(desk.draft()) == {LATER, MENU}


def test_several_entries_are_saved_all_or_none(desk: ContentActions) -> None:
    seen = {name: desk.entry(name).mark for name in (LATER, MENU, SPANISH_MENU)}
    values = {name: {**desk.entry(name).value, "text": "Hi."} for name in seen}
    with pytest.raises(Conflict):
        desk.save_drafts(values, {**seen, SPANISH_MENU: "0" * 16}, "ana")
    with pytest.raises(ContentError):
        desk.save_drafts({**values, SPANISH_MENU: 5}, seen, "ana")
    assert desk.draft() == {}
    assert desk.save_drafts(values, seen, "ana") == desk.draft()


def test_going_back_restores_texts_and_keeps_every_edition(desk: ContentActions, runtime: Runtime) -> None:
    for text in ("Ok. Text any time.", "Sure. Text any time."):
        put(desk, LATER, text)
        desk.publish("ana", "calmer", {str(LATER): "ok"})
    desk.go_back(1, "ben", "the first was better")
    assert runtime.content.now.catalog.language("en").sheet.messages["welcome.later"].text == "Ok. Text any time."
    desk.go_back(0, "ben", "as it came")
    assert runtime.content.now.catalog.language("en").sheet.messages["welcome.later"].text.startswith("No problem")
    assert [(one.number, one.why) for one in desk.history()] == [
        (4, "as it came"), (3, "the first was better"), (2, "calmer"), (1, "calmer"),
    ]  # fmt: skip


def test_entry_equal_to_the_published_one_leaves_the_draft(desk: ContentActions) -> None:
    before = desk.entry(LATER).value
    put(desk, LATER, "Ok. Text any time.")
    desk.save_draft(LATER, desk.entry(LATER).mark, before, "ana")
    assert desk.draft() == {}
    with pytest.raises(ContentError):
        desk.publish("ana", "nothing", {})


def test_added_phrases_keep_the_shipped_danger_phrases(desk: ContentActions, runtime: Runtime) -> None:
    name = EntryName("en", PHRASES + "within", "self_harm")
    before = runtime.content.now.lexicon.vocabulary
    desk.save_draft(name, desk.entry(name).mark, ["gonna yeet myself"], "ana")
    desk.approve({name: desk.entry(name).mark}, "ben")
    desk.publish("ana", "heard it twice", {})
    assert runtime.content.now.lexicon.vocabulary > before


@pytest.mark.parametrize("value", [{"text": 3}, "words", {"text": "a", "no_such": "b"}])
def test_malformed_message_is_refused(desk: ContentActions, value: object) -> None:
    with pytest.raises(ContentError):
        desk.save_draft(LATER, desk.entry(LATER).mark, value, "ana")
    assert desk.draft() == {}


def test_faulty_entry_of_an_unfinished_language_prevents_publishing(desk: ContentActions) -> None:
    about, name = EntryName("fr", "about", "language"), LATER._replace(language="fr")
    desk.save_draft(about, desk.entry(about).mark, "Français", "ana")
    desk.save_draft(name, desk.entry(name).mark, {"text": "Quand tu veux ((nobody))."}, "ana")
    with pytest.raises(NotPublishable) as stopped:
        desk.publish("ana", "a beginning", {})
    assert [(one.name, one.says.partition(".")[0]) for one in stopped.value.findings] == [
        (name, "((nobody)) cannot be used here")
    ]
    desk.save_draft(name, desk.entry(name).mark, {"text": "Quand tu veux."}, "ana")
    assert desk.publish("ana", "a beginning", {}).number == 1


def test_phrases_are_checked_together_when_published(
    desk: ContentActions,
) -> None:
    unheard = {
        EntryName("en", "phrases.within", "person"): ["kicked"],
        EntryName("en", "phrases.within", "nosuch"): ["anything"],
    }
    for name, phrases in unheard.items():
        desk.save_draft(name, desk.entry(name).mark, phrases, "ana")
        desk.approve({name: desk.entry(name).mark}, "ben")
        with pytest.raises(NotPublishable) as stopped:
            desk.publish("ana", "slang", {})
        assert [one.name for one in stopped.value.findings] == [name] * len(stopped.value.findings) != []
        desk.drop(name, desk.entry(name).mark)


def test_change_that_withdraws_a_language_needs_a_reason(desk: ContentActions, runtime: Runtime) -> None:
    later = EntryName("fr", "messages", "welcome.later")
    runtime.store.words.publish(0, edition(entries("fr"), seen=True).dump(), {})
    runtime.content.catch_up()
    desk.save_draft(later, desk.entry(later).mark, {"text": "Quand tu veux."}, "ana")
    told = [one for one in desk.findings() if "take Français out of use" in one.says]
    assert [(one.name, one.severity) for one in told] == [(later, Severity.WARNING)]
    assert "A native speaker has not reviewed 1 of its entries." in told[0].says
    desk.save_draft(*review(desk, later), "ana")
    assert not [one for one in desk.findings() if "take Français out of use" in one.says]


def review(desk: ContentActions, name: EntryName) -> tuple[EntryName, str, str]:
    """Return the draft entry by which a native reader reviews an entry in its present form."""
    seen, value = review_of(name, desk.entry(name).value)
    return seen, desk.entry(seen).mark, value


def test_line_checked_twice_on_a_day_makes_one_edition(desk: ContentActions) -> None:
    put(desk, HELLO, SHORTER)
    day = dt.date(2026, 11, 22)
    assert [desk.hotline_checked("us-988", day, "ana").number for _ in range(2)] == [1, 1]
    assert list(desk.draft()) == [HELLO] and desk.edition().checked == {"us-988": "2026-11-22"}
