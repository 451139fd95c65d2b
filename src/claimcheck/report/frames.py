"""The findings document as pandas frames, for analysis in a notebook.

The columns are those of `tables`, where each has its meaning and unit. Words are `string`, numbers
`Float64` and counts `Int64`: an absent value is `pd.NA` and turns no count into a float. pandas is
loaded on first use only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.document import FindingsDocument
from claimcheck.report.tables import (
    Kind,
    Table,
    claims_table,
    facts_table,
    findings_table,
    set_aside_table,
)

if TYPE_CHECKING:
    import pandas as pd

_DTYPES: dict[Kind, str] = {
    "words": "string",
    "text": "string",
    "number": "Float64",
    "count": "Int64",
}


@dataclass(frozen=True, slots=True)
class Frames:
    """Four frames: `claims.fact`, `findings.fact` and `facts.id` join them."""

    claims: pd.DataFrame
    facts: pd.DataFrame
    findings: pd.DataFrame
    set_aside: pd.DataFrame


def frames(document: FindingsDocument) -> Frames:
    """The frames of `document`, rows in its order."""
    return Frames(
        claims=_frame(claims_table(document)),
        facts=_frame(facts_table(document)),
        findings=_frame(findings_table(document)),
        set_aside=_frame(set_aside_table(document)),
    )


def _frame(table: Table) -> pd.DataFrame:
    import pandas as pd

    # Column by column, so that an empty table keeps the kinds of its columns too.
    columns = {
        column.name: pd.Series([row[place] for row in table.rows], dtype=_DTYPES[column.kind])
        for place, column in enumerate(table.columns)
    }
    return pd.DataFrame(columns)
