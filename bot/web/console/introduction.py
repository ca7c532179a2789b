"""A warm hand-off from a case's page: ask the young person about an agency's contact, end it, offer a reminder.

The contact's phone is typed here, kept with the case under seal, and shown nowhere again. Nothing is sent to a contact
from here. The audit gets the case's code alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from flask import request
from flask.typing import ResponseReturnValue

from bot.actions.cases import CaseGone, HeldByOther, Meanwhile, NotSafeNow, only_owner
from bot.actions.introductions import Introductions
from bot.casework.cases import Case
from bot.casework.consent_gate import NoConsent
from bot.casework.safe_times import is_outside
from bot.errors import WarmlineError
from bot.flows.names import Answer, Share
from bot.staff.accounts import LONGEST_CALLED, read_phone
from bot.staff.audit import Verb
from bot.web.console.actions import GONE, NO_CONSENT, back_to, held_by
from bot.web.console.base import doors, find, the_gate
from bot.web.console.case import page
from bot.web.current import conversation, parts
from bot.web.staff import allowed, me, note

LONGEST_TYPED = 60
FURTHEST = dt.timedelta(days=90)

NOT_THEN = "A text isn't safe for them at that time. Choose another hour."
ANY_TIME = (Answer.ANY_TIME.value,)
NO_SERVICE = "Choose a service."
NO_NAME = f"Enter the contact's name: up to {LONGEST_CALLED} letters, no digits."
NO_NUMBER = "Enter the contact's mobile number, like +1 555 555 0100."
NOT_THIS = "You can't use this number. Enter the contact's mobile number."
NO_TIME = "Enter a date and time within the next 90 days."
NOT_NOW = "We can't ask them now. Someone may see their screen, or they have left the conversation."
MEANWHILE = "Nothing changed. A contact is already invited, or the introduction has just ended."


class Refused(WarmlineError):
    """What was typed cannot be used; the sentence says why."""


@doors.post("/<code>/introduce")
@allowed("caseworker")
def introduce(code: str) -> ResponseReturnValue:
    """Ask the young person. Nobody else is told anything."""

    def plan(case: Case) -> Callable[[], Case]:
        service, name, phone = _read(case)
        return lambda: _acts().propose(case.code, me().id, service, name, phone)

    return _do(code, plan, Verb.INTRODUCTION_PROPOSED)


@doors.post("/<code>/introduce/end")
@allowed("caseworker")
def end_introduction(code: str) -> ResponseReturnValue:
    """The contact is out, and told so; so is the young person."""

    def plan(case: Case) -> Callable[[], Case]:
        join_code = case.introduction.code if case.introduction else ""
        return lambda: _acts().withdraw(case.code, join_code, me().id)

    return _do(code, plan, Verb.INTRODUCTION_ENDED)


@doors.post("/<code>/remind")
@allowed("caseworker")
def remind(code: str) -> ResponseReturnValue:
    """Ask the young person whether one plain reminder may come."""

    def plan(case: Case) -> Callable[[], Case]:
        at = _time(request.form.get("at", "")[:LONGEST_TYPED])
        if is_outside(_safe_times(case), dt.datetime.fromtimestamp(at, parts().settings.timezone)):
            raise Refused(NOT_THEN)
        return lambda: _acts().remind(case.code, me().id, at)

    return _do(code, plan)


def _safe_times(case: Case) -> tuple[str, ...]:
    """When they said that a text is ok, if that is shared; else any time of the day, and no night."""
    try:
        return the_gate().require(case.person, Share.TIMES).values or ANY_TIME
    except NoConsent:
        return ANY_TIME


_WHY = {NoConsent: NO_CONSENT, NotSafeNow: NOT_NOW, Meanwhile: MEANWHILE, CaseGone: GONE}


def _do(code: str, plan: Callable[[Case], Callable[[], Case]], verb: Verb | None = None) -> ResponseReturnValue:
    """Read what was typed, note it, and do it: only for who holds the case, only while consent stands behind it."""
    case = find(code)
    typed = {name: request.form.get(name, "")[:LONGEST_TYPED] for name in ("service", "contact", "phone", "at")}
    try:
        if not case.is_open:
            raise CaseGone("it is over")
        only_owner(case, me().id)
        the_gate().require(case.person, Share.WANTS_TO_TALK)
        deed = plan(case)
        if verb:
            note(verb, f"case:{case.code}")
        deed()
    except Refused as refusal:
        return page(case, str(refusal), status=422, typed=typed)
    except HeldByOther as error:
        return held_by(find(code), error.owner)
    except tuple(_WHY) as error:
        return page(find(code), _WHY[type(error)], status=409, typed=typed)
    return back_to(case, "introduction")


def _read(case: Case) -> tuple[str, str, str]:
    """The service, the name and the phone. Raises Refused."""
    service = request.form.get("service", "")
    if not parts().directory.has(service):
        raise Refused(NO_SERVICE)
    name = " ".join(request.form.get("contact", "").split())
    letters = any(map(str.isalpha, name)) and not any(map(str.isdigit, name)) and name.isprintable()
    if not letters or len(name) > LONGEST_CALLED:
        raise Refused(NO_NAME)
    phone = read_phone(request.form.get("phone", "")[:LONGEST_TYPED], parts().settings.region)
    if not phone:
        raise Refused(NO_NUMBER)
    store = parts().store
    # one answer for all: nobody may try out here whose number is whose
    if store.person(phone) == case.person or store.staff.by_phone(phone) or phone == parts().settings.twilio_from:
        raise Refused(NOT_THIS)
    return service, name, phone


def _time(given: str) -> int:
    """A time to come on the programme's clock, in seconds since the epoch. Raises Refused."""
    zone, now = parts().settings.timezone, parts().clock()
    try:
        local = dt.datetime.strptime(given, "%Y-%m-%dT%H:%M").replace(tzinfo=zone)
    except ValueError:
        raise Refused(NO_TIME) from None
    ahead = local - dt.datetime.fromtimestamp(now, zone)
    if not dt.timedelta() < ahead <= FURTHEST:
        raise Refused(NO_TIME)
    return int(local.timestamp())


def _acts() -> Introductions:
    return Introductions(conversation())
