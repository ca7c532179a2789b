"""Liveness and readiness probes; the answers reveal nothing about the deployment."""

from __future__ import annotations

import logging

from flask import Blueprint, Response

from bot.errors import LogSafe, StoreUnavailable, WarmlineError, safe_kind
from bot.store.connection_fault import explain
from bot.web.current import runtime

log = logging.getLogger(__name__)
bp = Blueprint("health", __name__)


@bp.get("/healthz")
def alive() -> Response:
    """Report that the process answers."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
def ready() -> Response:
    """Report whether Redis answers and accepts writes and the provider takes our texts; 503 if not."""
    try:
        store = runtime().store
        store.ping()
        refused = store.sent.refused()
    except StoreUnavailable as fault:
        log.warning("not ready: %s", LogSafe(explain(fault)))
        return Response("not ready\n", 503, mimetype="text/plain")
    except WarmlineError as error:
        log.warning("not ready: %s", safe_kind(error))
        return Response("not ready\n", 503, mimetype="text/plain")
    if refused is not None:
        log.error("not ready: the provider refuses our account or sender, provider code %s", refused)
        told = f"not ready: the provider refuses our account or sender, code {refused or 'none'}\n"
        return Response(told, 503, mimetype="text/plain")
    if runtime().settings.local_model and runtime().hearing.ear is None:
        return Response("ready, but without the local model\n", mimetype="text/plain")
    return Response("ready\n", mimetype="text/plain")
