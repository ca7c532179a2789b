"""First words of a hand-over note: what staff know of a talk, while a consent covers it. The colleague changes them.

It holds what colleagues wrote and what the person shared, and no text of the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.casework.cases import Kind, Line
from bot.casework.tasks import Work
from bot.store import together
from bot.web.base import names
from bot.web.console.base import note_looks, seen_query
from bot.web.console.introduction_view import stage_of
from bot.web.console.own_talks import OwnTalk
from bot.web.console.task_view import moment
from bot.web.current import runtime
from bot.web.labels import TASKS

MOST_TASKS, LONGEST_LAST = 5, 400
HEAD = "Hand-over"
"""Begins each of these notes, so that none quotes the one before."""


def first_notes(own: Sequence[OwnTalk]) -> dict[str, str]:
    """Return a note for each talk that a consent covers, by code. The audit notes first that the colleague looks."""
    shown = [one for one in own if one.talk.marks.talks]
    store, codes = runtime().store, [one.case.code for one in shown]
    threads, work, seen = store.fetch_all(
        together([store.cases.thread_query(code) for code in codes]),
        store.work.sealed_query(codes),
        together([seen_query(code) for code in codes]),
    )
    note_looks([code for code, noted in zip(codes, seen, strict=True) if noted is None])
    return {
        one.case.code: "\n".join(_sentences(one, thread, store.work.open(one.case.code, work[one.case.code])))
        for one, thread in zip(shown, threads, strict=True)
    }


def _sentences(own: OwnTalk, thread: Sequence[Line], work: Work) -> Iterator[str]:
    talk, now = own.talk, runtime().clock()
    needs = ", ".join(talk.marks.needs) + (f" and {talk.marks.more} more" if talk.marks.more else "")
    yield f"{HEAD}. Needs: {needs or 'none shared'}."
    if talk.urgent:
        yield f"Urgent{f': {talk.marks.reason}' if talk.marks.reason else ''}."
    since = moment(talk.since, now)
    yield f"They have waited for a reply since {since}." if talk.state == "ours" else f"Their turn since {since}."
    if stage := stage_of(own.case):
        yield f"Introduction to {stage}"
    tasks = sorted((task for task in work.tasks if task.is_open), key=lambda task: task.due_at or 2 * now)
    for task in tasks[:MOST_TASKS]:
        yield f"To do: {TASKS[task.kind]}{f', {moment(task.due_at, now)}' if task.due_at else ''}: {task.words}"
    last = next((line for line in reversed(thread) if line.kind is Kind.NOTE and _is_own_words(line)), None)
    if last:
        words = last.text if len(last.text) <= LONGEST_LAST else f"{last.text[:LONGEST_LAST]} ..."
        yield f"Last note ({names().get(last.by, 'a colleague')}, {moment(last.at, now)}): {words}"


def _is_own_words(line: Line) -> bool:
    return bool(line.text) and not line.text.startswith(HEAD)
