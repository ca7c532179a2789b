"""Transcripts: a conversation as a small readable file. It holds the names of replies, never their words.

`# why this person texts` · `> what the person texts` · `< state.key` · `! event` · `* service` · `@ 2 hours`
A photo is `> [photo]`, alone or before words. A service line names the service in talk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.conversation.messages import PHOTO_MARK, Inbound, Reply
from bot.directory.directory import Directory
from bot.errors import ValidationErrors
from bot.flows.session import Session

_SECONDS = {"minute": 60, "hour": 3600, "day": 86_400}
_WHILE = re.compile(r"(\d{1,99}) (minute|hour|day)s?")
MOST_SECONDS = 365 * _SECONDS["day"]
"""The most time that may pass in one transcript."""


class TranscriptError(ValidationErrors):
    """A transcript that cannot be read. Each problem names its line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its mark, the text after it, and its number in the file."""

    mark: str
    text: str
    number: int


def parse(lines: Iterable[str]) -> list[Line]:
    """Parse the lines that are not empty. Raises TranscriptError."""
    found, problems, passed = [], [], 0
    for number, line in enumerate(lines, 1):
        mark, text = line[:1], line[1:].strip()
        if not line.strip():
            continue
        if mark not in "#><!*@":
            problems.append(f"line {number}: expected a line that begins with # > < ! * or @")
        elif mark == "@" and not _WHILE.fullmatch(text):
            problems.append(f"line {number}: expected a time such as 2 hours")
        elif mark == "@" and (passed := passed + seconds(text)) > MOST_SECONDS:
            problems.append(f"line {number}: at most a year may go by, in all")
        else:
            found.append(Line(mark, text, number))
    if problems:
        raise TranscriptError(problems)
    return found


def seconds(text: str) -> int:
    """Return the seconds of a time such as "2 hours". Raises TranscriptError."""
    found = _WHILE.fullmatch(text)
    if not found:
        raise TranscriptError([f'"{text}": expected a time such as 2 hours'])
    return int(found[1]) * _SECONDS[found[2]]


def inbound(text: str, sid: str, phone: str) -> Inbound:
    """Build the inbound message of a `>` line."""
    media = 1 if text.startswith(PHOTO_MARK) else 0
    return Inbound(sid, phone, text.removeprefix(PHOTO_MARK).strip(), media)


def record(text: str, reply: Reply) -> Iterator[str]:
    """Return the lines that one turn adds to a transcript."""
    yield f"> {text}"
    if reply.text:
        yield f"< {reply.key}"
    yield from (f"! {event}" for event in reply.events)


def play(
    lines: list[Line],
    *,
    send: Callable[[str], Reply],
    wait: Callable[[int], str],
    service: Callable[[], str],
) -> list[str]:
    """Play a transcript and return the differences, a sentence each; an empty list when all is as written.

    `send` texts as the person. `wait` lets seconds pass, does what falls due, and returns the key of a text that this
    sent, or "". `service` returns the name of the service in talk. Events are looked for in the last turn only.
    """
    wrong: list[str] = []
    reply: Reply | None = None
    said = ""
    for line in lines:
        if line.mark == ">":
            reply = send(line.text)
            said = reply.key if reply.text else ""
        elif line.mark == "@":
            said, reply = wait(seconds(line.text)), None
        elif line.mark == "<" and line.text != said:
            wrong.append(f"line {line.number}: expected {line.text}, was {said or 'nothing'}")
        elif line.mark == "!" and (reply is None or line.text not in reply.events):
            happened = ", ".join(reply.events) if reply else "nothing"
            wrong.append(f"line {line.number}: expected event {line.text}, there was {happened}")
        elif line.mark == "*" and (name := service()) != line.text:
            wrong.append(f"line {line.number}: expected the service {line.text}, was {name or 'none'}")
    return wrong


def service_in_talk(session: Session | None, directory: Directory) -> str:
    """Return the name of the service that the person is talking about, or ""."""
    return directory.describe(session.service, "en").name if session and session.service else ""
