"""The tables: as CSV without pandas, as frames with it, and the same columns in both."""

import csv
import io
import subprocess
import sys

import msgspec
import pandas as pd
import pytest

from claimcheck.report.frames import Frames, frames
from claimcheck.report.tables import Table, claims_table, csv_text, facts_table

from .sample import findings_document, sample


@pytest.fixture(scope="module")
def sample_frames() -> Frames:
    return frames(sample())


def rows(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(table))))


def test_there_is_a_row_for_each_record(sample_frames: Frames) -> None:
    document = sample()
    assert list(sample_frames.claims["id"]) == [claim.id for claim in document.claims]
    assert list(sample_frames.facts["id"]) == [fact.id for fact in document.facts]
    assert list(sample_frames.findings["id"]) == [finding.id for finding in document.findings]
    assert list(sample_frames.set_aside["reason"]) == ["not_a_bound", "a_name"]


def test_bounds_are_numbers_and_an_open_end_is_absent(sample_frames: Frames) -> None:
    claims = sample_frames.claims.set_index("id")
    bounds = ["hard_low", "hard_high", "core_low", "core_high"]
    assert list(claims.loc["cars-90", bounds]) == [0, 100, 60, 90]
    assert claims.loc["cars-20", "hard_low"] == 20
    assert claims.loc["cars-20", "hard_high"] is pd.NA
    assert claims["hard_low"].dtype == "Float64"


def test_moments_stand_in_columns_of_their_own(sample_frames: Frames) -> None:
    left = sample_frames.claims.set_index("id").loc["left"]
    assert (left["hard_from"], left["hard_to"]) == ("-W-7T12:00", "-W-7T18:00")
    assert left["hard_low"] is pd.NA


def test_claims_name_their_fact_and_camp(sample_frames: Frames) -> None:
    claims = sample_frames.claims
    carriages = claims[claims["fact"] == "fact-cars"]
    assert dict(zip(carriages["id"], carriages["camp"], strict=True)) == {
        "cars-20": 1,
        "cars-90": 2,
        "cars-arm": 1,
    }


def test_findings_join_their_facts(sample_frames: Frames) -> None:
    joined = sample_frames.findings.merge(sample_frames.facts, left_on="fact", right_on="id")
    assert list(joined["attribute_x"]) == list(joined["attribute_y"])
    assert joined["findings"].tolist() == [1, 3, 3, 3]


def test_facts_know_their_worst_finding(sample_frames: Frames) -> None:
    facts = sample_frames.facts.set_index("id")
    duration = facts.loc["fact-duration", ["findings", "documents", "verdict", "severity"]]
    assert list(duration) == [3, 4, "contradictory", 1.0]
    assert facts.loc["fact-kind", "findings"] == 0
    assert facts["verdict"].isna()["fact-kind"]


def test_an_empty_document_keeps_the_columns_and_their_kinds() -> None:
    empty, full = frames(findings_document()), frames(sample())
    for name in ("claims", "facts", "findings", "set_aside"):
        assert getattr(empty, name).empty
        assert list(getattr(empty, name).dtypes) == list(getattr(full, name).dtypes)


@pytest.mark.parametrize("table", [claims_table(sample()), facts_table(sample())])
def test_every_column_has_a_name_of_its_own_and_a_meaning(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.meaning for column in table.columns)
    assert all(len(row) == len(names) for row in table.rows)


def test_csv_and_frames_have_the_same_columns_and_values(sample_frames: Frames) -> None:
    for table, frame in (
        (claims_table(sample()), sample_frames.claims),
        (facts_table(sample()), sample_frames.facts),
    ):
        kinds = {column.name: frame[column.name].dtype for column in table.columns}
        read = pd.read_csv(
            io.StringIO(csv_text(table)),
            dtype=kinds,
            keep_default_na=False,
            na_values={name: [""] for name in kinds},
        )
        # CSV has one kind of empty cell: an empty scope and an absent one look alike.
        pd.testing.assert_frame_equal(read, frame.replace("", pd.NA))


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


def test_negative_numbers_stay_numbers() -> None:
    claims = [msgspec.structs.replace(sample().claims[0], hard=(-5.0, 3.0))]
    [row] = rows(claims_table(msgspec.structs.replace(sample(), claims=claims, facts=[])))
    assert row["hard_low"] == "-5.0"


def test_pandas_is_loaded_for_frames_only() -> None:
    code = "import sys, claimcheck.report.html, claimcheck.report.frames; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "claimcheck.report.view" in done.stdout.split()
    assert "pandas" not in done.stdout.split()
