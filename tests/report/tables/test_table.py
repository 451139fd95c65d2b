"""The tables: a meaning for each column, and words that can be shown."""

import runpy
from pathlib import Path

import msgspec
import pytest

from claimcheck.document import Finding
from claimcheck.report.tables.columns import COLUMNS
from claimcheck.report.tables.table import TABLES
from report.sample import sample

DOCS = Path(__file__).parents[3] / "docs"


def test_every_table_has_columns_and_the_columns_a_table() -> None:
    assert list(TABLES) == list(COLUMNS)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_name_of_its_own_and_a_meaning(name: str) -> None:
    table = TABLES[name](sample())
    names = [column.name for column in table.columns]
    assert table.columns == COLUMNS[name]
    assert len(set(names)) == len(names)
    assert all(column.meaning for column in table.columns)
    assert all(len(row) == len(names) for row in table.rows)
    assert table.rows


def test_numbers_say_what_they_count() -> None:
    named = [column for columns in COLUMNS.values() for column in columns]
    counted = [column for column in named if column.kind in ("number", "count")]
    silent = [c.name for c in counted if not c.unit and not c.meaning.startswith("number of")]
    origins = ["a_origins", "b_origins"]  # their meaning says it
    assert silent == origins


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("two\nlines", "two\nlines"),
        ("nul\x00", "nul\ufffd"),
        ("\u202eover\u2066ride", "\ufffdover\ufffdride"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("שלושים", "שלושים"),
    ],
)
def test_words_are_as_on_the_page(written: str, shown: str) -> None:
    claims = [msgspec.structs.replace(sample().claims[0], quote=written)]
    [row] = TABLES["claims"](msgspec.structs.replace(sample(), claims=claims, facts=[])).rows
    assert row[[column.name for column in COLUMNS["claims"]].index("quote")] == shown


def test_a_finding_that_is_gone_may_have_no_fact() -> None:
    def gone(finding: Finding) -> Finding:
        return msgspec.structs.replace(finding, status="absent", fact="nowhere")

    document = msgspec.structs.replace(sample(), findings=[gone(sample().findings[0])])
    [row] = TABLES["findings"](document).rows
    assert row[2:6] == ("nowhere", None, None, None)


def test_what_is_no_longer_there_counts_nowhere() -> None:
    gone = [msgspec.structs.replace(f, status="absent") for f in sample().findings]
    document = msgspec.structs.replace(sample(), findings=gone)
    facts, documents = TABLES["facts"](document), TABLES["documents"](document)
    assert {row[-3:] for row in facts.rows} == {(0, None, None)}
    assert {row[-2] for row in documents.rows} == {0}


def test_the_page_on_the_columns_is_current() -> None:
    content = runpy.run_path(str(DOCS / "tables.py"))["content"]
    assert (DOCS / "tables.md").read_text("utf-8") == content(), "make columns writes it again"
