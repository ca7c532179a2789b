"""What a text means after somebody told that they want to die, and a wish to kill another. Pure.

A goodbye is no "not now" then. Means put away, "its only a thought" and "not like that" are heard as what they are.
"""

from __future__ import annotations

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BODY, MAY_KILL
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Level, Need
from bot.flows.session import Session
from bot.understanding import crisis, hints, in_earnest, numb

_LEAVES = frozenset(
    {Answer.NOT_NOW, Answer.THANKS, Answer.GREETING, Answer.UNCLEAR, Answer.ASIDE, Answer.NO, Answer.SKIP,
     Answer.SELF_HARM, Answer.MAYBE, Answer.NEEDS, Answer.DOUBT, Answer.GUIDE}
)  # fmt: skip
"""Answers that a goodbye may be taken for."""

_SEEMS = frozenset(
    {Answer.SEXTORTION, Answer.HURT_NOW, Answer.HEALTH, Answer.PERSON, Answer.FORGET, Answer.WHO_ARE_YOU}
)
_BY_PICTURES = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value})
"""Dangers that stand after a threat with pictures."""

_NEAR_IT = frozenset({"safety.means", "safety.medical"})
"""What was said last to who has something at hand to do it with."""

_HALF = frozenset({Aside.NOT_SO, Aside.ONLY_THOUGHT})


