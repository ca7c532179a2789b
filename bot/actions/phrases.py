"""Adds an editor's phrases to the draft. Refuses phrases that are malformed or break how shipped texts are understood.

Shipped phrases cannot be removed.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.actions.content import WordsDesk
from bot.actions.phrase_regressions import broken
from bot.content.draft import PHRASES, Drafted, applied, fit
from bot.content.editions import Name
from bot.errors import ContentError
from bot.runtime.runtime import Runtime
from bot.understanding import carrier, normalise

MOST_PHRASES, LONGEST_PHRASE = 200, 200
"""Lines in one entry, and letters in one line."""


class PhrasesDesk:
    """Drafts phrases for all editors. Safe to share between threads. May raise StoreGone."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime, self._desk = runtime, WordsDesk(runtime)

    def keep(self, name: Name, mark: str, lines: list[str], by: str) -> None:
        """Put the added phrases of one meaning into the draft; no lines leave only what ships.

        Raises ContentError with each bad phrase and why, LostRace when the entry has changed since it was seen.
        """
        lines = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
        if lines:
            problems = list(_unfit(name, lines)) or self.problems(name, lines)
            if problems:
                raise ContentError(problems)
        self._desk.put(name, mark, lines or None, by)

    def problems(self, name: Name, lines: list[str]) -> list[str]:
        """Return what is wrong with phrases that are not in the draft yet, and what they would break."""
        known = self._runtime.content
        if known.shipped.vocabulary is None:
            return ["The words that ship cannot be read. Put the shipped files back first."]
        draft = {**self._desk.draft(), name: Drafted(fit(name, lines), "", 0, 0)}
        told: list[str] = []
        made = known.made(applied(self._desk.edition(), draft), told)
        start = f"{name.language}, {name.section.removeprefix(PHRASES)}.{name.key}: "
        faults = [one.removeprefix(start) for one in told if one.startswith(start)]
        return faults or list(broken(self._runtime, made.lexicon))


def _unfit(name: Name, lines: list[str]) -> Iterator[str]:
    if len(lines) > MOST_PHRASES or any(len(line) > LONGEST_PHRASE for line in lines):
        yield f"At most {MOST_PHRASES} lines, of {LONGEST_PHRASE} letters each."
    if name.section == PHRASES + "short":
        words = normalise(name.key)
        if words.tokens != (name.key,):
            yield f'"{name.key}": a short form is one word, in small letters.'
        if carrier.heard(words) is not None:
            yield f'"{name.key}" belongs to the carriers: no other meaning can be given to it.'
