"""What a hedge means: from "about", "more than", "up to" and a number to a possibility.

Each constructor is a row of the table in semantics.md 1 and is named as people speak. They take
the number `n` as stated and its `grain`, the place value of its last significant digit, both in
the stated unit: 40 mph is a round number, 64.37 km/h is not. Convert afterwards.

The phrases that stand for each hedge are data: hedges.toml beside this module.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum

from claimcheck.quantities.possibility import OPEN, Possibility, Tail


class Hedge(Enum):
    """A kind of hedge. Values are part of claim identity (semantics.md 6): never rename one."""

    NONE = "eq"
    EXACTLY = "exact"
    ABOUT = "approx"
    ALMOST = "almost"
    JUST_UNDER = "just-under"
    JUST_OVER = "just-over"
    MORE_THAN = "gt"
    WELL_OVER = "well-over"
    AT_LEAST = "ge"
    LESS_THAN = "lt"
    AT_MOST = "le"
    UP_TO = "up-to"
    ODD = "odd"


DIRECTION = {
    Hedge.MORE_THAN: 1,
    Hedge.WELL_OVER: 1,
    Hedge.AT_LEAST: 1,
    Hedge.JUST_OVER: 1,
    Hedge.ODD: 1,
    Hedge.LESS_THAN: -1,
    Hedge.AT_MOST: -1,
    Hedge.UP_TO: -1,
    Hedge.JUST_UNDER: -1,
    Hedge.ALMOST: -1,
}
"""Which way a hedge points: 1 upwards, -1 downwards, absent neither."""

BOUNDS = frozenset(DIRECTION) - {Hedge.ALMOST}
"""Hedges that stand around another one: "up to about 90", "almost 20 or more"."""


def rounding(n: float, grain: float, cap: float = 0.15) -> float:
    """Half the play that a round number has, r(n) of semantics.md 1; rho(n) with a cap of 0.05."""
    return 0.5 * min(grain, cap * abs(n))


def next_above(n: float, grain: float) -> float:
    """up(n): where readers take "more than n" to end; at most half as much again."""
    step = max(grain, 0.1 * abs(n))
    return min(n + step, 1.5 * n) if n > 0 else n + step


def next_below(n: float, grain: float) -> float:
    """dn(n): where readers take "less than n" to begin."""
    step = max(grain, 0.1 * abs(n))
    return max(n - step, n / 1.5) if n > 0 else n - step


def _nudge(n: float, grain: float) -> float:
    """How far an open end keeps from `n`, in proportion to it: no unit makes it matter."""
    return OPEN * (abs(n) or grain)


def _tail(edge: float, signed: bool) -> Tail:
    return Tail.SPAN if signed or edge <= 0 else Tail.LOG


def _nothing(n: float, signed: bool) -> float:
    """The least value there is: nothing can be fewer than none, but colder than zero it can be."""
    return -math.inf if signed or n <= 0 else 0.0


def exactly(n: float, grain: float) -> Possibility:
    """ "exactly 20", "both", "the one": nothing else."""
    return Possibility(n, n, n, n, grain=grain)


def bare(n: float, grain: float, *, calendar: bool = False) -> Possibility:
    """ "20", "two days". A bare round number has a small halo (Krifka; Williams and Power 2013);
    a bare count of days or years is good to half a unit."""
    play = 0.25 * min(1.0, grain) if calendar else rounding(n, grain, 0.05)
    return Possibility(n - 2 * play, n - play, n + play, n + 2 * play, grain=grain)


def about(n: float, grain: float, *, calendar: bool = False) -> Possibility:
    """ "about", "around", "some 20", "20 or so": one rule for all; never narrower than bare."""
    play = max(rounding(n, grain), 0.01 * abs(n), 0.25 * min(1.0, grain) if calendar else 0.0)
    return Possibility(n - 2 * play, n - play, n + play, n + 2 * play, grain=grain)


def almost(n: float, grain: float) -> Possibility:
    """ "almost", "nearly", "close to 1000": below it, and not far."""
    r, top = rounding(n, grain), n - _nudge(n, grain)
    return Possibility(min(n - 3 * r, top), min(n - 1.5 * r, top), top, top, grain=grain)


def just_under(n: float, grain: float) -> Possibility:
    """ "just under", "just shy of"."""
    r, top = rounding(n, grain), n - _nudge(n, grain)
    return Possibility(min(n - 2 * r, top), min(n - r, top), top, top, grain=grain)


def just_over(n: float, grain: float) -> Possibility:
    """ "just over", "a little more than"."""
    r, foot = rounding(n, grain), n + _nudge(n, grain)
    return Possibility(foot, foot, max(n + r, foot), max(n + 2 * r, foot), grain=grain)


def more_than(n: float, grain: float, *, signed: bool = False) -> Possibility:
    """ "more than", "over", "exceeding": no upper bound, but readers stop at the next step."""
    foot, top = n + _nudge(n, grain), next_above(n, grain)
    return Possibility(foot, foot, top, math.inf, right=_tail(top, signed), grain=grain)


def well_over(n: float, grain: float, *, signed: bool = False) -> Possibility:
    """ "well over", "far more than"."""
    r = rounding(n, grain)
    foot, top = n + _nudge(n, grain), n + max(abs(n), grain)
    core = max(n + r, foot)
    return Possibility(foot, core, top, math.inf, right=_tail(top, signed), grain=grain)


def at_least(n: float, grain: float, *, signed: bool = False) -> Possibility:
    """ "at least", "no fewer than", "20 or more", "20+": a wider core than "more than", for it
    tells that the speaker does not know (Nouwen; Cremers et al.)."""
    top = n + 2 * (next_above(n, grain) - n)
    return Possibility(n, n, top, math.inf, right=_tail(top, signed), grain=grain)


def less_than(n: float, grain: float, *, signed: bool = False) -> Possibility:
    """ "less than", "fewer than", "under", "below"."""
    top = n - _nudge(n, grain)
    foot, edge = _nothing(n, signed), next_below(n, grain)
    return Possibility(foot, edge, top, top, left=_tail(edge, signed), grain=grain)


def at_most(n: float, grain: float, *, signed: bool = False) -> Possibility:
    """ "at most", "no more than": it asserts its bound, which nothing cancels (Blok 2015)."""
    if n == 0 and not signed:
        return exactly(n, grain)
    edge = n - 2 * (n - next_below(n, grain))
    foot = _nothing(n, signed)
    core = max(edge, foot)
    return Possibility(foot, core, n, n, left=_tail(core, signed), grain=grain)


def up_to(n: float, grain: float, *, signed: bool = False) -> Possibility:
    """ "up to", "as many as 90": the upper bound is implicated only, so it has a shoulder."""
    if n <= 0:
        return at_most(n, grain, signed=signed)
    shoulder = n + 2 * rounding(n, grain)
    edge = 2 * n / 3
    return Possibility(
        _nothing(n, signed), edge, n, shoulder, left=_tail(edge, signed), grain=grain
    )


def odd(n: float, grain: float) -> Possibility:
    """ "20-odd": somewhat more, and less than the next step."""
    foot = n + _nudge(n, grain)
    return Possibility(foot, foot, max(n + 0.7 * grain, foot), max(n + grain, foot), grain=grain)


def between(x: float, x_grain: float, y: float, y_grain: float) -> Possibility:
    """ "between X and Y", "X to Y": the ends have the halo of bare numbers."""
    if y < x:
        raise ValueError(f"a range runs upwards: {x} to {y}")
    return Possibility(
        x - rounding(x, x_grain, 0.05),
        x,
        y,
        y + rounding(y, y_grain, 0.05),
        grain=min(x_grain, y_grain),
    )


VAGUE = {
    "couple": Possibility(2, 2, 2, 4),
    "few": Possibility(2, 3, 5, 8),
    "several": Possibility(2, 3, 7, 12),
    "handful": Possibility(2, 3, 6, 8),
    "tens": Possibility(20, 20, 99, 100, grain=10),
    "dozens": Possibility(20, 24, 96, 120, grain=12),
    "scores": Possibility(40, 40, 99, 120, grain=20),
    "hundreds": Possibility(100, 200, 900, 1000, grain=100),
    "thousands": Possibility(1000, 2000, 9000, 10000, grain=1000),
    # "tens of thousands" and above are the same shapes, a power of ten further on.
}
"""Words that stand for a number without naming one (semantics.md 1)."""

_PLAIN: dict[Hedge, Callable[[float, float], Possibility]] = {
    Hedge.EXACTLY: exactly,
    Hedge.ALMOST: almost,
    Hedge.JUST_UNDER: just_under,
    Hedge.JUST_OVER: just_over,
    Hedge.ODD: odd,
}
_BOUNDS: dict[Hedge, Callable[..., Possibility]] = {
    Hedge.MORE_THAN: more_than,
    Hedge.WELL_OVER: well_over,
    Hedge.AT_LEAST: at_least,
    Hedge.LESS_THAN: less_than,
    Hedge.AT_MOST: at_most,
    Hedge.UP_TO: up_to,
}


def hedged(
    hedge: Hedge, n: float, grain: float, *, calendar: bool = False, signed: bool = False
) -> Possibility:
    """What `hedge` makes of the number `n`, in the stated unit.

    `calendar` is for bare and rough counts of days, months and years; `signed` for quantities
    that pass through zero (temperatures, changes), whose tails go by distance, not by ratio.
    """
    if hedge is Hedge.NONE:
        return bare(n, grain, calendar=calendar)
    if hedge is Hedge.ABOUT:
        return about(n, grain, calendar=calendar)
    if hedge in _PLAIN:
        return _PLAIN[hedge](n, grain)
    return _BOUNDS[hedge](n, grain, signed=signed)


def stacked(
    outer: Hedge,
    inner: Hedge,
    n: float,
    grain: float,
    *,
    calendar: bool = False,
    signed: bool = False,
) -> Possibility:
    """Hedges stack outward: "about 20 or more" is at-least over an approximated 20.

    The outer bound keeps its shape; each of its ends moves out by the play of the inner hedge,
    but not below nothing.
    """
    bound = hedged(outer, n, grain, calendar=calendar, signed=signed)
    play = hedged(inner, n, grain, calendar=calendar, signed=signed)
    least = _nothing(n, signed)
    return Possibility(
        max(bound.low - max(0.0, n - play.low), least),
        max(bound.core_low - max(0.0, n - play.core_low), least),
        bound.core_high + max(0.0, play.core_high - n),
        bound.high + max(0.0, play.high - n),
        bound.left,
        bound.right,
        grain,
    )
