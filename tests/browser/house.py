"""What the browser tests are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask
from playwright.sync_api import Page

Open = Callable[..., Page]


@dataclass(frozen=True)
class House:
    """The served app and its address."""

    app: Flask
    address: str
