"""The test bench: made-up conversations, played against the draft, each shown as a chat.

Those that ship stay as they are; editors keep others beside them. Nobody is texted and nothing of a person stands here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import mark_of
from bot.errors import LostRace
from bot.rehearsal import Rehearsal, Stage, lines_of, shipped
from bot.transcript import TranscriptError
from bot.web.parts import parts
from bot.web.staff import allowed
from bot.web.studio.look import desk, doors

MOST_KEPT = 100
LONGEST_NAME = 40
LONGEST_TEXT = 12_000
BLANK = "# She is tired, and puts it off.\n> hey\n< welcome.hello\n> not now\n< welcome.later\n"


class Played(NamedTuple):
    """A transcript by its name, as it was played. `faults`: why it cannot be, since a release changed what it names."""

    name: str
    is_own: bool
    rehearsal: Rehearsal
    faults: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """What stands in the form. `old` is the name of what is changed, "" for a new one."""

    old: str = ""
    title: str = ""
    text: str = BLANK
    mark: str = mark_of("")
    faults: tuple[str, ...] = ()


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
        played = Played(name, False, _stage().play(shipped()[name]))
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
    title = " ".join(form.get("title", "").split())
    name, kept = old or _name_of(title), _own()
    was = kept.get(name, "")
    if form.get("act") == "drop":
        if was:
            parts().store.words.put_transcript(name, was.encode(), b"")
        return redirect(url_for("studio.bench", done="drop"), 303)
    faults = _faults(name, text, is_new=not old, kept=kept)
    if not faults and mark_of(was) == form.get("seen"):
        try:
            parts().store.words.put_transcript(name, was.encode(), text.encode())
        except LostRace:
            faults = [CHANGED]
        else:
            return redirect(url_for("studio.play", kind="own", name=name), 303)
    return _page(Sheet(old, title, text, mark_of(was), tuple(faults or [CHANGED]))), 422


CHANGED = "Somebody else has changed it meanwhile. Send it once more to put yours in its place."


def _page(sheet: Sheet) -> str:
    stage = _stage()
    played = [Played(name, False, stage.play(lines)) for name, lines in shipped().items()]
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


def _play(stage: Stage, name: str, text: str) -> Played:
    """One of the editors' own."""
    try:
        return Played(name, True, stage.play(lines_of(text)))
    except TranscriptError as error:
        return Played(name, True, Rehearsal("", ()), error.problems)


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
        (not name, "Give it a name, in letters or digits."),
        (is_new and name in kept, "There is one of that name already. Choose another name."),
        (is_new and len(kept) >= MOST_KEPT, f"At most {MOST_KEPT} can be kept. Let go of one first."),
        (not is_new and name not in kept, "It has been let go of meanwhile."),
        (len(text) > LONGEST_TEXT, "That is too long for one conversation. Cut it in two."),
    )
    faults = [says for is_wrong, says in checks if is_wrong]
    if faults:
        return faults
    try:
        lines_of(text)
    except TranscriptError as error:
        return [f"{problem[:1].upper()}{problem[1:]}" for problem in error.problems]
    return []
