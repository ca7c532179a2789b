"""What the supervisor prints: lines of its own, and those of its processes."""

from __future__ import annotations

import contextlib
import json
import os
import time
from typing import IO

from bot.logs import as_json, rfc3339, without_numbers

ROLE = "server"


class Output:
    """Writes whole lines to stdout. Threads may share it."""

    def __init__(self, form: str) -> None:
        self._is_json = form == "json"

    def log(self, text: str, level: str = "info") -> None:
        """Write one line of the supervisor's own log."""
        self._write((self._wrapped(ROLE, level, "bot.server", text) if self._is_json else f"-- {text}").encode())

    def pass_on(self, name: str, width: int, lines: IO[bytes]) -> None:
        """Write what a process prints, line by line, until it ends.

        JSON passes as it is. In the JSON form, a line that was printed past the log becomes the event of an object.
        """
        prefix = f"{name:<{width}} | ".encode()
        with lines:
            for line in lines:
                bare = line.rstrip(b"\r\n")
                if not self._is_json:
                    self._write(prefix + bare)
                elif _is_object(bare):
                    self._write(bare)
                elif bare.strip():
                    told = without_numbers(bare.decode(errors="replace"))
                    self._write(self._wrapped(name, "warning", "output", told).encode())

    def _wrapped(self, role: str, level: str, logger: str, event: str) -> str:
        return as_json({"time": rfc3339(time.time()), "level": level, "logger": logger, "role": role, "event": event})

    def _write(self, line: bytes) -> None:
        # Write directly and one line at a time: there may be no reader left, and threads share the file.
        with contextlib.suppress(OSError):
            os.write(1, line + b"\n")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
