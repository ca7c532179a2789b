"""Parses what staff text: a command, or words for the person whose case they own. Pure.

A text is a command only as a whole, so that "take care" or "close the door" stay words for the person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from bot.casework.cases import Outcome, is_code


class Verb(StrEnum):
    """What the text asks for. WORDS are for the person; ODD looks too much like a command to be passed on."""

    TAKE = "take"
    CLOSE = "close"
    PASS = "pass"  # noqa: S105 -- a command, no password
    BOARD = "board"
    HELP = "help"
    WORDS = "words"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Command:
    """One parsed text. A field that it does not name is ""."""

    verb: Verb
    code: str = ""
    words: str = field(default="", repr=False)  # for the person
    name: str = field(default="", repr=False)  # of a staff member
    outcome: str = ""


OUTCOMES = {
    "helped": Outcome.HELPED, "help": Outcome.HELPED, "ok": Outcome.HELPED, "referred": Outcome.REFERRED,
    "talked": Outcome.ONLY_TALKED, "only talked": Outcome.ONLY_TALKED, "only_talked": Outcome.ONLY_TALKED,
    "unreached": Outcome.NOT_REACHED, "not reached": Outcome.NOT_REACHED, "not_reached": Outcome.NOT_REACHED,
    "other": Outcome.OTHER, "": Outcome.OTHER,
}  # fmt: skip
"""The outcomes that may follow CLOSE."""

_ADDRESSED = re.compile(r"\s*(?:to\s+)?(\w{4})\s*[:\uff1a]\s*(.*)", re.DOTALL | re.IGNORECASE)
_ALONE = {"board": Verb.BOARD, "cases": Verb.BOARD, "help": Verb.HELP, "?": Verb.HELP, "info": Verb.HELP}
_COMMANDS = frozenset({"take", "close", "pass"})


def read(text: str) -> Command:
    """Parse one text. Ignores case and a full stop at the end."""
    addressed = _ADDRESSED.fullmatch(text)
    if addressed and is_code(addressed[1].upper()):
        words = addressed[2].strip()
        return Command(Verb.WORDS if words else Verb.ODD, addressed[1].upper(), words)
    said = text.strip().rstrip(".!").strip()
    parts = said.split()
    lower = said.lower()
    if lower in _ALONE:
        return Command(_ALONE[lower])
    first, code = (lower.split() or [""])[0], _code(parts[1]) if len(parts) > 1 else ""
    command = None
    if first == "take" and len(parts) <= 2:
        command = Command(Verb.TAKE, code) if code or len(parts) == 1 else None
    elif first == "close":
        outcome = " ".join(lower.split()[2 if code else 1 :])
        command = Command(Verb.CLOSE, code, outcome=OUTCOMES[outcome]) if outcome in OUTCOMES else None
    elif first == "pass" and code and len(parts) > 2:
        command = Command(Verb.PASS, code, name=" ".join(parts[2:]))
    if command:
        return command
    if not said or any(_code(part) for part in parts[:2]) or lower in _COMMANDS:
        return Command(Verb.ODD)
    return Command(Verb.WORDS, words=text.strip())


def _code(text: str) -> str:
    """Return the code without the comma or bracket that people add to it, or ""."""
    bare = text.strip(".,:;!?()[]<>\"'#").upper()
    return bare if is_code(bare) else ""
