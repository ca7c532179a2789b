"""Second app beside the first, on the same parts except for what is given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from bot.web import create_app
from tests.support.browser_app import House
from tests.support.http_server import free_port, serving


@contextmanager
def beside(house: House, settings: dict[str, Any] | None = None, **parts: Any) -> Iterator[House]:
    """Serve another app at its own address, with these settings and parts changed."""
    held = house.runtime
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    changed = replace(held.settings, public_url=address, **(settings or {}))
    app = create_app(runtime=replace(held, settings=changed, **parts))
    with serving(app, port):
        yield House(app, address)
