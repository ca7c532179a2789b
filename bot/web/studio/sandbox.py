"""The test bench: invented conversations, played on the draft and shown as chats. Nobody is texted.

Shipped transcripts are read-only; editors may save others. They hold nothing of any person.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import content_hash
from bot.conversation.replay import Player, Replay, lines_of, shipped
from bot.conversation.transcript import Line, TranscriptError
from bot.errors import Conflict, safe_location
from bot.web.current import runtime
from bot.web.staff import role_required
from bot.web.studio.base import bp
from bot.web.studio.workspace import Workspace, load_workspace

log = logging.getLogger(__name__)

MOST_KEPT = 100
LONGEST_NAME = 40
LONGEST_TEXT = 12_000
BLANK = "# She is tired, and puts it off.\n> hey\n< welcome.hello\n> not now\n< welcome.later\n"


class Played(NamedTuple):
    """A transcript and how it played. `faults` say why it cannot be played, as when a release removed a state."""

    name: str
    is_own: bool
    rehearsal: Replay
    faults: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """The form's content. `old` is the name of the transcript that it changes, "" for a new one.

    After a conflict `now` is what another editor saved.
    """

    old: str = ""
    title: str = ""
    text: str = BLANK
    mark: str = content_hash("")
    faults: tuple[str, ...] = ()
    now: str = ""


@bp.get("/bench")
@role_required("editor")
def bench() -> ResponseReturnValue:
    """Show all transcripts and how each played."""
    return _page(Sheet())


@bp.get("/bench/<kind>/<name>")
@role_required("editor")
def play(kind: str, name: str) -> ResponseReturnValue:
    """Show one transcript as a chat."""
    sheet, stage = None, _stage(load_workspace())
    if kind == "shipped" and name in shipped():
        played = _play(stage, name, shipped()[name])
    elif kind == "own" and (text := _own().get(name)):
        played, sheet = _play(stage, name, text), Sheet(name, title_of(name), text, content_hash(text))
    else:
        abort(404)
    return render_template("studio/bench_chat.html", played=played, title=title_of(name), sheet=sheet)


@bp.post("/bench")
@role_required("editor")
def keep_transcript() -> ResponseReturnValue:
    """Save a transcript of the editors, or delete it with "drop"."""
    form = request.form
    old, text = form.get("old", ""), "\n".join(form.get("text", "").splitlines()).strip()
    title = " ".join(form.get("title", "").split()) or title_of(old)
    name, kept, goes = old or _name_of(title), _own(), form.get("act") == "drop"
    was = kept.get(name, "")
    faults = [] if goes else _faults(name, text, is_new=not old, kept=kept)
    if faults:
        return _page(Sheet(old, title, text, content_hash(was), tuple(faults))), 422
    try:
        is_as_seen = content_hash(was) == form.get("seen") and bool(was) == bool(old)
        if not is_as_seen and (was or not goes):
            raise Conflict("it has changed since it was seen")
        runtime().store.words.put_transcript(name, was.encode(), b"" if goes else text.encode())
    except Conflict:
        now = _own().get(name, "")
        says = (CHANGED_NOT_GONE if goes else CHANGED) if now else GONE
        return _page(Sheet(old if now else "", title, text, content_hash(now), (says,), now)), 409
    if goes:
        return redirect(url_for("studio.bench", done="drop"), 303)
    return redirect(url_for("studio.play", kind="own", name=name), 303)


CHANGED = "Someone else changed this. Their version is below. Save again to replace it."
CHANGED_NOT_GONE = "Someone else changed this, so we didn't delete it. Their version is below."
GONE = "Someone else deleted this. Save again to keep it."
UNPLAYABLE = "We can't run this test. Change or delete it."


def _page(sheet: Sheet) -> str:
    space = load_workspace()
    stage = _stage(space)
    played = [_play(stage, name, lines) for name, lines in shipped().items()]
    own = [_play(stage, name, text) for name, text in sorted(_own().items())]
    everything = own + played
    return render_template(
        "studio/bench.html",
        own=own,
        shipped=sorted(played, key=lambda one: not one.rehearsal.wrong),
        count=len(everything),
        wrong=sum(bool(one.rehearsal.wrong or one.faults) for one in everything),
        sheet=sheet,
        title_of=title_of,
        is_draft=bool(space.draft),
        done=request.args.get("done", ""),
    )


def _play(stage: Player, name: str, told: str | Iterable[Line]) -> Played:
    """Play an editor's transcript, by its text, or a shipped one, by its lines. A failure is shown, not raised."""
    is_own = isinstance(told, str)
    try:
        return Played(name, is_own, stage.play(lines_of(told) if isinstance(told, str) else told))
    except TranscriptError as error:
        faults = error.problems
    except Exception as error:
        log.error("a transcript cannot be played: %s", safe_location(error))
        faults = (UNPLAYABLE,)
    return Played(name, is_own, Replay("", ()), faults)


def title_of(name: str) -> str:
    """Return a transcript's name as a title."""
    return name.replace("_", " ").capitalize()


def _stage(space: Workspace) -> Player:
    return Player(runtime().snapshot(), space.preview())


def _own() -> dict[str, str]:
    return {name: text.decode() for name, text in runtime().store.words.transcripts().items()}


def _name_of(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:LONGEST_NAME]


def _faults(name: str, text: str, *, is_new: bool, kept: dict[str, str]) -> list[str]:
    """Say in sentences why a transcript cannot be saved."""
    checks = (
        (not name, "Enter a name with letters or digits."),
        (is_new and name in kept, "Another test has this name. Choose a different one."),
        (is_new and len(kept) >= MOST_KEPT, f"You can keep up to {MOST_KEPT} tests. Delete one first."),
        (len(text) > LONGEST_TEXT, "This is too long. Split it in two."),
    )
    faults = [says for is_wrong, says in checks if is_wrong]
    if faults:
        return faults
    try:
        lines_of(text)
    except TranscriptError as error:
        return [f"{problem[:1].upper()}{problem[1:]}" for problem in error.problems]
    return []
