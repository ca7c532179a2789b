"""What every language's words must do and may not do, checked over the whole table of places.

Each problem is one sentence: file, line, key, what is wrong, what to do. Nothing is changed here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from bot.content.catalog import PLACEHOLDER, REMARKS, Language, message_of
from bot.content.characters import faults, has_words
from bot.content.fragments import FILLS, MARKS, OF_SERVICES, PIECES, is_said_by_itself
from bot.content.language_file import Place as Where
from bot.content.language_file import Sheet
from bot.content.rules import (
    SENTENCE_WORDS,
    is_carrier_word,
    must_phrases,
    names_too_much,
    questions,
    sentences,
    words,
)  # fmt: skip
from bot.content.worst_case import LONGEST_NAMES, MEASURES, Longest
from bot.flows.choices import place_of
from bot.flows.machine import MOVES, PLACES
from bot.flows.model import Offer, Place, Slot
from bot.flows.names import Answer, Need, Share, State
from bot.flows.session import Session
from bot.sms.segments import count

SILENT = frozenset({State.WELCOME_START, State.WELCOME_PAUSED})
"""Places where nothing is ever said."""

REMARK_FILLS = {
    "handoff.quiet": frozenset({"crisis", "emergency"}),
    "followup.reminder": frozenset({"program"}),
    "followup.reminder_set": frozenset({"remind_at", "staff"}),
    **dict.fromkeys(("handoff.joined", "handoff.contact_quiet"), frozenset({"contact", "staff"})),
    **dict.fromkeys(
        ("handoff.handed_on", "handoff.put_off", "handoff.contact_left", "handoff.contact_out", "followup.no_reminder"),
        frozenset({"staff"}),
    ),
}
NOT_BLAND = frozenset({"needs.area_again", "needs.other_area"})
"""Said only once the screen is the person's own."""

REMARK_SLOTS = {
    key: Slot(key, REMARK_FILLS.get(key, frozenset()), segments=3, bland=key not in NOT_BLAND) for key in REMARKS
}
FALLBACK_SLOT = Slot(
    "fallback", frozenset({"crisis", "hotline", "emergency"}), frozenset({"crisis", "emergency"}), 2, True, True
)


SAID_AT = {
    key: tuple({move.to: PLACES[move.to] for move in MOVES if move.says == key and move.to in PLACES}.values())
    for key in {*REMARK_SLOTS, *(move.says for move in MOVES)}
}
"""Where else words are said than at a place of their own: there, its choices follow."""

SPEAKS = frozenset({"service", "reach"})
"""What a text may consist of: a whole description."""


