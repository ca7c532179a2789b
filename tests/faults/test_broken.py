"""Broken messages, hotlines, lexicon or directory: a reply with the numbers all the same, and the fault reported."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import bot.directory.load
import bot.runtime.build
from bot.config.settings import Settings
from bot.content.catalog import SHIPPED
from bot.content.hotlines import load_hotlines
from bot.content.last_resort import LAST_WORDS
from bot.content.overlay import load_words
from bot.content.vocabulary import load_lexicon
from bot.conversation.messages import Inbound, Reply
from bot.directory.load import load_directory
from bot.errors import ValidationErrors
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from tests.support.app import settings
from tests.support.person import let_read
from tests.support.product import new_phone, new_sid
from tests.support.redis_server import RealRedis

pytestmark = pytest.mark.faults

DANGER = ["i want to kill myself", "me quiero morir"]
TEXTS = ["hey", "1", "ok", "need food", "skip", "1", "not now", *DANGER, "who are you", "HELP", "necesito comida"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the shipped content, to be damaged."""
    copy = tmp_path / "content"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


@pytest.fixture
def fit(real_redis: RealRedis) -> Settings:
    """Return settings for a conversation on a real store on which nobody has published."""
    real_redis.start()
    real_redis.client.flushall()
    return replace(settings(), redis_url=real_redis.url)


def hears(runtime: Runtime, text: str, phone: str) -> Reply:
    return Router(runtime).handle(Inbound(new_sid(), phone, text))


def whole_talk(runtime: Runtime) -> list[Reply]:
    """Let somebody text a whole conversation, with a reply to each text."""
    phone = new_phone()
    replies = [hears(runtime, text, phone) for text in TEXTS]
    assert all(reply.text.strip() for reply in replies)
    stopped = hears(runtime, "STOP", phone)
    assert "988" not in stopped.text
    assert hears(runtime, "hello", phone).text == ""
    return replies


def numbers_in(reply: Reply) -> bool:
    return "988" in reply.text and "911" in reply.text


def without(key: str) -> Callable[[str], str]:
    """Return the content without one message."""

    def cut(text: str) -> str:
        lines = text.splitlines(keepends=True)
        start = next(n for n, line in enumerate(lines) if line.startswith(f"  {key}:"))
        end = next(n for n, line in enumerate(lines[start + 1 :], start + 1) if line[:3].strip())
        return "".join(lines[:start] + lines[end:])

    return cut


