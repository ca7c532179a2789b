"""Bugs in the code, and stored values that cannot be decrypted: a reply with the numbers, and a log without content."""

from __future__ import annotations

import logging
from dataclasses import fields, replace
from typing import Any

import pytest

import bot.conversation.engine
from bot.conversation.messages import Inbound, Reply
from bot.directory.directory import Directory
from bot.flows.model import ServiceQuery
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime, Snapshot
from bot.staff.rota import Days
from tests.support.app import with_directory
from tests.support.in_process import House
from tests.support.product import new_phone, new_sid

pytestmark = pytest.mark.faults


def numbers_in(reply: Reply) -> bool:
    return "988" in reply.text and "911" in reply.text


def failing(part: str, of: Runtime, said: str) -> Runtime:
    """Return a runtime part of which one fails with an error that quotes the person."""

    class Failing:
        def __getattr__(self, name: str) -> Any:
            real = getattr(getattr(of if part == "store" else of.snapshot(), part), name)
            if not callable(real) or name in {"has", "language"}:
                return real

            def fail(*_args: object, **_named: object) -> Any:
                raise ValueError(said)

            return fail

    class Broken(Runtime):
        def snapshot(self, now: int | None = None, closed: tuple[Days, ...] = ()) -> Snapshot:
            return replace(super().snapshot(now, closed), **{part: Failing()})

    if part == "store":
        return replace(of, store=Failing())
    return Broken(**{field.name: getattr(of, field.name) for field in fields(of)})


@pytest.mark.parametrize("part", ["catalog", "lexicon", "directory", "hotlines", "store"])
def test_bug_in_a_turn_gets_the_fallback_and_a_log_without_content(
    house: House, caplog: pytest.LogCaptureFixture, part: str
) -> None:
    caplog.set_level(logging.DEBUG)
    anna, said = new_phone(), "my secret is zanzibar"
    for text in ("hey", "1", "ok", "need food"):
        house.hears(text, anna)
    caplog.clear()
    before = house.session(anna)
    reply = Router(failing(part, house.runtime, said)).handle(Inbound(new_sid(), anna, "skip"))
    assert numbers_in(reply)
    assert "ValueError at " in caplog.text or "MissingMessage" in caplog.text
    assert "zanzibar" not in caplog.text
    assert anna[-7:] not in caplog.text
    assert house.session(anna) == before


def test_bug_in_the_flow_costs_one_turn_and_changes_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    anna, bea = new_phone(), new_phone()
    for phone in (anna, bea):
        house.hears("hey", phone)
    with monkeypatch.context() as patch:

        def broken(_session: object, reading: object, _outlook: object) -> None:
            raise LookupError(f"no arrow for {reading}")

        patch.setattr(bot.conversation.engine, "advance", broken)
        assert numbers_in(house.hears("my name is Zelda", anna))
        assert "START" in house.hears("STOP", bea).text
    assert "LookupError at" in caplog.text
    assert "Zelda" not in caplog.text
    assert house.hears("1", anna).state == "welcome.limits"
    assert house.hears("1", bea).text == "", "a STOP that was confirmed holds"
    assert house.store.load(bea, "").stopped


def test_bug_in_the_directory_costs_one_need(house: House) -> None:
    class Buggy(Directory):
        def next_service(self, wishes: ServiceQuery) -> str:
            raise KeyError("service")

        def has(self, service_id: str) -> bool:
            return True

    anna = new_phone()
    runtime = with_directory(house.runtime, Buggy(()))
    texts = ("hey", "1", "ok", "need food", "skip", "menu")
    replies = [Router(runtime).handle(Inbound(new_sid(), anna, text)) for text in texts]
    assert replies[-2].key == "fallback"
    assert replies[-1].state == "needs.ask"


def test_tampered_value_gets_the_fallback(house: House, caplog: pytest.LogCaptureFixture) -> None:
    anna = new_phone()
    house.hears("hey", anna)
    key = f"{{{house.store.person(anna)}}}:s"
    blob = house.redis.client.get(key)
    house.redis.client.set(key, blob[:-1] + bytes([blob[-1] ^ 1]))
    assert numbers_in(house.hears("1", anna))
    assert "DecryptionError" in caplog.text
