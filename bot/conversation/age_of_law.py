"""The age up to which staff may have to report is told with the limits, and told again where the place has another."""

from __future__ import annotations

from bot.conversation.render import beside
from bot.flows.handoff import SILENCE
from bot.flows.machine import Step
from bot.flows.names import State
from bot.flows.session import Session
from bot.runtime.runtime import Snapshot

_LIMITS = frozenset({State.WELCOME_LIMITS.value, State.WELCOME_REPORT.value, "needs.area_first"})


def with_age(snapshot: Snapshot, step: Step, session: Session, text: str) -> tuple[str, Session]:
    """Return a reply that begins with the age of the place, if the limits named another, and the session after it.

    A reply that has no room for it leaves it to the next one, and so does a screen that somebody else may see.
    """
    rule = snapshot.reporting.rule(None if session.unsure else session.area)
    if step.says in _LIMITS:
        return text, session._replace(under_told=rule.under)
    hides = not session.safe or session.caseworker_name or step.says == SILENCE
    if hides or session.under_told in (0, rule.under) or not rule.names:
        return text, session
    place = rule.names.get(session.language) or rule.names["en"]
    piece = snapshot.catalog.language(session.language).piece(
        "reporting.age", {"place": place, "under": str(rule.under)}
    )
    both = beside(piece, text)
    return both, session._replace(under_told=rule.under) if both != text else session
