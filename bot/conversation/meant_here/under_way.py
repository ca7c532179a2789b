"""What is told while an escape, a fire or a meeting is under way: each bit gets its next step, and keeps its numbers.

"We stopped", "shower stopped", "he knocking", "im on my way" elsewhere say little, or sound like "not now", a need or a
wish for a person. Beside the danger that was told they are the minute that counts. Pure.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.at_hand import open_now
from bot.flows.harm import CAR_KEY, CAR_MORE, CHOKED
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand, Piece
from bot.flows.names import Answer, Aside, Concern, Detail, Level, State
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import behind_door, meeting, outside
from bot.understanding import under_way as grammar
from bot.understanding.at_hand import is_in_car
from bot.understanding.getting_out import wishes_to_die
from bot.understanding.going_away import is_out
from bot.understanding.straits import rides_with_him

_IS_FAR = STANDS - {Answer.HUSH, Answer.HOLDER, Answer.NAME}
_BY_SOMEBODY = frozenset(
    {Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, Answer.COME.value, PARTNER, CHOKED}
)
_GRAVER = frozenset({Concern.MEDICAL, Concern.SELF_HARM})
_IN_CAR = frozenset({AtHand.CAR, AtHand.WAY_OUT})
_OUT = frozenset({AtHand.REFUGE, AtHand.CHANCE, AtHand.WAY_OUT, AtHand.CAR})
_THREATENED = frozenset({"safety.exposed", "safety.sextortion", "aside.pictures_threat", "aside.pictures_threat.again"})


def of_under_way(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a bit of an escape, a fire, a night outside or a meeting as that. Wishes to die and pills come first."""
    is_open = session.caseworker_name or session.young or session.other_holds or reading.answer in _IS_FAR
    is_graver = reading.level is Level.ALARM and reading.concern in _GRAVER
    if is_open or (is_graver and not _is_no_graver(wrote, reading)):
        return reading
    told = next((found for one in _IN_ORDER if (found := one(session, wrote, reading)) is not None), None)
    return reading if told is None else _told(reading, told)


