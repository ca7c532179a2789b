"""Metrics: behind a token, summed over processes, and without anything personal in them."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from bot.config.settings import Settings, load_settings
from bot.errors import SettingsError, StoreUnavailable, TryLater
from bot.flows.names import State
from bot.jobs.outcome import JobRun
from bot.jobs.sender import MessageSender
from bot.runtime.build import build
from bot.runtime.measures import BUCKETS, Measures
from bot.runtime.runtime import Runtime
from bot.sms.twilio import TwilioClient
from bot.store import Store
from bot.store.connection import RedisServer
from bot.store.jobs import AlertStaff, SendToPerson
from bot.store.measures import LIVES_SECONDS, MeasureStore, Process
from bot.web import create_app
from tests.support.app import NOON, MovedClock
from tests.support.console import act
from tests.support.person import YoungPerson
from tests.support.product import new_sid
from tests.support.signed_texts import runtime_of, texting, varied

TOKEN = "m" * 20 + "0123456789abcdef"
DEPLOY = Path(__file__).parents[2] / "deploy"


@pytest.fixture(scope="module")
def measured(settings: Settings) -> Iterator[Flask]:
    """Create an app that is measured, at a time of the test's choosing."""
    runtime = build(replace(settings, metrics_token=TOKEN, demo=False))
    runtime = replace(runtime, clock=MovedClock(NOON))
    yield create_app(runtime=runtime)
    runtime.measures.stop()
    runtime.store.close()


@pytest.fixture(scope="module")
def served(measured: Flask) -> Flask:
    return measured


@pytest.fixture
def store(runtime: Runtime, server: RedisServer) -> Store:
    return runtime.store


def read(app: Flask, *, flushed: bool = True) -> str:
    """Return the metrics as a collector gets them."""
    if flushed:
        runtime_of(app).measures.flush()
    answer = app.test_client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    return answer.text


def samples(told: str) -> dict[tuple[str, str], float]:
    """Return the values by name and label value, "" without a label."""
    return {(one.name, "".join(one.labels.values())): one.value for one in parsed(told)}


def parsed(told: str) -> list[Sample]:
    return [sample for family in text_string_to_metric_families(told) for sample in family.samples]


# The door


def test_without_a_token_there_is_no_page(client: FlaskClient) -> None:
    assert client.get("/metrics").status_code == 404


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}])
def test_only_the_token_opens_it(measured: Flask, header: dict[str, str]) -> None:
    answer = measured.test_client().get("/metrics", headers=header)
    assert answer.status_code == 401
    assert "warmline" not in answer.text


def test_short_token_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="METRICS_TOKEN: is too short"):
        load_settings({"DEMO": "1", "VAR_DIR": str(tmp_path), "METRICS_TOKEN": "short"})


def test_without_redis_one_metric_says_so(gone: Flask) -> None:
    told = read(varied(gone, metrics_token=TOKEN), flushed=False)
    assert samples(told) == {("warmline_store_up", ""): 0}


# What they tell


def test_turns_are_counted_and_timed(measured: Flask, store: Store, settings: Settings) -> None:
    before = samples(read(measured))
    text = texting(measured.test_client(), settings)
    for _ in range(3):
        assert text("hello", MessageSid=new_sid()).status_code == 200
    after = samples(read(measured))
    assert after["warmline_turn_seconds_count", ""] - before["warmline_turn_seconds_count", ""] == 3
    assert after["warmline_turn_seconds_sum", ""] > before["warmline_turn_seconds_sum", ""]
    values = [after["warmline_turn_seconds_bucket", str(limit)] for limit in BUCKETS]
    assert values == sorted(values)
    assert after["warmline_turn_seconds_bucket", "+Inf"] == after["warmline_turn_seconds_count", ""]
    assert after["warmline_fallback_replies_total", ""] == 0


def test_processes_are_summed(measured: Flask, store: Store) -> None:
    processes = [Measures(store.measures) for _ in range(3)]
    for seconds, process in zip((0.004, 0.2, 30.0), processes, strict=True):
        process.turn(seconds, fell_back=seconds > 1)
        process.flush()
    told = samples(read(measured))
    assert [told["warmline_turn_seconds_bucket", at] for at in ("0.005", "0.1", "0.25", "15.0", "+Inf")] == [
        1, 1, 2, 2, 3,
    ]  # fmt: skip
    assert told["warmline_turn_seconds_sum", ""] == pytest.approx(30.204)
    assert told["warmline_fallback_replies_total", ""] == 1


def test_threads_lose_no_count(store: Store) -> None:
    process = Measures(store.measures)

    def count() -> None:
        for _ in range(500):
            process.turn(0.01, fell_back=False)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(20):
        process.flush()
    for thread in threads:
        thread.join()
    process.flush()
    assert store.fetch(store.measures.counters_query())["turn|0.01"] == 2000


