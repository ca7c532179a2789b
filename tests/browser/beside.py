"""A second app beside the house, on the same parts but for what is given."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from house import House
from werkzeug.serving import make_server

from bot.conversation import Conversation
from bot.web import create_app
from tests.browser.conftest import Silent


@contextmanager
def beside(house: House, settings: dict[str, Any] | None = None, **parts: Any) -> Iterator[House]:
    """Really served, at an address of its own, with these settings and parts changed."""
    held: Conversation = house.app.extensions["warmline"]
    server = make_server("127.0.0.1", 0, house.app, threaded=True, request_handler=Silent)
    address = f"http://127.0.0.1:{server.server_port}"
    changed = replace(held.parts.settings, public_url=address, **(settings or {}))
    server.app = create_app(conversation=Conversation(replace(held.parts, settings=changed, **parts)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield House(server.app, address)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
