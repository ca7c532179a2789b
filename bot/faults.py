"""How a fault is told in a log: its kind and its place in the code. Never its message, which may quote a person."""

from __future__ import annotations

import traceback
from pathlib import Path

ROOT = Path(__file__).parent.parent


def where(error: BaseException) -> str:
    """`StoreGone at bot/store/connection.py:71`, the deepest place in our own code; what caused it is told too."""
    cause = error.__cause__
    told = f"{type(error).__name__} at {_place(error)}"
    return f"{told}, from {type(cause).__name__}" if cause else told


def _place(error: BaseException) -> str:
    ours = [
        f"{Path(frame.filename).relative_to(ROOT)}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(ROOT / "bot")
    ]
    return ours[-1] if ours else "outside"
