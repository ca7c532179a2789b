"""What sounds like a wish to die and is another danger: a way out, a plan to leave, who would kill them, a ride. Pure.

An outright wish to die stays one, and so does whatever follows it.
"""

from __future__ import annotations

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import CAR_KEY, CAR_MORE, CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Guide, Level, Need, State
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import getting_out, in_a_car
from bot.understanding.straits import is_at_lodging

_BY_SOMEBODY = frozenset(
    {Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, Answer.COME.value, PARTNER, CHOKED}
)
_OPEN = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.NEEDS, Answer.GUIDE, Answer.SELF_HARM, Answer.NOT_NOW, Answer.NO, Answer.YES,
     Answer.MAYBE, Answer.DOUBT, Answer.GREETING, Answer.HURT_NOW, Answer.COME, Answer.SAFETY, Answer.HOUR, Answer.SKIP,
     Answer.MEDICAL, Answer.AREA, Answer.HEALTH, Answer.GO_ON, Answer.NOT_SAFE, Answer.PERSON, Answer.GETTING_THERE}
)  # fmt: skip
_MAY_SEEM = frozenset({None, Concern.SELF_HARM, Concern.MEDICAL, Concern.VIOLENCE, Concern.EXPLOITATION,
                       Concern.SEXUAL_ABUSE, Concern.WATCHED, Concern.MINOR_NO_PLACE})  # fmt: skip


