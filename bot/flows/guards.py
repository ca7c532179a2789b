"""Guards: the conditions of transitions, as pure functions of one turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from bot.flows import hesitation, urgent
from bot.flows.asides import OF_THE_TALK
from bot.flows.followup import may_send_at
from bot.flows.guides import has_next_page
from bot.flows.harm import BODY
from bot.flows.model import Guard, Interpretation, ServiceFinder
from bot.flows.names import Answer, Concern, Event, Fit, ShareItem, State
from bot.flows.session import Session, after
from bot.flows.table import PLACES


@dataclass
class GuardContext:
    """One turn as a guard sees it. `session` already includes the person's answer; each service is found once."""

    session: Session
    interpretation: Interpretation
    finder: ServiceFinder

    @cached_property
    def next_service(self) -> str:
        return self._best_service(self.session)

    @cached_property
    def nearest_service(self) -> str:
        """Best service when transport preferences are ignored. Safety requirements still apply."""
        return self._best_service(after(self.session, Event.FITS_LEFT)) if self.session.fits else ""

    @cached_property
    def service_for_next_need(self) -> str:
        return self._best_service(after(self.session, Event.NEED_ANSWERED))

    def is_by_phone(self, service: str) -> bool:
        """Return whether a service that was found is a line: then a search for lines alone finds it as well."""
        query = self.session.query()
        alone = query and replace(query, fits=query.fits | {Fit.PHONE_ONLY.value})
        return alone is not None and self.finder.next_service(alone) == service

    def _best_service(self, session: Session) -> str:
        query = None if session.abroad else session.query()
        if query is None:
            return ""
        found = self.finder.next_service(query)
        # a need that is named anew, when all was offered before and only set aside: the same is offered again
        is_named = self.interpretation.answer is Answer.NEEDS and query.already_offered and not session.service
        return self.finder.next_service(replace(query, already_offered=())) if not found and is_named else found


_SERVICE_STATES = frozenset(
    {State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY}
)  # fmt: skip
_NEED_STATES = frozenset(
    {State.NEEDS_CONFIRM, State.NEEDS_AREA, State.OPTIONS_NONE, State.OPTIONS_NEAREST,
     *(s for s, _ in hesitation.REASONS.values())}
)  # fmt: skip
_RESUMABLE = frozenset(state for state, place in PLACES.items() if place.returnable and state is not State.NEEDS_ASK)


def _consent_stands(session: Session, state: State) -> bool:
    """Tell whether a consent question at `state` is still open: nothing was agreed yet, and its items are there."""
    if session.case:
        return False
    if state is State.CONSENT_TEAM:
        return session.limits_told and not session.young and bool(session.shareable() or session.service)
    if state is State.CONSENT_CHOOSE:
        return bool(session.pending_items) and session.pending_items != (ShareItem.TIMES,)
    return state is State.CONSENT_TALK or session.pending_items == (ShareItem.TIMES,)


_CONSENT_STATES = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_TIMES})


def still_fits(session: Session, state: State) -> bool:
    """Return whether the person can go back to `state`: the service or need that it is about is still there."""
    if state in _SERVICE_STATES:
        return bool(session.service)
    if state in _CONSENT_STATES:
        return _consent_stands(session, state)
    if state is State.GUIDES_PAGE:
        return session.guide is not None
    if state is State.FOLLOWUP_SAFE:
        return bool(session.daypart)
    return bool(session.needs) if state in _NEED_STATES else True


def _area_unknown(turn: GuardContext) -> bool:
    area = turn.session.area
    asked = turn.session.area_asked or turn.session.area_asks >= MOST_ASKED
    known = asked or (area is not None and bool(area.city or area.county))
    return not known and turn.interpretation.answer not in (Answer.AREA, Answer.SKIP)


MOST_ASKED = 2
"""Times that the area is asked for. After them, lines for the whole country are offered."""

PLAIN_NEEDS = 2
"""Needs that are not read back: they are named in the offer, where one answer changes them."""


