"""The doctor's check of the address: sound beside slow clients, and a server that they silence is found out."""

from __future__ import annotations

import contextlib
import http.server
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import proxy_check
from bot.cli.proxy_check import check_proxy
from bot.config.settings import load_settings
from tests.support.product import Product

pytestmark = pytest.mark.faults

DEPLOY = Path(__file__).parents[2] / "deploy"


class Alive(http.server.BaseHTTPRequestHandler):
    """One that answers every request as the probe."""

    status = 200

    def do_GET(self) -> None:
        self.send_response(self.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


class Redirecting(Alive):
    """One that sends everybody elsewhere."""

    status = 301


@contextlib.contextmanager
def served(handler: type[Alive]) -> Iterator[str]:
    """Serve one connection at a time, as a server without threads does."""
    with http.server.HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_product_passes(product: Product) -> None:
    assert check_proxy(f"http://127.0.0.1:{product.environ['PORT']}") == []


def test_server_that_slow_clients_silence_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxy_check, "ANSWER_SECONDS", 1.0)
    with served(Alive) as url:
        (told,) = check_proxy(url)
    assert "half-sent" in told
    assert "deploy/" in told


def test_redirecting_proxy_is_found() -> None:
    with served(Redirecting) as url:
        (told,) = check_proxy(url)
    assert "301" in told


def test_address_that_does_not_answer_is_reported() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    (told,) = check_proxy(f"http://127.0.0.1:{port}")
    assert "does not answer from here" in told


def test_shipped_proxies_buffer_pass_on_and_fit_the_settings(tmp_path: Path) -> None:
    port = load_settings({"DEMO": "1", "VAR_DIR": str(tmp_path)}).port
    nginx = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    caddy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    for text in (nginx, caddy):
        assert f"127.0.0.1:{port}" in text
        assert text.count("{") == text.count("}")
        assert "redir" not in re.sub(r"#.*", "", text), "the provider follows a redirect without the form"
    for needed in ("proxy_request_buffering on;", "client_body_timeout", "client_header_timeout", "access_log off;"):
        assert needed in nginx
    for needed in ("request_buffers", "read_body", "read_header"):
        assert needed in caddy
