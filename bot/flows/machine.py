"""The `transitions` machine, built once from the table, and `advance`, one step of a conversation.

Pure: a session and an interpretation in, a session and past-tense events out. No message text, no clock, no I/O.
`transitions` selects the transition, which only records itself, so an error leaves nothing half done.
"""

from __future__ import annotations

import logging
from typing import Any, NamedTuple, cast

from transitions import EventData, Machine, core

from bot.flows import (
    abroad,
    asides,
    consent,
    denial,
    emergency,
    fillers,
    followup,
    harm,
    hesitation,
    in_canada,
    lasting,
    urgent,
    wording,
)
from bot.flows.guards import GUARDS, GuardContext, still_fits
from bot.flows.guides import LOOKS_FOR, page_key
from bot.flows.handoff import SILENCE
from bot.flows.hazards import with_hazard
from bot.flows.model import Interpretation, ServiceFinder, Transition
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Event, Level, Need, State
from bot.flows.needs import turned_to
from bot.flows.safety import ASKS, DANGERS, EXPOSED, YOUNG_TELLS, young_key
from bot.flows.session import TRAIL_LENGTH, Session, after
from bot.flows.table import HANDLED, MOVES, PLACES, TERMINAL, UNSURE_AT

__all__ = ["HANDLED", "MACHINE", "MOVES", "PLACES", "TERMINAL", "Step", "advance", "still_fits"]

_IN_DANGER = frozenset({*DANGERS.values(), State.SAFETY_COME, State.SAFETY_STAY, State.SAFETY_PLAN})
_MAY_MEAN_FINE = frozenset(
    {Answer.UNCLEAR, Answer.NOT_NOW, Answer.NO, Answer.YES, Answer.THANKS, Answer.GREETING, Answer.GO_ON,
     Answer.REPEAT, Answer.ASIDE, Answer.GUIDE}
)  # fmt: skip

_TIMES = frozenset({*followup.DAYPARTS, Answer.ANY_TIME})
_REASONS = frozenset(state for state, _ in hesitation.REASONS.values())

logging.getLogger("transitions").setLevel(logging.WARNING)  # it logs every step; our log holds only errors


class _Turn:
    """Model of the machine for one turn. Never registered with it: registration is slow and leaks."""

    def __init__(self, context: GuardContext) -> None:
        self.context = context
        self.state = context.session.state
        self.move: Transition | None = None


class _Way(core.Transition):
    """Transition of the machine that holds or not, and records its move. It calls nothing else and changes no state."""

    def __init__(self, source: str, dest: str, *_: Any, move: Transition, **__: Any) -> None:
        super().__init__(source, dest)
        self._move, self._guard = move, GUARDS[move.guard] if move.guard else None

    def execute(self, event_data: EventData) -> bool:
        """Record the move if its guard holds, and return whether it does."""
        turn = cast(_Turn, event_data.model)
        if self._guard is not None and not self._guard(turn.context):
            return False
        turn.move = self._move
        return True


class _Machine(Machine):
    transition_cls = _Way


def _machine() -> Machine:
    machine = _Machine(model=None, states=State, initial=State.WELCOME_START, auto_transitions=False)
    for move in MOVES:
        machine.add_transition(move.answer.value, move.source, move.target, move=move)
    return machine


MACHINE = _machine()
_EVENTS: dict[Answer, Any] = {answer: MACHINE.events[answer.value] for answer in Answer}


class Step(NamedTuple):
    """Result of one turn: the session after it, the events, and the key of the message to send (`says`)."""

    session: Session
    events: tuple[Event, ...]
    says: str
    move: Transition


