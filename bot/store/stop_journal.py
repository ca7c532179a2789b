"""Journal of opt-outs that Redis could not take: a file under VAR_DIR, written to disk before STOP is confirmed.

A line is a keyed hash, "stop" or "start", and a time: no number and no word. The sender obeys the journal until the
opt-outs are replayed into Redis. Processes on one machine share it; each machine has its own.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from bot.store.records import PersonKey

_LINE = re.compile(r"([0-9a-f]{32}) (stop|start) ([0-9]{1,12})\n")


class OptOut(NamedTuple):
    """Entry: this person opted out, or in again (`stops` False), at a time in epoch seconds."""

    person: PersonKey
    stops: bool
    at: int


class StopJournal:
    """Journal in one folder. Safe to share between threads and processes. Writing may raise OSError.

    New entries go to one file. A replay takes that file aside first, so that no entry is written to a file that is
    about to be deleted.
    """

    def __init__(self, folder: Path | None) -> None:
        """Use `folder`; with None nothing can be written, and nothing is pending."""
        self._folder = folder
        at = folder or Path("/nonexistent")
        self._new, self._taken = at / "stops.journal", at / "stops.replaying"
        self._paths = str(self._taken), str(self._new)

    @property
    def pending(self) -> bool:
        """Tell whether there are entries that Redis has not taken yet."""
        return self._folder is not None and any(map(os.path.exists, self._paths))

    def add(self, entry: OptOut) -> None:
        """Write an entry. It is on the disk when this returns. Raise OSError."""
        if self._folder is None:
            raise FileNotFoundError("there is no folder to write to")
        line = f"{entry.person} {'stop' if entry.stops else 'start'} {entry.at}\n".encode()
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._locked("stops.lock"):
            file = os.open(self._new, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                # a line that a crash cut short must not swallow this one
                if os.write(file, b"\n" + line if _ends_short(self._new) else line) < len(line):
                    raise OSError("the disk is full")
                os.fsync(file)
            finally:
                os.close(file)
            self._sync_folder()

    def holds(self, person: PersonKey) -> bool:
        """Tell whether the last entry of this person is an opt-out."""
        stops = False
        for entry in self._entries(self._taken, self._new) if self.pending else ():
            stops = entry.stops if entry.person == person else stops
        return stops

    def replay(self, obey: Callable[[OptOut], object]) -> int:
        """Pass each entry to `obey`, the oldest first, and delete them. Return how many there were.

        If `obey` raises, all entries stay for the next replay: obeying one twice does no harm. Return 0 while another
        process replays.
        """
        done = 0
        if not self.pending:
            return done
        with suppress(BlockingIOError), self._locked("stops.replay", wait=False):
            while self.pending:
                with self._locked("stops.lock"):
                    if not self._taken.exists() and self._new.exists():
                        self._new.replace(self._taken)
                for entry in self._entries(self._taken):
                    obey(entry)
                    done += 1
                self._taken.unlink(missing_ok=True)
                self._sync_folder()
        return done

    def _entries(self, *paths: Path) -> Iterator[OptOut]:
        """Read entries in order. A file may be taken aside between two reads, so that an entry can come twice."""
        for path in paths:
            with suppress(FileNotFoundError):
                for match in _LINE.finditer(path.read_text(encoding="ascii", errors="replace")):
                    yield OptOut(PersonKey(match[1]), match[2] == "stop", int(match[3]))

    @contextmanager
    def _locked(self, name: str, *, wait: bool = True) -> Iterator[None]:
        """Hold a lock between processes and threads. Raise BlockingIOError if it is taken and `wait` is False."""
        lock = os.open(self._new.with_name(name), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        finally:
            os.close(lock)

    def _sync_folder(self) -> None:
        folder = os.open(self._new.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _ends_short(path: Path) -> bool:
    """Tell whether the file does not end with a whole line."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        if not size:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"
