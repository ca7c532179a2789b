"""All that is said of words while somebody writes them, each with its place: errors stop, warnings want a reason.

Looks only; what is published, and by whom, is decided elsewhere.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ruamel.yaml.comments import CommentedMap

from bot.content.catalog import LANGUAGES, PLACEHOLDER, Catalog, Language, message_of
from bot.content.characters import printable
from bot.content.checks import SAID_AT, check_sheet, fullest
from bot.content.editions import FALLBACK, Name
from bot.content.hotlines import Hotlines
from bot.content.language_file import Place as Where
from bot.content.language_file import Sheet
from bot.content.lookalikes import cost
from bot.content.overlay import SECTIONS
from bot.content.plain_language import Kind, Lists, remarks
from bot.flows.machine import PLACES
from bot.flows.model import Offer
from bot.flows.names import Answer, State
from bot.understanding import Lexicon, read
from bot.understanding.reader import CONTROLS

_CALLED = re.compile(
    r"(?<![\d:/.,$])(?:\+?\d[\d\s().-]{5,}\d|\d{5,6}|\d{3})(?![\d:/%]|\.\d)"
    r"|(?<!\d)(?:\d{3}\W{1,3})?\d{3}\W{1,3}\d{4}(?!\d)|\b1\W?8\d\d\W?[A-Za-z]{4,}|\b8\d\d\W?[A-Z]{5,}"
)
"""What may be a number to call or text: three digits alone, five or six, a whole number with whatever marks, or
one that is spelled in letters.
"""

NO_COVER = "\0"
"""Where it is not known which word is the cover word: no label is one."""

NEARLY = frozenset({
    (Answer.TALK, Answer.PERSON), (Answer.NOT_NOW, Answer.SKIP), (Answer.CHANGE, Answer.NOT_NOW),
    (Answer.NOT_YET, Answer.NOT_NOW),
})  # fmt: skip
"""A choice, and a control word that it may be worded like: who says either is served as well by the other."""

ENGLISH = "en"
"""Is written in the cheaper alphabet alone."""

COUNTRY_DIGITS = 11
"""A number of North America with its country's 1 before it."""


class Severity(StrEnum):
    """What has to be done about it."""

    ERROR = "error"  # nothing is published while it stands
    WARNING = "warning"  # may stand, with a reason


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on an entry. `part` is text, bland, choices or "" for the whole; `letters` have look-alikes."""

    name: Name
    part: str
    severity: Severity
    says: str
    letters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What words are held against."""

    lexicon: Lexicon
    hotlines: Hotlines
    today: dt.date
    lists: Lists
    cover_word: str = NO_COVER


def findings(sheets: Mapping[str, Sheet], changed: Collection[Name], known: Known) -> list[Finding]:
    """All errors of these sheets, and the warnings about the entries that were `changed`, in a fixed order.

    What a language that staff add does not have yet is no error.
    """
    found: list[Finding] = []
    for code, sheet in sheets.items():
        found += _of_form(code, sheet.model_dump_json(), known.lists.added(code, Kind.NAMES))
    choosing = tuple((code, _without_texts(sheet)) for code, sheet in sheets.items())
    found += _mistaken(choosing, known.lexicon, known.cover_word)
    for name in sorted(changed):
        if name.language in sheets:
            found += _of_words(name, sheets[name.language], known)
            if name.section in SECTIONS:
                found += _left_behind(name, sheets, changed)
    return list(dict.fromkeys(replace(one, says=printable(one.says)) for one in found))


@lru_cache(maxsize=32)
def _of_form(code: str, written: str, names: tuple[str, ...]) -> tuple[Finding, ...]:
    """The faults of a sheet in its written form. Kept, as an editor is at one language at a time."""
    found = []
    sheet, where = Sheet.model_validate_json(written), Where(code, CommentedMap())
    for problem in check_sheet(code, sheet, where, unfinished=code not in LANGUAGES, names=names):
        at, _, says = problem.removeprefix(f"{code}:1: ").partition(": ")
        section, _, rest = at.partition(".")
        key, part = rest, ""
        for known in ("text", "bland", "choices"):
            if rest.endswith("." + known):
                key, part = rest.removesuffix("." + known), known
        if section == FALLBACK:
            key, part = FALLBACK, rest
        found.append(Finding(Name(code, section, key), part, Severity.ERROR, says))
    return tuple(found)


