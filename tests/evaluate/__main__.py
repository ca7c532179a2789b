"""`python -m tests.evaluate`: how well the reader understands texts that nobody wrote for it.

Prints figures by kind, never a text, unless `--show` is given. The last line is `targets missed: N of M`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.errors import WarmlineError
from tests.bench.report import say
from tests.evaluate import sections, speed
from tests.evaluate.against import ROOT, CannotRun, exported, read_with
from tests.evaluate.figures import share, table
from tests.evaluate.lines import Line, load_also, load_folder
from tests.evaluate.noise import NOISES, noisy
from tests.evaluate.reading import MIDDLE, NOTHING, Reader, Request
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
from tests.evaluate.targets import Target, verdict

HELD_OUT = Path(__file__).with_name("held_out")
ALSO = "EVALUATE_ALSO"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read all sets and print the report. Return 1 when a set cannot be read."""
    given = _parser().parse_args(arguments)
    try:
        held_out = load_folder(given.held_out)
        also = [one for path in _also(given.also) for one in load_also(path, given.most, given.seed)]
    except (OSError, WarmlineError) as error:
        say(str(error) if isinstance(error, WarmlineError) else f"{type(error).__name__}: a set cannot be read")
        return 1
    development = [line for lines in also for line in lines if line.kind != "everyday"]
    everyday = [line for lines in also for line in lines if line.kind == "everyday"]
    _introduce(held_out, also, show=given.show)
    reader = Reader()
    scored = _scored(reader, [*held_out, *everyday])
    before, weight = _before(given.against, [*held_out, *everyday]) if given.against else (None, None)
    parts = [*_parts(scored, before, reader), speed.measure(scored, reader, before)]
    if not given.quick:
        parts += [_noise(scored, reader, given.seed), speed.weights(speed.memory(ROOT), weight)]
    for part in parts:
        for row in part.lines:
            say(row)
    for row in sections.failures(scored):
        say(row)
    studied = _scored(reader, development)
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


def _scored(reader: Reader, lines: list[Line]) -> list[Scored]:
    return score(lines, reader.read_all(request for line in lines for request in requests(line)))


def _before(commit: str, lines: list[Line]) -> tuple[list[Scored] | None, dict[str, float] | None]:
    """Return what the reader of a commit makes of the lines, and what it weighs; nothing if it cannot run."""
    try:
        with exported(commit) as tree:
            outcomes = read_with(tree, [request for line in lines for request in requests(line)])
            say(f"before: the reader of {commit}")
            return score(lines, outcomes), speed.memory(tree)
    except CannotRun as error:
        say(f"before: {commit} is left out: {error}")
        return None, None


def _parts(scored: list[Scored], before: list[Scored] | None, reader: Reader) -> list[Section]:
    tables = (sections.danger, sections.registers, sections.calm, sections.needs, sections.controls, sections.language)
    return [*(part(scored, before) for part in tables), sections.facts(scored, reader)]


def _noise(scored: list[Scored], reader: Reader, seed: int) -> Section:
    """Measure what noise leaves of the danger that is heard clean, and what it adds where there is no danger."""
    danger = [one for one in scored if one.line.is_danger and one.middle.level > NOTHING]
    calm = [one for one in scored if one.line.kind in sections.SAME_PEOPLE and is_harmless(one)]
    clean = share(one.middle.level > NOTHING for one in calm)
    rows: list[list[object]] = [["clean", len(danger), "100", len(calm), clean]]
    targets = []
    for name, (_, bound) in NOISES.items():
        still, false = (share(_levels(lines, name, reader, seed)) for lines in (danger, calm))
        rows.append([name, still.n, still, false.n, false])
        if bound is not None:
            targets.append(Target(f"{name}, still heard", bound, still.percent))
    head = ["noise", "danger n", "still heard %", "same people n", "alarm or ask %"]
    return Section(table("Noise", head, rows), targets)


def _levels(lines: list[Scored], name: str, reader: Reader, seed: int) -> list[bool]:
    """Return whether each line that the noise changes is heard with it."""
    found = []
    for one in lines:
        text = noisy(name, one.line.id, one.line.text, seed)
        if text != one.line.text:
            language = "es" if one.line.lang == "es" else "en"
            found.append(reader.read(Request(text, MIDDLE, language)).level > NOTHING)
    return found


def _show(scored: list[Scored]) -> None:
    say("")
    for one in scored:
        line = one.line
        is_missed = (
            (line.is_danger and not is_heard(one))
            or (is_harmless(one) and is_heard(one))
            or (line.kind == "needs" and bool(wanted_needs(line)) and not hears_need(one, 3))
            or (line.kind in sections.CONTROLS and not is_right_control(one))
        )
        if is_missed:
            say(f"{line.set} {line.id} {line.kind} {line.lang}: {one.middle.answer}: {line.text}")


if __name__ == "__main__":
    sys.exit(main())
