"""Plays a transcript in memory, on words that nobody has published yet, and tells it as a chat.

The turns are the real ones; only what they would store stays here, for one made-up person, and is gone with them.
Nobody is texted, no case opens and nothing is counted. What the worker would do is not played.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from bot.casework.cases import Case
from bot.content.catalog import REMARKS
from bot.content.transcripts import SHIPPED
from bot.conversation.engine import Conversation, Parts, Reply
from bot.conversation.placeholders import Wording
from bot.conversation.transcript import Line, TranscriptError, inbound, parse, seconds
from bot.directory.directory import Directory
from bot.directory.load import load_directory
from bot.directory.vetting import DEMO
from bot.errors import WarmlineError
from bot.flows.choices import place_of
from bot.flows.model import Reading
from bot.flows.names import Event, State
from bot.flows.session import Session
from bot.runtime.content import InUse
from bot.store import Commit, Loaded, PersonKey, Said, Store
from bot.understanding import read

START_AT = 1_795_464_000
"""A noon: of a made-up day, so that a transcript ends as it did yesterday."""

COVER_WORD = "weather"
"""The one of the transcripts, whatever the programme's own is."""

NOBODY = PersonKey("rehearsal")
MOST_LINES = 200
_NOT_SAFE_YET = frozenset(
    {State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK, State.WELCOME_LATER, State.SAFETY_COVER}
)
_LIMITS_UNTOLD = frozenset({State.WELCOME_LIMITS, State.WELCOME_MORE, State.WELCOME_REPORT})

KEYS = frozenset({*(state.value for state in State), *REMARKS})
EVENTS = frozenset(event.value for event in Event)


class Bubble(NamedTuple):
    """One line of the chat. `kind` is person, bot, time, event, service or unplayed; `fits` None where nothing was
    expected of it. `wanted` and `reached` are names: of a state, an event or a service.
    """

    kind: str
    text: str
    wanted: str = ""
    reached: str = ""
    fits: bool | None = None


class Heard(NamedTuple):
    """One text: how it is read, and what is answered."""

    reading: Reading
    reply: Reply


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One transcript as it was played."""

    why: str
    chat: tuple[Bubble, ...]

    @property
    def wrong(self) -> int:
        """How many lines came out otherwise than written."""
        return sum(one.fits is False for one in self.chat)

    @property
    def unplayed(self) -> int:
        """How many lines only the worker, or somebody else, could bring about."""
        return sum(one.kind == "unplayed" for one in self.chat)


@cache
def shipped() -> dict[str, tuple[Line, ...]]:
    """The transcripts that ship, by name."""
    return {
        path.stem: tuple(lines_of(path.read_text(encoding="utf-8"))) for path in sorted(Path(SHIPPED).glob("*.txt"))
    }


def lines_of(text: str) -> list[Line]:
    """The lines of a transcript that can be played. Raises TranscriptError, in words for who wrote it."""
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


class Stage:
    """Real parts, standing on other words and on the example services that ship; what they would store is dropped."""

    def __init__(self, parts: Parts, words: InUse) -> None:
        directory = _examples(parts.settings.region)
        settings = replace(parts.settings, cover_word=COVER_WORD)
        self._parts = replace(
            parts, settings=settings, catalog=words.catalog, lexicon=words.lexicon, directory=directory,
            wording=Wording(settings, words.hotlines, directory), edition=parts.words.now.edition.number,
        )  # fmt: skip

    def play(self, lines: Iterable[Line]) -> Rehearsal:
        """The whole transcript as a chat."""
        lines = list(lines)
        why = " ".join(line.text for line in lines if line.mark == "#")
        return Rehearsal(why, tuple(self._chat(lines)))

    def hear(self, text: str, state: State, language: str) -> Heard:
        """What a text would be read as at a place, and what would be answered to who stands there."""
        safe = state not in _NOT_SAFE_YET
        told = safe and state not in _LIMITS_UNTOLD
        session = Session(state, language, greeted=True, safe=safe, limits_told=told, last_at=START_AT)
        place, parts = place_of(session), self._parts
        reading = read(
            text, place=place, language=language, labels=parts.catalog.labels(state, language, place.offers),
            lexicon=parts.lexicon, cover_word=COVER_WORD, find_area=parts.find_area,
        )  # fmt: skip
        return Heard(reading, self._turn(_Memory(session), text, START_AT))

    def _chat(self, lines: list[Line]) -> Iterator[Bubble]:
        memory, now = _Memory(), START_AT
        reply: Reply | None = None
        waited = False
        for line in lines:
            if line.mark == ">":
                waited = False
                reply = self._turn(memory, line.text, now)
                yield Bubble("person", line.text)
                if reply.text and not _told(lines, line):
                    yield Bubble("bot", reply.text, reached=reply.key)
            elif line.mark == "@":
                now, reply, waited = now + seconds(line.text), None, True
                yield Bubble("time", line.text)
            elif waited and line.mark in "<!*":  # said by itself: the worker's, and so is the rest
                yield from (Bubble("unplayed", f"{one.mark} {one.text}") for one in lines[lines.index(line) :])
                return
            elif line.mark == "<":
                reached = reply.key if reply and reply.text else ""
                yield Bubble("bot", reply.text if reply else "", line.text, reached, line.text == reached)
            elif line.mark == "!":
                events = reply.events if reply else ()
                yield Bubble("event", "", line.text, ", ".join(events), line.text in events)
            elif line.mark == "*":
                name = self._service(memory)
                yield Bubble("service", "", line.text, name, line.text == name)

    def _turn(self, memory: _Memory, text: str, now: int) -> Reply:
        directory = self._parts.directory.still(now)
        wording = self._parts.wording.on(directory)
        parts = replace(self._parts, store=memory, directory=directory, wording=wording, clock=lambda: now)
        came = inbound(text, "", "")
        try:
            return Conversation(parts).once(memory.loaded(), came)
        except WarmlineError:  # words that cannot be filled in yet
            return Conversation(parts).fallback(came)

    def _service(self, memory: _Memory) -> str:
        session = memory.loaded().session
        return self._parts.directory.describe(session.service, "en").name if session and session.service else ""


def _told(lines: list[Line], line: Line) -> bool:
    """Whether the transcript says what the answer to this line is."""
    after = lines[lines.index(line) + 1 :]
    return next((one.mark == "<" for one in after if one.mark in "<>@"), False)


@cache
def _examples(region: str) -> Directory:
    """The services that ship, offered although nobody has vetted them: they only show where the words lead."""
    return load_directory(region=region, rules=DEMO, clock=lambda: START_AT)


class _Memory(Store):
    """Remembers one made-up person while a transcript is played. Reaches no server."""

    def __init__(self, session: Session | None = None) -> None:
        self._session = session
        self._stopped = False
        self._case: Case | None = None
        case: Any = SimpleNamespace(get=self._found)
        self.cases = case

    def _found(self, code: str) -> Case | None:
        return self._case if self._case and self._case.code == code else None

    def loaded(self) -> Loaded:
        """The person as they are remembered."""
        return Loaded(NOBODY, self._session, "", self._stopped, None, b"")

    def commit(self, loaded: Loaded, commit: Commit) -> Said:
        """Remember what a turn changed."""
        self._session, self._stopped = commit.session, commit.stopped
        self._case = commit.case or self._case
        return commit.said
