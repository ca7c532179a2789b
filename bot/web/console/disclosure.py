"""Form in which a lead records a disclosure that the law required.

It shows no data about a person and sends nothing. It asks for a recent second-factor check, and an audit entry comes
before the record. If the check has expired, the form keeps everything that was typed.
"""

from __future__ import annotations

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.casework import disclosures as rules
from bot.casework.cases import Case
from bot.casework.disclosures import Disclosure, Item, Kind, Told
from bot.staff.audit import Verb
from bot.web.base import local_now
from bot.web.console.base import bp, find
from bot.web.current import runtime
from bot.web.staff import me, note, recent_auth_required, role_required
from bot.web.staff.disclosures import ITEMS, KINDS, TOLD
from bot.web.staff.session import is_fresh

STALE = "Your last code has expired. What you wrote is still here."


@bp.get("/<code>/disclosure")
@role_required("lead")
@recent_auth_required
def disclosure(code: str) -> ResponseReturnValue:
    """Show an empty form."""
    return _page(find(code), {"on": local_now().date().isoformat(), "id": rules.new_id()})


@bp.post("/<code>/disclosure")
@role_required("lead")
def record_disclosure(code: str) -> ResponseReturnValue:
    """Save the disclosure, or show the form again with all that was typed and what is wrong with it."""
    case, typed = find(code), _typed()
    items = request.form.getlist("item")
    wrong = rules.faults(typed, items, local_now().date())
    if wrong or not is_fresh():
        return _page(case, typed, items, wrong, stale=not is_fresh())
    kind = Kind(typed["kind"])
    record = Disclosure(
        id=typed["id"] or rules.new_id(), case=case.code, opened_at=case.opened_at, kind=kind, to=typed["to"],
        on=typed["on"], items=tuple(item for item in Item if item in items), reason=typed["reason"],
        told=Told(typed["told"]), by=me().id, at=runtime().clock(),
    )  # fmt: skip
    note(Verb.DISCLOSED, f"case:{case.code}", KINDS[kind])
    runtime().store.disclosures.add(record)
    return redirect(url_for("staff_disclosures.page", done="1"), 303)


def _typed() -> dict[str, str]:
    longest = {"id": 16, "to": 2 * rules.LONGEST_TO, "reason": 2 * rules.LONGEST_REASON}
    names = ("id", "kind", "to", "on", "reason", "told")
    return {name: request.form.get(name, "").strip()[: longest.get(name, 20)] for name in names}


def _page(
    case: Case, typed: dict[str, str], items: list[str] | None = None, wrong: dict[str, str] | None = None, *,
    stale: bool = False,
) -> Response:  # fmt: skip
    words = {"kinds": KINDS, "what": ITEMS, "knows": TOLD, "rules": rules, "today": local_now().date().isoformat()}
    page = render_template(
        "console/disclosure.html", case=case, typed=typed, items=items or [], wrong=wrong or {},
        stale=STALE if stale else "", **words,
    )  # fmt: skip
    return Response(page, 422 if wrong or stale else 200)
