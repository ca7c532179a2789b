"""Adds an editor's phrases to the draft. Refuses those that are badly written, or change how what ships is heard.

Nothing that ships can be taken away. Knows no page.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.actions.content import WordsDesk
from bot.actions.phrase_regressions import broken
from bot.content.draft import PHRASES, Drafted, applied, fit
from bot.content.editions import Name
from bot.conversation.engine import Parts
from bot.errors import ContentError
from bot.understanding import carrier, normalise

MOST_PHRASES, LONGEST_PHRASE = 200, 200
"""Lines of one entry, and letters of one line."""


class PhrasesDesk:
    """Keeps phrases for all editors. Safe to share between threads. May raise StoreGone."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._desk = parts, WordsDesk(parts)

    def keep(self, name: Name, mark: str, lines: list[str], by: str) -> None:
        """Keep the phrases of one meaning in the draft; none for what ships alone. Raises ContentError with each
        phrase that does not do and why, LostRace when somebody has changed the entry since it was seen as `mark`.
        """
        lines = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
        if lines:
            problems = list(_unfit(name, lines)) or self.problems(name, lines)
            if problems:
                raise ContentError(problems)
        self._desk.put(name, mark, lines or None, by)

    def problems(self, name: Name, lines: list[str]) -> list[str]:
        """What is wrong with phrases that nobody has kept yet, or what they would break."""
        known = self._parts.words
        if known.shipped.vocabulary is None:
            return ["We can't read the built-in words. Restore the shipped files first."]
        draft = {**self._desk.draft(), name: Drafted(fit(name, lines), "", 0, 0)}
        told: list[str] = []
        made = known.made(applied(self._desk.edition(), draft), told)
        start = f"{name.language}, {name.section.removeprefix(PHRASES)}.{name.key}: "
        faults = [one.removeprefix(start) for one in told if one.startswith(start)]
        return faults or list(broken(self._parts, made.lexicon))


def _unfit(name: Name, lines: list[str]) -> Iterator[str]:
    if len(lines) > MOST_PHRASES or any(len(line) > LONGEST_PHRASE for line in lines):
        yield f"Use at most {MOST_PHRASES} lines of {LONGEST_PHRASE} letters each."
    if name.section == PHRASES + "short":
        words = normalise(name.key)
        if words.tokens != (name.key,):
            yield f'"{name.key}": use one word in lower case.'
        if carrier.heard(words) is not None:
            yield f'"{name.key}" is a carrier word. It can\'t have another meaning.'
