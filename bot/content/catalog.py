"""Finds the words of a key in a language and fills them in. Plain substitution: edited text is never run."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.content.language_file import LanguageFile, Message, Place, read_sheet
from bot.content.rules import MOST_ADDED
from bot.errors import ContentError, MissingMessage
from bot.flows.machine import PLACES
from bot.flows.model import Choice
from bot.flows.names import LANGUAGES, Need, State

SHIPPED = Path(__file__).parent

Added = tuple[tuple[str, str], ...]
"""Code and own name of each language that does not ship."""

PLACEHOLDER = re.compile(r"\(\(([a-z_]+)\)\)")

REMARKS = (
    "unclear.rephrase", "unclear.photo", "safety.first_aid", "safety.fine_now", "safety.holder", "welcome.noted",
    "welcome.heard_too", "welcome.go_on", "consent.answer", "consent.noted", "handoff.nobody_comes", "needs.country",
    "privacy.nothing_shared", "needs.area_again", "needs.other_area", "handoff.no_rush",
    "handoff.quiet", "handoff.handed_on",
    "handoff.invited", "handoff.put_off", "handoff.joined", "handoff.contact_quiet", "handoff.contact_left",
    "handoff.contact_out", "followup.reminder", "followup.reminder_set", "followup.no_reminder", "followup.not_yet",
)  # fmt: skip


def split(text: str) -> tuple[str, ...]:
    """Literal and placeholder in turn: `a ((b)) c` is ("a ", "b", " c")."""
    return tuple(PLACEHOLDER.split(" ".join(text.split(" ")).strip()))


def _tight(text: str) -> str:
    """Without the space that a placeholder leaves where nothing stands in it."""
    return text.replace("  ", " ").replace(" \n", "\n")


class Language:
    """One language's words, cut up once so that filling them is a join. `names`: what each language calls itself."""

    def __init__(self, sheet: LanguageFile, names: Mapping[str, str] | None = None) -> None:
        self.sheet, self._names = sheet, names or {}
        self._cut: dict[tuple[str, bool], tuple[str, ...]] = {}
        for key, message in {**sheet.messages, **sheet.remarks, "fallback": sheet.fallback}.items():
            self._cut[key, False] = split(message.text)
            self._cut[key, True] = split(message.bland or message.text)
        self._choices = {state: self._listed(state, {}) for state in PLACES}
        self._remark_choices = {
            (key, state): self._listed(state, remark.choices)
            for key, remark in sheet.remarks.items()
            if remark.choices
            for state in PLACES
        }

    def label(self, state: State, offer: Choice, own: Mapping[str, str] | None = None) -> str:
        """The label of one choice; "" when the sheet has none, since its number still works."""
        if offer.need:
            words = self.sheet.needs.get(offer.need.value)
            return words.choice if words else ""
        if offer.language:
            return self._names.get(offer.language, "")
        if offer.item:
            return self.piece(f"item.{offer.item.value}")
        message = self.sheet.messages.get(state.value)
        name = offer.answer.value
        return (
            (own or {}).get(name) or (message.choices.get(name) if message else None) or self.sheet.labels.get(name, "")
        )

    def _listed(self, state: State, own: Mapping[str, str], offers: Sequence[Choice] | None = None) -> str:
        chosen = enumerate(PLACES[state].choices if offers is None else offers, 1)
        return "\n".join(f"{n} {self.label(state, o, own)}".rstrip() for n, o in chosen)

    def fill(
        self,
        key: str,
        state: State,
        *,
        bland: bool,
        value: Callable[[str], str],
        offers: Sequence[Choice] | None = None,
    ) -> str:
        """Fill in a message; `value` returns the text for each placeholder. Raises MissingMessage for an unknown `key`.

        `offers`: the choices, where they are not always the state's own.
        """
        cut = self._cut.get((key, bland))
        if cut is None:
            raise MissingMessage(key, self.sheet.language)
        choices = self._remark_choices.get((key, state), self._choices[state]) if key != "fallback" else ""
        if offers is not None and offers != PLACES[state].choices:
            choices = self._listed(state, {}, offers)
        out = list(cut)
        for index in range(1, len(out), 2):
            out[index] = choices if out[index] == "choices" else value(out[index])
        if choices and "choices" not in cut[1::2]:
            out += ("\n", choices)
        return _tight("".join(out))

    def piece(self, name: str, values: Mapping[str, str] | None = None) -> str:
        """A small piece that is put into messages; "" when the sheet has none."""
        out = list(split(self.sheet.pieces.get(name, "")))
        for index in range(1, len(out), 2):
            out[index] = (values or {}).get(out[index], "")
        return "".join(out)

    def need(self, need: Need) -> str:
        """A need as it is said in a sentence."""
        words = self.sheet.needs.get(need.value)
        return words.said if words else need.value.replace("_", " ")

    def listing(self, parts: list[str]) -> str:
        """ "a, b and c" as this language says it."""
        if len(parts) < 2:
            return "".join(parts)
        return ", ".join(parts[:-1]) + (self.sheet.pieces.get("and") or ", ") + parts[-1]


class Catalog:
    """The words of every language that could be loaded. Never edited: a new edition is a new catalog."""

    def __init__(self, sheets: Mapping[str, LanguageFile]) -> None:
        names = {code: sheet.language for code, sheet in sheets.items()}
        self.languages = {code: Language(sheet, names) for code, sheet in sheets.items()}
        self.added = added_of(sheets)
        self._labels = {(state, own): self._wordings(state, own) for state in PLACES for own in (*self.languages, "")}

    def language(self, code: str) -> Language:
        """The words in `code`. Raises MissingMessage when that language did not load."""
        try:
            return self.languages[code]
        except KeyError:
            raise MissingMessage("*", code) from None

    def _wordings(self, state: State, own: str, offers: Sequence[Choice] | None = None) -> tuple[tuple[str, ...], ...]:
        order = sorted(self.languages, key=lambda code: code != own)
        return tuple(
            tuple(label for code in order if (label := self.languages[code].label(state, offer)))
            for offer in (PLACES[state].choices if offers is None else offers)
        )

    def labels(
        self, state: State, language: str, offers: Sequence[Choice] | None = None
    ) -> tuple[tuple[str, ...], ...]:
        """For each choice of a state (or of `offers`), its labels in every language, the person's own first."""
        if offers is not None and offers != PLACES[state].choices:
            return self._wordings(state, language, offers)
        return self._labels.get((state, language)) or self._labels[state, ""]


def added_of(sheets: Mapping[str, LanguageFile]) -> Added:
    """The languages that staff added."""
    return tuple((code, sheet.language) for code, sheet in sheets.items() if code not in LANGUAGES)[:MOST_ADDED]


def load_sheets(folder: Path = SHIPPED) -> tuple[dict[str, LanguageFile], dict[str, Place], list[str]]:
    """Every language file of a folder, where its words stand, and the faults of those that did not load."""
    sheets: dict[str, LanguageFile] = {}
    places: dict[str, Place] = {}
    problems: list[str] = []
    for code in LANGUAGES:
        path = folder / f"{code}.yaml"
        try:
            sheets[code], places[code] = read_sheet(path)
        except ContentError as error:
            problems += error.problems
    return sheets, places, problems


def message_of(sheet: LanguageFile, key: str) -> Message | None:
    """A message or remark by key."""
    return sheet.messages.get(key) or sheet.remarks.get(key) or (sheet.fallback if key == "fallback" else None)
