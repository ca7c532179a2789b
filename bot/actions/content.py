"""Where editors work: one draft for all, checked whole, published whole; what was seen is what is changed.

Knows no page. Pinned words are published when somebody else has looked at them (promise 11).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.actions.phrase_regressions import broken
from bot.content.catalog import added_of
from bot.content.draft import (
    ANY,
    CHECKED,
    PHRASES,
    Draft,
    Drafted,
    applied,
    fit,
    is_pinned,
    load_drafted,
    mark_of,
    published_value,
)  # fmt: skip
from bot.content.editions import SHIPPED, Edition, Name, load, name_of, sheets_with
from bot.content.findings import Finding, Known, Severity, findings
from bot.content.plain_language import Lists
from bot.content.readiness import lacks
from bot.conversation.engine import Parts
from bot.errors import ContentError, LostRace, WarmlineError
from bot.runtime.content import InUse


class Unfit(WarmlineError):
    """Nothing was published. `findings` are in the way; `unseen` are pinned entries that wait for a second person."""

    def __init__(self, found: list[Finding], unseen: list[Name]) -> None:
        self.findings, self.unseen = found, unseen
        super().__init__(f"{len(found)} findings and {len(unseen)} unseen entries are in the way")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands: what is in use, and what the draft says (None: nothing). `mark` names this state."""

    name: Name
    published: Any
    drafted: Drafted | None
    mark: str

    @property
    def value(self) -> Any:
        """What an editor goes on from."""
        return self.drafted.value if self.drafted else self.published


