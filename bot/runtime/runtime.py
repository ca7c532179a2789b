"""`Runtime` is what a process holds for as long as it runs; `Snapshot` is one consistent moment of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.config.settings import Settings
from bot.content.catalog import Catalog
from bot.content.hotlines import Hotlines
from bot.content.others import NO_TEXTS, OtherTexts
from bot.content.reporting import NOTHING_KNOWN, Reporting
from bot.directory.directory import Directory
from bot.flows.model import Area
from bot.runtime.content import LiveContent
from bot.runtime.directory import LiveDirectory
from bot.runtime.measures import NOT_MEASURED, Measures
from bot.staff.rota import Days
from bot.store import Store
from bot.understanding import Lexicon
from bot.understanding.hearing import PHRASES_ALONE, Hearing


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one turn, or one message, is decided and worded by. An edit published meanwhile does not change it.

    `now` is in epoch seconds; `edition` is the number of the published content. On the days in `closed` the team does
    not work.
    """

    settings: Settings
    now: int
    catalog: Catalog
    lexicon: Lexicon
    hotlines: Hotlines
    edition: int
    directory: Directory
    find_area: Callable[[str], Area | None]
    hearing: Hearing = PHRASES_ALONE
    others: OtherTexts = NO_TEXTS
    reporting: Reporting = NOTHING_KNOWN
    closed: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class Runtime:
    """Everything that webhooks, pages, jobs and commands work with. Safe to share between threads.

    `content` and `directory` keep up with what is published. `clock` gives epoch seconds; in demo mode it reads Redis.
    `measures` counts for those who operate it.
    """

    settings: Settings
    store: Store
    clock: Callable[[], int]
    find_area: Callable[[str], Area | None]
    content: LiveContent
    directory: LiveDirectory
    hearing: Hearing = PHRASES_ALONE
    others: OtherTexts = NO_TEXTS
    reporting: Reporting = NOTHING_KNOWN
    measures: Measures = NOT_MEASURED

    def snapshot(self, now: int | None = None, closed: tuple[Days, ...] = ()) -> Snapshot:
        """Take a snapshot at `now`, or at the time of the clock. Copies neither content nor the directory."""
        at = self.clock() if now is None else now
        content = self.content.now
        return Snapshot(
            settings=self.settings,
            now=at,
            catalog=content.catalog,
            lexicon=content.lexicon,
            hotlines=content.hotlines,
            edition=content.edition.number,
            directory=self.directory.now.at(at),
            find_area=self.find_area,
            hearing=self.hearing,
            others=self.others,
            reporting=self.reporting,
            closed=closed,
        )
