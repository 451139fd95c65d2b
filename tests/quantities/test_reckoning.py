"""Reckoning with possibilities: sums, products and quotients, and the laws they keep."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.quantities.hedges import Hedge, hedged
from claimcheck.quantities.possibility import Possibility, Tail, consistency

HEDGES = [Hedge.NONE, Hedge.ABOUT, Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.EXACTLY, Hedge.UP_TO]
VALUES = st.builds(
    lambda hedge, n: hedged(hedge, n, 1), st.sampled_from(HEDGES), st.integers(2, 5000)
)


def ends(p: Possibility) -> tuple[float, float, float, float]:
    return p.low, p.core_low, p.core_high, p.high


def test_a_sum() -> None:
    total = hedged(Hedge.EXACTLY, 7, 1).plus(hedged(Hedge.EXACTLY, 4, 1))
    assert ends(total) == (11, 11, 11, 11)


def test_a_way_over_a_speed() -> None:
    """>1,000 km at about 50 km/h, as semantics.md 4 has it."""
    hours = hedged(Hedge.MORE_THAN, 1000, 1000).over(hedged(Hedge.ABOUT, 50, 10))
    assert ends(hours) == pytest.approx((17.391, 18.605, 32.432, math.inf), abs=1e-3)
    assert hours.right is Tail.LOG


def test_what_may_be_divided_by_nothing_is_open() -> None:
    up_to = hedged(Hedge.UP_TO, 90, 10)
    assert hedged(Hedge.NONE, 100, 1).over(up_to).high == math.inf


@given(VALUES, VALUES)
def test_a_sum_and_a_product_do_not_depend_on_the_order(p: Possibility, q: Possibility) -> None:
    assert p.plus(q) == q.plus(p)
    assert ends(p.times(q)) == pytest.approx(ends(q.times(p)))


@given(VALUES, VALUES, st.floats(0, 1), st.floats(0, 1))
def test_what_both_allow_the_whole_allows(
    p: Possibility, q: Possibility, x: float, y: float
) -> None:
    """The core of a reckoning holds every reckoning with values of the cores."""
    a = p.core_low + x * (p.core_high - p.core_low)
    b = q.core_low + y * (q.core_high - q.core_low)
    assume(q.core_low > 0)
    for reckoned, value in ((p.plus(q), a + b), (p.times(q), a * b), (p.over(q), a / b)):
        assert reckoned.core_low <= value * (1 + 1e-9)
        assert value <= reckoned.core_high * (1 + 1e-9)


@given(VALUES, VALUES, st.sampled_from([1e-3, 0.45359237, 1.609344, 60.0]))
def test_converting_both_changes_nothing(p: Possibility, q: Possibility, factor: float) -> None:
    assume(q.core_low > 0)
    one, other = p.over(q), p.scaled(factor).over(q.scaled(factor))
    assert ends(one) == pytest.approx(ends(other))
    assert consistency(one, other) == pytest.approx(1.0)
