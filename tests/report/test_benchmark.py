"""The benchmark of the report runs, and what it makes is a report like any. No time is judged."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck.document import encode

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "report.py"

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = spec_from_file_location("benchmark_of_the_report", SCRIPT)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look for it
    spec.loader.exec_module(module)
    return module


def test_its_tables_have_a_row_for_each_size() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "7", "130", "--repeats", "1"],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    files, browser = map(rows, done.stdout.strip().split("\n\n"))
    for table in (files, browser):
        assert [row["findings"] for row in table] == ["7", "130"]
    assert all(float(row["page MB"]) > 0 for row in files)
    assert all(float(row["first content ms"]) > 0 for row in browser)
    assert all(
        float(row[f"filter: {name}, ms"]) > 0 for row in browser for name in ("word", "clear")
    )


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a Markdown table, by the words of its head."""
    head, _, *body = (line.strip("| ").split(" | ") for line in table.splitlines())
    return [dict(zip(head, row, strict=True)) for row in body]


def test_its_news_is_told_as_often_as_asked_and_the_same_each_time(benchmark: ModuleType) -> None:
    document, articles = benchmark.news(12)
    assert len(document.findings) == 12
    assert len({finding.id for finding in document.findings}) == 12
    assert encode(document) == encode(benchmark.news(12)[0])
    for claim in document.claims:
        text = articles[claim.doc].text
        assert text[claim.start : claim.end] == claim.quote
        first, last = claim.sentence
        assert first <= claim.start < claim.end <= last
        assert text[last - 1] == "."
