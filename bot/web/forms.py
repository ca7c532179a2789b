"""Form fields that several pages read in the same way. A field that cannot be used raises Rejected."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeVar

from flask import request

from bot.errors import WarmlineError
from bot.web.current import runtime

Option = TypeVar("Option", bound=StrEnum)

LONGEST_SERVICE = 500
NOW = dt.timedelta()


class Rejected(WarmlineError):
    """A field of a form cannot be used. The message tells the colleague who sent it why."""


def option(name: str, options: type[Option], problem: str) -> Option:
    """Return the chosen option."""
    try:
        return options(request.form.get(name, ""))
    except ValueError:
        raise Rejected(problem) from None


def one_line(name: str, longest: int, problem: str) -> str:
    """Return a text of 1 to `longest` characters with its white space collapsed."""
    text = " ".join(request.form.get(name, "").split())
    if not 0 < len(text) <= longest:
        raise Rejected(problem)
    return text


def service_id(problem: str) -> str:
    """Return the id of the service that a form names, by its id or its full name; it is in the directory."""
    given, directory = request.form.get("service", "")[:LONGEST_SERVICE], runtime().directory.now
    found = given if directory.has(given) else directory.named(given)
    if not found:
        raise Rejected(problem)
    return found


def date_time(name: str, problem: str, *, latest: dt.timedelta, past: dt.timedelta = NOW) -> int:
    """Return a date and time of the programme's time zone, as a browser sends it, in epoch seconds.

    It lies at most `latest` ahead of now and less than `past` behind it.
    """
    zone, now = runtime().settings.timezone, runtime().clock()
    try:
        local = dt.datetime.strptime(request.form.get(name, ""), "%Y-%m-%dT%H:%M").replace(tzinfo=zone)
    except ValueError:
        raise Rejected(problem) from None
    if not -past < local - dt.datetime.fromtimestamp(now, zone) <= latest:
        raise Rejected(problem)
    return int(local.timestamp())
