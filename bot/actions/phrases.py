"""Adds an editor's phrases to the draft. Refuses those that are badly written, or change what shipped phrases mean.

Shipped phrases cannot be removed.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.actions.content import ContentActions
from bot.actions.phrase_regressions import regressions
from bot.content.draft import PHRASES, DraftEntry, applied, fit
from bot.content.editions import EntryName
from bot.content.vocabulary import Problem, entry_source
from bot.errors import ContentError
from bot.runtime.runtime import Runtime
from bot.understanding import carrier, normalise

MOST_PHRASES, LONGEST_PHRASE = 200, 200
"""Lines in one entry, and letters in one line."""


class PhraseActions:
    """Saves phrases in the draft. Safe to share between threads. May raise StoreUnavailable."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime, self._desk = runtime, ContentActions(runtime)

    def keep(self, name: EntryName, mark: str, lines: list[str], by: str) -> None:
        """Save the phrases of one meaning in the draft; no lines leave only the shipped ones.

        Raises ContentError that says why a phrase is refused, and Conflict when another editor has changed the entry
        since it was seen as `mark`.
        """
        lines = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
        if lines:
            problems = list(_unfit(name, lines)) or self.problems(name, lines)
            if problems:
                raise ContentError(problems)
        self._desk.save_draft(name, mark, lines or None, by)

    def problems(self, name: EntryName, lines: list[str]) -> list[str]:
        """Return what is wrong with phrases that are not saved yet, or what they would break."""
        known = self._runtime.content
        if known.shipped.vocabulary is None:
            return ["We can't read the built-in words. Restore the shipped files first."]
        state = self._desk.read().with_entries({name: DraftEntry(fit(name, lines), "", 0, 0)})
        edition = applied(state.edition, state.draft)
        told: list[Problem] = []
        lexicon = known.lexicon(edition, known.made(edition, []).catalog.added, told)
        source = entry_source(name.language, name.section.removeprefix(PHRASES), name.key)
        return [one.says for one in told if one.source == source] or list(regressions(self._runtime, lexicon))


def _unfit(name: EntryName, lines: list[str]) -> Iterator[str]:
    if len(lines) > MOST_PHRASES or any(len(line) > LONGEST_PHRASE for line in lines):
        yield f"Use at most {MOST_PHRASES} lines of {LONGEST_PHRASE} letters each."
    if name.section == PHRASES + "short":
        words = normalise(name.key)
        if words.tokens != (name.key,):
            yield f'"{name.key}": use one word in lower case.'
        if carrier.heard(words) is not None:
            yield f'"{name.key}" is a carrier word. It can\'t have another meaning.'
