"""One turn under way, as the guards of the table see it: each is a property here. Changes nothing."""

from __future__ import annotations

from functools import cached_property

from bot.flows import hesitation
from bot.flows.model import Move, Outlook, Reading
from bot.flows.names import Answer, Event, Share, State
from bot.flows.session import Session, after
from bot.flows.table import PLACES


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
    def has_items(self) -> bool:
        return bool(self.session.asking)

    @property
    def has_more_items(self) -> bool:
        return len(self.session.asking) > 1

    @property
    def times_are_next(self) -> bool:
        return self.session.asking[1:2] == (Share.TIMES,)

    @property
    def item_is_all(self) -> bool:
        """Without the wish to talk nothing else is shared either."""
        return self.session.asking[:1] == (Share.WANTS_TO_TALK,)

    @property
    def is_talking(self) -> bool:
        """A caseworker holds the case, and the screen is the person's own."""
        return bool(self.session.held) and self.session.safe

    @property
    def was_spoken_to(self) -> bool:
        """Somebody has written in the talk since the bot last did: an answer may be meant for them."""
        return self.session.spoken_to and bool(self.session.held)

    @property
    def has_agency(self) -> bool:
        return bool(self.session.agency_items)

    @property
    def has_to_ask_how(self) -> bool:
        session = self.session
        return bool(session.ask_how) and session.limits_told and not session.young and not session.held

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
        return self.has_parked or any(still_fits(self.session, at) for at in self.session.trail if at in SOMEWHERE)

    @property
    def was_unclear(self) -> bool:
        return self.session.unclear > 0

    @property
    def has_offer(self) -> bool:
        return bool(self.next_service)

    @property
    def has_nearest(self) -> bool:
        return bool(self.nearest_service)

    @property
    def next_need_has_offer(self) -> bool:
        return self.has_more_needs and bool(self.service_for_next_need)

    @cached_property
    def next_service(self) -> str:
        wishes = self.session.wishes()
        return self.outlook.next_service(wishes) if wishes else ""

    @cached_property
    def nearest_service(self) -> str:
        """The best one without what they wished of the way there; what worries them is never let go of."""
        wishes = after(self.session, Event.FITS_LEFT).wishes()
        return self.outlook.next_service(wishes) if wishes and self.session.fits else ""

    @cached_property
    def service_for_next_need(self) -> str:
        rest = after(self.session, Event.NEED_ANSWERED)
        wishes = rest.wishes()
        return self.outlook.next_service(wishes) if wishes else ""


_PAST_AREA = frozenset({Answer.AREA, Answer.SKIP})

_TALKS_OF_SERVICE = frozenset(
    {State.OPTIONS_OFFER, State.OPTIONS_CHECK, State.OPTIONS_CONTACT, State.HESITATION_WHY}
)  # fmt: skip
_TALKS_OF_NEED = frozenset(
    {State.NEEDS_CONFIRM, State.NEEDS_AREA, State.OPTIONS_NONE, State.OPTIONS_NEAREST,
     *(s for s, _ in hesitation.REASONS.values())}
)  # fmt: skip


def still_fits(session: Session, state: State) -> bool:
    """A place is come back to only while what it talks of is still there."""
    if state in _TALKS_OF_SERVICE:
        return bool(session.service)
    return bool(session.needs) if state in _TALKS_OF_NEED else True


SOMEWHERE = frozenset(state for state, place in PLACES.items() if place.station and state is not State.NEEDS_ASK)
