"""Harm to the body, by what stands before it: a wound, a blow, a pregnancy, medicine that ran out, the cold. Pure.

None of it is a poisoning. The line of a danger that was told before stays: who hit her is still there.
"""

from __future__ import annotations

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BODY, BODY_KEY, CHOKED, is_guessed
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Fact, Level, Need, Piece, Progress
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import ailments, at_work, bleeding, crisis, no_call, wounds
from bot.understanding.no_need import is_denied
from bot.understanding.very import denies_fine

_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED})
_VIOLENT = frozenset(
    {Concern.VIOLENCE, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION, Concern.CHILD_HURT}
)  # fmt: skip
_OF_BODY = frozenset({Need.MEDICAL, Need.REPRODUCTIVE_HEALTH})
_FOR_A_BED = frozenset({Need.SHELTER_TONIGHT, Need.HOUSING})
_GIVES_WAY = frozenset(
    {Answer.UNCLEAR, Answer.NOT_NOW, Answer.NO, Answer.YES, Answer.MAYBE, Answer.SKIP, Answer.THANKS, Answer.GREETING,
     Answer.GO_ON, Answer.REPEAT, Answer.ASIDE, Answer.DOUBT, Answer.GUIDE, Answer.NEEDS, Answer.HEALTH, Answer.AREA,
     Answer.HURT_NOW, Answer.MEDICAL, Answer.SELF_HARM, Answer.CHILD_HURT, Answer.HOUR, Answer.PERSON, Answer.COME,
     Answer.FRIEND_DANGER, Answer.GETTING_THERE}
)  # fmt: skip


_OF_POLICE = frozenset({Aside.HE_IS_POLICE, Aside.NO_COPS})
"""Remarks on whom not to call: no care of the body is refused by them."""


