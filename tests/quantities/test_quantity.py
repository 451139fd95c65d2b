"""The record of a quantity: what it lets a reader believe, its name, its bound, its hedge.

What is read as a quantity at all, and where it begins and ends, is test_reader.py.
"""

from __future__ import annotations

import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.hedges import BOUNDS, DIRECTION, VAGUE, Hedge
from claimcheck.quantities.quantity import Quantity, Refused
from claimcheck.quantities.units import unit

from .reading import quantity

INF = math.inf
Ends = tuple[float, float, float, float]


def ends(one: Quantity) -> Ends:
    p = one.possibility
    return p.low, p.core_low, p.core_high, p.high


# ------------------------------------------------------------------------- what may be believed

# In a sentence, with its surface between bars: the number, the unit, the hedge, and the four ends
# (hard, core, core, hard) in the unit as stated.
ROWS: list[tuple[str, tuple[float, ...], str, Hedge, Ends]] = [
    # the design card's values
    ("It took |almost a full day|.", (1,), "day", Hedge.ALMOST, (0.775, 0.8875, 1, 1)),
    ("It took |nearly an entire day|.", (1,), "day", Hedge.ALMOST, (0.775, 0.8875, 1, 1)),
    ("His journey took |two days|, Kim said.", (2,), "day", Hedge.NONE, (1.5, 1.75, 2.25, 2.5)),
    ("It goes at |about 50km/h|.", (50,), "kilometer/hour", Hedge.ABOUT, (42.5, 46.25, 53.75, 57.5)),
    ("It goes at |around 40 mph| now.", (40,), "mile/hour", Hedge.ABOUT, (34, 37, 43, 46)),
    ("It is |over 1000km|.", (1000,), "kilometer", Hedge.MORE_THAN, (1000, 1000, 1500, INF)),
    ("It has |more than\u00a020| armoured cars.", (20,), "", Hedge.MORE_THAN, (20, 20, 30, INF)),
    ("It has |up to 90| carriages.", (90,), "", Hedge.UP_TO, (0, 60, 90, 100)),
    ("It killed |more than100| people.", (100,), "", Hedge.MORE_THAN, (100, 100, 150, INF)),
    # bare numbers
    ("It has |17| carriages.", (17,), "", Hedge.NONE, (16.15, 16.575, 17.425, 17.85)),
    ("It is |1,012 km|.", (1012,), "kilometer", Hedge.NONE, (1011, 1011.5, 1012.5, 1013)),
    ("It is |2.0 km|.", (2,), "kilometer", Hedge.NONE, (1.9, 1.95, 2.05, 2.1)),
    ("It lasted |48 hours|.", (48,), "hour", Hedge.NONE, (47, 47.5, 48.5, 49)),
    ("It lasted |four years|.", (4,), "year", Hedge.NONE, (3.5, 3.75, 4.25, 4.5)),
    ("It took |two full days|.", (2,), "day", Hedge.NONE, (1.5, 1.75, 2.25, 2.5)),
    ("It ran |three straight days|.", (3,), "day", Hedge.NONE, (2.5, 2.75, 3.25, 3.5)),
    ("It is a |50-mile| road.", (50,), "mile", Hedge.NONE, (47.5, 48.75, 51.25, 52.5)),
    ("It is a |26-mile-long| tunnel.", (26,), "mile", Hedge.NONE, (25, 25.5, 26.5, 27)),
    # articles that say one
    ("It was a |day-long| outing.", (1,), "day", Hedge.NONE, (0.5, 0.75, 1.25, 1.5)),
    ("It was an |almost day-long| outing.", (1,), "day", Hedge.ALMOST, (0.775, 0.8875, 1, 1)),
    ("It took |a day|.", (1,), "day", Hedge.NONE, (0.5, 0.75, 1.25, 1.5)),
    # halves
    ("It took |half a day|.", (0.5,), "day", Hedge.NONE, (0.475, 0.4875, 0.5125, 0.525)),
    ("It took |one and a half years|.", (1.5,), "year", Hedge.NONE, (1.25, 1.375, 1.625, 1.75)),
    ("It took |two-and-a-half years|.", (2.5,), "year", Hedge.NONE, (2.25, 2.375, 2.625, 2.75)),
    # hedges of every kind
    ("It is |exactly 20 km|.", (20,), "kilometer", Hedge.EXACTLY, (20, 20, 20, 20)),
    ("It is |just under 20 km|.", (20,), "kilometer", Hedge.JUST_UNDER, (17, 18.5, 20, 20)),
    ("It is |just over 20 km|.", (20,), "kilometer", Hedge.JUST_OVER, (20, 20, 21.5, 23)),
    ("It is |well over 20 km|.", (20,), "kilometer", Hedge.WELL_OVER, (20, 21.5, 40, INF)),
    ("It is |at least 20 km|.", (20,), "kilometer", Hedge.AT_LEAST, (20, 20, 40, INF)),
    ("It is |20 km or more|.", (20,), "kilometer", Hedge.AT_LEAST, (20, 20, 40, INF)),
    ("It has |20| carriages or more.", (20,), "", Hedge.AT_LEAST, (20, 20, 40, INF)),
    ("It has |20+| carriages.", (20,), "", Hedge.AT_LEAST, (20, 20, 40, INF)),
    ("It has |20-odd| carriages.", (20,), "", Hedge.ODD, (20, 20, 27, 30)),
    ("It is |less than 20 km|.", (20,), "kilometer", Hedge.LESS_THAN, (0, 40 / 3, 20, 20)),
    ("It is |no more than 20 km|.", (20,), "kilometer", Hedge.AT_MOST, (0, 20 / 3, 20, 20)),
    ("It has |about 20 or more| cars.", (20,), "", Hedge.AT_LEAST, (17, 18.5, 41.5, INF)),
    ("It has |up to about 90| cars.", (90,), "", Hedge.UP_TO, (0, 55, 95, 110)),
    # ranges
    ("It is |20 to 30 km|.", (20, 30), "kilometer", Hedge.NONE, (19.5, 20, 30, 30.75)),
    ("It is |20-30 km|.", (20, 30), "kilometer", Hedge.NONE, (19.5, 20, 30, 30.75)),
    ("It is |20–30 km|.", (20, 30), "kilometer", Hedge.NONE, (19.5, 20, 30, 30.75)),
    ("It is between |20 and 30 km|.", (20, 30), "kilometer", Hedge.NONE, (19.5, 20, 30, 30.75)),
    ("It is between |20 km and 30 km|.", (20, 30), "kilometer", Hedge.NONE, (19.5, 20, 30, 30.75)),
    ("It is |20km-30km|.", (20, 30), "kilometer", Hedge.NONE, (19.5, 20, 30, 30.75)),
    ("It has |two or three| cars.", (2, 3), "", Hedge.NONE, (1.95, 2, 3, 3.075)),
    ("It takes |two to three days|.", (2, 3), "day", Hedge.NONE, (1.95, 2, 3, 3.075)),
    ("It saw |5 to 10 million| birds.", (5e6, 1e7), "", Hedge.NONE, (4.875e6, 5e6, 1e7, 1.025e7)),
    ("It saw |900 to 1,000| birds.", (900, 1000), "", Hedge.NONE, (877.5, 900, 1000, 1025)),
    ("It costs |$5-$10|.", (5, 10), "$", Hedge.NONE, (4.875, 5, 10, 10.25)),
    ("It costs |$5 to $10 million|.", (5e6, 1e7), "$", Hedge.NONE, (4.875e6, 5e6, 1e7, 1.025e7)),
    ("It costs between |$5 and $6|.", (5, 6), "$", Hedge.NONE, (4.875, 5, 6, 6.15)),
    ("It costs |$5 million to $10 million|.", (5e6, 1e7), "$", Hedge.NONE, (4.875e6, 5e6, 1e7, 1.025e7)),
    ("It costs |5 cents to 10 cents|.", (5, 10), "cent", Hedge.NONE, (4.875, 5, 10, 10.25)),
    ("It is |about 20 to 30 km|.", (20, 30), "kilometer", Hedge.ABOUT, (17, 20, 30, 34.5)),
    ("It is |more than 20 to 30 km|.", (20, 30), "kilometer", Hedge.MORE_THAN, (20, 20, 30, INF)),
    ("It has |more than 10 and less than 20| seats.", (10, 20), "", Hedge.NONE, (9.75, 10, 20, 20.5)),
    # changes
    ("It fell from |30 to 20 km|.", (30, 20), "kilometer", Hedge.NONE, (19.5, 20, 30, 30.75)),
    ("It |doubled| in size.", (2,), "", Hedge.NONE, (1.9, 1.95, 2.05, 2.1)),
    # vague words
    ("It took |several months|.", (), "month", Hedge.NONE, (2, 3, 7, 12)),
    ("It took |a few days|.", (), "day", Hedge.NONE, (2, 3, 5, 8)),
    ("It took |a couple of days|.", (), "day", Hedge.NONE, (2, 2, 2, 4)),
    ("It is |hundreds of miles|.", (), "mile", Hedge.NONE, (100, 200, 900, 1000)),
    ("It saw |dozens of| soldiers.", (), "", Hedge.NONE, (20, 24, 96, 120)),
    ("It saw |a few hundred| men.", (), "", Hedge.NONE, (200, 300, 500, 800)),
    # money
    ("It made |$443 million| in cash.", (443e6,), "$", Hedge.NONE, (442e6, 442.5e6, 443.5e6, 444e6)),
    ("It made |about $5m|.", (5e6,), "$", Hedge.ABOUT, (4.25e6, 4.625e6, 5.375e6, 5.75e6)),
    ("It made |US$5bn|.", (5e9,), "USD", Hedge.NONE, (4.75e9, 4.875e9, 5.125e9, 5.25e9)),
    ("It made |5 euros|.", (5,), "EUR", Hedge.NONE, (4.75, 4.875, 5.125, 5.25)),
    ("It costs |$2000|.", (2000,), "$", Hedge.NONE, (1900, 1950, 2050, 2100)),
    # below zero
    ("It was |-5°C|.", (-5,), "degree_Celsius", Hedge.NONE, (-5.25, -5.125, -4.875, -4.75)),
    ("It was |minus 5°C|.", (-5,), "degree_Celsius", Hedge.NONE, (-5.25, -5.125, -4.875, -4.75)),
    ("It was |below -20°C|.", (-20,), "degree_Celsius", Hedge.LESS_THAN, (-INF, -30, -20, -20)),
    ("It fell by |-0.6%|.", (-0.6,), "percent", Hedge.NONE, (-0.63, -0.615, -0.585, -0.57)),
    ("It made |zero| errors.", (0,), "", Hedge.NONE, (0, 0, 0, 0)),
    # counts that look like years
    ("It killed |2000| people.", (2000,), "", Hedge.NONE, (1900, 1950, 2050, 2100)),
    ("It held |2010| people.", (2010,), "", Hedge.NONE, (2000, 2005, 2015, 2020)),
    ("It saw |2000| troops.", (2000,), "", Hedge.NONE, (1900, 1950, 2050, 2100)),
    ("It saw |more than 2000|.", (2000,), "", Hedge.MORE_THAN, (2000, 2000, 3000, INF)),
    ("It is |1500-2000 km|.", (1500, 2000), "kilometer", Hedge.NONE, (1462.5, 1500, 2000, 2050)),
    ("It is |2020 km|.", (2020,), "kilometer", Hedge.NONE, (2010, 2015, 2025, 2030)),
    # not a name, though a name stands before it
    ("He said in Baghdad |20| people died.", (20,), "", Hedge.NONE, (19, 19.5, 20.5, 21)),
    ("He drove near Minsk |20 km| more.", (20,), "kilometer", Hedge.NONE, (19, 19.5, 20.5, 21)),
    # the least and the most
    ("It is |less than 0.0000000001 m|.", (1e-10,), "meter", Hedge.LESS_THAN, (0, 2e-10 / 3, 1e-10, 1e-10)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "stated", "unit", "hedge", "expected"), ROWS, ids=[r[0] for r in ROWS]
)
def test_a_sentence_leaves_this_to_believe(
    row: str, stated: tuple[float, ...], unit: str, hedge: Hedge, expected: Ends
) -> None:
    text = row.replace("|", "")
    one = quantity(text)
    assert text[one.start : one.end] == row.split("|")[1]
    assert one.stated == pytest.approx(stated)
    assert one.name == unit
    assert one.hedge is hedge
    assert ends(one) == pytest.approx(expected, rel=1e-6, abs=1e-15)


