"""Whole transition table with the shipped messages and directory: what each step says and commits."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.content.catalog import Catalog, load_sheets
from bot.content.hotlines import Hotlines, load_hotlines
from bot.conversation.effects import Turned, commit_of
from bot.conversation.placeholders import Wording
from bot.directory.load import load_directory
from bot.directory.vetting import DEMO
from bot.flows.handoff import SILENCE
from bot.flows.machine import Step
from bot.flows.names import Answer
from bot.flows.session import Session
from bot.store import Commit, PersonKey
from tests.support.app import NOON, settings
from tests.support.flow_walk import whole_table

DIRECTORY = load_directory(rules=DEMO)
IDS = tuple(service.id for service in DIRECTORY)[:3]
CATALOG = Catalog(load_sheets()[0])
HOTLINES = load_hotlines()
WORDING = Wording(settings(), HOTLINES, DIRECTORY)
LANGUAGES = ("en", "es")


class Active(NamedTuple):
    """Content in use. Tests of promises about wording take it, so that they can run with other content."""

    catalog: Catalog
    hotlines: Hotlines
    wording: Wording


SHIPPED = Active(CATALOG, HOTLINES, WORDING)


def said(step: Step, code: str, active: Active = SHIPPED) -> str:
    """Return the reply of a step exactly as it is sent."""
    session = step.session._replace(language=code)
    language = active.catalog.language(code)
    value = active.wording.values(session, language, NOON)
    return language.fill(step.says, session.state, bland=not session.safe, value=value)


def pairs():
    return whole_table(IDS)


@cache
def distinct():
    """Return each distinct (state, message, screen) of the walk once: the reply depends on nothing else."""
    seen = {}
    for session, answer, step in pairs():
        then = step.session
        told = (bool(then.needs), bool(then.case), then.service, then.shared, then.asking)
        key = (step.says, then.state, then.safe, *told)
        # nobody answers a pause, and relayed texts get no reply of ours
        if answer is not Answer.PAUSE and step.says != SILENCE:
            seen.setdefault(key, (session, answer, step))
    return tuple(seen.values())


def commit(session: Session, answer: Answer, step: Step) -> Commit:
    """Return the commit that the step would write."""
    turned = Turned(PersonKey("p"), "SM1", "", session, step, NOON, ZoneInfo("America/Los_Angeles"))
    return commit_of(turned, None)
