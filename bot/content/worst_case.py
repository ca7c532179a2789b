"""Longest values of placeholders, for counting segments and words. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from bot.content.catalog import Language
from bot.content.fragments import CANT_TALK, FILLS, TIPS
from bot.content.hotlines import PLACEHOLDERS
from bot.content.reporting import LONGEST_PLACE, Note, Who
from bot.content.rules import LONGEST_NAME, MOST_ADDED, SENTENCE_WORDS, words
from bot.flows.names import ShareItem
from bot.sms.budgets import room_of
from bot.sms.segments import count

LONGEST = {
    "program": "Twenty letters of it",
    **dict.fromkeys(PLACEHOLDERS, "1-888-373-7888"),
    **dict.fromkeys(("staff", "contact", "called"), "Twenty letters of it"),
    "place": "Eighteen of them s"[:LONGEST_PLACE],
    **dict.fromkeys(("agency", "asked"), "Forty letters, which is what has room, ok"),
    "agency_days": "30",
    "remind_at": "Wed 12/31, 10:30 am",
    "cover": "FIFTEENLETTERSX",
    "emergency": "911",
    "crisis": "988",
    "crisis_text": "988",
    "hotline_text": "233733",
    "runaway_text": "686868",
    "local": "211",
    "days": "90",
    "months": "12",
    "kept_days": "30",
    "under": "18",
    "age": "18",
    "near": "Rancho Santa Margarita",
    "minutes": "10",
    "opens": "Wed 12/31, 10:30 am",
}
"""Longest values of single placeholders, for counting segments."""

_WORDED = {"word": "CONNECT", "number": "686868"}
"""The longest word that a line wants in a text, and a number."""

LONGEST_PIECES = {
    "wait": ("wait.open", "wait.closed.day", "wait.unknown"),
    "daypart": ("daypart.morning", "daypart.afternoon", "daypart.evening", "daypart.hour"),
}


_OF_CRISIS = frozenset({"help.self_harm", "help.in_language"})
"""Pieces on the line for suicide, each of which one language uses and the others do not."""

OF_DANGERS = tuple(sorted(
    name for name, fills in FILLS.items() if name.startswith("help.") and "number" in fills and name not in _OF_CRISIS
))  # fmt: skip
"""Pieces on whom to call, each for a danger that a person may have told of."""

LONGEST_NAMES = {f"+{at}": f"{at} letters of a name"[:LONGEST_NAME] for at in range(MOST_ADDED)}
"""Languages for counting the segments of the language menu."""


def in_words(text: str) -> tuple[int, int]:
    """Return a sort key by words, then letters: the sentence with the most words need not have the longest ones."""
    return len(words(text)), len(text)


def in_letters(text: str) -> tuple[int, int]:
    """Return a sort key by the cost of a letter, then letters: one that costs double makes the whole text do so."""
    return int(count(text).encoding != "GSM-7"), len(text)


Measure = Callable[[str], int | tuple[int, int]]
MEASURES: tuple[Measure, ...] = (len, in_words, in_letters)


@dataclass(frozen=True)
class Longest:
    """Values of one language that are the longest by the measure `by`."""

    code: str
    language: Language
    by: Measure = len

    def value(self, name: str) -> str:
        """Return the longest value of a placeholder."""
        pieces = self.language.sheet.pieces
        if name in {"service", "reach", "checked"}:
            return "x" * room_of(self.code, name)
        if name in {"why", "heard", "call", "other"}:  # the others take their room from the reasons
            return "x" * (room_of(self.code, "offer") - room_of(self.code, "service")) if name == "why" else ""
        if name in LONGEST_PIECES:
            return max((pieces.get(piece, "") for piece in LONGEST_PIECES[name]), key=self.by)
        if name == "crisis" and self.code != "en":
            return self.language.piece("press", {"number": LONGEST[name], "key": "2"})
        if name == "crisis_text" and "text.word" in pieces:
            return self.language.piece("text.word", {"word": "AYUDA", "number": LONGEST[name]})
        return self._longest_listing(name) or self._longest_line(name) or LONGEST.get(name, "")

    def _longest_line(self, name: str) -> str:
        """Return the longest line about help, reporting or what staff see, "" for any other placeholder."""
        if name == "reads":
            return self.language.piece("reads.closed.day", {"opens": LONGEST["opens"]})
        lines = {
            "help": self._helps,
            "guide_line": self._helps,
            "texts": self._texts,
            "signed": lambda: [self.language.piece("help.by_video", {"video": LONGEST["poison"]})],
            "cant_talk": self._cant_talk,
            "tip": lambda: self._tips("tip"),
            "tips": lambda: self._tips("tips"),
            "seen": self._seen,
            "reporting": self._reporting,
            "reporting_note": self._notes,
        }
        return max(lines[name](), key=self.by) if name in lines else ""

    def _helps(self) -> list[str]:
        """Return whom to call or text, for each danger."""
        piece = self.language.piece
        number = {"number": LONGEST["poison"], "text": LONGEST["hotline_text"]}
        dangers = [piece(name, number) for name in OF_DANGERS if not name.startswith("help.by_")]
        texted = (piece("help.by_text", {"number": LONGEST["child"]}), piece("help.by_text.word", _WORDED))
        video = piece("help.by_video", {"video": LONGEST["poison"]})
        dangers += [f"{one} {video}" for one in texted]
        values = {"number": LONGEST["crisis"], "key": "2", "word": "AYUDA"}
        crisis = piece("help.in_language" if self.code != "en" else "help.self_harm", values)
        return [*dangers, crisis, f"{crisis} {piece('help.any_worry')}"]

    def _texts(self) -> list[str]:
        """Return the numbers to text, for a child and for anybody else."""
        crisis = self.value("crisis_text")
        return [LONGEST["child"], self.language.piece("texts", {"people": LONGEST["hotline_text"], "crisis": crisis})]

    def _cant_talk(self) -> list[str]:
        emergency = {"emergency": LONGEST["emergency"]}
        return [self.language.piece(piece, emergency) for piece in CANT_TALK]

    def _tips(self, name: str) -> list[str]:
        missing = {"missing": LONGEST["missing"]}
        return [self.language.piece(piece, missing) for piece in TIPS if piece.startswith(f"{name}.")]

    def _reporting(self) -> list[str]:
        """Return what is said about the reporting law of a place, for the longest name of one."""
        piece, choice = self.language.piece, self.language.piece("reporting.choice", {"from": "16", "to": "17"})
        said = [f"reporting.{how}.{who.value}" for how in ("may", "must") for who in Who]
        known = [f"{piece(key, {'place': LONGEST['place']})} {choice}" for key in said]
        return [*known, piece("reporting.anywhere"), piece("reporting.elsewhere")]

    def _notes(self) -> list[str]:
        return [self.language.piece(f"reporting.note.{note.value}") for note in Note]

    def _seen(self) -> list[str]:
        """Return each listing of what staff may see. One of many words is said as one thing."""
        pieces = self.language.sheet.pieces
        said = [pieces.get(f"item.{item}", "") for item in ("needs", "area", "name", "service", "said")]
        listed = [self.language.listing([*some]) for size in range(1, 6) for some in combinations(said, size)]
        return [one if len(one.split()) <= SENTENCE_WORDS else pieces.get("item.all", "") for one in listed]

    def _longest_listing(self, name: str) -> str:
        """Return the longest value of a placeholder that lists several things; "" for any other."""
        pieces, listing = self.language.sheet.pieces, self.language.listing
        if name == "needs":
            said = sorted(sorted(need.said for need in self.language.sheet.needs.values()), key=self.by)
            return listing([*said[len(said) // 2 :][:3], self.language.piece("more", {"count": "27"})])
        if name == "items":
            return listing([pieces.get(f"item.{item}", "") for item in ("needs", "area", "service", "said")])
        if name == "item":
            return max((pieces.get(f"item.{item.value}", "") for item in ShareItem), key=self.by)
        if name == "shared":
            return max(pieces.get("kept.shared", ""), pieces.get("kept.not_shared", ""), key=self.by)
        if name == "kept":
            told = max((pieces.get(f"kept.{kind}", "") for kind in ("needs", "told")), key=self.by)
            kinds = ("area", "name", "check_in")
            before = [pieces.get(f"kept.{kind}", "") for kind in ("number", "language")]
            listed = listing([*before, told, *(pieces.get(f"kept.{kind}", "") for kind in kinds)])
            shared = max(pieces.get("kept.shared", ""), pieces.get("kept.not_shared", ""), key=self.by)
            return f"{listed}. {shared} {pieces.get('kept.remember', '')}"
        return ""
