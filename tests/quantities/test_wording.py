"""How numbers, ranges, moments and units are put to a reader."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantities.calendar.times import iso_week_time
from claimcheck.quantities.lexicon import lexicon
from claimcheck.quantities.wording import (
    Bounds,
    bound_words,
    moment,
    number,
    plural,
    range_words,
    unit_words,
    with_unit,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (-0.0, "0"),
        (90, "90"),
        (1000, "1,000"),
        (250_001, "250,001"),
        (12_345_678, "12,345,678"),
        (53.75, "53.75"),
        (965.6064, "965.606"),
        (0.775, "0.775"),
        (0.00012345, "0.00012345"),
        (-3.5, "-3.5"),
        (7.7e9, "7,700,000,000"),
        (2e18, "2e+18"),
        (3e-9, "3e-09"),
    ],
)
def test_number(value: float, words: str) -> None:
    assert number(value) == words


@given(st.integers(min_value=-(10**14), max_value=10**14))
def test_whole_numbers_are_never_rounded(value: int) -> None:
    assert int(number(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("bounds", "unit", "words"),
    [
        ((20.0, 30.0), "", "20 to 30"),
        ((20.0, None), "", "from 20 upwards"),
        ((None, 20.0), "kilometer", "20 km and below"),
        ((17.0, 17.0), "", "17"),
        ((1.0, 1.0), "day", "1 day"),
        ((0.775, 1.0), "day", "0.775 to 1 day"),
        ((36.0, 60.0), "hour", "36 to 60 hours"),
        ((1000.0, None), "kilometer", "from 1,000 km upwards"),
        ((4.5, 5.5), "percent", "4.5 to 5.5%"),
        ((None, None), "", "any value"),
        ((2_850_000.0, 3_150_000.0), "$", "$2,850,000 to $3,150,000"),
        ((3.0, 3.0), "$", "$3"),
        # The ends of an open bound.
        ((20.000000001, None), "", "from 20 upwards"),
        ((23.999999999, 24.0), "hour", "24 hours"),
        (("-W-7T12:00", "-W-7T18:00"), "time", "Sunday 12:00 to Sunday 18:00"),
        (("2023-09-10", "2023-09-10"), "date", "10 September 2023"),
        (("2023-09-10", None), "date", "from 10 September 2023 upwards"),
    ],
)
def test_range(bounds: Bounds, unit: str, words: str) -> None:
    assert range_words(bounds, unit) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023-09-10", "10 September 2023"),
        ("2023-09", "September 2023"),
        ("2011", "2011"),
        ("2023-09-10T08:30", "10 September 2023 08:30"),
        ("2023-09-10T08:30:00Z", "10 September 2023 08:30:00 UTC"),
        ("2023-09-10T08:30+09:00", "10 September 2023 08:30 +09:00"),
        ("-W-2", "Tuesday"),
        ("-W-2T06:00", "Tuesday 06:00"),
        ("T06:00", "06:00"),
        # What is no moment is shown as it is.
        ("2023-13-10", "2023-13-10"),
        ("last June", "last June"),
    ],
)
def test_moment(iso: str, words: str) -> None:
    assert moment(iso) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("", ""),
        ("kilometer/hour", "km/h"),
        ("mile/hour", "mph"),
        ("kilometer/day", "km per day"),
        ("foot", "feet"),
        ("century", "centuries"),
        ("kilometer**2", "km²"),
        ("newton*meter", "newton meters"),
        ("oil_barrel/day", "oil barrels per day"),
        ("kilowatt*hour", "kilowatt hours"),
        ("horsepower", "horsepower"),
        ("USD", "USD"),
    ],
)
def test_unit(unit: str, words: str) -> None:
    assert unit_words(unit) == words


@given(st.floats(-1e14, 1e14))
def test_a_number_is_told_to_six_digits(value: float) -> None:
    told = float(number(value).replace(",", ""))
    assert math.isclose(told, value, rel_tol=1e-5, abs_tol=1e-9)


@given(st.floats(1e-6, 1e9), st.floats(1.00001, 2))
def test_numbers_that_differ_look_different(value: float, factor: float) -> None:
    assert number(value) != number(value * factor)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_ends_in_a_point_or_is_less_than_nothing(value: float) -> None:
    text = number(value)
    assert text != "-0"
    assert not text.endswith(".")
    assert "." not in text or "e" in text or not text.endswith("0")


@pytest.mark.parametrize(
    ("unit", "words"), [("day", "day"), ("foot", "foot"), ("kilometer/hour", "km/h"), ("", "")]
)
def test_one_of_a_unit(unit: str, words: str) -> None:
    assert unit_words(unit, several=False) == words


@pytest.mark.parametrize("name", [entry.name for entry in lexicon().unit])
def test_every_unit_can_be_said(name: str) -> None:
    words = unit_words(name)
    assert words == words.strip()
    assert not set(words) & set("_*"), words


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("20", "kilometer", "20 km"),
        ("5", "percent", "5%"),
        ("20", "", "20"),
        ("2", "day", "2 days"),
        ("20", "EUR", "20 EUR"),
        ("20", "$", "$20"),
        ("-20", "$", "-$20"),
    ],
)
def test_the_unit_stands_behind_the_number(text: str, unit: str, words: str) -> None:
    assert with_unit(text, unit) == words


@pytest.mark.parametrize(
    ("bound", "unit", "words"),
    [
        (1, "day", "1 day"),
        (1.5, "day", "1.5 days"),
        (0.0, "day", "0 days"),
        (20.0, "", "20"),
        ("-W-2T06:00", "time", "Tuesday 06:00"),
        (None, "day", ""),
    ],
)
def test_one_end_of_a_range(bound: float | str | None, unit: str, words: str) -> None:
    assert bound_words(bound, unit) == words


@pytest.mark.parametrize(
    ("noun", "several"),
    [("carriage", "carriages"), ("century", "centuries"), ("foot", "feet"), ("inch", "inches")],
)
def test_plural(noun: str, several: str) -> None:
    assert plural(noun) == several


@given(st.floats(0, 168, exclude_max=True))
def test_every_time_of_the_week_is_told_by_its_day(hour: float) -> None:
    words = moment(iso_week_time(hour))
    assert words.partition(" ")[0].endswith("day")


@given(st.text())
def test_what_is_no_moment_is_left_as_it_is(text: str) -> None:
    assert moment(text) == text or any(char.isdigit() for char in text)
