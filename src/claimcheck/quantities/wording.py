"""Wording: how a number, a range, a unit or a moment is put to a reader.

Nothing is converted and no name is asked of the machine's locale, so that equal input gives
equal bytes everywhere.
"""

from __future__ import annotations

import math
import re
from typing import TypeAlias

Bound: TypeAlias = float | str | None
Bounds: TypeAlias = tuple[Bound, Bound]

_MOMENT = re.compile(
    r"(?:-W-(?P<weekday>[1-7])|(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?)?"
    r"(?:T(?P<time>[\d:]+)(?P<zone>Z|[+-][\d:]+)?)?"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_SYMBOLS = {
    "percent": "%",
    "kilometer": "km",
    "meter": "m",
    "centimeter": "cm",
    "millimeter": "mm",
    "kilometer/hour": "km/h",
    "mile/hour": "mph",
    "meter/second": "m/s",
    "kilogram": "kg",
    "gram": "g",
    "degree_Celsius": "°C",
    "degree_Fahrenheit": "°F",
}
# All other units written in small letters are nouns and have a plural.
_UNINFLECTED = {"hertz", "horsepower", "permille", "ppb", "ppm", "psi", "stone"}
_IRREGULAR = {
    "century": "centuries",
    "foot": "feet",
    "inch": "inches",
    "millennium": "millennia",
}
# Dollars whose country is not said; all other money is told by its code, "20 EUR".
_MONEY = "$"
_POWERS = {"2": "²", "3": "³"}


def plural(noun: str) -> str:
    """Several of `noun`."""
    return _IRREGULAR.get(noun, noun + "s")


def number(value: float) -> str:
    """`value` with thousands separated and six significant digits, whole numbers in full.

    Six digits, because rounding must never make two values that differ look alike.
    """
    magnitude = abs(value)
    if magnitude and not 1e-6 <= magnitude < 1e15:
        return f"{value:.6g}"
    digits = 5 - math.floor(math.log10(magnitude)) if magnitude else 0
    text = f"{value:,.{max(0, digits)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def unit_words(unit: str, *, several: bool = True) -> str:
    """A unit as it stands behind a number: "km/h", "days", "km per day"; "" for a bare count."""
    if unit in _SYMBOLS:
        return _SYMBOLS[unit]
    first, *divisors = unit.split("/")
    return " per ".join(
        [_part_words(first, several), *(_part_words(part, False) for part in divisors)]
    )


def _part_words(part: str, several: bool) -> str:
    name, _, power = part.partition("**")
    words = _SYMBOLS.get(name) or name.replace("_", " ").replace("*", " ")
    if several and name.islower() and name not in _SYMBOLS and name not in _UNINFLECTED:
        words = plural(words)
    return words + _POWERS.get(power, f"^{power}" if power else "")


def with_unit(text: str, unit: str, *, several: bool = True) -> str:
    """Numbers in words with the unit behind them: "20 km", "5%", and "20" of a bare count; a sign
    of money stands in front: "$20"."""
    words = unit_words(unit, several=several)
    if words == _MONEY:
        return f"-{words}{text[1:]}" if text.startswith("-") else words + text
    return text + words if words == "%" else f"{text} {words}".rstrip()


def moment(text: str) -> str:
    """A time or date of the findings document in words: `-W-7T12:00` is "Sunday 12:00"."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return text
    day = str(int(match["day"])) if match["day"] else ""
    month = _MONTHS[int(match["month"]) - 1] if match["month"] else ""
    weekday = _WEEKDAYS[int(match["weekday"]) - 1] if match["weekday"] else ""
    zone = (match["zone"] or "").replace("Z", "UTC")
    parts = (weekday, day, month, match["year"], match["time"], zone)
    return " ".join(part for part in parts if part)


def range_words(bounds: Bounds, unit: str) -> str:
    """A range in words, an open end said as such: "20 to 30", "from 20 km upwards"."""
    low, high = bounds
    if low is None and high is None:
        return "any value"
    if high is None:
        return f"from {bound_words(low, unit)} upwards"
    if low is None:
        return f"{bound_words(high, unit)} and below"
    # The unit stands once, behind the second number, and its sign before both. Ends that an open
    # bound keeps apart by less than a reader could tell are one.
    first, last = bound_words(low, unit if unit == _MONEY else ""), bound_words(high, unit)
    alike = bound_words(low, "") == bound_words(high, "")
    return last if alike else f"{first} to {last}"


def bound_words(bound: Bound, unit: str) -> str:
    """One end of a range in words."""
    if isinstance(bound, float | int):
        return with_unit(number(bound), unit, several=bound != 1)
    return moment(bound or "")


def counted(count: int, noun: str) -> str:
    """A count and its noun: "1 article", "2,300 articles"."""
    return f"{count:,} {noun if count == 1 else plural(noun)}"