DAMAGE: dict[str, tuple[str, Callable[[str], str] | None]] = {
    "no English": ("en.yaml", None),
    "no Spanish": ("es.yaml", None),
    "English is no YAML": ("en.yaml", lambda text: text.replace("messages:", "messages: [", 1)),
    "a message is missing": ("en.yaml", without("needs.ask")),
    "no hotlines": ("hotlines.yaml", None),
    "hotlines are no YAML": ("hotlines.yaml", lambda text: "lines: {\n" + text),
    "one hotline is no number": ("hotlines.yaml", lambda text: text.replace('"988"', '"nine"', 1)),
    "the English lexicon is no YAML": ("lexicon/en/words.yaml", lambda text: "short: [\n" + text),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_content_still_gets_replies_with_numbers(
    content: Path, fit: Settings, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    name, change = DAMAGE[damage]
    path = content / name
    text = path.read_text()
    path.unlink()
    if change:
        path.write_text(change(text))
        assert path.read_text() != text
    runtime = bot.runtime.build.build(fit, content)
    replies = whole_talk(runtime)
    assert Path(name).name in caplog.text or "turn failed: MissingMessage at" in caplog.text
    for reply in replies:
        assert "call or text ," not in reply.text
        assert "call ." not in reply.text
    for text, reply in zip(TEXTS, replies, strict=True):
        if text in DANGER and not damage.startswith("the English lexicon"):
            assert "988" in reply.text
        if reply.key in {"fallback", "last_word"}:
            assert numbers_in(reply)
    assert not any(text in record.getMessage() for text in TEXTS[3:] if len(text) > 3 for record in caplog.records)
    runtime.store.close()


def test_last_resort_text_follows_the_language_without_content(content: Path, fit: Settings) -> None:
    (content / "en.yaml").unlink()
    (content / "es.yaml").unlink()
    runtime = bot.runtime.build.build(fit, content)
    assert hears(runtime, "i need food", new_phone()).text == LAST_WORDS["en"]
    assert hears(runtime, "necesito comida", new_phone()).text == LAST_WORDS["es"]
    runtime.store.close()


def test_digits_and_stop_work_without_a_lexicon(content: Path, fit: Settings) -> None:
    shutil.rmtree(content / "lexicon")
    runtime, phone = bot.runtime.build.build(fit, content), new_phone()
    states = []
    for text in ("hey", "1", "1", "2", "1", "1", "STOP"):
        let_read(runtime, phone)
        states.append(hears(runtime, text, phone).state)
    assert states[:4] == ["welcome.hello", "welcome.limits", "needs.ask", "needs.basics"]
    assert states[-2:] == ["options.offer", "carrier.stopped"]
    runtime.store.close()


def test_broken_directory_still_gives_numbers(
    tmp_path: Path, fit: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "services.json").write_text('{"contents": [{"name": 5}]}')
    monkeypatch.setattr(bot.directory.load, "SHIPPED", tmp_path)
    runtime, phone = bot.runtime.build.build(fit), new_phone()
    replies = [hears(runtime, text, phone) for text in ("hey", "1", "ok", "need food", "skip")]
    assert replies[-1].state == "options.none"
    assert "1-888-373-7888" in replies[-1].text
    assert "services.json" in caplog.text
    runtime.store.close()


GARBAGE: dict[str, bytes] = {
    "empty": b"", "null": b"null", "a list": b"[1]", "a number": b"5", "a word": b"word", "bytes": bytes(range(256)),
    "not UTF-8": "messages: né".encode("latin-1"), "deep": b"[" * 600, "deep keys": b'{"a":' * 600,
    "a tag": b"!!python/object/apply:os.system ['true']", "an anchor": b"a: &a [*a]", "twice": b"lines: 1\nlines: 2",
    "number keys": b"1: 2\n3: {4: 5}", "nothing inside": b"messages:\nlines:\nregions:\nshort:\ncontents:",
    "wrong inside": b"{messages: 1, lines: [1], regions: {US: 1}, short: {a: {b: c}}, contents: [1], groups: [[1]]}",
    "odd keys": b"? [a, b]\n: c\n? {d: e}\n: f", "a date": b"lines: 2026-11-22\nmessages: 2026-11-22",
    "no date": b"lines: 2026-13-45", "no number": b"lines: 0o9",
}  # fmt: skip

LOADERS: dict[str, Callable[[Path], Any]] = {
    "en.yaml": lambda folder: load_words(folder)[0]["en"],
    "hotlines.yaml": lambda folder: load_hotlines(folder / "hotlines.yaml"),
    "lexicon/en/words.yaml": lambda folder: load_lexicon(folder / "lexicon"),
    "services.json": lambda folder: load_directory(folder / "services.json"),
}


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize("name", LOADERS)
def test_file_faults_are_reported_as_problems(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(GARBAGE[kind])
    try:
        LOADERS[name](tmp_path)
    except (ValidationErrors, KeyError) as error:
        assert isinstance(error, ValidationErrors) or (name, error.args) == (
            "en.yaml",
            ("en",),
        )  # reported in the list instead


OWN = """\
messages:
  welcome.later:
    text: No worries. Delete this if you want, and text any time.
  welcome.anytime:
    text: Call ((crisis)) any time.
  safety.self_harm:
    text: I'm glad you told me.
  safety.hurt: just words
  needs.ask:
    text: ""
  needs.area:
    text: Where are you? Which city?
  hesitation.place:
    text: This one has an ((unclosed placeholder.
  hesitation.travel:
    text: Fine.
    colour: red
  hesitation.other:
    text: [a, list]
  hesitation.unsafe:
    text: This is one sentence that goes on and on and on with far too many words for anybody to read.
  welcome.back:
    text: "((program)): are you safe from the traffickers?"
  followup.when:
    text: {long}
  no.such.key:
    text: Hello.
labels:
  menu: STOP
  talk: A friendly ear
needs:
  food: {{choice: Food}}
jokes:
  knock: knock
pieces: 5
"""
OWN_FAULTS = {
    "welcome.anytime": 5, "safety.self_harm": 7, "safety.hurt": 8, "needs.ask": 10, "needs.area": 12,
    "hesitation.place": 14, "hesitation.travel": 17, "hesitation.other": 19, "hesitation.unsafe": 21,
    "welcome.back": 23, "followup.when": 25, "no.such.key": 26, "menu": 29, "food": 32, "jokes": 33, "pieces": 35,
}  # fmt: skip
"""Key of each fault, and the last line that may be reported for it."""


def test_own_content_faults_give_way_alone_and_name_their_place(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text(OWN.format(long="Some words. " * 60))
    shipped, _ = load_words()
    used, problems = load_words(own=tmp_path)
    changed = {key for key in used["en"].messages if used["en"].messages[key] != shipped["en"].messages.get(key)}
    assert changed == {"welcome.later"}
    assert used["en"].labels["menu"] == shipped["en"].labels["menu"]
    assert used["en"].labels["talk"] == "A friendly ear"
    assert used["en"].needs == shipped["en"].needs
    assert used["en"].pieces == shipped["en"].pieces
    assert used["es"] == shipped["es"]
    lines = OWN.splitlines()
    for key, last in OWN_FAULTS.items():
        told = [problem for problem in problems if f"{key}" in problem.split(": ")[1]]
        assert told, f"nothing is said of {key}"
        for problem in told:
            name, line = problem.split(":")[:2]
            assert name == "en.yaml"
            assert int(line) <= last
            assert key in lines[int(line) - 1]


@pytest.mark.parametrize(
    "kind", ["empty", "null", "a list", "a number", "bytes", "not UTF-8", "deep", "twice", "a tag"]
)
def test_unreadable_own_file_leaves_shipped_content(tmp_path: Path, kind: str) -> None:
    (tmp_path / "es.yaml").write_bytes(GARBAGE[kind])
    shipped, _ = load_words()
    used, problems = load_words(own=tmp_path)
    assert used == shipped
    assert kind in {"empty", "null"} or all(problem.startswith("es.yaml:") for problem in problems)
    assert kind in {"empty", "null"} or problems
