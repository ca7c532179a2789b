"""Extraction of a chosen name from a short text. A question, a cry, a need or any other word is not a name."""

from __future__ import annotations

import re
import unicodedata

from bot.understanding.lexicon import Lexicon
from bot.understanding.words import normalise

LONGEST_NAME = 20
"""Maximum length in characters. A name is all that is kept in a person's own words, so it stays short."""

_MOST_WORDS = 3


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.replace("\n", ";").split(";") if phrase.strip())


_OUTRIGHT = _phrases(
    """my name is; my names; my name's; the name is; name is; name's; i go by; they call me; people call me; ppl call me
    everyone calls me; everybody calls me; my friends call me; friends call me; i get called; my street name is
    my stage name is; my nickname is; my work name is; my nick is; my name on the street is
    me llamo; mi nombre es; me dicen; me llaman; mi apodo es; todos me dicen; todos me llaman; mis amigas me dicen
    mis amigos me dicen; mi nombre de calle es; mi nombre artistico es"""
)
"""Leads after which a word is a name even if it is a word as well: "my name is Star"."""
_LEADS = _OUTRIGHT + _phrases(
    """you can call me; u can call me; just call me; please call me; call me; names; it is; its; it's; i am; im; i'm
    this is; puedes llamarme; puedes decirme; me puedes decir; yo soy; llamame; dime; soy
    my name; mi nombre; dile; diles; tell them; tell her
    just put; put; use; ponme nomas; pon nomas; nomas pon; solo pon; nomas ponme; solo dime; nomas dime; ponme; pongan; pon; ponle; usa"""
)
_RUN = re.compile(r"(.)\1\1+")
_ASKS = re.compile(r"[?¿\uff1f\u061f]")


def read_name(text: str, lexicon: Lexicon) -> str:
    """Return the name in a text, or "" when it holds none. `lexicon` knows which words are no names."""
    if len(text) > 4 * LONGEST_NAME or _ASKS.search(text):
        return ""
    spoken = [word for word in map(_letters, text.split()) if word is not None]
    if not all(spoken):
        return ""
    spoken = _the_one_meant(_without_a_shrug(spoken))
    if len(spoken) > 1 and len(spoken[-1]) == 1 and tuple(map(_plain, spoken[:-1])) in _LEADS:
        return spoken[-1]  # "ponme x"
    lead, spoken = _without_lead(_without_fillers(spoken, lexicon))
    if lead and len(spoken) == _A_NICKNAME and _plain(spoken[0]) in _THE:
        return _nickname(spoken[1], lexicon)
    spoken = _without_fillers(spoken, lexicon)
    if not 1 <= len(spoken) <= _MOST_WORDS or not _is_whole_name(spoken, lead, lexicon):
        return ""
    return " ".join(spoken)[:LONGEST_NAME].strip(" -'")


def _is_whole_name(spoken: list[str], lead: tuple[str, ...], lexicon: Lexicon) -> bool:
    if all(_is_name(word, lexicon, outright=False) for word in spoken):
        return True
    if lead not in _OUTRIGHT or not all(_is_name(word, lexicon, outright=True) for word in spoken):
        return False
    # a name by itself may read as a word of ours: "my name is nay"
    alone = len(spoken) == 1 and lexicon.is_given_name(_plain(spoken[0]))
    return alone or not lexicon.find(lexicon.readings(normalise(" ".join(spoken))))


_A_NICKNAME = 2
"""Number of words of a nickname: "la Flaca"."""
_NO_NICKNAMES = frozenset(
    [
        "verdad",
        "neta",
        "direccion",
        "ciudad",
        "hora",
        "policia",
        "calle",
        "esquina",
        "casa",
        "otra",
        "otro",
        "mismo",
        "misma",
        "truth",
        "cops",
        "police",
        "same",
        "address",
        "real",
        "verdadero",
        "original",
    ]
)


def _nickname(word: str, lexicon: Lexicon) -> str:
    """Return the nickname after "la" or "el", which may be a word as well: "me dicen la Flaca"."""
    is_one = _plain(word) not in _NO_NICKNAMES and lexicon.is_name(_plain(word), outright=True)
    return word[:LONGEST_NAME].strip(" -'") if is_one else ""


_WHATEVER = _phrases(
    """you can call me whatever; u can call me whatever; call me whatever; call me anything; you can call me anything
    u can call me anything; call me what you want; call me whatever you want; call me whatever u want; whatever
    anything; any name; dime como quieras; como quieras; el que sea; cualquiera; lo que sea; me da igual"""
)
_GUESSES = _phrases("i guess; ig; i think; or whatever; or something; maybe; supongo; creo; o algo; tal vez; yo digo")


