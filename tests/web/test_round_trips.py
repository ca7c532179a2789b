"""How many round trips to Redis one request makes, outside demo mode: a pipeline, or a script, is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.config.settings import Settings
from bot.runtime.build import build
from bot.store.connection import Arguments, Server
from bot.web import create_app

Trips = Callable[[Callable[[], Any]], int]


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> Trips:
    """Counts the round trips during a call."""
    made: list[Sequence[Arguments]] = []
    exchange = Server._exchange

    def counted(server: Server, commands: Sequence[Arguments]) -> list[Any]:
        made.append(commands)
        return exchange(server, commands)

    def count(call: Callable[[], Any]) -> int:
        made.clear()
        with monkeypatch.context() as patch:
            patch.setattr(Server, "_exchange", counted)
            call()
        return len(made)

    return count


@pytest.fixture(scope="module")
def served(settings: Settings) -> Iterator[Flask]:
    """The app outside demo mode."""
    conversation = build(replace(settings, demo=False))
    yield create_app(conversation=conversation)
    conversation.parts.store.close()


@pytest.mark.parametrize(
    "page",
    [
        "", "?q=help", "/message/messages/welcome.later", "/message/labels/yes", "/draft", "/editions",
        "/editions/difference", "/hotlines", "/lexicon", "/lists", "/languages", "/languages/es", "/bench",
    ],
)  # fmt: skip
def test_studio_page_makes_at_most_six(editor: FlaskClient, trips: Trips, page: str) -> None:
    assert trips(lambda: editor.get(f"/studio{page}")) <= 6
