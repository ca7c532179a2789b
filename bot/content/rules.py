"""What words may not do, as data: words a safe screen must not show, carrier words, limits (facts, not wording)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import regex  # type: ignore[import-untyped]

from bot.understanding import RUN_TOGETHER, normalise
from bot.understanding.carrier import HELP_WORDS, START_WORDS, STOP_WORDS

FORBIDDEN_WHEN_BLAND: dict[str, tuple[str, ...]] = {
    "en": ("traffick", "abus", "shelter", "victim", "survivor", "violen", "rape", "assault", "exploit", "pimp",
           "prostitut", "sex work", "escort"),
    "es": ("trata", "tráfic", "trafic", "abus", "maltrat", "refugio", "albergue", "víctima", "victima", "sobrevivient",
           "violen", "violaci", "explota", "prostitu", "trabajo sexual", "proxeneta"),
}  # fmt: skip
"""Beginnings of words that no text names before the person says that it is safe to talk (promise 7)."""

MUST_PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    "welcome.hello": {"en": ("automated", "HELP", "STOP"), "es": ("automátic", "AYUDA", "STOP")},
    "welcome.heard": {"en": ("automated", "HELP", "STOP"), "es": ("automátic", "AYUDA", "STOP")},
    "privacy.who_am_i": {"en": ("automated",), "es": ("automátic",)},
    "carrier.help": {"en": ("STOP",), "es": ("STOP",)},
    "carrier.stopped": {"en": ("START",), "es": ("START",)},
}
"""What a message must say in so many words: that a program writes (promise 5), and the carriers' own words."""

CARRIER_WORDS = frozenset({*STOP_WORDS, *START_WORDS, *HELP_WORDS, "YES"})
"""No menu may offer one as a choice (promise 6)."""

LONGEST_NAME, MOST_ADDED = 16, 6
"""Letters of what a language calls itself, and how many that staff added have room where one is chosen."""

SENTENCE_WORDS = 15

_SENTENCE_END = re.compile(r"[.?!:؟۔]+(?=\s|$)|[。！？：।]|\n")
_QUESTION = re.compile(r"[?？؟՞፧]")
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")
"""Letters of scripts that put no space between words."""
_WORD = re.compile(r"[^\W_][\w'’&/-]*")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break and a colon end one too, since a choice stands on its own line."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def words(sentence: str) -> list[str]:
    """The words of a sentence; a phone number counts as one."""
    return _WORD.findall(sentence)


def questions(text: str) -> int:
    """How many questions a text asks, in any script."""
    return len(_QUESTION.findall(text))


def is_carrier_word(label: str) -> bool:
    """Whether a choice is one of the carrier's words, however it is written."""
    return " ".join(normalise(label).tokens).upper() in CARRIER_WORDS


def must_phrases(key: str, language: str) -> tuple[str, ...]:
    """What a message must say in so many words. A language of the staff's own says the carriers' words at least."""
    by_language = MUST_PHRASES.get(key, {})
    return by_language.get(language, tuple(word for word in by_language.get("en", ()) if word.isupper()))


@lru_cache(maxsize=4096)
def names_too_much(text: str, language: str, more: Iterable[str] = ()) -> str:
    """The first word that a bland text may not show, or "". `more`: other beginnings of such words, in lower case."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    for start in (*FORBIDDEN_WHEN_BLAND.get(language, ()), *more):
        before = "" if RUN_TOGETHER.search(start) else r"\b"
        found = re.search(rf"{before}{re.escape(start)}\w*", lowered)
        if found:
            return found.group()
    return ""
