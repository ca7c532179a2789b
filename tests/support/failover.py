"""People who text one after another while servers fail, and a count of what they lost by it."""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.content.last_resort import LAST_WORDS
from bot.sms.twilio import sign
from bot.store.servers import open_server
from bot.web import create_app
from tests.support.in_process import House
from tests.support.product import PUBLIC, Answer, new_phone, new_sid
from tests.support.signed_texts import said

WAY = ("hey", "1", "ok", "talk to a person", "just say i want to talk", "no name")
"""Texts that open a case, with one consent."""

AGAIN_SECONDS = 0.3


@dataclass(frozen=True)
class Asked:
    """Text of a person, with all answers to it. The last is the real one."""

    phone: str = field(repr=False)
    sid: str
    answers: list[Answer] = field(default_factory=list, repr=False)

    @property
    def has_reply(self) -> bool:
        return bool(self.answers) and not is_last_words(self.answers[-1])


class Webhook:
    """The product's webhook in the test's own process, on the store of a house."""

    def __init__(self, house: House) -> None:
        self.provider, self.store = house.provider, house.store
        self._app = create_app(runtime=house.runtime)

    def text(self, text: str, phone: str, sid: str, /) -> Answer:
        """Sign and post one text as the provider does."""
        started, form = time.monotonic(), self.provider.webhook_form(text, phone, sid)
        signature = sign(self.provider.token, PUBLIC + "/sms", form)
        response = self._app.test_client().post("/sms", data=form, headers={"X-Twilio-Signature": signature})
        return Answer(response.status_code, said(response), time.monotonic() - started, {})

    def get(self, path: str) -> int:
        """Return the status of a page."""
        return self._app.test_client().get(path).status_code


def works_on_both_sides(url: str) -> None:
    """Check that servers which a process used before a fork work in it and in its child, side by side."""
    server = open_server(url)
    server.call("SET", "before", "1")
    child = os.fork()
    if child == 0:
        try:
            for _ in range(50):
                assert server.call("INCR", "of the child") > 0
            os._exit(0)
        finally:
            os._exit(1)
    for _ in range(50):
        assert server.call("GET", "before") == b"1"
    assert os.waitpid(child, 0)[1] == 0
    assert server.call("GET", "of the child") == b"50"
    server.close()


class Load:
    """Texts under way. Who gets last words is delivered again, until the real reply comes."""

    def __init__(self, product: Webhook) -> None:
        self.product, self.asked, self.finished = product, list[Asked](), list[str]()
        self._over, self._threads = threading.Event(), list[threading.Thread]()

    def start(self, people: int) -> None:
        """Let that many people text side by side. Who has come through is followed by another."""
        self._threads = [threading.Thread(target=self._text_on) for _ in range(people)]
        for thread in self._threads:
            thread.start()

    def finish(self) -> None:
        """Let those who text come through, and nobody new begin."""
        self._over.set()
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive(), "a person got no real reply"

    def _text_on(self) -> None:
        while not self._over.is_set():
            phone = new_phone()
            for words in WAY:
                self._text(phone, words)
            self.finished.append(phone)

    def _text(self, phone: str, words: str) -> None:
        asked = Asked(phone, new_sid())
        self.asked.append(asked)
        self.product.provider.received(asked.sid, phone, words)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            asked.answers.append(self.product.text(words, phone, asked.sid))
            if asked.has_reply:
                return
            time.sleep(AGAIN_SECONDS)

    @property
    def answers(self) -> list[Answer]:
        return [answer for asked in self.asked for answer in asked.answers]

    @property
    def with_last_words(self) -> Counter[str]:
        """Count by phone the texts that got last words at first."""
        return Counter(asked.phone for asked in self.asked if asked.answers and is_last_words(asked.answers[0]))

    def lost(self) -> Counter[str]:
        """Count by phone the texts that got a real reply of which nothing is stored."""
        load, replied = self.product.store.load, [asked for asked in self.asked if asked.has_reply]
        return Counter(asked.phone for asked in replied if load(asked.phone, asked.sid).said is None)

    def check(self, lost: Mapping[str, int]) -> None:
        """Check that every text had an answer in time, and that nothing is there twice.

        A loss of the servers may set a person back; all others who came through have one consent and one case.
        """
        assert all(answer.status == 200 and answer.seconds < 5 for answer in self.answers)
        cases = Counter(case.person for case in self.product.store.cases.open())
        for phone in {asked.phone for asked in self.asked}:
            person = self.product.store.person(phone)
            records = self.product.store.ledger(person)
            sids = [record.message_sid for record in records]
            assert len(sids) == len(set(sids))
            assert cases[person] <= 1
            if phone in self.finished and phone not in lost:
                assert [record.kind for record in records] == ["given"]
                assert cases[person] == 1
            assert len(self.product.provider.sent_to(phone)) <= self.with_last_words[phone] + lost.get(phone, 0)


def is_last_words(answer: Answer) -> bool:
    return answer.status == 200 and answer.text.startswith(LAST_WORDS["en"][:20])


@contextmanager
def texting(product: Webhook, people: int) -> Iterator[Load]:
    """Let people text for the block. All have come through afterwards."""
    load = Load(product)
    load.start(people)
    try:
        yield load
    finally:
        load.finish()
