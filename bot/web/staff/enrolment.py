"""What an authenticator app reads to learn a secret: the QR code, the link, and the key to type."""

from __future__ import annotations

import io

import segno
from flask import Response

from bot.staff.credentials import enrolment
from bot.web.current import runtime


def draw_secret(secret: str, handle: str) -> Response:
    """Draw the QR code."""
    drawn = io.BytesIO()
    segno.make(_address(secret, handle), error="m").save(
        drawn, kind="svg", scale=5, border=4, light="#fff", dark="#000", xmldecl=False, svgclass=None, lineclass=None
    )
    return Response(drawn.getvalue(), mimetype="image/svg+xml")


def secret_words(secret: str, handle: str) -> dict[str, object]:
    """Return the values of the template's steps: the link, and the key in groups of four."""
    pieces = [secret[at : at + 4] for at in range(0, len(secret), 4)]
    return {"by_hand": pieces, "address": _address(secret, handle)}


def _address(secret: str, handle: str) -> str:
    return enrolment(secret, handle, runtime().settings.program_name)
