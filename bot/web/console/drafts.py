"""What a colleague has half written on a case's page: kept sealed for them alone, on every browser they sign in with.

Colleagues see only that somebody writes. Nothing is kept without the consent under which the case is read.
"""

from __future__ import annotations

import json

from flask import Response, abort, jsonify, request

from bot.casework.cases import Case
from bot.web.console.base import bp, consent_gate, find
from bot.web.console.draft_language import mismatch_of
from bot.web.current import runtime
from bot.web.staff import me, role_required

LONGEST_NAME, LONGEST_WORDS, MOST_BOXES = 80, 4000, 50

REPLY = "say  words"
"""The reply box, as the page names it: what its form does, the row it is for, and its own name."""


@bp.get("/<code>/draft")
@role_required("caseworker", "lead")
def draft(code: str) -> Response:
    """Respond with the colleague's own draft as JSON, by the name of each box."""
    case = find(code)
    return jsonify(dict(runtime().store.cases.drafts.get(case, me().id)) if _readable(case) else {})


@bp.post("/<code>/draft")
@role_required("caseworker", "lead")
def save_draft(code: str) -> Response:
    """Put the boxes that changed into the colleague's draft. An empty one is removed.

    Respond with the warning if the reply is in another language than the person's.
    """
    case, changes = find(code), _changes(request.form.get("boxes", ""))
    if not _readable(case):
        return Response(status=409)
    kept = runtime().store.cases.drafts.change(case.code, me().id, changes, runtime().clock())
    if not kept:
        return Response(status=409)
    other = mismatch_of(changes.get(REPLY, ""), case)
    return jsonify({"written": other.code, "warning": other.warning}) if other else Response(status=204)


def drop_reply(case: Case) -> None:
    """Remove the reply from the colleague's draft, because it was sent."""
    runtime().store.cases.drafts.change(case.code, me().id, {REPLY: ""}, runtime().clock())


def _readable(case: Case) -> bool:
    return case.is_open and consent_gate().talks(case.person)


def _changes(text: str) -> dict[str, str]:
    """Read the boxes, or abort with 400."""
    try:
        found = json.loads(text)
    except ValueError:
        abort(400)
    if not isinstance(found, dict) or len(found) > MOST_BOXES:
        abort(400)
    if any(
        not isinstance(words, str) or len(words) > LONGEST_WORDS or len(name) > LONGEST_NAME
        for name, words in found.items()
    ):
        abort(400)
    return found
