"""Words to query with the editor: long, rare, jargon, blaming, or promising what nobody can keep.

Also the beginnings of words that must not appear on a screen that others may see. Staff may add to the lists but not
remove from them. Sources: the practice guides, and this project's rules of voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.content.common_words import KNOWN
from bot.content.rules import FORBIDDEN_WHEN_BLAND, UNSPACED, sentences, words

LONG = 13
"""Letters in a long word, which is hard to read on a small screen when tired."""

CHECKED = frozenset({"en", "es"})
"""Languages that have such a file. Others are not checked for rare words."""

SHORTEST = 5
"""Letters in the shortest word that may count as rare: shorter ones are mostly well-known short forms."""

_OURS = frozenset(
    {"apretaron", "borres", "caseworker", "cobramos", "compartas", "convenza", "desmayas", "drogaron", "drugged",
     "erases", "español", "fainting", "guardes", "interpreters", "lastiman", "migra", "narcan", "notario", "prometas",
     "rastreador", "respire", "respires", "sangras"}
)  # fmt: skip
"""Words that are rare by frequency but still plain; the shipped texts use them."""
_LEXICON = Path(__file__).with_name("lexicon")
_PLAIN_VOWELS = str.maketrans("áéíóú", "aeiou")
_ADDRESS = re.compile(r"\S*\w\.(?:org|com|gov|net|ca|us|edu)\b\S*")
_ENCLITIC = re.compile(r"(?:me|te|se|nos|l[aeo]s?)+$")
"""Pronouns attached to a Spanish verb: escribirme, mándalo."""


class Kind(StrEnum):
    """Reason to query a word."""

    JARGON = "jargon"
    BLAME = "blame"
    PROMISE = "promise"
    NAMES = "names"  # beginnings of words that must not appear on a screen that others may see


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
    """Return the shipped words of one list."""
    return FORBIDDEN_WHEN_BLAND.get(language, ()) if kind is Kind.NAMES else SHIPPED.get(language, {}).get(kind, ())


@dataclass(frozen=True)
class Lists:
    """Shipped lists together with what staff added, by language and kind."""

    more: Mapping[str, Mapping[str, Iterable[str]]] = field(default_factory=dict)

    def of(self, language: str, kind: Kind) -> tuple[str, ...]:
        """Return the words of one list."""
        return (*shipped(language, kind), *self.added(language, kind))

    def added(self, language: str, kind: Kind) -> tuple[str, ...]:
        """Return the words that staff added to one list."""
        return tuple(self.more.get(language, {}).get(kind, ()))


def remarks(text: str, language: str, lists: Lists) -> Iterator[str]:
    """Yield what to query with the editor, one sentence each. A web address is no word."""
    text = _ADDRESS.sub(" ", text)
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
    """Return the words of a sentence in lower case, without possible names and abbreviations."""
    return [word.lower() for at, word in enumerate(found) if word.islower() or (at == 0 and word.istitle())]


def _is_rare(word: str, language: str) -> bool:
    if language not in CHECKED:
        return False
    bare = _ENCLITIC.sub("", word).translate(_PLAIN_VOWELS) if language == "es" else word
    return _known_words(language).isdisjoint((word, bare))


@cache
def _known_words(language: str) -> frozenset[str]:
    return frozenset((_LEXICON / language / KNOWN).read_text(encoding="utf-8").split())
