"""Questions, doubts and small remarks, answered in place: the conversation does not move (promise 17).

A doubt about a service on offer leads where the menu of reasons leads. Anywhere else it is a question or a remark.
"""

from __future__ import annotations

from bot.flows import hesitation
from bot.flows.harm import CHOKED
from bot.flows.model import Guard, Interpretation, StateSpec, Transition
from bot.flows.names import LIMITS, Answer, Aside, Event, Guide, Need, State, Worry
from bot.flows.safety import DANGERS
from bot.flows.session import Session

AGAIN = "aside.again"
"""Message key where the same question comes twice in a row: a person may know more."""

OFFER = "aside.offer"
"""Message key of a question about the service on offer: the answer is what its record says."""

_A, _S = Answer, State

MEANT = {Aside.THANKS: _A.THANKS, Aside.GOODBYE: _A.NOT_NOW, Aside.NOT_YET: _A.NOT_NOW, Aside.COME_GET_ME: _A.COME}
"""Remarks that mean what another answer means."""

DOUBTS = {
    Aside.PLACE: _A.WHERE_IT_IS,
    Aside.TRAVEL: _A.GETTING_THERE,
    Aside.WENT_BADLY: _A.WENT_BADLY,
    Aside.RUMOURS: _A.HEARD_THINGS,
    **dict.fromkeys(
        (Aside.FEAR_POLICE, Aside.FEAR_HIM, Aside.FEAR_PARENTS, Aside.FEAR_IMMIGRATION, Aside.SHAME, Aside.RULES,
         Aside.NOT_FOR_ME, Aside.TIRED_OF_TELLING, Aside.OTHER_REASON, Aside.PAST_PLACE),
        _A.DOUBT,
    ),
}  # fmt: skip
"""Doubts about a service on offer, and the answer that each is there."""

ELSEWHERE = {
    Aside.PLACE: Aside.WHERE_IS_IT,
    Aside.TRAVEL: Aside.RIDE,
    Aside.WENT_BADLY: Aside.FEELING,
    Aside.RUMOURS: Aside.CAN_I_TRUST_YOU,
    Aside.FEAR_POLICE: Aside.POLICE_INVOLVED,
    Aside.FEAR_HIM: Aside.WILL_YOU_TELL_HIM,
    Aside.FEAR_PARENTS: Aside.PARENTS_TOLD,
    Aside.FEAR_IMMIGRATION: Aside.IMMIGRATION_RISK,
    Aside.SHAME: Aside.FEELING,
    Aside.RULES: Aside.WHAT_HAPPENS_THERE,
    Aside.NOT_FOR_ME: Aside.RIGHTS,
    Aside.TIRED_OF_TELLING: Aside.WHY_DO_YOU_ASK,
    Aside.OTHER_REASON: Aside.FEELING,
    Aside.PAST_PLACE: Aside.FEELING,
}
"""The question or remark that answers a doubt where no service is on offer."""

WORRIES = {Aside.FEAR_POLICE: Worry.NO_POLICE}
"""Requirements that a doubt sets for the next service."""

OF_A_SERVICE = frozenset(
    {Aside.COST, Aside.AGE_LIMIT, Aside.ID_NEEDED, Aside.SOBER_NEEDED, Aside.WORK_REQUIRED, Aside.RELIGION_REQUIRED,
     Aside.PHONE_TAKEN_AWAY, Aside.POLICE_INVOLVED, Aside.KIDS_ALLOWED, Aside.PREGNANT_OK, Aside.BOYS_MEN,
     Aside.TRANS_LGBT, Aside.PETS, Aside.PARTNER_ALLOWED, Aside.DISABILITY_ACCESS, Aside.LANGUAGE_SPOKEN,
     Aside.OTHERS_LIKE_ME, Aside.WHAT_HAPPENS_THERE, Aside.HOW_LONG_STAY, Aside.IS_IT_SAFE_THERE, Aside.BEDS_FREE,
     Aside.CAN_I_LEAVE, Aside.COMPANY, Aside.OPEN_HOURS, Aside.WHERE_IS_IT, Aside.RIDE, Aside.CALLBACK_NUMBER,
     Aside.TEXT_INSTEAD, Aside.TEXT_THEM}
)  # fmt: skip
"""Questions that are about the service, while one is on offer."""

