"""What is said in two systems of units."""

import pytest

from claimcheck.report.marks import Mark
from claimcheck.report.numberline import Reading, number_line
from claimcheck.report.systems import Phrase, ranges, readings, systems_of


@pytest.mark.parametrize(
    ("unit", "attribute", "units"),
    [
        ("kilometer/hour", "speed", ["kilometer/hour", "mile/hour"]),
        ("mile", "distance", ["kilometer", "mile"]),
        ("kilogram", "mass", ["kilogram", "pound"]),
        ("degree_Celsius", "air temperature", ["degree_Celsius", "degree_Fahrenheit"]),
        # A difference takes no offset, and the fact does not say that it is one.
        ("degree_Celsius", "temperature rise", ["degree_Celsius"]),
        ("degree_Celsius", "warming", ["degree_Celsius"]),
        ("metric_ton", "mass", ["metric_ton"]),
        ("hour", "duration", ["hour"]),
        ("", "carriage count", [""]),
    ],
)
def test_units_with_a_customary_counterpart(unit: str, attribute: str, units: list[str]) -> None:
    assert [other for _, other in systems_of(unit, attribute)] == units


def test_a_range_is_said_in_both() -> None:
    assert ranges((50.0, None), "kilometer/hour", "speed") == (
        Phrase("in-metric", "from 50 km/h upwards"),
        Phrase("in-us", "from 31.07 mph upwards"),
    )


def test_readings_that_are_one_are_said_once() -> None:
    assert readings((3.0, 3.0), (3.0, 3.0), "", "count") == (Phrase("", "3"),)


def test_an_axis_has_round_values_in_each_system_at_their_own_places() -> None:
    reading = Reading(Mark("circle"), "", (), (0.0, 100.0), (50.0, 60.0), ())
    metric, us = number_line([reading], "kilometer/hour", "speed").axes
    assert (metric.system, metric.words) == ("in-metric", "km/h")
    assert (us.system, us.words) == ("in-us", "mph")
    assert [tick.label for tick in metric.ticks] == ["0", "20", "40", "60", "80", "100"]
    assert [tick.label for tick in us.ticks] == ["0", "20", "40", "60"]
    assert [tick.x for tick in us.ticks] == ["4%", "33.61%", "63.22%", "92.84%"]


def test_values_a_thousandfold_apart_stand_on_powers_of_ten() -> None:
    few = Reading(Mark("circle"), "", (), (1.0, 10.0), (2.0, 5.0), ())
    many = Reading(Mark("diamond"), "", (), (1e5, 1e6), (2e5, 5e5), ())
    [axis] = number_line([few, many], "", "dead").axes
    assert axis.words == "dead, each step ten times the last"
    assert [tick.label for tick in axis.ticks] == ["1", "100", "10,000", "1,000,000"]
