"""What a stated value lets a reader believe: one unimodal possibility distribution a claim.

A claim such as "more than 20" says two things. Its *hard* interval is what the words assert:
outside it the sentence is false. Its *core* is what readers take away. Between the two, belief
falls off along a tail. Both layers are needed: with hard bounds alone "more than 20" and "up to
90" never differ; with cores alone ordinary vague prose contradicts itself.

The shape follows semantics.md 1, which rests on Ferson et al. 2015 (hedge words carry far less
quantitative variation than expected) and Cummins, Sauerland and Solt 2012 (the upper bound that
"more than n" implicates can be cancelled, and so excludes nothing).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import Enum

import msgspec

FLOOR = 0.1
"""Belief that an implicature leaves to the values it speaks against (semantics.md 1, LAM)."""

DECAY = 1.5
"""The factor over which a logarithmic tail falls from 1 towards the floor (semantics.md 1)."""

OPEN = 1e-9
"""An open end is drawn in by this share of its size, so that ends are plain numbers: it is far
above the noise of a unit conversion and far below anything a text can say."""

LESS, MORE = 1 - 1e-12, 1 + 1e-12
"""What the noise of multiplying and dividing is covered by: exact values that agree still do."""


class Tail(Enum):
    """How belief falls from the core's edge to the hard bound."""

    LINEAR = "linear"  # to 0 at the hard bound
    LOG = "log"  # by ratio, to the floor, which holds up to the hard bound
    SPAN = "span"  # the same by distance, one core width long: for zero, negative and
    # signed values, where a ratio has no meaning


