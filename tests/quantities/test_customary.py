"""In which unit people give a value of some size."""

import pytest

from claimcheck.quantities.customary import customary, rounded, unit_together
from claimcheck.quantities.wording import Bound, Bounds


@pytest.mark.parametrize(
    ("unit", "largest", "metric", "us"),
    [
        # A journey, a building, a plank, a hair.
        ("kilometer", 1200, "kilometer", "mile"),
        ("kilometer", 0.3, "meter", "foot"),
        ("kilometer", 0.0005, "centimeter", "foot"),
        ("kilometer", 0.000001, "millimeter", "inch"),
        # A locomotive, a letter.
        ("kilogram", 80_000, "metric_ton", "pound"),
        ("kilogram", 0.02, "gram", "ounce"),
        # A farm.
        ("kilometer**2", 0.5, "hectare", "acre"),
        # A lecture, two days, a race, a fortnight, half a year, a reign.
        ("hour", 1.5, "minute", ""),
        ("hour", 60, "hour", ""),
        ("hour", 0.0026, "second", ""),
        ("hour", 336, "day", ""),
        ("hour", 4_380, "month", ""),
        ("hour", 105_000, "year", ""),
        # What is counted, paid or measured in nothing that people convert stays.
        ("", 90, "", ""),
        ("USD", 2e6, "USD", ""),
        ("watt", 300, "watt", ""),
    ],
)
def test_values_have_the_unit_that_people_use(
    unit: str, largest: float, metric: str, us: str
) -> None:
    assert customary(unit, [(None, largest)]) == (metric, us)


@pytest.mark.parametrize(
    ("unit", "ranges", "told"),
    [
        # The larger decides, while there is enough of the smaller.
        ("hour", [(84, 108), (468, 492)], "day"),
        ("kilometer", [(0.855, 0.945), (1.9, 2.1)], "kilometer"),
        ("hour", [(1.4, 1.6), (100_809, 109_575)], "hour"),
        ("hour", [(0.0122, 0.0128), (0.048, 0.052)], "minute"),
        ("hour", [(95_988, 96_012), (100_809, 109_575)], "year"),
        ("kilometer**2", [(0.000475, 0.000525), (0.45, 0.55)], "meter**2"),
        ("hour", [(4_000, None), (None, 9_000)], "month"),
        ("kilometer", [(-0.4, -0.3)], "meter"),
        # Nothing is told of zero but that it is.
        ("kilometer", [(0, 0)], "kilometer"),
        ("hour", [(None, None)], "minute"),
        # Rounded in tonnes, these would be one.
        ("kilogram", [(1_234_567, 1_234_567), (1_234_568, 1_234_568)], "kilogram"),
        ("hour", [(23_988, 23_988), (24_000, 24_000), (24_012, 24_012)], "year"),
        ("hour", [(95_988, 95_988), (96_000, 96_000), (96_012, 96_012)], "hour"),
        # Somebody chose these.
        ("day", [(4, 4)], "day"),
        ("mile", [(300, 400)], "mile"),
        ("", [(12, 17)], ""),
        ("date", [("2019-02-26", "2019-03-01")], "date"),
    ],
)
def test_ranges_that_are_told_together_have_one_unit(
    unit: str, ranges: list[Bounds], told: str
) -> None:
    assert unit_together(unit, ranges) == told


@pytest.mark.parametrize(
    ("bound", "other", "told"),
    [
        (105_120.0, "year", 11.99),
        (1234.56, "hour", 1235.0),
        (None, "year", None),
        ("-W-2T08:00", "hour", "-W-2T08:00"),
    ],
)
def test_an_end_is_rounded_for_the_eye(bound: Bound, other: str, told: Bound) -> None:
    assert rounded(bound, "hour", other) == told