def of_body(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what a text tells of the body as what it is here: a wound, a blow, blood in pregnancy, no medicine."""
    if session.caseworker_name or session.young or reading.answer in STANDS:
        return reading
    said = wrote.said
    if _is_no_emergency(session, said, reading):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED, concern=None, level=None, needs=(), fine=False)
    return _of_blood(session, wrote, reading) or _of_body_now(session, wrote, reading)


def _of_body_now(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    said = wrote.said
    if session.hazard == Answer.MEDICAL.value:
        return _swallowed(session, said, reading)
    is_game = reading.figure and reading.concern is None and not session.hazard and not at_work.is_cut(said)
    if is_game or reading.answer not in _GIVES_WAY or reading.aside in _OF_POLICE or is_denied(wrote.said):
        return reading
    sinks = session.hazard in _BY_SOMEBODY and not session.of_other and crisis.cannot_stay_awake(said)
    if sinks or _is_numb(session, said):
        return as_harm(session, reading, Detail.FADES if sinks else Detail.BLOW_NOW)
    if (detail := _detail(session, wrote, said, reading)) is not None:
        return as_harm(session, reading, detail, own=_is_own_cut(detail, said))
    if ailments.is_aid_taken(said) and reading.level is not Level.ALARM:
        asked = reading._replace(answer=Answer.UNCLEAR, concern=Concern.VIOLENCE, level=Level.ASK, needs=(), aside=None)
        return asked._replace(guide=None, area=None, about_other=False)
    return _in_the_cold(session, wrote, said, _more_of_it(session, wrote, said, reading))


def _of_blood(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a cut, what follows it, blood after sex and a way to an ER as that, where no poison is known of."""
    is_told = not reading.figure or (bleeding.is_cut_by(wrote.said) and bleeding.is_by_blade(wrote.said))
    is_open = reading.answer in _GIVES_WAY | {Answer.WATCHED, Answer.PROGRESS} and is_told
    is_poison = session.hazard == Answer.MEDICAL.value and not is_guessed(session)
    if not is_open or is_poison or reading.about_other or session.of_other or is_denied(wrote.said):
        return None
    if wounds.names_swallowed(wrote.said) and not bleeding.names_abortion(wrote.said):
        return None
    detail = _detail_of_blood(session, wrote, reading)
    own = detail is not None and _is_own_cut(detail, wrote.said) and not bleeding.is_cut_by(wrote.said)
    return None if detail is None else as_harm(session, reading, detail, own=own)


def _detail_of_blood(session: Session, wrote: Wrote, reading: Interpretation) -> Detail | None:
    said, asks = wrote.said, "?" in wrote.text
    at_wound = session.last_key in _AT_WOUND
    may_be_cut = at_wound or session.hazard == Answer.SELF_HARM.value
    of_womb = session.last_key == f"{BODY_KEY}.bleeds" and wounds.goes_on(said)
    if (of_womb or bleeding.is_after_sex(said)) and not asks:
        return Detail.BLEEDS
    if not asks and bleeding.is_eased(said) and (at_wound or (may_be_cut and bleeding.names_blood(said))):
        return Detail.EASED
    if bleeding.is_cut_by(said) or (may_be_cut and not asks and _goes_on(session, said)):
        return Detail.WOUND
    by_mishap = bleeding.names_cut(said) and wounds.is_mishap(said)
    if by_mishap and reading.concern in (Concern.SELF_HARM, Concern.MEDICAL, Concern.VIOLENCE):
        return Detail.WOUND
    is_unsure = reading.concern is Concern.MEDICAL or is_guessed(session) or session.last_key == f"{BODY_KEY}.bleeds"
    return Detail.NO_CARE if is_unsure and bleeding.seeks_er(said) else None


def _goes_on(session: Session, said: str) -> bool:
    """Return whether a text is more of a cut: a fresh one, where it is, how deep, that it does not stop."""
    is_cut = bleeding.is_fresh_cut(said) or bleeding.is_where(said) or wounds.is_deep(said)
    return is_cut or (session.last_key in _AT_WOUND and wounds.goes_on(said))


_AT_WOUND = frozenset({f"{BODY_KEY}.wound", f"{BODY_KEY}.eased"})


def _is_no_emergency(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether what sounds like an emergency of the body is long past, or is days without sleep."""
    if reading.concern is not Concern.MEDICAL or session.hazard in (Answer.MEDICAL.value, Answer.SELF_HARM.value):
        return False
    return ailments.is_long_past(said) or ailments.is_up_for_days(said)


def _more_of_it(session: Session, wrote: Wrote, said: str, reading: Interpretation) -> Interpretation:
    """Return how the body is, told right after harm to it, as more of that: no wish for a clinic, so no city."""
    tells = reading.answer is Answer.NEEDS and _OF_BODY.issuperset(reading.needs) and not wounds.seeks_care(said)
    if not tells or reading.concern or not session.last_key.startswith(BODY_KEY) or "?" in wrote.text:
        return reading
    return reading._replace(answer=Answer.MEDICAL, concern=Concern.MEDICAL, level=Level.ALARM, needs=())


def _swallowed(session: Session, said: str, reading: Interpretation) -> Interpretation:
    """Return what a text is while something swallowed stands: whether to go, and a wish that nobody is told."""
    fades = Detail.FADES if _falls_asleep(session, said, reading) else _of_head(session, said)
    if (hurt := Detail.WOUND if wounds.is_wound(said) else fades) is not None:
        return as_harm(session, reading, hurt)
    plain = reading._replace(concern=None, level=None, guide=None, needs=())
    is_sure = reading.level is Level.ALARM
    is_unwell = denies_fine(said) and reading.answer in _GIVES_WAY and reading.progress is None
    if not is_sure and (is_unwell or crisis.is_fading(said)):
        return plain._replace(answer=Answer.MEDICAL, concern=Concern.MEDICAL, level=Level.ALARM, aside=None, hour=None)
    may_be_news = reading.progress is None and (not is_sure or (reading.answer in _FEARED and no_call.fears_law(said)))
    if may_be_news and (news := _no_call(said)):
        return plain._replace(answer=Answer.UNCLEAR, aside=None, progress=news, fine=False)
    if not is_sure and reading.progress is None and crisis.keeps_secret(said):
        return plain._replace(answer=Answer.UNCLEAR, aside=None, progress=Progress.REFUSED)
    asks = wounds.asks_if_must_go(said) or (wounds.refuses_care(said) and reading.progress is None)
    if asks and (not is_sure or wounds.asks_if_must_go(said)) and reading.answer in _GIVES_WAY:
        return plain._replace(answer=Answer.ASIDE, aside=Aside.MUST_GO, progress=None, fine=False)
    return reading


def _falls_asleep(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether sleep comes over who took or was given something. "I'll go to bed" says so where that is sure."""
    if session.of_other or session.progress in _HELPED or reading.about_other:
        return False
    again = session.last_key == f"{BODY_KEY}.fades" and crisis.says_goodnight(said)
    return again or crisis.sinks(said) or (crisis.goes_to_bed(said) and not is_guessed(session))


_HELPED = frozenset({Progress.HELP_CAME, Progress.THEY_CAME})
_FEARED = frozenset({Answer.HURT_NOW, Answer.CHILD_HURT, Answer.SELF_HARM})
"""What fear of the law may sound like: "they gonna lock me up", "were not supposed to be here"."""


def _no_call(said: str) -> Progress | None:
    """Return why nobody calls for help, None where a text tells no such thing."""
    if no_call.fears_law(said):
        return Progress.REFUSED
    if no_call.has_no_means(said):
        return Progress.NO_MEANS
    return Progress.REFUSED if no_call.wants_no_call(said) else None


def _is_numb(session: Session, said: str) -> bool:
    """Return whether hands or feet are numb of somebody who was out in the cold."""
    is_out = session.aside is Aside.COLD or session.hazard == Answer.NO_PLACE.value
    return wounds.is_numb(said) and (is_out or wounds.is_cold(said, said))


def _detail(session: Session, wrote: Wrote, said: str, reading: Interpretation) -> Detail | None:
    at_body = session.last_key.startswith(BODY_KEY) or session.hazard == BODY
    beaten = session.hazard in _BY_SOMEBODY or reading.concern in _VIOLENT
    if (of_blood := _after_blood(session, said) or _of_womb(session, said, reading)) is not None:
        return of_blood
    if (by_signs := _of_head(session, said) or _of_frost(said)) is not None:
        return by_signs
    after_a_cut = session.hazard == Answer.SELF_HARM.value and wounds.is_deep(said)
    is_wound = wounds.is_wound(said) and (beaten or not wounds.is_nosebleed(said))
    if is_wound or after_a_cut or at_work.is_cut(said) or (at_body and wounds.goes_on(said)):
        return Detail.WOUND
    if at_work.is_fall(said) or at_work.is_hurt(said):
        return Detail.BLOW_NOW if at_work.is_fall(said) else Detail.BLOW
    if (of_blow := _of_blow(session, said, reading, beaten=beaten)) is not None:
        return of_blow
    asks_cost = session.last_key.startswith(BODY_KEY) and wounds.asks_cost(said)
    refuses = (at_body or beaten) and (wounds.refuses_care(said) or (at_body and wounds.asks_if_must_go(said)))
    return Detail.NO_CARE if asks_cost or refuses else _of_medicine(session, said)


def _of_frost(said: str) -> Detail | None:
    if ailments.is_frostbitten(said):
        return Detail.BLOW_NOW
    return Detail.BLOW if ailments.is_dark_limb(said) else None


def _of_head(session: Session, said: str) -> Detail | None:
    """Return what after a blow to the head, told in this text or before, can't wait, or is to be looked at."""
    here = ailments.is_to_head(said)
    if not here and Piece.HEAD not in session.pieces:
        return None
    if ailments.is_sign_of_head(said):
        return Detail.BLOW_NOW
    return Detail.BLOW if ailments.is_mild_sign(said) and not here else None


def _after_blood(session: Session, said: str) -> Detail | None:
    """Return what adds to blood that was told last: a pregnancy, pain in the belly, no strength to walk."""
    if session.last_key not in _BLOOD:
        return None
    if wounds.is_too_weak(said) or wounds.is_still(said):
        return Detail.BLOW_NOW
    in_belly = wounds.names_belly(said) and wounds.is_hurt(said)
    return Detail.BLEEDS if in_belly or wounds.is_pregnant(said) or wounds.tells_months(said) else None


_BLOOD = frozenset({f"{BODY_KEY}.wound", f"{BODY_KEY}.bleeds"})


def _of_blow(session: Session, said: str, reading: Interpretation, *, beaten: bool) -> Detail | None:
    """Return pain or swelling after a blow. Symptoms of choking have words of their own."""
    is_medical = reading.concern is Concern.MEDICAL
    is_told = beaten or (is_medical and wounds.names_blow(said))
    is_choked = session.last_key.startswith("safety.choked") or session.hazard == CHOKED or _is_choking(reading)
    if not is_told or is_choked or not wounds.is_hurt(said):
        return None
    is_now = is_medical and reading.level is Level.ALARM and wounds.is_grave(said)
    return Detail.BLOW_NOW if is_now else Detail.BLOW


def _is_choking(reading: Interpretation) -> bool:
    """Return whether the same text tells of choking, whose words say more."""
    return reading.detail in (Detail.CHOKED, Detail.CHOKED_BY_PARTNER)


def _of_womb(session: Session, said: str, reading: Interpretation) -> Detail | None:
    """Return blood or a blow to the belly in pregnancy, as far as this text or one before tells of both."""
    is_told = wounds.is_pregnant(said)
    is_pregnant = is_told or Fact.PREGNANT in session.facts or (wounds.names_span(said) and wounds.names_blood(said))
    is_labor = wounds.is_labor(said) or ailments.moves_less(said) or (is_pregnant and ailments.loses_water(said))
    pains = is_pregnant and not is_told and wounds.names_belly(said) and wounds.is_hurt(said)
    if is_labor or wounds.is_losing_baby(said):
        return Detail.BLOW_NOW if is_labor else Detail.BLEEDS
    is_month = pains or (reading.concern is Concern.MEDICAL and wounds.is_heavy_month(said))
    if is_month or wounds.is_down_there(said) or (is_pregnant and wounds.names_blood(said)):
        return Detail.BLEEDS
    belly = f"{BODY_KEY}.belly"
    months = session.last_key == belly and wounds.tells_months(said)
    by_somebody = reading.concern in _VIOLENT or session.hazard in _BY_SOMEBODY - {Answer.ABUSE_TOLD.value}
    if wounds.is_blow_to_belly(said) and not reading.about_other and (by_somebody or is_pregnant):
        return Detail.BELLY
    at_hurt = session.last_key in ("safety.hurt", "safety.choked", f"{BODY_KEY}.blow")
    is_medical = reading.concern is Concern.MEDICAL and wounds.names_blow(said)
    is_hit = by_somebody and (wounds.names_blow(said) or session.hazard in (PARTNER, CHOKED) or at_hurt)
    is_beaten = is_medical or is_hit
    is_still = wounds.is_still(said) and (is_pregnant or session.hazard in _BY_SOMEBODY)
    if is_still and not is_beaten and not wounds.names_blow(said) and session.last_key != belly:
        return Detail.BLOW_NOW
    if (
        months
        or is_still
        or (is_told and is_beaten)
        or (session.last_key == belly and (is_told or wounds.is_hurt(said)))
    ):
        return Detail.BELLY
    return None


def _of_medicine(session: Session, said: str) -> Detail | None:
    needs = {*session.needs, *session.parked}
    needs_it = Need.MEDICAL in needs and Need.REPRODUCTIVE_HEALTH not in needs
    is_named = needs_it and wounds.names_medicine(said)
    goes_on = session.last_key == f"{BODY_KEY}.no_medicine" and wounds.is_of_refill(said)
    after_it = session.last_key == f"{BODY_KEY}.no_medicine"
    at_it = after_it and (wounds.names_medicine(said) or ailments.is_of_dose(said))
    if at_it or ailments.is_medicine_taken(said):
        return Detail.NO_MEDICINE
    if goes_on or wounds.is_out_of_medicine(said) or is_named or (needs_it and wounds.is_out_since(said)):
        return Detail.NO_MEDICINE
    return None


def _is_own_cut(detail: Detail, said: str) -> bool:
    return detail is Detail.WOUND and wounds.is_own_cut(said) and not at_work.is_cut(said)


def as_harm(session: Session, reading: Interpretation, detail: Detail, *, own: bool = False) -> Interpretation:
    """Return a text as an alarm with its detail: of who hurts her, of herself, or of the body alone."""
    answer, concern = Answer.MEDICAL, Concern.MEDICAL
    is_violent = reading.concern in _VIOLENT or reading.answer in (Answer.HURT_NOW, Answer.CHILD_HURT)
    is_hers = own or session.hazard == Answer.SELF_HARM.value
    if session.hazard in _BY_SOMEBODY or (is_violent and not is_hers):
        answer, concern = Answer.HURT_NOW, Concern.VIOLENCE
        if reading.concern in (Concern.SEXUAL_ABUSE, Concern.CHILD_HURT):
            concern = reading.concern
    elif is_hers:
        answer, concern = Answer.SELF_HARM, Concern.SELF_HARM
    return reading._replace(
        answer=answer, concern=concern, level=Level.ALARM, detail=detail, needs=(), aside=None, guide=None, hour=None,
        fine=False, progress=None, area=None,
    )  # fmt: skip


def _in_the_cold(session: Session, wrote: Wrote, said: str, reading: Interpretation) -> Interpretation:
    """Return who is out in the cold as that. Whoever tells it with a place they sleep is told of a place first."""
    if reading.level is not None or reading.concern is not None or "?" in wrote.text:
        return reading
    has_none = session.hazard == Answer.NO_PLACE.value or not _FOR_A_BED.isdisjoint(
        {*session.needs, *session.parked, *reading.needs}
    )
    is_cold = wounds.is_cold(said, wrote.text) and (has_none or wounds.is_outside(said))
    if is_cold or (session.aside is Aside.COLD and wounds.is_only_outside(said)):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.COLD, guide=None, hour=None, area=None)
    return reading
