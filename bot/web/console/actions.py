"""Actions of a colleague on a case.

Each is noted in the audit log first if it must be, carried out by `bot.actions.cases`, and shown on the case's page.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, abort, g, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from bot.actions.cases import CaseClosed, NotCaseOwner, ScreenNotSafe
from bot.casework.cases import Case, Kind, Line, Outcome, Status
from bot.casework.consent_gate import Screen
from bot.casework.remembered import LONGEST_PLAN, LONGEST_WISHES, NOTHING_WRITTEN
from bot.sms.segments import count
from bot.staff.accounts import Role, known_as
from bot.staff.audit import Verb
from bot.web.base import names
from bot.web.console.base import back_to, bp, case_actions, consent_gate, find
from bot.web.console.case import page
from bot.web.console.case_view import colleagues
from bot.web.console.draft_language import mismatch_of
from bot.web.console.drafts import drop_reply
from bot.web.console.earlier import typed_summary
from bot.web.current import runtime
from bot.web.staff import me, note, role_required

MOST_PARTS = 6
BOX = "reply"
"""Anchor that asks the page's script to focus the reply box. No element has it as an id, so that nothing scrolls."""

LONGEST_NOTE = 2000

NOT_SAFE = "Not sent: they said someone may see their screen. Your text is still here."
GONE = "This case is no longer open. Nothing was sent."
NO_CONSENT = "Not sent: their consent has ended."
SEND_AGAIN = "Send it again to send it as it is."
EMPTY = "Write a text first."
NO_NOTE = f"Write a note of up to {LONGEST_NOTE} letters."
NO_OUTCOME = "Choose how it ended."
LONG_SUMMARY = f"Shorten it: a plan of up to {LONGEST_PLAN} letters, contact wishes of up to {LONGEST_WISHES}."
NOT_REMEMBERED = "Not closed: they no longer want to be remembered, so no summary is kept. Close it without one."
NO_COLLEAGUE = "Choose a colleague."


@bp.post("/<code>/take")
@role_required("caseworker", "lead")
def take(code: str) -> ResponseReturnValue:
    """Take the case."""
    case = find(code)
    if case.status is Status.HELD and case.owner != me().id and not case.alarm_at:
        return held_by(case, case.owner)
    note(Verb.CASE_TAKEN, f"case:{case.code}")
    return _done(case, lambda: case_actions().claim(case.code, me().id, known_as(me().name)), part=BOX)


@bp.post("/<code>/ask")
@role_required("caseworker", "lead")
def ask(code: str) -> ResponseReturnValue:
    """Ask the person whether now is ok, in words that anybody may read; never twice before they answer."""
    case = _my_own(find(code))
    if isinstance(case, Response):
        return case
    if consent_gate().screen(case.person) is not Screen.UNSAFE:
        return back_to(case)
    return _done(case, lambda: case_actions().ask(case.code, me().id, known_as(me().name)), part=BOX)


@bp.post("/<code>/say")
@role_required("caseworker", "lead")
def say(code: str) -> ResponseReturnValue:
    """Send words to the person; keep the words on the page if they cannot be sent.

    Words in another language than the person's are sent once the warning has been shown: `written` says so.
    """
    words = request.form.get("words", "").replace("\r\n", "\n").strip()
    case = _my_own(find(code), words)
    if isinstance(case, Response):
        return case
    parts_of_it = count(words).segments
    if not words or parts_of_it > MOST_PARTS:
        return page(case, EMPTY if not words else _too_long(parts_of_it), words, 422)
    if not consent_gate().talks(case.person):
        return page(find(code), NO_CONSENT, words, 409)
    other = mismatch_of(words, case)
    if other and request.form.get("written") != other.code:
        g.mismatch = other
        return page(case, f"Not sent yet. {other.warning} {SEND_AGAIN}", words, 422)
    answer = _done(case, lambda: case_actions().reply(case.code, me().id, words), words, BOX)
    if isinstance(answer, BaseResponse) and answer.status_code == 303:
        drop_reply(case)  # what was sent is never offered again
    return answer


@bp.post("/<code>/back")
@role_required("caseworker", "lead")
def back(code: str) -> ResponseReturnValue:
    """Put the case back on the board."""
    case = _my_own(find(code), leads=True)
    if isinstance(case, Response):
        return case
    return _done(case, lambda: case_actions().release(case.code, me().id))