def advance(session: Session, interpretation: Interpretation, finder: ServiceFinder) -> Step:
    """Apply the answer, select a transition, and apply its events to the session.

    An answer that the state does not handle counts as UNCLEAR. Raises LookupError if no guard holds; the rule tests
    prove that this cannot happen.
    """
    interpretation = urgent.heard(session, urgent.with_its_need(harm.heard(session, interpretation)))
    interpretation = _asking(session, lasting.heard(session, interpretation))
    interpretation = emergency.with_news(session, _in_hazard(session, denial.heard(session, interpretation)))
    session = denial.lifted(session, interpretation)
    interpretation = asides.taken(session, asides.looked_for(session, interpretation, PLACES[session.state]))
    interpretation = wording.without_area(session, interpretation)
    if interpretation.answer is Answer.MAYBE and session.state in UNSURE_AT:
        interpretation = interpretation._replace(answer=Answer.ASIDE, aside=Aside.UNSURE)
    names_no_guide = interpretation.answer is Answer.GUIDE and interpretation.guide is None
    if names_no_guide or (session.state, interpretation.answer) not in HANDLED:
        interpretation = interpretation._replace(answer=Answer.UNCLEAR)
    answered = apply_answer(session, interpretation)
    turn = _Turn(GuardContext(answered, interpretation, finder))
    _EVENTS[interpretation.answer].trigger(turn)
    move = turn.move
    if move is None:
        raise LookupError(f"no transition at {session.state.value} for {interpretation.answer.value}")
    then = _apply_events(turn.context, move)
    if move.target is State.RETURN:
        then = _return(then, back=interpretation.answer is Answer.BACK)
    else:
        then = enter_state(then, move.target)
    unclear = session.unclear + 1 if Event.NOT_UNDERSTOOD in move.events else 0
    # the name of a language: the last reply is said again in it
    again = Event.LANGUAGE_SET in move.events and move.target is session.state and session.last_key
    says = again or move.message or _own_message(session, then, move)
    told = interpretation.aside if interpretation.answer is Answer.ASIDE and says != SILENCE else None
    aside = session.aside if again else told
    if aside and says == asides.AGAIN:
        says = asides.key_of(session, aside, of_them=interpretation.of_them)
    if interpretation.answer is Answer.DOUBT and interpretation.aside:
        says = f"hesitation.{interpretation.aside.value}"
    says = _said_in_danger(says, session, interpretation, Step(then, move.events, says, move))
    says = in_canada.fitting(wording.fitting(says, session, then, interpretation), then)
    says = abroad.fitting(fillers.fitting(says, session, then), then)
    then = fillers.kept(wording.asked(session, then, says), says)
    then = denial.kept(with_hazard(then, interpretation, move.events))._replace(aside=None if then.young else aside)
    if interpretation.pieces and not (then.young or session.caseworker_name):
        then = then._replace(pieces=then.pieces | interpretation.pieces)
    then, events = _danger_kept(then, interpretation, move.events)
    spoken_to = session.spoken_to and says == SILENCE
    last = session.last_key if says == SILENCE else "" if says.startswith(("unclear.", "foreign.")) else says
    then = then._replace(unclear=unclear, revision=session.revision + 1, spoken_to=spoken_to, last_key=last)
    return Step(then, events, says, move)


def _danger_kept(then: Session, said: Interpretation, events: tuple[Event, ...]) -> tuple[Session, tuple[Event, ...]]:
    """Keep which danger was told or asked about, and return the session and its events."""
    if not said.concern:
        return then, events
    of_child = said.concern is Concern.SEXUAL_ABUSE and said.answer is Answer.CHILD_HURT
    goes_on = Event.DANGER_TOLD in events and (of_child or said.concern is Concern.EXPLOITATION)
    if Event.DANGER_ASKED in events or goes_on:
        then = then._replace(asked=then.asked | {said.concern})  # what comes next may be more of it
    if Event.DANGER_ASKED in events and said.level is Level.ALARM:
        return after(then, Event.DANGER_TOLD), (*events, Event.DANGER_TOLD)  # of a friend, or threats with pictures
    return then, events


def _said_in_danger(says: str, before: Session, interpretation: Interpretation, step: Step) -> str:
    """Return the key of the message that fits a danger better than `says`, or `says`."""
    if interpretation.answer is Answer.PROGRESS and interpretation.progress:
        return emergency.key_of(before, interpretation.progress)
    if says == State.SAFETY_YOUNG.value and _tells_more(before, interpretation, step.move):
        return young_key(interpretation.young_tells, before.last_key)
    if key := harm.key_of(before, interpretation):
        return key
    if says == State.SAFETY_PLAN.value:
        return urgent.key_of(before, interpretation.guide or before.wanted_guide)
    if says == emergency.FIRST_AID:
        of_other = step.session.of_other or interpretation.about_other
        return emergency.aid_key(step.session._replace(of_other=of_other), interpretation.answer)
    says = lasting.key_of(says, before, interpretation)
    is_sick = says == emergency.ASKED and Need.SUBSTANCE_USE in interpretation.needs
    is_exposed = says == State.SAFETY_SEXTORTION.value and interpretation.exposed
    return emergency.WITHDRAWAL if is_sick else EXPOSED if is_exposed else says


def _own_message(before: Session, then: Session, move: Transition) -> str:
    """Return the key of the message of the new state, or of one that fits this session better."""
    state = then.state
    if state is State.GUIDES_PAGE and then.guide:
        return page_key(then.guide, then.guide_page)
    joined = "handoff.joined" if state is State.HANDOFF_LIVE and then.contact_in else ""  # a contact reads along
    if other := joined or consent.own_message(before, then, move.answer):
        return other
    shown = {State.PRIVACY_SHARED: then, State.PRIVACY_TAKEN_BACK: before}.get(state)
    if shown and not (shown.given() or shown.agency_items or (shown is before and before.case)):
        return "privacy.nothing_shared"
    if state is State.PRIVACY_FACTS and not then.told():
        return "privacy.nothing_told"
    if state is State.WELCOME_BACK and before.state in _IN_DANGER and move.target is State.RETURN:
        return "welcome.go_on"  # they were greeted by the numbers: no second greeting
    return state.value


