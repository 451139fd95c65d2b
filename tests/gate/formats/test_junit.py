"""The JUnit format, as a reader of JUnit files reads it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import msgspec
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from claimcheck.document import SetAside
from claimcheck.gate.formats.junit import render
from claimcheck.gate.run import Run

from .runs import (
    ABSENT,
    KNOWN,
    first_run,
    hostile_run,
    repeated,
    run,
    run_of_every_state,
    seeds,
    two_trains,
)


def suite(made: Run) -> TestSuite:
    [told] = JUnitXml.fromstring(render(made))
    assert isinstance(told, TestSuite)
    return told


def cases(made: Run) -> list[TestCase]:
    return list(suite(made))


def result(case: TestCase) -> str:
    kinds = {Failure: "failed", Error: "error", Skipped: "skipped"}
    return next((kinds[type(told)] for told in case.result), "passed")


@pytest.mark.parametrize("made", [first_run(), run_of_every_state(), hostile_run()])
def test_the_counts_are_those_of_the_cases(made: Run) -> None:
    told = suite(made)
    count = Counter(map(result, told))
    counts = (told.tests, told.failures, told.errors, told.skipped)
    assert counts == (count.total(), count["failed"], count["error"], count["skipped"])
    assert count["failed"] == len(made.failing)
    assert count["error"] == len(made.problems)


@pytest.mark.parametrize("made", [run_of_every_state(), repeated(30), hostile_run()])
def test_no_two_cases_have_one_name(made: Run) -> None:
    names = [case.name for case in cases(made)]
    assert len(set(names)) == len(names)


def test_a_case_has_rule_and_id_for_a_name_and_its_article_for_a_class() -> None:
    [failed] = [c for c in cases(two_trains()) if result(c) == "failed"]
    assert re.fullmatch(r"carriage_count [0-9a-f]{12}", failed.name)
    assert failed.classname == "trains/a.txt"


def test_what_does_not_fail_says_why_it_is_skipped() -> None:
    told = {case.name.split()[-1]: case for case in cases(run_of_every_state())}
    assert "Ada Brown" in told[KNOWN].result[0].message
    assert "no longer there" in told[ABSENT].result[0].message


def test_an_article_without_a_failing_finding_passes() -> None:
    train, other = two_trains().articles.values()
    third = replace(train, id="c.txt", path="trains/c.txt", text="Nothing is said here.")
    document, articles = seeds()
    passed = [c for c in cases(run(document, articles, fail_on="never")) if result(c) == "passed"]
    assert [c.classname for c in passed] == [f"seeds/{name}" for name in sorted(articles)]
    assert third.id not in articles
    assert other.path not in {c.classname for c in cases(two_trains()) if result(c) == "passed"}


def test_an_article_that_was_set_aside_does_not_pass() -> None:
    document, articles = seeds()
    whole = SetAside(
        doc="0-key-points.txt",
        start=0,
        end=len(articles["0-key-points.txt"].text),
        text="",
        reason="its language is fr, not English",
    )
    changed = msgspec.structs.replace(document, set_aside=[whole], findings=[])
    told = {c.classname: c for c in cases(run(changed, articles))}
    assert result(told["seeds/0-key-points.txt"]) == "skipped"
    assert told["seeds/0-key-points.txt"].result[0].message == whole.reason
    assert result(told["seeds/1-train-convoy.txt"]) == "passed"


def test_standard_input_is_told_by_its_name() -> None:
    [failed] = [c for c in cases(two_trains(path=None)) if result(c) == "failed"]
    assert failed.classname == "a.txt"
    assert b"file=" not in render(two_trains(path=None))


def test_notes_are_told_beside_the_cases() -> None:
    assert b"<system-out>seeds/corpus.toml:4: this suppression" in render(run_of_every_state())