IN_DANGER = frozenset({*DANGERS.values(), _S.SAFETY_COME, _S.SAFETY_STAY})
WAITS_IN_DANGER = frozenset(
    {Aside.WHAT_DO_YOU_NEED, Aside.WHAT_HAPPENS_THERE, Aside.FEELING, Aside.JOKE, Aside.STAY, Aside.NOTED,
     Aside.GOOD_NEWS, *DOUBTS}
)  # fmt: skip
"""Asides that are no answer while danger stands: "what do i do" asks for first aid."""

OF_STAFF = frozenset(
    {Aside.POLICE_INVOLVED, Aside.PARENTS_TOLD, Aside.SCHOOL_TOLD, Aside.WILL_YOU_TELL_HIM, Aside.WHO_SEES_TEXTS,
     Aside.IS_IT_KEPT}
)  # fmt: skip
OF_THE_END = frozenset({Aside.HOW_LONG_STAY, Aside.CAN_I_LEAVE, Aside.BEDS_FREE})
"""Questions that are about staff, or about the end of a consent, where a consent is asked for."""

OF_THREATS = frozenset({Aside.COST, Aside.IS_IT_KEPT})
"""Questions that are about the threat where pictures are used as one: "should i pay", "how do i get them deleted"."""

OF_ANYBODY_COMING = frozenset(
    {Aside.HOW_LONG_WAIT, Aside.ARE_THEY_COMING, Aside.FOUND_IT_YET, Aside.WHO_WILL_ANSWER, Aside.RIDE}
)
"""Questions that ask, in danger, whether somebody comes. Nobody does unless they call."""

OF_THEM = {
    Aside.PARENTS_TOLD: "aside.parents_told.them",
    Aside.SCHOOL_TOLD: "aside.school_told.them",
    Aside.POLICE_INVOLVED: "aside.school_told.them",
    Aside.WILL_YOU_TELL_HIM: "aside.school_told.them",
    Aside.WHO_SEES_TEXTS: "aside.school_told.them",
}
"""Questions whether something is told, and the answer where they name others: "I tell nobody" would answer for them."""

OF_THEM_KEYS = tuple(dict.fromkeys(OF_THEM.values()))

WAIT_IF_YES = "aside.how_long_wait.asked"
"""Key of the answer how long a person takes where the consent to one is asked for: nothing was asked for yet."""

AREA_HEARD = "needs.area_heard"
"""Key of the question for the area after something else was told."""

STILL_WAITING = "aside.how_long_wait.still"
"""Key of the answer to who asks again how long a person takes: they need not ask for one."""

LOOKS_FOR = {
    Aside.IMMIGRATION_RISK: Need.IMMIGRATION,
    Aside.ARREST_RISK: Need.LEGAL,
    Aside.IN_TROUBLE: Need.LEGAL,
    Aside.LAW_NAMED: Need.LEGAL,
    Aside.IS_IT_LEGAL: Need.LEGAL,
    **dict.fromkeys(
        (Aside.ICWA, Aside.COURT, Aside.CHARGED, Aside.TESTIFY, Aside.UNDER_AGE, Aside.MINE_IN_COURT), Need.LEGAL
    ),
    Aside.VISA: Need.IMMIGRATION,
    **dict.fromkeys((Aside.AT_DOOR, Aside.RAID), Need.IMMIGRATION),
    **dict.fromkeys((Aside.ARRESTED_FOR_IT, Aside.HIS_JAIL, Aside.STAY_AWAY), Need.LEGAL),
    Aside.PREGNANT_CHOICE: Need.REPRODUCTIVE_HEALTH,
    Aside.PREGNANT_HIDDEN: Need.REPRODUCTIVE_HEALTH,
    Aside.LONELY: Need.PEER_SUPPORT,
    **dict.fromkeys((Aside.AFTER_RAPE, Aside.RAPE_HEALTH), Need.SEXUAL_ASSAULT_CARE),
    **dict.fromkeys((Aside.PREGNANT_HIS, Aside.PREGNANT_TIME), Need.REPRODUCTIVE_HEALTH),
}
"""Answers that offer to look for somebody, and the need that a "yes" to them names."""

