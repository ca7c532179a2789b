"""The worker: claims jobs, does each under a lease, then completes it or puts it off.

Any number of workers may run. A job belongs to one of them for the length of its lease, then to the next (promise 9).
May log the kind of a job and the place of an error, and nothing that a job holds.
"""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from bot.errors import NOT_FAULTS, LogSafe, StoreUnavailable, safe_location
from bot.jobs.handlers import Handlers
from bot.jobs.outcome import DONE, FAILED, JobResult, JobRun, Retry
from bot.jobs.periodic import PeriodicTasks
from bot.logs import in_job
from bot.runtime.runtime import Runtime
from bot.sms.twilio import TwilioClient
from bot.store import Job
from bot.store.jobs import UnreadableJob, load

log = logging.getLogger(__name__)

IDLE_WAIT_SECONDS = 0.25
GONE_WAIT_SECONDS = 2
LEASE_SECONDS = 30
RENEWALS_A_LEASE = 3
MOST_RENEWALS = 12
"""A job that takes longer than all of these hangs. Another worker may have it, which asks the provider first."""
BATCH = 1
"""A claim takes one job: a second one would wait behind the first for nothing."""

UNREADABLE_WAIT_SECONDS = 300
UNREADABLE_TRIES = 288
"""A job that a newer release has queued waits a day for a worker of that release, then it is dropped."""


class Worker:
    """Does the jobs that are due. Threads may share a worker: each job is claimed by one of them alone."""

    def __init__(self, runtime: Runtime, sms: TwilioClient) -> None:
        self._queue, self._clock, self._threads = runtime.store.due, runtime.clock, runtime.settings.worker_threads
        self._stopping, self._measures = threading.Event(), runtime.measures
        self.handlers = Handlers(runtime, sms)
        self.periodic = PeriodicTasks(runtime, sms, self.handlers.alerts, self.handlers.contacts, self.handlers.push)

    def run(self) -> None:
        """Work until SIGTERM or SIGINT, in several threads. Finishes the jobs that are under way."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: self._stopping.set())
        self._measures.start(lambda: ("worker", None))
        # A job mostly waits for the provider: with one thread a busy team's texts would queue up behind it.
        threads = [threading.Thread(target=self._keep_at, args=(self.work_once,)) for _ in range(self._threads)]
        for thread in threads:
            thread.start()
        self._keep_at(self.periodic.run_due)
        for thread in threads:
            thread.join()
        self._measures.stop()

    def work_once(self) -> bool:
        """Claim a job that is due and do it. Return False when there was none. Raises StoreUnavailable."""
        now = self._clock()
        claimed = self._queue.claim(now, LEASE_SECONDS, BATCH)
        for job_id in claimed:
            self._work_on(job_id, now)
        return bool(claimed)

    def _keep_at(self, work: Callable[[], bool]) -> None:
        """Call `work` until told to stop. Pause when there was nothing to do, or after an error."""
        while not self._stopping.is_set():
            busy = False
            try:
                busy = work()
            except StoreUnavailable as error:
                log.error("no store: %s", safe_location(error))
                self.periodic.catch_up_soon()
                self._stopping.wait(GONE_WAIT_SECONDS)
            except NOT_FAULTS:
                raise
            except BaseException as error:
                log.error("work failed: %s", safe_location(error))
            if not busy:
                self._stopping.wait(IDLE_WAIT_SECONDS)

    def _work_on(self, job_id: str, now: int) -> None:
        number = max(1, self._queue.tries(job_id))
        try:
            job = load(job_id)
        except UnreadableJob as error:
            log.error("job %s cannot be read", error.kind)
            run = JobRun(job_id, now, number, is_last=number >= UNREADABLE_TRIES)
            self._settle(run, DONE if run.is_last else Retry(after=UNREADABLE_WAIT_SECONDS))
            return
        run = JobRun(job_id, now, number, is_last=job.max_tries is not None and number >= job.max_tries)
        with self._leased(job_id), in_job(LogSafe(job.kind)):
            self._settle(run, self._result(job, run))

    def _result(self, job: Job, run: JobRun) -> JobResult:
        try:
            return self.handlers.by_job[type(job)](job, run)
        except StoreUnavailable:
            raise
        except NOT_FAULTS:
            raise
        except BaseException as error:  # one bad job holds up no other
            log.error("job %s failed: %s", LogSafe(job.kind), safe_location(error))
            return FAILED

    def _settle(self, run: JobRun, result: JobResult) -> None:
        """Complete the job or put it off. Drop it when its last run has failed."""
        if isinstance(result, Retry) and not (result.is_failure and run.is_last):
            self._queue.retry_at(run.job_id, result.not_before(run))
        else:
            self._queue.complete(run.job_id)

    @contextmanager
    def _leased(self, job_id: str) -> Iterator[None]:
        """Renew the lease for as long as the job is being done, so that no second worker begins it."""
        over = threading.Event()

        def renew() -> None:
            for _ in range(MOST_RENEWALS):
                if over.wait(LEASE_SECONDS / RENEWALS_A_LEASE):
                    return
                with suppress(StoreUnavailable):
                    self._queue.renew(job_id, self._clock() + LEASE_SECONDS)

        threading.Thread(target=renew, daemon=True).start()
        try:
            yield
        finally:
            over.set()
