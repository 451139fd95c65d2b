"""Ranges and compounds: several numbers that say one quantity.

"20 to 30 km", "$5-$10 million", "from 30 km to 20" are two numbers of one quantity; "6 ft 9 in",
"an hour and a half" and "15 dollars 50" are one number in several units.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from claimcheck.quantities.changes import way_over
from claimcheck.quantities.grammar import either, words
from claimcheck.quantities.lexicon import Unit
from claimcheck.quantities.measures import measured
from claimcheck.quantities.nouns import counted_noun
from claimcheck.quantities.numerals import STARTS, Numeral, numeral
from claimcheck.quantities.quantity import Kind, Refused
from claimcheck.quantities.surfaces import MoneySign, match_unit, money_sign
from claimcheck.quantities.units import unit

_TO = either(words("range", "to"))
_JOINT = re.compile(rf"-?\s?(?:{_TO})[\s-]|\s?[-–~]\s?|\sand\s")
_ROUGHLY = re.compile(rf"(?:~|(?:{either(words('range', 'rough'))})\s)")
_SIGN_AHEAD = re.compile(
    r"(?:[^\s\w,.;:!?()'\"“”‘’%~°-]|[A-Z]{1,3}\$|[A-Z]{3}\s)\s?(?=\d)|[A-Z]{2}\s\$(?=\d)"
)
NUMBER_AHEAD = re.compile(rf"\d|\.\d|(?:{either(STARTS)})(?![a-z])")
_AND_THEN = re.compile(r",?\s(?:and\s)?(?=[\da-z])")
_AND_A_HALF = re.compile(r"\sand\s(?:a\s)?half(?![\w-])")
ALONE = re.compile(r"(?=\s*(?:\Z|[.,;:!?)\n](?!\d)))")
_ROUND_ODDS = frozenset((3, 4, 5, 6, 8, 10, 20, 100, 1000))
_NO_PERSONS = words("odds", "never")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# "6-foot-5", "5-foot-8-inch", "6'2": what stands behind the feet.
_HEIGHT = re.compile(r"(?:-(?=\d)|(?<=['’′]))(\d{1,2})(?![\d.,]*\d|%)(?:[- ]inch(?:es)?|[\"”″])?")
_SIXTIETHS = frozenset(("hour", "minute"))
_DOLLARS = frozenset(f"money:{code}" for code in ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"))

_with = msgspec.structs.replace


class Range(NamedTuple):
    """Two numbers of one quantity: their unit, where they end, and what they are."""

    first: Numeral
    last: Numeral
    unit: Unit | None
    end: int
    kind: Kind


def second(
    text: str,
    folded: str,
    first: Numeral,
    own: Unit | None,
    end: int,
    sign: MoneySign | None,
    left: str,
    change: int,
) -> Range | None:
    """The range that `first` begins, which ends with its unit at `end`; None where no second
    number follows or it does not belong to the first.

    `left` is the word before the first number and its hedge, `change` the way that the words
    before it say something moved: "rose 5 cents to 10 cents" is a change and then a level.
    """
    joint = _JOINT.match(folded, end)
    if joint is None or first.value is None or (own is None and first.kind != "cardinal"):
        return None
    word = joint[0].strip(" -\n")
    if word == "and" and left != "between":
        return None
    position = joint.end()
    if rough := _ROUGHLY.match(folded, position):
        position = rough.end()
    other: MoneySign | None = None
    if written := _SIGN_AHEAD.match(text, position):
        position = written.end()
        other = money_sign(text, position)
        if other is None or (own is not None and sign is None):
            return None
    below_zero = first.value < 0 and folded[position : position + 1] in ("-", "−")
    position += below_zero  # "-5 to -1 degrees"
    last = numeral(folded, position) if NUMBER_AHEAD.match(folded, position) else None
    if last is None or last.value is None or last.kind == "ordinal":
        return None
    measure = measured(text, folded, last, other or (sign if own and own.is_money else None))
    if isinstance(measure, Refused):
        return None
    unit, stop, scale = measure
    if scale:
        last = times(last, scale, last.end)
    if own is not None and unit is not None and own != unit:
        common = _common(own, unit) if other and sign else None
        if common is None:
            return None
        unit = common
    falling = word == "to" and left == "from" and way_over(folded, first.start) != 0
    if own is not None and unit is None and left != "between" and not falling:
        return None
    if below_zero:
        last = _with(last, value=-(last.value or 0.0))
    high, low = last.value or 0.0, first.value
    if last.scale and not first.scale and low < high / 10**last.scale:
        first = times(first, last.scale, first.end)  # "5 to 10 million" are both millions
        low = first.value or 0.0
    if falling or (word == "to" and left == "from" and low >= high):
        return Range(first, last, unit or own, stop, "change")
    if word == "to" and left != "from" and change and (own is not None or unit is None):
        return None
    if low >= high or (word == "or" and high > 2 * low):
        return None
    return Range(first, last, unit or own, stop, "quantity")


def _common(one: Unit, other: Unit) -> Unit | None:
    """The unit of both sums of a range: "$5 to $10 a year", "US$89 to $93 billion"."""
    for long, short in ((one, other), (other, one)):
        over = long.name.partition("/")[0]
        if over == short.name or (short.name == "$" and unit(over).dimension in _DOLLARS):
            return long
    return None


def odds(text: str, folded: str, item: Numeral) -> Numeral | None:
    """The share of "one in five adults", "3 in 10 voters"; None where no number follows "in", or
    one that measures ("one in 20 minutes"), is a year or counts a season ("3 in 10 games")."""
    if not folded.startswith(" in ", item.end) or item.value is None:
        return None
    position = item.end + len(" in ")
    every = numeral(folded, position) if NUMBER_AHEAD.match(folded, position) else None
    if every is None or every.value is None or every.kind != "cardinal":
        return None
    if _YEAR.fullmatch(folded, position, every.end) or match_unit(text, every.end) is not None:
        return None
    several = item.value > 1
    if item.value >= every.value or (several and every.value not in _ROUND_ODDS):
        return None
    if several and counted_noun(text, folded, every.end).text in _NO_PERSONS | {""}:
        return None
    share = item.value / every.value
    return _with(
        item, end=every.end, value=share, exponent=0, kind="fraction", step=1 / every.value
    )


def shared_unit(text: str, folded: str, end: int) -> Unit | None:
    """The unit of the number behind "and", where one without a unit ends at `end`: "45 and 50 mg"
    are both milligrams."""
    position = end + len(" and ")
    if not folded.startswith(" and ", end) or not folded[position : position + 1].isdecimal():
        return None
    other = numeral(folded, position)
    measure = measured(text, folded, other, None) if other and other.value is not None else None
    return measure[0] if measure and not isinstance(measure, Refused) else None


def compound(
    text: str, folded: str, item: Numeral, first: Unit, end: int
) -> tuple[Numeral, int, list[tuple[float, str]]]:
    """The number of `item` with what follows in smaller units, in the `first` of them; where its
    words end; and the parts, each with its unit, as they were said."""
    assert item.value is not None
    parts = [(item.value, first.name)]
    if "/" in first.name:
        return item, end, parts
    if first.name == "foot" and (height := _HEIGHT.match(folded, end)):
        inches = float(height[1])
        total = item.value + inches / 12
        return _with(item, value=total, step=1 / 12), height.end(), [*parts, (inches, "inch")]
    if half := _AND_A_HALF.match(folded, end):
        return _with(item, value=item.value + 0.5, step=item.grain / 2), half.end(), parts
    if folded[item.end : item.end + 1] == "-":
        return item, end, parts  # "a 17-mile, 16-inch pipeline"
    last, total = first, item.value
    while (joint := _AND_THEN.match(folded, end)) and NUMBER_AHEAD.match(folded, joint.end()):
        rest = numeral(folded, joint.end())
        if rest is None or rest.value is None or rest.kind == "ordinal":
            break
        measure = measured(text, folded, rest, None)
        if isinstance(measure, Refused):
            break
        smaller, stop, _ = measure
        if last.name == "hour" and smaller is not None and folded[rest.end : stop] == "m":
            smaller = unit("minute")  # "3h 20m"
        share = _share(first, last, smaller)
        if share == 0 or rest.value * share * first.factor >= 3 * last.factor:
            break  # "2 yards 7 feet" is said; "5 km 10 km" are two
        if smaller is None and not (rest.value < 1 / share and ALONE.match(folded, rest.end)):
            break  # "15 dollars 50", not "15 dollars 50 people"
        total += rest.value * share
        item, end = _with(item, value=total, step=rest.grain * share), stop
        if smaller is None:
            break
        parts.append((rest.value, smaller.name))
        last = smaller
    return item, end, parts


def _share(first: Unit, last: Unit, smaller: Unit | None) -> float:
    """How many of the `first` unit the `smaller` one is, which follows the `last`; 0 where it is
    no part of it. A number without a unit is cents of money and minutes of an hour."""
    if smaller is None:
        if first.is_money:
            return 0.01
        return last.factor / first.factor / 60 if last.name in _SIXTIETHS else 0.0
    if smaller.dimension == first.dimension:
        return smaller.factor / first.factor if smaller.factor < last.factor else 0.0
    return 0.01 if first.is_money and smaller.name == "cent" else 0.0


def times(item: Numeral, scale: int, end: int) -> Numeral:
    """The numeral with the magnitude 10 ** `scale` that ends at `end`."""
    value = None if item.value is None else float(f"{item.value:.15g}") * 10.0**scale
    if value is not None and item.value is not None and "e" not in repr(item.value):
        value = float(f"{item.value!r}e{scale}")  # 1.1 million is 1100000 exactly
    return _with(
        item, value=value, exponent=item.exponent + scale, scale=item.scale + scale, end=end
    )
