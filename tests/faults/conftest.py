"""One running product for all fault tests of this run, whole again after each; and a stand-in for the provider."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from product import Product, running
from provider import Provider


@pytest.fixture(scope="session")
def house_running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The processes, started once."""
    with running(tmp_path_factory.mktemp("product")) as product:
        yield product


@pytest.fixture
def product(house_running: Product) -> Iterator[Product]:
    """The running product, all well."""
    house_running.provider.mode = "ok"
    yield house_running
    house_running.provider.mode = "ok"
    house_running.provider.released.set()


@pytest.fixture
def provider() -> Iterator[Provider]:
    """A stand-in of the test's own."""
    with Provider().listening() as made:
        yield made
