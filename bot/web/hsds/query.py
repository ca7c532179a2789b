"""Query parameters of the API, and result pages in the standard's form; no records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

PER_PAGE, MOST = 50, 200
"""Default size of a page, and the largest that a caller may ask for."""

_NUMBER = re.compile("[1-9][0-9]{0,8}")
T = TypeVar("T")


class BadQuestion(Exception):
    """Query that cannot be read or is not offered.

    Its message says what is expected and repeats no value.
    """


class Wanted(NamedTuple):
    """Parsed query of a list.

    Pages count from 1; `filters` holds only the filters that were given.
    """

    page: int
    per_page: int
    full: bool
    filters: Mapping[str, str]


def wanted(asked: Mapping[str, str], filters: Iterable[str] = ()) -> Wanted:
    """Parse the parameters of a list request; `filters` are the ones that this list supports.

    Raise BadQuestion for any other parameter: to ignore a filter would return more than was asked for.
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
    """Return the id in canonical form; raise BadQuestion if it is not a UUID."""
    try:
        return str(UUID(text))
    except ValueError:
        raise BadQuestion(f"{name}: expected a UUID") from None


def cut(found: Sequence[T], ask: Wanted) -> Sequence[T]:
    """Return the entries of the requested page."""
    return found[(ask.page - 1) * ask.per_page : ask.page * ask.per_page]


def page(total: int, ask: Wanted, contents: list[dict[str, Any]]) -> dict[str, Any]:
    """Build the standard's page object from `contents`, out of `total` entries."""
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
