"""Translation sheet of a language: all entries beside their sources, and the same as gettext PO, both ways.

Uses no network and stores nothing. A translator's file is checked here for its form only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog as Messages
from babel.messages.pofile import PoFileError, read_po, write_po

from bot.content.characters import tidy
from bot.content.draft import REVIEWED, content_hash, is_read, published_value
from bot.content.editions import FALLBACK, Edition, EntryName
from bot.content.language_file import LanguageFile
from bot.content.overlay import SECTIONS
from bot.errors import ContentError

ENGLISH, SPANISH = "en", "es"
MOST_BYTES = 1_000_000
"""Size limit of a translator's file."""


_LANGUAGE = re.compile(r'"Language: *([^"\\]+)')
_SEEN = re.compile(rb'^"X-Warmline-Seen: *([0-9]{1,12}) +([0-9]{1,12}) *\\n"', re.MULTILINE)
_PREVIOUS = re.compile(r"^#~\|.*$", re.MULTILINE)
_HEAD_GOES_ON = b'"MIME-Version:'


class Seen(NamedTuple):
    """State that a translator's file was made from: the draft at a second since the epoch, and the edition's number."""

    edition: int = 0
    at: int = 0


class Row(NamedTuple):
    """One part of an entry: its sources, its translation, and its position.

    `behind`: the English changed after the translation. `reviewed`: a native reader has reviewed the entry as it is.
    """

    name: EntryName
    part: str
    english: str
    spanish: str
    value: str
    behind: bool
    reviewed: bool

    @property
    def context(self) -> str:
        """Return the row's name in a PO file: section/key/part."""
        return "/".join((self.name.section, self.name.key, self.part)).rstrip("/")


