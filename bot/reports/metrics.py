"""Metrics of a turn: counter names with dimensions, one for each thing that happened.

A name consists of members of closed sets: a need, a county, a reason, a language. It holds no word of a person and
nothing that identifies one. Pure: the time is passed in.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.casework.cases import Case, Status
from bot.flows.handoff import SILENCE
from bot.flows.hesitation import REASONS
from bot.flows.machine import Step
from bot.flows.model import Area
from bot.flows.names import Answer, Event, Need, State
from bot.flows.session import Session

ASKED, PLACED, MET, UNMET = "need_asked", "need_placed", "need_met", "need_unmet"
"""Needs and what became of them. PLACED moves an earlier request from the unknown area "" to the area named later."""
HESITATED, LANGUAGE, CHECK_IN = "hesitated", "language", "check_in"
WAITED, OUTCOME, ALERT = "waited", "outcome", "alert"
ASKED_FOR_PERSON, INTRODUCTION, CHECK_IN_SET = "asked_for_person", "introduction_asked", "check_in_set"
SHOWN, MISSED = "shown", "not_understood"
"""By message key: how often a message was sent, and how often the next text was not understood. For editors."""

NOT_SAID, NOT_SAFE = "not_said", "not_safe"
HESITATIONS = (*(answer.value for answer in REASONS), NOT_SAFE, NOT_SAID)
CAME_BACK, NOT_NOW = "came_back", "not_now"
HOW, AGENCY, BADLY_AT, ASKED_OF = "how_it_went", "agency", "went_badly_at", "asked_of"
"""BADLY_AT counts bad experiences by service, for checking it again. ASKED_OF counts questions about a service that its
record does not answer, by service and factor. Neither records whose they were.
"""

WAITS = ((5 * 60, "5_min"), (15 * 60, "15_min"), (3600, "1_hour"), (4 * 3600, "4_hours"))
LONGEST_WAIT = "longer"
"""Buckets of the wait for a caseworker: the first limit in seconds that is not exceeded, or this."""

_REASON_AT = {state: answer.value for answer, (state, _) in REASONS.items()} | {State.HESITATION_UNSAFE: NOT_SAFE}
_PLAIN = {
    Event.INTRODUCTION_ASKED: INTRODUCTION,
    Event.CHECK_IN_SET: CHECK_IN_SET,
    **{
        event: f"{HOW}|{event.value}"
        for event in (Event.GOT_TO_TALK, Event.NOT_TALKED_YET, Event.WENT_BADLY_THERE, Event.HOW_PUT_OFF)
    },
    **{event: f"{AGENCY}|{event.value}" for event in (Event.INTRODUCTION_AGREED, Event.INTRODUCTION_PUT_OFF)},
}
HOW_IT_WENT = tuple(name for name in _PLAIN.values() if name.startswith(f"{HOW}|"))
AGENCY_ANSWERS = tuple(name for name in _PLAIN.values() if name.startswith(f"{AGENCY}|"))
_BACK = frozenset({Answer.YES, Answer.GO_ON})
_PUT_OFF = frozenset({Answer.NOT_NOW, Answer.NO, Answer.SKIP})


def named(kind: str, *dimensions: str) -> str:
    """Return the counter name."""
    return "|".join((kind, *dimensions))


def area_name(area: Area | None) -> str:
    """Name an area no finer than a county: "US-CA/Orange County", "US-CA"; "" if it is unknown."""
    if area is None:
        return ""
    region = "-".join(part for part in (area.country, area.region) if part)
    return f"{region}/{area.county}" if area.county else region


def of_turn(before: Session, step: Step) -> tuple[str, ...]:
    """Return the counts of a person's own turn."""
    return (*_needs(before, step), *_talk(before, step), *_understood(before, step), *of_words(step))


def of_words(step: Step) -> tuple[str, ...]:
    """Return the counts of the message that a step sends, whatever caused the step."""
    return () if step.says == SILENCE else (named(SHOWN, step.says),)


def _understood(before: Session, step: Step) -> Iterator[str]:
    if Event.NOT_UNDERSTOOD in step.events:
        yield named(MISSED, before.state.value)


def of_case(before: Case | None, after: Case | None, now: int) -> tuple[str, ...]:
    """Return the counts of a case change. `before` is None for a new case, `after` for an unchanged one."""
    if after is None:
        return ()
    if before is None or not before.is_open:
        return (ASKED_FOR_PERSON,)
    if not after.is_open:
        return (named(OUTCOME, after.outcome or after.status.value),)
    if after.status is Status.HELD and not before.answered_at:  # not claimed before
        return (named(WAITED, _wait(now - before.opened_at)),)
    return ()


def _wait(seconds: int) -> str:
    return next((name for most, name in WAITS if seconds <= most), LONGEST_WAIT)


def _needs(before: Session, step: Step) -> Iterator[str]:
    after, events = step.session, set(step.events)
    known = {*before.needs, *before.parked}
    new = {*after.needs, *after.parked} - known
    place = area_name(after.area)
    for need in Need if new or Event.AREA_SAID in events else ():
        if need in new:
            yield named(ASKED, need, place)
        elif Event.AREA_SAID in events and before.area is None and need in known:
            yield named(PLACED, need, place)
    at_once = Event.INTRODUCTION_ASKED in events and before.state is State.OPTIONS_OFFER
    if before.needs and (Event.CONTACT_GIVEN in events or at_once):  # later introductions do not count
        yield named(MET, before.needs[0], place)
    if after.needs and Event.NEED_UNMET in events and after.needs[0] not in before.unmet:
        yield named(UNMET, after.needs[0], place)


def _talk(before: Session, step: Step) -> Iterator[str]:
    move = step.move
    if not before.greeted and {Event.GREETED, Event.SAFE_TO_TALK, Event.DANGER_TOLD} & set(step.events):
        yield named(LANGUAGE, step.session.language)
    if move.target in _REASON_AT and move.target is not move.source:
        yield named(HESITATED, _REASON_AT[move.target])
    elif move.source is State.HESITATION_WHY and move.target is State.HESITATION_PARKED:
        yield named(HESITATED, NOT_SAID)
    if move.source is State.FOLLOWUP_CHECKIN and move.answer in _BACK | _PUT_OFF:
        yield named(CHECK_IN, CAME_BACK if move.answer in _BACK else NOT_NOW)
    if Event.WENT_BADLY_THERE in step.events:
        yield named(BADLY_AT, before.ask_how)
    yield from (name for event, name in _PLAIN.items() if event in step.events)
