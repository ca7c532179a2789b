"""The reader of another commit, exported to a temporary folder and run there by a process of its own."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import WarmlineError
from tests.evaluate.reading import Outcome, Request, outcome
from tests.evaluate.speed import run

ROOT = Path(__file__).parents[2]


class CannotRun(WarmlineError):
    """The other reader cannot be exported or run here. The message says why, without a text."""


@contextmanager
def exported(commit: str) -> Iterator[Path]:
    """Export the `bot` package of a commit. Raises CannotRun."""
    with TemporaryDirectory(prefix="warmline-before-") as folder:
        try:
            done = subprocess.run(
                ["git", "archive", "--format=tar", commit, "bot"],  # noqa: S607
                cwd=ROOT, capture_output=True, check=True,
            )  # fmt: skip
        except (OSError, subprocess.CalledProcessError) as error:
            raise CannotRun(f"git cannot export it ({type(error).__name__})") from None
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def read_with(tree: Path, requests: Iterable[Request]) -> list[Outcome]:
    """Read with the `bot` package of a source tree. Raises CannotRun."""
    rows = [json.dumps(request) for request in requests]
    try:
        done = run(tree, [], "\n".join(rows) + "\n")
    except subprocess.TimeoutExpired:
        raise CannotRun("it took too long") from None
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        raise CannotRun(f"its reader cannot be called as today's ({last[0].partition(':')[0][:60]})")
    outcomes = [outcome(json.loads(row)) for row in done.stdout.splitlines()]
    if len(outcomes) != len(rows):
        raise CannotRun("it gave another number of outcomes")
    if outcomes and all(one.failed for one in outcomes):
        raise CannotRun(f"its reader cannot be called as today's ({outcomes[0].failed})")
    return outcomes
