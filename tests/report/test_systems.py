"""What is said in two systems of units."""

import pytest

from claimcheck.report.drawings.marks import Mark
from claimcheck.report.drawings.numberline import Reading, number_line
from claimcheck.report.systems import Phrase, Units, range_in, reading_in

SPEED = Units.of("kilometer/hour", "speed", [])


@pytest.mark.parametrize(
    ("unit", "attribute", "largest", "units"),
    [
        # A journey, a building, a plank, a hair.
        ("kilometer", "distance", 1200, ["kilometer", "mile"]),
        ("mile", "distance", 600, ["kilometer", "mile"]),
        ("kilometer", "height", 0.3, ["meter", "foot"]),
        ("kilometer", "width", 0.0005, ["centimeter", "foot"]),
        ("kilometer", "width", 0.000001, ["millimeter", "inch"]),
        ("kilometer/hour", "speed", 60, ["kilometer/hour", "mile/hour"]),
        ("kilogram", "mass", 80, ["kilogram", "pound"]),
        ("kilogram", "mass", 0.2, ["gram", "ounce"]),
        ("kilogram", "mass", 40_000, ["metric_ton", "pound"]),
        ("kilometer**2", "area", 0.5, ["hectare", "acre"]),
        ("degree_Celsius", "air temperature", 30, ["degree_Celsius", "degree_Fahrenheit"]),
        # A difference takes no offset, and the fact does not say that it is one.
        ("degree_Celsius", "temperature rise", 2, ["degree_Celsius"]),
        ("degree_Celsius", "warming", 2, ["degree_Celsius"]),
        ("hour", "duration", 175_000, ["year"]),
        # What is counted, paid or measured in nothing that people convert stays.
        ("", "carriage count", 90, [""]),
        ("USD", "cost", 2e6, ["USD"]),
        ("watt", "power", 300, ["watt"]),
    ],
)
def test_values_are_shown_in_the_units_that_people_use(
    unit: str, attribute: str, largest: float, units: list[str]
) -> None:
    assert [told for _, told in Units.of(unit, attribute, [(None, largest)]).told] == units


@pytest.mark.parametrize(
    ("bounds", "unit", "words"),
    [
        ((21.0, 36.742), "", ["21 to 36.74"]),
        ((1.5, 2.25), "", ["1.5 to 2.25"]),
        ((57.131712, 71.615808), "kilometer/hour", ["57.13 to 71.62 km/h", "35.5 to 44.5 mph"]),
        ((1000.0, None), "kilometer", ["from 1,000 km upwards", "from 621.4 miles upwards"]),
        ((35_064.0, 38_351.25), "hour", ["4 to 4.375 years"]),
        (("2019-02-26", "2019-03-01"), "date", ["26 February 2019 to 28 February 2019"]),
    ],
)
def test_a_range_is_rounded_for_the_eye(
    bounds: tuple[float | str, float | str | None], unit: str, words: list[str]
) -> None:
    units = Units.of(unit, "attribute", [bounds])
    assert [phrase.words for phrase in range_in(units, bounds)] == words


def test_a_range_is_said_in_both() -> None:
    units = Units.of("kilometer/hour", "speed", [(50.0, None)])
    assert range_in(units, (50.0, None)) == (
        Phrase("in-metric", "from 50 km/h upwards"),
        Phrase("in-us", "from 31.07 mph upwards"),
    )


def test_what_stands_together_is_told_in_one_unit() -> None:
    days, weeks = (84.0, 108.0), (468.0, 492.0)
    units = Units.of("hour", "duration", [days, weeks])
    told = [range_in(units, bounds)[0].words for bounds in (days, weeks)]
    assert told == ["3.5 to 4.5 days", "19.5 to 20.5 days"]


def test_readings_that_are_one_are_said_once() -> None:
    assert reading_in(Units.of("", "count", []), (3.0, 3.0), (3.0, 3.0)) == (Phrase("", "3"),)


def test_an_axis_has_round_values_in_each_system_at_their_own_places() -> None:
    reading = Reading(Mark("circle"), "", (), (0.0, 100.0), (50.0, 60.0), ())
    metric, us = number_line([reading], SPEED, "speed").axes
    assert (metric.system, metric.words) == ("in-metric", "km/h")
    assert (us.system, us.words) == ("in-us", "mph")
    assert [tick.label for tick in metric.ticks] == ["0", "20", "40", "60", "80", "100"]
    assert [tick.label for tick in us.ticks] == ["0", "20", "40", "60"]
    assert [tick.x for tick in us.ticks] == ["4%", "33.61%", "63.22%", "92.84%"]


def test_values_a_thousandfold_apart_stand_on_powers_of_ten() -> None:
    few = Reading(Mark("circle"), "", (), (1.0, 10.0), (2.0, 5.0), ())
    many = Reading(Mark("diamond"), "", (), (1e5, 1e6), (2e5, 5e5), ())
    [axis] = number_line([few, many], Units.of("", "dead", []), "dead").axes
    assert axis.words == "dead, each step ten times the last"
    assert [tick.label for tick in axis.ticks] == ["1", "100", "10,000", "1,000,000"]
