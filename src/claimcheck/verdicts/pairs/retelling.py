"""Retelling: what a figure of a hypothesis is to the figure of the premise that it retells.

Two texts of one event are read more sharply than two articles that may each know something else:
whoever writes "more than 324 million" beside a premise of "324 million" says something else.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.claims.claim import Claim
from claimcheck.quantities.hedges import DIRECTION, Hedge
from claimcheck.verdicts.comparison import Comparison, same_when_rounded, weigh
from claimcheck.verdicts.comparison import agreement as consistent
from claimcheck.verdicts.pairs.dating import in_one_year
from claimcheck.verdicts.severity import LEAST_HARD

_ABOVE = {Hedge.MORE_THAN: False, Hedge.AT_LEAST: True}
_BELOW = {Hedge.LESS_THAN: False, Hedge.AT_MOST: True}
"""Bounds that a figure has to lie beyond, and whether the bound itself is allowed."""


def outright(one: Claim, other: Claim) -> Comparison:
    """A verdict as two sentences allow it. A figure is held to a bound as it is written; and that
    readers would take away other values is strain between two texts, where nothing but one of
    them says what the other means."""
    other = in_one_year(one, other)
    within = _within(one, other)
    if within is not None:
        return Comparison("compatible") if within else _clash(one, other)
    if _touching(one, other):
        return _clash(one, other)
    found = weigh(replace(one, generic=False), replace(other, generic=False))
    if found.verdict == "contradictory" and found.consistency > 0:
        return replace(found, verdict="compatible", tension=True)
    return found


def agreement(one: Claim, other: Claim) -> float:
    """How far a figure of the premise and one of the hypothesis can both be true, from 0 to 1."""
    within = _within(one, other)
    if within is not None:
        return float(within)
    other = in_one_year(one, other)
    return 0.0 if _touching(one, other) else consistent(one, other)


def _within(one: Claim, other: Claim) -> bool | None:
    """Whether a bare figure of the premise lies beyond the bound that the hypothesis gives; None
    where the one is not bare or the other no bound. The figure is taken as it is written:
    "320 million" is less than "321 million" and not more than "320 million"."""
    if one.category or one.anchor is None or other.anchor is None or one.hedge is not Hedge.NONE:
        return None
    if len(one.stated) != 1 or len(other.stated) != 1:
        return None
    if other.hedge in _ABOVE:
        return one.anchor > other.anchor or (_ABOVE[other.hedge] and one.anchor == other.anchor)
    if other.hedge in _BELOW:
        return one.anchor < other.anchor or (_BELOW[other.hedge] and one.anchor == other.anchor)
    return None


def says_more(one: Claim, other: Claim) -> bool:
    """Whether a figure of the hypothesis agrees with the premise's and yet does not follow from
    it: "at least 10" from "at least seven". The same number follows however it is hedged, and so
    does what readers take a bound for: "fewer than 40" from "more than 30"."""
    if one.category or one.anchor is None or other.anchor is None or one.anchor == other.anchor:
        return False
    if one.measurand.dimension == "date" or same_when_rounded(one, other):
        return False
    if DIRECTION.get(one.hedge, 0) * DIRECTION.get(other.hedge, 0) < 0:
        return False
    p, q = one.possibility, other.possibility
    return not (q.low <= p.core_low and p.core_high <= q.high) and _within(one, other) is None


def _touching(one: Claim, other: Claim) -> bool:
    """Whether two dates have no day in common but meet end to end: "in 1764", "after 1764"."""
    if one.measurand.dimension != "date":
        return False
    p, q = one.possibility, other.possibility
    return p.high <= q.low or q.high <= p.low


def _clash(one: Claim, other: Claim) -> Comparison:
    return Comparison("contradictory", "hard", 0.0, max(weigh(one, other).severity, LEAST_HARD))
