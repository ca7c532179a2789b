"""Conversation with the bot in a terminal: the same engine and store, no network. It can record a transcript."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

import click

from bot.config.settings import Settings
from bot.conversation.transcript import TranscriptError, inbound, record, seconds
from bot.flows.names import State
from bot.flows.session import Session
from bot.inbound.router import Router
from bot.jobs.check_ins import CheckIns
from bot.jobs.outcome import JobRun
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from bot.sms.segments import count
from bot.store import Commit, StoredReply
from bot.store.jobs import CheckIn, SendToPerson

INTRODUCTION = """You are the person texting. Press Enter or Ctrl-D to leave.
Type "@ 2 hours" to let time pass, or "[photo]" to send a picture."""


class Clock:
    """Clock that the person at the terminal can move forward."""

    def __init__(self) -> None:
        self.ahead = 0

    def __call__(self) -> int:
        return int(time.time()) + self.ahead


@contextmanager
def open_runtime(settings: Settings, clock: Clock) -> Iterator[Runtime]:
    """Open a runtime on the embedded Redis: demo mode's own, else one that is deleted afterwards."""
    with TemporaryDirectory(prefix="warmline-chat-") as folder:
        # never store an invented person beside real ones
        var_dir = settings.var_dir if settings.demo and settings.embedded_redis else Path(folder)
        with embedded_redis(var_dir) as url:
            yield replace(build(replace(settings, redis_url=url)), clock=clock)


def begin(runtime: Runtime, phone: str, language: str) -> None:
    """Store a session in a chosen language before the first text."""
    loaded = runtime.store.load(phone, "")
    session = Session(language=language, language_chosen=True, last_at=runtime.clock())
    said = StoredReply("", "", session.state.value, language)
    runtime.store.commit(loaded, Commit(sid="", said=said, phone=phone, session=session, stopped=False))


def talk(runtime: Runtime, clock: Clock, language: str, out: TextIO | None) -> None:
    """Read texts from the terminal and print the replies, until an empty line."""
    phone = f"+1555{secrets.randbelow(10**7):07}"
    if language:
        begin(runtime, phone, language)
    click.echo(INTRODUCTION)
    while text := _ask():
        if text.startswith("@"):
            _wait(text, clock, out)
            _check_in(runtime, phone, out)
            continue
        clock.ahead += READ_SECONDS  # here an answer is read at once; the same words again are no second copy
        reply = Router(runtime).handle(inbound(text, f"SM{secrets.token_hex(16)}", phone))
        if out:
            out.writelines(f"{line}\n" for line in record(text, reply))
        size = count(reply.text)
        click.echo(f"\n{reply.text or '(no reply)'}\n")
        click.secho(f"  {reply.state} · {reply.language} · {size.segments} x {size.encoding}", dim=True)


def _ask() -> str:
    try:
        return str(click.prompt("you", default="", show_default=False, prompt_suffix="> ")).strip()
    except (click.Abort, EOFError):
        return ""


def _wait(text: str, clock: Clock, out: TextIO | None) -> None:
    try:
        clock.ahead += seconds(text[1:].strip())
    except TranscriptError as error:
        click.echo(str(error))
        return
    if out:
        out.write(f"{text}\n")


def _check_in(runtime: Runtime, phone: str, out: TextIO | None) -> None:
    """Print the check-in that has become due in the meantime, if one was set. Nothing is sent."""
    store, now = runtime.store, runtime.clock()
    loaded = store.load(phone, "")
    session = loaded.session
    if session is None or not session.check_in or now < session.check_in_at:
        return
    job = CheckIn(loaded.person, session.check_in)
    CheckIns(runtime).check_in(job, JobRun(job.dump(), now))
    store.due.complete(job.dump())
    for number in range(1, MOST_WAITING):
        text = SendToPerson(loaded.person, number)
        waiting = store.waiting_text(text)
        if waiting:
            click.echo(f"\n{waiting.text}\n")
            store.drop_outgoing(text)
            if out:
                out.write(f"< {State.FOLLOWUP_CHECKIN.value}\n")


READ_SECONDS = 10
MOST_WAITING = 10
"""Maximum number of waiting texts for one invented person."""


def recorded(path: Path | None) -> TextIO | None:
    """Open the file to record to and write its first line, in which the author gives the reason."""
    if path is None:
        return None
    out = path.open("w", encoding="utf-8")
    out.write("# Why this person texts.\n")
    return out
