"""Every transcript, played against the real conversation on a real store. The worker runs what becomes due."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.transcripts import SHIPPED
from bot.conversation.messages import Reply
from bot.conversation.transcript import Line, TranscriptError, inbound, parse, play, service_in_talk
from bot.inbound.router import Router
from bot.jobs.worker import Worker
from bot.runtime.runtime import Runtime
from bot.sms.twilio import TwilioClient
from tests.support.app import MovedClock

FILES = sorted(SHIPPED.glob("*.txt"))


def test_transcripts_number_at_least_twenty():
    assert len(FILES) >= 20


def play_by(
    runtime: Runtime, phone: str, sid: Callable[[], str], lines: list[Line], wait: Callable[[int], str]
) -> list[str]:
    """Play the lines from one phone; what differs."""

    def service() -> str:
        return service_in_talk(runtime.store.load(phone, "").session, runtime.directory.now)

    def send(text: str) -> Reply:
        clock = runtime.clock
        assert isinstance(clock, MovedClock)
        if said and said[-1] == text:
            clock.let_read()
        said.append(text)
        return router.handle(inbound(text, sid(), phone))

    said: list[str] = []
    router = Router(runtime)
    return play(lines, send=send, wait=wait, service=service)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_transcript(path: Path, runtime: Runtime, clock: MovedClock, phone: str, sid: Callable[[], str]) -> None:
    store = runtime.store
    worker = Worker(runtime, TwilioClient(runtime.settings))

    def wait(seconds: int) -> str:
        """Let time pass and return the state that a due check-in leads to.

        Jobs left by other transcripts may run first.
        """
        clock.now += seconds
        before = store.load(phone, "").session
        while worker.work_once():
            after = store.load(phone, "").session
            if before and after and after.revision != before.revision:
                return after.state.value
        return ""

    lines = parse(path.read_text(encoding="utf-8").splitlines())
    assert lines[0].mark == "#" and lines[0].text.endswith("."), "the first line says why"
    assert play_by(runtime, phone, sid, lines, wait) == []


def test_failing_transcript_names_line_and_expectation(runtime: Runtime, phone: str, sid: Callable[[], str]) -> None:
    lines = parse(["# Why.", "> hey", "< needs.ask", "! opted_out"])
    wrong = play_by(runtime, phone, sid, lines, lambda _: "")
    assert wrong == [
        "line 3: expected needs.ask, was welcome.hello",
        "line 4: expected event opted_out, there was greeted",
    ]


@pytest.mark.parametrize("line", ["hello", "@ soon", "? x"])
def test_transcript_parser_refuses_unknown_lines(line: str) -> None:
    with pytest.raises(TranscriptError, match="line 2: expected"):
        parse(["# Why.", line])
