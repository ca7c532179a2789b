"""Redis killed, hanging, slow or refusing to write: replies in time, and nothing lost (promises 6, 8, 9)."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from bot.content.last_resort import LAST_WORDS
from tests.support.product import Answer, Product, new_phone, new_sid, wait_until
from tests.support.redis_server import RealRedis

pytestmark = pytest.mark.faults

IN_TIME_SECONDS = 5.0


def met(product: Product, *texts: str) -> str:
    """Return a person who has texted before."""
    phone = new_phone()
    for text in texts:
        assert really_answered(product, text, phone, new_sid()).text
    return phone


def really_answered(product: Product, text: str, phone: str, sid: str) -> Answer:
    """Return the real reply to a text that is delivered again, as the provider does.

    A web process that has just waited for Redis in vain does not try again for a second, each for itself.
    """
    found: list[Answer] = []

    def delivered() -> bool:
        found.append(product.text(text, phone, sid))
        return not is_fallback(found[-1])

    wait_until(delivered, what="the real reply")
    return found[-1]


def is_fallback(answer: Answer, language: str = "en") -> bool:
    """Tell whether this is one text in time, in this language, with the numbers."""
    assert answer.seconds < IN_TIME_SECONDS
    return answer.text.startswith(LAST_WORDS[language][:20]) and "988" in answer.text and "911" in answer.text


BROKEN: dict[str, Callable[[RealRedis], AbstractContextManager[None]]] = {
    "killed": RealRedis.killed,
    "hanging": RealRedis.hanging,
    "slow": RealRedis.slow,
    "a replica": RealRedis.replica,
    "too few replicas": lambda real: real.configured(min_replicas_to_write=1),
    "full": lambda real: real.configured(maxmemory=1),
}


@pytest.mark.parametrize("how", BROKEN)
def test_text_gets_numbers_in_time_and_the_real_reply_later(product: Product, how: str) -> None:
    provider = product.provider
    ana = met(product, "hey", "1", "ok")
    lupe = met(product, "hola", "1", "ok")
    quits, new, retried = met(product, "hey"), new_phone(), met(product, "hey")
    telling = "hard " + secrets.token_hex(6)
    logged = len(product.log)
    sids = {name: new_sid() for name in ("ana", "lupe", "quits", "new", "retried")}
    with BROKEN[how](product.redis):
        with ThreadPoolExecutor(5) as pool:
            texts = [
                pool.submit(product.text, f"i need food, {telling}", ana, sids["ana"]),
                pool.submit(product.text, "necesito comida para mi hija", lupe, sids["lupe"]),
                pool.submit(product.text, "STOP", quits, sids["quits"]),
                pool.submit(product.text, "hello", new, sids["new"]),
                pool.submit(product.text, "1", retried, sids["retried"]),
            ]
            answers = [text.result() for text in texts]
        assert is_fallback(answers[0])
        assert is_fallback(answers[1], "es")
        assert answers[2].seconds < IN_TIME_SECONDS
        assert "START" in answers[2].text
        assert "988" not in answers[2].text
        assert is_fallback(answers[3])
        assert is_fallback(answers[4])
        assert product.get("/healthz") == 200
        provider.received(sids["ana"], ana, f"i need food, {telling}", ago=0)
        provider.received(sids["lupe"], lupe, "necesito comida para mi hija", ago=0)
        provider.received(sids["quits"], quits, "STOP", ago=0)
        provider.received(sids["new"], new, "hello", ago=0)
    wait_until(lambda: product.get("/readyz") == 200)
    real = really_answered(product, "1", retried, sids["retried"])
    assert really_answered(product, "1", retried, sids["retried"]).text == real.text  # by any of the processes
    wait_until(lambda: all(provider.sent_to(phone) for phone in (ana, lupe, new)), 45, "catching up")
    wait_until(lambda: product.person(quits).stopped)
    assert product.text(f"i need food, {telling}", ana, sids["ana"]).text == provider.sent_to(ana)[0]
    looked = provider.listings
    wait_until(lambda: provider.listings > looked + 1, what="looking again")
    assert [len(provider.sent_to(phone)) for phone in (ana, lupe, new, quits, retried)] == [1, 1, 1, 0, 0]
    assert "ciudad" in provider.sent_to(lupe)[0]
    assert product.text("hello?", quits).messages == []
    noted = product.log[logged:]
    assert "StoreUnavailable at bot/store/" in noted
    assert not any(part in noted for part in (telling, ana[-7:], lupe[-7:], quits[-7:], "comida"))


@pytest.mark.parametrize("how", BROKEN)
def test_readiness_follows_redis_and_liveness_does_not(product: Product, how: str) -> None:
    with BROKEN[how](product.redis):
        assert product.get("/readyz") == 503
        assert product.get("/healthz") == 200
    wait_until(lambda: product.get("/readyz") == 200)


def test_burst_during_a_redis_hang_is_answered_in_time(product: Product) -> None:
    with product.redis.hanging(), ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda _: product.text("hey", new_phone()), range(30)))
    assert all(is_fallback(answer) for answer in answers)


def test_spanish_stop_is_confirmed_in_spanish(product: Product) -> None:
    with product.redis.killed():
        said = product.text("ALTO", new_phone()).text
    assert "START" in said
    assert "988" not in said
    assert "mensajes" in said


@pytest.mark.parametrize("how", ["killed", "a replica"])
def test_long_outage_does_not_flood_the_provider(product: Product, how: str) -> None:
    with BROKEN[how](product.redis):
        if how == "a replica":
            with product.redis.hanging():
                time.sleep(2.5)  # so that the worker notices an outage and looks for missed texts
        time.sleep(0.5)
        before = product.provider.listings
        time.sleep(3)
        asked = product.provider.listings - before
    assert asked <= 2, f"asked {asked} times in three seconds"
