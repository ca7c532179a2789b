"""Lists that are put into messages: the needs read back, the items to share, what is kept. Words only."""

from __future__ import annotations

from collections.abc import Iterable

from bot.content.catalog import Language
from bot.content.rules import SENTENCE_WORDS
from bot.flows.names import Need, ShareItem
from bot.flows.session import Session

NEEDS_READ_BACK = 3
"""More would not fit in a text; the rest is counted, and still kept."""


def said(need: Need, language: Language) -> str:
    """Return a need as it is read back: a place to sleep is for tonight only in the list that staff see."""
    return language.piece("offer.place") if need is Need.SHELTER_TONIGHT else language.need(need)


def needs(needs: Iterable[Need], language: Language) -> str:
    listed = [said(need, language) for need in tuple(needs)]
    rest = len(listed) - NEEDS_READ_BACK
    more = [language.piece("more", {"count": str(rest)})] if rest > 0 else []
    return language.listing(listed[:NEEDS_READ_BACK] + more)


def items(items: Iterable[ShareItem], language: Language) -> str:
    chosen = set(items)
    return language.listing([language.piece(f"item.{item.value}") for item in ShareItem if item in chosen])


def seen(shared: Iterable[ShareItem], language: Language) -> str:
    """List what staff see now, but for the wish to talk, which is why they look. A long list is said as one thing."""
    listed = items(set(shared) - {ShareItem.WANTS_TO_TALK}, language)
    return listed if len(listed.split()) <= SENTENCE_WORDS else language.piece("item.all")


def kept(session: Session, language: Language) -> str:
    """List what is kept of the person, by kind; less while somebody else may see the screen."""
    if not session.safe:
        return f"{language.piece('kept.notes')}."
    told = session.told() or session.pieces
    held = {
        "number": True,
        "language": True,
        "needs": not told and (session.needs or session.parked or session.worries),
        "told": told,
        "area": session.area,
        "name": session.name,
        "check_in": session.check_in or session.reminder,
    }
    listed = language.listing([language.piece(f"kept.{name}") for name, is_held in held.items() if is_held])
    later = f" {language.piece('kept.remember')}" if session.remembered else ""
    return f"{listed}. {language.piece('kept.shared' if session.given() else 'kept.not_shared')}{later}"
