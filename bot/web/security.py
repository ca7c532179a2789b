"""What every answer carries, and what a fault may show: its kind and place, never content."""

from __future__ import annotations

import logging

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from bot.config.settings import Settings
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


def same_origin(settings: Settings) -> bool:
    """Whether a posting comes from one of our own pages. Browsers name the origin of every posting."""
    origin = request.headers.get("Origin", "")
    return origin in {settings.public_url, request.host_url.rstrip("/")}


def install(app: Flask, settings: Settings) -> None:
    """Put the headers and the error pages on every route of `app`."""
    secure = settings.public_url.startswith("https://")

    @app.after_request
    def harden(response: Response) -> Response:
        if request.blueprint != "webhook":  # no browser ever shows an answer to the provider
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
        # Files of ours may be asked for again by their mark; what belongs to a person is not kept at all.
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
        return Response("Something is not working. Please try again.\n", 500, mimetype="text/plain")
