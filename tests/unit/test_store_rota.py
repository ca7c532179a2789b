"""The stored rota: of two changes at once none is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import Conflict
from bot.staff.rota import Duty, Shift
from bot.store import Store

SHIFT = Shift(739_950, 540, 1020)


def test_change_that_was_slower_runs_again_and_loses_nothing(store: Store) -> None:
    rota, faster = store.staff.rota, [lambda duty: replace(duty, here_at=5), lambda _: Duty()]

    def to(duty: Duty) -> Duty:
        if faster:
            rota.change("ana", faster.pop(0))
        return replace(duty, once=(SHIFT,))

    assert rota.change("ana", to) == Duty(once=(SHIFT,))
    faster.append(lambda duty: replace(duty, here_at=7))
    assert rota.change("ana", to) == rota.get("ana") == Duty(once=(SHIFT,), here_at=7)
    assert rota.all() == {"ana": rota.get("ana")}


def test_empty_duty_leaves_nothing_behind(store: Store) -> None:
    store.staff.rota.change("ana", lambda _: Duty(once=(SHIFT,)))
    store.staff.rota.change("ana", lambda _: Duty())
    assert store.staff.rota.all() == {}


def test_change_that_is_always_slower_gives_up(store: Store) -> None:
    numbers = iter(range(1, 100))

    def to(duty: Duty) -> Duty:
        store.staff.rota._server.call("HSET", "{staff}:rota", "ana", f'{{"here_at": {next(numbers)}}}')
        return replace(duty, once=(SHIFT,))

    with pytest.raises(Conflict):
        store.staff.rota.change("ana", to)
    assert store.staff.rota.get("ana").once == ()
