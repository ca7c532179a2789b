"""What editors do: change the one shared draft, check it, and publish it as a whole.

An entry that changed meanwhile is not overwritten. Pinned entries need a second editor's approval (promise 11).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.actions.phrase_regressions import regressions
from bot.content.catalog import added_of
from bot.content.checks import Finding, Severity
from bot.content.draft import (
    ANY,
    CHECKED,
    PHRASES,
    Draft,
    DraftEntry,
    applied,
    content_hash,
    fit,
    is_pinned,
    load_drafted,
    published_value,
)  # fmt: skip
from bot.content.editions import SHIPPED, Edition, EntryName, load, name_of
from bot.content.findings import CheckContext, findings
from bot.content.overlay import sheets_with
from bot.content.plain_language import Lists
from bot.content.readiness import missing_for_release
from bot.content.vocabulary import Problem
from bot.errors import Conflict, ContentError, WarmlineError
from bot.runtime.content import ContentSnapshot
from bot.runtime.runtime import Runtime


class NotPublishable(WarmlineError):
    """Nothing was published, because of `findings` or because of `unseen` pinned entries, which nobody approved."""

    def __init__(self, found: list[Finding], unseen: list[EntryName]) -> None:
        self.findings, self.unapproved = found, unseen
        super().__init__(f"{len(found)} findings and {len(unseen)} unseen entries are in the way")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the published value and the draft's, None for none. `mark` is a hash of the value to go on from."""

    name: EntryName
    published: Any
    drafted: DraftEntry | None
    mark: str

    @property
    def value(self) -> Any:
        """The value that an editor goes on from."""
        return self.drafted.value if self.drafted else self.published


@dataclass(frozen=True, slots=True)
class DraftState:
    """The newest edition and the draft over it, as they were at one moment."""

    edition: Edition
    draft: Draft

    def with_entries(self, more: Draft | None) -> DraftState:
        """Return the same state with `more` entries that nobody has saved yet."""
        return replace(self, draft={**self.draft, **more}) if more else self


