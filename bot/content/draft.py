"""The draft: entries that editors have changed and not published yet. Pure.

An entry is a text of a language, an addition to the lexicon or the word lists, or the check of a help line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from pydantic import ValidationError

from bot.content.characters import faults, is_storable, tidy
from bot.content.checks import fullest
from bot.content.editions import ABOUT, FALLBACK, Edition, EntryName, with_entries
from bot.content.language_file import LanguageFile, Message, NeedWords
from bot.content.overlay import SECTIONS
from bot.errors import ContentError
from bot.flows.machine import PLACES
from bot.flows.names import Answer

PHRASES = "phrases."
"""Prefix of the sections that are added to the lexicon: phrases.within, phrases.needs, ..."""

LISTS, CHECKED, REVIEWED = "lists", "checked", "reviewed"
ANY = "*"
"""The language of an entry that belongs to none."""

_CONSENT = frozenset(
    {Answer.CHOOSE, Answer.FORGET, Answer.WHAT_IS_SHARED, Answer.WHAT_IS_KEPT, Answer.SHARE, Answer.KEEP,
     Answer.JUST_TALK, Answer.TAKE_BACK, Answer.ERASE, Answer.LEAVE_AGENCY}
)  # fmt: skip
"""Choices by which a person agrees to something, or takes it back, in any state."""
_PINNED_CHOICES = frozenset(
    answer.value
    for answer in (
        *_CONSENT, *(offer.answer for at in PLACES.values() if at.rules.pinned for offer in fullest(at).choices)
    )
)  # fmt: skip
"""Those, and all choices of a pinned message: a "not now" worded as a yes would be taken for one."""


class InvalidEntry(ContentError):
    """A value has not the form of its entry. `says` are the reasons, in sentences for an editor."""

    def __init__(self, name: EntryName, says: Sequence[str]) -> None:
        self.name, self.says = name, tuple(says)
        super().__init__([f"{name.key}: {one}" for one in says])


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """One entry of the draft. The value None goes back to the shipped one.

    `by` wrote it and `seen_by` approved it: staff ids. `at` is seconds since the epoch, `base` the edition it changes.
    """

    value: Any
    by: str
    at: int
    base: int
    seen_by: str = ""

    def dump(self) -> bytes:
        """Return the stored form."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode()


def load_drafted(stored: bytes) -> DraftEntry:
    """Read an entry from its stored form."""
    return DraftEntry(**json.loads(stored))


Draft = Mapping[EntryName, DraftEntry]


def content_hash(value: Any) -> str:
    """Return a hash of a value. A form carries it, so that no editor overwrites a value that they have not seen."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def is_pinned(name: EntryName) -> bool:
    """Return whether another editor must approve a change.

    Pinned are consent, limits of confidentiality, danger, rights, STOP and HELP, and what is put into those: choices,
    pieces of sentences, and the remarks before a message.
    """
    if name.section == "messages":
        place = next((place for state, place in PLACES.items() if state.value == name.key), None)
        return place is not None and place.rules.pinned
    if name.section == "labels":
        return name.key in _PINNED_CHOICES
    return name.section in ("remarks", "pieces", FALLBACK) or name.section.startswith(PHRASES)


def shipped_value(sheets: Mapping[str, LanguageFile], name: EntryName) -> Any:
    """Return the shipped value; None when there is none."""
    sheet = sheets.get(name.language)
    if sheet is None or name.section not in (*SECTIONS, FALLBACK):
        return None
    value = sheet.fallback if name.section == FALLBACK else getattr(sheet, name.section).get(name.key)
    return value.model_dump(exclude_defaults=True) if isinstance(value, Message | NeedWords) else value


def published_value(sheets: Mapping[str, LanguageFile], edition: Edition, name: EntryName) -> Any:
    """Return the value in use; None when there is none. `sheets` are the shipped ones."""
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


def fit(name: EntryName, value: Any) -> Any:
    """Return the value as it is stored. Raises InvalidEntry when it has not the form of its kind."""
    value = _tidy(name, value)
    try:
        if name.section in ("messages", "remarks", FALLBACK):
            return Message.model_validate(value).model_dump(exclude_defaults=True)
        if name.section == "needs":
            return NeedWords.model_validate(value).model_dump()
    except ValidationError as wrong:
        places = ", ".join(".".join(map(str, fault["loc"])) or "words" for fault in wrong.errors())
        raise InvalidEntry(name, [f"{places}: expected words here."]) from None
    if name.section == ABOUT and (wrong_letters := tuple(faults(str(value)))):
        raise InvalidEntry(name, wrong_letters)
    is_list = name.section == LISTS or name.section.startswith(PHRASES)
    if is_list and isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
        return [" ".join(one.split()) for one in value]
    if not is_list and isinstance(value, str) and value.strip():
        return value
    raise InvalidEntry(name, [f"expected {'one or more lines of words' if is_list else 'words here'}."])


def _tidy(name: EntryName, value: Any) -> Any:
    """Return the value with its words as they are stored."""
    if isinstance(value, str):
        if not is_storable(value):
            raise InvalidEntry(name, ["it contains a broken character. Type it again, without copying."])
        return tidy(value)
    if isinstance(value, dict):
        return {key: _tidy(name, one) for key, one in value.items()}
    return [_tidy(name, one) for one in value] if isinstance(value, list) else value


def applied(edition: Edition, draft: Draft) -> Edition:
    """Return the edition that the draft would make. The caller sets its number, author and reason."""
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


def is_read(sheets: Mapping[str, LanguageFile], edition: Edition, name: EntryName) -> bool:
    """Return whether a native reader has reviewed an entry in its present words. A shipped file names its reader."""
    value, sheet = published_value(sheets, edition, name), sheets.get(name.language)
    if sheet and sheet.native_review and value == shipped_value(sheets, name):
        return True
    return value is not None and edition.reviewed.get(f"{name.language}|{name.section}.{name.key}") == content_hash(
        value
    )
