"""Harm whose details change what helps: choking needs a doctor, a threat to die holds somebody, work goes unpaid. Pure.

The words for it take the place of those of its state; the state, its choices and its order stay.
"""

from __future__ import annotations

from bot.flows import at_hand
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Detail, Level, Need, State
from bot.flows.session import Session

CHOKED = "choked"
"""The danger of a session in which a partner choked the person. Its number is the line for partner violence."""

BY_FORCE = frozenset({Answer.HURT_NOW.value, Answer.COME.value, CHOKED})
"""Dangers beside which a piece of exploitation is more of it."""

_CHOKED, _NOW, _MORE = "safety.choked", "safety.choked.now", "safety.choked.more"
_HOLDS, _HUNTED = "safety.holds", "safety.hunted"
MAY_DIE_KEYS = ("safety.may_die", "safety.may_die.more")
"""Message keys for who fears that somebody of theirs may take their own life, and for what they ask next."""

_PAY = "safety.held.pay"
CAR_KEY, CAR_MORE = "safety.car", "safety.car.more"
"""Message keys for who is driven somewhere and not let out, and for what they tell of the ride next."""

HIT_BACK_KEY = "safety.hit_back"
"""Message key for who struck somebody who attacked them."""

ADDRESS_KEYS = ("safety.address.asked", "safety.address", "safety.address.more")
"""Message keys for who is asked where they are, who told it to who hurt them, and for more of that."""

PLACE_KEYS = ("safety.held.place", "safety.held.place.more")
"""Message keys for who may go if they bring another one, and for more of that."""

_HELD = {
    Detail.WORK: "safety.held.work",
    Detail.AT_WORK: "safety.held.work",
    Detail.PAPERS: "safety.held.papers",
    Detail.KEPT: "safety.held.kept",
    Detail.FAMILY: "safety.held.family",
    Detail.SUM: "safety.held.sum",
    Detail.MARRIED_OFF: "safety.held.married",
    Detail.LURED: "safety.plan.lured",
    Detail.LEAVES: "safety.held.leaving",
    Detail.IN_CAR: CAR_KEY,
    Detail.IN_PLACE: PLACE_KEYS[0],
    Detail.HIT_BACK: HIT_BACK_KEY,
    Detail.AT_WINDOW: "safety.window",
    Detail.ADDRESS_ASKED: ADDRESS_KEYS[0],
    Detail.ADDRESS_GIVEN: ADDRESS_KEYS[1],
    Detail.TOLD_ON: "safety.held.more",
}
_LOOKED_AT = frozenset(
    {Detail.LURED, Detail.LEAVES, Detail.IN_CAR, Detail.AT_WINDOW, Detail.IN_PLACE, Detail.HIT_BACK,
     Detail.ADDRESS_ASKED, Detail.ADDRESS_GIVEN}
)  # fmt: skip

_BY_TURNS = {
    Detail.IN_CAR: (CAR_KEY, CAR_MORE),
    Detail.IN_PLACE: PLACE_KEYS,
    Detail.HIT_BACK: (HIT_BACK_KEY,) * 2,
    Detail.ADDRESS_GIVEN: ADDRESS_KEYS[1:],
}
"""Details that go on for several texts, and the two messages that take turns."""

BODY, MAY_KILL = "body", "may_kill"
"""The dangers of a session with harm to the body that nothing else explains, and with a wish to kill another."""

BODY_KEY = "safety.body"
"""What the keys of messages about harm to the body begin with."""

BODY_MORE = f"{BODY_KEY}.more"
OF_WHAT_WAS_TAKEN = (f"{BODY_KEY}.fades", f"{BODY_KEY}.child")
"""Keys of messages that name the line for poisons: who falls asleep, and a child who is ill."""