def of_crisis(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a text after a wish to die as what it tells of that, and a wish to kill another as that."""
    if session.caseworker_name or session.young or reading.answer in STANDS:
        return reading
    said = wrote.said
    if _would_kill(session, said, reading):
        return _alarm(reading, Answer.HURT_NOW, Concern.VIOLENCE)._replace(detail=Detail.MAY_KILL, about_other=False)
    if (meant := _of_her_life(session, wrote, reading)) is not None:
        return meant
    if _hints(session, said, reading):
        reading = _alarm(reading, Answer.UNCLEAR, Concern.SELF_HARM)._replace(level=Level.ASK)
    wished = session.hazard == Answer.SELF_HARM.value
    is_done = wished and (crisis.has_done_it(said) or (session.last_key in _NEAR_IT and crisis.is_fading(said)))
    if is_done or _took_pills(session, said, reading):
        return _alarm(reading, Answer.MEDICAL, Concern.MEDICAL)._replace(about_other=wished and session.of_other)
    return _after_a_wish(session, said, reading) if wished else reading


def _took_pills(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether "i already took the pills", which is heard as a wish to die, tells what was swallowed."""
    may_be = reading.concern is Concern.SELF_HARM and not reading.about_other
    of_care = session.aside in _OF_CARE or Need.REPRODUCTIVE_HEALTH in session.needs
    return may_be and not of_care and crisis.names_pills(said) and crisis.has_done_it(said)


_OF_CARE = frozenset({Aside.RAPE_HEALTH, Aside.AFTER_RAPE, Aside.PLAN_B, Aside.PREGNANT_CHOICE})


def _of_her_life(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a text that tells outright of not waking up again, or of standing where one could fall."""
    said = wrote.said
    may_be_hers = session.hazard not in _OF_BODY and not (reading.about_other and reading.level is Level.ALARM)
    if may_be_hers and "?" not in wrote.text and crisis.would_not_wake(said):
        reading = _alarm(reading, Answer.SELF_HARM, Concern.SELF_HARM)._replace(about_other=False)
        return reading if session.hazard != Answer.SELF_HARM.value else _after_a_wish(session, said, reading)
    is_own = reading.answer is Answer.SELF_HARM and not reading.about_other
    if is_own and crisis.is_high_up(said):
        return _alarm(reading, Answer.SELF_HARM, Concern.SELF_HARM)._replace(detail=Detail.AT_EDGE)
    return None


def _hints(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether a text hints at a wish to die. Beside pictures as a threat, words of shame do, too."""
    of_another = reading.about_other or session.of_other
    if reading.level is Level.ALARM or of_another or reading.answer not in _LEAVES | _SEEMS:
        return False
    of_pictures = Concern.SEXTORTION in session.asked and session.hazard in _BY_PICTURES
    if (session.hazard or session.asked) and hints.would_die_of_shame(said):
        return True
    return hints.hints(said) or (of_pictures and hints.is_at_the_end(said))


def _after_a_wish(session: Session, said: str, reading: Interpretation) -> Interpretation:
    they_have = session.of_other and crisis.is_of_them(said)
    if (reading.about_other or session.of_other) and (they_have or not crisis.is_put_away(said)):
        return reading
    if (told := _of_the_wish(session, said, reading)) is not None:
        return told
    is_body = reading.level is Level.ALARM and reading.concern is not Concern.SELF_HARM
    if not is_body and (crisis.is_at_edge(said) or crisis.is_high_up(said)):
        return _alarm(reading, Answer.SELF_HARM, Concern.SELF_HARM)._replace(detail=Detail.AT_EDGE)
    if aside := _aside(session, said, reading):
        return _remark(reading, aside)
    is_kept = bool(session.case) and reading.answer is Answer.NOT_NOW  # what staff can still see is said, with the line
    is_hint = crisis.would_not_be_missed(said) or crisis.wants_no_more(said)
    is_hint = is_hint or (hints.gives_away(said) and "?" not in said)
    is_hint = is_hint or (session.aside in _HALF and crisis.is_kind_of(said))
    if not is_kept and reading.answer in _LEAVES and (is_hint or crisis.is_goodbye(said)):
        return _alarm(reading, Answer.SELF_HARM, Concern.SELF_HARM)
    is_nothing = not is_kept and reading.answer in (Answer.NOT_NOW, Answer.SKIP) and crisis.is_nothing(said)
    goes_on = is_nothing or _says_no_more(session, said, reading)
    return reading._replace(answer=Answer.UNCLEAR, aside=None) if goes_on else reading


def _of_the_wish(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return "no es broma", a gun within reach and "sometimes i do" as the wish told again; None for another text."""
    may_be = reading.level is not Level.ALARM or reading.concern in (Concern.SELF_HARM, Concern.VIOLENCE)
    if session.of_other or not may_be or crisis.is_put_away(said):
        return None
    if in_earnest.has_gun_near(said):
        return _alarm(reading, Answer.SELF_HARM, Concern.SELF_HARM)._replace(about_other=False, detail=Detail.GUN_NEAR)
    if in_earnest.wants_not_to_die(said):
        return _remark(reading, Aside.ONLY_THOUGHT)
    half = session.aside in _HALF and in_earnest.is_sometimes(said)
    if half or in_earnest.is_in_earnest(said):
        return _alarm(reading, Answer.SELF_HARM, Concern.SELF_HARM)._replace(about_other=False)
    return None


def _remark(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, concern=None, level=None, about_other=False, guide=None, needs=(),
        hour=None, area=None, denial=None,
    )  # fmt: skip


def _says_no_more(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether a bare "no", or that nobody is there, follows a wish to die: it ends nothing."""
    is_no = (
        reading.answer is Answer.NO and session.last_key in (*_NEAR_MEANS, "safety.medical") and said.count(" ") < _FEW
    )
    return is_no or (reading.answer is Answer.ASIDE and reading.aside is Aside.LONELY)


_FEW = 3


def _aside(session: Session, said: str, reading: Interpretation) -> Aside | None:
    """Return the remark that a text is beside a wish to die, None for another text."""
    if crisis.is_put_away(said) or (session.last_key in _NEAR_MEANS and crisis.came_down(said)):
        return Aside.MEANS_AWAY
    if reading.level is Level.ALARM and reading.concern is not Concern.SELF_HARM:
        return None
    return _half_meant(session, said)


def _half_meant(session: Session, said: str) -> Aside | None:
    if crisis.is_not_so(said) or (session.aside is Aside.NOT_SO and crisis.means_place(said)):
        return Aside.NOT_SO
    if session.last_key in _FIRST_TOLD and crisis.means_place(said):
        return Aside.NOT_SO
    if session.last_key == "safety.ask.self_harm" and numb.is_numb(said):
        # only a guess told of a wish: nobody asks for what it might be done with
        return Aside.FEELING
    if crisis.is_thought(said):
        return Aside.ONLY_THOUGHT
    return Aside.LINE_SLOW if not session.case and crisis.line_is_slow(said) else None


_OF_BODY = frozenset({Answer.MEDICAL.value, BODY})
_NEAR_MEANS = frozenset({"safety.edge", "safety.gun", "safety.means", "safety.stay", "safety.self_harm"})
_FIRST_TOLD = frozenset({"safety.self_harm", "safety.ask.self_harm", "safety.means"})


def _would_kill(session: Session, said: str, reading: Interpretation) -> bool:
    if reading.about_other and reading.level is Level.ALARM:
        return False
    is_armed = session.hazard == MAY_KILL or session.last_key == "safety.may_kill"
    return crisis.would_kill(said) or (is_armed and crisis.names_weapon(said))


def _alarm(reading: Interpretation, answer: Answer, concern: Concern) -> Interpretation:
    return reading._replace(
        answer=answer, concern=concern, level=Level.ALARM, aside=None, guide=None, needs=(), hour=None, denial=None,
        fine=False,
    )  # fmt: skip
