"""The notebook: it runs from either folder, what it shows is current, and it carries nothing else."""

from __future__ import annotations

import base64
import re
import runpy
from pathlib import Path
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "analysis.ipynb"
RUNNER = runpy.run_path(str(ROOT / "docs" / "notebook.py"))
PNG = b"\x89PNG\r\n"


def texts(notebook: Any) -> list[str]:
    """What the cells print, and what they show as text."""
    return [
        output.text if output.output_type == "stream" else output.data["text/plain"]
        for output in outputs(notebook)
    ]


def outputs(notebook: Any) -> list[Any]:
    return [o for cell in notebook.cells if cell.cell_type == "code" for o in cell.outputs]


def plots(notebook: Any) -> list[bytes]:
    shown = (o.data["image/png"] for o in outputs(notebook) if "image/png" in o.get("data", {}))
    return [base64.b64decode(one) for one in shown]


@pytest.fixture(scope="module", params=[ROOT, ROOT / "docs"], ids=["root", "docs"])
def run(request: pytest.FixtureRequest) -> Any:
    return RUNNER["executed"](request.param)


@pytest.fixture(scope="module")
def committed() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]


def test_it_goes_from_a_folder_to_a_plot(run: Any) -> None:
    shown = texts(run)
    assert shown[0].startswith("<Report: 5 articles, ")
    assert any("more than 20 armoured cars" in text and "up to 90" in text for text in shown)
    (plot,) = plots(run)
    assert plot.startswith(PNG)
    assert len(plot) > 10_000


def test_it_converts_days_into_hours(run: Any) -> None:
    (table,) = (text for text in texts(run) if "nearly an entire day" in text)
    assert re.search(r"two days +hour +36\.0 +60\.0 +42\.0 +54\.0", table)


def test_it_counts_who_stands_with_the_fewer(run: Any) -> None:
    (table,) = (text for text in texts(run) if "minority" in text)
    counts = re.findall(r"(?m)(\S+\.txt) +(\d+) +(\d+)$", table)
    assert len(counts) == 5
    assert all(int(minority) <= int(comparable) for _, comparable, minority in counts)


def test_what_it_shows_is_current(run: Any, committed: Any) -> None:
    assert texts(committed) == texts(run), "make notebook runs it again"
    assert len(plots(committed)) == len(plots(run))


def test_it_is_small_and_tells_of_no_machine(committed: Any) -> None:
    text = NOTEBOOK.read_text("utf-8")
    assert len(text) < 200_000
    prose = re.sub(r'"image/png": "[^"]*"', "", text)
    assert not re.search(r"/(?:home|tmp|work|root|Users)/", prose)
    assert not re.search(r"(?i)traceback|warning", prose)
    assert all(cell.execution_count is None for cell in committed.cells if cell.cell_type == "code")
