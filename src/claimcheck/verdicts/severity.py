"""Severity: how far apart two values are, and how much that matters, each from 0 to 1.

The rules are those of semantics.md 4: doublings for what is measured and counted, a tenth for each
day or hour beyond 0.4 for what lies in time.
"""

from __future__ import annotations

import math

from claimcheck.quantities.calendar.times import WEEK
from claimcheck.quantities.possibility import Possibility

LEAST_HARD = 0.25
"""What a difference of two values weighs at least that cannot both be true: 972 against 965 cannot,
and is still only a small difference."""

DAY = 24.0
"""Hours."""


def severity(gap: float, c: float) -> float:
    """How much a difference matters, from 0 to 1, before anybody's certainty is weighed: how far
    apart the values are, less what agreement is left."""
    return max((1 - c) * gap, LEAST_HARD if c == 0 else 0.0)


def value_gap(p: Possibility, q: Possibility, *, signed: bool = False) -> float:
    """Doublings between the middles of the cores, at most 1; where a ratio means nothing, as with
    zero, negative and other `signed` values, their distance in quarters of the coarser grain
    (ruling 12)."""
    low, high = sorted((p.midpoint, q.midpoint))
    if low > 0 and not signed:
        return min(1.0, math.log2(high / low))
    return min(1.0, (high - low) / (4 * max(p.grain, q.grain)))


def day_gap(p: Possibility, q: Possibility) -> float:
    """0.4 and a tenth for each time that the coarser of two dates fits between them, at most 1
    (semantics.md 4)."""
    gap = max(p.low - q.high, q.low - p.high, 0.0)
    return min(1.0, 0.4 + 0.1 * gap / max(p.grain, q.grain, 1.0))


def time_gap(p: Possibility, q: Possibility) -> float:
    """0.4 and a tenth for each day between the middles of two times of a week, both in hours, at
    most 1 (semantics.md 4). Sunday and Monday are a day apart, whichever is said first."""
    days = abs(p.midpoint - nearest(p, q, WEEK).midpoint) / max(DAY, p.grain, q.grain)
    return min(1.0, 0.4 + 0.1 * days)


def hour_gap(p: Possibility, q: Possibility) -> float:
    """0.4 and a tenth for each hour between the middles of two clock times, at most 1: an hour is
    the grain, whatever the hour is. 11:30 p.m. and 12:30 a.m. are an hour apart."""
    hours = abs(p.midpoint - nearest(p, q, DAY).midpoint) / max(1.0, p.grain, q.grain)
    return min(1.0, 0.4 + 0.1 * hours)


def nearest(p: Possibility, q: Possibility, turn: float) -> Possibility:
    """`q` in that week or day in which it is nearest to `p`; the same where nothing turns."""
    return q.scaled(1.0, turn * round((p.midpoint - q.midpoint) / turn)) if turn else q
