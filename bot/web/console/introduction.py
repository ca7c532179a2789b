"""Warm hand-off from a case's page: propose an agency's contact to the person, end it, offer a reminder.

The contact's phone is typed here, stored encrypted with the case, and shown nowhere again. Nothing is sent to a contact
from here. The audit log gets the case's code alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from flask import request
from flask.typing import ResponseReturnValue

from bot.actions.cases import CaseClosed, NotCaseOwner, ScreenNotSafe, StaleCase, only_owner
from bot.actions.introductions import IntroductionActions
from bot.casework.cases import Case
from bot.casework.consent_gate import NoConsent
from bot.casework.safe_times import is_outside
from bot.flows.names import Answer, ShareItem
from bot.staff.accounts import LONGEST_CALLED, read_phone
from bot.staff.audit import Verb
from bot.web.console.actions import GONE, NO_CONSENT, held_by
from bot.web.console.base import back_to, bp, consent_gate, find
from bot.web.console.case import page
from bot.web.current import runtime
from bot.web.forms import LONGEST_SERVICE, Rejected, date_time, one_line, service_id
from bot.web.staff import me, note, role_required

LONGEST_TYPED = 60
FURTHEST = dt.timedelta(days=90)

NOT_THEN = "A text isn't safe for them at that time. Choose another hour."
ANY_TIME = (Answer.ANY_TIME.value,)
NO_SERVICE = "Choose a service: type its name, and pick it from the list."
NO_NAME = f"Enter the contact's name: up to {LONGEST_CALLED} letters, no digits."
NO_NUMBER = "Enter the contact's mobile number, like +1 555 555 0100."
NOT_THIS = "You can't use this number. Enter the contact's mobile number."
NO_TIME = "Enter a date and time within the next 90 days."
NOT_NOW = "We can't ask them now. Someone may see their screen, or they have left the conversation."
MEANWHILE = "Nothing changed. A contact is already invited, or the introduction has just ended."


@bp.post("/<code>/introduce")
@role_required("caseworker")
def introduce(code: str) -> ResponseReturnValue:
    """Ask the person whether the contact may join; nothing is sent to anybody else."""

    def plan(case: Case) -> Callable[[], Case]:
        service, name, phone = _read(case)
        return lambda: _acts().propose(case.code, me().id, service, name, phone)

    return _do(code, plan, Verb.INTRODUCTION_PROPOSED)


@bp.post("/<code>/introduce/end")
@role_required("caseworker")
def end_introduction(code: str) -> ResponseReturnValue:
    """Remove the contact; both the contact and the person are told."""

    def plan(case: Case) -> Callable[[], Case]:
        join_code = case.introduction.code if case.introduction else ""
        return lambda: _acts().withdraw(case.code, join_code, me().id)

    return _do(code, plan, Verb.INTRODUCTION_ENDED)


@bp.post("/<code>/remind")
@role_required("caseworker")
def remind(code: str) -> ResponseReturnValue:
    """Ask the person whether one plain reminder may come."""

    def plan(case: Case) -> Callable[[], Case]:
        at = date_time("at", NO_TIME, latest=FURTHEST)
        if is_outside(_safe_times(case), dt.datetime.fromtimestamp(at, runtime().settings.timezone)):
            raise Rejected(NOT_THEN)
        return lambda: _acts().remind(case.code, me().id, at)

    return _do(code, plan)


def _safe_times(case: Case) -> tuple[str, ...]:
    """Return the person's safe times if they shared them, else any time of the day but not the night."""
    try:
        return consent_gate().require(case.person, ShareItem.TIMES).values or ANY_TIME
    except NoConsent:
        return ANY_TIME


_WHY = {NoConsent: NO_CONSENT, ScreenNotSafe: NOT_NOW, StaleCase: MEANWHILE, CaseClosed: GONE}


def _do(code: str, plan: Callable[[Case], Callable[[], Case]], verb: Verb | None = None) -> ResponseReturnValue:
    """Read what was typed, note the action and carry it out, for the case's holder and with valid consent only."""
    case = find(code)
    longest = {"service": LONGEST_SERVICE, "contact": LONGEST_TYPED, "phone": LONGEST_TYPED, "at": LONGEST_TYPED}
    typed = {name: request.form.get(name, "")[:most] for name, most in longest.items()}
    try:
        if not case.is_open:
            raise CaseClosed("it is over")
        only_owner(case, me().id)
        consent_gate().require(case.person, ShareItem.WANTS_TO_TALK)
        deed = plan(case)
        if verb:
            note(verb, f"case:{case.code}")
        deed()
    except Rejected as problem:
        return page(case, str(problem), status=422, typed=typed)
    except NotCaseOwner as error:
        return held_by(find(code), error.owner)
    except tuple(_WHY) as error:
        return page(find(code), _WHY[type(error)], status=409, typed=typed)
    return back_to(case, "introduction")


def _read(case: Case) -> tuple[str, str, str]:
    """Return the service, the contact's name and the phone; raise Rejected."""
    service, name = service_id(NO_SERVICE), one_line("contact", LONGEST_CALLED, NO_NAME)
    if not any(map(str.isalpha, name)) or any(map(str.isdigit, name)) or not name.isprintable():
        raise Rejected(NO_NAME)
    phone = read_phone(request.form.get("phone", "")[:LONGEST_TYPED], runtime().settings.region)
    if not phone:
        raise Rejected(NO_NUMBER)
    store = runtime().store
    # one message for all three, so that nobody can find out here whose number it is
    if store.person(phone) == case.person or store.staff.by_phone(phone) or phone == runtime().settings.twilio_from:
        raise Rejected(NOT_THIS)
    return service, name, phone


def _acts() -> IntroductionActions:
    return IntroductionActions(runtime())
