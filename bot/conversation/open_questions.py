"""Questions about a service that its record does not answer.

The team sees that somebody asked, never who. When they have found out, the person is told with a later reply. There is
never a text of its own, and nothing is told where somebody else may see the screen or something urgent is said.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.content.catalog import Language
from bot.conversation.offer_answers import answer_at_offer, is_found_out
from bot.conversation.render import fits
from bot.directory.factors import ASKED
from bot.flows.machine import Step
from bot.flows.names import Answer, Aside
from bot.flows.session import Session
from bot.reports import metrics
from bot.runtime.runtime import Snapshot

_TOLD_IN = ("needs.", "options.offer", "options.nearest", "followup.how", "welcome.again", "welcome.anytime")
MOST_KEPT = 5
_ASIDES = {aside.value: aside for aside in ASKED}


class Reply(NamedTuple):
    """Reply with what it changes of the session, and what is counted."""

    text: str
    session: Session
    figures: tuple[str, ...] = ()


def follow(snapshot: Snapshot, step: Step, session: Session, text: str) -> Reply:
    """Note a question that `text` could not answer, or tell the answer to one asked before."""
    language = snapshot.catalog.language(session.language)
    asked = session.aside if step.move.answer is Answer.ASIDE else None
    if asked in ASKED and session.service and language.piece("answer.unknown") in text:
        note = f"{session.service} {asked.value}"
        if note in session.open_questions:
            return Reply(text, session)
        before, mark, menu = text.partition("\n1 ")  # after the choices nobody reads on
        promise = f"{before} {language.piece('answer.passed_on')}{mark}{menu}"
        noted = session._replace(open_questions=(*session.open_questions, note)[-MOST_KEPT:])
        figure = metrics.named(metrics.ASKED_OF, session.service, ASKED[asked])
        return Reply(promise if fits(promise) else text, noted, (figure,))
    if not text or not step.says.startswith(_TOLD_IN) or not session.safe or session.wary or session.hazard:
        return Reply(text, session)
    for note in session.open_questions:
        both = f"{_news(snapshot, session, note, language)}\n{text}"
        if not both.startswith("\n") and fits(both):
            return Reply(both, session._replace(open_questions=tuple(o for o in session.open_questions if o != note)))
    return Reply(text, session)


def _news(snapshot: Snapshot, session: Session, note: str, language: Language) -> str:
    """Return what was found out about a service that is still offered; "" for nothing."""
    service_id, _, name = note.partition(" ")
    aside: Aside | None = _ASIDES.get(name)
    if aside is None or service_id in session.refused or not snapshot.directory.offers(service_id):
        return ""
    service = snapshot.directory.service(service_id)
    if not is_found_out(service, aside):
        return ""
    answer = answer_at_offer(service, aside, language, session.language, snapshot.now)
    title = snapshot.directory.describe(service_id, session.language).name
    return language.piece("answer.news", {"service": title, "answer": answer})
