"""The warm hand-off: a caseworker proposes an agency's contact, who joins, talks and leaves. Each act is one commit.

Nothing is sent to an agency from here: the job that sends asks the consent gate at that moment.
"""

from __future__ import annotations

from dataclasses import replace

from bot.actions.cases import CaseActions, CaseChange, ScreenNotSafe, StaleCase, only_owner
from bot.casework import cases
from bot.casework.cases import Case, Introduction, IntroductionStatus
from bot.conversation.effects import dismissal
from bot.flows.names import Answer, State
from bot.runtime.runtime import Runtime
from bot.store.jobs import BriefContact, ScheduledJob, TellOfContact

ANSWERED_SECONDS = 7 * 86_400
"""For how long a contact's phone is known after the end: their late text must not open a conversation of a person."""


class IntroductionActions:
    """Acts on the introduction of a case. Safe to share between threads.

    Every act may raise StoreUnavailable, Conflict, CaseClosed.
    """

    def __init__(self, runtime: Runtime) -> None:
        self._desk = CaseActions(runtime)

    def propose(self, code: str, staff: str, service: str, contact: str, phone: str) -> Case:
        """Ask the person whether `contact` (a name) of the agency behind `service` may join the talk.

        Raises NotCaseOwner; ScreenNotSafe when their screen is not safe, they are not in the conversation, or they are
        under 13; StaleCase when a contact is already invited.
        """

        def plan(case: Case, now: int) -> CaseChange:
            only_owner(case, staff)
            if case.introduction and case.introduction.is_invited:
                raise StaleCase("another contact is invited")
            if not self._desk.screen_is_safe(case):
                raise ScreenNotSafe("they cannot be asked now")
            asked = Introduction(cases.new_code(), service, contact, phone, asked_at=now)
            sets = {"agency": service, "contact": contact, "state": State.HANDOFF_LIVE}
            return CaseChange(replace(case, introduction=asked), Answer.INTRODUCED, staff, sets)

        return self._desk.apply(code, plan)

    def joined(self, code: str, join_code: str) -> Case:
        """Let the contact in, who replied with the code; tell the person. Raises StaleCase unless they are invited."""

        def plan(case: Case, now: int) -> CaseChange:
            invited = _current(case, join_code, IntroductionStatus.INVITED)
            jobs = (BriefContact(case.code, join_code).at(now), *_told(case, join_code, "joined", now))
            return CaseChange(replace(case, introduction=invited.joined()), Answer.CONTACT_JOINED, jobs=jobs)

        return self._desk.apply(code, plan)

    def said(self, code: str, join_code: str, words: str, *, sid: str) -> Case:
        """Pass the contact's words to the caseworker, and to the person if their screen is safe.

        Raises StaleCase when the contact is not in the talk.
        """

        def plan(case: Case, _: int) -> CaseChange:
            held = _current(case, join_code, IntroductionStatus.JOINED)
            answered = replace(held, asked_of_at=0, told_quiet=False)
            return CaseChange(replace(case, introduction=answered), words=words, contact=True)

        return self._desk.apply(code, plan, sid)

    def quiet(self, code: str, seconds: int) -> Case:
        """Tell the person, once, that the contact has not answered for so long. Raises StaleCase if they have."""

        def plan(case: Case, now: int) -> CaseChange:
            held = case.introduction
            if held is None or not held.is_quiet(now, seconds):
                raise StaleCase("the contact has answered")
            return CaseChange(replace(case, introduction=replace(held, told_quiet=True)), Answer.CONTACT_QUIET)

        return self._desk.apply(code, plan)

    def left(self, code: str, join_code: str) -> Case:
        """End the introduction because the contact left, declined or cannot be reached; tell the person.

        Raises StaleCase when it has ended already.
        """

        def plan(case: Case, now: int) -> CaseChange:
            held = _current(case, join_code, IntroductionStatus.INVITED, IntroductionStatus.JOINED)
            over, jobs = replace(case, introduction=held.ended()), _told(case, join_code, "left", now)
            return CaseChange(over, Answer.CONTACT_LEFT, jobs=jobs)

        return self._desk.apply(code, plan)

    def withdraw(self, code: str, join_code: str, staff: str = "") -> Case:
        """End the introduction for a caseworker, or without `staff` because consent has ended; tell both sides.

        Raises NotCaseOwner, StaleCase.
        """

        def plan(case: Case, now: int) -> CaseChange:
            if staff:
                only_owner(case, staff)
            held = _current(case, join_code, IntroductionStatus.INVITED, IntroductionStatus.JOINED)
            over = replace(case, introduction=held.ended())
            return CaseChange(over, Answer.CONTACT_LEFT, staff, jobs=dismissal(case, now))

        return self._desk.apply(code, plan)

    def remind(self, code: str, staff: str, at: int) -> Case:
        """Ask the person whether one bland reminder may be sent `at` (epoch seconds).

        Raises NotCaseOwner; ScreenNotSafe as `propose` does.
        """

        def plan(case: Case, _: int) -> CaseChange:
            only_owner(case, staff)
            if not self._desk.screen_is_safe(case):
                raise ScreenNotSafe("they cannot be asked now")
            return CaseChange(case, Answer.REMINDER_OFFERED, staff, {"remind_at": at, "state": State.HANDOFF_LIVE})

        return self._desk.apply(code, plan)


def _current(case: Case, join_code: str, *stages: IntroductionStatus) -> Introduction:
    held = case.introduction
    if held is None or held.code != join_code or held.stage not in stages:
        raise StaleCase("this introduction has moved on")
    return held


def _told(case: Case, join_code: str, what: str, now: int) -> tuple[ScheduledJob, ...]:
    """Build the job that texts the owner what the contact did; none for an owner who does not work by text."""
    return (TellOfContact(case.code, join_code, what).at(now),) if case.owner and case.by_text else ()