class Possibility(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A distribution with hard interval `[low, high]` and core `[core_low, core_high]`.

    All five numbers are in one unit; `low` and `high` may be infinite. `grain` is the place
    value of the last significant digit that was written ("1000" has 1000, "90" has 10).
    """

    low: float
    core_low: float
    core_high: float
    high: float
    left: Tail = Tail.LINEAR
    right: Tail = Tail.LINEAR
    grain: float = 1.0

    def __post_init__(self) -> None:
        if not self.low <= self.core_low <= self.core_high <= self.high:
            raise ValueError(f"ends out of order: {self}")
        if self.low != self.core_low:
            self._check(self.left, self.core_low, self.low)
        if self.high != self.core_high:
            self._check(self.right, self.core_high, self.high)

    def _check(self, tail: Tail, edge: float, bound: float) -> None:
        if tail is Tail.LINEAR and (bound == math.inf or bound == -math.inf):
            raise ValueError(f"a linear tail needs a finite bound: {self}")
        if tail is Tail.LOG and edge <= 0:
            raise ValueError(f"a logarithmic tail starts above zero: {self}")

    def __call__(self, x: float) -> float:
        """The belief, from 0 to 1, that the value is `x`."""
        if not self.low <= x <= self.high:
            return 0.0
        if x < self.core_low:
            return self._fall(x, self.left, self.core_low, self.low)
        if x > self.core_high:
            return self._fall(x, self.right, self.core_high, self.high)
        return 1.0

    def _fall(self, x: float, tail: Tail, edge: float, bound: float) -> float:
        if tail is Tail.LINEAR:
            return (bound - x) / (bound - edge)
        if tail is Tail.LOG:
            drop = abs(math.log(x) - math.log(edge)) / math.log(DECAY) if x > 0 else 1.0
        else:
            drop = abs(x - edge) / self._width if self._width else 1.0
        return max(FLOOR, 1 - drop)

    @property
    def _width(self) -> float:
        return self.core_high - self.core_low

    @property
    def midpoint(self) -> float:
        """The middle of the core."""
        return (self.core_low + self.core_high) / 2

    def cut(self, level: float) -> tuple[float, float]:
        """The interval of values believed at least to `level` (0 < level <= 1)."""
        return self.reach_down(level), self.reach_up(level)

    def reach_down(self, level: float) -> float:
        """The lower end of a cut."""
        return self._reach(level, self.left, self.core_low, self.low, -1)

    def reach_up(self, level: float) -> float:
        """The upper end of a cut."""
        return self._reach(level, self.right, self.core_high, self.high, 1)

    def _reach(self, level: float, tail: Tail, edge: float, bound: float, way: int) -> float:
        drop = 1 - level
        if tail is Tail.LINEAR:
            return edge + drop * (bound - edge) if bound != edge else edge
        if level <= FLOOR:
            return bound
        reach = (
            edge * DECAY ** (way * drop) if tail is Tail.LOG else edge + way * drop * self._width
        )
        return min(reach, bound) if way > 0 else max(reach, bound)

    def scaled(self, factor: float, offset: float = 0.0) -> Possibility:
        """The same distribution in another unit: every value x becomes factor * x + offset."""
        return msgspec.structs.replace(
            self,
            low=self.low * factor + offset,
            core_low=self.core_low * factor + offset,
            core_high=self.core_high * factor + offset,
            high=self.high * factor + offset,
            grain=self.grain * factor,
        )

    def widened(self, share: float) -> Possibility:
        """The distribution of all values that differ from one of these by so small a share that two
        values, each widened, meet exactly where they differ by at most `share` of the greater.

        Every end moves outward by one factor, the root of `1 - share`: of a ratio each side bears
        half, and so neither is the measure of the other. 0 stays where it is.
        """
        if not share:
            return self
        factor = math.sqrt(1 - share) * (1 - 2 * OPEN)  # open ends of one number still meet
        low, core_low = (e * factor if e > 0 else e / factor for e in (self.low, self.core_low))
        core_high, high = (e / factor if e > 0 else e * factor for e in (self.core_high, self.high))
        return msgspec.structs.replace(
            self, low=low, core_low=core_low, core_high=core_high, high=high
        )

    def snapped(self) -> Possibility:
        """The same distribution over whole numbers: a count has no halves.

        Ends move inward to the next whole number; an interval that holds none is kept. The core
        stays inside the hard interval: "less than one" leaves zero alone.
        """
        low, high = _whole(self.low, self.high)
        ends = (min(max(end, low), high) for end in (self.core_low, self.core_high))
        core_low, core_high = _whole(*ends)
        left, right = _tail(self.left, core_low), _tail(self.right, core_high)
        return Possibility(low, core_low, core_high, high, left, right, self.grain)

    def minus(self, other: Possibility) -> Possibility:
        """The distribution of the difference of two independent values."""
        low, high = self.low - other.high, self.high - other.low
        return Possibility(
            low,
            self.core_low - other.core_high,
            self.core_high - other.core_low,
            high,
            left=Tail.SPAN if math.isinf(low) else Tail.LINEAR,
            right=Tail.SPAN if math.isinf(high) else Tail.LINEAR,
            grain=max(self.grain, other.grain),
        )

    def plus(self, other: Possibility) -> Possibility:
        """The distribution of the sum of two independent values, neither below zero."""
        return _reckoned(
            (self.low + other.low, self.core_low + other.core_low),
            (self.core_high + other.core_high, self.high + other.high),
            (self.left, other.left),
            (self.right, other.right),
            max(self.grain, other.grain),
        )

    def times(self, other: Possibility) -> Possibility:
        """The distribution of the product of two independent values, neither below zero."""
        high = math.inf if math.inf in (self.high, other.high) else self.high * other.high
        return _reckoned(
            (self.low * other.low * LESS, self.core_low * other.core_low * LESS),
            (self.core_high * other.core_high * MORE, high * MORE),
            (self.left, other.left),
            (self.right, other.right),
        )

    def over(self, other: Possibility) -> Possibility:
        """The distribution of this value divided by an independent one; neither is below zero,
        and the core of the other is above it."""
        high = self.high / other.low if other.low > 0 else math.inf
        return _reckoned(
            (self.low / other.high * LESS, self.core_low / other.core_high * LESS),
            (self.core_high / other.core_low * MORE, high * MORE),
            (self.left, other.right),
            (self.right, other.left),
        )


def _reckoned(
    left: tuple[float, float],
    right: tuple[float, float],
    lefts: Iterable[Tail],
    rights: Iterable[Tail],
    grain: float = 1.0,
) -> Possibility:
    """A distribution that is reckoned from others, by its ends. An implicature of one of them
    leaves the same room for the whole, and so its tail is the whole's."""
    (low, core_low), (core_high, high) = left, right
    return Possibility(
        low,
        core_low,
        core_high,
        high,
        _softest(lefts, core_low, low),
        _softest(rights, core_high, high),
        grain,
    )


def _softest(tails: Iterable[Tail], edge: float, bound: float) -> Tail:
    if not math.isinf(bound) and all(t is Tail.LINEAR for t in tails):
        return Tail.LINEAR
    return Tail.LOG if edge > 0 else Tail.SPAN


def _tail(tail: Tail, edge: float) -> Tail:
    """The tail from `edge` on: a ratio has no meaning from zero."""
    return Tail.SPAN if tail is Tail.LOG and edge <= 0 else tail


def _whole(low: float, high: float) -> tuple[float, float]:
    up = low if math.isinf(low) else float(math.ceil(low))
    down = high if math.isinf(high) else float(math.floor(high))
    return (up, down) if up <= down else (low, high)


def consistency(p: Possibility, q: Possibility) -> float:
    """How far two statements can both be true: C = sup over x of min(p(x), q(x)), in [0, 1].

    C >= t exactly where the two t-cuts meet (semantics.md 4), and cuts only shrink as t grows,
    so C is found by bisection on t to twelve decimals. It is 0 where the hard intervals do not
    meet, 1 where the cores do; it is symmetric and keeps its value in any unit.
    """
    if p.core_low > q.core_high:
        p, q = q, p
    if p.core_high >= q.core_low:
        return 1.0
    if p.high < q.low:
        return 0.0
    agreed, refused = 0.0, 1.0
    while refused - agreed > 1e-13:
        level = (agreed + refused) / 2
        if _meet(p, q, level):
            agreed = level
        else:
            refused = level
    return round(agreed, 12)


def consistent(p: Possibility, q: Possibility, level: float) -> bool:
    """Whether the consistency of two statements is `level` at least, by two cuts and no bisection
    wherever these settle it."""
    if p.core_low > q.core_high:
        p, q = q, p
    if p.core_high >= q.core_low or p.high < q.low:
        return p.core_high >= q.core_low
    if _meet(p, q, level):
        return True
    # Just below it the twelfth decimal, to which bisection rounds, decides.
    return _meet(p, q, level - 1e-12) and consistency(p, q) >= level


def _meet(p: Possibility, q: Possibility, level: float) -> bool:
    """Whether the cut of the lower of two statements reaches that of the higher."""
    return p.reach_up(level) >= q.reach_down(level)
