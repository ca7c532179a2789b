"""The language that a text is spoken in, by its words and by where it comes."""

import re

from bot.flows.model import StateSpec
from bot.flows.names import Answer, State
from bot.understanding.lexicon import Lexicon
from bot.understanding.texted import in_full
from bot.understanding.words import Words, normalise

_SPANISH = frozenset(
    tuple(said.split())
    for said in (
        "sip", "simon", "orale", "q lo q", "que lo que", "q xopa", "k tal", "q tal",
        "que tal", "que onda", "q onda", "k onda", "ke onda", "que hubo", "q hubo", "quiubo", "wenas", "buenas",
        "klk", "wepa", "asere", "epa", "holis", "holi",
    )
)  # fmt: skip
"""Short texts that answer or greet in Spanish, and that no English text has. Their words alone tell no language."""


_SHORT = 4
"""Maximum length in words of a short text."""

_NO_LANGUAGE = frozenset({("k",), ("kk",), ("ok",)})
_BEGINS_IN_ENGLISH = re.compile(
    r"(?:he|she|they|we|it|i) (?:has|have|had|is|are|was|got|does)\b(?! (?:dicho|sido|estado|hecho|visto))"
)
"""A pronoun and a verb of English, though "he", "has" and "me" are words of Spanish as well."""

_BEGIN = frozenset({"dime", "digame", "diga", "simon", "orale", "wenas", "klk", "wepa"})


def _begins_in_spanish(tokens: tuple[str, ...], language: str) -> bool:
    """Return whether a short text begins as in Spanish and has no words of another language: "si dime"."""
    begins = bool(tokens) and (tokens[0] in _BEGIN or tokens[:-1] in _SPANISH)
    return begins and len(tokens) <= _SHORT and language in ("", "es")


_HELLO = frozenset(
    {"oye", "oie", "oiga", "oigan", "ola", "hla", "hola", "ila", "alo", "wena", "guena", "wenas", "buena", "nena",
     "saludos", "disculpa", "disculpe", "disculpen", "si", "nada", "perdon", "bn", "ambre", "aver", "eres", "ayuda",
     "buenos", "ke"}
)  # fmt: skip
"""Words of Spanish, as they are typed, that begin a first text."""
_LONG = re.compile(r"(.)\1+")


def _first(words: Words, preferred: str, lexicon: Lexicon) -> str:
    """Return the language of a first text: one word may tell it, since no talk has a language yet."""
    squeezed = normalise(" ".join(_LONG.sub(r"\1", token) for token in words.tokens))
    told = lexicon.language(words, preferred)
    if told or not words.tokens:
        return told
    if squeezed.tokens[0] in _HELLO or (squeezed.tokens[-1] in _HELLO and len(squeezed.tokens) <= _SHORT):
        return "es" if lexicon.first_language(words) in ("", "es") else ""
    full = normalise(in_full(" ".join(words.tokens)))
    return lexicon.first_language(words) or lexicon.language(full, preferred) or lexicon.first_language(full)


def spoken_in(words: Words, place: StateSpec, preferred: str, danger: Answer | None, lexicon: Lexicon) -> str:
    """Return the language of a text, "" when its words do not tell.

    An answer tells none: a place or a name where one is asked for, or one word where there are choices. A cry does.
    """
    if place.free_text is not None or words.tokens in _NO_LANGUAGE:
        return ""
    if _BEGINS_IN_ENGLISH.match(" ".join(words.tokens)):
        return "en"
    if words.tokens in _SPANISH or _begins_in_spanish(words.tokens, lexicon.language(words, "")):
        return "es"
    if place.state is State.WELCOME_START and (first := _first(words, preferred, lexicon)):
        return first
    if len(words.tokens) == 1 and place.choices and danger is None:
        return ""
    told = lexicon.language(words, preferred)
    # "me prometes q no disses nada": spelled by ear, the words tell none
    return told or lexicon.language(normalise(in_full(" ".join(words.tokens))), preferred)
