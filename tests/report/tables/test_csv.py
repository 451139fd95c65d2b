"""CSV: no words are a formula, and numbers stay numbers."""

import csv
import io

import msgspec
import pytest

from claimcheck.report.tables.csv import csv_text
from claimcheck.report.tables.table import Table, claims_table
from report.sample import sample


def rows(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(table))))


@pytest.mark.parametrize(
    ("quote", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("-5 degrees", "'-5 degrees"),
        ("@home", "'@home"),
        ("two\nlines", "two\nlines"),
        ('"so", he said', '"so", he said'),
        ("nul\x00", "nul\ufffd"),
    ],
)
def test_words_are_no_formula(quote: str, cell: str) -> None:
    claims = [msgspec.structs.replace(sample().claims[0], quote=quote)]
    [row] = rows(claims_table(msgspec.structs.replace(sample(), claims=claims, facts=[])))
    assert row["quote"] == cell
    assert row["polarity"] == "+"


def test_a_saved_run_may_have_a_formula_anywhere() -> None:
    hard = ("-W-7T12:00", None)
    claims = [msgspec.structs.replace(sample().claims[0], id="=1+1", hard=hard, hedge="@SUM(A1)")]
    [row] = rows(claims_table(msgspec.structs.replace(sample(), claims=claims, facts=[])))
    assert (row["id"], row["hedge"], row["hard_from"]) == ("'=1+1", "'@SUM(A1)", "'-W-7T12:00")


def test_negative_numbers_stay_numbers() -> None:
    claims = [msgspec.structs.replace(sample().claims[0], hard=(-5.0, 3.0))]
    [row] = rows(claims_table(msgspec.structs.replace(sample(), claims=claims, facts=[])))
    assert row["hard_low"] == "-5.0"
