"""Hierarchy of errors. Each says what is wrong and carries facts as attributes: no phone number, name or text."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

NOT_FAULTS = (KeyboardInterrupt, SystemExit, GeneratorExit)
"""What a boundary never catches. What compiled libraries throw may be no `Exception` either: that it catches."""

ROOT = Path(__file__).parent.parent
MOST_FRAMES = 20


class WarmlineError(Exception):
    """Base class of all errors of this product."""


class ValidationErrors(WarmlineError):
    """Several faults found at once. Each is a sentence that says where it is and what to do."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class SettingsError(ValidationErrors):
    """Environment is not valid to start in."""


class ContentError(ValidationErrors):
    """Messages, hotlines or the lexicon are not valid."""


class DirectoryError(ValidationErrors):
    """Directory of services is not valid."""


class EarUnavailable(WarmlineError):
    """Local model that asks about danger cannot be loaded. The rules alone go on."""


class MissingMessage(WarmlineError):
    """No usable message for a key, not even a shipped one."""

    def __init__(self, key: str, language: str) -> None:
        self.key, self.language = key, language
        super().__init__(f"no words for {key} in {language}")


class StoreUnavailable(WarmlineError):
    """Redis is not reachable in time, or refuses to write."""


class BackupError(WarmlineError):
    """Backup cannot be read or restored. The sentence says why and what to do."""


class Conflict(WarmlineError):
    """Concurrent commit came first: load again and run the turn again."""


class DecryptionError(WarmlineError):
    """Encrypted value cannot be decrypted: wrong key, wrong Redis key, or tampered with."""


class SmsError(WarmlineError):
    """Provider did not accept a message. `code` is the provider's own, 0 if it gave none."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        super().__init__(f"provider code {code}")


class Unsubscribed(SmsError):
    """Recipient has opted out at the carrier (21610). Never retried."""


class BadNumber(SmsError):
    """Recipient's number cannot receive texts (21211, 21214, 21614 ...). Never retried."""


class TryLater(SmsError):
    """Too many requests, a fault at the provider, or a time-out. Retrying may succeed."""


class ServiceRefused(TryLater):
    """Provider refuses our account, sender or address (20003, 21606, a redirect ...), until that is repaired."""


class LogSafe(str):
    """Text that the log may hold: fixed words, names of code, and codes. Never of what a person or a client wrote."""

    __slots__ = ()


class SafeLocation(LogSafe):
    """Type of an error and its deepest place. `places` lists its deepest frames, without a value or a line of code."""

    __slots__ = ("places",)

    def __new__(cls, told: str, places: Sequence[str]) -> SafeLocation:
        """Make one of the text and the frames."""
        made = super().__new__(cls, told)
        made.places = tuple(places)
        return made

    places: tuple[str, ...]


def beneath(error: BaseException) -> Iterator[BaseException]:
    """List an error and all that lie under it. Libraries keep some of them in `args` and `reason` alone."""
    waiting, seen = list[object]([error]), set[int]()
    while waiting:
        one = waiting.pop()
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]


def safe_kind(error: BaseException) -> LogSafe:
    """Return the name of the error's type."""
    return LogSafe(type(error).__name__)


def safe_location(error: BaseException) -> SafeLocation:
    """Format as `Conflict at bot/store/people.py:71`: the deepest place in our code, and the type of the cause."""
    cause = error.__cause__
    told = f"{safe_kind(error)} at {_place(error)}"
    frames = [
        f"{_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    return SafeLocation(f"{told}, from {safe_kind(cause)}" if cause else told, frames[-MOST_FRAMES:])


def _short(filename: str) -> str:
    """Return where the file is within our code or an installed package."""
    path = Path(filename)
    if "site-packages" in path.parts:
        return str(Path(*path.parts[path.parts.index("site-packages") + 1 :]))
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


def _place(error: BaseException) -> str:
    ours = [
        f"{Path(frame.filename).relative_to(ROOT)}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(ROOT / "bot")
    ]
    return ours[-1] if ours else "outside"
