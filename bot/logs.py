"""Log lines as text or as JSON, each with the request or the job that it belongs to.

A line holds nothing that a person or a client wrote, by how it is built and not by what a filter finds:

- The event is a literal of the code that logs it. Any other message is left out.
- A value in it is a small number, a name of an enum, or `LogSafe`. Any other value is left out.
- An error is its type and the places in the code. Its words, its notes and the values beside it are left out.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from bot.errors import LogSafe, SafeLocation, safe_location

if TYPE_CHECKING:
    from types import FrameType, TracebackType

log = logging.getLogger(__name__)

FORMATS = ("text", "json")
LEFT_OUT = "[left out]"
LARGEST = 999_999
"""Largest number in a line: six digits are no phone number."""

WRAPPERS = 2
"""How many callers of the function that logs are asked for the literal: gunicorn's logger and ours pass it on."""

_request_id: ContextVar[LogSafe] = ContextVar("request_id", default=LogSafe(""))  # noqa: B039 - a str never changes
_job: ContextVar[LogSafe] = ContextVar("job", default=LogSafe(""))  # noqa: B039 - as above


def begin_request(request_id: LogSafe) -> None:
    """Name the request in all lines that this thread writes from now on."""
    _request_id.set(request_id)


def request_id() -> LogSafe:
    """Return the id of the request under way, or ""."""
    return _request_id.get()


@contextmanager
def in_job(name: LogSafe) -> Iterator[None]:
    """Name the job in all lines that this thread writes inside."""
    before = _job.set(name)
    try:
        yield
    finally:
        _job.reset(before)


def configure(role: str, form: str) -> Lines:
    """Let this process log to stderr in this form, also errors that nothing catches. Return the formatter.

    In the text form, handlers that were there before stay as they are.
    """
    root, formatter = logging.getLogger(), (JsonLines if form == "json" else TextLines)(role)
    for handler in list(root.handlers):
        if form == "json" or isinstance(handler, _OwnHandler):
            root.removeHandler(handler)
    if not root.handlers:
        root.addHandler(_OwnHandler())
        root.handlers[0].setFormatter(formatter)
    logging.raiseExceptions = False  # a line that cannot be written would be printed with its values
    logging.captureWarnings(form == "json")
    sys.excepthook, threading.excepthook = _log_uncaught, _log_uncaught_in_thread
    sys.unraisablehook = _log_unraisable
    return formatter


class _OwnHandler(logging.StreamHandler):  # type: ignore[type-arg]  # not generic at run time before Python 3.11.4
    """Handler that `configure` adds, and replaces when it is called again."""


class Lines(logging.Formatter, ABC):
    """Formatter that writes what is safe of a record, in `_write`."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        fields: dict[str, Any] = {
            "time": rfc3339(record.created),
            "level": record.levelname.lower(),
            "logger": record.name,
            "role": self.role,
            "event": _event(record),
        }
        fields |= {"request_id": str(known)} if (known := _request_id.get()) else {}
        fields |= {"job": str(name)} if (name := _job.get()) else {}
        if (location := _location(record)) is not None:
            fields |= {"exception": str(location), "traceback": list(location.places)}
        return self._write(fields)

    @abstractmethod
    def _write(self, fields: dict[str, Any]) -> str:
        """Return the line for these fields."""


class JsonLines(Lines):
    """One JSON object a line, in ASCII."""

    def _write(self, fields: dict[str, Any]) -> str:
        return as_json(fields)


class TextLines(Lines):
    """Lines to be read on a terminal."""

    def _write(self, fields: dict[str, Any]) -> str:
        about = ", ".join(f"{name} {fields[key]}" for key, name in _ABOUT.items() if key in fields)
        line = f"[{fields['level'].upper()}] {fields['logger']}: {fields['event']}" + (f" ({about})" if about else "")
        if fields.get("exception", "") in line:
            return line  # an error that the code expects is told in one line
        return "\n".join([line, *(f"    {place}" for place in fields["traceback"]), f"  {fields['exception']}"])


_ABOUT = {"request_id": "request", "job": "job"}


def rfc3339(at: float) -> str:
    """Format a time (epoch seconds) like 2026-11-23T14:05:06.123Z."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def as_json(fields: Mapping[str, Any]) -> str:
    """Return an object without a line break or a letter outside ASCII."""
    return json.dumps(fields, ensure_ascii=True, separators=(", ", ": "))


def _event(record: logging.LogRecord) -> str:
    """Fill the values in if the message is a literal. The bare literal is written if they do not fit."""
    message, values = record.msg, record.args
    if not isinstance(message, str) or not _is_literal(message, record):
        return LEFT_OUT
    if not values:
        return message
    try:
        if isinstance(values, Mapping):
            return message % {name: _safe(value) for name, value in values.items()}
        return message % tuple(map(_safe, values))
    except (TypeError, ValueError, KeyError):
        return message


def _is_literal(message: str, record: logging.LogRecord) -> bool:
    """Tell whether the message stands in the code that logs it, or in that of its callers. Call it while they run."""
    frame: FrameType | None = sys._getframe()
    while frame and (frame.f_code.co_filename, frame.f_code.co_name) != (record.pathname, record.funcName):
        frame = frame.f_back
    for _ in range(1 + WRAPPERS):
        if frame is None:
            return False
        if any(type(held) is str and held == message for held in frame.f_code.co_consts):
            return True
        frame = frame.f_back
    return False


def _safe(value: object) -> object:
    if isinstance(value, LogSafe):
        return str(value)
    if isinstance(value, Enum):
        return value.name.lower()
    if value is None or (isinstance(value, int) and abs(value) <= LARGEST):
        return value
    return LEFT_OUT


def _location(record: logging.LogRecord) -> SafeLocation | None:
    """Return where the error of this line is from, if it is of one."""
    if record.exc_info and isinstance(error := record.exc_info[1], BaseException):
        return safe_location(error)
    values = record.args if isinstance(record.args, tuple) else ()
    return next((value for value in values if isinstance(value, SafeLocation)), None)


# Errors that nothing catches, and lines that come from elsewhere


def _log_uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
        return
    log.critical("uncaught error", exc_info=(kind, error, traceback))


def _log_uncaught_in_thread(caught: threading.ExceptHookArgs) -> None:
    if caught.exc_value is not None and not issubclass(caught.exc_type, SystemExit):
        log.critical("uncaught error in a thread", exc_info=(caught.exc_type, caught.exc_value, caught.exc_traceback))


def _log_unraisable(caught: sys.UnraisableHookArgs) -> None:
    if caught.exc_value is not None:
        log.error("uncaught error in a destructor", exc_info=caught.exc_value)


_NUMBER = re.compile(r"\+?[0-9](?:[ ().\-]{0,2}[0-9]){6,}")


def without_numbers(text: str) -> str:
    """Replace what may be a phone number. For lines that were printed past the log."""
    return _NUMBER.sub("[number]", text)
