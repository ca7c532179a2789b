"""A new colleague's first hour: the steps, and which of them are done. Pure: no storage, no clock, no request."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from bot.staff.accounts import Staff
from bot.tolerant import members


class Step(StrEnum):
    """Step of the first hour, in its order."""

    PHONE = "phone"
    RECOVERY = "recovery"
    LOCK = "lock"
    TALK = "talk"
    LAW = "law"
    SERVICE = "service"
    HAND_OVER = "hand_over"
    END_SHIFT = "end_shift"


def done(person: Staff) -> frozenset[Step]:
    """Return the steps that are done: those that were ticked, and what the account itself shows."""
    shown = {Step.PHONE: bool(person.phone), Step.RECOVERY: bool(person.recovery)}
    return frozenset(members(Step, person.first_hour)) | {step for step, is_so in shown.items() if is_so}


def is_through(person: Staff) -> bool:
    """Tell whether all steps are done."""
    return done(person) == frozenset(Step)


def ticks_themself(person: Staff, step: Step) -> bool:
    """Tell whether the colleague ticks a step themself, because the product cannot see it.

    Who signs in by the organisation's account has no recovery codes here.
    """
    return step is Step.LAW or (step is Step.RECOVERY and not person.secret)


def ticked(person: Staff, step: Step) -> Staff:
    """Return the account with a step done."""
    return person if step in done(person) else replace(person, first_hour=(*person.first_hour, step.value))
