"""A table as CSV, for spreadsheets."""

from __future__ import annotations

import csv
import io

from claimcheck.report.columns import Kind
from claimcheck.report.tables import Cell, Table

# A spreadsheet takes a cell that begins so for a formula, and an article's words may.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table) -> str:
    r"""The table as CSV with a header line and "\n" line ends; an empty cell has no value.

    An apostrophe goes before words that a spreadsheet would take for a formula.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        writer.writerow(_quoted(cell, kind) for cell, kind in zip(row, kinds, strict=True))
    return out.getvalue()


def _quoted(cell: Cell, kind: Kind) -> Cell:
    is_formula = kind == "words" and isinstance(cell, str) and cell.startswith(_FORMULA)
    return f"'{cell}" if is_formula else cell
