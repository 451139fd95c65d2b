"""Systems of units: in which unit people give a value, and what is said in two of them.

A fact's values are in one unit, that of its dimension. Readers are shown those that are customary,
and in the United States miles for a journey.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimcheck.quantities.customary import customary
from claimcheck.quantities.units import convert
from claimcheck.quantities.wording import Bound, Bounds, range_words
from claimcheck.report.dates import told

# What the page hides or shows by the reader's choice; "" is shown to everybody.
System = Literal["", "in-metric", "in-us"]

_DEGREES = frozenset({"degree_Celsius", "degree_Fahrenheit"})
# A difference of temperatures is converted without the offset, and a fact does not say whether it
# is one; only what is called a temperature, and no change of it, is taken for a temperature.
_CHANGES = ("change", "difference", "rise", "increase", "drop", "fall", "decrease", "warming")
# A bare count from here on has no fractions to speak of, and a measure from here on none.
_WHOLE_COUNT = 20
_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` for those who read in a `system`."""

    system: System
    words: str


def systems_of(unit: str, attribute: str, largest: float) -> tuple[tuple[System, str], ...]:
    """The units in which values of `unit` are shown, by system: one or two. `largest` is how far
    from zero the furthest of them is."""
    if unit in _DEGREES and not _is_temperature(attribute):
        return (("", unit),)
    metric, us = customary(unit, largest)
    return (("in-metric", metric), ("in-us", us)) if us else (("", metric),)


def ranges(bounds: Bounds, unit: str, attribute: str) -> tuple[Phrase, ...]:
    """A range in words, once for each system."""
    return tuple(
        Phrase(system, _words(bounds, unit, other))
        for system, other in systems_of(unit, attribute, _largest(bounds))
    )


def beside(words: str, own: str, bounds: Bounds, unit: str, attribute: str) -> tuple[Phrase, ...]:
    """`words`, which tell `bounds` in a unit of their `own`, once for each system: with what it
    has for them, where that is in another unit."""
    return tuple(
        Phrase(system, words if other == own else f"{words} ({_words(bounds, unit, other)})")
        for system, other in systems_of(unit, attribute, _largest(bounds))
    )


def readings(hard: Bounds, core: Bounds, unit: str, attribute: str) -> tuple[Phrase, ...]:
    """How words are read, once for each system."""
    return tuple(
        Phrase(system, can if can == usually else f"can be {can}, usually read {usually}")
        for system, can, usually in _both(hard, core, unit, attribute)
    )


def normalised(hard: Bounds, core: Bounds, unit: str, attribute: str) -> tuple[Phrase, ...]:
    """How a side of a finding is read, as the findings document puts it, once for each system."""
    return tuple(
        Phrase(system, can if can == usually else f"{can}; typically {usually}")
        for system, can, usually in _both(hard, core, unit, attribute)
    )


def _both(
    hard: Bounds, core: Bounds, unit: str, attribute: str
) -> Iterator[tuple[System, str, str]]:
    """What words can mean and how they are usually read, in each system."""
    largest = max(_largest(hard), _largest(core))
    for system, other in systems_of(unit, attribute, largest):
        yield system, _words(hard, unit, other), _words(core, unit, other)


def _words(bounds: Bounds, unit: str, other: str) -> str:
    low, high = (_told(bound, unit, other) for bound in bounds)
    return range_words(told((low, high), other), other)


def _told(bound: Bound, unit: str, other: str) -> Bound:
    """`bound` of `unit` in `other`, rounded for the eye as the explanations are; what is no number
    stays as it is."""
    if not isinstance(bound, float | int):
        return bound
    value = _converted(bound, unit, other)
    whole, digits = (_WHOLE, 4) if other else (_WHOLE_COUNT, 3)
    return float(round(value)) if abs(value) >= whole else float(f"{value:.{digits}g}")


def _converted(value: float, unit: str, other: str) -> float:
    return value if unit == other else convert(value, unit, other)


def _largest(bounds: Bounds) -> float:
    return max((abs(bound) for bound in bounds if isinstance(bound, float | int)), default=0.0)


def _is_temperature(attribute: str) -> bool:
    name = attribute.casefold()
    return "temperature" in name and not any(word in name for word in _CHANGES)
