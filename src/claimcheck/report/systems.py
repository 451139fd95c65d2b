"""Systems of units: in which unit people give a value, and what is said in two of them.

A fact's values are in one unit, that of its dimension. Readers are shown those that are customary,
and in the United States miles for a journey.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.quantities.customary import customary, rounded
from claimcheck.quantities.wording import Bounds, range_words
from claimcheck.report.dates import told

# What the page hides or shows by the reader's choice; "" is shown to everybody.
System = Literal["", "in-metric", "in-us"]

_DEGREES = frozenset({"degree_Celsius", "degree_Fahrenheit"})
# A difference of temperatures is converted without the offset, and a fact does not say whether it
# is one; only what is called a temperature, and no change of it, is taken for a temperature.
_CHANGES = ("change", "difference", "rise", "increase", "drop", "fall", "decrease", "warming")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` for those who read in a `system`."""

    system: System
    words: str


@dataclass(frozen=True, slots=True)
class Units:
    """The unit that values are in, their `own`, and by system those that they are `told` in, one or
    two: chosen once for all that stands together."""

    own: str
    told: tuple[tuple[System, str], ...]

    @classmethod
    def of(cls, own: str, attribute: str, ranges: Sequence[Bounds]) -> Units:
        """The units that suit all of `ranges`."""
        if own in _DEGREES and not _is_temperature(attribute):
            return cls(own, (("", own),))
        metric, us = customary(own, ranges)
        return cls(own, (("in-metric", metric), ("in-us", us)) if us else (("", metric),))


def range_in(units: Units, bounds: Bounds) -> tuple[Phrase, ...]:
    """A range in words, once for each of the `units`."""
    return tuple(Phrase(system, _words(bounds, units.own, unit)) for system, unit in units.told)


def beside(units: Units, bounds: Bounds, words: str, unit: str) -> tuple[Phrase, ...]:
    """`words`, which tell `bounds` in some `unit`, once for each of the `units`: with what it has
    for them, where that is another."""
    return tuple(
        Phrase(system, words if other == unit else f"{words} ({_words(bounds, units.own, other)})")
        for system, other in units.told
    )


def reading_in(units: Units, hard: Bounds, core: Bounds) -> tuple[Phrase, ...]:
    """How words are read, once for each of the `units`."""
    return tuple(
        Phrase(system, can if can == usually else f"can be {can}, usually read {usually}")
        for system, can, usually in _both(units, hard, core)
    )


def normalised_in(units: Units, hard: Bounds, core: Bounds) -> tuple[Phrase, ...]:
    """How a side of a finding is read, as the findings document puts it, once for each of the
    `units`."""
    return tuple(
        Phrase(system, can if can == usually else f"{can}; typically {usually}")
        for system, can, usually in _both(units, hard, core)
    )


def _both(units: Units, hard: Bounds, core: Bounds) -> Iterator[tuple[System, str, str]]:
    """What words can mean and how they are usually read, in each system."""
    for system, unit in units.told:
        yield system, _words(hard, units.own, unit), _words(core, units.own, unit)


def _words(bounds: Bounds, own: str, unit: str) -> str:
    low, high = (rounded(bound, own, unit) for bound in bounds)
    return range_words(told((low, high), unit), unit)


def _is_temperature(attribute: str) -> bool:
    name = attribute.casefold()
    return "temperature" in name and not any(word in name for word in _CHANGES)
