"""The errors: what a person reads, and what the exit code becomes."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest

from claimcheck.errors import (
    EXIT_PRECEDENCE,
    ClaimcheckError,
    InputError,
    Place,
    RuleError,
    UsageError,
    gravest,
)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("a.txt"), "a.txt"),
        (Place("a.txt", 3), "a.txt:3"),
        (Place("a.txt", 3, 7), "a.txt:3:7"),
    ],
)
def test_a_place_is_shown_as_editors_open_it(place: Place, shown: str) -> None:
    assert str(place) == shown


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (InputError("it is empty"), "it is empty"),
        (InputError("it is empty", place=Place("a.txt", 1)), "a.txt:1: it is empty"),
        (InputError("it is empty", next_step="Fill it"), "it is empty. Fill it"),
        (
            UsageError("unknown key", place=Place("c.toml", 2, 1), next_step='Did you mean "a"?'),
            'c.toml:2:1: unknown key. Did you mean "a"?',
        ),
    ],
)
def test_an_error_says_place_cause_and_next_step(error: ClaimcheckError, shown: str) -> None:
    assert str(error) == shown


@pytest.mark.parametrize(
    ("error", "code"), [(ClaimcheckError, 3), (UsageError, 2), (RuleError, 2), (InputError, 5)]
)
def test_an_error_has_the_exit_code_of_the_contract(
    error: type[ClaimcheckError], code: int
) -> None:
    assert error.exit_code == code
    assert issubclass(error, ClaimcheckError)


def test_nothing_wrong_ends_with_zero() -> None:
    assert gravest([]) == 0


def test_of_two_codes_the_graver_wins_in_any_order() -> None:
    for graver, lesser in pairwise(EXIT_PRECEDENCE):
        assert gravest([graver, lesser]) == gravest([lesser, graver]) == graver


def test_the_order_of_codes_does_not_matter() -> None:
    assert {gravest(codes) for codes in permutations([0, 1, 5, 2])} == {2}
