"""Replays a transcript in memory, on content that is not published yet, and shows it as a chat.

The turns are real, but what they would store is kept in memory, for one invented person. Nobody is texted, no case
opens and nothing is counted. What a worker would do is not played.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.casework.cases import Case
from bot.content.catalog import REMARKS
from bot.content.last_resort import last_word
from bot.content.transcripts import SHIPPED
from bot.conversation.engine import respond, take_turn
from bot.conversation.messages import NO_REPLY, Inbound, Reply, reply_from
from bot.conversation.render import language_of, render_fallback
from bot.conversation.transcript import Line, TranscriptError, inbound, parse, seconds, service_in_talk
from bot.directory.directory import Directory
from bot.directory.load import load_directory
from bot.directory.vetting import DEMO
from bot.errors import WarmlineError
from bot.flows.choices import spec_for
from bot.flows.model import Interpretation
from bot.flows.names import Event, State
from bot.flows.session import Session
from bot.runtime.content import ContentSnapshot
from bot.runtime.runtime import Snapshot
from bot.store import Loaded, PersonKey
from bot.understanding import read

START_AT = 1_795_464_000
"""Noon of a fixed day, so that a transcript ends the same way every day."""

COVER_WORD, COVER_WORD_ES = "weather", "clima"
"""The cover words of the transcripts, whatever the programme's own are."""

NOBODY = PersonKey("rehearsal")
MOST_LINES = 200
_NOT_SAFE_YET = frozenset(
    {State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK, State.WELCOME_LATER, State.SAFETY_COVER}
)
_LIMITS_UNTOLD = frozenset({State.WELCOME_LIMITS, State.WELCOME_MORE, State.WELCOME_REPORT})

KEYS = frozenset({*(state.value for state in State), *REMARKS})
EVENTS = frozenset(event.value for event in Event)


class ChatLine(NamedTuple):
    """One line of the chat. `kind` is person, bot, time, event, service or unplayed.

    `wanted` and `reached` are names of a state, an event or a service. `fits` is None where nothing was expected.
    """

    kind: str
    text: str
    wanted: str = ""
    reached: str = ""
    fits: bool | None = None


class Heard(NamedTuple):
    """One text: its interpretation and the reply to it."""

    reading: Interpretation
    reply: Reply


@dataclass(frozen=True, slots=True)
class Replay:
    """One transcript after it was played."""

    why: str
    chat: tuple[ChatLine, ...]

    @property
    def wrong(self) -> int:
        """The number of lines that came out otherwise than written."""
        return sum(one.fits is False for one in self.chat)

    @property
    def unplayed(self) -> int:
        """The number of lines that need a worker, or somebody else."""
        return sum(one.kind == "unplayed" for one in self.chat)


@cache
def shipped() -> dict[str, tuple[Line, ...]]:
    """Load the shipped transcripts, by name."""
    return {
        path.stem: tuple(lines_of(path.read_text(encoding="utf-8"))) for path in sorted(Path(SHIPPED).glob("*.txt"))
    }


def lines_of(text: str) -> list[Line]:
    """Parse a transcript that can be played. Raises TranscriptError, in words for its author."""
    lines = parse(text.splitlines()[: MOST_LINES + 1])
    problems = [
        f"line {line.number}: {line.text or 'nothing'} is no {kind}. Correct its spelling."
        for line in lines
        for mark, known, kind in (("<", KEYS, "place of the conversation"), ("!", EVENTS, "event"))
        if line.mark == mark and line.text not in known
    ]
    if not lines or lines[0].mark != "#" or not lines[0].text:
        problems.insert(0, "line 1: begin with # and say who texts, and why")
    if not any(line.mark == ">" for line in lines):
        problems.append("nobody texts yet: write a line that begins with >")
    if len(lines) > MOST_LINES:
        problems.append(f"at most {MOST_LINES} lines")
    if problems:
        raise TranscriptError(problems)
    return lines


