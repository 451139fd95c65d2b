"""Measures: what stands behind a number, a unit or money, and what it is per."""

from __future__ import annotations

import re
from typing import TypeAlias

from claimcheck.quantities.cardinals import MAGNITUDES
from claimcheck.quantities.grammar import either, words
from claimcheck.quantities.lexicon import MONEY, Unit
from claimcheck.quantities.numerals import MAGNITUDE_LETTERS, Numeral
from claimcheck.quantities.quantity import Refused
from claimcheck.quantities.surfaces import MoneySign, Refusal, UnitMatch, match_rate, match_unit
from claimcheck.quantities.units import unit

_PART_OF = re.compile(r"\sof\s(?:an?\s|the\s)?(?=[a-z])")
_MAGNITUDE = re.compile(rf"\s({either(words('money', 'magnitudes'))})(?![a-z])")
_LETTER = re.compile(r"\s?(mm|[kmbt])(?![^\W_])")
_LETTERS = {"mm": 6, **MAGNITUDE_LETTERS}
_SPACED_LETTERS = frozenset(("m", "mm", "b"))
_OVER_TIME = re.compile(r"\sof(?:\s[a-z]++){1,3}?(?=\s(?:an?|per)\s)")


Measure: TypeAlias = tuple[Unit | None, int, int]
"""What a number measures, a unit or None; where its words end; and a power of ten that is said
with it ("75 USD million")."""


def measured(text: str, folded: str, item: Numeral, sign: MoneySign | None) -> Measure | Refused:
    """What stands behind the number of `item`, whose sign of money stands before it."""
    end = item.end
    if sign is not None:
        return _money(text, folded, item, sign)
    found = match_unit(text, end)
    if found is None:
        if item.step is not None and (part := _PART_OF.match(folded, end)):
            whole = match_unit(text, part.end() - 1)  # "three quarters of an hour"
            if isinstance(whole, UnitMatch):
                return whole.unit, whole.end, 0
        return None, end, 0
    if isinstance(found, Refusal):
        if found.spoils:
            return Refused(item.start, found.end, found.reason)
        if found.scale:
            return None, found.end, found.scale
        return None, end, 0
    if found.unit.is_money:
        if not found.surface[-1].isalpha() and text[found.end : found.end + 1].isdigit():
            return None, end, 0  # "5$6": the sign is the next number's
        if behind := _MAGNITUDE.match(folded, found.end):
            return found.unit, behind.end(), MAGNITUDES[behind[1]]
    return found.unit, found.end, found.scale


def over_time(text: str, folded: str, measure: Unit, position: int) -> Unit:
    """The rate of "34,500 tons of copper a year": what it is per stands behind what is measured."""
    if "/" not in measure.name and (over := _OVER_TIME.match(folded, position)):
        rate = match_rate(text, over.end(), measure)
        if rate and rate.unit.dimension.endswith("/time"):
            return rate.unit
    return measure


def _money(text: str, folded: str, item: Numeral, sign: MoneySign) -> Measure:
    """A sum behind its sign: its magnitude, its country or name said again, and what it is per:
    "$5m", "$75 U.S. per barrel", "$10 dollars"."""
    end, scale = item.end, sign.scale
    money = unit(sign.code)
    behind = folded[end : end + 1]
    letter = None
    if not item.scale and (behind == " " or behind.isalpha()):
        letter = _LETTER.match(folded, end)
    if letter and (
        behind != " " or letter[1] in _SPACED_LETTERS or text[letter.start(1)].isupper()
    ):
        scale, end = _LETTERS[letter[1]], letter.end()
        behind = folded[end : end + 1]
    if behind not in " /-":
        return money, end, scale
    again = match_unit(text, end)
    if isinstance(again, UnitMatch) and again.unit.dimension.startswith(MONEY):
        name = again.unit.name.partition("/")[0]
        if again.surface[0].isalpha() and (name == money.name or "$" in (name, money.name)):
            return (again.unit if money.name == "$" else money), again.end, scale
    if rate := match_rate(text, end, money):
        return rate.unit, rate.end, scale
    return money, end, scale
