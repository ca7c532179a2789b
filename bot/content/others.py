"""Loader of `lexicon/others.yaml`: languages that the bot does not write, and the texts that they are answered with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.content.catalog import PLACEHOLDER
from bot.content.rules import FORBIDDEN_WHEN_BLAND, names_too_much, questions
from bot.content.vocabulary import SHIPPED, Vocabulary, read_vocabulary
from bot.errors import ContentError
from bot.sms.segments import count
from bot.understanding import normalise
from bot.understanding.others import Other, Others, fold, folded, signal_of

FILE = "others.yaml"
NUMBERS = ("emergency", "crisis", "hotline")
_LONGEST_NUMBER = "1-888-888-8888"
_LONGEST = {"line": (3, 4), "again": (2, 3), "quiet": (1, 2), "alarm": (2, 3)}
"""Most segments of each text, in GSM-7 and in UCS-2."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class OtherWords(BaseModel):
    """One language as written in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text
    line: Text
    again: Text
    quiet: Text
    alarm: Text
    script: Literal["", "vietnamese", "han", "arabic", "cyrillic", "hangul"] = ""
    words: list[Text] = []
    weak: list[Text] = []
    danger: dict[Literal["self_harm", "violence", "sexual_abuse", "help"], list[Text]] = {}
    unless: list[Text] = []
    named: list[Text] = []

    def text(self, kind: str) -> str:
        """Return one of the four texts: line, again, quiet or alarm."""
        return {"line": self.line, "again": self.again, "quiet": self.quiet, "alarm": self.alarm}[kind]


@dataclass(frozen=True, slots=True)
class OtherTexts:
    """The texts for each language, by code."""

    languages: Mapping[str, OtherWords] = field(default_factory=dict)

    def fill(self, code: str, kind: str, numbers: Mapping[str, str]) -> str:
        """Return a text with its numbers; "" for a language without one, or without a number that it needs."""
        words = self.languages.get(code)
        if words is None or not all(numbers.get(name) for name in NUMBERS):
            return ""
        return PLACEHOLDER.sub(lambda found: numbers[found[1]], words.text(kind))


NO_TEXTS = OtherTexts()


def load_texts(folder: Path = SHIPPED) -> OtherTexts:
    """Load the file of a folder. Raise ContentError with every fault."""
    try:
        found = YAML(typ="safe", pure=True).load(folder / FILE)
        texts = OtherTexts(TypeAdapter(dict[str, OtherWords]).validate_python(found))
    except (OSError, UnicodeDecodeError, RecursionError, YAMLError) as error:
        raise ContentError([f"{FILE}: cannot be read ({type(error).__name__}): put the shipped file back"]) from None
    except ValidationError as error:
        raise ContentError(
            [f"{FILE}, {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors(include_input=False)]
        ) from None
    problems = list(faults(texts))
    if problems:
        raise ContentError(problems)
    return texts


def load_others(
    texts: OtherTexts | None = None, vocabulary: Vocabulary | None = None, folder: Path = SHIPPED
) -> Others:
    """Build what recognises these languages. `vocabulary` is that of English and Spanish, if it was read before."""
    texts, vocabulary = texts or load_texts(folder), vocabulary or read_vocabulary(folder)
    ours = {word for name in ("hints", "strong", "small", "silent") for word in vocabulary.lists[name]}
    ours |= vocabulary.short.keys()
    return Others({code: _other(words, ours) for code, words in texts.languages.items()}, frozenset(ours))


def _other(words: OtherWords, ours: set[str]) -> Other:
    own, weak = folded(words.words), folded(words.weak)
    dangers = {fold(phrase): signal_of(kind) for kind, phrases in words.danger.items() for phrase in phrases}
    unless = tuple(fold(phrase) for phrase in words.unless)
    return Other(words.script, own - ours - weak, weak | (own & ours), dangers, unless, folded(words.named))


def faults(texts: OtherTexts) -> Iterator[str]:
    """Yield every fault of the texts: their length, their numbers, what they name."""
    for code, words in texts.languages.items():
        for kind, (gsm, ucs) in _LONGEST.items():
            text, at = words.text(kind), f"{FILE}, {code}.{kind}"
            used = set(PLACEHOLDER.findall(text))
            if used - set(NUMBERS):
                yield f"{at}: only these placeholders: {', '.join(f'(({name}))' for name in NUMBERS)}"
            if kind != "quiet" and set(NUMBERS) - used:
                yield f"{at}: it needs all of {', '.join(f'(({name}))' for name in NUMBERS)}"
            if kind == "quiet" and used:
                yield f"{at}: others may see it, so it has no number"
            if questions(text):
                yield f"{at}: it asks a question, which nobody here could read the answer to"
            word = next(filter(None, (names_too_much(text, ours) for ours in FORBIDDEN_WHEN_BLAND)), "")
            if word:
                yield f'{at}: others may see "{word}" on the screen'
            size = count(PLACEHOLDER.sub(_LONGEST_NUMBER, text))
            if size.segments > (gsm if size.encoding == "GSM-7" else ucs):
                yield f"{at}: {size.segments} segments ({size.encoding}), too many: shorten it"
        if not words.script and not words.words:
            yield f"{FILE}, {code}: it needs words, or a script, to be recognised"
        for word in (*words.words, *words.weak, *words.named):
            if len(normalise(word).tokens) != 1:
                yield f"{FILE}, {code}: {word!r} must be one word"
