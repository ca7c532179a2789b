"""The danger that was named last, whose numbers stay in the replies for some turns. Pure."""

from __future__ import annotations

from bot.flows import emergency, lasting, urgent
from bot.flows.handoff import BY_STAFF
from bot.flows.harm import is_guessed
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand
from bot.flows.names import Answer, Concern, Event, Level
from bot.flows.safety import ASKS, HAZARDS
from bot.flows.session import Session

HAZARD_TURNS = 8
"""Turns for which the numbers of a danger stay in the replies."""

_BEFORE_A_PARTNER = frozenset({Answer.MEDICAL.value, Answer.SELF_HARM.value})
"""Dangers whose numbers a partner's violence does not replace."""


def with_hazard(session: Session, interpretation: Interpretation, events: tuple[Event, ...]) -> Session:
    """Keep the danger that was named last for some turns of the person, so that its numbers stay in the replies."""
    answer = interpretation.answer
    if interpretation.at_hand is AtHand.SEEN and not session.caseworker_name:
        session = session._replace(safe=False)  # nothing of a place is shown there before "is now ok?"
    if told := "" if session.young or session.caseworker_name else urgent.hazard_of(session, interpretation):
        lasts = session.hazard == urgent.PARTNER or lasting.stays(session, Answer.HURT_NOW)
        stays = told == Answer.HURT_NOW.value and lasts
        return session._replace(hazard=session.hazard if stays else told, hazard_left=HAZARD_TURNS)
    if answer is Answer.FRIEND_DANGER and interpretation.concern:
        answer = ASKS[interpretation.concern]
    if answer in HAZARDS and not {Event.DANGER_TOLD, Event.DANGER_ASKED}.isdisjoint(events):
        return _named(session, interpretation, _kind(session, interpretation, HAZARDS[answer]))
    if Event.DANGER_TOLD in events:
        return session._replace(hazard_left=HAZARD_TURNS)
    if not session.hazard or answer in BY_STAFF:
        return session
    session = emergency.noted(session, interpretation)
    left = session.hazard_left - 1
    return session._replace(hazard=session.hazard if left > 0 else "", hazard_left=max(left, 0))


def _kind(session: Session, interpretation: Interpretation, hazard: Answer) -> Answer:
    """Return the danger whose numbers serve: abuse has a line of its own, and so have children."""
    if hazard is Answer.HURT_NOW and interpretation.concern is Concern.SEXUAL_ABUSE:
        hazard = Answer.ABUSE_TOLD
    if hazard is Answer.HURT_NOW and urgent.is_lured_minor(session):
        hazard = Answer.CHILD_HURT
    return lasting.for_child(session, hazard, interpretation)


def _is_only_asked(session: Session, interpretation: Interpretation) -> bool:
    """Return whether the emergency of the body that stands was only asked about, and this danger is sure."""
    return is_guessed(session) and interpretation.level is Level.ALARM


def _named(session: Session, interpretation: Interpretation, hazard: Answer) -> Session:
    partners = hazard is Answer.HURT_NOW and urgent.by_partner(session, interpretation)
    replaces = partners and session.hazard not in _BEFORE_A_PARTNER
    if lasting.stays(session, hazard) and not replaces and not _is_only_asked(session, interpretation):
        return session._replace(hazard_left=HAZARD_TURNS)
    is_other = interpretation.about_other or interpretation.answer is Answer.FRIEND_DANGER
    stays_other = hazard is Answer.MEDICAL and session.hazard == hazard.value and session.of_other
    told = urgent.PARTNER if partners else hazard.value
    return session._replace(hazard=told, hazard_left=HAZARD_TURNS, of_other=is_other or stays_other)