@dataclass(frozen=True)
class Check:
    """One language's words under check. While they are `unfinished`, what is missing is no fault.

    `names`: more beginnings of words that a screen may not show while others see it.
    """

    code: str
    sheet: Sheet
    where: Where
    language: Language
    unfinished: bool = False
    names: tuple[str, ...] = ()

    def problems(self) -> Iterator[str]:
        """Every fault found."""
        yield from self._whole()
        language = self.language
        for place in PLACES.values():
            if place.state in SILENT:
                continue
            key = place.state.value
            if key in self.sheet.messages:
                yield from self._message(language, place.slot, place)
            elif not self.unfinished:
                yield f"{self.where.at('messages')}: no words for {key}. Add the key {key} with its text."
                continue
            yield from self._labels(language, place)
        for slot in (*REMARK_SLOTS.values(), FALLBACK_SLOT):
            said = message_of(self.sheet, slot.key)
            if said and (said.text or not self.unfinished):
                yield from self._message(language, slot, PLACES[State.UNCLEAR_PERSON])
        yield from self._pieces()

    def _pieces(self) -> Iterator[str]:
        """What goes into messages, whichever: it asks nothing and names nothing, for another screen may show it."""
        for key, piece in self.sheet.pieces.items():
            at = self.where.at("pieces", key)
            for fault in self._literal(piece, FILLS.get(key, frozenset()), FILLS.get(key, frozenset())):
                yield f"{at}: {fault}"
            if not has_words(piece) and key not in MARKS:
                yield f"{at}: it has no words. Write some text."
            if key == "and" and _touches(piece):
                yield f'{at}: "{piece}" needs a space before and after, or the words on both sides run together.'
            if not is_said_by_itself(key):
                yield from (f"{at}: {fault}" for fault in self._part(piece, is_bland=key not in OF_SERVICES))
        for section, key, part in self._short():
            at = self.where.at(section, key)
            yield from (f"{at}: {fault}" for fault in self._literal(part, frozenset(), frozenset()))
            yield from (f"{at}: {fault}" for fault in self._part(part))
            if not has_words(part):
                yield f"{at}: it has no words. Write some text."

    def _short(self) -> Iterator[tuple[str, str, str]]:
        """Labels and needs: section, key, words."""
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
        """The longest value of a placeholder in this language."""
        return Longest(self.code, self.language).value(name)

    def _whole(self) -> Iterator[str]:
        for section, known, have in (
            ("messages", {s.value for s in PLACES if s not in SILENT}, self.sheet.messages),
            ("remarks", set(REMARKS), self.sheet.remarks),
            ("pieces", set(PIECES), self.sheet.pieces),
            ("needs", {need.value for need in Need}, self.sheet.needs),
            ("labels", {answer.value for answer in Answer}, self.sheet.labels),
        ):
            for key in have:
                if key not in known:
                    yield f"{self.where.at(section, key)}: no such key. Correct its spelling or take it out."
            if section not in ("messages", "labels") and not self.unfinished:
                for key in sorted(known - set(have)):
                    yield f"{self.where.at(section)}: {key} is missing. Add it."

    def _at(self, slot: Slot, part: str) -> str:
        if slot.key == "fallback":
            return self.where.at("fallback", part)
        section = "messages" if slot.key in self.sheet.messages else "remarks"
        return self.where.at(section, slot.key, part)

    def _message(self, language: Language, slot: Slot, place: Place) -> Iterator[str]:
        message = message_of(self.sheet, slot.key)
        if message is None:
            return
        allowed = {offer.answer.value for offer in place.offers} | {"not_now", "skip"}
        for name in message.choices:
            if name not in allowed:
                yield f"{self._at(slot, 'choices')}: {name} is no choice here. Use: {', '.join(sorted(allowed))}."
        for part, text in (("text", message.text), ("bland", message.bland)):
            if text is not None:
                yield from (f"{self._at(slot, part)}: {fault}" for fault in self._text(slot, text))
        told: set[str] = set()
        seen: set[str] = set()
        for bland in (False, True) if message.bland else (False,):
            for there, by in product((place, *SAID_AT.get(slot.key, ())), MEASURES):
                value = Longest(self.code, language, by).value
                said = language.fill(slot.key, there.state, bland=bland, value=value, offers=most_offers(there))
                if said in seen:
                    continue
                seen.add(said)
                at = self._at(slot, "bland" if bland else "text")
                too = "" if slot.key == "unclear.photo" else self.sheet.pieces.get("photo.too", "")
                is_bland = bland or message.bland is None
                faults = (*_said(self.code, slot, too, said), *self._named(slot, said, is_bland=is_bland))
                new = [one for one in faults if one not in told]
                told.update(new)
                yield from (f"{at}: {fault}" for fault in new)

    def _named(self, slot: Slot, said: str, *, is_bland: bool) -> Iterator[str]:
        word = slot.bland and is_bland and names_too_much(said, self.code, self.names)
        if word:
            yield f'others may see "{word}" on the screen. Leave it out, or add a bland text.'

    def _text(self, slot: Slot, text: str) -> Iterator[str]:
        if not text.strip():
            yield "the text is empty. Write some text."
        elif not has_words(PLACEHOLDER.sub("", text)) and not SPEAKS.intersection(PLACEHOLDER.findall(text)):
            yield "it has only placeholders. Write some text."
        yield from self._literal(text, slot.fills | {"choices"}, slot.must_say)
        if PLACEHOLDER.findall(text).count("choices") > 1:
            yield "((choices)) appears twice. Leave one."

    def _literal(self, text: str, fills: frozenset[str], must_say: frozenset[str]) -> Iterator[str]:
        """Faults of placeholders, and of the letters around them."""
        used = set(PLACEHOLDER.findall(text))
        for name in sorted(used - fills):
            known = ", ".join(f"(({n}))" for n in sorted(fills - {"choices"})) or "none"
            yield f"(({name})) cannot be used here. Placeholders of this message: {known}."
        for name in sorted(must_say - used):
            yield f"(({name})) is missing. This message must say it."
        if "((" in PLACEHOLDER.sub("", text) or "))" in PLACEHOLDER.sub("", text):
            yield "a placeholder is not closed. Write it as ((name)), small letters."
        yield from faults(text)

    def _labels(self, language: Language, place: Place) -> Iterator[str]:
        seen: dict[str, int] = {}
        key = place.state.value
        for number, offer in enumerate(most_offers(place), 1):
            label = language.label(place.state, offer)
            what = offer.need.value if offer.need else offer.answer.value
            at = self.where.at("messages", key, "choices")
            if not label:
                if not self.unfinished:
                    yield f"{at}: choice {number} ({what}) has no label. Add it under labels."
                continue
            if is_carrier_word(label):
                yield f'{at}: choice {number} is the carrier\'s word "{label}". Use another word.'
            elif label.casefold() in seen:
                yield f'{at}: choices {seen[label.casefold()]} and {number} are both "{label}". Make them differ.'
            seen[label.casefold()] = number


@lru_cache(maxsize=4096)
def _said(code: str, slot: Slot, too: str, said: str) -> tuple[str, ...]:
    """Faults of a whole text as it is said, `too` before it when a photo came. Kept, as an editor changes one of them
    at a time.
    """
    return tuple(_faults_said(code, slot, too, said))


def _faults_said(code: str, slot: Slot, too: str, said: str) -> Iterator[str]:
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
        if phrase.lower() not in said.lower():
            yield f'"{phrase}" is missing. This message must say it.'


def most_offers(place: Place) -> tuple[Offer, ...]:
    """The choices of a place when there are as many as there can be."""
    return fullest(place).offers


@lru_cache(maxsize=len(PLACES))
def fullest(place: Place) -> Place:
    """A place with as many choices as it can have."""
    everything = frozenset(Share)
    return place_of(Session(state=place.state, shared=everything, agency_items=everything, also=tuple(LONGEST_NAMES)))


def _touches(joint: str) -> bool:
    """True when a word of an alphabet stands at its edge, and would run into the next."""
    return any(letter.isalpha() and "LATIN" in unicodedata.name(letter, "") for letter in (joint[:1], joint[-1:]))


def check_sheet(
    code: str, sheet: Sheet, where: Where, *, unfinished: bool = False, names: Iterable[str] = ()
) -> list[str]:
    """Every fault of one language's words, in the order of the file's rules; `unfinished` and `names` as in Check."""
    return list(Check(code, sheet, where, Language(sheet, LONGEST_NAMES), unfinished, tuple(names)).problems())
