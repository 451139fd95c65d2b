"""Hedges: every row of the table of semantics.md 1, and what holds of any number."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.hedges import (
    BOUNDS,
    DIRECTION,
    VAGUE,
    Hedge,
    at_least,
    bare,
    between,
    hedged,
    stacked,
)
from claimcheck.quantities.possibility import OPEN, Possibility, Tail

from .possibilities import (
    OUTER,
    PLAIN,
    exponent,
    place_value,
    said,
    signed_numbers,
    stated,
    written,
)

INF = math.inf
SHARP = 1e-6  # open ends are drawn in by far less


def ends(p: Possibility) -> tuple[float, float, float, float]:
    return p.low, p.core_low, p.core_high, p.high


# ------------------------------------------------------------------------ the reference's numbers

# What the reference model prints, to four digits.
PRINTED = 6e-4


@pytest.mark.parametrize(
    ("hedge", "number", "hard", "core"),
    [
        (Hedge.ABOUT, "7", (6, 8), (6.5, 7.5)),
        (Hedge.ABOUT, "20", (17, 23), (18.5, 21.5)),
        (Hedge.ABOUT, "40", (34, 46), (37, 43)),
        (Hedge.ABOUT, "50", (42.5, 57.5), (46.25, 53.75)),
        (Hedge.ABOUT, "90", (80, 100), (85, 95)),
        (Hedge.ABOUT, "100", (85, 115), (92.5, 107.5)),
        (Hedge.ABOUT, "600", (510, 690), (555, 645)),
        (Hedge.ABOUT, "1000", (850, 1150), (925, 1075)),
        (Hedge.ABOUT, "1012", (991.8, 1032), (1002, 1022)),
        (Hedge.NONE, "3", (2.85, 3.15), (2.925, 3.075)),
        (Hedge.NONE, "20", (19, 21), (19.5, 20.5)),
        (Hedge.NONE, "90", (85.5, 94.5), (87.75, 92.25)),
        (Hedge.NONE, "972", (971, 973), (971.5, 972.5)),
        (Hedge.NONE, "1000", (950, 1050), (975, 1025)),
        (Hedge.NONE, "1012", (1011, 1013), (1012, 1012)),
        (Hedge.MORE_THAN, "4", (4, INF), (4, 5)),
        (Hedge.MORE_THAN, "20", (20, INF), (20, 30)),
        (Hedge.MORE_THAN, "93", (93, INF), (93, 102.3)),
        (Hedge.MORE_THAN, "100", (100, INF), (100, 150)),
        (Hedge.MORE_THAN, "110", (110, INF), (110, 121)),
        (Hedge.MORE_THAN, "1000", (1000, INF), (1000, 1500)),
        (Hedge.ALMOST, "1", (0.775, 1), (0.8875, 1)),
        (Hedge.ALMOST, "20", (15.5, 20), (17.75, 20)),
        (Hedge.ALMOST, "1000", (775, 1000), (887.5, 1000)),
        (Hedge.UP_TO, "90", (0, 100), (60, 90)),
        (Hedge.AT_LEAST, "20", (20, INF), (20, 40)),
        (Hedge.AT_LEAST, "100", (100, INF), (100, 200)),
        (Hedge.ODD, "20", (20, 30), (20, 27)),
    ],
)
def test_the_reference_s_table(
    hedge: Hedge, number: str, hard: tuple[float, float], core: tuple[float, float]
) -> None:
    p = said(hedge, number)
    assert (p.low, p.high) == pytest.approx(hard, rel=PRINTED)
    assert (p.core_low, p.core_high) == pytest.approx(core, rel=PRINTED)


@pytest.mark.parametrize(
    ("p", "hard", "core"),
    [
        pytest.param(said(Hedge.ALMOST, "1").scaled(24), (18.6, 24), (21.3, 24), id="almost a day"),
        pytest.param(
            said(Hedge.NONE, "2", calendar=True).scaled(24), (36, 60), (42, 54), id="two days"
        ),
        pytest.param(
            said(Hedge.ABOUT, "40").scaled(1.609344), (54.72, 74.03), (59.55, 69.2),
            id="around 40 mph",
        ),
        pytest.param(
            said(Hedge.MORE_THAN, "600").scaled(1.609344), (965.6, INF), (965.6, 1127),
            id="more than 600 miles",
        ),
        pytest.param(
            VAGUE["hundreds"].scaled(1.609344), (160.9, 1609), (321.9, 1448), id="hundreds of miles"
        ),
    ],
)  # fmt: skip
def test_the_reference_s_numbers_in_other_units(
    p: Possibility, hard: tuple[float, float], core: tuple[float, float]
) -> None:
    assert (p.low, p.high) == pytest.approx(hard, rel=PRINTED)
    assert (p.core_low, p.core_high) == pytest.approx(core, rel=PRINTED)


# -------------------------------------------------------------------------- the rows of the table

LIN, LOG, SPAN = Tail.LINEAR, Tail.LOG, Tail.SPAN


@pytest.mark.parametrize(
    ("p", "expected", "tails"),
    [
        # exactly, precisely, both, "the one", only N
        (said(Hedge.EXACTLY, "1000"), (1000, 1000, 1000, 1000), (LIN, LIN)),
        # bare number: a round one has a halo, no other has
        (said(Hedge.NONE, "1000"), (950, 975, 1025, 1050), (LIN, LIN)),
        (said(Hedge.NONE, "1012"), (1011, 1011.5, 1012.5, 1013), (LIN, LIN)),
        (said(Hedge.NONE, "2.5"), (2.4, 2.45, 2.55, 2.6), (LIN, LIN)),
        (said(Hedge.NONE, "17"), (16.15, 16.575, 17.425, 17.85), (LIN, LIN)),
        # bare calendar count
        (said(Hedge.NONE, "2", calendar=True), (1.5, 1.75, 2.25, 2.5), (LIN, LIN)),
        (said(Hedge.NONE, "20", calendar=True), (19.5, 19.75, 20.25, 20.5), (LIN, LIN)),
        # about: never narrower than the bare rule, nor than a hundredth
        (said(Hedge.ABOUT, "50"), (42.5, 46.25, 53.75, 57.5), (LIN, LIN)),
        (said(Hedge.ABOUT, "2", calendar=True), (1.5, 1.75, 2.25, 2.5), (LIN, LIN)),
        (said(Hedge.ABOUT, "2"), (1.7, 1.85, 2.15, 2.3), (LIN, LIN)),
        (said(Hedge.ABOUT, "1012"), (991.76, 1001.88, 1022.12, 1032.24), (LIN, LIN)),
        # almost, just under, just over
        (said(Hedge.ALMOST, "1000"), (775, 887.5, 1000, 1000), (LIN, LIN)),
        (said(Hedge.JUST_UNDER, "1000"), (850, 925, 1000, 1000), (LIN, LIN)),
        (said(Hedge.JUST_OVER, "1000"), (1000, 1000, 1075, 1150), (LIN, LIN)),
        # more than, well over, at least
        (said(Hedge.MORE_THAN, "1000"), (1000, 1000, 1500, INF), (LIN, LOG)),
        (said(Hedge.MORE_THAN, "93"), (93, 93, 102.3, INF), (LIN, LOG)),
        (said(Hedge.WELL_OVER, "1000"), (1000, 1075, 2000, INF), (LIN, LOG)),
        (said(Hedge.AT_LEAST, "20"), (20, 20, 40, INF), (LIN, LOG)),
        # less than, at most
        (said(Hedge.LESS_THAN, "20"), (0, 40 / 3, 20, 20), (LOG, LIN)),
        (said(Hedge.LESS_THAN, "93"), (0, 83.7, 93, 93), (LOG, LIN)),
        (said(Hedge.AT_MOST, "20"), (0, 20 / 3, 20, 20), (LOG, LIN)),
        (said(Hedge.AT_MOST, "93"), (0, 74.4, 93, 93), (LOG, LIN)),
        # up to, as many as
        (said(Hedge.UP_TO, "90"), (0, 60, 90, 100), (LOG, LIN)),
        (said(Hedge.UP_TO, "1000"), (0, 2000 / 3, 1000, 1150), (LOG, LIN)),
        # between X and Y
        (between(20, 10, 30, 10), (19.5, 20, 30, 30.75), (LIN, LIN)),
        (between(20, 10, 20, 10), (19.5, 20, 20, 20.5), (LIN, LIN)),
        # N-odd
        (said(Hedge.ODD, "20"), (20, 20, 27, 30), (LIN, LIN)),
        # N and a half: a grain of one half
        (bare(1.5, 0.5, calendar=True), (1.25, 1.375, 1.625, 1.75), (LIN, LIN)),
        (bare(1.5, 0.5), (1.425, 1.4625, 1.5375, 1.575), (LIN, LIN)),
        # words for several
        (VAGUE["couple"], (2, 2, 2, 4), (LIN, LIN)),
        (VAGUE["few"], (2, 3, 5, 8), (LIN, LIN)),
        (VAGUE["several"], (2, 3, 7, 12), (LIN, LIN)),
        (VAGUE["handful"], (2, 3, 6, 8), (LIN, LIN)),
        (VAGUE["tens"], (20, 20, 99, 100), (LIN, LIN)),
        (VAGUE["dozens"], (20, 24, 96, 120), (LIN, LIN)),
        (VAGUE["scores"], (40, 40, 99, 120), (LIN, LIN)),
        (VAGUE["hundreds"], (100, 200, 900, 1000), (LIN, LIN)),
        (VAGUE["thousands"], (1000, 2000, 9000, 10000), (LIN, LIN)),
        # half, a third, N%: the fraction with the play of the fraction
        (said(Hedge.NONE, "0.5"), (0.475, 0.4875, 0.5125, 0.525), (LIN, LIN)),
    ],
)
def test_a_row_of_the_table(
    p: Possibility, expected: tuple[float, ...], tails: tuple[Tail, Tail]
) -> None:
    assert ends(p) == pytest.approx(expected, rel=SHARP)
    assert (p.left, p.right) == tails


def test_a_range_runs_upwards() -> None:
    with pytest.raises(ValueError, match="runs upwards"):
        between(30, 10, 20, 10)


# ------------------------------------------------------------------------------------- composition


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        # "about 20 or more": at least the lowest that "about 20" may be
        (Hedge.AT_LEAST, Hedge.ABOUT, (17, 18.5, 41.5, INF)),
        (Hedge.MORE_THAN, Hedge.ABOUT, (17, 18.5, 31.5, INF)),
        (Hedge.UP_TO, Hedge.ABOUT, (0, 13.333333 - 1.5, 21.5, 26)),
        (Hedge.AT_MOST, Hedge.ABOUT, (0, 6.666667 - 1.5, 21.5, 23)),
        (Hedge.LESS_THAN, Hedge.ALMOST, (0, 13.333333 - 2.25, 20, 20)),
        (Hedge.AT_LEAST, Hedge.EXACTLY, (20, 20, 40, INF)),
    ],
)
def test_hedges_stack_outward(outer: Hedge, inner: Hedge, expected: tuple[float, ...]) -> None:
    assert ends(stacked(outer, inner, 20, 10)) == pytest.approx(expected, rel=SHARP)


@given(st.sampled_from(OUTER), st.sampled_from(PLAIN), written, st.booleans())
def test_a_hedge_within_a_bound_only_widens_it(
    outer: Hedge, inner: Hedge, number: str, calendar: bool
) -> None:
    n, grain = float(number), place_value(exponent(Decimal(number)))
    alone = hedged(outer, n, grain, calendar=calendar)
    both = stacked(outer, inner, n, grain, calendar=calendar)
    assert both.low <= alone.low
    assert both.core_low <= alone.core_low
    assert both.core_high >= alone.core_high
    assert both.high >= alone.high


def test_every_bound_points_somewhere() -> None:
    assert set(DIRECTION) >= BOUNDS
    assert {Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO} <= BOUNDS
    assert BOUNDS.isdisjoint({Hedge.NONE, Hedge.ABOUT, Hedge.EXACTLY, Hedge.ALMOST})


def test_hedges_keep_their_place_in_identity() -> None:
    # Accepted findings are known by these words.
    assert {hedge.name: hedge.value for hedge in Hedge} == {
        "NONE": "eq",
        "EXACTLY": "exact",
        "ABOUT": "approx",
        "ALMOST": "almost",
        "JUST_UNDER": "just-under",
        "JUST_OVER": "just-over",
        "MORE_THAN": "gt",
        "WELL_OVER": "well-over",
        "AT_LEAST": "ge",
        "LESS_THAN": "lt",
        "AT_MOST": "le",
        "UP_TO": "up-to",
        "ODD": "odd",
    }


# ------------------------------------------------------------------------ zero and signed values


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        # "no one was hurt" is exactly none, and so are "at most" and "up to" none
        (said(Hedge.NONE, "0"), (0, 0, 0, 0)),
        (said(Hedge.ABOUT, "0"), (0, 0, 0, 0)),
        (said(Hedge.AT_MOST, "0"), (0, 0, 0, 0)),
        (said(Hedge.UP_TO, "0"), (0, 0, 0, 0)),
        (said(Hedge.AT_LEAST, "0"), (0, 0, 2, INF)),
        (said(Hedge.MORE_THAN, "0"), (0, 0, 1, INF)),
        # of a temperature, zero is a number like others
        (said(Hedge.AT_MOST, "0", signed=True), (-INF, -2, 0, 0)),
        (said(Hedge.LESS_THAN, "0", signed=True), (-INF, -1, 0, 0)),
        (said(Hedge.NONE, "-5"), (-5.25, -5.125, -4.875, -4.75)),
        (said(Hedge.ABOUT, "-20"), (-23, -21.5, -18.5, -17)),
        (said(Hedge.LESS_THAN, "-20", signed=True), (-INF, -30, -20, -20)),
        (said(Hedge.MORE_THAN, "-20", signed=True), (-20, -20, -10, INF)),
        (said(Hedge.UP_TO, "5", signed=True), (-INF, 10 / 3, 5, 5.75)),
        (between(-5, 1, 3, 1), (-5.125, -5, 3, 3.075)),
    ],
)
def test_zero_and_signed_values(p: Possibility, expected: tuple[float, ...]) -> None:
    assert ends(p) == pytest.approx(expected, rel=SHARP, abs=SHARP)


@given(st.sampled_from(list(Hedge)), signed_numbers, st.booleans(), st.booleans())
def test_every_hedge_of_every_number_is_a_possibility(
    hedge: Hedge, number: str, calendar: bool, signed: bool
) -> None:
    p = said(hedge, number, calendar=calendar, signed=signed)
    assert p.low <= p.core_low <= p.core_high <= p.high
    assert not any(math.isnan(end) for end in ends(p))
    assert p(p.midpoint) == 1


@given(stated(signs=True))
def test_every_phrase_is_a_possibility(p: Possibility) -> None:
    assert p.low <= p.core_low <= p.core_high <= p.high


@given(written)
def test_nothing_is_less_than_none(number: str) -> None:
    if float(number) > 0:
        for hedge in Hedge:
            assert said(hedge, number).low >= 0, hedge


@given(
    st.sampled_from([Hedge.MORE_THAN, Hedge.WELL_OVER, Hedge.LESS_THAN, Hedge.JUST_OVER, Hedge.ODD,
                     Hedge.JUST_UNDER, Hedge.ALMOST]),
    signed_numbers,
    st.booleans(),
)  # fmt: skip
def test_an_open_end_excludes_the_number_it_names(hedge: Hedge, number: str, signed: bool) -> None:
    p = said(hedge, number, signed=signed)
    assert p(float(number)) == 0


@given(
    st.sampled_from([Hedge.NONE, Hedge.EXACTLY, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.UP_TO]),
    signed_numbers,
    st.booleans(),
)  # fmt: skip
def test_a_closed_end_includes_the_number_it_names(hedge: Hedge, number: str, signed: bool) -> None:
    assert said(hedge, number, signed=signed)(float(number)) == 1


def test_more_than_twenty_is_not_twenty() -> None:
    assert said(Hedge.MORE_THAN, "20")(20) == 0
    assert said(Hedge.MORE_THAN, "20")(20 + 1e-6) == 1
    assert said(Hedge.MORE_THAN, "1e-10")(1e-10) == 0
    assert said(Hedge.MORE_THAN, "1e-10")(1.1e-10) == 1
    assert said(Hedge.LESS_THAN, "20")(20) == 0


def test_an_open_end_is_drawn_in_by_what_no_reader_sees() -> None:
    assert said(Hedge.MORE_THAN, "20").low == 20 * (1 + OPEN)
    assert at_least(20, 10).low == 20