def _without_texts(sheet: Sheet) -> str:
    """All that choices are worded by, in its written form."""
    sections = {"messages": sheet.messages, "remarks": sheet.remarks}
    bare = {
        section: {key: message.model_copy(update={"text": "", "bland": None}) for key, message in messages.items()}
        for section, messages in sections.items()
    }
    return sheet.model_copy(update=bare).model_dump_json()


@lru_cache(maxsize=8)
def _mistaken(written: tuple[tuple[str, str], ...], lexicon: Lexicon, cover_word: str) -> tuple[Finding, ...]:
    """Every choice whose label, texted back, would be read as something else, here or anywhere. A language that staff
    add gives way to those that ship: these are held against each other only. Kept, as most that is typed words none.
    """
    sheets = {code: Sheet.model_validate_json(each) for code, each in written}
    ours = Catalog({code: sheet for code, sheet in sheets.items() if code in LANGUAGES})
    catalog = ours if len(ours.languages) == len(sheets) else Catalog(sheets)
    found: list[Finding] = []
    for code in sheets:
        found += _mistaken_in(ours if code in LANGUAGES else catalog, code, lexicon, cover_word)
    return tuple(found)


def _mistaken_in(catalog: Catalog, code: str, lexicon: Lexicon, cover_word: str) -> Iterator[Finding]:
    language = catalog.language(code)
    for place in map(fullest, PLACES.values()):
        labels = catalog.labels(place.state, code, place.offers)
        for number, offer in enumerate(place.offers, 1):
            for name, label in _wordings(code, language, place.state, offer):
                if not label:
                    continue
                heard, alone = (
                    _heard(
                        label, place=place, language=code, labels=known, lexicon=lexicon, cover_word=cover_word,
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
    """No label is a place to look for services."""


_heard = lru_cache(maxsize=8192)(read)
"""What a label is read as. Kept, as an editor changes one of them at a time."""


def _wordings(code: str, language: Language, state: State, offer: Offer) -> Iterator[tuple[Name, str]]:
    """Each way in which a choice is worded at a place, and where that stands: a remark may have its own."""
    sheet = language.sheet
    yield Name(code, *_entry_of(sheet, state, offer)), language.label(state, offer)
    for key, message in sheet.remarks.items():
        if offer.answer.value in message.choices and any(at.state is state for at in SAID_AT.get(key, ())):
            yield Name(code, "remarks", key), message.choices[offer.answer.value]


def _entry_of(sheet: Sheet, state: State, offer: Offer) -> tuple[str, str]:
    """The section and key in which the label of a choice stands."""
    if offer.need:
        return "needs", offer.need.value
    if offer.item:
        return "pieces", f"item.{offer.item.value}"
    message = sheet.messages.get(state.value)
    if message and offer.answer.value in message.choices:
        return "messages", state.value
    return "labels", offer.answer.value


def texts_of(sheet: Sheet, name: Name) -> Iterator[tuple[str, str]]:
    """Every part of an entry that is read by a person, with its words."""
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


def _of_words(name: Name, sheet: Sheet, known: Known) -> Iterator[Finding]:
    """Numbers, costly letters and words to ask about."""
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
    """Whether the language's own letters cost more already, as á does: that is shown, and nobody has to defend it."""
    return language != ENGLISH and any(letter.isalpha() for letter in dear)


def _of_number(number: str, known: Known) -> str:
    """What is wrong with a number in the words; "" for nothing."""
    called = _digits(number)
    stale = known.hotlines.stale(known.today)
    for key, line in known.hotlines.lines.items():
        if called in {_digits(line.number(medium)) for medium in ("call", "text", "video")}:
            is_old = f"{number.strip()} was not checked in the last month. Try it, check it off, and then name it."
            return is_old if key in stale else ""
    return f"{number.strip()} is not in the list of help lines. Take it out, or name one that is."


def _digits(number: str) -> str:
    """A number as it is compared: without its marks, and without the 1 of its country."""
    digits = re.sub(r"\D", "", number)
    return digits[1:] if len(digits) == COUNTRY_DIGITS else digits


def _left_behind(name: Name, sheets: Mapping[str, Sheet], changed: Collection[Name]) -> Iterator[Finding]:
    """The languages that have this entry and were not looked at with it. Who writes a language of the staff's own is
    behind the others, and never ahead.
    """
    for code, sheet in sheets.items() if name.language in LANGUAGES else ():
        other = name._replace(language=code)
        if code != name.language and other not in changed and any(texts_of(sheet, other)):
            says = f"{sheet.language} may now be out of date. Update it or say why it's fine."
            yield Finding(name, "", Severity.WARNING, says)
