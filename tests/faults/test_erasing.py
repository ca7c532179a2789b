"""Words of handled texts are erased at the provider, in and out, whatever fails, and never before catch-up saw them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, time

import pytest

from bot.jobs import erasing
from bot.jobs.outcome import DONE, JobResult, JobRun, Retry
from bot.store.jobs import EraseAtProvider
from tests.support.in_process import House
from tests.support.product import environment, new_phone, new_sid
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis

pytestmark = pytest.mark.faults

MINUTE, HOUR = 60, 3600
At = Callable[[str], House]


@pytest.fixture
def at(real_redis: RealRedis, provider: Provider, tmp_path: Path) -> Iterator[At]:
    """Return a function that builds the product with a setting; it has erased all up to six hours ago."""
    real_redis.start()
    real_redis.client.flushall()
    made = []

    def build(setting: str) -> House:
        house = House(real_redis, provider, environment(tmp_path, provider, real_redis.url) | {
            "ERASE_AT_PROVIDER": setting,
        })  # fmt: skip
        house.clock.now = None
        house.store.sent.set_erased_until(int(time()) - 6 * HOUR)
        house.store.set_caught_up(int(time()) - 30)
        made.append(house)
        return house

    yield build
    for house in made:
        house.store.close()


@pytest.fixture
def house(at: At) -> House:
    """Return the product that erases at once."""
    return at("at once")


def heard(house: House, text: str = "hey", ago: int = HOUR, phone: str = "", media: int = 0) -> str:
    """Let a text come in and be answered, that long ago. Return its sid."""
    phone, sid = phone or new_phone(), new_sid()
    house.provider.received(sid, phone, text, ago=ago, media=media)
    house.provider.replied(phone, house.hears(text, phone, sid).text, ago=ago)
    return sid


def sent(house: House, ago: int = HOUR) -> str:
    """Let the worker send a text, that long ago. Return its sid."""
    phone = new_phone()
    house.queue(phone)
    house.work()
    (sid,) = house.provider.sids_to(phone)
    age(house, ago)
    return sid


def age(house: House, seconds: int) -> None:
    """Let what the provider took just now have been taken that long ago."""
    provider = house.provider
    provider.texts = [text._replace(at=text.at - seconds) if text.at > time() - 30 else text for text in provider.texts]


def erase(house: House) -> JobResult:
    """Run the job once."""
    return house.worker.handlers.by_job[EraseAtProvider](EraseAtProvider(), JobRun("erase", int(time())))


def left(house: House) -> list[str]:
    """List the bodies that the provider still holds."""
    return [text.body for text in house.provider.texts if text.body]


def test_words_in_and_out_are_erased(house: House) -> None:
    heard(house)
    sent(house)
    assert [text.direction for text in house.provider.texts] == ["inbound", "outbound-reply", "outbound-api"]
    assert erase(house) is DONE
    assert left(house) == []
    assert len(house.provider.texts) == 3


def test_worker_queues_and_does_it_by_itself(house: House) -> None:
    heard(house)
    house.worker.periodic.run_due()
    house.work()
    assert left(house) == []
    assert house.store.due.waiting() == 0


def test_nothing_is_asked_twice(house: House) -> None:
    heard(house)
    erase(house)
    once = len(house.provider.erased)
    for _ in range(3):
        erase(house)
    assert len(house.provider.erased) == once == 2


def test_text_that_catch_up_has_not_seen_is_kept(house: House) -> None:
    anna, sid = new_phone(), new_sid()
    house.store.set_caught_up(int(time()) - 2 * HOUR)
    house.provider.received(sid, anna, "hey", ago=20 * MINUTE)
    assert erase(house) is DONE
    assert house.provider.body_of(sid) == "hey"
    house.worker.periodic.missed_texts.catch_up()
    house.work()
    assert len(house.provider.sent_to(anna)) == 1
    erase(house)
    assert house.provider.body_of(sid) == ""
    house.worker.periodic.missed_texts.catch_up()
    house.work()
    assert len(house.provider.sent_to(anna)) == 1


def test_text_that_catch_up_may_look_at_again_is_kept(house: House) -> None:
    sid = heard(house, ago=4 * MINUTE)
    erase(house)
    assert house.provider.body_of(sid) == "hey"


def test_nothing_is_erased_before_catch_up_ever_ran(house: House) -> None:
    heard(house)
    house.redis.client.delete("caught_up")
    erase(house)
    assert len(left(house)) == 2


def test_turn_that_keeps_failing_holds_its_words(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    sid = new_sid()
    house.store.set_caught_up(int(time()) - 2 * HOUR)
    house.provider.received(sid, new_phone(), "hey", ago=HOUR)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr("bot.inbound.router.Router.process", broken)
        house.worker.periodic.missed_texts.catch_up()
    erase(house)
    assert house.provider.body_of(sid) == "hey"


def test_setting_in_hours_keeps_them_so_long(at: At) -> None:
    house = at("after 2 hours")
    young, old = heard(house, "young"), heard(house, "old", ago=3 * HOUR)
    erase(house)
    assert (house.provider.body_of(young), house.provider.body_of(old)) == ("young", "")


def test_never_erases_nothing_and_asks_nothing(at: At) -> None:
    house = at("never")
    heard(house, ago=5 * HOUR)
    listings = house.provider.listings
    erase(house)
    house.worker.periodic._queue_erasing(house.runtime)
    assert len(left(house)) == 2
    assert house.provider.listings == listings
    assert house.store.due.waiting() == 0


def test_what_came_before_the_first_start_is_left(house: House) -> None:
    heard(house, ago=5 * HOUR)
    house.redis.client.delete("sent:erased_until")
    erase(house)
    erase(house)
    assert len(left(house)) == 2


def test_pictures_are_deleted(house: House) -> None:
    sid = heard(house, "", media=2)
    other = heard(house, "look", media=1)
    erase(house)
    assert (house.provider.pictures[sid], house.provider.pictures[other]) == ([], [])


def test_text_under_way_is_waited_for(house: House) -> None:
    sid = sent(house)
    at = next(at for at, text in enumerate(house.provider.texts) if text.sid == sid)
    house.provider.texts[at] = house.provider.texts[at]._replace(status="queued")
    later = heard(house, ago=30 * MINUTE)
    erase(house)
    assert house.provider.body_of(sid) != ""
    assert house.provider.body_of(later) == ""
    house.provider.texts[at] = house.provider.texts[at]._replace(status="delivered")
    erase(house)
    assert left(house) == []


def test_text_that_may_be_sent_again_keeps_its_words_until_it_is_known(house: House) -> None:
    """The next try asks the provider's list for the same words: without them it would send twice."""
    anna = new_phone()
    house.queue(anna)
    with house.provider.broken("taken, then 500"):
        house.work()
    (sid,) = house.provider.sids_to(anna)
    age(house, HOUR - 10 * MINUTE)
    erase(house)
    assert house.provider.body_of(sid) != ""
    house.clock.now = int(time()) + 30
    house.work()
    assert len(house.provider.sent_to(anna)) == 1
    house.clock.now = None
    erase(house)
    assert house.provider.body_of(sid) == ""


