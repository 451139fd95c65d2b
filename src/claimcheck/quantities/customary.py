"""Customary units: in which unit people give values of some size, here and in the United States.

Values are compared in one unit, that of their attribute. A reader wants metres for a man's height
and years for a reign.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from claimcheck.quantities.units import convert
from claimcheck.quantities.wording import Bound, Bounds

# The units of one dimension from small to large, each from how much of its own on.
_Ladder: TypeAlias = tuple[tuple[str, float], ...]

# By the unit of their dimension: metric, and what is customary in the United States besides. Short
# and long tons are left out, because three differ, and so is every unit of science.
_LADDERS: dict[str, tuple[_Ladder, _Ladder]] = {
    "kilometer": (
        (("millimeter", 0), ("centimeter", 1), ("meter", 1), ("kilometer", 1)),
        (("inch", 0), ("foot", 1), ("mile", 1)),
    ),
    "kilometer/hour": ((("kilometer/hour", 0),), (("mile/hour", 0),)),
    "kilogram": (
        (("gram", 0), ("kilogram", 1), ("metric_ton", 10)),
        (("ounce", 0), ("pound", 1)),
    ),
    "kilometer**2": (
        (("meter**2", 0), ("hectare", 1), ("kilometer**2", 1)),
        (("foot**2", 0), ("acre", 1), ("mile**2", 1)),
    ),
    "liter": ((("liter", 0),), (("gallon", 0),)),
    "degree_Celsius": ((("degree_Celsius", 0),), (("degree_Fahrenheit", 0),)),
    # What reaches two days and a half, "two days", is still told in hours.
    "hour": (
        (("second", 0), ("minute", 2), ("hour", 2), ("day", 3), ("month", 3), ("year", 2)),
        (),
    ),
}
_LADDERS_OF = {unit: both for both in _LADDERS.values() for ladder in both for unit, _ in ladder}
# Of two values that are told together the smaller is at least so much of their unit.
_SMALLEST = 0.5
# From here on nothing is told with a fraction; below, with so many digits.
_WHOLE = 1000
_DIGITS = 4


def customary(unit: str, ranges: Sequence[Bounds]) -> tuple[str, str]:
    """The metric unit in which to tell ranges of `unit` together, and that of the United States, ""
    where they have no other.

    It is the unit that people use for the largest, or a smaller one where the smallest would be
    hardly any of that, or two of the ranges would look alike; at last `unit` itself. A unit that
    somebody chose, not that of its dimension, stays, and so does what nobody converts.

    >>> customary("kilometer", [(None, 0.3)])
    ('meter', 'foot')
    >>> customary("hour", [(1.4, 1.5), (100_000, None)])
    ('hour', '')
    >>> customary("watt", [(300, 310)])
    ('watt', '')
    """
    metric, us = _LADDERS_OF.get(unit, ((), ()))
    return _rung(metric, unit, ranges), _rung(us, unit, ranges) if us else ""


def unit_together(unit: str, ranges: Sequence[Bounds]) -> str:
    """The one unit in which to tell ranges of `unit`: that which somebody chose, or the metric."""
    return customary(unit, ranges)[0] if unit in _LADDERS else unit


def _rung(ladder: _Ladder, unit: str, ranges: Sequence[Bounds]) -> str:
    """The last rung that the largest range reaches, and that suits all of them."""
    if not ladder or (unit not in _LADDERS and unit in dict(ladder)):
        return unit
    numbers = [[abs(end) for end in ends if isinstance(end, float | int)] for ends in ranges]
    # A range is told to be as large as its end that is further from zero.
    sizes = [size for ends in numbers if (size := max(ends, default=0.0))] or [1.0]
    reached = [name for name, least in ladder if convert(max(sizes), unit, name) >= least]
    for name in reversed(reached):
        is_enough = convert(min(sizes), unit, name) >= _SMALLEST or name == ladder[0][0]
        if is_enough and (name == unit or _apart(ranges, unit, name)):
            return name
    return unit


def _apart(ranges: Sequence[Bounds], unit: str, other: str) -> bool:
    """Whether ranges that differ still do when they are rounded in another unit."""
    told = {tuple(rounded(end, unit, other) for end in ends) for ends in ranges}
    return len(told) == len(set(ranges))


def rounded(bound: Bound, unit: str, other: str) -> Bound:
    """A bound of `unit` in another, rounded for the eye: whole from a thousand on, else four
    significant digits. What is no number stays as it is."""
    if not isinstance(bound, float | int):
        return bound
    value = convert(bound, unit, other)
    return float(round(value)) if abs(value) >= _WHOLE else float(f"{value:.{_DIGITS}g}")
