"""The threat model names real tests, each of which exists."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
ROW = re.compile(r"^\| (?!what Warmline|---).*", re.MULTILINE)
THREATS = ("trafficker", "insider", "stolen", "forged", "leaked", "subpoena")


def test_every_answer_to_a_threat_names_a_test_that_exists() -> None:
    rows = [row for row in ROW.findall(PAGE) if not row.startswith("|---")]
    assert len(rows) > 30
    missing = []
    for row in rows:
        found = NAMED.findall(row)
        assert found, f"names no test: {row}"
        missing += [
            f"{file}::{name}"
            for file, name in found
            if not (ROOT / file).is_file() or f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8")
        ]
    assert missing == []


def test_every_threat_says_what_it_cannot_do() -> None:
    sections = PAGE.split("\n## ")[1:-1]
    assert [threat for threat in THREATS if not any(threat in part.splitlines()[0] for part in sections)] == []
    for part in sections:
        after_the_table = part.rsplit("|\n", 1)[-1]
        assert len(after_the_table.split()) > 15, part.splitlines()[0]