def _has_many_needs(turn: GuardContext) -> bool:
    """Return whether the needs are read back: there are many, or this text adds to others."""
    needs, said = turn.session.needs, turn.interpretation.needs
    return len(needs) > PLAIN_NEEDS or bool(said and set(needs) - set(said))


def _goes_the_short_way(turn: GuardContext) -> bool:
    """Return whether only the city is missing to an offer: the limits shrink to one line beside that question."""
    session = turn.session
    plain = 0 < len(session.needs) <= PLAIN_NEEDS and session.wanted_guide is None
    return plain and not session.limits_told and not session.unsure and _area_unknown(turn)


def _is_covered(turn: GuardContext) -> bool:
    """Return whether nothing may be sent until the person texts again: after the cover word, or "not now" to hello."""
    return turn.session.state in (State.SAFETY_COVER, State.WELCOME_LATER) and not turn.session.safe


def _screen_is_seen(turn: GuardContext) -> bool:
    """Return whether somebody else may read the screen: after the cover word, or while "is now ok?" is open again."""
    return _is_covered(turn) or (turn.session.state is State.WELCOME_BACK and not turn.session.safe)


def _has_to_ask_how(turn: GuardContext) -> bool:
    session = turn.session
    return bool(session.ask_how) and session.limits_told and not session.young and not session.caseworker_name


def _can_share(turn: GuardContext) -> bool:
    """Return whether there is anything to share. A child under 13 shares only the wish to talk."""
    session = turn.session
    return session.limits_told and not session.young and bool(session.shareable() or session.service)


def _may_ask_to_remember(turn: GuardContext) -> bool:
    """Return whether the person is asked if they want to be remembered: not in danger, and not twice in a row."""
    session = turn.session
    over = session.remembered or session.remember_asked or session.wary or session.young or session.hazard
    return bool(session.case) and not over


def _may_ask_unnamed(turn: GuardContext) -> bool:
    """Return whether a person who gives no name is asked it, too: they have talked with a caseworker here."""
    return bool(turn.session.last_caseworker_id) and _may_ask_to_remember(turn)


def _has_thread(turn: GuardContext) -> bool:
    """Return whether there is something to continue: a parked need, or a state beyond the first question."""
    session = turn.session
    if session.wary:
        return False
    return bool(session.parked) or any(still_fits(session, state) for state in session.trail if state in _RESUMABLE)


def _is_open(turn: GuardContext) -> bool:
    """Return whether a menu may be opened: the screen is safe, the limits are told, and nobody is asked to wait."""
    session = turn.session
    return session.safe and session.limits_told and not session.young and not session.caseworker_name


def _is_others_question(turn: GuardContext) -> bool:
    """Return whether somebody else may ask who this is: after the cover word, or after a text of theirs."""
    return turn.session.state is State.SAFETY_COVER or (turn.session.wary and not turn.session.safe)


def _remark_was_last(turn: GuardContext) -> bool:
    """Return whether a "yes" may be meant for what the last reply said, and not for the question that stands."""
    session = turn.session
    return session.unclear > 0 or (session.aside is not None and session.aside not in OF_THE_TALK)


