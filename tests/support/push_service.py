"""Local push service: real HTTP. It checks the VAPID signature and decrypts what it gets, as a browser would."""

from __future__ import annotations

import json
import secrets
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.staff.push import Device


def encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Browser:
    """Subscription of one browser: the keys that only it holds."""

    def __init__(self, base: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.auth = secrets.token_bytes(16)
        self.endpoint = f"{base}/send/{secrets.token_urlsafe(16)}"
        self.p256dh = encoded(self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))

    def device(self, staff: str, epoch: int = 0) -> Device:
        """Return what we keep of it."""
        return Device(staff, epoch, self.endpoint, self.p256dh, encoded(self.auth), "Test browser", 1)

    def read(self, body: bytes) -> bytes:
        """Decrypt a push."""
        plain: bytes = http_ece.decrypt(body, private_key=self.key, auth_secret=self.auth, version="aes128gcm")
        return plain


@dataclass
class PushService:
    """What it got, in order: the endpoint and the decrypted payload. `status` is what it answers."""

    base: str = ""
    public_key: bytes = b""  # of the sender whose signature it expects
    status: int = 201
    calls: int = 0
    got: list[tuple[str, bytes]] = field(default_factory=list)
    raw: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    browsers: dict[str, Browser] = field(default_factory=dict)

    def browser(self) -> Browser:
        """Subscribe a new browser."""
        made = Browser(self.base)
        self.browsers[made.endpoint] = made
        return made

    def kinds(self) -> list[str]:
        """List the kinds that arrived."""
        return [json.loads(plain)["kind"] for _, plain in self.got]

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """Answer one call: 403 for a wrong signature, 404 for an unknown browser, else `status`."""
        self.calls += 1
        if not self._is_signed(headers):
            return 403
        browser = self.browsers.get(f"{self.base}{path}")
        if browser is None:
            return 404
        if self.status == 201:
            self.raw.append((headers, body))
            self.got.append((browser.endpoint, browser.read(body)))
        return self.status

    def _is_signed(self, headers: dict[str, str]) -> bool:
        scheme, _, rest = headers.get("Authorization", "").partition(" ")
        parts = dict(part.strip().split("=", 1) for part in rest.split(",") if "=" in part)
        if scheme.lower() != "vapid" or decoded(parts.get("k", "")) != self.public_key:
            return False
        signed, _, signature = parts["t"].rpartition(".")
        raw = decoded(signature)
        der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), self.public_key)
        try:
            key.verify(der, signed.encode(), ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        claims: dict[str, Any] = json.loads(decoded(signed.split(".")[1]))
        return claims["aud"] == self.base and claims["sub"].startswith(("https://", "mailto:"))


@contextmanager
def push_service(public_key: bytes) -> Iterator[PushService]:
    """Run a push service that expects the signature of this public key."""
    service = PushService(public_key=public_key)

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(service.take(self.path, dict(self.headers), body))
            self.send_header("Location", f"{service.base}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
    service.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
