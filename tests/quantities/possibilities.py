"""Possibilities for tests: as the table of hedges makes them, and at random."""

from __future__ import annotations

import math
from decimal import Decimal

from hypothesis import strategies as st

from claimcheck.quantities.hedges import VAGUE, Hedge, between, hedged, stacked
from claimcheck.quantities.possibility import Possibility, Tail


def place_value(exponent: int) -> float:
    """The grain of a number whose last significant digit stands for 10 ** exponent."""
    return float(f"1e{exponent}")


def exponent(value: Decimal) -> int:
    """The power of ten of the last significant digit: 1000 has 3, 2.0 has -1."""
    _, digits, written = value.as_tuple()
    assert isinstance(written, int)
    if written < 0 or not value:
        return written
    return written + next(i for i, digit in enumerate(reversed(digits)) if digit)


def said(
    hedge: Hedge, written: str, *, calendar: bool = False, signed: bool = False
) -> Possibility:
    """What `hedge` makes of a number as it is written: "2.0" is not "2"."""
    value = Decimal(written)
    grain = place_value(exponent(value))
    return hedged(hedge, float(value), grain, calendar=calendar, signed=signed)


PLAIN = [Hedge.NONE, Hedge.ABOUT, Hedge.EXACTLY, Hedge.ALMOST]
OUTER = [hedge for hedge in Hedge if hedge not in PLAIN]

# Numbers as news has them: few digits, any magnitude.
written = st.builds(
    lambda digits, power: f"{digits}e{power}", st.integers(0, 9999), st.integers(-3, 9)
)
signed_numbers = st.builds(lambda sign, number: sign + number, st.sampled_from(["", "-"]), written)


@st.composite
def stated(draw: st.DrawFn, *, signs: bool = False) -> Possibility:
    """What a phrase of any hedge, or two of them, or a range, or a vague word leaves to believe."""
    kind = draw(st.sampled_from(["hedged", "hedged", "stacked", "between", "vague"]))
    number = Decimal(draw(signed_numbers if signs else written))
    n, grain = float(number), place_value(exponent(number))
    options = {"calendar": draw(st.booleans()), "signed": draw(st.booleans())}
    if kind == "vague":
        return VAGUE[draw(st.sampled_from(sorted(VAGUE)))].scaled(
            10.0 ** draw(st.sampled_from([0, 2, 3, 6]))
        )
    if kind == "between":
        return between(n, grain, n + grain * draw(st.integers(0, 100)), grain)
    if kind == "stacked":
        return stacked(
            draw(st.sampled_from(OUTER)), draw(st.sampled_from(PLAIN)), n, grain, **options
        )
    return hedged(draw(st.sampled_from(list(Hedge))), n, grain, **options)


@st.composite
def shaped(draw: st.DrawFn) -> Possibility:
    """Any possibility there can be, in numbers that are near to one another."""
    ends = sorted(draw(st.lists(st.floats(1, 1000, width=32), min_size=4, max_size=4)))
    left, right = (draw(st.sampled_from(list(Tail))) for _ in range(2))
    low = -math.inf if left is Tail.SPAN and draw(st.booleans()) else ends[0]
    low = 0.0 if left is Tail.LOG and draw(st.booleans()) else low
    high = math.inf if right is not Tail.LINEAR and draw(st.booleans()) else ends[3]
    return Possibility(low, ends[1], ends[2], high, left, right)
