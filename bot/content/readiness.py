"""Readiness of a language that staff added: complete, reviewed, and safe to write in. Pure.

Texts alone do not make it safe. Danger expressed in it must be understood (promise 4), and no screen that others may
see may name anything (promise 7). Only somebody who speaks the language can supply these phrases and words.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.draft import is_read
from bot.content.editions import ABOUT, Edition, EntryName
from bot.content.plain_language import Kind
from bot.flows.names import Answer

DANGERS = {
    Answer.MEDICAL: "a medical emergency",
    Answer.SELF_HARM: "hurting oneself",
    Answer.HURT_NOW: "being hurt now",
    Answer.CHILD_HURT: "a child being hurt",
}
"""Dangers that must be understood anywhere in a text (promise 4), as named for staff."""

ASKED = {Answer.NOT_NOW: "not now", Answer.PERSON: "asking for a person"}
"""Requests that must be understood in every state (promises 3 and 5), at least as the whole text."""


def missing_for_release(language: str, edition: Edition, *, must_review: bool) -> Iterator[str]:
    """Yield what prevents offering the language, one sentence each.

    Missing or faulty entries are reported elsewhere. `must_review` requires that a native reader has reviewed all
    entries.
    """
    unread = sum(1 for _ in _unread(language, edition)) if must_review else 0
    if unread:
        yield f"A native speaker has not reviewed {unread} of its entries."
    phrases = edition.phrases.get(language, {})
    anywhere, alone = phrases.get("within", {}), phrases.get("alone", {})
    unheard = [said for danger, said in DANGERS.items() if not anywhere.get(danger.value)]
    if unheard:
        yield f"Add phrases anywhere in a text for: {', '.join(unheard)}. Without them we miss danger."
    unasked = [said for asked, said in ASKED.items() if not (anywhere.get(asked.value) or alone.get(asked.value))]
    if unasked:
        yield f"Add a phrase for: {', '.join(unasked)}."
    if not edition.lists.get(language, {}).get(Kind.NAMES):
        yield "Add revealing words that a watched screen must not show."


def _unread(language: str, edition: Edition) -> Iterator[str]:
    for section, values in edition.words.get(language, {}).items():
        if section != ABOUT:
            yield from (key for key in values if not is_read({}, edition, EntryName(language, section, key)))
