"""A quantity: a number with its unit or noun and its hedge, and what it lets a reader believe."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from claimcheck.quantities.hedges import (
    BOUNDS,
    DIRECTION,
    VAGUE,
    Hedge,
    between,
    hedged,
    stacked,
)
from claimcheck.quantities.possibility import Possibility
from claimcheck.quantities.units import Unit

Kind: TypeAlias = Literal[
    "quantity",  # a measure, a count, a sum of money
    "age",
    "share",  # a fraction of something: "two thirds of the crew"
    "score",  # "2-0", as said, the one side first
    "ordinal",
    "change",  # "fell from 20 to 15": where it stood and where it stands
    "factor",  # "doubled"
]
Bound: TypeAlias = Literal["=", "<", ">", "~", "up", "down"]

_ROUGH = frozenset((Hedge.ABOUT, Hedge.ALMOST))


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A quantity said at `[start, end)`, hedge and unit included.

    `stated` holds the number, or both numbers of a range, a score or a change, as written, and
    `grains` the place value of the last significant digit of each (a half where it ends in one);
    `stated` is empty for a vague word, whose name is `vague` and whose unit of counting `grains`
    holds ("tens of thousands" is tens, in thousands). `unit` is None for a count and for plain
    money, whose currency `money` holds; `noun` is what is counted, in the singular. `change` is 1
    or -1 where the number is how far something rose or fell, or changed. `hedges` stand with the
    outermost first. `restates` marks a conversion in parentheses: the quantity before it said
    again.
    """

    start: int
    end: int
    stated: tuple[float, ...]
    grains: tuple[float, ...]
    kind: Kind = "quantity"
    vague: str = ""
    unit: Unit | None = None
    money: str = ""
    noun: str = ""
    hedges: tuple[Hedge, ...] = ()
    hedge_words: str = ""
    change: int = 0
    restates: bool = False

    @property
    def name(self) -> str:
        """The unit's pint expression, the currency, or "" for a count."""
        return self.unit.name if self.unit else self.money

    @property
    def hedge(self) -> Hedge:
        """The hedge that decides: a bound goes before "about"."""
        return _leading(self.hedges)

    @property
    def bound(self) -> Bound:
        """The side to which the number is open, else the way of a change, else whether it is
        rough (the one letter of design.md 6)."""
        hedge = self.hedge
        if hedge in _ROUGH or hedge not in DIRECTION:
            if self.change and self.kind != "change":
                return "up" if self.change > 0 else "down"
            return "~" if hedge in _ROUGH else "="
        return ">" if DIRECTION[hedge] > 0 else "<"

    @property
    def possibility(self) -> Possibility:
        """What the words let a reader believe, in the stated unit (semantics.md 1)."""
        if self.vague:
            return VAGUE[self.vague].scaled(self.grains[0])
        if len(self.stated) == 2:
            return self._of_two()
        (n,), (grain,) = self.stated, self.grains
        hedge = self.hedge
        calendar = self.unit is not None and self.unit.calendar and n >= 1  # a half is no count
        signed = n < 0 or (self.unit is not None and self.unit.dimension == "temperature")
        if hedge in BOUNDS:
            for play in self.hedges:
                if play not in BOUNDS:
                    return stacked(hedge, play, n, grain, calendar=calendar, signed=signed)
        return hedged(hedge, n, grain, calendar=calendar, signed=signed)

    def _of_two(self) -> Possibility:
        """A range and what hedges it: "about 20 to 30" has softer ends, "more than 20 to 30"
        begins at the one, "up to 20 to 30" ends at the other."""
        (low, low_grain), (high, high_grain) = sorted(zip(self.stated, self.grains, strict=True))
        hedge = self.hedge
        if hedge in BOUNDS:
            return (
                hedged(hedge, low, low_grain)
                if DIRECTION[hedge] > 0
                else hedged(hedge, high, high_grain)
            )
        span = between(low, low_grain, high, high_grain)
        if hedge is Hedge.NONE or hedge is Hedge.EXACTLY:
            return span
        return msgspec.structs.replace(
            span,
            low=min(span.low, hedged(Hedge.ABOUT, low, low_grain).low),
            high=max(span.high, hedged(Hedge.ABOUT, high, high_grain).high),
        )


class Refused(msgspec.Struct, frozen=True, gc=False):
    """A number at `[start, end)` that is no quantity, and why."""

    start: int
    end: int
    reason: str


def _leading(hedges: tuple[Hedge, ...]) -> Hedge:
    if not hedges:
        return Hedge.NONE
    return next((hedge for hedge in hedges if hedge in BOUNDS), hedges[0])