class WordsDesk:
    """Acts on the draft and the editions, for all editors. Safe to share between threads. May raise StoreGone."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._store, self._words = parts, parts.store.words, parts.words

    # Looking

    def edition(self) -> Edition:
        """The newest edition."""
        return self._edition(self._store.newest())

    def draft(self) -> dict[Name, Drafted]:
        """Every entry of the draft."""
        return {name_of(name): load_drafted(entry) for name, entry in self._store.draft().items()}

    def entry(self, name: Name) -> Entry:
        """One entry."""
        return self._entry(name, self.edition(), self.draft().get(name))

    def history(self, most: int = 50, before: int | None = None) -> list[Edition]:
        """The latest editions, or the latest of those numbered below `before`; the newest first."""
        end = self._store.newest() + 1
        end = end if before is None else min(before, end)
        return [load(one) for one in reversed(self._store.editions(range(max(1, end - most), end)))]

    def number(self, number: int) -> Edition:
        """One edition. Raises ContentError when there is none of that number."""
        return self._edition(number)

    def preview(self, more: Draft | None = None) -> InUse:
        """The draft as it would be in use, with `more` entries that nobody has kept yet."""
        return self._words.made(applied(self.edition(), {**self.draft(), **(more or {})}), [])

    def findings(self, more: Draft | None = None) -> list[Finding]:
        """All that is to be said of the draft, with `more` entries that nobody has kept yet."""
        return self._findings(self.edition(), {**self.draft(), **(more or {})})

    def overtaken(self, names: Iterable[Name], number: int, at: int, by: str) -> list[Name]:
        """Which of these somebody else has changed since somebody saw them `at` that second, over the edition of that
        number. An edition that is not there is older than everything.
        """
        edition, draft, sheets = self.edition(), self.draft(), self._words.shipped.sheets
        try:
            then = self._edition(number)
        except ContentError:
            then, at = SHIPPED, 0

        def is_overtaken(name: Name) -> bool:
            if drafted := draft.get(name):
                return drafted.at >= at and drafted.by != by
            return bool(published_value(sheets, edition, name) != published_value(sheets, then, name))

        return [name for name in names if is_overtaken(name)]

    # Writing

    def put(self, name: Name, mark: str, value: Any, by: str) -> Drafted:
        """Keep an entry in the draft; None for what ships. Raises ContentError for what has no form of its kind, and
        LostRace when somebody has changed the entry since it was seen as `mark`.
        """
        return self.put_all({name: value}, {name: mark}, by)[name]

    def put_all(self, values: Mapping[Name, Any], marks: Mapping[Name, str], by: str) -> dict[Name, Drafted]:
        """Keep several entries, as `put` does one: where one of them cannot be kept, none is."""
        edition, stored = self.edition(), self._store.draft()
        kept: dict[Name, Drafted] = {}
        changes: dict[str, tuple[bytes, bytes]] = {}
        for name, value in values.items():
            before = stored.get(str(name), b"")
            drafted = load_drafted(before) if before else None
            entry = self._entry(name, edition, drafted)
            if entry.mark != marks[name]:
                raise LostRace("the entry has changed since it was seen")
            fitting = None if value is None else fit(name, value)
            if drafted and fitting == drafted.value:  # whose it is, and who has looked at it, stays
                kept[name] = drafted
                continue
            kept[name] = Drafted(fitting, by, self._parts.clock(), edition.number)
            changes[str(name)] = (before, b"" if fitting == entry.published else kept[name].dump())
        self._store.put_draft(changes)
        return kept

    def drop(self, name: Name, mark: str) -> None:
        """Take an entry out of the draft. Raises LostRace when it is not the one that was seen as `mark`."""
        before = self._store.draft().get(str(name))
        if before and mark_of(load_drafted(before).value) != mark:
            raise LostRace("the entry has changed since it was seen")
        if before:
            self._store.put_draft({str(name): (before, b"")})

    def look_at(self, marks: Mapping[Name, str], by: str) -> None:
        """A second person has looked at pinned entries, each as its mark names it: at all of them, or at none. Raises
        LostRace when one is not as they saw it, and ContentError when one is their own.
        """
        stored = self._store.draft()
        changes: dict[str, tuple[bytes, bytes]] = {}
        for name, mark in marks.items():
            before = stored.get(str(name), b"")
            drafted = load_drafted(before) if before else None
            if drafted is None or mark_of(drafted.value) != mark:
                raise LostRace("the entry has changed since it was seen")
            if drafted.by == by:
                raise ContentError([f"{name.key}: someone else must approve your change."])
            changes[str(name)] = (before, replace(drafted, seen_by=by).dump())
        self._store.put_draft(changes)

    # Publishing

    def publish(self, by: str, why: str, reasons: dict[str, str], seen: Mapping[Name, str] | None = None) -> Edition:
        """Put the draft in use as a new edition: all languages at once.

        `reasons` say, by Name, why an entry stands against its warnings; `seen` is the draft as it stood on their page,
        each entry by its mark. Raises Unfit while errors, warnings without a reason or unseen pinned words are in the
        way, LostRace when somebody published or wrote meanwhile.
        """
        edition, stored = self.edition(), self._store.draft()
        draft = {name_of(name): load_drafted(entry) for name, entry in stored.items()}
        if not draft:
            raise ContentError(["The draft has no changes."])
        if seen is not None and seen != {name: mark_of(drafted.value) for name, drafted in draft.items()}:
            raise LostRace("the draft has changed since it was seen")
        found = self._findings(edition, draft)
        in_the_way = [f for f in found if f.severity is Severity.ERROR or not reasons.get(str(f.name), "").strip()]
        unseen = [name for name, drafted in draft.items() if is_pinned(name) and drafted.seen_by in ("", drafted.by)]
        in_the_way = in_the_way or self._unheard(edition, draft)
        if in_the_way or unseen:
            raise Unfit(in_the_way, unseen)
        seconds = tuple(sorted({drafted.seen_by for drafted in draft.values() if drafted.seen_by}))
        kept = {str(f.name): reasons[str(f.name)] for f in found}
        new = replace(applied(edition, draft), seconds=seconds, reasons=kept)
        return self._put_in_use(edition, new, by, why, {str(name): stored[str(name)] for name in draft})

    def go_back(self, number: int, by: str, why: str) -> Edition:
        """Put an earlier edition in use again, as a new one: its pinned words were looked at then. What was tried
        since stays tried. Raises ContentError when there is none of that number, LostRace as `publish`.
        """
        newest, old = self.edition(), self._edition(number)
        return self._put_in_use(newest, replace(old, seconds=(), checked=newest.checked), by, why, {})

    def tried(self, line: str, day: dt.date, by: str) -> Edition:
        """A help line was dialled or texted on that day: in use at once, the draft waits. May raise LostRace."""
        edition = self.edition()
        if edition.checked.get(line) == day.isoformat():
            return edition
        noted = Drafted(day.isoformat(), by, self._parts.clock(), edition.number)
        new = replace(applied(edition, {Name(ANY, CHECKED, line): noted}), seconds=(), reasons={})
        return self._put_in_use(edition, new, by, f"Tried {line}", {})

    def _put_in_use(self, newest: Edition, new: Edition, by: str, why: str, entries: Mapping[str, bytes]) -> Edition:
        """Publish after the newest one, taking `entries` out of the draft."""
        new = replace(new, number=newest.number + 1, who=by, why=why, at=self._parts.clock())
        self._store.publish(newest.number, new.dump(), entries)
        self._words.catch_up()
        return new

    def _edition(self, number: int) -> Edition:
        if not number:
            return SHIPPED
        stored = self._store.edition(number)
        if stored is None:
            raise ContentError([f"{number}: no such edition."])
        return load(stored)

    def _entry(self, name: Name, edition: Edition, drafted: Drafted | None) -> Entry:
        published = published_value(self._words.shipped.sheets, edition, name)
        return Entry(name, published, drafted, mark_of(drafted.value if drafted else published))

    def _findings(self, edition: Edition, draft: Draft) -> list[Finding]:
        new = applied(edition, draft)
        sheets = sheets_with(self._words.shipped.sheets, new.words)
        lexicon, hotlines = self._words.lexicon(new, added_of(sheets), []), self._words.hotlines(new)
        today = dt.datetime.fromtimestamp(self._parts.clock(), self._parts.settings.timezone).date()
        known = Known(lexicon, hotlines, today, Lists(new.lists), self._parts.settings.cover_word)
        return [*findings(sheets, list(draft), known), *self._withdrawn(new, draft)]

    def _withdrawn(self, new: Edition, draft: Draft) -> Iterator[Finding]:
        """A language that is offered, and would not be any more."""
        for code, name in self._words.now.catalog.added:
            entry = min((one for one in draft if one.language == code), default=None)
            missing = next(lacks(code, new, must_review=self._words.shipped.must_review), "")
            if entry and missing:
                says = f"This would take {name} out of use, and people would get English. {missing}"
                yield Finding(entry, "", Severity.WARNING, says)

    def _unheard(self, edition: Edition, draft: Draft) -> list[Finding]:
        """What the draft's phrases would take out of hearing, all together. It takes seconds: on publishing only."""
        entry = min((name for name in draft if name.section.startswith(PHRASES)), default=None)
        if entry is None:
            return []
        told: list[str] = []
        new = applied(edition, draft)
        added = added_of(sheets_with(self._words.shipped.sheets, new.words))
        lexicon = self._words.lexicon(new, added, told)
        return [Finding(entry, "", Severity.ERROR, says) for says in told or broken(self._parts, lexicon)]
