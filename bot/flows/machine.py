"""All moves in one table, one shared `transitions` machine built from it, and `advance`: one step of a conversation.

Pure: a session and a reading in, a session and past-tense events out. No words, no clock, no input or output.
`transitions` picks the arrow; its callbacks only note which one, so an error can leave nothing half done.
"""

from __future__ import annotations

import logging
from functools import cached_property, partial
from typing import Any, NamedTuple, cast

from transitions import EventData, Machine

from bot.flows import consent, followup, handoff, hesitation, needs, options, privacy, safety, welcome
from bot.flows.everywhere import heard_at
from bot.flows.model import Move, Outlook, Place, Reading
from bot.flows.names import Answer, Event, State
from bot.flows.session import TRAIL_LENGTH, Session, after

TOPICS = (welcome, safety, needs, options, hesitation, followup, consent, handoff, privacy)

PLACES: dict[State, Place] = {place.state: place for topic in TOPICS for place in topic.TOPIC.places}

TERMINAL = privacy.TERMINAL


def _table() -> tuple[Move, ...]:
    own = [move for topic in TOPICS for move in topic.TOPIC.moves]
    replaced = {(move.at, move.hears) for move in own}
    shared = (move for place in PLACES.values() if place.state not in TERMINAL for move in heard_at(place))
    return (*own, *(move for move in shared if (move.at, move.hears) not in replaced))


MOVES: tuple[Move, ...] = _table()
"""Every arrow of the conversation, in the order in which they are tried."""

HEARD: frozenset[tuple[State, Answer]] = frozenset((move.at, move.hears) for move in MOVES)


logging.getLogger("transitions").setLevel(logging.WARNING)  # it tells each step; a log holds faults only


class Turn:
    """One turn under way: the model `transitions` moves, made new each time and never registered."""

    def __init__(self, session: Session, reading: Reading, outlook: Outlook) -> None:
        self.session, self.reading, self.outlook = session, reading, outlook
        self.state = session.state
        self.move: Move | None = None

    @property
    def is_safe(self) -> bool:
        return self.session.safe

    @property
    def is_not_safe(self) -> bool:
        return not self.session.safe

    @property
    def is_new(self) -> bool:
        return not self.session.greeted and not self.session.safe

    @property
    def is_young(self) -> bool:
        return self.session.young

    @property
    def limits_untold(self) -> bool:
        return not self.session.limits_told

    @property
    def has_needs(self) -> bool:
        return bool(self.session.needs)

    @property
    def has_no_needs(self) -> bool:
        return not self.session.needs

    @property
    def has_more_needs(self) -> bool:
        return len(self.session.needs) > 1

    @property
    def area_unknown(self) -> bool:
        return not self.session.area and not self.session.area_asked and self.reading.answer not in _PAST_AREA

    @property
    def why_asked(self) -> bool:
        return self.session.why_asked

    @property
    def has_case(self) -> bool:
        return bool(self.session.case)

    @property
    def is_held(self) -> bool:
        return bool(self.session.held)

    @property
    def is_covered(self) -> bool:
        """The cover word was said, or the person put it off: nothing may be sent until they text again."""
        return self.session.state in (State.SAFETY_COVER, State.WELCOME_LATER) and not self.session.safe

    @property
    def has_more_items(self) -> bool:
        return len(self.session.asking) > 1

    @property
    def can_share(self) -> bool:
        """Something was told, after the limits were; a child shares nothing but the wish to talk."""
        session = self.session
        return session.limits_told and not session.young and bool(session.shareable() or session.service)

    @property
    def has_parked(self) -> bool:
        return bool(self.session.parked)

    @property
    def has_thread(self) -> bool:
        """There is something to pick up: a parked need, or a place beyond the first question."""
        return self.has_parked or any(still_fits(self.session, at) for at in self.session.trail if at in _SOMEWHERE)

    @property
    def was_unclear(self) -> bool:
        return self.session.unclear > 0

    @property
    def has_offer(self) -> bool:
        return bool(self.next_service)

    @property
    def next_need_has_offer(self) -> bool:
        return self.has_more_needs and bool(self.service_for_next_need)

    @cached_property
    def next_service(self) -> str:
        wishes = self.session.wishes()
        return self.outlook.next_service(wishes) if wishes else ""

    @cached_property
    def service_for_next_need(self) -> str:
        rest = after(self.session, Event.NEED_ANSWERED)
        wishes = rest.wishes()
        return self.outlook.next_service(wishes) if wishes else ""


_PAST_AREA = frozenset({Answer.AREA, Answer.SKIP})