_MAY_KILL = "safety.may_kill"
_OF_BODY = {
    Detail.WOUND: f"{BODY_KEY}.wound",
    Detail.EASED: f"{BODY_KEY}.eased",
    Detail.BLOW: f"{BODY_KEY}.blow",
    Detail.BLOW_NOW: f"{BODY_KEY}.now",
    Detail.CHILD_ILL: f"{BODY_KEY}.child",
    Detail.FADES: f"{BODY_KEY}.fades",
    Detail.BELLY: f"{BODY_KEY}.belly",
    Detail.BLEEDS: f"{BODY_KEY}.bleeds",
    Detail.IS_BAD: f"{BODY_KEY}.is_bad",
    Detail.NO_CARE: f"{BODY_KEY}.no_care",
    Detail.NO_MEDICINE: f"{BODY_KEY}.no_medicine",
    Detail.MAY_KILL: _MAY_KILL,
    Detail.GUN_NEAR: "safety.gun",
    Detail.AT_EDGE: "safety.edge",
}
_BY_ITSELF = frozenset({"", Answer.NO_PLACE.value, Answer.COME.value, Answer.FRIEND_DANGER.value, BODY, MAY_KILL})
"""Dangers whose numbers give way to those of the body. All others stay: he who hit her is still there."""

KEYS = (
    _CHOKED,
    _NOW,
    _MORE,
    _HOLDS,
    _HUNTED,
    *MAY_DIE_KEYS,
    *dict.fromkeys(_HELD.values()),
    CAR_MORE,
    PLACE_KEYS[1],
    ADDRESS_KEYS[2],
    _PAY,
    *_OF_BODY.values(),
    BODY_MORE,
)
"""Keys of these messages."""

_ALARMS = frozenset({Answer.HURT_NOW, Answer.CHILD_HURT, Answer.SELF_HARM, Answer.MEDICAL})
_TOLD = frozenset({Detail.CHOKED, Detail.CHOKED_BY_PARTNER, Detail.HUNTED})
_GOES_ON = frozenset(
    {Answer.UNCLEAR, Answer.NEEDS, Answer.ASIDE, Answer.GUIDE, Answer.NO, Answer.NOT_NOW, Answer.YES, Answer.GREETING,
     Answer.THANKS, Answer.REPEAT, Answer.MAYBE, Answer.DOUBT, Answer.GO_ON, Answer.HEALTH, Answer.MEDICAL,
     Answer.HURT_NOW}
)  # fmt: skip
"""Answers that a text gives that goes on telling of what was told before."""

_OF_WORDS = frozenset({Answer.AREA, Answer.HOUR, Answer.COME, Answer.SKIP, Answer.NAME, Answer.NOT_SAFE})
"""Answers that a piece of a story is mistaken for: "im from china", "el sale a las 8"."""

_STANDS = frozenset({Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13})
_OF_THE_BODY = frozenset({Need.MEDICAL, Need.SUBSTANCE_USE, Need.MENTAL_HEALTH})
_OF_WORK = frozenset({Need.UNPAID_WAGES, Need.WORK, Need.MONEY, Need.IMMIGRATION, Need.LEGAL, Need.CHILD_CARE,
                      Need.ID_DOCUMENTS, Need.CRIMINAL_JUSTICE})  # fmt: skip
_MAY_SEEM = (None, Concern.CHILD_HURT, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION)
_OF_BONDAGE = frozenset({Detail.KEPT, Detail.FAMILY, Detail.SUM, Detail.AT_WORK, Detail.TOLD_ON})
"""Details that count only where exploitation was told: "im short 300" says little elsewhere."""

_MAY_SEEM_THERE = (*_MAY_SEEM, Concern.VIOLENCE, Concern.SEXTORTION, Concern.MINOR_NO_PLACE, Concern.WATCHED)
"""What work for somebody, or a threat about papers, may be taken for: it is not asked about then."""


def heard(session: Session, interpretation: Interpretation) -> Interpretation:
    """Read a text with such a detail as danger, where it tells of it or goes on telling. Any other has no detail."""
    detail = interpretation.detail
    meant = None
    if detail in _OF_BODY or detail in _LOOKED_AT:
        meant = interpretation  # what stands before it was looked at
    elif detail in (Detail.HOLDS, Detail.MAY_DIE):
        meant = _as_theirs(interpretation)
    elif detail is Detail.MARRIED_OFF:
        meant = _as_married_off(session, interpretation)
    elif detail is Detail.FAMILY or (detail is not None and not interpretation.about_other):
        meant = _as_told(interpretation) if detail in _TOLD else _gone_on(session, interpretation, detail)
    told_to_bot = not session.caseworker_name and not session.young
    return meant if meant and told_to_bot else interpretation._replace(detail=None)


