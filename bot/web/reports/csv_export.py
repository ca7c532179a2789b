"""CSV export of the report tables.

A cell that a spreadsheet would run as a formula is made plain text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from bot.reports.tables import Table
from bot.web.reports import labels as words

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Characters that a spreadsheet may read as the start of a formula."""

MARK = "\ufeff"
"""Byte order mark, which tells a spreadsheet that the file is UTF-8."""


def write(tables: Sequence[Table]) -> str:
    """Return the tables as CSV with one figure a line: table, row, column, figure.

    Figures that are suppressed on the page are suppressed here as well.
    """
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(("Table", "Row", "Column", "Figure"))
    for table in tables:
        for row in (*table.rows, *([table.total] if table.total else [])):
            for column, figure in zip(table.columns, row.figures, strict=True):
                cells = (words.title(table), words.row(table, row.name), words.column(column), str(figure))
                lines.writerow(map(plain, cells))
    return MARK + out.getvalue()


def plain(cell: str) -> str:
    """Prefix a cell with an apostrophe if a spreadsheet could read it as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
