"""How a value becomes bytes before it is sealed, and a value again. Knows no key and no Redis."""

from __future__ import annotations

import json
import zlib
from typing import Any

# surrogatepass on the way in is what json.loads does on the way out: no text, however broken, is refused
_json = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, check_circular=False).encode

LARGE = 400
"""Bytes from which a value is made smaller: below, the time (7 us, and other threads get in between) buys little."""

_WINDOW, _TABLES = -10, 2
_PLAIN, _SMALLER = b"p", b"z"


def pack(value: Any) -> bytes:
    """A JSON value as bytes."""
    plain = _json(value).encode("utf-8", "surrogatepass")
    if len(plain) < LARGE:
        return _PLAIN + plain
    deflate = zlib.compressobj(wbits=_WINDOW, memLevel=_TABLES)
    return _SMALLER + deflate.compress(plain) + deflate.flush()


def unpack(packed: bytes) -> Any:
    """The value that `pack` was given."""
    return json.loads(zlib.decompress(packed[1:], _WINDOW) if packed[:1] == _SMALLER else packed[1:])
