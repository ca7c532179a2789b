"""The disclosures that the law required, for leads: what was told, to whom, why. None opens anything, none changes."""

from __future__ import annotations

from datetime import date

from flask import render_template, request

from bot.casework.disclosures import KEPT_SECONDS, Disclosure, Item, Kind, Told
from bot.web.current import parts
from bot.web.staff.base import room
from bot.web.staff.permissions import allowed

doors = room("staff_disclosures")

KINDS = {Kind.MANDATED_REPORT: "Mandated report", Kind.COURT_ORDER: "Court order"}
ITEMS = {
    Item.CONTACT: "That they contact us",
    Item.NAME: "Name",
    Item.NUMBER: "Phone number",
    Item.AREA: "Area",
    Item.NEEDS: "Needs",
    Item.WORDS: "What they texted",
    Item.NOTES: "What staff wrote about them",
}
TOLD = {
    Told.BEFORE: "Yes, before",
    Told.AFTER: "Yes, after",
    Told.NOT_SAFE: "No, it isn't safe",
    Told.NOT_REACHED: "No, we haven't reached them",
}


@doors.get("/disclosures")
@allowed("lead")
def page() -> str:
    """All that are kept, the last recorded first."""
    store = parts().store
    found = store.disclosures.all(parts().clock())
    return render_template(
        "staff/disclosures.html",
        found=found,
        kinds=KINDS,
        what=ITEMS,
        knows=TOLD,
        names={person.id: person.name for person in store.staff.everybody()},
        there={record.id for record in found if _has_case(record)},
        years=KEPT_SECONDS // (365 * 86_400),
        day_told=_day,
        done=bool(request.args.get("done")),
    )


def _day(on: str) -> str:
    """ "22 Nov 2026", in which no line breaks."""
    return f"{date.fromisoformat(on):%-d\xa0%b\xa0%Y}"


def _has_case(record: Disclosure) -> bool:
    """Whether the case is still kept, and no other by the same code."""
    case = parts().store.cases.get(record.case)
    return case is not None and case.opened_at == record.opened_at