# --------------------------------------------------------------------------------- what it is called


def said(stated: tuple[float, ...] = (20.0,), **facts: object) -> Quantity:
    """Twenty of something, and what else is said of it."""
    grains = tuple(10.0 for _ in stated) or (1.0,)
    return Quantity(0, 2, stated, grains, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (said(), ""),
        (said(unit=unit("kilometer/hour")), "kilometer/hour"),
        (said(money="EUR"), "EUR"),
        (said(money="$/hour"), "$/hour"),
        (said(noun="car"), ""),
    ],
)
def test_its_name_is_its_unit_or_its_money(one: Quantity, name: str) -> None:
    assert one.name == name


@pytest.mark.parametrize(
    ("hedges", "hedge"),
    [
        ((), Hedge.NONE),
        ((Hedge.ABOUT,), Hedge.ABOUT),
        ((Hedge.ABOUT, Hedge.AT_LEAST), Hedge.AT_LEAST),
        ((Hedge.UP_TO, Hedge.ABOUT), Hedge.UP_TO),
        ((Hedge.ALMOST, Hedge.EXACTLY), Hedge.ALMOST),
    ],
)
def test_a_bound_decides_before_another_hedge(hedges: tuple[Hedge, ...], hedge: Hedge) -> None:
    assert said(hedges=hedges).hedge is hedge


