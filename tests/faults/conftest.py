"""Fixtures: one running product for all fault tests, repaired after each; and a stand-in for the provider."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.in_process import House
from tests.support.meeting import Meeting, meet
from tests.support.product import Product, environment, running
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis
from tests.support.team import Team


@pytest.fixture(scope="session")
def house_running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Start the processes once."""
    with running(tmp_path_factory.mktemp("product")) as product:
        yield product


@pytest.fixture
def product(house_running: Product) -> Iterator[Product]:
    """Return the running product, in good order."""
    house_running.provider.mode = "ok"
    yield house_running
    house_running.provider.mode = "ok"
    house_running.provider.released.set()


@pytest.fixture
def provider() -> Iterator[Provider]:
    """Run a stand-in provider of the test's own."""
    with Provider().listening() as made:
        yield made


@pytest.fixture
def house(real_redis: RealRedis, provider: Provider, tmp_path: Path) -> Iterator[House]:
    """Runtime and worker in the test's own process, on an emptied Redis, with a clock that the test moves."""
    real_redis.start()
    real_redis.client.flushall()
    made = House(real_redis, provider, environment(tmp_path, provider, real_redis.url))
    yield made
    made.store.close()


@pytest.fixture
def live(house: House) -> House:
    """Return the same on the time of day, because recovery after an outage goes by the provider's clock."""
    house.clock.now = None
    return house


@pytest.fixture
def team(house: House) -> Team:
    """Return an empty team."""
    return Team(house)


@pytest.fixture
def meeting(team: Team) -> Meeting:
    """Return the meeting before any introduction."""
    return meet(team)
