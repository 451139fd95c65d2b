"""Tails: what stands behind a number or its unit and belongs to it.

"20-odd", "20+", "two full days"; "35 years old", "26 miles long", "3 degrees below zero".
"""

from __future__ import annotations

import re

import msgspec

from claimcheck.quantities.grammar import either, words
from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.hedging import HedgePhrase
from claimcheck.quantities.lexicon import Unit
from claimcheck.quantities.measures import over_time
from claimcheck.quantities.numerals import Numeral
from claimcheck.quantities.quantity import Kind

_WORD = re.compile(r"[^\S\n]{0,2}\n?[^\S\n]?([a-z]++|[-–~+)])")
_MODIFIERS = words("modifier")
_MODIFIER = re.compile(rf"\s(?:{either(_MODIFIERS)})(?=\s)")
_SUFFIXES = {
    re.compile(r"[- ]?(odd)(?![a-z])"): Hedge.ODD,
    re.compile(r"-?(\+|plus)(?![a-z])"): Hedge.AT_LEAST,
}
PLUS = frozenset(("+", "-"))
SUFFIXES = _MODIFIERS | {"odd", "plus", "+", "-"}
"""What a suffix of a number begins with; of a unit it is one of PLUS."""

_OLD, _SHAPES = words("age", "behind"), words("shape")
_AGE = re.compile(rf"(?:[- ](?:{either(_OLD)})|\sof\sage)(?!\w)")
_SHAPE = re.compile(rf"\)?[- ]?(?:{either(_SHAPES)})(?!\w)")
AFTER_UNIT = _OLD | _SHAPES | {"of", "below", "-", ")"}
"""What begins that which belongs to a unit before it."""

_BELOW_ZERO = re.compile(rf"\sbelow\s(?:{either(words('minus', 'zero'))})(?![a-z])")
_FALLS_BELOW_ZERO = frozenset(("temperature", "angle"))


def word_behind(folded: str, position: int) -> str:
    """The word or sign behind at most a blank or a line break; "" where there is none."""
    found = _WORD.match(folded, position)
    return found[1] if found else ""


def suffix(folded: str, position: int) -> tuple[int, HedgePhrase | None]:
    """Where a number ends with what belongs to it ("20-odd", "20+", "two full"), and its hedge."""
    if modifier := _MODIFIER.match(folded, position):
        position = modifier.end()
    for ending, hedge in _SUFFIXES.items():
        if found := ending.match(folded, position):
            return found.end(), HedgePhrase(hedge, *found.span(1))
    return position, None


def below_zero(folded: str, position: int) -> int | None:
    """Where "below zero" ends behind degrees or a bare number; None where it is not said."""
    below = _BELOW_ZERO.match(folded, position)
    return below.end() if below else None


def after_unit(
    text: str, folded: str, item: Numeral, unit: Unit, end: int, kind: Kind, word: str
) -> tuple[Numeral, Unit, int, Kind]:
    """What the `word` behind a unit makes of a quantity: an age ("35 years old"), a shape
    ("26 miles long"), a rate ("20 tons of copper a year"), frost ("3 degrees below zero")."""
    if age := _AGE.match(folded, end):
        timed = unit.dimension == "time"
        return item, unit, age.end() if timed else end, "age" if timed else kind
    if word == "of":
        return item, over_time(text, folded, unit, end), end, kind
    if shape := _SHAPE.match(folded, end):
        return item, unit, shape.end(), kind
    if unit.dimension in _FALLS_BELOW_ZERO and (below := below_zero(folded, end)):
        return msgspec.structs.replace(item, value=-(item.value or 0.0)), unit, below, kind
    return item, unit, end, kind