@pytest.mark.parametrize(
    ("one", "bound"),
    [
        (said(), "="),
        (said(hedges=(Hedge.EXACTLY,)), "="),
        (said(hedges=(Hedge.ABOUT,)), "~"),
        (said(hedges=(Hedge.ALMOST,)), "~"),
        (said(hedges=(Hedge.ODD,)), ">"),
        (said(hedges=(Hedge.UP_TO,)), "<"),
        (said(change=1), "up"),
        (said(change=-1), "down"),
        # A bound says more than the way, the way more than that it is rough.
        (said(change=1, hedges=(Hedge.AT_LEAST,)), ">"),
        (said(change=-1, hedges=(Hedge.ABOUT,)), "down"),
        # Of two numbers each says where it stood.
        (said((30.0, 20.0), change=-1, kind="change"), "="),
        (said((30.0, 20.0), change=-1, kind="change", hedges=(Hedge.ABOUT,)), "~"),
        (said((2.0,), change=1, kind="factor"), "up"),
    ],
)
def test_its_bound_is_one_letter_or_the_way_of_its_change(one: Quantity, bound: str) -> None:
    assert one.bound == bound


def test_every_hedge_that_points_gives_a_bound() -> None:
    for hedge in BOUNDS:
        assert said(hedges=(hedge,)).bound == {1: ">", -1: "<"}[DIRECTION[hedge]]


