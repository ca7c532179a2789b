"""The socket of the embedded Redis: one address for each data folder, the same in every process of this user."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import quote


def socket_path(var_dir: Path) -> Path:
    """Return where the embedded server of `var_dir` listens."""
    # Not inside VAR_DIR: the kernel takes 107 bytes for a socket's path at most, and VAR_DIR may be long.
    digest = hashlib.sha256(os.fsencode(var_dir.resolve())).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"warmline-{os.getuid()}-{digest}" / "redis.sock"


def socket_url(var_dir: Path) -> str:
    """Return the same as a `unix://` address."""
    return "unix://" + quote(str(socket_path(var_dir)))
