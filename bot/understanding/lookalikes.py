"""Letters that look like Latin ones, and the Latin letters they stand for.

Letters of fullwidth, mathematical and circled kinds are not listed: compatibility decomposition turns them into Latin.
"""

from __future__ import annotations

import re

_CYRILLIC = {
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "ё": "e", "є": "e", "ғ": "f", "ɡ": "g", "н": "h", "һ": "h",
    "і": "i", "ї": "i", "ӏ": "l", "ј": "j", "к": "k", "қ": "k", "м": "m", "п": "n", "о": "o", "р": "p", "ԛ": "q",
    "г": "r", "ѕ": "s", "т": "t", "ц": "u", "ѵ": "v", "ԝ": "w", "ш": "w", "х": "x", "у": "y", "ү": "y", "з": "3",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "b", "ς": "c", "ϲ": "c", "δ": "d", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "u", "ν": "v",
    "ο": "o", "π": "n", "ρ": "p", "σ": "o", "τ": "t", "υ": "u", "φ": "o", "χ": "x", "ω": "w", "γ": "y", "ϳ": "j",
}  # fmt: skip
_CAPITALS = {"Η": "h", "Ν": "n", "Υ": "y", "Μ": "m", "Β": "b", "Ρ": "p", "Ζ": "z", "Σ": "e", "Λ": "a", "Ӏ": "i"}
_CHEROKEE = dict(zip("ᎪᏴᏟᎠᎬᎢᎫᏦᏞᎷᎻᏢᎡᏚᎢᏙᎳᎩᏃ", "abcdeijklmhprstvwyz", strict=True))
_ARMENIAN = {"օ": "o", "ս": "u", "ո": "n", "հ": "h", "յ": "j", "ց": "g", "զ": "q", "ա": "w", "ե": "t", "ք": "p"}
_ALWAYS = {
    "ı": "i", "ł": "l", "ø": "o", "ħ": "h", "ƙ": "k", "ɑ": "a", "ɩ": "i", "ᴉ": "i", "ɛ": "e", "ə": "e", "ǝ": "e",
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    **{chr(first + at): chr(ord("a") + at) for first in (0x1F150, 0x1F170) for at in range(26)},
}  # fmt: skip
_ALIKE = {
    **_CYRILLIC, **_GREEK, **{letter.upper(): plain for letter, plain in {**_CYRILLIC, **_GREEK}.items()},
    **_CAPITALS, **_CHEROKEE, **_ARMENIAN,
}  # fmt: skip
_WEAK = frozenset("πμσφδωηςβцшпгёїзγ" + "πμσφδωηςцшпгёїзγ".upper())
"""Letters that resemble a Latin one only among Latin letters. A word with one of them is a word of its own script."""

_TABLE = str.maketrans({**_ALIKE, **_ALWAYS})
_TABLE_ALWAYS = str.maketrans(_ALWAYS)
_STRONG = frozenset(_ALIKE) - (_WEAK - _CAPITALS.keys())
_OTHER = re.compile(r"[\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1d00-\u1d7f\ua640-\ua69f\ua720-\ua7ff]")
_SEEN = re.compile("[" + "".join(_ALWAYS) + r"\u0370-\u058f\u13a0-\u13ff]")
_PIECE = re.compile(r"\S+")
_LATIN = re.compile(r"[A-Za-z]")


def latin(text: str) -> str:
    """Return a text with look-alike letters as Latin ones.

    A word that mixes scripts is read as Latin. A word that consists of look-alikes only is, if the text also has Latin
    letters and no word that is certainly of the other script. Any other word is left alone.
    """
    if not _SEEN.search(text):
        return text
    text = text.translate(_TABLE_ALWAYS)
    if not _OTHER.search(text) or not _LATIN.search(text):
        return text
    pieces = _PIECE.findall(text)
    genuine = any(_is_other(piece) for piece in pieces)
    return _PIECE.sub(lambda found: _read(found[0], genuine), text)


def _is_other(piece: str) -> bool:
    """Return whether a word is certainly of another script: not a letter of it is Latin, and not all look Latin."""
    letters = [letter for letter in piece if letter.isalpha()]
    return len(letters) > 1 and not _LATIN.search(piece) and any(letter not in _STRONG for letter in letters)


def _read(piece: str, genuine: bool) -> str:
    if _LATIN.search(piece):
        others = [letter for letter in piece if letter.isalpha() and not letter.isascii() and letter not in _ALIKE]
        is_mixed = not any(_OTHER.match(letter) for letter in others)
        return piece.translate(_TABLE) if is_mixed else piece
    return piece if genuine else piece.translate(_TABLE)
