"""Tests that texts for staff are plain English: short sentences, and none of the idiom that staff had to decode."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "bot" / "web" / "templates"
SCRIPTS = ROOT / "bot" / "web" / "static"
MODULES = (
    "bot/web/**/*.py", "bot/actions/**/*.py", "bot/cli/**/*.py", "bot/inbound/staff*.py", "bot/inbound/contact*.py",
    "bot/jobs/staff_messages.py", "bot/jobs/contact_messages.py", "bot/staff/credentials.py",
    "bot/casework/disclosures.py", "bot/casework/mandated.py",
)  # fmt: skip
"""The modules whose literals staff, contacts or operators read."""

MOST_WORDS = 20

IDIOM = (
    "somebody", "nobody", "everybody", "anybody", "whoever", r"(?<!\{)whom", "please",
    "meanwhile", "for good", "anew", "all the same", "by itself", "by hand", "in the way", "any way",
    r"stands?( behind| beside| below| for)?", "standing", "holds? (it|this case|no case)", "'s clock",
    "(is|are) told", "is noted", "are noted", "written down", "taken? note", "who wants", "wants? no",
    "let(s|ting)? go", "put(s|ting)? (it )?back", "go(es)? over", "went over", "take[ns]? away", "what came back",
    "not open to you", "not let in", "no longer kept", "looked at by", "have looked", "words in use",
    "of (its|your|their|our) own", "of ours",
)  # fmt: skip
"""Phrases of the old idiom, and "please", which only lengthens a sentence."""

ALLOWED = {
    "leave please": "Words that a contact texts, not words for staff.",
    "please leave": "Words that a contact texts, not words for staff.",
}
"""Texts in which such a phrase is right, each with its reason."""

OLD = re.compile(rf"(?<![\w-])({'|'.join(IDIOM)})(?![\w-])", re.IGNORECASE)

COMMENT, PRINTED, TAG = (
    re.compile(rf"\{{{a}.*?{b}\}}", re.DOTALL) for a, b in (("#", "#"), (r"\{", r"\}"), ("%", "%"))
)
BRANCH = re.compile(r"\{%-?\s*(else|elif|block|endblock|macro|endmacro|set|include|from)\b.*?%\}", re.DOTALL)
INLINE = "a|abbr|b|bdi|code|del|em|i|ins|mark|small|span|time"
BLOCK = re.compile(rf"</?(?!(?:{INLINE})\b)[a-z]\w*\b[^<>]*>|<!doctype[^<>]*>")
ATTRIBUTE = re.compile(r'\b(?:aria-label|placeholder|title|alt|data-label)="([^"]*)"')
BREAK = "\0"


class Text(NamedTuple):
    """A text for staff, and the file that holds it."""

    file: str
    text: str


def template_texts(source: str) -> Iterator[str]:
    """Yield what a template shows: its text between block tags, its attributes, and the literals in its code."""
    source = COMMENT.sub("", source)
    for code in (*PRINTED.findall(source), *TAG.findall(source)):
        yield from filter(is_prose, re.findall(r'"([^"]*)"', code))
    source = TAG.sub("", BRANCH.sub(BREAK, PRINTED.sub("X", source)))
    yield from ATTRIBUTE.findall(source)
    yield from unescape(re.sub(r"<[^<>]*>", "", BLOCK.sub(BREAK, source))).split(BREAK)


def module_texts(source: str) -> Iterator[str]:
    """Yield the literals of a module that read as words, without docstrings, log records and exceptions for code."""
    skipped: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        if isinstance(node, ast.Call) and is_internal(node):
            skipped.update(map(id, ast.walk(node)))
        if id(node) in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            skipped.update(map(id, ast.walk(node)))
            yield from filter(is_prose, ["".join(getattr(piece, "value", "X") for piece in literals(node))])
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from filter(is_prose, [node.value])


def literals(node: ast.JoinedStr) -> Iterator[ast.Constant | None]:
    """Yield the literal pieces of an f-string, None for each expression."""
    yield from (piece if isinstance(piece, ast.Constant) else None for piece in node.values)


def is_internal(call: ast.Call) -> bool:
    """Return whether the words stay inside: a log record, a pattern, or an exception that other code catches."""
    name = ast.unparse(call.func)
    return name.startswith(("log.", "re.")) or name in {"Conflict", "CaseClosed", "StaleCase", "super().__init__"}


def is_prose(literal: str) -> bool:
    """Return whether a literal holds words to read, and is no key, path or pattern."""
    return bool(re.search(r"[A-Za-z]{2},? [A-Za-z{]", literal))


def script_texts(source: str) -> Iterator[str]:
    """Yield the literals of a script that begin like a text to read."""
    source = re.sub(r"^\s*//.*$|\s// .*$", "", source, flags=re.MULTILINE)
    for plain, template in re.findall(r'"([^"\n]*)"|`([^`\n]*)`', source):
        text = plain or re.sub(r"\$\{[^}]*\}", "X", template)
        if is_prose(text) and text[:1].isupper():
            yield text


def texts() -> Iterator[Text]:
    """Yield every text for staff."""
    kinds = (
        (TEMPLATES.rglob("*.html"), template_texts),
        ({path for pattern in MODULES for path in ROOT.glob(pattern)}, module_texts),
        (SCRIPTS.glob("*.js"), script_texts),
    )
    for paths, read in kinds:
        for path in sorted(paths):
            for text in read(path.read_text(encoding="utf-8")):
                yield Text(path.name, text)


def sentences(text: str) -> list[str]:
    """Split a text into sentences; a line of its own is one."""
    return re.split(r"(?<=[.!?])\s+|\\n", " ".join(text.split()))


def words(sentence: str) -> int:
    """Count the words of a sentence."""
    return len(re.findall(r"[\w'’-]*\w", sentence))


@pytest.fixture(scope="module")
def everything() -> list[Text]:
    found = list(texts())
    assert len(found) > 1500 and {"live.html", "labels.py", "case.js"} <= {text.file for text in found}
    return found


def test_staff_texts_have_short_sentences(everything: list[Text]) -> None:
    each = [(file, sentence) for file, text in everything for sentence in sentences(text)]
    assert [one for one in each if words(one[1]) > MOST_WORDS] == []


def test_staff_texts_have_none_of_the_old_idiom(everything: list[Text]) -> None:
    found = [(old[0], *one) for one in everything if one.text not in ALLOWED and (old := OLD.search(one.text))]
    assert found == []


def test_every_exception_is_needed(everything: list[Text]) -> None:
    assert set(ALLOWED) <= {text for _, text in everything}


@pytest.mark.parametrize("riddle", [
    "Nothing to do is written down.", "Theirs stand below yours.", "Somebody changed it.", "This is not open to you",
    "They are told at once.", "Let go of it", "No consent stands behind this case now.", "Put back what is published",
])  # fmt: skip
def test_a_riddle_is_found(riddle: str) -> None:
    assert OLD.search(riddle)
