"""Rules by co-occurrence: parts that stand near each other in a clause tell of a danger.

A part is a phrase in the syntax of `phrases`, with groups of words. Rules are written in the first person. Each is
expanded to the third person with the pairs of groups in `third` ("<me>" becomes "<them>"). Modifiers lower a match:
denied, long over, of a song or a game, or a joke. A laugh makes an alarm a question, and never less. A figure of
speech removes the match that it covers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from bot.flows.names import Concern, Level
from bot.understanding.clauses import clauses
from bot.understanding.harmless import Lookalikes
from bot.understanding.lexicon import Lexicon
from bot.understanding.phrases import END, START, Phrases, Readings, Span
from bot.understanding.rule_groups import is_word, members_of
from bot.understanding.rule_parts import Clause, chain, excepted, is_near
from bot.understanding.rule_set import About, Rule, RuleSet
from bot.understanding.signals import Signal
from bot.understanding.words import Words, normalise

_MOST_STEPS = 400
"""Maximum number of matches of one part that are tried, so that repeated words cannot make a rule slow."""

_JOINED = re.compile(r"[()|?]")
_GROUP = re.compile(r"<([a-z_0-9]+)>")
_OF_SUBJECT = frozenset({Concern.SELF_HARM, Concern.MEDICAL})
"""Dangers of the subject of a sentence. Any other is of its object: "he hit me"."""


class Match(NamedTuple):
    """Rule found in a text, with the signal after all modifiers; None if a modifier removed it."""

    rule: Rule
    signal: Signal | None


class _Pattern(NamedTuple):
    """Rule in one order of its parts and one person. `slots`: positions of parts that only name persons."""

    rule: Rule
    signal: Signal
    fixed: bool
    parts: tuple[int, ...]
    unless: tuple[int, ...]
    slots: frozenset[int]


class _Engine:
    """Compiled rules of one language."""

    def __init__(self, rules: RuleSet, short: Mapping[str, Iterable[str]], plain: Iterable[str]) -> None:
        self.language = rules.language
        # A text is read with its short forms written out, so members of groups are too.
        long = {word: meant for word, meanings in short.items() for meant in meanings if " " in meant}
        self._groups = {
            name: tuple(long.get(one, one) for one in members_of(name, rules.groups)) for name in rules.groups
        }
        self._third = rules.third
        self._ids: dict[str, int] = {}
        patterns = [one for rule in rules.rules for one in self._patterns(rule)]
        kinds = rules.modifiers
        self._denied, self._light, self._softened, self._figures, self._laughs, self._others, self._selves = (
            [self._part(text) for text in texts]
            for texts in (
                kinds.denied, kinds.light, kinds.softened, kinds.figures, kinds.laughs, kinds.others, kinds.selves,
            )
        )  # fmt: skip
        self.lookalikes = Lookalikes(rules.harmless, self._part, kinds)
        self._asides = frozenset((*kinds.laughs, *kinds.asides))
        for text in kinds.asides:
            self._part(text)  # so that it has a reading
        self._spelling = self._spell(short, plain)
        self._phrases: Phrases[int] = Phrases(self._spelling.spelled)
        for text, number in self._ids.items():
            self._phrases.add(f"({text})", number)
        used: dict[int, int] = {}
        for pattern in patterns:
            for part in pattern.parts:
                used[part] = used.get(part, 0) + 1
        self._within: dict[int, list[_Pattern]] = {}
        self._anywhere: dict[int, list[_Pattern]] = {}
        for pattern in patterns:
            rarest = min(pattern.parts, key=used.__getitem__)
            table = self._anywhere if pattern.rule.anywhere else self._within
            table.setdefault(rarest, []).append(pattern)

    def _spell(self, short: Mapping[str, Iterable[str]], plain: Iterable[str]) -> Lexicon:
        """Build the table of spellings: short forms, groups of single words, and every word that a part uses."""
        single = {name: [one for one in members if is_word(one)] for name, members in self._groups.items()}
        spelling = Lexicon(short=short, groups=single, fillers=(), plain=plain)
        written: dict[str, None] = {}
        for text in self._ids:
            written.update(dict.fromkeys(_JOINED.sub(" ", text).split()))
        words: dict[str, None] = {}
        for word in written:
            if not word.startswith("<") and word not in {START, END, "*"}:
                words.update(dict.fromkeys(spelling.spelled(word)))
        spelling = Lexicon(short=short, groups={**single, "word": words}, fillers=(), plain=plain)
        return spelling.seal()

    def _part(self, text: str) -> int:
        """Return the number of a part. Groups keep their single words by name; longer members are written out."""
        return self._ids.setdefault(self._written(text), len(self._ids))

    def _written(self, text: str) -> str:
        def spelled_out(mark: re.Match[str]) -> str:
            name = mark[1]
            if name not in self._groups:
                if name == "number":
                    return mark[0]
                raise ValueError(f"names <{name}>, which is no group")
            longer = [self._written(one) for one in self._groups[name] if not is_word(one)]
            return f"({'|'.join([mark[0], *longer])})" if longer else mark[0]

        return _GROUP.sub(spelled_out, text)

    def _patterns(self, rule: Rule) -> Iterable[_Pattern]:
        slots = [part for part in rule.parts if self._named_third(part) != part]
        persons = [(rule.parts, rule.about is About.OTHER, rule.about is not About.BOTH or bool(slots))]
        if rule.about is About.BOTH and slots:
            persons.append((tuple(map(self._named_third, rule.parts)), True, True))
        unless = tuple(self._part(text) for text in rule.unless)
        pure = frozenset(f"<{name}>" for pair in self._third.items() for name in pair)
        for parts, other, fixed in persons:
            orders = permutations(parts) if rule.any_order else [parts]
            for order in orders:
                bare = frozenset(at for at, part in enumerate(order) if part in pure)
                signal = Signal(rule.concern, rule.level, other)
                yield _Pattern(rule, signal, fixed, tuple(map(self._part, order)), unless, bare)

    def _named_third(self, part: str) -> str:
        for first, third in self._third.items():
            part = part.replace(f"<{first}>", f"<{third}\0>")
        return part.replace("\0", "")

    def readings(self, words: Words, slips: bool) -> list[Readings]:
        said = self._spelling.readings(words)
        if slips or len(said) != len(words.tokens):
            return said
        return [
            readings if self._spelling.knows(token) or token.isdecimal() else ()
            for token, readings in zip(words.tokens, said, strict=True)
        ]

    def search(self, words: Words, slips: bool) -> Clause:
        said = self.readings(words, slips)
        found = self._phrases.spans([(START,), *self._anchored(said), (END,)], _MOST_STEPS)
        return Clause(len(said) + 2, found)

    def _anchored(self, said: list[Readings]) -> list[Readings]:
        """Let words that say nothing, at either end, be read as the end as well: "sorry", "lol"."""
        anchored = list(said)
        for places, anchor in ((range(len(said)), START), (range(len(said) - 1, -1, -1), END)):
            for at in places:
                if self._asides.isdisjoint(said[at]):
                    break
                anchored[at] = (*anchored[at], anchor)
        return anchored

    def matches(self, found: Sequence[Clause], known: Container[Signal] = ()) -> Iterable[Match]:
        """Yield the rules that match, but those whose signal is `known` already, which may grow meanwhile."""
        for clause in found:
            for part in clause.at:
                for pattern in self._within.get(part, ()):
                    if pattern.signal not in known and is_near(pattern.parts, pattern.rule.gap, clause):
                        spans = chain(pattern.parts, pattern.rule.gap, clause)
                        if not excepted(pattern.unless, clause, spans):
                            yield self._real_match(pattern, clause, spans)
        if all(self._anywhere.keys().isdisjoint(clause.at) for clause in found):
            return
        whole: dict[int, Clause] = {}
        for clause in found:
            whole = dict.fromkeys(clause.at, clause) | whole
        for part in [one for one in whole if one in self._anywhere]:
            for pattern in self._anywhere[part]:
                if (
                    pattern.signal not in known
                    and all(one in whole for one in pattern.parts)
                    and not any(one in whole for one in pattern.unless)
                ):
                    clause = whole[part]
                    yield self._match(pattern, clause, [clause.at[part][0]])

    def _match(self, pattern: _Pattern, clause: Clause, spans: list[Span]) -> Match:
        rule = pattern.rule
        of_subject = rule.concern in _OF_SUBJECT and self._is_of_other(clause, spans)
        other = pattern.signal.about_other if pattern.fixed else of_subject
        told = [span for at, span in enumerate(spans) if at not in pattern.slots] or spans
        if self._is_figure(clause, told):
            return Match(rule, None)
        return Match(rule, self._lowered(rule.concern, rule.level, other, clause, spans))

    def _real_match(self, pattern: _Pattern, clause: Clause, spans: list[Span]) -> Match:
        """Return a match; where it only looks like danger, the one that stands beside, if there is one."""
        found = self._match(pattern, clause, spans)
        if found.signal is None and clause.covered:
            rest, gap = clause.beside(), pattern.rule.gap
            if is_near(pattern.parts, gap, rest):
                spans = chain(pattern.parts, gap, rest)
                if not excepted(pattern.unless, rest, spans):
                    return self._match(pattern, rest, spans)
        return found

    def _is_of_other(self, clause: Clause, spans: list[Span]) -> bool:
        """Return whether the nearest subject before the end of the match is somebody else."""
        last = spans[-1].end
        others = [span.end for part in self._others for span in clause.spans(part) if span.end <= last]
        selves = [span.end for part in self._selves for span in clause.spans(part) if span.end <= last]
        return bool(others) and max(others) > max(selves, default=0)

    def _is_figure(self, clause: Clause, told: list[Span]) -> bool:
        if any(map(clause.is_covered, told)):
            return True
        spans = (span for part in self._figures for span in clause.spans(part))
        figures = [span for span in spans if not self.lookalikes.turns(clause, span)]
        return any(figure.start < span.end and span.start < figure.end for figure in figures for span in told)

    def _is_denied(self, clause: Clause, spans: list[Span]) -> bool:
        denied = {at for part in self._denied for span in clause.spans(part) for at in range(span.start, span.end)}
        if not denied:
            return False
        if any(at in denied for one, two in pairwise(spans) for at in range(one.end, two.start)):
            return True
        light = {at for part in self._light for span in clause.spans(part) for at in range(span.start, span.end)}
        at = spans[0].start - 1
        while at in light and at not in denied:
            at -= 1
        return at in denied

    def judged(self, signal: Signal, clause: Clause, span: Span) -> Signal | None:
        """Return the signal of a phrase found elsewhere after the modifiers around it."""
        if self._is_figure(clause, [span]):
            return None
        other = signal.concern in _OF_SUBJECT and self._is_of_other(clause, [span])
        return self._lowered(signal.concern, signal.level, signal.about_other or other, clause, [span])

    def _lowered(self, concern: Concern, level: Level, other: bool, clause: Clause, spans: list[Span]) -> Signal | None:
        denied = self._is_denied(clause, spans)
        if denied or any(part in clause.at for part in self._softened):
            if level is Level.ASK and other:
                return None
            level = Level.ASK
        elif any(part in clause.at for part in self._laughs):
            level = Level.ASK
        return Signal(concern, level, other, denied)


class Rules:
    """Rules of all languages. Immutable.

    short: expansions of short forms, as in the lexicon. plain: correctly spelled words, which are no slips of others.
    """

    def __init__(
        self, sets: Iterable[RuleSet], short: Mapping[str, Iterable[str]] | None = None, plain: Iterable[str] = ()
    ) -> None:
        known = tuple(plain)
        self._engines = [_Engine(one, short or {}, (*known, *one.plain)) for one in sets]

    def alone(self, language: str) -> Rules:
        """Return the rules of one language without the others, as built here."""
        rules = Rules(())
        rules._engines = [one for one in self._engines if one.language == language]
        return rules

    def hear(self, text: str, words: Words, language: str = "", clean: Callable[[str], Words] = normalise) -> Heard:
        """Search a text. `words` are those of the text, as `clean` returns them.

        In a text of another language than a rule's, words count only as spelled.
        """
        if words.tokens and not words.emoji and all(len(one) == 1 and one.isdecimal() for one in words.tokens):
            return Heard([], language)  # a choice: no rule is made of single digits
        parts = clauses(text, words, clean)
        heard = []
        for engine in self._engines:
            found = [engine.search(part, language in {"", engine.language}) for part in parts]
            engine.lookalikes.cover(found)
            heard.append((engine, found))
        return Heard(heard, language)

    def signals(
        self, text: str, words: Words, language: str = "", clean: Callable[[str], Words] = normalise
    ) -> list[Signal]:
        """Return the signals of danger in a text, each once. See `hear`."""
        return self.hear(text, words, language, clean).signals()


class Heard:
    """Text in which the parts of all rules are found."""

    def __init__(self, found: list[tuple[_Engine, list[Clause]]], language: str) -> None:
        self._found = found
        self._language = language

    def signals(self) -> list[Signal]:
        """Return the signals of danger, each once."""
        return self.verdict()[0]

    def verdict(self) -> tuple[list[Signal], bool]:
        """Return the signals of danger, each once, and whether the text only looks like danger."""
        heard: dict[Signal, None] = {}
        is_figure = any(engine.lookalikes.explains(found) for engine, found in self._found)
        for engine, found in self._found:
            for match in engine.matches(found, heard):
                if match.signal is not None:
                    heard[match.signal] = None
                elif not any(clause.covered for clause in found):
                    is_figure = True
        highest = (one for one in heard if one.level is Level.ALARM or one._replace(level=Level.ALARM) not in heard)
        return list(highest), is_figure

    def matches(self) -> list[Match]:
        """Return every rule that the text matches, for checks and for staff."""
        return [match for engine, found in self._found for match in engine.matches(found)]

    @property
    def covers(self) -> bool:
        """Whether a stretch of the text only looks like danger."""
        return any(clause.covered for _, found in self._found for clause in found)

    def harmless(self) -> set[str]:
        """Return the names of what only looks like danger in the text, for checks."""
        return {name for engine, found in self._found for name in engine.lookalikes.cover(found)}

    def judged(self, signal: Signal, start: int, end: int) -> Signal | None:
        """Return the signal of a phrase that the lexicon found, lowered by the modifiers around it.

        `start` and `end` are those of `Found`. None if the phrase is part of a figure of speech.
        """
        for engine, found in self._found:
            if self._language not in {"", engine.language}:
                continue
            first = start
            for clause in found:
                if first < clause.length - 1 or clause is found[-1]:
                    judged = engine.judged(signal, clause, Span(first, min(end - start + first, clause.length)))
                    if judged is None:
                        return None
                    signal = judged
                    break
                first -= clause.length - 2
        return signal
