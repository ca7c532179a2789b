"""Runtime of one practice space: the same code on a store of its own, with the words and services in use, to read only.

Nothing here knows the real store: what is done with this runtime stays in the space. No worker serves it, so what it
queues is sent to nobody.
"""

from __future__ import annotations

from dataclasses import replace

from bot.directory.directory import Directory
from bot.directory.model import Service
from bot.runtime.content import ContentSnapshot, LiveContent
from bot.runtime.directory import LiveDirectory
from bot.runtime.measures import NOT_MEASURED
from bot.runtime.runtime import Runtime
from bot.store import Store
from bot.store.editions import Edition
from bot.store.practice import FencedServer, Space


class BorrowedDirectory(LiveDirectory):
    """The directory in use, which a practice space reads and never moves to another edition."""

    def __init__(self, of: LiveDirectory) -> None:
        self._of = of

    @property
    def now(self) -> Directory:
        """The directory in use."""
        return self._of.now

    def is_example(self, service: Service) -> bool:
        """Return whether a service is shipped example data."""
        return self._of.is_example(service)

    def catch_up(self) -> None:
        """Do nothing: the real pages do it."""

    def at(self, edition: Edition | None, *, wait: bool = False) -> None:
        """Do nothing: a practice space has no edition."""


class BorrowedContent(LiveContent):
    """The words in use, which a practice space reads and never moves to another edition."""

    def __init__(self, of: LiveContent) -> None:
        self._of, self.shipped = of, of.shipped

    @property
    def now(self) -> ContentSnapshot:
        """The content in use."""
        return self._of.now

    def catch_up(self) -> None:
        """Do nothing: the real turns do it."""

    def at(self, number: int, *, wait: bool = False) -> None:
        """Do nothing: a practice space has no edition."""


def practice_runtime(real: Runtime, server: FencedServer, space: Space) -> Runtime:
    """Return the runtime of a practice space.

    It reads texts without the local model, so that a story goes the same way on each machine. It never tells a made-up
    person that they text too fast.
    """
    settings = replace(real.settings, flood_texts=0, alert_webhook_url="", metrics_token="", hsds_token="")
    return replace(
        real,
        settings=settings,
        store=Store(server, space.ring, space.key, settings.session_days),
        content=BorrowedContent(real.content),
        directory=BorrowedDirectory(real.directory),
        hearing=real.hearing.without_model(),
        measures=NOT_MEASURED,
    )
