"""A number line: readings above one axis, as coordinates for inline SVG.

Horizontal coordinates are percentages of the drawing's width, so that a line needs no view box:
it stretches with the page while its text keeps its size, on a phone as on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.quantities.units import convert
from claimcheck.report.dates import UNIT
from claimcheck.report.drawings.days import day_scale, day_ticks
from claimcheck.report.drawings.marks import Mark
from claimcheck.report.drawings.scale import (
    Scale,
    Tick,
    axis_words,
    percent,
    scale_of,
    ticks_and_words,
)
from claimcheck.report.systems import Phrase, System, Units

# A reading of a single value still has to be seen.
_THINNEST = 0.8

Ends = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What words allow (`hard`), suggest (`core`) and name (`stated`).

    All numbers are in one unit, the fact's. None is an open end. `words` say the same in prose.
    """

    mark: Mark
    label: str
    words: tuple[Phrase, ...]
    hard: Ends
    core: Ends
    stated: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One reading, drawn: a thin line from `low` to `high`, a thick bar and marks upon it.

    `ends` are the line's two ends, each the name of the symbol to draw, and its place.
    """

    mark: Mark
    label: str
    words: tuple[Phrase, ...]
    low: str
    high: str
    bar: str
    bar_width: str
    marks: tuple[str, ...]
    ends: tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis in one system of units; `words` name its unit."""

    system: System
    ticks: tuple[Tick, ...]
    words: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Lanes above an axis, or above one for each system of units."""

    lanes: tuple[Lane, ...]
    axes: tuple[Axis, ...]


def number_line(readings: Sequence[Reading], units: Units, quantity: str) -> NumberLine:
    """The drawing of `readings`, of which each has at least one end that is not open, with an axis
    for each of the `units`.

    `quantity` names the axis where the unit is that of a bare count.
    """
    values = [value for reading in readings for value in _numbers(reading)]
    scale = day_scale(values) if units.own == UNIT else scale_of(values)
    return NumberLine(
        tuple(lane(reading, scale) for reading in readings), axes(scale, units, quantity)
    )


def axes(scale: Scale, units: Units, quantity: str) -> tuple[Axis, ...]:
    """The axis of `scale`, with values that are round in each of the `units`."""
    if units.own == UNIT:
        return (Axis("", *day_ticks(scale)),)
    return tuple(_axis(system, scale, units.own, told, quantity) for system, told in units.told)


def _axis(system: System, scale: Scale, unit: str, other: str, quantity: str) -> Axis:
    low, high = (convert(end, unit, other) for end in (scale.low, scale.high))
    log = scale.logarithmic and low > 0
    ticks, word = ticks_and_words(
        low, high, lambda value: scale(convert(value, other, unit)), logarithmic=log
    )
    return Axis(system, ticks, axis_words(word, other, quantity, logarithmic=log))


def lane(reading: Reading, scale: Scale) -> Lane:
    """`reading` as it is drawn."""
    low, high = _span(reading.hard, scale)
    first, last = _span(reading.core, scale)
    width = max(last - first, _THINNEST)
    below = "open-low" if reading.hard[0] is None else "closed"
    above = "open-high" if reading.hard[1] is None else "closed"
    return Lane(
        mark=reading.mark,
        label=reading.label,
        words=reading.words,
        low=percent(low),
        high=percent(high),
        bar=percent((first + last - width) / 2),
        bar_width=percent(width),
        marks=tuple(percent(scale(value)) for value in reading.stated),
        ends=((below, percent(low)), (above, percent(high))),
    )


def _span(ends: Ends, scale: Scale) -> tuple[float, float]:
    """From where to where a range is drawn: an open end reaches the edge of the drawing."""
    low, high = ends
    return 0.0 if low is None else scale(low), 100.0 if high is None else scale(high)


def _numbers(reading: Reading) -> Iterable[float]:
    ends = (*reading.hard, *reading.core, *reading.stated)
    return (value for value in ends if value is not None)
