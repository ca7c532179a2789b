"""Tokenisation: lower case, no accents, no decoration. It knows no vocabulary and no meaning.

Letters of other scripts that look like Latin ones are read as these where they stand among Latin letters. `spelling`
mends what needs a vocabulary.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from bot.understanding.lookalikes import latin

RUN_TOGETHER = re.compile(
    r"[\u0590-\u06ff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)
"""Letters of scripts in which words, or in Hebrew and Arabic short words, are written together."""

MOST_CHARACTERS = 1600
"""Number of characters of a text that are read: the longest text an SMS provider delivers."""

SIGNS = {
    "👍": "yes", "👌": "ok", "🆗": "ok", "✅": "yes", "✔": "yes", "👎": "no", "❌": "no", "❤": "thanks", "🙏": "thanks",
    "🆘": "sos", "🛑": "stop", "🤷": "maybe", "🙅": "no", "🏠": "bed", "🏡": "bed", "🛏": "bed", "🍔": "food",
    "🍕": "food", "🍽": "food",
}  # fmt: skip
"""Emoji with a meaning of their own, used when the text has no word."""

# Neither pattern can backtrack: each character fits one way only.
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[\u2600-\u27bf\U0001f100-\U0001faff]")
_RUN = re.compile(r"(.)\1\1+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_APART = re.compile(r"(?<=[^\W_])\s+(?=n't(?![^\W_]))|(?<=[^\W_])\s+(?='(?:t|s|m|re|ve|ll|d)(?![^\W_]))")
"""Spaces inside a contraction, as some keyboards and screen readers write it: "ca n't", "he 's"."""
_LEET = str.maketrans("013457", "oieast")
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_NOT = {"won't": ("will", "not"), "can't": ("can", "not"), "shan't": ("shall", "not"), "ain't": ("is", "not")}


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens of a text. `stretched` holds shortened tokens, such as "soo" from "soooo".

    `emoji` holds each emoji among words, with the number of tokens before it.
    """

    tokens: tuple[str, ...]
    stretched: frozenset[str] = frozenset()
    silent: bool = False  # nothing but spaces and punctuation: no word, no emoji
    emoji: tuple[tuple[int, str], ...] = field(default=(), compare=False)


def normalise(text: str) -> Words:
    """Split a text into words. Reads at most 1,600 characters; never raises or hangs."""
    return tokenise(plain(text))


def tokenise(shown: str) -> Words:
    """Split a text that `plain` returned into words."""
    if "'" in shown:
        shown = _APART.sub("", shown)
    stretched = _RUN.search(shown) is not None
    tokens: list[str] = []
    cut: set[str] = set()
    emoji: list[tuple[int, str]] = []
    for token in _TOKEN.findall(shown):
        if token[0] > "\u25ff" and not token[0].isalnum():
            emoji.append((len(tokens), token))
        elif "'" in token:
            tokens += _uncontracted(_unstretched(token) if stretched else token)
        elif stretched and not token.isdecimal() and (short := _RUN.sub(r"\1\1", token)) != token:
            cut.add(short)
            tokens.append(short)
        else:
            tokens.append(token)
    signs = () if tokens else tuple(dict.fromkeys(SIGNS[sign] for _, sign in emoji if sign in SIGNS))
    is_silent = not tokens and not emoji
    return Words(tuple(tokens) or signs, frozenset(cut), is_silent, tuple(emoji) if tokens else ())


def plain(text: str) -> str:
    """Return a text in lower case, without accents and what a screen does not show. Reads at most 1,600 characters."""
    text = text[:MOST_CHARACTERS]
    if text.isascii():
        # ASCII can hide nothing but control characters, and they are rare.
        return (text if text.isprintable() else _visible(text)).lower()
    folded = unicodedata.normalize("NFKD", latin(_visible(text)).lower().translate(_QUOTES))
    return _visible(folded[:MOST_CHARACTERS])


def _visible(text: str) -> str:
    """Remove what a screen does not show: control and format characters, accents, emoji modifiers."""
    return text.translate(_SHOWN)


class _Shown(dict[int, str | None]):
    """Table of what a screen shows of each character, filled as characters come. `None`: nothing."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        kind = unicodedata.category(character)
        hidden = kind[0] in "CM" or kind == "Sk"
        shown = " " if character.isspace() else None if hidden else character
        if len(self) < _MOST_SHOWN:
            self[code] = shown
        return shown


_MOST_SHOWN = 4096
"""Characters that the table holds at most: odd texts cannot fill the memory."""
_SHOWN = _Shown()


def _unstretched(token: str) -> str:
    """Shorten stretched letters of a contraction: "doooon't", "i'mmmm"."""
    if "n'" in token:
        return _RUN.sub(r"\1", token)
    stem, _, ending = token.rpartition("'")
    return _RUN.sub(r"\1\1", stem) + "'" + _RUN.sub(r"\1\1" if ending[0] == "l" else r"\1", ending)


def _uncontracted(token: str) -> tuple[str, ...]:
    if not token.replace("'", "").isalpha():
        token = token.translate(_LEET)
    if token in _NOT:
        return _NOT[token]
    stem, _, ending = token.rpartition("'")
    if ending in _ENDINGS and "'" not in stem:
        return stem, _ENDINGS[ending]
    if ending == "t" and stem.endswith("n"):
        verb = stem[:-1].replace("'", "")
        return (verb, "not") if verb else ("not",)  # "n't" by itself
    return (token.replace("'", ""),)