def test_what_redis_does_not_take_is_handed_over_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    process = Measures(store.measures)
    process.turn(0.01, fell_back=False)
    with monkeypatch.context() as patch, pytest.raises(StoreUnavailable):
        patch.setattr(process, "_store", MeasureStore(RedisServer("redis://127.0.0.1:9/0")))
        process.flush()
    process.turn(0.01, fell_back=False)
    process.flush()
    assert store.fetch(store.measures.counters_query())["turn|0.01"] == 2


def test_processes_that_live_are_counted(measured: Flask, store: Store) -> None:
    worker = Measures(store.measures)
    worker._sign = lambda: ("worker", None)
    worker.flush()
    told = samples(read(measured))
    assert (told["warmline_processes", "web"], told["warmline_processes", "worker"]) == (1, 1)
    worker.stop()
    assert samples(read(measured))["warmline_processes", "worker"] == 0


def test_open_streams_are_counted_over_the_processes_that_live(measured: Flask, store: Store) -> None:
    runtime_of(measured).measures.count_streams(lambda: 3)
    store.measures.add({}, "web9", Process("web", int(time.time())), 4)
    store.measures.add({}, "dead", Process("web", int(time.time()) - LIVES_SECONDS - 1), 100)
    try:
        assert samples(read(measured))["warmline_open_streams", ""] == 7
    finally:
        runtime_of(measured).measures.count_streams(lambda: 0)
        store.measures.leave("web9")
    assert samples(read(measured))["warmline_open_streams", ""] == 0


def test_killed_process_counts_as_gone_after_a_while(measured: Flask, store: Store) -> None:
    store.measures.add({}, "dead", Process("worker", int(time.time()) - LIVES_SECONDS - 1))
    assert samples(read(measured))["warmline_processes", "worker"] == 0


def test_model_counts_as_loaded_when_every_web_process_has_it(measured: Flask, store: Store) -> None:
    def has(*loaded: bool) -> float:
        for at, one in enumerate(loaded):
            store.measures.add({}, f"web{at}", Process("web", int(time.time()), one))
        return samples(read(measured, flushed=False))["warmline_model_loaded", ""]

    assert has() == 0
    assert has(True, True) == 1
    assert has(True, False) == 0


def test_job_that_waits_is_told_by_its_age(measured: Flask, store: Store) -> None:
    clock = runtime_of(measured).clock
    store.due.add(AlertStaff("AB12").at(NOON - 70))
    store.due.add(AlertStaff("AB13").at(NOON + 500))
    told = samples(read(measured))
    assert (told["warmline_due_jobs", ""], told["warmline_oldest_due_job_seconds", ""]) == (1, 70)
    clock.now = NOON + 10  # type: ignore[attr-defined]
    try:
        assert samples(read(measured))["warmline_oldest_due_job_seconds", ""] == 80
        (claimed,) = store.due.claim(NOON + 10, 5, 1)
        assert samples(read(measured))["warmline_due_jobs", ""] == 0
        clock.now = NOON + 20  # type: ignore[attr-defined]  # the worker was killed: its lease has run out
        assert samples(read(measured))["warmline_oldest_due_job_seconds", ""] == 5
        store.due.complete(claimed)
        assert samples(read(measured))["warmline_oldest_due_job_seconds", ""] == 0
    finally:
        clock.now = NOON  # type: ignore[attr-defined]


def test_job_due_at_once_ages_from_the_first_look(measured: Flask, store: Store) -> None:
    clock = runtime_of(measured).clock
    store.due.add(SendToPerson("p" * 20, 1).at(0))
    assert samples(read(measured))["warmline_oldest_due_job_seconds", ""] == 0
    try:
        clock.now = NOON + 90  # type: ignore[attr-defined]
        assert samples(read(measured))["warmline_oldest_due_job_seconds", ""] == 90
        store.due.claim(NOON + 90, 30, 1)
        store.due.add(SendToPerson("q" * 20, 1).at(0))
        assert samples(read(measured))["warmline_oldest_due_job_seconds", ""] == 0
    finally:
        clock.now = NOON  # type: ignore[attr-defined]


