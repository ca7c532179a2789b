"""Publishing while people text: no turn mixes two editions, and none fails."""

from __future__ import annotations

import pytest

from tests.bench.publishing import MARKS, judged


@pytest.mark.parametrize("reply", ["Aa. Hi.\n1 Yes;", "Aa. Hi. Bb. Hi.", "Hi.\n1 Yes.\n2 No;"])
def test_mixed_reply_would_be_detected(reply: str) -> None:
    assert judged(reply)[1]
    assert judged(f"{MARKS[0][0]} Hi.\n1 Yes.") == (MARKS[0][0], "")
