"""Races of real processes: two texts of a person at once, one text delivered many times, a web process killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.content.last_resort import LAST_WORDS
from tests.support.product import Answer, Product, new_phone, new_sid, wait_until

pytestmark = pytest.mark.faults


def test_concurrent_texts_both_count_fifty_times(product: Product) -> None:
    anna = new_phone()
    together = threading.Barrier(2)

    def send(half: int) -> list[Answer]:
        answers = []
        for turn in range(50):
            together.wait(20)
            answers.append(product.text(f"menu {half} {turn}", anna))  # equal words would be the carrier's copy
        return answers

    with ThreadPoolExecutor(2) as pool:
        answers = [answer for half in pool.map(send, range(2)) for answer in half]
    assert len(answers) == 100
    assert all(answer.text for answer in answers)
    session = product.person(anna).session
    assert session is not None
    assert session.revision == 100


def test_many_concurrent_texts_from_one_phone_all_count(product: Product) -> None:
    anna = new_phone()
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda number: product.text(f"menu {number}", anna), range(60)))
    assert not any(
        answer.text.startswith(LAST_WORDS["en"][:20]) for answer in answers
    )  # none was given up after conflicts
    session = product.person(anna).session
    assert session is not None
    assert session.revision == 60


def test_text_delivered_eight_times_is_one_turn_and_one_reply(product: Product) -> None:
    anna = new_phone()
    with ThreadPoolExecutor(8) as pool:
        for number, text in enumerate(("hey", "1", "ok", "food", "skip"), 1):
            sid = new_sid()
            said = set(pool.map(lambda _, text=text, sid=sid: product.text(text, anna, sid).text, range(8)))  # type: ignore[misc]
            assert len(said) == 1
            session = product.person(anna).session
            assert session is not None
            assert session.revision == number
    assert session.state.value == "options.offer"


def test_repeated_delivery_queues_one_check_in(product: Product) -> None:
    anna = new_phone()
    for text in ("hey", "1", "ok", "not now", "3", "morning"):
        product.text(text, anna)
    sid = new_sid()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: product.text("1", anna, sid), range(8)))
    assert len(jobs_of(product, anna)) == 1
    product.text("STOP", anna)
    assert jobs_of(product, anna) == []


def jobs_of(product: Product, phone: str) -> list[bytes]:
    person = product.store.person(phone).encode()
    return [job for job in product.redis.client.zrange("due", 0, -1) if person in job]


def test_killed_web_process_stops_nothing_and_counts_no_text_twice(product: Product) -> None:
    phones = [new_phone() for _ in range(6)]
    texts = {new_sid(): phones[number % 6] for number in range(120)}
    before = product.web_workers()
    assert len(before) == 2

    def send(sid: str) -> Answer:
        """Send the same text up to five times, as the provider does when it is told to retry."""
        for _ in range(5):
            answer = product.text(f"menu {sid[-8:]}", texts[sid], sid)
            if answer.status == 200:
                return answer
            time.sleep(0.1)
        return answer

    with ThreadPoolExecutor(6) as pool:
        sent = {sid: pool.submit(send, sid) for sid in texts}
        for _ in range(2):
            wait_until(lambda: sum(each.done() for each in sent.values()) > 20)
            os.kill(product.web_workers()[0], signal.SIGKILL)
            time.sleep(0.2)
        answers = {sid: each.result() for sid, each in sent.items()}
    assert all(answer.text for answer in answers.values())
    for sid, answer in list(answers.items())[::10]:
        assert product.text(f"menu {sid[-8:]}", texts[sid], sid).text == answer.text
    counted = Counter(texts.values())
    for phone in phones:
        session = product.person(phone).session
        assert session is not None
        assert session.revision == counted[phone]
    wait_until(lambda: len(product.web_workers()) == 2)
    assert set(product.web_workers()) != set(before)


def test_older_delivery_status_never_overwrites_a_newer_one(product: Product) -> None:
    sid, anna = new_sid(), new_phone()

    def report(status: str) -> int:
        form = {"MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "To": anna, "From": product.provider.number}
        return product.post("/sms/status", form).status

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(report, ["delivered", "queued", "sent", "sending", "sent", "queued"])) == {204}
    assert not product.store.sent.report(sid, "sent", 3)
    assert product.store.sent.report(sid, "read", 5)
