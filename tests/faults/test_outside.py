"""Webhook probe, run against the running product."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.product import PUBLIC, ROOT, Product

pytestmark = pytest.mark.faults


def test_probe_gets_an_answer_to_everything(product: Product) -> None:
    logged = len(product.log)
    ran = subprocess.run(
        [sys.executable, "tests/support/webhook_probe.py", "--url", f"http://127.0.0.1:{product.environ['PORT']}",
         "--public-url", PUBLIC],
        cwd=ROOT, env=product.environ, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout
    assert "5xx 0, refused 0, silent 0, more than one message 0" in ran.stdout
    noted = product.log[logged:]
    assert "turn failed" not in noted  # answered by the conversation, not by a fallback
    assert "last words" not in noted


def test_probe_reports_a_missing_answer(product: Product) -> None:
    ran = subprocess.run(
        [sys.executable, "tests/support/webhook_probe.py", "--url", f"http://127.0.0.1:{product.environ['PORT']}",
         "--public-url", "https://elsewhere.example.org"],
        cwd=ROOT, env=product.environ, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "WRONG  the good signature was refused" in ran.stdout