CONSENT = frozenset({_S.CONSENT_TEAM, _S.CONSENT_TALK, _S.CONSENT_CHOOSE, _S.CONSENT_TIMES, _S.CONSENT_REMEMBER})
"""States that ask for a consent and answer a question about it from the limits of confidentiality."""

OF_THE_TALK = frozenset(
    {Aside.COST, Aside.RIGHTS, Aside.TAKE_IT_BACK, Aside.ANONYMOUS, Aside.PHONE_BILL, Aside.IS_IT_KEPT,
     Aside.WHO_SEES_TEXTS, Aside.WHAT_THEY_SEE, Aside.NAME_SEEN, Aside.NO_HOUR_SET, Aside.POLICE_INVOLVED,
     Aside.PARENTS_TOLD, Aside.SCHOOL_TOLD, Aside.WILL_YOU_TELL_HIM, Aside.HOW_LONG_WAIT, Aside.WHO_WILL_ANSWER,
     Aside.ARE_THEY_COMING, Aside.FOUND_IT_YET, Aside.OPEN_HOURS, Aside.LANGUAGE_SPOKEN, Aside.TEXT_INSTEAD,
     Aside.WHO_ARE_YOU, Aside.ARE_YOU_REAL, Aside.IS_THIS_COPS, Aside.WHY_DO_YOU_ASK, Aside.WHO_PAYS,
     Aside.CAN_I_TRUST_YOU}
)  # fmt: skip
"""Questions about the talk with a person. Their answers offer nothing and ask nothing: a "yes" after one is no answer
to it."""

_AT_AN_OFFER = (_S.OPTIONS_OFFER, _S.OPTIONS_CONTACT)
_DOUBTED_AT = (*_AT_AN_OFFER, _S.HESITATION_WHY)

_WHILE_WAITING = frozenset({Aside.HOW_LONG_WAIT, Aside.ARE_THEY_COMING, Aside.FOUND_IT_YET, Aside.WHO_WILL_ANSWER})
"""Questions that have another answer while a caseworker is awaited."""

_BY_PLACE = frozenset({Aside.CPS_REPORTING, Aside.HYPOTHETICAL_AGE})
"""Questions that the law of the person's place answers, in two texts: the second answers the next one of them."""