class Player:
    """Plays transcripts on a snapshot with other content, and with the example services that ship."""

    def __init__(self, snapshot: Snapshot, words: ContentSnapshot) -> None:
        self._snapshot = replace(
            snapshot, settings=replace(snapshot.settings, cover_word=COVER_WORD, cover_word_es=COVER_WORD_ES),
            catalog=words.catalog, lexicon=words.lexicon, hotlines=words.hotlines,
            directory=_examples(snapshot.settings.region),
        )  # fmt: skip

    def play(self, lines: Iterable[Line]) -> Replay:
        """Play a whole transcript."""
        lines = list(lines)
        why = " ".join(line.text for line in lines if line.mark == "#")
        return Replay(why, tuple(self._chat(lines)))

    def hear(self, text: str, state: State, language: str) -> Heard:
        """Interpret a text at a state, and reply to a person who is there."""
        safe = state not in _NOT_SAFE_YET
        told = safe and state not in _LIMITS_UNTOLD
        session = Session(state, language, greeted=True, safe=safe, limits_told=told, last_at=START_AT)
        place, snapshot = spec_for(session), self._snapshot
        reading = read(
            text, place=place, language=language, labels=snapshot.catalog.labels(state, language, place.heard),
            lexicon=snapshot.lexicon, cover_word=COVER_WORD, cover_words=(COVER_WORD_ES,),
            find_area=snapshot.find_area, hearing=snapshot.hearing,
        )  # fmt: skip
        return Heard(reading, self._turn(_Memory(session), text, START_AT))

    def _chat(self, lines: list[Line]) -> Iterator[ChatLine]:
        memory, now = _Memory(), START_AT
        reply: Reply | None = None
        waited = False
        for line in lines:
            if line.mark == ">":
                waited = False
                reply = self._turn(memory, line.text, now)
                yield ChatLine("person", line.text)
                if reply.text and not _told(lines, line):
                    yield ChatLine("bot", reply.text, reached=reply.key)
            elif line.mark == "@":
                now, reply, waited = now + seconds(line.text), None, True
                yield ChatLine("time", line.text)
            elif waited and line.mark in "<!*":  # said by itself: the worker's, and so is the rest
                yield from (ChatLine("unplayed", f"{one.mark} {one.text}") for one in lines[lines.index(line) :])
                return
            elif line.mark == "<":
                reached = reply.key if reply and reply.text else ""
                yield ChatLine("bot", reply.text if reply else "", line.text, reached, line.text == reached)
            elif line.mark == "!":
                events = reply.events if reply else ()
                yield ChatLine("event", "", line.text, ", ".join(events), line.text in events)
            elif line.mark == "*":
                name = self._service(memory)
                yield ChatLine("service", "", line.text, name, line.text == name)

    def _turn(self, memory: _Memory, text: str, now: int) -> Reply:
        snapshot = replace(self._snapshot, now=now, directory=self._snapshot.directory.at(now))
        came = inbound(text, "", "")
        try:
            return memory.turn(snapshot, came)
        except WarmlineError:  # words that cannot be filled in yet
            return _fallback(snapshot, came)

    def _service(self, memory: _Memory) -> str:
        return service_in_talk(memory.session, self._snapshot.directory)


def _told(lines: list[Line], line: Line) -> bool:
    """Return whether the transcript states the reply to this line."""
    after = lines[lines.index(line) + 1 :]
    return next((one.mark == "<" for one in after if one.mark in "<>@"), False)


def _fallback(snapshot: Snapshot, came: Inbound) -> Reply:
    code = language_of(snapshot, came)
    try:
        return render_fallback(snapshot, came, code)
    except WarmlineError:
        return Reply(last_word(code), "last_word", State.WELCOME_PAUSED.value, code)


@cache
def _examples(region: str) -> Directory:
    """Load the shipped services, offered although nobody has vetted them: they only show where the words lead."""
    return load_directory(region=region, rules=DEMO, clock=lambda: START_AT)


@dataclass(slots=True)
class _Memory:
    """Remembers one invented person while a transcript is played."""

    session: Session | None = None
    stopped: bool = False
    case: Case | None = None

    def turn(self, snapshot: Snapshot, came: Inbound) -> Reply:
        """Take one turn, and keep what it would store. May raise WarmlineError; nothing is kept then."""
        loaded = Loaded(NOBODY, self.session, "", self.stopped, None, b"")
        turned = take_turn(snapshot, loaded, came)
        if turned is None:
            return NO_REPLY
        case = self.case if self.case and self.case.code == turned.needed_case else None
        commit = respond(snapshot, turned, case)
        self.session, self.stopped = commit.session, commit.stopped
        self.case = commit.case or self.case
        return reply_from(commit.said, commit.events)
