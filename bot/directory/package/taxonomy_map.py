"""Mapping of our own taxonomies in another publisher's package: their ids for our terms are replaced by ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.directory.package.merge import Terms, our_terms
from bot.directory.package.tables import PackageTables


class OwnTerms:
    """Terms of our taxonomies: the live ones and those that a package adds. An id of ours keeps its meaning.

    The constructor replaces the package's other ids for the same terms by ours.
    """

    def __init__(self, package: PackageTables, aside: Mapping[str, Any]) -> None:
        self._aside = aside
        ours = our_terms(aside.get("taxonomy_terms", ()), _taxonomies(aside))
        theirs = our_terms(_rows(package, "taxonomy_term"), _rows(package, "taxonomy"))
        mine = {term: key for key, term in ours.items()}
        self._known = {*ours, *(key for key, term in theirs.items() if term in mine)}
        for key, term in theirs.items():
            if mine.get(term, key) != key:
                package.put_in_place("attribute", "taxonomy_term_id", key, mine[term])
                package.put_in_place("taxonomy_term", "parent_id", key, mine[term])
        self.terms: Terms = {**theirs, **ours}
        self._ours = ours

    def beside(self, brought: Mapping[str, Any]) -> dict[str, Any]:
        """Return the data beside the package's services, with our terms and the names of their taxonomies kept."""
        own = [row for row in self._aside.get("taxonomy_terms", ()) if row.get("id") in self._ours]
        others = [row for row in brought["taxonomy_terms"] if row.get("id") not in self._known]
        tables = dict(brought["tables"])
        there = {row.get("id") for row in _taxonomies(brought)}
        named = {row.get("taxonomy_id") for row in own} - there
        lists = [*_taxonomies(brought), *(row for row in _taxonomies(self._aside) if row.get("id") in named)]
        if lists:
            tables["taxonomy"] = lists
        return {**brought, "taxonomy_terms": [*own, *others], "tables": tables}


def _rows(package: PackageTables, table: str) -> Iterable[Mapping[str, Any]]:
    return [row for _, row in package.rows(table)]


def _taxonomies(aside: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(aside.get("tables", {}).get("taxonomy", ()))