def _note(move: Move, event: EventData) -> None:
    cast(Turn, event.model).move = move


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
        machine.add_transition(
            move.hears.value, move.at, move.to, conditions=move.when and str(move.when), before=partial(_note, move)
        )
    return machine


MACHINE = _machine()
_EVENTS: dict[Answer, Any] = {answer: MACHINE.events[answer.value] for answer in Answer}


class Step(NamedTuple):
    """What one turn came to: the session after it, what happened, and the key of the words to say."""

    session: Session
    events: tuple[Event, ...]
    says: str
    move: Move


def advance(session: Session, reading: Reading, outlook: Outlook) -> Step:
    """One step: what was heard is kept, an arrow is chosen, its notes change the session.

    An answer that this place does not hear counts as not understood. Raises LookupError if no arrow
    holds, which the rule tests show cannot be.
    """
    if (session.state, reading.answer) not in HEARD:
        reading = reading._replace(answer=Answer.UNCLEAR)
    heard = _hear(session, reading)
    turn = Turn(heard, reading, outlook)
    _EVENTS[reading.answer].trigger(turn)
    move = turn.move
    if move is None:
        raise LookupError(f"no arrow at {session.state.value} for {reading.answer.value}")
    then = _apply(turn, move)
    if move.to is State.RETURN:
        then = _where_it_was(then, back=reading.answer is Answer.BACK)
    else:
        then = _arrive(then, move.to)
    unclear = session.unclear + 1 if Event.NOT_UNDERSTOOD in move.notes else 0
    then = then._replace(unclear=unclear, revision=session.revision + 1)
    return Step(then, move.notes, move.says or then.state.value, move)


def _hear(session: Session, reading: Reading) -> Session:
    """What the text itself told is known before an arrow is chosen. A child's words are not kept."""
    answer = reading.answer
    if answer in (Answer.ENGLISH, Answer.SPANISH):
        code = "en" if answer is Answer.ENGLISH else "es"
        return session._replace(language=code, language_chosen=True)
    if session.young:
        return session
    if reading.needs:  # a need told beside a danger is not lost either
        session = session.with_needs(reading.needs)
    if answer in followup.DAYPARTS:
        return session._replace(daypart=answer.value)
    told = {Answer.AREA: {"area": reading.area}, Answer.NAME: {"name": reading.name}}.get(answer, {})
    return session._replace(**told)  # type: ignore[arg-type]


def _apply(turn: Turn, move: Move) -> Session:
    session = turn.session
    for event in move.notes:
        session = after(session, event)
    if Event.SERVICE_OFFERED in move.notes:
        offered = turn.service_for_next_need if Event.NEED_ANSWERED in move.notes else turn.next_service
        session = session._replace(service=offered, told=(*session.told, offered))
    return session


def _arrive(session: Session, at: State) -> Session:
    """Standing at a new place. A station is remembered, so that the conversation can come back to it."""
    session = session._replace(state=at)
    if PLACES[at].station and session.trail[-1:] != (at,):
        session = session._replace(trail=(*session.trail, at)[-TRAIL_LENGTH:])
    return session


def _where_it_was(session: Session, *, back: bool) -> Session:
    """Back to the last station, or with BACK to the one before; never past the screen or the limits."""
    if session.held and session.safe:
        return _arrive(session, State.HANDOFF_LIVE)
    if session.young:
        return _arrive(session, State.SAFETY_YOUNG)
    if not session.safe:
        known = session.greeted
        return session._replace(state=State.WELCOME_BACK if known else State.WELCOME_HELLO, greeted=True)
    if not session.limits_told:
        return _arrive(session, State.WELCOME_LIMITS)
    trail = session.trail
    if back and trail and trail[-1] is session.state:
        trail = trail[:-1]
    while trail and not still_fits(session, trail[-1]):
        trail = trail[:-1]
    session = session._replace(trail=trail)
    return _arrive(session, trail[-1] if trail else State.NEEDS_ASK)


_TALKS_OF_SERVICE = frozenset(
    {State.OPTIONS_OFFER, State.OPTIONS_CHECK, State.OPTIONS_CONTACT, State.HESITATION_WHY}
)  # fmt: skip
_TALKS_OF_NEED = frozenset(
    {State.NEEDS_CONFIRM, State.NEEDS_AREA, State.OPTIONS_NONE, *(s for s, _ in hesitation.REASONS.values())}
)


def still_fits(session: Session, state: State) -> bool:
    """A place is come back to only while what it talks of is still there."""
    if state in _TALKS_OF_SERVICE:
        return bool(session.service)
    return bool(session.needs) if state in _TALKS_OF_NEED else True


_SOMEWHERE = frozenset(state for state, place in PLACES.items() if place.station and state is not State.NEEDS_ASK)