def test_recorded_text_of_a_killed_worker_keeps_its_words_until_its_job_is_done(house: House) -> None:
    anna = new_phone()
    house.queue(anna)
    (job,) = house.store.due.claim(int(time()) + 1, 30, 1)
    sid = house.sms.send(anna, "words")
    house.store.sent.record(sid, job)
    age(house, HOUR)
    erase(house)
    assert house.provider.body_of(sid) == "words"
    house.store.due.complete(job)
    erase(house)
    assert house.provider.body_of(sid) == ""


@pytest.mark.parametrize("mode", ["500", "429", "cut", "20003", "99999", "says 200 <html>"])
def test_failing_provider_leaves_it_for_later(house: House, mode: str) -> None:
    for ago in range(10):
        heard(house, ago=HOUR + ago)
    house.provider.erasing = mode
    for _ in range(2):
        erase(house)
    assert len(left(house)) == 20
    house.provider.erasing = ""
    assert erase(house) is DONE
    assert left(house) == []


@pytest.mark.parametrize("mode", ["500", "20003"])
def test_failing_provider_is_not_asked_for_each_text(house: House, mode: str, caplog: pytest.LogCaptureFixture) -> None:
    for ago in range(10):
        heard(house, ago=HOUR + ago)
    house.provider.erasing = mode
    assert erase(house) == Retry()
    assert caplog.text.count("is not erased yet") <= 3


def test_list_that_fails_is_asked_again(house: House) -> None:
    heard(house)
    with house.provider.broken("500"):
        assert erase(house) == Retry()
    assert erase(house) is DONE
    assert left(house) == []


def test_text_that_is_gone_counts_as_erased(house: House) -> None:
    for ago in range(5):
        heard(house, ago=HOUR + ago)
    house.provider.erasing = "20404"
    assert erase(house) is DONE
    house.provider.erasing = ""
    assert erase(house) is DONE
    assert house.provider.erased == []  # none of them was tried again


def test_slow_provider_is_left_after_a_while_and_gone_on_with(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for ago in range(6):
        heard(house, ago=HOUR + ago)
    house.provider.erasing, house.provider.slow_seconds = "slow", 0.2
    monkeypatch.setattr(erasing, "RUN_SECONDS", 0.5)
    began = monotonic()
    assert erase(house) == Retry(after=1)
    assert monotonic() - began < 2
    assert 0 < len(house.provider.erased) < 12
    runs = 1
    while erase(house) is not DONE:
        runs += 1
        assert runs < 10
    assert left(house) == []
    assert len(house.provider.erased) == 12


def test_one_refused_text_holds_up_no_other(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    sids = [heard(house, ago=HOUR - ago) for ago in range(4)]
    fails = house.provider
    whole = type(house.sms).erase

    def refuse_one(sms: object, sid: str, media: int = 0) -> None:
        fails.erasing = "99999" if sid == sids[1] else ""
        whole(house.sms, sid, media)

    monkeypatch.setattr(type(house.sms), "erase", refuse_one)
    assert erase(house) is DONE
    assert left(house) == ["hey"]
    monkeypatch.undo()
    fails.erasing = ""
    assert erase(house) is DONE
    assert left(house) == []


def test_store_that_goes_away_loses_nothing(house: House) -> None:
    sid = heard(house)
    with house.redis.killed():
        pass
    house.worker.periodic.run_due()
    house.work()
    assert house.provider.body_of(sid) == ""


def test_log_names_nobody(house: House, caplog: pytest.LogCaptureFixture) -> None:
    anna = new_phone()
    sid = heard(house, "gribbleflax", phone=anna)
    for mode in ("500", "20003", "99999", "20404"):
        house.provider.erasing = mode
        erase(house)
    assert caplog.text
    assert [word for word in (anna, sid, "gribbleflax") if word in caplog.text] == []
