"""Helpers for tests of the directory's pages: an app with the full vetting rules, and forms as a browser sends them."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.directory.directory import Directory
from bot.staff.audit import Entry
from bot.web import create_app
from tests.support.app import with_directory
from tests.support.signed_texts import runtime_of
from tests.support.staff import mark


def strict(app: Flask, **changes: Any) -> Flask:
    """Build the same app outside demo mode, with its own directory, the full vetting rules and changed settings."""
    runtime = runtime_of(app)
    runtime.directory.catch_up()  # what an earlier test stored is gone by now
    shown = runtime.directory.now
    changed = replace(runtime, settings=replace(runtime.settings, demo=False, **changes))
    return create_app(runtime=with_directory(changed, Directory(shown, shown.country, clock=runtime.clock)))


class _Fields(HTMLParser):
    """Parser of the fields a browser would send from the form with that action."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self._action, self._here, self._name, self._chosen = action, False, "", False
        self.found: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._here = given.get("action") == self._action
        elif not self._here:
            return
        elif tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self._add(given.get("name", ""), given.get("value", ""))
        elif tag in ("select", "textarea"):
            self._name, self._chosen = given["name"], False
            self._add(self._name, "")
        elif tag == "option" and self._name and (not self._chosen or "selected" in given):
            self._chosen = True
            self.found[self._name][-1] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._name and not self._chosen:
            self.found[self._name][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self._name = ""

    def _add(self, name: str, value: str) -> None:
        self.found.setdefault(name, []).append(value)


def form(client: FlaskClient, page: str, action: str = "") -> dict[str, list[str]]:
    """Return the untouched fields of a form on a page."""
    return form_of(client.get(page), action or page)


def form_of(answer: TestResponse, action: str) -> dict[str, list[str]]:
    """Return the untouched fields of a form in a response."""
    fields = _Fields(action)
    fields.feed(answer.text)
    assert fields.found, answer.text
    return fields.found


def send(client: FlaskClient, path: str, fields: dict[str, list[str]], **typed: Any) -> TestResponse:
    """Send a form with some fields changed."""
    return client.post(path, data={**fields, "mark": mark(client, "/staff/account"), **typed})


def noted(app: Flask) -> list[Entry]:
    """List the audit entries, the newest first."""
    return [link.entry for _, link in runtime_of(app).store.staff.audit.page(0, 50) if link]
