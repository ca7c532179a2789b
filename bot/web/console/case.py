"""Page of one case, and its updates for polling."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, g, render_template

from bot.casework.cases import Case
from bot.casework.consent_gate import Screen
from bot.staff.accounts import Role, known_as
from bot.store import pair
from bot.web import labels as words
from bot.web.console import talks
from bot.web.console.base import bp, day, find_after, note_look, note_look_at_earlier, poll_response, since
from bot.web.console.case_view import View, colleagues_reached, mark_of, view_of, writing
from bot.web.console.earlier import LONGEST, earlier_rows
from bot.web.console.introduction_view import introduction_of
from bot.web.console.safe_times import hours_note
from bot.web.console.task_view import work_of
from bot.web.console.unchanged import part_for, part_for_request
from bot.web.current import runtime
from bot.web.staff import me, role_required


@bp.get("/<code>")
@role_required("caseworker", "lead")
def case(code: str) -> Response:
    """Show the page of one case."""
    g.listed, found = find_after(talks.listed_query(g.board[1]), code)
    return page(found)


@bp.get("/<code>/live")
@role_required("caseworker", "lead", polls=True)
def case_live(code: str) -> Response:
    """Respond with what may have changed on it, or 304 while nothing has."""
    # the version first: what changes meanwhile is news again
    store, asked = runtime().store, code.upper()[:12]
    (version, writers), found = find_after(
        pair(store.work.version_query(asked), store.cases.drafts.writers_query(asked)), code
    )
    note_look(found)
    mark = mark_of(found, version, writing(writers))
    part = part_for_request()
    return poll_response(lambda: render_template("console/live.html", **_words(view_of(found)), part=part), mark)


def page(
    found: Case, fault: str = "", draft: str = "", status: int = 200, typed: Mapping[str, str] | None = None
) -> Response:
    """Render the page of a case with an error, the words that were not sent, and what was `typed` into a form."""
    note_look(found)
    store, shown = runtime().store, _words(view_of(found), typed)
    if "listed" not in g:
        g.listed = store.fetch(talks.listed_query(store.fetch(store.cases.board_query())[1]))
    beside = talks.words(talks.lists_beside(g.listed))
    return Response(
        render_template("console/case.html", **shown | beside, part=part_for(), fault=fault, draft=draft), status
    )


def _words(view: View, typed: Mapping[str, str] | None = None) -> dict[str, object]:
    found, person = view.case, me()
    if earlier := earlier_rows(view.remembered):
        note_look_at_earlier(found)
    return {
        "view": view,
        "case": found,
        "Screen": Screen,
        "status": words.STATUS[found.status],
        "over": words.OVER.get(found.status, ""),
        "language": words.tongue(found.language),
        "quick": words.quick_replies(found.language) if view.mine else [],
        "outcomes": words.OUTCOMES,
        "outcome": words.OUTCOMES.get(found.outcome, ""),
        "colleagues": colleagues_reached(found.language) if view.mine else [],
        "my_name": known_as(person.name),
        "known_as": known_as,
        "answers": person.may({Role.CASEWORKER}),
        "leads": person.may({Role.LEAD}),
        "since": since(),
        "day": day,
        "ends": list({day(item.until): item.until for item in view.shared}.values()),
        "work": work_of(found, view.work, shown=view.consented),
        "hours": hours_note(view),
        "hand": introduction_of(view, typed),
        "earlier": earlier,
        "typed": typed or {},
        "longest": LONGEST,
        "found": g.get("hits"),
        "mismatch": g.get("mismatch"),
    }
