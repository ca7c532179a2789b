"""Message catalog: finds the text of a key in a language and fills in its placeholders.

Placeholders are filled by plain substitution: edited text is never executed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bot.content.language_file import LanguageFile, Message, Place, read_sheet
from bot.content.rules import MOST_ADDED
from bot.errors import ContentError, MissingMessage
from bot.flows import abroad, asides, at_hand, consent, emergency, fillers, harm, in_canada, urgent, wording
from bot.flows.global_transitions import OTHER_MENUS
from bot.flows.guides import PAGE_KEYS, REACH
from bot.flows.handoff import NAME_GONE, RENAMED
from bot.flows.lasting import MEANS
from bot.flows.machine import PLACES
from bot.flows.model import Choice
from bot.flows.names import LANGUAGES, Answer, Need, State
from bot.flows.privacy import NOT_ERASED
from bot.flows.safety import ASKED_AGAIN, EXPOSED, PHONE_TAKEN, TOLD_BEFORE, YOUNG_KEYS
from bot.understanding.words import normalise

SHIPPED = Path(__file__).parent

Added = tuple[tuple[str, str], ...]
"""Code and own name of each language that staff added."""

PLACEHOLDER = re.compile(r"\(\(([a-z_]+)\)\)")

REMARKS = (
    "safety.ask.medical", "safety.ask.self_harm", "safety.ask.violence", "safety.ask.child_hurt",
    "safety.ask.sexual_abuse", "safety.ask.exploitation", ASKED_AGAIN, emergency.WITHDRAWAL, "safety.watched",
    "foreign.line", "foreign.again", "foreign.quiet",
    "safety.watched.unnamed",
    "unclear.rephrase", "unclear.photo", *emergency.KEYS, *YOUNG_KEYS, EXPOSED, MEANS, *urgent.KEYS,
    "safety.fine_now", *harm.KEYS, *at_hand.KEYS, "safety.holder", PHONE_TAKEN, TOLD_BEFORE,
    "welcome.heard_too", "welcome.heard_then", "welcome.told", "welcome.what_now",
    "welcome.go_on", "consent.answer", "consent.noted", "handoff.nobody_comes",
    "handoff.no_need_to_wait", "handoff.note_kept", "handoff.still_asked", "handoff.still_waiting",
    "handoff.thanked", "needs.country",
    "consent.sure", "consent.name_again", NAME_GONE, RENAMED, *consent.STANDS_KEYS,
    *consent.SEEN.values(), *consent.BACK.values(),
    *consent.UNNAMED.values(),
    "privacy.nothing_shared", NOT_ERASED, "privacy.nothing_told", "needs.area_again", "needs.area_first",
    "needs.area_then", "needs.other_area", "needs.area_noted", "options.area_noted", "followup.which_hour",
    "handoff.no_rush", "handoff.quiet", "handoff.handed_on",
    "handoff.invited", "handoff.put_off", "handoff.joined", "handoff.contact_quiet", "handoff.contact_left",
    "handoff.contact_out", "followup.reminder", "followup.reminder_set", "followup.no_reminder", "followup.not_yet",
    *asides.KEYS, *asides.REASON_KEYS, *wording.KEYS, *fillers.KEYS, *fillers.NOTED,
    "guides.end", REACH, *PAGE_KEYS, *abroad.KEYS, *in_canada.KEYS,
)  # fmt: skip


BY_ITSELF = frozenset({"fallback", "foreign.line", "foreign.again", "foreign.quiet"})
"""Texts without the choices of their state: of a turn that failed, or to somebody who may not read them."""


def split(text: str) -> tuple[str, ...]:
    """Split a text into literals and placeholders in turn: `a ((b)) c` becomes ("a ", "b", " c")."""
    return tuple(PLACEHOLDER.split(" ".join(text.split(" ")).strip()))


def _tight(text: str) -> str:
    """Remove the space that an empty placeholder leaves behind."""
    return text.replace("  ", " ").replace(" \n", "\n").lstrip(" ")


class Language:
    """Texts of one language, split in advance so that filling them is a join.

    `names` maps each language code to the language's own name.
    """

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
        """Return the label of a choice; "" if the file has none, since the choice's number still works."""
        if offer.need:
            words = self.sheet.needs.get(offer.need.value)
            return words.choice if words else ""
        if offer.language:
            return self._names.get(offer.language, "")
        if offer.fact:
            return self.piece(f"told.{offer.fact.value}", {"age": str(offer.age)})
        if offer.item:
            return self.piece(f"item.{offer.item.value}")
        message = self.sheet.messages.get(state.value)
        name = offer.answer.value
        return (
            (own or {}).get(name) or (message.choices.get(name) if message else None) or self.sheet.labels.get(name, "")
        )

    def choices(self, state: State, offers: Sequence[Choice]) -> str:
        """Return the choices on offer in a state, one a line."""
        return self._listed(state, {}, offers)

    def _listed(self, state: State, own: Mapping[str, str], offers: Sequence[Choice] | None = None) -> str:
        chosen = enumerate(PLACES[state].choices if offers is None else offers, 1)
        return "\n".join(f"{n} {self.label(state, o, own)}".rstrip() for n, o in chosen)

    def fill(  # noqa: PLR0913 -- what stands in a text, by name
        self,
        key: str,
        state: State,
        *,
        bland: bool,
        value: Callable[[str], str],
        offers: Sequence[Choice] | None = None,
        choices: str | None = None,
    ) -> str:
        """Return the whole text of `key`, with `value` giving the value of each placeholder.

        `offers` are the choices to list, if they differ from the state's own; `choices` is said in place of them.
        Raises MissingMessage without a text.
        """
        cut = self._cut.get((key, bland))
        if cut is None:
            raise MissingMessage(key, self.sheet.language)
        if key in BY_ITSELF:
            choices = ""
        elif choices is None:
            is_own = offers is None or offers == PLACES[state].choices
            own = self._remark_choices.get((key, state), self._choices[state])
            choices = own if is_own else self._listed(state, {}, offers)
        out = list(cut)
        for index in range(1, len(out), 2):
            out[index] = choices if out[index] == "choices" else value(out[index])
        if choices and "choices" not in cut[1::2]:
            out += ("\n", choices)
        return _tight("".join(out))

    def piece(self, name: str, values: Mapping[str, str] | None = None) -> str:
        """Return a small piece of text that is put into messages; "" if the language has none."""
        out = list(split(self.sheet.pieces.get(name, "")))
        for index in range(1, len(out), 2):
            out[index] = (values or {}).get(out[index], "")
        return "".join(out)

    def need(self, need: Need) -> str:
        """Return a need as worded inside a sentence."""
        words = self.sheet.needs.get(need.value)
        return words.said if words else need.value.replace("_", " ")

    def listing(self, parts: list[str]) -> str:
        """Join the parts as this language does: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return ", ".join(parts[:-1]) + (self.sheet.pieces.get("and") or ", ") + parts[-1]


_THE_SAME = {Answer.CONNECT: Answer.PERSON}
"""Choices that stand for another one outside their menu."""

MEANT_EVERYWHERE = frozenset(
    {Answer.MENU, Answer.PERSON, Answer.GO_ON, Answer.NEEDS, Answer.HOW_TO_REACH, *OTHER_MENUS}
) - {Answer.MORE}
"""Answers whose labels are understood outside their menu. None consents or erases. "More" is more of anything."""


class Catalog:
    """Texts of every language that could be loaded. Immutable: a new edition is a new catalog."""

    def __init__(self, sheets: Mapping[str, LanguageFile]) -> None:
        names = {code: sheet.language for code, sheet in sheets.items()}
        self.languages = {code: Language(sheet, names) for code, sheet in sheets.items()}
        self.added = added_of(sheets)
        self.elsewhere = self._meant_everywhere()
        self._labels = {(state, own): self._wordings(state, own) for state in PLACES for own in (*self.languages, "")}
        self.kept: dict[Hashable, object] = {}
        """What others derive of it and keep as long as it is in use. See `conversation.our_words`."""

    def language(self, code: str) -> Language:
        """Return the texts of the language `code`; raise MissingMessage if it did not load."""
        try:
            return self.languages[code]
        except KeyError:
            raise MissingMessage("*", code) from None

    def _wordings(self, state: State, own: str, offers: Sequence[Choice] | None = None) -> tuple[tuple[str, ...], ...]:
        order = sorted(self.languages, key=lambda code: code != own)
        return tuple(
            () if offer.fact else tuple(label for code in order if (label := self.languages[code].label(state, offer)))
            for offer in (PLACES[state].choices if offers is None else offers)
        )

    @property
    def all_labels(self) -> frozenset[str]:
        """Every wording of every choice that a state has by itself, in all languages."""
        return frozenset(label for labels in self._labels.values() for wordings in labels for label in wordings)

    def _meant_everywhere(self) -> dict[tuple[str, ...], Choice]:
        """Return the words of each label that means one thing in whatever menu it stands, and its choice.

        Only those that agree to nothing and bind nobody: see `MEANT_EVERYWHERE`.
        """
        found: dict[tuple[str, ...], set[Choice]] = {}
        for state, place in PLACES.items():
            for offer in place.heard:
                for label in self._wordings(state, "", (offer,))[0]:
                    meant = replace(offer, answer=_THE_SAME.get(offer.answer, offer.answer))
                    found.setdefault(normalise(label).tokens, set()).add(meant)
        one = {words: next(iter(offers)) for words, offers in found.items() if len(offers) == 1}
        return {words: offer for words, offer in one.items() if offer.answer in MEANT_EVERYWHERE}

    def labels(
        self, state: State, language: str, offers: Sequence[Choice] | None = None
    ) -> tuple[tuple[str, ...], ...]:
        """Return, for each choice, its labels in all languages, the person's own language first.

        `offers` are the choices, if they differ from the state's own.
        """
        if offers is not None and offers != PLACES[state].choices:
            return self._wordings(state, language, offers)
        return self._labels.get((state, language)) or self._labels[state, ""]


def added_of(sheets: Mapping[str, LanguageFile]) -> Added:
    """Return the languages that staff added, at most as many as a menu has room for."""
    return tuple((code, sheet.language) for code, sheet in sheets.items() if code not in LANGUAGES)[:MOST_ADDED]


def load_sheets(folder: Path = SHIPPED) -> tuple[dict[str, LanguageFile], dict[str, Place], list[str]]:
    """Load all language files of a folder.

    Returns the sheets, the positions of their texts in the files, and the faults of the files that did not load.
    """
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
    """Return a message or remark by its key; None if there is none."""
    return sheet.messages.get(key) or sheet.remarks.get(key) or (sheet.fallback if key == "fallback" else None)
