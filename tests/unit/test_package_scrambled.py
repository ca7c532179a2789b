"""Packages with random damage: the reader always answers with faults, never with an exception."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from bot.directory.load import SHIPPED
from tests.support.package import SOUND, lay, read


def test_scrambled_package_gives_only_faults(tmp_path: Path) -> None:
    dice = random.Random(4)  # noqa: S311 -- the same scrambling in every run
    for turn in range(150):
        folder = lay(tmp_path / "package")
        name = dice.choice(sorted(SOUND))
        raw = bytearray((folder / name).read_bytes())
        for _ in range(dice.randint(1, 30)):
            raw[dice.randrange(len(raw))] = dice.choice(b'\x00\xff",\n\r=;0Zz')
        (folder / name).write_bytes(raw)
        package, faults = read(folder)
        with package:
            assert all(str(fault).startswith(tuple(SOUND)) for fault in faults), turn


def test_scrambled_json_gives_only_faults(tmp_path: Path) -> None:
    dice, odd = random.Random(4), [None, 0, 1.5, True, "", "x", [], [1], {}, {"id": 1}, "\ud83d"]  # noqa: S311

    def scrambled(value: Any) -> Any:
        if dice.random() < 0.03:
            return dice.choice(odd)
        if isinstance(value, list):
            return [scrambled(each) for each in value]
        if isinstance(value, dict):
            return {dice.choice(["id", "phones", key]) if dice.random() < 0.02 else key: scrambled(inside)
                    for key, inside in value.items()}  # fmt: skip
        return value

    for file in sorted(SHIPPED.iterdir()):
        for turn in range(20):
            (path := tmp_path / "scrambled.json").write_text(json.dumps(scrambled(json.loads(file.read_bytes()))))
            package, faults = read(path)
            with package:
                assert all(str(fault).startswith(("scrambled.json", "table")) for fault in faults), turn