def _without_a_shrug(spoken: list[str]) -> list[str]:
    """Return the words without a shrug around a name: "u can call me whatever. tori i guess"."""
    for shrug in _WHATEVER:
        if tuple(map(_plain, spoken[: len(shrug)])) == shrug and len(spoken) > len(shrug):
            spoken = spoken[len(shrug) :]
            break
    for guess in _GUESSES:
        if tuple(map(_plain, spoken[-len(guess) :])) == guess and len(spoken) > len(guess):
            return spoken[: -len(guess)]
    return spoken


def gives_name(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text says outright that a word is a name: "my name is nay"."""
    plain = tuple(word for word in map(_plain, text.split()) if word)
    return any(plain[: len(lead)] == lead for lead in _OUTRIGHT) and bool(read_name(text, lexicon))


_LAUGHS = re.compile(r"(?:(?:j+[aei]+)+j*|(?:h+[ae]+)+h*|lo+l+|lmao|xd+)")
_BUT, _AND, _THE = frozenset({"pero", "but", "mejor"}), frozenset({"y", "and", "con", "with"}), frozenset({"la", "el"})


def _the_one_meant(spoken: list[str]) -> list[str]:
    """Return the words of the name that is meant: "soy maria pero dime mar", "ana y mi hermana lupe"."""
    while len(spoken) > 1 and _LAUGHS.fullmatch(_plain(spoken[-1])):
        spoken = spoken[:-1]
    plain = [_plain(word) for word in spoken]
    for at in range(len(plain) - 1, 0, -1):
        if plain[at] in _BUT and any(tuple(plain[at + 1 : at + 1 + len(lead)]) == lead for lead in _LEADS):
            return spoken[at + 1 :]
    for at in range(1, len(plain) - 1):
        if plain[at] in _AND and plain[at + 1] in ("mi", "my"):
            return spoken[:at]
    return spoken[1:] if len(plain) == 2 and plain[0] in _THE else spoken


_SHORT = 8
_NO_SOUND = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}|^[^aeiouyáéíóúü]{4,}$")
"""Letters that no name has: "asdkjh"."""


def tells_name(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text is likely a name where none was asked for: it says so, or is one short unknown word."""
    name = read_name(text, lexicon)
    plain = tuple(word for word in map(_plain, text.split()) if word)
    return bool(name) and (
        any(plain[: len(lead)] == lead for lead in _LEADS)
        or (" " not in name and len(name) <= _SHORT and _NO_SOUND.search(name.lower()) is None)
    )


def _without_fillers(spoken: list[str], lexicon: Lexicon) -> list[str]:
    """Return the words without a "hi", "ok" or "thanks" around them. A filler alone stays, and is no name."""
    first, last = 0, len(spoken)
    while last > first + 1 and lexicon.is_filler(_plain(spoken[last - 1])):
        last -= 1
    while first < last - 1 and lexicon.is_filler(_plain(spoken[first])):
        first += 1
    return spoken[first:last]


def _without_lead(spoken: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Return the words that lead up to a name ("my name is"), and the rest."""
    plain = tuple(map(_plain, spoken))
    for lead in _LEADS:
        if plain[: len(lead)] == lead and len(plain) > len(lead):
            return lead, spoken[len(lead) :]
    return (), spoken


def _is_name(word: str, lexicon: Lexicon, *, outright: bool) -> bool:
    """Return whether a word may be a name as it is written, and without the letters that are held down."""
    plain = _plain(word).replace("'", "")
    return all(lexicon.is_name(form, outright=outright) for form in {plain, _RUN.sub(r"\1", plain)})


def _letters(word: str) -> str | None:
    """Return the letters, hyphens and apostrophes of a word.

    Return None for mere decoration, and "" for a word with characters that no name has.
    """
    composed = unicodedata.normalize("NFC", word).replace("’", "'")
    if not any(character.isalnum() for character in composed):
        return None
    bare = composed.strip('.,;:!?¡¿"“”()*~ ')
    kept = "".join(c for c in bare if c.isalpha() or c in "-'" or unicodedata.category(c) in ("Mn", "Mc"))
    return kept.strip("-'") if not any(c.isnumeric() or c in "@/\\_=<>{}[]#$%&+|" for c in bare) else ""


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
