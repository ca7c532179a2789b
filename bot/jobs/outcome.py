"""What a handler gets and returns: one run of a job, and whether the job is done or has to be tried again.

Handlers leave the queue alone. Only the worker claims jobs, completes them and puts them off.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.errors import LogSafe, StoreUnavailable, safe_location

log = logging.getLogger(__name__)

BACKOFF_SECONDS = 10
MAX_DOUBLINGS = 6


class JobRun(NamedTuple):
    """One run of a job, which the queue knows by its id. `now` is in epoch seconds; `number` counts from 1."""

    job_id: str
    now: int
    number: int = 1
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """The job is finished."""


@dataclass(frozen=True, slots=True)
class Retry:
    """The job is due again `after` so many seconds, or `at` a time (epoch seconds).

    With neither the job has failed: it is due after a backoff, and is dropped when this run was the last.
    """

    after: int | None = None
    at: int | None = None

    @property
    def is_failure(self) -> bool:
        """Whether this run counts against the job's `max_tries`."""
        return self.after is None and self.at is None

    def not_before(self, run: JobRun) -> int:
        """Return when the job is due again, in epoch seconds."""
        if self.at is not None:
            return self.at
        return run.now + (backoff_seconds(run.number) if self.after is None else self.after)


JobResult = Done | Retry
DONE: Final = Done()
FAILED: Final = Retry()


def backoff_seconds(tries: int) -> int:
    """Return how long to wait after so many tries: 10 seconds after the first, then twice as long each time.

    At most 640 seconds.
    """
    return BACKOFF_SECONDS << min(tries - 1, MAX_DOUBLINGS)


@contextmanager
def one_of_many(what: str) -> Iterator[None]:
    """Log a failure at one record of many, so that the loop goes on with the next. Raise StoreUnavailable."""
    try:
        yield
    except StoreUnavailable:
        raise
    except Exception as error:
        log.error("%s failed at one record: %s", LogSafe(what), safe_location(error))
