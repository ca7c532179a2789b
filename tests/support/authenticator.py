"""Device that makes and uses passkeys as a browser does, with real keys and signatures."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn import base64url_to_bytes
from webauthn.helpers import bytes_to_base64url, encode_cbor

PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class Device:
    """Device with one passkey. What differs from an honest answer is set on it, or given with a use."""

    origin: str = "https://help.example.org"
    flags: int = PRESENT | VERIFIED
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    owner: str = ""
    counts: Iterator[int] = field(default_factory=lambda: count(1))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def passkey_id(self) -> str:
        """Return the passkey's id in base64url."""
        return bytes_to_base64url(self.id)

    def create(self, options: dict[str, Any]) -> str:
        """Answer a page that asks for a new passkey."""
        assert options["authenticatorSelection"] == {
            "residentKey": "required", "requireResidentKey": True, "userVerification": "required",
        }  # fmt: skip
        self.owner = base64url_to_bytes(options["user"]["id"]).decode()
        numbers = self.key.public_key().public_numbers()
        point = {-2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        public = encode_cbor({1: 2, 3: -7, -1: 1, **point})
        told = self._told(options["rp"]["id"], self.flags | HAS_KEY, 0)
        told += bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        made = encode_cbor({"fmt": "none", "attStmt": {}, "authData": told})
        client = self._client("webauthn.create", options["challenge"])
        return self._json(clientDataJSON=client, attestationObject=made)

    def get(self, options: dict[str, Any], used: int | None = None, **changes: Any) -> str:
        """Answer a page that asks for a passkey. `used` is the counter it tells, the next one unless given."""
        told = self._told(options["rpId"], self.flags, next(self.counts) if used is None else used)
        client = self._client("webauthn.get", options["challenge"])
        signature = self.key.sign(told + sha256(client).digest(), ec.ECDSA(SHA256()))
        parts = {"authenticatorData": told, "clientDataJSON": client, "signature": signature}
        return self._json(**{**parts, "userHandle": self.owner.encode(), **changes})

    def _told(self, site: str, flags: int, used: int) -> bytes:
        return sha256(site.encode()).digest() + bytes([flags]) + used.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str) -> bytes:
        told = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _json(self, **response: bytes) -> str:
        parts = {name: bytes_to_base64url(value) for name, value in response.items()}
        return json.dumps({"id": self.passkey_id, "rawId": self.passkey_id, "type": "public-key", "response": parts})