GUARDS: dict[Guard, Callable[[GuardContext], bool]] = {
    Guard.IS_SAFE: lambda turn: turn.session.safe,
    Guard.IS_NOT_SAFE: lambda turn: not turn.session.safe,
    Guard.IS_NEW: lambda turn: not turn.session.greeted and not turn.session.safe,
    Guard.IS_YOUNG: lambda turn: turn.session.young,
    Guard.LIMITS_UNTOLD: lambda turn: not turn.session.limits_told,
    Guard.WANTS_GUIDE: lambda turn: turn.session.wanted_guide is not None,
    Guard.HAS_NEXT_PAGE: lambda turn: has_next_page(turn.session),
    Guard.HAS_EARLIER_PAGE: lambda turn: turn.session.guide_page > 1,
    Guard.HAS_FACTS: lambda turn: turn.session.may_list_facts(),
    Guard.HAS_MANY_NEEDS: _has_many_needs,
    Guard.GOES_THE_SHORT_WAY: _goes_the_short_way,
    Guard.HAS_NO_NEEDS: lambda turn: not turn.session.needs,
    Guard.HAS_MORE_NEEDS: lambda turn: len(turn.session.needs) > 1,
    Guard.NEXT_NEED_HAS_OFFER: lambda turn: len(turn.session.needs) > 1 and bool(turn.service_for_next_need),
    Guard.AREA_UNKNOWN: _area_unknown,
    Guard.HAS_OFFER: lambda turn: bool(turn.next_service),
    Guard.HAS_NEAREST: lambda turn: bool(turn.nearest_service),
    Guard.WHY_ASKED: lambda turn: turn.session.why_asked,
    Guard.HAS_CASE: lambda turn: bool(turn.session.case),
    Guard.IS_HELD: lambda turn: bool(turn.session.caseworker_name),
    Guard.IS_TALKING: lambda turn: bool(turn.session.caseworker_name) and turn.session.safe,
    Guard.IS_COVERED: _is_covered,
    Guard.HAS_ITEMS: lambda turn: bool(turn.session.pending_items),
    Guard.HAS_MORE_ITEMS: lambda turn: len(turn.session.pending_items) > 1,
    Guard.TIMES_ARE_NEXT: lambda turn: turn.session.pending_items[1:2] == (ShareItem.TIMES,),
    Guard.ITEM_IS_ALL: lambda turn: turn.session.pending_items[:1] == (ShareItem.WANTS_TO_TALK,),
    Guard.HAS_AGENCY: lambda turn: bool(turn.session.agency_items),
    Guard.WAS_SPOKEN_TO: lambda turn: turn.session.spoken_to and bool(turn.session.caseworker_name),
    Guard.HAS_TO_ASK_HOW: _has_to_ask_how,
    Guard.CAN_SHARE: _can_share,
    Guard.MAY_ASK_TO_REMEMBER: _may_ask_to_remember,
    Guard.MAY_ASK_UNNAMED: _may_ask_unnamed,
    Guard.NAME_IS_SEEN: lambda turn: ShareItem.NAME in turn.session.shared,
    Guard.HAS_PARKED: lambda turn: bool(turn.session.parked) and not turn.session.wary,
    Guard.HAS_THREAD: _has_thread,
    Guard.WAS_UNCLEAR: lambda turn: turn.session.unclear > 0,
    Guard.ANSWER_IS_DUE: lambda turn: turn.session.unclear % 2 == 1,
    Guard.IN_DANGER: lambda turn: bool(turn.session.hazard),
    Guard.IS_MEDICAL: lambda turn: turn.session.hazard in (Answer.MEDICAL.value, BODY),
    Guard.HAS_DAYPART: lambda turn: bool(turn.session.daypart),
    Guard.HAS_HOUR: lambda turn: may_send_at(turn.interpretation.hour),
    Guard.WHO_WAS_ASKED: lambda turn: turn.session.who_asked,
    Guard.IS_OTHERS_QUESTION: _is_others_question,
    Guard.TOLD_OF_PHONE: lambda turn: turn.session.told_back is Concern.WATCHED,
    Guard.TOLD_OF_DANGER: lambda turn: turn.session.told_back is not None,
    Guard.IS_OPEN: _is_open,
    Guard.IS_OFFERED: lambda turn: _is_open(turn) and bool(turn.session.service),
    Guard.IS_WARY: lambda turn: turn.session.wary,
    Guard.LEAVES_TALK: lambda turn: turn.interpretation.leaves and turn.session.safe,
    Guard.WAS_HUSHED: lambda turn: turn.session.hushed,
    Guard.SCREEN_IS_SEEN: _screen_is_seen,
    Guard.LINE_WAS_TOLD: lambda turn: turn.session.line_told,
    Guard.GUIDE_CANT_WAIT: lambda turn: urgent.cant_wait(turn.session, turn.interpretation.guide),
    Guard.REMARK_WAS_LAST: _remark_was_last,
    Guard.COUNTRY_UNSURE: lambda turn: turn.session.unsure and _area_unknown(turn),
}
