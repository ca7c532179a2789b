"""Security headers of every response, and error pages.

A fault is logged by kind and place, and no page or log shows its content.
"""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from bot.config.settings import Settings, is_loopback
from bot.errors import safe_location

log = logging.getLogger(__name__)

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
A_YEAR = 31_536_000

FORWARDED = (
    "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "CF-Connecting-IP",
    "True-Client-IP", "X-Original-Host",
)  # fmt: skip
"""Headers by which a proxy or a tunnel shows that a request comes from elsewhere."""

DEMO_IS_LOCAL = "Demo mode has no login. It answers this machine alone: open it by localhost, without a proxy.\n"


def same_origin(settings: Settings) -> bool:
    """Return whether a POST comes from one of our own pages; browsers send Origin with every POST."""
    origin = request.headers.get("Origin", "")
    return origin in {settings.public_url, request.host_url.rstrip("/")}


def refuse_others() -> Response | None:
    """Refuse a request that was not made on this machine for this machine.

    Someone may open the port by a proxy or a tunnel, and a page elsewhere may give its own name our address.
    """
    host = urlsplit(f"//{request.host}").hostname or ""
    if is_loopback(host) and not any(name in request.headers for name in FORWARDED):
        return None
    return Response(DEMO_IS_LOCAL, 403, mimetype="text/plain")


def install(app: Flask, settings: Settings) -> None:
    """Add the headers and the error pages to every route of `app`."""
    secure = settings.public_url.startswith("https://")
    if settings.demo:
        app.before_request(refuse_others)

    @app.after_request
    def harden(response: Response) -> Response:
        if request.blueprint not in {"webhook", "voice"}:  # no browser renders an answer to the provider
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
        # Browsers may revalidate static files by ETag. Everything else may be personal and is never stored.
        response.headers["Cache-Control"] = "no-cache" if request.endpoint == "static" else "no-store"
        if secure:
            response.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}; includeSubDomains"
        return response

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response | HTTPException:
        if error.code is None or error.code < 400:
            return error
        answer = Response(f"{error.code} {error.name}\n", error.code, mimetype="text/plain")
        for name, value in error.get_headers():
            if name in {"Allow", "Retry-After"}:
                answer.headers[name] = value
        return answer

    @app.errorhandler(Exception)
    def broken(error: Exception) -> Response:
        log.error("a page failed: %s", safe_location(error))
        return Response("Something went wrong. Try again.\n", 500, mimetype="text/plain")
