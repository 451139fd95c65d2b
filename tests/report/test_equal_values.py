"""Of one corpus the page, the JSON, the SARIF and the text tell the same values."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from claimcheck.cli import main

from .tree import having, text, tree

SEEDS = Path(__file__).parents[2] / "seeds"
KINDS = {"contradiction": "contradictory", "superseded": "superseded", "tension": "tension"}


class Told(NamedTuple):
    """What an output says of a finding. The text does not tell the severity, and of the values no
    more than the explanation does, which names both."""

    verdict: str
    grade: str
    explanation: str
    values: tuple[str, str] | None = None
    severity: float | None = None


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all outputs of the seeds."""
    folder = tmp_path_factory.mktemp("outputs")
    wanted = [
        option
        for name in ("text", "json", "sarif")
        for option in ("--format", name, "--output", str(folder / name))
    ]
    done = CliRunner().invoke(main, ["check", str(SEEDS), *wanted])
    assert done.exit_code == 1, done.output
    done = CliRunner().invoke(main, ["report", str(SEEDS), "-o", str(folder)])
    assert done.exit_code == 0, done.output
    return folder


def of_document(path: Path) -> Iterator[tuple[str, Told]]:
    for one in json.loads(path.read_text("utf-8"))["findings"]:
        first, second = (side["value"] for side in one["sides"])
        yield (
            one["id"],
            Told(
                one["verdict"], one["grade"], one["explanation"], (first, second), one["severity"]
            ),
        )


def of_json(folder: Path) -> Iterator[tuple[str, Told]]:
    return of_document(folder / "json")


def beside_the_page(folder: Path) -> Iterator[tuple[str, Told]]:
    return of_document(folder / "findings.json")


def of_sarif(folder: Path) -> Iterator[tuple[str, Told]]:
    [run] = json.loads((folder / "sarif").read_text("utf-8"))["runs"]
    for result in run["results"]:
        one: dict[str, Any] = result["properties"]
        first, second = one["values"]
        # The other side's words are a link, and the other mentions come after the explanation.
        message = re.sub(r"\[(“.*?”)\]\(\d+\)", r"\1", result["message"]["text"])
        message = re.split(r" (?:Also|Possible reconciliation): ", message)[0]
        yield (
            one["id"],
            Told(one["verdict"], one["grade"], message, (first, second), result["rank"] / 100),
        )


def of_text(folder: Path) -> Iterator[tuple[str, Told]]:
    head = r"(?m)^(\w+) \((\w+); [a-z, ]+\)  .+  \[([0-9a-f]{12})\]\n  (.*)$"
    for kind, grade, id_, explanation in re.findall(head, (folder / "text").read_text("utf-8")):
        yield id_, Told(KINDS[kind], grade, explanation)


def of_page(folder: Path) -> Iterator[tuple[str, Told]]:
    page = tree((folder / "index.html").read_text("utf-8"))
    [rows] = (element for element in page.iter() if element.get("id") == "finding-rows")
    for row in having(rows, "row", "finding"):
        [article] = row.iter("article")
        [verdict] = {c for tag in having(article, "tag") for c in classes(tag)} & {*KINDS.values()}
        [grade] = having(article, "grade")
        [severity] = re.findall(r"(?i)severity ([\d.]+) of 1", text(article))
        first, second = (
            text(next(next(having(article, "side", f"side-{side}")).iter("h4"))) for side in "ab"
        )
        yield (
            row.get("data-id", ""),
            Told(
                verdict,
                text(grade),
                next(text(p) for p in article.iter("p") if text(p).startswith("Two statements")),
                (words(first), words(second)),
                float(severity),
            ),
        )
        assert article.get("id") == row.get("data-id")


def classes(element: Any) -> set[str]:
    return {*element.get("class", "").split()}


def words(shown: str) -> str:
    """A value without the sign of its side before it."""
    return shown.lstrip("●■◆▲ ")


@pytest.mark.parametrize("told", [of_sarif, of_text, of_page, beside_the_page])
def test_every_output_tells_the_same_of_the_seeds(
    outputs: Path, told: Callable[[Path], Iterator[tuple[str, Told]]]
) -> None:
    expected = dict(of_json(outputs))
    found = dict(told(outputs))
    assert found.keys() == expected.keys()
    for id_, one in found.items():
        wanted = expected[id_]
        assert one[:3] == wanted[:3]
        assert one.values in (None, wanted.values)
        if one.severity is not None:  # SARIF and the page round to a thousandth
            assert one.severity == pytest.approx(wanted.severity, abs=0.0005001)
