"""Scales: from a value to its place on a drawing, and the round values of an axis."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimcheck.quantities.wording import number, unit_words

# The axis keeps this much of the width free at either end, for arrows and half of a tick's label.
_MARGIN = 4.0
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# From this ratio on the smaller values would lie on one spot of an even axis.
_LOGARITHMIC = 1000.0
# Powers of ten are thinned out to at most so many ticks.
_POWERS = 6


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis at a place; the label is without the axis' unit."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From a value to its percentage of the width. Values beyond the ends lie on them."""

    low: float
    high: float
    logarithmic: bool = False

    def __call__(self, value: float) -> float:
        value = min(max(value, self.low), self.high)
        low, high = self.low, self.high
        if self.logarithmic:
            low, high, value = math.log10(low), math.log10(high), math.log10(value)
        return _MARGIN + (value - low) / (high - low) * (100 - 2 * _MARGIN)


def scale_of(values: Iterable[float]) -> Scale:
    """The scale that `values` are drawn on: even, or by powers of ten where they need it."""
    named = list(values)
    low, high = min(named), max(named)
    positive = [value for value in named if value > 0]
    if low >= 0 and positive and max(positive) >= _LOGARITHMIC * min(positive):
        return Scale(min(positive), high, logarithmic=True)
    # It starts at zero where that does not squeeze the readings.
    if 0 <= low <= high / 2:
        low = 0.0
    if low == high:
        reach = abs(low) / 10 or 1.0
        return Scale(low - reach, high + reach)
    return Scale(low, high)


def ticks_and_words(
    low: float, high: float, place: Callable[[float], float], *, logarithmic: bool
) -> tuple[tuple[Tick, ...], str]:
    """The ticks from `low` to `high`, and by what word their labels are to be multiplied."""
    factor, word = next(
        ((factor, word) for factor, word in _LARGE if max(-low, high) >= 10 * factor), (1.0, "")
    )
    if logarithmic:
        factor, word = 1.0, ""
    values = _powers(low, high) if logarithmic else round_values(low, high)
    return tuple(Tick(percent(place(value)), number(value / factor)) for value in values), word


def axis_words(word: str, unit: str, quantity: str, *, logarithmic: bool) -> str:
    """What an axis is called; `quantity` names it where the unit is that of a bare count."""
    name = " ".join(part for part in (word, unit_words(unit) or quantity) if part)
    return f"{name}, each step ten times the last" if logarithmic else name


def percent(share: float) -> str:
    """A share of the width, as SVG writes it."""
    return f"{round(share, 2):g}%"


def round_values(low: float, high: float) -> list[float]:
    """Two to six round values within the domain, for the ticks."""
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # Multiples of a step like 0.1 are not exact; twelve digits are more than a label shows.
    return [float(f"{index * step:.12g}") for index in range(first, last + 1)]


def _powers(low: float, high: float) -> list[float]:
    """The powers of ten within the domain; of very many, every other."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    step = (last - first) // _POWERS + 1
    return [10.0**power for power in range(first, last + 1, step)]
