"""How numbers, ranges, moments and units are put to a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.document import Bounds
from claimcheck.errors import visible
from claimcheck.quantities.wording import moment, number, range_words, unit_words
from claimcheck.report.words import clipped, counted, label


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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two days", "two days"),
        ("שלושים קרונות", "שלושים קרונות"),
        ("line\nbreak\tand tab", "line\nbreak\tand tab"),
        ("nul\x00", "nul\ufffd"),
        ("esc\x1b[31m", "esc\ufffd[31m"),
        ("\u202e09\u202c", "\ufffd09\ufffd"),
        ("\u206690\u2069", "\ufffd90\ufffd"),
        ("lone \ud800", "lone \ufffd"),
    ],
)
def test_only_what_can_be_shown_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_shown_text_is_as_long_and_can_be_written(text: str) -> None:
    assert len(visible(text)) == len(text)
    visible(text).encode()


def test_small_words() -> None:
    assert label("carriage_count") == "carriage count"
    assert counted(1, "article") == "1 article"
    assert counted(2300, "article") == "2,300 articles"
    assert clipped("carriages", 9) == "carriages"
    assert clipped("carriages", 5) == "carr…"
