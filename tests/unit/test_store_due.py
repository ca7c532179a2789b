"""Job queue, waiting texts, delivery statuses, demo phones, and the size of one stored conversation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.flows.model import Area
from bot.flows.names import Need, State
from bot.flows.session import Session
from bot.store import Commit, ScheduledJob, Store, StoredReply
from bot.store.connection import RedisServer
from bot.store.demo import TEXTS_KEPT
from bot.store.jobs import AlertStaff, CheckIn, SendToPerson, load

PHONE, OTHER = "+15555550123", "+15555550124"
SAID = StoredReply("Is it ok to text right now? Reply 1 for yes.", "welcome.hello", "welcome.hello", "en")


def turn(store: Store, sid: str, phone: str = PHONE, **change: object) -> None:
    commit = Commit(sid, SAID, phone, Session(), stopped=False)
    store.commit(store.load(phone, sid), replace(commit, **change))  # type: ignore[arg-type]


def queue(store: Store, sid: str, *jobs: ScheduledJob) -> None:
    turn(store, sid, jobs=jobs)


def test_due_jobs_are_claimed_longest_due_first(store: Store) -> None:
    queue(store, "SM1", AlertStaff("B").at(20), AlertStaff("A").at(10), CheckIn("C", 1).at(30))
    assert store.due.claim(9, 10, 5) == []
    assert store.due.claim(20, 10, 5) == ["alert:A", "alert:B"]
    assert store.due.claim(20, 10, 5) == []
    assert store.due.waiting() == 3


def test_claim_respects_its_limit_and_skips_running_jobs(store: Store) -> None:
    queue(store, "SM1", *(AlertStaff(str(number)).at(number) for number in range(5)))
    first = store.due.claim(10, 60, 2)
    queue(store, "SM2", *(load(id_).at(0) for id_ in first))
    assert first == ["alert:0", "alert:1"]
    assert store.due.claim(10, 60, 2) == ["alert:2", "alert:3"]


def test_job_returns_after_its_lease_until_done(store: Store) -> None:
    queue(store, "SM1", AlertStaff("A").at(5))
    assert store.due.claim(10, 30, 5) == ["alert:A"]
    assert store.due.claim(39, 30, 5) == []
    assert store.due.claim(40, 30, 5) == ["alert:A"]
    assert store.due.tries("alert:A") == 2
    store.due.complete("alert:A")
    assert store.due.claim(1000, 30, 5) == []
    assert (store.due.waiting(), store.due.tries("alert:A")) == (0, 0)


def test_renewed_lease_holds_and_finished_job_stays_gone(store: Store) -> None:
    queue(store, "SM1", AlertStaff("A").at(5))
    store.due.claim(10, 30, 5)
    store.due.renew("alert:A", 60)
    store.due.renew("alert:A", 50)
    assert store.due.claim(59, 30, 5) == []
    store.due.complete("alert:A")
    store.due.renew("alert:A", 90)
    assert store.due.waiting() == 0


def test_postponed_job_waits_and_keeps_its_tries(store: Store) -> None:
    queue(store, "SM1", AlertStaff("A").at(5))
    store.due.claim(10, 30, 5)
    store.due.retry_at("alert:A", 100)
    assert store.due.claim(99, 30, 5) == []
    assert store.due.claim(100, 30, 5) == ["alert:A"]
    assert store.due.tries("alert:A") == 2


def test_job_queued_again_while_running_is_not_lost(store: Store) -> None:
    queue(store, "SM1", CheckIn("A", 1).at(5))
    assert store.due.claim(10, 30, 5) == ["checkin:A:1"]
    queue(store, "SM2", CheckIn("A", 1).at(11))
    assert store.due.claim(12, 30, 5) == [], "two workers on one job"
    store.due.complete("checkin:A:1")
    assert store.due.claim(12, 30, 5) == ["checkin:A:1"]
    assert store.due.tries("checkin:A:1") == 1


def test_queueing_the_same_id_reschedules_the_job(store: Store) -> None:
    queue(store, "SM1", CheckIn("A", 1).at(5))
    queue(store, "SM2", CheckIn("A", 1).at(50))
    assert store.due.claim(49, 30, 5) == []
    assert store.due.claim(50, 30, 5) == ["checkin:A:1"]


def test_dropped_job_is_gone_even_while_running(store: Store) -> None:
    queue(store, "SM1", CheckIn("A", 1).at(5), CheckIn("B", 1).at(5))
    store.due.claim(10, 30, 1)
    turn(store, "SM2", dropped_jobs=(CheckIn("A", 1), CheckIn("B", 1), CheckIn("never", 1)))
    assert store.due.claim(1000, 30, 5) == []
    assert store.due.waiting() == 0


def test_waiting_texts_are_sent_once_and_in_order(store: Store) -> None:
    for number in range(12):
        turn(store, f"SM{number}", outgoing=f"text {number}")
    found = []
    for job in store.due.claim(0, 30, 50):
        text = load(job)
        assert isinstance(text, SendToPerson)
        waiting = store.waiting_text(text)
        assert waiting
        found.append((waiting.phone, waiting.text))
        store.drop_outgoing(text)
        assert store.waiting_text(text) is None
        store.due.complete(job)
    assert found == [(PHONE, f"text {number}") for number in range(12)]
    assert store.waiting_text(SendToPerson("nobody", 1)) is None
    assert store.waiting_text(SendToPerson("", 0)) is None


def test_later_text_waits_for_the_earlier_one_to_the_same_person(store: Store) -> None:
    for number in range(3):
        turn(store, f"SM{number}", outgoing=f"text {number}")
    turn(store, "SM9", OTHER, outgoing="to somebody else")
    mine, others = (f"send:{store.person(phone)}:" for phone in (PHONE, OTHER))
    taken = sorted(job for _ in range(4) for job in store.due.claim(0, 30, 1))
    assert taken == sorted([mine + "000001", others + "000001"])
    store.due.complete(others + "000001")
    store.due.retry_at(mine + "000001", 50)
    assert store.due.claim(20, 30, 5) == [], "it was begun, and may have gone out"
    assert store.due.claim(50, 30, 1) == [mine + "000001"]
    store.due.complete(mine + "000001")
    assert store.due.claim(50, 30, 1) == [mine + "000002"]
    assert store.due.claim(80, 30, 1) == [mine + "000002"], "that of a killed worker comes first as well"
    store.due.complete(mine + "000002")
    assert store.due.claim(80, 30, 5) == [mine + "000003"]


def test_blocked_texts_do_not_delay_other_jobs(store: Store) -> None:
    for number in range(250):
        turn(store, f"SM{number}", outgoing="text")
    (first,) = store.due.claim(0, 30, 1)
    queue(store, "SMx", AlertStaff("A").at(5))
    assert store.due.claim(10, 30, 1) == ["alert:A"]
    store.due.complete(first)
    assert len(store.due.claim(10, 30, 1)) == 1


def test_older_delivery_status_does_not_overwrite_a_newer_one(store: Store, server: RedisServer) -> None:
    assert store.sent.report("SM1", "sent", 3)
    assert not store.sent.report("SM1", "queued", 1)
    assert not store.sent.report("SM1", "sent", 3)
    assert store.sent.report("SM1", "delivered", 10)
    assert not store.sent.report("SM1", "failed", 10)
    assert store.sent.report("SM2", "queued", 1)
    kept = server.call("KEYS", "sent:*")
    assert sorted(server.call("HGET", key, "status") for key in kept) == [b"delivered", b"queued"]
    assert all(0 < server.call("TTL", key) <= 259_200 for key in kept)


@pytest.mark.parametrize("order", ["known first", "reported first"])
def test_lost_text_is_followed_up_once_in_any_order(store: Store, order: str) -> None:
    if order == "known first":
        store.sent.record("SM1", "page:1")
    for status, rank in (("failed", 4), ("sent", 3), ("failed", 4), ("undelivered", 4)):
        store.sent.report("SM1", status, rank, 30003, lost=rank == 4)
    found: list[str] = []
    for _ in range(2):
        store.sent.record("SM1", "page:1")
        found += store.due.claim(10, 10, 5)
        for job in found:
            store.due.complete(job)
    (job,) = found
    kind, _, mark = job.partition(":")
    assert (kind, store.sent.failure(mark)) == ("undelivered", ("page:1", 30003))


def test_delivered_or_unknown_text_is_not_followed_up(store: Store) -> None:
    store.sent.record("SM1", "page:1")
    store.sent.report("SM1", "delivered", 4)
    store.sent.report("SM1", "failed", 4, lost=True)
    store.sent.report("SM2", "failed", 4, lost=True)
    assert store.due.claim(10, 10, 5) == []
    assert store.sent.failure("unknown") is None


def test_equal_text_of_another_job_is_distinguished(store: Store) -> None:
    store.sent.record("SM1", "send:1")
    assert store.sent.belonging_to_other_jobs(("SM1", "SM2"), "send:2") == {"SM1"}
    assert store.sent.belonging_to_other_jobs(("SM1", "SM2"), "send:1") == frozenset()
    assert store.sent.belonging_to_other_jobs((), "send:1") == frozenset()


def test_catch_up_position_is_stored(store: Store) -> None:
    assert store.caught_up(77) == 77
    store.set_caught_up(50)
    assert store.caught_up(77) == 50


def test_simulated_phones_keep_their_threads(store: Store) -> None:
    store.simulated.add_text(PHONE, {"body": "hey 👋"})
    store.simulated.add_text(OTHER, {"body": "hola"})
    store.simulated.add_text(PHONE, {"body": "second"})
    assert [text["body"] for text in store.simulated.texts(PHONE)] == ["hey 👋", "second"]
    assert [(text["phone"], text["body"]) for text in store.simulated.all_texts()] == [
        (PHONE, "hey 👋"),
        (OTHER, "hola"),
        (PHONE, "second"),
    ]
    for number in range(TEXTS_KEPT + 5):
        store.simulated.add_text(PHONE, {"body": str(number)})
    assert len(store.simulated.texts(PHONE)) == TEXTS_KEPT
    assert store.simulated.texts(PHONE)[-1]["body"] == str(TEXTS_KEPT + 4)


def test_demo_clock_moves_and_is_reset_with_the_threads(store: Store) -> None:
    assert store.simulated.clock_offset() == 0
    assert store.simulated.shift_clock(7200) == 7200
    assert store.simulated.shift_clock(60) == store.simulated.clock_offset() == 7260
    turn(store, "SM1")
    store.simulated.add_text(PHONE, {"body": "x"})
    store.simulated.clear()
    assert (store.simulated.all_texts(), store.simulated.texts(PHONE), store.simulated.clock_offset()) == ([], [], 0)
    assert store.load(PHONE, "").session


def test_demo_clock_is_read_once_per_operation(store: Store, server: RedisServer) -> None:
    with store.simulated.clock_held():
        assert store.simulated.clock_offset() == 0
        server.call("INCRBY", "sim:clock", 60)  # as another process would
        assert store.simulated.clock_offset() == 0
        assert store.simulated.shift_clock(7200) == store.simulated.clock_offset() == 7260
        store.simulated.clear()
        assert store.simulated.clock_offset() == 0
    server.call("INCRBY", "sim:clock", 60)
    assert store.simulated.clock_offset() == 60


def test_stored_conversation_takes_less_than_one_kilobyte(store: Store) -> None:
    session = Session(
        State.OPTIONS_OFFER, "es", True, 12, 1_790_000_000, safe=True, limits_told=True,
        trail=(State.NEEDS_ASK, State.NEEDS_BASICS, State.NEEDS_CONFIRM, State.NEEDS_AREA, State.OPTIONS_OFFER),
        needs=(Need.SHELTER_TONIGHT, Need.FOOD, Need.LEGAL), parked=(Need.DENTAL,),
        area=Area("Oakland", "Alameda", "CA", "US"), area_asked=True, service="oak-house-drop-in",
        offered_services=("oak-house-drop-in", "bay-legal-aid"), name="Jo",
    )  # fmt: skip
    text = (
        "Oak House has beds tonight for people your age. It is free, and nobody asks for papers. They speak English "
        "and Spanish. You can call first. Reply 1 how to reach them, 2 someone to connect me, 3 another, 4 not now. "
        "You can text STOP at any time, and nothing more will come from us."
    )
    people = 1000
    before = store.health().memory_bytes
    for number in range(people):
        turn(store, f"SM{number:032}", f"+1555555{number:04}", session=session, said=replace(SAID, text=text))
    weight = (store.health().memory_bytes - before) / people
    print(f"one stored conversation: {weight:.0f} bytes")
    assert weight < 1024