def stay(session: Session, *events: Event) -> Step:
    """Build the step of a text that is no turn: nothing moves or is said. `events` are recorded all the same."""
    move = Transition(session.state, Answer.REPEAT, session.state, events, message=SILENCE)
    return Step(session, events, SILENCE, move)


def _asking(session: Session, interpretation: Interpretation) -> Interpretation:
    """Ask about a danger that is not sure, once for each kind; a friend's danger is answered as such, sure or not.

    Nothing is asked while the numbers for that danger stand: "she is breathing now" is news of it. In a live
    conversation the caseworker reads the text, and a child under 13 is asked nothing.
    """
    concern = interpretation.concern
    if concern is None:
        return _offering(session, interpretation)
    if interpretation.level is Level.ALARM:
        return _relayed(session, interpretation, concern)
    if interpretation.answer is Answer.UNDER_13 or (session.young and not session.caseworker_name):
        return _of_child(interpretation)
    stands = _stands(session, concern)
    # "i just feel numb" names no need after a cut
    is_feeling = stands and concern is Concern.SELF_HARM and interpretation.answer is Answer.NEEDS
    if session.caseworker_name or (not is_feeling and (concern in session.asked or stands)):
        return interpretation
    needs = () if is_feeling else interpretation.needs
    if concern is Concern.MINOR_NO_PLACE and not needs:
        needs = (Need.SHELTER_TONIGHT,)
    answer = Answer.FRIEND_DANGER if interpretation.about_other else ASKS[concern]
    return interpretation._replace(answer=answer, needs=needs)


def _of_child(interpretation: Interpretation) -> Interpretation:
    """Ask a child nothing, and tell the line for children, again if need be."""
    unclear = interpretation.answer is Answer.UNCLEAR
    answer = Answer.UNDER_13 if unclear else interpretation.answer
    return interpretation._replace(answer=answer, concern=None, level=None)


def _tells_more(session: Session, interpretation: Interpretation, move: Transition) -> bool:
    """Return whether a child who is known to be under 13 tells something, to the bot alone."""
    tells = session.young or bool(interpretation.young_tells)
    if interpretation.answer is Answer.NEEDS and not session.last_key.startswith(State.SAFETY_YOUNG.value):
        return False  # "food" tells of no harm; only the same words are not said twice
    return tells and Event.TEXT_RELAYED not in move.events and interpretation.answer in YOUNG_TELLS


def _stands(session: Session, concern: Concern) -> bool:
    """Return whether the numbers for a danger stand. "i want to live" after pills: what was swallowed is still in."""
    danger = _AS_DANGER.get(concern)
    others = {Concern.SELF_HARM: Answer.MEDICAL.value, Concern.VIOLENCE: harm.CHOKED}
    return session.hazard == others.get(concern, "-") or (danger is not None and danger.value == session.hazard)


def _offering(session: Session, interpretation: Interpretation) -> Interpretation:
    """Ask for the language where a text is in one that staff added."""
    if interpretation.answer is Answer.FOREIGN and interpretation.foreign in session.extra_languages:
        return interpretation._replace(answer=Answer.LANGUAGE)
    return interpretation


def _relayed(session: Session, interpretation: Interpretation, concern: Concern) -> Interpretation:
    """Read a friend's danger as danger itself in a live conversation: the caseworker reads it, and numbers go out."""
    if session.caseworker_name and interpretation.answer not in DANGERS:
        return interpretation._replace(answer=_AS_DANGER.get(concern, Answer.HURT_NOW))
    return interpretation


_AS_DANGER = {
    Concern.SELF_HARM: Answer.SELF_HARM,
    Concern.MEDICAL: Answer.MEDICAL,
    Concern.CHILD_HURT: Answer.CHILD_HURT,
    Concern.VIOLENCE: Answer.HURT_NOW,
}
"""Kinds of danger that have numbers and a state of their own. Threats with pictures and the like share them."""


def _in_hazard(session: Session, interpretation: Interpretation) -> Interpretation:
    """Read "i threw up but im fine" as FINE_NOW while a medical emergency stands, or if the same text tells of one."""
    if not interpretation.fine or session.caseworker_name:
        return interpretation
    stands = session.hazard == Answer.MEDICAL.value and interpretation.answer in _MAY_MEAN_FINE
    if stands or interpretation.answer is Answer.MEDICAL:
        return interpretation._replace(answer=Answer.FINE_NOW)
    return interpretation