@pytest.mark.parametrize("record", [said(), Refused(0, 2, "part of a name")])
def test_it_stays_as_it_is(record: Quantity | Refused) -> None:
    with pytest.raises(AttributeError):
        record.start = 1  # type: ignore[misc]
    assert msgspec.structs.replace(record) == record


# ---------------------------------------------------------------------------------------- laws

hedges = st.lists(st.sampled_from(list(Hedge)), max_size=2).map(tuple)
numbers = st.integers(1, 9999).map(float)
units = st.sampled_from([None, *map(unit, ("day", "kilometer", "degree_Celsius", "percent"))])


@given(numbers, hedges, units)
def test_what_is_stated_may_be_believed_or_is_an_end(
    n: float, hedged: tuple[Hedge, ...], of: object
) -> None:
    one = said((n,), hedges=hedged, unit=of)
    p = one.possibility
    assert p.low <= p.core_low <= p.core_high <= p.high
    assert p.low <= n * (1 + 1e-6)  # an open end keeps a little from it
    assert n * (1 - 1e-6) <= p.high
    assert p(p.midpoint) == 1


@given(numbers, numbers, hedges)
def test_the_order_of_two_numbers_does_not_change_what_is_believed(
    n: float, m: float, hedged: tuple[Hedge, ...]
) -> None:
    assert said((n, m), hedges=hedged).possibility == said((m, n), hedges=hedged).possibility


@given(st.sampled_from(sorted(VAGUE)), st.sampled_from([1.0, 100.0, 1000.0, 1e6]))
def test_a_vague_word_is_scaled_to_what_it_counts(word: str, grain: float) -> None:
    one, p = Quantity(0, 5, (), (grain,), vague=word), VAGUE[word]
    assert ends(one) == pytest.approx(
        (p.low * grain, p.core_low * grain, p.core_high * grain, p.high * grain)
    )
