"""Objects that the browser tests receive, and the demo sign-in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask
from playwright.sync_api import Page, expect

from bot.runtime.runtime import Runtime
from bot.store.connection import RedisServer

Open = Callable[..., Page]


@dataclass(frozen=True)
class House:
    """Served app with its address."""

    app: Flask
    address: str

    @property
    def runtime(self) -> Runtime:
        """Return the conversation behind the app."""
        held: Runtime = self.app.extensions["warmline"]
        return held


def with_empty_board(house: House) -> Runtime:
    """Return the app's conversation after the cases of other tests have left its board."""
    server = RedisServer(house.runtime.settings.redis_url)
    server.call("DEL", "cases:open")
    server.close()
    return house.runtime


def be(page: Page, kind: str) -> None:
    """Sign in as the demo's caseworker, editor or lead on the demo's sign-in page.

    The scripts of the page that follows have started then: a button that is pressed before loads another page.
    """
    page.get_by_role("button", name=re.compile(f"^Sign in as an? {kind}")).click()
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    page.wait_for_load_state()


def take(page: Page, code: str) -> None:
    """Take a case on the board, and open it."""
    page.wait_for_load_state()  # without the script, the button leads to the case
    page.get_by_role("button", name=f"Take case {code}").click()
    expect(page.locator(f'.entry[data-code="{code}"][data-mine]')).to_be_visible()
    page.get_by_role("link", name=f"Case {code}").click()
    page.wait_for_url(f"**/console/{code}")
