"""A new colleague's first hour as a list. The product ticks what it sees; the colleague ticks the rest.

Leads also see how far each colleague is.
"""

from __future__ import annotations

from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.practice import made_up
from bot.staff import first_hour as rules
from bot.staff.accounts import Role, Staff
from bot.staff.first_hour import Step
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.base import staff_blueprint
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import role_required

bp = staff_blueprint("first_hour", "/staff/first-hour")

NEW_SECONDS = 14 * 86_400
"""How long after the invitation the board reminds a colleague of the list."""

DONE = {"over": "Practice has ended. We kept only the marks on this list."}


class Item(NamedTuple):
    """Item of the list; `endpoint` is where it is done, or "practice"."""

    step: Step
    title: str
    words: str
    endpoint: str
    link: str


ITEMS = (
    Item(
        Step.PHONE, "Prove your phone",
        "Alerts come there as texts. We text you a code, and you enter it.",
        "staff_account.page", "Open my account",
    ),
    Item(
        Step.RECOVERY, "Set a way back in",
        "Print ten recovery codes. One of them opens your account if you lose your phone.",
        "staff_account.recovery_codes", "Open recovery codes",
    ),
    Item(
        Step.LOCK, "Try the lock",
        "Press Lock at the top of each page when you leave the desk. A code opens the same page again.",
        "staff_lock.lock_now", "Lock now",
    ),
    Item(
        Step.TALK, "Practise a talk",
        "Take a made-up person, text with them, add a note, and close the talk.", "practice", "",
    ),
    Item(
        Step.LAW, "Read the reporting law of your place",
        "Choose your state or province there, and press \"Show the law\". You save nothing. "
        "Ask your lead if the duty is yours.",
        "console.begin_report", "Open the page of a mandated report",
    ),
    Item(
        Step.SERVICE, "Find a service",
        "Open a talk in practice and press \"Find a service\". Try \"bed tonight 16\".", "practice", "",
    ),
    Item(Step.HAND_OVER, "Hand over a talk", "Transfer a talk in practice to a made-up colleague.", "practice", ""),
    Item(
        Step.END_SHIFT, "End your shift",
        "Press \"End my shift\" on the board in practice. It hands over all talks at once.", "practice", "",
    ),
)  # fmt: skip


class Progress(NamedTuple):
    """How far a colleague is, for leads."""

    name: str
    finished: int
    open: tuple[str, ...]


@bp.get("")
@role_required("caseworker", "lead")
def page() -> str:
    """Show the colleague's own list; to a lead, also how far the others are."""
    store = runtime().store
    person = store.staff.get(session.me().id) or session.me()
    return render_template(
        "staff/first_hour.html",
        items=[(item, item.step in rules.done(person), rules.ticks_themself(person, item.step)) for item in ITEMS],
        count=len(rules.done(person)),
        practises=store.practice.get(person.id) is not None,
        done=DONE.get(request.args.get("done", ""), ""),
        team=[_progress(one) for one in store.staff.everybody() if _learns(one)] if person.may({Role.LEAD}) else [],
        reviewed=made_up().reviewed,
        leads=person.may({Role.LEAD}),
    )


@bp.post("")
@role_required("caseworker", "lead")
def tick_off() -> ResponseReturnValue:
    """Tick a step that the product cannot see."""
    try:
        step = Step(request.form.get("step", ""))
    except ValueError:
        abort(400)
    if not rules.ticks_themself(session.me(), step):
        abort(400)
    tick(session.me().id, step)
    return redirect(url_for("first_hour.page", _anchor=step.value), 303)


def tick(staff_id: str, *steps: Step) -> None:
    """Note that a colleague has done these steps. Write nothing if that is known."""
    person = runtime().store.staff.get(staff_id)
    if person is None or rules.done(person).issuperset(steps):
        return
    for step in steps:
        runtime().store.staff.change(staff_id, lambda kept, step=step: rules.ticked(kept, step))  # type: ignore[misc]


def is_due(person: Staff) -> bool:
    """Tell whether the board reminds a colleague of the list: they are new, and not through."""
    return passwords().clock() - person.created_at < NEW_SECONDS and not rules.is_through(person)


def _learns(person: Staff) -> bool:
    return person.active and person.joined and person.may({Role.CASEWORKER, Role.LEAD})


def _progress(person: Staff) -> Progress:
    finished = rules.done(person)
    left = tuple(item.title for item in ITEMS if item.step not in finished)
    return Progress(person.name, len(finished), left)
