"""The draft: all that is changed and not yet published, what stands in its way, and publishing it."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.content import Unfit
from bot.content.draft import REVIEWED, Drafted, is_pinned, mark_of, published_value, shipped_value
from bot.content.editions import Name, name_of
from bot.content.findings import Finding, Severity
from bot.errors import ContentError, LostRace
from bot.staff.audit import Verb
from bot.web.current import parts
from bot.web.staff import allowed, me, note
from bot.web.studio import diff as difference
from bot.web.studio import labels as words
from bot.web.studio.base import desk, doors, languages, names

CHANGED_MEANWHILE = "Someone has just changed the draft or published. Check it, then try again."


@dataclass
class Item:
    """One entry of the draft as it stands on the page. `seen` names this state, for whoever looks at it."""

    name: Name
    drafted: Drafted
    changes: tuple[difference.Changed, ...]
    seen: str
    pinned: bool
    reason: str
    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether a second person has to look at it."""
        return self.pinned and self.drafted.seen_by in ("", self.drafted.by)


@doors.get("/draft")
@allowed("editor")
def draft() -> str:
    """The whole draft."""
    return _page()


@doors.post("/draft")
@allowed("editor")
def act_on_draft() -> ResponseReturnValue:
    """Publish it, drop an entry, or say that one has looked at some. What was typed stays on the page."""
    act, _, which = request.form.get("act", "").partition(":")
    if act == "publish":
        return _publish()
    looked = [which] if act == "look" else request.form.getlist("waits") if act == "look_all" else []
    if any(name.count("|") < 2 for name in (*looked, *([which] if act == "drop" else []))):  # no names of entries
        return _page(), 400
    fault = ""
    try:
        if act == "drop":
            desk().drop(name_of(which), request.form.get(f"seen.{which}", ""))
        elif looked:
            desk().look_at({name_of(name): request.form.get(f"seen.{name}", "") for name in looked}, me().id)
    except ContentError as error:
        fault = " ".join(error.problems)
    except LostRace:
        fault = CHANGED_MEANWHILE
    return _page(fault), 409 if fault else 200


def _publish() -> ResponseReturnValue:
    """All of it or nothing. It is noted once it is done, by its number: another may be quicker until then."""
    items, other = _items()
    why = request.form.get("why", "").strip()
    if not why:
        return _page("Enter a reason for your colleagues."), 422
    if other or any(item.waits or item.errors or (item.warnings and not item.reason) for item in items):
        return _page("Not published yet. Fix the problems below first."), 422
    reasons = {str(item.name): item.reason for item in items if item.reason}
    seen = {name_of(at.removeprefix("seen.")): mark for at, mark in request.form.items() if at.startswith("seen.")}
    try:
        edition = desk().publish(me().id, why, reasons, seen)
    except ContentError as error:
        return _page(" ".join(error.problems)), 422
    except Unfit as unfit:
        return _page(" ".join(["Not published.", *(one.says for one in unfit.findings)])), 422
    except LostRace:
        return _page(CHANGED_MEANWHILE), 409
    note(Verb.WORDS_PUBLISHED, f"edition:{edition.number}")
    return redirect(url_for("studio.editions", published=edition.number), 303)


def _items() -> tuple[list[Item], list[Finding]]:
    """Every entry, and the errors of entries that are not in the draft."""
    edition, drafted = desk().edition(), desk().draft()
    sheets = parts().words.shipped.sheets
    items = {}
    for name, one in sorted(drafted.items(), key=lambda each: (each[0].section, each[0].key, each[0].language)):
        before = published_value(sheets, edition, name)
        after = shipped_value(sheets, name) if one.value is None else one.value
        changes = () if name.section == REVIEWED else difference.between(before, after)
        items[name] = Item(
            name, one, changes, mark_of(one.value), is_pinned(name),
            request.form.get(f"reason.{name}", "").strip(),
        )  # fmt: skip
    other = []
    for finding in desk().findings():
        item = items.get(finding.name)
        if item:
            (item.errors if finding.severity is Severity.ERROR else item.warnings).append(finding)
        elif finding.severity is Severity.ERROR:
            other.append(finding)
    return list(items.values()), other


def _page(fault: str = "") -> str:
    items, other = _items()
    return render_template(
        "studio/draft.html", items=items, other=other, fault=fault, words=words, people=names(), languages=languages(),
        why=request.form.get("why", ""), me=me().id, waiting=sum(item.waits for item in items), REVIEWED=REVIEWED,
        for_me=[item.name for item in items if item.waits and item.drafted.by != me().id],
        errors=sum(len(item.errors) for item in items) + len(other), warnings=sum(len(item.warnings) for item in items),
    )  # fmt: skip
