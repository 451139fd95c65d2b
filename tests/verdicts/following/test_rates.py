"""Rates: the whole over how many there are, against what each is said to be."""

from __future__ import annotations

import pytest

from .told import differences


@pytest.mark.parametrize(
    "text",
    [
        "She bought four tickets for $100, or $20 each.",
        "She bought four tickets for $100 ($20 apiece).",
        "She bought four tickets for $100, which is $20 per ticket.",
        "She sold 50 cows for €1 million, or €30,000 a cow.",
        "They bought 12 boats at $30 each, a total of $500.",
        "They bought 12 boats at $30 each, $500 in all.",
    ],
)
def test_each_comes_to_something_else(text: str) -> None:
    [found] = differences(text)
    assert found[:2] == ("contradictory", "derived-hard")


@pytest.mark.parametrize(
    "text",
    [
        # It comes to it, rounded as it is written.
        "She bought four tickets for $100, or $25 each.",
        "She bought three tickets for $100, or about $33 each.",
        "They bought 12 boats at $30 each, a total of $360.",
        # Another thing is counted, or only some of them.
        "She bought four tickets for $100, or $20 per hour.",
        "She bought four of the ten tickets for $100, or $20 each.",
        # Nothing is counted.
        "Zero tickets for $100, or $20 each.",
        "They bought no boats at $30 each, a total of $360.",
        # Something comes on top.
        "He paid for two rooms at $90 each, a total of $200 with tax.",
        # Other currencies, other words between.
        "She bought four tickets for $100, or €20 each.",
        "She bought four tickets for $100 and two chairs for $20 each.",
        "She bought four tickets and paid $100 for dinner, or $20 each.",
        "They bought 12 boats at $30 each and sold them for $500.",
        "They bought 12 boats at $30 each and oars, $500 in all.",
    ],
)
def test_nothing_differs(text: str) -> None:
    assert differences(text) == []
