"""Talk to the bot in a terminal: the same conversation, the same store, no network. Can record a transcript."""

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
from bot.conversation.engine import Conversation
from bot.conversation.transcript import TranscriptError, inbound, record, seconds
from bot.flows.names import State
from bot.flows.session import Session
from bot.jobs.check_ins import CHECK_IN, CheckIns
from bot.runtime.build import build
from bot.server.embedded_redis import embedded_redis
from bot.sms.segments import count
from bot.store import Commit, Said

INTRODUCTION = """You are the person texting. Press Enter or Ctrl-D to leave.
Type "@ 2 hours" to let time pass, or "[photo]" to send a picture."""


class Clock:
    """The time, and how far the person in the terminal has moved it."""

    def __init__(self) -> None:
        self.ahead = 0

    def __call__(self) -> int:
        return int(time.time()) + self.ahead


@contextmanager
def conversation(settings: Settings, clock: Clock) -> Iterator[Conversation]:
    """A conversation on the embedded Redis: demo mode's own, else one that is gone afterwards."""
    with TemporaryDirectory(prefix="warmline-chat-") as folder:
        # an invented person has no place beside real ones
        var_dir = settings.var_dir if settings.demo and not settings.redis_url else Path(folder)
        with embedded_redis(var_dir) as url:
            yield _with_clock(build(replace(settings, redis_url=url)), clock)


def _with_clock(made: Conversation, clock: Clock) -> Conversation:
    return Conversation(replace(made.parts, clock=clock))


def begin(made: Conversation, phone: str, language: str) -> None:
    """A session in a chosen language, before the first text."""
    loaded = made.parts.store.load(phone, "")
    session = Session(language=language, language_chosen=True, last_at=made.parts.clock())
    said = Said("", "", session.state.value, language)
    made.parts.store.commit(loaded, Commit(sid="", said=said, phone=phone, session=session, stopped=False))


def talk(made: Conversation, clock: Clock, language: str, out: TextIO | None) -> None:
    """Read texts from the terminal and print the replies, until an empty line."""
    phone = f"+1555{secrets.randbelow(10**7):07}"
    if language:
        begin(made, phone, language)
    click.echo(INTRODUCTION)
    while text := _ask():
        if text.startswith("@"):
            _wait(text, clock, out)
            _check_in(made, phone, out)
            continue
        reply = made.turn(inbound(text, f"SM{secrets.token_hex(16)}", phone))
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


def _check_in(made: Conversation, phone: str, out: TextIO | None) -> None:
    """The check-in that has fallen due meanwhile, if one was set: told here instead of being sent."""
    store, now = made.parts.store, made.parts.clock()
    loaded = store.load(phone, "")
    session = loaded.session
    if session is None or not session.check_in or now < session.check_in_at:
        return
    ref = f"{loaded.person}:{session.check_in}"
    CheckIns(made).say(CHECK_IN, ref, now)
    store.due.done(f"checkin:{ref}")
    for number in range(1, MOST_WAITING):
        waiting = store.outgoing(f"{loaded.person}:{number:06}")
        if waiting:
            click.echo(f"\n{waiting[1]}\n")
            store.drop_outgoing(f"{loaded.person}:{number:06}")
            if out:
                out.write(f"< {State.FOLLOWUP_CHECKIN.value}\n")


MOST_WAITING = 10
"""Texts that may wait for one invented person."""


def recorded(path: Path | None) -> TextIO | None:
    """The file to record to, begun with the line for the reason, which its author fills in."""
    if path is None:
        return None
    out = path.open("w", encoding="utf-8")
    out.write("# Why this person texts.\n")
    return out
