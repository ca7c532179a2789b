"""`python -m tests.evaluate`: how well the reader understands texts that nobody wrote for it.

Prints figures by kind, never a text, unless `--show` is given. The last line is `targets missed: N of M`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from bot.errors import WarmlineError
from tests.bench.harness import say
from tests.evaluate import noise, sections, speed
from tests.evaluate.against import ROOT, CannotRun, exported, read_with
from tests.evaluate.lines import CONTROLS, Line, load_also, load_folder
from tests.evaluate.noise import ReadAll
from tests.evaluate.reading import MIDDLE, Reader, Request
from tests.evaluate.scoring import (
    Scored,
    hears_need,
    is_harmless,
    is_heard,
    is_right_control,
    requests,
    score,
    wanted_needs,
)
from tests.evaluate.sections import Section
from tests.evaluate.targets import verdict

HELD_OUT = Path(__file__).with_name("held_out")
ALSO = "EVALUATE_ALSO"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read all sets and print the report. Return 1 when a set cannot be read."""
    given = _parser().parse_args(arguments)
    try:
        held_out = load_folder(given.held_out)
        also = [one for path in _also(given.also) for one in load_also(path, given.most, given.seed)]
    except (OSError, UnicodeDecodeError, WarmlineError) as error:
        say(str(error) if isinstance(error, WarmlineError) else f"{type(error).__name__}: a set cannot be read")
        return 1
    development = [line for lines in also for line in lines if line.kind != "everyday"]
    everyday = [line for lines in also for line in lines if line.kind == "everyday"]
    _introduce(held_out, also, show=given.show)
    reader = Reader()
    lines = [*held_out, *everyday]
    scored = _scored(reader.read_all, lines)
    with _before(given.against) as (old, weight):
        before = _scored(old, lines) if old else None
        parts = [*_parts(scored, before, reader), speed.measure(scored, reader, before)]
        if not given.quick:
            parts.append(noise.measure(scored, reader.read_all, before, old, given.seed))
            parts.append(speed.weights(speed.memory(ROOT), weight))
    for part in parts:
        for row in part.lines:
            say(row)
    for row in sections.failures(scored):
        say(row)
    studied = _scored(reader.read_all, development)
    if studied:
        say("")
        say(f"=== {len(studied)} lines for development: may be studied, so no target rests on them ===")
        for part in _parts(studied, None, reader):
            for row in part.lines:
                say(row)
    if given.show:
        _show([*scored, *studied])
    for row in verdict([target for part in parts for target in part.targets]):
        say(row)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    parser.add_argument("--held-out", type=Path, default=HELD_OUT, help="folder of JSON Lines files")
    parser.add_argument("--also", type=Path, action="append", default=[], help=f"set that does not ship; also {ALSO}")
    parser.add_argument("--against", metavar="COMMIT", help="read with the reader of this commit, too")
    parser.add_argument("--show", action="store_true", help="print the texts that were not understood")
    parser.add_argument("--quick", action="store_true", help="leave out noise and memory")
    parser.add_argument("--most", type=int, default=5000, help="texts drawn of each everyday set")
    parser.add_argument("--seed", type=int, default=12, help="of noise and of what is drawn")
    return parser


def _also(paths: list[Path]) -> list[Path]:
    named = [Path(path) for path in os.environ.get(ALSO, "").split(os.pathsep) if path]
    return list(dict.fromkeys([*paths, *named]))


def _introduce(held_out: list[Line], also: list[list[Line]], *, show: bool) -> None:
    if (load := os.getloadavg()[0]) > (os.cpu_count() or 1) / 2:
        say(f"this machine is at other work (load {load:.1f}): times mean little")
    say(f"held out: {len(held_out):,} lines" if held_out else "held out: none, the folder is empty")
    for lines in also:
        if lines:
            use = "everyday" if lines[0].kind == "everyday" else "development"
            say(f"also: {lines[0].set}, {len(lines):,} lines, {use}")
    if not any(line.kind == "everyday" for lines in also for line in lines):
        say(f"everyday sets that do not ship are absent: name them with --also or {ALSO}")
    say("texts are printed because of --show: never use it on texts that must stay unread" if show else
        "no text is printed: --show would print those that were not understood")  # fmt: skip


def _scored(read_all: ReadAll, lines: list[Line]) -> list[Scored]:
    return score(lines, read_all([request for line in lines for request in requests(line)]))


@contextmanager
def _before(commit: str | None) -> Iterator[tuple[ReadAll | None, dict[str, float] | None]]:
    """Yield how to read with the reader of a commit, and what it weighs; nothing if it cannot run here."""
    with ExitStack() as stack:
        try:
            if commit:
                tree = stack.enter_context(exported(commit))
                read_with(tree, [Request("hey", MIDDLE)])
                say(f"before: the reader of {commit}")
                yield partial(read_with, tree), speed.memory(tree)
                return
        except CannotRun as error:
            say(f"before: {commit} is left out: {error}")
        yield None, None


def _parts(scored: list[Scored], before: list[Scored] | None, reader: Reader) -> list[Section]:
    tables = (
        sections.danger,
        sections.registers,
        sections.calm,
        sections.needs,
        sections.controls,
        sections.language,
        sections.asides,
    )
    return [*(part(scored, before) for part in tables), sections.facts(scored, reader)]


def _show(scored: list[Scored]) -> None:
    say("")
    for one in scored:
        line = one.line
        is_missed = (
            (line.is_danger and not is_heard(one))
            or (is_harmless(one) and is_heard(one))
            or (line.kind == "needs" and bool(wanted_needs(line)) and not hears_need(one, 3))
            or (line.kind in CONTROLS and not is_right_control(one))
        )
        if is_missed:
            say(f"{line.set} {line.id} {line.kind} {line.lang}: {one.middle.answer}: {line.text}")


if __name__ == "__main__":
    sys.exit(main())
