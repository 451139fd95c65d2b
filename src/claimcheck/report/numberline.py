"""A number line: the readings of both sides above one axis, as coordinates for inline SVG.

Horizontal coordinates are percentages of the drawing's width, so that a line needs no view box:
it stretches with the page while its text keeps its size, on a phone as on paper.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.quantities.wording import number, unit_words

# The axis keeps this much of the width free at either end, for arrows and half of a tick's label.
_MARGIN = 4.0
# A reading of a single value still has to be seen.
_THINNEST = 0.8
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))

Ends = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words on one side allow (`hard`), suggest (`core`) and name (`stated`).

    All numbers are in one unit, the fact's. None is an open end. `words` says the same in prose.
    """

    side: str
    label: str
    words: str
    hard: Ends
    core: Ends
    stated: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis; the label is without the axis' unit."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One reading, drawn: a thin line from `low` to `high`, a thick bar and marks upon it.

    `ends` are the line's two ends, each the name of the symbol to draw, and its place.
    """

    side: str
    label: str
    words: str
    low: str
    high: str
    bar: str
    bar_width: str
    marks: tuple[str, ...]
    ends: tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Lanes above an axis; `axis` names its unit."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    axis: str


def number_line(readings: Sequence[Reading], unit: str, quantity: str) -> NumberLine:
    """The drawing of `readings`, of which each has at least one end that is not open.

    `quantity` names the axis where the unit is that of a bare count.
    """
    named = [value for reading in readings for value in _numbers(reading)]
    low, high = _domain(min(named), max(named))
    scale = _Scale(low, high)
    factor, word = next(
        ((factor, word) for factor, word in _LARGE if max(-low, high) >= 10 * factor), (1.0, "")
    )
    ticks = tuple(
        Tick(percent(scale(value)), number(value / factor)) for value in _round_values(low, high)
    )
    axis = " ".join(part for part in (word, unit_words(unit) or quantity) if part)
    return NumberLine(tuple(_lane(reading, scale) for reading in readings), ticks, axis)


def percent(share: float) -> str:
    """A share of the width, as SVG writes it."""
    return f"{round(share, 2):g}%"


@dataclass(frozen=True, slots=True)
class _Scale:
    """From a value to its percentage of the width."""

    low: float
    high: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return _MARGIN + share * (100 - 2 * _MARGIN)


def _lane(reading: Reading, scale: _Scale) -> Lane:
    low, high = _span(reading.hard, scale)
    first, last = _span(reading.core, scale)
    width = max(last - first, _THINNEST)
    below = "open-low" if reading.hard[0] is None else "closed"
    above = "open-high" if reading.hard[1] is None else "closed"
    return Lane(
        side=reading.side,
        label=reading.label,
        words=reading.words,
        low=percent(low),
        high=percent(high),
        bar=percent((first + last - width) / 2),
        bar_width=percent(width),
        marks=tuple(percent(scale(value)) for value in reading.stated),
        ends=((below, percent(low)), (above, percent(high))),
    )


def _span(ends: Ends, scale: _Scale) -> tuple[float, float]:
    """From where to where a range is drawn: an open end reaches the edge of the drawing."""
    low, high = ends
    return 0.0 if low is None else scale(low), 100.0 if high is None else scale(high)


def _numbers(reading: Reading) -> Iterable[float]:
    ends = (*reading.hard, *reading.core, *reading.stated)
    return (value for value in ends if value is not None)


def _domain(low: float, high: float) -> tuple[float, float]:
    """The stretch of the axis; it starts at zero where that does not squeeze the readings."""
    if 0 <= low <= high / 2:
        low = 0.0
    if low == high:
        reach = abs(low) / 10 or 1.0
        return low - reach, high + reach
    return low, high


def _round_values(low: float, high: float) -> list[float]:
    """Two to six round values within the domain, for the ticks."""
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # Multiples of a step like 0.1 are not exact; twelve digits are more than a label shows.
    return [float(f"{index * step:.12g}") for index in range(first, last + 1)]
