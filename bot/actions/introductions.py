"""The warm hand-off at the desk: propose an agency's contact, and what that contact does. Each one commit.

Nothing goes to an agency from here: what may be told to it is looked up at the moment of sending (`contacts`).
"""

from __future__ import annotations

from dataclasses import replace

from bot.actions.cases import Act, Desk, Meanwhile, NotSafeNow, only_owner
from bot.casework import cases
from bot.casework.cases import Case, Introduction, Stage
from bot.conversation.effects import dismissal
from bot.conversation.engine import Conversation
from bot.flows.names import Answer, State
from bot.store.jobs import BriefContact, ScheduledJob, TellOfContact

ANSWERED_SECONDS = 7 * 86_400
"""For so long after the end a contact's phone is still known: a late text is no young person's first."""


class Introductions:
    """Acts on the introduction of a case. Safe to share between threads. Every act may raise StoreGone, LostRace,
    CaseGone."""

    def __init__(self, conversation: Conversation) -> None:
        self._parts, self._desk = conversation.parts, Desk(conversation)

    def propose(self, code: str, staff: str, service: str, contact: str, phone: str) -> Case:
        """Ask the young person whether `contact` (a name) of the agency behind `service` may come into the talk.

        Raises HeldByOther; NotSafeNow when they are not in the talk with a screen of their own, or are under 13;
        Meanwhile when a contact was invited already.
        """

        def plan(case: Case, now: int) -> Act:
            only_owner(case, staff)
            if case.introduction and case.introduction.is_invited:
                raise Meanwhile("another contact is invited")
            if not self._desk.screen_is_safe(case):
                raise NotSafeNow("they cannot be asked now")
            asked = Introduction(cases.new_code(), service, contact, phone, asked_at=now)
            sets = {"agency": service, "contact": contact, "state": State.HANDOFF_LIVE}
            return Act(replace(case, introduction=asked), Answer.INTRODUCED, staff, sets)

        return self._desk.act(code, plan)

    def joined(self, code: str, join_code: str) -> Case:
        """The contact replied the code; the young person is told. Raises Meanwhile when it is over, or they are in."""

        def plan(case: Case, now: int) -> Act:
            invited = _current(case, join_code, Stage.INVITED)
            jobs = (BriefContact(case.code, join_code).at(now), *_told(case, join_code, "joined", now))
            return Act(replace(case, introduction=invited.joined()), Answer.CONTACT_JOINED, jobs=jobs)

        return self._desk.act(code, plan)

    def said(self, code: str, join_code: str, words: str, *, sid: str) -> Case:
        """The contact's words: to the young person, if their screen is their own, and to the caseworker.

        Raises Meanwhile when they are not in the thread (any more).
        """

        def plan(case: Case, _: int) -> Act:
            held = _current(case, join_code, Stage.JOINED)
            answered = replace(held, asked_of_at=0, told_quiet=False)
            return Act(replace(case, introduction=answered), words=words, contact=True)

        return self._desk.act(code, plan, sid)

    def quiet(self, code: str, seconds: int) -> Case:
        """The contact has not answered for so long; the young person is told, once. Raises Meanwhile if they have."""

        def plan(case: Case, now: int) -> Act:
            held = case.introduction
            if held is None or not held.is_quiet(now, seconds):
                raise Meanwhile("the contact has answered")
            return Act(replace(case, introduction=replace(held, told_quiet=True)), Answer.CONTACT_QUIET)

        return self._desk.act(code, plan)

    def left(self, code: str, join_code: str) -> Case:
        """The contact leaves, or says no, or cannot be reached; the young person is told. Raises Meanwhile."""

        def plan(case: Case, now: int) -> Act:
            held = _current(case, join_code, Stage.INVITED, Stage.JOINED)
            over, jobs = replace(case, introduction=held.ended()), _told(case, join_code, "left", now)
            return Act(over, Answer.CONTACT_LEFT, jobs=jobs)

        return self._desk.act(code, plan)

    def withdraw(self, code: str, join_code: str, staff: str = "") -> Case:
        """The caseworker ends it, or with no `staff` its time does; the contact and the young person are told.

        Raises HeldByOther, Meanwhile.
        """

        def plan(case: Case, now: int) -> Act:
            if staff:
                only_owner(case, staff)
            held = _current(case, join_code, Stage.INVITED, Stage.JOINED)
            over = replace(case, introduction=held.ended())
            return Act(over, Answer.CONTACT_LEFT, staff, jobs=dismissal(case, now))

        return self._desk.act(code, plan)

    def remind(self, code: str, staff: str, at: int) -> Case:
        """Ask the young person whether one plain reminder may come `at` (seconds since the epoch).

        Raises HeldByOther; NotSafeNow as `propose`.
        """

        def plan(case: Case, _: int) -> Act:
            only_owner(case, staff)
            if not self._desk.screen_is_safe(case):
                raise NotSafeNow("they cannot be asked now")
            return Act(case, Answer.REMINDER_OFFERED, staff, {"remind_at": at, "state": State.HANDOFF_LIVE})

        return self._desk.act(code, plan)


def _current(case: Case, join_code: str, *stages: Stage) -> Introduction:
    held = case.introduction
    if held is None or held.code != join_code or held.stage not in stages:
        raise Meanwhile("this introduction has moved on")
    return held


def _told(case: Case, join_code: str, what: str, now: int) -> tuple[ScheduledJob, ...]:
    """The caseworker who works by text is told what the contact did."""
    return (TellOfContact(case.code, join_code, what).at(now),) if case.owner and case.by_text else ()
