"""The runtime behind the app: stored with it by the factory, used by every page and webhook."""

from __future__ import annotations

from flask import Flask, current_app

from bot.runtime.runtime import Runtime

_KEY = "warmline"


def put(app: Flask, runtime: Runtime) -> None:
    """Store the runtime with the app."""
    app.extensions[_KEY] = runtime


def runtime() -> Runtime:
    """Return the runtime of the app that handles this request."""
    held: Runtime = current_app.extensions[_KEY]
    return held
