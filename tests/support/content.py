"""Whole transition table with the shipped messages and directory: what each step says and commits."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from bot.content.catalog import Catalog
from bot.content.hotlines import load_hotlines
from bot.content.reporting import load_reporting
from bot.conversation.effects import TurnResult, build_commit
from bot.conversation.messages import Inbound
from bot.conversation.placeholders import Placeholders
from bot.directory.load import load_directory
from bot.directory.vetting import DEMO
from bot.flows.handoff import SILENCE
from bot.flows.machine import Step
from bot.flows.model import Interpretation
from bot.flows.names import Answer
from bot.flows.safety import DANGERS
from bot.flows.session import Session
from bot.runtime.runtime import Snapshot
from bot.store import Commit, PersonKey
from bot.understanding import Lexicon
from tests.support.app import NOON, settings
from tests.support.flow_walk import whole_table
from tests.support.shipped import SHEETS

DIRECTORY = load_directory(rules=DEMO)
IDS = tuple(service.id for service in DIRECTORY)[:3]
CATALOG = Catalog(SHEETS)
HOTLINES = load_hotlines()


SHIPPED = Snapshot(
    settings(), NOON, CATALOG, Lexicon.empty(), HOTLINES, 0, DIRECTORY, lambda _: None, reporting=load_reporting()
)
"""What is in use. A test of a promise that depends on words takes a snapshot, so that it can be run on others."""


def said(step: Step, code: str, active: Snapshot = SHIPPED) -> str:
    """Return the reply of a step exactly as it is sent."""
    session = step.session._replace(language=code)
    language = active.catalog.language(code)
    value = Placeholders(active).values(session, language)
    return language.fill(step.says, session.state, bland=not session.safe, value=value)


def pairs():
    return whole_table(IDS)


def told(step: Step) -> tuple[object, ...]:
    """Return all that the words of a reply depend on."""
    then = step.session
    return (
        step.says, then.state, then.safe, bool(then.needs), bool(then.case), then.service, then.shared,
        then.pending_items, then.hazard,
    )  # fmt: skip


@cache
def dangers() -> tuple[tuple[Session, Answer, Step], ...]:
    """Return all steps of the walk that answer a danger."""
    return tuple(one for one in pairs() if one[1] in DANGERS or one[1] is Answer.UNDER_13)


@cache
def distinct():
    """Return each distinct (state, message, screen) of the walk once: the reply depends on nothing else."""
    seen = {}
    for session, answer, step in pairs():
        # nobody answers a pause, and relayed texts get no reply of ours
        if answer is not Answer.PAUSE and step.says != SILENCE:
            seen.setdefault(told(step), (session, answer, step))
    return tuple(seen.values())


@cache
def commits() -> tuple[tuple[Session, Answer, Step, Commit], ...]:
    """Return each step of the walk whose commit does more than store the session, with that commit."""
    made = ((*walked, commit(*walked)) for walked in pairs())
    return tuple(one for one in made if one[3].ledger or one[3].jobs or one[3].case or one[3].outgoing)


_PERSON, _TEXT, _ZONE = PersonKey("p"), Inbound("SM1", "", ""), ZoneInfo("America/Los_Angeles")


def commit(session: Session, answer: Answer, step: Step) -> Commit:
    """Return the commit that the step would write."""
    return build_commit(TurnResult(_PERSON, _TEXT, session, Interpretation(answer), step, NOON, _ZONE), None)
