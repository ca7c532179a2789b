"""The difference between two values of an entry, word by word. Pure. Signs are text, as colour alone tells too few."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

_WORDS = re.compile(r"\s+|\S+")


class Piece(NamedTuple):
    """Words that stayed (""), were removed ("-") or were added ("+")."""

    sign: str
    text: str


class Changed(NamedTuple):
    """One part of an entry that differs."""

    part: str
    pieces: tuple[Piece, ...]


def words(before: str, after: str) -> tuple[Piece, ...]:
    """Compare two texts word by word."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    out, put = "", ""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    a = c = 0
    for block in blocks:
        out, put = out + "".join(old[a : block.a]), put + "".join(new[c : block.b])
        a, c = block.a + block.size, block.b + block.size
        same = "".join(old[block.a : a])
        if same.isspace() and (out or put):  # a space between two changes is read as part of them
            out, put = out + same, put + same
            continue
        pieces += [piece for piece in (Piece("-", out), Piece("+", put), Piece("", same)) if piece.text]
        out = put = ""
    pieces += [piece for piece in (Piece("-", out), Piece("+", put)) if piece.text]
    return tuple(pieces)


def parts_of(value: Any) -> dict[str, str]:
    """Return the readable parts of an entry, by the names that editors know."""
    if value is None:
        return {}
    if isinstance(value, Mapping):
        parts: dict[str, str] = {}
        for part, words_of_it in value.items():
            if isinstance(words_of_it, Mapping):
                parts |= {f"{part.removesuffix('s')} {_plain(key)}": str(text) for key, text in words_of_it.items()}
            else:
                parts[part] = str(words_of_it or "")
        return parts
    return {"": "\n".join(value) if isinstance(value, list | tuple) else str(value)}


def between(before: Any, after: Any) -> tuple[Changed, ...]:
    """Return every part that differs. A part that was added or removed is returned whole."""
    old, new = parts_of(before), parts_of(after)
    return tuple(
        Changed(part, words(old.get(part, ""), new.get(part, "")))
        for part in dict.fromkeys((*old, *new))
        if old.get(part, "") != new.get(part, "")
    )


def _plain(key: str) -> str:
    return f'"{key.replace("_", " ")}"'
