"""Quantities: what a sentence says of a number, and why others are refused."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.quantities.hedges import Hedge
from claimcheck.quantities.reader import Outcome, Quantity, Refused, quantities

INF = math.inf
Ends = tuple[float, float, float, float]


def only(text: str) -> Outcome:
    (outcome,) = quantities(text)
    return outcome


def read(text: str) -> list[Quantity]:
    return [outcome for outcome in quantities(text) if isinstance(outcome, Quantity)]


def surface(text: str, outcome: Outcome) -> str:
    return text[outcome.start : outcome.end]


def ends(quantity: Quantity) -> Ends:
    p = quantity.possibility
    return p.low, p.core_low, p.core_high, p.high


# ------------------------------------------------------------------------------------ what is read

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
    ("He slept |a full day|.", (1,), "day", Hedge.NONE, (0.5, 0.75, 1.25, 1.5)),
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
    ("It has |about 20| or more cars.", (20,), "", Hedge.AT_LEAST, (17, 18.5, 41.5, INF)),
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
def test_a_sentence_is_read(
    row: str, stated: tuple[float, ...], unit: str, hedge: Hedge, expected: Ends
) -> None:
    text = row.replace("|", "")
    outcome = only(text)
    assert isinstance(outcome, Quantity), outcome
    assert surface(text, outcome) == row.split("|")[1]
    assert outcome.stated == pytest.approx(stated)
    assert outcome.name == unit
    assert outcome.hedge is hedge
    assert ends(outcome) == pytest.approx(expected, rel=1e-6, abs=1e-15)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It has 56 armoured train carriages.", "armoured train carriages"),
        ("It has 20 cars, and more", "cars"),
        ("one of the most secretive leaders", "of the most secretive leaders"),
        ("It has 20\ncars", "cars"),
        ("It has 20", ""),
        ("It has 20 of Kim’s cars", "of kim’s cars"),
        ("It has 20 a b c d e f", "a b c d e"),
    ],
)
def test_the_words_behind_a_number_are_kept(text: str, words: str) -> None:
    quantity = read(text)[0]
    assert " ".join(word.text for word in quantity.words) == words
    assert all(text[w.start : w.end].lower() == w.text for w in quantity.words)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("20 km (12 miles)", ["20 km", "12 miles"]),
        ("$5 million to $10 million", ["$5 million", "$10 million"]),  # a change, not a range
        ("5 cents to 10 cents", ["5 cents", "10 cents"]),
        ("30 to 20 km", ["30", "20 km"]),
        ("20 km to 30 miles", ["20 km", "30 miles"]),
        ("5$6", ["5", "$6"]),
        ("$5 $6", ["$5", "$6"]),
        ("10 at most 20", ["10", "at most 20"]),
        ("two, three", ["two", "three"]),
        ("20 metres—30 metres", ["20 metres", "30 metres"]),
        ("a 17-mile, 16-inch pipeline", ["17-mile", "16-inch"]),
    ],
)
def test_two_numbers_that_stand_together(text: str, surfaces: list[str]) -> None:
    assert [surface(text, quantity) for quantity in read(text)] == surfaces


# ---------------------------------------------------------------------------------- said twice


def test_a_conversion_in_parentheses_inherits_the_hedge() -> None:
    text = "It is more than 1,000 km (600 miles) away."
    first, second = read(text)
    assert not first.restates
    assert second.restates
    assert (second.hedge, second.hedge_words) == (Hedge.MORE_THAN, "more than")
    assert second.name == "mile"
    assert ends(second) == pytest.approx((600, 600, 700, INF), rel=1e-6)


@pytest.mark.parametrize(
    ("text", "restates", "hedge"),
    [
        ("about 50km/h (31mph)", True, Hedge.ABOUT),
        ("over 1,000 km (about 600 miles)", True, Hedge.ABOUT),
        ("1,000 km (600 miles)", True, Hedge.NONE),
        ("over 1,000 km (600 km)", False, Hedge.NONE),  # another of the kind
        ("over 1,000 km (two days)", False, Hedge.NONE),
        ("over 1,000 km, (600 miles)", False, Hedge.NONE),
        ("over 1,000 km 600 miles", False, Hedge.NONE),
        ("over 20 cars (600 miles)", False, Hedge.NONE),
    ],
)
def test_only_a_conversion_restates(text: str, restates: bool, hedge: Hedge) -> None:
    second = read(text)[-1]
    assert (second.restates, second.hedge) == (restates, hedge)


@pytest.mark.parametrize(
    ("text", "stated", "unit", "grain"),
    [
        ("2 hours 30 minutes", 2.5, "hour", 10 / 60),
        ("two days and three hours", 2.125, "day", 1 / 24),
        ("an hour and a half", 1.5, "hour", 0.5),
        ("6 feet 3 inches", 6.25, "foot", 1 / 12),
    ],
)
def test_a_number_in_two_units_is_one(text: str, stated: float, unit: str, grain: float) -> None:
    (quantity,) = read(f"It took {text}.")
    assert list(quantity.stated) == pytest.approx([stated])
    assert quantity.name == unit
    assert quantity.possibility.grain == pytest.approx(grain)


# -------------------------------------------------------------------------------- what is refused

NAME, CODE, YEAR = "part of a name", "a score or a code", "a year"
REFUSED = [
    # names
    ("|Russia-24| showed it", NAME),
    ("with |AK-47s| in hand", NAME),
    ("the |G7| met", NAME),
    ("the |A320-200| left", NAME),
    ("a |B-52H| flew", NAME),
    ("flew a Boeing |747| to Moscow", NAME),
    ("Flight |93| fell", NAME),
    ("Boeing |747| fell", NAME),
    ("Route |66| is long", NAME),
    ("Section |20| of the act", NAME),
    ("the No. |5| seed", NAME),
    ("the |3D| film", NAME),
    ("a |4x4| car", NAME),
    ("on |mid-20s|", NAME),
    # clock times
    ("at |2 pm|", "a clock time"),
    ("at |2pm|", "a clock time"),
    ("at |5 a.m.| on", "a clock time"),
    ("at |5.30 p.m.| on", "a clock time"),
    ("at |19:45|", "a clock time"),
    ("at |3:45 PM| sharp", "a clock time"),
    ("in |2:05:31| sharp", "a clock time"),
    ("at |5 o’clock|", "a clock time"),
    ("at |1830 GMT|", "a clock time"),
    # dates
    ("|In 2004|, Kim", "a date"),
    ("on |April 24, 2019|", "a date"),
    ("|Feb. 26-28, 2019|: Kim", "a date"),
    ("the |2004| summit", YEAR),
    ("the |2000| elections", YEAR),
    ("the |1960|s", YEAR),
    ("the |2010-11| season", YEAR),
    ("the |1987/88| season", YEAR),
    ("on April |24|", "a day of a month"),
    ("on the |24| of April", "a day of a month"),
    ("on |26-28| February", "a day of a month"),
    # ordinals and ages
    ("the |42nd| street", "an ordinal"),
    ("the |1,000th| day", "an ordinal"),
    ("the |twenty-first| century", "an ordinal"),
    ("a |5-year-old| boy", "an age"),
    ("a |five-year-old|", "an age"),
    ("is |5 years old|", "an age"),
    # shares and fractions
    ("|two-thirds| of it", "a share of something"),
    ("|one third| of it", "a share of something"),
    ("|three quarters| of it", "a share of something"),
    ("|1/2| mile", "a fraction, a date or a code"),
    ("|3 1/2| miles", "a fraction, a date or a code"),
    ("|5½| miles", "a fraction, a date or a code"),
    ("on |9/11|", "a fraction, a date or a code"),
    ("on |11/27/2005|", "a fraction, a date or a code"),
    # scores and codes
    ("won |31-24|", CODE),
    ("lost |2-7| there", CODE),
    ("a |14-0| record", CODE),
    ("call |1-800-555|", CODE),
    ("a |50-50| chance", CODE),
    # what is not written as English writes a number
    ("the |1.2.3| release", "not written as a number"),
    ("of |1,2,3|", "not written as a number"),
    ("of |12,34,567|", "not written as a number"),
    ("no |one| came", "a pronoun"),
    ("hit |one| another", "a pronoun"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "reason"), REFUSED, ids=[row for row, _ in REFUSED])
def test_a_number_is_refused_with_its_reason(row: str, reason: str) -> None:
    text = row.replace("|", "")
    outcome = only(text)
    assert isinstance(outcome, Refused), outcome
    assert (surface(text, outcome), outcome.reason) == (row.split("|")[1], reason)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("in her 20s", "20s"),  # the reason is the unit's
        ("5m people", "5m"),
    ],
)
def test_a_unit_may_spoil_its_number(text: str, refused: str) -> None:
    outcome = only(text)
    assert isinstance(outcome, Refused)
    assert surface(text, outcome) == refused


@pytest.mark.parametrize(
    "text", ["a car", "by a day", "an hour later", "a night-long vigil", "May", "someone", ""]
)
def test_what_is_no_number_is_not_even_refused(text: str) -> None:
    assert quantities(text) == []


# --------------------------------------------------------------------------------------------- laws

PIECES = [
    "1", "20", "1,000", "2004", "0.5", ".5", "1.2.3", "½", "²", "a ", "a full ", "day", "days", " km", "km/h",
    " million", "$", "US$", "%", "°C", "-", "–", " - ", " to ", " and ", "between ", "about ", "more than",
    " or more", " at most ", "up to ", "+", "-odd", "minus ", "half a ", "several ", "dozens of ", "hundred",
    "two", "twenty-", "-first", "five", "(", ")", " ", "\n", ",", ".", ":", "/", "May ", "in ", "April ",
    " p.m.", "-year-old", "AK-", "Boeing ", "x", "İ", "\u00a0", "m2", "No. ", "one ", "no ", "-thirds",
]  # fmt: skip
prose = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
anything = st.one_of(st.text(), prose)


@settings(max_examples=500)
@given(anything)
def test_any_text_gives_outcomes_in_order_within_it(text: str) -> None:
    end = 0
    for outcome in quantities(text):
        assert end <= outcome.start < outcome.end <= len(text)
        end = outcome.end


@settings(max_examples=500)
@given(anything)
def test_no_digit_is_lost(text: str) -> None:
    covered: set[int] = set()
    for outcome in quantities(text):
        covered |= set(range(outcome.start, outcome.end))
    missed = [text[m.start() :] for m in re.finditer(r"\d", text) if m.start() not in covered]
    assert missed == []


@settings(max_examples=300)
@given(anything)
def test_every_quantity_is_believable(text: str) -> None:
    for quantity in read(text):
        p = quantity.possibility
        assert p(p.midpoint) == 1
        assert bool(quantity.stated) is (quantity.vague is None)
        if len(quantity.stated) == 2:
            assert quantity.stated[0] < quantity.stated[1]
        for word in quantity.words:
            assert quantity.start <= word.start < word.end <= len(text)


@given(prose, prose)
def test_a_paragraph_does_not_change_the_next(one: str, other: str) -> None:
    alone = [(o.start, o.end) for o in quantities(other)]
    shift = len(one) + 2
    together = [(o.start - shift, o.end - shift) for o in quantities(f"{one}\n\n{other}")]
    assert [span for span in together if span[0] >= 0] == alone
