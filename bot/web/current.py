"""The runtime behind the app: stored with it by the factory, used by every page and webhook."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, current_app

from bot.runtime.runtime import Runtime

_KEY = "warmline"


def put(app: Flask, runtime: Runtime) -> None:
    """Store the runtime with the app."""
    app.extensions[_KEY] = runtime


def put_for_each(app: Flask, choose: Callable[[], Runtime]) -> None:
    """Have the app ask at each request for its runtime: the inner app of practice has one for each colleague."""
    app.extensions[_KEY] = choose


def runtime() -> Runtime:
    """Return the runtime of the app that handles this request."""
    held: Runtime | Callable[[], Runtime] = current_app.extensions[_KEY]
    return held if isinstance(held, Runtime) else held()
