"""Parquet: the same rows as everywhere, in typed columns that say what they mean."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimcheck.report.tables.columns import COLUMNS
from claimcheck.report.tables.parquet import parquet_bytes
from claimcheck.report.tables.table import TABLES
from report.sample import findings_document, sample

TYPES = {"text": "string", "number": "double", "count": "int64"}


def read(content: bytes) -> pa.Table:
    return pq.read_table(pa.BufferReader(content))


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_those_of_the_table(name: str) -> None:
    table = TABLES[name](sample())
    columns = read(parquet_bytes(table)).to_pydict().values()
    assert list(zip(*columns, strict=True)) == list(table.rows)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("document", [sample(), findings_document()], ids=["full", "empty"])
def test_every_column_has_its_type_and_meaning(name: str, document: object) -> None:
    schema = read(parquet_bytes(TABLES[name](document))).schema  # type: ignore[arg-type]
    assert schema.names == [column.name for column in COLUMNS[name]]
    for column, field in zip(COLUMNS[name], schema, strict=True):
        assert str(field.type) == TYPES[column.kind]
        assert field.metadata[b"meaning"].decode() == column.meaning
        assert field.metadata.get(b"unit", b"").decode() == column.unit
    assert not schema.metadata  # of pandas, say, which would bring an index


def test_equal_tables_make_equal_bytes() -> None:
    once, again = (parquet_bytes(TABLES["claims"](sample())) for _ in range(2))
    assert once == again
