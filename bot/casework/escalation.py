"""Escalation of an alert: whom to alert at each step, and when the next is due. Pure: no storage, no clock, no words.

The steps are the caseworker whom the person knows, if on duty; those on duty; the leads; everyone. A step that would
alert nobody new is skipped. After the last step everyone is alerted again, a few times; then only new team members.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.staff.accounts import Role, Staff

ALERTED = frozenset({Role.CASEWORKER, Role.LEAD})


class EscalationStep(StrEnum):
    """Escalation steps, in order. AGAIN repeats the last."""

    KNOWN = "known"
    ON_DUTY = "on_duty"
    LEADS = "leads"
    EVERYONE = "everyone"
    AGAIN = "again"


CLIMB = (EscalationStep.KNOWN, EscalationStep.ON_DUTY, EscalationStep.LEADS, EscalationStep.EVERYONE)
REPEATS = 3


@dataclass(frozen=True, slots=True)
class Team:
    """Staff who can be alerted now. `on_duty` is None without a rota: then everyone is on duty."""

    staff: tuple[Staff, ...]
    on_duty: frozenset[str] | None

    def recipients(self, rung: EscalationStep, known: str) -> tuple[str, ...]:
        """Return the staff ids of one step."""
        duty, ids = self.on_duty, [str(person.id) for person in self.staff]
        on_duty = {who for who in ids if duty is None or who in duty}
        wanted: dict[EscalationStep, set[str]] = {
            EscalationStep.KNOWN: {known} & on_duty,
            EscalationStep.ON_DUTY: on_duty,
            EscalationStep.LEADS: {person.id for person in self.staff if Role.LEAD in person.roles},
        }
        return tuple(who for who in ids if who in wanted.get(rung, ids))


@dataclass(frozen=True, slots=True)
class Alert:
    """Next step, numbered from 0. `tell`: the person is told that it takes longer."""

    step: int
    rung: EscalationStep
    staff: tuple[str, ...]
    wait_seconds: int  # until the next step
    tell: bool


def can_be_on_call(person: Staff) -> bool:
    """Tell whether this account answers people and is active. Only such accounts can be on the rota."""
    return person.active and person.may(ALERTED)


def reachable(staff: Iterable[Staff], unreachable: frozenset[str] = frozenset()) -> tuple[Staff, ...]:
    """Return the staff who answer people and can receive a text. `unreachable` holds phone numbers."""
    return tuple(
        person
        for person in staff
        if can_be_on_call(person) and person.joined and person.phone and person.phone not in unreachable
    )


def next_alert(step: int, team: Team, known: str, paged: Iterable[str], minutes: tuple[int, ...]) -> Alert | None:
    """Return the next alert from step number `step` on, or None when there is nobody left to alert.

    `paged` holds the staff alerted before; `minutes` the wait after each step. Without any staff the steps still pass
    one by one, so that the person is told in time.
    """
    before = set(paged)
    if step >= len(CLIMB) + REPEATS:
        new = tuple(who for who in team.recipients(EscalationStep.EVERYONE, known) if who not in before)
        return Alert(step, EscalationStep.AGAIN, new, 60 * minutes[-1], tell=False) if new else None
    for number in range(step, len(CLIMB)):
        rung = CLIMB[number]
        new = tuple(who for who in team.recipients(rung, known) if who not in before)
        if new or not team.staff:
            return Alert(number, rung, new, 60 * minutes[number], tell=number > 0 and bool(before or step))
    number = max(step, len(CLIMB))
    return Alert(
        number, EscalationStep.AGAIN, team.recipients(EscalationStep.EVERYONE, known), 60 * minutes[-1], tell=True
    )
