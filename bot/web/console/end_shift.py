"""End of a shift: all talks of a colleague on one page, each with a note and a receiver; one press hands them over.

Each talk is transferred as from its own page: the person is told, and so is the receiver. What could not be handed over
stays with the colleague, and the page says why. Then they are off call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.cases import CaseClosed, NotCaseOwner
from bot.casework.handover import suggest
from bot.errors import Conflict, WarmlineError
from bot.staff.accounts import Staff, known_as
from bot.staff.audit import Verb
from bot.web.base import roster
from bot.web.console.actions import LONGEST_NOTE
from bot.web.console.base import bp, case_actions, consent_gate, since
from bot.web.console.case_view import on_call
from bot.web.console.handover_note import first_notes
from bot.web.console.own_talks import OwnTalk, Shift, receivers_of, shift_now
from bot.web.console.talks import Talk
from bot.web.current import runtime
from bot.web.labels import tongue
from bot.web.staff import me, note, role_required

NO_ONE = "No one else is on call."
KEPT = "You chose to keep this talk."
GONE = "This colleague is no longer on call. Choose another one."
NOT_SEEN = "You took this talk after you opened this page."
TOO_LONG = f"The note is too long. Use up to {LONGEST_NOTE} letters."
NOT_NOW = "Something changed at the same moment. Try again."


class Left(WarmlineError):
    """A talk stays with the colleague. The text says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """A talk to hand over: the note, the receiver's id, and why it could not be handed over."""

    talk: Talk
    note: str = field(repr=False)
    to: str
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A colleague in the list of receivers. `texts_in` names their languages."""

    id: str
    name: str
    talks: int
    texts_in: str
    reached: bool


@bp.get("/end-shift")
@role_required("caseworker", "lead")
def end_shift() -> Response:
    """Show every talk of the colleague with a note and a receiver."""
    return _page(shift_now(), {}, request.args.get("handed", type=int))


@bp.post("/end-shift")
@role_required("caseworker", "lead")
def hand_over() -> ResponseReturnValue:
    """Hand over every talk as the form says, and take the colleague off call."""
    shift, handed, left = shift_now(), 0, dict[str, str]()
    for one in shift.own:
        try:
            handed += _hand_over(one, shift.receivers)
        except Left as error:
            left[one.case.code] = str(error)
    note(Verb.ROTA_CHANGED, f"staff:{me().id}")
    plan, now = roster(), runtime().clock()
    runtime().store.staff.rota.change(me().id, lambda duty: plan.ended(me().id, now, duty))
    if not left:
        return redirect(url_for("console.end_shift", handed=handed), 303)
    still = tuple(one for one in shift.own if one.case.code in left)
    return _page(Shift(still, shift.receivers, shift.busy), left, handed)


def _hand_over(own: OwnTalk, there: Mapping[str, Staff]) -> bool:
    """Transfer one talk. Return False if it is no longer the colleague's. Raise Left."""
    code = own.case.code
    wanted, words = request.form.get(f"to-{code}"), _typed_note(code)
    if wanted is None:
        raise Left(NOT_SEEN)
    to = there.get(wanted)
    if to is None:
        raise Left(GONE if wanted else KEPT if there else NO_ONE)
    if len(words) > LONGEST_NOTE:
        raise Left(TOO_LONG)
    kept = words if consent_gate().talks(own.case.person) else ""
    note(Verb.CASE_PASSED, f"case:{code}")
    try:
        case_actions().transfer(code, me().id, known_as(to.name), to.id, kept)
    except (NotCaseOwner, CaseClosed):
        return False
    except Conflict:
        raise Left(NOT_NOW) from None
    return True


def _typed_note(code: str) -> str:
    return request.form.get(f"note-{code}", "").replace("\r\n", "\n").strip()


def _page(shift: Shift, left: Mapping[str, str], handed: int | None) -> Response:
    receivers = receivers_of(shift)
    to = suggest({one.case.code: one.case.language for one in shift.own}, receivers)
    notes = first_notes(shift.own)
    rows = [_row(one, notes.get(one.case.code, ""), to[one.case.code], left) for one in shift.own]
    on = on_call()
    page = render_template(
        "console/end_shift.html",
        rows=rows,
        choices=[
            Choice(
                one.id, shift.receivers[one.id].name, one.talks,
                ", ".join(tongue(code).name for code in one.languages), one.reached,
            )
            for one in sorted(receivers, key=lambda one: shift.receivers[one.id].name.casefold())
        ],
        left=left,
        handed=handed,
        set_up=on is not None,
        on_call=on is not None and me().id in on,
        longest=LONGEST_NOTE,
        since=since(),
    )  # fmt: skip
    return Response(page, 409 if left else 200)


def _row(own: OwnTalk, first: str, to: str, left: Mapping[str, str]) -> Row:
    """Return the row of a talk: as it was typed if it could not be handed over, else as suggested."""
    code, typed = own.case.code, own.case.code in left and f"to-{own.case.code}" in request.form
    return Row(own.talk, _typed_note(code) if typed and first else first, to, left.get(code, ""))
