"""Fixtures for all tests: a skipped test fails in CI; a conversation on a real, emptied Redis."""

from __future__ import annotations

import gc
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path

import hypothesis
import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from bot.cli import doctor
from bot.content.catalog import SHIPPED
from bot.content.language_file import LanguageFile
from bot.content.preload import preload
from bot.runtime import build as assembly
from bot.runtime.runtime import Runtime
from bot.store.connection import RedisServer
from tests.support.app import NOON, MovedClock, runtime_on
from tests.support.redis_server import RealRedis

# A busy machine is slow at generating examples too, which says nothing about the code under test.
hypothesis.settings.register_profile(
    "any machine",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.data_too_large],
)
hypothesis.settings.load_profile("any machine")

gc.set_threshold(100_000, 50, 100)
"""Vocabulary and rules are a million objects that stay: to look at them again and again took a third of the time."""

LONG = (
    "promises/test_consent_everywhere.py",
    "promises/test_rules.py",
    "promises/test_any_text.py",
    "faults/test_kills.py",
    "faults/test_kills_introductions.py",
    "faults/test_import_kills.py",
    "faults/test_serve.py",
    "faults/test_container.py",
    "faults/test_rolling_restart.py",
    "browser/test_console.py",
    "browser/test_staff.py",
)
"""Slow files, which start first: one of them alone at the end would delay the whole run."""


LATE = ("faults/test_cluster.py", "faults/test_cluster_store.py", "faults/test_sentinel.py")
"""Files that run six servers of Redis at once. They start last, away from tests that wait for one of their own."""

BETWEEN_BROWSERS = 5
"""Number of other files between two that drive a browser, because parallel browsers slow each other down."""


WALKERS = frozenset(
    {
        "promises/test_rules.py",
        "promises/test_edited_rules.py",
        "promises/test_consent_rules.py",
        "promises/test_not_her_words.py",
        "unit/test_spanish_help.py",
    }
)
"""Files that walk the whole conversation, which takes minutes and gigabytes: one process walks for all of them."""


def _within_tests(path: Path) -> str:
    """Return a file by folder and name, since a unit test may be called like the test of a promise."""
    return f"{path.parent.name}/{path.name}"


class _ByFile(LoadFileScheduling):
    """Gives all tests of a file to one process, and those of all `WALKERS` to one, too."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "walk" if _within_tests(Path(file)) in WALKERS else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _ByFile:
    return _ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slow files first, in that order, then those with a browser, with others between them, then `LATE`."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    known = {_within_tests(path): path for path in files}
    long = [known[name] for name in (*LONG, *sorted(WALKERS.difference(LONG))) if name in known]
    late = [known[name] for name in LATE if name in known]
    browsers = [path for path in files if path.parent.name == "browser" and path not in long]
    others = [path for path in files if path not in (*long, *late) and path not in browsers]
    mixed: list[Path] = []
    for at, path in enumerate(browsers):
        mixed += [path, *others[at * BETWEEN_BROWSERS : (at + 1) * BETWEEN_BROWSERS]]
    mixed += others[len(browsers) * BETWEEN_BROWSERS :]
    items[:] = [item for path in (*long, *mixed, *late) for item in files[path]]


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Fail a browser or fault test that is skipped in CI, where it would prove nothing."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("WARMLINE_CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Read and check the shipped content once per process, not once per app or doctor. It is never modified.

    Rules and model are loaded before the first test: an app loads them in the background, which can hold up the first
    text between reading the server's clock and its own so long that its commit counts as too late.
    """
    preload(local_model=True)
    words, check = assembly.load_words, doctor.check_all
    kept_words, kept_check = cache(words), cache(check)

    def load_words(folder: Path, own: Path | None) -> tuple[dict[str, LanguageFile], list[str]]:
        return (kept_words if (folder, own) == (SHIPPED, None) else words)(folder, own)

    def check_all(own: Path | None = None) -> list[str]:
        return list(kept_check()) if own is None else check(own)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assembly, "load_words", load_words)
        patch.setattr(doctor, "check_all", check_all)
        yield


@pytest.fixture(scope="session")
def start_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], RealRedis]]:
    """Return a function that starts a real server with data of its own. All stop at the end."""
    with ExitStack() as stack:

        def started() -> RealRedis:
            real = RealRedis(tmp_path_factory.mktemp("redis") / "var")
            stack.callback(real.stop)
            stack.callback(real.client.close)
            real.start()
            return real

        yield started


@pytest.fixture(scope="session")
def real_redis(start_redis: Callable[[], RealRedis]) -> RealRedis:
    """Return the server that all tests share: any may empty or break it. No test relies on the data of another.

    It does not wait for its disk at each write, which a killed process loses nothing by, only a machine without power.
    """
    real = start_redis()
    real.client.config_set("appendfsync", "no")
    return real


@pytest.fixture(scope="session")
def redis_url(real_redis: RealRedis) -> str:
    """Return its address."""
    return real_redis.url


@pytest.fixture
def server(redis_url: str) -> Iterator[RedisServer]:
    """Yield that server, emptied before and after, to inspect what was really written."""
    server = RedisServer(redis_url)
    server.call("FLUSHALL")
    yield server
    server.call("FLUSHALL")
    server.close()


@pytest.fixture
def clock() -> MovedClock:
    """Return a clock that only moves when told to."""
    return MovedClock(NOON)


@pytest.fixture(scope="session")
def live_runtime(redis_url: str) -> Iterator[Runtime]:
    """A runtime on that server."""
    with runtime_on(redis_url) as runtime:
        yield runtime


@pytest.fixture
def runtime(live_runtime: Runtime, clock: MovedClock) -> Runtime:
    """Return the real runtime on the real store, at a time of the test's choosing."""
    return replace(live_runtime, clock=clock)


@pytest.fixture
def phone() -> str:
    """Return a number that nobody has."""
    return f"+1555{secrets.randbelow(10**7):07}"


@pytest.fixture
def sid() -> Callable[[], str]:
    """Return a function that returns a new message sid at each call."""
    return lambda: f"SM{secrets.token_hex(16)}"
