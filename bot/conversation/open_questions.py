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
        promise = f"{text}\n{language.piece('answer.passed_on')}"
        figure = metrics.named(metrics.ASKED_OF, session.service, ASKED[asked])
        known = session.open_question == note
        shown = promise if not known and fits(promise) else text
        return Reply(shown, session._replace(open_question=note), () if known else (figure,))
    news = _news(snapshot, session, language)
    both = f"{news}\n{text}"
    if news and text and step.says.startswith(_TOLD_IN) and fits(both):
        return Reply(both, session._replace(open_question=""))
    return Reply(text, session)


def _news(snapshot: Snapshot, session: Session, language: Language) -> str:
    """Return what was found out since the person asked; "" for nothing, or where nothing may be told now."""
    service_id, _, name = session.open_question.partition(" ")
    aside: Aside | None = _ASIDES.get(name)
    if aside is None or not session.safe or session.wary or session.hazard or not snapshot.directory.has(service_id):
        return ""
    service = snapshot.directory.service(service_id)
    if service_id in session.refused or not is_found_out(service, aside):
        return ""
    answer = answer_at_offer(service, aside, language, session.language, snapshot.now)
    title = snapshot.directory.describe(service_id, session.language).name
    return language.piece("answer.news", {"service": title, "answer": answer})
