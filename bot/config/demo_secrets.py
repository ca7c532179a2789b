"""Random secrets: fresh ones for an environment, and those of demo mode, created once and kept under VAR_DIR."""

from __future__ import annotations

import json
import os
import secrets
from base64 import urlsafe_b64encode
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from bot.crypto import KEY_BYTES
from bot.errors import SettingsError

DEMO_SECRETS = "demo-secrets.json"


def make_keys() -> dict[str, str]:
    """Generate fresh secrets by variable name, valid for `load_settings`."""
    return {
        "SEAL_KEYS": f"1:{_new_key()}",
        "LOOKUP_KEY": _new_key(),
        "SESSION_KEY": secrets.token_urlsafe(KEY_BYTES),
        "VAPID_KEY": new_vapid_key(),
    }


def new_vapid_key(seed: str = "") -> str:
    """Generate a private key for Web Push (P-256, base64url); of a `seed` always the same one, for demo mode."""
    number = int.from_bytes(sha256(seed.encode()).digest() if seed else secrets.token_bytes(KEY_BYTES), "big")
    scalar = number % (_P256_ORDER - 1) + 1
    return urlsafe_b64encode(scalar.to_bytes(KEY_BYTES, "big")).decode().rstrip("=")


_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def _new_key() -> str:
    return urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def make_demo_secrets() -> dict[str, str]:
    twilio = {"TWILIO_ACCOUNT_SID": "AC" + secrets.token_hex(16), "TWILIO_AUTH_TOKEN": secrets.token_hex(16)}
    own = {name: value for name, value in make_keys().items() if name != "VAPID_KEY"}  # derived, see load_settings
    return {**twilio, "TWILIO_FROM": "+15555550100", **own}


def load_demo_secrets(var_dir: Path) -> dict[str, str]:
    """Return demo mode's secrets, created once and kept under `var_dir`. Raise SettingsError."""
    kept = var_dir / DEMO_SECRETS
    fresh = make_demo_secrets()
    try:
        if not kept.exists():
            _write_once(kept, json.dumps(fresh, indent=2) + "\n")
        found = json.loads(kept.read_text(encoding="utf-8"))
    except OSError:
        raise SettingsError([f"VAR_DIR: {DEMO_SECRETS} cannot be kept there; expected a folder to write to"]) from None
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in fresh):
        raise SettingsError([f"VAR_DIR: {DEMO_SECRETS} in it is damaged; delete it, and new secrets are made"])
    return found


def _write_once(path: Path, text: str) -> None:
    """Write a temporary file and link it into place: of two processes one wins, and none sees a partial file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