def of_what_is_left(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a knock, or that they ran, as under way where nothing else at hand explains it."""
    is_open = session.caseworker_name or session.young or session.other_holds or reading.answer in _IS_FAR
    is_graver = reading.level is Level.ALARM and reading.concern in _GRAVER
    if is_open or is_graver or reading.at_hand or reading.about_other or not _stands(session) or "?" in wrote.text:
        return reading
    if behind_door.wants_in(wrote.said):
        return _told(reading, AtHand.BARRED)
    has_run = grammar.has_run(wrote.said) and not _got_out_as_planned(session, wrote.said)
    return _told(reading, AtHand.REFUGE) if has_run else reading


def _got_out_as_planned(session: Session, said: str) -> bool:
    """Return whether they left as they had told: where to go comes first, and staff may be nowhere near."""
    return session.last_key == "safety.plan" and is_out(said)


def _told(reading: Interpretation, told: AtHand) -> Interpretation:
    concern = Concern.SEXTORTION if told is AtHand.MEETS else Concern.VIOLENCE
    where = {Piece.IN_CAR} if told in _IN_CAR else {Piece.LEFT_OUT} if told is AtHand.OUTSIDE else set()
    return Interpretation(
        Answer.HURT_NOW, concern=concern, level=Level.ALARM, language=reading.language, photo=reading.photo,
        facts=reading.facts, age=reading.age, partner=reading.partner, at_hand=told, pieces=reading.pieces | where,
    )  # fmt: skip


def _is_no_graver(wrote: Wrote, reading: Interpretation) -> bool:
    """Return whether a highway at night is where somebody put them, a house burns, or who is out cold is their chance."""
    said = wrote.said
    if reading.concern is Concern.SELF_HARM:
        return outside.is_put_out(said) and not wishes_to_die(said)
    is_chance = grammar.is_out_cold(said) and grammar.would_go_now(said) and grammar.tells_hold(said)
    return outside.is_fire(said) or is_chance


def _stands(session: Session) -> bool:
    """Return whether a danger by somebody stands that is the person's own, or stood until silence was asked for."""
    was_told = session.hushed and session.state is State.SAFETY_COVER and session.last_key.startswith(_OF_DANGER)
    return (session.hazard in _BY_SOMEBODY or (was_told and not session.hazard)) and not session.of_other


_OF_DANGER = ("safety.hurt", "safety.stay", "safety.come", "safety.plan", "safety.now.", "safety.car", "safety.child",
              "safety.held.", "safety.ask.violence", "safety.ask.exploitation", "safety.ask.sexual_abuse",
              "safety.choked", "safety.hunted", "safety.window", "aside.hiding", "aside.lost")  # fmt: skip


def _fire(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    is_danger = bool(session.hazard) and outside.is_smoke(wrote.said)
    return AtHand.FIRE if is_danger or outside.is_fire(wrote.said) else None


def _outside(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    if wishes_to_die(wrote.said) or reading.about_other:
        return None
    is_bit = session.hazard == Answer.HURT_NOW.value and Piece.LEFT_OUT in session.pieces
    is_bit = is_bit and open_now(session) in _SHORT_OF_WORDS and outside.is_bit_of_it(wrote.said)
    return AtHand.OUTSIDE if is_bit or outside.is_put_out(wrote.said) or outside.is_out_there(wrote.said) else None


_SHORT_OF_WORDS = frozenset({AtHand.BATTERY, AtHand.QUIETLY, AtHand.SEEN})


def _in_car(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return what is told in a car: a stop, people, a latch, the road."""
    is_asked = "?" in wrote.text and not grammar.may_get_out(wrote.said)
    if is_asked or open_now(session) is AtHand.STOPPED:
        return None
    said = wrote.said
    in_car = open_now(session) in _IN_CAR or Piece.IN_CAR in session.pieces or session.last_key in (CAR_KEY, CAR_MORE)
    if not in_car:
        return _of_road(session, said) if _stands(session) else None
    if grammar.may_get_out(said) or grammar.is_away_for_now(said):
        return AtHand.WAY_OUT
    is_car = grammar.is_on_the_road(said) and not wishes_to_die(said)
    return AtHand.CAR if is_car or is_in_car(said) else None


def _of_road(session: Session, said: str) -> AtHand | None:
    """Return what a road, a car or its stop tells right after a danger: nothing was said of a car before."""
    if session.last_key not in _JUST_TOLD or wishes_to_die(said):
        return None
    if grammar.has_stopped(said):
        return AtHand.WAY_OUT
    return AtHand.CAR if grammar.is_on_the_road(said) or grammar.names_car(said) else None


_ASK_IF_OK = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK})
_JUST_TOLD = frozenset({"safety.hurt", "safety.stay", "safety.now.quietly", "safety.now.battery", "safety.now.seen"})


def _behind_door(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    said = wrote.said
    if "?" in wrote.text or reading.about_other:
        return None
    if behind_door.is_barred(said):
        return AtHand.BARRED
    if not _stands(session):
        return None
    locks = behind_door.is_locked_by_them(said) and not _is_on_the_way(session) and session.state not in _ASK_IF_OK
    return AtHand.BARRED if locks or behind_door.gets_through(said) else None


def _chance(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return a moment in which who holds them is away: with minutes to get out it tells itself, else beside a danger."""
    said = wrote.said
    is_away = grammar.is_away_for_now(said) and not grammar.is_near_still(said)
    would_go = grammar.would_go_now(said)
    is_told = reading.concern in _BY_HIM and not reading.about_other
    if is_away and would_go and (grammar.has_minutes(said) or is_told):
        return AtHand.CHANCE
    holds = grammar.tells_hold(said) or _stands(session)
    if would_go and grammar.is_out_cold(said) and holds and "?" not in wrote.text:
        return AtHand.CHANCE
    covered = session.danger and session.state in _COVERED and not session.wary
    if not (_stands(session) or (covered and is_away)) or "?" in wrote.text:
        return None
    return AtHand.CHANCE if is_away or grammar.sees_haven(said) else None


_BY_HIM = frozenset({Concern.WATCHED, Concern.VIOLENCE, Concern.EXPLOITATION, Concern.SEXUAL_ABUSE, Concern.CHILD_HURT})
_COVERED = frozenset({State.SAFETY_COVER, State.WELCOME_BACK})


_WAKING = re.compile(r"\b(?:waking|despertando|getting up|stirring)\b")


def _seen(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    if not _stands(session) or "?" in wrote.text or _WAKING.search(wrote.said):  # no sound while somebody wakes
        return None
    is_beside = rides_with_him(wrote.said) and session.hazard
    return AtHand.SEEN if is_beside or grammar.is_about_to_see(wrote.said) else None


def _refuge(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    said = wrote.said
    if not _stands(session) or open_now(session) is AtHand.STOPPED:  # that has words of its own
        return None
    on_the_way = _is_on_the_way(session)
    if grammar.has_run(said) and (on_the_way or session.hushed):
        return None if _got_out_as_planned(session, said) else AtHand.REFUGE
    if grammar.is_by_staff(said):
        may_be_near = session.last_key in _JUST_TOLD | _NEAR_IT and not grammar.asks_what_to_say(said)
        return AtHand.REFUGE if on_the_way or may_be_near else None
    in_car = open_now(session) is AtHand.CAR  # who is in a restroom on the way is at a stop
    is_in = grammar.is_in_haven(said) and (on_the_way or session.hushed) and not in_car
    return AtHand.REFUGE if is_in else None


def _is_on_the_way(session: Session) -> bool:
    """Return whether they were getting out, by what was told: of a car, of a room where he is not, on foot."""
    is_out = open_now(session) in _OUT or Piece.IN_CAR in session.pieces
    return is_out or session.last_key in _ON_THE_WAY


_ON_THE_WAY = frozenset(
    {"safety.plan", "aside.go_as_you_are", "safety.car", "safety.car.more", "aside.called_for_me", "aside.lost",
     "safety.hunted", "safety.plan.found"}
)  # fmt: skip
_NEAR_IT = frozenset({"safety.ask.violence", "safety.come", "aside.hiding", "aside.hiding.again"})


def _meets(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    said = wrote.said
    if reading.about_other:
        return None
    is_heard = reading.concern is Concern.SEXTORTION and meeting.is_told_to_come(said)
    if is_heard or meeting.is_called_with_threat(said):
        return AtHand.MEETS
    was_told = Concern.SEXTORTION in session.asked or session.aside is Aside.PICTURES_THREAT
    was_told = was_told or session.last_key in _THREATENED or open_now(session) is AtHand.MEETS
    if not (was_told and _stands(session)):
        return None
    if open_now(session) is AtHand.MEETS and meeting.is_time(said):
        return AtHand.MEETS
    called = meeting.is_called(said) or (reading.answer in _MAY_GO and meeting.is_going(said))
    return AtHand.MEETS if called else None


_MAY_GO = frozenset(Answer) - _IS_FAR - {Answer.PERSON, Answer.SELF_HARM, Answer.MEDICAL}

_IN_ORDER = (_fire, _outside, _meets, _seen, _in_car, _behind_door, _refuge, _chance)


def of_helper_who_calls(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "ok she is calling" on the way out as a call that is made for them, and nobody else's home as a danger."""
    is_open = session.caseworker_name or session.young or session.other_holds or reading.answer in _IS_FAR
    if is_open or reading.level is Level.ALARM or "?" in wrote.text or session.of_other:
        return reading
    said = wrote.said
    if not _stands(session):
        asks = behind_door.is_left_with(said) and not session.hazard and reading.concern in _MAY_BE_ALONE
        ask = reading._replace(answer=Answer.UNCLEAR, aside=None, concern=Concern.VIOLENCE, level=Level.ASK, needs=())
        return ask if asks else reading
    if session.last_key.startswith(_SHUT_IN) and behind_door.sees_window(said):
        return Interpretation(
            Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, language=reading.language,
            facts=reading.facts, age=reading.age, detail=Detail.AT_WINDOW,
        )  # fmt: skip
    aside = None
    if open_now(session) is not None and grammar.is_being_called(said):
        aside = Aside.CALLED_FOR_ME
    elif behind_door.is_alone_with(said) or (session.hazard in _OF_CHILD and behind_door.is_nobody_home(said)):
        aside = Aside.HIDING
    if aside is None:
        return reading
    return Interpretation(Answer.ASIDE, aside=aside, language=reading.language, facts=reading.facts, age=reading.age)


_SHUT_IN = ("safety.hurt", "safety.stay", "safety.now.barred", "safety.now.quietly", "aside.hiding", "safety.held.")
_MAY_BE_ALONE = frozenset({None, Concern.MINOR_NO_PLACE, Concern.MEDICAL, Concern.WATCHED, Concern.FRIEND})
_OF_CHILD = frozenset({Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value})