@bp.post("/<code>/urgent")
@role_required("caseworker", "lead")
def urgent(code: str) -> ResponseReturnValue:
    """Set a case urgent, or not urgent: one that waits, one's own, or any for a lead."""
    case, wanted = find(code), request.form.get("urgent")
    if wanted not in ("0", "1"):
        abort(400)
    if not case.is_open:
        return page(case, GONE, status=409)
    if case.status is Status.HELD and case.owner != me().id and not me().may({Role.LEAD}):
        return held_by(case, case.owner)
    note(Verb.CASE_URGENT, f"case:{case.code}", "set" if wanted == "1" else "removed")
    return _done(case, lambda: case_actions().set_urgent(case.code, urgent=wanted == "1"))


@bp.post("/<code>/pass")
@role_required("caseworker", "lead")
def pass_on(code: str) -> ResponseReturnValue:
    """Transfer the case to a colleague."""
    case = _my_own(find(code))
    if isinstance(case, Response):
        return case
    to = next((who for who in colleagues() if who.id == request.form.get("to")), None)
    if to is None:
        return page(case, NO_COLLEAGUE, status=422)
    note(Verb.CASE_PASSED, f"case:{case.code}")
    return _done(case, lambda: case_actions().transfer(case.code, me().id, known_as(to.name), to.id))


@bp.post("/<code>/close")
@role_required("caseworker", "lead")
def close(code: str) -> ResponseReturnValue:
    """Close the case with an outcome, and a summary if they want to be remembered."""
    case = _my_own(find(code), leads=True)
    if isinstance(case, Response):
        return case
    outcome, summary = request.form.get("outcome", ""), typed_summary()
    typed = {"outcome": outcome, "plan": summary.plan, "wishes": summary.wishes}
    if outcome not in set(Outcome):
        return page(case, NO_OUTCOME, status=422, typed=typed)
    if not summary.fits:
        return page(case, LONG_SUMMARY, status=422, typed=typed)
    if summary != NOTHING_WRITTEN and consent_gate().remembered(case.person) is None:
        return page(case, NOT_REMEMBERED, status=409)
    note(Verb.CASE_CLOSED, f"case:{case.code}")
    return _done(case, lambda: case_actions().close(case.code, me().id, outcome, summary))


@bp.post("/<code>/note")
@role_required("caseworker", "lead")
def add_note(code: str) -> ResponseReturnValue:
    """Add a note for staff; abort with 404 if consent has ended, because the person said no."""
    case, words = find(code), request.form.get("note", "").replace("\r\n", "\n").strip()
    if case.status in (Status.WITHDRAWN, Status.STOPPED):
        abort(404)
    if not 0 < len(words) <= LONGEST_NOTE:
        return page(case, NO_NOTE, status=422)
    runtime().store.cases.add_note(case.code, Line(Kind.NOTE, words, runtime().clock(), me().id))
    return back_to(case, "notes")


def _my_own(case: Case, words: str = "", *, leads: bool = False) -> Case | Response:
    """Return the case if the colleague holds it (or leads, if that counts), else the page that says who does."""
    if not case.is_open:
        return page(case, GONE, words, 409)
    if case.status is Status.HELD and (case.owner == me().id or (leads and me().may({Role.LEAD}))):
        return case
    return held_by(case, case.owner, words)


def _done(case: Case, deed: Callable[[], Case], words: str = "", part: str = "") -> ResponseReturnValue:
    try:
        deed()
    except NotCaseOwner as error:
        return held_by(find(case.code), error.owner, words)
    except ScreenNotSafe:
        return page(find(case.code), NOT_SAFE, words, 409)
    except CaseClosed:
        return page(find(case.code), GONE, words, 409)
    return back_to(case, part)


def held_by(case: Case, owner: str, words: str = "") -> Response:
    """Render the page that says who holds the case, with the words that were not sent."""
    who = names().get(owner, "a colleague") if owner else ""
    return page(case, f"{who} has this case." if who else "Take this case first.", words, 409)


def _too_long(size: int) -> str:
    return f"Not sent: this needs {size} texts, and the limit is {MOST_PARTS}. Shorten it."
