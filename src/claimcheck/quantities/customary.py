"""Customary units: in which unit people give a value of some size, here and in the United States.

Values are compared in one unit, that of their attribute. A reader wants metres for a man's height
and years for a reign.
"""

from __future__ import annotations

from typing import TypeAlias

from claimcheck.quantities.units import convert

# The units of one dimension from small to large, each from how much of its own on.
_Ladder: TypeAlias = tuple[tuple[str, float], ...]

# Metric, and what is customary in the United States besides. Short and long tons are left out,
# because three differ, and so is every unit of science. Five days are still told in hours, three
# months in days and two years in months.
_LADDERS: tuple[tuple[_Ladder, _Ladder], ...] = (
    (
        (("millimeter", 0), ("centimeter", 1), ("meter", 1), ("kilometer", 1)),
        (("inch", 0), ("foot", 1), ("mile", 1)),
    ),
    ((("kilometer/hour", 0),), (("mile/hour", 0),)),
    (
        (("gram", 0), ("kilogram", 1), ("metric_ton", 10)),
        (("ounce", 0), ("pound", 1)),
    ),
    (
        (("meter**2", 0), ("hectare", 1), ("kilometer**2", 1)),
        (("foot**2", 0), ("acre", 1), ("mile**2", 1)),
    ),
    ((("liter", 0),), (("gallon", 0),)),
    ((("degree_Celsius", 0),), (("degree_Fahrenheit", 0),)),
    ((("minute", 0), ("hour", 2), ("day", 5.5), ("month", 3), ("year", 2)), ()),
)
_LADDERS_OF = {unit: ladders for ladders in _LADDERS for unit, _ in (*ladders[0], *ladders[1])}


def customary(unit: str, largest: float) -> tuple[str, str]:
    """The metric unit for values of `unit` of which the one furthest from zero is so `largest`, and
    that of the United States, "" where they have no other. Of a unit that nobody converts, itself.

    >>> customary("kilometer", 0.3)
    ('meter', 'foot')
    >>> customary("hour", 100_000)
    ('year', '')
    >>> customary("watt", 300)
    ('watt', '')
    """
    metric, us = _LADDERS_OF.get(unit, ((), ()))
    return _rung(metric, unit, largest) or unit, _rung(us, unit, largest)


def _rung(ladder: _Ladder, unit: str, largest: float) -> str:
    """The last rung that is reached, else the first."""
    reached = [name for name, least in ladder if convert(largest, unit, name) >= least]
    return next(reversed(reached), ladder[0][0] if ladder else "")
