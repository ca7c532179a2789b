"""What a studio page works on: the edition in use and the draft over it, loaded once a request."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from flask import url_for

from bot.actions.content import ContentActions, DraftState, Entry
from bot.content.checks import Finding
from bot.content.draft import Draft, applied
from bot.content.editions import ABOUT, FALLBACK, Edition, EntryName
from bot.content.language_file import LanguageFile
from bot.content.overlay import SECTIONS, sheets_with
from bot.runtime.content import ContentSnapshot
from bot.runtime.runtime import Runtime
from bot.web.current import runtime


class Workspace:
    """The edition, the draft and the languages at the moment `now`. It does not change: load another after a write."""

    def __init__(self, held: Runtime, state: DraftState) -> None:
        self.now = held.clock()
        self.shipped = held.content.shipped.sheets
        self._desk = ContentActions(replace(held, clock=lambda: self.now))
        self._state = state

    @property
    def edition(self) -> Edition:
        """The newest edition."""
        return self._state.edition

    @property
    def draft(self) -> Draft:
        """Every entry of the draft."""
        return self._state.draft

    @cached_property
    def drafted(self) -> Edition:
        """The edition that publishing the draft would make."""
        return applied(self.edition, self.draft)

    @cached_property
    def languages(self) -> dict[str, str]:
        """Names of languages by code: those that ship, then those that staff are writing."""
        words = self.drafted.words
        return {code: sheet.language for code, sheet in self.shipped.items()} | {
            code: words[code].get(ABOUT, {}).get("language", code) for code in sorted(words) if code not in self.shipped
        }

    def entry(self, name: EntryName) -> Entry:
        """Return one entry."""
        return self._desk.entry(name, self._state)

    def findings(self, more: Draft | None = None) -> list[Finding]:
        """Check the draft, with `more` entries that nobody has saved yet."""
        return self._desk.findings(more, self._state)

    def preview(self) -> ContentSnapshot:
        """Return the draft as it would be in use; entries that do not fit give way to the shipped ones."""
        return self._desk.preview(self._state)

    def sheets(self, more: Draft | None = None) -> dict[str, LanguageFile]:
        """Return the sheets that the draft would make, whether they fit or not."""
        edition = applied(self.edition, {**self.draft, **more}) if more else self.drafted
        return sheets_with(self.shipped, edition.words)

    def behind(self, section: str, key: str) -> list[str]:
        """Return the languages whose published entry is older than the newest one in a language that ships."""
        words = self.edition.words
        there = [code for code in self.languages if code in self.shipped or key in words.get(code, {}).get(section, {})]
        since = {code: self.edition.since.get(str(EntryName(code, section, key)), 0) for code in there}
        newest = max(number for code, number in since.items() if code in self.shipped)
        return [code for code, number in since.items() if number < newest]

    def page_of(self, name: EntryName) -> str:
        """Return the address of the page that edits an entry; "" when there is none."""
        if name.section in SECTIONS:
            return url_for("studio.message", section=name.section, key=name.key)
        if name.section in (ABOUT, FALLBACK) and name.language in self.languages:
            anchor = f"{name.section}.{name.key}"
            return url_for("studio.translation", code=name.language, part=name.section, _anchor=anchor)
        return ""


def load_workspace() -> Workspace:
    """Read the edition and the draft from the store, in one round trip."""
    held = runtime()
    return Workspace(held, ContentActions(held).read())
