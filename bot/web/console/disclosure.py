"""The form by which a lead records a disclosure that the law required. It shows nothing of anybody, and sends nothing.

A fresh code comes first, and a line in the audit before the record. A form that waited too long loses nothing.
"""

from __future__ import annotations

from datetime import date, datetime

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.casework import disclosures as rules
from bot.casework.cases import Case
from bot.casework.disclosures import Disclosure, Item, Kind, Told
from bot.staff.audit import Verb
from bot.web.console.base import doors, find
from bot.web.current import parts
from bot.web.staff import allowed, fresh, me, note
from bot.web.staff.disclosures import ITEMS, KINDS, TOLD
from bot.web.staff.session import is_fresh

STALE = "Your last code has expired. What you wrote is still here."


@doors.get("/<code>/disclosure")
@allowed("lead")
@fresh
def disclosure(code: str) -> ResponseReturnValue:
    """An empty form."""
    return _page(find(code), {"on": _today().isoformat(), "id": rules.new_id()})


@doors.post("/<code>/disclosure")
@allowed("lead")
def record_disclosure(code: str) -> ResponseReturnValue:
    """Record it, or the form again, with all that was written and what is wrong with it."""
    case, typed = find(code), _typed()
    items = request.form.getlist("item")
    wrong = rules.faults(typed, items, _today())
    if wrong or not is_fresh():
        return _page(case, typed, items, wrong, stale=not is_fresh())
    kind = Kind(typed["kind"])
    record = Disclosure(
        id=typed["id"] or rules.new_id(), case=case.code, opened_at=case.opened_at, kind=kind, to=typed["to"],
        on=typed["on"], items=tuple(item for item in Item if item in items), reason=typed["reason"],
        told=Told(typed["told"]), by=me().id, at=parts().clock(),
    )  # fmt: skip
    note(Verb.DISCLOSED, f"case:{case.code}", KINDS[kind])
    parts().store.disclosures.add(record)
    return redirect(url_for("staff_disclosures.page", done="1"), 303)


def _typed() -> dict[str, str]:
    longest = {"id": 16, "to": 2 * rules.LONGEST_TO, "reason": 2 * rules.LONGEST_REASON}
    names = ("id", "kind", "to", "on", "reason", "told")
    return {name: request.form.get(name, "").strip()[: longest.get(name, 20)] for name in names}


def _page(
    case: Case, typed: dict[str, str], items: list[str] | None = None, wrong: dict[str, str] | None = None, *,
    stale: bool = False,
) -> Response:  # fmt: skip
    words = {"kinds": KINDS, "what": ITEMS, "knows": TOLD, "rules": rules, "today": _today().isoformat()}
    page = render_template(
        "console/disclosure.html", case=case, typed=typed, items=items or [], wrong=wrong or {},
        stale=STALE if stale else "", **words,
    )  # fmt: skip
    return Response(page, 422 if wrong or stale else 200)


def _today() -> date:
    return datetime.fromtimestamp(parts().clock(), parts().settings.timezone).date()
