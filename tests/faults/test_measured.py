"""Metrics of a real product: whichever process answers tells the sum of all, and a killed one goes on where it was."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator

import pytest

from tests.support.product import Product, exchange, new_phone, running, wait_until

pytestmark = pytest.mark.faults

TOKEN = "m" * 40
TEXTS = 20


@pytest.fixture
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Run a product with two web processes that is measured."""
    with running(tmp_path_factory.mktemp("measured"), METRICS_TOKEN=TOKEN, WEB_CONCURRENCY="2") as product:
        yield product


def told(product: Product, name: str) -> float:
    """Return one metric as one of the web processes tells it."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    status, page, _ = exchange(int(product.environ["PORT"]), ("GET", "/metrics"), None, headers, 10)
    assert status == 200
    found = re.search(rf"^{re.escape(name)} (\S+)$", page.decode(), re.MULTILINE)
    assert found, name
    return float(found[1])


def text(product: Product) -> None:
    for _ in range(TEXTS):
        assert product.text("hey", new_phone()).text


def test_sums_of_all_processes_are_told_and_survive_a_kill(measured: Product) -> None:
    count = "warmline_turn_seconds_count"
    text(measured)
    wait_until(lambda: told(measured, count) == TEXTS, 30, "the sum")
    assert told(measured, 'warmline_processes{kind="web"}') == 2
    assert told(measured, 'warmline_processes{kind="worker"}') == 1
    for pid in measured.web_workers():
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: measured.get("/readyz") == 200, 60, "a new process")
    text(measured)
    wait_until(lambda: told(measured, count) == 2 * TEXTS, 40, "the sum after a kill")
    assert {told(measured, count) for _ in range(10)} == {2 * TEXTS}