def apply_answer(session: Session, interpretation: Interpretation) -> Session:
    """Store what the person's text says, before a transition is selected. Of a child under 13 nothing is stored."""
    answer = interpretation.answer
    code = {Answer.ENGLISH: "en", Answer.SPANISH: "es", Answer.OTHER_LANGUAGE: interpretation.chosen}.get(answer)
    if code:
        return session._replace(language=code, language_chosen=True)
    if session.young:
        return session
    if interpretation.now_ok:
        session = after(session, Event.SAFE_TO_TALK)
    if interpretation.needs and not session.caseworker_name:  # in a live conversation the caseworker reads it instead
        turns = answer is Answer.NEEDS  # a doubt that names a place asks for none
        session = turned_to(session, interpretation.needs) if turns else session.with_needs(interpretation.needs)
    if not session.caseworker_name:
        session = _with_guide(_with_facts(session, interpretation), interpretation)
    if session.state is State.CONSENT_TIMES or answer in followup.DAYPARTS:
        return _with_times(session, answer)
    if answer in followup.NAME_AN_HOUR and session.safe and not session.caseworker_name:
        session = followup.with_hour(session, interpretation.hour)
    if answer is Answer.DOUBT and interpretation.aside in asides.WORRIES:
        session = session.worried(asides.WORRIES[interpretation.aside])
    if answer in hesitation.WORRIES:
        session = session.worried(hesitation.WORRIES[answer])
    if answer is Answer.TAKE_ITEM and interpretation.item:
        return session._replace(pending_items=(interpretation.item,))
    if answer is Answer.NAME:
        session = session._replace(name=interpretation.name)
    if interpretation.area:
        session = session._replace(area=interpretation.area)
    known = interpretation.area is not None
    return session._replace(
        unsure=interpretation.unsure or (session.unsure and not known),
        abroad=interpretation.abroad or (session.abroad and not known),
    )


def _with_facts(session: Session, interpretation: Interpretation) -> Session:
    """Store the facts that a text tells. Those of somebody else count once the person said that it is for them."""
    facts, age = interpretation.facts, interpretation.age
    if not FOR_WHOM.isdisjoint(session.facts | facts):
        facts, age = facts | interpretation.facts_of_other, interpretation.age_of_other or age
    return session.with_facts(facts, age) if facts or age else session


def _with_guide(session: Session, interpretation: Interpretation) -> Session:
    """Store the guide that the person asks for, or the need that stands behind the guide they read."""
    if interpretation.answer is Answer.GUIDE:
        return session._replace(wanted_guide=interpretation.guide)
    if interpretation.answer is Answer.LOOK and session.guide:
        return session.with_needs((LOOKS_FOR[session.guide],))
    return session


def _apply_events(turn: GuardContext, move: Transition) -> Session:
    session = turn.session
    for event in move.events:
        session = after(session, event)
    if Event.FACT_FORGOTTEN in move.events:
        session = session.without_fact(turn.interpretation.fact)
    if Event.SERVICE_OFFERED in move.events:
        left = {Event.NEED_ANSWERED, Event.NEED_LEFT}.intersection(move.events)
        nearest = Event.FITS_LEFT in move.events
        offered = turn.service_for_next_need if left else turn.nearest_service if nearest else turn.next_service
        session = session._replace(
            service=offered, by_phone=turn.is_by_phone(offered), offered_services=(*session.offered_services, offered)
        )
        session = session.went_over(offered)
    return session


def _with_times(session: Session, answer: Answer) -> Session:
    """Store a part of the day: for a text of staff, if the consent asks for it, else for a check-in."""
    if session.state is State.CONSENT_TIMES:
        return session._replace(times=answer.value if answer in _TIMES else "")
    return session._replace(daypart=answer.value, check_in_hour=0)


def enter_state(session: Session, state: State) -> Session:
    """Move the session to a state. A returnable state is added to the trail, so that BACK can return to it."""
    session = session._replace(state=state)
    if state in _REASONS:
        session = session.went_over(state.value)
    if state is State.WELCOME_LATER:
        session = session._replace(wanted_guide=None)  # "not now" to "is now ok?" puts it aside as well
    if PLACES[state].returnable and session.trail[-1:] != (state,):
        session = session._replace(trail=(*session.trail, state)[-TRAIL_LENGTH:])
    return session


def _return(session: Session, *, back: bool) -> Session:
    """Return to the last state of the trail, or with `back` to the one before it.

    The safety check and the limits of confidentiality come first.
    """
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
