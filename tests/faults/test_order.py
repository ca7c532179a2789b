"""Order of the texts to one person: they go out as written, however many worker threads there are."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.jobs.worker import Worker
from tests.support.in_process import House
from tests.support.product import new_phone, wait_until

pytestmark = pytest.mark.faults


def test_texts_to_one_phone_keep_their_order_with_two_workers(live: House) -> None:
    phones = [new_phone() for _ in range(3)]
    words = {phone: [live.queue(phone, text) for text in ("hey", "1", "ok", "not now")] for phone in phones}
    live.provider.slow_seconds = 0.1
    over = threading.Event()

    def work(worker: Worker) -> None:
        while not over.wait(0.01):
            worker.work_once()

    with live.provider.broken("slow"), ThreadPoolExecutor(6) as pool:
        hands = [pool.submit(work, worker) for worker in (live.worker, live.new_worker()) for _ in range(3)]
        wait_until(lambda: live.store.due.waiting() == 0, 20)
        over.set()
        for hand in hands:
            hand.result()
    assert all(live.provider.sent_to(phone) == words[phone] for phone in phones)


def test_refused_text_is_not_overtaken_by_the_next(house: House) -> None:
    anna = new_phone()
    words = [house.queue(anna, text) for text in ("hey", "1", "ok")]
    with house.provider.broken("429"):
        assert house.worker.work_once()
    house.work()
    assert house.provider.sent_to(anna) == [], "the first one's second try is not due yet"
    house.let_pass(60)
    assert house.provider.sent_to(anna) == words
