"""The frames: typed columns, what joins them, and the same values as in the files."""

import io
import subprocess
import sys

import pandas as pd
import pytest

from claimcheck.api import Report
from claimcheck.report.tables.columns import COLUMNS
from claimcheck.report.tables.csv import csv_text
from claimcheck.report.tables.table import TABLES
from report.sample import findings_document, sample


@pytest.fixture(scope="module")
def report() -> Report:
    return Report(sample())


def test_there_is_a_row_for_each_record(report: Report) -> None:
    document = sample()
    assert list(report.claims["id"]) == [claim.id for claim in document.claims]
    assert list(report.facts["id"]) == [fact.id for fact in document.facts]
    assert list(report.findings["id"]) == [finding.id for finding in document.findings]
    assert list(report.set_aside["reason"]) == ["not_a_bound", "a_name"]
    assert list(report.documents["id"]) == [article.id for article in document.documents]


def test_bounds_are_numbers_and_an_open_end_is_absent(report: Report) -> None:
    claims = report.claims.set_index("id")
    bounds = ["hard_low", "hard_high", "core_low", "core_high"]
    assert list(claims.loc["cars-90", bounds]) == [0, 100, 60, 90]
    assert claims.loc["cars-20", "hard_low"] == 20
    assert claims.loc["cars-20", "hard_high"] is pd.NA
    assert claims["hard_low"].dtype == "Float64"


def test_moments_stand_in_columns_of_their_own(report: Report) -> None:
    left = report.claims.set_index("id").loc["left"]
    assert (left["hard_from"], left["hard_to"]) == ("-W-7T12:00", "-W-7T18:00")
    assert left["hard_low"] is pd.NA


def test_claims_name_their_fact_and_camp_with_its_origins(report: Report) -> None:
    carriages = report.claims.query("fact == 'fact-cars'").set_index("id")
    assert carriages["camp"].to_dict() == {"cars-20": 1, "cars-90": 2, "cars-arm": 1}
    assert carriages["origins"].to_dict() == {"cars-20": 2, "cars-90": 1, "cars-arm": 2}


def test_findings_join_their_facts(report: Report) -> None:
    joined = report.findings.merge(report.facts, left_on="fact", right_on="id")
    assert list(joined["attribute_x"]) == list(joined["attribute_y"])
    assert joined["findings"].tolist() == [1, 3, 3, 3]


def test_facts_know_their_worst_finding(report: Report) -> None:
    facts = report.facts.set_index("id")
    duration = facts.loc["fact-duration", ["findings", "documents", "verdict", "severity"]]
    assert list(duration) == [3, 4, "contradictory", 1.0]
    assert facts.loc["fact-kind", "findings"] == 0
    assert facts["verdict"].isna()["fact-kind"]


def test_documents_know_how_much_of_them_there_is(report: Report) -> None:
    documents = report.documents.set_index("id")
    counts = documents.loc["convoy.txt", ["source", "claims", "findings", "set_aside"]]
    assert list(counts) == ["Euronews", 3, 3, 1]
    assert documents["claims"].sum() == len(report.claims)


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_document_keeps_the_columns_and_their_kinds(name: str, report: Report) -> None:
    empty, full = getattr(Report(findings_document()), name), getattr(report, name)
    assert empty.empty
    assert list(empty.dtypes) == list(full.dtypes)


@pytest.mark.parametrize("name", TABLES)
def test_the_columns_say_what_the_frame_has(name: str, report: Report) -> None:
    frame, columns = getattr(report, name), report.columns(name)
    assert list(columns.index) == list(frame.columns) == [c.name for c in COLUMNS[name]]
    assert list(columns["kind"]) == list(map(str, frame.dtypes))
    assert columns["meaning"].all()


def test_no_frame_no_columns(report: Report) -> None:
    with pytest.raises(KeyError, match="sentences"):
        report.columns("sentences")


@pytest.mark.parametrize("name", TABLES)
def test_csv_and_frames_have_the_same_columns_and_values(name: str, report: Report) -> None:
    frame = getattr(report, name)
    read = pd.read_csv(
        io.StringIO(csv_text(TABLES[name](sample()))),
        dtype=dict(frame.dtypes),
        keep_default_na=False,
        na_values={column: [""] for column in frame},
    )
    # CSV has one kind of empty cell: an empty scope and an absent one look alike. And it has an
    # apostrophe before what begins like a formula, such as a weekday that no date anchors.
    written = frame.replace("", pd.NA).replace(r"^([-+=@].)", r"'\1", regex=True)
    pd.testing.assert_frame_equal(read, written)


def test_pandas_and_pyarrow_are_loaded_when_they_are_needed() -> None:
    code = (
        "import sys, claimcheck.report.folder, claimcheck.report.tables.frames, claimcheck.api, "
        "claimcheck.report.saved, claimcheck.report.changes; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "claimcheck.report.tables.parquet" in done.stdout.split()
    assert not {"pandas", "pyarrow", "matplotlib"} & set(done.stdout.split())
