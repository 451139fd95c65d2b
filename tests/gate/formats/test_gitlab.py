"""GitLab's Code Quality report: what GitLab documents that it reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.gate.formats.gitlab import render
from claimcheck.gate.run import Run

from .runs import ABSENT, BASELINE, ROOT, hostile_run, repeated, run_of_every_state, two_trains

SCHEMA = ROOT / "docs" / "schemas" / "gitlab-codequality.json"


def issues(made: Run) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(render(made))
    return told


def validator(path: Path = SCHEMA) -> Draft202012Validator:
    schema = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(
    "made",
    [run_of_every_state(), hostile_run(), two_trains(path=None), two_trains(path="l", line=7)],
)
def test_it_is_what_gitlab_documents(made: Run) -> None:
    validator().validate(issues(made))


def test_the_schema_refuses_what_gitlab_does_not_read() -> None:
    [told] = issues(repeated(1))
    for wrong in (
        told | {"severity": "error"},
        told | {"fingerprint": ""},
        told | {"location": {"path": "a.txt"}},
        told | {"location": {"path": "/a.txt", "lines": {"begin": 0}}},
        {key: value for key, value in told.items() if key != "check_name"},
    ):
        assert not validator().is_valid([wrong])


def test_a_fingerprint_is_of_one_finding() -> None:
    prints = [told["fingerprint"] for told in issues(repeated(50))]
    assert len(set(prints)) == 50


@pytest.mark.parametrize(
    ("grade", "severity"), [("major", "critical"), ("moderate", "major"), ("minor", "minor")]
)
def test_how_severe_a_new_contradiction_is(grade: str, severity: str) -> None:
    [told] = issues(repeated(1, grade=grade))
    assert told["severity"] == severity


def test_states_are_told_in_words() -> None:
    told = issues(run_of_every_state())
    said = {word for issue in told for word in issue["description"].split(": ")[0].split(", ")}
    assert {"new", "updated", "known", "suppressed", "absent"} <= said
    assert {i["severity"] for i in told} == {"critical", "major", "minor", "info"}


def test_what_is_gone_points_into_the_baseline() -> None:
    [told] = [i for i in issues(run_of_every_state()) if ABSENT in i["description"]]
    assert told["location"] == {"path": BASELINE, "lines": {"begin": 9}}


def test_standard_input_has_its_name_for_a_path() -> None:
    [told] = issues(two_trains(path=None))
    assert told["location"] == {"path": "a.txt", "lines": {"begin": 1}}


def test_a_record_has_the_line_of_its_file() -> None:
    [told] = issues(two_trains("Text.\n", path="all.jsonl", line=7))
    assert told["location"] == {"path": "all.jsonl", "lines": {"begin": 7}}
