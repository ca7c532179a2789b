"""Health checks: alive, ready, and not ready."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient


def test_health_reports_alive_and_ready(client: FlaskClient) -> None:
    for path, word in (("/healthz", "ok\n"), ("/readyz", "ready\n")):
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (200, word)


def test_health_reports_alive_but_not_ready_without_redis(gone: Flask) -> None:
    client = gone.test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
