"""Checks of one language's messages, over all states: what they must say and may not. Changes nothing.

Each fault is a Finding: the entry, the part of it, what is wrong and what to do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product

from bot.content.catalog import PLACEHOLDER, REMARKS, Language, message_of
from bot.content.characters import faults, has_words
from bot.content.editions import FALLBACK, EntryName
from bot.content.fragments import FILLS, MARKS, OF_CALLS, OF_SERVICES, OPTIONAL, PIECES, is_said_by_itself
from bot.content.language_file import LanguageFile
from bot.content.language_file import Place as Where
from bot.content.remark_rules import REMARK_SLOTS
from bot.content.rules import (
    BESIDE,
    SENTENCE_WORDS,
    is_carrier_word,
    must_phrases,
    names_too_much,
    questions,
    sentences,
    words,
)  # fmt: skip
from bot.content.worst_case import LONGEST_NAMES, MEASURES, Longest
from bot.flows import asides, consent
from bot.flows.builders import with_texting
from bot.flows.choices import spec_for
from bot.flows.guides import PAGE_KEYS
from bot.flows.machine import MOVES, PLACES
from bot.flows.model import Choice, MessageRules, StateSpec
from bot.flows.names import LANGUAGES, Answer, Fact, Guide, Need, ShareItem, State
from bot.flows.session import Session
from bot.flows.welcome import SILENT
from bot.sms.segments import count
from bot.understanding.facts import OLDEST

FALLBACK_SLOT = MessageRules(
    "fallback",
    with_texting(frozenset({"crisis", "hotline", "emergency"})),
    frozenset({"crisis", "emergency"}),
    2,
    True,
    True,
)


SAID_AT = {
    **{
        key: tuple(
            {
                move.target: PLACES[move.target] for move in MOVES if move.message == key and move.target in PLACES
            }.values()
        )
        for key in {*REMARK_SLOTS, *(move.message for move in MOVES)} - {asides.AGAIN}
    },
    **dict.fromkeys(PAGE_KEYS, (PLACES[State.GUIDES_PAGE],)),
    **{key: (PLACES[state],) for state, key in (*consent.BACK.items(), *consent.UNNAMED.items())},
}
"""The states that a remark, or a message of another state, is sent in: their choices follow it.

