"""Checks a draft while an editor writes it: errors prevent publishing, warnings need a reason.

Changes nothing; what is published, and by whom, is decided elsewhere.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.content.catalog import PLACEHOLDER, Catalog, Language, message_of
from bot.content.characters import printable
from bot.content.checks import SAID_AT, Finding, Severity, check_sheet, fullest
from bot.content.editions import FALLBACK, EntryName
from bot.content.hotlines import Hotlines
from bot.content.language_file import LanguageFile
from bot.content.lookalikes import cost
from bot.content.overlay import SECTIONS
from bot.content.plain_language import Kind, Lists, remarks
from bot.flows.machine import PLACES
from bot.flows.model import Choice
from bot.flows.names import LANGUAGES, Answer, State
from bot.understanding import Lexicon, read
from bot.understanding.reader import CONTROLS

_CALLED = re.compile(
    r"(?<![\d:/.,$])(?:\+?\d[\d\s().-]{5,}\d|\d{5,6}|\d{3})(?![\d:/%]|\.\d)"
    r"|(?<!\d)(?:\d{3}\W{1,3})?\d{3}\W{1,3}\d{4}(?!\d)|\b1\W?8\d\d\W?[A-Za-z]{4,}|\b8\d\d\W?[A-Z]{5,}"
)
"""A possible number to call or text: three, five or six digits, a full number in any notation, or one in letters."""

NO_COVER = "\0"
"""Stands for an unknown cover word: no label equals it."""

NEARLY = frozenset({
    (Answer.TALK, Answer.PERSON), (Answer.NOT_NOW, Answer.SKIP), (Answer.CHANGE, Answer.NOT_NOW),
    (Answer.NOT_YET, Answer.NOT_NOW),
})  # fmt: skip
"""A choice, and an answer heard everywhere that its label may sound like: either serves the person as well."""

ENGLISH = "en"
"""Is written in GSM-7 alone."""

COUNTRY_DIGITS = 11
"""Digits of a North American number with the country code 1."""


@dataclass(frozen=True)
class CheckContext:
    """What the words are checked against."""

    lexicon: Lexicon
    hotlines: Hotlines
    today: dt.date
    lists: Lists
    cover_word: str = NO_COVER
    cover_words: tuple[str, ...] = ()  # those of further languages


def findings(sheets: Mapping[str, LanguageFile], changed: Collection[EntryName], known: CheckContext) -> list[Finding]:
    """Return all errors of these sheets, and the warnings about the `changed` entries, in a fixed order.

    What is missing in a language that staff add is no error.
    """
    found: list[Finding] = []
    for code, sheet in sheets.items():
        found += _of_form(code, sheet, known.lists.added(code, Kind.NAMES))
    choosing = tuple((code, _without_texts(sheet)) for code, sheet in sheets.items())
    found += _mistaken(choosing, known.lexicon, (known.cover_word, *known.cover_words))
    for name in sorted(changed):
        if name.language in sheets:
            found += _of_words(name, sheets[name.language], known)
            if name.section in SECTIONS:
                found += _left_behind(name, sheets, changed)
    return list(dict.fromkeys(replace(one, says=printable(one.says)) for one in found))


@lru_cache(maxsize=32)
def _of_form(code: str, sheet: LanguageFile, names: tuple[str, ...]) -> tuple[Finding, ...]:
    """Check one sheet. Cached, as an editor changes one language at a time."""
    return tuple(check_sheet(code, sheet, unfinished=code not in LANGUAGES, names=names))


@lru_cache(maxsize=32)
def _without_texts(sheet: LanguageFile) -> LanguageFile:
    """Return the sheet with only the words of its choices, so that a change of other words keeps `_mistaken` cached."""
    sections = {"messages": sheet.messages, "remarks": sheet.remarks}
    bare = {
        section: {key: message.model_copy(update={"text": "", "bland": None}) for key, message in messages.items()}
        for section, messages in sections.items()
    }
    return sheet.model_copy(update=bare)


@lru_cache(maxsize=8)
def _mistaken(
    choosing: tuple[tuple[str, LanguageFile], ...], lexicon: Lexicon, covers: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Return every choice whose label, texted back, would be understood as something else.

    A language that staff add gives way to the shipped ones, which are checked against each other only. Cached, as
    most of what an editor types changes no label.
    """
    sheets = dict(choosing)
    ours = Catalog({code: sheet for code, sheet in sheets.items() if code in LANGUAGES})
    catalog = ours if len(ours.languages) == len(sheets) else Catalog(sheets)
    found: list[Finding] = []
    for code in sheets:
        found += _mistaken_in(ours if code in LANGUAGES else catalog, code, lexicon, covers)
    return tuple(found)


