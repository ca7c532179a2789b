"""Metrics for Prometheus, behind a token: sums and ages, without any number, name or text.

Labels come from closed sets: states, the provider's codes, kinds of processes. Without a token in the settings the page
does not exist and nothing is measured.
"""

from __future__ import annotations

import hmac
import logging
import time
from collections.abc import Iterable, Iterator
from datetime import datetime

from flask import Blueprint, Response, abort, request
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import Metric

from bot.errors import WarmlineError, safe_kind
from bot.flows.names import State
from bot.reports.metrics import MISSED as NOT_UNDERSTOOD
from bot.reports.metrics import named
from bot.runtime.measures import BUCKETS, ERASED, FALLBACK, MISSED, OVER, SEND_ERROR, TURN, TURN_MICROS
from bot.runtime.runtime import Runtime
from bot.store.measures import Process
from bot.web.current import runtime

log = logging.getLogger(__name__)
bp = Blueprint("metrics", __name__)

KINDS = ("web", "worker")


@bp.get("/metrics")
def page() -> Response:
    """Return all metrics in the text format. Without Redis there is one: that it is gone."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    right = hmac.compare_digest(given.strip().encode(), runtime().settings.metrics_token.encode())
    if scheme.lower() != "bearer" or not right:
        abort(401)
    try:
        found = [*_measured(runtime())]
    except WarmlineError as error:
        log.warning("metrics without the store: %s", safe_kind(error))
        found = []
    registry = CollectorRegistry()
    registry.register(_Found([_gauge("store_up", "Redis answers.", bool(found)), *found]))
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_PLAIN_0_0_4)


class _Found:
    """Collector of metrics that were read already."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterable[Metric]:
        return self._metrics


def _measured(runtime: Runtime) -> Iterator[Metric]:
    """Read everything, in four round trips. Raises StoreUnavailable."""
    store, now = runtime.store, runtime.clock()
    day = datetime.fromtimestamp(now, runtime.settings.timezone).date().isoformat()
    counters, processes, streams, status = store.fetch_all(
        store.measures.counters_query(),
        store.measures.processes_query(int(time.time())),
        store.measures.streams_query(int(time.time())),
        store.measures.status_query(day),
    )
    yield _turns(counters)
    yield _counter("fallback_replies", "Texts answered by the fallback.", counters.get(FALLBACK, 0))
    yield _counter("missed_texts", "Missed texts found at the provider.", counters.get(MISSED, 0))
    yield _errors(counters)
    yield _not_understood(status.figures)
    yield _gauge("catch_up_age_seconds", "Since when texts may be unanswered.", max(0, now - (status.caught_up or now)))
    yield _counter("erased_texts", "Texts whose words were erased at the provider.", counters.get(ERASED, 0))
    after = runtime.settings.erase_after_seconds
    if after is not None:
        late = now - after - (status.erased_until or now)
        yield _gauge("erasing_late_seconds", "By how much words at the provider outlive the setting.", max(0, late))
    yield _gauge("provider_refuses", "The provider refuses our account or sender.", status.is_refused)
    edition = GaugeMetricFamily("warmline_edition", "Edition in use; 0 for what ships.", labels=["of"])
    edition.add_metric(["words"], status.words)
    edition.add_metric(["directory"], status.directory)
    yield edition
    yield from _processes(processes, wants_model=runtime.settings.local_model)
    yield _gauge("open_streams", "Browsers of staff with an open stream of the console.", streams)
    backlog, cases = store.due.backlog(now), store.cases.listing()
    yield _gauge("due_jobs", "Jobs that are due and not begun.", backlog.due)
    yield _gauge("oldest_due_job_seconds", "For how long the oldest of them has been due.", backlog.oldest_seconds)
    waits = [max(0, now - case.waits_since) for case in cases.cases if case.needs_attention]
    yield _gauge("unacknowledged_alerts", "Cases not taken, or whose danger no one has answered.", len(waits))
    yield _gauge("oldest_unacknowledged_alert_seconds", "For how long the oldest has waited.", max(waits, default=0))
    yield _gauge("damaged_cases", "Open cases that cannot be opened.", len(cases.damaged))


def _turns(counters: dict[str, int]) -> Metric:
    found, total = [], 0
    for limit in (*map(str, BUCKETS), OVER):
        total += counters.get(f"{TURN}|{limit}", 0)
        found.append(("+Inf" if limit == OVER else limit, float(total)))
    turns = HistogramMetricFamily("warmline_turn_seconds", "From a text's request to its reply.")
    turns.add_metric([], found, sum_value=counters.get(TURN_MICROS, 0) / 1_000_000)
    return turns


def _errors(counters: dict[str, int]) -> Metric:
    errors = CounterMetricFamily("warmline_send_errors", "Texts not taken or not delivered, by code.", labels=["code"])
    for name, count in sorted(counters.items()):
        kind, _, code = name.partition("|")
        if kind == SEND_ERROR and code.isdecimal():
            errors.add_metric([code], count)
    return errors


def _not_understood(figures: dict[str, int]) -> Metric:
    """Return the counts of the month by state. They begin anew each month, as after a restart."""
    told = CounterMetricFamily("warmline_not_understood", "Texts not understood this month.", labels=["state"])
    for state in State:
        if count := figures.get(named(NOT_UNDERSTOOD, state.value), 0):
            told.add_metric([state.value], count)
    return told


def _processes(processes: list[Process], *, wants_model: bool) -> Iterator[Metric]:
    alive = GaugeMetricFamily("warmline_processes", "Processes that gave a sign of life lately.", labels=["kind"])
    for kind in KINDS:
        alive.add_metric([kind], sum(one.kind == kind for one in processes))
    yield alive
    if wants_model:
        webs = [one for one in processes if one.kind == "web"]
        loaded = bool(webs) and all(one.has_model for one in webs)
        yield _gauge("model_loaded", "Every web process has loaded the local model.", loaded)


def _counter(name: str, told: str, value: int) -> Metric:
    return CounterMetricFamily(f"warmline_{name}", told, value=value)


def _gauge(name: str, told: str, value: float) -> Metric:
    return GaugeMetricFamily(f"warmline_{name}", told, value=float(value))
