"""Known vulnerabilities of all locked packages, as uv's advisory service tells them.

uv audits projects with a lock of its own, so the pins of `requirements.lock` are laid out as one in a temporary folder.
This needs the network, and says so when there is none.

    python -m deploy.audit .venv/bin/uv
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from deploy.runtime_lock import Locked, read_lock

PROJECT = Path(__file__).parents[1]
NOT_ASKED = 2


def project_of(entries: Sequence[Locked]) -> str:
    """Return a pyproject.toml that asks for exactly these packages."""
    pins = [f"{one.name}=={one.version}" + (f" ; {one.marker}" if one.marker else "") for one in entries]
    head = '[project]\nname = "audited"\nversion = "0"\nrequires-python = ">=3.11"\n'
    return f"{head}dependencies = {json.dumps(pins, indent=4)}\n"


def main(arguments: Sequence[str]) -> int:
    """Return 0 for no known vulnerability, 1 for some, and 2 if nobody could be asked."""
    uv = str(Path(arguments[0]).absolute())
    entries = read_lock((PROJECT / "requirements.lock").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pyproject.toml").write_text(project_of(entries), encoding="utf-8")
        locked = subprocess.run([uv, "lock", "--quiet"], cwd=folder, text=True, stderr=subprocess.PIPE, check=False)
        if locked.returncode:
            sys.stderr.write(locked.stderr)
            return _not_asked("the package index did not answer, or no longer has a locked version")
        command = [uv, "audit", "--frozen", "--preview-features", "audit-command"]
        code = subprocess.run(command, cwd=folder, check=False).returncode
    return _not_asked("the advisory service did not answer") if code not in (0, 1) else code


def _not_asked(why: str) -> int:
    sys.stderr.write(f"NOT audited: {why}. Run this again where the network reaches it.\n")
    return NOT_ASKED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
