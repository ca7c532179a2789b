"""Swaps: a colleague offers one shift to another, who accepts it; until then it has not moved. A lead may move it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from bot.staff import rota
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from bot.staff.roster import Roster, Turn
from bot.staff.rota import Duty, Shift, Swap
from bot.web.base import names, roster
from bot.web.console.rota import back, week_page
from bot.web.console.rota_base import Wrong, audit_name, bp, change, people, shift_name
from bot.web.current import runtime
from bot.web.staff import me, role_required

OVER = "This shift has changed. Look at it again."
NOT_THERE = "This colleague is away that day. Choose another one."
NO_ONE = "Choose a colleague."


@bp.get("/give/<key>")
@role_required("caseworker", "lead")
def give_mine(key: str) -> Response:
    """Show to whom a shift of one's own can be given."""
    return _give(me().id, key)


@bp.post("/give/<key>")
@role_required("caseworker", "lead")
def offer_mine(key: str) -> ResponseReturnValue:
    """Ask a colleague to take a shift of one's own; a lead may move it at once."""
    return _offer(me().id, key)


@bp.get("/of/<staff_id>/give/<key>")
@role_required("lead")
def give_theirs(staff_id: str, key: str) -> Response:
    """Show to whom a colleague's shift can be given."""
    return _give(staff_id, key)


@bp.post("/of/<staff_id>/give/<key>")
@role_required("lead")
def offer_theirs(staff_id: str, key: str) -> ResponseReturnValue:
    """Ask a colleague to take another's shift, or move it at once."""
    return _offer(staff_id, key)


@bp.post("/answer/<staff_id>/<key>")
@role_required("caseworker", "lead")
def answer(staff_id: str, key: str) -> ResponseReturnValue:
    """Accept or decline the shift of a colleague that one is asked to take, or withdraw such an offer."""
    plan, said = roster(), request.form.get("answer", "")
    turn = _turn(plan, staff_id, key)
    if said not in {"accept", "decline", "withdraw"}:
        abort(400)
    if said == "withdraw" and me().id != staff_id and not me().may({Role.LEAD}):
        abort(403)
    is_asked = turn is not None and turn.ends > runtime().clock() and turn.asked
    if turn is None or not is_asked or (said != "withdraw" and turn.asked != me().id):
        return week_page(fault=OVER)
    shift, reason = turn.shift, audit_name(turn.shift)
    if said == "accept":
        told = (Verb.SHIFT_ACCEPTED, staff_id, reason)
        return _changed(plan, "accepted", turn, lambda duty: _given(duty, shift, me().id), told)
    told = (Verb.SHIFT_DECLINED, staff_id, reason) if said == "decline" else (Verb.SHIFT_WITHDRAWN, turn.asked, reason)
    done = "declined" if said == "decline" else "withdrawn"
    return _changed(plan, done, turn, lambda duty: duty.with_swap(shift, None), told)


def _give(owner: str, key: str) -> Response:
    turn = _ahead(roster(), owner, key)
    return _page(turn) if turn else week_page(fault=OVER)


def _offer(owner: str, key: str) -> ResponseReturnValue:
    plan, now, to = roster(), request.form.get("now", ""), request.form.get("to", "")
    turn = _ahead(plan, owner, key)
    if now and not me().may({Role.LEAD}):
        abort(403)
    if turn is None:
        return week_page(fault=OVER)
    if not now and turn.holder != owner:
        abort(400)  # who has taken a shift cannot pass it on: a lead moves it
    if to not in {person.id for person in people()} - {turn.holder}:
        return _page(turn, NO_ONE)
    if plan.duty(to).is_away(turn.shift.day):
        return _page(turn, NOT_THERE)
    shift, reason = turn.shift, audit_name(turn.shift)
    if not now:
        told = (Verb.SHIFT_OFFERED, to, reason)
        return _changed(plan, "offered", turn, lambda duty: duty.with_swap(shift, Swap(*shift, to)), told)

    def moved(duty: Duty) -> Duty:
        return duty.with_swap(shift, None) if to == owner else _given(duty, shift, to)

    return _changed(
        plan, "given", turn, moved, (Verb.SHIFT_GIVEN, to, reason), (Verb.ROTA_CHANGED, turn.holder, reason)
    )


def _given(duty: Duty, shift: Shift, to: str) -> Duty:
    """Return the duty of which a colleague has taken a shift.

    It is kept by its date too: the colleague still has it when the weekly shift changes.
    """
    return replace(duty.with_swap(shift, Swap(*shift, to, accepted=True)), once=rota.added(duty.once, shift))


def _changed(
    plan: Roster, done: str, turn: Turn, to: Callable[[Duty], Duty], *told: tuple[Verb, str, str]
) -> ResponseReturnValue:
    """Change the owner's rota, if nobody has changed the swap since the `plan` was read."""
    seen = plan.duty(turn.owner).swap_of(turn.shift)

    def checked(duty: Duty) -> Duty:
        if duty.swap_of(turn.shift) != seen:
            raise Wrong(OVER)
        return to(duty)

    try:
        change(turn.owner, checked, *told)
    except Wrong as error:
        return week_page(fault=str(error))
    return back(done)


def _ahead(plan: Roster, owner: str, key: str) -> Turn | None:
    """Return a shift that the colleague may give away: one's own, or for a lead any. None if it is not to come."""
    turn = _turn(plan, owner, key)
    if turn is None or turn.begins <= runtime().clock() or turn.asked:
        return None
    return turn if turn.holder == owner or me().may({Role.LEAD}) else None


def _turn(plan: Roster, owner: str, key: str) -> Turn | None:
    shift = Shift.of_key(key)
    found = plan.turns(shift.day, shift.day) if shift else []
    return next((turn for turn in found if turn.owner == owner and turn.shift == shift), None)


def _page(turn: Turn, fault: str = "") -> Response:
    page = render_template(
        "console/give.html",
        key=turn.shift.key,
        owner=turn.owner,
        name=names().get(turn.holder, "A colleague"),
        own=turn.owner == me().id,
        mine=turn.holder == me().id,
        shift=shift_name(turn.shift),
        choices=[person for person in people() if person.id != turn.holder],
        asks=turn.holder == turn.owner,
        leads=me().may({Role.LEAD}),
        chosen=request.form.get("to", ""),
        fault=fault,
    )
    return Response(page, 422 if fault else 200)