An answer in place goes without the choices where they leave it no room.
"""

SPEAKS = frozenset({"service", "reach", "answer"})
"""Placeholders that may be the whole text, since each is a whole description."""


class Severity(StrEnum):
    """What a finding requires."""

    ERROR = "error"  # prevents publishing
    WARNING = "warning"  # may stay, with a reason


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about an entry, with what to do. The name's key is "" when it is about a whole section.

    `part` is text, bland, choices, or "" for the whole entry; `letters` have look-alikes that cost less.
    """

    name: EntryName
    part: str
    severity: Severity
    says: str
    letters: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Section, key and part as one dotted path."""
        return ".".join(self._path)

    def line_in(self, place: Where) -> str:
        """Return the finding as a line of output: file, line, path and what is wrong."""
        return f"{place.at(*self._path)}: {self.says}"

    def __str__(self) -> str:
        """Format a finding of an entry that is stored and in no file."""
        return f"{self.name.language}:1: {self.path}: {self.says}"

    @property
    def _path(self) -> tuple[str, ...]:
        key = "" if self.name.section == FALLBACK else self.name.key
        return tuple(part for part in (self.name.section, key, self.part) if part)


@dataclass(frozen=True)
class Check:
    """Checks one language. While it is `unfinished`, what is missing is no fault.

    `names` are more beginnings of words that a watched screen may not show.
    """

    code: str
    sheet: LanguageFile
    language: Language
    unfinished: bool = False
    names: tuple[str, ...] = ()

    def findings(self) -> Iterator[Finding]:
        """Yield every fault."""
        yield from self._whole()
        language = self.language
        for place in PLACES.values():
            if place.state in SILENT:
                continue
            key = place.state.value
            if key in self.sheet.messages:
                yield from self._message(language, place.rules, place)
            elif not self.unfinished:
                yield self._fault(f"no words for {key}. Add the key {key} with its text.", "messages")
                continue
            yield from self._labels(language, place)
        for slot in (*REMARK_SLOTS.values(), FALLBACK_SLOT):
            said = message_of(self.sheet, slot.key)
            if said and (said.text or not self.unfinished):
                yield from self._message(language, slot, PLACES[State.UNCLEAR_PERSON])
        yield from self._pieces()

    def _fault(self, says: str, section: str, key: str = "", part: str = "") -> Finding:
        return Finding(EntryName(self.code, section, key), part, Severity.ERROR, says)

    def _faults(self, says: Iterable[str], section: str, key: str, part: str = "") -> Iterator[Finding]:
        return (self._fault(each, section, key, part) for each in says)

    def _pieces(self) -> Iterator[Finding]:
        """Check what is put into messages: it asks nothing and names nothing, since another screen may show it."""
        for key, piece in self.sheet.pieces.items():
            yield from self._faults(self._of_piece(key, piece), "pieces", key)
        for section, key, part in self._short():
            yield from self._faults(self._of_short(part), section, key)

    def _of_piece(self, key: str, piece: str) -> Iterator[str]:
        fills = FILLS.get(key, frozenset())
        yield from self._literal(piece, fills, fills)
        if not has_words(piece) and key not in MARKS:
            yield "it has no words. Write some text."
        if key == "and" and _touches(piece):
            yield f'"{piece}" needs a space before and after, or the words on both sides run together.'
        if not is_said_by_itself(key):
            yield from self._part(piece, is_bland=key not in OF_SERVICES)

    def _of_short(self, text: str) -> Iterator[str]:
        yield from self._literal(text, frozenset(), frozenset())
        yield from self._part(text)
        if not has_words(text):
            yield "it has no words. Write some text."

    def _short(self) -> Iterator[tuple[str, str, str]]:
        """Yield labels and needs: section, key, words."""
        for key, label in self.sheet.labels.items():
            yield "labels", key, label
        for key, need in self.sheet.needs.items():
            yield from (("needs", key, part) for part in (need.choice, need.said))
        for section, messages in (("messages", self.sheet.messages), ("remarks", self.sheet.remarks)):
            for key, message in messages.items():
                yield from ((section, key, label) for label in message.choices.values())

    def _part(self, text: str, *, is_bland: bool = True) -> Iterator[str]:
        if questions(text):
            yield "it asks a question, and its message may ask one too. Remove the question mark."
        if "\n" in text:
            yield "it has several lines. Write it on one."
        word = is_bland and names_too_much(text, self.code, self.names)
        if word:
            yield f'others may see "{word}" on the screen. Leave it out.'

    def longest(self, name: str) -> str:
        """Return the longest value of a placeholder in this language."""
        return Longest(self.code, self.language).value(name)

    def _whole(self) -> Iterator[Finding]:
        for section, known, have in (
            ("messages", {s.value for s in PLACES if s not in SILENT}, self.sheet.messages),
            ("remarks", set(REMARKS), self.sheet.remarks),
            ("pieces", set(PIECES), self.sheet.pieces),
            ("needs", {need.value for need in Need}, self.sheet.needs),
            ("labels", {answer.value for answer in Answer}, self.sheet.labels),
        ):
            for key in have:
                if key not in known and not (section == "pieces" and key in OPTIONAL):
                    yield self._fault("no such key. Correct its spelling or take it out.", section, key)
            if section not in ("messages", "labels") and not self.unfinished:
                unused = set(OF_CALLS) if self.code not in LANGUAGES else set()
                for key in sorted(known - set(have) - unused):
                    yield self._fault(f"{key} is missing. Add it.", section)

    def _section(self, slot: MessageRules) -> str:
        if slot.key == FALLBACK:
            return FALLBACK
        return "messages" if slot.key in self.sheet.messages else "remarks"

    def _message(self, language: Language, slot: MessageRules, place: StateSpec) -> Iterator[Finding]:
        message = message_of(self.sheet, slot.key)
        if message is None:
            return
        section = self._section(slot)
        there_are = (offer for at in (place, *SAID_AT.get(slot.key, ())) for offer in at.choices)
        allowed = {offer.answer.value for offer in there_are} | {"not_now", "skip"}
        for name in message.choices:
            if name not in allowed:
                says = f"{name} is no choice here. Use: {', '.join(sorted(allowed))}."
                yield self._fault(says, section, slot.key, "choices")
        for part, text in (("text", message.text), ("bland", message.bland)):
            if text is not None:
                yield from self._faults(self._text(slot, text), section, slot.key, part)
        told: set[str] = set()
        seen: set[str] = set()
        for bland in (False, True) if message.bland else (False,):
            for there, by in product((place, *SAID_AT.get(slot.key, ())), MEASURES):
                value = Longest(self.code, language, by).value
                said = language.fill(slot.key, there.state, bland=bland, value=value, offers=most_offers(there))
                if said in seen:
                    continue
                seen.add(said)
                too = "" if slot.key == "unclear.photo" else self.sheet.pieces.get("photo.too", "")
                is_bland = bland or message.bland is None
                faults = (*_said(self.code, slot, too, said), *self._named(slot, said, is_bland=is_bland))
                new = [one for one in faults if one not in told]
                told.update(new)
                yield from self._faults(new, section, slot.key, "bland" if bland else "text")

    def _named(self, slot: MessageRules, said: str, *, is_bland: bool) -> Iterator[str]:
        word = slot.bland and is_bland and names_too_much(said, self.code, self.names)
        if word:
            yield f'others may see "{word}" on the screen. Leave it out, or add a bland text.'

    def _text(self, slot: MessageRules, text: str) -> Iterator[str]:
        if not text.strip():
            yield "the text is empty. Write some text."
        elif not has_words(PLACEHOLDER.sub("", text)) and not SPEAKS.intersection(PLACEHOLDER.findall(text)):
            yield "it has only placeholders. Write some text."
        named = {BESIDE.get(self.code, {}).get(name, "") for name in PLACEHOLDER.findall(text)}
        yield from self._literal(text, slot.allowed | {"choices"}, slot.required | (named & slot.allowed))
        if PLACEHOLDER.findall(text).count("choices") > 1:
            yield "((choices)) appears twice. Leave one."

    def _literal(self, text: str, fills: frozenset[str], must_say: frozenset[str]) -> Iterator[str]:
        """Check the placeholders, and the characters around them."""
        used = set(PLACEHOLDER.findall(text))
        for name in sorted(used - fills):
            known = ", ".join(f"(({n}))" for n in sorted(fills - {"choices"})) or "none"
            yield f"(({name})) cannot be used here. Placeholders of this message: {known}."
        for name in sorted(must_say - used):
            yield f"(({name})) is missing. This message must say it."
        if "((" in PLACEHOLDER.sub("", text) or "))" in PLACEHOLDER.sub("", text):
            yield "a placeholder is not closed. Write it as ((name)), small letters."
        yield from faults(text)

    def _labels(self, language: Language, place: StateSpec) -> Iterator[Finding]:
        seen: dict[str, int] = {}
        key = place.state.value
        for number, offer in enumerate(most_offers(place), 1):
            label = language.label(place.state, offer)
            what = offer.need.value if offer.need else offer.answer.value
            says = ""
            if not label:
                if not self.unfinished:
                    says = f"choice {number} ({what}) has no label. Add it under labels."
            elif is_carrier_word(label):
                says = f'choice {number} is the carrier\'s word "{label}". Use another word.'
            elif label.casefold() in seen:
                says = f'choices {seen[label.casefold()]} and {number} are both "{label}". Make them differ.'
            if says:
                yield self._fault(says, "messages", key, "choices")
            if label:
                seen[label.casefold()] = number


@lru_cache(maxsize=4096)
def _said(code: str, slot: MessageRules, too: str, said: str) -> tuple[str, ...]:
    """Check a whole text as it is sent, after `too` when a photo came. Cached, as an editor changes one at a time."""
    return tuple(_faults_said(code, slot, too, said))


def _faults_said(code: str, slot: MessageRules, too: str, said: str) -> Iterator[str]:
    size = count(f"{too} {said}".strip())
    most = slot.segments if size.encoding == "GSM-7" else min(4, slot.segments + 2)
    if size.segments > most:
        yield f"{size.segments} segments ({size.encoding}) with its choices, at most {most}. Shorten it."
    if questions(said) > 1:
        yield "more than one question. Ask one thing."
    for sentence in sentences(said):
        if len(words(sentence)) > SENTENCE_WORDS:
            yield f"a sentence of {len(words(sentence))} words, at most {SENTENCE_WORDS}. Split it."
    for phrase in must_phrases(slot.key, code):
        if not any(one in said.lower() for one in phrase.lower().split("|")):
            yield f'"{phrase.partition("|")[0]}" is missing. This message must say it.'


def most_offers(place: StateSpec) -> tuple[Choice, ...]:
    """Return the choices of a state when there are as many as there can be."""
    return fullest(place).choices


@lru_cache(maxsize=len(PLACES))
def fullest(place: StateSpec) -> StateSpec:
    """Return a state with as many choices as it can have."""
    everything = frozenset(ShareItem)
    return spec_for(
        Session(
            state=place.state,
            safe=True,
            shared=everything,
            agency_items=everything,
            extra_languages=tuple(LONGEST_NAMES),
            facts=frozenset(Fact),
            age=OLDEST,
            guide=Guide.SEXTORTION,
            guide_page=1,
        )
    )


def _touches(joint: str) -> bool:
    """Return whether a Latin letter stands at either end, and would run into the next word."""
    return any(letter.isalpha() and "LATIN" in unicodedata.name(letter, "") for letter in (joint[:1], joint[-1:]))


def check_sheet(
    code: str, sheet: LanguageFile, *, unfinished: bool = False, names: Iterable[str] = ()
) -> list[Finding]:
    """Check one language. `unfinished` and `names` are as in Check."""
    return list(Check(code, sheet, Language(sheet, LONGEST_NAMES), unfinished, tuple(names)).findings())
