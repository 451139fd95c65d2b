"""Write the columns of the report's tables into docs/tables.md: `make columns`.

They are those that the tables are made from, so that the two cannot part.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimcheck.report.tables.columns import COLUMNS, Column, Kind
from claimcheck.report.tables.table import TABLES

PAGE = Path(__file__).with_suffix(".md")

_HEAD = """\
# The tables

`claimcheck report` writes these tables beside its page, as CSV for spreadsheets and as Parquet for
analysis, and `claimcheck.Report` has them as pandas frames. `claims.fact` and `findings.fact` name
a `facts.id`, and `doc` a `documents.id`. `findings.json` has the same as records
([its schema](schemas/findings-1.json)).

Numbers are in the unit of their row where the table here says `unit`; spans are half-open and count
code points of the article's file. Of times and dates the bounds are ISO 8601 strings, in columns of
their own. An empty cell has no value: an open end, say, or none of the kind. Characters that cannot
be shown are U+FFFD. In CSV an apostrophe stands before text that a spreadsheet would take for a
formula; in Parquet the meaning and the unit of a column are in its field's metadata. This page is
written by `make columns`.
"""

_KINDS: dict[Kind, str] = {
    "text": "text",
    "number": "number",
    "count": "whole number",
}


def content() -> str:
    """The page, as it should be."""
    return _HEAD + "".join(_section(name, columns) for name, columns in COLUMNS.items())


def _section(name: str, columns: tuple[Column, ...]) -> str:
    told = " ".join((TABLES[name].__doc__ or "").split())
    return "\n".join(["", f"## {name}", "", told, "", *_lines(columns), ""])


def _lines(columns: tuple[Column, ...]) -> Iterator[str]:
    yield "| column | kind | unit | meaning |"
    yield "|---|---|---|---|"
    for column in columns:
        yield f"| `{column.name}` | {_KINDS[column.kind]} | {column.unit} | {column.meaning} |"


if __name__ == "__main__":
    PAGE.write_text(content(), encoding="utf-8", newline="\n")
