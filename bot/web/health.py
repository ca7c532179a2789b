"""Liveness and readiness probes; the answers reveal nothing about the deployment."""

from __future__ import annotations

import logging

from flask import Blueprint, Response

from bot.errors import WarmlineError
from bot.web.current import runtime

log = logging.getLogger(__name__)
bp = Blueprint("health", __name__)


@bp.get("/healthz")
def alive() -> Response:
    """Report that the process answers."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
def ready() -> Response:
    """Report whether Redis answers and accepts writes; 503 if it does not."""
    try:
        runtime().store.ping()
    except WarmlineError as error:
        log.warning("not ready: %s", type(error).__name__)
        return Response("not ready\n", 503, mimetype="text/plain")
    return Response("ready\n", mimetype="text/plain")
