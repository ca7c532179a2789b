"""Walk of the whole conversation: every reachable kind of session, and every answer in each.

Sessions that differ only in what no promise depends on (which need, which service) count as one kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.flows.handoff import BY_STAFF
from bot.flows.machine import TERMINAL, Step, advance
from bot.flows.model import Area, Interpretation, ServiceQuery
from bot.flows.names import Answer, Event, Fact, Fit, Guide, Need, ShareItem, State
from bot.flows.session import Session

SOMEWHERE = Area("Santa Ana", "Orange County", "CA", "US")


class ThreeServices:
    """Directory with three services for every need but one, which has none. Only the first can be phoned.

    So the walk also meets "nothing fits" and "only the nearest fits".
    """

    def __init__(self, ids: tuple[str, ...] = ("a", "b", "c")) -> None:
        self.ids = ids

    def next_service(self, wishes: ServiceQuery) -> str:
        if wishes.need is Need.FAITH:
            return ""
        ids = self.ids[:1] if Fit.PHONE_ONLY in wishes.fits else self.ids
        return next((one for one in ids if one not in wishes.already_offered and one not in wishes.excluded), "")


@cache
def reading_of(answer: Answer, item: ShareItem | None = None) -> Interpretation:
    """Return a reading with the values that its answer needs."""
    if answer is Answer.NEEDS:
        return Interpretation(answer, needs=(Need.FOOD, Need.FAITH), facts=frozenset({Fact.PREGNANT}), age=16)
    if answer is Answer.AREA:
        return Interpretation(answer, area=SOMEWHERE)
    if answer is Answer.NAME:
        return Interpretation(answer, name="Sky")
    if answer is Answer.TAKE_ITEM:
        return Interpretation(answer, item=item or ShareItem.AREA)
    fact = Fact.PREGNANT if answer is Answer.TAKE_FACT else None
    guide = Guide.CUTTING if answer is Answer.GUIDE else None
    return Interpretation(answer, fact=fact, guide=guide)


def _readings(answer: Answer, session: Session) -> Iterator[Interpretation]:
    """Yield the texts of an answer. A guide that can't wait leads elsewhere than one that can, where it must."""
    yield reading_of(answer)
    if answer is Answer.GUIDE and not (session.safe and session.limits_told):
        yield reading_of(answer)._replace(guide=Guide.LEAVING)


def _asking(session: Session) -> object:
    return min(len(session.pending_items), 2), session.pending_items[1:2] == (ShareItem.TIMES,), session.spoken_to


ONLY_AT = {
    State.CONSENT_CHOOSE: (_asking,),
    State.NEEDS_CONFIRM: (lambda session: session.unsure,),
    State.CONSENT_AGENCY: (_asking,),
    State.CONSENT_AGENCY_ITEM: (_asking,),
    State.HANDOFF_LIVE: (lambda session: bool(session.agency_items),),
    State.PRIVACY_FACTS: (lambda session: len(session.told()),),
    State.PRIVACY_SHARED: (lambda session: (bool(session.agency_items), bool(session.shared), session.remembered),),
    State.PRIVACY_KEPT: (lambda session: (bool(session.told()), session.remembered),),
    State.PRIVACY_FORGET: (lambda session: session.remembered,),
    State.CONSENT_NAME: (lambda session: (session.remembered, session.remember_asked, session.last_caseworker_id),),
    State.CONSENT_REMEMBER: (lambda session: ShareItem.NAME in session.shared,),
    State.HESITATION_PLACE: (lambda session: len(session.offered_services),),
    **dict.fromkeys((State.SAFETY_STAY, State.UNCLEAR_PERSON), (lambda session: session.hazard,)),
    **dict.fromkeys(
        (State.CONSENT_TEAM, State.CONSENT_TALK, State.HANDOFF_WAITING, State.HANDOFF_ENDED),
        (lambda session: (session.hazard, session.remembered, session.last_caseworker_id),),
    ),
    State.FOLLOWUP_SAFE: (lambda session: session.daypart,),
    State.PRIVACY_WHO_AM_I: (lambda session: session.who_asked,),
    State.FOLLOWUP_CHECKIN: (lambda session: bool(session.ask_how),),
    State.GUIDES_PAGE: (lambda session: session.guide_page,),
    **dict.fromkeys(
        (State.WELCOME_HEARD, State.WELCOME_BACK, State.WELCOME_LIMITS, State.WELCOME_MORE, State.WELCOME_REPORT),
        (lambda session: bool(session.wanted_guide),),
    ),
}
"""Session facts that matter in a few states only."""


def kind(session: Session) -> tuple[object, ...]:
    """Return all session facts that a promise may depend on."""
    return (
        session.state, session.safe, session.greeted, session.limits_told, session.young, bool(session.needs),
        bool(session.service), bool(session.case), min(session.unclear, 2), bool(session.parked), session.area_asked,
        session.why_asked, bool(session.caseworker_name), *(look(session) for look in ONLY_AT.get(session.state, ())),
    )  # fmt: skip


SET_BY_STAFF = {
    Answer.TAKEN: {"caseworker_name": "Ana", "last_caseworker_id": "ana"},
    Answer.INTRODUCED: {"contact": "Dana"},
    Answer.REMINDER_OFFERED: {"remind_at": 1_800_000_000},
}
"""Session fields that a staff action sets before its answer is applied, as the product does."""


def walked(directory: ThreeServices) -> Iterator[tuple[Session, Answer, Step]]:
    """Yield every (session, answer) pair with the step it leads to."""
    first = Session()
    seen, todo = {kind(first)}, [first]
    while todo:
        session = todo.pop()
        for answer in Answer:
            if answer in BY_STAFF and not session.case:
                continue  # staff act on a case only
            standing = session._replace(**SET_BY_STAFF[answer]) if answer in SET_BY_STAFF else session
            if answer is Answer.INTRODUCED:
                standing = standing._replace(agency=directory.ids[0])
            for reading in _readings(answer, session):
                step = advance(standing, reading, directory)
                yield session, answer, step
                then = step.session
                if Event.CONSENT_GIVEN in step.events:
                    then = then._replace(case="K7QM")
                if then.state not in TERMINAL and kind(then) not in seen:
                    seen.add(kind(then))
                    todo.append(then)


@cache
def whole_table(ids: tuple[str, ...]) -> tuple[tuple[Session, Answer, Step], ...]:
    """Return all pairs, walked once for all tests."""
    return tuple(walked(ThreeServices(ids)))


@cache
def sessions(ids: tuple[str, ...]) -> tuple[Session, ...]:
    """Return one session of each kind. The walk asks all answers of a session in a row."""
    found: dict[tuple[object, ...], Session] = {}
    last = None
    for session, _, _ in whole_table(ids):
        if session is not last:
            found.setdefault(kind(session), session)
            last = session
    return tuple(found.values())


SPOKEN = [state for state in State if state is not State.RETURN and state not in TERMINAL]
