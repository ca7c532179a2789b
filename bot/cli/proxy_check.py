"""Check of the way from the world to the web: the address answers, also while slow clients hold connections open."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import time
from urllib.parse import SplitResult, urlsplit

HELD = 40
"""Half-sent requests that are held open for the check: more than the web has threads by default."""

ANSWER_SECONDS = 5.0


def check_proxy(public_url: str) -> list[str]:
    """Return what is wrong with the address; an empty list if it answers beside slow clients."""
    url = urlsplit(public_url)
    found = _status(url)
    if found is None:
        return [
            "PUBLIC_URL does not answer from here. Start the web and the proxy, or run doctor where it can be reached. "
            "Slow connections were not tried."
        ]
    if found != http.HTTPStatus.OK:
        return [f"PUBLIC_URL answers /healthz with {found}: the proxy must pass on path, query and body unchanged."]
    with contextlib.ExitStack() as stack:
        try:
            for _ in range(HELD):
                line = stack.enter_context(_connect(url))
                line.sendall(f"POST {url.path}/sms HTTP/1.1\r\nHost: {url.hostname}\r\nContent-Length: 99\r\n".encode())
        except OSError:
            pass  # a proxy may limit the connections of one client
        time.sleep(0.5)
        if _status(url) != http.HTTPStatus.OK:
            return [
                f"PUBLIC_URL does not answer while {HELD} half-sent requests are open. Put a buffering proxy in front "
                "(see deploy/), and start the web as the Procfile does."
            ]
    return []


def _connect(url: SplitResult) -> socket.socket:
    """Open a connection. Raise OSError."""
    port = url.port or (443 if url.scheme == "https" else 80)
    line = socket.create_connection((url.hostname or "", port), ANSWER_SECONDS)
    return (
        ssl.create_default_context().wrap_socket(line, server_hostname=url.hostname) if url.scheme == "https" else line
    )


def _status(url: SplitResult) -> int | None:
    """Return the status of the liveness probe, or None without an answer in time."""
    kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    with contextlib.suppress(OSError, http.client.HTTPException):
        line = kind(url.hostname or "", url.port, timeout=ANSWER_SECONDS)
        with contextlib.closing(line):
            line.request("GET", f"{url.path}/healthz")
            return line.getresponse().status
    return None
