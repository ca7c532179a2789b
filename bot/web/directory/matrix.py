"""Matrix of needs by area: gaps without a vetted service, and needs that nothing fitted.

It shows counts only.
"""

from __future__ import annotations

from typing import NamedTuple

from flask import render_template, request, url_for

from bot.directory.matrix import Matrix, scopes, tally
from bot.directory.model import Coverage
from bot.flows.names import Need
from bot.reports import metrics as counting
from bot.reports import tables as reports
from bot.reports.tables import Figure, months
from bot.web.current import runtime
from bot.web.directory import labels as words
from bot.web.directory import place_labels
from bot.web.directory.base import READERS, bp
from bot.web.staff import role_required

MONTHS = max(reports.PERIODS)
"""Period over which unmet needs are counted."""

SHADES = (1, 2, 4, 8)
"""Smallest number of services for each shade of a cell."""


class Cell(NamedTuple):
    """Number of services, shade of the cell (0: none), and URL of the list of these services."""

    number: int
    shade: int
    address: str


class Row(NamedTuple):
    """Need by name, how often nothing fitted (None: too few to tell), and a cell for each column."""

    name: str
    unmet: Figure | None
    cells: tuple[Cell, ...]


@bp.get("/matrix")
@role_required(*READERS)
def matrix() -> str:
    """Show needs by area, for a country or one of its states or provinces."""
    directory = runtime().directory.now
    known = scopes(directory)
    scope = _scope(known)
    found = tally(directory, scope, lambda service: directory.offers(service.id))
    unmet = _unmet()
    rows = [_row(need, found, unmet.get(need)) for need in Need]
    return render_template(
        "directory/matrix.html",
        rows=rows,
        columns=[_heading(column, scope) for column in found.columns],
        gaps=sum(not cell.number for row in rows for cell in row.cells),
        scope=_code(scope),
        scope_name=place_labels.label(scope),
        scopes=[(_code(one), place_labels.label(one), bool(one.region)) for one in known],
        has_unmet=any(row.unmet for row in rows),
        shades=_shade_names(),
        months=MONTHS,
    )


def _scope(known: tuple[Coverage, ...]) -> Coverage:
    """Return the chosen scope, or the programme's region; its country while nothing in the region is known."""
    asked, own = request.args.get("region", "").upper(), runtime().settings.region
    by_code = {_code(one): one for one in known}
    home = Coverage(own.partition("-")[0])
    return by_code.get(asked) or by_code.get(own) or by_code.get(home.country) or next(iter(known), home)


def _code(place: Coverage) -> str:
    return f"{place.country}-{place.region}" if place.region else place.country


def _heading(column: Coverage, scope: Coverage) -> str:
    if column.is_nationwide:
        return "Nationwide"
    name = place_labels.label(column)
    return f"All of {name}" if column == scope else name


def _row(need: Need, found: Matrix, unmet: Figure | None) -> Row:
    cells = []
    for column in found.columns:
        count = found.at(need, column)
        shade = sum(count >= least for least in SHADES)
        address = url_for("directory.everything", need=need.value, area=place_labels.search_words(column))
        cells.append(Cell(count, shade, address))
    return Row(words.need(need), unmet, tuple(cells))


def _unmet() -> dict[str, Figure]:
    """Return by need how often nothing fitted, as far as the leads' reports show it."""
    today = runtime().directory.now.today().isoformat()
    tables = {table.name: table for table in reports.report(runtime().store.counts.of(months(today, MONTHS)))}
    at = reports.NEEDS.index(counting.UNMET)
    return {row.name: row.figures[at] for row in tables["needs"].rows if row.figures[at].least}


def _shade_names() -> list[tuple[int, str]]:
    """Return each shade with the numbers of services that it stands for."""
    named = [(0, "none")]
    for shade, least in enumerate(SHADES, 1):
        most = SHADES[shade] - 1 if shade < len(SHADES) else 0
        named.append((shade, f"{least}" if most == least else f"{least} to {most}" if most else f"{least} or more"))
    return named
