"""Real identity provider on this machine: discovery, sign-in, codes with PKCE, tokens signed by a real key.

A test tells it what to do wrong: `claims` replace those of the next tokens, `alg` and `key` change their signature,
`about` changes what it says of itself.
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLIENT, SECRET = "warmline-client", "a secret: with / and %"
KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
STRANGE_KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
Query = dict[str, str]


def _plain(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")


@dataclass
class IdentityProvider:
    """Provider, with a record of what it saw. `clock` gives epoch seconds."""

    issuer: str
    clock: Callable[[], int]
    subject: str = "subject-1"
    claims: dict[str, Any] = field(default_factory=lambda: {"amr": ["pwd", "mfa"]})
    about: dict[str, Any] = field(default_factory=dict)
    answer: dict[str, str] = field(default_factory=dict)
    alg: str = "RS256"
    key: RSAKey | bytes = field(default_factory=lambda: KEY)
    seen: list[str] = field(default_factory=list)
    grants: dict[str, Query] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=list)

    def describe(self) -> dict[str, Any]:
        """Return the discovery document."""
        return {
            "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize?tenant=7",
            "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys",
            "authorization_response_iss_parameter_supported": True,
        } | self.about  # fmt: skip

    def sign_in(self, query: Query) -> str:
        """Sign somebody in and return the address that their browser is sent to."""
        code = secrets.token_urlsafe(16)
        self.grants[code] = query
        back = {"code": code, "state": query["state"], "iss": self.issuer} | self.answer
        return f"{query['redirect_uri']}?{urlencode({name: value for name, value in back.items() if value})}"

    def exchange(self, form: Query, authorization: str) -> tuple[int, dict[str, Any]]:
        """Exchange a code for a token: once, for this client, and for the holder of the verifier."""
        expected = ":".join(quote(part, safe="") for part in (CLIENT, SECRET))
        given = base64.b64decode(authorization.removeprefix("Basic ")).decode()
        grant = self.grants.pop(form.get("code", ""), None)
        if unquote(given) != unquote(expected):
            return 401, {"error": "invalid_client"}
        good = grant and form["grant_type"] == "authorization_code" and form["redirect_uri"] == grant["redirect_uri"]
        if not grant or not good or create_s256_code_challenge(form["code_verifier"]) != grant["code_challenge"]:
            return 400, {"error": "invalid_grant", "error_description": "secret of the provider"}
        return 200, {"access_token": "opaque", "token_type": "Bearer", "id_token": self.token(grant)}

    def token(self, grant: Query) -> str:
        """Return the id token, as wrong as the test asked for."""
        now = self.clock()
        claims = {
            "iss": self.issuer, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + 300, "auth_time": now,
            "nonce": grant["nonce"], "email": "ana@agency.example",
        } | self.claims  # fmt: skip
        claims = {name: value for name, value in claims.items() if value is not None}
        if isinstance(self.key, RSAKey) and self.alg != "none":
            self.tokens.append(jwt.encode({"alg": self.alg, "kid": "one"}, claims, self.key, algorithms=[self.alg]))
        else:  # by hand, because no library would do it
            body = ".".join(_plain(json.dumps(part).encode()) for part in ({"alg": self.alg, "kid": "one"}, claims))
            proof = hmac.digest(self.key, body.encode(), "sha256") if isinstance(self.key, bytes) else b""
            self.tokens.append(f"{body}.{_plain(proof)}")
        return self.tokens[-1]


@contextmanager
def identity_provider(clock: Callable[[], int]) -> Iterator[IdentityProvider]:
    """Serve the provider over real HTTP until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    twin = IdentityProvider(f"http://127.0.0.1:{server.server_port}", clock)
    server.twin = twin  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield twin
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """HTTP interface of the provider."""

    def do_GET(self) -> None:
        twin: IdentityProvider = self.server.twin  # type: ignore[attr-defined]
        whole = urlsplit(self.path)
        twin.seen.append(whole.path)
        query = {name: values[0] for name, values in parse_qs(whole.query).items()}
        if whole.path == "/.well-known/openid-configuration":
            self._tell(200, twin.describe())
        elif whole.path == "/keys":
            self._tell(200, KeySet([KEY]).as_dict(private=False))
        elif whole.path == "/authorize":
            self._send(302, b"", {"Location": twin.sign_in(query)})
        else:
            self._tell(404, {})

    def do_POST(self) -> None:
        twin: IdentityProvider = self.server.twin  # type: ignore[attr-defined]
        twin.seen.append(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self._tell(*twin.exchange(form, self.headers.get("Authorization", "")))

    def _tell(self, status: int, body: dict[str, Any]) -> None:
        self._send(status, json.dumps(body).encode(), {"Content-Type": "application/json"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing."""