def _mistaken_in(catalog: Catalog, code: str, lexicon: Lexicon, covers: tuple[str, ...]) -> Iterator[Finding]:
    language = catalog.language(code)
    for place in map(fullest, PLACES.values()):
        labels = catalog.labels(place.state, code, place.choices)
        for number, offer in enumerate(place.choices, 1):
            if offer.fact:
                continue  # chosen by its number alone
            for name, label in _wordings(code, language, place.state, offer):
                if not label:
                    continue
                heard, alone = (
                    _heard(
                        label, place=place, language=code, labels=known, lexicon=lexicon, cover_word=covers[0],
                        cover_words=covers[1:],
                        find_area=_nowhere,
                    ) for known in (labels, ((),) * len(labels))
                )  # fmt: skip
                meant = (offer.answer, (offer.need,) if offer.need else (), offer.item)
                at = f'"{label}" (choice {number} of {place.state.value})'
                part = "choices" if name.section in ("messages", "remarks") else ""
                if (heard.answer, heard.needs, heard.item) != meant:
                    says = f'{at} is heard as "{_spoken(heard.answer)}". Use other words.'
                    yield Finding(name, part, Severity.ERROR, says)
                elif alone.answer in CONTROLS and not _is_near(offer.answer, alone.answer):
                    says = f'{at} means "{_spoken(alone.answer)}" everywhere else. Use other words.'
                    yield Finding(name, part, Severity.ERROR, says)


def _is_near(chosen: Answer, control: Answer) -> bool:
    return chosen is control or (chosen, control) in NEARLY


def _spoken(answer: Answer) -> str:
    return answer.value.replace("_", " ")


def _nowhere(_: str) -> None:
    """Find no area: no label names one."""


_heard = lru_cache(maxsize=8192)(read)
"""Interprets a label. Cached, as an editor changes one at a time."""


def _wordings(code: str, language: Language, state: State, offer: Choice) -> Iterator[tuple[EntryName, str]]:
    """Yield each label of a choice in a state, with its entry: a remark may have its own labels."""
    sheet = language.sheet
    yield EntryName(code, *_entry_of(sheet, state, offer)), language.label(state, offer)
    for key, message in sheet.remarks.items():
        if offer.answer.value in message.choices and any(at.state is state for at in SAID_AT.get(key, ())):
            yield EntryName(code, "remarks", key), message.choices[offer.answer.value]


def _entry_of(sheet: LanguageFile, state: State, offer: Choice) -> tuple[str, str]:
    """Return the section and key of the entry that holds the label of a choice."""
    if offer.need:
        return "needs", offer.need.value
    if offer.item:
        return "pieces", f"item.{offer.item.value}"
    message = sheet.messages.get(state.value)
    if message and offer.answer.value in message.choices:
        return "messages", state.value
    return "labels", offer.answer.value


def texts_of(sheet: LanguageFile, name: EntryName) -> Iterator[tuple[str, str]]:
    """Yield every part of an entry that a person reads, with its words."""
    message = message_of(sheet, name.key) if name.section in ("messages", "remarks", FALLBACK) else None
    if message:
        yield "text", message.text
        if message.bland:
            yield "bland", message.bland
        for label in message.choices.values():
            yield "choices", label
    elif name.section == "needs" and name.key in sheet.needs:
        yield "choice", sheet.needs[name.key].choice
        yield "said", sheet.needs[name.key].said
    else:
        values = {"labels": sheet.labels, "pieces": sheet.pieces}.get(name.section, {})
        if name.key in values:
            yield "", values[name.key]


def _of_words(name: EntryName, sheet: LanguageFile, known: CheckContext) -> Iterator[Finding]:
    """Check the numbers, the costly letters and the words of an entry."""
    for part, text in texts_of(sheet, name):
        literal = PLACEHOLDER.sub(" ", text)
        for number in _CALLED.findall(literal):
            says = _of_number(number, known)
            if says:
                yield Finding(name, part, Severity.ERROR, says)
        price = cost(literal)
        if price.dear and not _writes_so(name.language, price.dear):
            shown = " ".join(price.dear)
            says = f"{shown} cannot be sent in the cheaper alphabet: the whole text counts 70 letters a part, not 160."
            yield Finding(name, part, Severity.WARNING, says, price.replaceable)
        for says in remarks(literal, name.language, known.lists):
            yield Finding(name, part, Severity.WARNING, says)


def _writes_so(language: str, dear: tuple[str, ...]) -> bool:
    """Return whether the language needs these letters, as Spanish needs á: then they cause no warning."""
    return language != ENGLISH and any(letter.isalpha() for letter in dear)


def _of_number(number: str, known: CheckContext) -> str:
    """Return what is wrong with a number in the words; "" for nothing."""
    called = _digits(number)
    stale = known.hotlines.stale(known.today)
    for key, line in known.hotlines.lines.items():
        if called in {_digits(line.number(medium)) for medium in ("call", "text", "video")}:
            is_old = f"{number.strip()} was not checked in the last month. Try it, check it off, and then name it."
            return is_old if key in stale else ""
    return f"{number.strip()} is not in the list of help lines. Take it out, or name one that is."


def _digits(number: str) -> str:
    """Return a number's digits for comparison, without the country code 1."""
    digits = re.sub(r"\D", "", number)
    return digits[1:] if len(digits) == COUNTRY_DIGITS else digits


def _left_behind(
    name: EntryName, sheets: Mapping[str, LanguageFile], changed: Collection[EntryName]
) -> Iterator[Finding]:
    """Warn about languages that have this entry and were not changed with it.

    An editor who changes a language that staff add leaves none behind.
    """
    for code, sheet in sheets.items() if name.language in LANGUAGES else ():
        other = name._replace(language=code)
        if code != name.language and other not in changed and any(texts_of(sheet, other)):
            says = f"{sheet.language} may now be out of date. Update it or say why it's fine."
            yield Finding(name, "", Severity.WARNING, says)
