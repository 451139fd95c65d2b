"""Attributes: which ids there may be, and which there plainly cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.articles.corpus import read
from claimcheck.claims.attributes import may_match, names, proportional
from claimcheck.pipeline import check, shipped_rules

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    "pattern",
    [
        "carriage_count",
        "carriage_*",
        "*",
        "*_count",
        "trips by plane",
        "trips by *",
        "trip by train",
        "kill",
        "age",
        "date",
        # Open-ended ids nobody can list.
        "number horse",
        "num*",
        "n*horse",
        "people rower",
        "money USD",
        "measured duration",
        "rank of visits to russia",
        "visit to france",
        "distance from lima",
        "category weapon",
        "category colour seat",
        "[nm]*",
    ],
)
def test_what_could_be_a_rule_is_accepted(pattern: str) -> None:
    assert may_match(pattern, shipped_rules())


@pytest.mark.parametrize(
    "pattern",
    ["carriage_cuont", "carriages", "xyz*", "nubmer horse", "category", "Kill", "trips by camel"],
)
def test_what_is_plainly_no_rule_is_not(pattern: str) -> None:
    assert not may_match(pattern, shipped_rules())


def test_every_attribute_of_the_seeds_may_be_one() -> None:
    rules = shipped_rules()
    read_ids = {c.attribute for c in check(read(SEEDS).articles, rules).claims}
    assert {name for name in read_ids if not may_match(name, rules)} <= {
        "values before and after"  # what a claim was derived from, which no finding is of
    }


def test_packs_are_named_first() -> None:
    rules = shipped_rules()
    assert [*names(rules)][: len(rules.packs)] == [pack.attribute for pack in rules.packs]


@pytest.mark.parametrize(
    ("attribute", "known"),
    [
        ("carriage_count", True),
        ("journey_duration", True),
        ("departure_time", False),
        ("date", False),
        ("measured temperature", False),
        ("category weapon", False),
        ("trip by plane", False),
        ("trips by plane", True),
        ("number horse", True),
        ("money USD", True),
    ],
)
def test_a_share_means_something_of_what_has_a_ratio(attribute: str, known: bool) -> None:
    assert proportional(attribute, shipped_rules()) == known
