"""Noise on texts, seeded by line, so that every run and every reader gets the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from tests.evaluate.figures import share, table
from tests.evaluate.reading import MIDDLE, NOTHING, Outcome, Request
from tests.evaluate.scoring import Scored, is_harmless
from tests.evaluate.sections import SAME_PEOPLE, Section
from tests.evaluate.targets import Target

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {key: "".join(row[max(0, at - 1) : at] + row[at + 1 : at + 2]) for row in _KEYS for at, key in enumerate(row)}
_ALIKE = str.maketrans("aeopcxyiAEOPCXTHKMB", "аеорсхуіАЕОРСХТНКМВ")
"""Latin letters, and letters of Cyrillic that look the same."""

Noise = Callable[[str, random.Random], str]
ReadAll = Callable[[list[Request]], list[Outcome]]


def typos(part: float) -> Noise:
    """Return a noise that puts one slip into this part of the words, at least one."""

    def slip_some(text: str, draw: random.Random) -> str:
        words = text.split()
        long = [at for at, word in enumerate(words) if sum(map(str.isalpha, word)) >= 3]
        for at in draw.sample(long, min(len(long), max(1, round(part * len(words))))):
            words[at] = _slip(words[at], draw)
        return " ".join(words)

    return slip_some


def _slip(word: str, draw: random.Random) -> str:
    """Return a word with two letters swapped, one left out, one doubled, or one from the next key."""
    at = draw.choice([at for at, letter in enumerate(word) if letter.isalpha()])
    letter, kind = word[at], draw.randrange(4)
    if kind == 0 and at + 1 < len(word):
        return word[:at] + word[at + 1] + letter + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2 or letter.lower() not in _NEAR:
        return word[:at] + letter * 2 + word[at + 1 :]
    return word[:at] + draw.choice(_NEAR[letter.lower()]) + word[at + 1 :]


def _joined(text: str, draw: random.Random) -> str:
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    if not spaces:
        return text
    at = draw.choice(spaces)
    return text[:at] + text[at + 1 :]


def _capitals(text: str, _: random.Random) -> str:
    return text.upper()


def _stretched(text: str, _: random.Random) -> str:
    """Return the text with the last vowel of its longest word said four times."""
    return _in_longest(text, lambda word, at: word[:at] + word[at] * 4 + word[at + 1 :])


def _starred(text: str, _: random.Random) -> str:
    return _in_longest(text, lambda word, at: word[:at] + "*" + word[at + 1 :])


def _in_longest(text: str, change: Callable[[str, int], str]) -> str:
    words = text.split(" ")
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    inner = [at for at, letter in enumerate(words[longest]) if letter.lower() in "aeiouáéíóú" and at > 0]
    if inner:
        words[longest] = change(words[longest], inner[-1 if len(inner) == 1 else -2])
    return " ".join(words)


def _lookalikes(text: str, _: random.Random) -> str:
    return text.translate(_ALIKE)


NOISES: dict[str, tuple[Noise, float | None]] = {
    "typos in 15 % of words": (typos(0.15), 93),
    "typos in 30 % of words": (typos(0.30), None),
    "one missing space": (_joined, 90),
    "capitals": (_capitals, None),
    "one word stretched": (_stretched, None),
    "look-alike letters": (_lookalikes, 95),
    "longest word starred": (_starred, 95),
}
"""Each noise with its target: the part of what is heard clean that must still be heard, in per cent."""


def noisy(name: str, line_id: str, text: str, seed: int) -> str:
    """Return the text with this noise; the same for the same id and seed."""
    return NOISES[name][0](text, random.Random(f"{seed} {name} {line_id}"))  # noqa: S311


def measure(
    now: Sequence[Scored], read_all: ReadAll, before: Sequence[Scored] | None, read_before: ReadAll | None, seed: int
) -> Section:
    """Measure what noise leaves of the danger that is heard clean, and what it adds where there is no danger.

    Each reader is compared with itself, in mid-conversation.
    """
    danger, calm = _clean(now)
    clean = share(one.middle.level > NOTHING for one in calm)
    still, false = _noisy(danger, read_all, seed), _noisy(calm, read_all, seed)
    old = _noisy(_clean(before)[0], read_before, seed) if before is not None and read_before else None
    rows: list[list[object]] = [["clean", len(danger), "100", len(calm), clean, *(["100"] if old else [])]]
    targets = []
    for name, (_, bound) in NOISES.items():
        kept, added = share(still[name]), share(false[name])
        rows.append([name, kept.n, kept, added.n, added, *([share(old[name])] if old else [])])
        if bound is not None:
            targets.append(Target(f"{name}, still heard", bound, kept.percent))
    head = [
        "noise",
        "danger n",
        "still heard %",
        "same people n",
        "alarm or ask %",
        *(["before: still"] if old else []),
    ]
    return Section(table("Noise", head, rows), targets)


def _clean(lines: Sequence[Scored]) -> tuple[list[Scored], list[Scored]]:
    danger = [one for one in lines if one.line.is_danger and one.middle.level > NOTHING]
    return danger, [one for one in lines if one.line.kind in SAME_PEOPLE and is_harmless(one)]


def _noisy(lines: Sequence[Scored], read_all: ReadAll, seed: int) -> dict[str, list[bool]]:
    """Return, for each noise, whether each line that it changes is heard with it."""
    asked = []
    for name in NOISES:
        for line in (one.line for one in lines):
            text = noisy(name, line.id, line.text, seed)
            if text != line.text:
                asked.append((name, Request(text, MIDDLE, "es" if line.lang == "es" else "en")))
    heard: dict[str, list[bool]] = {name: [] for name in NOISES}
    outcomes = read_all([request for _, request in asked]) if asked else []
    for (name, _), outcome in zip(asked, outcomes, strict=True):
        heard[name].append(outcome.level > NOTHING)
    return heard
