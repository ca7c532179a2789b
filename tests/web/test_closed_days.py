"""Closed days: the bot tells the young person when the team really reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.web import create_app
from tests.support.app import MovedClock
from tests.support.signed_texts import runtime_of, said, texting
from tests.support.staff import post

THURSDAY_TEN = 1795716000
"""Thanksgiving: 10 in the morning of 2026-11-26 in the time zone of the tests, America/Los_Angeles."""
TO_A_PERSON = {"en": ("hey", "person", "1"), "es": ("hola", "persona", "1")}


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock(THURSDAY_TEN)


@pytest.fixture
def served(app: Flask, clock: MovedClock) -> Flask:
    runtime = runtime_of(app)
    settings = replace(runtime.settings, team_hours="09:00-21:00", team_wait_minutes=10)
    return create_app(runtime=replace(runtime, settings=settings, clock=clock))


def close(lead: FlaskClient, first: str, last: str) -> None:
    """Set closed days as a lead does on the rota."""
    form = {"first": first, "last": last}
    assert post(lead, "/console/rota/closed", "/staff/account", **form).status_code == 303


def asked(served: Flask, *texts: str) -> str:
    """Return the last of the replies to these texts, as one line."""
    post_text = texting(served.test_client(), runtime_of(served).settings)
    return " ".join([" ".join(said(post_text(text))) for text in texts][-1].split())


def test_team_that_works_tells_its_usual_wait(served: Flask) -> None:
    assert "about 10 minutes" in asked(served, *TO_A_PERSON["en"])


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "People read these from Sat 11/28, 9 am on."), ("es", "El personal lee esto desde el sáb 11/28, 9 am.")],
)
def test_closed_team_tells_the_day_on_which_it_reads(
    served: Flask, lead: FlaskClient, language: str, told: str
) -> None:
    close(lead, "2026-11-26", "2026-11-27")
    answer = asked(served, *TO_A_PERSON[language])
    assert told in answer
    assert "10 min" not in answer


def test_last_closed_day_needs_no_date_once_the_next_morning_is_near(
    served: Flask, lead: FlaskClient, clock: MovedClock
) -> None:
    close(lead, "2026-11-26", "2026-11-26")
    assert "People read these from 9 am on." in asked(served, *TO_A_PERSON["en"])
    clock.now += 23 * 3600
    assert "about 10 minutes" in asked(served, "how long")


def test_danger_on_a_closed_day_is_answered_with_the_true_time(served: Flask, lead: FlaskClient) -> None:
    close(lead, "2026-11-26", "2026-11-27")
    answer = asked(served, "hey", "i want to die")
    assert "988" in answer
    assert "Nobody here reads texts before Sat 11/28, 9 am." in answer