def not_to_die(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a way out, and fear of being killed, as what they are: the line for suicide is not theirs."""
    is_told_before = session.hazard == Answer.SELF_HARM.value and session.last_key != "safety.ask.self_harm"
    stands = reading.answer in STANDS or session.caseworker_name or session.young
    if stands or is_told_before or reading.answer not in _OPEN:
        return reading
    if reading.concern not in _MAY_SEEM or getting_out.wishes_to_die(wrote.said):
        return reading
    if session.of_other or reading.about_other:
        is_plan = reading.concern is Concern.SELF_HARM and getting_out.is_plan(wrote.said)
        return _leaves(reading) if is_plan else reading
    return _of_herself(session, wrote, reading)


def _of_herself(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    if session.last_key == State.SAFETY_PLAN.value and getting_out.asks_when(wrote.said):
        return _leaves(reading)
    told = _of_ride(session, wrote, reading) or _by_somebody(session, wrote, reading)
    if (told := told or _names_place(session, wrote, reading)) is not None:
        return told
    if reading.concern is not Concern.SELF_HARM:
        return _told_plainly(session, wrote.said, reading) or _with_nowhere(session, wrote, reading)
    return _no_wish(wrote.said, reading) or _gets_out(session, wrote, reading) or reading


def _of_ride(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return who is driven and not let out as that, and what they tell of the ride next."""
    said = wrote.said
    in_it = session.last_key in (CAR_KEY, CAR_MORE)
    is_news = in_it and "?" not in wrote.text and in_a_car.is_of_car(said)
    by_them = session.hazard in _BY_SOMEBODY and reading.concern is not Concern.SELF_HARM
    drives = by_them and "?" not in wrote.text and in_a_car.is_driven(said) and reading.answer is not Answer.NEEDS
    is_told = in_a_car.is_kept_in(said) or in_a_car.flees_car(said)
    is_told = is_told or (in_it and in_a_car.is_not_let_out(said))
    adds = in_it and reading.answer is Answer.HURT_NOW
    return _alarm(reading, Detail.IN_CAR) if is_news or drives or is_told or adds else None


def _names_place(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a motel named beside a danger as where they are: nobody is sent there, and 911 can be told."""
    is_bare = reading.concern is None and reading.answer in (Answer.UNCLEAR, Answer.ASIDE) and "?" not in wrote.text
    if session.hazard not in _BY_SOMEBODY or not is_bare or not is_at_lodging(f"at {wrote.said}"):
        return None
    return _plain(reading)._replace(answer=Answer.COME, come=True)


def _by_somebody(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return who is held, bound by an oath or fears to be killed as that."""
    said = wrote.said
    if getting_out.names_who_did_it(said):
        return _alarm(reading, None)
    if getting_out.is_by_window(said) or (session.hazard in _BY_SOMEBODY and getting_out.names_window(said)):
        return _alarm(reading, Detail.AT_WINDOW)
    if reading.concern is not Concern.SELF_HARM:
        return None
    if getting_out.is_bound_by_oath(said):
        return _ask(reading, Concern.EXPLOITATION)
    return _alarm(reading, None) if getting_out.is_held(said) else None


def _told_plainly(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return what no rule hears: what to take along, a plan, and that somebody will not stay with who is named."""
    is_open = reading.answer is Answer.UNCLEAR or reading.aside is Aside.NOTED
    if reading.concern is not None or session.service or reading.answer not in (Answer.UNCLEAR, Answer.ASIDE):
        return None
    if getting_out.asks_what_to_take(said) or (is_open and getting_out.is_plan(said)):
        return _leaves(reading)
    return _ask(reading, Concern.EXPLOITATION) if is_open and getting_out.would_not_stay(said) else None


def _no_wish(said: str, reading: Interpretation) -> Interpretation | None:
    """Return what is no danger to oneself at all: who wrote before, who carries a knife, who is sick without a drug."""
    if getting_out.is_of_last_talk(said):
        return _plain(reading)._replace(answer=Answer.GREETING)
    if getting_out.carries_for_safety(said):
        return _plain(reading)._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
    if getting_out.is_sick_without(said):
        return _ask(reading, Concern.MEDICAL)._replace(needs=(Need.SUBSTANCE_USE,))
    return None


def _gets_out(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a wish to get away from a place or from somebody as that."""
    said = wrote.said
    if getting_out.has_no_place(said):
        return _with_nowhere(session, wrote, reading)
    if getting_out.is_plan(said):
        return _leaves(reading)
    is_away = getting_out.is_away_from(said)
    if session.hazard in _BY_SOMEBODY or session.state is State.WELCOME_BACK:
        may_be = reading.level is not Level.ALARM or getting_out.cries_for_help(said)
        is_sure = is_away or (may_be and getting_out.asks_to_be_out(said))
        return _alarm(reading, None) if is_sure else None
    return _ask(reading, Concern.EXPLOITATION) if is_away else None


def _with_nowhere(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Return who wants to go and has nowhere to as a need for a place, and who has nobody as a plan to make."""
    is_guess = reading.concern is Concern.SELF_HARM
    is_open = is_guess or (reading.concern is None and reading.answer in _LEAVES)
    if not is_open or session.service or not getting_out.has_no_place(wrote.said):
        return reading
    if getting_out.has_nobody(wrote.said):
        return _leaves(reading)
    return _plain(reading)._replace(answer=Answer.NEEDS, needs=(Need.SHELTER_TONIGHT,))


_LEAVES = frozenset({Answer.UNCLEAR, Answer.ASIDE, Answer.SELF_HARM, Answer.NOT_NOW, Answer.GUIDE})


def _plain(reading: Interpretation) -> Interpretation:
    return reading._replace(
        concern=None,
        level=None,
        aside=None,
        guide=None,
        needs=(),
        about_other=False,
        hour=None,
        denial=None,
        detail=None,
    )


def _leaves(reading: Interpretation) -> Interpretation:
    return _plain(reading)._replace(answer=Answer.GUIDE, guide=Guide.LEAVING)


def _alarm(reading: Interpretation, detail: Detail | None) -> Interpretation:
    concern = reading.concern if reading.concern in _HURTS else Concern.VIOLENCE
    return _plain(reading)._replace(
        answer=Answer.HURT_NOW, concern=concern, level=Level.ALARM, detail=detail, come=False, progress=None, area=None
    )


_HURTS = frozenset({Concern.EXPLOITATION, Concern.SEXUAL_ABUSE})


def _ask(reading: Interpretation, concern: Concern) -> Interpretation:
    return _plain(reading)._replace(answer=Answer.UNCLEAR, concern=concern, level=Level.ASK)
