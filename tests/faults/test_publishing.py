"""Publishing while people text: no turn mixes two editions, and none fails."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.bench.publishing import MARKS, judged
from tests.support.servers import ROOT


@pytest.mark.faults
def test_turns_use_one_edition_while_editions_change() -> None:
    environ = {**os.environ, "QUICK": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.publishing"],
        cwd=ROOT,
        check=False,
        env=environ,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout
    assert "turn time with flips / without:" in done.stdout


@pytest.mark.parametrize("reply", ["Aa. Hi.\n1 Yes;", "Aa. Hi. Bb. Hi.", "Hi.\n1 Yes.\n2 No;"])
def test_mixed_reply_would_be_detected(reply: str) -> None:
    assert judged(reply)[1]
    assert judged(f"{MARKS[0][0]} Hi.\n1 Yes.") == (MARKS[0][0], "")
