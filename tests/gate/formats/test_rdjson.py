"""reviewdog's format: a diagnostic a line, its columns in bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claimcheck.gate.formats.rdjson import render
from claimcheck.gate.run import Run

from .runs import ABSENT, BASELINE, TRAINS, hostile_run, run_of_every_state, two_trains


def diagnostics(made: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in render(made).splitlines()]


def test_each_line_is_a_diagnostic() -> None:
    for made in (run_of_every_state(), hostile_run()):
        told = diagnostics(made)
        assert len(told) == len(made.document.findings) + len(made.notes) + len(made.problems)
        for one in told:
            assert set(one) <= {
                "message",
                "location",
                "severity",
                "source",
                "code",
                "related_locations",
            }
            assert one["severity"] in {"ERROR", "WARNING", "INFO"}
            assert isinstance(one["location"]["path"], str)


@pytest.mark.parametrize("lead", ["", "🚂🚂 é ", "First.\r\n\tÉ "])
def test_columns_are_bytes_of_the_line(lead: str) -> None:
    made = two_trains(lead)
    [told] = diagnostics(made)
    for location, name, words in zip(
        [told["location"], told["related_locations"][0]["location"]],
        ("a.txt", "b.txt"),
        TRAINS,
        strict=True,
    ):
        assert location["path"] == f"trains/{name}"
        start, end = location["range"]["start"], location["range"]["end"]
        line = made.articles[name].text.encode().splitlines()[start["line"] - 1]
        shown = line[start["column"] - 1 : end["column"] - 1].decode()
        assert shown == words.removeprefix("has ")


def test_the_other_side_is_a_related_location() -> None:
    [told] = diagnostics(two_trains())
    [related] = told["related_locations"]
    assert "up to 90 carriages" in related["message"]


def test_a_record_has_a_line_and_no_column() -> None:
    [told] = diagnostics(two_trains(path="all.jsonl", line=7))
    assert told["location"] == {"path": "all.jsonl", "range": {"start": {"line": 7}}}


def test_standard_input_has_its_name_for_a_path() -> None:
    [told] = diagnostics(two_trains(path=None))
    assert told["location"]["path"] == "a.txt"


def test_what_is_gone_points_into_the_baseline() -> None:
    [told] = [one for one in diagnostics(run_of_every_state()) if ABSENT in one["message"]]
    assert told["location"] == {"path": BASELINE, "range": {"start": {"line": 9}}}
