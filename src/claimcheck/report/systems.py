"""Systems of units: what is customarily said in two, and is therefore shown in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.quantities.units import convert
from claimcheck.quantities.wording import Bounds, range_words
from claimcheck.report.days import told

# What the page hides or shows by the reader's choice; "" is shown to everybody.
System = Literal["", "in-metric", "in-us"]

# Pairs that readers know each other's of. Tons are left out, because three differ; so are gallons
# of fuel, which a price may be by, and every unit of science.
_PAIRS = (
    ("kilometer/hour", "mile/hour"),
    ("kilometer", "mile"),
    ("meter", "foot"),
    ("centimeter", "inch"),
    ("kilogram", "pound"),
    ("degree_Celsius", "degree_Fahrenheit"),
    ("kilometer**2", "mile**2"),
    ("meter**2", "foot**2"),
    ("hectare", "acre"),
    ("liter", "gallon"),
)
_METRIC = {us: metric for metric, us in _PAIRS}
_US = dict(_PAIRS)
_DEGREES = frozenset(_PAIRS[5])
# A difference of temperatures is converted without the offset, and a fact does not say whether it
# is one; only what is called a temperature, and no change of it, is taken for a temperature.
# Further digits of a conversion nobody has told.
_DIGITS = 4
_CHANGES = ("change", "difference", "rise", "increase", "drop", "fall", "decrease", "warming")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` for those who read in a `system`."""

    system: System
    words: str


def systems_of(unit: str, attribute: str) -> tuple[tuple[System, str], ...]:
    """The units that values in `unit` are shown in, by system: one or two."""
    if unit in _DEGREES and not _is_temperature(attribute):
        return (("", unit),)
    if unit in _US:
        return (("in-metric", unit), ("in-us", _US[unit]))
    if unit in _METRIC:
        return (("in-metric", _METRIC[unit]), ("in-us", unit))
    return (("", unit),)


def converted(bounds: Bounds, unit: str, to_unit: str) -> Bounds:
    """`bounds` of `unit` in `to_unit`, rounded for the eye; what is no number stays as it is."""
    if unit == to_unit:
        return bounds
    low, high = (
        float(f"{convert(bound, unit, to_unit):.{_DIGITS}g}")
        if isinstance(bound, float | int)
        else bound
        for bound in bounds
    )
    return low, high


def ranges(bounds: Bounds, unit: str, attribute: str) -> tuple[Phrase, ...]:
    """A range in words, once for each system."""
    return tuple(
        Phrase(system, range_words(told(converted(bounds, unit, other), other), other))
        for system, other in systems_of(unit, attribute)
    )


def readings(hard: Bounds, core: Bounds, unit: str, attribute: str) -> tuple[Phrase, ...]:
    """How words are read, once for each system."""
    return tuple(
        Phrase(system, f"can be {can}, usually read {core_words}" if can != core_words else can)
        for system, other in systems_of(unit, attribute)
        for can, core_words in [
            tuple(
                range_words(told(converted(each, unit, other), other), other)
                for each in (hard, core)
            )
        ]
    )


def _is_temperature(attribute: str) -> bool:
    name = attribute.casefold()
    return "temperature" in name and not any(word in name for word in _CHANGES)
