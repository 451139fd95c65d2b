"""A table as Parquet, for analysis: typed columns, each with its meaning. pyarrow is loaded on
first use only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report.tables.columns import Column, Kind
from claimcheck.report.tables.table import Table

if TYPE_CHECKING:
    import pyarrow as pa

_TYPES: dict[Kind, str] = {
    "text": "string",
    "number": "double",
    "count": "int64",
}


def parquet_bytes(table: Table) -> bytes:
    """The table as a Parquet file; equal tables give equal bytes with one version of pyarrow.

    The metadata of a column's field have its `meaning`, and its `unit` where it has one.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    # Column by column, so that an empty table keeps the kinds of its columns too.
    fields = [_field(column) for column in table.columns]
    columns = [
        pa.array([row[place] for row in table.rows], type=field.type)
        for place, field in enumerate(fields)
    ]
    out = pa.BufferOutputStream()
    pq.write_table(pa.table(columns, schema=pa.schema(fields)), out, compression="zstd")
    return bytes(out.getvalue())


def _field(column: Column) -> pa.Field:
    import pyarrow as pa

    told = {"meaning": column.meaning, "unit": column.unit}
    kind = pa.type_for_alias(_TYPES[column.kind])
    return pa.field(column.name, kind, metadata={k: v for k, v in told.items() if v})
