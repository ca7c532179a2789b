"""Edits as editors make them, by hand, by mistake and by pasting: any part of any entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hypothesis import strategies as st

from bot.content.catalog import PLACEHOLDER
from bot.content.draft import shipped_value
from bot.content.editions import EntryName
from tests.support.shipped import SHEETS


class Edit(NamedTuple):
    """Entry as an editor leaves it, and which part was retyped."""

    name: EntryName
    part: str
    value: Any


PUT_IN = (
    # carrier words and choices
    "STOP", "stop.", "Stop?", "YES", "yes?", "HELP", "CANCEL", "ＳＴＯＰ", "Not now", "not now", "1", "2", "3 Other",
    "Ok", "talk to a person", "i took pills", "back", "menu", "español",
    # words that a screen must not show, hidden or not
    "abuse", "Victims", "refugio", "tráfico", "ab\u00aduse", "ａｂｕｓｅ", "abus\u0435", "v\u200bictim", "𝐚𝐛𝐮𝐬𝐞",
    # questions, sentences, lengths
    "?", "¿Sí?", "？", "؟", ". Is it ok? Or not?", "one two three four five six seven eight nine ten", "word " * 40,
    "x" * 500, "a b c d e f g", "supercalifragilisticexpialidocious", ".", "...", ":", ";",
    # letters
    "“quoted”", "it’s", "…", "—", "é", "ñ", "á", "ж", "мир", "你好。", "请稍等？", "مرحبا", "שלום", "हिन्दी", "🙂",
    "👩\u200d👩\u200d👧", "🇲🇽",
    "\u202e", "\u200b", "\u2066", "\ufeff", "\u00a0", "\x00", "\x07", "\x1b[31m", "\t", "\n", "\r\n", "\u2028",
    "\ud800", "e\u0301", "\ue000", "\U000e0041",
    # placeholders
    "((choices))", "((program))", "((crisis))", "((emergency))", "((number))", "((nobody))", "((", "))", "((Program))",
    "(( program ))", "{program}", "{{ config }}", "%(x)s", "((((program))))", "((cho((choices))ices))", "<b>", "&amp;",
    # numbers
    "911", "988", "800-555-0199", "55555", "٩١١", "9 1 1", "100%", "24/7", "$50",
)  # fmt: skip


def parts(value: Any) -> Iterator[str]:
    """Yield the parts of an entry that can be typed: "" for a plain text, `choices.x` for the label of a choice."""
    if isinstance(value, str):
        yield ""
        return
    for key, inner in value.items():
        yield from (f"{key}.{choice}" for choice in inner) if isinstance(inner, dict) else (key,)
    if "text" in value:
        yield "bland"


def part_of(value: Any, part: str) -> str:
    """Return the text of one part; "" if it does not exist yet."""
    for key in filter(None, part.split(".", 1)):
        value = value.get(key, "")
    return str(value)


def with_part(value: Any, part: str, words: str) -> Any:
    """Return the entry with another text in one part."""
    key, _, rest = part.partition(".")
    return {**value, key: with_part(value.get(key, {}), rest, words) if rest else words} if key else words


SECTIONS = {
    "messages": lambda sheet: sheet.messages,
    "remarks": lambda sheet: sheet.remarks,
    "labels": lambda sheet: sheet.labels,
    "needs": lambda sheet: sheet.needs,
    "pieces": lambda sheet: sheet.pieces,
}
TYPED = {
    section: [
        (name, part)
        for code, sheet in SHEETS.items()
        for key in keys(sheet)
        for name in [EntryName(code, section, key)]
        for part in parts(shipped_value(SHEETS, name))
    ]
    for section, keys in SECTIONS.items()
}


@st.composite
def retyped(draw: st.DrawFn, text: str) -> str:
    """Draw a text as an editor leaves it after a small change or a rewrite."""
    words = text.split(" ")
    at, middle = draw(st.integers(0, len(words))), draw(st.integers(0, len(text)))
    new = draw(st.sampled_from(PUT_IN))
    broken = draw(st.sampled_from((r"\1", r"((\1)", r"((\1s))", "")))
    return draw(
        st.one_of(
            st.text(max_size=60),
            *map(
                st.just,
                (
                    new,
                    f"{text} {text}",
                    PLACEHOLDER.sub(broken, text),
                    text[:middle] + new + text[middle:],
                    " ".join(words[:at] + words[at + 2 :]),
                    " ".join([*words[:at], new, *words[at:]]),
                    " ".join([*words[:at], new, *words[at + 1 :]]),
                ),
            ),
        )
    )


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """Draw one entry with one part retyped once or twice."""
    name, part = draw(st.sampled_from(TYPED[draw(st.sampled_from(sorted(TYPED)))]))
    value = shipped_value(SHEETS, name)
    text = draw(retyped(part_of(value, part)))
    if draw(st.booleans()):
        text = draw(retyped(text))
    return Edit(name, part, with_part(value, part, text))
