"""The draft: entries that editors have changed and nobody has published yet. Pure.

An entry is of the words of a language, of what is added to the lexicon or the lists, or a help line that was tried.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from pydantic import ValidationError

from bot.content.characters import faults, is_storable, tidy
from bot.content.checks import fullest
from bot.content.editions import ABOUT, FALLBACK, Edition, Name, with_entries
from bot.content.language_file import Message, NeedWords, Sheet
from bot.content.overlay import SECTIONS
from bot.errors import ContentError
from bot.flows.machine import PLACES
from bot.flows.names import Answer

PHRASES = "phrases."
"""How the sections begin that are added to the lexicon: phrases.within, phrases.needs, ..."""

LISTS, CHECKED, REVIEWED = "lists", "checked", "reviewed"
ANY = "*"
"""Stands for the language of what belongs to none."""

_CONSENT = frozenset(
    {Answer.CHOOSE, Answer.FORGET, Answer.WHAT_IS_SHARED, Answer.WHAT_IS_KEPT, Answer.SHARE, Answer.KEEP,
     Answer.JUST_TALK, Answer.TAKE_BACK, Answer.ERASE, Answer.LEAVE_AGENCY}
)  # fmt: skip
"""Choices by which somebody agrees to something, or takes it back, wherever they stand."""
_PINNED_CHOICES = frozenset(
    answer.value
    for answer in (
        *_CONSENT, *(offer.answer for at in PLACES.values() if at.slot.pinned for offer in fullest(at).offers)
    )
)  # fmt: skip
"""And all that stand under a pinned message: a "not now" worded as a yes would be taken for one."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """One entry of the draft: its value (None: back to what ships), who wrote it and when, on top of which edition,
    and who else has looked at it, if it is pinned and somebody has. Staff ids.
    """

    value: Any
    by: str
    at: int
    base: int
    seen_by: str = ""

    def dump(self) -> bytes:
        """The stored form."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode()


def load_drafted(stored: bytes) -> Drafted:
    """An entry from its stored form."""
    return Drafted(**json.loads(stored))


Draft = Mapping[Name, Drafted]


def mark_of(value: Any) -> str:
    """Names one state of an entry: a form carries it along, so that nothing is overwritten unseen."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def is_pinned(name: Name) -> bool:
    """Whether a change waits for a second pair of eyes: consent, limits of confidentiality, danger, rights, STOP and
    HELP, and whatever is put into those: choices, the pieces of sentences, and the remarks that stand before a message.
    """
    if name.section == "messages":
        place = next((place for state, place in PLACES.items() if state.value == name.key), None)
        return place is not None and place.slot.pinned
    if name.section == "labels":
        return name.key in _PINNED_CHOICES
    return name.section in ("remarks", "pieces", FALLBACK) or name.section.startswith(PHRASES)


def shipped_value(sheets: Mapping[str, Sheet], name: Name) -> Any:
    """What ships under this name; None for nothing."""
    sheet = sheets.get(name.language)
    if sheet is None or name.section not in (*SECTIONS, FALLBACK):
        return None
    value = sheet.fallback if name.section == FALLBACK else getattr(sheet, name.section).get(name.key)
    return value.model_dump(exclude_defaults=True) if isinstance(value, Message | NeedWords) else value


def published_value(sheets: Mapping[str, Sheet], edition: Edition, name: Name) -> Any:
    """What is in use under this name; None for nothing. `sheets` are those that ship."""
    if name.section == CHECKED:
        return edition.checked.get(name.key)
    if name.section == REVIEWED:
        return edition.reviewed.get(f"{name.language}|{name.key}")
    if name.section == LISTS:
        return edition.lists.get(name.language, {}).get(name.key)
    if name.section.startswith(PHRASES):
        return edition.phrases.get(name.language, {}).get(name.section.removeprefix(PHRASES), {}).get(name.key)
    own = edition.words.get(name.language, {}).get(name.section, {}).get(name.key)
    return shipped_value(sheets, name) if own is None else own


def fit(name: Name, value: Any) -> Any:
    """The value as it is stored. Raises ContentError, in words for an editor, when it has not the form of its kind."""
    value = _tidy(name, value)
    try:
        if name.section in ("messages", "remarks", FALLBACK):
            return Message.model_validate(value).model_dump(exclude_defaults=True)
        if name.section == "needs":
            return NeedWords.model_validate(value).model_dump()
    except ValidationError as wrong:
        places = ", ".join(".".join(map(str, fault["loc"])) or "words" for fault in wrong.errors())
        raise ContentError([f"{name.key}: {places}: expected words here."]) from None
    if name.section == ABOUT and (wrong_letters := faults(str(value))):
        raise ContentError([f"{name.key}: {says}" for says in wrong_letters])
    is_list = name.section == LISTS or name.section.startswith(PHRASES)
    if is_list and isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
        return [" ".join(one.split()) for one in value]
    if not is_list and isinstance(value, str) and value.strip():
        return value
    raise ContentError([f"{name.key}: expected {'one or more lines of words' if is_list else 'words here'}."])


def _tidy(name: Name, value: Any) -> Any:
    """The value with its words as they are stored."""
    if isinstance(value, str):
        if not is_storable(value):
            raise ContentError([f"{name.key}: it contains a broken character. Type it again, without copying."])
        return tidy(value)
    if isinstance(value, dict):
        return {key: _tidy(name, one) for key, one in value.items()}
    return [_tidy(name, one) for one in value] if isinstance(value, list) else value


def applied(edition: Edition, draft: Draft) -> Edition:
    """The edition that the draft would make; its number, author and reason are the caller's."""
    words, phrases, lists = edition.words, edition.phrases, edition.lists
    checked, reviewed = dict(edition.checked), dict(edition.reviewed)
    for name, drafted in draft.items():
        value = drafted.value
        if name.section == CHECKED:
            checked[name.key] = value
        elif name.section == REVIEWED:
            reviewed[f"{name.language}|{name.key}"] = value
        elif name.section == LISTS:
            lists = {**lists, name.language: {**lists.get(name.language, {}), name.key: value or []}}
        elif name.section.startswith(PHRASES):
            phrases = with_entries(phrases, [(name._replace(section=name.section.removeprefix(PHRASES)), value)])
        else:
            words = with_entries(words, [(name, value)])
    changed = {str(name): edition.number + 1 for name in draft}
    return replace(
        edition, words=words, phrases=phrases, lists=lists, checked=checked, reviewed=reviewed,
        since={**edition.since, **changed},
    )  # fmt: skip


def is_read(sheets: Mapping[str, Sheet], edition: Edition, name: Name) -> bool:
    """Whether a native reader has seen an entry as it stands. What ships was seen when its file says by whom."""
    value, sheet = published_value(sheets, edition, name), sheets.get(name.language)
    if sheet and sheet.native_review and value == shipped_value(sheets, name):
        return True
    return value is not None and edition.reviewed.get(f"{name.language}|{name.section}.{name.key}") == mark_of(value)
