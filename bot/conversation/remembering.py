"""What a turn, or the end of a case, does to what is remembered of a person. Pure."""

from __future__ import annotations

from bot.casework.cases import Case
from bot.casework.remembered import EarlierCase, Remembered, Summary
from bot.flows.names import Event, ShareItem
from bot.flows.session import Session


def after_turn(known: Remembered | None, before: Session, session: Session, events: set[Event]) -> Remembered | None:
    """Return what is remembered after a turn, None if that does not change or ends.

    `session` has the end of a consent that the turn gave.
    """
    if Event.REMEMBER_AGREED in events:
        return Remembered(session.remembered_until)
    lost = before.shared - session.shared
    if Event.ITEM_TAKEN_BACK in events and ShareItem.TIMES in lost and known and session.remembered:
        return known.without_times()
    return None


def after_close(
    known: Remembered | None, session: Session, case: Case, summary: Summary, now: int
) -> Remembered | None:
    """Return what is remembered after `case` has closed, None of a person who does not want to be remembered.

    `session` is as the case found it: the times when a text is ok are remembered only if they were shared.
    """
    if not session.remembered:
        return None
    times = session.times if ShareItem.TIMES in session.shared else ""
    closed = EarlierCase(case.opened_at, now, case.owner, case.outcome, summary.plan, summary.wishes, times)
    return (known or Remembered(session.remembered_until)).with_case(closed)
