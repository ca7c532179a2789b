"""For all tests: under CI, what would be skipped fails; a conversation on a real, emptied Redis."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import hypothesis
import pytest

from bot.content.catalog import SHIPPED
from bot.content.language_file import Sheet
from bot.content.vocabulary import Vocabulary
from bot.runtime import build as assembly
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from bot.store.connection import Server
from tests.support.app import NOON, MovedClock, runtime_on

# A machine with other work is slow at making examples as well: that says nothing of what is tested.
hypothesis.settings.register_profile(
    "any machine",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.data_too_large],
)
hypothesis.settings.load_profile("any machine")

LONG = (
    "test_consent_everywhere.py",
    "test_rules.py",
    "test_kills.py",
    "test_kills_introductions.py",
    "test_any_text.py",
    "test_import_kills.py",
    "test_serve.py",
    "test_console.py",
    "test_staff.py",
)
"""Files that take long are begun first: at the end one of them alone would keep everybody waiting."""


BETWEEN_BROWSERS = 5
"""So many other files stand between two that drive a browser: several browsers at a time stand in each other's way."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files first, in that order; then those with a browser, with others between them."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    long = sorted((path for path in files if path.name in LONG), key=lambda path: LONG.index(path.name))
    browsers = [path for path in files if path.parent.name == "browser" and path not in long]
    others = [path for path in files if path not in long and path not in browsers]
    mixed: list[Path] = []
    for at, path in enumerate(browsers):
        mixed += [path, *others[at * BETWEEN_BROWSERS : (at + 1) * BETWEEN_BROWSERS]]
    mixed += others[len(browsers) * BETWEEN_BROWSERS :]
    items[:] = [item for path in (*long, *mixed) for item in files[path]]


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A browser or fault test that is skipped in CI is a failure: it would prove nothing there."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("WARMLINE_CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """The words that ship are read once a process, not for each app of each test: nobody changes what was read."""
    words, vocabulary = assembly.load_words, assembly.read_vocabulary
    kept_words, kept_vocabulary = cache(words), cache(vocabulary)

    def load_words(folder: Path, own: Path | None) -> tuple[dict[str, Sheet], list[str]]:
        return (kept_words if (folder, own) == (SHIPPED, None) else words)(folder, own)

    def read_vocabulary(folder: Path) -> Vocabulary:
        return (kept_vocabulary if folder == SHIPPED / "lexicon" else vocabulary)(folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assembly, "load_words", load_words)
        patch.setattr(assembly, "read_vocabulary", read_vocabulary)
        yield


@pytest.fixture(scope="session")
def live_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server for tests of whole conversations; each test uses phones of its own."""
    with embedded_redis(tmp_path_factory.mktemp("live")) as url:
        yield url


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one more, which a test may empty."""
    with embedded_redis(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture
def server(redis_url: str) -> Iterator[Server]:
    """That server itself, emptied before and after: to look at what was really written."""
    server = Server(redis_url)
    server.call("FLUSHALL")
    yield server
    server.call("FLUSHALL")
    server.close()


@pytest.fixture
def clock() -> MovedClock:
    """A clock that stands still until it is moved."""
    return MovedClock(NOON)


@pytest.fixture(scope="session")
def live_runtime(live_redis: str) -> Iterator[Runtime]:
    """A runtime on that server."""
    with runtime_on(live_redis) as runtime:
        yield runtime


@pytest.fixture
def runtime(live_runtime: Runtime, clock: MovedClock) -> Runtime:
    """The real runtime, on the real store, at a time of the test's choosing."""
    return replace(live_runtime, clock=clock)


@pytest.fixture
def phone() -> str:
    """A number nobody has."""
    return f"+1555{secrets.randbelow(10**7):07}"


@pytest.fixture
def sid() -> Callable[[], str]:
    """A new message sid at each call."""
    return lambda: f"SM{secrets.token_hex(16)}"
