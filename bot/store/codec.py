"""Conversion of JSON values to bytes before encryption, and back, and the one way to open a stored record.

A record that does not open never stops work on others: lists skip and report it.
"""

from __future__ import annotations

import json
import logging
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from bot.errors import DecryptionError, LogSafe

log = logging.getLogger(__name__)

T = TypeVar("T")

# surrogatepass, because json.loads lets surrogates through as well: no text, however broken, is refused
_json = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, check_circular=False).encode

_load = json.JSONDecoder().decode  # of a text: of bytes, `json.loads` guesses the encoding each time

LARGE = 400
"""Size in bytes from which values are compressed. Below it the gain is not worth 7 us and a thread switch."""

_WINDOW, _TABLES = -10, 2
_PLAIN, _SMALLER = b"p", b"z"


def pack(value: Any) -> bytes:
    """Encode a JSON value as bytes."""
    plain = _json(value).encode("utf-8", "surrogatepass")
    if len(plain) < LARGE:
        return _PLAIN + plain
    deflate = zlib.compressobj(wbits=_WINDOW, memLevel=_TABLES)
    return _SMALLER + deflate.compress(plain) + deflate.flush()


def unpack(packed: bytes) -> Any:
    """Decode what `pack` encoded."""
    plain = zlib.decompress(packed[1:], _WINDOW) if packed[:1] == _SMALLER else packed[1:]
    return _load(plain.decode("utf-8", "surrogatepass"))


def open_record(decrypt: Callable[[], bytes], load: Callable[[Any], T]) -> T:
    """Decrypt and load one record. Raise DecryptionError if it is damaged in any way."""
    try:
        return load(unpack(decrypt()))
    except (ValueError, TypeError, KeyError, LookupError, AttributeError, zlib.error) as error:
        # the text of such an error may quote the record
        raise DecryptionError(f"is damaged: {type(error).__name__}") from None


def opened(kind: str, records: Iterable[Callable[[], T]]) -> Iterator[T]:
    """Open several records. Skip those that are damaged, and log how many of this `kind` were."""
    damaged = 0
    for record in records:
        try:
            found = record()
        except DecryptionError:
            damaged += 1
        else:
            yield found
    if damaged:
        report_damaged(kind, damaged)


def report_damaged(kind: str, count: int = 1) -> None:
    """Log that stored records do not open, without their names."""
    log.error("%s %s cannot be opened and is left out: run `flask store check`", count, LogSafe(kind))
