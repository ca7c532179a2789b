"""Rules for texts, as data: words that a safe screen must not show, carrier words, limits. Facts, not wording."""

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
"""Beginnings of words that no text uses before the person says that it is safe to talk (promise 7)."""

MUST_PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    "welcome.hello": {"en": ("automated", "HELP", "STOP"), "es": ("automátic|automatiz", "AYUDA", "STOP")},
    "welcome.heard": {"en": ("automated", "HELP", "STOP"), "es": ("automátic|automatiz", "AYUDA", "STOP")},
    "privacy.who_am_i": {"en": ("automated",), "es": ("automátic|automatiz",)},
    "carrier.help": {"en": ("STOP",), "es": ("STOP",)},
    "carrier.stopped": {"en": ("START",), "es": ("START",)},
}
"""Phrases that a message must contain: that a program writes (promise 5), and the carriers' own words.

"|" parts two that each will do. "Automatizado" has no letter that makes a first reply cost more and hold less.
"""

BESIDE: dict[str, dict[str, str]] = {"es": {"crisis": "crisis_text"}}
"""By language: a placeholder that another must be beside. A key is pressed in a call only, and a text to 988 in Spanish
begins with a word."""

CARRIER_WORDS = frozenset({*STOP_WORDS, *START_WORDS, *HELP_WORDS, "YES"})
"""Words that no menu may offer as a choice (promise 6)."""

LONGEST_NAME, MOST_ADDED = 16, 6
"""Most letters in a language's own name, and most added languages that fit into the language menu."""

SENTENCE_WORDS = 15

_SENTENCE_END = re.compile(r"[.?!:؟۔]+(?=\s|$)|[。！？：।]|\n")
_QUESTION = re.compile(r"[?？؟՞፧]")
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")
"""Scripts that put no space between words."""
_WORD = re.compile(r"[^\W_][\w'’&/-]*")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line break and a colon end one too, since each choice has its own line."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def words(sentence: str) -> list[str]:
    """Return the words of a sentence; a phone number counts as one."""
    return _WORD.findall(sentence)


def questions(text: str) -> int:
    """Count the questions in a text, in any script."""
    return len(_QUESTION.findall(text))


def is_carrier_word(label: str) -> bool:
    """Return True if a choice is one of the carrier's words, in any spelling."""
    return " ".join(normalise(label).tokens).upper() in CARRIER_WORDS


def must_phrases(key: str, language: str) -> tuple[str, ...]:
    """Return the phrases that a message must contain; for an added language the carriers' words only."""
    by_language = MUST_PHRASES.get(key, {})
    return by_language.get(language, tuple(word for word in by_language.get("en", ()) if word.isupper()))


@lru_cache(maxsize=4096)
def names_too_much(text: str, language: str, more: Iterable[str] = ()) -> str:
    """Return the first word that a bland text must not show; "" if there is none.

    `more` are further beginnings of such words, in lower case.
    """
    lowered = unicodedata.normalize("NFKC", text).lower()
    for start in (*FORBIDDEN_WHEN_BLAND.get(language, ()), *more):
        before = "" if RUN_TOGETHER.search(start) else r"\b"
        found = re.search(rf"{before}{re.escape(start)}\w*", lowered)
        if found:
            return found.group()
    return ""
