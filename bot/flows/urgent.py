"""Situations whose guide can't wait for a safe screen: somebody is gone, wants to leave unseen, was found, is lured.

A guide is read after "is now ok to text?" and the limits. Until then these are answered with their first step and their
numbers, and the guide comes behind them.
"""

from __future__ import annotations

from bot.flows import harm
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level, Need, State
from bot.flows.session import OF_AGE, Session

MISSING = "missing"
"""The danger of a session in which somebody is missing. Its number is the line for missing children."""

PARTNER = "partner"
"""The danger of a session in which a partner or an ex hurts somebody. Its number is the line for violence at home."""

_FIRST_STEPS = {
    Guide.LEAVING: State.SAFETY_PLAN.value,
    Guide.FOUND_BY_EX: "safety.plan.found",
    Guide.GROOMING: "safety.plan.lured",
    Guide.MISSING_FRIEND: "safety.plan.missing",
}
"""Each of these guides, and the key of the message with its first step."""

SEARCH = "safety.plan.search"
"""Message key for somebody who asks again about who is missing: the bot searches for nobody."""

CHILDS_PLAN = "safety.plan.child"
"""Message key of a plan for somebody under 18 who is hurt, and by no partner: an adult whom they trust, their line."""

KEYS = (CHILDS_PLAN, *(key for key in _FIRST_STEPS.values() if key != State.SAFETY_PLAN.value), SEARCH)
"""Keys of the messages beside that of the state."""

_HURT_AT_HOME = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value})
_SAID_BETTER = frozenset({Concern.WATCHED, Concern.FRIEND, Concern.EXPLOITATION, Concern.MINOR_NO_PLACE})
"""Dangers that are not asked about where one of these guides answers: "how do i get out without him seeing"."""


def cant_wait(session: Session, guide: Guide | None) -> bool:
    """Return whether the first step of a guide is told at once: the guide must wait, and no caseworker is there."""
    return guide in _FIRST_STEPS and not (session.safe and session.limits_told) and not session.caseworker_name


def heard(session: Session, interpretation: Interpretation) -> Interpretation:
    """Read a text as one of these situations where a question about danger would say less.

    While somebody is missing, a search and a friend's danger are news of them.
    """
    if session.caseworker_name or session.young:
        return interpretation
    if interpretation.answer is Answer.HURT_NOW and is_lured_minor(session):
        return interpretation._replace(answer=Answer.CHILD_HURT)
    if interpretation.level is Level.ALARM:
        return interpretation
    if session.hazard == MISSING and _is_of_missing(interpretation):
        return interpretation._replace(answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND, concern=None, level=None)
    is_told = interpretation.answer is Answer.GUIDE and interpretation.guide in _FIRST_STEPS
    if is_told and interpretation.concern in _SAID_BETTER:
        return interpretation._replace(concern=None, level=None)
    return interpretation


def _is_of_missing(interpretation: Interpretation) -> bool:
    searches = interpretation.answer is Answer.NEEDS and Need.MISSING_PERSON in interpretation.needs
    return searches or interpretation.concern is Concern.FRIEND or interpretation.about_other


def key_of(session: Session, guide: Guide | None) -> str:
    """Return the key of the first step. `session` is as it was before."""
    if guide is Guide.MISSING_FRIEND and session.hazard == MISSING:
        return SEARCH
    if guide is Guide.LEAVING and is_minor(session) and session.hazard in _HURT_AT_HOME:
        return CHILDS_PLAN
    return _FIRST_STEPS.get(guide, State.SAFETY_PLAN.value) if guide else State.SAFETY_PLAN.value


_AFTER_RAPE = frozenset({Aside.AFTER_RAPE, Aside.RAPE_HEALTH, Aside.BEFORE_EXAM, Aside.DRUG_TEST})


def hazard_of(session: Session, interpretation: Interpretation) -> str:
    """Return the danger whose numbers stay after one of these situations, "" for another text."""
    if told := harm.hazard_of(session, interpretation) or _after_rape(session, interpretation):
        return told
    guide = interpretation.guide if interpretation.answer is Answer.GUIDE else None
    if guide is Guide.MISSING_FRIEND:
        return MISSING
    if guide is Guide.GROOMING and is_lured_minor(session):
        return Answer.CHILD_HURT.value  # the guide's page has no number of its own
    if not cant_wait(session, guide):
        return ""
    if guide is Guide.GROOMING and (is_minor(session) or Concern.CHILD_HURT in session.asked):
        return Answer.CHILD_HURT.value
    return Answer.HURT_NOW.value


def _after_rape(session: Session, interpretation: Interpretation) -> str:
    """Return the danger of a rape that is told and asked about in one text, or by the name of the exam."""
    is_asked = interpretation.answer is Answer.ASIDE and interpretation.aside in _AFTER_RAPE
    return Answer.ABUSE_TOLD.value if is_asked and not session.hazard else ""


def by_partner(session: Session, interpretation: Interpretation) -> bool:
    """Return whether a danger is violence by a partner, named in this text or before.

    Not for who was sold or made to work, nor in a medical emergency; the line for children stays for somebody under 18.
    """
    sold = Concern.EXPLOITATION in (*session.asked, interpretation.concern)
    stands = session.hazard == Answer.MEDICAL.value or (
        session.hazard == Answer.CHILD_HURT.value
        and (is_minor(session) or interpretation.concern is Concern.CHILD_HURT)
    )
    is_violence = interpretation.concern in (None, Concern.VIOLENCE)
    is_theirs = session.hazard == PARTNER if interpretation.partner is None else interpretation.partner
    return is_violence and is_theirs and not sold and not stands


def is_minor(session: Session) -> bool:
    """Return whether the person told that they are under 18."""
    return 0 < session.age < OF_AGE or Fact.MINOR in session.facts


def is_lured_minor(session: Session) -> bool:
    """Return whether somebody under 18 told before of a grown-up who draws them in: the line for children stays."""
    return is_minor(session) and Concern.CHILD_HURT in session.asked


def with_its_need(interpretation: Interpretation) -> Interpretation:
    """Return an answer to danger with the need in it, and no other: "he took my phone" asks for no other phone."""
    answer, needs = interpretation.answer, interpretation.needs
    if answer is Answer.WATCHED:
        return interpretation._replace(needs=tuple(need for need in needs if need is not Need.PHONE))
    if answer is Answer.NO_PLACE and not needs:
        return interpretation._replace(needs=(Need.SHELTER_TONIGHT,))
    return interpretation
