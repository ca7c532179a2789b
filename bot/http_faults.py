"""What a failed or odd answer of another server tells of itself: the kind of the fault, and the server's clock."""

from __future__ import annotations

import socket
import ssl
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from bot.errors import beneath


def connection_fault(error: BaseException) -> str:
    """Name the kind of a failed connection by what lies under the library's error."""
    from requests import exceptions as http  # noqa: PLC0415 - slow to import

    kinds: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
        ((http.Timeout, TimeoutError), "it does not answer in time"),
        ((ssl.SSLCertVerificationError,), "its TLS certificate is not accepted"),
        ((ssl.SSLError, http.SSLError), "the TLS handshake fails"),
        ((http.ProxyError,), "this machine's HTTP proxy lets nothing through"),
        ((socket.gaierror,), "the name of its host is not found"),
        ((ConnectionRefusedError,), "the connection is refused"),
    )
    under = list(beneath(error))
    return next(
        (told for types, told in kinds if any(isinstance(one, types) for one in under)), "the connection breaks off"
    )


def read_date(headers: Any) -> datetime | None:
    """Return the time in the `Date` header of a response, or None without a readable one."""
    told = next((str(value) for name, value in dict(headers).items() if str(name).lower() == "date"), "")
    try:
        at = parsedate_to_datetime(told)
    except ValueError:
        return None
    return at if at.tzinfo else None
