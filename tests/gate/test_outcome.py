"""The outcome: which findings fail a run, and which exit code wins."""

from __future__ import annotations

from itertools import combinations_with_replacement, permutations
from typing import Any

import pytest

from claimcheck.document import Finding, Grade, Side
from claimcheck.errors import EXIT_PRECEDENCE, ClaimcheckError, InputError, RuleError, UsageError
from claimcheck.gate.outcome import exit_code, failing

CRASH, USAGE, RULE, INPUT = (
    kind("it cannot be") for kind in (ClaimcheckError, UsageError, RuleError, InputError)
)


def finding(**changed: Any) -> Finding:
    """A new, major contradiction."""
    fields: dict[str, Any] = {
        "id": "0123456789ab",
        "fingerprint": "0123456789ab",
        "fact": "f",
        "rule": "carriage_count",
        "verdict": "contradictory",
        "basis": "hard",
        "grade": "major",
        "severity": 1.0,
        "status": "new",
        "explanation": "They differ.",
        "reconciliations": [],
        "sides": (side("20"), side("90")),
    }
    return Finding(**(fields | changed))


def side(value: str) -> Side:
    return Side(value=value, normalised=value, claims=["c"], origins=1)


@pytest.mark.parametrize(
    ("changed", "min_grade", "fail_on", "fails"),
    [
        ({}, "moderate", "new", True),
        # The grade at which a run fails is the least that does.
        ({"grade": "moderate"}, "moderate", "new", True),
        ({"grade": "minor"}, "moderate", "new", False),
        ({"grade": "minor"}, "minor", "new", True),
        ({"grade": "moderate"}, "major", "new", False),
        ({"grade": "negligible"}, "minor", "new", False),
        # Only contradictions fail, and none that somebody denies on the spot.
        ({"verdict": "superseded"}, "minor", "all", False),
        ({"verdict": "tension"}, "minor", "all", False),
        ({"basis": "disputed"}, "minor", "all", False),
        ({"basis": "derived-hard"}, "moderate", "new", True),
        ({"basis": "categorical"}, "moderate", "new", True),
        # What is known does not fail again, unless all shall.
        ({"status": "known"}, "moderate", "new", False),
        ({"status": "known"}, "moderate", "all", True),
        ({"status": "suppressed"}, "moderate", "new", False),
        ({}, "minor", "never", False),
    ],
)
def test_which_findings_fail(
    changed: dict[str, Any], min_grade: Grade, fail_on: str, fails: bool
) -> None:
    one = finding(**changed)
    assert failing([one], min_grade, fail_on) == ([one] if fails else [])


@pytest.mark.parametrize(
    ("failed", "problems", "code"),
    [
        ([], [], 0),
        ([finding()], [], 1),
        ([], [USAGE], 2),
        ([], [RULE], 2),
        ([], [INPUT], 5),
        ([], [CRASH], 3),
        # 3 before 2 before 5 before 1: a run that could not read all did not find all.
        ([finding()], [INPUT], 5),
        ([finding()], [USAGE], 2),
        ([finding()], [INPUT, USAGE], 2),
        ([finding()], [INPUT, RULE, CRASH], 3),
        ([finding(), finding()], [], 1),
    ],
)
def test_the_gravest_code_wins(
    failed: list[Finding], problems: list[ClaimcheckError], code: int
) -> None:
    for order in permutations(problems):
        assert exit_code(failed, order) == code


def test_the_precedence_of_the_contract() -> None:
    assert EXIT_PRECEDENCE == (3, 2, 5, 1, 4, 0)


@pytest.mark.parametrize(
    ("failed", "problems", "code"),
    [
        ([], [INPUT], 0),
        ([finding()], [INPUT], 1),
        ([finding()], [INPUT, USAGE], 2),
        ([], [CRASH, INPUT], 3),
    ],
)
def test_an_incomplete_corpus_may_be_allowed(
    failed: list[Finding], problems: list[ClaimcheckError], code: int
) -> None:
    assert exit_code(failed, problems, allow_incomplete=True) == code


def test_no_code_but_those_of_the_contract() -> None:
    kinds = [CRASH, USAGE, RULE, INPUT]
    for count in range(4):
        for problems in combinations_with_replacement(kinds, count):
            for failed in ([], [finding()]):
                for allowed in (False, True):
                    code = exit_code(failed, problems, allow_incomplete=allowed)
                    assert code in (0, 1, 2, 3, 5)


@pytest.mark.parametrize(
    ("rule", "grade", "fails"),
    [
        ("speed", "minor", True),
        ("carriage_count", "moderate", False),
        ("carriage_count", "major", True),
        # What nothing is said of fails from the grade of all.
        ("journey_duration", "minor", False),
        ("journey_duration", "moderate", True),
    ],
)
def test_a_rule_may_fail_from_a_grade_of_its_own(rule: str, grade: Grade, fails: bool) -> None:
    one = finding(rule=rule, grade=grade)
    own: dict[str, Grade] = {"speed": "minor", "carriage_count": "major"}
    assert failing([one], "moderate", "new", own) == ([one] if fails else [])
