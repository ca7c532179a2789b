"""Webhook probe, run against the running product."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.product import PUBLIC, ROOT, Product

pytestmark = pytest.mark.faults


def test_from_outside_all_is_answered_and_nothing_breaks(product: Product) -> None:
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


def test_the_script_says_so_when_it_is_not_answered(product: Product) -> None:
    ran = subprocess.run(
        [sys.executable, "tests/support/webhook_probe.py", "--url", f"http://127.0.0.1:{product.environ['PORT']}",
         "--public-url", "https://elsewhere.example.org"],
        cwd=ROOT, env=product.environ, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "WRONG  the good signature was refused" in ran.stdout