def _as_told(interpretation: Interpretation) -> Interpretation | None:
    is_asked = interpretation.concern is Concern.VIOLENCE and interpretation.level is Level.ASK
    if interpretation.detail is Detail.HUNTED:
        return interpretation if interpretation.answer is Answer.HURT_NOW else None
    if interpretation.answer is Answer.MEDICAL or is_asked:
        return _as_hurt(interpretation)
    return interpretation if interpretation.answer in (Answer.HURT_NOW, Answer.CHILD_HURT) else None


def _gone_on(session: Session, interpretation: Interpretation, detail: Detail) -> Interpretation | None:
    """Return a text that goes on telling of choking, or of being held, as that; None for another."""
    if detail in _OF_BONDAGE:
        return _of_bondage(session, interpretation)
    needs = _OF_THE_BODY if detail is Detail.BODY else _OF_WORK
    if interpretation.answer not in _GOES_ON or not needs.issuperset(interpretation.needs):
        return None
    is_sure = interpretation.level is Level.ALARM
    if detail is Detail.BODY:
        is_of_body = not is_sure or interpretation.answer is Answer.MEDICAL
        return _as_hurt(interpretation) if is_of_body and _was_choked(session) else None
    is_held = session.hazard in (Answer.HURT_NOW.value, CHOKED) and not is_sure
    if not is_held or interpretation.concern not in _MAY_SEEM:
        return None
    return interpretation._replace(answer=Answer.HURT_NOW, concern=None, level=None, aside=None, guide=None)


def _of_bondage(session: Session, interpretation: Interpretation) -> Interpretation | None:
    """Return a piece of exploitation as more of it where that was told: no wish for a phone, a ride or a place."""
    is_held = session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked
    is_abused = not is_held and interpretation.detail is Detail.TOLD_ON and may_be_of_abuse(session)
    may_be = interpretation.answer in _GOES_ON | _OF_WORDS and interpretation.concern in _MAY_SEEM_THERE
    of_family = interpretation.detail is Detail.FAMILY and interpretation.answer is Answer.FRIEND_DANGER
    if not (is_held or is_abused) or not (of_family or (may_be and interpretation.level is not Level.ALARM)):
        return None
    concern = Concern.SEXUAL_ABUSE if is_abused and is_of_abuse(session) else None
    return interpretation._replace(
        answer=Answer.HURT_NOW, concern=concern, level=None, needs=(), aside=None, guide=None, hour=None
    )


def is_of_abuse(session: Session) -> bool:
    """Return whether abuse was told, or asked about, before: a piece of that story is more of it."""
    return session.hazard == Answer.ABUSE_TOLD.value or Concern.SEXUAL_ABUSE in session.asked


def may_be_of_abuse(session: Session) -> bool:
    """Return whether abuse was told, or a child was hurt: the line for children serves both."""
    return is_of_abuse(session) or session.hazard == Answer.CHILD_HURT.value


def _as_married_off(session: Session, interpretation: Interpretation) -> Interpretation | None:
    """Return a marriage that somebody is made to enter as danger. A friend's has the answer of a friend's danger."""
    if interpretation.answer in _STANDS or session.caseworker_name:
        return None
    if interpretation.about_other:
        return interpretation._replace(answer=Answer.FRIEND_DANGER, concern=Concern.FRIEND, level=Level.ASK)
    return interpretation._replace(
        answer=Answer.HURT_NOW, concern=Concern.EXPLOITATION, level=Level.ALARM, needs=(), aside=None, guide=None
    )


def _as_hurt(interpretation: Interpretation) -> Interpretation:
    """Return the text as danger of that kind. What was a medical alarm stays one by its concern."""
    concern = Concern.MEDICAL if interpretation.answer is Answer.MEDICAL else Concern.VIOLENCE
    return interpretation._replace(
        answer=Answer.HURT_NOW, concern=concern, level=Level.ALARM, needs=(), aside=None, guide=None
    )