_ASKS_NOTHING = frozenset(
    {Aside.NOTED, Aside.UNSURE, Aside.NO_HOTLINE, Aside.SHORTER, Aside.NOT_SUICIDAL, Aside.NOT_IN_DANGER,
     Aside.LET_DOWN, Aside.GOOD_NEWS, Aside.LONELY, Aside.BACK_AGAIN, Aside.MAY_ASK, Aside.WILL_BE_MAD,
     Aside.PREGNANT_HIDDEN, Aside.ANGER, Aside.HIDING, Aside.LOST, Aside.GO_GET_THEM, Aside.DUTY, Aside.MY_CHOICE,
     Aside.TELL_NOBODY, Aside.NO_ANSWER, Aside.IF_I_SAY_NO, Aside.IF_CAUGHT, Aside.BRING_OTHERS, Aside.BRING_KIDS,
     Aside.SEES_PHONE, Aside.HEARD_PLACE, Aside.MEANS_AWAY, Aside.ONLY_THOUGHT, Aside.NOT_SO,
     Aside.LINE_SLOW, Aside.MUST_GO, Aside.COLD, Aside.AFTER_RAPE, Aside.RAPE_HEALTH, Aside.PREGNANT_HIS,
     Aside.PREGNANT_TIME, Aside.PICTURES_THREAT, Aside.HELPING_THEM, Aside.OFFER_SIGNS, Aside.IS_IT_LEGAL, Aside.ABROAD,
     Aside.SEES_THEM, Aside.ROOF, Aside.NAMED_PLACE, Aside.NOT_DUMB, Aside.GRIEF, Aside.BOTH_TRUE, Aside.NOT_ALONE,
     Aside.THEY_ARE_GONE, Aside.WHAT_TO_TELL, Aside.TIP_GIVEN, Aside.WHICH_POLICE, Aside.RECORDS, Aside.AT_911,
     Aside.TEXT_911, Aside.CHARGED, Aside.SHORT_WORDS, Aside.STILL_HERE, Aside.WHO_TEXTED, Aside.REPORTED,
     Aside.TAKE_PHONE, Aside.BYSTANDER, Aside.NOT_TEXT_THEM, Aside.THEIR_YES, Aside.LEAVE_IT, Aside.GO_AS_YOU_ARE,
     Aside.CALLED_FOR_ME, Aside.WITH_HIM, Aside.HE_IS_POLICE, Aside.NO_COPS, Aside.TEXT_INSTEAD, Aside.WHEN_ALONE,
     Aside.TELL_HERE, Aside.TELL_ADULT, Aside.PASS_ON, Aside.NO_ERRANDS, Aside.NO_REMINDER, Aside.TRACKER, Aside.COURT,
     Aside.VISA, Aside.UNDER_AGE, Aside.MINE_IN_COURT, Aside.CHILD_PICTURES, Aside.GROWN_PICTURES, Aside.SLEEPS_WHERE,
     Aside.AT_DOOR, Aside.RAID, Aside.ARRESTED_FOR_IT, Aside.HIS_JAIL, Aside.SENT_BACK, Aside.STAY_AWAY, Aside.TESTIFY,
     Aside.BEFORE_EXAM, Aside.DRUG_TEST, Aside.NEWBORN, Aside.PREGNANT_CHOICE, Aside.CODE_WORD, Aside.NOT_OUR_STAFF,
     Aside.WHAT_IS_SAFE, Aside.WORD_KNOWN}
)  # fmt: skip
"""Remarks that ask nothing. When one comes again, the reply says something else."""

_TELLS_ON = frozenset(
    {Aside.PICTURES_THREAT, Aside.HELPING_THEM, Aside.OFFER_SIGNS, Aside.IS_IT_LEGAL, Aside.HE_IS_POLICE, Aside.NO_COPS,
     Aside.NO_ANSWER, Aside.IF_I_SAY_NO, Aside.IF_CAUGHT, Aside.BRING_OTHERS, Aside.BRING_KIDS, Aside.SEES_PHONE,
     Aside.AT_DOOR, Aside.RAID, Aside.ARRESTED_FOR_IT, Aside.HIS_JAIL, Aside.SENT_BACK, Aside.STAY_AWAY,
     Aside.WHEN_ALONE, Aside.TEXT_INSTEAD, Aside.PASS_ON, Aside.NO_ERRANDS, Aside.TRACKER, Aside.COURT, Aside.VISA,
     Aside.WHAT_TO_TELL, Aside.CHARGED, Aside.AT_911, Aside.SHORT_WORDS, Aside.NOT_OUR_STAFF, Aside.UNDER_AGE,
     Aside.CHILD_PICTURES, Aside.GROWN_PICTURES, Aside.PREGNANT_CHOICE}
)  # fmt: skip
"""Remarks that go on for several texts: their two answers take turns."""

KEYS = (
    *OF_THEM_KEYS, AGAIN, OFFER, AREA_HEARD, STILL_WAITING, WAIT_IF_YES,
    "reporting.known", "reporting.unknown", "reporting.more",
    *(f"aside.{one.value}" for one in Aside if one not in DOUBTS.keys() | MEANT.keys() | _BY_PLACE),
    *(f"aside.{one.value}.waiting" for one in Aside if one in _WHILE_WAITING),
    *(f"aside.{one.value}.again" for one in Aside if one in _ASKS_NOTHING),
)  # fmt: skip
"""Keys of all messages that answer in place."""

REASON_KEYS = tuple(f"hesitation.{one.value}" for one, answer in DOUBTS.items() if answer is _A.DOUBT)
"""Keys of the messages that answer a doubt in its own terms."""


