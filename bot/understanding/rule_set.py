"""Rules by co-occurrence as values: what `rules` searches for. Immutable, without behaviour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.flows.names import Concern, Level

MOST_IN_ANY_ORDER = 3
"""Maximum number of parts of a rule in any order. Each order is a pattern of its own."""


class About(StrEnum):
    """Whom a rule is about: the person who texts, somebody else, or either."""

    SELF = "self"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True)
class Rule:
    """Signal of danger, and the parts that tell it.

    parts: all must occur in one clause (in the whole text if `anywhere`), at most `gap` words apart, in this order or,
    with `any_order`, in any. unless: none of these may occur in the same clause.
    """

    name: str
    concern: Concern
    level: Level
    parts: tuple[str, ...]
    about: About = About.BOTH
    any_order: bool = False
    anywhere: bool = False
    gap: int = 3
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Harmless:
    """What only looks like danger. `parts`, `any_order`, `anywhere`, `gap` and `unless` are those of a rule.

    What a rule finds between the first part and the last is no danger; with `anywhere`, what it finds in a part.
    """

    name: str
    parts: tuple[str, ...]
    any_order: bool = False
    anywhere: bool = False
    gap: int = 3
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Modifiers:
    """Words that lower a match.

    denied: before the match or between its parts. light: small words that a denial reaches across.
    softened: anywhere in the clause: the past, songs, games, jokes. figures: figures of speech.
    laughs: lower an alarm to a question, and nothing more. asides: words at either end of a clause, such as "sorry",
    that "^" and "$" look past, as they do past laughs; all these are single words.
    others: words for somebody else, as the subject. selves: words for the person who texts.
    real: words that say that it is no joke, which nothing harmless covers. turns: words for a new subject, which
    nothing harmless reaches across. persons: words for somebody else, about whom the model is asked.
    """

    denied: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    softened: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    laughs: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    selves: tuple[str, ...] = ()
    real: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True)
class RuleSet:
    """Rules of one language, with their groups. `third` maps a group of the first person to one of the third."""

    language: str
    rules: tuple[Rule, ...] = ()
    groups: Mapping[str, Sequence[str]] = field(default_factory=dict)
    third: Mapping[str, str] = field(default_factory=dict)
    modifiers: Modifiers = Modifiers()
    plain: tuple[str, ...] = ()
    harmless: tuple[Harmless, ...] = ()
