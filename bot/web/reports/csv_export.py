"""The tables as a file for a spreadsheet. A cell that a spreadsheet would run as a formula is made plain text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from bot.reports.tables import Table
from bot.web.reports import labels as words

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the start of a formula."""

MARK = "\ufeff"
"""Tells a spreadsheet that the letters are UTF-8."""


def write(tables: Sequence[Table]) -> str:
    """A line for each figure: table, row, column, figure. What is kept back is so here as well."""
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
    """The cell, led by an apostrophe where it could be taken for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
