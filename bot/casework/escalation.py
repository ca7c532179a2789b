"""Escalation of an alert: whom to alert at each step, and when the next is due. Pure: no storage, no clock, no words.

The steps are the caseworker whom the person knows, if on duty; those on duty who text in the person's language, if some
do not; those on duty; the leads; everyone. A step that would alert nobody new is skipped. After the last step everyone
is alerted again, a few times soon, then hourly, without end. Who comes on duty meanwhile, or joins the team, is alerted
in between.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.staff.accounts import Role, Staff

ALERTED = frozenset({Role.CASEWORKER, Role.LEAD})


class EscalationStep(StrEnum):
    """Escalation steps, in order. AGAIN repeats the last; NEWCOMERS comes between two steps."""

    KNOWN = "known"
    SPEAKERS = "speakers"
    ON_DUTY = "on_duty"
    LEADS = "leads"
    EVERYONE = "everyone"
    AGAIN = "again"
    NEWCOMERS = "newcomers"


CLIMB = (
    EscalationStep.KNOWN, EscalationStep.SPEAKERS, EscalationStep.ON_DUTY, EscalationStep.LEADS,
    EscalationStep.EVERYONE,
)  # fmt: skip
_WAITS = (0, 0, 1, 2, 3)
"""Which of the four waits follows each step: the first two alert a few, and share the first."""

REPEATS = 3
"""Number of soon repeats after the last step. The person is told of these."""

HOUR_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Team:
    """Staff who can be alerted now. `on_duty` is None without a rota: then everyone is on duty.

    `language` is that of the person, "" where it must not delay an alert.
    """

    staff: tuple[Staff, ...]
    on_duty: frozenset[str] | None
    language: str = ""

    def recipients(self, rung: EscalationStep, known: str) -> tuple[str, ...]:
        """Return the staff ids of one step."""
        duty, ids = self.on_duty, [str(person.id) for person in self.staff]
        on_duty = {who for who in ids if duty is None or who in duty}
        wanted: dict[EscalationStep, set[str]] = {
            EscalationStep.KNOWN: {known} & on_duty,
            EscalationStep.SPEAKERS: self._speakers(on_duty),
            EscalationStep.ON_DUTY: on_duty,
            EscalationStep.LEADS: {person.id for person in self.staff if Role.LEAD in person.roles},
        }
        return tuple(who for who in ids if who in wanted.get(rung, ids))

    def _speakers(self, on_duty: set[str]) -> set[str]:
        """Return those on duty who text in the language, nobody if all of them do."""
        speakers = {str(who.id) for who in self.staff if who.id in on_duty and who.texts_in(self.language)}
        return set() if not self.language or speakers == on_duty else speakers


@dataclass(frozen=True, slots=True)
class Alert:
    """Next step, numbered from 0. `tell`: the person is told that it takes longer. `on_duty` is who was on duty."""

    step: int
    rung: EscalationStep
    staff: tuple[str, ...]
    wait_seconds: int  # until the next step
    tell: bool
    on_duty: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Progress:
    """What has been done in this round: the next step, who was alerted, and who was on duty at the last step."""

    step: int = 0
    paged: tuple[str, ...] = ()
    on_duty: tuple[str, ...] = ()


def next_alert(done: Progress, team: Team, known: str, minutes: tuple[int, ...]) -> Alert:
    """Return the next alert. There always is one: alerts go on until somebody takes the case.

    `minutes` holds the waits: after a step that alerts a few, those on duty, the leads, everyone. Whoever has come on
    duty since the last step is alerted again. Without any staff the steps still pass one by one, so that the person is
    told in time.
    """
    began, on_duty = _began(done, team), tuple(sorted(team.on_duty or ()))
    for number in range(done.step, len(CLIMB)):
        rung = CLIMB[number]
        new = tuple(who for who in team.recipients(rung, known) if who not in done.paged)
        few = rung is EscalationStep.SPEAKERS
        new += () if few and not new else tuple(who for who in began if who not in new)
        if new or not (team.staff or few):
            tell = number > 0 and bool(done.paged or done.step)
            return Alert(number, rung, new, 60 * minutes[_WAITS[number]], tell, on_duty)
    number = max(done.step, len(CLIMB))
    everyone, repeat = team.recipients(EscalationStep.EVERYONE, known), number - len(CLIMB)
    wait = 60 * minutes[-1] if repeat < REPEATS - 1 else max(60 * minutes[-1], HOUR_SECONDS)
    return Alert(number, EscalationStep.AGAIN, everyone, wait, repeat < REPEATS, on_duty)


def newcomers(done: Progress, team: Team, *, also_new: bool) -> Alert | None:
    """Return the alert of those who have come on duty since the last step, between two steps; None without any.

    Before everyone was alerted there is none: the next step is near. With `also_new` those whom no alert has reached in
    this round get one too.
    """
    if done.step < len(CLIMB):
        return None
    began = _began(done, team)
    new = [str(person.id) for person in team.staff if also_new and person.id not in done.paged]
    staff = (*began, *(who for who in new if who not in began))
    on_duty = tuple(sorted(team.on_duty or ()))
    return Alert(done.step, EscalationStep.NEWCOMERS, staff, 0, tell=False, on_duty=on_duty) if staff else None


def _began(done: Progress, team: Team) -> tuple[str, ...]:
    if not done.paged or team.on_duty is None:
        return ()
    return tuple(who for who in map(str, (p.id for p in team.staff)) if who in team.on_duty - set(done.on_duty))
