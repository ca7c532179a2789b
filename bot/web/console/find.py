"""One search for people, services and quick replies, asked for as somebody types. No page holds any of it beforehand.

What is typed comes in the body of a POST, so that no name stands in an address or a log.
"""

from __future__ import annotations

from typing import NamedTuple

from flask import Response, g, render_template, request, url_for

from bot.casework.cases import Case
from bot.casework.consent_gate import NoConsent
from bot.flows.model import Area
from bot.flows.names import ShareItem
from bot.web.base import names
from bot.web.console import talks
from bot.web.console.base import bp, consent_gate, find
from bot.web.console.case import page
from bot.web.console.replies import all_replies
from bot.web.console.service_search import LONGEST, Hit, is_of, read, search
from bot.web.current import runtime
from bot.web.staff import me, role_required

MOST_PEOPLE = 12
MOST_SERVICES = 6
MOST_REPLIES = 30
PARTS = ("people", "services", "replies")


class PersonFound(NamedTuple):
    """Open case in the list of people; `about` says whose it is and what is shared."""

    code: str
    name: str
    about: str
    address: str


class ReplyFound(NamedTuple):
    """Quick reply in the person's language, and what it says in a language of the colleague."""

    words: str
    language: str
    gloss: str
    of_gloss: str


@bp.post("/find")
@role_required("caseworker", "lead")
def find_anything() -> Response:
    """Respond with what was found, as options of a list or, for `as=rows`, as rows with buttons."""
    typed = " ".join(request.form.get("q", "").split())[:LONGEST]
    parts = request.form.getlist("only") or list(PARTS)
    code = request.form.get("case", "")
    case = find(code) if code else None
    mine = case is not None and case.is_open and case.owner == me().id
    services = services_for(case, typed, MOST_SERVICES) if typed and "services" in parts else []
    if request.form.get("as") == "rows":
        return Response(render_template("console/hits.html", **hits_for(case, typed, services)))
    return Response(
        render_template(
            "console/found.html",
            people=_people(typed) if "people" in parts else [],
            services=services,
            replies=_replies(typed, case.language) if case and mine and "replies" in parts else [],
            mine=mine,
        )
    )


@bp.post("/<code>/services")
@role_required("caseworker", "lead")
def find_services(code: str) -> Response:
    """Show the case's page with the services that were found, and with the half-written reply."""
    case = find(code)
    g.hits = hits_for(case, typed := request.form.get("q", "")[:LONGEST], services_for(case, typed))
    return page(case, draft=request.form.get("words", ""))


def hits_for(case: Case | None, typed: str, services: list[Hit]) -> dict[str, object]:
    """Return what the rows of services need. Only the case's holder may put words into a reply."""
    mine = case is not None and case.is_open and case.owner == me().id
    return {"hits": services, "asked": typed, "case": case, "mine": mine}


def services_for(case: Case | None, typed: str, most: int = MOST_SERVICES) -> list[Hit]:
    """Return services for the person of a case, by what a consent covers, or for nobody in particular."""
    return search(read(typed, case.language if case else "en", _area(case) if case else None), most)


def _area(case: Case) -> Area | None:
    """Return the area that the person shared, or None."""
    if not case.is_open:
        return None
    try:
        shared = consent_gate().require(case.person, ShareItem.AREA).values
    except NoConsent:
        return None
    return runtime().find_area(shared[0]) if shared else None


def _people(typed: str) -> list[PersonFound]:
    """Return the own talks, then the queue, then open cases of colleagues by code alone."""
    store = runtime().store
    listed = store.fetch(talks.listed_query(g.board[1]))
    lists = talks.lists_beside(listed)
    found = [
        *(_person(talk.code, talk.marks.name, ("My talk", *talk.marks.needs)) for talk in lists.talks),
        *(_person(row.code, row.marks.name, ("Waiting", *row.marks.needs)) for row in lists.queue),
    ]
    known, team = {one.code for one in found}, names()
    if typed:
        others = (case for case in listed[0].cases if case.code not in known)
        found += [_person(case.code, "", (f"With {team.get(case.owner, 'a colleague')}",)) for case in others]
    return [one for one in found if is_of(typed, (one.code, one.name))][:MOST_PEOPLE]


def _person(code: str, name: str, about: tuple[str, ...]) -> PersonFound:
    return PersonFound(code, name, " · ".join(about), url_for("console.case", code=code))


def _replies(typed: str, language: str) -> list[ReplyFound]:
    found = []
    for reply in all_replies():
        words, (gloss, of_gloss) = reply.words.get(language, ""), reply.gloss(language, me())
        if words and is_of(typed, (words, *reply.words.values())):
            found.append(ReplyFound(words, language, gloss, of_gloss))
    return found[:MOST_REPLIES]
