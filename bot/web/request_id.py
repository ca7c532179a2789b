"""An id for each request: in each line of the log, in the response, and on the error page of staff.

It is made by chance, so that it tells nothing of the client or the person.
"""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask
from werkzeug.datastructures import EnvironHeaders

from bot.errors import NOT_FAULTS, LogSafe, safe_location
from bot.logs import begin_request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

HEADER = "X-Request-ID"
LETTERS = "bcdfghjkmnpqrstvwxz"
"""Letters that are easy to read aloud and form no word. Without digits an id never looks like a phone number."""

GROUPS, GROUP_LETTERS = 3, 4
_LETTER_OF = bytes(ord(LETTERS[byte % len(LETTERS)]) for byte in range(256))

_FROM_A_PROXY = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9-]{8,64}")
"""Digits alone could be a phone number."""


def new_id() -> LogSafe:
    """Make an id like "kdfr-mtnb-wqzx"."""
    said = secrets.token_bytes(GROUPS * GROUP_LETTERS).translate(_LETTER_OF).decode("ascii")
    return LogSafe("-".join(said[at : at + GROUP_LETTERS] for at in range(0, len(said), GROUP_LETTERS)))


def install(app: Flask, *, is_trusted: bool) -> None:
    """Wrap the app, outside all other wrappers. `is_trusted`: a proxy of ours stands in front and may name the id."""
    app.wsgi_app = _Named(app.wsgi_app, is_trusted)  # type: ignore[method-assign]  # as Flask does


class _Named:
    """WSGI app that names each request. It answers with 500 when even the app's own error page fails."""

    def __init__(self, wsgi_app: WSGIApplication, is_trusted: bool) -> None:
        self._app, self._is_trusted = wsgi_app, is_trusted

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        given = EnvironHeaders(environ).get(HEADER, "") if self._is_trusted else ""
        request_id = LogSafe(given) if _FROM_A_PROXY.fullmatch(given) else new_id()
        begin_request(request_id)

        has_begun = False

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            nonlocal has_begun
            has_begun = True
            return start_response(status, [*headers, (HEADER, str(request_id))], *error)

        try:
            return self._app(environ, start)
        except NOT_FAULTS:
            raise
        except BaseException as error:  # compiled parts throw what is no Exception
            log.error("a request failed: %s", safe_location(error))
            if has_begun:
                raise  # the server cuts the response off
            start(
                "500 Internal Server Error",
                [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")],
            )
            return [b"Something went wrong. Try again.\n"]
