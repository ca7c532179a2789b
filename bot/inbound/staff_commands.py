"""Parses what staff text: a command, or words for the person whose case they own. Pure.

A text is a command only as a whole, so that "take care" or "close the door" stay words for the person. A text that
reads like a note to a colleague is never taken for words for the person (promise 14).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from bot.casework.cases import Outcome, is_code


class Verb(StrEnum):
    """What the text asks for. WORDS are for the person; NOTE is for the case; ODD is neither, and goes nowhere."""

    TAKE = "take"
    CLOSE = "close"
    PASS = "pass"  # noqa: S105 -- a command, no password
    BOARD = "board"
    URGENT = "urgent"
    HELP = "help"
    WORDS = "words"
    NOTE = "note"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Command:
    """One parsed text. A field that it does not name is ""."""

    verb: Verb
    code: str = ""
    words: str = field(default="", repr=False)  # for the person
    name: str = field(default="", repr=False)  # of a staff member
    outcome: str = ""
    page: int = 1  # of BOARD
    on: bool = True  # of URGENT


OUTCOMES = {
    "helped": Outcome.HELPED, "help": Outcome.HELPED, "ok": Outcome.HELPED, "referred": Outcome.REFERRED,
    "talked": Outcome.ONLY_TALKED, "only talked": Outcome.ONLY_TALKED, "only_talked": Outcome.ONLY_TALKED,
    "unreached": Outcome.NOT_REACHED, "not reached": Outcome.NOT_REACHED, "not_reached": Outcome.NOT_REACHED,
    "other": Outcome.OTHER, "something else": Outcome.OTHER,
}  # fmt: skip
"""The outcomes that may follow CLOSE."""

_ADDRESSED = re.compile(r"\s*(?:to\s+)?(\w{4})\s*[:\uff1a]\s*(.*)", re.DOTALL | re.IGNORECASE)
_NOTE = re.compile(
    r"\s*(?:note|notes|nota|memo)\b\s*(?:to self|for (?:me|the team|the case|file))?\s*(.*)", re.DOTALL | re.IGNORECASE
)
_NOTE_HEAD = re.compile(r"\s*(\w{4})?\s*[:,\uff1a.-]*\s*(.*)", re.DOTALL)
_FOR_STAFF = re.compile(
    r"\s*(?:"
    r"(?:fyi|urgent|urgente|update|handoff|hand off|handover|hand over|todo|to do|reminder)\b"
    r"|(?:asap|escalate|flag|heads up)\b"
    r"|(?:internal|private|case note|for (?:the )?(?:team|staff|lead|next shift|supervisor)|@\w+|#\w+)\b"
    r"|(?:can|could|would|who|is|are|does|did|has) (?:someone|somebody|anyone|anybody|u guys|you guys|y'?all|else)\b"
    r"|who (?:can take|is free|is on|has)\b"
    r"|(?:she|he|they)(?:['\u2019]s|['\u2019]re| is| was| are| has| says| said| needs| just| told| wants| got)\b"
    r"|(?:the |my |this |that |new )?(?:client|kid|girl|boy|minor|youth|survivor|victim|case|texter|caller)\b"
    r"|(?:ella|esta chica|la chica|el chico|la menor|mi caso|este caso) (?:es|esta|está|tiene|dice|dijo|necesita)\b"
    r")",
    re.IGNORECASE,
)
"""How a text to a colleague begins: about the person, not to them."""
_ALONE = {"board": Verb.BOARD, "cases": Verb.BOARD, "help": Verb.HELP, "?": Verb.HELP, "info": Verb.HELP}
_URGENT_WORDS = frozenset({"urgent", "urgente"})
_URGENT = re.compile(r"urgente?\s*(off|no|over|remove)?[.!]*", re.IGNORECASE)
"""Alone after a code, it is never words for the person."""
_COMMANDS = frozenset({"take", "close", "pass"})


def read(text: str) -> Command:
    """Parse one text. Ignores case and a full stop at the end."""
    return _addressed(text) or _unaddressed(text)


def _addressed(text: str) -> Command | None:
    """Parse a text that begins with a code and a colon, or with "note"; None for any other."""
    addressed = _ADDRESSED.fullmatch(text)
    if addressed and is_code(addressed[1].upper()):
        code, words = addressed[1].upper(), addressed[2].strip()
        if note := _NOTE.fullmatch(words):
            return Command(Verb.NOTE, code, note[1].lstrip(":,.- "))
        if (urgent := _URGENT.fullmatch(words)) is not None:
            return Command(Verb.URGENT, code, on=not urgent[1])
        return Command(Verb.WORDS if words else Verb.ODD, code, words)
    note = _NOTE.fullmatch(text)
    return _note(note[1]) if note else None


def _unaddressed(text: str) -> Command:
    said = text.strip().rstrip(".!").strip()
    parts = said.split()
    lower = said.lower()
    if lower in _ALONE:
        return Command(_ALONE[lower])
    first, code = (lower.split() or [""])[0], _code(parts[1]) if len(parts) > 1 else ""
    command = None
    if first == "take" and len(parts) <= 2:
        command = Command(Verb.TAKE, code) if code or len(parts) == 1 else None
    elif first in _ALONE and _ALONE[first] is Verb.BOARD and len(parts) == 2 and parts[1].isdecimal():
        command = Command(Verb.BOARD, page=max(1, int(parts[1][:3])))
    elif first == "close":
        outcome = " ".join(lower.split()[2 if code else 1 :])
        known = outcome in OUTCOMES or not outcome
        command = Command(Verb.CLOSE, code, outcome=OUTCOMES.get(outcome, "")) if known else None
    elif first in _URGENT_WORDS and code:
        urgent = _URGENT.fullmatch(" ".join([first, *lower.split()[2:]]))
        command = Command(Verb.URGENT, code, on=not urgent[1]) if urgent else None
    elif first == "pass" and code and len(parts) > 2:
        command = Command(Verb.PASS, code, name=" ".join(parts[2:]))
    if command:
        return command
    if not said or any(map(_code, parts)) or lower in _COMMANDS or _FOR_STAFF.match(text):
        return Command(Verb.ODD)
    return Command(Verb.WORDS, words=text.strip())


def _note(rest: str) -> Command:
    """Parse what follows "note": a code, if there is one, and the words of the note."""
    head = _NOTE_HEAD.fullmatch(rest)
    if head and head[1] and is_code(head[1].upper()):
        return Command(Verb.NOTE, head[1].upper(), head[2].strip())
    return Command(Verb.NOTE, words=rest.lstrip(":,.- ").strip())


def _code(text: str) -> str:
    """Return the code without the comma or bracket that people add to it, or ""."""
    bare = text.strip(".,:;!?()[]<>\"'#").upper()
    return bare if is_code(bare) else ""
