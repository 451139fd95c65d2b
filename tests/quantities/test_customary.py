"""In which unit people give a value of some size."""

import pytest

from claimcheck.quantities.customary import customary


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
        # A lecture, two days, a fortnight, half a year, a reign.
        ("hour", 1.5, "minute", ""),
        ("hour", 60, "hour", ""),
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
    assert customary(unit, largest) == (metric, us)


def test_nothing_is_told_in_the_smallest_unit() -> None:
    assert customary("hour", 0) == ("minute", "")
    assert customary("kilometer", 0) == ("millimeter", "inch")