def taken(session: Session, interpretation: Interpretation) -> Interpretation:
    """Return what an aside means in this session: a reason to doubt an offer, another answer, or itself."""
    interpretation = _of_offer(session, _of_others(session, interpretation))
    aside = interpretation.aside
    if interpretation.answer is _A.GUIDE and session.state is _S.SAFETY_STAY and session.hazard in _GOES_ON:
        return interpretation._replace(answer=_A.UNCLEAR)
    if interpretation.answer is not _A.ASIDE or aside is None:
        return interpretation
    if guide := _next_step(session, aside):
        return interpretation._replace(answer=_A.GUIDE, guide=guide, aside=None)
    answer = _meant_here(session, aside)
    if answer is not None:
        return interpretation._replace(answer=answer, aside=None if answer is not MEANT.get(aside) else aside)
    if session.state in CONSENT and aside in OF_THE_END:
        return interpretation._replace(aside=Aside.TAKE_IT_BACK)
    return _doubted(session, interpretation, aside) if aside in DOUBTS else interpretation


_GOES_ON = frozenset({_A.MEDICAL.value, _A.SELF_HARM.value})
"""Dangers in which a text is news of them and asks for no guide: first aid and a crisis go on."""

_ASK_WHAT_NOW = frozenset({Aside.WHAT_DO_YOU_NEED, Aside.CAN_I_LEAVE})


def _next_step(session: Session, aside: Aside) -> Guide | None:
    """Return the guide that answers "what do i do" and "idk if i can leave" once somebody told of a danger."""
    if session.state is _S.SAFETY_SEXTORTION and aside in OF_THREATS | {Aside.WHAT_DO_YOU_NEED}:
        return Guide.SEXTORTION
    if aside not in _ASK_WHAT_NOW or session.caseworker_name or session.service:
        return None
    if session.hazard in (_A.HURT_NOW.value, CHOKED, "partner"):
        return Guide.LEAVING
    of_friend = session.state is _S.SAFETY_FRIEND and aside is Aside.WHAT_DO_YOU_NEED
    return Guide.HELPING_A_FRIEND if of_friend else None


def _of_offer(session: Session, interpretation: Interpretation) -> Interpretation:
    """Read no other need in a question about the offer, which stays: "how do i get there" asks for no other ride."""
    about_it = interpretation.answer is _A.ASIDE and interpretation.aside in OF_A_SERVICE
    stays = about_it and session.service and session.state in _DOUBTED_AT
    return interpretation._replace(needs=()) if stays else interpretation


def _of_others(session: Session, interpretation: Interpretation) -> Interpretation:
    """Read a question what others tell as one about them, where it was read as one about the bot, or not at all."""
    if not interpretation.of_them or interpretation.concern or session.state in CONSENT | IN_DANGER:
        return interpretation
    if interpretation.answer in (_A.WHO_CAN_SEE, _A.UNCLEAR):
        return interpretation._replace(answer=_A.ASIDE, aside=Aside.SCHOOL_TOLD)
    return interpretation


def looked_for(session: Session, interpretation: Interpretation, place: StateSpec) -> Interpretation:
    """Read a bare "yes" after the offer to look for somebody as that need, where it answers no other question."""
    need = LOOKS_FOR.get(session.aside) if session.aside else None
    asks = any(choice.answer is _A.YES for choice in place.choices) or session.state in CONSENT
    if need is None or asks or interpretation.answer is not _A.YES:
        return interpretation
    return interpretation._replace(answer=_A.NEEDS, needs=(need,))


def _doubted(session: Session, interpretation: Interpretation, aside: Aside) -> Interpretation:
    """Return what a doubt means: a reason to refuse an offer, or what it asks where nothing is offered."""
    if session.service and session.state in _DOUBTED_AT:
        return interpretation._replace(answer=DOUBTS[aside])
    return interpretation._replace(aside=ELSEWHERE[aside])


def _is_medical(session: Session) -> bool:
    """Return whether minutes count: "she is 15" is news of an emergency then."""
    return session.state is _S.SAFETY_MEDICAL or session.hazard == _A.MEDICAL.value


