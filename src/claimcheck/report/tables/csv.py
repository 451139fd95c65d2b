"""A table as CSV, for spreadsheets."""

from __future__ import annotations

import csv
import io

from claimcheck.report.tables.table import Cell, Table

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table) -> str:
    r"""The table as CSV with a header line and "\n" line ends; an empty cell has no value.

    An apostrophe goes before text that a spreadsheet would take for a formula, whose ever it is:
    of a saved run, nothing is sure to be claimcheck's own.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(map(_quoted, row))
    return out.getvalue()


def _quoted(cell: Cell) -> Cell:
    # A sign alone, as of a polarity, is no formula.
    is_formula = isinstance(cell, str) and len(cell) > 1 and cell.startswith(_FORMULA)
    return f"'{cell}" if is_formula else cell
