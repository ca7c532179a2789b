"""Word to systemd (`Type=notify`) that the web answers.

gunicorn's parent gives it when it has forked, some seconds before a child has loaded the app. When one web is restarted
after another, none would answer in these seconds, so the first child gives it instead.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import MutableMapping

_SYSTEMD, _OURS = "NOTIFY_SOCKET", "WEB_NOTIFY_SOCKET"


def announce_by_worker(environ: MutableMapping[str, str]) -> None:
    """Hide systemd's socket from gunicorn's parent in this environment, and keep it for the children."""
    if address := environ.pop(_SYSTEMD, ""):
        environ[_OURS] = address


def announce() -> None:
    """Say that this process answers requests. Do nothing if nobody waits for that."""
    address = os.environ.pop(_OURS, "")
    if not address:
        return
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect("\0" + address[1:] if address.startswith("@") else address)
        line.sendall(b"READY=1")
