"""Page of one service: facts, standing and its reason, vetting, the bot's texts, history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flask import Response, render_template
from werkzeug.datastructures import MultiDict

from bot.casework.tasks import ReferralOutcome
from bot.directory.edits import NONE, Line, history
from bot.directory.factors import ASKED, Answer, Factor, Finding
from bot.directory.model import Service
from bot.directory.vetting import OfferStatus, finding, last_day, missing, reminder_day
from bot.errors import MissingMessage
from bot.flows.names import LANGUAGES
from bot.reports import metrics as counting
from bot.reports.tables import months
from bot.sms.segments import Segments, count
from bot.staff.accounts import Role
from bot.web.current import runtime
from bot.web.directory import capacity_inquiry as inquiry
from bot.web.directory import labels as words
from bot.web.directory.base import READERS, are_examples, bp, find
from bot.web.directory.facts import facts
from bot.web.directory.message_preview import AT, around, best_need
from bot.web.labels import ENDED
from bot.web.staff import me, role_required

BANDS = ((10, "10 or more"), (5, "5 to 9"), (0, "fewer than 5"))
"""Bands of how often something went badly: an exact count could give away a single person's answer."""

PERIOD = 12


class Said(NamedTuple):
    """Complete text of the bot about the service, in one language; if `borrowed`, the words are English."""

    kind: str
    language: str
    text: str
    size: Segments
    borrowed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Row of the checklist; if `must`, the service is offered only with a yes here that one of us got."""

    factor: Factor
    found: Finding
    must: bool

    @property
    def tag(self) -> str:
        """Kind of tag for the answer, which counts only once one of us has asked."""
        if self.found.answer is Answer.UNKNOWN or not self.found.was_asked:
            return "off"
        return "on" if self.found.answer is Answer.YES else "wait"


@bp.get("/<uuid:service_id>")
@role_required(*READERS)
def service(service_id: object) -> Response:
    """Show the page of one service."""
    return shown(str(service_id))


def shown(service_id: str, fault: str = "", meanwhile: tuple[str, ...] = (), status: int = 200) -> Response:
    """Render the page with an error and with the changes that colleagues made meanwhile."""
    one, seen = find(service_id)
    directory = runtime().directory.now
    stands = directory.standing(one.id)
    counted = runtime().store.counts.of(months(directory.today().isoformat(), PERIOD))
    page = render_template(
        "directory/one.html",
        service=one,
        example=are_examples([one]),
        mark=seen.mark,
        lines=len(history(seen.record)),
        facts=facts(seen.record, one),
        stands=stands,
        why=words.WHY[stands].replace("{last}", words.day(last_day(one, directory.rules))),
        offered=directory.offers(one.id),
        missing=missing(one, directory.rules) if stands is OfferStatus.NOT_VETTED else (),
        faults=tuple(map(words.fault, one.faults)),
        verified=words.day(one.assured_on),
        due=words.day(reminder_day(one, directory.rules)),
        checklist=checklist(one),
        said=said(one),
        asked_for=words.need(best) if (best := best_need(one)) else "",
        history=[line for line in history(seen.record) if not _is_plain(line)],
        doubts=_doubts(one.id),
        badly=_badly(one.id, counted),
        asked=_asked(one, counted),
        inquiry=inquiry.asked_for(MultiDict()),
        nothing=NONE,
        fault=fault,
        meanwhile=meanwhile,
        leads=me().may({Role.LEAD}),
    )
    return Response(page, status)


def checklist(one: Service) -> list[Asked]:
    """Return every factor in the order of the guides, with what is known of it."""
    return [Asked(factor, finding(one, factor), factor in runtime().directory.now.rules.must) for factor in Factor]


def said(one: Service) -> list[Said]:
    """Return what the bot would text about the service, in each language that it has words in."""
    found, snapshot = [], runtime().snapshot()
    for language in LANGUAGES:
        told = snapshot.directory.describe(one.id, language)
        for kind in AT:
            own = one.told if kind == "told" else one.reach
            try:
                text = around(snapshot, one, kind, language).text(told.told if kind == "told" else told.reach)
            except MissingMessage:
                continue
            found.append(Said(kind, language, text, count(text), not own.get(language)))
    return found


def _is_plain(line: Line) -> bool:
    """Return whether a history line only repeats its own author or date."""
    part = line.field.rpartition(".")[2]
    return (part, line.after) in (("by", line.by), ("on", line.on))


def _doubts(service_id: str) -> list[tuple[str, str]]:
    """Return why to verify the service again, with the last date of each reason.

    No person is named, because none is known.
    """
    known = {ended.value: ENDED[ended] for ended in ReferralOutcome}
    return [
        (known.get(doubt.reason, doubt.reason.replace("_", " ").capitalize()), doubt.day)
        for doubt in runtime().store.reverify.listed()
        if doubt.service_id == service_id
    ]


def _badly(service_id: str, counted: Sequence[Mapping[str, int]]) -> str:
    """Return the band of how often people said that it went badly there, in the last months."""
    times = sum(each.get(counting.named(counting.BADLY_AT, service_id), 0) for each in counted)
    return next(name for least, name in BANDS if times >= least)


def _asked(one: Service, counted: Sequence[Mapping[str, int]]) -> list[str]:
    """List what young people asked in the last months and nobody has found out. Never how often, nor who."""
    return [
        words.QUESTIONS[factor]
        for factor in dict.fromkeys(ASKED.values())
        if finding(one, factor).answer is Answer.UNKNOWN
        and any(each.get(counting.named(counting.ASKED_OF, one.id, factor)) for each in counted)
    ]