def _meant_here(session: Session, aside: Aside) -> Answer | None:
    """Return the answer that an aside stands for in this state, None where it is an aside."""
    if aside in MEANT:
        return MEANT[aside]
    if aside is Aside.NOTED and session.state in LIMITS and session.safe:
        return _A.YES  # who goes on telling has read them
    if session.service and session.state in _AT_AN_OFFER and aside in (Aside.FOUND_IT_YET, Aside.NO_HOTLINE):
        is_refused = aside is Aside.NO_HOTLINE and session.by_phone
        return _A.REPEAT if aside is Aside.FOUND_IT_YET else _A.ANOTHER if is_refused else None
    if session.state in IN_DANGER:
        if aside in OF_ANYBODY_COMING and not session.case:
            return _A.COME
        waits = aside in WAITS_IN_DANGER and (aside is not Aside.NOTED or _is_medical(session))
        return _A.UNCLEAR if waits else None
    return _A.WHO_CAN_SEE if session.state in CONSENT and aside in OF_STAFF else None


_ASK_IF_OK = frozenset({_S.WELCOME_HELLO, _S.WELCOME_HEARD, _S.WELCOME_BACK})
"""States that ask whether it is ok to text now. What somebody tells of themselves there is no answer to it."""


def _asked_again(session: Session, aside: Aside) -> str:
    """Return the key of the question that stands, in other words that fit a remark; "" for another remark."""
    if session.aside is aside is Aside.HOW_LONG_WAIT and session.case:
        return STILL_WAITING
    if session.state in _ASK_IF_OK and session.aside is not aside:
        knows = aside is Aside.WHAT_DO_YOU_NEED and session.needs
        return "welcome.told" if aside is Aside.NOTED else "welcome.what_now" if knows else ""
    return AREA_HEARD if aside is Aside.NOTED and session.state is _S.NEEDS_AREA else ""


def key_of(session: Session, aside: Aside, *, of_them: bool = False) -> str:
    """Return the key of the message that answers an aside. `session` is as it was before the question."""
    if aside in _BY_PLACE and session.aside in _BY_PLACE:
        return "reporting.more"
    if asked_again := _asked_again(session, aside):
        return asked_again
    if session.aside is aside and aside is not Aside.NARCAN:  # first aid is said as often as it is asked for
        again = f"aside.{aside.value}.again" if aside in _ASKS_NOTHING else AGAIN
        return f"aside.{aside.value}" if aside in _TELLS_ON and session.last_key == again else again
    if aside in OF_A_SERVICE and session.service and session.state in _DOUBTED_AT:
        return OFFER
    if aside in _BY_PLACE:
        return "reporting.known" if session.area and not session.unsure else "reporting.unknown"
    plain = _of_the_person(session, aside)
    return OF_THEM.get(aside, plain) if of_them else plain


def _of_the_person(session: Session, aside: Aside) -> str:
    """Return the key of an answer, which is another one where a person is awaited, or is asked about."""
    asks = session.state in CONSENT and not session.case
    if asks and aside is Aside.HOW_LONG_WAIT:
        return WAIT_IF_YES
    waits = aside in _WHILE_WAITING and (session.case or (asks and aside is Aside.WHO_WILL_ANSWER))
    return f"aside.{aside.value}.waiting" if waits else f"aside.{aside.value}"


def at_any(place: StateSpec) -> tuple[Transition, ...]:
    """Build the transitions of an aside. Where no question is open and the screen may be seen, they say only hello."""
    at = place.state
    answered = Transition(at, _A.ASIDE, at, message=AGAIN)
    if not place.idle:
        return (answered,)
    return (Transition(at, _A.ASIDE, _S.WELCOME_BACK, (), Guard.IS_NOT_SAFE), answered)


def _doubts() -> tuple[Transition, ...]:
    """Build the transitions of a doubt said in somebody's own words at an offer."""
    noted = Event.HESITATED
    return (
        *(
            Transition(at, hears, state, (*notes, noted))
            for at in _AT_AN_OFFER
            for hears, (state, notes) in hesitation.REASONS.items()
            if hears is not _A.SOMETHING_ELSE and (at, hears) != (_S.OPTIONS_OFFER, _A.WENT_BADLY)
        ),
        *(Transition(at, _A.DOUBT, _S.HESITATION_OTHER, (noted,)) for at in _DOUBTED_AT),
    )


MOVES = _doubts()
