"""Transcripts: a conversation as a small readable file. They hold the names of what is said, never its words.

`# why this person texts` · `> what the person texts` · `< state.key` · `! event` · `* service` · `@ 2 hours`
A photo is `> [photo]`, alone or before words; a service is the one that is talked of now, by its name.
Playing one needs a conversation and a clock that can be moved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.conversation.engine import Conversation, Inbound, Reply
from bot.errors import Problems

PHOTO = "[photo]"
_SECONDS = {"minute": 60, "hour": 3600, "day": 86_400}
_WHILE = re.compile(r"(\d{1,99}) (minute|hour|day)s?")
MOST_SECONDS = 365 * _SECONDS["day"]
"""So much time may go by in one transcript."""


class TranscriptError(Problems):
    """A transcript that cannot be read; the line is told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its mark, what follows it, and its number in the file."""

    mark: str
    text: str
    number: int


def parse(lines: Iterable[str]) -> list[Line]:
    """The lines that mean something. Raises TranscriptError."""
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
    """How long "2 hours" is."""
    found = _WHILE.fullmatch(text)
    if not found:
        raise TranscriptError([f'"{text}": expected a time such as 2 hours'])
    return int(found[1]) * _SECONDS[found[2]]


def inbound(text: str, sid: str, phone: str) -> Inbound:
    """The text of a `>` line as it would come in."""
    media = 1 if text.startswith(PHOTO) else 0
    return Inbound(sid, phone, text.removeprefix(PHOTO).strip(), media)


def record(text: str, reply: Reply) -> Iterator[str]:
    """The lines that one turn adds to a transcript."""
    yield f"> {text}"
    if reply.text:
        yield f"< {reply.key}"
    yield from (f"! {event}" for event in reply.events)


def play(
    lines: list[Line],
    conversation: Conversation,
    *,
    phone: str,
    sid: Callable[[], str],
    wait: Callable[[int], str],
) -> list[str]:
    """What differs from the transcript, a sentence each; nothing if all is as written.

    `wait` lets time pass and does what falls due; it returns the key of a text that this sent, or "".
    Events are looked for among those of the turn before; a turn may bring about more than are written.
    """
    wrong: list[str] = []
    reply: Reply | None = None
    said = ""
    for line in lines:
        if line.mark == ">":
            reply = conversation.turn(inbound(line.text, sid(), phone))
            said = reply.key if reply.text else ""
        elif line.mark == "@":
            said, reply = wait(seconds(line.text)), None
        elif line.mark == "<" and line.text != said:
            wrong.append(f"line {line.number}: expected {line.text}, was {said or 'nothing'}")
        elif line.mark == "!" and (reply is None or line.text not in reply.events):
            happened = ", ".join(reply.events) if reply else "nothing"
            wrong.append(f"line {line.number}: expected event {line.text}, there was {happened}")
        elif line.mark == "*" and (service := _service(conversation, phone)) != line.text:
            wrong.append(f"line {line.number}: expected the service {line.text}, was {service or 'none'}")
    return wrong


def _service(conversation: Conversation, phone: str) -> str:
    """The name of the service that is talked of, or ""."""
    session = conversation.parts.store.load(phone, "").session
    if session is None or not session.service:
        return ""
    return conversation.parts.directory.describe(session.service, "en").name
