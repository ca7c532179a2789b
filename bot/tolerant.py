"""Loading of records that another release may have written: unknown fields and values are dropped, not refused.

Two releases run side by side during a deployment, and after a rollback an older one reads what a newer one wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

E = TypeVar("E", bound=StrEnum)


def known_fields(kind: type, stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entries of `stored` that the dataclass `kind` has a field for."""
    names = _names(kind)
    return {name: value for name, value in stored.items() if name in names}


def member(kind: type[E], value: object, otherwise: E) -> E:
    """Return the member with this value, or `otherwise` if this release has none."""
    return _by_value(kind).get(value, otherwise) if isinstance(value, str) else otherwise


def members(kind: type[E], values: Iterable[object]) -> tuple[E, ...]:
    """Return the members with these values, without those that this release does not have."""
    known = _by_value(kind)
    return tuple(known[value] for value in values if isinstance(value, str) and value in known)


@cache
def _names(kind: type) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))


@cache
def _by_value(kind: type[E]) -> dict[str, E]:
    return {str(one.value): one for one in kind}