def direction(code: str) -> str:
    """Return "rtl" for a language written from right to left, else "ltr"."""
    try:
        return str(Locale.parse(code).text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def own_name(code: str) -> str:
    """Return a language's name in that language.

    Raises ContentError if no language has the code, or if the language's usual code is another one; the message names
    that code.
    """
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        named = Locale(ENGLISH).languages.items()
        meant = next((one for one, name in named if name.casefold() == code and _is_code(one)), "")
    else:
        meant = locale.language
    if meant == code and _is_code(code):
        return str(Locale(code).get_display_name(code)).capitalize()
    if _is_code(meant):
        raise ContentError([f"{code}: the code of {Locale(meant).get_display_name(ENGLISH)} is {meant}. Use that one."])
    raise ContentError([f"{code}: no language has this code. Expected two or three letters, as fr or vi."])


def _is_code(code: str) -> bool:
    """Return True if it is the usual code of a language."""
    try:
        return str(Locale.parse(code)) == code and bool(Locale(code).get_display_name(ENGLISH))
    except (UnknownLocaleError, ValueError):
        return False


def rows(shipped: Mapping[str, LanguageFile], edition: Edition, code: str) -> Iterator[Row]:
    """Yield the whole sheet of a language, in the order of the English file.

    The edition may be a draft's. Parts that English lacks come after those that it has.
    """
    english = shipped[ENGLISH]
    for section in (*SECTIONS, FALLBACK):
        keys = [FALLBACK] if section == FALLBACK else list(getattr(english, section))
        for key in keys:
            name = EntryName(code, section, key)
            value, source, spanish = (
                published_value(shipped, edition, name._replace(language=language))
                for language in (code, ENGLISH, SPANISH)
            )
            since = edition.since
            behind = value is not None and since.get(str(name._replace(language=ENGLISH)), 0) > since.get(str(name), 0)
            seen = is_read(shipped, edition, name)
            texts = dict(parts(source))
            for part in dict.fromkeys((*texts, *dict(parts(value)))):
                yield Row(name, part, texts.get(part, ""), part_of(spanish, part), part_of(value, part), behind, seen)


def unread(shipped: Mapping[str, LanguageFile], edition: Edition, code: str) -> tuple[int, int]:
    """Count the entries that no native reader has reviewed in their present form, and all entries."""
    seen = {row.name: row.reviewed for row in rows(shipped, edition, code) if row.value}
    return sum(not one for one in seen.values()), len(seen)


def parts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in an entry with its path: "", text, bland, choices.yes, said."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from parts(inner, f"{path}.{key}".strip("."))
    elif isinstance(value, str):
        yield path, value


def part_of(value: Any, path: str) -> str:
    """Return one part of an entry; "" if it has none."""
    return dict(parts(value)).get(path, "")


def with_part(value: Any, path: str, words: str) -> Any:
    """Return the entry with one part replaced."""
    key, _, rest = path.partition(".")
    if not key:
        return words
    before = value if isinstance(value, dict) else {}
    return {**before, key: with_part(before.get(key), rest, words) if rest else words}


def as_po(shipped: Mapping[str, LanguageFile], edition: Edition, code: str, at: int = 0) -> bytes:
    """Return the sheet as a PO file; `at` is its time in seconds since the epoch.

    An entry is marked fuzzy if the English changed after its translation.
    """
    messages = Messages(locale=code, project="Warmline", version=str(edition.number), fuzzy=False)
    messages.header_comment = (
        "# ((name)) is filled in: leave it as it is. Short and plain; msgctxt says where it stands."
    )
    for row in rows(shipped, edition, code):
        if not row.english:
            continue
        comments = [f"Spanish: {row.spanish}"] if row.spanish else []
        messages.add(
            row.english, row.value, context=row.context, flags=["fuzzy"] if row.behind and row.value else [],
            auto_comments=comments,
        )  # fmt: skip
    out = BytesIO()
    write_po(out, messages, width=0, sort_output=False)
    seen = b'"X-Warmline-Seen: %d %d\\n"\n' % (edition.number, at)
    return out.getvalue().replace(_HEAD_GOES_ON, seen + _HEAD_GOES_ON, 1)


def seen_of(data: bytes) -> Seen:
    """Read the state that a PO file was made from; a file that names none counts as older than all others."""
    said = _SEEN.search(data)
    return Seen(int(said[1]), int(said[2])) if said else Seen()


def from_po(data: bytes, shipped: Mapping[str, LanguageFile], edition: Edition, code: str) -> dict[EntryName, Any]:
    """Return the entries that a translator's file changes.

    Fuzzy and empty entries are skipped. Raises ContentError with all faults and their lines; then nothing is taken.
    """
    if len(data) > MOST_BYTES:
        raise ContentError([f"The file is larger than {MOST_BYTES:,} bytes."])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentError([f"line {line}: this is not in UTF-8. Save the file in UTF-8 and send it again."]) from None
    try:
        # what an obsolete entry was before, which msgmerge --previous writes, is unknown to the parser
        read = read_po(StringIO(_PREVIOUS.sub("#", text)), abort_invalid=True)
    except PoFileError as error:
        told = f"line {error.lineno + 1}: this is not a PO file ({error.args[0]})."
        raise ContentError([_language_fault(text) or told]) from None
    except (ValueError, LookupError):
        told = "line 1: the head of this PO file cannot be read. Take a new file and copy the head from there."
        raise ContentError([_language_fault(text) or told]) from None
    if read.locale_identifier and (read.locale is None or read.locale.language != code):
        told = f'The head of this file says "Language: {read.locale_identifier}", and this is the sheet of {code}.'
        raise ContentError([f"{told} Send it on the page of its own language, or write {code} there."])
    known = {row.context: row for row in rows(shipped, edition, code)}
    changed: dict[EntryName, Any] = {}
    problems: list[str] = []
    for message in read:
        if not message.id or not message.string or message.fuzzy:
            continue
        row = known.get(message.context or "")
        words = message.string if isinstance(message.string, str) else ""
        if not message.context:
            problems.append(f"line {message.lineno}: there is no msgctxt, which says where it stands. Take a new file.")
        elif row is None:
            problems.append(f"line {message.lineno}: there is no entry {message.context}.")
        elif message.id != row.english:
            problems.append(f"line {message.lineno}: {row.context}: the English is another by now. Take a new file.")
        elif words != row.value:
            before = changed.get(row.name, edition.words.get(code, {}).get(row.name.section, {}).get(row.name.key))
            changed[row.name] = with_part(before, row.part, tidy(words))
    if problems:
        raise ContentError(problems)
    return changed


def _language_fault(text: str) -> str:
    """Explain why the language in the header of a PO file cannot be read; return "" if it can."""
    for number, line in enumerate(text.split("\n"), 1):
        if language := _LANGUAGE.match(line):
            try:
                Locale.parse(language[1].replace("-", "_"))
            except UnknownLocaleError:
                pass  # the code is well formed
            except ValueError:
                told = f'line {number}: "{language[1]}" is no code of a language.'
                return f"{told} Write a code there, as fr, or nothing."
    return ""


def review_of(name: EntryName, value: Any) -> tuple[EntryName, str]:
    """Build the draft entry that records a native reader's review of this value."""
    return EntryName(name.language, REVIEWED, f"{name.section}.{name.key}"), content_hash(value)
