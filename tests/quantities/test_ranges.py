"""Ranges and compounds: several numbers that say one quantity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .reading import Row, check, quantity, said

RANGES: list[Row] = [
    ("It is |20 to 30 km| off.", "20 to 30 kilometer"),
    ("It is |20-30 km| off.", "20 to 30 kilometer"),
    ("It is |20–30 km| off.", "20 to 30 kilometer"),
    ("It is |20 km-30 km| off.", "20 to 30 kilometer"),
    ("It is |20 km to 30 km| off.", "20 to 30 kilometer"),
    ("It is between |20 and 30 km| off.", "20 to 30 kilometer"),
    ("It is between |20 km and 30 km| off.", "20 to 30 kilometer"),
    ("It is between |20 and about 30 km| off.", "20 to 30 kilometer"),
    ("It is from |20 to 30 km| off.", "20 to 30 kilometer"),
    ("It has |two or three| coaches.", "2 to 3 (coach)"),
    ("It has |20 to 30| coaches.", "20 to 30 (coach)"),
    ("An |8- to 16-metre| hole opened.", "8 to 16 meter"),
    ("It saw |5 to 10 million| birds.", "5000000 to 10000000 (bird)"),
    ("It saw |900 to 1,000| birds.", "900 to 1000 (bird)"),
    ("It was |-5 to 10 degrees| there.", "-5 to 10 degree"),
    ("It takes |about 20 to 30 minutes| now.", "about 20 to 30 minute"),
    ("It took |10 to 15 per cent| of it.", "10 to 15 percent"),
    ("It took |10%-15%| of it.", "10 to 15 percent"),
    # money
    ("It costs |$5-$10| now.", "5 to 10 $"),
    ("It costs |$10-15| now.", "10 to 15 $"),
    ("It costs |£10–£15| now.", "10 to 15 GBP"),
    ("It costs |$5 to $10 million| now.", "5000000 to 10000000 $"),
    ("It costs |$5 million to $10 million| now.", "5000000 to 10000000 $"),
    ("It costs |$10m-$15m| now.", "10000000 to 15000000 $"),
    ("It costs |5 cents to 10 cents| now.", "5 to 10 cent"),
    # from one to the other: a change, the one it was first
    ("It fell from |30 to 20| at once.", "down 30 to 20, change"),
    ("It rose from |20 to 30| at once.", "up 20 to 30, change"),
    ("It fell from |30 km to 20| at once.", "down 30 to 20 kilometer, change"),
    ("It rose from |40 percent to 70 percent| at once.", "up 40 to 70 percent, change"),
    ("It grew from |5 million to 8 million| people.", "up 5000000 to 8000000 (people), change"),
    ("It shrank from |about 30 to 20| at once.", "down about 30 to 20, change"),
]


@pytest.mark.parametrize(("row", "expected"), RANGES)
def test_two_numbers_are_one_quantity(row: str, expected: str) -> None:
    check(row, expected)


APART: list[Row] = [
    ("It is |20 km| to |30 miles| off.", "20 kilometer; 30 mile"),
    ("It saw |30| to |20| of them.", "30; 20"),
    ("It has |20| and |30| coaches.", "20; 30 (coach)"),
    ("It has |20| or |300| coaches.", "20; 300 (coach)"),
    ("It is |20 metres|—|30 metres| off.", "20 meter; 30 meter"),
    # A change, and where it stands then.
    ("It rose |5 cents| to |10 cents| at once.", "up 5 cent; 10 cent"),
    ("It fell |$5 million| to |$10 million|.", "down 5000000 $; 10000000 $"),
    ("It rose |5 percent| to |6 million| birds.", "up 5 percent; 6000000 (bird)"),
]


@pytest.mark.parametrize(("row", "expected"), APART)
def test_two_numbers_are_two(row: str, expected: str) -> None:
    check(row, expected)


COMPOUNDS: list[Row] = [
    ("He is |6 ft 9 in|.", "6.75 foot"),
    ("He is |6 feet 3 inches tall|.", "6.25 foot"),
    ("He is |6'3\" tall|.", "6.25 foot"),
    ("The |5-foot-9| guard ran.", "5.75 foot"),
    ("It took |2 hours 30 minutes|.", "2.5 hour"),
    ("It took |2 hours, 30 minutes|.", "2.5 hour"),
    ("It took |two days and three hours|.", "2.125 day"),
    ("It took |an hour and a half|.", "1.5 hour"),
    ("It is |a mile and a half| off.", "1.5 mile"),
    ("It took |1 hour thirty|.", "1.5 hour"),
    ("It cost |15 dollars 50|.", "15.5 $"),
    ("It cost |5 dollars and 50 cents|.", "5.5 $"),
    ("It took |about 2 hours 30 minutes|.", "about 2.5 hour"),
    # Not the smaller unit of the same, or something else that is counted.
    ("It is |5 km| |10 km| off.", "5 kilometer; 10 kilometer"),
    ("It took |15 dollars| |50| people gave.", "15 $; 50 (people)"),
    ("It took |2 hours| and |30 km|.", "2 hour; 30 kilometer"),
    ("It took |30 minutes| and |2 hours|.", "30 minute; 2 hour"),
]


@pytest.mark.parametrize(("row", "expected"), COMPOUNDS)
def test_a_number_in_two_units_is_one(row: str, expected: str) -> None:
    check(row, expected)


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("2 hours 30 minutes", 10 / 60),
        ("two days and three hours", 1 / 24),
        ("6 feet 3 inches", 1 / 12),
    ],
)
def test_its_grain_is_that_of_the_smallest(text: str, grain: float) -> None:
    assert quantity(f"It took {text}.").possibility.grain == pytest.approx(grain)


# ------------------------------------------------------------------------------------------ laws

joints = st.sampled_from([" to ", "-", "–", " km to "])


@given(st.integers(100, 900), st.integers(1, 99), joints)
def test_a_range_keeps_both_its_ends(low: int, width: int, joint: str) -> None:
    one = quantity(f"It was {low}{joint}{low + width} km long.")
    assert one.stated == (low, low + width)
    assert one.name == "kilometer"


@given(st.integers(100, 900), st.integers(100, 900))
def test_a_change_keeps_which_came_first(one: int, other: int) -> None:
    if one != other:
        way = "rose" if other > one else "fell"
        found = quantity(f"It {way} from {one} to {other} at once.")
        assert (found.stated, found.kind) == ((one, other), "change")
        assert found.change == (1 if other > one else -1)


@given(st.integers(1, 500), st.integers(1, 59))
def test_hours_and_minutes_are_hours(hours: int, minutes: int) -> None:
    one = quantity(f"{hours} hours and {minutes} minutes")
    assert one.stated[0] == pytest.approx(hours + minutes / 60)
    assert said(one).endswith(" hour")
