"""CycloneDX bill of materials of the locked runtime packages, made from the lock file alone.

It lists each package with its version, its address as a package URL and the hashes of its files, and what each needs.
It holds neither licences, which the lock file does not know, nor the operating system below.

    python -m deploy.bill_of_materials > warmline.cdx.json
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import time
import tomllib
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from deploy.runtime_lock import ROOT, Locked, read_lock, runtime

PROJECT = Path(__file__).parents[1]
SPEC_VERSION = "1.5"


def package_url(name: str, version: str) -> str:
    """Return the purl of a Python package. Its name is lower case, with hyphens."""
    return f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version.replace('+', '%2B')}"


def bill(name: str, version: str, lock: str, at: float) -> dict[str, object]:
    """Return the bill of the project, as of `at` (epoch seconds). The same lock file gives the same serial number."""
    entries = runtime(read_lock(lock))
    digest = hashlib.sha256("\n".join((name, version, lock)).encode()).digest()
    itself = package_url(name, version)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": SPEC_VERSION,
        "serialNumber": uuid.UUID(bytes=digest[:16], version=5).urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "bom-ref": itself, "name": name, "version": version, "purl": itself,
            },
        },
        "components": [_component(entry) for entry in entries],
        "dependencies": [
            {"ref": itself, "dependsOn": _needed_by(ROOT, entries)},
            *(
                {"ref": package_url(entry.name, entry.version), "dependsOn": _needed_by(entry.name, entries)}
                for entry in entries
            ),
        ],
    }  # fmt: skip


def _component(entry: Locked) -> dict[str, object]:
    address = package_url(entry.name, entry.version)
    component: dict[str, object] = {
        "type": "library", "bom-ref": address, "name": entry.name, "version": entry.version, "purl": address,
        "scope": "optional" if entry.marker else "required",
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in entry.hashes],
    }  # fmt: skip
    if entry.marker:
        component["properties"] = [{"name": "warmline:marker", "value": entry.marker}]
    return component


def _needed_by(name: str, entries: Sequence[Locked]) -> list[str]:
    return sorted({package_url(entry.name, entry.version) for entry in entries if name in entry.asked_by})


def main() -> int:
    """Print the bill of this project. SOURCE_DATE_EPOCH replaces the time of day."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    at = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    sys.stdout.write(json.dumps(bill(project["name"], project["version"], lock, at), indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
