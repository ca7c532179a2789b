"""The test bench: made-up conversations, played against the draft, each shown as a chat.

Those that ship stay as they are; editors keep others beside them. Nobody is texted and nothing of a person stands here.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import mark_of
from bot.conversation.replay import Rehearsal, Stage, lines_of, shipped
from bot.conversation.transcript import Line, TranscriptError
from bot.errors import LostRace, where
from bot.web.current import parts
from bot.web.staff import allowed
from bot.web.studio.base import desk, doors

log = logging.getLogger(__name__)

MOST_KEPT = 100
LONGEST_NAME = 40
LONGEST_TEXT = 12_000
BLANK = "# She is tired, and puts it off.\n> hey\n< welcome.hello\n> not now\n< welcome.later\n"


class Played(NamedTuple):
    """A transcript by its name, as it was played. `faults`: why it cannot be, as when a release took a
    place that it names.
    """

    name: str
    is_own: bool
    rehearsal: Rehearsal
    faults: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """What stands in the form. `old` is the name of what is changed, "" for a new one; `now` what somebody else has
    made of it meanwhile.
    """

    old: str = ""
    title: str = ""
    text: str = BLANK
    mark: str = mark_of("")
    faults: tuple[str, ...] = ()
    now: str = ""


@doors.get("/bench")
@allowed("editor")
def bench() -> ResponseReturnValue:
    """All of them, and how each came out."""
    return _page(Sheet())


@doors.get("/bench/<kind>/<name>")
@allowed("editor")
def play(kind: str, name: str) -> ResponseReturnValue:
    """One as a chat."""
    sheet = None
    if kind == "shipped" and name in shipped():
        played = _play(_stage(), name, shipped()[name])
    elif kind == "own" and (text := _own().get(name)):
        played, sheet = _play(_stage(), name, text), Sheet(name, title_of(name), text, mark_of(text))
    else:
        abort(404)
    return render_template("studio/bench_chat.html", played=played, title=title_of(name), sheet=sheet)


@doors.post("/bench")
@allowed("editor")
def keep_transcript() -> ResponseReturnValue:
    """Keep one of the editors' own, or with "drop" let go of it."""
    form = request.form
    old, text = form.get("old", ""), "\n".join(form.get("text", "").splitlines()).strip()
    title = " ".join(form.get("title", "").split()) or title_of(old)
    name, kept, goes = old or _name_of(title), _own(), form.get("act") == "drop"
    was = kept.get(name, "")
    faults = [] if goes else _faults(name, text, is_new=not old, kept=kept)
    if faults:
        return _page(Sheet(old, title, text, mark_of(was), tuple(faults))), 422
    try:
        is_as_seen = mark_of(was) == form.get("seen") and bool(was) == bool(old)
        if not is_as_seen and (was or not goes):
            raise LostRace("it has changed since it was seen")
        parts().store.words.put_transcript(name, was.encode(), b"" if goes else text.encode())
    except LostRace:
        now = _own().get(name, "")
        says = (CHANGED_NOT_GONE if goes else CHANGED) if now else GONE
        return _page(Sheet(old if now else "", title, text, mark_of(now), (says,), now)), 409
    if goes:
        return redirect(url_for("studio.bench", done="drop"), 303)
    return redirect(url_for("studio.play", kind="own", name=name), 303)


CHANGED = "Someone else changed this. Their version is below. Save again to replace it."
CHANGED_NOT_GONE = "Someone else changed this, so we didn't delete it. Their version is below."
GONE = "Someone else deleted this. Save again to keep it."
UNPLAYABLE = "We can't run this test. Change or delete it."


def _page(sheet: Sheet) -> str:
    stage = _stage()
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
        is_draft=bool(desk().draft()),
        done=request.args.get("done", ""),
    )


def _play(stage: Stage, name: str, told: str | Iterable[Line]) -> Played:
    """One of the editors' own, by its text, or one that ships, by its lines. One that fails takes no other with it."""
    is_own = isinstance(told, str)
    try:
        return Played(name, is_own, stage.play(lines_of(told) if isinstance(told, str) else told))
    except TranscriptError as error:
        faults = error.problems
    except Exception as error:
        log.error("a transcript cannot be played: %s", where(error))
        faults = (UNPLAYABLE,)
    return Played(name, is_own, Rehearsal("", ()), faults)


def title_of(name: str) -> str:
    """A transcript's name as a title."""
    return name.replace("_", " ").capitalize()


def _stage() -> Stage:
    return Stage(parts(), desk().preview())


def _own() -> dict[str, str]:
    return {name: text.decode() for name, text in parts().store.words.transcripts().items()}


def _name_of(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:LONGEST_NAME]


def _faults(name: str, text: str, *, is_new: bool, kept: dict[str, str]) -> list[str]:
    """Why it cannot be kept, or read, a sentence each."""
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
