"""Facts that a text tells: age, for whom it is, and closed facts such as "pregnant". No word of the text is kept.

Phrases of each fact are data. A fact belongs to the person named last before its end: the one who texts, a friend, one
of the family, or somebody else. What is denied, past, asked or said of people in general is no fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.flows.names import FOR_WHOM, Fact, Named
from bot.understanding.bare_age import bare_age
from bot.understanding.bought import is_buyer, is_customer
from bot.understanding.clauses import clauses
from bot.understanding.phrases import END, START, Found, Phrases, Readings
from bot.understanding.words import Words

YOUNGEST, OLDEST = 13, 79
"""Ages that count. A child under 13 is answered as such elsewhere, and no age of it is kept."""

_READ_AS_AGE, _TWENTY = 5, 20
_NEAR = 2
_I = frozenset({"i", "we"})
_NAMED = re.compile(r"<([a-z_0-9]+)>")
_DIGITS = re.compile(r"(\d{1,2})([a-z]{1,6})|([fm])(\d{2})")


class Who(Named):
    """Persons that a text names. The value is the key of their phrases."""

    SELF = "self"
    FRIEND = "friend"
    FAMILY = "family"
    CHILD = "child"
    OTHER = "other"
    THEY = "they"  # a pronoun: the person named before, if any


class Extra(Named):
    """What phrases tell besides facts. The value is the key of their phrases."""

    AGE = "age"
    AGE_SOON = "age_soon"  # one year less: "i turn 18 in june"
    FOR_OTHER = "for_other"  # for the friend or relative who was named before
    NO_FACT = "no_fact"  # takes away the facts that it overlaps, but for those that contain it
    NO_AGE = "no_age"  # takes away the ages that it overlaps


Tag = Fact | Extra | Who

BURDENS = frozenset({Fact.UNPAID_WORK, Fact.TEXT_ONLY, Fact.NO_RIDE, Fact.AFRAID_OF_POLICE})
"""Troubles of the one who texts if "i" is said, though a pronoun, a child or a boss is named last before them:
"i clean their house and dont get paid"."""

FOR = {Who.FRIEND: Fact.FOR_FRIEND, Who.FAMILY: Fact.FOR_FAMILY, Who.CHILD: Fact.FOR_FAMILY}


class FactSet(NamedTuple):
    """Phrases of one language, with its groups, numbers and the words around a fact that change it.

    A text may mix languages, so the sets of all are joined: groups of one name become one.

    denied: directly before a fact, also across the `light` words. then: before an age that is long past. asks: before
    a fact that nobody is named for. general: directly after a fact that is said of people in general. units: directly
    after a number that is no age; ordinals: those that a phrase may name. indefinite: before an age of anybody;
    copulas: unless before them. selves: words for the one who texts (see `BURDENS`).
    Of an age that stands by itself (see `bare_age`): leads: words before it at the start of a text. tells_age: directly
    before it at the end. no_age_before: after a number that is none, beside the units; ranges: the same after an "and".
    """

    language: str
    phrases: Sequence[tuple[Tag, str]] = ()
    groups: Mapping[str, Sequence[str]] = {}
    numbers: Mapping[str, int] = {}
    lists: Mapping[str, frozenset[str]] = {}

    def has(self, name: str, word: str) -> bool:
        """Tell whether a list has the word."""
        return word in self.lists.get(name, ())


def _joined(sets: Iterable[FactSet]) -> FactSet:
    phrases: list[tuple[Tag, str]] = []
    groups: dict[str, list[str]] = {}
    numbers: dict[str, int] = {}
    lists: dict[str, frozenset[str]] = {}
    for one in sets:
        phrases += one.phrases
        numbers.update(one.numbers)
        for name, words in one.groups.items():
            groups.setdefault(name, []).extend(words)
        for name, listed in one.lists.items():
            lists[name] = lists.get(name, frozenset()) | listed
    return FactSet("", phrases, groups, numbers, lists)


LISTS = (
    "denied", "light", "then", "asks", "general", "units", "ordinals", "indefinite", "copulas", "possessives", "selves",
    "leads", "tells_age", "no_age_before", "ranges",
)  # fmt: skip


class Told(NamedTuple):
    """Facts of the person for whom the text is, and those of somebody else whom it names."""

    facts: frozenset[Fact] = frozenset()
    age: int | None = None
    of_other: frozenset[Fact] = frozenset()
    age_of_other: int | None = None


NOTHING_TOLD = Told()


class Facts:
    """Phrases of all languages. Immutable.

    short: expansions of short forms, as in the lexicon.
    """

    def __init__(self, sets: Iterable[FactSet] = (), short: Mapping[str, Iterable[str]] | None = None) -> None:
        self._instead = {w: tuple(m.split()) for w, meant in (short or {}).items() for m in meant if " " in m}
        known = list(sets)
        self._engine = _Engine(_joined(known), short or {}, self._spelled) if known else None

    def _spelled(self, piece: str) -> tuple[str, ...]:
        return self._instead.get(piece, (piece,))

    def told(self, text: str, words: Words, clean: Callable[[str], Words]) -> Told:
        """Return what a text tells. `words` are those of the text, as `clean` returns them."""
        if self._engine is None:
            return NOTHING_TOLD
        parts = [self._tokens(part.tokens) for part in clauses(text, words, clean)]
        heard = _Heard()
        self._engine.hear(parts, heard)
        said = " ".join(words.tokens)
        if is_buyer(said) or is_customer(said):
            heard.facts.get(Who.SELF, set()).discard(Fact.FOR_CLIENT)
        if not heard.ages and (age := self._engine.bare_age(text, parts)) is not None:
            heard.ages[Who.SELF] = [age]
        return heard.told() if heard.facts or heard.ages else NOTHING_TOLD

    def _tokens(self, tokens: Iterable[str]) -> list[str]:
        """Write short forms out, and part a number from the letters on it: "17f", "16yo"."""
        out: list[str] = []
        for token in tokens:
            mixed = None if token.isalpha() else _DIGITS.fullmatch(token)
            pieces = [piece for piece in mixed.groups() if piece] if mixed else [token]
            for piece in pieces:
                out += self._instead.get(piece, (piece,))
        return out


class _Heard:
    """Facts heard so far, by person."""

    def __init__(self) -> None:
        self.named: Who | None = None  # the friend or relative who was named last
        self.facts: dict[Who, set[Fact]] = {}
        self.ages: dict[Who, list[int]] = {}

    def told(self) -> Told:
        own, age = self.facts.get(Who.SELF, set()), _age(self.ages.get(Who.SELF, []))
        others = [who for who in Who if who != Who.SELF]
        theirs = {fact for who in others for fact in self.facts.get(who, ())}
        ages = {who: _age(self.ages.get(who, [])) for who in Who}
        for who, fact in FOR.items():
            is_teen = (ages[who] or 0) >= YOUNGEST
            if (self.facts.get(who) and who is Who.FRIEND) or (is_teen and (who is Who.FRIEND or age is None)):
                own.add(fact)
        their_age = next((ages[who] for who in others if ages[who] is not None), None)
        if not FOR_WHOM.isdisjoint(own):
            own, age = own | theirs, age if their_age is None else their_age
        if Fact.TRANS in own:
            own.discard(Fact.BOY)
        if age is not None:
            own.discard(Fact.MINOR)
        if Fact.RAN_FROM_CARE in own:
            own.discard(Fact.IN_CARE)
        if (ages[Who.CHILD] or 0) >= YOUNGEST:
            own.discard(Fact.CHILDREN)
        return Told(frozenset(own), age, frozenset(theirs), their_age)


def _age(heard: list[int]) -> int | None:
    """Return the age told first; None for that of a child under 13."""
    return heard[0] if heard and min(heard) >= YOUNGEST else None


_BESIDE = frozenset({Who.THEY, Who.CHILD, Who.OTHER})


class _Engine:
    """Compiled phrases."""

    def __init__(
        self, facts: FactSet, short: Mapping[str, Iterable[str]], spell: Callable[[str], tuple[str, ...]]
    ) -> None:
        numbers = {word: facts.numbers[one] for word, meant in short.items() for one in meant if one in facts.numbers}
        self._set = facts = facts._replace(numbers={**numbers, **facts.numbers})
        self._phrases: Phrases[Tag] = Phrases(spell)
        for tag, phrase in facts.phrases:
            for name in _NAMED.findall(phrase):
                if name not in facts.groups and name not in ("number", "age"):
                    raise ValueError(f"names <{name}>, which is no group")
            self._phrases.add(phrase, tag)
        readings = {word: [word] for word in self._phrases.words}
        for name, members in facts.groups.items():
            for member in members:
                readings.setdefault(member, [member]).append(f"<{name}>")
        for word, value in facts.numbers.items():
            readings.setdefault(word, [word]).append("<number>")
            if value >= _READ_AS_AGE:
                readings[word].append("<age>")
        for written, meant in short.items():
            known = [reading for meaning in meant for reading in readings.get(meaning, ())]
            if known:
                readings[written] = [*readings.get(written, ()), *known]
        self._readings: dict[str, Readings] = {word: tuple(dict.fromkeys(read)) for word, read in readings.items()}

    def _reading(self, token: str) -> Readings:
        if token.isdecimal() and token.isascii():
            known = self._readings.get(token, ())
            is_age = _READ_AS_AGE <= int(token[:4]) <= OLDEST
            return (*known, "<number>", "<age>") if is_age else (*known, "<number>")
        return self._readings.get(token, ())

    def bare_age(self, text: str, parts: Sequence[Sequence[str]]) -> int | None:
        """Return the age that stands by itself at an end of a text."""
        return bare_age(text, parts, self._set)

    def hear(self, parts: Sequence[Sequence[str]], heard: _Heard) -> None:
        """Add what the clauses tell to `heard`."""
        for tokens in parts:
            said = [(START,), *map(self._reading, tokens), (END,)]
            hits = self._phrases.find(said)
            if hits:
                _Clause(self._set, (START, *tokens, END), hits).hear(heard)


_NO_CHILD_BESIDE = frozenset({Fact.PREGNANT, Fact.FOR_FAMILY})
"""A child on its way, or a child for whom the text is, is not with the person: "baby on the way", "for my daughter"."""


_AGES = frozenset({Extra.AGE, Extra.AGE_SOON})


def _overlaps(hit: Found[Tag], others: Iterable[Found[Tag]]) -> bool:
    return any(one.start < hit.end and hit.start < one.end for one in others)


class _Clause:
    """Clause with the phrases found in it. Positions are those of its tokens, with the start and the end."""

    def __init__(self, facts: FactSet, tokens: Sequence[str], hits: Iterable[Found[Tag]]) -> None:
        self._set = facts
        self._tokens = tokens
        self._last = len(tokens) - 1
        self._persons: list[Found[Tag]] = []
        self._masks: list[Found[Tag]] = []
        self._no_ages: list[Found[Tag]] = []
        longest: dict[tuple[int, Tag], Found[Tag]] = {}
        for hit in hits:
            if isinstance(hit.tag, Who):
                self._persons.append(hit)
            elif hit.tag is Extra.NO_FACT:
                self._masks.append(hit)
            elif hit.tag is Extra.NO_AGE:
                self._no_ages.append(hit)
            else:
                key = (hit.start, hit.tag)
                longest[key] = max(hit, longest.get(key, hit), key=lambda one: one.end)
        self._facts = sorted(longest.values(), key=lambda hit: hit.start)
        self._no_child = [hit for hit in self._facts if hit.tag in _NO_CHILD_BESIDE]

    def hear(self, heard: _Heard) -> None:
        """Add what the clause tells to `heard`."""
        for hit in self._facts:
            if self._is_masked(hit):
                continue
            if isinstance(hit.tag, Fact):
                who = Who.SELF if hit.tag in FOR_WHOM else self._who(hit.start, hit.end, heard)
                if hit.tag in BURDENS and (who is Who.CHILD or (who in _BESIDE and self._names_self(hit.end))):
                    who = Who.SELF
                if who is not None and self._is_said(hit):
                    heard.facts.setdefault(who, set()).add(hit.tag)
            elif hit.tag is Extra.FOR_OTHER:
                if heard.named is not None:
                    heard.facts.setdefault(Who.SELF, set()).add(FOR[heard.named])
            else:
                self._hear_age(hit, heard)
        for hit in self._persons:
            if isinstance(hit.tag, Who) and hit.tag in FOR:
                heard.named = hit.tag

    def _is_masked(self, hit: Found[Tag]) -> bool:
        if hit.tag in _AGES:
            return _overlaps(hit, self._masks) or _overlaps(hit, self._no_ages)
        if hit.tag is Fact.CHILDREN and _overlaps(hit, self._no_child):
            return True
        return _overlaps(hit, (one for one in self._masks if one.start < hit.start or hit.end < one.end))

    def _is_said(self, hit: Found[Tag]) -> bool:
        """Return whether a fact is said of now and of somebody: neither denied nor of people in general."""
        return not self._is_denied(hit) and not self._set.has("general", self._tokens[min(hit.end, self._last)])

    def _hear_age(self, hit: Found[Tag], heard: _Heard) -> None:
        at, after, age = self._years(hit)
        tokens, facts = self._tokens, self._set
        unit = tokens[min(after, self._last)]
        is_unit = facts.has("units", unit) and not (after < hit.end and facts.has("ordinals", unit))
        if is_unit or self._is_denied(hit) or age > OLDEST:
            return
        for token in reversed(tokens[max(hit.start - _NEAR, 0) : hit.start]):
            if self._number(token) is not None:
                break
            if facts.has("then", token):
                return
        before = tokens[hit.start - 1] if hit.start else START
        if facts.has("indefinite", before) and not (hit.start > 1 and facts.has("copulas", tokens[hit.start - 2])):
            return
        if at == hit.start and facts.has("possessives", before):  # "my 16 year old sister"
            near = [one for one in self._persons if after <= one.start <= after + _NEAR]
            who = near[0].tag if near and near[0].tag in FOR else None
        else:
            who = Who.SELF if hit.start == 0 else self._who(at, at, heard, hit.start)
        if isinstance(who, Who):
            heard.ages.setdefault(who, []).append(age - 1 if hit.tag is Extra.AGE_SOON else age)

    def _who(self, start: int, end: int, heard: _Heard, asked_before: int | None = None) -> Who | None:
        """Return whose a fact is: that of the person named last before it. None for nobody's.

        Within a fact only "i" and the like count: "he took my id".
        """
        before = [one for one in self._persons if one.end <= (end if one.tag is Who.SELF else start)]
        if not before:
            first = start if asked_before is None else asked_before
            asked = any(self._set.has("asks", self._tokens[at]) and not self._denies(at + 1) for at in range(first))
            return None if asked else Who.SELF
        last: Tag | None = max(before, key=lambda one: (one.end, one.tag is Who.SELF, one.end - one.start)).tag
        if last is Who.THEY:
            named = [one for one in before if one.tag not in (Who.THEY, Who.SELF)]
            last = max(named, key=lambda one: (one.end, one.end - one.start)).tag if named else heard.named
        return last if isinstance(last, Who) else Who.OTHER

    def _denies(self, at: int) -> bool:
        return at <= self._last and self._set.has("denied", self._tokens[at])

    def _names_self(self, end: int) -> bool:
        return any(self._set.has("selves", token) for token in self._tokens[:end])

    def _is_denied(self, hit: Found[Tag]) -> bool:
        if self._tokens[hit.start] in _I:  # "no, i am"
            return False
        at = hit.start - 1
        while at > 0 and self._set.has("light", self._tokens[at]) and not self._set.has("denied", self._tokens[at]):
            at -= 1
        return self._set.has("denied", self._tokens[max(at, 0)])

    def _years(self, hit: Found[Tag]) -> tuple[int, int, int]:
        """Return the position of a number, the position after it, and its value: "twenty two", "treinta y dos"."""
        values = {
            at: value for at in range(hit.start, hit.end) if (value := self._number(self._tokens[at])) is not None
        }
        at = next((at for at, value in values.items() if value >= _READ_AS_AGE), next(iter(values)))
        more = [one for one in values if one > at]
        ones = values[more[0]] if more else 0
        if values[at] >= _TWENTY and values[at] % 10 == 0 and 0 < ones < 10:
            return at, more[0] + 1, values[at] + ones
        return at, at + 1, values[at]

    def _number(self, token: str) -> int | None:
        return int(token) if token.isdecimal() else self._set.numbers.get(token)
