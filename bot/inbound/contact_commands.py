"""Parses what an agency's contact texts: join by a code, leave, decline, or words for the others. Pure.

Joining takes the code: a "yes" alone only shows that somebody holds the phone. After that, every text that is not
entirely a way to leave is for the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from bot.casework.cases import is_code


class Act(StrEnum):
    """What the contact wants. A code that matches no introduction is WRONG_CODE."""

    JOIN = "join"
    LEAVE = "leave"
    DECLINE = "decline"
    WORDS = "words"
    WRONG_CODE = "wrong_code"


@dataclass(frozen=True, slots=True)
class Meant:
    """One parsed text. `code` is that of the introduction it names, "" for none."""

    act: Act
    code: str = ""
    words: str = field(default="", repr=False)


_SMALL = frozenset({
    "a", "am", "and", "code", "great", "happy", "hello", "here", "heres", "hey", "hi", "i", "im", "is", "it", "its",
    "join", "joining", "me", "my", "ok", "okay", "please", "pls", "ready", "reply", "sure", "thank", "thanks", "the",
    "this", "to", "u", "yeah", "yep", "yes", "you",
})  # fmt: skip
_AGREEABLE = re.compile(r"\bno (?:problem|worries)\b", re.IGNORECASE)
_LEAVING = frozenset({
    "leave", "bye", "done", "bye bye", "goodbye", "good bye", "i leave", "leave now", "im done", "i am done",
    "all done", "bye thanks", "thanks bye", "leave please", "please leave", "done thanks", "leave thanks",
})  # fmt: skip
_DECLINES_FIRST = frozenset({"no", "nope", "nah", "decline", "declined", "sorry", "cant", "cannot", "unable", "wrong"})
_DECLINING = frozenset({
    "i cant", "i cannot", "i decline", "not now", "not today", "not me", "not available", "unavailable", "busy",
    "im busy", "i am busy", "im not available", "i am not available", "i am unable", "maybe later", "later",
})  # fmt: skip
_ADDRESSED = re.compile(r"\s*(?:to\s+)?(\w{4})(?:\s*[:\uff1a,.-]\s*|\s+)(.*)", re.DOTALL | re.IGNORECASE)


def read(text: str, invited: Collection[str], joined: Collection[str]) -> Meant:
    """Parse a text of a contact who is invited by, and has joined by, these codes. Ignores case."""
    tokens = re.findall(r"\w+", _AGREEABLE.sub(" ", text).replace("'", "").replace("\u2019", "").lower())
    named = [token.upper() for token in tokens if token.upper() in {*invited, *joined}]
    code = named[0] if named else ""
    rest = [token for token in tokens if token.upper() not in named]
    whole = " ".join(rest)
    if whole in _LEAVING:
        return Meant(Act.LEAVE, code)
    addressed = _ADDRESSED.fullmatch(text)
    if addressed and addressed[1].upper() in joined and addressed[2].strip():
        return Meant(Act.WORDS, addressed[1].upper(), addressed[2].strip())
    if code and _SMALL.issuperset(rest):
        return Meant(Act.JOIN, code)
    outside = code in invited if code else not joined
    if outside and (whole in _DECLINING or (rest and rest[0] in _DECLINES_FIRST)):
        return Meant(Act.DECLINE, code)
    odd = [token for token in rest if is_code(token.upper())]
    if not code and not joined and len(odd) == 1 and _SMALL.issuperset(token for token in rest if token not in odd):
        return Meant(Act.WRONG_CODE)
    return Meant(Act.WORDS, code if code in invited else "", text.strip())
