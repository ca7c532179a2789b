"""Metrics and floods in a real product: any process tells the sum of all, and both hold back the same phone."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.product import Product, exchange, new_phone, running, wait_until

pytestmark = pytest.mark.faults

TOKEN = "m" * 40
TEXTS = 20
THREADS = 8


@pytest.fixture
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Run a product with two web processes that is measured, and that holds back floods."""
    with running(
        tmp_path_factory.mktemp("measured"), METRICS_TOKEN=TOKEN, WEB_CONCURRENCY="2", FLOOD_TEXTS="30"
    ) as product:
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
    flooded(measured)


def flooded(product: Product) -> None:
    """Flood both processes at once from one phone."""
    anna = new_phone()
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda number: product.text(f"menu {number}", anna), range(200)))
    assert {answer.status for answer in answers} == {200}
    assert sum(bool(answer.messages) for answer in answers) <= 30 + 2 * THREADS  # each thread may be a step behind
    assert product.text("menu again", anna).messages == []
    assert "988" in product.text("i want to kill myself", anna).text
    assert product.text("STOP", anna).text
    assert product.person(anna).stopped
