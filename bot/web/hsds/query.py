"""What a caller asks for, read from the address, and the page that answers it in the standard's form. No records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

PER_PAGE, MOST = 50, 200
"""So many in a page, unless the caller asks for fewer or more; and the most there are in one."""

_NUMBER = re.compile("[1-9][0-9]{0,8}")
T = TypeVar("T")


class BadQuestion(Exception):
    """What was asked cannot be read or is not offered. Its text says what is, and repeats no value."""


class Wanted(NamedTuple):
    """A page by its number, from 1; how many in it; and what is looked for, "" for anything."""

    page: int
    per_page: int
    full: bool
    filters: Mapping[str, str]


def wanted(asked: Mapping[str, str], filters: Iterable[str] = ()) -> Wanted:
    """What a list was asked for; of the `filters` it knows, those that are given.

    Raises BadQuestion for anything else: to leave a filter unheard would give more than was asked for.
    """
    known = ("page", "per_page", "format", "full", *filters)
    if strange := sorted(set(asked) - set(known)):
        names = ", ".join(name if re.fullmatch("[a-z_]{1,30}", name) else "something" for name in strange)
        raise BadQuestion(f"{names}: not offered here; expected only {', '.join(known)}")
    if asked.get("format", "json") != "json":
        raise BadQuestion("format: expected json")
    if asked.get("full", "false") not in ("true", "false"):
        raise BadQuestion("full: expected true or false")
    given = {
        name: uuid_of(asked[name], name) if name.endswith("_id") else asked[name]
        for name in filters if asked.get(name)
    }  # fmt: skip
    return Wanted(
        _number(asked, "page", 1), min(_number(asked, "per_page", PER_PAGE), MOST), asked.get("full") == "true", given
    )


def uuid_of(text: str, name: str = "id") -> str:
    """The id as we write it. Raises BadQuestion when it is none."""
    try:
        return str(UUID(text))
    except ValueError:
        raise BadQuestion(f"{name}: expected a UUID") from None


def cut(found: Sequence[T], ask: Wanted) -> Sequence[T]:
    """Those of the page that was asked for."""
    return found[(ask.page - 1) * ask.per_page : ask.page * ask.per_page]


def page(total: int, ask: Wanted, contents: list[dict[str, Any]]) -> dict[str, Any]:
    """The standard's page: `contents`, and where it stands among all `total`."""
    pages = -(-total // ask.per_page)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": ask.page,
        "size": len(contents),
        "first_page": ask.page == 1,
        "last_page": ask.page >= pages,
        "empty": not contents,
        "contents": contents,
    }


def _number(asked: Mapping[str, str], name: str, default: int) -> int:
    text = asked.get(name, str(default))
    if not _NUMBER.fullmatch(text):
        raise BadQuestion(f"{name}: expected a whole number from 1")
    return int(text)
