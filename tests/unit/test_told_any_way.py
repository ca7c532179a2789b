"""A danger is heard however it is typed: in capitals, stretched, with emoji, an apology or a laugh around it.

The lines are those that the shipped rules must match. None of these ways to write may lower one below a question.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.flows.names import Level
from bot.understanding import normalise
from tests.support.talk import snapshot

LEXICON = Path(__file__).parents[2] / "bot" / "content" / "lexicon"
BEFORE = ("", "sorry ", "sorry but ", "lol ", "ok so ", "hey ", "😭 ", "perdon pero ", "um ")
AFTER = ("", " lol", " lmao", " sorry", " jaja", " haha", "!!!", "...", " 😂", " 🙏🏽", " 💀💀", " ok")
STRETCHED = re.compile(r"\b(\w{3,}[aiou])(\w*)$")
SENTENCE_END = re.compile(r"[.!?;]+(?=\s)")
"""What ends a sentence: a word more may part a short one from the one before."""

SHORTEST = 6
"""Minimum length of a word that a slip is put into: in a short one it makes another word ("hit", "hot")."""


def level(text: str) -> Level | None:
    at = snapshot()
    clean = at.lexicon.clean(text)
    found = [*at.lexicon.find(at.lexicon.readings(clean)), *at.lexicon.find_inside(normalise(text))]
    signal, _ = at.hearing.sure(text, clean, at.lexicon, found)
    return signal and signal.level


@cache
def lines() -> tuple[str, ...]:
    """Return the lines of all rules, but those few that the whole reader hears nothing in to begin with."""
    told = [
        line
        for path in sorted(LEXICON.glob("*/rules.yaml"))
        for rule in YAML(typ="safe", pure=True).load(path.read_text("utf-8"))["rules"].values()
        for line in rule["must"]
    ]
    heard = tuple(line for line in dict.fromkeys(told) if level(line) is not None)
    assert len(heard) > 0.99 * len(set(told))
    return tuple(line for line in heard if not SENTENCE_END.search(line))


def plain(text: str) -> str:
    return text


def stretched(text: str) -> str:
    return STRETCHED.sub(lambda found: found[1] + found[1][-1] * 3 + found[2], text)


@given(
    st.integers(min_value=0), st.sampled_from(BEFORE), st.sampled_from(AFTER),
    st.sampled_from([plain, str.upper, str.title, stretched]),
)  # fmt: skip
def test_nothing_around_it_hides_a_danger(which: int, before: str, after: str, write: object) -> None:
    line = lines()[which % len(lines())]
    text = f"{before}{write(line)}{after}"  # type: ignore[operator]
    assert level(text) is not None, text


def test_one_slip_hides_hardly_any_danger() -> None:
    slipped, lost = 0, []
    for seed in range(5):
        draw = random.Random(seed)  # noqa: S311 -- the same at each run
        texts = [text for line in lines() if (text := one_slip(line, draw)) != line]
        slipped += len(texts)
        lost += [text for text in texts if level(text) is None]
    assert slipped > 3000
    assert len(lost) < 0.03 * slipped, lost


def one_slip(line: str, draw: random.Random) -> str:
    """Return the line with two letters swapped, one left out or one doubled, inside a long word."""
    words = line.split()
    long = [at for at, word in enumerate(words) if len(word) >= SHORTEST and word.isalpha()]
    if not long:
        return line
    which = draw.choice(long)
    word, at = words[which], draw.randrange(1, len(words[which]) - 2)
    ways = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
    )
    words[which] = draw.choice(ways)
    return " ".join(words)