class ContentActions:
    """Acts on the draft and the editions for all editors. Safe to share between threads. May raise StoreUnavailable.

    What only looks takes a `state` that was read before; without one it reads the state itself.
    """

    def __init__(self, runtime: Runtime) -> None:
        self._runtime, self._store, self._words = runtime, runtime.store.words, runtime.content

    # Reading

    def edition(self) -> Edition:
        """Load the newest edition."""
        return self._edition(self._store.newest())

    def draft(self) -> dict[EntryName, DraftEntry]:
        """Load every entry of the draft."""
        return {name_of(name): load_drafted(entry) for name, entry in self._store.draft().items()}

    def read(self) -> DraftState:
        """Return the newest edition and the draft, in one round trip. Raises ContentError when the edition is gone."""
        edition, stored = self._read()
        return DraftState(edition, {name_of(name): load_drafted(entry) for name, entry in stored.items()})

    def entry(self, name: EntryName, state: DraftState | None = None) -> Entry:
        """Load one entry."""
        state = state or self.read()
        return self._entry(name, state.edition, state.draft.get(name))

    def history(self, most: int = 50, before: int | None = None) -> list[Edition]:
        """Load the latest editions, or the latest with a number below `before`; the newest first."""
        end = self._store.newest() + 1
        end = end if before is None else min(before, end)
        return [load(one) for one in reversed(self._store.editions(range(max(1, end - most), end)))]

    def number(self, number: int) -> Edition:
        """Load one edition. Raises ContentError when there is none of that number."""
        return self._edition(number)

    def preview(self, state: DraftState | None = None) -> ContentSnapshot:
        """Build the draft as it would be in use."""
        state = state or self.read()
        return self._words.made(applied(state.edition, state.draft), [])

    def findings(self, more: Draft | None = None, state: DraftState | None = None) -> list[Finding]:
        """Check the draft, with `more` entries that are not in it yet."""
        state = (state or self.read()).with_entries(more)
        return self._findings(state.edition, state.draft)

    def changed_since(self, names: Iterable[EntryName], number: int, at: int, by: str) -> list[EntryName]:
        """Return the entries that anybody but `by` has changed since `by` read them.

        They were read at the epoch second `at`, over the edition `number`. A missing edition is older than everything.
        """
        state, sheets = self.read(), self._words.shipped.sheets
        try:
            then = self._edition(number)
        except ContentError:
            then, at = SHIPPED, 0

        def is_overtaken(name: EntryName) -> bool:
            if drafted := state.draft.get(name):
                return drafted.at >= at and drafted.by != by
            return bool(published_value(sheets, state.edition, name) != published_value(sheets, then, name))

        return [name for name in names if is_overtaken(name)]

    # Writing

    def save_draft(self, name: EntryName, mark: str, value: Any, by: str) -> DraftEntry:
        """Save an entry in the draft; None goes back to what ships.

        Raises ContentError for a malformed value, Conflict when the entry has changed since it was seen as `mark`.
        """
        return self.save_drafts({name: value}, {name: mark}, by)[name]

    def save_drafts(
        self, values: Mapping[EntryName, Any], marks: Mapping[EntryName, str], by: str
    ) -> dict[EntryName, DraftEntry]:
        """Save several entries as `put` does, or none when one of them cannot be saved."""
        edition, stored = self._read()
        kept: dict[EntryName, DraftEntry] = {}
        changes: dict[str, tuple[bytes, bytes]] = {}
        for name, value in values.items():
            before = stored.get(str(name), b"")
            drafted = load_drafted(before) if before else None
            entry = self._entry(name, edition, drafted)
            if entry.mark != marks[name]:
                raise Conflict("the entry has changed since it was seen")
            fitting = None if value is None else fit(name, value)
            if drafted and fitting == drafted.value:  # its author, and who approved it, stay
                kept[name] = drafted
                continue
            kept[name] = DraftEntry(fitting, by, self._runtime.clock(), edition.number)
            changes[str(name)] = (before, b"" if fitting == entry.published else kept[name].dump())
        self._store.put_draft(changes)
        return kept

    def drop(self, name: EntryName, mark: str) -> None:
        """Remove an entry from the draft. Raises Conflict when it has changed since it was seen as `mark`."""
        before = self._store.draft().get(str(name))
        if before and content_hash(load_drafted(before).value) != mark:
            raise Conflict("the entry has changed since it was seen")
        if before:
            self._store.put_draft({str(name): (before, b"")})

    def approve(self, marks: Mapping[EntryName, str], by: str) -> None:
        """Approve pinned entries as a second editor: all of them, or none.

        Raises Conflict when an entry has changed since it was seen as its mark, ContentError when one is their own.
        """
        stored = self._store.draft()
        changes: dict[str, tuple[bytes, bytes]] = {}
        for name, mark in marks.items():
            before = stored.get(str(name), b"")
            drafted = load_drafted(before) if before else None
            if drafted is None or content_hash(drafted.value) != mark:
                raise Conflict("the entry has changed since it was seen")
            if drafted.by == by:
                raise ContentError([f"{name.key}: someone else must approve your change."])
            changes[str(name)] = (before, replace(drafted, seen_by=by).dump())
        self._store.put_draft(changes)

    # Publishing

    def publish(
        self, by: str, why: str, reasons: dict[str, str], seen: Mapping[EntryName, str] | None = None
    ) -> Edition:
        """Publish the draft as a new edition, all languages at once.

        `reasons` says, by name, why the editor keeps an entry despite its warnings. `seen` is the draft as the editor
        saw it, by content hash. Raises NotPublishable for errors, warnings without a reason and pinned entries that
        nobody approved, and Conflict when another editor published or edited meanwhile.
        """
        edition, stored = self._read()
        draft = {name_of(name): load_drafted(entry) for name, entry in stored.items()}
        if not draft:
            raise ContentError(["The draft has no changes."])
        if seen is not None and seen != {name: content_hash(drafted.value) for name, drafted in draft.items()}:
            raise Conflict("the draft has changed since it was seen")
        found = self._findings(edition, draft)
        in_the_way = [f for f in found if f.severity is Severity.ERROR or not reasons.get(str(f.name), "").strip()]
        unseen = [name for name, drafted in draft.items() if is_pinned(name) and drafted.seen_by in ("", drafted.by)]
        in_the_way = in_the_way or self._unheard(edition, draft)
        if in_the_way or unseen:
            raise NotPublishable(in_the_way, unseen)
        seconds = tuple(sorted({drafted.seen_by for drafted in draft.values() if drafted.seen_by}))
        kept = {str(f.name): reasons[str(f.name)] for f in found}
        new = replace(applied(edition, draft), seconds=seconds, reasons=kept)
        return self._put_in_use(edition, new, by, why, {str(name): stored[str(name)] for name in draft})

    def go_back(self, number: int, by: str, why: str) -> Edition:
        """Publish an earlier edition again, as a new one. Hotlines that were tried since stay tried.

        Its pinned entries were approved then. Raises ContentError when there is none of that number, Conflict as
        `publish` does.
        """
        newest, old = self.edition(), self._edition(number)
        return self._put_in_use(newest, replace(old, seconds=(), checked=newest.checked), by, why, {})

    def hotline_checked(self, line: str, day: dt.date, by: str) -> Edition:
        """Note that staff tried a hotline on that day. Published at once, without the draft. May raise Conflict."""
        edition = self.edition()
        if edition.checked.get(line) == day.isoformat():
            return edition
        noted = DraftEntry(day.isoformat(), by, self._runtime.clock(), edition.number)
        new = replace(applied(edition, {EntryName(ANY, CHECKED, line): noted}), seconds=(), reasons={})
        return self._put_in_use(edition, new, by, f"Tried {line}", {})

    def _put_in_use(self, newest: Edition, new: Edition, by: str, why: str, entries: Mapping[str, bytes]) -> Edition:
        """Publish after the newest edition, and remove `entries` from the draft."""
        new = replace(new, number=newest.number + 1, who=by, why=why, at=self._runtime.clock())
        self._store.publish(newest.number, new.dump(), entries)
        self._words.catch_up()
        return new

    def _read(self) -> tuple[Edition, dict[str, bytes]]:
        """Read the newest edition, and the draft in its stored form."""
        number, stored, draft = self._store.now(self._words.now.edition.number)
        return self._load(number, stored), draft

    def _edition(self, number: int) -> Edition:
        return self._load(number, self._store.edition(number) if number else None)

    def _load(self, number: int, stored: bytes | None) -> Edition:
        if not number:
            return SHIPPED
        if stored is None:
            raise ContentError([f"{number}: no such edition."])
        return load(stored)

    def _entry(self, name: EntryName, edition: Edition, drafted: DraftEntry | None) -> Entry:
        published = published_value(self._words.shipped.sheets, edition, name)
        return Entry(name, published, drafted, content_hash(drafted.value if drafted else published))

    def _findings(self, edition: Edition, draft: Draft) -> list[Finding]:
        new = applied(edition, draft)
        sheets = sheets_with(self._words.shipped.sheets, new.words)
        lexicon, hotlines = self._words.lexicon(new, added_of(sheets), []), self._words.hotlines(new)
        today = dt.datetime.fromtimestamp(self._runtime.clock(), self._runtime.settings.timezone).date()
        settings = self._runtime.settings
        lists = Lists(new.lists)
        known = CheckContext(lexicon, hotlines, today, lists, settings.cover_word, (settings.cover_word_es,))
        return [*findings(sheets, list(draft), known), *self._withdrawn(new, draft)]

    def _withdrawn(self, new: Edition, draft: Draft) -> Iterator[Finding]:
        """Warn of each language that is offered now and would not be any more."""
        for code, name in self._words.now.catalog.added:
            entry = min((one for one in draft if one.language == code), default=None)
            missing = next(missing_for_release(code, new, must_review=self._words.shipped.must_review), "")
            if entry and missing:
                says = f"This would take {name} out of use, and people would get English. {missing}"
                yield Finding(entry, "", Severity.WARNING, says)

    def _unheard(self, edition: Edition, draft: Draft) -> list[Finding]:
        """Return what the phrases of the draft would break together. Takes seconds: only for publishing."""
        entry = min((name for name in draft if name.section.startswith(PHRASES)), default=None)
        if entry is None:
            return []
        told: list[Problem] = []
        new = applied(edition, draft)
        added = added_of(sheets_with(self._words.shipped.sheets, new.words))
        lexicon = self._words.lexicon(new, added, told)
        said = map(str, told) if told else regressions(self._runtime, lexicon)
        return [Finding(entry, "", Severity.ERROR, says) for says in said]
