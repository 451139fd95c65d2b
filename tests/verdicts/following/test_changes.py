"""Changes: by how many per cent something moved, against the values before and after."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.hedges import Hedge, hedged
from claimcheck.quantities.possibility import consistency
from claimcheck.verdicts.following.changes import percent_change

from .told import differences


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 20 percent from $50 million to $70 million.",
        "Sales rose 20 percent to $70 million from $50 million.",
        "Sales rose by 20% from 51 to 74.",
        "Sales fell 20 percent last year to $50 million from $85 million.",
        "Exports fell from 80 tonnes to 40 tonnes, a drop of 20 percent.",
        "Exports fell from 80 tonnes to 40 tonnes, or 20 percent.",
        "Sales rose from $50 million to $71 million, a 10 percent increase.",
        # Falling, where they rose.
        "Sales fell 20 percent from $50 million to $70 million.",
    ],
)
def test_a_change_that_comes_to_something_else(text: str) -> None:
    [found] = differences(text)
    assert found[:2] == ("contradictory", "derived-hard")


@pytest.mark.parametrize(
    "text",
    [
        # It comes to it, by values as round as they are.
        "Sales rose 20 percent from $50 million to $60 million.",
        "Sales rose 40 percent from $50 million to $70 million.",
        "Sales rose 4.5 percent to $9,876.5 from $9,451.2.",
        "Sales fell 12 percent to $88 million from $100 million.",
        "Exports fell from 80 tonnes to 60 tonnes, a drop of 25 percent.",
        "Sales rose 50 percent from $2 billion to $3 billion.",
        # Points, years, other units, other words between.
        "Support rose 5 percentage points from 50 to 70.",
        "Support rose 5 points, or 10 percent, from 50 percent to 70 percent.",
        "Sales rose 5 percent from 2001 to 2005.",
        "Weight fell 20 percent from 80 kg to 40 pounds.",
        "Sales rose 20 percent as costs fell from $50 million to $70 million.",
        "Sales rose 20 percent, moving staff from 50 to 70.",
        # It is right the other way round: the rate of a currency that rises falls.
        "The yen rose 0.8 percent to 153.50 in February from 154.73 in January.",
        # Nobody says which way.
        "He put 20 percent from $50 million to $70 million.",
        # A bound is no value.
        "Sales rose more than 20 percent from $50 million to $70 million.",
    ],
)
def test_nothing_differs(text: str) -> None:
    assert differences(text) == []


VALUES = st.integers(10, 10_000)


@given(before=VALUES, after=VALUES, factor=st.sampled_from([0.001, 0.45359237, 1000.0]))
def test_a_change_is_the_same_in_every_unit(before: int, after: int, factor: float) -> None:
    ends = [hedged(Hedge.NONE, n, 1) for n in (before, after)]
    up = after >= before
    one = percent_change(*ends, up=up)
    other = percent_change(*(p.scaled(factor) for p in ends), up=up)
    assert one is not None
    assert other is not None
    assert (one.low, one.core_low, one.core_high, one.high) == pytest.approx(
        (other.low, other.core_low, other.core_high, other.high), rel=1e-6, abs=1e-6
    )


@given(before=VALUES, after=VALUES)
def test_the_change_itself_is_always_possible(before: int, after: int) -> None:
    ends = [hedged(Hedge.NONE, n, 1) for n in (before, after)]
    reckoned = percent_change(*ends, up=True)
    assert reckoned is not None
    exact = 100 * (after - before) / before
    assert reckoned(exact) == pytest.approx(1.0)
    assert consistency(reckoned, reckoned) == 1.0
