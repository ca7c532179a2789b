"""One tree of errors. They say what is wrong and carry facts as attributes: never a number, a name or a text."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent


class WarmlineError(Exception):
    """The root of all our errors."""


class Problems(WarmlineError):
    """Several faults found at once, each a sentence that says where it is and what to do."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class SettingsError(Problems):
    """The environment is not fit to start in."""


class ContentError(Problems):
    """Words, hotlines or the lexicon are not fit to use."""


class DirectoryError(Problems):
    """The directory of services is not fit to use."""


class WordsGone(WarmlineError):
    """No usable words for a key, not even shipped ones."""

    def __init__(self, key: str, language: str) -> None:
        self.key, self.language = key, language
        super().__init__(f"no words for {key} in {language}")


class StoreGone(WarmlineError):
    """Redis cannot be reached in time, or refuses to write."""


class LostRace(WarmlineError):
    """Somebody else committed first: load again and run the turn again."""


class SealBroken(WarmlineError):
    """A sealed value does not open: wrong key, wrong place or tampered with."""


class SmsError(WarmlineError):
    """The provider did not take a message. `code` is the provider's own, 0 when it gave none."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        super().__init__(f"provider code {code}")


class Unsubscribed(SmsError):
    """The recipient has opted out at the carrier (21610). Never tried again."""


class BadNumber(SmsError):
    """The recipient's number cannot get texts (21211, 21214, 21614 ...). Never tried again."""


class TryLater(SmsError):
    """Too many requests, a fault at the provider, or a time-out: may work later."""


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
