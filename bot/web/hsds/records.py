"""Directory records that other systems may see: the stored ones, or those that ship if none are stored.

Which records there are, and their names, is known without reading them; only the records of one page are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple
from uuid import UUID

from bot.actions.directory import DirectoryActions
from bot.directory.attributes import NEEDS, TRAITS
from bot.directory.model import Hidden, Service
from bot.directory.parsing import Terms
from bot.directory.place_names import folded
from bot.directory.public import LISTED, public, public_terms
from bot.directory.serialization import Record, load, shipped, terms_of
from bot.store.directory import DirectoryStore
from bot.store.editions import Edition
from bot.web.current import runtime

Test = Callable[[Service], bool]


class Beside(NamedTuple):
    """Data beside the services: all terms, and other publishers' terms as they wrote them."""

    terms: Terms
    raw: tuple[Record, ...]


def services(filters: Mapping[str, str]) -> list[Service]:
    """Return the listed services that match all `filters`, sorted by id.

    Filters are named as in the standard and are not empty. A large import keeps no request waiting: until it is read,
    the previous services are listed, as far as they still exist.
    """
    runtime().directory.at(runtime().store.directory.edition())
    tests = [_test(name, value) for name, value in filters.items()]
    found = [one for one in runtime().directory.now if _is_listed(one) and all(test(one) for test in tests)]
    return sorted(found, key=lambda one: one.id)


def shown(ids: Iterable[str]) -> Iterator[Record]:
    """Yield the public form of these services, in their order, without those that have none."""
    terms = beside().terms
    for record in DirectoryActions(runtime()).records(ids).values():
        seen = public(record, terms)
        if seen is not None:
            yield seen


def terms_shown() -> list[Record]:
    """Return all public terms."""
    return public_terms(*beside())


def beside() -> Beside:
    """Return the data beside the services in use."""
    store = runtime().store.directory
    edition = store.edition()
    return _stored_beside(store, edition.whole) if edition else _shipped_beside()


def _is_listed(service: Service) -> bool:
    return service.status in LISTED and Hidden.SERVICE not in service.staff_only


def _test(name: str, value: str) -> Test:
    """Return the test that a filter of the standard applies to a service."""
    if name == "organization_id":
        return lambda one: one.organization_id == value
    if name == "taxonomy_term_id":
        return _serves(value)
    words = folded(value).split()
    return lambda one: all(word in folded(f"{one.name} {one.organization}") for word in words)


def _serves(term_id: str) -> Test:
    """Return the test for a term: our needs and traits can be asked for, any other term matches no service."""
    term = beside().terms.get(UUID(term_id))
    if term and term.taxonomy == NEEDS:
        return lambda one: term.code in one.needs
    if term and term.taxonomy == TRAITS:
        return lambda one: term.code in one.traits
    return lambda one: False


@cache
def _shipped_beside() -> Beside:
    _, aside = shipped()
    return _beside(aside)


@lru_cache(maxsize=2)
def _stored_beside(store: DirectoryStore, whole: str) -> Beside:
    """Load the data beside an imported directory; it stays the same when single records of it change."""
    return _beside(load(store.beside(Edition(whole, 0)) or b"{}"))


def _beside(aside: Record) -> Beside:
    return Beside(terms_of(aside), tuple(aside.get("taxonomy_terms", ())))