def _as_theirs(interpretation: Interpretation) -> Interpretation | None:
    """Return a threat to die as danger of who threatens; None where no danger is in the text, or a graver one."""
    if interpretation.answer not in (Answer.FRIEND_DANGER, Answer.UNCLEAR) and interpretation.level is not Level.ASK:
        return None
    return interpretation._replace(
        answer=Answer.FRIEND_DANGER, concern=Concern.SELF_HARM, level=Level.ALARM, about_other=True, aside=None,
        guide=None,
    )  # fmt: skip


def _was_choked(session: Session) -> bool:
    return session.hazard == CHOKED or session.last_key.startswith(_CHOKED)


def key_of(before: Session, interpretation: Interpretation) -> str:
    """Return the key of the message for a text with such a detail, "" for any other."""
    detail = interpretation.detail
    if told := at_hand.key_of(before, interpretation):
        return told
    if detail is Detail.HOLDS:
        return _HOLDS
    if detail is Detail.MAY_DIE:
        return MAY_DIE_KEYS[1] if before.last_key == MAY_DIE_KEYS[0] else MAY_DIE_KEYS[0]
    if detail in _OF_BODY and interpretation.answer in _ALARMS:
        return _OF_BODY[detail]
    return _key_of_hurt(before, interpretation)


def _key_of_hurt(before: Session, interpretation: Interpretation) -> str:
    detail = interpretation.detail
    if detail is None or interpretation.answer not in (Answer.HURT_NOW, Answer.CHILD_HURT):
        return ""
    if detail is Detail.HUNTED:
        return _HUNTED
    if detail in _BY_TURNS:
        one, other = _BY_TURNS[detail]
        return other if before.last_key == one else one
    if detail in _HELD:
        told = (_HELD[detail], _PAY) if detail in (Detail.WORK, Detail.AT_WORK) else (_HELD[detail],)
        more = (_HELD[Detail.TOLD_ON],) if detail in _OF_BONDAGE - {Detail.TOLD_ON} else ()
        rest: list[str] = [*told, *more, str(State.SAFETY_STAY.value)]
        return rest[rest.index(before.last_key) + 1] if before.last_key in told else rest[0]
    if interpretation.concern is Concern.MEDICAL:
        return _NOW
    return _MORE if detail is Detail.BODY else _CHOKED


def is_guessed(session: Session) -> bool:
    """Return whether an emergency stands that was only asked about: no poison is known of."""
    is_asked = session.hazard == Answer.MEDICAL.value and Concern.MEDICAL in session.asked
    return is_asked and session.last_key in _GUESSED


_GUESSED = frozenset({"safety.ask.medical", "safety.stay"})


def hazard_of(session: Session, interpretation: Interpretation) -> str:
    """Return the danger that stays after such a text, "" where its answer tells it."""
    if told := at_hand.hazard_of(session, interpretation):
        return told
    if interpretation.detail in _OF_BODY and interpretation.answer in _ALARMS:
        return _of_body(session, interpretation)
    by_partner = interpretation.detail is Detail.CHOKED_BY_PARTNER and interpretation.answer is Answer.HURT_NOW
    if by_partner and interpretation.concern is not Concern.SEXUAL_ABUSE:
        return session.hazard if session.hazard == Answer.CHILD_HURT.value else CHOKED
    stays = interpretation.detail in (Detail.BODY, Detail.HOLDS, *_HELD)
    return session.hazard if stays and session.hazard in (CHOKED, Answer.HURT_NOW.value) else ""


def _of_body(session: Session, interpretation: Interpretation) -> str:
    """Return the danger that stays beside harm to the body: the one before, else what the text tells, "" for that."""
    if is_guessed(session) and interpretation.answer in (Answer.HURT_NOW, Answer.MEDICAL):
        return BODY
    if session.hazard not in _BY_ITSELF:
        return session.hazard
    if interpretation.detail is Detail.MAY_KILL:
        return MAY_KILL
    return BODY if interpretation.answer is Answer.MEDICAL else ""