def test_send_errors_are_counted_by_code(measured: Flask, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = runtime_of(measured)

    def refuse(*_: object) -> str:
        raise TryLater(20429)

    monkeypatch.setattr(TwilioClient, "send", refuse)
    sender = MessageSender(runtime.settings, store, TwilioClient(runtime.settings), runtime.measures)
    for _ in range(2):
        sender.send(JobRun("job", NOON), "+15555550123", "words")
    assert samples(read(measured))["warmline_send_errors_total", "20429"] == 2


def test_missed_editions_and_refusals_are_told(measured: Flask, store: Store) -> None:
    runtime_of(measured).measures.missed(4)
    store.set_caught_up(NOON - 61)
    store.sent.mark_refused(30034)
    told = samples(read(measured))
    assert told["warmline_missed_texts_total", ""] == 4
    assert told["warmline_catch_up_age_seconds", ""] == 61
    assert told["warmline_provider_refuses", ""] == 1
    assert (told["warmline_edition", "words"], told["warmline_edition", "directory"]) == (0, 0)


# What they never tell


def walk(app: Flask, settings: Settings, her: YoungPerson, desk: FlaskClient) -> list[str]:
    """Go through a talk, from the first text to the last, and return all that must not be told."""
    words = ["zyxomma quuxly", "blorptastic nonsense 8317462"]
    code = her.share("needs", "area", name="Zephyrine")
    act(desk, code, "take")
    act(desk, code, "reply", words="gribbleflax from staff")
    her.text(words[0], "STOP")
    text, other, sids = texting(app.test_client(), settings), "+15558137246", [new_sid() for _ in range(6)]
    for said, sid in zip(("hey", words[1], words[0], "92701", "i want to die", "menu"), sids, strict=True):
        assert text(said, From=other, MessageSid=sid).status_code == 200
    store = runtime_of(app).store
    persons = [store.person(her.phone), store.person(other)]
    words += ["zyxomma", "quuxly", "blorptastic", "8317462", "gribbleflax", "Zephyrine", "92701", "Santa Ana", "Sam"]
    return [her.phone, her.phone[-7:], other, other[-7:], code, *persons, *sids, *words]


def test_nothing_personal_is_ever_told(
    measured: Flask, settings: Settings, store: Store, her: YoungPerson, desk: FlaskClient
) -> None:
    secret = walk(measured, replace(settings, demo=False), her, desk)
    told = read(measured)
    assert samples(told)["warmline_turn_seconds_count", ""] == 6
    assert sum(value for (name, _), value in samples(told).items() if name == "warmline_not_understood_total") >= 1
    assert [at for at, one in enumerate(secret) if one.lower() in told.lower()] == []


def test_labels_come_from_closed_sets(
    measured: Flask, settings: Settings, store: Store, her: YoungPerson, desk: FlaskClient
) -> None:
    walk(measured, replace(settings, demo=False), her, desk)
    runtime_of(measured).measures.send_error(30007)
    allowed = {
        "le": {*map(str, BUCKETS), "+Inf"}, "state": {state.value for state in State}, "of": {"words", "directory"},
        "kind": {"web", "worker"},
    }  # fmt: skip
    for sample in parsed(read(measured)):
        for label, value in sample.labels.items():
            assert value.isdecimal() if label == "code" else value in allowed[label], sample.name


def test_code_of_many_digits_is_not_told(measured: Flask, settings: Settings, store: Store) -> None:
    """A phone number in the place of a code would be a label."""
    report = texting(measured.test_client(), settings, "/sms/status")
    assert report(MessageStatus="failed", ErrorCode="15558137246").status_code == 204
    assert "8137246" not in read(measured)


# What ships beside them


def every_metric(measured: Flask) -> set[str]:
    """Return the names of all metrics that there are."""
    runtime_of(measured).measures.send_error(30007)
    return {sample.name for sample in parsed(read(measured))}


def named(text: str) -> set[str]:
    return set(re.findall(r"\bwarmline_\w+", text))


def expressions(part: Any) -> Iterator[str]:
    """Yield every expression of a dashboard or of rules."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "expr":
                yield value
            else:
                yield from expressions(value)
    elif isinstance(part, list):
        for each in part:
            yield from expressions(each)


@pytest.fixture
def talked(measured: Flask, settings: Settings, her: YoungPerson, desk: FlaskClient) -> Flask:
    """Return the app after a talk: some metrics have no value before."""
    walk(measured, replace(settings, demo=False), her, desk)
    return measured


@pytest.mark.parametrize("file", ["grafana-dashboard.json", "prometheus-rules.yml"])
@pytest.mark.usefixtures("talked")
def test_what_ships_uses_only_metrics_that_exist(measured: Flask, file: str) -> None:
    there = every_metric(measured)
    raw = (DEPLOY / file).read_text(encoding="utf-8")
    used = [*expressions(json.loads(raw) if file.endswith(".json") else yaml.safe_load(raw))]
    assert len(used) > 10
    assert all(named(one) for one in used)
    assert named(raw) - there == set()
    values = {(label, value) for one in used for label, value in re.findall(r'(\w+)="(\w+)"', one)}
    told = {(label, value) for sample in parsed(read(measured)) for label, value in sample.labels.items()}
    assert values - told == set()


@pytest.mark.usefixtures("talked")
def test_every_metric_is_on_the_dashboard(measured: Flask) -> None:
    shown = named((DEPLOY / "grafana-dashboard.json").read_text(encoding="utf-8"))
    there = {name for name in every_metric(measured) if not name.endswith(("_sum", "_count"))}
    assert there - shown == set()


@pytest.mark.usefixtures("talked")
def test_documents_name_every_metric(measured: Flask) -> None:
    """What an operator reads lists the same families."""
    documented = named((DEPLOY.parent / "docs" / "operate.md").read_text(encoding="utf-8"))
    families = {name for name in every_metric(measured) if not name.endswith(("_bucket", "_sum", "_count"))}
    assert families - documented == set()
