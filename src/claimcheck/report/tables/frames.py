"""A table as a pandas frame, for analysis in a notebook.

Text is `string`, numbers `Float64` and counts `Int64`: an absent value is `pd.NA` and turns no
count into a float. pandas is loaded on first use only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.tables.columns import Column, Kind
from claimcheck.report.tables.table import Table

if TYPE_CHECKING:
    import pandas as pd

_DTYPES: dict[Kind, str] = {
    "text": "string",
    "number": "Float64",
    "count": "Int64",
}


def frame(table: Table) -> pd.DataFrame:
    """The table as a frame, its rows in the same order."""
    import pandas as pd

    # Column by column, so that an empty table keeps the kinds of its columns too.
    columns = {
        column.name: pd.Series([row[place] for row in table.rows], dtype=_DTYPES[column.kind])
        for place, column in enumerate(table.columns)
    }
    return pd.DataFrame(columns)


def meanings(columns: tuple[Column, ...]) -> pd.DataFrame:
    """A row for each of `columns`: its name, kind, unit and meaning."""
    import pandas as pd

    rows = {c.name: (_DTYPES[c.kind], c.unit, c.meaning) for c in columns}
    named = pd.DataFrame.from_dict(rows, orient="index", columns=["kind", "unit", "meaning"])
    return named.rename_axis("name")
