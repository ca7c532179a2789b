"""What every language's words must do and may not do, checked over the whole table of places.

Each problem is one sentence: file, line, key, what is wrong, what to do. Nothing is changed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.catalog import PLACEHOLDER, REMARKS, Language, message_of
from bot.content.rules import CARRIER_WORDS, SENTENCE_WORDS, names_too_much, room_of, sentences, words
from bot.content.sheet import Message, Sheet
from bot.content.sheet import Place as Where
from bot.directory.match import REASONS
from bot.flows.machine import PLACES
from bot.flows.model import Offer, Place, Slot
from bot.flows.names import Answer, Need, Share, State
from bot.flows.offers import place_of
from bot.flows.session import Session
from bot.segments import count

SILENT = frozenset({State.WELCOME_START, State.WELCOME_PAUSED})
"""Places where nothing is ever said."""

NUMBERS = ("emergency", "crisis", "hotline", "hotline_text", "child", "child_text", "poison")

LONGEST = {
    "program": "Twenty letters of it",
    **dict.fromkeys(NUMBERS, "1-888-373-7888"),
    **dict.fromkeys(("staff", "contact"), "Twenty letters of it"),
    **dict.fromkeys(("agency", "asked"), "Forty letters, which is what has room, ok"),
    "agency_days": "30",
    "remind_at": "Wed 12/31, 10:30 am",
    "cover": "FIFTEENLETTERSX",
    "emergency": "911",
    "crisis": "988",
    "hotline_text": "233733",
    "days": "90",
    "kept_days": "30",
    "minutes": "10",
    "opens": "9 am",
}
"""The longest values that a placeholder takes, for counting segments."""

LONGEST_PIECES = {
    "wait": ("wait.open", "wait.closed", "wait.unknown"),
    "daypart": ("daypart.morning", "daypart.afternoon", "daypart.evening"),
}

CHECKED = (
    "checked.found", "checked.day", "checked.example", "checked.no_police", "checked.no_id", "checked.no_faith",
    "checked.confidentiality", "checked.company", "checked.security",
)  # fmt: skip
"""What may be told of a service that was looked into."""

PIECES = (
    "and", "wait.open", "wait.closed", "wait.unknown", "daypart.morning", "daypart.afternoon", "daypart.evening",
    "item.wants_to_talk", "item.needs", "item.area", "item.name", "item.service", "item.reach",
    "item.said", "item.times", "day.1", "day.2", "day.3", "day.4", "day.5", "day.6", "day.7",
    "kept.language", "kept.needs", "kept.area", "kept.name", "kept.check_in", "kept.number", "kept.shared",
    "kept.notes", "kept.not_shared", "more", "press", "photo.too", "quick.1", "quick.2", "quick.3",
    *REASONS, *CHECKED, "date", *(f"month.{month}" for month in range(1, 13)),
)  # fmt: skip

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


@dataclass(frozen=True)
class Check:
    """One language's words under check."""

    code: str
    sheet: Sheet
    where: Where
    language: Language

    def problems(self) -> Iterator[str]:
        """Every fault found."""
        yield from self._whole()
        language = self.language
        for place in PLACES.values():
            if place.state in SILENT:
                continue
            key = place.state.value
            if key not in self.sheet.messages:
                yield f"{self.where.at('messages')}: no words for {key}. Add the key {key} with its text."
                continue
            yield from self._message(language, place.slot, place)
            yield from self._labels(language, place)
        for slot in (*REMARK_SLOTS.values(), FALLBACK_SLOT):
            if message_of(self.sheet, slot.key):
                yield from self._message(language, slot, PLACES[State.UNCLEAR_PERSON])

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
            if section not in ("messages", "labels"):
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
                yield f"{self._at(slot, 'choices')}: {name} is no choice here. Expected one of {sorted(allowed)}."
        for part, text in (("text", message.text), ("bland", message.bland)):
            if text is not None:
                yield from (f"{self._at(slot, part)}: {fault}" for fault in self._text(slot, text))
        for bland in (False, True) if message.bland else (False,):
            yield from self._said(language, slot, place, message, bland)

    def _text(self, slot: Slot, text: str) -> Iterator[str]:
        used = set(PLACEHOLDER.findall(text))
        if not text.strip():
            yield "the text is empty. Write what is said."
        for name in sorted(used - slot.fills - {"choices"}):
            known = ", ".join(f"(({n}))" for n in sorted(slot.fills)) or "none"
            yield f"(({name})) cannot be used here. Placeholders of this message: {known}."
        for name in sorted(slot.must_say - used):
            yield f"(({name})) is missing. This message must say it."
        if "((" in PLACEHOLDER.sub("", text) or "))" in PLACEHOLDER.sub("", text):
            yield "a placeholder is not closed. Write it as ((name)), small letters."

    def _said(self, language: Language, slot: Slot, place: Place, message: Message, bland: bool) -> Iterator[str]:
        said = language.fill(slot.key, place.state, bland=bland, value=self.longest, offers=_most_offers(place))
        at = self._at(slot, "bland" if bland else "text")
        size = count(f"{self.sheet.pieces.get('photo.too', '')} {said}")
        most = slot.segments if size.encoding == "GSM-7" else min(4, slot.segments + 2)
        if size.segments > most:
            yield f"{at}: {size.segments} segments ({size.encoding}) with its choices, at most {most}. Shorten it."
        if said.count("?") > 1:
            yield f"{at}: more than one question. Ask one thing."
        for sentence in sentences(said):
            if len(words(sentence)) > SENTENCE_WORDS:
                yield f"{at}: a sentence of {len(words(sentence))} words, at most {SENTENCE_WORDS}. Split it."
        if slot.bland and (bland or message.bland is None):
            word = names_too_much(said, self.code)
            if word:
                yield f'{at}: "{word}" may stand on a screen that others see. Say it without, or add a bland text.'

    def _labels(self, language: Language, place: Place) -> Iterator[str]:
        seen: dict[str, int] = {}
        key = place.state.value
        for number, offer in enumerate(place.offers, 1):
            label = language.label(place.state, offer)
            what = offer.need.value if offer.need else offer.answer.value
            at = self.where.at("messages", key, "choices")
            if not label:
                yield f"{at}: choice {number} ({what}) has no label. Add it under labels."
            elif label.upper().strip(" .!") in CARRIER_WORDS:
                yield f'{at}: choice {number} is the carrier\'s word "{label}". Use another word.'
            elif label.casefold() in seen:
                yield f'{at}: choices {seen[label.casefold()]} and {number} are both "{label}". Make them differ.'
            seen[label.casefold()] = number

    def longest(self, name: str) -> str:
        """The longest value of a placeholder in this language."""
        pieces = self.sheet.pieces
        if name in {"service", "reach", "checked"}:
            return "x" * room_of(self.code, name)
        if name == "why":
            return "x" * (room_of(self.code, "offer") - room_of(self.code, "service"))
        if name in LONGEST_PIECES:
            return max((pieces.get(piece, "") for piece in LONGEST_PIECES[name]), key=len)
        if name == "crisis" and self.code != "en":
            return self.language.piece("press", {"number": LONGEST[name], "key": "2"})
        return self._longest_listing(name) or LONGEST.get(name, "")

    def _longest_listing(self, name: str) -> str:
        """The longest of what lists several things; "" for any other placeholder."""
        pieces, listing = self.sheet.pieces, self.language.listing
        if name == "needs":
            said = sorted((need.said for need in self.sheet.needs.values()), key=len)
            return listing([*said[len(said) // 2 :][:3], self.language.piece("more", {"count": "27"})])
        if name == "items":
            return listing([pieces.get(f"item.{item}", "") for item in ("needs", "area", "service", "said")])
        if name == "item":
            return max((pieces.get(f"item.{item.value}", "") for item in Share), key=len)
        if name == "shared":
            return max(pieces.get("kept.shared", ""), pieces.get("kept.not_shared", ""), key=len)
        if name == "kept":
            kinds = ("number", "language", "needs", "area", "name", "check_in")
            listed = listing([pieces.get(f"kept.{kind}", "") for kind in kinds])
            return f"{listed}. {max(pieces.get('kept.shared', ''), pieces.get('kept.not_shared', ''), key=len)}"
        return ""


def _most_offers(place: Place) -> tuple[Offer, ...]:
    """The choices when there are as many as there can be."""
    everything = Session(state=place.state, shared=frozenset(Share), agency_items=frozenset(Share))
    return place_of(everything).offers


def check_sheet(code: str, sheet: Sheet, where: Where) -> list[str]:
    """Every fault of one language's words, in the order of the file's rules."""
    return list(Check(code, sheet, where, Language(sheet)).problems())
