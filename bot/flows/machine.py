"""All moves in one table, one shared `transitions` machine built from it, and `advance`: one step of a conversation.

Pure: a session and a reading in, a session and past-tense events out. No words, no clock, no input or output.
`transitions` picks the arrow; its callbacks only note which one, so an error can leave nothing half done.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, cast

from transitions import EventData, Machine

from bot.flows import followup, hesitation
from bot.flows.guards import GUARDS, GuardContext, still_fits
from bot.flows.handoff import SILENCE
from bot.flows.model import Interpretation, ServiceFinder, Transition
from bot.flows.names import Answer, Event, State
from bot.flows.session import TRAIL_LENGTH, Session, after
from bot.flows.table import HANDLED, MOVES, PLACES, TERMINAL

__all__ = ["HANDLED", "MACHINE", "MOVES", "PLACES", "TERMINAL", "Step", "advance", "still_fits"]

_TIMES = frozenset({*followup.DAYPARTS, Answer.ANY_TIME})
_REASONS = frozenset(state for state, _ in hesitation.REASONS.values())

logging.getLogger("transitions").setLevel(logging.WARNING)  # it tells each step; a log holds faults only


class _Turn:
    """The model that `transitions` moves. A new one is made for each turn and is never registered."""

    def __init__(self, context: GuardContext) -> None:
        self.context = context
        self.state = context.session.state
        self.move: Transition | None = None


def _holds(guard: Callable[[GuardContext], bool], event: EventData) -> bool:
    return guard(cast(_Turn, event.model).context)


def _note(move: Transition, event: EventData) -> None:
    cast(_Turn, event.model).move = move


def _machine() -> Machine:
    machine = Machine(
        model=None,
        states=State,
        initial=State.WELCOME_START,
        auto_transitions=False,
        send_event=True,
        after_state_change=None,
    )
    for move in MOVES:
        condition = partial(_holds, GUARDS[move.guard]) if move.guard else None
        machine.add_transition(
            move.answer.value, move.source, move.target, conditions=condition, before=partial(_note, move)
        )
    return machine


MACHINE = _machine()
_EVENTS: dict[Answer, Any] = {answer: MACHINE.events[answer.value] for answer in Answer}


class Step(NamedTuple):
    """What one turn came to: the session after it, what happened, and the key of the words to say."""

    session: Session
    events: tuple[Event, ...]
    says: str
    move: Transition


def advance(session: Session, reading: Interpretation, outlook: ServiceFinder) -> Step:
    """One step: what was heard is kept, an arrow is chosen, its notes change the session.

    An answer that this place does not hear counts as not understood. Raises LookupError if no arrow
    holds, which the rule tests show cannot be.
    """
    if (session.state, reading.answer) not in HANDLED:
        reading = reading._replace(answer=Answer.UNCLEAR)
    heard = apply_answer(session, reading)
    turn = _Turn(GuardContext(heard, reading, outlook))
    _EVENTS[reading.answer].trigger(turn)
    move = turn.move
    if move is None:
        raise LookupError(f"no arrow at {session.state.value} for {reading.answer.value}")
    then = _apply(turn.context, move)
    if move.target is State.RETURN:
        then = _where_it_was(then, back=reading.answer is Answer.BACK)
    else:
        then = enter_state(then, move.target)
    unclear = session.unclear + 1 if Event.NOT_UNDERSTOOD in move.events else 0
    says = move.message or then.state.value
    if says == State.HANDOFF_LIVE.value and then.contact_in:
        says = "handoff.joined"  # two are there, and one of them is not of the programme
    spoken_to = session.spoken_to and says == SILENCE
    then = then._replace(unclear=unclear, revision=session.revision + 1, spoken_to=spoken_to)
    return Step(then, move.events, says, move)


def stay(session: Session, *events: Event) -> Step:
    """Build the step of a text that is no turn: nothing moves or is said. `events` are recorded all the same."""
    move = Transition(session.state, Answer.REPEAT, session.state, events, message=SILENCE)
    return Step(session, events, SILENCE, move)


def apply_answer(session: Session, reading: Interpretation) -> Session:
    """What the text itself told is known before an arrow is chosen. A child's words are not kept."""
    answer = reading.answer
    code = {Answer.ENGLISH: "en", Answer.SPANISH: "es", Answer.OTHER_LANGUAGE: reading.chosen}.get(answer)
    if code:
        return session._replace(language=code, language_chosen=True)
    if session.young:
        return session
    if (
        reading.needs and not session.caseworker_name
    ):  # told beside a danger too; in a talk it is told to the caseworker
        session = session.with_needs(reading.needs)
    if session.state is State.CONSENT_TIMES:
        return session._replace(times=answer.value if answer in _TIMES else "")
    if answer in followup.DAYPARTS:
        return session._replace(daypart=answer.value)
    if answer in hesitation.WORRIES:
        session = session.worried(hesitation.WORRIES[answer])
    if answer is Answer.TAKE_ITEM and reading.item:
        return session._replace(pending_items=(reading.item,))
    told = {Answer.AREA: {"area": reading.area}, Answer.NAME: {"name": reading.name}}.get(answer, {})
    return session._replace(**told)  # type: ignore[arg-type]


def _apply(turn: GuardContext, move: Transition) -> Session:
    session = turn.session
    for event in move.events:
        session = after(session, event)
    if Event.SERVICE_OFFERED in move.events:
        left = {Event.NEED_ANSWERED, Event.NEED_LEFT}.intersection(move.events)
        nearest = Event.FITS_LEFT in move.events
        offered = turn.service_for_next_need if left else turn.nearest_service if nearest else turn.next_service
        session = session._replace(service=offered, offered_services=(*session.offered_services, offered)).went_over(
            offered
        )
    return session


def enter_state(session: Session, at: State) -> Session:
    """Standing at a new place. A station is remembered, so that the conversation can come back to it."""
    session = session._replace(state=at)
    if at in _REASONS:
        session = session.went_over(at.value)
    if PLACES[at].returnable and session.trail[-1:] != (at,):
        session = session._replace(trail=(*session.trail, at)[-TRAIL_LENGTH:])
    return session


def _where_it_was(session: Session, *, back: bool) -> Session:
    """Back to the last station, or with BACK to the one before; never past the screen or the limits."""
    if session.caseworker_name and session.safe:
        return enter_state(session, State.HANDOFF_LIVE)
    if session.young:
        return enter_state(session, State.SAFETY_YOUNG)
    if not session.safe:
        known = session.greeted
        return session._replace(state=State.WELCOME_BACK if known else State.WELCOME_HELLO, greeted=True)
    if not session.limits_told:
        return enter_state(session, State.WELCOME_LIMITS)
    trail = session.trail
    if back and trail and trail[-1] is session.state:
        trail = trail[:-1]
    while trail and not still_fits(session, trail[-1]):
        trail = trail[:-1]
    session = session._replace(trail=trail)
    return enter_state(session, trail[-1] if trail else State.NEEDS_ASK)
