"""Words to ask about: long or rare ones, words of the trade, that blame, that promise what nobody can keep; and the
words that name what a watched screen must not.

The lists are a floor that staff may add to. Sources: the practice guides' and the house's rules of voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.content.rules import FORBIDDEN_WHEN_BLAND, UNSPACED, sentences, words

LONG = 13
"""Letters. A longer word is hard to read on a small screen, by somebody who is tired."""

RARE = {"en": 3.3, "es": 3.0}
"""Words below this are rare, where 3 is once in a million words and 6 once in a thousand. A Spanish verb has more forms
than an English one, each of them rarer. Languages that are not here are not judged so."""

SHORTEST = 5
"""Letters of a word that may be rare: shorter ones are mostly short forms that everybody knows."""

_OURS = frozenset({"caseworker", "erases", "español", "compartas", "convenza", "lastiman"})
"""Rare by the count, and yet plain: what ships says them."""
_PLAIN_VOWELS = str.maketrans("áéíóú", "aeiou")
_ENCLITIC = re.compile(r"(?:me|te|se|nos|l[aeo]s?)+$")
"""What a Spanish verb may end with that is a word of its own: escribirme, mándalo."""


class Kind(StrEnum):
    """Why a word is asked about."""

    JARGON = "jargon"
    BLAME = "blame"
    PROMISE = "promise"
    NAMES = "names"  # the beginnings of words that a screen may not show while others see it


SHIPPED: dict[str, dict[Kind, tuple[str, ...]]] = {
    "en": {
        Kind.JARGON: (
            "assessment", "case management", "client", "comply", "disclose", "disclosure", "eligible", "eligibility",
            "exploitation", "facilitate", "intake", "mandated", "multidisciplinary", "outreach", "perpetrator",
            "provider", "referral", "resources", "service provider", "services", "trafficker", "trauma-informed",
            "utilize", "victim", "wraparound",
        ),
        Kind.BLAME: (
            "why did you", "why didn't you", "you should have", "you chose", "prostitute", "prostitution", "at fault",
            "runaway", "promiscuous", "refuse", "refused", "failed to", "admit", "your mistake", "bad choice",
            "was your fault", "is your fault",
        ),
        Kind.PROMISE: (
            "guarantee", "we promise", "i promise", "everything will be", "you will be safe", "you are safe now",
            "nobody will know", "no one will know", "completely confidential", "always here", "never tell",
            "nobody can ever", "nobody can read", "no one can ever", "no one can read", "100%", "we will protect",
            "for sure",
        ),
    },
    "es": {
        Kind.JARGON: (
            "asesoramiento", "canalización", "derivación", "elegibilidad", "explotación", "facilitar",
            "gestión de casos", "multidisciplinario", "perpetrador", "proveedor", "recursos", "tratante", "usuario",
            "víctima",
        ),
        Kind.BLAME: (
            "por qué no", "deberías haber", "tu culpa es", "prostituta", "prostitución", "te negaste", "fallaste",
            "admite", "tu error", "mala decisión",
        ),
        Kind.PROMISE: (
            "garantizamos", "te prometo", "prometemos", "todo va a estar bien", "estarás a salvo", "nadie lo sabrá",
            "nadie se va a enterar", "totalmente confidencial", "nadie puede leer", "nadie puede ver",
            "siempre estaré", "100%", "te protegeremos",
        ),
    },
}  # fmt: skip

_SAYS = {
    Kind.JARGON: '"{}" is jargon. Say it as you would to a friend.',
    Kind.BLAME: '"{}" may sound like blame. Say what happened, or what you can do, without it.',
    Kind.PROMISE: '"{}" is a promise we may not keep. Say what is true now.',
}


def shipped(language: str, kind: Kind) -> tuple[str, ...]:
    """What ships of one list."""
    return FORBIDDEN_WHEN_BLAND.get(language, ()) if kind is Kind.NAMES else SHIPPED.get(language, {}).get(kind, ())


@dataclass(frozen=True)
class Lists:
    """The shipped lists with what staff added, by language and kind."""

    more: Mapping[str, Mapping[str, Iterable[str]]] = field(default_factory=dict)

    def of(self, language: str, kind: Kind) -> tuple[str, ...]:
        """The words of one list."""
        return (*shipped(language, kind), *self.added(language, kind))

    def added(self, language: str, kind: Kind) -> tuple[str, ...]:
        """What staff added to one list."""
        return tuple(self.more.get(language, {}).get(kind, ()))


def remarks(text: str, language: str, lists: Lists) -> Iterator[str]:
    """What to ask the writer about, each a sentence."""
    lowered = " ".join(text.lower().split())
    for kind, says in _SAYS.items():
        for word in lists.of(language, kind):
            if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", lowered):
                yield says.format(word)
    for word in dict.fromkeys(words(text)):
        if len(word) >= LONG and word.isalpha() and not UNSPACED.search(word):
            yield f'"{word}" is a long word. Is there a shorter one?'
    for word in dict.fromkeys(word for sentence in sentences(text) for word in _not_names(words(sentence))):
        if SHORTEST <= len(word) < LONG and word.isalpha() and word not in _OURS and _is_rare(word, language):
            yield f'"{word}" is a rare word. Is there one that everyone knows?'


def _not_names(found: list[str]) -> list[str]:
    """The words of a sentence in small letters, without what may be a name or an abbreviation."""
    return [word.lower() for at, word in enumerate(found) if word.islower() or (at == 0 and word.istitle())]


def _is_rare(word: str, language: str) -> bool:
    if language not in RARE:
        return False
    from wordfreq import zipf_frequency  # noqa: PLC0415 - a third of a second, for those who write words only

    bare = _ENCLITIC.sub("", word).translate(_PLAIN_VOWELS) if language == "es" else word
    return all(zipf_frequency(form, language, wordlist="small") < RARE[language] for form in {word, bare})
